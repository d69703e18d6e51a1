//! A directory for trying things out on somebody's own file system; it is gone when this is dropped.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use super::private;

/// The directory.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// A new, private directory in an existing one.
    pub fn inside(directory: &Path) -> io::Result<Self> {
        if !directory.is_dir() {
            return Err(ErrorKind::NotADirectory.into());
        }
        let name = format!("fenqi-prove-{}", std::process::id());
        let path = std::path::absolute(directory)?.join(name);
        fs::create_dir(&path)?;
        let scratch = Self { path };
        fs::set_permissions(
            &scratch.path,
            std::os::unix::fs::PermissionsExt::from_mode(0o700),
        )?;
        Ok(scratch)
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a file in it, without any care.
    pub fn write(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let path = self.path.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }

    /// The text of a file in it; empty where there is none.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path.join(name)).unwrap_or_default()
    }

    /// How many files and directories are in it, hidden ones too.
    pub fn count(&self) -> usize {
        private::names(&self.path).map_or(0, |names| names.len())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nobody is left to be told; the name says what it is and whose.
        let _ = fs::remove_dir_all(&self.path);
    }
}
