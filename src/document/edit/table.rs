//! Tables under headers: the lines of their keys, whole tables at the end of their kind, and
//! tables taken out.

use std::ops::Range;

use super::entry::{Entry, Spacing};
use super::place::{append_to, remove_from, spacing_of};
use crate::document::locate::{
    before, end_of, entries, indent, is_blank, is_headed, line_break, line_end, line_start,
    next_line, own_pairs, places_within,
};
use crate::document::text_edit::Splice;
use crate::document::tree::{Node, Spanned, Table};

/// How a new table is laid out.
#[derive(Debug, Clone, Copy)]
pub enum Layout<'t> {
    /// Under a header, its lists with one entry a line.
    Lines {
        /// The blanks before its keys.
        indent: &'t str,
        /// The line break.
        end: &'t str,
    },
    /// In braces, on one line.
    Braces(Spacing),
}

/// A new table at the end of its kind (`[[plan]]`), or of the text where it is the first.
pub fn append_kind(
    text: &str,
    root: &Table<'_>,
    kind: &str,
    entry: impl Fn(Layout<'_>) -> Entry,
) -> Option<Vec<Splice>> {
    let Some(array) = root.get(kind) else {
        return Some(vec![first_of_kind(text, kind, entry)]);
    };
    if is_headed(array) {
        let is_single = entries(array).count() == 1;
        let last = entries(array).next_back()?;
        return Some(vec![after_last(text, last, is_single, entry)]);
    }
    let new = entry(Layout::Braces(spacing_of(text, array)));
    append_to(text, array, &[new], true)
}

/// The first table of its kind, at the end of the text.
fn first_of_kind(text: &str, kind: &str, entry: impl Fn(Layout<'_>) -> Entry) -> Splice {
    let end = line_break(text, text.len());
    let entry = entry(Layout::Lines { indent: "", end });
    let lines = table_lines(&format!("[[{kind}]]"), ("", ""), end, &entry);
    let body = text.trim_start_matches('\u{feff}');
    let is_ended = body.is_empty() || body.ends_with('\n');
    let is_apart = body.is_empty() || blank_line_before(text, text.len()).is_some();
    let new = match (is_ended, is_apart) {
        (true, true) => format!("{lines}{end}"),
        (true, false) => format!("{end}{lines}{end}"),
        // The last line has no end yet, whatever stands above it.
        (false, _) => format!("{end}{end}{lines}"),
    };
    Splice::insert(text.len(), new)
}

/// A table after the last of its kind and what belongs to that, with a blank line between them
/// and before what follows, unless these tables stand close together.
fn after_last(
    text: &str,
    last: &Spanned<Node<'_>>,
    is_single: bool,
    entry: impl Fn(Layout<'_>) -> Entry,
) -> Splice {
    let header = last.span();
    let end = line_break(text, header.start);
    let above = comments_above(text, line_start(text, header.start));
    let is_apart = is_single || blank_line_before(text, above).is_some();
    let blank = if is_apart { end } else { "" };
    let inner = match last.get_ref() {
        Node::Table(fields) => body_indent(text, last, fields),
        _ => "",
    };
    let title = text.get(header.clone()).unwrap_or_default();
    let entry = entry(Layout::Lines { indent: inner, end });
    let table = table_lines(title, (indent(text, header.start), inner), end, &entry);
    let after = with_comments_below(text, end_of(text, last));
    let below = next_line(text, after);
    let follows = text.get(below..line_end(text, below)).unwrap_or_default();
    let gap = if is_blank(follows) { "" } else { blank };
    add_line(text, after, &format!("{blank}{table}{gap}"))
}

/// A header and its keys, which are indented by `outer` and `inner`; without the last line break.
fn table_lines(title: &str, (outer, inner): (&str, &str), end: &str, entry: &Entry) -> String {
    let mut lines = format!("{outer}{title}");
    for (key, value) in entry {
        lines.extend([end, inner, key, " = ", value]);
    }
    lines
}

/// Takes a table of a kind out, with the lines that belong to it: comments right below its last
/// key, and right above its header. Those above the first of several stay; they may speak of all.
/// `None` where something else stands between its parts.
pub fn remove_kind(text: &str, root: &Table<'_>, kind: &str, index: usize) -> Option<Vec<Splice>> {
    let array = root.get(kind)?;
    if !is_headed(array) {
        return remove_from(text, array, index);
    }
    let table = entries(array).nth(index)?;
    let header = line_start(text, table.span().start);
    let is_first_of_several = index == 0 && entries(array).count() > 1;
    let start = if is_first_of_several {
        header
    } else {
        comments_above(text, header)
    };
    let start = blank_line_before(text, start).unwrap_or(start);
    let range = start..with_comments_below(text, end_of(text, table));
    let Node::Table(fields) = table.get_ref() else {
        return None;
    };
    // Its header is one place of its own.
    let own = 1 + places_within(text, fields, &range);
    (places_within(text, root, &range) == own).then(|| vec![remove_lines(text, range)])
}

/// Where the comment lines right above a line begin; the line itself where there are none.
fn comments_above(text: &str, line: usize) -> usize {
    let mut start = line;
    while let Some(above) = start.checked_sub(1).map(|feed| line_start(text, feed)) {
        let is_comment = text
            .get(above..start)
            .is_some_and(|line| line.trim_start_matches([' ', '\t']).starts_with('#'));
        if !is_comment || above == start {
            break;
        }
        start = above;
    }
    start
}

/// The end of the comment lines right below the line of a byte, unless they stand right above
/// something else; the byte itself where there are none.
fn with_comments_below(text: &str, at: usize) -> usize {
    let (mut last, mut line) = (at, next_line(text, at));
    loop {
        let content = text.get(line..line_end(text, line)).unwrap_or_default();
        let content = content.trim_start_matches([' ', '\t']);
        if content.starts_with('#') {
            last = line_end(text, line);
            line = next_line(text, line);
        } else if content.is_empty() {
            return last;
        } else {
            return at;
        }
    }
}

/// The blanks before the keys of a table under a header.
pub fn body_indent<'t>(text: &'t str, owner: &Spanned<Node<'_>>, fields: &Table<'_>) -> &'t str {
    let pairs = own_pairs(text, fields);
    indent(
        text,
        pairs
            .last()
            .map_or(owner.span().start, |last| last.key.start),
    )
}

/// New lines after the line of a byte. Where that line has no line break, they have none either.
pub fn add_line(text: &str, after: usize, lines: &str) -> Splice {
    let at = next_line(text, after);
    let end = line_break(text, after);
    if line_end(text, after) == text.len() {
        Splice::insert(at, format!("{end}{lines}"))
    } else {
        Splice::insert(at, format!("{lines}{end}"))
    }
}

/// Tables after the last of their array, under the same header.
pub fn append_tables(text: &str, last: &Spanned<Node<'_>>, new: &[Entry]) -> Splice {
    let header = last.span();
    let outer = indent(text, header.start);
    let inner = match last.get_ref() {
        Node::Table(fields) => body_indent(text, last, fields),
        _ => outer,
    };
    let end = line_break(text, header.start);
    let blank = if blank_line_before(text, header.start).is_some() {
        end
    } else {
        ""
    };
    let title = text.get(header).unwrap_or_default();
    let table = |entry: &Entry| {
        let lines = table_lines(title, (outer, inner), end, entry);
        format!("{blank}{lines}")
    };
    let tables: Vec<_> = new.iter().map(table).collect();
    add_line(text, end_of(text, last), &tables.join(end))
}

/// A table with its header, and one blank line before it.
pub fn remove_table(text: &str, table: &Spanned<Node<'_>>) -> Splice {
    let header = table.span().start;
    let start = blank_line_before(text, header).unwrap_or(header);
    remove_lines(text, start..end_of(text, table))
}

/// Whole lines, from that of the range's start to that of its end.
pub fn remove_lines(text: &str, range: Range<usize>) -> Splice {
    let start = line_start(text, range.start);
    let end = next_line(text, range.end);
    let has_break = line_end(text, range.end) < text.len();
    match before_line(text, start) {
        // The text ended without a line break: it still does.
        Some(above) if !has_break => Splice::remove(above..end),
        _ => Splice::remove(start..end),
    }
}

/// Where the line above a line ends; `None` for the first.
fn before_line(text: &str, start: usize) -> Option<usize> {
    let feed = start.checked_sub(1)?;
    (text.as_bytes().get(feed) == Some(&b'\n')).then(|| line_end(text, feed))
}

/// Where the blank line above the line of a byte begins, if there is one.
fn blank_line_before(text: &str, at: usize) -> Option<usize> {
    let start = line_start(text, at);
    let above = start.checked_sub(1)?;
    let line = before(text, above);
    (text.as_bytes().get(above) == Some(&b'\n') && is_blank(line.trim_end_matches('\r')))
        .then(|| line_start(text, above))
}
