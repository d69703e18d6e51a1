//! An installment as the provider's bill has it.

use super::choice::Pick;
use super::field::{Field, FieldName as F};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;
use crate::domain::command::Amend;

/// The selected installment as it stands.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_open(model)?;
    let n = about.n.ok_or(Said::NothingSelected)?;
    let one = standing.installment(n).ok_or(Said::NothingSelected)?;
    let (row, currency) = (one.row.installment, standing.currency);
    let reach = [false, true].map(Pick::AndLater);
    let fields = vec![
        Field::text(F::Due, &row.due.to_string()),
        Field::text(F::Principal, &row.principal.plain(currency)),
        Field::text(F::FeePart, &row.fee.plain(currency)),
        Field::choice(F::Reach, reach.to_vec(), &Pick::AndLater(false)),
    ];
    Ok((Some(about), currency, fields))
}

/// Only what was typed in is amended.
pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let is_typed = |name| form.field(name).is_some_and(|field| field.touched);
    let due = is_typed(F::Due).then(|| read.day(F::Due));
    let principal = is_typed(F::Principal).then(|| read.money(F::Principal, form.currency));
    let fee = is_typed(F::FeePart).then(|| read.money(F::FeePart, form.currency));
    let amend = Amend {
        plan: about.id.clone(),
        n: about.n.unwrap_or_default(),
        due,
        principal,
        fee,
        and_later: form.picked(F::Reach) == Some(&Pick::AndLater(true)),
    };
    read.done(Command::Amend(amend))
}
