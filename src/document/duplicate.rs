//! Where a key that stands twice stands first.

use std::ops::Range;

use super::locate::{TableForm, before, entries, line_end, line_start, own_pairs, table_form};
use crate::document::tree::{Node, Table};

/// Where the first of two equal keys or headers begins, where it can be found.
pub(super) fn first_place(text: &str, root: &Table<'_>, second: &Range<usize>) -> Option<usize> {
    let start = line_start(text, second.start);
    let line = text.get(start..line_end(text, second.start))?.trim();
    if line.starts_with('[') {
        return first_header(text, start, line);
    }
    let mut best = (root, 0);
    innermost(text, root, second, &mut best);
    let key = text.get(second.clone())?;
    let prefix = dotted_prefix(text, second.start);
    let mut earlier = own_pairs(text, best.0).into_iter().filter(|pair| {
        pair.key.start < second.start
            && text.get(pair.key.clone()) == Some(key)
            && dotted_prefix(text, pair.key.start) == prefix
    });
    earlier.next().map(|pair| pair.key.start)
}

/// An earlier line with a header of the same name, in brackets of either kind.
fn first_header(text: &str, until: usize, header: &str) -> Option<usize> {
    let name = header_name(header)?;
    let mut start = 0;
    for line in text.get(..until)?.split_inclusive('\n') {
        if header_name(line.trim_start()) == Some(name) {
            return Some(start);
        }
        start += line.len();
    }
    None
}

/// What stands between the brackets of a header.
fn header_name(line: &str) -> Option<&str> {
    let (name, _) = line.strip_prefix('[')?.split_once(']')?;
    Some(name.trim_start_matches('[').trim())
}

/// The table that a place belongs to: the smallest one in braces around it, else the one under
/// the last header before it.
fn innermost<'a, 't>(
    text: &str,
    table: &'a Table<'t>,
    place: &Range<usize>,
    best: &mut (&'a Table<'t>, usize),
) {
    for (_, value) in table.iter() {
        let one = value.get_ref().is_table().then_some(value);
        for value in entries(value).chain(one) {
            let Node::Table(fields) = value.get_ref() else {
                continue;
            };
            let span = value.span();
            let around = match table_form(text, value) {
                TableForm::Headed => span.start < place.start,
                TableForm::Inline => span.contains(&place.start),
                TableForm::Implied => false,
            };
            if around && span.start >= best.1 {
                *best = (fields, span.start);
            }
            innermost(text, fields, place, best);
        }
    }
}

/// The parts of a dotted key before its last one.
fn dotted_prefix(text: &str, key: usize) -> &str {
    let line = before(text, key);
    let is_part = |char: char| char.is_alphanumeric() || "-_.\"'".contains(char);
    let rest = line.trim_end_matches(is_part);
    line.get(rest.len()..).unwrap_or_default()
}
