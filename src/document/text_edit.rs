//! Splices: the smallest changes of a text, by bytes.

use std::ops::Range;

/// Some bytes of a text and what takes their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// The bytes that go.
    pub range: Range<usize>,
    /// The text that comes.
    pub text: String,
}

impl Splice {
    pub(super) fn insert(at: usize, text: impl Into<String>) -> Self {
        Self {
            range: at..at,
            text: text.into(),
        }
    }

    pub(super) fn remove(range: Range<usize>) -> Self {
        Self {
            range,
            text: String::new(),
        }
    }
}

/// The text with all splices made. They must be in order, must not overlap and must lie on
/// character boundaries; `None` where they do not.
pub fn patched(text: &str, splices: &[Splice]) -> Option<String> {
    let grown: usize = splices.iter().map(|splice| splice.text.len()).sum();
    let mut patched = String::with_capacity(text.len() + grown);
    let mut kept = 0;
    for splice in splices {
        patched.push_str(text.get(kept..splice.range.start)?);
        patched.push_str(&splice.text);
        text.get(splice.range.clone())?;
        kept = splice.range.end;
    }
    patched.push_str(text.get(kept..)?);
    Some(patched)
}

/// The splices that turn the patched text back into `text`.
pub fn inverse(text: &str, splices: &[Splice]) -> Option<Vec<Splice>> {
    let mut inverse = Vec::with_capacity(splices.len());
    let (mut added, mut removed) = (0, 0);
    for splice in splices {
        let start = splice.range.start + added - removed;
        inverse.push(Splice {
            range: start..start + splice.text.len(),
            text: text.get(splice.range.clone())?.to_owned(),
        });
        added += splice.text.len();
        removed += splice.range.len();
    }
    Some(inverse)
}

/// The splices that do at once what `first` and, on the text it leads to, `second` do. `text` is
/// as it was before both.
pub fn composed(text: &str, first: &[Splice], second: &[Splice]) -> Vec<Splice> {
    let between = pieces(text.len(), first);
    let length = between.iter().map(Piece::len).sum();
    let mut splices = Vec::new();
    let (mut kept, mut new) = (0, String::new());
    let mut put = |range: Range<usize>, new: &mut String| {
        if kept < range.start || !new.is_empty() {
            splices.push(Splice {
                range: kept..range.start,
                text: std::mem::take(new),
            });
        }
        kept = range.end;
    };
    for piece in pieces(length, second) {
        match piece {
            Piece::New(text) => new.push_str(text),
            Piece::Kept(range) => {
                for piece in cut(&between, &range) {
                    match piece {
                        Piece::New(text) => new.push_str(text),
                        Piece::Kept(range) => put(range, &mut new),
                    }
                }
            }
        }
    }
    put(text.len()..text.len(), &mut new);
    splices
}

/// A part of a changed text: bytes that stayed, or text that came.
enum Piece<'t> {
    Kept(Range<usize>),
    New(&'t str),
}

impl Piece<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Kept(range) => range.len(),
            Self::New(text) => text.len(),
        }
    }
}

/// What a text of this length consists of after the splices.
fn pieces(length: usize, splices: &[Splice]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(2 * splices.len() + 1);
    let mut kept = 0;
    for Splice { range, text } in splices {
        pieces.extend([Piece::Kept(kept..range.start), Piece::New(text)]);
        kept = range.end;
    }
    pieces.push(Piece::Kept(kept..length));
    pieces
}

/// The parts of a changed text that lie in a range of it.
fn cut<'t>(pieces: &[Piece<'t>], range: &Range<usize>) -> Vec<Piece<'t>> {
    let mut end = 0;
    let part = |piece: &Piece<'t>| {
        let start = end;
        end += piece.len();
        let (from, to) = (range.start.max(start), range.end.min(end));
        if from >= to {
            return None;
        }
        Some(match piece {
            Piece::Kept(kept) => Piece::Kept(kept.start + from - start..kept.start + to - start),
            Piece::New(text) => Piece::New(text.get(from - start..to - start)?),
        })
    };
    pieces.iter().filter_map(part).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Strategy, any, prop, proptest};

    use super::{Splice, composed, inverse, patched};

    fn splice(start: usize, end: usize, text: &str) -> Splice {
        Splice {
            range: start..end,
            text: text.to_owned(),
        }
    }

    #[test]
    fn splices_change_their_bytes_and_their_inverse_changes_them_back() {
        let text = "one 二 three";
        let splices = [
            splice(0, 3, "1"),
            splice(4, 4, ">"),
            splice(4, 7, ""),
            splice(13, 13, "!"),
        ];
        let changed = patched(text, &splices).unwrap();
        assert_eq!(changed, "1 > three!");
        let back = inverse(text, &splices).unwrap();
        assert_eq!(patched(&changed, &back).as_deref(), Some(text));
    }

    #[test]
    fn splices_out_of_order_or_inside_a_character_are_refused() {
        for splices in [
            vec![splice(4, 4, "a"), splice(0, 1, "b")],
            vec![splice(0, 3, "a"), splice(2, 4, "b")],
            vec![splice(5, 6, "a")],
            vec![splice(99, 99, "a")],
        ] {
            assert_eq!(patched("one 二", &splices), None, "{splices:?}");
        }
    }

    /// Splices that fit a text of this many letters.
    fn splices(marks: &[(usize, String)], length: usize) -> Vec<Splice> {
        let mut places: Vec<usize> = marks.iter().map(|(at, _)| at % (length + 1)).collect();
        places.sort_unstable();
        let pairs = places.chunks_exact(2).zip(marks);
        let splice =
            |(pair, (_, text)): (&[usize], &(usize, String))| splice(pair[0], pair[1], text);
        pairs.map(splice).collect()
    }

    fn marks() -> impl Strategy<Value = Vec<(usize, String)>> {
        prop::collection::vec((any::<usize>(), "[A-Z]{0,3}"), 0..9)
    }

    proptest! {
        #[test]
        fn composed_splices_do_what_both_do_one_after_the_other(
            text in "[a-z]{0,30}", first in marks(), second in marks()
        ) {
            let first = splices(&first, text.len());
            let between = patched(&text, &first).unwrap();
            let second = splices(&second, between.len());
            let after = patched(&between, &second).unwrap();
            let both = composed(&text, &first, &second);
            assert_eq!(patched(&text, &both), Some(after));
        }
    }
}
