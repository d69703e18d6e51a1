//! Reading the data file: refuse what is not a small UTF-8 file before touching its content.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Seek};
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

/// Larger files are refused: eight megabytes are a hundred thousand plans.
const LARGEST: u64 = 8 << 20;

/// A file's text at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The file itself, behind all links.
    pub path: PathBuf,
    /// Its whole text, with a byte-order mark if it has one.
    pub text: String,
    /// To tell this state from others.
    pub fingerprint: Fingerprint,
}

/// Tells one state of a file from another: its content and its identity on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    pub(super) digest: Digest,
    pub(super) stamp: Stamp,
}

/// SHA-256 of a content, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Digest(String);

/// What `stat` says; a different stamp asks for a look, the same one proves nothing within a clock tick.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    device: u64,
    inode: u64,
    pub(super) size: u64,
    modified: (i64, i64),
    changed: (i64, i64),
}

/// Why a file was not read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// Nothing has this name.
    #[error("no such file")]
    Missing,
    /// A link leads to a name that does not exist.
    #[error("dangling link")]
    DanglingLink,
    /// Links lead in a circle.
    #[error("links in a circle")]
    LinkLoop,
    /// Something else than a file has this name.
    #[error("not a file: {0:?}")]
    NotAFile(FileKind),
    /// More than 8 MB.
    #[error("too large: {bytes} bytes")]
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// UTF-16 by its byte-order mark; to be saved as UTF-8.
    #[error("UTF-16 text")]
    Utf16,
    /// Not UTF-8 text.
    #[error("not UTF-8 at byte {offset}")]
    NotUtf8 {
        /// The first byte that is wrong, counted from 0.
        offset: usize,
    },
    /// The system refused.
    #[error(transparent)]
    Disk(#[from] io::Error),
}

/// What has the name instead of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A directory.
    Directory,
    /// A named pipe.
    Pipe,
    /// A socket.
    Socket,
    /// A terminal, disk or other device.
    Device,
}

/// Reads the file behind `path`, following links. Never waits for a pipe or device.
pub fn read(path: &Path) -> Result<Snapshot, ReadError> {
    let (real, _) = resolve(path)?;
    let file = open(&real, OFlags::RDONLY)?;
    Snapshot::of(&file, real)
}

/// All bytes of the file behind `path`, at most so many. Never waits for a pipe or device.
pub fn bytes(path: &Path, most: u64) -> Result<Vec<u8>, ReadError> {
    let real = fs::canonicalize(path).map_err(|error| unreachable_because(path, error))?;
    let file = open(&real, OFlags::RDONLY)?;
    let mut bytes = Vec::new();
    let length = file.take(most + 1).read_to_end(&mut bytes)? as u64;
    if length > most {
        return Err(ReadError::TooLarge { bytes: length });
    }
    Ok(bytes)
}

/// The text of the file behind `path`, for those who only look at it.
pub fn text(path: &Path) -> Result<String, ReadError> {
    let (real, _) = resolve(path)?;
    decode(content(&open(&real, OFlags::RDONLY)?)?)
}

impl Snapshot {
    /// Reads an open file from its beginning. The stamp is taken first, so a change during the reading shows later.
    pub(super) fn of(file: &File, path: PathBuf) -> Result<Snapshot, ReadError> {
        let stamp = Stamp::of(&file.metadata()?);
        let bytes = content(file)?;
        let digest = Digest::of(&bytes);
        let text = decode(bytes)?;
        Ok(Snapshot {
            path,
            text,
            fingerprint: Fingerprint { digest, stamp },
        })
    }

    /// The snapshot of a file that holds `text` of this digest, because we wrote it.
    pub(super) fn just_written(
        file: &File,
        path: PathBuf,
        text: String,
        digest: Digest,
    ) -> Snapshot {
        // Without a stamp it differs from any file, so that a watch will look for itself.
        let stamp = file
            .metadata()
            .map_or(Stamp::default(), |metadata| Stamp::of(&metadata));
        Snapshot {
            path,
            text,
            fingerprint: Fingerprint { digest, stamp },
        }
    }
}

impl Fingerprint {
    /// Whether both stand for the same content.
    pub fn same_content(&self, other: &Fingerprint) -> bool {
        self.digest == other.digest
    }
}

impl Digest {
    pub(super) fn of(bytes: &[u8]) -> Digest {
        Digest(format!("{:x}", Sha256::digest(bytes)))
    }

    /// Enough of it to name a file.
    pub(super) fn short(&self, length: usize) -> &str {
        self.0.get(..length).unwrap_or(&self.0)
    }
}

impl Stamp {
    pub(super) fn of(metadata: &Metadata) -> Stamp {
        Stamp {
            device: metadata.dev(),
            inode: metadata.ino(),
            size: metadata.size(),
            modified: (metadata.mtime(), metadata.mtime_nsec()),
            changed: (metadata.ctime(), metadata.ctime_nsec()),
        }
    }

    pub(super) fn same_file(&self, other: &Stamp) -> bool {
        (self.device, self.inode) == (other.device, other.inode)
    }
}

/// The file behind all links, and what `stat` says of it. Refuses everything but a file of bearable size.
pub(super) fn resolve(path: &Path) -> Result<(PathBuf, Metadata), ReadError> {
    let real = fs::canonicalize(path).map_err(|error| unreachable_because(path, error))?;
    let metadata = fs::metadata(&real).map_err(|error| unreachable_because(path, error))?;
    check_kind(&metadata)?;
    check_size(metadata.len())?;
    Ok((real, metadata))
}

