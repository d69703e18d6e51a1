//! Both ends of a terminal.

use std::fs::File;
use std::os::fd::OwnedFd;
use std::os::unix::fs::OpenOptionsExt;

use nix::fcntl::OFlag;
use nix::pty::{grantpt, posix_openpt, ptsname_r, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

/// The end of the one who looks, and the program's; nothing where this machine has none.
pub fn open(columns: u16, rows: u16) -> Option<(File, File)> {
    let flags = OFlag::O_RDWR | OFlag::O_NOCTTY | OFlag::O_CLOEXEC;
    let pty = posix_openpt(flags).ok()?;
    grantpt(&pty).and_then(|()| unlockpt(&pty)).ok()?;
    let name = ptsname_r(&pty).ok()?;
    let mut options = File::options();
    options.read(true).write(true).custom_flags(flags.bits());
    let program = options.open(name).ok()?;
    let master = File::from(OwnedFd::from(pty));
    tcsetwinsize(&master, size(columns, rows)).ok()?;
    Some((master, program))
}

/// A window.
pub fn size(columns: u16, rows: u16) -> Winsize {
    Winsize {
        ws_col: columns,
        ws_row: rows,
        ws_xpixel: 0,
        ws_ypixel: 0,
    }
}
