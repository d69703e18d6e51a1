//! `config`: every setting, its value in force, and where that comes from.

use serde::Serialize;

use super::answer::Answer;
use super::print::{Align, Cell, Page};
use super::problems::Told;
use super::run::{Chosen, Origin};
use crate::app::keymap::KEYMAP;
use crate::settings::config::Setting;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::store::{self, Places};

/// The settings in force.
#[derive(Debug, Serialize)]
pub(super) struct Settings {
    path: Option<String>,
    #[serde(skip)]
    is_there: bool,
    #[serde(rename = "settings")]
    rows: Vec<Row>,
    own_keys: usize,
    problems: Vec<Told>,
}

#[derive(Debug, Serialize)]
struct Row {
    key: &'static str,
    value: String,
    from: &'static str,
    flag: &'static str,
    variable: &'static str,
    text: &'static str,
    #[serde(skip)]
    origin: String,
}

impl Settings {
    /// All of them.
    pub(super) fn of(chosen: &Chosen, texts: Texts) -> Self {
        Self {
            path: chosen.path().map(|path| path.display().to_string()),
            is_there: chosen.is_there(),
            rows: Setting::ALL
                .map(|setting| Row::of(setting, chosen, texts))
                .into(),
            own_keys: chosen.keymap().own(),
            problems: chosen.problems(texts),
        }
    }
}

impl Row {
    fn of(setting: Setting, chosen: &Chosen, texts: Texts) -> Self {
        let (value, origin) = chosen.value(setting);
        let value = match setting {
            Setting::File if value.is_empty() => usual_book(),
            _ => value,
        };
        let (from, origin) = match origin {
            Origin::Flag => ("flag", texts.config_from_flag().to_owned()),
            Origin::Environment(name) => ("environment", texts.config_from_environment(name)),
            Origin::File => ("file", texts.config_from_file().to_owned()),
            Origin::Default => ("default", texts.config_from_default().to_owned()),
        };
        Self {
            key: setting.key(),
            value,
            from,
            flag: setting.flag(),
            variable: setting.variable(),
            text: setting.meaning(texts),
            origin,
        }
    }
}

/// Where the book is if nobody says anything; nothing without a home directory.
fn usual_book() -> String {
    let path = store::data_file(None, None, Places::of_user);
    path.map(|path| path.display().to_string())
        .unwrap_or_default()
}

impl Answer for Settings {
    fn write(&self, page: &mut Page, texts: Texts) {
        match &self.path {
            Some(path) if self.is_there => page.line(texts.config_where(path)),
            Some(path) => page.line(texts.config_where_missing(path)),
            None => page.line(texts.config_no_place()),
        }
        page.gap();
        let row = |row: &Row| {
            vec![
                Cell::new(row.key),
                Cell::new(&*row.value),
                Cell::in_role(&*row.origin, Role::Muted),
                Cell::in_role(row.text, Role::Muted),
            ]
        };
        let rows: Vec<_> = self.rows.iter().map(row).collect();
        page.table(&[Align::Left; 4], &rows);
        page.gap();
        page.line(texts.config_own_keys(self.own_keys));
        for told in &self.problems {
            page.lines(&told.report);
        }
    }
}

/// A settings file with every key explained and switched off.
pub(super) fn file(texts: Texts) -> String {
    let setting = |setting: Setting| {
        let value = setting.in_file(setting.default());
        format!(
            "# {} ({}, {})\n# {} = {value}\n\n",
            setting.meaning(texts),
            setting.flag(),
            setting.variable(),
            setting.key()
        )
    };
    let settings: String = Setting::ALL.into_iter().map(setting).collect();
    let key = |row: &crate::app::keymap::Binding| {
        let keys: Vec<_> = row.shown.split(' ').map(|key| format!("{key:?}")).collect();
        format!("# {} = [{}]\n", row.name(), keys.join(", "))
    };
    let keys: String = KEYMAP.iter().map(key).collect();
    format!(
        "{}\n\n{settings}# {}\n[keys]\n{keys}\n# {}\n{}",
        texts.config_head(),
        texts.config_keys(),
        texts.config_bills(),
        texts.config_bill()
    )
}

#[cfg(test)]
mod tests {
    use super::{Setting, Texts, file};
    use crate::app::keymap::own;
    use crate::settings::config::Config;
    use crate::settings::texts::Lang;

    /// The file with every setting switched on.
    fn switched_on(texts: Texts) -> String {
        let is_key = |c: char| c.is_ascii_lowercase() || c == '-';
        let line = |line: &str| {
            let setting = line.strip_prefix("# ").unwrap_or(line);
            let rest = setting.trim_start_matches(is_key);
            let on =
                rest.starts_with(" = [\"") || !rest.starts_with(" = [") && rest.starts_with(" = ");
            let line = if on { setting } else { line };
            format!("{line}\n")
        };
        file(texts).lines().map(line).collect()
    }

    #[test]
    fn every_setting_has_an_argument() {
        use clap::CommandFactory;
        let whole = crate::cli::args::Cli::command();
        let flags: Vec<_> = whole
            .get_arguments()
            .filter_map(clap::Arg::get_long)
            .collect();
        for setting in Setting::ALL {
            let flag = setting.flag().trim_start_matches('-');
            assert!(flags.contains(&flag), "{flag}");
        }
    }

    #[test]
    fn the_file_of_defaults_says_nothing_wrong_switched_on_or_off() {
        for lang in [Lang::Zh, Lang::En] {
            let texts = Texts::new(lang);
            let on = switched_on(texts).replace("file = \"\"", "file = \"b.toml\"");
            for text in [file(texts), on.clone()] {
                let (_, problems) = Config::read(&text, &[], own::read);
                assert_eq!(problems, []);
            }
            let (config, _) = Config::read(&on, &[], own::read);
            for setting in Setting::ALL {
                assert!(config.stated.text(setting).is_some(), "{setting:?}");
            }
            assert!(config.keys.unwrap().own() > 40);
        }
    }
}
