//! Where the data file, the settings and the history are. The environment is read here and nowhere else.

use std::env;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use thiserror::Error;

const PROGRAM: &str = "fenqi";
const DATA_FILE: &str = "fenqi.toml";
const SETTINGS_FILE: &str = "config.toml";

/// The program's directories for one person. They need not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// Where the data file is by default.
    pub data: PathBuf,
    /// Where the settings are.
    pub config: PathBuf,
    /// Where the history is.
    pub state: PathBuf,
}

/// Why a place is unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LocateError {
    /// There is no home directory and no `XDG_…_HOME` in its stead.
    #[error("no home directory")]
    NoHome,
    /// The data file was named by an empty word.
    #[error("empty path")]
    EmptyPath,
}

impl Places {
    /// The places of whoever runs the program: the `XDG_…_HOME` variables where absolute, else the platform's habit.
    pub fn of_user() -> Result<Places, LocateError> {
        let habit = ProjectDirs::from("", "", PROGRAM).map(|habit| Places {
            data: habit.data_dir().to_owned(),
            config: habit.config_dir().to_owned(),
            state: habit
                .state_dir()
                .unwrap_or_else(|| habit.data_local_dir())
                .to_owned(),
        });
        Places::resolve(|name| env::var_os(name), habit.as_ref())
    }

    fn resolve(
        variable: impl Fn(&str) -> Option<OsString>,
        habit: Option<&Places>,
    ) -> Result<Places, LocateError> {
        let place = |name: &str, habitual: fn(&Places) -> &PathBuf| {
            let named = variable(name).map(|value| PathBuf::from(value).join(PROGRAM));
            let is_absolute = |path: &PathBuf| path.is_absolute();
            let named = named.filter(is_absolute);
            named
                .or_else(|| habit.map(habitual).cloned().filter(is_absolute))
                .ok_or(LocateError::NoHome)
        };
        Ok(Places {
            data: place("XDG_DATA_HOME", |habit| &habit.data)?,
            config: place("XDG_CONFIG_HOME", |habit| &habit.config)?,
            state: place("XDG_STATE_HOME", |habit| &habit.state)?,
        })
    }
}

/// The data file: the one named in the arguments, else by the environment variable (an empty one names none), else the
/// one in the data directory, for which alone `places` is asked.
pub fn data_file(
    argument: Option<&Path>,
    variable: Option<&OsStr>,
    places: impl FnOnce() -> Result<Places, LocateError>,
) -> Result<PathBuf, LocateError> {
    match (argument, variable) {
        (Some(path), _) if path.as_os_str().is_empty() => Err(LocateError::EmptyPath),
        (Some(path), _) => Ok(path.to_owned()),
        (None, Some(path)) if !path.is_empty() => Ok(PathBuf::from(path)),
        _ => Ok(places()?.data.join(DATA_FILE)),
    }
}

/// The settings file: the one named in the arguments, else by the environment variable (an empty one names none), else
/// the one in the settings directory; with it, whether somebody named it.
pub fn settings_file(
    argument: Option<&Path>,
    variable: Option<&OsStr>,
    places: impl FnOnce() -> Result<Places, LocateError>,
) -> Result<(PathBuf, bool), LocateError> {
    let named = argument.or_else(|| variable.filter(|path| !path.is_empty()).map(Path::new));
    match named {
        Some(path) if path.as_os_str().is_empty() => Err(LocateError::EmptyPath),
        Some(path) => Ok((path.to_owned(), true)),
        None => Ok((places()?.config.join(SETTINGS_FILE), false)),
    }
}

