//! Edits at a place of the tree, whatever way the place is written: append entries to an array,
//! take one out, set keys, take one away.

use std::ops::Range;

use super::entry::{Entry, Spacing};
use super::list::List;
use super::table::{add_line, append_tables, body_indent, remove_lines, remove_table};
use crate::document::locate::{
    Pair, TableForm, entries, is_headed, line_break, own_pairs, table_form,
};
use crate::document::text_edit::Splice;
use crate::document::tree::{Node, Spanned, Table};

/// Appends entries to the array under `key` of a table; makes the array where there is none.
/// `None` where the table is written in a way this program does not edit.
pub fn append(
    text: &str,
    owner: &Spanned<Node<'_>>,
    key: &'static str,
    new: &[Entry],
) -> Option<Vec<Splice>> {
    let Node::Table(fields) = owner.get_ref() else {
        return None;
    };
    let form = table_form(text, owner);
    let Some(array) = fields.get(key) else {
        let value = match form {
            TableForm::Headed => {
                let indent = body_indent(text, owner, fields);
                lines_of(new, indent, line_break(text, owner.span().start))
            }
            TableForm::Inline | TableForm::Implied => one_line_of(new, Spacing::OWN),
        };
        return match form {
            TableForm::Headed | TableForm::Inline => set(text, owner, &[(key, value)]),
            TableForm::Implied => None,
        };
    };
    append_to(text, array, new, form == TableForm::Headed)
}

/// Appends entries to an array. Where it is empty, `may_open` allows one entry a line.
pub fn append_to(
    text: &str,
    array: &Spanned<Node<'_>>,
    new: &[Entry],
    may_open: bool,
) -> Option<Vec<Splice>> {
    if is_headed(array) {
        return entries(array)
            .next_back()
            .map(|last| vec![append_tables(text, last, new)]);
    }
    let items: Vec<_> = new
        .iter()
        .map(|entry| spacing_of(text, array).inline(entry))
        .collect();
    Some(array_list(array, may_open)?.append(text, &items))
}

/// Puts an entry after the entry `index` of the array under `key` of a table.
pub fn insert_after(
    text: &str,
    owner: &Spanned<Node<'_>>,
    key: &str,
    index: usize,
    new: &Entry,
) -> Option<Vec<Splice>> {
    let array = owner.get_ref().get(key)?;
    if is_headed(array) {
        let table = entries(array).nth(index)?;
        return Some(vec![append_tables(text, table, std::slice::from_ref(new))]);
    }
    let item = spacing_of(text, array).inline(new);
    Some(array_list(array, false)?.insert_after(text, index, &item))
}

/// How the entries of an array in brackets are spaced.
pub fn spacing_of(text: &str, array: &Spanned<Node<'_>>) -> Spacing {
    let last = entries(array).next_back();
    last.map_or(Spacing::OWN, |last| Spacing::of(text, last))
}

/// An array with one entry a line; the closing bracket stands at `indent`.
pub fn lines_of(entries: &[Entry], indent: &str, end: &str) -> String {
    let line = |entry| format!("{indent}  {},{end}", Spacing::OWN.inline(entry));
    let lines: String = entries.iter().map(line).collect();
    format!("[{end}{lines}{indent}]")
}

/// An array on one line.
pub fn one_line_of(entries: &[Entry], spacing: Spacing) -> String {
    let entries: Vec<_> = entries.iter().map(|entry| spacing.inline(entry)).collect();
    format!("[{}]", entries.join(", "))
}

/// Takes the entry `index` out of the array under `key` of a table.
pub fn remove(
    text: &str,
    owner: &Spanned<Node<'_>>,
    key: &str,
    index: usize,
) -> Option<Vec<Splice>> {
    remove_from(text, owner.get_ref().get(key)?, index)
}

