//! On which lines of the file a figure is stated.

use super::Document;
use super::locate::{entries, entry};
use super::tree::{Node, Spanned, Table, parse};

/// Something that the file states.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A plan of the book.
    Plan(usize),
    /// A key of it.
    OfPlan(usize, &'static str),
    /// An entry of an array of it: `payments`, `refunds`.
    InPlan(usize, &'static str, usize),
    /// A credit line of the book.
    Line(usize),
    /// A key of it.
    OfLine(usize, &'static str),
    /// An entry of an array of it.
    InLine(usize, &'static str, usize),
}

impl Document {
    /// The lines on which these stand, from 1, each once and in the order of the file. What the
    /// file does not state has none.
    pub fn lines_of(&self, places: &[Place]) -> Vec<usize> {
        let (root, _) = parse(self.text());
        let starts = places.iter().filter_map(|place| start(&root, *place));
        let mut lines: Vec<_> = starts.map(|start| self.line_at(Some(&start))).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

fn start(root: &Table<'_>, place: Place) -> Option<usize> {
    let table = |kind: &str, k: usize| entry(root, kind, k);
    match place {
        Place::Plan(k) => Some(table("plan", k)?.span().start),
        Place::Line(k) => Some(table("line", k)?.span().start),
        Place::OfPlan(k, key) => key_start(table("plan", k)?, key),
        Place::OfLine(k, key) => key_start(table("line", k)?, key),
        Place::InPlan(k, key, at) => entry_start(table("plan", k)?, key, at),
        Place::InLine(k, key, at) => entry_start(table("line", k)?, key, at),
    }
}

fn key_start(table: &Spanned<Node<'_>>, key: &str) -> Option<usize> {
    let Node::Table(fields) = table.get_ref() else {
        return None;
    };
    let (found, _) = fields.pair(key)?;
    Some(found.span().start)
}

fn entry_start(table: &Spanned<Node<'_>>, key: &str, at: usize) -> Option<usize> {
    let Node::Table(fields) = table.get_ref() else {
        return None;
    };
    let entry = entries(fields.get(key)?).nth(at);
    entry.map(|entry| entry.span().start)
}

#[cfg(test)]
mod tests {
    use super::{Document, Place};

    #[test]
    fn what_the_file_states_has_a_line_and_what_it_does_not_has_none() {
        let text = "version = 1
[[line]]
id = \"mi\"
name = \"mi\"
limit = 5000
seen = [{ on = 2026-01-01, available = 100 }]
[[plan]]
id = \"a\"
line = \"mi\"
item = \"A\"
principal = 300
periods = 3
first-due = 2026-01-01
payments = [
  { on = 2026-01-01, amount = 100 },
  { on = 2026-02-01, amount = 100 },
]
";
        let document = Document::parse(text.to_owned()).unwrap();
        for (place, lines) in [
            (Place::Plan(0), vec![7]),
            (Place::OfPlan(0, "principal"), vec![11]),
            (Place::InPlan(0, "payments", 1), vec![16]),
            (Place::InPlan(0, "payments", 2), vec![]),
            (Place::OfPlan(0, "fee"), vec![]),
            (Place::Line(0), vec![2]),
            (Place::OfLine(0, "limit"), vec![5]),
            (Place::InLine(0, "seen", 0), vec![6]),
            (Place::Plan(1), vec![]),
        ] {
            assert_eq!(document.lines_of(&[place]), lines, "{place:?}");
        }
        let several = [
            Place::OfLine(0, "limit"),
            Place::Plan(0),
            Place::OfLine(0, "limit"),
        ];
        assert_eq!(document.lines_of(&several), [5, 7]);
    }
}
