//! A new plan.

use chrono::{Months, NaiveDate};

use super::choice::{FeeKind, Pick};
use super::field::{Field, FieldName as F, Mistake};
use super::outcome::{AddOutcome, LimitEffect, Peak};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes};
use crate::app::detail::occupied;
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::cost::Cost;
use crate::domain::due::{AnchorDay, Every, due_date};
use crate::domain::fee::{Fee, FeeAmount, FeeModel};
use crate::domain::forecast::{self, MonthDue};
use crate::domain::limit_check::{LimitCheck, LineCheck, Purchase};
use crate::domain::offer::{self, first_due_after};
use crate::domain::plan::{MOST_PERIODS, Plan};
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, Command, LineId, Money, Position, Rate};
use crate::settings::plan_id::plan_id;

/// What the figures of a plan depend on. Without these right there is nothing to show.
const SHAPING: [F; 8] = [
    F::Price,
    F::DownPayment,
    F::Line,
    F::Periods,
    F::Rate,
    F::FirstDue,
    F::PaidThrough,
    F::Bought,
];
/// The months whose most expensive one is shown.
const MONTHS_AHEAD: u32 = 24;

/// Bought today on the line used last, charged as the last plan on it.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let lines = book.lines.iter().map(|line| Some(line.id.clone()));
    let lines = lines.chain([None]).map(Pick::Line).collect();
    let kinds = FeeKind::ALL.map(Pick::Fee).to_vec();
    let by_hand = [Pick::Autopay(None)].into_iter();
    let methods = book.methods.iter().map(|method| Some(method.id.clone()));
    let autopay = by_hand.chain(methods.map(Pick::Autopay)).collect();
    let fields = vec![
        Field::text(F::Item, ""),
        Field::text(F::Price, ""),
        Field::choice(F::Line, lines, &Pick::Line(usual_line(book))),
        Field::text(F::Periods, ""),
        Field::choice(F::Fee, kinds, &Pick::Fee(FeeKind::None)),
        Field::text(F::Rate, ""),
        Field::text(F::FirstDue, ""),
        Field::text(F::PaidThrough, ""),
        Field::text(F::DownPayment, "").optional(),
        Field::text(F::Bought, &model.today.to_string()),
        Field::text(F::Merchant, "").optional(),
        Field::choice(F::Autopay, autopay, &Pick::Autopay(None)),
        Field::text(F::Order, "").optional(),
    ];
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
    form.show(
        F::Rate,
        form.picked(F::Fee) != Some(&Pick::Fee(FeeKind::None)),
    );
    let first = |bought| first_due_after(of_line, bought);
    if let Some(first) = form.day(F::Bought, model.today).and_then(first) {
        form.prefill(F::FirstDue, &first.to_string());
    }
    let first = form.day(F::FirstDue, model.today);
    let is_typed = form.field(F::FirstDue).is_some_and(|field| field.touched);
    if let Some(earlier) = first.filter(|_| is_typed).and_then(a_month_before) {
        form.prefill(F::Bought, &earlier.min(model.today).to_string());
    }
    let past = past(form, model);
    form.show(F::PaidThrough, past > 0);
    form.prefill(F::PaidThrough, &past.saturating_sub(1).to_string());
}

fn a_month_before(day: NaiveDate) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(1))
}

/// How many installments are past their day.
fn past(form: &Form, model: &Model) -> u32 {
    let periods = Reader::new(form, model.today).count(F::Periods, &(1..=MOST_PERIODS));
    let Some(first) = form.day(F::FirstDue, model.today) else {
        return 0;
    };
    let anchor = AnchorDay::of(first);
    let due = |n| due_date(first, anchor, Every::MONTH, n);
    let past = (1..=periods).map_while(due);
    let past = past.take_while(|due| *due < model.today).count();
    u32::try_from(past).unwrap_or(0)
}

/// The plan that stands in the fields, as far as it can be read.
fn draft<'f>(form: &'f Form, model: &Model, book: &Book) -> Option<(Plan, Reader<'f>)> {
    let currency = form.currency;
    let mut read = Reader::new(form, model.today);
    let item = read.needed_words(F::Item);
    let price = read.positive(F::Price, currency);
    let down_payment = read.money_if_any(F::DownPayment, currency);
    let down_payment = down_payment.filter(|amount| amount.is_positive());
    if down_payment.is_some_and(|amount| amount >= price) && read.is_right(&[F::Price]) {
        read.keep::<()>(F::DownPayment, Err(Mistake::NotBelowPrice));
    }
    let periods = read.count(F::Periods, &(1..=MOST_PERIODS));
    let first_due = read.day(F::FirstDue);
    let principal = price - down_payment.unwrap_or_default();
    let plan = Plan {
        line: read.line(),
        merchant: read.words(F::Merchant),
        order: read.words(F::Order),
        bought: Some(read.day(F::Bought)),
        price: down_payment.map(|_| price),
        down_payment,
        fee: Fee {
            model: read.fee(currency),
            subsidised: false,
        },
        autopay: read.method(F::Autopay),
        paid_through: if past(form, model) > 0 {
            read.count(F::PaidThrough, &(0..=periods))
        } else {
            0
        },
        ..Plan::new(plan_id(&item, book)?, principal, periods, first_due)
    };
    Some((Plan { item, ..plan }, read))
}

pub(super) fn command(form: &Form, model: &Model) -> Result<Command, Mistakes> {
    let drafted = model.book().and_then(|book| draft(form, model, book));
    let (plan, read) = drafted.ok_or_else(Vec::new)?;
    read.done(Command::Add(Box::new(plan)))
}

/// What can be said of the plan as soon as its figures are right, named or not.
pub(super) fn outcome(form: &Form, model: &Model) -> Option<AddOutcome> {
    let book = model.book()?;
    let (plan, read) = draft(form, model, book)?;
    if !read.is_right(&SHAPING) {
        return None;
    }
    let rules = Rules::of_plan(&plan, book.line_of(&plan));
    let schedule = Schedule::of(&plan, &rules, form.currency);
    let standing = PlanStanding::of(book, &plan, &model.calendar, model.today);
    Some(AddOutcome {
        fee: plan.fee,
        cost: Cost::of(&plan, &schedule),
        effect: effect(model, book, &plan, &standing),
        peak: peak(model, book, &standing),
        past: past(form, model),
        standing,
    })
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

/// The most expensive month with the plan, and what that month asks for without it.
fn peak(model: &Model, book: &Book, standing: &PlanStanding) -> Option<Peak> {
    let months = |position: &Position| -> Vec<MonthDue> {
        forecast::months(position, standing.currency, MONTHS_AHEAD)
    };
    let before = months(&model.board.position);
    let mut with_it = model.board.position.clone();
    with_it.plans.push(standing.clone());
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
}
