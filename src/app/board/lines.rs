//! Each line with what is most worth saying about it.

use chrono::NaiveDate;

use super::line_rules::LineRule;
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::limit::LimitState;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::restoring::{FreedLimit, RestoreState};
use crate::domain::rules::{RuleOverrides, Rules};
use crate::domain::working_day::{WorkingCalendar, WorkingDate};
use crate::domain::{Book, Currency, LineId, Money, Position};

/// How many past restores are told.
const PAST_RESTORES: usize = 5;
/// A line with what is most worth saying about it. Its sums stand in the position's `limits`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRow {
    /// Which line of the book.
    pub line: usize,
    /// Its id.
    pub id: LineId,
    /// Its currency.
    pub currency: Currency,
    /// What is most worth saying about it, if anything.
    pub remark: Option<LineRemark>,
    /// Everything freed that is not back yet, oldest first.
    pub out: Vec<OutRow>,
    /// The last confirmed restores, newest last.
    pub restores: Vec<BackRow>,
    /// The open plans on it, in file order.
    pub plans: Vec<usize>,
    /// Why what it has used is to be doubted.
    pub used_doubt: Option<Doubt>,
    /// The rules somebody states for it, in their usual order.
    pub rules: Vec<LineRule>,
    /// What is in force, defaults included.
    pub in_force: RuleOverrides,
}

/// What is most worth saying about a line. The most telling one is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineRemark {
    /// Freed limit is past its window.
    Late {
        /// How much.
        amount: Money,
        /// Working days since the oldest payment of it.
        working_days: u32,
        /// Working days past its window; 0 until the first of them.
        late_by: u32,
    },
    /// The provider has frozen it; debts stay due.
    LineFrozen {
        /// What would be free otherwise.
        amount: Money,
    },
    /// It was closed; debts stay due.
    LineClosed,
    /// More is used than it allows.
    OverLimit {
        /// How much more.
        by: Money,
    },
    /// Freed limit is on its way.
    Restoring {
        /// How much.
        amount: Money,
        /// By when all of it should be back.
        by: WorkingDate,
        /// Working days since the oldest payment of it.
        working_days: u32,
        /// The line's usual window in working days.
        usual: (u32, u32),
        /// Why that window is to be doubted.
        doubt: Option<Doubt>,
    },
    /// Its limit is not known.
    UnknownLimit,
    /// A part of it is frozen.
    PartFrozen {
        /// How much.
        amount: Money,
    },
    /// An announced outage.
    Maintenance {
        /// Its last day.
        until: NaiveDate,
    },
    /// A temporary limit is in force.
    Temporary {
        /// How much.
        amount: Money,
        /// Its last day.
        until: NaiveDate,
    },
}

/// Freed limit that is not back yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutRow {
    /// The entry.
    pub freed: FreedLimit,
    /// On its way or late.
    pub state: RestoreState,
    /// Working days since the payment.
    pub working_days: u32,
    /// Why its window is to be doubted.
    pub doubt: Option<Doubt>,
    /// By when it should be back.
    pub due_back: WorkingDate,
}

/// Freed limit that is known to be back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackRow {
    /// The entry.
    pub freed: FreedLimit,
    /// Since when it is back.
    pub on: NaiveDate,
    /// How many working days it took.
    pub working_days: u32,
    /// Working days past its window.
    pub late_by: u32,
}

impl LineRow {
    /// The rows of a position.
    pub fn all(book: &Book, position: &Position, calendar: &WorkingCalendar) -> Vec<Self> {
        let lines = book.lines.iter().zip(&position.limits).enumerate();
        lines
            .map(|(k, (line, limit))| Self::of(book, position, calendar, k, line, limit))
            .collect()
    }

    fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        index: usize,
        line: &CreditLine,
        limit: &LimitState,
    ) -> Self {
        let out: Vec<_> = limit
            .out
            .iter()
            .map(|freed| OutRow {
                freed: *freed,
                state: freed.state_on(position.today),
                working_days: calendar.working_days_between(freed.paid_on, position.today),
                doubt: window_doubt(book, position, line, freed),
                due_back: freed.window_on(position.today).latest,
            })
            .collect();
        let plans = book.plans.iter().zip(&position.plans).enumerate();
        Self {
            line: index,
            id: line.id.clone(),
            currency: line.currency,
            remark: LineRemark::of(line, limit, &out, position.today, calendar),
            restores: restores(limit, calendar),
            plans: plans
                .filter(|(_, (plan, standing))| {
                    plan.line.as_ref() == Some(&line.id) && standing.status.is_open()
                })
                .map(|(k, _)| k)
                .collect(),
            used_doubt: doubt::of_used(book, line, position),
            rules: LineRule::all(line, position.today),
            in_force: Rules::of_line(Some(line)).stated(),
            out,
        }
    }
}

