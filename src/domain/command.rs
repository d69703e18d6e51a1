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
use super::plan::{Deferral, Pause, Payment, Plan, Refund, ScheduleRow, Settlement};
use super::refusal::Refusal;
use super::rules::Prepay;

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
    /// A new plan joins the book.
    Add(Box<Plan>),
    /// A plan leaves the book with all that happened to it.
    Remove {
        /// Which plan.
        plan: PlanId,
    },
    /// The note of a plan is replaced; `None` takes it away.
    Note {
        /// Which plan.
        plan: PlanId,
        /// The new note.
        note: Option<String>,
    },
    /// A plan is settled early.
    Settle {
        /// Which plan.
        plan: PlanId,
        /// When.
        on: NaiveDate,
        /// What was paid for it; `None`: what the provider's policy asks for.
        amount: Option<Money>,
    },
    /// The merchant gave money back.
    Refund {
        /// Which plan.
        plan: PlanId,
        /// When.
        on: NaiveDate,
        /// How much.
        amount: Money,
        /// The refund's reference.
        reference: Option<String>,
    },
    /// A due date was moved.
    Defer {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// Where to.
        to: NaiveDate,
        /// What moving it cost.
        fee: Money,
    },
    /// A plan is paused for a return or a dispute.
    Pause {
        /// Which plan.
        plan: PlanId,
        /// The last day of the pause.
        until: NaiveDate,
        /// Why.
        why: Option<String>,
    },
    /// A pause ends before its day.
    Resume {
        /// Which plan.
        plan: PlanId,
    },
    /// Installments are written down as the provider's bill has them.
    Amend(Amend),
}

/// How one installment, or it and all later ones, differ from what was computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amend {
    /// Which plan.
    pub plan: PlanId,
    /// Which installment.
    pub n: u32,
    /// Its due date; later ones follow at the plan's distance.
    pub due: Option<NaiveDate>,
    /// Its principal. Where `and_later`, the rest is shared by the later ones.
    pub principal: Option<Money>,
    /// Its fee.
    pub fee: Option<Money>,
    /// Whether all later installments change with it.
    pub and_later: bool,
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
    /// A prepayment of principal that is not due yet; `n` then stays empty and `amount` is needed.
    pub prepay: Option<Prepay>,
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
    /// A plan joins the book at the end.
    AddPlan(Box<Plan>),
    /// A plan leaves the book.
    RemovePlan {
        /// Which plan.
        plan: usize,
    },
    /// The note of a plan.
    SetNote {
        /// Which plan.
        plan: usize,
        /// The note; `None` takes it away.
        note: Option<String>,
    },
    /// The early settlement of a plan.
    SetSettled {
        /// Which plan.
        plan: usize,
        /// The settlement.
        settled: Settlement,
    },
    /// A refund joins the plan's refunds at the end.
    AddRefund {
        /// Which plan.
        plan: usize,
        /// The refund.
        refund: Refund,
    },
    /// A moved due date joins the plan's deferrals at the end.
    AddDeferral {
        /// Which plan.
        plan: usize,
        /// The deferral.
        deferral: Deferral,
    },
    /// The pause of a plan.
    SetPaused {
        /// Which plan.
        plan: usize,
        /// The pause; `None` takes it away.
        paused: Option<Pause>,
    },
    /// Rows of the provider's bill, each in place of an earlier row of its number.
    SetRows {
        /// Which plan.
        plan: usize,
        /// The rows, by number.
        rows: Vec<ScheduleRow>,
    },
}

/// Applies a command: the changed book, or why not.
pub fn apply(book: &Book, command: &Command, today: NaiveDate) -> Result<Book, Refusal> {
    let mut changed = book.clone();
    command.check(book, today)?.apply(&mut changed);
    Ok(changed)
}

impl Change {
    /// Carries the change out. What it names must be there, as it is after a check against the
    /// same book; else nothing happens.
    pub fn apply(&self, book: &mut Book) {
        match self {
            Self::AddSeen { line, seen } => {
                if let Some(line) = book.lines.get_mut(*line) {
                    line.seen.push(*seen);
                }
            }
            Self::AddPlan(plan) => book.plans.push(Plan::clone(plan)),
            Self::RemovePlan { plan } => {
                if *plan < book.plans.len() {
                    book.plans.remove(*plan);
                }
            }
            _ => {
                let plan = self.plan().and_then(|plan| book.plans.get_mut(plan));
                if let Some(plan) = plan {
                    self.apply_to(plan);
                }
            }
        }
    }

    /// The index of the plan that it changes in place.
    pub fn plan(&self) -> Option<usize> {
        match self {
            Self::AddPayment { plan, .. }
            | Self::RemovePayment { plan, .. }
            | Self::SetRestored { plan, .. }
            | Self::SetNote { plan, .. }
            | Self::SetSettled { plan, .. }
            | Self::AddRefund { plan, .. }
            | Self::AddDeferral { plan, .. }
            | Self::SetPaused { plan, .. }
            | Self::SetRows { plan, .. } => Some(*plan),
            Self::AddSeen { .. } | Self::AddPlan(_) | Self::RemovePlan { .. } => None,
        }
    }

    fn apply_to(&self, plan: &mut Plan) {
        match self {
            Self::AddPayment { payment, .. } => plan.payments.push(payment.clone()),
            Self::RemovePayment { payment, .. } => {
                if *payment < plan.payments.len() {
                    plan.payments.remove(*payment);
                }
            }
            Self::SetRestored { payment, on, .. } => {
                if let Some(payment) = plan.payments.get_mut(*payment) {
                    payment.restored = Some(*on);
                }
            }
            Self::SetNote { note, .. } => plan.note.clone_from(note),
            Self::SetSettled { settled, .. } => plan.settled = Some(*settled),
            Self::AddRefund { refund, .. } => plan.refunds.push(refund.clone()),
            Self::AddDeferral { deferral, .. } => plan.deferred.push(*deferral),
            Self::SetPaused { paused, .. } => plan.paused.clone_from(paused),
            Self::SetRows { rows, .. } => {
                for row in rows {
                    match plan.schedule.iter_mut().find(|old| old.n == row.n) {
                        Some(old) => *old = *row,
                        None => plan.schedule.push(*row),
                    }
                }
            }
            Self::AddSeen { .. } | Self::AddPlan(_) | Self::RemovePlan { .. } => {}
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
            prepay: None,
        }
    }
}
