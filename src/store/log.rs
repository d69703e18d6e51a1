//! One data file's history on the disk: a line of JSON a change, only ever added to, written before the change itself.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::change::{Change, changes};
use super::failure::{NotSaved, Step};
use super::lock;
use super::private;
use super::read::{Digest, ReadError, Snapshot};
use super::save::Intent;
use super::siblings::working_stem;
use super::temp::Temp;

/// A longer history is cut down before the next record is added.
const LONGEST: u64 = 1 << 20;
/// What it is cut down to: the newest records, at most so many and so many bytes.
const KEPT_RECORDS: usize = 500;
const KEPT_BYTES: usize = 1 << 19;

/// One change of the data file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) program: String,
    pub(super) kind: Kind,
    /// The caller's own description of the change.
    pub(super) label: Value,
    /// The caller's own time stamp.
    pub(super) when: String,
    /// The content before.
    pub(super) pre: Digest,
    /// The content after.
    pub(super) post: Digest,
    pub(super) changes: Vec<Change>,
}

/// What led to a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Do,
    Undo,
    Redo,
}

/// What could be read of a history.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// Each with the byte where its line begins.
    lines: Vec<(u64, Record)>,
    /// Numbers of the lines that are none, from 1.
    pub(super) damaged: Vec<usize>,
    /// Bytes up to the end of the last whole line.
    whole: u64,
}

/// A change as far as undo and redo are concerned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move<'a> {
    /// When it was first done.
    pub(super) when: &'a str,
    /// The newest record about it; reversing that one is the next move.
    pub(super) last: &'a Record,
}

/// The changes that are in the file, oldest first, and those that were undone, the next one to redo last.
#[derive(Debug, Default)]
pub(super) struct Timeline<'a> {
    pub(super) done: Vec<Move<'a>>,
    pub(super) undone: Vec<Move<'a>>,
}

/// A history, locked for writing.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    file: File,
    pub(super) records: Records,
}

impl Record {
    /// The record of an intent that makes `text` out of `base`.
    pub(super) fn new(intent: Intent, base: &Snapshot, text: &str) -> Record {
        Record {
            program: "fenqi".to_owned(),
            kind: intent.kind,
            label: intent.note.label,
            when: intent.note.when,
            pre: base.fingerprint.digest.clone(),
            post: Digest::of(text.as_bytes()),
            changes: changes(&base.text, &intent.splices),
        }
    }
}

impl Records {
    /// A last line without an end was never finished, so its change never happened.
    fn parse(bytes: &[u8]) -> Records {
        let mut records = Records::default();
        let lines = bytes
            .split_inclusive(|byte| *byte == b'\n')
            .filter(|line| line.ends_with(b"\n"));
        for (index, line) in lines.enumerate() {
            match serde_json::from_slice(line) {
                Ok(record) => records.lines.push((records.whole, record)),
                Err(_) => records.damaged.push(index + 1),
            }
            records.whole += line.len() as u64;
        }
        records
    }

    /// Drops the newest record if its change never reached the file, which still is what it was before.
    fn forget_what_never_happened(&mut self, now: &Digest) {
        if let Some((start, _)) = self
            .lines
            .pop_if(|(_, record)| record.pre == *now && record.post != *now)
        {
            self.whole = start;
        }
    }

    pub(super) fn read(path: &Path, now: &Digest) -> io::Result<Records> {
        let bytes = match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            bytes => bytes?,
        };
        let mut records = Records::parse(&bytes);
        records.forget_what_never_happened(now);
        Ok(records)
    }

    pub(super) fn last(&self) -> Option<&Record> {
        self.lines.last().map(|(_, record)| record)
    }

    /// Whether we wrote, or replaced, this content.
    pub(super) fn know(&self, content: &Digest) -> bool {
        self.lines
            .iter()
            .any(|(_, record)| record.pre == *content || record.post == *content)
    }

    /// Plays the records through. What came before the oldest record is unknown, so a move may come out of nothing.
    pub(super) fn timeline(&self) -> Timeline<'_> {
        let mut timeline = Timeline::default();
        for (_, record) in &self.lines {
            let (from, to) = match record.kind {
                Kind::Do => {
                    timeline.undone.clear();
                    (None, &mut timeline.done)
                }
                Kind::Undo => (timeline.done.pop(), &mut timeline.undone),
                Kind::Redo => (timeline.undone.pop(), &mut timeline.done),
            };
            let when = from.map_or(record.when.as_str(), |earlier| earlier.when);
            to.push(Move { when, last: record });
        }
        timeline
    }
}

impl Log {
    /// Opens and locks the history at `path`, which is made if it is missing.
    pub(super) fn open(path: &Path, deadline: Instant) -> Result<Log, NotSaved> {
        private::make_directory(private::parent(path)).map_err(Step::History.failed())?;
        private::make_file(path).map_err(Step::History.failed())?;
        let file = lock::open(path, deadline).map_err(as_history)?;
        let bytes = fs::read(path).map_err(Step::History.failed())?;
        let records = Records::parse(&bytes);
        Ok(Log {
            path: path.to_owned(),
            file,
            records,
        })
    }

    /// As [`Records::forget_what_never_happened`], for good.
    pub(super) fn settle(&mut self, now: &Digest) {
        self.records.forget_what_never_happened(now);
    }

    /// Adds a record and waits until it is on the disk.
    pub(super) fn append(&mut self, record: &Record) -> io::Result<()> {
        if self.records.whole > LONGEST {
            self.compact()?;
        }
        let line = line_of(record)?;
        self.file.set_len(self.records.whole)?;
        let written = self
            .file
            .write_all_at(&line, self.records.whole)
            .and_then(|()| self.file.sync_all());
        if written.is_err() {
            self.take_back()?;
        }
        written
    }

    /// Takes back what the last `append` added.
    pub(super) fn take_back(&mut self) -> io::Result<()> {
        self.file.set_len(self.records.whole)?;
        self.file.sync_all()
    }

    /// Replaces the history by its newest records, in one step. The lock goes over to the new file.
    fn compact(&mut self) -> io::Result<()> {
        let mut kept = Vec::new();
        let mut size = 0;
        for (_, record) in self.records.lines.iter().rev().take(KEPT_RECORDS) {
            let line = line_of(record)?;
            size += line.len();
            if size > KEPT_BYTES && !kept.is_empty() {
                break;
            }
            kept.push(line);
        }
        kept.reverse();
        let bytes = kept.concat();
        let mut temp = Temp::write(&working_stem(&self.path), &bytes, None)?;
        let name = temp.link()?;
        fs::rename(&name, &self.path).inspect_err(|_| drop(fs::remove_file(&name)))?;
        private::sync_directory(private::parent(&self.path))?;
        self.file = temp.file.try_clone()?;
        self.records = Records::parse(&bytes);
        Ok(())
    }
}

fn line_of(record: &Record) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(record)?;
    line.push(b'\n');
    Ok(line)
}

fn as_history(failure: NotSaved) -> NotSaved {
    match failure {
        NotSaved::Disk { source, .. } | NotSaved::Unreadable(ReadError::Disk(source)) => {
            Step::History.failed()(source)
        }
        NotSaved::Unreadable(other) => Step::History.failed()(io::Error::other(other)),
        other => other,
    }
}
