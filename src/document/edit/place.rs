//! Edits at a place of the tree, whatever way the place is written: append an entry to an
//! array, take one out, set a key.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::entry::{Entry, Spacing};
use super::list::List;
use crate::document::locate::{
    Pair, TableForm, before, end_of, entries, indent, is_blank, is_headed, line_break, line_end,
    line_start, next_line, own_pairs, table_form,
};
use crate::document::text_edit::Splice;

/// Appends an entry to the array under `key` of a table; makes the array where there is none.
/// `None` where the table is written in a way this program does not edit.
pub fn append(
    text: &str,
    owner: &Spanned<DeValue<'_>>,
    key: &str,
    entry: &Entry,
) -> Option<Vec<Splice>> {
    let DeValue::Table(fields) = owner.get_ref() else {
        return None;
    };
    let form = table_form(text, owner);
    let Some(array) = fields.get(key) else {
        let item = Spacing::OWN.inline(entry);
        return match form {
            TableForm::Headed => {
                let (indent, end) = (
                    body_indent(text, owner, fields),
                    line_break(text, owner.span().start),
                );
                let value = format!("[{end}{indent}  {item},{end}{indent}]");
                set(text, owner, key, &value)
            }
            TableForm::Inline => set(text, owner, key, &format!("[{item}]")),
            TableForm::Implied => None,
        };
    };
    if is_headed(array) {
        return entries(array)
            .next_back()
            .map(|last| vec![append_table(text, last, entry)]);
    }
    let spacing = entries(array)
        .next_back()
        .map_or(Spacing::OWN, |last| Spacing::of(text, last));
    Some(array_list(array, form == TableForm::Headed)?.append(text, &spacing.inline(entry)))
}

/// Takes the entry `index` out of the array under `key` of a table.
pub fn remove(
    text: &str,
    owner: &Spanned<DeValue<'_>>,
    key: &str,
    index: usize,
) -> Option<Vec<Splice>> {
    let array = owner.get_ref().get(key)?;
    if is_headed(array) {
        return Some(vec![remove_table(text, entries(array).nth(index)?)]);
    }
    Some(array_list(array, false)?.remove(text, index))
}

/// Sets a key of a table to a value: in place of the old one, else after the last key of the
/// table's own body. `None` where the table is written in a way this program does not edit.
pub fn set(
    text: &str,
    owner: &Spanned<DeValue<'_>>,
    key: &str,
    value: &str,
) -> Option<Vec<Splice>> {
    let DeValue::Table(fields) = owner.get_ref() else {
        return None;
    };
    if let Some(old) = fields.get(key) {
        return Some(vec![Splice {
            range: old.span(),
            text: value.to_owned(),
        }]);
    }
    match table_form(text, owner) {
        TableForm::Headed => {
            let pairs = own_pairs(text, fields);
            let last = pairs.iter().map(|pair| pair.value.end).max();
            let line = format!("{}{key} = {value}", body_indent(text, owner, fields));
            Some(vec![add_line(
                text,
                last.unwrap_or(owner.span().end),
                &line,
            )])
        }
        TableForm::Inline => {
            let list = List {
                open: owner.span().start + 1,
                close: owner.span().end - 1,
                items: own_pairs(text, fields).iter().map(Pair::span).collect(),
                may_open: false,
            };
            Some(list.append(text, &Spacing::of(text, owner).pair(key, value)))
        }
        TableForm::Implied => None,
    }
}

fn array_list(array: &Spanned<DeValue<'_>>, may_open: bool) -> Option<List> {
    array.get_ref().is_array().then(|| List {
        open: array.span().start + 1,
        close: array.span().end - 1,
        items: entries(array).map(Spanned::span).collect(),
        may_open,
    })
}

/// The blanks before the keys of a table under a header.
fn body_indent<'t>(text: &'t str, owner: &Spanned<DeValue<'_>>, fields: &DeTable<'_>) -> &'t str {
    let pairs = own_pairs(text, fields);
    indent(
        text,
        pairs
            .last()
            .map_or(owner.span().start, |last| last.key.start),
    )
}

/// New lines after the line of a byte. Where that line has no line break, they have none either.
fn add_line(text: &str, after: usize, lines: &str) -> Splice {
    let at = next_line(text, after);
    let end = line_break(text, after);
    if line_end(text, after) == text.len() {
        Splice::insert(at, format!("{end}{lines}"))
    } else {
        Splice::insert(at, format!("{lines}{end}"))
    }
}

