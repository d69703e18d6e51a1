//! May this be bought in installments (额度试算): yes, later, or no, and why.

mod checker;
#[cfg(test)]
mod tests;
mod unlock;

use std::collections::HashMap;

use chrono::NaiveDate;

use self::checker::Checker;
use super::book::Book;
use super::id::LineId;
use super::money::Money;
use super::position::Position;
use super::working_day::WorkingCalendar;

/// The answer. Ordered from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It fits now.
    Yes,
    /// It fits from a known day on, or after paying something first.
    Later,
    /// It does not fit.
    No,
}

/// A purchase to be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purchase {
    /// The price.
    pub amount: Money,
    /// What is paid at once.
    pub down_payment: Money,
    /// How many installments; `None` where that is open.
    pub periods: Option<u32>,
    /// By when it should fit; `None`: today.
    pub by: Option<NaiveDate>,
}

/// Why it does not fit now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// So much is missing.
    InsufficientLimit {
        /// The amount missing.
        short: Money,
    },
    /// The line's limit is not known.
    UnknownLimit,
    /// The line is frozen.
    LineFrozen,
    /// The line is closed.
    LineClosed,
    /// Installments on the line are overdue.
    OverdueOnLine {
        /// How much of them.
        amount: Money,
    },
    /// Prices below this are not split.
    BelowMinimum {
        /// The smallest price.
        minimum: Money,
    },
    /// The provider is down.
    Maintenance {
        /// Its last day.
        until: NaiveDate,
    },
    /// The identity papers on file are no longer valid.
    IdentityExpired {
        /// Their last valid day.
        on: NaiveDate,
    },
    /// The provider does not sell where the shopper is.
    OutsideRegion,
    /// A month would exceed the shopper's own ceiling.
    MonthlyCap {
        /// The first such month.
        month: NaiveDate,
        /// What it would ask for.
        total: Money,
        /// The ceiling.
        cap: Money,
    },
    /// It only fits with the temporary limit, which ends before it is needed.
    TemporaryExpires {
        /// Its last day.
        until: NaiveDate,
    },
}

/// An installment to pay first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlock {
    /// Which plan of the book.
    pub plan: usize,
    /// Which installment.
    pub n: u32,
    /// What to pay.
    pub pay: Money,
    /// What limit that frees.
    pub frees: Money,
}

/// The answer for one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineCheck {
    /// Which line of the book.
    pub line: usize,
    /// The answer.
    pub verdict: Verdict,
    /// What is available now; `None` while the limit is unknown.
    pub available: Option<Money>,
    /// What is missing now; zero where nothing is.
    pub shortfall: Money,
    /// What would be left after the purchase on the day asked for, where it fits.
    pub left: Option<Money>,
    /// Why not now.
    pub reasons: Vec<Reason>,
    /// From when it fits, for [`Verdict::Later`].
    pub from: Option<NaiveDate>,
    /// What to pay first, for [`Verdict::Later`].
    pub unlock: Vec<Unlock>,
}

/// The answer for all lines asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitCheck {
    /// The best answer of any line; `No` where there is no line.
    pub verdict: Verdict,
    /// Each line, in file order.
    pub lines: Vec<LineCheck>,
}

impl LimitCheck {
    /// Checks a purchase on the lines of these indexes.
    pub fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        purchase: &Purchase,
        lines: &[usize],
    ) -> Self {
        let plans = book.plans.iter().enumerate();
        let mut on_lines: HashMap<&LineId, Vec<usize>> = HashMap::new();
        for (k, line) in plans.filter_map(|(k, plan)| Some((k, plan.line.as_ref()?))) {
            on_lines.entry(line).or_default().push(k);
        }
        let check = |line: &usize| {
            let (credit_line, limit) = (book.lines.get(*line)?, position.limits.get(*line)?);
            Some(
                Checker {
                    book,
                    position,
                    calendar,
                    purchase,
                    index: *line,
                    line: credit_line,
                    limit,
                    plans: on_lines.get(&credit_line.id).map_or(&[], Vec::as_slice),
                }
                .check(),
            )
        };
        let lines: Vec<_> = lines.iter().filter_map(check).collect();
        let verdict = lines
            .iter()
            .map(|line| line.verdict)
            .min()
            .unwrap_or(Verdict::No);
        Self { verdict, lines }
    }
}
