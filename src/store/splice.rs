//! Byte splices: the only way a text is changed.

use std::ops::Range;

use thiserror::Error;

/// Puts `text` where the bytes of `range` are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// Bytes of the text before the change; empty to insert.
    pub range: Range<usize>,
    /// What stands there afterwards; empty to delete.
    pub text: String,
}

/// The splice with this index lies outside the text, cuts a character, or comes before the end of the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("splice {0} does not fit the text")]
pub struct BadSplice(pub usize);

/// The text with all splices done. They must be sorted and may touch but not overlap.
pub fn apply(text: &str, splices: &[Splice]) -> Result<String, BadSplice> {
    let mut result = String::with_capacity(text.len());
    let mut done = 0;
    for (index, Splice { range, text: new }) in splices.iter().enumerate() {
        let kept = text.get(done..range.start);
        let (Some(kept), Some(_)) = (kept, text.get(range.clone())) else {
            return Err(BadSplice(index));
        };
        result.push_str(kept);
        result.push_str(new);
        done = range.end;
    }
    result.push_str(text.get(done..).unwrap_or_default());
    Ok(result)
}

#[cfg(test)]
mod tests {
    use super::{BadSplice, Splice, apply};

    fn splice(start: usize, end: usize, text: &str) -> Splice {
        Splice {
            range: start..end,
            text: text.to_owned(),
        }
    }

    #[test]
    fn splices_replace_insert_and_delete_in_one_pass() {
        let splices = [splice(0, 0, ">"), splice(1, 3, "X"), splice(4, 5, "")];
        assert_eq!(apply("abcdef", &splices).unwrap(), ">aXdf");
        assert_eq!(apply("", &[splice(0, 0, "new")]).unwrap(), "new");
        assert_eq!(apply("same", &[]).unwrap(), "same");
    }

    #[test]
    fn insertions_at_one_place_keep_their_order() {
        assert_eq!(
            apply("ab", &[splice(1, 1, "1"), splice(1, 1, "2")]).unwrap(),
            "a12b"
        );
    }

    #[test]
    fn splices_that_do_not_fit_are_named() {
        let cases = [
            ("out of bounds", "abc", vec![splice(2, 4, "")], 0),
            ("inside a character", "分期", vec![splice(1, 3, "")], 0),
            (
                "overlapping",
                "abcdef",
                vec![splice(0, 3, ""), splice(2, 4, "")],
                1,
            ),
            (
                "unsorted",
                "abcdef",
                vec![splice(4, 5, ""), splice(0, 1, "")],
                1,
            ),
        ];
        for (name, text, splices, index) in cases {
            assert_eq!(apply(text, &splices), Err(BadSplice(index)), "{name}");
        }
        #[expect(clippy::reversed_empty_ranges, reason = "a caller may compute one")]
        let backwards = Splice {
            range: 3..1,
            text: String::new(),
        };
        assert_eq!(apply("abcdef", &[backwards]), Err(BadSplice(0)));
    }
}
