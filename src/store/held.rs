//! A data file in our hands: read, and locked together with its history.

use std::fs::{File, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::commit::{self, Commit, Swap};
use super::failure::{NotSaved, Protection, Step};
use super::history::History;
use super::lock;
use super::log::{Log, Record};
use super::private;
use super::read::{self, Snapshot};
use super::rescue;
use super::siblings::working_stem;
use super::temp::Temp;

/// Locked as long as it lives.
pub(super) struct Held {
    pub(super) base: Snapshot,
    pub(super) log: Log,
    file: File,
}

/// A text that is in place.
pub(super) struct Written {
    pub(super) snapshot: Snapshot,
    /// Why it may not survive a power loss.
    pub(super) doubt: Option<io::Error>,
}

impl Held {
    /// Locks first the history, then the file, clears up what a crash left, and reads; `None` while somebody is
    /// writing to the file. Other people's edits that come to light are added to `kept`.
    pub(super) fn take(
        path: &Path,
        history: &History,
        deadline: Instant,
        kept: &mut Vec<PathBuf>,
    ) -> Result<Option<Held>, NotSaved> {
        let (real, metadata) = read::resolve(path)?;
        if let Some(protection) = protection(&metadata) {
            return Err(NotSaved::Protected(protection));
        }
        let mut log = history.open(&real, deadline)?;
        let file = lock::open(&real, deadline)?;
        kept.extend(rescue::sweep(&real, &log.records));
        let base = Snapshot::of(&file, real)?;
        log.settle(&base.fingerprint.digest);
        let is_ours = log
            .records
            .last()
            .is_some_and(|record| record.post == base.fingerprint.digest);
        if !is_ours && rescue::is_being_written(&file) {
            return Ok(None);
        }
        Ok(Some(Held { base, log, file }))
    }

    /// Records the change and puts `text` in the place of the file; `None` if somebody saved by hand meanwhile.
    pub(super) fn replace(
        &mut self,
        record: &Record,
        text: String,
        swap: &Swap,
        kept: &mut Vec<PathBuf>,
    ) -> Result<Option<Written>, NotSaved> {
        let temp = Temp::write(
            &working_stem(&self.base.path),
            text.as_bytes(),
            Some(&self.file),
        );
        let mut temp = temp.map_err(Step::NewFile.failed())?;
        if !commit::is_untouched(&self.base) {
            return Ok(None);
        }
        self.log.append(record).map_err(Step::History.failed())?;
        match commit::replace(&mut temp, &text, &self.base, swap) {
            Err(error) => {
                // Should this fail too: the file is what it was, by which the record is known not to have happened.
                let _ = self.log.take_back();
                Err(Step::Replace.failed()(error))
            }
            Ok(Commit::Overtaken { kept: older }) => {
                kept.extend(older);
                self.log.take_back().map_err(Step::History.failed())?;
                Ok(None)
            }
            Ok(Commit::Done {
                displaced,
                kept: theirs,
                doubt,
            }) => {
                let synced = private::sync_directory(private::parent(&self.base.path));
                kept.extend(theirs);
                kept.extend(
                    displaced.and_then(|displaced| rescue::late_edit(&displaced, &self.base)),
                );
                let path = self.base.path.clone();
                let content = record.post.clone();
                Ok(Some(Written {
                    snapshot: Snapshot::just_written(&temp.file, path, text, content),
                    doubt: doubt.or(synced.err()),
                }))
            }
        }
    }
}

/// Why this file must not be replaced. Its mode is asked because a rename would not.
pub(super) fn protection(metadata: &Metadata) -> Option<Protection> {
    let us = rustix::process::geteuid();
    if metadata.uid() != us.as_raw() && !us.is_root() {
        Some(Protection::ForeignOwner)
    } else if metadata.mode() & 0o200 == 0 {
        Some(Protection::ReadOnly)
    } else {
        (metadata.nlink() > 1).then_some(Protection::HardLinks)
    }
}
