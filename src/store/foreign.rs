//! Files for other programs: calendars, sheets, ledgers, man pages. They are written whole, never over
//! the book, and over nothing at all unless that is asked for.

use std::fs;
use std::io::{self, ErrorKind};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

use rustix::fs::OFlags;

use super::failure::{NotSaved, Step};
use super::private;
use super::read::{self, ReadError};
use super::siblings::working_stem;
use super::temp::Temp;

/// What may happen to a file that stands there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It stays, and nothing is written.
    Stays,
    /// It is replaced in one step; its mode and links stay.
    Replaced,
}

/// Writes a file for another program; a new one is 0600. `book` is never replaced, under whatever
/// name or link it is meant.
pub fn write_out(
    path: &Path,
    text: &str,
    standing: Standing,
    book: Option<&Path>,
) -> Result<(), NotSaved> {
    if book.is_some_and(|book| is_same(path, book)) {
        return Err(NotSaved::IsTheBook);
    }
    let new = |error: io::Error| Step::NewFile.failed()(error);
    match read::resolve(path) {
        Ok(_) if standing == Standing::Stays => Err(NotSaved::Exists),
        Ok((real, _)) => {
            let old = read::open(&real, OFlags::RDONLY)?;
            let mut temp =
                Temp::write(&working_stem(&real), text.as_bytes(), Some(&old)).map_err(new)?;
            let working = temp.link().map_err(new)?;
            fs::rename(&working, &real).map_err(|error| {
                let _ = fs::remove_file(&working);
                Step::Replace.failed()(error)
            })?;
            private::sync_directory(private::parent(&real)).map_err(new)
        }
        Err(ReadError::Missing) => {
            let temp = Temp::write(&working_stem(path), text.as_bytes(), None).map_err(new)?;
            temp.publish(path).map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => NotSaved::Exists,
                _ => Step::Replace.failed()(error),
            })?;
            private::sync_directory(private::parent(path)).map_err(new)
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes a directory for such files, and what is missing above it.
pub fn make_directory(path: &Path) -> Result<(), NotSaved> {
    private::make_directory(path).map_err(Step::NewFile.failed())
}

/// Whether both names lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(one), Ok(other)) = (fs::metadata(one), fs::metadata(other)) else {
        return false;
    };
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(test)]
mod tests {
    use super::{NotSaved, Standing, write_out};
    use crate::store::ReadError;
    use std::fs;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn a_new_file_is_for_its_owner_and_one_that_stands_there_stays_unless_asked() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("out.csv");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        write_out(&path, "1", Standing::Stays, None).unwrap();
        assert_eq!(mode(), 0o600);
        let again = write_out(&path, "2", Standing::Stays, None);
        assert!(matches!(again, Err(NotSaved::Exists)), "{again:?}");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        write_out(&path, "3", Standing::Replaced, None).unwrap();
        assert_eq!(
            (fs::read_to_string(&path).unwrap().as_str(), mode()),
            ("3", 0o644)
        );
        assert_eq!(fs::read_dir(room.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_book_is_never_replaced_under_any_name() {
        let room = tempfile::tempdir().unwrap();
        let name = |name: &str| room.path().join(name);
        fs::write(name("book.toml"), "book").unwrap();
        symlink("book.toml", name("link")).unwrap();
        symlink("link", name("chain")).unwrap();
        fs::hard_link(name("book.toml"), name("hard")).unwrap();
        for other in ["book.toml", "link", "chain", "hard", "./book.toml"] {
            for standing in [Standing::Stays, Standing::Replaced] {
                let out = write_out(&name(other), "x", standing, Some(&name("book.toml")));
                assert!(matches!(out, Err(NotSaved::IsTheBook)), "{other} {out:?}");
            }
        }
        assert_eq!(fs::read_to_string(name("book.toml")).unwrap(), "book");
    }

    #[test]
    fn a_link_is_written_through_and_what_is_no_file_refused() {
        let room = tempfile::tempdir().unwrap();
        let name = |name: &str| room.path().join(name);
        fs::write(name("real"), "old").unwrap();
        symlink("real", name("link")).unwrap();
        write_out(&name("link"), "new", Standing::Replaced, None).unwrap();
        assert!(name("link").is_symlink());
        assert_eq!(fs::read_to_string(name("real")).unwrap(), "new");
        symlink("nowhere", name("dangling")).unwrap();
        let out = write_out(&name("dangling"), "x", Standing::Replaced, None);
        assert!(
            matches!(out, Err(NotSaved::Unreadable(ReadError::DanglingLink))),
            "{out:?}"
        );
        let out = write_out(room.path(), "x", Standing::Replaced, None);
        assert!(matches!(out, Err(NotSaved::Unreadable(_))), "{out:?}");
    }
}
