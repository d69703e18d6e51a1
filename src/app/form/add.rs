//! A new plan.

use chrono::{Months, NaiveDate};

use super::choice::{FeeKind, Pick};
use super::field::{Field, FieldName as F};
use super::outcome::{AddOutcome, LimitEffect, Peak};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, plan};
use crate::app::detail::occupied;
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::cost::Cost;
use crate::domain::fee::{FeeAmount, FeeModel};
use crate::domain::forecast::{self, MonthDue};
use crate::domain::limit_check::{LimitCheck, LineCheck, Purchase};
use crate::domain::offer::{self, first_due_after};
use crate::domain::plan::Plan;
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, Command, LineId, Money, Position, Rate};

/// The months whose most expensive one is shown.
const MONTHS_AHEAD: u32 = 24;

/// Bought today on the line used last, charged as the last plan on it.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let mut fields = plan::fields(book, usual_line(book));
    // What is financed of a new plan is its price less the down payment.
    fields.retain(|field| field.name != F::Financed);
    for field in &mut fields {
        if field.name == F::Bought {
            *field = Field::text(F::Bought, &model.today.to_string());
        }
    }
    Ok((None, book.currency, fields))
}

/// The line of the plan that was bought last, else the first one.
pub(super) fn usual_line(book: &Book) -> Option<LineId> {
    let on_line = book.plans.iter().filter(|plan| plan.line.is_some());
    let latest = on_line.max_by_key(|plan| plan.bought);
    let line = latest.and_then(|plan| plan.line.clone());
    line.or_else(|| book.lines.first().map(|line| line.id.clone()))
}

/// How the plan bought last on this line is charged, where that is a rate.
pub(super) fn usual_fee(book: &Book, line: Option<&LineId>) -> Option<(FeeKind, String)> {
    let (kind, rate) = stated(offer::usual_fee(book, line)?)?;
    Some((kind, rate.map_or_else(String::new, |rate| rate.to_string())))
}

/// The kind of a fee and its rate; `None` for a sum, which belongs to one purchase.
fn stated(model: FeeModel) -> Option<(FeeKind, Option<Rate>)> {
    Some(match model {
        FeeModel::None => (FeeKind::None, None),
        FeeModel::Flat(FeeAmount::Rate(rate)) => (FeeKind::Flat, Some(rate)),
        FeeModel::Upfront(FeeAmount::Rate(rate), _) => (FeeKind::Upfront, Some(rate)),
        FeeModel::Annuity(rate) => (FeeKind::Annuity, Some(rate)),
        FeeModel::EqualPrincipal(rate) => (FeeKind::EqualPrincipal, Some(rate)),
        FeeModel::Daily(rate) => (FeeKind::Daily, Some(rate)),
        FeeModel::Flat(FeeAmount::Total(_)) | FeeModel::Upfront(FeeAmount::Total(_), _) => {
            return None;
        }
    })
}

/// The fee follows the line, the first due date the order day and the line's bills (or the order
/// day a first due date that was typed), and what is past its day is offered
/// as paid, but for the latest one: a debt that is not shown is worse than one shown once too often.
pub(super) fn follow(form: &mut Form, model: &Model) {
    let Some(book) = model.book() else { return };
    let line = Reader::new(form, model.today).line();
    let of_line = line.as_ref().and_then(|id| book.line(id));
    form.currency = of_line.map_or(book.currency, |line| line.currency);
    let usual = usual_fee(book, line.as_ref());
    let (kind, rate) = usual.unwrap_or((FeeKind::None, String::new()));
    form.prefill_choice(F::Fee, &Pick::Fee(kind));
    let is_usual = form.picked(F::Fee) == Some(&Pick::Fee(kind));
    form.prefill(F::Rate, if is_usual { &rate } else { "" });
    plan::show(form);
    let first = |bought| first_due_after(of_line, bought);
    if let Some(first) = form.day(F::Bought, model.today).and_then(first) {
        form.prefill(F::FirstDue, &first.to_string());
    }
    let first = form.day(F::FirstDue, model.today);
    let is_typed = form.field(F::FirstDue).is_some_and(|field| field.touched);
    if let Some(earlier) = first.filter(|_| is_typed).and_then(a_month_before) {
        form.prefill(F::Bought, &earlier.min(model.today).to_string());
    }
    let past = plan::past(form, model);
    form.show(F::PaidThrough, past > 0);
    form.prefill(F::PaidThrough, &past.saturating_sub(1).to_string());
}