/// A table after the last of its array, under the same header.
fn append_table(text: &str, last: &Spanned<DeValue<'_>>, entry: &Entry) -> Splice {
    let header = last.span();
    let outer = indent(text, header.start);
    let inner = match last.get_ref() {
        DeValue::Table(fields) => body_indent(text, last, fields),
        _ => outer,
    };
    let end = line_break(text, header.start);
    let blank = if blank_line_before(text, header.start).is_some() {
        end
    } else {
        ""
    };
    let title = text.get(header).unwrap_or_default();
    let mut lines = format!("{blank}{outer}{title}");
    for (key, value) in entry {
        lines.extend([end, inner, key, " = ", value]);
    }
    add_line(text, end_of(text, last), &lines)
}

/// A table with its header, and one blank line before it.
fn remove_table(text: &str, table: &Spanned<DeValue<'_>>) -> Splice {
    let header = table.span().start;
    let start = blank_line_before(text, header).unwrap_or_else(|| line_start(text, header));
    let last = end_of(text, table);
    let end = next_line(text, last);
    let has_break = line_end(text, last) < text.len();
    if has_break || start == 0 {
        Splice::remove(start..end)
    } else {
        // The text ended without a line break: it still does.
        Splice::remove(line_end(text, start.saturating_sub(1))..end)
    }
}

/// Where the blank line above the line of a byte begins, if there is one.
fn blank_line_before(text: &str, at: usize) -> Option<usize> {
    let start = line_start(text, at);
    let above = start.checked_sub(1)?;
    let line = before(text, above);
    (text.as_bytes().get(above) == Some(&b'\n') && is_blank(line.trim_end_matches('\r')))
        .then(|| line_start(text, above))
}

#[cfg(test)]
mod tests {
    use super::{append, remove, set};
    use crate::document::locate::entry;
    use crate::document::text_edit::{Splice, patched};
    use toml::Spanned;
    use toml::de::{DeTable, DeValue};

    /// Edits the first `[[a]]` of a text.
    fn edited(
        text: &str,
        edit: impl Fn(&Spanned<DeValue<'_>>) -> Option<Vec<Splice>>,
    ) -> Option<String> {
        let root = DeTable::parse(text).unwrap();
        let splices = edit(entry(root.get_ref(), "a", 0)?)?;
        patched(text, &splices)
    }

    #[test]
    fn a_key_is_set_in_place_or_after_the_last_of_its_own_table() {
        for (text, after) in [
            ("[[a]]\nk = 1 # one\nz = 2\n", "[[a]]\nk = 9 # one\nz = 2\n"),
            ("[[a]]\nk = \"\"\"\nx\n\"\"\"\n", "[[a]]\nk = 9\n"),
            (
                "[[a]] # one\n[a.b]\nk = 1\n",
                "[[a]] # one\nk = 9\n[a.b]\nk = 1\n",
            ),
            (
                "[[a]]\n\tx.y = 1 # one\n\n# end",
                "[[a]]\n\tx.y = 1 # one\n\tk = 9\n\n# end",
            ),
            ("[[a]]\r\nx = 1", "[[a]]\r\nx = 1\r\nk = 9"),
            ("a = [{}]", "a = [{k = 9}]"),
            ("a = [{ x=1 }]", "a = [{ x=1, k=9 }]"),
        ] {
            let set = edited(text, |place| set(text, place, "k", "9"));
            assert_eq!(set.as_deref(), Some(after), "{text:?}");
        }
    }

    #[test]
    fn an_array_by_dotted_keys_is_not_edited_rather_than_rewritten() {
        let text = "[[a]]\nb.c = [1]\nd = 1\n";
        let row = vec![("n", "1".to_owned())];
        for key in ["b", "d"] {
            assert_eq!(edited(text, |place| append(text, place, key, &row)), None);
            assert_eq!(edited(text, |place| remove(text, place, key, 0)), None);
        }
    }

    #[test]
    fn tables_below_an_entry_leave_with_it() {
        let text = "[[a]]\nx = 1\n\n[[a.b]]\nn = 1\n\n[a.b.c]\nm = 1\n\n[[a.b]]\nn = 2\n";
        let left = edited(text, |place| remove(text, place, "b", 0));
        assert_eq!(left.as_deref(), Some("[[a]]\nx = 1\n\n[[a.b]]\nn = 2\n"));
        let row = vec![("n", "3".to_owned())];
        let grown = edited(text, |place| append(text, place, "b", &row));
        assert_eq!(grown, Some(format!("{text}\n[[a.b]]\nn = 3\n")));
    }
}
