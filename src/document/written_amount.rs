//! Amounts as bills print them, `1,299` or `¥1299`, which TOML takes for something else.

use std::ops::Range;

use super::diagnostic::Problem;
use super::locate::{before, line_end, line_start};
use super::read::amount::{excerpt, plain_digits};

/// The amount at an error, else the first with a comma on its line: in braces the reader takes
/// what follows the comma for a key, and stumbles later.
pub(super) fn near(text: &str, at: usize) -> Option<(Range<usize>, Problem)> {
    let start = line_start(text, at);
    let line = text.get(start..line_end(text, at))?;
    let is_in_text = |place: usize| {
        let before = line.get(..place).unwrap_or_default();
        before.matches('"').count() % 2 == 1
    };
    let commas = line.match_indices([',', '，']).map(|(place, _)| place);
    let mut commas = commas.filter(|place| !is_in_text(*place));
    around(text, at).or_else(|| commas.find_map(|place| around(text, start + place)))
}

/// The amount around a place, if it is the value of a key and plain digits are left of it.
fn around(text: &str, at: usize) -> Option<(Range<usize>, Problem)> {
    let is_part = |char: char| char.is_ascii_digit() || ".,，¥￥$€£元".contains(char);
    let start = before(text, at).trim_end_matches(is_part).len() + at - before(text, at).len();
    let rest = text.get(start..)?;
    let length = rest.len() - rest.trim_start_matches(is_part).len();
    let written = rest.get(..length)?.trim_end_matches([',', '，']);
    let follows = rest.get(written.len()..)?.chars().next();
    let is_whole = follows.is_none_or(|char| char.is_whitespace() || ",，}#".contains(char));
    let plain = plain_digits(written);
    (is_whole && before(text, start).trim_end().ends_with('=') && means(written, &plain)).then(
        || {
            let problem = Problem::NotAnAmount {
                found: excerpt(written),
                instead: Some(plain),
            };
            (start..start + written.len(), problem)
        },
    )
}

/// Whether these digits are what was written, and not two values with a comma between them.
fn means(written: &str, plain: &str) -> bool {
    let whole = written.split('.').next().unwrap_or_default();
    let mut groups = whole.split([',', '，']).skip(1);
    let digits = plain.replacen('.', "", 1);
    written != plain
        && groups.all(|group| plain_digits(group).len() == 3)
        && !digits.is_empty()
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && plain.starts_with(|char: char| char.is_ascii_digit())
        && !plain.ends_with('.')
}
