//! The sample book: everything works on it, and nothing of it is kept.

use std::sync::Arc;

use chrono::NaiveDate;

use super::clock;
use super::describe::{self, Told};
use super::journey::went;
use super::opened::opened;
use crate::app::journal::PastChange;
use crate::app::msg::{Done, Loaded, SaveEnd, SavedBook};
use crate::app::notice::{NotSaved, What};
use crate::demo;
use crate::document::edit::{NotDone, carry_out};
use crate::document::{Document, calendar};
use crate::domain::Command;
use crate::settings::change_label::ChangeLabel;
use crate::settings::texts::Texts;

/// The sample book and what was done to it.
#[derive(Debug)]
pub struct Sample {
    text: String,
    pub(super) texts: Texts,
    done: Vec<Change>,
    undone: Vec<Change>,
}

#[derive(Debug)]
struct Change {
    before: String,
    after: String,
    told: Told,
    label: Option<ChangeLabel>,
    on: NaiveDate,
}

impl Sample {
    /// The sample book, dated as of a day.
    pub fn new(today: NaiveDate, texts: Texts) -> Self {
        Self {
            text: demo::book(today, texts.lang()),
            texts,
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// Reads it.
    pub fn load(&self) -> Loaded {
        Loaded {
            book: opened(self.text.clone(), &Arc::default(), self.texts),
            calendar: calendar::china(),
            warnings: Vec::new(),
            erased: Vec::new(),
        }
    }

    /// Carries a command out.
    pub fn save(&mut self, command: &Command, shown: &Document, today: NaiveDate) -> SaveEnd {
        let calendar = calendar::china();
        let edited = match carry_out(shown, command, &calendar, today) {
            Ok(edited) => edited,
            Err(NotDone::Refused(refusal)) => return SaveEnd::Refused(refusal),
            Err(NotDone::Square(_)) => return SaveEnd::NotSaved(NotSaved::WouldDiffer),
        };
        let told = describe::edited(&edited, shown.book(), &calendar, today);
        self.undone.clear();
        self.done.push(Change {
            before: self.text.clone(),
            after: edited.document.text().to_owned(),
            told: told.clone(),
            label: ChangeLabel::of(&edited.change, shown.book()),
            on: today,
        });
        edited.document.text().clone_into(&mut self.text);
        end(edited.document, told, Done::Changed)
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> SaveEnd {
        let Some(change) = self.done.pop() else {
            return SaveEnd::NotSaved(NotSaved::NothingToUndo);
        };
        self.text.clone_from(&change.before);
        let told = change.told.clone();
        self.undone.push(change);
        self.now(told, Done::Undone)
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> SaveEnd {
        let Some(change) = self.undone.pop() else {
            return SaveEnd::NotSaved(NotSaved::NothingToRedo);
        };
        self.text.clone_from(&change.after);
        let told = change.told.clone();
        self.done.push(change);
        self.now(told, Done::Redone)
    }

    /// What was changed, newest first.
    pub fn history(&self) -> Vec<PastChange> {
        let past = |is_applied| {
            move |change: &Change| PastChange {
                what: change.label.clone(),
                when: change.on.to_string(),
                program: "fenqi".to_owned(),
                is_applied,
            }
        };
        let undone = self.undone.iter().map(past(false));
        undone
            .chain(self.done.iter().rev().map(past(true)))
            .collect()
    }

    /// Goes to where so many of these changes are in the book.
    pub fn go_to(&mut self, applied: usize) -> SaveEnd {
        let from = self.done.len();
        let mut end = SaveEnd::NotSaved(NotSaved::NothingToUndo);
        while self.done.len() > applied {
            end = self.undo();
        }
        while self.done.len() < applied && !self.undone.is_empty() {
            end = self.redo();
        }
        went(end, from, applied)
    }

    fn now(&self, told: Told, done: fn(What) -> Done) -> SaveEnd {
        match Document::parse(self.text.clone()) {
            Ok(document) => end(document, told, done),
            Err(_) => SaveEnd::NotSaved(NotSaved::Broken),
        }
    }
}

fn end(document: Document, (what, installment): Told, done: fn(What) -> Done) -> SaveEnd {
    SaveEnd::Done(Box::new(SavedBook {
        document,
        done: done(what),
        installment,
        at: clock::now().time(),
        kept: Vec::new(),
        confirmed: true,
    }))
}
