//! The layer as a whole, on a real file system. All must pass as root, who may do anything, and as anybody else.

mod hand_edits;
mod saving;
mod surroundings;
mod undoing;

use std::convert::Infallible;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;
use tempfile::TempDir;

use super::commit::Swap;
use super::log::Kind;
use super::save::{Intent, Writer};
use super::{History, Note, SaveError, Saved, Splice, save, system};

/// A directory with a data file and another one for its history.
pub(super) struct Room {
    directory: TempDir,
    pub(super) path: PathBuf,
    pub(super) state: PathBuf,
    pub(super) history: History,
}

impl Room {
    pub(super) fn with(text: &str) -> Room {
        let directory = tempfile::tempdir().unwrap();
        let desk = fs::canonicalize(directory.path()).unwrap().join("desk");
        fs::create_dir(&desk).unwrap();
        let path = desk.join("book.toml");
        fs::write(&path, text).unwrap();
        let state = directory.path().join("state");
        let history = History::new(&state);
        Room {
            directory,
            path,
            state,
            history,
        }
    }

    pub(super) fn text(&self) -> String {
        fs::read_to_string(&self.path).unwrap()
    }

    /// The names of all files beside the data file.
    pub(super) fn others(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path.parent().unwrap()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.filter(|name| name != "book.toml").collect();
        names.sort();
        names
    }

    fn log(&self) -> PathBuf {
        self.history.log_path(&self.path)
    }

    /// Adds a line at the end.
    fn add(&self, line: &str) -> Result<Saved, SaveError<Infallible>> {
        save(&self.path, &self.history, &note(line), |text| {
            Ok(appended(text, line))
        })
    }

    /// As `add`, with a swap of the test's own.
    fn add_with(&self, line: &str, swap: &Swap) -> Result<Saved, SaveError<Infallible>> {
        let writer = Writer {
            swap,
            ..Writer::new(&self.path, &self.history)
        };
        writer.run(&mut |base, _| {
            Ok(Intent {
                kind: Kind::Do,
                note: note(line),
                splices: appended(&base.text, line),
            })
        })
    }

    /// As `add`, not waiting for anybody.
    fn add_at_once(&self, line: &str) -> Result<Saved, SaveError<Infallible>> {
        let writer = Writer {
            patience: Duration::ZERO,
            swap: &system::exchange,
            path: &self.path,
            history: &self.history,
        };
        writer.run(&mut |base, _| {
            Ok(Intent {
                kind: Kind::Do,
                note: note(line),
                splices: appended(&base.text, line),
            })
        })
    }

    /// What the history says was done, and whether it still is.
    fn entries(&self) -> Vec<(String, bool)> {
        let entries = self.history.entries(&self.path).unwrap().entries;
        entries
            .iter()
            .map(|entry| (entry.label.as_str().unwrap().to_owned(), entry.applied))
            .collect()
    }
}

fn note(label: &str) -> Note {
    Note {
        label: Value::from(label),
        when: "2026-11-22".to_owned(),
    }
}

fn appended(text: &str, line: &str) -> Vec<Splice> {
    vec![Splice {
        range: text.len()..text.len(),
        text: format!("{line}\n"),
    }]
}

/// Says on the terminal that a test could not be done here, so that nobody takes it for passed.
#[expect(clippy::print_stderr, reason = "a skipped test must be visible")]
fn skipped(why: &str) {
    eprintln!("SKIPPED: {why}");
}
