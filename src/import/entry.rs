//! A row of a bill, as far as it matters for installments.

use chrono::NaiveDate;

pub use super::figure::Back;
use super::service::Service;
pub use super::wording::{BillMonth, Nth};
use crate::domain::{Currency, Money};

/// A row of a bill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its line in the file, from 1; in a spreadsheet the number of the row.
    pub line: usize,
    /// The day.
    pub on: NaiveDate,
    /// The amount, zero or more.
    pub amount: Money,
    /// The currency of the amount.
    pub currency: Currency,
    /// What it is.
    pub kind: Kind,
    /// What became of it.
    pub state: State,
    /// Which provider it names.
    pub service: Option<Service>,
    /// The line of the book that the shopper named for such bills.
    pub of_line: Option<String>,
    /// What it was for, card numbers cut to their last four digits.
    pub item: String,
    /// To whom.
    pub merchant: Option<String>,
    /// The last four digits of the account it was paid from.
    pub from: Option<String>,
    /// The last four digits of the card it belongs to.
    pub card: Option<String>,
    /// Its order number, or what tells it from all other rows.
    pub reference: String,
    /// The order numbers of the purchase.
    pub orders: Vec<String>,
    /// The bill that it names.
    pub month: Option<BillMonth>,
    /// The installment that it names.
    pub nth: Option<Nth>,
    /// The number of installments that it names.
    pub periods: Option<u32>,
    /// True where the provider's own bill says it: what it books has arrived.
    pub is_proof: bool,
    /// What was given back of it.
    pub back: Option<Back>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A debt was repaid.
    Repayment,
    /// Something was bought on credit.
    Purchase,
    /// An installment was put on the bill of a card: a debt, not a payment.
    Posted,
    /// Money came back.
    Refund,
    /// Nothing that installments are about.
    Other,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// It was done.
    Done,
    /// It failed.
    Failed,
    /// It was called off.
    Closed,
    /// It is under way.
    Pending,
    /// A word that is not known.
    Unknown(String),
}
