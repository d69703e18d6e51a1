//! A bill that the shopper described in the settings: which column means what.

/// How to read a bill that is not known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What `--from` calls it.
    pub name: String,
    /// The column of the day.
    pub date: String,
    /// How the day is written, in the letters of `strftime`; `None`: year, month, day.
    pub date_format: Option<String>,
    /// The column of the amount.
    pub amount: String,
    /// The column that says what it was for.
    pub text: String,
    /// The column of the order or reference number.
    pub order: Option<String>,
    /// The column of the way it was paid.
    pub method: Option<String>,
    /// The line of the book that all of it belongs to.
    pub line: Option<String>,
    /// The words by which a repayment is recognised.
    pub repayment: Vec<String>,
}
