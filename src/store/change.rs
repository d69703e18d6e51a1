//! A splice as the history remembers it: enough to reverse it exactly, or to find it again in an edited text.

use serde::{Deserialize, Serialize};

use super::splice::Splice;

/// How many bytes of the surroundings are remembered on each side.
const CONTEXT: usize = 64;

/// What one splice did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Change {
    /// Where, in bytes of the text before.
    at: usize,
    /// The unchanged text in front of it, never reaching into another change.
    before: String,
    removed: String,
    inserted: String,
    /// The unchanged text behind it.
    after: String,
}

/// What these splices, which must fit, do to `text`.
pub(super) fn changes(text: &str, splices: &[Splice]) -> Vec<Change> {
    let part = |start: usize, end: usize| text.get(start..end).unwrap_or_default();
    let mut previous_end = 0;
    let mut changes = Vec::with_capacity(splices.len());
    for (index, Splice { range, text: new }) in splices.iter().enumerate() {
        let next_start = splices
            .get(index + 1)
            .map_or(text.len(), |next| next.range.start);
        changes.push(Change {
            at: range.start,
            before: tail(part(previous_end, range.start)).to_owned(),
            removed: part(range.start, range.end).to_owned(),
            inserted: new.clone(),
            after: head(part(range.end, next_start)).to_owned(),
        });
        previous_end = range.end;
    }
    changes
}

/// The splices that take `changes` back in exactly the text they led to.
pub(super) fn reversed(changes: &[Change], text: &str) -> Option<Vec<Splice>> {
    let (mut inserted, mut removed) = (0_usize, 0_usize);
    let mut splices = Vec::with_capacity(changes.len());
    for change in changes {
        let start = change.at.checked_add(inserted)?.checked_sub(removed)?;
        let range = start..start.checked_add(change.inserted.len())?;
        if text.get(range.clone())? != change.inserted {
            return None;
        }
        splices.push(Splice {
            range,
            text: change.removed.clone(),
        });
        inserted += change.inserted.len();
        removed += change.removed.len();
    }
    Some(splices)
}

/// The splices that take `changes` back in a text that was edited since, if each can be found beyond doubt.
pub(super) fn reversed_elsewhere(changes: &[Change], text: &str) -> Option<Vec<Splice>> {
    let locate = |change: &Change| {
        let start = change.find(text)?;
        Some(Splice {
            range: start..start + change.inserted.len(),
            text: change.removed.clone(),
        })
    };
    changes.iter().map(locate).collect()
}

impl Change {
    /// Where the inserted text stands now. Both surroundings must be intact, or, for a line edited next to it, one of
    /// them and the rest of our own line; and the place must be the only one.
    fn find(&self, text: &str) -> Option<usize> {
        let sides = [
            (self.before.as_str(), self.after.as_str()),
            (self.before.as_str(), self.line_after()),
            (self.line_before(), self.after.as_str()),
        ];
        let allowed = if self.inserted.is_empty() {
            1
        } else {
            sides.len()
        };
        sides.iter().take(allowed).find_map(|(before, after)| {
            let start = only_place(text, &[before, self.inserted.as_str(), after].concat())?;
            Some(start + before.len())
        })
    }

    /// What stands before the change in the line where it begins.
    fn line_before(&self) -> &str {
        if self.inserted.starts_with(['\n', '\r']) {
            return "";
        }
        self.before.rsplit('\n').next().unwrap_or_default()
    }

    /// What stands behind the change in the line where it ends.
    fn line_after(&self) -> &str {
        if self.inserted.ends_with('\n') {
            return "";
        }
        self.after.split_inclusive('\n').next().unwrap_or_default()
    }
}

fn only_place(text: &str, wanted: &str) -> Option<usize> {
    let first = text.find(wanted)?;
    (text.rfind(wanted) == Some(first)).then_some(first)
}

/// The last bytes of `text`, not cutting a character.
fn tail(text: &str) -> &str {
    let start = text.len().saturating_sub(CONTEXT);
    (start..=text.len())
        .find_map(|at| text.get(at..))
        .unwrap_or_default()
}

