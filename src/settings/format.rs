//! Dates, amounts and percentages as people read them. All exact: decimals, no binary fractions.

use std::borrow::Cow;
use std::fmt;

use chrono::{Datelike, NaiveDate, Weekday};
use rust_decimal::{Decimal, RoundingStrategy};

use super::texts::{Lang, Texts};
use crate::domain::{Currency, Money};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The month and day of a date: `03-07`.
pub fn month_day(date: NaiveDate) -> String {
    format!("{:02}-{:02}", date.month(), date.day())
}

/// Dates. The forms for columns have no blanks inside words, those for sentences do.
impl Texts {
    /// The shortest name of a weekday: `六`, `Sa`.
    pub const fn weekday(self, day: Weekday) -> &'static str {
        match day {
            Weekday::Mon => self.monday(),
            Weekday::Tue => self.tuesday(),
            Weekday::Wed => self.wednesday(),
            Weekday::Thu => self.thursday(),
            Weekday::Fri => self.friday(),
            Weekday::Sat => self.saturday(),
            Weekday::Sun => self.sunday(),
        }
    }

    /// A date in a column: `03-07 六`, `03-07 Sa`.
    pub fn day(self, date: NaiveDate) -> String {
        let weekday = self.weekday(date.weekday());
        format!("{:02}-{:02} {weekday}", date.month(), date.day())
    }

    /// A date with its year: `2026-03-10 周二`, `Tue 2026-03-10`.
    pub fn full_day(self, date: NaiveDate) -> String {
        self.with_weekday(&date.to_string(), date)
    }

    /// A date near today: `03-10 周二`, `Tue 03-10`; of another year with that year.
    pub fn near_day(self, today: NaiveDate, date: NaiveDate) -> String {
        if date.year() == today.year() {
            self.with_weekday(&month_day(date), date)
        } else {
            self.full_day(date)
        }
    }

    fn with_weekday(self, day: &str, date: NaiveDate) -> String {
        let weekday = self.weekday_word(date.weekday());
        match self.lang() {
            Lang::Zh => format!("{day} {weekday}"),
            Lang::En => format!("{weekday} {day}"),
        }
    }

    /// The weekday where it stands alone: `周二`, `Tue`.
    pub fn weekday_word(self, day: Weekday) -> String {
        match self.lang() {
            Lang::Zh => format!("周{}", self.weekday(day)),
            Lang::En => day.to_string(),
        }
    }

    /// The month of a date under a column: `3月`, `Mar`.
    pub fn month(self, date: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{}月", date.month()),
            Lang::En => month_name(date).chars().take(3).collect(),
        }
    }

    /// The month of a date as a title: `2026 年 3 月`, `March 2026`.
    pub fn month_of_year(self, date: NaiveDate) -> String {
        match self.lang() {
            Lang::Zh => format!("{} 年 {} 月", date.year(), date.month()),
            Lang::En => format!("{} {}", month_name(date), date.year()),
        }
    }

    /// How far a day is from today: `今天`, `明天`, `2天后`, `昨天`, `3天前`.
    pub fn relative(self, today: NaiveDate, date: NaiveDate) -> String {
        match (date - today).num_days() {
            -1 => self.yesterday().to_owned(),
            past @ ..-1 => self.days_ago(past.unsigned_abs()),
            0 => self.today().to_owned(),
            1 => self.tomorrow().to_owned(),
            days => self.in_days(days.unsigned_abs()),
        }
    }

    /// The same in a sentence: `5 天后`, `in 5 days`.
    pub fn relative_said(self, today: NaiveDate, date: NaiveDate) -> String {
        match (date - today).num_days() {
            days @ 2.. => self.in_days_said(days.unsigned_abs()),
            _ => self.relative(today, date),
        }
    }

    /// When an open installment is due: as [`Texts::relative`], but a past day is `逾期3天`.
    pub fn due(self, today: NaiveDate, due: NaiveDate) -> String {
        if due < today {
            self.days_late((today - due).num_days().unsigned_abs())
        } else {
            self.relative(today, due)
        }
    }
}

fn month_name(date: NaiveDate) -> &'static str {
    MONTHS
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default()
}

/// How amounts are written: a sign, groups of three, all decimals of the currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amounts {
    /// Every amount is `****`, for a screen that others can see.
    pub hidden: bool,
}

impl Amounts {
    /// Written out: the command line masks nothing.
    pub const SHOWN: Self = Self { hidden: false };
}

