//! A due date that moves.

use chrono::Months;

use super::field::{Field, FieldName as F};
use super::outcome::ChangeOutcome;
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::deferrals::Deferrals;
use crate::domain::preview::preview;
use crate::domain::{Command, Money};

/// The selected installment, a month later, for nothing.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_open(model)?;
    let n = about.n.ok_or(Said::NothingSelected)?;
    let due = standing.installment(n).ok_or(Said::NothingSelected)?.due();
    let later = due.checked_add_months(Months::new(1)).unwrap_or(due);
    let fields = vec![
        Field::text(F::MovedTo, &later.to_string()),
        Field::text(F::MoveFee, &Money::ZERO.plain(standing.currency)),
    ];
    let currency = standing.currency;
    Ok((Some(about), currency, fields))
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = Command::Defer {
        plan: about.id.clone(),
        n: about.n.unwrap_or_default(),
        to: read.day(F::MovedTo),
        fee: read.money(F::MoveFee, form.currency),
    };
    read.done(command)
}

pub(super) fn outcome(model: &Model, about: &Subject, command: &Command) -> Option<ChangeOutcome> {
    let book = model.book()?;
    let plan = book.plans.get(about.plan)?;
    let moves = Deferrals::of_year(book, plan, model.today);
    Some(ChangeOutcome {
        preview: preview(book, command, &model.calendar, model.today).ok()?,
        frees: None,
        moves_left: moves.map(Deferrals::left),
    })
}
