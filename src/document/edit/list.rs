//! Lists between brackets or braces: putting an item at the end, taking one out. Items are the
//! entries of an array or the pairs of a table in braces.

use std::ops::Range;

use crate::document::locate::{
    before, indent, is_blank, line_break, line_end, line_start, next_line,
};
use crate::document::text_edit::Splice;

/// A list in a text.
#[derive(Debug, Clone)]
pub struct List {
    /// Where its opening bracket ends.
    pub open: usize,
    /// Where its closing bracket begins.
    pub close: usize,
    /// Its items, in order.
    pub items: Vec<Range<usize>>,
    /// Whether an empty list may be opened up to one item a line.
    pub may_open: bool,
}

impl List {
    /// The splices that put items at the end, in the list's own style.
    pub fn append(&self, text: &str, items: &[String]) -> Vec<Splice> {
        if items.is_empty() {
            return Vec::new();
        }
        let Some(last) = self.items.last() else {
            return vec![self.first(text, items)];
        };
        let comma = comma(text, last.end, self.close);
        if is_blank(before(text, self.close)) && line_start(text, self.close) > last.end {
            return self.append_lines(text, last, comma, items);
        }
        let gap = if is_blank(before(text, last.start)) {
            format!(
                "{}{}",
                line_break(text, line_start(text, last.start).saturating_sub(1)),
                indent(text, last.start)
            )
        } else {
            " ".to_owned()
        };
        vec![match comma {
            Some(comma) => Splice::insert(comma + 1, concat(items, |item| format!("{gap}{item},"))),
            None => Splice::insert(last.end, concat(items, |item| format!(",{gap}{item}"))),
        }]
    }

    /// The splices that put an item after another one: on a line of its own, where the next one
    /// has one.
    pub fn insert_after(&self, text: &str, index: usize, item: &str) -> Vec<Splice> {
        let (Some(item_before), Some(next)) = (self.items.get(index), self.items.get(index + 1))
        else {
            return self.append(text, &[item.to_owned()]);
        };
        let own_line = next_line(text, item_before.end);
        let is_apart = own_line <= next.start && is_blank(before(text, next.start));
        if !is_apart {
            return vec![Splice::insert(next.start, format!("{item}, "))];
        }
        let (indent, end) = (indent(text, next.start), line_break(text, item_before.end));
        vec![Splice::insert(own_line, format!("{indent}{item},{end}"))]
    }

    /// Items on lines of their own, before the line of the closing bracket. Each ends with a
    /// comma, so that the next one adds a line and changes none.
    fn append_lines(
        &self,
        text: &str,
        last: &Range<usize>,
        comma: Option<usize>,
        items: &[String],
    ) -> Vec<Splice> {
        let at = line_start(text, self.close);
        let indent = if is_blank(before(text, last.start)) {
            indent(text, last.start).to_owned()
        } else {
            format!("{}  ", indent(text, self.close))
        };
        let end = line_break(text, at.saturating_sub(1));
        let missing = comma.is_none().then(|| Splice::insert(last.end, ","));
        let lines = concat(items, |item| format!("{indent}{item},{end}"));
        missing
            .into_iter()
            .chain([Splice::insert(at, lines)])
            .collect()
    }

    /// The first items of an empty list.
    fn first(&self, text: &str, items: &[String]) -> Splice {
        let inner = text.get(self.open..self.close).unwrap_or_default();
        let outer = indent(text, self.open);
        let end = line_break(text, self.open);
        if inner.contains('\n') {
            let at = line_start(text, self.close);
            let closing = indent(text, self.close);
            Splice::insert(at, concat(items, |item| format!("{closing}  {item},{end}")))
        } else if self.may_open {
            let lines = concat(items, |item| format!("{outer}  {item},{end}"));
            Splice {
                range: self.open..self.close,
                text: format!("{end}{lines}{outer}"),
            }
        } else {
            Splice {
                range: self.open..self.close,
                text: items.join(", "),
            }
        }
    }

