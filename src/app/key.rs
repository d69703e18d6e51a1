//! A key as the program sees it, and how it is written: in `--keys '…'`, in the footer, in help.

mod written;

use std::fmt;

/// Which key, without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A character, as typed: `P` is the character `P`.
    Char(char),
    /// Enter, Return.
    Enter,
    /// Escape.
    Esc,
    /// Tab; with Shift it is [`Code::BackTab`].
    Tab,
    /// Shift-Tab.
    BackTab,
    /// Deletes before the caret.
    Backspace,
    /// Deletes at the caret.
    Delete,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key.
    F(u8),
}

/// Which modifier is held. Shift is part of the character it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Held {
    /// None.
    #[default]
    Nothing,
    /// Control.
    Ctrl,
    /// Alt, also Option and Meta.
    Alt,
}

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// What is held with it.
    pub held: Held,
}

impl Key {
    /// A key alone.
    pub const fn of(code: Code) -> Self {
        Self {
            code,
            held: Held::Nothing,
        }
    }

    /// A character alone.
    pub const fn char(char: char) -> Self {
        Self::of(Code::Char(char))
    }

    /// A character with Control.
    pub const fn ctrl(char: char) -> Self {
        Self {
            code: Code::Char(char),
            held: Held::Ctrl,
        }
    }
}

/// The names of keys between `<` and `>`.
const NAMES: [(&str, Code); 18] = [
    ("enter", Code::Enter),
    ("esc", Code::Esc),
    ("tab", Code::Tab),
    ("s-tab", Code::BackTab),
    ("space", Code::Char(' ')),
    ("lt", Code::Char('<')),
    ("gt", Code::Char('>')),
    ("bs", Code::Backspace),
    ("del", Code::Delete),
    ("up", Code::Up),
    ("down", Code::Down),
    ("left", Code::Left),
    ("right", Code::Right),
    ("home", Code::Home),
    ("end", Code::End),
    ("pgup", Code::PageUp),
    ("pgdn", Code::PageDown),
    ("f1", Code::F(1)),
];

/// As it is written in `--keys`: `j`, `<enter>`, `<c-r>`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = match self.held {
            Held::Nothing => "",
            Held::Ctrl => "c-",
            Held::Alt => "a-",
        };
        let name = NAMES.iter().find(|(_, code)| *code == self.code);
        match (self.code, name) {
            (_, Some((name, _))) => write!(f, "<{held}{name}>"),
            (Code::Char(char), None) if held.is_empty() => write!(f, "{char}"),
            (Code::Char(char), None) => write!(f, "<{held}{char}>"),
            (Code::F(number), None) => write!(f, "<{held}f{number}>"),
            (_, None) => write!(f, "<{held}?>"),
        }
    }
}

/// Something in `--keys`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stroke {
    /// A key.
    Key(Key),
    /// `<paste:text>`: text as if it were pasted.
    Paste(String),
    /// `<resize:80x24>`: a new window size, columns and rows.
    Resize(u16, u16),
}

/// Why a text is no list of keys.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key <{0}>")]
pub struct NotAKey(pub String);

/// Reads `--keys`: plain characters one by one, blanks between them not counted, and between
/// `<` and `>` a key's name, `c-` or `a-` and a key, `type:text`, `paste:text`, `resize:80x24`.
///
/// # Errors
/// A name that is none, with a `<` that is never closed as the name of what follows it.
pub fn strokes(text: &str) -> Result<Vec<Stroke>, NotAKey> {
    let mut strokes = Vec::new();
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        rest = rest.strip_prefix(char).unwrap_or_default();
        if char == '<' {
            let (name, after) = rest
                .split_once('>')
                .ok_or_else(|| NotAKey(rest.to_owned()))?;
            named(name, &mut strokes)?;
            rest = after;
        } else if !char.is_whitespace() {
            strokes.push(Stroke::Key(Key::char(char)));
        }
    }
    Ok(strokes)
}

