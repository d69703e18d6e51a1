//! Money, rates, dates, currencies and ids out of values. Numbers are taken as they are
//! written, never through binary floating point.

use chrono::{Datelike, NaiveDate};

use super::value::Value;
use crate::document::diagnostic::{Kind, Problem};
use crate::document::tree::Node;
use crate::domain::currency::Currency;
use crate::domain::due::Every;
use crate::domain::money::{Money, NotMoney};
use crate::domain::rate::Rate;

/// More digits than this are not kept by programs that read numbers as binary floating point.
const SAFE_DIGITS: usize = 15;
/// What is quoted from the file in a problem is cut after so many characters.
const QUOTED: usize = 40;

/// Other ways people write a currency, and its code.
const CURRENCY_ALIASES: [(&str, &str); 14] = [
    ("RMB", "CNY"),
    ("CNH", "CNY"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("元", "CNY"),
    ("人民币", "CNY"),
    ("YUAN", "CNY"),
    ("$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("港币", "HKD"),
    ("HK$", "HKD"),
    ("NTD", "TWD"),
    ("日元", "JPY"),
];

/// As much of a text as a message needs.
pub fn excerpt(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}

impl<'a> Value<'a> {
    /// An amount of at least zero.
    pub fn money(self, currency: Currency) -> Option<Money> {
        let (negative, amount) = self.signed(currency)?;
        if negative && !amount.is_zero() {
            let key = self.key.to_owned();
            return self.error(Problem::NegativeAmount { key });
        }
        Some(amount)
    }

    /// An amount that may lie below zero.
    pub fn signed_money(self, currency: Currency) -> Option<Money> {
        let (negative, amount) = self.signed(currency)?;
        Some(if negative { -amount } else { amount })
    }

    /// Whether it has a minus, and the amount behind it.
    fn signed(self, currency: Currency) -> Option<(bool, Money)> {
        let (literal, quoted): (&'a str, bool) = match self.get() {
            Node::String(text) => (text, true),
            Node::Integer(number) if number.radix != 10 => {
                return self.error(Problem::OtherBase);
            }
            Node::Integer(number) => (&number.digits, false),
            Node::Float(number) => (number, false),
            _ => return self.wrong(Kind::Amount),
        };
        let unsigned = literal.strip_prefix('-');
        let digits = unsigned.unwrap_or(literal);
        let digits = if quoted {
            digits
        } else {
            digits.trim_start_matches('+')
        };
        let amount = match Money::parse(digits, currency) {
            Ok(amount) => amount,
            Err(why) => return self.error(self.not_an_amount(literal, why, quoted, currency)),
        };
        let significant = digits.bytes().filter(u8::is_ascii_digit);
        if !quoted && significant.skip_while(|digit| *digit == b'0').count() > SAFE_DIGITS {
            return self.error(Problem::TooManyDigits { most: 15 });
        }
        Some((unsigned.is_some(), amount))
    }

    fn not_an_amount(
        self,
        literal: &str,
        why: NotMoney,
        quoted: bool,
        currency: Currency,
    ) -> Problem {
        match why {
            NotMoney::TooManyDecimals(decimals) => Problem::TooManyDecimals {
                key: self.key.to_owned(),
                currency: currency.to_string(),
                decimals,
            },
            NotMoney::TooLarge => Problem::AmountTooLarge,
            NotMoney::NotANumber if !quoted && literal.contains(['i', 'n']) => Problem::NotFinite,
            NotMoney::NotANumber if !quoted => Problem::Exponent,
            NotMoney::NotANumber => {
                let plain = plain_digits(literal);
                Problem::NotAnAmount {
                    found: excerpt(literal),
                    instead: Money::parse(&plain, currency).is_ok().then_some(plain),
                }
            }
        }
    }

    /// A percentage in quotes.
    pub fn rate(self) -> Option<Rate> {
        let text: &str = match self.get() {
            Node::String(text) => text,
            _ => return self.wrong(Kind::Rate),
        };
        Rate::parse(text).ok().or_else(|| {
            let plain = plain_digits(text);
            let meant = if plain.ends_with('%') {
                Rate::parse(&plain)
            } else {
                Rate::parse(&format!("{plain}%"))
            };
            self.error(Problem::BadRate {
                found: excerpt(text),
                instead: meant.ok().map(|rate| rate.to_string()),
            })
        })
    }

    /// A day from 1970 to 2200.
    pub fn date(self) -> Option<NaiveDate> {
        let date = match self.get() {
            Node::Datetime(written) => {
                let date = written.date.and_then(|date| {
                    let (month, day) = (date.month.into(), date.day.into());
                    NaiveDate::from_ymd_opt(date.year.into(), month, day)
                });
                match date {
                    Some(date) if written.time.is_none() => date,
                    date => return self.error(Problem::TimeGiven { date }),
                }
            }
            Node::String(text) => self.quoted_date(text)?,
            _ => return self.wrong(Kind::Date),
        };
        if (1970..=2200).contains(&date.year()) {
            Some(date)
        } else {
            self.error(Problem::DateOutOfRange)
        }
    }

    fn quoted_date(self, text: &str) -> Option<NaiveDate> {
        if let Some(date) = written_date(text) {
            self.warn(Problem::QuotedDate { date });
            return Some(date);
        }
        self.error(Problem::BadDate {
            found: excerpt(text),
            instead: loosely_written_date(text),
        })
    }

    /// A currency code.
    pub fn currency(self) -> Option<Currency> {
        let text = self.str()?;
        let upper = text.trim().to_uppercase();
        let alias = CURRENCY_ALIASES.iter().find(|(alias, _)| *alias == upper);
        match (alias, Currency::new(text)) {
            (None, Some(currency)) => {
                if !currency.is_listed() {
                    self.warn(Problem::UnlistedCurrency(currency));
                }
                Some(currency)
            }
            (alias, _) => self.error(Problem::BadCurrency {
                found: excerpt(text),
                instead: alias
                    .map(|(_, code)| (*code).to_owned())
                    .or_else(|| Currency::new(&upper).map(|code| code.to_string())),
            }),
        }
    }

    /// The distance between installments.
    pub fn every(self) -> Option<Every> {
        let text = self.str()?;
        Every::parse(text).or_else(|| {
            let found = excerpt(text);
            self.error(Problem::BadEvery { found })
        })
    }

    /// An id, read by the type it is for.
    pub fn id<T, E>(self, read: fn(&str) -> Result<T, E>) -> Option<T> {
        let text = self.str()?;
        read(text).ok().or_else(|| {
            let found = excerpt(text);
            self.error(Problem::BadId { found })
        })
    }
}

/// The text without separators and currency signs, with full-width characters made plain.
pub fn plain_digits(text: &str) -> String {
    let plain = |char: char| match char {
        '０'..='９' | '．' | '％' => {
            char::from_u32(u32::from(char) - u32::from('！') + u32::from('!'))
        }
        ',' | '，' | '_' | '\'' | '¥' | '￥' | '$' | '€' | '£' | '元' | '+' => None,
        char if char.is_whitespace() => None,
        char => Some(char),
    };
    text.chars().filter_map(plain).collect()
}

/// `2026-07-26` exactly.
fn written_date(text: &str) -> Option<NaiveDate> {
    let is_digit = |at: &usize| text.as_bytes()[*at].is_ascii_digit();
    let digits = text.len() == 10 && [0, 1, 2, 3, 5, 6, 8, 9].iter().all(is_digit);
    digits.then(|| text.parse().ok()).flatten()
}

/// A date written `2026/7/26`, `2026.7.26`, `2026年7月26日` or `20260726`.
fn loosely_written_date(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text
        .split(|char: char| !char.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let parts = match parts.as_slice() {
        [all] if all.len() == 8 => vec![all.get(..4)?, all.get(4..6)?, all.get(6..)?],
        _ => parts,
    };
    let [year, month, day] = parts.as_slice() else {
        return None;
    };
    let year = Some(*year).filter(|year| year.len() == 4)?.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}