    /// The splices that take an item out: with its line, where it stands alone on it.
    pub fn remove(&self, text: &str, index: usize) -> Vec<Splice> {
        let Some(item) = self.items.get(index) else {
            return Vec::new();
        };
        let next = self.items.get(index + 1);
        let until = next.map_or(self.close, |next| next.start);
        let own_comma = comma(text, item.end, until);
        let previous = index.checked_sub(1).and_then(|k| self.items.get(k));
        let comma_before = previous.and_then(|previous| comma(text, previous.end, item.start));
        let orphan = comma_before.filter(|_| next.is_none() && own_comma.is_none());
        let end = own_comma.map_or(item.end, |comma| comma + 1);
        let range = if self.is_alone(text, item.start..end) {
            line_start(text, item.start)..next_line(text, end)
        } else if let Some(next) = next.filter(|next| gap_is_blank(text, end..next.start)) {
            item.start..next.start
        } else if let Some(comma) =
            comma_before.filter(|comma| gap_is_blank(text, comma + 1..item.start))
        {
            comma + 1..end
        } else if self.items.len() == 1
            && gap_is_blank(text, self.open..item.start)
            && gap_is_blank(text, end..self.close)
        {
            self.open..self.close
        } else {
            item.start..end
        };
        let orphan = orphan.map(|comma| Splice::remove(comma..comma + 1));
        orphan.into_iter().chain([Splice::remove(range)]).collect()
    }

    /// Whether nothing but a comment shares the lines of an item.
    fn is_alone(&self, text: &str, item: Range<usize>) -> bool {
        let after = text
            .get(item.end..line_end(text, item.end))
            .unwrap_or_default();
        let after = after.trim_start_matches([' ', '\t']);
        is_blank(before(text, item.start))
            && line_start(text, item.start) >= self.open
            && (after.is_empty() || after.starts_with('#'))
    }
}

fn concat(items: &[String], written: impl Fn(&str) -> String) -> String {
    items.iter().map(|item| written(item)).collect()
}

/// Where the comma after an item stands, if there is one before `until`.
fn comma(text: &str, from: usize, until: usize) -> Option<usize> {
    let gap = text.get(from..until)?;
    let mut in_comment = false;
    for (at, char) in gap.char_indices() {
        match char {
            '\n' => in_comment = false,
            '#' => in_comment = true,
            ',' if !in_comment => return Some(from + at),
            _ => {}
        }
    }
    None
}

/// Whether only blanks of one line stand in a range.
fn gap_is_blank(text: &str, range: Range<usize>) -> bool {
    text.get(range).is_some_and(is_blank)
}

#[cfg(test)]
mod tests {
    use super::List;
    use crate::document::text_edit::{inverse, patched};
    use crate::document::tree::{Node, Spanned, parse};

    fn list(text: &str) -> List {
        let (root, _) = parse(text);
        let array = &root.get("a").unwrap();
        let Node::Array(entries) = array.get_ref() else {
            panic!("no array");
        };
        List {
            open: array.span().start + 1,
            close: array.span().end - 1,
            items: entries.iter().map(Spanned::span).collect(),
            may_open: true,
        }
    }