fn window_doubt(
    book: &Book,
    position: &Position,
    line: &CreditLine,
    freed: &FreedLimit,
) -> Option<Doubt> {
    let plan = book.plans.get(freed.plan);
    doubt::of_figure(Figure::Restoring, plan, Some(line), position.today)
}

fn restores(limit: &LimitState, calendar: &WorkingCalendar) -> Vec<BackRow> {
    let confirmed = limit.back.iter().filter_map(|freed| {
        let on = freed.confirmed?;
        Some(BackRow {
            freed: *freed,
            on,
            working_days: calendar.working_days_between(freed.paid_on, on),
            late_by: calendar.working_days_between(freed.stated.latest.date, on),
        })
    });
    let mut all: Vec<_> = confirmed.collect();
    all.drain(..all.len().saturating_sub(PAST_RESTORES));
    all
}

impl LineRemark {
    fn of(
        line: &CreditLine,
        limit: &LimitState,
        out: &[OutRow],
        today: NaiveDate,
        calendar: &WorkingCalendar,
    ) -> Option<Self> {
        late(limit, out, today, calendar)
            .or_else(|| status(line, limit))
            .or_else(|| restoring(limit, out, today, calendar))
            .or_else(|| limit.total.is_none().then_some(Self::UnknownLimit))
            .or_else(|| part_frozen(line))
            .or_else(|| outage(line, today))
            .or_else(|| temporary(line, limit))
    }
}

fn late(
    limit: &LimitState,
    out: &[OutRow],
    today: NaiveDate,
    calendar: &WorkingCalendar,
) -> Option<LineRemark> {
    let oldest = out.iter().find(|row| row.state == RestoreState::Late)?;
    Some(LineRemark::Late {
        amount: limit.late,
        working_days: oldest.working_days,
        late_by: calendar.working_days_between(oldest.freed.stated.latest.date, today),
    })
}

fn status(line: &CreditLine, limit: &LimitState) -> Option<LineRemark> {
    match line.status {
        LineStatus::Frozen => Some(LineRemark::LineFrozen {
            amount: limit.frozen,
        }),
        LineStatus::Closed => Some(LineRemark::LineClosed),
        LineStatus::Active => {
            let over = limit
                .available
                .filter(|available| *available < Money::ZERO)?;
            Some(LineRemark::OverLimit { by: -over })
        }
    }
}

fn restoring(
    limit: &LimitState,
    out: &[OutRow],
    today: NaiveDate,
    calendar: &WorkingCalendar,
) -> Option<LineRemark> {
    let oldest = out
        .iter()
        .find(|row| row.state == RestoreState::Restoring)?;
    let by = out
        .iter()
        .filter(|row| row.state == RestoreState::Restoring)
        .map(|row| row.freed.window_on(today).latest)
        .max()?;
    let usual = oldest.freed.window_on(today);
    let days = |end: WorkingDate| calendar.working_days_between(oldest.freed.paid_on, end.date);
    Some(LineRemark::Restoring {
        amount: limit.restoring,
        by,
        working_days: oldest.working_days,
        usual: (days(usual.earliest), days(usual.latest)),
        doubt: oldest.doubt,
    })
}

fn part_frozen(line: &CreditLine) -> Option<LineRemark> {
    line.frozen.is_positive().then_some(LineRemark::PartFrozen {
        amount: line.frozen,
    })
}

fn outage(line: &CreditLine, today: NaiveDate) -> Option<LineRemark> {
    let maintenance = line.maintenance.as_ref()?;
    (today <= maintenance.until).then_some(LineRemark::Maintenance {
        until: maintenance.until,
    })
}

fn temporary(line: &CreditLine, limit: &LimitState) -> Option<LineRemark> {
    let temporary = line.temporary.filter(|_| limit.temporary.is_positive())?;
    Some(LineRemark::Temporary {
        amount: temporary.limit,
        until: temporary.until,
    })
}
