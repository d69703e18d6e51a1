//! What is written down of plans, lines and ways to pay: why not, and what the history remembers
//! of it.

use serde::{Deserialize, Serialize};

use crate::domain::command::TermsChange;
use crate::domain::{Book, Money, Refusal};

use super::texts::Texts;

/// A change of what is written down, as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TermsLabel {
    /// The name of the plan, line or way to pay.
    pub name: String,
    /// Its id.
    pub id: String,
    /// What happened to it.
    #[serde(flatten)]
    pub what: OfTerms,
}

/// What happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum OfTerms {
    /// A plan was corrected.
    Plan,
    /// A line joined the book.
    NewLine,
    /// A line was corrected.
    Line,
    /// The total of a line changed.
    Total {
        /// What it was, plain; none while unknown.
        from: Option<String>,
        /// What it is.
        to: Option<String>,
        /// Its currency.
        currency: String,
    },
    /// A way to pay joined the book.
    NewMethod,
    /// A way to pay was corrected.
    Method,
    /// A line or a way to pay left the book.
    Gone,
}

impl TermsLabel {
    /// The label of a change of this book, as it was before the change.
    pub fn of(change: &TermsChange, book: &Book) -> Option<Self> {
        let (id, name, what) = match change {
            TermsChange::SetPlan { plan, .. } => {
                let plan = book.plans.get(*plan)?;
                (plan.id.as_str(), &plan.item, OfTerms::Plan)
            }
            TermsChange::AddLine(line) => (line.id.as_str(), &line.name, OfTerms::NewLine),
            TermsChange::SetLine { line, terms, .. } => {
                let line = book.lines.get(*line)?;
                let plain = |amount: Money| amount.plain(line.currency);
                let what = match terms.limit {
                    Some(limit) => OfTerms::Total {
                        from: line.limit.map(plain),
                        to: limit.map(plain),
                        currency: line.currency.to_string(),
                    },
                    None => OfTerms::Line,
                };
                (line.id.as_str(), &line.name, what)
            }
            TermsChange::AddMethod(method) => {
                (method.id.as_str(), &method.name, OfTerms::NewMethod)
            }
            TermsChange::SetMethod { method, .. } => {
                let method = book.methods.get(*method)?;
                (method.id.as_str(), &method.name, OfTerms::Method)
            }
            TermsChange::RemoveLine { line } => {
                let line = book.lines.get(*line)?;
                (line.id.as_str(), &line.name, OfTerms::Gone)
            }
            TermsChange::RemoveMethod { method } => {
                let method = book.methods.get(*method)?;
                (method.id.as_str(), &method.name, OfTerms::Gone)
            }
        };
        Some(Self {
            name: name.clone(),
            id: id.to_owned(),
            what,
        })
    }
}

impl Texts {
    /// A change of what is written down, in words.
    pub(super) fn change_of_terms(
        self,
        label: &TermsLabel,
        written: &dyn Fn(&str, &str) -> String,
    ) -> String {
        let name = &label.name;
        match &label.what {
            OfTerms::NewLine => self.change_new_line(name),
            OfTerms::Plan | OfTerms::Line | OfTerms::Method => self.change_terms(name),
            OfTerms::Total { from, to, currency } => {
                let total = |plain: &Option<String>| {
                    let plain = plain.as_ref();
                    plain.map_or_else(|| "—".to_owned(), |plain| written(plain, currency))
                };
                self.change_total(name, &total(from), &total(to))
            }
            OfTerms::NewMethod => self.change_new_method(name),
            OfTerms::Gone => self.change_removed(name),
        }
    }

    /// Why something is not written down so.
    pub(super) fn refusal_of_terms(
        self,
        refusal: &Refusal,
        exact: &dyn Fn(Money) -> String,
    ) -> String {
        match refusal {
            Refusal::LineTaken(id) => self.refusal_line_taken(id.as_str()),
            Refusal::MethodTaken(id) => self.refusal_method_taken(id.as_str()),
            Refusal::OtherCurrency(currency) => self.refusal_other_currency(&currency.to_string()),
            Refusal::InstallmentInUse(n) => self.refusal_installment_in_use(*n),
            Refusal::AfterFirstEntry(on) => self.refusal_after_first_entry(&on.to_string()),
            Refusal::BelowPaid { by } => self.refusal_below_paid(&exact(*by)),
            Refusal::LimitChangedSince(on) => self.refusal_limit_changed_since(&on.to_string()),
            Refusal::RestoreDaysOrder => self.refusal_restore_days_order().to_owned(),
            Refusal::CardNumber => self.refusal_card_number().to_owned(),
            Refusal::NotLast4 => self.refusal_not_last4().to_owned(),
            Refusal::OnceOnly => self.refusal_once_only().to_owned(),
            Refusal::InUse { plan, more: 0 } => self.refusal_in_use(plan.as_str()),
            Refusal::InUse { plan, more } => self.refusal_in_use_by(plan.as_str(), *more),
            refusal => self.refusal_of_case(refusal),
        }
    }
}
