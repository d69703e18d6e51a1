//! Names of accounts. They are made of ids alone, whose letters every program takes.

use std::fmt;

use crate::domain::method::MethodKind;
use crate::domain::{Book, LineId, MethodId, PlanId};

/// An account: words of letters, digits and dashes, each with a capital letter or digit first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Account(String);

impl Account {
    /// What was bought, with what was paid down.
    pub(super) fn purchases() -> Self {
        Self("Expenses:Installments:Purchases".to_owned())
    }

    /// Fees and interest.
    pub(super) fn fees() -> Self {
        Self("Expenses:Installments:Fees".to_owned())
    }

    /// What being late cost.
    pub(super) fn penalties() -> Self {
        Self("Expenses:Installments:Penalties".to_owned())
    }

    /// What was owed when the book began.
    pub(super) fn opening() -> Self {
        Self("Equity:Opening-Balances".to_owned())
    }

    /// What goes from a plan into the one that replaces it.
    pub(super) fn restructured() -> Self {
        Self("Equity:Installments:Restructured".to_owned())
    }

    /// What was paid above all that was owed.
    pub(super) fn overpaid() -> Self {
        Self("Assets:Installments:Overpaid".to_owned())
    }

    /// All debts of a line, or of plans without one.
    pub(super) fn owed_on(line: Option<&LineId>) -> Self {
        // No id has a capital letter inside, so none is taken for this.
        let line = line.map_or_else(|| "NoLine".to_owned(), |line| capital(line.as_str()));
        Self(format!("Liabilities:Installments:{line}"))
    }

    /// The debt of a plan.
    pub(super) fn owed(line: Option<&LineId>, plan: &PlanId) -> Self {
        let Self(line) = Self::owed_on(line);
        Self(format!("{line}:{}", capital(plan.as_str())))
    }

    /// Where money comes from; a credit card is a debt itself.
    pub(super) fn paid_from(book: &Book, method: Option<&MethodId>) -> Self {
        let kind = method
            .and_then(|id| book.method(id))
            .map(|method| method.kind);
        let root = match kind {
            Some(MethodKind::CreditCard) => "Liabilities",
            _ => "Assets",
        };
        let name = method.map_or_else(|| "NotStated".to_owned(), |id| capital(id.as_str()));
        Self(format!("{root}:Payment:{name}"))
    }
}

/// The id with a capital letter first; two ids never become one.
fn capital(id: &str) -> String {
    let mut chars = id.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