/// An amount in two parts, so that the cents can be quieter than the rest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Sign and whole units: `¥12,345`.
    pub whole: String,
    /// The rest: `.67`; empty where the currency has none or the form leaves them out.
    pub cents: String,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.whole, self.cents)
    }
}

impl Amounts {
    /// What stands in the place of anything hidden, whatever its length was.
    pub const HIDDEN: &'static str = "****";

    /// An order number, an account, a reference.
    pub fn number(self, text: &str) -> Cow<'_, str> {
        if self.hidden {
            Cow::Borrowed(Self::HIDDEN)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// What the shopper wrote in his own words: every number of three digits and more in it may be
    /// an amount or an account.
    pub fn prose(self, text: &str) -> Cow<'_, str> {
        if !self.hidden {
            return Cow::Borrowed(text);
        }
        let is_number = |char: char| char.is_ascii_digit() || ",.*".contains(char);
        let mut shown = String::new();
        let mut rest = text;
        while let Some(start) = rest.find(is_number) {
            let (before, from) = rest.split_at(start);
            let end = from.find(|char| !is_number(char)).unwrap_or(from.len());
            let (number, after) = from.split_at(end);
            let digits = number.chars().filter(char::is_ascii_digit).count();
            shown.push_str(before);
            shown.push_str(if digits < 3 { number } else { Self::HIDDEN });
            rest = after;
        }
        Cow::Owned(shown + rest)
    }

    /// To the cent, in two parts: `¥12,345` and `.67`.
    pub fn written(self, amount: Money, currency: Currency) -> Written {
        if self.hidden {
            return Written {
                whole: Self::HIDDEN.to_owned(),
                cents: String::new(),
            };
        }
        let plain = amount.plain(currency);
        let plain = plain.trim_start_matches('-');
        let (whole, cents) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
        let symbol = currency.symbol();
        let blank = if symbol == currency.code() { " " } else { "" };
        Written {
            whole: [sign(amount), symbol, blank, &grouped(whole)].concat(),
            cents: cents.to_owned(),
        }
    }

    /// To the cent: `¥12,345.67`.
    pub fn exact(self, amount: Money, currency: Currency) -> String {
        let Written { whole, cents } = self.written(amount, currency);
        whole + &cents
    }

    /// What may be spent, without cents, rounded down: a promise that always holds.
    pub fn free(self, amount: Money, currency: Currency) -> String {
        let floor = Money::from_decimal(amount.as_decimal().floor());
        self.written(floor, currency).whole
    }

    /// What must be paid, without cents, rounded up: whoever has that much has enough.
    pub fn debt(self, amount: Money, currency: Currency) -> String {
        let ceiling = Money::from_decimal(amount.as_decimal().ceil());
        self.written(ceiling, currency).whole
    }

    /// As [`Amounts::debt`] without the sign, for a column under a title: `12,346`.
    pub fn bare_debt(self, amount: Money) -> String {
        if self.hidden {
            return Self::HIDDEN.to_owned();
        }
        let ceiling = Money::from_decimal(amount.as_decimal().ceil());
        let digits = ceiling.as_decimal().abs().normalize().to_string();
        format!("{}{}", sign(ceiling), grouped(&digits))
    }
}

fn sign(amount: Money) -> &'static str {
    if amount < Money::ZERO { "-" } else { "" }
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A fraction as a percentage with two decimals, rounded half up: 0.109 is `10.90%`.
pub fn percent(fraction: Decimal) -> String {
    let percent = fraction * Decimal::ONE_HUNDRED;
    format!(
        "{:.2}%",
        percent.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero)
    )
}

/// How much of the whole a part is, in full percent, rounded down: `50%`; of nothing `0%`.
pub fn share(part: Decimal, whole: Decimal) -> String {
    let percent = (part * Decimal::ONE_HUNDRED)
        .checked_div(whole)
        .unwrap_or_default();
    format!("{}%", percent.floor())
}

#[cfg(test)]
mod tests {
    use super::{Amounts, Currency, Decimal, Lang, Money, NaiveDate, Texts, percent, share};

