//! Which known word somebody probably meant.

/// The most letters that may differ.
const MOST_EDITS: usize = 2;

/// The known word closest to `found`, if it is close enough to be a slip of the pen.
pub fn near<'w>(found: &str, known: impl IntoIterator<Item = &'w str>) -> Option<&'w str> {
    let found = found.to_lowercase();
    let letters = found.chars().count();
    let close = known.into_iter().filter_map(|word| {
        let edits = edits(&found, word);
        (edits <= MOST_EDITS && edits < letters).then_some((edits, word))
    });
    close.min_by_key(|(edits, _)| *edits).map(|(_, word)| word)
}

/// How many letters must be put in, left out or changed (Levenshtein); any number above
/// [`MOST_EDITS`] where the lengths alone forbid it.
fn edits(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    if from.chars().count().abs_diff(to.len()) > MOST_EDITS {
        return usize::MAX;
    }
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, letter) in from.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (k, other) in to.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            diagonal = row[k + 1];
            row[k + 1] = changed.min(row[k] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn a_slip_of_two_letters_is_recognised_and_no_more() {
        let known = ["periods", "principal", "price", "first-due", "n"];
        for (found, meant) in [
            ("perids", Some("periods")),
            ("Periods", Some("periods")),
            ("first_due", Some("first-due")),
            ("principle", Some("principal")),
            ("prize", Some("price")),
            ("colour", None),
            ("x", None),
            ("m", None),
            ("", None),
        ] {
            assert_eq!(near(found, known), meant, "{found}");
        }
    }
}
