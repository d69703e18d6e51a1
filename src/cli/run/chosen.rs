//! The settings in force: what the arguments, the environment and the settings file say.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use super::surroundings::argument;
use crate::app::keymap::{Keymap, own};
use crate::cli::args::{Cli, Command};
use crate::cli::failure::Failure;
use crate::cli::file::unreadable;
use crate::cli::problems::Told;
use crate::document::Diagnostic;
use crate::document::near::near;
use crate::import::mapping::Mapping;
use crate::settings::config::{Ascii, Config, Setting, Stated};
use crate::settings::texts::{Lang, LocaleEnv, Texts};
use crate::settings::theme::{ThemeChoice, read_own};
use crate::store::{self, Places, ReadError};

/// The settings file as it was found.
#[derive(Debug, Default)]
struct Found {
    /// Where it is or would be; none without a home directory.
    path: Option<PathBuf>,
    /// True where somebody named it, so that it should be there.
    is_named: bool,
    text: Option<Result<String, ReadError>>,
    config: Config<Keymap>,
    problems: Vec<Diagnostic>,
}

/// Where a setting was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Origin {
    /// In the arguments.
    Flag,
    /// In this variable of the environment.
    Environment(&'static str),
    /// In the settings file.
    File,
    /// Nowhere.
    Default,
}

/// The settings in force, by where they were said.
#[derive(Debug, Default)]
pub(in crate::cli) struct Chosen {
    found: Found,
    flags: Stated,
    environment: Stated,
    /// Variables whose value means nothing.
    odd_variables: Vec<(&'static str, String)>,
}

impl Chosen {
    /// Reads what is needed before the arguments are understood, because their errors are told in
    /// the language that is set.
    pub(in crate::cli) fn of(arguments: &[OsString]) -> Self {
        let mut chosen = Self {
            found: Found::of(argument(arguments, "--config").as_deref()),
            ..Self::default()
        };
        for setting in Setting::ALL {
            let name = setting.variable();
            // The book's path may be no text, and is asked for where the book is located.
            let value = std::env::var(name).ok().filter(|value| !value.is_empty());
            if let Some(value) = value
                && !chosen.environment.say(setting, &value)
            {
                chosen.odd_variables.push((name, value));
            }
        }
        if let Some(lang) = argument(arguments, "--lang") {
            chosen.flags.say(Setting::Lang, &lang.to_string_lossy());
        }
        chosen
    }

    /// Takes in what the arguments say.
    pub(super) fn take(&mut self, cli: &Cli) {
        let global = &cli.global;
        let hides = match &cli.command {
            Some(Command::Status(args)) => args.hide_amounts,
            _ => cli.dashboard.hide_amounts,
        };
        let said = [
            (Setting::Lang, global.lang.as_deref()),
            (Setting::Theme, global.theme.as_deref()),
            (Setting::Color, global.color.as_deref()),
            (Setting::Ascii, global.ascii.then_some("true")),
            (Setting::Mouse, cli.dashboard.no_mouse.then_some("false")),
            (Setting::HideAmounts, hides.then_some("true")),
            (
                Setting::File,
                global.file.as_ref().and_then(|file| file.to_str()),
            ),
        ];
        for (setting, text) in said {
            if let Some(text) = text {
                self.flags.say(setting, text);
            }
        }
    }

    /// All that is said.
    pub(super) fn stated(&self) -> Stated {
        let weaker = self
            .environment
            .clone()
            .over(self.found.config.stated.clone());
        self.flags.clone().over(weaker)
    }

    /// The value in force in the words of the file, and where it was said.
    pub(in crate::cli) fn value(&self, setting: Setting) -> (String, Origin) {
        let places = [
            (&self.flags, Origin::Flag),
            (&self.environment, Origin::Environment(setting.variable())),
            (&self.found.config.stated, Origin::File),
        ];
        let said = places
            .into_iter()
            .find_map(|(place, origin)| Some((place.text(setting)?, origin)));
        said.unwrap_or_else(|| (setting.default().to_owned(), Origin::Default))
    }

    /// The language: what is set, else that of the locale.
    pub(in crate::cli) fn lang(&self) -> Lang {
        self.stated().lang.flatten().unwrap_or_else(|| {
            let set = |name| std::env::var(name).ok();
            let (lc_all, lc_messages, lang) = (set("LC_ALL"), set("LC_MESSAGES"), set("LANG"));
            Lang::of_locale(LocaleEnv {
                lc_all: lc_all.as_deref(),
                lc_messages: lc_messages.as_deref(),
                lang: lang.as_deref(),
            })
        })
    }

    /// Which keys mean what.
    pub(in crate::cli) fn keymap(&self) -> Keymap {
        self.found.config.keys.clone().unwrap_or_default()
    }

    /// Whether borders and signs are drawn in ASCII only. The console of Linux has neither
    /// braille nor most blocks.
    pub(super) fn ascii(&self) -> Ascii {
        let is_console = std::env::var_os("TERM").is_some_and(|term| term == "linux");
        match self.stated().ascii.unwrap_or_default() {
            Ascii::Auto if is_console => Ascii::Always,
            said => said,
        }
    }

