//! Alerts about an installment and the way it is going to be paid.

use chrono::NaiveDate;

use super::{Alert, AlertKind, Severity};
use crate::domain::book::Book;
use crate::domain::position::DueItem;
use crate::domain::rules::AutopayDebits;
use crate::domain::standing::Timing;

/// What the timing of an open installment asks for.
pub(super) fn due_alert(book: &Book, today: NaiveDate, item: &DueItem<'_>) -> Option<Alert> {
    let (kind, severity) = match item.timing {
        Timing::Overdue { days } => (AlertKind::Overdue { days }, Severity::Critical),
        _ if autopay_was_due(book, today, item) => {
            (AlertKind::AutopayUnconfirmed, Severity::Warning)
        }
        Timing::Grace { until, .. } => (AlertKind::GraceEnding { until }, Severity::Critical),
        Timing::DueToday => (AlertKind::DueToday, Severity::Warning),
        Timing::DueSoon { days } => (AlertKind::DueSoon { days }, Severity::Info),
        Timing::Upcoming { .. } => return None,
    };
    Some(Alert {
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..of_item(book, item, kind, severity)
    })
}

fn of_item(book: &Book, item: &DueItem<'_>, kind: AlertKind, severity: Severity) -> Alert {
    let line = book
        .plans
        .get(item.plan)
        .and_then(|plan| plan.line.as_ref());
    Alert {
        plan: Some(item.plan),
        n: Some(item.installment.n()),
        line: line.and_then(|id| book.lines.iter().position(|line| line.id == *id)),
        ..Alert::new(kind, severity, item.plan_standing.currency)
    }
}

fn autopay_was_due(book: &Book, today: NaiveDate, item: &DueItem<'_>) -> bool {
    let due = item.installment.due();
    let debit = match item.plan_standing.rules.autopay_debits {
        AutopayDebits::DueDay => Some(due),
        AutopayDebits::DayBefore => due.pred_opt(),
    };
    book.plans
        .get(item.plan)
        .is_some_and(|plan| plan.autopay.is_some())
        && debit.is_some_and(|debit| debit <= today)
}

/// What is wrong with the way an autopay is going to be paid.
pub(super) fn method_alerts(book: &Book, item: &DueItem<'_>) -> Vec<Alert> {
    let autopay = book
        .plans
        .get(item.plan)
        .and_then(|plan| plan.autopay.as_ref());
    let Some(k) = autopay.and_then(|id| book.methods.iter().position(|method| method.id == *id))
    else {
        return Vec::new();
    };
    let method = &book.methods[k];
    let alert = |kind| Alert {
        method: Some(k),
        amount: Some(item.outstanding()),
        ..of_item(book, item, kind, Severity::Warning)
    };
    let expires = method
        .expires
        .filter(|expires| *expires < item.installment.due());
    let limit = method
        .per_payment_limit
        .filter(|limit| *limit < item.outstanding());
    let expires = expires.map(|expires| Alert {
        date: Some(expires),
        ..alert(AlertKind::MethodExpires)
    });
    let limit = limit.map(|_| Alert {
        date: Some(item.installment.due()),
        ..alert(AlertKind::MethodLimit)
    });
    expires.into_iter().chain(limit).collect()
}
