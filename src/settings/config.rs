//! The settings: what can be set, what a file says, and which of several places goes before
//! another. Texts and variables are handed in; nothing here reads a file.
//!
//! ```toml
//! lang = "zh"
//! theme = "dark-cvd"
//! hide-amounts = true
//!
//! [keys]
//! pay = ["p", "F5"]
//!
//! [[import]]
//! name = "mybank"
//! ```

mod bills;
mod setting;

pub use setting::Setting;

use super::texts::Lang;
use super::theme::{ColorChoice, ThemeChoice};
use crate::document::Diagnostic;
use crate::document::diagnostic::{Problem, SettingProblem};
use crate::document::near::near;
use crate::document::table::{Fields, Value, read_table};
use crate::import::mapping::Mapping;

/// When borders and signs are drawn in ASCII only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ascii {
    /// Where the terminal needs it: it is asked.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What one place says: the arguments, the environment or the file. None where it is silent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stated {
    /// The language; `Some(None)` asks for that of the system.
    pub lang: Option<Option<Lang>>,
    /// The name of a theme.
    pub theme: Option<String>,
    /// Whether colours are wanted.
    pub color: Option<ColorChoice>,
    /// When borders and signs are drawn in ASCII only.
    pub ascii: Option<Ascii>,
    /// Whether the mouse is used.
    pub mouse: Option<bool>,
    /// Whether amounts are hidden from the start.
    pub hide_amounts: Option<bool>,
    /// The book, as it is written.
    pub file: Option<String>,
}

/// What a settings file says; `K` is what its keys were made into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Config<K> {
    /// The settings.
    pub stated: Stated,
    /// The keys, where it has some and all of them are sound.
    pub keys: Option<K>,
    /// The bills that the shopper describes.
    pub bills: Vec<Mapping>,
}

/// The words of the language.
pub(super) const LANGS: [(&str, Option<Lang>); 3] = [
    ("zh", Some(Lang::Zh)),
    ("en", Some(Lang::En)),
    ("auto", None),
];
/// The words of colours.
pub(super) const COLORS: [(&str, ColorChoice); 3] = [
    ("auto", ColorChoice::Auto),
    ("always", ColorChoice::Always),
    ("never", ColorChoice::Never),
];

impl<K: Default> Config<K> {
    /// Reads a settings file. What can be read counts, the rest has its default; everything that
    /// is wrong is said at once. `themes` are the names of the user's own.
    pub fn read(
        text: &str,
        themes: &[String],
        keys: impl FnOnce(Fields<'_>) -> Option<K>,
    ) -> (Self, Vec<Diagnostic>) {
        let (config, found) = read_table(text, |fields| {
            let stated = stated(fields, themes);
            let keys = fields.get("keys").and_then(Value::table).and_then(keys);
            let bills = fields.entries("import", bills::mapping);
            Some(Self {
                stated,
                keys,
                bills,
            })
        });
        (config.unwrap_or_default(), found)
    }
}

fn stated(fields: &mut Fields<'_>, themes: &[String]) -> Stated {
    let mut of = |setting: Setting| fields.get(setting.key());
    Stated {
        lang: of(Setting::Lang).and_then(|value| value.word(&LANGS)),
        theme: of(Setting::Theme).and_then(|value| theme(value, themes)),
        color: of(Setting::Color).and_then(|value| value.word(&COLORS)),
        ascii: of(Setting::Ascii).and_then(ascii),
        mouse: of(Setting::Mouse).and_then(Value::boolean),
        hide_amounts: of(Setting::HideAmounts).and_then(Value::boolean),
        file: of(Setting::File).and_then(Value::some_text),
    }
}

fn theme(value: Value<'_>, own: &[String]) -> Option<String> {
    let found = value.str()?;
    let known = || {
        ThemeChoice::names()
            .map(str::to_owned)
            .chain(own.iter().cloned())
    };
    if known().any(|name| name == found) {
        return Some(found.to_owned());
    }
    let known: Vec<_> = known().collect();
    value.error(Problem::Setting(SettingProblem::UnknownTheme {
        found: found.to_owned(),
        near: near(found, known.iter().map(String::as_str)).map(str::to_owned),
    }))
}

/// `"auto"`, `true` or `false`.
fn ascii(value: Value<'_>) -> Option<Ascii> {
    let is_text = value.str_if_text().is_some();
    if is_text {
        let words = [Ascii::Auto, Ascii::Always, Ascii::Never];
        return value.word(&words.map(|ascii| (ascii.word(), ascii)));
    }
    value.boolean().map(Ascii::of)
}

impl Ascii {
    /// As the file has it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "true",
            Self::Never => "false",
        }
    }

    /// Always or never.
    pub const fn of(always: bool) -> Self {
        if always { Self::Always } else { Self::Never }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ascii, ColorChoice, Config, Lang, Problem, Setting, SettingProblem, Stated};
    use crate::document::Severity;

    fn read(text: &str) -> (Stated, Vec<(usize, Problem)>) {
        let own = ["nord".to_owned()];
        let (config, found) = Config::<()>::read(text, &own, |_| None);
        let found = found.into_iter().map(|found| (found.line, found.problem));
        (config.stated, found.collect())
    }

    #[test]
    fn every_key_is_read() {
        let (stated, problems) = read(
            "lang = \"en\"\ntheme = \"nord\"\ncolor = \"never\"\nascii = true\n\
             mouse = false\nhide-amounts = true\nfile = \"b.toml\"\n[keys]\n",
        );
        assert_eq!(problems, []);
        let expected = Stated {
            lang: Some(Some(Lang::En)),
            theme: Some("nord".into()),
            color: Some(ColorChoice::Never),
            ascii: Some(Ascii::Always),
            mouse: Some(false),
            hide_amounts: Some(true),
            file: Some("b.toml".into()),
        };
        assert_eq!(stated, expected);
        let quoted = read("ascii = \"false\"\n").0.ascii;
        assert_eq!(quoted, Some(Ascii::Never));
        assert!(
            Setting::ALL
                .into_iter()
                .all(|setting| stated.text(setting).is_some())
        );
    }

    #[test]
    fn all_that_is_wrong_is_said_at_once_and_the_rest_counts() {
        let (stated, problems) = read(
            "lang = \"zh_CN\"\ntheme = \"drak\"\nmouse = \"no\"\nascii = 1\nhide_amounts = true\ncolor = \"never\"\n",
        );
        let lines: Vec<_> = problems.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5], "{problems:?}");
        let near = Some("dark".to_owned());
        assert!(
            matches!(&problems[1].1, Problem::Setting(SettingProblem::UnknownTheme { near: found, .. }) if *found == near)
        );
        assert!(matches!(
            &problems[4].1,
            Problem::UnknownKey {
                near: Some("hide-amounts"),
                ..
            }
        ));
        let color = Some(ColorChoice::Never);
        assert_eq!(
            stated,
            Stated {
                color,
                ..Stated::default()
            }
        );
    }

    #[test]
    fn an_unknown_key_is_only_a_warning_and_a_text_that_is_no_toml_says_nothing() {
        let (_, found) = Config::<()>::read("langs = \"zh\"", &[], |_| None);
        assert_eq!(found[0].severity, Severity::Warning);
        let (config, found) = Config::<()>::read("mouse = false\nlang = zh", &[], |_| None);
        assert_eq!(config.stated, Stated::default());
        assert_eq!((found.len(), found[0].line), (1, 2));
    }
}
