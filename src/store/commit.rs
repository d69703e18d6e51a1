//! The moment of a save: swap the new file into place, then look at what was displaced.
//!
//! The swap is atomic and loses nothing, so a hand edit that came between our reading and the swap is seen in the
//! displaced file and put back. Where a file system cannot swap, a plain rename after one more look has to do.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::read::{self, ReadError, Snapshot};
use super::siblings;
use super::temp::{self, Temp};

/// Exchanges what two names stand for. An argument, so that tests can step in between.
pub(super) type Swap<'a> = dyn Fn(&Path, &Path) -> io::Result<()> + 'a;

/// How it ended, once something was done.
#[derive(Debug)]
pub(super) enum Commit {
    /// The new text is in place.
    Done {
        /// The file that was replaced, by now without a name.
        displaced: Option<File>,
        /// A hand edit that could not stay in place, and where it is.
        kept: Option<PathBuf>,
        /// Why it is not certain that all is well.
        doubt: Option<io::Error>,
    },
    /// Somebody saved by hand meanwhile: their file is in place, ours is gone.
    Overtaken {
        /// An older hand edit that was overtaken as well, and where it is.
        kept: Option<PathBuf>,
    },
}

/// Puts `temp`, which holds `ours`, in the place of `base`. An error means that nothing has happened.
pub(super) fn replace(
    temp: &mut Temp,
    ours: &str,
    base: &Snapshot,
    swap: &Swap,
) -> io::Result<Commit> {
    let name = temp.link()?;
    match swap(&name, &base.path) {
        Ok(()) => Ok(look_at_displaced(temp, &name, ours, base, swap)),
        Err(error) if temp::is_unsupported(&error) => rename_over(&name, base),
        Err(error) => {
            fs::remove_file(&name)?;
            // An editor that saves by renaming leaves the name free for a moment.
            if error.kind() == ErrorKind::NotFound {
                Ok(overtaken())
            } else {
                Err(error)
            }
        }
    }
}

/// Whether the file at `path` still has the content that was read, in the same file.
pub(super) fn is_untouched(base: &Snapshot) -> bool {
    matches!(holds(&base.path, &base.text), Ok(Some(_)))
}

fn look_at_displaced(temp: &Temp, name: &Path, ours: &str, base: &Snapshot, swap: &Swap) -> Commit {
    match holds(name, &base.text) {
        Ok(Some(displaced)) => Commit::Done {
            displaced: Some(displaced),
            kept: None,
            // If it stays behind, the next save recognises and removes it.
            doubt: fs::remove_file(name).err(),
        },
        Ok(None) => put_back(temp, name, ours, base, swap),
        Err(error) => Commit::Done {
            displaced: None,
            // Perhaps only our old text: the next save looks again and removes it or gives it a visible name.
            kept: Some(name.to_owned()),
            doubt: Some(error),
        },
    }
}

/// `name` holds a hand edit that our swap displaced.
fn put_back(temp: &Temp, name: &Path, ours: &str, base: &Snapshot, swap: &Swap) -> Commit {
    let keep = || Some(siblings::keep(name, &base.path));
    let done = |kept| Commit::Done {
        displaced: None,
        kept,
        doubt: None,
    };
    if swap(name, &base.path).is_err() {
        return done(keep());
    }
    match holds(name, ours) {
        Ok(Some(_)) => {
            // If it stays behind, the next save recognises and removes it.
            let _ = fs::remove_file(name);
            overtaken()
        }
        Ok(None) => {
            // A second hand edit came between the two swaps. It is the newer one: it stays, the first is kept.
            let written_into_ours = temp.is_at(name);
            let swapped = swap(name, &base.path).is_ok();
            if written_into_ours && swapped {
                done(keep())
            } else {
                Commit::Overtaken { kept: keep() }
            }
        }
        Err(_) => Commit::Overtaken { kept: keep() },
    }
}

/// The way of file systems that cannot swap. A hand edit within the instant between the look and the rename is lost.
fn rename_over(name: &Path, base: &Snapshot) -> io::Result<Commit> {
    let Ok(Some(displaced)) = holds(&base.path, &base.text) else {
        fs::remove_file(name)?;
        return Ok(overtaken());
    };
    if let Err(error) = fs::rename(name, &base.path) {
        fs::remove_file(name)?;
        return Err(error);
    }
    Ok(Commit::Done {
        displaced: Some(displaced),
        kept: None,
        doubt: None,
    })
}

fn overtaken() -> Commit {
    Commit::Overtaken { kept: None }
}

/// The file at `path`, opened, if it has this content; `None` if it has another or is no file at all.
fn holds(path: &Path, content: &str) -> io::Result<Option<File>> {
    let found = read::open(path, OFlags::RDONLY).and_then(|file| Ok((read::content(&file)?, file)));
    match found {
        Ok((bytes, file)) => Ok((bytes == content.as_bytes()).then_some(file)),
        Err(ReadError::Disk(error)) => Err(error),
        Err(_) => Ok(None),
    }
}
