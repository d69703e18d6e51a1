//! Why a bill, or one row of it, cannot be read.

use thiserror::Error;

/// Why a file is no bill that can be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// More than [`LARGEST`](super::LARGEST) bytes.
    #[error("more than 20 MB")]
    TooLarge,
    /// More than [`MOST_ROWS`](super::MOST_ROWS) rows.
    #[error("more than 50,000 rows")]
    TooManyRows,
    /// More than [`MOST_COLUMNS`](super::MOST_COLUMNS) columns.
    #[error("line {line}: more than 64 columns")]
    TooManyColumns {
        /// Where.
        line: usize,
    },
    /// A field of more than [`LONGEST_FIELD`](super::LONGEST_FIELD) bytes, or one that ends with the
    /// file: a quotation mark that nobody closed.
    #[error("line {line}: a quotation mark is not closed")]
    OpenQuote {
        /// Where it was opened.
        line: usize,
    },
    /// Neither UTF-8 nor UTF-16 nor GB18030.
    #[error("unknown encoding")]
    Encoding,
    /// Something else than a bill.
    #[error("{0:?}")]
    NotABill(Content),
    /// A spreadsheet that would unpack to more than is allowed.
    #[error("unpacks to too much")]
    Bomb {
        /// To so many bytes, as it says itself.
        bytes: u64,
    },
    /// A spreadsheet that is encrypted.
    #[error("encrypted")]
    Encrypted,
    /// A spreadsheet whose parts cannot be read.
    #[error("a damaged spreadsheet")]
    DamagedSheet,
    /// No row is the header of a format that is known.
    #[error("no known header")]
    NoHeader {
        /// The columns of the row that looks most like one.
        columns: Vec<String>,
    },
    /// No format has this name.
    #[error("no format {name}")]
    UnknownFormat {
        /// The name.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
}

/// What a file is instead of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A web page, for instance one that asks to log in.
    WebPage,
    /// A spreadsheet of the old form, or an encrypted one of the new form.
    OldSheet,
    /// An archive without a spreadsheet in it.
    Archive,
    /// A PDF document.
    Pdf,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongRow {
    /// Its line in the file, from 1; in a spreadsheet the number of the row.
    pub line: usize,
    /// Why.
    pub why: Wrong,
}

/// Why a row cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Wrong {
    /// More or fewer fields than the header has.
    #[error("{found} fields, not {expected}")]
    Ragged {
        /// So many fields.
        found: usize,
        /// So many columns.
        expected: usize,
    },
    /// A field that holds whole lines: a quotation mark was not closed where it should.
    #[error("a field holds whole lines")]
    Swallowed,
    /// No amount.
    #[error("no amount: {0}")]
    Amount(String),
    /// No day.
    #[error("no day: {0}")]
    Day(String),
    /// A day whose day and month cannot be told apart.
    #[error("day or month first: {0}")]
    AmbiguousDay(String),
    /// A day as a spreadsheet counts it.
    #[error("a counted day: {0}")]
    CountedDay(String),
    /// An order number of which a spreadsheet kept only the first digits.
    #[error("rounded by a spreadsheet: {0}")]
    Rounded(String),
    /// No currency.
    #[error("no currency: {0}")]
    Currency(String),
}