    #[test]
    fn an_item_is_appended_in_the_style_of_the_list() {
        for (text, appended) in [
            ("a = [1, 2]", "a = [1, 2, 9]"),
            ("a = [ 1, 2 ] # x", "a = [ 1, 2, 9 ] # x"),
            ("a = [1, 2, ]", "a = [1, 2, 9, ]"),
            ("a = []", "a = [\n  9,\n]"),
            ("a = [ ]\r\n", "a = [\r\n  9,\r\n]\r\n"),
            ("a = [\n]", "a = [\n  9,\n]"),
            ("a = [\n\t1,\n]", "a = [\n\t1,\n\t9,\n]"),
            ("a = [\n  1, # one\n]", "a = [\n  1, # one\n  9,\n]"),
            (
                "a = [\n  1 # one, two\n]",
                "a = [\n  1, # one, two\n  9,\n]",
            ),
            (
                "a = [\r\n  1,\r\n  # 2,\r\n]",
                "a = [\r\n  1,\r\n  # 2,\r\n  9,\r\n]",
            ),
            ("a = [1,\n     2]", "a = [1,\n     2,\n     9]"),
            ("a = [\n  1, 2,\n]", "a = [\n  1, 2,\n  9,\n]"),
            ("a = [\n  # none yet\n]", "a = [\n  # none yet\n  9,\n]"),
        ] {
            let splices = list(text).append(text, &["9".to_owned()]);
            assert_eq!(patched(text, &splices).unwrap(), appended);
        }
    }

    #[test]
    fn an_item_is_put_after_another_in_the_style_of_the_list() {
        for (text, put) in [
            ("a = [1, 2]", "a = [1, 9, 2]"),
            ("a = [1]", "a = [1, 9]"),
            (
                "a = [\n  1, # one\n  # two\n  2,\n]",
                "a = [\n  1, # one\n  9,\n  # two\n  2,\n]",
            ),
            (
                "a = [\r\n  1,\r\n  2\r\n]",
                "a = [\r\n  1,\r\n  9,\r\n  2\r\n]",
            ),
            ("a = [1,\n     2]", "a = [1,\n     9,\n     2]"),
            ("a = [\n  1, 2,\n  3,\n]", "a = [\n  1, 9, 2,\n  3,\n]"),
        ] {
            let splices = list(text).insert_after(text, 0, "9");
            assert_eq!(patched(text, &splices).unwrap(), put);
        }
    }

    #[test]
    fn several_items_come_as_one_after_the_other_would() {
        let both = ["8".to_owned(), "9".to_owned()];
        for text in [
            "a = [1]",
            "a = [1, ]",
            "a = []",
            "a = [\n]",
            "a = [\n  1 # one\n]",
            "a = [1,\n     2]",
        ] {
            let once = patched(text, &list(text).append(text, &both)).unwrap();
            let one = patched(text, &list(text).append(text, &both[..1])).unwrap();
            let splices = list(&one).append(&one, &both[1..]);
            assert_eq!(patched(&one, &splices), Some(once));
        }
    }

    #[test]
    fn an_item_leaves_with_its_line_and_its_comment_and_nothing_else() {
        for (text, index, left) in [
            ("a = [1, 2, 3]", 0, "a = [2, 3]"),
            ("a = [1, 2, 3]", 1, "a = [1, 3]"),
            ("a = [1, 2, 3]", 2, "a = [1, 2]"),
            ("a = [1, 2, 3, ]", 2, "a = [1, 2, ]"),
            ("a = [ 1 ]", 0, "a = []"),
            (
                "a = [\n  1, # one\n  2, # two\n]",
                0,
                "a = [\n  2, # two\n]",
            ),
            (
                "a = [\n  1, # one\n  2, # two\n]",
                1,
                "a = [\n  1, # one\n]",
            ),
            ("a = [\n  1, # one\n  2 # two\n]", 1, "a = [\n  1 # one\n]"),
            (
                "a = [\r\n  # first\r\n  1,\r\n]",
                0,
                "a = [\r\n  # first\r\n]",
            ),
            ("a = [1, # one\n     2]", 1, "a = [1 # one\n     ]"),
            ("a = [1, # one\n     2]", 0, "a = [ # one\n     2]"),
            ("a = [\n  1, 2,\n  3,\n]", 1, "a = [\n  1,\n  3,\n]"),
        ] {
            let splices = list(text).remove(text, index);
            assert_eq!(patched(text, &splices).unwrap(), left, "{text}");
            let back = inverse(text, &splices).unwrap();
            assert_eq!(patched(left, &back).as_deref(), Some(text));
        }
    }
}
