//! The note of a plan.

use super::field::{Field, FieldName as F};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;

/// The selected plan's note.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_plan(model).ok_or(Said::NothingSelected)?;
    let plan = model.book().and_then(|book| book.plans.get(about.plan));
    let note = plan.and_then(|plan| plan.note.as_deref());
    let field = Field::text(F::Note, note.unwrap_or_default()).optional();
    Ok((Some(about), standing.currency, vec![field]))
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let read = Reader::new(form, model.today);
    let note = read.words(F::Note);
    let plan = about.id.clone();
    read.done(Command::Note { plan, note })
}
