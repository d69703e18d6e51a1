//! How to have so much limit by a day: a question, answered while it is typed.

use chrono::Days;

use super::field::{Field, FieldName as F};
use super::outcome::UnlockOutcome;
use super::place::Place;
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::unlock::{Unlocking, Wish};

/// Within a week most limit that is on its way is back.
const AHEAD_DAYS: u64 = 7;

/// How much is asked for; by next week, with whatever cash it takes.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let line = model.line_of_selected().ok_or(Said::NoLine)?;
    let currency = book.lines.get(line).ok_or(Said::NoLine)?.currency;
    let by = model.today.checked_add_days(Days::new(AHEAD_DAYS));
    let fields = vec![
        Field::text(F::Wanted, ""),
        Field::text(F::By, &by.unwrap_or(model.today).to_string()),
        Field::text(F::Cash, "").optional(),
    ];
    Ok((None, currency, fields))
}

/// What is asked, or everything that is wrong with it.
pub(super) fn wish(form: &Form, model: &Model) -> Result<Wish, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let wish = Wish {
        amount: read.positive(F::Wanted, form.currency),
        by: read.not_past(F::By),
        cash: read.money_if_any(F::Cash, form.currency),
    };
    read.done(wish)
}

pub(super) fn outcome(form: &Form, model: &Model) -> Option<UnlockOutcome> {
    let Some(Place::Line { line, .. }) = &form.place else {
        return None;
    };
    let wish = wish(form, model).ok()?;
    let position = &model.board.position;
    let planned = Unlocking::of(model.book()?, position, &model.calendar, *line, wish)?;
    Some(UnlockOutcome { wish, planned })
}