/// A book as the settings file names it: `~/` is the home directory, and a relative path counts from that file.
pub fn book_beside(settings: &Path, written: &str) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|base| base.home_dir().to_owned());
    match written.strip_prefix("~/").map(|rest| (rest, home())) {
        Some((rest, Some(home))) => home.join(rest),
        _ => settings.parent().unwrap_or(Path::new("")).join(written),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::{OsStr, OsString};
    use std::os::unix::ffi::OsStrExt;
    use std::path::{Path, PathBuf};

    use super::{LocateError, Places, book_beside, data_file, settings_file};

    fn habit(root: &str) -> Places {
        let place = |name| Path::new(root).join(name);
        Places {
            data: place("data"),
            config: place("config"),
            state: place("state"),
        }
    }

    #[test]
    fn a_variable_counts_only_when_absolute() {
        let cases = [
            (Some("/xdg"), Some("/home"), Ok("/xdg/fenqi")),
            (Some("relative"), Some("/home"), Ok("/home/data")),
            (Some(""), Some("/home"), Ok("/home/data")),
            (None, Some("/home"), Ok("/home/data")),
            (Some("/xdg"), None, Ok("/xdg/fenqi")),
            (Some("relative"), None, Err(LocateError::NoHome)),
            (None, Some("relative"), Err(LocateError::NoHome)),
        ];
        for (value, home, expected) in cases {
            let variable = |name: &str| match name {
                "XDG_DATA_HOME" => value.map(OsString::from),
                _ => Some("/elsewhere".into()),
            };
            let found =
                Places::resolve(variable, home.map(habit).as_ref()).map(|places| places.data);
            assert_eq!(found, expected.map(PathBuf::from), "{value:?} {home:?}");
        }
    }

    #[test]
    fn argument_comes_before_variable_before_data_directory() {
        let odd = OsStr::from_bytes(b"odd-\xff\n.toml");
        let places = || Ok(habit("/home"));
        let cases = [
            (
                Some(Path::new("a.toml")),
                Some(OsStr::new("b.toml")),
                Ok(PathBuf::from("a.toml")),
            ),
            (Some(Path::new(odd)), None, Ok(PathBuf::from(odd))),
            (
                Some(Path::new("")),
                Some(OsStr::new("b.toml")),
                Err(LocateError::EmptyPath),
            ),
            (
                None,
                Some(OsStr::new("b.toml")),
                Ok(PathBuf::from("b.toml")),
            ),
            (
                None,
                Some(OsStr::new("")),
                Ok(PathBuf::from("/home/data/fenqi.toml")),
            ),
            (None, None, Ok(PathBuf::from("/home/data/fenqi.toml"))),
        ];
        for (argument, variable, expected) in cases {
            assert_eq!(
                data_file(argument, variable, places),
                expected,
                "{argument:?} {variable:?}"
            );
        }
    }

    #[test]
    fn the_settings_are_where_they_are_named_and_the_book_beside_them() {
        let places = || Ok(habit("/home"));
        let path = |argument: Option<&str>, variable: Option<&str>| {
            settings_file(argument.map(Path::new), variable.map(OsStr::new), places)
        };
        assert_eq!(path(Some("a"), Some("b")), Ok(("a".into(), true)));
        assert_eq!(path(None, Some("b")), Ok(("b".into(), true)));
        assert_eq!(
            path(None, Some("")),
            Ok(("/home/config/config.toml".into(), false))
        );
        assert_eq!(path(Some(""), None), Err(LocateError::EmptyPath));
        let beside = |written| book_beside(Path::new("/c/config.toml"), written);
        assert_eq!(beside("b.toml"), Path::new("/c/b.toml"));
        assert_eq!(beside("/b.toml"), Path::new("/b.toml"));
        assert!(beside("~/b.toml").is_absolute() && !beside("~/b.toml").starts_with("/c"));
    }

    #[test]
    fn a_named_file_needs_no_home() {
        let homeless = || Err(LocateError::NoHome);
        assert_eq!(
            data_file(Some(Path::new("a")), None, homeless),
            Ok(PathBuf::from("a"))
        );
        assert_eq!(data_file(None, None, homeless), Err(LocateError::NoHome));
    }
}