/// The first bytes of `text`, not cutting a character.
fn head(text: &str) -> &str {
    let end = text.len().min(CONTEXT);
    (0..=end)
        .rev()
        .find_map(|at| text.get(..at))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Change, changes, head, reversed, reversed_elsewhere, tail};
    use crate::store::splice::{Splice, apply};
    use proptest::prelude::{Strategy, prop, proptest};

    fn insert(text: &str, at: &str, new: &str) -> (String, Vec<Change>) {
        let start = text.find(at).unwrap();
        replace(text, start, start, new)
    }

    fn replace(text: &str, start: usize, end: usize, new: &str) -> (String, Vec<Change>) {
        let splices = [Splice {
            range: start..end,
            text: new.to_owned(),
        }];
        (apply(text, &splices).unwrap(), changes(text, &splices))
    }

    fn undone(text: &str, changes: &[Change]) -> Option<String> {
        apply(text, &reversed_elsewhere(changes, text)?).ok()
    }

    const PLAN: &str = "[[plan]]\nid = \"a\"\npayments = [\n  { n = 1 },\n]\n# end\n";

    #[test]
    fn context_never_cuts_a_character() {
        let text = "期".repeat(40);
        assert_eq!(tail(&text).len(), 63);
        assert_eq!(head(&text).len(), 63);
        assert_eq!((tail("ab"), head("ab")), ("ab", "ab"));
    }

    #[test]
    fn only_our_line_goes_when_other_lines_changed() {
        let (text, changes) = insert(PLAN, "]\n# end", "  { n = 2 },\n");
        let cases = [
            ("far above", text.replace("\"a\"", "\"b\"")),
            (
                "right above",
                text.replace("{ n = 1 }", "{ n = 1, via = \"x\" }"),
            ),
            (
                "right below",
                text.replace("]\n# end", "  { n = 3 },\n]\n# end"),
            ),
            ("at the end", text.clone() + "more = 1\n"),
        ];
        for (name, edited) in cases {
            let expected = edited.replace("  { n = 2 },\n", "");
            assert_eq!(undone(&edited, &changes), Some(expected), "{name}");
        }
    }

    #[test]
    fn a_change_to_our_own_line_is_not_undone() {
        let start = PLAN.find("\"a\"").unwrap() + 1;
        let (text, changes) = replace(PLAN, start, start + 1, "b");
        assert_eq!(undone(&text, &changes).as_deref(), Some(PLAN));
        for edited in [
            text.replace("id =", "key ="),
            text.replace("\"b\"", "\"b\" # !"),
            text.replace("\"b\"", "\"c\""),
        ] {
            assert_eq!(undone(&edited, &changes), None, "{edited}");
        }
    }

    #[test]
    fn a_change_found_twice_is_not_undone() {
        let (text, changes) = insert(PLAN, "]\n# end", "  { n = 2 },\n");
        assert_eq!(undone(&text.repeat(2), &changes), None);
    }

    #[test]
    fn a_deletion_comes_back_only_between_its_own_neighbours() {
        let start = PLAN.find("  { n = 1 },\n").unwrap();
        let (text, changes) = replace(PLAN, start, start + 13, "");
        let elsewhere = format!("# top\n{text}").replace("# end", "# end!");
        assert_eq!(undone(&text, &changes).as_deref(), Some(PLAN));
        assert_eq!(undone(&elsewhere, &changes), None);
    }

    /// A text of odd pieces (BOM, CRLF, bare CR, wide and combining characters) and splices that fit it.
    fn text_and_splices() -> impl Strategy<Value = (String, Vec<Splice>)> {
        let piece = prop::sample::select(vec![
            "\u{feff}", "\r\n", "\n", "\r", "分期", "e\u{301}", "a", "=", "  ", "😀", "\0",
        ]);
        let text = prop::collection::vec(piece.clone(), 0..40).prop_map(|pieces| pieces.concat());
        let edits = prop::collection::vec(
            (
                prop::sample::subsequence(vec![0, 1], 1),
                prop::collection::vec(piece, 0..4),
            ),
            1..6,
        );
        (text, edits, prop::collection::vec(prop::num::u16::ANY, 10)).prop_map(
            |(text, edits, marks)| {
                let mut places: Vec<usize> = marks
                    .iter()
                    .map(|mark| usize::from(*mark) % (text.len() + 1))
                    .collect();
                places.retain(|place| text.is_char_boundary(*place));
                places.sort_unstable();
                let ranges = places.chunks_exact(2).zip(edits);
                let splices = ranges.map(|(pair, (kind, new))| Splice {
                    range: if kind == [0] {
                        pair[0]..pair[0]
                    } else {
                        pair[0]..pair[1]
                    },
                    text: new.concat(),
                });
                let splices = splices.collect();
                (text, splices)
            },
        )
    }

    proptest! {
        #[test]
        fn reversing_gives_back_every_byte((text, splices) in text_and_splices()) {
            let after = apply(&text, &splices).unwrap();
            let back = reversed(&changes(&text, &splices), &after).unwrap();
            assert_eq!(apply(&after, &back).unwrap(), text);
            let again = reversed(&changes(&after, &back), &text).unwrap();
            assert_eq!(apply(&text, &again).unwrap(), after);
        }

        #[test]
        fn finding_again_gives_back_every_byte_or_nothing((text, splices) in text_and_splices()) {
            let after = apply(&text, &splices).unwrap();
            let found = reversed_elsewhere(&changes(&text, &splices), &after);
            if let Some(back) = found.and_then(|splices| apply(&after, &splices).ok()) {
                assert_eq!(back, text);
            }
        }
    }
}
