//! What Linux can do and std does not offer.

use std::fs::File;
use std::io::{self, ErrorKind};
use std::os::fd::AsRawFd;
use std::path::Path;

use rustix::fs::{AtFlags, CWD, Mode, OFlags, RenameFlags, XattrFlags};
use rustix::fs::{fgetxattr, flistxattr, fsetxattr, linkat, open, renameat_with};

use super::private;

/// Where the kernel lists open files; without it a nameless file cannot get a name.
const OPEN_FILES: &str = "/proc/self/fd";

pub(super) fn anonymous(stem: &Path) -> io::Result<File> {
    if !Path::new(OPEN_FILES).exists() {
        return Err(ErrorKind::Unsupported.into());
    }
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    Ok(File::from(open(
        private::parent(stem),
        flags,
        Mode::RUSR | Mode::WUSR,
    )?))
}

pub(super) fn link_open_file(file: &File, name: &Path) -> io::Result<()> {
    let handle = format!("{OPEN_FILES}/{}", file.as_raw_fd());
    Ok(linkat(CWD, handle, CWD, name, AtFlags::SYMLINK_FOLLOW)?)
}

pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE)?)
}

pub(super) fn rename_to_free_name(from: &Path, to: &Path) -> io::Result<()> {
    Ok(renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE)?)
}

/// Copies the extended attributes, access lists among them. The `security` ones are the system's own business.
pub(super) fn copy_attributes(from: &File, to: &File) -> io::Result<()> {
    let mut names = vec![0; 1 << 16];
    let length = match flistxattr(from, &mut names[..]) {
        Err(errno) if errno == rustix::io::Errno::NOTSUP => return Ok(()),
        length => length?,
    };
    names.truncate(length);
    let mut value = vec![0; 1 << 16];
    for name in names.split(|byte| *byte == 0) {
        if !name.is_empty() && !name.starts_with(b"security.") {
            let length = fgetxattr(from, name, &mut value[..])?;
            fsetxattr(
                to,
                name,
                value.get(..length).unwrap_or_default(),
                XattrFlags::empty(),
            )?;
        }
    }
    Ok(())
}
