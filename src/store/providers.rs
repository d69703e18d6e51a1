//! The user's own provider files.

use std::fs;
use std::path::{Path, PathBuf};

use super::read::{ReadError, read};

/// A provider file, and its text as far as it can be read.
pub type ProviderFile = (PathBuf, Result<String, ReadError>);

/// The user's own provider files, `providers/*.toml` in the settings directory, by name. Without
/// such a directory there are none.
pub fn providers(config: &Path) -> Vec<ProviderFile> {
    let Ok(entries) = fs::read_dir(config.join("providers")) else {
        return Vec::new();
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let is_toml = |path: &PathBuf| {
        let hidden = path
            .file_name()
            .is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        !hidden
            && path
                .extension()
                .is_some_and(|extension| extension == "toml")
    };
    let mut paths: Vec<_> = paths.filter(is_toml).collect();
    paths.sort();
    let text = |path: PathBuf| {
        let text = read(&path).map(|snapshot| snapshot.text);
        (path, text)
    };
    paths.into_iter().map(text).collect()
}

#[cfg(test)]
mod tests {
    use super::providers;
    use crate::store::ReadError;
    use std::fs;

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
