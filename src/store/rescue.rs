//! Other people's edits at the edges of a save: half-written, left behind, or too late.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rustix::fs::OFlags;

use super::log::Records;
use super::read::{self, Digest, Snapshot, Stamp};
use super::siblings::{first_free_kept_name, keep, leftovers, working_stem};
use super::temp::Temp;

/// A file written within this time may still be half-written …
const YOUNG: Duration = Duration::from_millis(100);
/// … and is whole when it stayed the same for this long.
pub(super) const QUIET: Duration = Duration::from_millis(20);

/// Whether somebody seems to be writing to the file just now. May wait a moment.
pub(super) fn is_being_written(file: &File) -> bool {
    let Ok(before) = file.metadata() else {
        return true;
    };
    let age = before
        .modified()
        .ok()
        .and_then(|modified| modified.elapsed().ok());
    if age.is_none_or(|age| age > YOUNG) {
        return false;
    }
    sleep(QUIET);
    file.metadata()
        .map_or(true, |after| Stamp::of(&after) != Stamp::of(&before))
}

/// Clears away what interrupted saves of `real` left beside it. What the history does not know is somebody's edit that
/// was displaced: it gets a name that people see, which is returned.
pub(super) fn sweep(real: &Path, records: &Records) -> Vec<PathBuf> {
    let mut kept = Vec::new();
    for leftover in leftovers(real).unwrap_or_default() {
        let Ok(file) = read::open(&leftover, OFlags::RDONLY) else {
            continue;
        };
        // A lock means that its save is not interrupted at all.
        let (Ok(()), Ok(bytes)) = (file.try_lock(), read::content(&file)) else {
            continue;
        };
        if !bytes.is_empty() && !records.know(&Digest::of(&bytes)) {
            kept.push(keep(&leftover, real));
        } else {
            // What cannot be removed now will be tried again.
            let _ = fs::remove_file(&leftover);
        }
    }
    kept
}

/// What somebody wrote into the displaced file after it was found unchanged, saved under a name of its own.
pub(super) fn late_edit(displaced: &File, base: &Snapshot) -> Option<PathBuf> {
    if read::content(displaced).ok()? == base.text.as_bytes() {
        return None;
    }
    sleep(QUIET);
    let bytes = read::content(displaced).ok()?;
    let stem = working_stem(&base.path);
    first_free_kept_name(&base.path, |name| {
        Temp::write(&stem, &bytes, Some(displaced))?
            .publish(name)
            .map(drop)
    })
    .ok()
}
