//! Sums over many installments or lines: the cards, the coming days and months, the calendar.

use chrono::{Datelike, NaiveDate};

use super::lines::payment;
use super::{ExplainPart, Explanation, Subject};
use crate::app::board::AHEAD_DAYS;
use crate::app::board::calendar::Span;
use crate::app::model::Model;
use crate::document::whereabouts::Place;
use crate::domain::standing::{InstallmentStanding, Timing};
use crate::domain::{Currency, Money};

/// The four cards, the coming days, everything, and this and the next months.
pub(super) fn of_overview(model: &Model) -> Vec<Option<Explanation>> {
    let cards = [
        Some(month_left(model)),
        Some(overdue(model)),
        Some(free(model)),
        out(model),
        ahead(model),
        all_open(model),
    ];
    let months = model.board.months.iter();
    let months = months.map(|month| of_month(model, month.month, month.total));
    cards.into_iter().chain(months).collect()
}

/// What all lines allow, and what is on its way.
pub(super) fn of_limits(model: &Model) -> Vec<Option<Explanation>> {
    vec![Some(free(model)), out(model)]
}

/// The day, its week and its month.
pub(super) fn of_calendar(model: &Model) -> Vec<Option<Explanation>> {
    let shown = &model.month;
    vec![
        of_day(model),
        Some(of_span(model, &shown.week)),
        Some(of_span(model, &shown.month)),
        Some(of_span(model, &shown.following)),
    ]
}

fn month_left(model: &Model) -> Explanation {
    let month = |day: NaiveDate| (day.year(), day.month());
    let this = month(model.today);
    let parts = owed(model, |one, is_open| {
        month(one.due()) == this || (is_open && one.due() < model.today)
    });
    sum(
        model,
        Subject::MonthLeft,
        model.board.cards.month.left,
        parts,
    )
}

fn overdue(model: &Model) -> Explanation {
    let parts = owed(model, |one, _| one.timing().is_some_and(Timing::is_overdue));
    sum(
        model,
        Subject::Overdue,
        model.board.cards.overdue.sum,
        parts,
    )
}

fn ahead(model: &Model) -> Option<Explanation> {
    let last = model
        .today
        .checked_add_days(chrono::Days::new(AHEAD_DAYS.into()))?;
    let parts = owed(model, |one, is_open| is_open && one.due() <= last);
    let subject = Subject::Ahead { days: AHEAD_DAYS };
    Some(sum(model, subject, model.board.due.total, parts))
}

fn all_open(model: &Model) -> Option<Explanation> {
    let (_, total) = model.board.paid_off?;
    let parts = owed(model, |_, is_open| is_open);
    Some(sum(model, Subject::AllOpen, total, parts))
}

fn of_month(model: &Model, first: NaiveDate, total: Money) -> Option<Explanation> {
    let month = |day: NaiveDate| (day.year(), day.month());
    let is_this = month(first) == month(model.today);
    let parts = owed(model, |one, is_open| {
        let is_old = is_this && one.due() < first;
        is_open && (is_old || month(one.due()) == month(first))
    });
    if parts.is_empty() {
        return None;
    }
    Some(sum(model, Subject::Month(first), total, parts))
}

fn of_day(model: &Model) -> Option<Explanation> {
    let day = model.month.day;
    let parts = owed(model, |one, _| one.due() == day);
    let total = parts.iter().map(ExplainPart::amount).sum();
    (!parts.is_empty()).then(|| sum(model, Subject::Day(day), total, parts))
}

fn of_span(model: &Model, span: &Span) -> Explanation {
    let days = span.from..=span.to;
    let has_today = days.contains(&model.today);
    let parts = owed(model, |one, is_open| {
        let is_old = has_today && one.due() < span.from && is_open;
        is_old || days.contains(&one.due())
    });
    sum(model, Subject::Span(span.from, span.to), span.left, parts)
}

fn sum(model: &Model, subject: Subject, total: Money, parts: Vec<ExplainPart>) -> Explanation {
    let mut plans: Vec<_> = parts
        .iter()
        .filter_map(|part| match part {
            ExplainPart::Owed { plan, .. } => Some(Place::Plan(*plan)),
            _ => None,
        })
        .collect();
    plans.dedup();
    let explained = Explanation::amount(subject, model.board.currency, total, parts);
    explained.at(plans)
}

/// Installments in the book's currency that are meant and still ask for something, oldest first.
fn owed(model: &Model, is_meant: impl Fn(&InstallmentStanding, bool) -> bool) -> Vec<ExplainPart> {
    let plans = model.board.position.plans.iter().enumerate();
    let of_currency = plans.filter(|(_, standing)| standing.currency == model.board.currency);
    let mut meant: Vec<_> = of_currency
        .flat_map(|(plan, standing)| standing.installments.iter().map(move |one| (plan, one)))
        .filter(|(_, one)| is_meant(one, one.timing().is_some()))
        .filter(|(_, one)| !one.row.outstanding().is_zero())
        .collect();
    meant.sort_by_key(|(_, one)| one.due());
    let part = |(plan, one): (usize, &InstallmentStanding)| ExplainPart::Owed {
        plan,
        n: one.n(),
        due: one.due(),
        amount: one.row.outstanding(),
    };
    meant.into_iter().map(part).collect()
}

/// The lines of a currency whose limit is known.
fn free(model: &Model) -> Explanation {
    let currency = model.board.currency;
    let lines = of_currency(model, currency);
    let parts: Vec<_> = lines
        .filter_map(|k| {
            let limit = model.board.position.limits.get(k)?;
            limit.total?;
            Some(ExplainPart::LineFree {
                line: k,
                amount: limit.available?.or_zero(),
            })
        })
        .collect();
    let places = parts.iter().filter_map(|part| match part {
        ExplainPart::LineFree { line, .. } => Some(Place::OfLine(*line, "limit")),
        _ => None,
    });
    let places = places.collect();
    let total = model.board.cards.available.sum;
    Explanation::amount(Subject::Free, currency, total, parts).at(places)
}

fn out(model: &Model) -> Option<Explanation> {
    let currency = model.board.currency;
    let limits = &model.board.position.limits;
    let entries: Vec<_> = of_currency(model, currency)
        .filter_map(|k| limits.get(k))
        .flat_map(|limit| &limit.out)
        .collect();
    let parts = entries.iter().map(|freed| ExplainPart::Out {
        freed: **freed,
        amount: freed.amount,
    });
    let parts: Vec<_> = parts.collect();
    if parts.is_empty() {
        return None;
    }
    let places = entries.iter().filter_map(|freed| payment(freed)).collect();
    let total = model.board.cards.restoring.sum;
    Some(Explanation::amount(Subject::Out, currency, total, parts).at(places))
}

fn of_currency(model: &Model, currency: Currency) -> impl Iterator<Item = usize> {
    let lines = model.book().map_or(&[][..], |book| book.lines.as_slice());
    let lines = lines.iter().enumerate();
    lines.filter_map(move |(k, line)| (line.currency == currency).then_some(k))
}
