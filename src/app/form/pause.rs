//! A plan that pauses.

use super::field::{Field, FieldName as F};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;

/// Until when is asked for: nobody can guess how long a return takes.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_plan(model).ok_or(Said::NothingSelected)?;
    if !about.outstanding.is_positive() {
        return Err(Said::NothingOpen);
    }
    let fields = vec![
        Field::text(F::Until, ""),
        Field::text(F::Why, "").optional(),
    ];
    Ok((Some(about), standing.currency, fields))
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = Command::Pause {
        plan: about.id.clone(),
        until: read.day(F::Until),
        why: read.words(F::Why),
    };
    read.done(command)
}
