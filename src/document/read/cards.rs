//! Finds what may be a card's whole number, so that it is refused and never shown.

use std::ops::Range;

use super::value::Value;
use crate::document::tree::{Node, Spanned};
use crate::domain::method::has_card_number as is_number;

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
