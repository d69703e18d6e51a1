//! The history of the book on the disk, and the way to another point of it.

use super::clock;
use super::disk::{Disk, history, labelled, no_history};
use crate::app::journal::{PastChange, Steps};
use crate::app::msg::{Done, SaveEnd};
use crate::app::notice::NotSaved;
use crate::cli::file::readable;
use crate::settings::change_label::ChangeLabel;
use crate::store::{self, Entry};

impl Disk {
    /// What was changed, newest first; nothing where the history cannot be read.
    pub fn history(&mut self) -> Vec<PastChange> {
        let entries = history().and_then(|history| history.entries(self.path()).ok());
        self.seen = entries.unwrap_or_default();
        let change = |entry: &Entry| PastChange {
            what: ChangeLabel::from_value(&entry.label),
            when: entry.when.clone(),
            program: entry.program.clone(),
            is_applied: entry.applied,
        };
        self.seen.entries.iter().rev().map(change).collect()
    }

    /// Goes to where so many of these changes are in the file.
    pub fn go_to(&mut self, applied: usize) -> SaveEnd {
        let Some(history) = history() else {
            return no_history(self.texts);
        };
        let seen = std::mem::take(&mut self.seen);
        let (path, when) = (self.path().to_owned(), clock::now().stamp());
        let saved = store::go_to(&path, &history, (&seen, applied), &when, readable);
        let end = self.end(saved, None, |saved| (Done::Undone, labelled(saved)));
        went(end, seen.applied(), applied)
    }
}

/// Tells the whole way instead of its last step.
pub fn went(end: SaveEnd, from: usize, to: usize) -> SaveEnd {
    match end {
        SaveEnd::Done(mut book) => {
            book.done = Done::Went(Steps {
                back: from.saturating_sub(to),
                forward: to.saturating_sub(from),
            });
            book.installment = None;
            SaveEnd::Done(book)
        }
        SaveEnd::NotSaved(NotSaved::KeepsChanging) => SaveEnd::NotSaved(NotSaved::ChangedSince),
        end => end,
    }
}
