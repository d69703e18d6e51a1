//! Finds what may be a card's whole number, so that it is refused and never shown.

use std::ops::Range;

use super::value::Value;
use crate::document::tree::{Node, Spanned};
use crate::domain::card::may_stand_in;

/// The place of a card number among a table's values, where there is one.
pub fn number_in(value: Value<'_>) -> Option<Range<usize>> {
    match value.get() {
        Node::Table(table) => table.iter().find_map(|(key, value)| {
            may_stand_in(key.get_ref())
                .then(|| key.span())
                .or_else(|| scalar(value))
        }),
        _ => None,
    }
}

fn scalar(value: &Spanned<Node<'_>>) -> Option<Range<usize>> {
    let found = match value.get_ref() {
        Node::String(text) => may_stand_in(text),
        Node::Integer(number) => may_stand_in(&number.digits),
        Node::Float(number) => may_stand_in(number),
        Node::Array(entries) => return entries.iter().find_map(scalar),
        Node::Table(table) => return table.iter().find_map(|(_, value)| scalar(value)),
        _ => false,
    };
    found.then(|| value.span())
}
