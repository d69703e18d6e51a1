//! One writer at a time: an advisory lock on the file itself, so that no lock file lies about.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::failure::{Holder, NotSaved, Step};
use super::read::{self, ReadError, Stamp};

/// How often a taken lock is tried again.
const PAUSE: Duration = Duration::from_millis(3);

/// Opens and locks the file at `path`, which must be free of links. A save replaces the file, so a lock won on a
/// file that lost its name meanwhile is worth nothing and the new one is tried, until `deadline`.
pub(super) fn open(path: &Path, deadline: Instant) -> Result<File, NotSaved> {
    loop {
        let file = read::open(path, OFlags::RDWR).map_err(cannot_open)?;
        match file.try_lock() {
            Ok(()) if is_at(&file, path) => return Ok(file),
            Err(TryLockError::Error(source)) => return Err(Step::Lock.failed()(source)),
            _ if Instant::now() >= deadline => return Err(NotSaved::Locked(holder(&file))),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => sleep(PAUSE),
        }
    }
}

/// Whether `path` still names this open file.
pub(super) fn is_at(file: &File, path: &Path) -> bool {
    let (Ok(ours), Ok(there)) = (file.metadata(), fs::symlink_metadata(path)) else {
        return false;
    };
    Stamp::of(&ours).same_file(&Stamp::of(&there))
}

fn cannot_open(error: ReadError) -> NotSaved {
    match error {
        ReadError::Disk(source) => Step::Lock.failed()(source),
        other => NotSaved::Unreadable(other),
    }
}

/// Who holds the lock, from the kernel's list: `1: FLOCK ADVISORY WRITE 4711 fe:00:1234567 0 EOF`.
#[cfg(target_os = "linux")]
fn holder(file: &File) -> Option<Holder> {
    use rustix::fs::{major, minor};
    use std::os::unix::fs::MetadataExt;

    let metadata = file.metadata().ok()?;
    let (device, inode) = (metadata.dev(), metadata.ino());
    let locked = format!("{:02x}:{:02x}:{inode}", major(device), minor(device));
    let locks = fs::read_to_string("/proc/locks").ok()?;
    let pid = locks.lines().find_map(|line| {
        let mut words = line
            .split_whitespace()
            .skip_while(|word| *word != "FLOCK")
            .skip(3);
        let pid = words.next()?.parse().ok()?;
        (words.next()? == locked).then_some(pid)
    })?;
    let name = fs::read_to_string(format!("/proc/{pid}/comm")).ok();
    Some(Holder {
        pid,
        name: name.map(|name| name.trim_end().to_owned()),
    })
}

#[cfg(not(target_os = "linux"))]
fn holder(_: &File) -> Option<Holder> {
    None
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::time::{Duration, Instant};

    use super::open;
    use crate::store::failure::NotSaved;

    #[test]
    fn a_taken_lock_is_reported_in_time_with_its_holder() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("book.toml");
        fs::write(&path, "a").unwrap();
        let mine = File::open(&path).unwrap();
        mine.lock().unwrap();
        let Err(NotSaved::Locked(holder)) = open(&path, Instant::now() + Duration::from_millis(20))
        else {
            panic!("the lock was not respected");
        };
        if cfg!(target_os = "linux") {
            assert_eq!(holder.unwrap().pid, std::process::id());
        }
    }

    #[test]
    fn a_lock_won_on_a_replaced_file_is_taken_again_on_the_new_one() {
        let room = tempfile::tempdir().unwrap();
        let path = room.path().join("book.toml");
        fs::write(&path, "old").unwrap();
        let old = File::open(&path).unwrap();
        old.lock().unwrap();
        let (waiting, free) = (path.clone(), Instant::now() + Duration::from_secs(5));
        let waiter = std::thread::spawn(move || open(&waiting, free));
        std::thread::sleep(Duration::from_millis(10));
        fs::write(room.path().join("new"), "new").unwrap();
        fs::rename(room.path().join("new"), &path).unwrap();
        drop(old);
        let locked = waiter.join().unwrap().unwrap();
        assert!(super::is_at(&locked, &path));
    }
}
