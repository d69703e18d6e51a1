//! Alerts about an installment and the way it is going to be paid.

use chrono::NaiveDate;

use super::{Alert, AlertKind, Severity, days_ahead};
use crate::domain::book::Book;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::position::{DueItem, Position};
use crate::domain::rules::AutopayDebits;
use crate::domain::standing::{PlanStanding, PlanStatus, Timing};

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
    // While a return or dispute is open nothing is urgent.
    let severity = match item.plan_standing.status {
        PlanStatus::Paused => severity.max(Severity::Info),
        _ => severity,
    };
    Some(Alert {
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..of_item(book, item, kind, severity)
    })
}

/// Plans of which so large a share of the price is overdue that the seller may demand the rest
/// (civil code art. 634: a fifth). A paused plan says nothing.
pub(super) fn acceleration_risks(book: &Book, position: &Position) -> Vec<Alert> {
    let plans = book.plans.iter().zip(&position.plans).enumerate();
    let risk = |(plan, (stated, standing)): (usize, (&Plan, &PlanStanding))| {
        let share = standing.rules.acceleration?;
        let price = stated.price.unwrap_or(stated.principal).as_decimal();
        let overdue = || standing.open().filter(|(_, timing)| timing.is_overdue());
        let amount: Money = overdue().map(|(one, _)| one.row.outstanding()).sum();
        let (installment, timing) = overdue().next()?;
        let is_risky = standing.status == PlanStatus::Overdue
            && amount.as_decimal() >= price * share.as_decimal();
        let item = DueItem {
            plan,
            plan_standing: standing,
            installment,
            timing,
        };
        is_risky.then(|| Alert {
            n: None,
            date: Some(item.installment.due()),
            amount: Some(amount),
            ..of_item(book, &item, AlertKind::AccelerationRisk, Severity::Warning)
        })
    };
    plans.filter_map(risk).collect()
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

/// A way to pay that ends, or has ended, before an installment that it is to pay by itself.
pub(super) fn expiring_methods(book: &Book, position: &Position) -> Vec<Alert> {
    let soon = days_ahead(position.today);
    let plans = book.plans.iter().zip(&position.plans).enumerate();
    let alert = |(plan, (stated, standing)): (usize, (&Plan, &PlanStanding))| {
        let method = method_of(book, stated)?;
        let expires = book.methods.get(method)?.expires?;
        let (installment, timing) = standing.open().find(|(one, _)| expires < one.due())?;
        let is_soon = expires <= soon || !matches!(timing, Timing::Upcoming { .. });
        let item = DueItem {
            plan,
            plan_standing: standing,
            installment,
            timing,
        };
        is_soon.then(|| Alert {
            method: Some(method),
            date: Some(expires),
            amount: Some(item.outstanding()),
            ..of_item(book, &item, AlertKind::MethodExpires, Severity::Warning)
        })
    };
    plans.filter_map(alert).collect()
}

fn method_of(book: &Book, plan: &Plan) -> Option<usize> {
    let id = plan.autopay.as_ref()?;
    book.methods.iter().position(|method| method.id == *id)
}

/// A way to pay that does not allow as much at once as its autopay needs.
pub(super) fn small_method(book: &Book, item: &DueItem<'_>) -> Option<Alert> {
    let method = method_of(book, book.plans.get(item.plan)?)?;
    let limit = book.methods.get(method)?.per_payment_limit?;
    (limit < item.outstanding()).then(|| Alert {
        method: Some(method),
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..of_item(book, item, AlertKind::MethodLimit, Severity::Warning)
    })
}