/// Takes the entry `index` out of an array.
pub fn remove_from(text: &str, array: &Spanned<Node<'_>>, index: usize) -> Option<Vec<Splice>> {
    if is_headed(array) {
        return Some(vec![remove_table(text, entries(array).nth(index)?)]);
    }
    Some(array_list(array, false)?.remove(text, index))
}

/// Sets keys of a table: each in place of its old value, else after the last key of the table's
/// own body. `None` where the table is written in a way this program does not edit.
pub fn set(text: &str, owner: &Spanned<Node<'_>>, entry: &[(&str, String)]) -> Option<Vec<Splice>> {
    let Node::Table(fields) = owner.get_ref() else {
        return None;
    };
    let (old, new): (Vec<_>, Vec<_>) = entry.iter().partition(|(key, _)| fields.get(key).is_some());
    let replaced = old.into_iter().filter_map(|(key, value)| {
        Some(Splice {
            range: fields.get(key)?.span(),
            text: value.clone(),
        })
    });
    let mut splices: Vec<_> = replaced.collect();
    if !new.is_empty() {
        splices.extend(add_pairs(text, owner, fields, &new)?);
    }
    splices.sort_by_key(|splice| splice.range.start);
    Some(splices)
}

/// New keys after the last of a table's own body.
fn add_pairs(
    text: &str,
    owner: &Spanned<Node<'_>>,
    fields: &Table<'_>,
    new: &[&(&str, String)],
) -> Option<Vec<Splice>> {
    let pairs = own_pairs(text, fields);
    match table_form(text, owner) {
        TableForm::Headed => {
            let indent = body_indent(text, owner, fields);
            let line = |(key, value): &&(&str, String)| format!("{indent}{key} = {value}");
            let lines: Vec<_> = new.iter().map(line).collect();
            let last = pairs.iter().map(|pair| pair.value.end).max();
            let after = last.unwrap_or(owner.span().end);
            let end = line_break(text, after);
            Some(vec![add_line(text, after, &lines.join(end))])
        }
        TableForm::Inline => {
            let list = pair_list(owner, &pairs);
            let spacing = Spacing::of(text, owner);
            let pair = |(key, value): &&(&str, String)| spacing.pair(key, value);
            Some(list.append(text, &new.iter().map(pair).collect::<Vec<_>>()))
        }
        TableForm::Implied => {
            let (first, last) = (pairs.first()?, pairs.last()?);
            let prefix = text.get(owner.span().start..first.key.start)?;
            let pair = |(key, value): &&(&str, String)| format!("{prefix}{key} = {value}");
            let pairs: Vec<_> = new.iter().map(pair).collect();
            Some(vec![add_dotted(text, last, &pairs)])
        }
    }
}

/// Pairs of dotted keys after another such pair: beside it in braces, below it elsewhere.
fn add_dotted(text: &str, last: &Pair, pairs: &[String]) -> Splice {
    let rest = text.get(last.value.end..).unwrap_or_default();
    if rest.trim_start().starts_with([',', '}']) {
        return Splice::insert(last.value.end, format!(", {}", pairs.join(", ")));
    }
    let indent = crate::document::locate::indent(text, last.key.start);
    let lines: Vec<_> = pairs.iter().map(|pair| format!("{indent}{pair}")).collect();
    let end = line_break(text, last.value.end);
    add_line(text, last.value.end, &lines.join(end))
}

