//! What is due in the next 30 days, grouped.

use chrono::{Datelike, Days, NaiveDate};

use super::{AHEAD_DAYS, state_of};
use crate::app::screen::InstallmentId;
use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, PlanStanding, Timing};
use crate::domain::{Book, Currency, Money, Position};
use crate::settings::symbols::State;

/// What is due in the next 30 days, oldest first, what is overdue included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueList {
    /// The rows; of one day in file order. What was paid today keeps its place.
    pub rows: Vec<DueRow>,
    /// The row with which each group begins.
    pub groups: Vec<(usize, DueGroup)>,
    /// All that is open in them, in the book's currency.
    pub total: Money,
}

/// An installment that is due, or was until it was paid today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// Which plan of the book.
    pub plan: usize,
    /// Which installment.
    pub id: InstallmentId,
    /// How many the plan has.
    pub of: u32,
    /// How many of them ask for nothing any more.
    pub paid_periods: usize,
    /// When it is due.
    pub due: NaiveDate,
    /// Its timing; `None` once it was paid today.
    pub timing: Option<Timing>,
    /// Its glyph.
    pub state: State,
    /// What it still asks for; for a row paid today, what it asked for.
    pub amount: Money,
    /// What it asks for in all.
    pub whole: Money,
    /// What was paid of it already.
    pub paid: Money,
    /// Its currency.
    pub currency: Currency,
    /// What being late has cost so far; `None` where the rule is unknown.
    pub penalty: Option<Money>,
    /// True where it is paid without the shopper's hand.
    pub autopay: bool,
    /// Where it stands in the list.
    pub group: DueGroup,
}

/// A part of the list. Ordered as they stand in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueGroup {
    /// Past its due date.
    Overdue,
    /// From today to Sunday.
    ThisWeek,
    /// The week after.
    NextWeek,
    /// After that.
    Later,
}

/// A day of the ruler.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RulerDay {
    /// The day.
    pub date: NaiveDate,
    /// The glyph of the most urgent installment of the day.
    pub state: State,
    /// How many installments are due on it.
    pub count: usize,
}

impl DueList {
    /// The list of a position.
    pub fn of(book: &Book, position: &Position) -> Self {
        let last = position
            .today
            .checked_add_days(Days::new(AHEAD_DAYS.into()))
            .unwrap_or(NaiveDate::MAX);
        let mut rows: Vec<_> = (0..position.plans.len())
            .flat_map(|plan| DueRow::of_plan(book, position, plan, last))
            .collect();
        rows.sort_by_key(|row| row.due);
        let open = rows
            .iter()
            .filter(|row| row.timing.is_some() && row.currency == book.currency);
        let total = open.map(|row| row.amount).sum();
        let mut groups = Vec::new();
        let mut first = 0;
        for group in rows.chunk_by(|one, next| one.group == next.group) {
            groups.extend(group.first().map(|row| (first, row.group)));
            first += group.len();
        }
        Self {
            rows,
            groups,
            total,
        }
    }
}

impl DueRow {
    fn of_plan(book: &Book, position: &Position, k: usize, last: NaiveDate) -> Vec<Self> {
        let (Some(plan), Some(standing)) = (book.plans.get(k), position.plans.get(k)) else {
            return Vec::new();
        };
        let due = standing
            .installments
            .iter()
            .filter(|installment| is_shown(installment, position.today, last));
        due.map(|installment| Self::of((k, plan), standing, installment, position.today))
            .collect()
    }

    /// The row of an installment of the plan of this index.
    pub fn of(
        (k, plan): (usize, &Plan),
        standing: &PlanStanding,
        installment: &InstallmentStanding,
        today: NaiveDate,
    ) -> Self {
        Self {
            plan: k,
            id: InstallmentId {
                plan: plan.id.clone(),
                n: installment.n(),
            },
            of: plan.periods,
            paid_periods: standing.paid_periods(),
            due: installment.due(),
            timing: installment.timing(),
            state: state_of(installment),
            amount: asked(installment),
            whole: installment.row.installment.amount(),
            paid: installment.row.paid(),
            currency: standing.currency,
            penalty: installment.penalty,
            autopay: plan.autopay.is_some(),
            group: DueGroup::of(installment.due(), today),
        }
    }

    /// True until it is paid.
    pub fn is_open(&self) -> bool {
        self.timing.is_some()
    }
}

/// What an installment still asks for; of one that asks for nothing, what it asked for.
pub(super) fn asked(installment: &InstallmentStanding) -> Money {
    if installment.timing().is_some() {
        installment.row.outstanding()
    } else {
        installment.row.installment.amount()
    }
}

fn is_shown(installment: &InstallmentStanding, today: NaiveDate, last: NaiveDate) -> bool {
    let paid_today = installment.row.last_paid == Some(today);
    installment.due() <= last && (installment.timing().is_some() || paid_today)
}

impl DueGroup {
    /// The group of a due date, seen from a day. Weeks begin on Monday.
    pub fn of(due: NaiveDate, today: NaiveDate) -> Self {
        let monday = today.week(chrono::Weekday::Mon).first_day();
        let days = (due - monday).num_days();
        if due < today {
            Self::Overdue
        } else if days < 7 {
            Self::ThisWeek
        } else if days < 14 {
            Self::NextWeek
        } else {
            Self::Later
        }
    }
}

impl RulerDay {
    /// One for each day of the list on which something is open.
    pub fn all(due: &DueList) -> Vec<Self> {
        let open: Vec<_> = due.rows.iter().filter(|row| row.is_open()).collect();
        let days = open.chunk_by(|one, next| one.due == next.due);
        let day = |rows: &[&DueRow]| {
            let first = rows.first()?;
            Some(Self {
                date: first.due,
                state: first.state,
                count: rows.len(),
            })
        };
        days.filter_map(day).collect()
    }

    /// True for a Monday, where the ruler has a tick.
    pub fn is_monday(&self) -> bool {
        self.date.weekday() == chrono::Weekday::Mon
    }
}
