//! A change of the book → the smallest change of the text, and the proof that both agree.

mod case;
mod entry;
mod line_entry;
mod list;
mod manuscript;
mod place;
mod plan_entry;
mod rule_entry;
mod table;
mod terms;
#[cfg(test)]
mod tests;
mod way;

use chrono::NaiveDate;

use self::entry::{Entry, Spacing};
use self::manuscript::Manuscript;
use self::table::Layout;
use super::locate::entry as place_of;
use super::text_edit::{Splice, patched};
use super::{Document, Problems};
use crate::document::tree::{Node, Spanned, Table};
use crate::domain::book::Book;
use crate::domain::command::{Change, Command, Several};
use crate::domain::currency::Currency;
use crate::domain::plan::{Pause, Plan, ScheduleRow};
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

/// The square: what the changed text says has to be what the change makes of the book.
fn write(document: &Document, change: &Change) -> Result<(Document, Vec<Splice>), SquareBroken> {
    let splices = document.edits(change).ok_or(SquareBroken::NotEditable)?;
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
    pub fn edits(&self, change: &Change) -> Option<Vec<Splice>> {
        let written = Manuscript::new(&self.text, &self.plan_starts);
        edits(&written, self.book(), change)
    }
}

fn edits(written: &Manuscript<'_>, book: &Book, change: &Change) -> Option<Vec<Splice>> {
    let splices = match (change, change.plan()) {
        // Changes that take each other back leave the text as it was.
        (Change::All(changes), _) => return all_edits(written, book, changes),
        (Change::Terms(change), _) => terms::splices(written, book, change),
        (change, Some(k)) => plan_splices(written, book, k, change),
        (change, None) => splices(written.text(), &written.tree()?, book, change),
    };
    splices.filter(|splices| !splices.is_empty())
}

/// The splices of one change after the other, as one.
fn all_edits(
    written: &Manuscript<'_>,
    book: &Book,
    changes: &Several<Change>,
) -> Option<Vec<Splice>> {
    let mut book = book.clone();
    written.carry_out(changes, |now, change| {
        let splices = edits(now, &book, change)?;
        change.apply(&mut book);
        Some(splices)
    })
}

/// The splices of a change of one plan.
fn plan_splices(
    written: &Manuscript<'_>,
    book: &Book,
    k: usize,
    change: &Change,
) -> Option<Vec<Splice>> {
    let plan = book.plans.get(k)?;
    let (root, at) = written.tree_with(k, plan)?;
    let place = Place {
        text: written.text(),
        written: place_of(&root, "plan", at)?,
        plan,
        currency: book.currency_of(plan),
    };
    place.splices(change)
}

fn splices(text: &str, root: &Table<'_>, book: &Book, change: &Change) -> Option<Vec<Splice>> {
    match change {
        Change::AddSeen { line, seen } => {
            let currency = book
                .lines
                .get(*line)
                .map_or(book.currency, |line| line.currency);
            let entry = entry::seen(seen, currency);
            place::append(text, place_of(root, "line", *line)?, "seen", &[entry])
        }
        Change::AddPlan(plan) => {
            let currency = book.currency_of(plan);
            let entry = |layout: Layout<'_>| plan_entry::plan(plan, currency, layout);
            table::append_kind(text, root, "plan", entry)
        }
        Change::RemovePlan { plan } => table::remove_kind(text, root, "plan", *plan),
        Change::Case(change) => case::splices(text, root, change),
        Change::Line(change) => way::splices(text, root, book, change),
        _ => None,
    }
}

/// A plan of the book, and where it is written.
struct Place<'p, 't> {
    text: &'p str,
    written: &'p Spanned<Node<'t>>,
    plan: &'p Plan,
    currency: Currency,
}

impl Place<'_, '_> {
    fn splices(&self, change: &Change) -> Option<Vec<Splice>> {
        match change {
            Change::AddPayment { payment, .. } => {
                self.append("payments", entry::payment(payment, self.currency))
            }
            Change::RemovePayment { payment, .. } => {
                place::remove(self.text, self.written, "payments", *payment)
            }
            Change::SetRestored { payment, on, .. } => self.date_payment(*payment, "restored", *on),
            Change::SetVerified { payment, on, .. } => self.date_payment(*payment, "verified", *on),
            Change::SetNote { note, .. } => match note {
                Some(note) => self.set("note", entry::string(note)),
                None => place::unset(self.text, self.written, "note"),
            },
            Change::SetSettled { settled, .. } => {
                let entry = entry::settlement(settled, self.currency);
                self.set("settled", Spacing::OWN.inline(&entry))
            }
            Change::AddRefund { refund, .. } => {
                self.append("refunds", entry::refund(refund, self.currency))
            }
            Change::AddDeferral { deferral, .. } => {
                self.append("deferred", entry::deferral(deferral, self.currency))
            }
            Change::SetPaused { paused, .. } => match paused {
                Some(pause) => self.pause(pause),
                None => place::unset(self.text, self.written, "paused"),
            },
            Change::SetRows { rows, .. } => self.rows(rows),
            Change::AddSeen { .. }
            | Change::AddPlan(_)
            | Change::RemovePlan { .. }
            | Change::Case(_)
            | Change::Line(_)
            | Change::Terms(_)
            | Change::All(_) => None,
        }
    }

    fn append(&self, key: &'static str, entry: Entry) -> Option<Vec<Splice>> {
        place::append(self.text, self.written, key, &[entry])
    }

    /// A date of a payment.
    fn date_payment(&self, k: usize, key: &'static str, on: NaiveDate) -> Option<Vec<Splice>> {
        let payments = self.written.get_ref().get("payments")?;
        let payment = payments.get_ref().nth(k)?;
        place::set(self.text, payment, &[(key, on.to_string())])
    }

    fn set(&self, key: &'static str, value: String) -> Option<Vec<Splice>> {
        place::set(self.text, self.written, &[(key, value)])
    }

    /// A pause in place of an earlier one, or a new one.
    fn pause(&self, pause: &Pause) -> Option<Vec<Splice>> {
        let entry = entry::pause(pause);
        let Some(earlier) = self.written.get_ref().get("paused") else {
            return self.set("paused", Spacing::OWN.inline(&entry));
        };
        let mut splices = place::set(self.text, earlier, &entry)?;
        if pause.why.is_none() && earlier.get_ref().get("why").is_some() {
            splices.extend(place::unset(self.text, earlier, "why")?);
        }
        splices.sort_by_key(|splice| splice.range.start);
        Some(splices)
    }

    /// Rows in place of earlier ones of their number, and new ones at the end.
    fn rows(&self, rows: &[ScheduleRow]) -> Option<Vec<Splice>> {
        let (mut splices, mut new) = (Vec::new(), Vec::new());
        for row in rows {
            let mut schedule = self.plan.schedule.iter();
            let Some(k) = schedule.position(|earlier| earlier.n == row.n) else {
                new.push(entry::row(row, None, self.currency));
                continue;
            };
            let written = self.written.get_ref().get("schedule")?.get_ref().nth(k)?;
            let change = entry::row(row, self.plan.schedule.get(k), self.currency);
            splices.extend(place::set(self.text, written, &change)?);
        }
        if !new.is_empty() {
            splices.extend(place::append(self.text, self.written, "schedule", &new)?);
        }
        splices.sort_by_key(|splice| splice.range.start);
        Some(splices)
    }
}