/// Opens a resolved path without following links and without ever waiting, and looks again at what was opened.
pub(super) fn open(real: &Path, access: OFlags) -> Result<File, ReadError> {
    let flags = access | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let opened = rustix::fs::open(real, flags, Mode::empty());
    let file = File::from(opened.map_err(|errno| unreachable_because(real, errno.into()))?);
    check_kind(&file.metadata()?)?;
    Ok(file)
}

/// All bytes of an open file, however far it was read before.
pub(super) fn content(mut file: &File) -> Result<Vec<u8>, ReadError> {
    let size = file.metadata()?.len().min(LARGEST);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    file.rewind()?;
    let length = file.take(LARGEST + 1).read_to_end(&mut bytes)? as u64;
    check_size(length)?;
    Ok(bytes)
}

fn check_kind(metadata: &Metadata) -> Result<(), ReadError> {
    let kind = metadata.file_type();
    if kind.is_file() {
        return Ok(());
    }
    Err(ReadError::NotAFile(if kind.is_dir() {
        FileKind::Directory
    } else if kind.is_fifo() {
        FileKind::Pipe
    } else if kind.is_socket() {
        FileKind::Socket
    } else {
        FileKind::Device
    }))
}

fn check_size(bytes: u64) -> Result<(), ReadError> {
    if bytes > LARGEST {
        Err(ReadError::TooLarge { bytes })
    } else {
        Ok(())
    }
}

fn unreachable_because(path: &Path, error: io::Error) -> ReadError {
    let is_link = || fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink());
    match error.kind() {
        _ if error.raw_os_error() == Some(Errno::LOOP.raw_os_error()) => ReadError::LinkLoop,
        ErrorKind::NotFound if is_link() => ReadError::DanglingLink,
        ErrorKind::NotFound => ReadError::Missing,
        _ => ReadError::Disk(error),
    }
}

fn decode(bytes: Vec<u8>) -> Result<String, ReadError> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(ReadError::Utf16);
    }
    String::from_utf8(bytes).map_err(|error| ReadError::NotUtf8 {
        offset: error.utf8_error().valid_up_to(),
    })
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::path::Path;

    use rustix::fs::{CWD, FileType, Mode, mknodat};

    use super::{FileKind, LARGEST, ReadError, Snapshot, read};

    fn written(bytes: &[u8]) -> Result<Snapshot, ReadError> {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("book.toml");
        fs::write(&path, bytes).unwrap();
        read(&path)
    }

    #[test]
    fn the_text_is_kept_as_it_is() {
        for text in ["", "a = 1", "\u{feff}a = 1\r\n", "a\0b", "分期\r"] {
            assert_eq!(written(text.as_bytes()).unwrap().text, text);
        }
    }

    #[test]
    fn text_that_is_not_utf8_is_refused_with_the_reason() {
        assert!(matches!(written(b"\xff\xfea\0"), Err(ReadError::Utf16)));
        assert!(matches!(written(b"\xfe\xff\0a"), Err(ReadError::Utf16)));
        assert!(matches!(
            written(b"ab\xb7\xd6"),
            Err(ReadError::NotUtf8 { offset: 2 })
        ));
    }

    #[test]
    fn what_is_not_a_file_is_refused_without_waiting_for_it() {
        let room = tempfile::tempdir().unwrap();
        let path = |name: &str| room.path().join(name);
        mknodat(CWD, path("pipe"), FileType::Fifo, Mode::RWXU, 0).unwrap();
        let _listener = UnixListener::bind(path("socket")).unwrap();
        symlink("pipe", path("link")).unwrap();
        let cases = [
            (room.path().to_owned(), FileKind::Directory),
            (path("pipe"), FileKind::Pipe),
            (path("link"), FileKind::Pipe),
            (path("socket"), FileKind::Socket),
            ("/dev/null".into(), FileKind::Device),
        ];
        for (path, kind) in cases {
            let found = read(&path);
            assert!(
                matches!(found, Err(ReadError::NotAFile(found)) if found == kind),
                "{path:?} {found:?}"
            );
        }
    }

    #[test]
    fn names_that_lead_nowhere_are_told_apart() {
        let room = tempfile::tempdir().unwrap();
        let path = |name: &str| room.path().join(name);
        symlink("gone", path("dangling")).unwrap();
        symlink("dangling", path("chain")).unwrap();
        symlink("two", path("one")).unwrap();
        symlink("one", path("two")).unwrap();
        assert!(matches!(read(&path("nothing")), Err(ReadError::Missing)));
        assert!(matches!(read(Path::new("")), Err(ReadError::Missing)));
        assert!(matches!(
            read(&path("dangling")),
            Err(ReadError::DanglingLink)
        ));
        assert!(matches!(read(&path("chain")), Err(ReadError::DanglingLink)));
        assert!(matches!(read(&path("one")), Err(ReadError::LinkLoop)));
    }

    #[test]
    fn the_path_is_the_file_behind_a_chain_of_relative_links() {
        let room = tempfile::tempdir().unwrap();
        let path = |name: &str| room.path().join(name);
        fs::create_dir(path("deep")).unwrap();
        fs::write(path("book.toml"), "a").unwrap();
        symlink("../book.toml", path("deep/middle")).unwrap();
        symlink("deep/middle", path("link")).unwrap();
        let snapshot = read(&path("link")).unwrap();
        assert_eq!(snapshot.path, fs::canonicalize(path("book.toml")).unwrap());
    }

    #[test]
    fn more_than_eight_megabytes_are_refused() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("book.toml");
        let file = File::create(&path).unwrap();
        file.set_len(LARGEST).unwrap();
        assert_eq!(read(&path).unwrap().text.len() as u64, LARGEST);
        file.set_len(LARGEST + 1).unwrap();
        assert!(matches!(read(&path), Err(ReadError::TooLarge { bytes }) if bytes == LARGEST + 1));
    }
}
