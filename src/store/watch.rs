//! Noticing that somebody else changed the file: asked every few hundred milliseconds, by `stat`, without a thread.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::read::{self, Digest, Fingerprint, Stamp};

/// An editor may take the file away, or empty it, for so long while it saves.
const TOLERANCE: Duration = Duration::from_secs(2);

/// Watches one file.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    stamp: Stamp,
    digest: Option<Digest>,
    /// Content can change twice within one tick of the file system's clock, so after each change it is read once more.
    look_again: bool,
    /// Since when it has been away, or empty as if somebody were just writing it.
    absent_since: Option<Instant>,
    /// Whether its absence was reported.
    missing: bool,
}

/// What happened to the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WatchEvent {
    /// Its content is another one.
    Changed,
    /// It has been away for two seconds.
    Missing,
    /// It is there again, with whatever content.
    Back,
}

impl Watch {
    /// Watches `path`, links followed anew each time, from the state that was read.
    pub fn new(path: &Path, seen: &Fingerprint) -> Watch {
        Watch {
            path: path.to_owned(),
            stamp: seen.stamp,
            digest: Some(seen.digest.clone()),
            look_again: true,
            absent_since: None,
            missing: false,
        }
    }

    /// This state is known, because we read or wrote it.
    pub fn saw(&mut self, seen: &Fingerprint) {
        *self = Watch::new(&self.path, seen);
    }

    /// What happened since the last time.
    pub fn poll(&mut self, now: Instant) -> Option<WatchEvent> {
        let found = fs::metadata(&self.path)
            .ok()
            .map(|metadata| Stamp::of(&metadata));
        if found.is_none_or(|stamp| stamp.size == 0 && self.stamp.size > 0) {
            let since = *self.absent_since.get_or_insert(now);
            if now.duration_since(since) < TOLERANCE {
                return None;
            }
        }
        let Some(stamp) = found else {
            return (!mem::replace(&mut self.missing, true)).then_some(WatchEvent::Missing);
        };
        self.absent_since = None;
        let changed = self.look(stamp);
        if mem::take(&mut self.missing) {
            return Some(WatchEvent::Back);
        }
        changed.then_some(WatchEvent::Changed)
    }

    /// Reads the file if its stamp is new or once more is due; whether the content is new.
    fn look(&mut self, stamp: Stamp) -> bool {
        let is_new = stamp != self.stamp;
        if !is_new && !self.look_again {
            return false;
        }
        self.stamp = stamp;
        self.look_again = is_new;
        let digest = digest_of(&self.path);
        let changed = digest != self.digest;
        self.digest = digest;
        changed
    }
}

/// The content's digest; `None` where it cannot be read, which is a state as well.
fn digest_of(path: &Path) -> Option<Digest> {
    let (real, _) = read::resolve(path).ok()?;
    let file = read::open(&real, OFlags::RDONLY).ok()?;
    Some(Digest::of(&read::content(&file).ok()?))
}

#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use tempfile::TempDir;

    use super::{Watch, WatchEvent};
    use crate::store::read::read;

    struct Room {
        _directory: TempDir,
        path: PathBuf,
        start: Instant,
        watch: Watch,
    }

    impl Room {
        fn new() -> Room {
            let directory = tempfile::tempdir().unwrap();
            let path = directory.path().join("book.toml");
            fs::write(&path, "one").unwrap();
            let watch = Watch::new(&path, &read(&path).unwrap().fingerprint);
            Room {
                _directory: directory,
                path,
                start: Instant::now(),
                watch,
            }
        }

        fn poll(&mut self, milliseconds: u64) -> Option<WatchEvent> {
            self.watch
                .poll(self.start + Duration::from_millis(milliseconds))
        }

        /// Writes without a trace in the file's time of modification, as within one tick of the clock.
        fn write_unseen(&mut self, text: &str) {
            let modified = fs::metadata(&self.path).unwrap().modified().unwrap();
            fs::write(&self.path, text).unwrap();
            File::options()
                .write(true)
                .open(&self.path)
                .unwrap()
                .set_modified(modified)
                .unwrap();
            self.watch.stamp = super::Stamp::of(&fs::metadata(&self.path).unwrap());
        }
    }

    #[test]
    fn a_change_is_reported_once_however_it_was_saved() {
        let mut room = Room::new();
        assert_eq!(room.poll(0), None);
        fs::write(&room.path, "two").unwrap();
        assert_eq!(room.poll(300), Some(WatchEvent::Changed));
        assert_eq!(room.poll(600), None);
        let new = room.path.with_extension("new");
        fs::write(&new, "three").unwrap();
        fs::rename(&new, &room.path).unwrap();
        assert_eq!(room.poll(900), Some(WatchEvent::Changed));
        assert_eq!(room.poll(1200), None);
    }

    #[test]
    fn a_new_stamp_with_the_old_content_is_no_change() {
        let mut room = Room::new();
        fs::write(&room.path, "one").unwrap();
        assert_eq!(room.poll(0), None);
    }

    #[test]
    fn a_change_within_the_same_clock_tick_is_seen() {
        let mut room = Room::new();
        room.write_unseen("uno");
        assert_eq!(
            room.poll(0),
            Some(WatchEvent::Changed),
            "right after reading"
        );
        fs::write(&room.path, "two").unwrap();
        assert_eq!(room.poll(300), Some(WatchEvent::Changed));
        room.write_unseen("due");
        assert_eq!(
            room.poll(600),
            Some(WatchEvent::Changed),
            "right after a change"
        );
    }

    #[test]
    fn our_own_save_is_not_reported() {
        let mut room = Room::new();
        fs::write(&room.path, "ours").unwrap();
        room.watch.saw(&read(&room.path).unwrap().fingerprint);
        assert_eq!(room.poll(0), None);
        assert_eq!(room.poll(300), None);
    }

    #[test]
    fn an_editor_may_take_the_file_away_for_two_seconds() {
        let mut room = Room::new();
        fs::remove_file(&room.path).unwrap();
        assert_eq!(room.poll(0), None);
        assert_eq!(room.poll(1999), None);
        fs::write(&room.path, "two").unwrap();
        assert_eq!(room.poll(2100), Some(WatchEvent::Changed));
    }

    #[test]
    fn a_missing_file_is_reported_once_and_so_is_its_return() {
        let mut room = Room::new();
        fs::remove_file(&room.path).unwrap();
        let events: Vec<_> = [0, 1000, 2000, 3000].map(|time| room.poll(time)).to_vec();
        assert_eq!(events, [None, None, Some(WatchEvent::Missing), None]);
        fs::write(&room.path, "one").unwrap();
        assert_eq!(room.poll(3300), Some(WatchEvent::Back));
        assert_eq!(room.poll(3600), None);
    }

    #[test]
    fn a_file_emptied_for_saving_is_given_time_too() {
        let mut room = Room::new();
        fs::write(&room.path, "").unwrap();
        assert_eq!(room.poll(0), None);
        fs::write(&room.path, "two").unwrap();
        assert_eq!(room.poll(300), Some(WatchEvent::Changed));
        fs::write(&room.path, "").unwrap();
        assert_eq!(
            [600, 2600].map(|time| room.poll(time)),
            [None, Some(WatchEvent::Changed)]
        );
    }
}
