//! New entries as TOML text, spelt like their neighbours.

use std::fmt::Write as _;

use crate::document::locate::own_pairs;
use crate::document::odd::is_odd;
use crate::document::read::rules::PREPAY;
use crate::document::tree::{Node, Spanned};
use crate::domain::currency::Currency;
use crate::domain::line::Seen;
use crate::domain::money::Money;
use crate::domain::plan::{Deferral, Pause, Payment, Refund, ScheduleRow, Settlement};

/// More digits than this are written in quotes, so that no program rounds them.
const SAFE_DIGITS: usize = 15;

/// Keys and their values as TOML text.
pub type Entry = Vec<(&'static str, String)>;

/// How pairs in braces are spaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spacing {
    equals: &'static str,
    pad: &'static str,
}

impl Spacing {
    /// As this program writes by itself.
    pub const OWN: Self = Self {
        equals: " = ",
        pad: " ",
    };

    /// As a table in braces is written.
    pub fn of(text: &str, neighbour: &Spanned<Node<'_>>) -> Self {
        let Node::Table(fields) = neighbour.get_ref() else {
            return Self::OWN;
        };
        let pairs = own_pairs(text, fields);
        let Some(first) = pairs.first() else {
            return Self::OWN;
        };
        let between = text.get(first.key.end..first.value.start);
        let after_brace = text.get(neighbour.span().start + 1..);
        let padded = after_brace.is_some_and(|rest| rest.starts_with(char::is_whitespace));
        Self {
            equals: if between == Some("=") { "=" } else { " = " },
            pad: if padded { " " } else { "" },
        }
    }

    /// One pair.
    pub fn pair(self, key: &str, value: &str) -> String {
        format!("{key}{}{value}", self.equals)
    }

    /// An entry in braces.
    pub fn inline(self, entry: &Entry) -> String {
        let pairs: Vec<_> = entry
            .iter()
            .map(|(key, value)| self.pair(key, value))
            .collect();
        format!("{{{}{}{}}}", self.pad, pairs.join(", "), self.pad)
    }
}

/// A payment.
pub fn payment(payment: &Payment, currency: Currency) -> Entry {
    let pairs = [
        ("n", payment.n.map(|n| n.to_string())),
        ("on", Some(payment.on.to_string())),
        ("amount", Some(money(payment.amount, currency))),
        ("via", payment.via.as_ref().map(|via| string(via.as_str()))),
        ("ref", payment.reference.as_deref().map(string)),
        ("restored", payment.restored.map(|day| day.to_string())),
        ("verified", payment.verified.map(|day| day.to_string())),
        (
            "prepay",
            payment.prepay.map(|prepay| word(&PREPAY, &prepay)),
        ),
    ];
    stated(pairs)
}

/// The pairs that have a value.
pub fn stated(pairs: impl IntoIterator<Item = (&'static str, Option<String>)>) -> Entry {
    let stated = |(key, value): (&'static str, Option<String>)| Some((key, value?));
    pairs.into_iter().filter_map(stated).collect()
}

/// A refund.
pub fn refund(refund: &Refund, currency: Currency) -> Entry {
    stated([
        ("on", Some(refund.on.to_string())),
        ("amount", Some(money(refund.amount, currency))),
        ("ref", refund.reference.as_deref().map(string)),
    ])
}

/// An early settlement.
pub fn settlement(settled: &Settlement, currency: Currency) -> Entry {
    vec![
        ("on", settled.on.to_string()),
        ("amount", money(settled.amount, currency)),
    ]
}

/// A pause.
pub fn pause(pause: &Pause) -> Entry {
    stated([
        ("until", Some(pause.until.to_string())),
        ("why", pause.why.as_deref().map(string)),
    ])
}

/// A moved due date.
pub fn deferral(deferral: &Deferral, currency: Currency) -> Entry {
    let fee = Some(deferral.fee).filter(|fee| !fee.is_zero());
    stated([
        ("n", Some(deferral.n.to_string())),
        ("to", Some(deferral.to.to_string())),
        ("fee", fee.map(|fee| money(fee, currency))),
    ])
}

/// What a row of the provider's bill says that an earlier one did not.
pub fn row(row: &ScheduleRow, earlier: Option<&ScheduleRow>, currency: Currency) -> Entry {
    let is_new = earlier.is_none();
    let earlier = earlier.copied().unwrap_or(ScheduleRow {
        n: row.n,
        due: None,
        principal: None,
        fee: None,
    });
    let amount = |new: Option<Money>, old: Option<Money>| {
        new.filter(|_| new != old)
            .map(|amount| money(amount, currency))
    };
    let due = row.due.filter(|_| row.due != earlier.due);
    stated([
        ("n", is_new.then(|| row.n.to_string())),
        ("due", due.map(|due| due.to_string())),
        ("principal", amount(row.principal, earlier.principal)),
        ("fee", amount(row.fee, earlier.fee)),
    ])
}

/// The word of a value, in quotes.
pub fn word<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> String {
    let word = words.iter().find(|(_, meaning)| meaning == value);
    string(word.map_or("", |(word, _)| word))
}

/// A figure seen in the provider's app.
pub fn seen(seen: &Seen, currency: Currency) -> Entry {
    vec![
        ("on", seen.on.to_string()),
        ("available", money(seen.available, currency)),
    ]
}

/// An amount with all of its currency's decimals, or none where it is whole.
pub fn money(amount: Money, currency: Currency) -> String {
    let plain = amount.plain(currency);
    let plain = match plain.split_once('.') {
        Some((whole, cents)) if cents.bytes().all(|digit| digit == b'0') => whole.to_owned(),
        _ => plain,
    };
    if plain.bytes().filter(u8::is_ascii_digit).count() > SAFE_DIGITS {
        format!("\"{plain}\"")
    } else {
        plain
    }
}

/// A text in quotes; what steers a terminal or is not seen is escaped.
pub fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            char if is_odd(char) => {
                // Writing to a String cannot fail.
                let _ = write!(quoted, "\\U{:08X}", u32::from(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::string;

    #[test]
    fn a_string_reads_back_as_it_was_and_shows_what_is_hidden() {
        for (text, written) in [
            ("P2026", "\"P2026\""),
            ("a\"b\\c", r#""a\"b\\c""#),
            ("一\n二\t", r#""一\n二\t""#),
            (
                "\u{1b}[31m\u{202e}\u{7f}",
                r#""\U0000001B[31m\U0000202E\U0000007F""#,
            ),
        ] {
            assert_eq!(string(text), written);
            let table: toml::Table = format!("x = {written}").parse().unwrap();
            assert_eq!(table["x"].as_str(), Some(text));
        }
    }
}
