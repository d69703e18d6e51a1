//! A change of the book → the smallest change of the text, and the proof that both agree.

mod entry;
mod list;
mod place;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use toml::de::DeTable;

use super::locate::entry as place_of;
use super::text_edit::{Splice, patched};
use super::{Document, Problems};
use crate::domain::book::Book;
use crate::domain::command::{Change, Command};
use crate::domain::currency::Currency;
use crate::domain::refusal::Refusal;
use crate::domain::working_day::WorkingCalendar;

/// A command carried out on a document.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The document after it.
    pub document: Document,
    /// How its text came about.
    pub splices: Vec<Splice>,
    /// What the command meant.
    pub change: Change,
}

/// Why a command was not carried out. The document is as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotDone {
    /// The book does not allow it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The text could not be changed so that it says exactly what the book would.
    #[error(transparent)]
    Square(#[from] SquareBroken),
}

/// Where text and book would part.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SquareBroken {
    /// The place is written in a way this program does not edit.
    #[error("the place is written in a way that is not edited")]
    NotEditable,
    /// The changed text could not be read.
    #[error("the changed text could not be read: {0}")]
    Unreadable(Problems),
    /// The changed text says something else than the changed book.
    #[error("the changed text says something else than the changed book")]
    OtherBook,
}

/// Carries a command out: checks it, changes the text, reads the text again and compares it
/// with the changed book. Every byte outside the splices stays by construction.
pub fn carry_out(
    document: &Document,
    command: &Command,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Result<Edited, NotDone> {
    let change = command.check(document.book(), calendar, today)?;
    let (document, splices) = write(document, &change)?;
    Ok(Edited {
        document,
        splices,
        change,
    })
}

fn write(document: &Document, change: &Change) -> Result<(Document, Vec<Splice>), SquareBroken> {
    let splices = document.edits(change);
    if splices.is_empty() {
        return Err(SquareBroken::NotEditable);
    }
    let text = patched(document.text(), &splices).ok_or(SquareBroken::NotEditable)?;
    let written =
        Document::parse_on(text, document.rulebook()).map_err(SquareBroken::Unreadable)?;
    let mut expected = document.book().clone();
    change.apply(&mut expected);
    if *written.book() == expected {
        Ok((written, splices))
    } else {
        Err(SquareBroken::OtherBook)
    }
}

impl Document {
    /// The splices that write a change into the text; none where the place is written in a way
    /// this program does not edit.
    pub fn edits(&self, change: &Change) -> Vec<Splice> {
        let (root, errors) = DeTable::parse_recoverable(self.text());
        if !errors.is_empty() {
            return Vec::new();
        }
        splices(self.text(), root.get_ref(), self.book(), change).unwrap_or_default()
    }
}

fn splices(text: &str, root: &DeTable<'_>, book: &Book, change: &Change) -> Option<Vec<Splice>> {
    match change {
        Change::AddPayment { plan, payment } => {
            let entry = entry::payment(payment, currency_of_plan(book, *plan));
            place::append(text, place_of(root, "plan", *plan)?, "payments", &entry)
        }
        Change::RemovePayment { plan, payment } => {
            place::remove(text, place_of(root, "plan", *plan)?, "payments", *payment)
        }
        Change::SetRestored { plan, payment, on } => {
            let plan = place_of(root, "plan", *plan)?;
            let payments = plan.get_ref().get("payments")?;
            let payment = payments.get_ref().get(*payment)?;
            place::set(text, payment, "restored", &on.to_string())
        }
        Change::AddSeen { line, seen } => {
            let currency = book
                .lines
                .get(*line)
                .map_or(book.currency, |line| line.currency);
            let entry = entry::seen(seen, currency);
            place::append(text, place_of(root, "line", *line)?, "seen", &entry)
        }
        _ => None,
    }
}

fn currency_of_plan(book: &Book, plan: usize) -> Currency {
    let plan = book.plans.get(plan);
    plan.map_or(book.currency, |plan| book.currency_of(plan))
}
