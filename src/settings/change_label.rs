//! What the history remembers of a change: enough to tell it in words later, in either language.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::case_label::{CaseLabel, LineLabel};
use super::terms_text::TermsLabel;
use crate::domain::command::{Change, Several};
use crate::domain::plan::{Payment, Plan};
use crate::domain::{Book, Money};

mod erased;
mod words;

pub use erased::{RestOfPayment, erased};

/// A change, as it stands in the history. Names are those of the day it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum ChangeLabel {
    /// A payment was marked.
    Paid(OfPayment),
    /// Principal was paid before it was due.
    Prepaid(OfPayment),
    /// A payment was taken back.
    Unpaid(OfPayment),
    /// The limit of a payment was confirmed.
    Restored(OfPayment),
    /// A payment was seen to have arrived.
    Verified(OfPayment),
    /// A figure of the provider's app was noted.
    Seen {
        /// The line's id.
        line: String,
        /// Its name.
        name: String,
        /// The figure, plain.
        available: String,
        /// Its currency.
        currency: String,
        /// The day.
        on: String,
    },
    /// A plan joined the book.
    Added {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// What it finances, plain.
        amount: String,
        /// Its currency.
        currency: String,
    },
    /// A plan left the book.
    Removed(OfPlan),
    /// A plan's note was replaced.
    Noted(OfPlan),
    /// A plan's note was taken away.
    NoteRemoved(OfPlan),
    /// A plan was settled early.
    Settled {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// What was paid for it, plain.
        amount: String,
        /// Its currency.
        currency: String,
    },
    /// Money came back from the merchant.
    Refunded {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// How much, plain.
        amount: String,
        /// Its currency.
        currency: String,
    },
    /// A due date was moved.
    Deferred {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// Which installment.
        n: u32,
        /// Where to.
        to: String,
    },
    /// A plan was paused.
    Paused {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// The last day of the pause.
        until: String,
    },
    /// A pause was ended.
    Resumed(OfPlan),
    /// Installments were written down as the bill has them.
    Amended {
        /// The plan.
        #[serde(flatten)]
        of: OfPlan,
        /// The first of them.
        first: u32,
        /// The last of them.
        last: u32,
    },
    /// Something happened to a case.
    Case(CaseLabel),
    /// A line's places to pay changed, or a purchase was refused.
    Line(LineLabel),
    /// What is written down of a plan, a line or a way to pay.
    Terms(Box<TermsLabel>),
    /// Several changes that were made as one.
    Several {
        /// Each of them.
        all: Vec<ChangeLabel>,
    },
}

/// The plan a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPlan {
    /// Its id.
    pub plan: String,
    /// What was bought.
    pub item: String,
}

/// The payment a change is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfPayment {
    /// The plan's id.
    pub plan: String,
    /// What was bought.
    pub item: String,
    /// The installment it names, if it names one.
    pub n: Option<u32>,
    /// The amount, plain.
    pub amount: String,
    /// Its currency.
    pub currency: String,
    /// What more is needed to mark it again.
    #[serde(flatten)]
    pub rest: Box<RestOfPayment>,
}

impl ChangeLabel {
    /// The label of a change of this book, as it was before the change. `None` where the change
    /// does not fit the book.
    pub fn of(change: &Change, book: &Book) -> Option<Self> {
        let plan = |k: usize| book.plans.get(k);
        match change {
            Change::AddSeen { line, seen } => {
                let line = book.lines.get(*line)?;
                Some(Self::Seen {
                    line: line.id.to_string(),
                    name: line.name.clone(),
                    available: seen.available.plain(line.currency),
                    currency: line.currency.to_string(),
                    on: seen.on.to_string(),
                })
            }
            Change::AddPlan(plan) => {
                let (amount, currency) = written(book, plan, plan.principal);
                Some(Self::Added {
                    of: OfPlan::of(plan),
                    amount,
                    currency,
                })
            }
            Change::RemovePlan { plan: k } => Some(Self::Removed(OfPlan::of(plan(*k)?))),
            Change::Case(change) => CaseLabel::of(change, book).map(Self::Case),
            Change::Line(change) => LineLabel::of(change, book).map(Self::Line),
            Change::Terms(change) => {
                TermsLabel::of(change, book).map(|label| Self::Terms(Box::new(label)))
            }
            Change::All(changes) => Self::of_all(changes, book),
            change => Self::of_plan(change, book, plan(change.plan()?)?),
        }
    }

