//! The lines of the file that a change touches, before and after it.

use std::ops::Range;

use serde::Serialize;

use crate::cli::print::{Align, Cell, Page};
use crate::document::Document;
use crate::document::text_edit::Splice;
use crate::domain::command::Change;
use crate::settings::theme::Role;

/// Lines that stand together.
#[derive(Debug, Serialize, PartialEq, Eq)]
pub(super) struct Passage {
    /// The first of them, counted from 1.
    line: usize,
    before: Vec<String>,
    after: Vec<String>,
}

/// What a change touches, from the top of the file on.
pub(super) fn passages(document: &Document, change: &Change) -> Vec<Passage> {
    let text = document.text();
    let splices = document.edits(change).unwrap_or_default();
    let mut touched: Vec<Range<usize>> = Vec::new();
    for splice in &splices {
        let lines = lines_of(text, &splice.range);
        match touched.last_mut() {
            Some(last) if lines.start <= last.end => last.end = last.end.max(lines.end),
            _ => touched.push(lines),
        }
    }
    let passage = |lines: Range<usize>| Passage::of(text, lines, &splices);
    touched.into_iter().map(passage).collect()
}

/// The whole lines that hold some bytes.
fn lines_of(text: &str, bytes: &Range<usize>) -> Range<usize> {
    let before = text.get(..bytes.start).unwrap_or_default();
    let after = text.get(bytes.end..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    let end = after.find('\n').map_or(text.len(), |feed| bytes.end + feed);
    start..end
}

impl Passage {
    fn of(text: &str, lines: Range<usize>, splices: &[Splice]) -> Self {
        let part = |range: Range<usize>| text.get(range).unwrap_or_default();
        let (mut after, mut at) = (String::new(), lines.start);
        let within = splices
            .iter()
            .filter(|splice| lines.start <= splice.range.start && splice.range.end <= lines.end);
        for splice in within {
            after.extend([part(at..splice.range.start), &splice.text]);
            at = splice.range.end;
        }
        after += part(at..lines.end);
        let split = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let (mut before, mut after) = (split(part(lines.clone())), split(&after));
        while before.last().is_some_and(|last| after.last() == Some(last)) {
            before.pop();
            after.pop();
        }
        let same = before.iter().zip(&after).take_while(|(was, is)| was == is);
        let same = same.count();
        before.drain(..same);
        after.drain(..same);
        let above = part(0..lines.start).matches('\n').count();
        Self {
            line: above + same + 1,
            before,
            after,
        }
    }

    /// Each line with its sign, the number beside the first.
    pub(super) fn tell(&self, page: &mut Page) {
        let gone = self.before.iter().map(|line| ("-", line, Role::Overdue));
        let come = self.after.iter().map(|line| ("+", line, Role::Paid));
        let rows = gone.chain(come).enumerate().map(|(k, (sign, line, role))| {
            let number = if k == 0 {
                self.line.to_string()
            } else {
                String::new()
            };
            vec![
                Cell::in_role(number, Role::Muted),
                Cell::in_role(sign, role),
                Cell::new(line.trim_end()),
            ]
        });
        let rows: Vec<_> = rows.collect();
        page.table(&[Align::Right, Align::Left, Align::Left], &rows);
    }
}