fn a_month_before(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(1))
}

pub(super) fn command(form: &Form, model: &Model) -> Result<Command, Mistakes> {
    let plan = plan::drafted(form, model)?;
    Ok(Command::Add(Box::new(plan)))
}

/// What can be said of the plan as soon as its figures are right, named or not.
pub(super) fn outcome(form: &Form, model: &Model) -> Option<AddOutcome> {
    let book = model.book()?;
    let (plan, read) = plan::draft(form, model, book)?;
    if !read.is_right(&plan::SHAPING) {
        return None;
    }
    Some(of_plan(form, model, book, &plan))
}

/// What a plan would be.
pub(super) fn of_plan(form: &Form, model: &Model, book: &Book, plan: &Plan) -> AddOutcome {
    let rules = Rules::of_plan(plan, book.line_of(plan));
    let schedule = Schedule::of(plan, &rules, form.currency);
    let standing = PlanStanding::of(book, plan, &model.calendar, model.today);
    let of_book = form.about.as_ref().map(|about| about.plan);
    AddOutcome {
        fee: plan.fee,
        cost: Cost::of(plan, &schedule),
        effect: match of_book {
            None => effect(model, book, plan, &standing),
            Some(_) => None,
        },
        peak: peak(model, book, &standing, of_book),
        past: plan::past(form, model),
        change: None,
        standing,
    }
}

fn effect(model: &Model, book: &Book, plan: &Plan, standing: &PlanStanding) -> Option<LimitEffect> {
    let id = plan.line.as_ref()?;
    let line = book.lines.iter().position(|line| line.id == *id)?;
    let limit = model.board.position.limits.get(line)?;
    let uses = occupied(plan, standing);
    Some(LimitEffect {
        line,
        uses,
        leaves: limit.available.map(|available| available - uses),
        check: (plan.bought == Some(model.today))
            .then(|| checked(model, book, plan, line))
            .flatten(),
    })
}

fn checked(model: &Model, book: &Book, plan: &Plan, line: usize) -> Option<LineCheck> {
    let purchase = Purchase {
        amount: plan.principal + plan.down_payment.unwrap_or_default(),
        down_payment: plan.down_payment.unwrap_or_default(),
        periods: Some(plan.periods),
        by: None,
    };
    let position = &model.board.position;
    let check = LimitCheck::of(book, position, &model.calendar, &purchase, &[line]);
    check.lines.into_iter().next()
}

/// The most expensive month with the plan, and what that month asks for without it, or with what
/// it was.
fn peak(
    model: &Model,
    book: &Book,
    standing: &PlanStanding,
    of_book: Option<usize>,
) -> Option<Peak> {
    let months = |position: &Position| -> Vec<MonthDue> {
        forecast::months(position, standing.currency, MONTHS_AHEAD)
    };
    let before = months(&model.board.position);
    let mut with_it = model.board.position.clone();
    match of_book.and_then(|k| with_it.plans.get_mut(k)) {
        Some(was) => was.clone_from(standing),
        None => with_it.plans.push(standing.clone()),
    }
    let after = months(&with_it);
    let both = before.iter().zip(&after);
    let (before, after) = both.rev().max_by_key(|(_, after)| after.total)?;
    let cap = book.settings.monthly_cap;
    Some(Peak {
        month: after.month,
        before: before.total,
        after: after.total,
        cap: cap.filter(|_| standing.currency == book.currency),
    })
    .filter(|peak: &Peak| peak.after > Money::ZERO)
    .filter(|peak| of_book.is_none() || peak.before != peak.after)
}
