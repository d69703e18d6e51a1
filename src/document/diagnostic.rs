//! What can be wrong with a data file, as values. The words for them stand elsewhere.

mod problem;
mod setting;

use std::fmt;
use std::ops::Range;

pub use self::problem::Problem;
pub use self::setting::SettingProblem;

/// Whether a problem keeps the file from being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be read as it is.
    Error,
    /// The file is read, but something in it is probably not meant so.
    Warning,
}

/// A problem and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it keeps the file from being read.
    pub severity: Severity,
    /// The bytes it concerns.
    pub span: Range<usize>,
    /// The line it begins on, from 1.
    pub line: usize,
    /// The column it begins at, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// All problems of a file that cannot be read, warnings among them, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems(pub Vec<Diagnostic>);

impl Problems {
    /// The first problem that keeps the file from being read.
    pub fn first_error(&self) -> Option<&Diagnostic> {
        self.0
            .iter()
            .find(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let errors = self.0.iter().filter(|d| d.severity == Severity::Error);
        write!(f, "{} problems", errors.count())
    }
}

impl std::error::Error for Problems {}

/// A format that was pasted by mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherFormat {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

/// What TOML does not allow, as far as a shopper needs to tell it apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// Text without quotes around it, as it stands.
    UnquotedText(String),
    /// A text whose closing quote is missing.
    UnclosedText,
    /// A bracket or brace whose partner is missing.
    Unclosed(char),
    /// A comma is missing between two entries.
    MissingComma,
    /// A comma too many.
    ExtraComma,
    /// A colon between a key and its value.
    Colon,
    /// A key without a value.
    MissingValue,
    /// A value without a key, or a line that is neither.
    MissingKey,
    /// An unknown escape after a backslash.
    BadEscape,
    /// A number with leading zeros, or two points, or stray underscores.
    BadNumber,
    /// A date that does not exist or is not written as year-month-day.
    BadDate,
    /// A control character.
    ControlCharacter,
    /// A carriage return without a line feed.
    LoneCarriageReturn,
    /// Nested too deeply.
    TooDeep,
    /// Anything else, in the words of the TOML reader.
    Other(String),
}

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text in quotes.
    Text,
    /// A whole number.
    Whole,
    /// A number with a point.
    Decimal,
    /// An amount of money.
    Amount,
    /// A percentage in quotes.
    Rate,
    /// `true` or `false`.
    Boolean,
    /// A date.
    Date,
    /// An array.
    List,
    /// A table.
    Table,
    /// An array of tables under `[[ ]]` headers.
    Tables,
    /// A fee.
    Fee,
}

/// What an id refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// A credit line.
    Line,
    /// A way to pay.
    Method,
    /// A plan.
    Plan,
}
