//! What can be set: its name, its meaning, and where it can be said.

use super::{Ascii, COLORS, LANGS, Stated};
use crate::settings::texts::Texts;

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Setting {
    /// The language.
    Lang,
    /// The theme.
    Theme,
    /// Whether colours are wanted.
    Color,
    /// When borders and signs are drawn in ASCII only.
    Ascii,
    /// Whether the mouse is used.
    Mouse,
    /// Whether amounts are hidden from the start.
    HideAmounts,
    /// The book.
    File,
}

impl Setting {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Lang,
        Self::Theme,
        Self::Color,
        Self::Ascii,
        Self::Mouse,
        Self::HideAmounts,
        Self::File,
    ];

    /// Its key in the file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Lang => "lang",
            Self::Theme => "theme",
            Self::Color => "color",
            Self::Ascii => "ascii",
            Self::Mouse => "mouse",
            Self::HideAmounts => "hide-amounts",
            Self::File => "file",
        }
    }

    /// The environment variable that says it.
    pub const fn variable(self) -> &'static str {
        match self {
            Self::Lang => "FENQI_LANG",
            Self::Theme => "FENQI_THEME",
            Self::Color => "FENQI_COLOR",
            Self::Ascii => "FENQI_ASCII",
            Self::Mouse => "FENQI_MOUSE",
            Self::HideAmounts => "FENQI_HIDE_AMOUNTS",
            Self::File => "FENQI_FILE",
        }
    }

    /// The argument that says it.
    pub const fn flag(self) -> &'static str {
        match self {
            Self::Lang => "--lang",
            Self::Theme => "--theme",
            Self::Color => "--color",
            Self::Ascii => "--ascii",
            Self::Mouse => "--no-mouse",
            Self::HideAmounts => "--hide-amounts",
            Self::File => "--file",
        }
    }

    /// What it means.
    pub const fn meaning(self, texts: Texts) -> &'static str {
        match self {
            Self::Lang => texts.config_lang(),
            Self::Theme => texts.config_theme(),
            Self::Color => texts.config_color(),
            Self::Ascii => texts.config_ascii(),
            Self::Mouse => texts.config_mouse(),
            Self::HideAmounts => texts.config_hide(),
            Self::File => texts.config_file(),
        }
    }

    /// What holds where nobody says anything; the book's usual place is known elsewhere.
    pub const fn default(self) -> &'static str {
        match self {
            Self::Lang | Self::Theme | Self::Color | Self::Ascii => "auto",
            Self::Mouse => "true",
            Self::HideAmounts => "false",
            Self::File => "",
        }
    }

    /// A value as it is written in the file.
    pub fn in_file(self, value: &str) -> String {
        let is_bare = matches!(value, "true" | "false");
        if is_bare && matches!(self, Self::Ascii | Self::Mouse | Self::HideAmounts) {
            value.to_owned()
        } else {
            format!("{value:?}")
        }
    }
}

impl Stated {
    /// What is said of something, in the words of the file.
    pub fn text(&self, setting: Setting) -> Option<String> {
        match setting {
            Setting::Lang => self.lang.and_then(|lang| word(&LANGS, lang)),
            Setting::Theme => self.theme.clone(),
            Setting::Color => self.color.and_then(|color| word(&COLORS, color)),
            Setting::Ascii => self.ascii.map(|ascii| ascii.word().to_owned()),
            Setting::Mouse => self.mouse.map(|mouse| mouse.to_string()),
            Setting::HideAmounts => self.hide_amounts.map(|hide| hide.to_string()),
            Setting::File => self.file.clone(),
        }
    }

    /// Takes in what an argument or a variable says; false where that means nothing.
    pub fn say(&mut self, setting: Setting, text: &str) -> bool {
        match setting {
            Setting::Lang => said(&mut self.lang, meaning(&LANGS, text)),
            Setting::Theme => said(&mut self.theme, Some(text.to_owned())),
            Setting::Color => said(&mut self.color, meaning(&COLORS, text)),
            Setting::Ascii if text == "auto" => said(&mut self.ascii, Some(Ascii::Auto)),
            Setting::Ascii => said(&mut self.ascii, boolean(text).map(Ascii::of)),
            Setting::Mouse => said(&mut self.mouse, boolean(text)),
            Setting::HideAmounts => said(&mut self.hide_amounts, boolean(text)),
            Setting::File => said(&mut self.file, Some(text.to_owned())),
        }
    }

    /// What this place says, and where it is silent what the weaker one says.
    #[must_use]
    pub fn over(self, weaker: Self) -> Self {
        Self {
            lang: self.lang.or(weaker.lang),
            theme: self.theme.or(weaker.theme),
            color: self.color.or(weaker.color),
            ascii: self.ascii.or(weaker.ascii),
            mouse: self.mouse.or(weaker.mouse),
            hide_amounts: self.hide_amounts.or(weaker.hide_amounts),
            file: self.file.or(weaker.file),
        }
    }
}

fn said<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let is_known = value.is_some();
    *place = value;
    is_known
}

fn meaning<T: Copy>(words: &[(&str, T)], text: &str) -> Option<T> {
    let known = words.iter().find(|(word, _)| *word == text);
    known.map(|(_, meaning)| *meaning)
}

fn word<T: Copy + PartialEq>(words: &[(&str, T)], meaning: T) -> Option<String> {
    let known = words.iter().find(|(_, of_word)| *of_word == meaning);
    known.map(|(word, _)| (*word).to_owned())
}

fn boolean(text: &str) -> Option<bool> {
    let words = [("true", true), ("1", true), ("false", false), ("0", false)];
    meaning(&words, text)
}

#[cfg(test)]
mod tests {
    use super::{Ascii, Setting, Stated};

    #[test]
    fn what_is_said_is_told_in_the_same_words() {
        for (setting, text) in [
            (Setting::Lang, "zh"),
            (Setting::Lang, "auto"),
            (Setting::Theme, "nord"),
            (Setting::Color, "never"),
            (Setting::Ascii, "auto"),
            (Setting::Ascii, "true"),
            (Setting::Mouse, "false"),
            (Setting::HideAmounts, "true"),
            (Setting::File, "a.toml"),
        ] {
            let mut stated = Stated::default();
            assert!(stated.say(setting, text), "{text}");
            assert_eq!(stated.text(setting).as_deref(), Some(text));
        }
        assert!(!Stated::default().say(Setting::Mouse, "yes"));
    }

    #[test]
    fn the_stronger_place_decides_and_the_weaker_fills_in() {
        let weaker = Stated {
            mouse: Some(false),
            ascii: Some(Ascii::Never),
            ..Stated::default()
        };
        let stronger = Stated {
            mouse: Some(true),
            ..Stated::default()
        };
        let both = stronger.over(weaker);
        assert_eq!((both.mouse, both.ascii), (Some(true), Some(Ascii::Never)));
    }

    #[test]
    fn a_default_is_what_the_file_could_say() {
        for setting in Setting::ALL {
            assert!(
                Stated::default().say(setting, setting.default()),
                "{setting:?}"
            );
        }
        assert_eq!(Setting::Ascii.in_file("auto"), "\"auto\"");
        assert_eq!(Setting::Mouse.in_file("true"), "true");
    }
}
