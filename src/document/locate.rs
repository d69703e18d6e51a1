//! How the tables and arrays of a text are written, and where their parts stand.

use std::ops::Range;

use crate::document::tree::{Node, Spanned, Table};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// Under a header: `[line.rules]`, `[[plan]]`.
    Headed,
    /// In braces.
    Inline,
    /// By dotted keys, or only as the parent of other tables.
    Implied,
}

/// How a table is written, by what stands where it begins.
pub fn table_form(text: &str, table: &Spanned<Node<'_>>) -> TableForm {
    match text.as_bytes().get(table.span().start) {
        Some(b'[') => TableForm::Headed,
        Some(b'{') => TableForm::Inline,
        _ => TableForm::Implied,
    }
}

/// Whether an array is written as `[[ ]]` tables. The parser then places it at its first header.
pub fn is_headed(array: &Spanned<Node<'_>>) -> bool {
    let first = entries(array).next();
    first.is_some_and(|first| first.span().start == array.span().start)
}

/// The entries of an array; none for anything else.
pub fn entries<'a, 't>(
    array: &'a Spanned<Node<'t>>,
) -> impl DoubleEndedIterator<Item = &'a Spanned<Node<'t>>> {
    let entries = match array.get_ref() {
        Node::Array(entries) => Some(entries.iter()),
        _ => None,
    };
    entries.into_iter().flatten()
}

/// The entry `index` of the array under `key`.
pub fn entry<'a, 't>(
    root: &'a Table<'t>,
    key: &str,
    index: usize,
) -> Option<&'a Spanned<Node<'t>>> {
    entries(root.get(key)?).nth(index)
}

/// A key with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The key, of a dotted one the last part.
    pub key: Range<usize>,
    /// The value.
    pub value: Range<usize>,
}

impl Pair {
    /// From the key to the end of the value.
    pub fn span(&self) -> Range<usize> {
        self.key.start..self.value.end
    }
}

/// The pairs that stand in a table's own body, in the order of the text: those of dotted keys
/// among them, those under other headers not.
pub fn own_pairs(text: &str, table: &Table<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    collect(text, table, &mut pairs, false);
    pairs.sort_by_key(|pair| pair.key.start);
    pairs
}

/// Where the last thing of a table ends, the tables under it included.
pub fn end_of(text: &str, table: &Spanned<Node<'_>>) -> usize {
    let mut pairs = Vec::new();
    if let Node::Table(fields) = table.get_ref() {
        collect(text, fields, &mut pairs, true);
    }
    let ends = pairs.iter().map(|pair| pair.value.end);
    ends.fold(table.span().end, usize::max)
}

/// How many keys and headers of a table, and of all below it, stand in a range of the text.
pub fn places_within(text: &str, table: &Table<'_>, range: &Range<usize>) -> usize {
    let mut pairs = Vec::new();
    collect(text, table, &mut pairs, true);
    let within = pairs
        .iter()
        .filter(|pair| range.contains(&pair.value.start));
    within.count()
}

fn collect(text: &str, table: &Table<'_>, pairs: &mut Vec<Pair>, with_headed: bool) {
    for (key, value) in table.iter() {
        let headed = is_headed(value)
            || (value.get_ref().is_table() && table_form(text, value) == TableForm::Headed);
        let pair = Pair {
            key: key.span(),
            value: value.span(),
        };
        match value.get_ref() {
            _ if headed && !with_headed => {}
            Node::Table(fields) if headed => {
                pairs.push(pair);
                collect(text, fields, pairs, with_headed);
            }
            Node::Table(fields) if table_form(text, value) == TableForm::Implied => {
                collect(text, fields, pairs, with_headed);
            }
            Node::Array(_) if headed => {
                for entry in entries(value) {
                    pairs.push(Pair {
                        key: key.span(),
                        value: entry.span(),
                    });
                    if let Node::Table(fields) = entry.get_ref() {
                        collect(text, fields, pairs, with_headed);
                    }
                }
            }
            _ => pairs.push(pair),
        }
    }
}

/// Where the line of a byte begins; a byte-order mark is no part of the first.
pub fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    let bom = if text.starts_with('\u{feff}') { 3 } else { 0 };
    before.rfind('\n').map_or(bom, |feed| feed + 1)
}

/// Where the line of a byte ends, its line break not included.
pub fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    let Some(feed) = rest.find('\n').map(|feed| at + feed) else {
        return text.len();
    };
    let line = text.get(..feed).unwrap_or_default();
    if line.ends_with('\r') { feed - 1 } else { feed }
}

/// Where the line after that of a byte begins, or the end of the text.
pub fn next_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |feed| at + feed + 1)
}

/// What stands on the line of a byte before it.
pub fn before(text: &str, at: usize) -> &str {
    text.get(line_start(text, at)..at).unwrap_or_default()
}

/// The blanks at the beginning of a byte's line.
pub fn indent(text: &str, at: usize) -> &str {
    let line = text.get(line_start(text, at)..).unwrap_or_default();
    let blanks = line.len() - line.trim_start_matches([' ', '\t']).len();
    line.get(..blanks).unwrap_or_default()
}

/// The line break a new line near a byte takes: that of its line, else of the line before it,
/// else a line feed.
pub fn line_break(text: &str, at: usize) -> &'static str {
    let end = line_end(text, at);
    let here = text.get(end..).unwrap_or_default();
    let earlier = text.get(..line_start(text, at)).unwrap_or_default();
    if here.starts_with("\r\n") || (here.is_empty() && earlier.ends_with("\r\n")) {
        "\r\n"
    } else {
        "\n"
    }
}

/// Whether a text holds nothing but blanks.
pub fn is_blank(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' ' | b'\t'))
}
