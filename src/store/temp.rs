//! The new text before it has a name: written and flushed in the directory of the file it is to replace.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use super::lock;
use super::system::{anonymous, copy_attributes, link_open_file, rename_to_free_name};

/// A complete, flushed, locked file. Without a name where the system can do that, so that a crash leaves nothing;
/// else under its working name, which is removed when this is dropped.
pub(super) struct Temp {
    pub(super) file: File,
    /// Directory and beginning of the working name.
    stem: PathBuf,
    name: Option<PathBuf>,
}

impl Temp {
    /// Writes `bytes` to a new file, 0600 or with the mode, owner and attributes of `original`.
    pub(super) fn write(stem: &Path, bytes: &[u8], original: Option<&File>) -> io::Result<Temp> {
        let mut temp = match anonymous(stem) {
            Ok(file) => Temp {
                file,
                stem: stem.to_owned(),
                name: None,
            },
            Err(error) if is_unsupported(&error) => Temp::named(stem)?,
            Err(error) => return Err(error),
        };
        temp.file.try_lock()?;
        temp.file.write_all(bytes)?;
        match original {
            Some(original) => wear(&temp.file, original)?,
            None => temp.file.set_permissions(Permissions::from_mode(0o600))?,
        }
        temp.file.sync_all()?;
        Ok(temp)
    }

    fn named(stem: &Path) -> io::Result<Temp> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true).mode(0o600);
        let (name, file) = first_free(stem, |name| options.open(name))?;
        Ok(Temp {
            file,
            stem: stem.to_owned(),
            name: Some(name),
        })
    }

    /// Gives the file its working name and leaves it to the caller.
    pub(super) fn link(&mut self) -> io::Result<PathBuf> {
        match self.name.take() {
            Some(name) => Ok(name),
            None => Ok(first_free(&self.stem, |name| link_open_file(&self.file, name))?.0),
        }
    }

    /// Gives the file its final name, which must be free.
    pub(super) fn publish(mut self, path: &Path) -> io::Result<File> {
        match &self.name {
            None => link_open_file(&self.file, path)?,
            Some(name) => {
                move_to_free_name(name, path)?;
                self.name = None;
            }
        }
        self.file.try_clone()
    }

    /// Whether `path` names this file.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        lock::is_at(&self.file, path)
    }
}

impl Drop for Temp {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            // A file that stays behind is recognised and removed by the next save.
            let _ = fs::remove_file(name);
        }
    }
}

/// Whether an error means that the file system cannot do this at all, so that another way should be tried.
pub(super) fn is_unsupported(error: &io::Error) -> bool {
    // Kernels and file systems that do not know O_TMPFILE take it for opening a directory for writing.
    matches!(
        error.kind(),
        ErrorKind::Unsupported | ErrorKind::InvalidInput | ErrorKind::IsADirectory
    )
}

/// Renames without replacing anything.
pub(super) fn move_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    match rename_to_free_name(from, to) {
        Err(error) if is_unsupported(&error) => {
            fs::hard_link(from, to)?;
            fs::remove_file(from)
        }
        done => done,
    }
}

/// Tries the names `stem-PROCESS-0`, `-1`, … until one is not taken.
fn first_free<T>(
    stem: &Path,
    mut attempt: impl FnMut(&Path) -> io::Result<T>,
) -> io::Result<(PathBuf, T)> {
    let mut last = io::Error::from(ErrorKind::AlreadyExists);
    for number in 0..100 {
        let mut name = stem.as_os_str().to_owned();
        name.push(format!("-{}-{number}", std::process::id()));
        let name = PathBuf::from(name);
        match attempt(&name) {
            Ok(made) => return Ok((name, made)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Gives `file` the owner, mode and extended attributes of `original`.
fn wear(file: &File, original: &File) -> io::Result<()> {
    let (ours, theirs) = (file.metadata()?, original.metadata()?);
    if (ours.uid(), ours.gid()) != (theirs.uid(), theirs.gid()) {
        fchown(file, Some(theirs.uid()), Some(theirs.gid()))?;
    }
    copy_attributes(original, file)?;
    file.set_permissions(Permissions::from_mode(theirs.mode() & 0o7777))
}