/// Takes a key away from a table, whatever it holds. `None` where it is written in a way this
/// program does not edit.
pub fn unset(text: &str, owner: &Spanned<Node<'_>>, key: &str) -> Option<Vec<Splice>> {
    let Node::Table(fields) = owner.get_ref() else {
        return None;
    };
    let (name, value) = fields.pair(key)?;
    let pairs = own_pairs(text, fields);
    let own = match value.get_ref() {
        Node::Table(_) if table_form(text, value) == TableForm::Headed => {
            return Some(vec![remove_table(text, value)]);
        }
        Node::Table(inner) if table_form(text, value) == TableForm::Implied => {
            own_pairs(text, inner)
        }
        _ => vec![Pair {
            key: name.span(),
            value: value.span(),
        }],
    };
    let (first, last) = (own.first()?, own.last()?);
    let at = pairs.iter().position(|pair| pair == first)?;
    if pairs.get(at + own.len() - 1) != Some(last) {
        return None;
    }
    let whole = name.span().start..last.value.end;
    match table_form(text, owner) {
        TableForm::Headed => Some(vec![remove_lines(text, whole)]),
        TableForm::Inline => {
            let mut list = pair_list(owner, &pairs);
            list.items.splice(at..at + own.len(), [whole]);
            Some(list.remove(text, at))
        }
        TableForm::Implied => remove_dotted(text, whole).map(|splice| vec![splice]),
    }
}

/// Takes a pair of a dotted key out, whose range begins with the last part of the key: with its
/// line, or with the comma before or after it.
fn remove_dotted(text: &str, pair: Range<usize>) -> Option<Splice> {
    let before = text.get(..pair.start)?;
    let at = before.rfind(['\n', ',', '{'])?;
    match before.get(at..at + 1)? {
        "\n" => Some(remove_lines(text, pair)),
        "," => Some(Splice::remove(at..pair.end)),
        _ => {
            let rest = text.get(pair.end..)?;
            let comma = rest.trim_start().strip_prefix(',')?;
            Some(Splice::remove(at + 1..text.len() - comma.len()))
        }
    }
}

/// The pairs of a table in braces.
fn pair_list(table: &Spanned<Node<'_>>, pairs: &[Pair]) -> List {
    List {
        open: table.span().start + 1,
        close: table.span().end - 1,
        items: pairs.iter().map(Pair::span).collect(),
        may_open: false,
    }
}

fn array_list(array: &Spanned<Node<'_>>, may_open: bool) -> Option<List> {
    array.get_ref().is_array().then(|| List {
        open: array.span().start + 1,
        close: array.span().end - 1,
        items: entries(array).map(Spanned::span).collect(),
        may_open,
    })
}

#[cfg(test)]
mod tests {
    use super::{append, remove, set};
    use crate::document::locate::entry;
    use crate::document::text_edit::{Splice, patched};
    use crate::document::tree::{Node, Spanned, parse};

    /// Edits the first `[[a]]` of a text.
    fn edited(
        text: &str,
        edit: impl Fn(&Spanned<Node<'_>>) -> Option<Vec<Splice>>,
    ) -> Option<String> {
        let (root, _) = parse(text);
        let splices = edit(entry(&root, "a", 0)?)?;
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
            let set = edited(text, |place| set(text, place, &[("k", "9".to_owned())]));
            assert_eq!(set.as_deref(), Some(after), "{text:?}");
        }
    }

    #[test]
    fn an_array_by_dotted_keys_is_not_edited_rather_than_rewritten() {
        let text = "[[a]]\nb.c = [1]\nd = 1\n";
        let row = vec![("n", "1".to_owned())];
        for key in ["b", "d"] {
            assert_eq!(
                edited(text, |place| append(
                    text,
                    place,
                    key,
                    std::slice::from_ref(&row)
                )),
                None
            );
            assert_eq!(edited(text, |place| remove(text, place, key, 0)), None);
        }
    }

    #[test]
    fn tables_below_an_entry_leave_with_it() {
        let text = "[[a]]\nx = 1\n\n[[a.b]]\nn = 1\n\n[a.b.c]\nm = 1\n\n[[a.b]]\nn = 2\n";
        let left = edited(text, |place| remove(text, place, "b", 0));
        assert_eq!(left.as_deref(), Some("[[a]]\nx = 1\n\n[[a.b]]\nn = 2\n"));
        let row = vec![("n", "3".to_owned())];
        let grown = edited(text, |place| {
            append(text, place, "b", std::slice::from_ref(&row))
        });
        assert_eq!(grown, Some(format!("{text}\n[[a.b]]\nn = 3\n")));
    }
}
