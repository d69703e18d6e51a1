//! Alerts about places to pay that are closed, and purchases worth another try.

use chrono::NaiveDate;

use super::{Alert, AlertKind, Severity};
use crate::domain::attempt::retries;
use crate::domain::book::Book;
use crate::domain::position::Position;
use crate::domain::way::WhereToPay;

/// Lines of which every place to pay is closed while an installment is due soon: one alert a
/// line, for the installment that is due first. Where autopay pays it, it is good to know. What is due stays due whatever is closed.
pub(super) fn moved_alerts(book: &Book, position: &Position) -> Vec<Alert> {
    let due = position.due_within(book.settings.due_soon_days);
    let mut alerts: Vec<Alert> = Vec::new();
    for item in due {
        let plan = book.plans.get(item.plan);
        let id = plan.and_then(|plan| plan.line.as_ref());
        let k = id.and_then(|id| book.lines.iter().position(|line| line.id == *id));
        let Some((k, line)) = k.and_then(|k| Some((k, book.lines.get(k)?))) else {
            continue;
        };
        let is_told = alerts.iter().any(|alert| alert.line == Some(k));
        let place = WhereToPay::of(line, position.today);
        if is_told || !matches!(place, WhereToPay::AllClosed(..)) {
            continue;
        }
        let severity = if plan.is_some_and(|plan| plan.autopay.is_some()) {
            Severity::Info
        } else {
            Severity::Warning
        };
        alerts.push(Alert {
            line: Some(k),
            plan: Some(item.plan),
            n: Some(item.installment.n()),
            date: Some(item.installment.due()),
            amount: Some(item.outstanding()),
            ..Alert::new(AlertKind::EntryMoved, severity, line.currency)
        });
    }
    alerts
}

/// Refused purchases whose day to try again has come.
pub(super) fn retry_alerts(book: &Book, today: NaiveDate) -> Vec<Alert> {
    let mut alerts = Vec::new();
    for (k, line) in book.lines.iter().enumerate() {
        alerts.extend(retries(line, today).map(|attempt| Alert {
            line: Some(k),
            date: attempt.retry,
            amount: attempt.amount,
            ..Alert::new(AlertKind::RetryDue, Severity::Info, line.currency)
        }));
    }
    alerts
}
