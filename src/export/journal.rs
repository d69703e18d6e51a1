//! The book as double entries, for hledger, ledger and beancount.
//!
//! What is owed is the principal: a purchase puts it on the account of its plan below that of its
//! line, a payment takes its part off and spends its fee. So on any day
//!
//! - the account of a plan is the principal that `show` has as open, and
//! - the account of a line is what `limit` has as used, where the line counts principal and frees it
//!   with each payment (a line with other rules holds more back than is owed).
//!
//! Both are written into the journal as assertions from the standing, not from the entries, so that
//! every program that reads it proves it. Fees are expenses when they are paid. What is past is
//! dated as it happened, what is only expected from tomorrow on; it adds up to what is left to pay.

mod account;
mod beancount;
mod happened;
mod hledger;

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use account::Account;

use crate::domain::{Book, Currency, Money, Position};
use crate::settings::texts::Texts;

/// The entries of a book.
#[derive(Debug, Clone)]
pub struct Journal {
    /// As of which day.
    pub today: NaiveDate,
    /// The currency of the book.
    pub currency: Currency,
    /// The names of the lines, by the accounts of their debts.
    pub lines: Vec<(Account, String)>,
    /// What happened and is expected, oldest first.
    pub entries: Vec<Entry>,
    /// What each plan owes at the end of today.
    pub balances: Vec<Balance>,
}

/// One transaction; its postings add up to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// On which day.
    pub on: NaiveDate,
    /// True where it has not happened yet.
    pub is_expected: bool,
    /// The merchant, or else the name of the line.
    pub payee: String,
    /// What it is.
    pub what: String,
    /// The id of its plan.
    pub plan: String,
    /// The bank's or provider's reference.
    pub reference: Option<String>,
    /// The currency of all its amounts.
    pub currency: Currency,
    /// Where the money goes, and where it comes from.
    pub postings: Vec<(Account, Money)>,
}

/// What an account holds at the end of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Balance {
    /// The account.
    pub account: Account,
    /// What it holds; a debt is below zero.
    pub amount: Money,
    /// In which currency.
    pub currency: Currency,
}

impl Journal {
    /// The entries of a book; with `future` also what is still to be paid.
    pub fn of(book: &Book, position: &Position, future: bool, texts: Texts) -> Self {
        let mut journal = Self {
            today: position.today,
            currency: book.currency,
            lines: Vec::new(),
            entries: Vec::new(),
            balances: Vec::new(),
        };
        for line in &book.lines {
            let account = Account::owed_on(Some(&line.id));
            journal.lines.push((account, line.name.clone()));
        }
        for (plan, standing) in book.plans.iter().zip(&position.plans) {
            let of_plan = happened::OfPlan::new(book, plan, standing, position.today, texts);
            journal.entries.extend(of_plan.entries(future));
            journal.balances.extend(of_plan.balance());
        }
        journal.entries.retain(|entry| !entry.postings.is_empty());
        journal.entries.sort_by_key(|entry| entry.on);
        journal
    }

    /// Every account with the day of its first entry, by name.
    fn accounts(&self) -> BTreeMap<&Account, NaiveDate> {
        let mut first = BTreeMap::new();
        for entry in &self.entries {
            for (account, _) in &entry.postings {
                first.entry(account).or_insert(entry.on);
            }
        }
        first
    }
}
