//! A plan of the book, corrected: what was written down, not what has happened to it.

use chrono::NaiveDate;

use super::choice::{FeeKind, Pick};
use super::field::{Field, FieldName as F};
use super::outcome::{AddOutcome, ChangeOutcome};
use super::task::Begun;
use super::{Form, Mistakes, Subject, add, plan};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::Command;
use crate::domain::command::apply;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
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
    if let Some(n) = next_untouched(standing, model.today) {
        let options = [Some(n), None].map(Pick::FeeFrom);
        let after = fields.iter().position(|field| field.name == F::Rate);
        let field = Field::choice(F::FeeFrom, options.to_vec(), &options[0]);
        fields.insert(after.map_or(0, |k| k + 1), field);
    }
    Ok((Some(about), standing.currency, fields))
}

/// The next installment that nothing was paid for and that is not past its day, where something
/// was paid: another fee holds from there on, unless it was wrong all the time.
fn next_untouched(standing: &PlanStanding, today: NaiveDate) -> Option<u32> {
    let rows = || standing.installments.iter();
    let was_paid = rows().any(|one| one.row.last_paid.is_some());
    let last = rows().rfind(|one| one.row.paid().is_positive());
    let after = last.map_or(0, InstallmentStanding::n);
    let mut next = rows().filter(|one| one.n() > after && one.due() >= today);
    next.next().map(InstallmentStanding::n).filter(|_| was_paid)
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
    let is_touched = |name| form.field(name).is_some_and(|field| field.touched);
    let is_upfront = form.picked(F::Fee) == Some(&Pick::Fee(FeeKind::Upfront));
    let other_fee = (is_touched(F::Fee) || is_touched(F::Rate)) && !is_upfront;
    form.show(F::FeeFrom, other_fee);
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
    let mut terms = terms.unwrap_or_default();
    let from = form.field(F::FeeFrom).filter(|field| !field.hidden);
    let from = match from.and_then(|_| form.picked(F::FeeFrom)) {
        Some(Pick::FeeFrom(Some(n))) => terms.fee.take().map(|fee| (*n, fee)),
        _ => None,
    };
    Ok(Command::set_plan(&about.id, terms, from))
}

/// What the plan would be, and what changes with it.
pub(super) fn outcome(form: &Form, model: &Model, command: Option<&Command>) -> Option<AddOutcome> {
    let book = model.book()?;
    let change = command.and_then(|command| ChangeOutcome::of(model, command));
    let after = command.and_then(|command| {
        let about = form.about.as_ref()?;
        let after = apply(book, command, &model.calendar, model.today).ok()?;
        after.plans.get(about.plan).cloned()
    });
    let outcome = match after {
        Some(plan) => add::of_plan(form, model, book, &plan),
        None => add::outcome(form, model)?,
    };
    // What was typed, also where the plan as a whole keeps its own.
    let fee = plan::draft(form, model, book).map_or(outcome.fee, |(plan, _)| plan.fee);
    Some(AddOutcome {
        fee,
        change,
        ..outcome
    })
}