    /// The book that the settings file names.
    pub(super) fn book(&self) -> Option<PathBuf> {
        let written = self.found.config.stated.file.as_deref()?;
        Some(store::book_beside(self.path()?, written))
    }

    /// The bills that the shopper describes.
    pub(super) fn bills(&self) -> &[Mapping] {
        &self.found.config.bills
    }

    /// Where the settings file is or would be.
    pub(in crate::cli) fn path(&self) -> Option<&Path> {
        self.found.path.as_deref()
    }

    /// Whether it is there.
    pub(in crate::cli) fn is_there(&self) -> bool {
        !matches!(self.found.text, None | Some(Err(ReadError::Missing)))
    }

    /// The theme in force; refused where the arguments name one that does not exist.
    pub(super) fn theme(&self, texts: Texts) -> Result<ThemeChoice, Failure> {
        let (name, origin) = self.value(Setting::Theme);
        match self.theme_named(&name, texts) {
            (Some(theme), _) => Ok(theme),
            (None, problems) if origin == Origin::Flag && problems.is_empty() => {
                let own = self.own_themes();
                let known = ThemeChoice::names().map(str::to_owned).chain(own);
                let known: Vec<_> = known.collect();
                let failure = Failure::wrong_use(texts.problem_theme(&name));
                Err(match near(&name, known.iter().map(String::as_str)) {
                    Some(near) => failure.hint(texts.cli_did_you_mean(near)),
                    None => failure.hint(texts.problem_theme_hint()),
                })
            }
            (None, _) => Ok(ThemeChoice::Auto),
        }
    }

    /// The user's own theme of this name, else the one that comes along; and what is wrong with
    /// the file of the user's own.
    fn theme_named(&self, name: &str, texts: Texts) -> (Option<ThemeChoice>, Vec<Told>) {
        let shipped = ThemeChoice::from_name(name);
        if !self.own_themes().iter().any(|own| own == name) {
            return (shipped, Vec::new());
        }
        let Some(folder) = self.path().and_then(Path::parent) else {
            return (shipped, Vec::new());
        };
        let (path, text) = store::theme(folder, name);
        match text {
            Ok(text) => {
                let (palette, found) = read_own(&text);
                let told =
                    |found: &Diagnostic| Told::of(texts, &path.display().to_string(), &text, found);
                let told = found.iter().map(told).collect();
                (palette.map(ThemeChoice::Own).or(shipped), told)
            }
            Err(error) => (shipped, vec![Told::whole(unreadable(&path, &error, texts))]),
        }
    }

    /// The names of the user's own themes.
    pub(in crate::cli) fn own_themes(&self) -> Vec<String> {
        let folder = self.path().and_then(Path::parent);
        folder.map(store::theme_names).unwrap_or_default()
    }

    /// Everything that is wrong with the settings. None of it prevents anything.
    pub(in crate::cli) fn problems(&self, texts: Texts) -> Vec<Told> {
        let name = self
            .path()
            .map(|path| path.display().to_string())
            .unwrap_or_default();
        let mut problems = Vec::new();
        match &self.found.text {
            Some(Ok(text)) => {
                let told = |found: &Diagnostic| Told::of(texts, &name, text, found);
                problems.extend(self.found.problems.iter().map(told));
            }
            Some(Err(ReadError::Missing)) if self.found.is_named => {
                problems.push(Told::whole(texts.config_named_missing(&name)));
            }
            Some(Err(ReadError::Missing)) | None => {}
            Some(Err(error)) => {
                let path = self.path().unwrap_or(Path::new(""));
                problems.push(Told::whole(unreadable(path, error, texts)));
            }
        }
        for (name, value) in &self.odd_variables {
            problems.push(Told::whole(texts.config_bad_variable(name, value)));
        }
        let (theme, origin) = self.value(Setting::Theme);
        let (choice, of_theme) = self.theme_named(&theme, texts);
        if choice.is_none() && matches!(origin, Origin::Environment(_)) {
            problems.push(Told::whole(texts.problem_theme(&theme)));
        }
        problems.extend(of_theme);
        problems
    }

    /// The same, a line each, without what is only probably not meant.
    pub(super) fn warnings(&self, texts: Texts) -> Vec<String> {
        let problems = self.problems(texts);
        let errors = problems.iter().filter(|told| !told.is_warning);
        errors
            .map(|told| texts.config_broken(&told.line_of_report()))
            .collect()
    }
}

impl Found {
    fn of(argument: Option<&OsStr>) -> Self {
        let variable = std::env::var_os("FENQI_CONFIG");
        let located = store::settings_file(
            argument.map(Path::new),
            variable.as_deref(),
            Places::of_user,
        );
        let Ok((path, is_named)) = located else {
            return Self::default();
        };
        let text = store::text(&path);
        let (config, problems) = match &text {
            Ok(text) => {
                let themes = path.parent().map(store::theme_names).unwrap_or_default();
                Config::read(text, &themes, own::read)
            }
            Err(_) => Default::default(),
        };
        Self {
            path: Some(path),
            is_named,
            text: Some(text),
            config,
            problems,
        }
    }
}
