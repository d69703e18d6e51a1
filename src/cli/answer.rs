//! What a command has to say, in both forms, and what it may look at to say it.

use chrono::NaiveDate;
use serde::Serialize;

use super::failure::Exit;
use super::print::Page;
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Currency, Money, Position};
use crate::settings::format::Amounts;
use crate::settings::symbols::DOUBTFUL;
use crate::settings::texts::Texts;

/// The answer of a command: JSON by its fields, text by its page.
pub(super) trait Answer: Serialize {
    /// Writes the answer for people.
    fn write(&self, page: &mut Page, texts: Texts);

    /// How the program ends with this answer.
    fn exit(&self) -> Exit {
        Exit::Done
    }

    /// True where a change stands in the file, whatever becomes of the answer.
    fn is_saved(&self) -> bool {
        false
    }

    /// What people should know besides; it goes to stderr.
    fn warnings(&self) -> &[String] {
        &[]
    }
}

/// The book as of a day, as every question sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'v> {
    /// The book.
    pub(super) book: &'v Book,
    /// How it stands on the day.
    pub(super) position: &'v Position,
    /// Which days are working days.
    pub(super) calendar: &'v WorkingCalendar,
    /// The language.
    pub(super) texts: Texts,
}

impl View<'_> {
    /// The day.
    pub(super) fn today(&self) -> NaiveDate {
        self.position.today
    }

    /// Why a figure of the plan of this index is to be doubted.
    pub(super) fn doubt(&self, figure: Figure, plan: usize) -> Option<Doubt> {
        let standing = self.position.plans.get(plan)?;
        let plan = self.book.plans.get(plan)?;
        doubt::of_plan(figure, self.book, plan, standing, self.today())
    }
}

/// A figure with the mark of a doubt.
pub(super) fn marked(figure: String, doubt: Option<Doubt>) -> String {
    match doubt {
        Some(_) => figure + DOUBTFUL,
        None => figure,
    }
}

/// An amount to the cent, for people.
pub(super) fn exact(amount: Money, currency: Currency) -> String {
    Amounts::default().exact(amount, currency)
}
