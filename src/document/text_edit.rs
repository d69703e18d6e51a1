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

#[cfg(test)]
mod tests {
    use super::{Splice, inverse, patched};

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
}
