//! The list of plans: which ones, in which order.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::state_of;
use crate::domain::plan::Plan;
use crate::domain::standing::{PlanStanding, PlanStatus, Timing};
use crate::domain::{Book, Currency, Money, PlanId, Position};
use crate::settings::pinyin::sort_key;
use crate::settings::symbols::State;

/// In which order the plans stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanSort {
    /// By the next due date; plans without one come last.
    #[default]
    NextDue,
    /// By what they still ask for, the most first.
    Outstanding,
    /// By name, Chinese in the order of its sounds.
    Name,
}

/// Which plans are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PlanFilter {
    /// Those with something open.
    #[default]
    Active,
    /// Those with nothing open.
    Finished,
    /// All.
    All,
}

impl PlanSort {
    /// The one that `s` leads to.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::NextDue => Self::Outstanding,
            Self::Outstanding => Self::Name,
            Self::Name => Self::NextDue,
        }
    }
}

impl PlanFilter {
    /// The one that `f` leads to.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Active => Self::Finished,
            Self::Finished => Self::All,
            Self::All => Self::Active,
        }
    }

    fn lets_through(self, status: PlanStatus) -> bool {
        match self {
            Self::Active => status.is_open(),
            Self::Finished => !status.is_open(),
            Self::All => true,
        }
    }
}

/// A plan in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRow {
    /// Which plan of the book.
    pub plan: usize,
    /// Its id.
    pub id: PlanId,
    /// Its glyph: that of its next installment, or of how it ended.
    pub state: State,
    /// How it stands.
    pub status: PlanStatus,
    /// How many installments it has.
    pub periods: u32,
    /// How many of them ask for nothing any more.
    pub paid_periods: usize,
    /// What it still asks for.
    pub outstanding: Money,
    /// The currency of its amounts.
    pub currency: Currency,
    /// When the oldest open installment is due, and its timing.
    pub next: Option<(NaiveDate, Timing)>,
}

impl PlanRow {
    /// The rows of a position.
    pub fn all(book: &Book, position: &Position, sort: PlanSort, filter: PlanFilter) -> Vec<Self> {
        let plans = book.plans.iter().zip(&position.plans).enumerate();
        let mut rows: Vec<_> = plans
            .filter(|(_, (_, standing))| filter.lets_through(standing.status))
            .map(|(k, (plan, standing))| Self::of(k, plan, standing))
            .collect();
        match sort {
            PlanSort::NextDue => {
                rows.sort_by_key(|row| row.next.map_or(NaiveDate::MAX, |(due, _)| due));
            }
            PlanSort::Outstanding => rows.sort_by_key(|row| Reverse(row.outstanding)),
            PlanSort::Name => {
                let name = |row: &PlanRow| book.plans.get(row.plan).map(|plan| &plan.item);
                rows.sort_by_cached_key(|row| name(row).map(|name| sort_key(name)));
            }
        }
        rows
    }

    fn of(index: usize, plan: &Plan, standing: &PlanStanding) -> Self {
        let next = standing.next();
        let ended = match standing.status {
            PlanStatus::Refunded | PlanStatus::Restructured => State::Refunded,
            _ => State::Paid,
        };
        Self {
            plan: index,
            id: plan.id.clone(),
            state: match standing.status {
                PlanStatus::Paused => State::Stopped,
                _ => next.map_or(ended, state_of),
            },
            status: standing.status,
            periods: plan.periods,
            paid_periods: standing.paid_periods(),
            outstanding: standing.outstanding,
            currency: standing.currency,
            next: next.and_then(|next| Some((next.due(), next.timing()?))),
        }
    }
}
