//! Money that came back from the merchant.

use super::field::{Field, FieldName as F};
use super::outcome::{ChangeOutcome, LimitBack};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;
use crate::domain::allocation::Source;
use crate::domain::preview::preview;

/// Today; how much is asked for.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_plan(model).ok_or(Said::NothingSelected)?;
    let fields = vec![
        Field::text(F::Amount, ""),
        Field::text(F::Date, &model.today.to_string()),
        Field::text(F::Reference, "").optional(),
    ];
    Ok((Some(about), standing.currency, fields))
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = Command::Refund {
        plan: about.id.clone(),
        on: read.day(F::Date),
        amount: read.money(F::Amount, form.currency),
        reference: read.words(F::Reference),
    };
    read.done(command)
}

pub(super) fn outcome(model: &Model, about: &Subject, command: &Command) -> Option<ChangeOutcome> {
    let book = model.book()?;
    let this = Source::Refund(book.plans.get(about.plan)?.refunds.len());
    let preview = preview(book, command, &model.calendar, model.today).ok()?;
    Some(ChangeOutcome {
        frees: LimitBack::after(&preview, |source| source == this),
        preview,
        moves_left: None,
    })
}
