//! What a purchase would change: what it costs in so many installments, whether it fits, what the
//! months would ask for, and what other lines would charge.

mod thought;

use chrono::NaiveDate;

use self::thought::Thought;
use super::action::Step;
use super::form::Form;
use super::form::field::FieldName;
use super::form::outcome::Peak;
use super::form::what_if::asked;
use super::model::Model;
use super::notice::Said;
use crate::domain::limit_check::{LineCheck, Verdict};
pub use crate::domain::offer::Trial;
use crate::domain::{Currency, Money};

/// The row that is chosen at first.
const FIRST_CHOSEN: u32 = 6;

/// The price that is shown as an example while none stands in the field.
pub const EXAMPLE_PRICE: &str = "1200";

/// A purchase that is thought of.
#[derive(Debug, Clone)]
pub struct WhatIf {
    /// Price, line and fee.
    pub form: Form,
    /// True while the fields get the keys, else the rows do.
    pub typing: bool,
    /// How many installments the chosen row has.
    pub periods: u32,
    /// What follows; `None` while something is missing or wrong.
    pub answer: Option<Box<Answer>>,
    /// What would follow from [`EXAMPLE_PRICE`]; `None` where a price stands in the field.
    pub example: Option<Box<Answer>>,
}

/// What a purchase would change.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// The currency of all amounts.
    pub currency: Currency,
    /// Each number of installments, the fewest first.
    pub rows: Vec<Trial>,
    /// Which of them is chosen.
    pub chosen: usize,
    /// Whether it fits its line; `None` without a line.
    pub check: Option<LineCheck>,
    /// The coming months.
    pub months: Vec<TrialMonth>,
    /// The most expensive of them.
    pub peak: Option<Peak>,
    /// The shopper's own ceiling, where it counts in this currency.
    pub cap: Option<Money>,
    /// The same on every line of the currency, the cheapest first, unknown ones last.
    pub offers: Vec<Offer>,
}

/// A month without and with the purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrialMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// What it asks for anyway.
    pub without: Money,
    /// What it would ask for.
    pub with_it: Money,
}

/// The same purchase on a line, in the chosen number of installments.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Which line of the book.
    pub line: usize,
    /// What it would cost there.
    pub trial: Trial,
    /// Whether it fits.
    pub verdict: Verdict,
}

impl WhatIf {
    /// A price as it was typed; without one the price is asked for.
    pub(super) fn of(model: &Model, price: &str) -> Result<Self, Said> {
        let mut what_if = Self {
            form: Form::of_price(model, price)?,
            typing: price.is_empty(),
            periods: FIRST_CHOSEN,
            answer: None,
            example: None,
        };
        what_if.think(model);
        Ok(what_if)
    }

    /// Takes in what the book says now.
    pub(super) fn renew(&mut self, model: &Model) {
        self.form.renew(model);
        self.think(model);
    }

    /// Changes the fields, and what follows from them.
    pub(super) fn change(&mut self, model: &Model, change: impl FnOnce(&mut Form, &Model)) {
        let typed = |form: &Form| asked(form, model).ok().and_then(|asked| asked.periods);
        let before = typed(&self.form);
        change(&mut self.form, model);
        if let Some(periods) = typed(&self.form).filter(|periods| before != Some(*periods)) {
            self.periods = periods;
        }
        self.think(model);
    }

    /// Chooses a row.
    pub(super) fn choose(&mut self, model: &Model, row: usize) {
        let rows = self.answer.as_ref().map(|answer| &answer.rows);
        if let Some(row) = rows.and_then(|rows| rows.get(row)) {
            self.periods = row.periods;
            self.think(model);
        }
    }

    /// Chooses the next or previous row, not beyond the ends.
    pub(super) fn step(&mut self, model: &Model, step: Step) {
        let Some(at) = self.answer.as_ref().map(|answer| answer.chosen) else {
            return;
        };
        let row = match step {
            Step::Next => at + 1,
            Step::Previous => at.saturating_sub(1),
        };
        self.choose(model, row);
    }

    fn think(&mut self, model: &Model) {
        self.answer = answer(&self.form, model, self.periods);
        let is_blank = self.form.text(FieldName::Price).trim().is_empty();
        self.example = is_blank
            .then(|| self.form.with_price(EXAMPLE_PRICE))
            .and_then(|form| answer(&form, model, self.periods));
    }
}

fn answer(form: &Form, model: &Model, periods: u32) -> Option<Box<Answer>> {
    let thought = Thought {
        model,
        book: model.book()?,
        asked: asked(form, model).ok()?,
        currency: form.currency,
    };
    thought.answer(periods).map(Box::new)
}
