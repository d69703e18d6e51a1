//! Which letters of a name the words stand for: as they are, or in pinyin.

use crate::settings::pinyin::sounds;

/// The name in parts, each with whether the words stand for it. Where they stand for nothing in
/// the name (but in a shop or a note) it is one part.
pub(super) fn parts<'n>(name: &'n str, words: &str) -> Vec<(&'n str, bool)> {
    let words: Vec<char> = words
        .to_lowercase()
        .split_whitespace()
        .flat_map(str::chars)
        .collect();
    let letters: Vec<(usize, char)> = name.char_indices().collect();
    let run = (0..letters.len()).find_map(|start| {
        let end = run_end(&letters[start..], &words)?;
        Some(start..start + end)
    });
    let Some(run) = run.filter(|_| !words.is_empty()) else {
        return vec![(name, false)];
    };
    let at = |letter: usize| letters.get(letter).map_or(name.len(), |(at, _)| *at);
    let (before, rest) = name.split_at(at(run.start));
    let (inside, after) = rest.split_at(at(run.end) - at(run.start));
    [(before, false), (inside, true), (after, false)]
        .into_iter()
        .filter(|(part, _)| !part.is_empty())
        .collect()
}

/// How many letters from the first on the words stand for, if they begin there and go on
/// without a gap; blanks in the name do not count.
fn run_end(letters: &[(usize, char)], words: &[char]) -> Option<usize> {
    let mut rest = words;
    for (count, (_, letter)) in letters.iter().enumerate() {
        if rest.is_empty() {
            return Some(count);
        }
        if letter.is_whitespace() && count > 0 {
            continue;
        }
        rest = rest.get(taken(*letter, rest)?..)?;
    }
    rest.is_empty().then_some(letters.len())
}

/// How many characters of the words stand for a letter: itself, its pinyin, or the initial.
fn taken(letter: char, words: &[char]) -> Option<usize> {
    let first = words.first()?;
    if letter.to_lowercase().eq(first.to_lowercase()) {
        return Some(1);
    }
    let sounds = sounds(letter).into_iter();
    let lengths = sounds.filter_map(|sound| {
        let is_whole = sound.chars().eq(words.iter().copied().take(sound.len()));
        let length = if is_whole { sound.len() } else { 1 };
        sound.starts_with(*first).then_some(length)
    });
    lengths.max()
}

#[cfg(test)]
mod tests {
    use super::parts;

    fn matched<'n>(name: &'n str, words: &str) -> Option<&'n str> {
        let parts = parts(name, words);
        parts.into_iter().find(|(_, is)| *is).map(|(part, _)| part)
    }

    #[test]
    fn letters_match_as_they_are_in_pinyin_and_by_initials() {
        for (name, words, expected) in [
            ("小米 15 Pro 手机", "xm", Some("小米")),
            ("小米 15 Pro 手机", "xiaomi", Some("小米")),
            ("小米 15 Pro 手机", "xm15", Some("小米 15")),
            ("小米 15 Pro 手机", "PRO", Some("Pro")),
            ("小米 15 Pro 手机", "手机", Some("手机")),
            ("客厅空调", "kongt", Some("空调")),
            ("女鞋", "nvx", Some("女鞋")),
            ("重庆火锅", "cqhg", Some("重庆火锅")),
            ("Dyson V12", "v12", Some("V12")),
            ("Dyson V12", "yanxuan", None),
            ("Dyson V12", "", None),
            ("", "x", None),
        ] {
            assert_eq!(matched(name, words), expected, "{name} {words}");
        }
    }

    #[test]
    fn the_parts_are_the_whole_name() {
        for words in ["", "xm", "米", "z"] {
            let joined: String = parts("小米手机", words)
                .into_iter()
                .map(|(part, _)| part)
                .collect();
            assert_eq!(joined, "小米手机");
        }
    }
}
