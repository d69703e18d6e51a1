//! Where the book comes from and goes to.

use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;

use super::disk::Disk;
use super::sample::Sample;
use crate::app::journal::PastChange;
use crate::app::msg::{Loaded, SaveEnd};
use crate::cli::file::why_unread;
use crate::document::Document;
use crate::domain::Command;
use crate::store::{self, WatchEvent};

/// Where the book comes from and goes to.
#[derive(Debug)]
pub enum Shelf {
    /// A file.
    Disk(Disk),
    /// The sample book, in memory.
    Sample(Sample),
}

impl Shelf {
    /// Reads the book.
    pub fn load(&mut self) -> Loaded {
        match self {
            Self::Disk(disk) => disk.load(),
            Self::Sample(sample) => sample.load(),
        }
    }

    /// Reads the book once more, and what has gone from it since.
    pub fn reload(&mut self) -> Loaded {
        match self {
            Self::Disk(disk) => disk.reload(),
            Self::Sample(sample) => sample.load(),
        }
    }

    /// Carries a command out.
    pub fn save(&mut self, command: &Command, shown: &Document, today: NaiveDate) -> SaveEnd {
        match self {
            Self::Disk(disk) => disk.save(command, shown, today),
            Self::Sample(sample) => sample.save(command, shown, today),
        }
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> SaveEnd {
        match self {
            Self::Disk(disk) => disk.undo(),
            Self::Sample(sample) => sample.undo(),
        }
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> SaveEnd {
        match self {
            Self::Disk(disk) => disk.redo(),
            Self::Sample(sample) => sample.redo(),
        }
    }

    /// What was changed, newest first.
    pub fn history(&mut self) -> Vec<PastChange> {
        match self {
            Self::Disk(disk) => disk.history(),
            Self::Sample(sample) => sample.history(),
        }
    }

    /// Goes to where so many changes of the history that was read last are in the book.
    pub fn go_to(&mut self, applied: usize) -> SaveEnd {
        match self {
            Self::Disk(disk) => disk.go_to(applied),
            Self::Sample(sample) => sample.go_to(applied),
        }
    }

    /// What somebody else did to the file.
    pub fn poll(&mut self, now: Instant) -> Option<WatchEvent> {
        match self {
            Self::Disk(disk) => disk.poll(now),
            Self::Sample(_) => None,
        }
    }

    /// A file that proves something: its path as the book names it and its SHA-256.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn proof(&self, typed: &str) -> Result<(String, String), String> {
        let texts = match self {
            Self::Disk(disk) => disk.texts,
            Self::Sample(sample) => sample.texts,
        };
        let file = store::at_home(typed);
        let digest = store::digest(&file).map_err(|error| why_unread(&error, texts))?;
        let named = match self.path() {
            Some(book) => store::seen_from(book, &file),
            None => file,
        };
        Ok((named.display().to_string(), digest))
    }

    /// The file, where it is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Disk(disk) => Some(disk.path()),
            Self::Sample(_) => None,
        }
    }
}
