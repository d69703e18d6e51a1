//! The user's own provider files and themes.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::private;
use super::read::{self, ReadError};

/// A file of the user's own, and its text as far as it can be read.
pub type OwnFile = (PathBuf, Result<String, ReadError>);

/// The user's own provider files, `providers/*.toml` in the settings directory, by name. Without
/// such a directory there are none.
pub fn providers(config: &Path) -> Vec<OwnFile> {
    let text = |path: PathBuf| {
        let text = read::text(&path);
        (path, text)
    };
    let files = toml_files(&config.join("providers"));
    files.into_iter().map(text).collect()
}

/// The names of the user's own themes, `themes/NAME.toml` in the settings directory.
pub fn theme_names(config: &Path) -> Vec<String> {
    let name = |path: PathBuf| Some(path.file_stem()?.to_str()?.to_owned());
    let files = toml_files(&config.join("themes"));
    files.into_iter().filter_map(name).collect()
}

/// The user's own theme of this name.
pub fn theme(config: &Path, name: &str) -> OwnFile {
    let path = config.join("themes").join(format!("{name}.toml"));
    let text = read::text(&path);
    (path, text)
}

/// The files `*.toml` of a directory that are not hidden, by name.
fn toml_files(directory: &Path) -> Vec<PathBuf> {
    let names = private::names(directory).unwrap_or_default();
    let is_toml = |name: &OsString| {
        let bytes = name.as_encoded_bytes();
        bytes.ends_with(b".toml") && !bytes.starts_with(b".")
    };
    let files = names.into_iter().filter(is_toml);
    let mut paths: Vec<_> = files.map(|name| directory.join(name)).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::{providers, theme, theme_names};
    use crate::store::ReadError;
    use std::fs;

    #[test]
    fn a_theme_has_the_name_of_its_file() {
        let home = tempfile::tempdir().unwrap();
        assert!(theme_names(home.path()).is_empty());
        fs::create_dir(home.path().join("themes")).unwrap();
        fs::write(home.path().join("themes/nord.toml"), "x").unwrap();
        assert_eq!(theme_names(home.path()), ["nord"]);
        assert!(matches!(theme(home.path(), "nord").1.as_deref(), Ok("x")));
        assert!(matches!(theme(home.path(), "n").1, Err(ReadError::Missing)));
    }

    #[test]
    fn only_toml_files_that_are_seen_count_and_each_is_read_by_itself() {
        let home = tempfile::tempdir().unwrap();
        assert!(providers(home.path()).is_empty());
        let own = home.path().join("providers");
        fs::create_dir(&own).unwrap();
        for (name, text) in [
            ("b.toml", "b"),
            ("a.toml", "a"),
            (".c.toml", "c"),
            ("d.txt", "d"),
        ] {
            fs::write(own.join(name), text).unwrap();
        }
        fs::create_dir(own.join("e.toml")).unwrap();
        let found = providers(home.path());
        let names: Vec<_> = found
            .iter()
            .map(|(path, _)| path.file_name().unwrap())
            .collect();
        assert_eq!(names, ["a.toml", "b.toml", "e.toml"]);
        assert!(matches!(found[0].1.as_deref(), Ok("a")));
        assert!(matches!(found[2].1, Err(ReadError::NotAFile(_))));
    }
}
