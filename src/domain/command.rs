//! How a book may change. The dashboard, the command line and every importer end here;
//! nothing else changes a [`Book`].
//!
//! A [`Command`] says what the shopper wants. Checked against a book it becomes a [`Change`],
//! which names the exact place; the same change is applied to the book and written to the file.

mod check;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::book::Book;
use super::id::{LineId, MethodId, PlanId};
use super::line::Seen;
use super::money::Money;
use super::plan::Payment;
use super::refusal::Refusal;

/// What the shopper wants to be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An installment was paid.
    Pay(Pay),
    /// The last payment of an installment is taken back.
    Unpay {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
    },
    /// Limit freed by a payment of an installment is back: by the oldest one still out.
    Restored {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// Since when.
        on: NaiveDate,
    },
    /// The provider's app showed this as available.
    Seen {
        /// Which line.
        line: LineId,
        /// On which day.
        on: NaiveDate,
        /// The figure; may be below zero.
        available: Money,
    },
}

/// A payment to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// Which plan.
    pub plan: PlanId,
    /// Which installment; `None`: the oldest open one.
    pub n: Option<u32>,
    /// How much; `None`: exactly what the installment still asks for.
    pub amount: Option<Money>,
    /// When.
    pub on: NaiveDate,
    /// From where.
    pub via: Option<MethodId>,
    /// The bank's reference.
    pub reference: Option<String>,
}

/// One exact change of one place. Indexes are those of the book it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A payment joins the plan's payments at the end.
    AddPayment {
        /// Which plan.
        plan: usize,
        /// The payment.
        payment: Payment,
    },
    /// A payment leaves the plan.
    RemovePayment {
        /// Which plan.
        plan: usize,
        /// Which of its payments.
        payment: usize,
    },
    /// A payment's freed limit is confirmed.
    SetRestored {
        /// Which plan.
        plan: usize,
        /// Which of its payments.
        payment: usize,
        /// Since when.
        on: NaiveDate,
    },
    /// A figure joins the line's seen figures at the end.
    AddSeen {
        /// Which line.
        line: usize,
        /// The figure.
        seen: Seen,
    },
}

/// Applies a command: the changed book, or why not.
pub fn apply(book: &Book, command: &Command, today: NaiveDate) -> Result<Book, Refusal> {
    let mut changed = book.clone();
    command.check(book, today)?.apply(&mut changed);
    Ok(changed)
}

impl Change {
    /// Carries the change out.
    pub fn apply(&self, book: &mut Book) {
        match self {
            Self::AddPayment { plan, payment } => {
                if let Some(plan) = book.plans.get_mut(*plan) {
                    plan.payments.push(payment.clone());
                }
            }
            Self::RemovePayment { plan, payment } => {
                if let Some(plan) = book
                    .plans
                    .get_mut(*plan)
                    .filter(|plan| *payment < plan.payments.len())
                {
                    plan.payments.remove(*payment);
                }
            }
            Self::SetRestored { plan, payment, on } => {
                if let Some(payment) = book
                    .plans
                    .get_mut(*plan)
                    .and_then(|plan| plan.payments.get_mut(*payment))
                {
                    payment.restored = Some(*on);
                }
            }
            Self::AddSeen { line, seen } => {
                if let Some(line) = book.lines.get_mut(*line) {
                    line.seen.push(*seen);
                }
            }
        }
    }
}

impl Pay {
    /// The oldest open installment of a plan, in full.
    pub fn oldest(plan: PlanId, on: NaiveDate) -> Self {
        Self {
            plan,
            n: None,
            amount: None,
            on,
            via: None,
            reference: None,
        }
    }
}
