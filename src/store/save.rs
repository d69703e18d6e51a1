//! The way of a change into the file. Until the swap every failure leaves the file as it was; after it, none says so.

use std::convert::Infallible;
use std::fs;
use std::io::{self, ErrorKind};
use std::mem;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::commit::Swap;
use super::failure::{NotSaved, SaveError, Step};
use super::held::Held;
use super::history::History;
use super::log::{Kind, Log, Record};
use super::private;
use super::read::{Digest, ReadError, Snapshot};
use super::rescue;
use super::siblings::working_stem;
use super::splice::{Splice, apply};
use super::system;
use super::temp::Temp;

/// How long a save waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often a save starts again because somebody saved by hand meanwhile.
const ATTEMPTS: u32 = 10;

/// What goes into the history about a change; the store passes it on unread.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// What the change is.
    pub label: Value,
    /// When it is made.
    pub when: String,
}

/// A finished save.
#[derive(Debug, Clone, PartialEq)]
pub struct Saved {
    /// The file as it is now.
    pub snapshot: Snapshot,
    /// Whether there was something to write.
    pub outcome: Outcome,
    /// The label of what was done, undone or done again.
    pub label: Value,
    /// Files beside the data file with somebody's edits that could not stay in it.
    pub kept: Vec<PathBuf>,
    /// Lines of the history, counted from 1, that could not be read and were passed over.
    pub damaged_history: Vec<usize>,
}

/// What a save did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The file is new.
    Written,
    /// The file was like that already and was not touched.
    Unchanged,
}

/// What to write, decided with the text under the lock.
pub(super) struct Intent {
    pub(super) kind: Kind,
    pub(super) note: Note,
    pub(super) splices: Vec<Splice>,
}

/// Makes a new file, 0600 in directories 0700. Refuses where something stands, were it a dangling link.
pub fn create(path: &Path, text: &str) -> Result<Snapshot, SaveError<Infallible>> {
    let directory = private::parent(path);
    private::make_directory(directory).map_err(Step::NewFile.failed())?;
    let temp = Temp::write(&working_stem(path), text.as_bytes(), None);
    let published = temp.map_err(Step::NewFile.failed())?.publish(path);
    let file = published.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => NotSaved::Exists,
        _ => Step::Replace.failed()(error),
    })?;
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let saved = Saved {
        snapshot: Snapshot::just_written(&file, real, text.to_owned(), Digest::of(text.as_bytes())),
        outcome: Outcome::Written,
        label: Value::Null,
        kept: Vec::new(),
        damaged_history: Vec::new(),
    };
    confirmed(saved, private::sync_directory(directory).err()).map(|saved| saved.snapshot)
}

/// Changes the file at `path`. `plan` gets the text as it is under the lock, and again each time somebody saves by
/// hand meanwhile; its splices are recorded in `history` and written, or nothing is.
pub fn save<E>(
    path: &Path,
    history: &History,
    note: &Note,
    mut plan: impl FnMut(&str) -> Result<Vec<Splice>, E>,
) -> Result<Saved, SaveError<E>> {
    Writer::new(path, history).run(&mut |base, _| {
        let splices = plan(&base.text).map_err(SaveError::Refused)?;
        Ok(Intent {
            kind: Kind::Do,
            note: note.clone(),
            splices,
        })
    })
}

/// Decides what to write, with the text and the history under the lock.
type Decide<'a, E> = dyn FnMut(&Snapshot, &Log) -> Result<Intent, SaveError<E>> + 'a;

/// One change on its way. What is not the caller's is there for the tests to set.
pub(super) struct Writer<'a> {
    pub(super) path: &'a Path,
    pub(super) history: &'a History,
    pub(super) patience: Duration,
    pub(super) swap: &'a Swap<'a>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(path: &'a Path, history: &'a History) -> Writer<'a> {
        Writer {
            path,
            history,
            patience: PATIENCE,
            swap: &system::exchange,
        }
    }

    /// Tries until nobody saves by hand in between. Where it fails, edits that were kept are found by `siblings`.
    pub(super) fn run<E>(&self, decide: &mut Decide<E>) -> Result<Saved, SaveError<E>> {
        let deadline = Instant::now() + self.patience;
        let mut kept = Vec::new();
        let mut last = NotSaved::KeepsChanging;
        for _ in 0..ATTEMPTS {
            last = match self.attempt(deadline, &mut kept, decide) {
                Ok(Some(saved)) => return Ok(saved),
                Ok(None) => NotSaved::KeepsChanging,
                // An editor that saves by renaming leaves the name free for a moment.
                Err(SaveError::NotSaved(missing @ NotSaved::Unreadable(ReadError::Missing))) => {
                    sleep(rescue::QUIET);
                    missing
                }
                Err(error) => return Err(error),
            };
        }
        Err(last.into())
    }

    /// `None` where somebody saved by hand meanwhile; the file is then as they left it.
    fn attempt<E>(
        &self,
        deadline: Instant,
        kept: &mut Vec<PathBuf>,
        decide: &mut Decide<E>,
    ) -> Result<Option<Saved>, SaveError<E>> {
        let Some(mut held) = Held::take(self.path, self.history, deadline, kept)? else {
            return Ok(None);
        };
        let intent = decide(&held.base, &held.log)?;
        let text = apply(&held.base.text, &intent.splices).map_err(NotSaved::from)?;
        let record = Record::new(intent, &held.base, &text);
        let mut saved = Saved {
            snapshot: held.base.clone(),
            outcome: Outcome::Unchanged,
            label: record.label.clone(),
            kept: Vec::new(),
            damaged_history: held.log.records.damaged.clone(),
        };
        let mut doubt = None;
        if text != held.base.text {
            let Some(written) = held.replace(&record, text, self.swap, kept)? else {
                return Ok(None);
            };
            (saved.snapshot, doubt) = (written.snapshot, written.doubt);
            saved.outcome = Outcome::Written;
        }
        saved.kept = mem::take(kept);
        confirmed(saved, doubt).map(Some)
    }
}

fn confirmed<E>(saved: Saved, doubt: Option<io::Error>) -> Result<Saved, SaveError<E>> {
    match doubt {
        None => Ok(saved),
        Some(source) => Err(SaveError::SavedUnconfirmed {
            saved: Box::new(saved),
            source,
        }),
    }
}
