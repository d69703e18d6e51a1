//! A plan of the book, corrected: what was written down, not what has happened to it.

use super::choice::Pick;
use super::field::{Field, FieldName as F};
use super::outcome::{AddOutcome, ChangeOutcome};
use super::task::Begun;
use super::{Form, Mistakes, Subject, add, plan};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;
use crate::domain::command::TermsCommand;
use crate::domain::terms::PlanTerms;
use crate::settings::texts::Texts;

/// The selected plan as it is written down.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_plan(model).ok_or(Said::NothingSelected)?;
    let book = model.book().ok_or(Said::NoFile)?;
    let line = book
        .plans
        .get(about.plan)
        .and_then(|plan| plan.line.clone());
    let mut fields = plan::fields(book, line);
    for field in &mut fields {
        if field.name == F::Bought {
            *field = Field::text(F::Bought, "").optional();
        }
    }
    Ok((Some(about), standing.currency, fields))
}

/// What the book says of it.
pub(super) fn fill(form: &mut Form, model: &Model) {
    let about = form.about.as_ref();
    let plan = about.and_then(|about| model.book()?.plans.get(about.plan));
    if let Some(plan) = plan {
        plan::fill(form, plan, Texts::new(model.lang));
    }
}

/// Nothing follows from anything here: what is not touched stays as it is written.
pub(super) fn follow(form: &mut Form) {
    plan::show(form);
    let wants_more = form.picked(F::More) == Some(&Pick::More(true));
    let was_paid = form
        .field(F::PaidThrough)
        .is_some_and(|field| field.touched);
    let is_none = form.text(F::PaidThrough).trim() == "0";
    form.show(F::PaidThrough, wants_more || was_paid || !is_none);
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let after = plan::drafted(form, model)?;
    let before = model.book().and_then(|book| book.plans.get(about.plan));
    let terms = before.map(|before| PlanTerms::between(before, &after));
    Ok(Command::Terms(TermsCommand::SetPlan {
        plan: about.id.clone(),
        terms: Box::new(terms.unwrap_or_default()),
    }))
}

/// What the plan would be, and what changes with it.
pub(super) fn outcome(form: &Form, model: &Model, command: Option<&Command>) -> Option<AddOutcome> {
    let change = command.and_then(|command| ChangeOutcome::of(model, command));
    Some(AddOutcome {
        change,
        ..add::outcome(form, model)?
    })
}
