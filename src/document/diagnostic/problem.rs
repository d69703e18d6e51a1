//! Every problem a data file can have.

use chrono::NaiveDate;

use super::{Kind, OtherFormat, Reference, SettingProblem, Syntax};
use crate::domain::Currency;

/// What is wrong, with all that is needed to say what to write instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Two versions of the file were merged and the conflict was left in it.
    MergeConflict,
    /// The whole text is of another format.
    OtherFormat(OtherFormat),
    /// A typographic character stands where TOML wants a plain one.
    Typographic {
        /// The character.
        found: char,
        /// What to write instead.
        instead: &'static str,
    },
    /// A character that is not seen stands where it may not.
    Invisible {
        /// The character.
        found: char,
    },
    /// A key of other letters than a–z stands without quotes.
    UnquotedKey {
        /// The key.
        key: String,
    },
    /// A key stands twice.
    DuplicateKey {
        /// The key.
        key: String,
        /// The line of the first one, where it is known.
        first: Option<usize>,
    },
    /// TOML does not allow it.
    Syntax(Syntax),
    /// A value is of another kind.
    WrongKind {
        /// The key it stands under.
        key: String,
        /// What belongs there.
        expected: Kind,
        /// What stands there.
        found: Kind,
    },
    /// A key is missing.
    Missing {
        /// The key.
        key: &'static str,
    },
    /// A key means nothing to this program; it is kept.
    UnknownKey {
        /// The key.
        key: String,
        /// A known key that looks like it.
        near: Option<&'static str>,
    },
    /// Two keys exclude each other.
    OneOfTwo {
        /// The one.
        one: &'static str,
        /// The other.
        other: &'static str,
    },
    /// A word is not among those that are known.
    UnknownWord {
        /// The word.
        found: String,
        /// All that are known.
        allowed: Vec<&'static str>,
        /// The one that looks like it.
        near: Option<&'static str>,
    },
    /// A whole number stands in quotes.
    QuotedNumber {
        /// The number.
        number: u32,
    },
    /// A whole number is too small or too large.
    OutOfRange {
        /// The key it stands under.
        key: String,
        /// The smallest that is possible.
        least: u32,
        /// The largest that is possible.
        most: u32,
    },
    /// A text holds a character that is not seen or steers the terminal.
    OddCharacter {
        /// The character.
        found: char,
    },
    /// It is no id.
    BadId {
        /// What stands there.
        found: String,
    },
    /// Two of a kind have the same id.
    DuplicateId {
        /// The id.
        id: String,
        /// The line of the first one.
        first: usize,
    },
    /// Nothing has this id.
    UnknownReference {
        /// What it should be.
        kind: Reference,
        /// The id.
        id: String,
        /// One that exists and looks like it.
        near: Option<String>,
    },
    /// The rulebook knows no such provider.
    UnknownProvider {
        /// The name.
        id: String,
        /// One that it knows and that looks like it.
        near: Option<String>,
    },
    /// It is no amount of money.
    NotAnAmount {
        /// What stands there.
        found: String,
        /// What was probably meant.
        instead: Option<String>,
    },
    /// An amount is below zero where none can be.
    NegativeAmount {
        /// The key it stands under.
        key: String,
    },
    /// An amount has more decimals than its currency.
    TooManyDecimals {
        /// The key it stands under.
        key: String,
        /// The currency's code.
        currency: String,
        /// How many it has.
        decimals: u32,
    },
    /// An amount is larger than 10^12.
    AmountTooLarge,
    /// An unquoted amount has more digits than other programs keep.
    TooManyDigits {
        /// How many are safe.
        most: u32,
    },
    /// An amount is written with an exponent.
    Exponent,
    /// An amount is infinite or no number.
    NotFinite,
    /// An amount is written in hexadecimal, octal or binary.
    OtherBase,
    /// It is no percentage.
    BadRate {
        /// What stands there.
        found: String,
        /// What was probably meant.
        instead: Option<String>,
    },
    /// It is no currency.
    BadCurrency {
        /// What stands there.
        found: String,
        /// The code that was probably meant.
        instead: Option<String>,
    },
    /// It has the form of a currency's code, and ISO 4217 does not list it.
    UnlistedCurrency(Currency),
    /// It is no date.
    BadDate {
        /// What stands there.
        found: String,
        /// What was probably meant.
        instead: Option<NaiveDate>,
    },
    /// A time of day stands where only a date can.
    TimeGiven {
        /// The date alone, where there is one.
        date: Option<NaiveDate>,
    },
    /// A date lies outside 1970 to 2200.
    DateOutOfRange,
    /// A date stands in quotes; it is read.
    QuotedDate {
        /// The date.
        date: NaiveDate,
    },
    /// A day lies before another that should come first.
    TooEarly {
        /// The key of the earlier day.
        key: &'static str,
        /// The key of the day that should come first.
        than: &'static str,
        /// That day.
        day: NaiveDate,
    },
    /// It is no distance between installments.
    BadEvery {
        /// What stands there.
        found: String,
    },
    /// The file does not say its format version.
    VersionMissing,
    /// A newer program wrote the file: it is shown, not changed.
    NewerVersion {
        /// Its version.
        version: u32,
    },
    /// Price, down payment and principal do not fit together.
    PrincipalMismatch {
        /// Price less down payment.
        financed: String,
        /// The principal that stands there.
        principal: String,
    },
    /// More is paid at once than the price.
    DownPaymentAbovePrice,
    /// The balloon is more than what is financed.
    BalloonAbovePrincipal,
    /// A tier of late fees is not `[from total, fee]`, or the totals do not rise.
    LateTier,
    /// The rows of the schedule do not add up to the principal.
    ScheduleSum {
        /// What they add up to, with the computed rows.
        sum: String,
        /// The principal.
        principal: String,
        /// Sum less principal.
        difference: String,
    },
    /// Two rows have the same number.
    DuplicateInstallment {
        /// The number.
        n: u32,
        /// The line of the first one.
        first: usize,
    },
    /// More was paid than all that is owed.
    Overpaid {
        /// By how much.
        by: String,
    },
    /// The same payment stands twice.
    SamePaymentTwice {
        /// The line of the first one.
        first: usize,
    },
    /// The earliest day of a window lies after its latest.
    RestoreDaysOrder,
    /// Not exactly two numbers.
    RestoreDaysCount,
    /// Not exactly four digits.
    BadLast4,
    /// Something that may be a card's whole number. Never shown.
    CardNumber,
    /// A holiday calendar says a day is both off and worked, or lists it twice.
    DayTwice {
        /// The day.
        day: NaiveDate,
    },
    /// A holiday calendar lists a day of another year.
    DayOfOtherYear {
        /// The year of the table.
        year: u32,
    },
    /// Settings or a theme say what cannot be.
    Setting(SettingProblem),
}

impl Problem {
    /// True where one value alone shows it: it is certain even when other parts of the text
    /// could not be read.
    pub(in crate::document) fn is_local(&self) -> bool {
        !matches!(
            self,
            Self::Missing { .. }
                | Self::UnknownKey { .. }
                | Self::UnknownReference { .. }
                | Self::UnknownProvider { .. }
                | Self::OneOfTwo { .. }
                | Self::ScheduleSum { .. }
                | Self::Overpaid { .. }
                | Self::VersionMissing
                | Self::WrongKind { .. }
                | Self::BalloonAbovePrincipal
                | Self::LateTier
                | Self::RestoreDaysCount
        )
    }
}
