//! Finds what may be a card's whole number, so that it is refused and never shown.

use std::ops::Range;

use super::value::Value;
use crate::document::tree::{Node, Spanned};

/// How many digits a card number has.
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;

/// The place of a card number among a table's values, where there is one.
pub fn number_in(value: Value<'_>) -> Option<Range<usize>> {
    match value.get() {
        Node::Table(table) => table.iter().find_map(|(key, value)| {
            is_number(key.get_ref())
                .then(|| key.span())
                .or_else(|| scalar(value))
        }),
        _ => None,
    }
}

fn scalar(value: &Spanned<Node<'_>>) -> Option<Range<usize>> {
    let found = match value.get_ref() {
        Node::String(text) => is_number(text),
        Node::Integer(number) => is_number(&number.digits),
        Node::Float(number) => is_number(number),
        Node::Array(entries) => return entries.iter().find_map(scalar),
        Node::Table(table) => return table.iter().find_map(|(_, value)| scalar(value)),
        _ => false,
    };
    found.then(|| value.span())
}

/// Whether a text holds 12 to 19 digits in a row, or in groups of four with blanks or dashes
/// between them, as they are embossed on a card.
fn is_number(text: &str) -> bool {
    let mut run = 0;
    let mut group = 0;
    let mut before = ' ';
    for char in text.chars().chain([' ']) {
        if char.is_ascii_digit() {
            run += 1;
            group += 1;
        } else {
            let grouped = matches!(char, ' ' | '-') && before.is_ascii_digit() && group == 4;
            if CARD_DIGITS.contains(&run) {
                return true;
            }
            run = if grouped { run } else { 0 };
            group = 0;
        }
        before = char;
    }
    CARD_DIGITS.contains(&run)
}

#[cfg(test)]
mod tests {
    use super::is_number;

    #[test]
    fn twelve_to_nineteen_digits_are_a_card_number_also_in_groups_of_four() {
        for number in [
            "622202021234",
            "6222020212345678901",
            "card 6222020212345678",
            "6222 0202 1234 5678",
            "6222-0202-1234-5678 901",
        ] {
            assert!(is_number(number), "{number}");
        }
        for other in [
            "1234",
            "13800138000",
            "+86 138 0013 8000",
            "62220202123456789012",
            "2027-08-31 2028-08-31",
            "",
        ] {
            assert!(!is_number(other), "{other}");
        }
    }
}
