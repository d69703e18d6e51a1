//! What the shopper writes down of lines and ways to pay and corrects in plans, and the exact
//! changes that come of it.

use chrono::NaiveDate;

use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, MethodId, PlanId};
use crate::domain::line::{CreditLine, LimitChange};
use crate::domain::method::Method;
use crate::domain::terms::{LineTerms, MethodTerms, PlanTerms};

/// What the shopper writes down or corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermsCommand {
    /// Terms of a plan change.
    SetPlan {
        /// Which plan.
        plan: PlanId,
        /// Which terms.
        terms: Box<PlanTerms>,
    },
    /// A line joins the book.
    AddLine {
        /// Its id.
        id: LineId,
        /// The currency of its amounts.
        currency: Currency,
        /// What is known of it.
        terms: Box<LineTerms>,
    },
    /// Terms of a line change. A total that changes joins the line's earlier ones.
    SetLine {
        /// Which line.
        line: LineId,
        /// Since when; what counts is the total.
        on: NaiveDate,
        /// Why the total changed.
        why: Option<String>,
        /// Which terms.
        terms: Box<LineTerms>,
    },
    /// A way to pay joins the book.
    AddMethod {
        /// Its id.
        id: MethodId,
        /// What is known of it.
        terms: MethodTerms,
    },
    /// Terms of a way to pay change.
    SetMethod {
        /// Which one.
        method: MethodId,
        /// Which terms.
        terms: MethodTerms,
    },
    /// A line that nothing uses leaves the book.
    RemoveLine {
        /// Which line.
        line: LineId,
    },
    /// A way to pay that nothing uses leaves the book.
    RemoveMethod {
        /// Which one.
        method: MethodId,
    },
}

/// One exact change. Indexes are those of the book it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TermsChange {
    /// Terms of a plan change.
    SetPlan {
        /// Which plan.
        plan: usize,
        /// Which terms.
        terms: Box<PlanTerms>,
    },
    /// A line joins the book at the end.
    AddLine(Box<CreditLine>),
    /// Terms of a line change.
    SetLine {
        /// Which line.
        line: usize,
        /// Which terms.
        terms: Box<LineTerms>,
        /// Totals that join the earlier ones at the end.
        limits: Vec<LimitChange>,
    },
    /// A way to pay joins the book at the end.
    AddMethod(Box<Method>),
    /// Terms of a way to pay change.
    SetMethod {
        /// Which one.
        method: usize,
        /// Which terms.
        terms: MethodTerms,
    },
    /// A line leaves the book.
    RemoveLine {
        /// Which line.
        line: usize,
    },
    /// A way to pay leaves the book.
    RemoveMethod {
        /// Which one.
        method: usize,
    },
}

impl TermsChange {
    /// Carries the change out; where its place is not there, nothing happens.
    pub fn apply(&self, book: &mut Book) {
        match self {
            Self::AddLine(line) => book.lines.push(CreditLine::clone(line)),
            Self::AddMethod(method) => book.methods.push(Method::clone(method)),
            Self::SetPlan { plan, terms } => {
                if let Some(plan) = book.plans.get_mut(*plan) {
                    terms.apply(plan);
                }
            }
            Self::SetLine {
                line,
                terms,
                limits,
            } => {
                if let Some(line) = book.lines.get_mut(*line) {
                    terms.apply(line);
                    line.limits.extend(limits.iter().cloned());
                }
            }
            Self::SetMethod { method, terms } => {
                if let Some(method) = book.methods.get_mut(*method) {
                    terms.apply(method);
                }
            }
            Self::RemoveLine { line } if *line < book.lines.len() => {
                book.lines.remove(*line);
            }
            Self::RemoveMethod { method } if *method < book.methods.len() => {
                book.methods.remove(*method);
            }
            Self::RemoveLine { .. } | Self::RemoveMethod { .. } => {}
        }
    }

    /// The plan that it changes in place.
    pub fn plan(&self) -> Option<usize> {
        match self {
            Self::SetPlan { plan, .. } => Some(*plan),
            _ => None,
        }
    }

    /// The line that it changes in place.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::SetLine { line, .. } => Some(*line),
            _ => None,
        }
    }
}
