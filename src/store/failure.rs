//! Why something was not saved. Values, not sentences: whoever shows them words them.

use std::io;

use serde_json::Value;
use thiserror::Error;

use super::read::ReadError;
use super::save::Saved;
use super::splice::BadSplice;

/// How a save ended when it did not simply succeed.
#[derive(Debug, Error)]
pub enum SaveError<E> {
    /// The caller's own plan or check said no. Nothing was written.
    #[error("refused before writing")]
    Refused(E),
    /// The file is as it was.
    #[error(transparent)]
    NotSaved(#[from] NotSaved),
    /// The new text stands in the file, but the disk did not confirm that it would survive a power loss.
    #[error("saved, but the disk did not confirm it: {source}")]
    SavedUnconfirmed {
        /// The save as it stands.
        saved: Box<Saved>,
        /// What the disk said.
        source: io::Error,
    },
}

/// Why the file is as it was.
#[derive(Debug, Error)]
pub enum NotSaved {
    /// The file cannot be read, or is not one to be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// The file could be read, but must not be replaced.
    #[error("the file is protected: {0:?}")]
    Protected(Protection),
    /// Somebody else kept the lock for the whole waiting time.
    #[error("locked by another process: {0:?}")]
    Locked(Option<Holder>),
    /// A new file was asked for where something stands already.
    #[error("something stands there already")]
    Exists,
    /// A file for another program was asked for where the book stands.
    #[error("that is the book")]
    IsTheBook,
    /// The plan does not fit the text it was made for: a fault of the caller.
    #[error(transparent)]
    BadSplice(#[from] BadSplice),
    /// Every change in the history is undone already.
    #[error("nothing to undo")]
    NothingToUndo,
    /// No change in the history waits to be done again.
    #[error("nothing to redo")]
    NothingToRedo,
    /// What the change touched has been edited since, so it cannot be taken back alone.
    #[error("changed since: {label}")]
    ChangedSince {
        /// The label of the change.
        label: Value,
    },
    /// Somebody saved the file again and again while we tried.
    #[error("the file keeps changing")]
    KeepsChanging,
    /// The system refused; its error says why (disk full, read-only, no permission, busy).
    #[error("{step:?}: {source}")]
    Disk {
        /// What was being done.
        step: Step,
        /// What the system said.
        source: io::Error,
    },
}

/// Why a readable file must not be replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Its mode forbids its owner to write; `chmod u+w` allows it.
    ReadOnly,
    /// It belongs to somebody else, and would belong to us afterwards.
    ForeignOwner,
    /// It has other names too, which would keep the old text.
    HardLinks,
}

/// The part of a save that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Opening the file for writing, or locking it.
    Lock,
    /// Writing what is needed for undo, in the state directory.
    History,
    /// Writing the new text beside the file; a directory without write permission shows here.
    NewFile,
    /// Putting the new text in the file's place.
    Replace,
}

/// The process that holds the lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holder {
    /// Process number.
    pub pid: u32,
    /// Its command name, where the system tells.
    pub name: Option<String>,
}

impl Step {
    /// The failure of this step, for `map_err`.
    pub(super) fn failed(self) -> impl FnOnce(io::Error) -> NotSaved {
        move |source| NotSaved::Disk { step: self, source }
    }
}
