//! A bill being imported: its path is typed, it is read outside, what it means is shown, and what
//! the shopper takes of it becomes one change. A message that was pasted is shown in the same way.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::field::TextField;
use super::model::Model;
use crate::domain::command::Pay;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Command};
use crate::import::Bill;
use crate::import::entry::Kind;
use crate::import::format::Format;
use crate::import::preview::{Draft, Item, Preview, Verdict, preview};
use crate::import::sms::{Message, Reading, compare};
use crate::import::unreadable::WrongRow;

/// A bill being imported.
#[derive(Debug, Clone, Default)]
pub struct Import {
    /// Where it lies, as it is typed.
    pub input: TextField,
    /// How far it is.
    pub stage: Stage,
    /// True where the book changed while it was being read.
    pub(super) is_outdated: bool,
}

/// How far an import is.
#[derive(Debug, Clone)]
pub enum Stage {
    /// The path is being typed.
    Asked {
        /// Why the last one was no bill.
        wrong: Option<String>,
    },
    /// It is being read.
    Reading,
    /// What it means is shown.
    Shown(Box<Shown>),
}

impl Default for Stage {
    fn default() -> Self {
        Self::Asked { wrong: None }
    }
}

/// What a bill was found to be outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundBill {
    /// What it means for the book, or in words why it is no bill.
    pub shown: Result<Box<Shown>, String>,
}

/// What a bill means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The name of its file.
    pub name: String,
    /// Whose bill it is.
    pub format: Option<Format>,
    /// What it means for the book.
    pub preview: Preview,
    /// Which row is selected.
    pub selected: usize,
    /// The rows, by their lines, of which the shopper wants the other thing than what is usual:
    /// what is new is taken, what is uncertain is not.
    turned: BTreeSet<usize>,
    /// True once the shopper was told that some rows cannot be read.
    pub warned: bool,
    /// What it was derived from.
    bill: Bill,
}

/// A row of the list.
#[derive(Debug, Clone, Copy)]
pub enum ShownRow<'s> {
    /// A row that means something.
    Item(&'s Item),
    /// A row that cannot be read.
    Wrong(&'s WrongRow),
}

impl Shown {
    /// What a bill means for a book. Of a long bill and a large book that takes a while.
    pub fn of(
        name: String,
        mut bill: Bill,
        book: &Book,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Self {
        let others = bill.entries.len();
        bill.entries.retain(|entry| entry.kind != Kind::Other);
        let others = others - bill.entries.len();
        Self {
            name,
            format: bill.format.clone(),
            preview: Preview {
                others,
                ..preview(bill.clone(), book, calendar, today)
            },
            selected: 0,
            turned: BTreeSet::new(),
            warned: false,
            bill,
        }
    }

    /// Derives it anew from the book of the model.
    pub fn renew(&mut self, model: &Model) {
        let Some(book) = model.book() else { return };
        let others = self.preview.others;
        self.preview = Preview {
            others,
            ..preview(self.bill.clone(), book, &model.calendar, model.today)
        };
        self.selected = self.selected.min(self.count().saturating_sub(1));
    }

    /// The rows, what can be taken first.
    pub fn rows(&self) -> impl Iterator<Item = ShownRow<'_>> {
        let of = |verdict| self.preview.of(verdict).map(ShownRow::Item);
        let has_plan =
            |row: &ShownRow<'_>| matches!(row, ShownRow::Item(item) if item.draft().is_some());
        let wrong = self.preview.wrong.iter().map(ShownRow::Wrong);
        of(Verdict::New)
            .chain(of(Verdict::Waits).filter(move |row| !has_plan(row)))
            .chain(of(Verdict::Waits).filter(has_plan))
            .chain(wrong)
            .chain(of(Verdict::Here))
            .chain(of(Verdict::Left))
    }

    /// How many rows there are.
    pub fn count(&self) -> usize {
        self.preview.items.len() + self.preview.wrong.len()
    }

    /// The selected row.
    pub fn row(&self) -> Option<ShownRow<'_>> {
        self.rows().nth(self.selected)
    }

    /// The plan that the selected row proposes.
    pub fn draft(&self) -> Option<&Draft> {
        match self.row()? {
            ShownRow::Item(item) => item.draft(),
            ShownRow::Wrong(_) => None,
        }
    }

    /// The one payment that the selected row proposes.
    pub fn payment(&self) -> Option<&Pay> {
        match self.row()? {
            ShownRow::Item(item) => match item.commands() {
                [Command::Pay(pay)] if item.can_be_chosen() => Some(pay),
                _ => None,
            },
            ShownRow::Wrong(_) => None,
        }
    }

    /// Whether a row is taken.
    pub fn is_taken(&self, item: &Item) -> bool {
        let usual = item.verdict == Verdict::New;
        item.can_be_chosen() && usual != self.turned.contains(&item.entry.line)
    }

    /// Takes the selected row or leaves it; whether that is possible.
    pub fn turn(&mut self) -> bool {
        let line = match self.row() {
            Some(ShownRow::Item(item)) if item.can_be_chosen() => item.entry.line,
            _ => return false,
        };
        if !self.turned.remove(&line) {
            self.turned.insert(line);
        }
        true
    }

    /// Selects a row, or takes or leaves the one that is selected.
    pub(super) fn click(&mut self, row: usize) {
        if row == self.selected {
            self.turn();
        } else if row < self.count() {
            self.selected = row;
        }
    }

    /// How many rows are taken.
    pub fn taken(&self) -> usize {
        let items = self.preview.items.iter();
        items.filter(|item| self.is_taken(item)).count()
    }

    /// Everything that is taken as one command.
    pub fn command(&self) -> Option<Command> {
        self.preview.command(|item| self.is_taken(item))
    }
}

/// A message that was pasted.
#[derive(Debug, Clone)]
pub struct Pasted {
    /// The message as it was pasted.
    pub(super) text: String,
    /// What it says, and where the book says something else.
    pub reading: Reading,
}

impl Pasted {
    /// A pasted text that is a provider's message.
    pub fn of(text: &str, model: &Model) -> Option<Self> {
        Some(Self {
            reading: reading(text, model)?,
            text: text.to_owned(),
        })
    }

    /// Compares it with the book anew.
    pub fn renew(&mut self, model: &Model) -> bool {
        match reading(&self.text, model) {
            Some(reading) => {
                self.reading = reading;
                true
            }
            None => false,
        }
    }
}

fn reading(text: &str, model: &Model) -> Option<Reading> {
    let document = model.book.document()?;
    let message = Message::read(text, model.today)?;
    let rulebook = document.rulebook();
    let position = &model.board.position;
    Some(compare(message, text, document.book(), position, |id| {
        rulebook.provider(id)
    }))
}

impl Import {
    /// What is shown, once it is.
    pub fn shown(&self) -> Option<&Shown> {
        match &self.stage {
            Stage::Shown(shown) => Some(shown),
            _ => None,
        }
    }

    /// Types into the path.
    pub(super) fn typed(&mut self, change: impl FnOnce(&mut TextField)) {
        if matches!(self.stage, Stage::Asked { .. }) {
            change(&mut self.input);
            self.stage = Stage::default();
        }
    }

    /// What is shown, to be changed.
    pub(super) fn shown_mut(&mut self) -> Option<&mut Shown> {
        match &mut self.stage {
            Stage::Shown(shown) => Some(shown),
            _ => None,
        }
    }
}
