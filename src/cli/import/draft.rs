//! The command that makes a plan of what a bill knows, with `?` where it knows nothing.

use crate::domain::{Currency, LineId};
use crate::import::preview::Draft;

/// `fenqi add …`, as it is typed into a shell.
pub(in crate::cli) fn add_command(draft: &Draft, currency: Currency) -> String {
    let price = draft.price.map(|price| price.plain(currency));
    let periods = draft.periods.map(|periods| periods.to_string());
    let bought = draft.bought.to_string();
    let unknown = Some("?");
    let arguments = [
        ("--line", draft.line.as_ref().map(LineId::as_str)),
        ("--item", Some(draft.item.as_str())),
        ("--price", price.as_deref().or(unknown)),
        ("--periods", periods.as_deref().or(unknown)),
        ("--fee", unknown),
        ("--bought", Some(bought.as_str())),
        ("--merchant", draft.merchant.as_deref()),
        ("--order", draft.order.as_deref()),
    ];
    let mut command = "fenqi add".to_owned();
    for (name, value) in arguments {
        if let Some(value) = value {
            command.extend([" ", name, " ", &quoted(value)]);
        }
    }
    command
}

/// A word as a POSIX shell takes it literally.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_.,:/".contains(c);
    if !word.is_empty() && !word.starts_with('-') && word.chars().all(is_plain) {
        return word.to_owned();
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_shell_takes_every_word_literally() {
        for (word, expected) in [
            ("手机", "手机"),
            ("2026-03-01", "2026-03-01"),
            ("?", "'?'"),
            ("a b", "'a b'"),
            ("it's; rm -rf ~", r"'it'\''s; rm -rf ~'"),
            ("-x", "'-x'"),
            ("$(id)", "'$(id)'"),
            ("", "''"),
        ] {
            assert_eq!(quoted(word), expected);
        }
    }
}
