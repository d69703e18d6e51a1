//! Alerts about the ways to pay.

use super::{Alert, AlertKind, Severity, days_ahead};
use crate::domain::book::Book;
use crate::domain::funds::{Funds, autopay, funds};
use crate::domain::plan::Plan;
use crate::domain::position::{DueItem, Position};
use crate::domain::standing::{PlanStanding, PlanStatus, Timing};

/// From how many days before something is due a way to pay has to be on file.
const METHOD_NEEDED_DAYS: u32 = 3;

/// A way to pay that ends, or has ended, before it is to pay an installment by itself.
pub(super) fn expiring_methods(book: &Book, position: &Position) -> Vec<Alert> {
    let soon = days_ahead(position.today);
    let plans = book.plans.iter().zip(&position.plans).enumerate();
    let alert = |(plan, (_, standing)): (usize, (&Plan, &PlanStanding))| {
        let open = standing.open().map(|(installment, timing)| DueItem {
            plan,
            plan_standing: standing,
            installment,
            timing,
        });
        let debits = standing.rules.autopay_debits;
        let carried = open.filter_map(|item| Some((item, autopay(book, &item)?)));
        let mut ending = carried.filter_map(|(item, k)| {
            let expires = book.methods.get(k)?.expires?;
            let debit = debits.debit_day(item.installment.due());
            (expires < debit).then_some((item, k, expires))
        });
        let (item, method, expires) = ending.next()?;
        let is_soon = expires <= soon || !matches!(item.timing, Timing::Upcoming { .. });
        is_soon.then(|| Alert {
            method: Some(method),
            date: Some(expires),
            amount: Some(item.outstanding()),
            ..Alert::of_item(book, &item, AlertKind::MethodExpires, Severity::Warning)
        })
    };
    plans.filter_map(alert).collect()
}

/// A way to pay that does not allow as much at once as its autopay needs.
pub(super) fn small_method(book: &Book, item: &DueItem<'_>) -> Option<Alert> {
    let method = autopay(book, item)?;
    let limit = book.methods.get(method)?.limit_below(book, item);
    limit.map(|_| Alert {
        method: Some(method),
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..Alert::of_item(book, item, AlertKind::MethodLimit, Severity::Warning)
    })
}

/// Ways to pay whose balance, as last looked up, does not last as far as things are due soon: by
/// which evening, and how much is missing then.
pub(super) fn short_methods(book: &Book, position: &Position) -> Vec<Alert> {
    let alert = |funds: Funds| {
        let mut evenings = funds.evenings.iter();
        let (evening, short) = evenings.find_map(|evening| Some((evening, evening.short?)))?;
        let first = evening.items.first();
        let kind = AlertKind::AutopayShort;
        Some(Alert {
            method: funds.method,
            plan: first.map(|item| item.plan),
            date: Some(evening.by),
            amount: Some(short),
            ..Alert::new(kind, Severity::Warning, funds.currency)
        })
    };
    let needed = funds(book, position, book.settings.due_soon_days);
    needed.into_iter().filter_map(alert).collect()
}

/// The first installment that is due within days while no way to pay is on file at all. A paused
/// plan asks for none.
pub(super) fn no_method(book: &Book, position: &Position) -> Option<Alert> {
    if !book.methods.is_empty() {
        return None;
    }
    let due = position.due_within(METHOD_NEEDED_DAYS);
    let is_asked = |item: &&DueItem<'_>| {
        item.timing.days_late() == 0 && item.plan_standing.status != PlanStatus::Paused
    };
    let item = due.iter().find(is_asked)?;
    Some(Alert {
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..Alert::of_item(book, item, AlertKind::NoMethod, Severity::Warning)
    })
}