    const ZH: Texts = Texts::new(Lang::Zh);
    const EN: Texts = Texts::new(Lang::En);

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn dates_have_a_form_for_columns_and_one_with_the_year() {
        let saturday = date("2026-03-07");
        assert_eq!(
            (ZH.day(saturday), EN.day(saturday)),
            ("03-07 六".into(), "03-07 Sa".into())
        );
        let tuesday = date("2026-03-10");
        assert_eq!(
            (ZH.full_day(tuesday), EN.full_day(tuesday)),
            ("2026-03-10 周二".into(), "Tue 2026-03-10".into())
        );
        assert_eq!(
            (ZH.month(tuesday), EN.month(tuesday)),
            ("3月".into(), "Mar".into())
        );
        assert_eq!(
            (ZH.month_of_year(tuesday), EN.month_of_year(tuesday)),
            ("2026 年 3 月".into(), "March 2026".into())
        );
    }

    #[test]
    fn days_near_today_have_names_and_an_open_one_in_the_past_is_late() {
        let today = date("2026-03-10");
        for (day, zh, en, due_zh, due_en) in [
            ("2026-03-07", "3天前", "3d ago", "逾期3天", "3d late"),
            ("2026-03-09", "昨天", "yesterday", "逾期1天", "1d late"),
            ("2026-03-10", "今天", "today", "今天", "today"),
            ("2026-03-11", "明天", "tomorrow", "明天", "tomorrow"),
            ("2026-03-12", "2天后", "in 2d", "2天后", "in 2d"),
        ] {
            let day = date(day);
            assert_eq!(
                (ZH.relative(today, day), EN.relative(today, day)),
                (zh.into(), en.into())
            );
            assert_eq!(
                (ZH.due(today, day), EN.due(today, day)),
                (due_zh.into(), due_en.into())
            );
        }
    }

    fn yuan(cents: i64) -> Money {
        Money::from_decimal(Decimal::new(cents, 2))
    }

    #[test]
    fn amounts_are_grouped_and_exact_to_the_smallest_unit() {
        let open = Amounts { hidden: false };
        for (cents, text) in [
            (0, "¥0.00"),
            (5, "¥0.05"),
            (44_158, "¥441.58"),
            (100_000, "¥1,000.00"),
            (1_234_567, "¥12,345.67"),
            (-123_456_789, "-¥1,234,567.89"),
        ] {
            assert_eq!(open.exact(yuan(cents), Currency::CNY), text);
        }
        assert_eq!(
            open.exact(Money::LARGEST, Currency::CNY),
            "¥1,000,000,000,000.00"
        );
        let currency = |code| Currency::new(code).unwrap();
        assert_eq!(open.exact(yuan(150_000), currency("JPY")), "¥1,500");
        assert_eq!(open.exact(yuan(150), currency("USD")), "$1.50");
        assert_eq!(open.exact(yuan(150), currency("CHF")), "CHF 1.50");
        let written = open.written(yuan(44_158), Currency::CNY);
        assert_eq!(
            (written.whole.as_str(), written.cents.as_str()),
            ("¥441", ".58")
        );
    }

    #[test]
    fn without_cents_a_limit_is_rounded_down_and_a_debt_up() {
        let open = Amounts { hidden: false };
        for (cents, free, debt) in [
            (565_399, "¥5,653", "¥5,654"),
            (565_300, "¥5,653", "¥5,653"),
            (-50, "-¥1", "¥0"),
            (1, "¥0", "¥1"),
        ] {
            assert_eq!(open.free(yuan(cents), Currency::CNY), free);
            assert_eq!(open.debt(yuan(cents), Currency::CNY), debt);
        }
        assert_eq!(open.bare_debt(yuan(264_032)), "2,641");
        assert_eq!(open.bare_debt(yuan(100_000_000)), "1,000,000");
    }

    #[test]
    fn a_hidden_amount_does_not_even_show_its_length() {
        let hidden = Amounts { hidden: true };
        for cents in [0, 44_158, 1_234_567] {
            assert_eq!(hidden.exact(yuan(cents), Currency::CNY), "****");
            assert_eq!(hidden.free(yuan(cents), Currency::CNY), "****");
            assert_eq!(hidden.debt(yuan(cents), Currency::CNY), "****");
            assert_eq!(hidden.bare_debt(yuan(cents)), "****");
        }
    }

    #[test]
    fn percentages_round_half_up_and_shares_down() {
        assert_eq!(percent(Decimal::new(109, 3)), "10.90%");
        assert_eq!(percent(Decimal::new(12345, 5)), "12.35%");
        assert_eq!(percent(Decimal::new(5, 5)), "0.01%");
        assert_eq!(share(42_064.into(), 83_000.into()), "50%");
        assert_eq!(share(2.into(), 3.into()), "66%");
        assert_eq!(share(1.into(), Decimal::ZERO), "0%");
    }
}
