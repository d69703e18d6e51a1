//! What a value says.

use std::borrow::Cow;

use chrono::NaiveDate;
use toml::value::{Date, Datetime};
use toml_parser::decoder::ScalarKind;
use toml_parser::{ErrorSink, Raw};

use super::{Integer, Node};

/// Reads a value that is neither an array nor a table; none where it is no date that exists.
pub fn scalar<'t>(raw: Raw<'t>, error: &mut dyn ErrorSink) -> Option<Node<'t>> {
    let plain = number(raw.as_str()).or_else(|| date(raw.as_str()));
    if plain.is_some() {
        return plain;
    }
    let mut text = Cow::Borrowed("");
    Some(match raw.decode_scalar(&mut text, error) {
        ScalarKind::String => Node::String(text),
        ScalarKind::Boolean(value) => Node::Boolean(value),
        ScalarKind::DateTime => Node::Datetime(text.parse().ok()?),
        ScalarKind::Float => Node::Float(text),
        ScalarKind::Integer(radix) => Node::Integer(Integer {
            digits: text,
            radix: radix.value(),
        }),
    })
}

/// `12` or `1168.08`, which nearly every number of a book is.
fn number(text: &str) -> Option<Node<'_>> {
    let bytes = text.as_bytes();
    let whole = bytes
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let leads_with_zero = whole > 1 && bytes.first() == Some(&b'0');
    if whole == 0 || leads_with_zero {
        return None;
    }
    let digits = Cow::Borrowed(text);
    match bytes.get(whole..)? {
        [] => Some(Node::Integer(Integer { digits, radix: 10 })),
        [b'.', places @ ..] if !places.is_empty() && places.iter().all(u8::is_ascii_digit) => {
            Some(Node::Float(digits))
        }
        _ => None,
    }
}

/// `2026-07-26`, which nearly every date of a book is.
fn date(text: &str) -> Option<Node<'_>> {
    let [y3, y2, y1, y0, b'-', m1, m0, b'-', d1, d0] = *text.as_bytes() else {
        return None;
    };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u16, |number, digit| {
            digit
                .is_ascii_digit()
                .then(|| number * 10 + u16::from(digit - b'0'))
        })
    };
    let (year, month, day) = (
        number(&[y3, y2, y1, y0])?,
        number(&[m1, m0])?,
        number(&[d1, d0])?,
    );
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())?;
    let date = Date {
        year,
        month: u8::try_from(month).ok()?,
        day: u8::try_from(day).ok()?,
    };
    Some(Node::Datetime(Datetime {
        date: Some(date),
        time: None,
        offset: None,
    }))
}
