//! A plan settled early.

use chrono::NaiveDate;

use super::field::{Field, FieldName as F};
use super::outcome::{LimitBack, SettleOutcome};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::allocation::Source;
use crate::domain::doubt;
use crate::domain::early::{NoQuote, Quote, quote};
use crate::domain::preview::preview;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Command, Money};

/// Today, for what the provider's policy asks.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let (about, standing) = Subject::selected_plan(model).ok_or(Said::NothingSelected)?;
    if !about.outstanding.is_positive() {
        return Err(Said::NothingOpen);
    }
    let fields = vec![
        Field::text(F::Amount, ""),
        Field::text(F::Date, &model.today.to_string()),
    ];
    Ok((Some(about), standing.currency, fields))
}

/// The amount follows the day. What nobody knows stays empty.
pub(super) fn follow(form: &mut Form, model: &Model) {
    let quote = day(form, model).and_then(|on| quoted(form, model, on));
    let amount = match quote {
        Some((Ok(quote), _)) => quote.amount.plain(form.currency),
        _ => String::new(),
    };
    form.prefill(F::Amount, &amount);
}

fn day(form: &Form, model: &Model) -> Option<NaiveDate> {
    form.day(F::Date, model.today)
}

/// What settling on a day costs, and how the plan stands then.
fn quoted(
    form: &Form,
    model: &Model,
    on: NaiveDate,
) -> Option<(Result<Quote, NoQuote>, PlanStanding)> {
    let book = model.book()?;
    let plan = book.plans.get(form.about.as_ref()?.plan)?;
    let standing = PlanStanding::of(book, plan, &model.calendar, on);
    Some((quote(plan, &standing, on), standing))
}

pub(super) fn command(form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = Command::Settle {
        plan: about.id.clone(),
        on: read.day(F::Date),
        amount: Some(read.money(F::Amount, form.currency)),
    };
    read.done(command)
}

pub(super) fn outcome(
    form: &Form,
    model: &Model,
    command: Option<&Command>,
) -> Option<SettleOutcome> {
    let (quote, standing) = quoted(form, model, day(form, model)?)?;
    let doubts = quote.as_ref().ok().and_then(|quote| {
        let book = model.book()?;
        let plan = book.plans.get(form.about.as_ref()?.plan)?;
        Some(doubt::of_quote(quote, book, plan, &standing, model.today))
    });
    let mut read = Reader::new(form, model.today);
    let amount = read.money(F::Amount, form.currency);
    let amount = read.is_right(&[F::Amount]).then_some(amount);
    let shown = command.and_then(|command| {
        let book = model.book()?;
        preview(book, command, &model.calendar, model.today).ok()
    });
    Some(SettleOutcome {
        quote,
        saves: amount.map(|amount| to_the_end(&standing) - amount),
        frees: shown
            .and_then(|shown| LimitBack::after(&shown, |source| source == Source::Settlement)),
        doubts: doubts.unwrap_or_default(),
    })
}

/// What paying on as scheduled still costs, what being late has cost included.
fn to_the_end(standing: &PlanStanding) -> Money {
    let penalty = |one: &InstallmentStanding| one.penalty;
    standing.outstanding + standing.installments.iter().filter_map(penalty).sum()
}
