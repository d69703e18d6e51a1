//! Files beside the data file that want attention.

use std::ffi::{OsStr, OsString};
use std::io::{self, ErrorKind};
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};

use super::private;
use super::read::Digest;
use super::temp;

/// What stands beside a data file.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Siblings {
    /// Other versions that a synchronising program put there, `name.sync-conflict-…`.
    pub conflicts: Vec<PathBuf>,
    /// Hand edits that a save could not leave in place, `name.kept-…`.
    pub kept: Vec<PathBuf>,
}

/// Lists the siblings of `path` that want attention, sorted by name.
pub fn siblings(path: &Path) -> io::Result<Siblings> {
    let is_kept = |name: &[u8]| is_marked(path, name, b".kept-");
    let wanted = |name: &[u8]| is_kept(name) || is_marked(path, name, b".sync-conflict-");
    let found = beside(path, wanted)?.into_iter();
    let (kept, conflicts) =
        found.partition(|path| is_kept(path.file_name().unwrap_or_default().as_bytes()));
    Ok(Siblings { conflicts, kept })
}

/// Working files that an interrupted save of `real` left behind.
pub(super) fn leftovers(real: &Path) -> io::Result<Vec<PathBuf>> {
    let stem = working_stem(real);
    let stem = stem.file_name().unwrap_or_default().as_bytes();
    beside(real, |name| name.starts_with(stem))
}

/// Where the working names for `real` begin: short, hidden, and its own.
pub(super) fn working_stem(real: &Path) -> PathBuf {
    let tag = Digest::of(real.file_name().unwrap_or_default().as_bytes());
    private::parent(real).join(format!(".fenqi-{}", tag.short(8)))
}

/// Gives a working file that holds somebody's edit a name that people see; where that fails it stays where it is.
pub(super) fn keep(working: &Path, real: &Path) -> PathBuf {
    let moved = first_free_kept_name(real, |name| temp::move_to_free_name(working, name));
    moved.unwrap_or_else(|_| working.to_owned())
}

/// Does `attempt` with `name.kept-1`, `-2`, … until one is not taken.
pub(super) fn first_free_kept_name(
    real: &Path,
    mut attempt: impl FnMut(&Path) -> io::Result<()>,
) -> io::Result<PathBuf> {
    let (stem, extension) = halves(real);
    let mut number = 1;
    loop {
        let mut name = stem.to_owned();
        name.push(format!(".kept-{number}"));
        name.push(&extension);
        let name = real.with_file_name(name);
        match attempt(&name) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
            done => return done.map(|()| name),
        }
    }
}

fn beside(path: &Path, wanted: impl Fn(&[u8]) -> bool) -> io::Result<Vec<PathBuf>> {
    let directory = private::parent(path);
    let mut found: Vec<_> = private::names(directory)?
        .into_iter()
        .filter(|name| wanted(name.as_bytes()))
        .map(|name| directory.join(name))
        .collect();
    found.sort();
    Ok(found)
}

fn is_marked(path: &Path, name: &[u8], mark: &[u8]) -> bool {
    let (stem, extension) = halves(path);
    let rest = name.strip_prefix(stem.as_bytes());
    rest.is_some_and(|rest| rest.starts_with(mark) && rest.ends_with(extension.as_bytes()))
}

/// The file name without its extension, and the extension with its dot.
fn halves(path: &Path) -> (&OsStr, OsString) {
    let mut extension = OsString::new();
    if let Some(end) = path.extension() {
        extension.push(".");
        extension.push(end);
    }
    (path.file_stem().unwrap_or_default(), extension)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::{Siblings, keep, siblings};

    #[test]
    fn other_versions_beside_the_file_are_listed() {
        let room = tempfile::tempdir().unwrap();
        let path = |name: &str| room.path().join(name);
        for name in [
            "book.toml",
            "book.sync-conflict-20261101-120000-ABCDEFG.toml",
            "book.sync-conflict-20261101-120000-ABCDEFG.txt",
            "other.sync-conflict-20261101-120000-ABCDEFG.toml",
            "book.kept-1.toml",
        ] {
            fs::write(path(name), "").unwrap();
        }
        let expected = Siblings {
            conflicts: vec![path("book.sync-conflict-20261101-120000-ABCDEFG.toml")],
            kept: vec![path("book.kept-1.toml")],
        };
        assert_eq!(siblings(&path("book.toml")).unwrap(), expected);
    }

    #[test]
    fn a_kept_file_never_takes_the_name_of_another() {
        let room = tempfile::tempdir().unwrap();
        let real = room.path().join("book");
        fs::write(room.path().join("book.kept-1"), "first").unwrap();
        fs::write(room.path().join("working"), "second").unwrap();
        let kept = keep(&room.path().join("working"), &real);
        assert_eq!(kept, room.path().join("book.kept-2"));
        assert_eq!(
            fs::read_to_string(room.path().join("book.kept-1")).unwrap(),
            "first"
        );
        assert_eq!(fs::read_to_string(kept).unwrap(), "second");
    }
}
