//! Text of the user's as it may stand in another program's file: one line, printable, without a
//! card's whole number, and with nothing to click on.
//!
//! What a format itself gives a meaning to (quotes, semicolons, a leading `=`) is the business of
//! that format.

use crate::domain::card;
use crate::settings::safe_text::safe;

/// The text in one line of printable characters with single blanks. A card number keeps its last
/// four digits; `https://` loses its meaning by a bracket, so that nobody clicks on what somebody
/// else wrote.
pub fn plain(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    let line = safe(&words);
    masked(&line).replace("://", "[:]//")
}

/// The text with every card number reduced to its last four digits.
fn masked(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|char: char| char.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        shown.push_str(before);
        let lengths = [grouped_length(from), run_length(from)];
        let card = lengths.into_iter().find_map(|length| {
            let (number, after) = from.split_at(length);
            Some((last_four(number)?, after))
        });
        rest = if let Some((last, after)) = card {
            shown.extend(["****", &last]);
            after
        } else {
            let (number, after) = from.split_at(run_length(from));
            shown.push_str(number);
            after
        };
    }
    shown.push_str(rest);
    shown
}

/// How many bytes of digits a text begins with.
fn run_length(text: &str) -> usize {
    let end = text.find(|char: char| !char.is_ascii_digit());
    end.unwrap_or(text.len())
}

/// The same, single blanks or dashes between digits included.
fn grouped_length(text: &str) -> usize {
    let mut length = run_length(text);
    while let Some(next) = text
        .get(length..)
        .and_then(|rest| rest.strip_prefix([' ', '-']))
    {
        match run_length(next) {
            0 => break,
            digits => length += 1 + digits,
        }
    }
    length
}

/// The last four digits of a card number; `None` where it is none.
fn last_four(number: &str) -> Option<String> {
    if number.len() < card::SHORTEST {
        return None;
    }
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let values: Vec<u32> = digits
        .iter()
        .filter_map(|digit| digit.to_digit(10))
        .collect();
    card::is_number(&values).then(|| digits.iter().skip(digits.len() - 4).collect())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_text_becomes_one_line_that_does_nothing() {
        for (hostile, shown) in [
            ("小米 15 Pro", "小米 15 Pro"),
            (" a \n b\r\n\tc\u{3000}d ", "a b c d"),
            ("\x1b]8;;http://x\x07", "␛]8;;http[:]//x␇"),
            ("a\u{202e}b", "a⟨U+202E⟩b"),
            ("卡 6222 0212 3456 7890 128。", "卡 ****0128。"),
            ("4111111111111111", "****1111"),
            ("订单 5240118809375512", "订单 5240118809375512"),
            ("5240526001234567 12", "5240526001234567 12"),
            ("2026-03-10 12", "2026-03-10 12"),
            ("7 4111-1111-1111-1111", "7 ****1111"),
            ("", ""),
        ] {
            assert_eq!(plain(hostile), shown, "{hostile:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_comes_in_one_printable_line_comes_out(hostile in ".{0,80}|[0-9 -]{0,60}") {
            let shown = plain(&hostile);
            proptest::prop_assert!(!shown.contains(char::is_control) && !shown.contains("  "));
        }
    }
}
