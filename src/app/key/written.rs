//! A key as people read and write it: in the footer, in help, in the settings.

use super::{Code, Held, Key};

/// The names of keys that are no letters, the one that is shown first.
const NAMES: [(&str, Code); 21] = [
    ("⏎", Code::Enter),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Shift-Tab", Code::BackTab),
    ("Space", Code::Char(' ')),
    ("↑", Code::Up),
    ("Up", Code::Up),
    ("↓", Code::Down),
    ("Down", Code::Down),
    ("←", Code::Left),
    ("Left", Code::Left),
    ("→", Code::Right),
    ("Right", Code::Right),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Home", Code::Home),
    ("End", Code::End),
    ("F1", Code::F(1)),
];

impl Key {
    /// Reads a key as it stands in the footer: `p`, `Ctrl-r`, `Alt-x`, `F5`, `PgDn`, `Space`.
    pub fn from_written(name: &str) -> Option<Self> {
        for (prefix, held) in [("Ctrl-", Held::Ctrl), ("Alt-", Held::Alt)] {
            if let Some(rest) = name.strip_prefix(prefix) {
                let code = code_of(rest)?;
                return Some(Self { code, held });
            }
        }
        code_of(name).map(Self::of)
    }

    /// The key as it stands in the footer.
    pub fn written(self) -> String {
        let held = match self.held {
            Held::Nothing => "",
            Held::Ctrl => "Ctrl-",
            Held::Alt => "Alt-",
        };
        let name = NAMES.iter().find(|(_, code)| *code == self.code);
        match (name, self.code) {
            (Some((name, _)), _) => format!("{held}{name}"),
            (None, Code::F(number)) => format!("{held}F{number}"),
            (None, Code::Char(char)) => format!("{held}{char}"),
            (None, _) => String::new(),
        }
    }
}

fn code_of(name: &str) -> Option<Code> {
    let named = NAMES.iter().find(|(known, _)| *known == name);
    let function = || match name.strip_prefix('F')?.parse().ok()? {
        number @ 1..=24 => Some(Code::F(number)),
        _ => None,
    };
    let letter = || {
        let mut chars = name.chars();
        let only = chars.next().filter(|_| chars.as_str().is_empty())?;
        (!only.is_whitespace() && !only.is_control()).then_some(Code::Char(only))
    };
    named
        .map(|(_, code)| *code)
        .or_else(function)
        .or_else(letter)
}

#[cfg(test)]
mod tests {
    use super::{Code, Key};
    use crate::app::keymap::KEYMAP;

    #[test]
    fn every_key_of_the_table_is_written_as_it_is_shown() {
        for row in KEYMAP {
            for (key, shown) in row.keys.iter().zip(row.shown.split(' ')) {
                assert_eq!(key.written(), shown);
                assert_eq!(Key::from_written(shown), Some(*key), "{shown}");
            }
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        for name in ["", " ", "pp", "Ctrl-", "F0", "F25", "ctrl-r", "xyz"] {
            assert_eq!(Key::from_written(name), None, "{name}");
        }
        assert_eq!(Key::from_written("F5"), Some(Key::of(Code::F(5))));
        assert_eq!(Key::from_written("Down"), Key::from_written("↓"));
    }
}