fn named(name: &str, strokes: &mut Vec<Stroke>) -> Result<(), NotAKey> {
    let no_key = || NotAKey(name.to_owned());
    match name.split_once(':') {
        Some(("type", text)) => strokes.extend(text.chars().map(Key::char).map(Stroke::Key)),
        Some(("paste", text)) => strokes.push(Stroke::Paste(text.to_owned())),
        Some(("resize", size)) => {
            let (width, height) = size.split_once('x').ok_or_else(no_key)?;
            let cells = |text: &str| text.parse().or(Err(no_key()));
            strokes.push(Stroke::Resize(cells(width)?, cells(height)?));
        }
        _ => strokes.push(Stroke::Key(key_of(name).ok_or_else(no_key)?)),
    }
    Ok(())
}

fn key_of(name: &str) -> Option<Key> {
    let lower = name.to_ascii_lowercase();
    if let Some((_, code)) = NAMES.iter().find(|(named, _)| *named == lower) {
        return Some(Key::of(*code));
    }
    let (held, rest) = match name.split_at_checked(2)? {
        ("c-", rest) => (Held::Ctrl, rest),
        ("a-", rest) => (Held::Alt, rest),
        _ => (Held::Nothing, name),
    };
    let function = || Some(Code::F(rest.strip_prefix('f')?.parse().ok()?));
    let known = NAMES.iter().find(|(named, _)| *named == rest);
    let code = known.map(|(_, code)| *code).or_else(function).or_else(|| {
        let mut chars = rest.chars();
        let only = chars.next().filter(|_| chars.next().is_none())?;
        Some(Code::Char(only))
    })?;
    Some(Key { code, held })
}

#[cfg(test)]
mod tests {
    use super::{Code, Held, Key, NotAKey, Stroke, strokes};
    use proptest::prelude::*;

    fn keys(text: &str) -> Vec<Stroke> {
        strokes(text).unwrap()
    }

    #[test]
    fn keys_are_written_as_they_are_typed_or_by_name() {
        let key = |code| Stroke::Key(Key::of(code));
        for (text, expected) in [
            ("j P", vec![key(Code::Char('j')), key(Code::Char('P'))]),
            ("jP", keys("j P")),
            ("<enter><Esc>", vec![key(Code::Enter), key(Code::Esc)]),
            ("<c-r>", vec![Stroke::Key(Key::ctrl('r'))]),
            (
                "<type:2 0>",
                vec![
                    key(Code::Char('2')),
                    key(Code::Char(' ')),
                    key(Code::Char('0')),
                ],
            ),
            ("<paste:小米>", vec![Stroke::Paste("小米".into())]),
            ("<resize:60x20>", vec![Stroke::Resize(60, 20)]),
            (
                "<space><lt>",
                vec![key(Code::Char(' ')), key(Code::Char('<'))],
            ),
            ("<f5>", vec![key(Code::F(5))]),
            ("小", vec![key(Code::Char('小'))]),
            ("", vec![]),
        ] {
            assert_eq!(keys(text), expected, "{text}");
        }
    }

    #[test]
    fn a_name_that_is_no_key_is_an_error() {
        for bad in [
            "<entre>",
            "<enter",
            "<>",
            "<resize:9>",
            "<resize:-1x5>",
            "<c->",
            "<x:y>",
        ] {
            assert!(matches!(strokes(bad), Err(NotAKey(_))), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn a_printed_key_reads_as_itself(char in "[a-zA-Z0-9<> :小？/]", place in 0usize..18, held in 0usize..3) {
            let held = [Held::Nothing, Held::Ctrl, Held::Alt][held];
            let char = char.chars().next().unwrap();
            for code in [Code::Char(char), super::NAMES[place].1, Code::F(7)] {
                let key = Key { code, held };
                prop_assert_eq!(strokes(&key.to_string()), Ok(vec![Stroke::Key(key)]), "{}", key);
            }
        }
    }
}
