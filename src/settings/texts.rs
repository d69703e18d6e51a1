//! Every word on the screen, in both languages.
//!
//! The words themselves stand in `assets/texts/*.rs`, one file an area, Chinese and English side
//! by side. A missing language, a missing key, an argument that a language does not use or does
//! not have: each is a compile error.

/// The language of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    Zh,
    /// English.
    En,
}

/// The environment variables that speak of languages, as they are set, strongest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct LocaleEnv<'a> {
    /// `LC_ALL`.
    pub lc_all: Option<&'a str>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<&'a str>,
    /// `LANG`.
    pub lang: Option<&'a str>,
}

impl Lang {
    /// Reads `zh` or `en`, as after `--lang`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "zh" => Some(Self::Zh),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The language of a locale: the first variable that is not empty decides. Chinese of any
    /// region is Chinese, all else (also `C` and `POSIX`) English.
    pub fn of_locale(env: LocaleEnv<'_>) -> Self {
        let set = [env.lc_all, env.lc_messages, env.lang]
            .into_iter()
            .flatten()
            .find(|value| !value.is_empty());
        match set.and_then(|locale| locale.split(['_', '-', '.', '@']).next()) {
            Some(language) if language.eq_ignore_ascii_case("zh") => Self::Zh,
            _ => Self::En,
        }
    }
}

/// The words of one language. Cheap to copy; views get it by value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Texts {
    lang: Lang,
}

impl Texts {
    /// The words of a language.
    pub const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// Which language it is.
    pub const fn lang(self) -> Lang {
        self.lang
    }
}

/// Turns a table of texts into methods of [`Texts`]:
///
/// - `help { zh: "帮助", en: "help" }` gives `fn help(self) -> &'static str`;
/// - `nth(n: u32) { zh: "第 {n} 期", en: "no. {n}" }` gives `fn nth(self, n: u32) -> String`;
/// - `items(n: usize) { zh: "{n} 笔", en: "{n} items", one(n): "{n} item" }` has an English
///   singular, used where `n` is 1.
macro_rules! texts {
    ($($key:ident $(($($arg:ident: $kind:ty),+))? { $($languages:tt)+ })+) => {
        impl Texts { $( texts!(@method $key $(($($arg: $kind),+))? { $($languages)+ }); )+ }
    };
    (@method $key:ident { zh: $zh:literal, en: $en:literal }) => {
        #[doc = concat!("`", $zh, "` · `", $en, "`")]
        pub const fn $key(self) -> &'static str {
            match self.lang {
                Lang::Zh => $zh,
                Lang::En => $en,
            }
        }
    };
    (@method $key:ident($($arg:ident: $kind:ty),+) { zh: $zh:literal, en: $en:literal }) => {
        #[doc = concat!("`", $zh, "` · `", $en, "`")]
        pub fn $key(self, $($arg: $kind),+) -> String {
            match self.lang {
                Lang::Zh => format!($zh, $($arg = $arg),+),
                Lang::En => format!($en, $($arg = $arg),+),
            }
        }
    };
    (@method $key:ident($($arg:ident: $kind:ty),+)
        { zh: $zh:literal, en: $en:literal, one($count:ident): $one:literal }) => {
        #[doc = concat!("`", $zh, "` · `", $en, "`, of one `", $one, "`")]
        pub fn $key(self, $($arg: $kind),+) -> String {
            match self.lang {
                Lang::Zh => format!($zh, $($arg = $arg),+),
                Lang::En if $count == 1 => format!($one, $($arg = $arg),+),
                Lang::En => format!($en, $($arg = $arg),+),
            }
        }
    };
}

include!("../../assets/texts/states.rs");
include!("../../assets/texts/dates.rs");
include!("../../assets/texts/views.rs");
include!("../../assets/texts/hints.rs");
include!("../../assets/texts/problems.rs");
include!("../../assets/texts/standing.rs");
include!("../../assets/texts/alerts.rs");
include!("../../assets/texts/check.rs");
include!("../../assets/texts/refusals.rs");
include!("../../assets/texts/refusals_plans.rs");
include!("../../assets/texts/money.rs");
include!("../../assets/texts/changes.rs");
include!("../../assets/texts/changes_plans.rs");
include!("../../assets/texts/cases.rs");
include!("../../assets/texts/cli_cases.rs");
include!("../../assets/texts/dossier.rs");
include!("../../assets/texts/failures.rs");
include!("../../assets/texts/cli.rs");
include!("../../assets/texts/happen.rs");
include!("../../assets/texts/help.rs");
include!("../../assets/texts/planner.rs");
include!("../../assets/texts/keys.rs");
include!("../../assets/texts/views_plans.rs");
include!("../../assets/texts/views_limits.rs");
include!("../../assets/texts/views_alerts.rs");
include!("../../assets/texts/views_cases.rs");
include!("../../assets/texts/views_overlays.rs");
include!("../../assets/texts/offers.rs");
include!("../../assets/texts/overview.rs");
include!("../../assets/texts/ahead.rs");
include!("../../assets/texts/chrome.rs");
include!("../../assets/texts/views_calendar.rs");
include!("../../assets/texts/views_what_if.rs");
include!("../../assets/texts/rulebook.rs");
include!("../../assets/texts/forms.rs");
include!("../../assets/texts/doubts.rs");
include!("../../assets/texts/config.rs");
include!("../../assets/texts/proof.rs");
include!("../../assets/texts/history.rs");
include!("../../assets/texts/import.rs");
include!("../../assets/texts/sms.rs");
include!("../../assets/texts/record.rs");
include!("../../assets/texts/export.rs");
include!("../../assets/texts/scrubber.rs");
include!("../../assets/texts/explain.rs");
include!("../../assets/texts/bars.rs");
include!("../../assets/texts/terms.rs");
include!("../../assets/texts/forms_terms.rs");

#[cfg(test)]
mod tests {
    use super::{Lang, LocaleEnv, Texts};

    #[test]
    fn the_first_locale_variable_that_is_set_decides() {
        let zh = [
            (None, None, Some("zh_CN.UTF-8")),
            (Some(""), Some("zh-TW"), Some("en_US")),
            (Some("ZH"), None, None),
        ];
        let en = [
            (None, None, None),
            (Some("C"), None, Some("zh_CN.UTF-8")),
            (None, Some("POSIX"), Some("zh_CN")),
            (None, None, Some("C.UTF-8")),
            (None, None, Some("zhx_XX")),
            (None, None, Some("de_DE.UTF-8")),
        ];
        let lang = |(lc_all, lc_messages, lang)| {
            Lang::of_locale(LocaleEnv {
                lc_all,
                lc_messages,
                lang,
            })
        };
        assert!(zh.into_iter().all(|env| lang(env) == Lang::Zh));
        assert!(en.into_iter().all(|env| lang(env) == Lang::En));
    }

    #[test]
    fn a_text_comes_in_the_chosen_language_and_english_knows_one_from_many() {
        let (zh, en) = (Texts::new(Lang::Zh), Texts::new(Lang::En));
        assert_eq!((zh.help(), en.help()), ("帮助", "help"));
        assert_eq!(
            (zh.items(1), zh.items(2)),
            ("1 笔".to_owned(), "2 笔".to_owned())
        );
        assert_eq!(
            (en.items(1), en.items(2)),
            ("1 item".to_owned(), "2 items".to_owned())
        );
    }
}