    /// The label of changes that are one.
    fn of_all(changes: &Several<Change>, book: &Book) -> Option<Self> {
        let mut book = book.clone();
        let mut all = Vec::new();
        for change in changes {
            all.push(Self::of(change, &book)?);
            change.apply(&mut book);
        }
        Some(Self::Several { all })
    }

    /// The label of what happened to a payment.
    fn of_payment(change: &Change, book: &Book, plan: &Plan) -> Option<Self> {
        let of = |payment| OfPayment::of(book, plan, payment);
        let at = |at: usize| plan.payments.get(at);
        Some(match change {
            Change::AddPayment { payment, .. } if payment.prepay.is_some() => {
                Self::Prepaid(of(payment))
            }
            Change::AddPayment { payment, .. } => Self::Paid(of(payment)),
            Change::RemovePayment { payment, .. } => Self::Unpaid(of(at(*payment)?)),
            Change::SetRestored { payment, .. } => Self::Restored(of(at(*payment)?)),
            Change::SetVerified { payment, .. } => Self::Verified(of(at(*payment)?)),
            _ => return None,
        })
    }

    /// The label of what happened to a plan.
    fn of_plan(change: &Change, book: &Book, plan: &Plan) -> Option<Self> {
        let of = OfPlan::of(plan);
        Some(match change {
            Change::SetNote { note, .. } => match note {
                Some(_) => Self::Noted(of),
                None => Self::NoteRemoved(of),
            },
            Change::SetSettled { settled, .. } => {
                let (amount, currency) = written(book, plan, settled.amount);
                Self::Settled {
                    of,
                    amount,
                    currency,
                }
            }
            Change::AddRefund { refund, .. } => {
                let (amount, currency) = written(book, plan, refund.amount);
                Self::Refunded {
                    of,
                    amount,
                    currency,
                }
            }
            Change::AddDeferral { deferral, .. } => Self::Deferred {
                of,
                n: deferral.n,
                to: deferral.to.to_string(),
            },
            Change::SetPaused { paused, .. } => match paused {
                Some(pause) => Self::Paused {
                    of,
                    until: pause.until.to_string(),
                },
                None => Self::Resumed(of),
            },
            Change::SetRows { rows, .. } => Self::Amended {
                of,
                first: rows.first()?.n,
                last: rows.last()?.n,
            },
            payment => return Self::of_payment(payment, book, plan),
        })
    }

    /// As it goes into the history.
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }

    /// As it comes out of the history; `None` for labels this program does not know.
    pub fn from_value(label: &Value) -> Option<Self> {
        Self::deserialize(label).ok()
    }
}

impl OfPayment {
    fn of(book: &Book, plan: &Plan, payment: &Payment) -> Self {
        let currency = book.currency_of(plan);
        Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
            n: payment.n,
            amount: payment.amount.plain(currency),
            currency: currency.to_string(),
            rest: Box::new(RestOfPayment {
                on: Some(payment.on.to_string()),
                via: payment.via.as_ref().map(ToString::to_string),
                reference: payment.reference.clone(),
            }),
        }
    }
}

impl OfPlan {
    fn of(plan: &Plan) -> Self {
        Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
        }
    }
}

/// An amount of a plan and its currency, plain.
fn written(book: &Book, plan: &Plan, amount: Money) -> (String, String) {
    let currency = book.currency_of(plan);
    (amount.plain(currency), currency.to_string())
}
