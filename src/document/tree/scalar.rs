//! What a value says.

use std::borrow::Cow;

use chrono::NaiveDate;
use toml::value::{Date, Datetime};
use toml_parser::decoder::ScalarKind;
use toml_parser::{ErrorSink, Raw};

use super::{Integer, Node};

/// Reads a value that is neither an array nor a table; none where it is no date that exists.
pub fn scalar<'t>(raw: Raw<'t>, error: &mut dyn ErrorSink) -> Option<Node<'t>> {
    let mut text = Cow::Borrowed("");
    Some(match raw.decode_scalar(&mut text, error) {
        ScalarKind::String => Node::String(text),
        ScalarKind::Boolean(value) => Node::Boolean(value),
        ScalarKind::DateTime => Node::Datetime(match date(&text) {
            Some(date) => Datetime {
                date: Some(date),
                time: None,
                offset: None,
            },
            None => text.parse().ok()?,
        }),
        ScalarKind::Float => Node::Float(text),
        ScalarKind::Integer(radix) => Node::Integer(Integer {
            digits: text,
            radix: radix.value(),
        }),
    })
}

/// `2026-07-26`, which nearly every date of a book is.
fn date(text: &str) -> Option<Date> {
    let number = |from: usize, to: usize| {
        let mut digits = text.get(from..to)?.bytes();
        digits.try_fold(0, |number: u16, digit| {
            let is_digit = digit.is_ascii_digit();
            is_digit.then(|| number * 10 + u16::from(digit - b'0'))
        })
    };
    let is_date = text.len() == 10 && text.get(4..5) == Some("-") && text.get(7..8) == Some("-");
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let exists = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()).is_some();
    (is_date && exists).then_some(Date {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    })
}
