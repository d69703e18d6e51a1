//! What was changed, so that it can be undone after any number of restarts: one log a data file, in the state directory.

use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use super::failure::NotSaved;
use super::log::{Log, Move, Records};
use super::read::{self, Digest, ReadError};

/// The histories of all data files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    directory: PathBuf,
}

/// A history as a list.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Entries {
    /// The changes, oldest first; behind the applied ones stand those that `redo` would bring back, the next one first.
    pub entries: Vec<Entry>,
    /// Whether somebody else has changed the file since the newest of them.
    pub changed_since: bool,
    /// Lines of the log, counted from 1, that could not be read and were passed over.
    pub damaged: Vec<usize>,
}

/// One change in the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The label it was saved with.
    pub label: Value,
    /// The time stamp it was saved with.
    pub when: String,
    /// The program that wrote it.
    pub program: String,
    /// Whether it is in the file now; `false` after an undo.
    pub applied: bool,
}

impl Entries {
    /// How many of them are in the file.
    pub fn applied(&self) -> usize {
        self.entries.iter().filter(|entry| entry.applied).count()
    }

    /// Whether `now` is this history, with so many of its changes in the file.
    pub(super) fn is_now(&self, now: &Entries, applied: usize) -> bool {
        let same = |(seen, now): (&Entry, &Entry)| seen.label == now.label && seen.when == now.when;
        self.entries.len() == now.entries.len()
            && now.applied() == applied
            && self.entries.iter().zip(&now.entries).all(same)
    }
}

impl History {
    /// The histories kept in this state directory. Nothing is made before the first save.
    pub fn new(state: &Path) -> History {
        History {
            directory: state.join("history"),
        }
    }

    /// What was done to the file at `path`.
    pub fn entries(&self, path: &Path) -> Result<Entries, ReadError> {
        let now = read::read(path)?;
        let records = Records::read(&self.log_path(&now.path), &now.fingerprint.digest)?;
        let timeline = records.timeline();
        let entry = |applied| {
            move |change: &Move| Entry {
                label: change.last.label.clone(),
                when: change.when.to_owned(),
                program: change.last.program.clone(),
                applied,
            }
        };
        let done = timeline.done.iter().map(entry(true));
        let undone = timeline.undone.iter().rev().map(entry(false));
        let entries = done.chain(undone).collect();
        let last = records.last();
        Ok(Entries {
            entries,
            changed_since: last.is_some_and(|last| last.post != now.fingerprint.digest),
            damaged: records.damaged,
        })
    }

    /// Whether a record could be written, without writing one: to the log, or where it would be made.
    pub(super) fn rehearse(&self, real: &Path) -> io::Result<()> {
        let log = self.log_path(real);
        let first = log.ancestors().find(|path| path.exists()).unwrap_or(&log);
        Ok(rustix::fs::access(first, rustix::fs::Access::WRITE_OK)?)
    }

    pub(super) fn open(&self, real: &Path, deadline: Instant) -> Result<Log, NotSaved> {
        Log::open(&self.log_path(real), deadline)
    }

    pub(super) fn log_path(&self, real: &Path) -> PathBuf {
        let name = Digest::of(real.as_os_str().as_bytes());
        self.directory.join(format!("{}.jsonl", name.short(32)))
    }
}
