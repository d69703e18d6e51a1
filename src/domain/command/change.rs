//! The exact changes that commands come to.

use chrono::NaiveDate;

use super::{CaseChange, LineChange, Several, TermsChange};
use crate::domain::book::Book;
use crate::domain::line::Seen;
use crate::domain::plan::{Deferral, Pause, Payment, Plan, Refund, ScheduleRow, Settlement};

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
    /// A payment is verified.
    SetVerified {
        /// Which plan.
        plan: usize,
        /// Which of its payments.
        payment: usize,
        /// When it was seen to have arrived.
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
    /// Of a case.
    Case(CaseChange),
    /// Of a line's ways to pay or refusals.
    Line(LineChange),
    /// Of what is written down of a plan, a line or a way to pay.
    Terms(TermsChange),
    /// Several, each of the book as the ones before it leave it.
    All(Several<Change>),
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
            Self::Case(change) => change.apply(book),
            Self::Line(change) => change.apply(book),
            Self::Terms(change) => change.apply(book),
            Self::All(changes) => changes.iter().for_each(|change| change.apply(book)),
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
            | Self::SetVerified { plan, .. }
            | Self::SetNote { plan, .. }
            | Self::SetSettled { plan, .. }
            | Self::AddRefund { plan, .. }
            | Self::AddDeferral { plan, .. }
            | Self::SetPaused { plan, .. }
            | Self::SetRows { plan, .. } => Some(*plan),
            Self::Terms(change) => change.plan(),
            Self::AddSeen { .. }
            | Self::AddPlan(_)
            | Self::RemovePlan { .. }
            | Self::Case(_)
            | Self::Line(_)
            | Self::All(_) => None,
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
            Self::SetVerified { payment, on, .. } => {
                if let Some(payment) = plan.payments.get_mut(*payment) {
                    payment.verified = Some(*on);
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
            Self::AddSeen { .. }
            | Self::AddPlan(_)
            | Self::RemovePlan { .. }
            | Self::Case(_)
            | Self::Line(_)
            | Self::Terms(_)
            | Self::All(_) => {}
        }
    }
}
