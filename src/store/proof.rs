//! Files that prove something: read only to tell whether they are what they were.

use std::io::Read;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;
use sha2::{Digest as _, Sha256};

use super::read::{ReadError, open, resolve};

/// The SHA-256 of a file of any size, in hexadecimal. Never waits for a pipe or device.
pub fn digest(path: &Path) -> Result<String, ReadError> {
    let (real, _) = resolve(path)?;
    let mut file = open(&real, OFlags::RDONLY)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(format!("{:x}", hash.finalize())),
            length => hash.update(piece.get(..length).unwrap_or_default()),
        }
    }
}

/// A path as it was typed; `~/` is the user's own folder, as in a shell.
pub fn at_home(typed: &str) -> PathBuf {
    let home = typed.strip_prefix("~/").zip(std::env::home_dir());
    home.map_or_else(|| PathBuf::from(typed), |(rest, home)| home.join(rest))
}

/// How a file is named in the book at `book`: from the folder of the book where it lies in
/// there, else from the root.
pub fn seen_from(book: &Path, file: &Path) -> PathBuf {
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let (book, file) = (absolute(book), absolute(file));
    let folder = book.parent().unwrap_or(&book);
    file.strip_prefix(folder)
        .map_or_else(|_| file.clone(), Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::{digest, seen_from};
    use crate::store::ReadError;
    use std::path::Path;

    #[test]
    fn a_proof_has_the_hash_that_any_other_program_gives_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("p.png");
        std::fs::write(&file, "abc").unwrap();
        assert_eq!(
            digest(&file).unwrap(),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
        assert!(matches!(
            digest(&folder.path().join("q.png")),
            Err(ReadError::Missing)
        ));
        assert!(matches!(digest(folder.path()), Err(ReadError::NotAFile(_))));
    }

    #[test]
    fn a_proof_beside_the_book_is_named_from_there() {
        for (file, named) in [("/b/p/1.png", "p/1.png"), ("/c/1.png", "/c/1.png")] {
            let seen = seen_from(Path::new("/b/book.toml"), Path::new(file));
            assert_eq!(seen, Path::new(named));
        }
    }
}
