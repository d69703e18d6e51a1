//! Alerts about an installment: what its date asks for, and what autopay does about it.

use chrono::NaiveDate;

use super::{Alert, AlertKind, Severity};
use crate::domain::book::Book;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::position::{DueItem, Position};
use crate::domain::standing::{PlanStanding, PlanStatus, Timing};

/// What the date of an open installment asks for. What autopay should have paid is to be
/// confirmed, and is late besides once it is late: nobody knows whether the debit failed.
pub(super) fn due_alerts(
    book: &Book,
    today: NaiveDate,
    item: &DueItem<'_>,
) -> impl Iterator<Item = Alert> {
    let autopay = autopay_alert(book, today, item);
    let alert = |(kind, severity)| Alert {
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..Alert::of_item(book, item, kind, severity)
    };
    let dated = match item.timing {
        Timing::Overdue { days } => Some((AlertKind::Overdue { days }, Severity::Critical)),
        Timing::Grace { until, .. } => Some((AlertKind::GraceEnding { until }, Severity::Critical)),
        _ if autopay.is_some() => None,
        Timing::DueToday => Some((AlertKind::DueToday, Severity::Warning)),
        Timing::DueSoon { days } => Some((AlertKind::DueSoon { days }, Severity::Info)),
        Timing::Upcoming { .. } => None,
    };
    // While a return or dispute is open nothing is urgent.
    let is_paused = item.plan_standing.status == PlanStatus::Paused;
    let found = [dated, autopay.map(|kind| (kind, Severity::Warning))];
    found.into_iter().flatten().map(move |(kind, severity)| {
        alert((kind, if is_paused { Severity::Info } else { severity }))
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
            ..Alert::of_item(book, &item, AlertKind::AccelerationRisk, Severity::Warning)
        })
    };
    plans.filter_map(risk).collect()
}

/// What autopay asks for from the day of its debit on.
fn autopay_alert(book: &Book, today: NaiveDate, item: &DueItem<'_>) -> Option<AlertKind> {
    book.plans.get(item.plan)?.autopay.as_ref()?;
    let due = item.installment.due();
    let debit = item.plan_standing.rules.autopay_debits.debit_day(due);
    if due <= today {
        Some(AlertKind::AutopayUnconfirmed)
    } else {
        (debit == today).then_some(AlertKind::AutopayCutoff)
    }
}

impl Alert {
    /// An alert about an installment.
    pub(super) fn of_item(
        book: &Book,
        item: &DueItem<'_>,
        kind: AlertKind,
        severity: Severity,
    ) -> Self {
        let plan = book.plans.get(item.plan);
        let line = plan.and_then(|plan| plan.line.as_ref());
        Self {
            plan: Some(item.plan),
            n: Some(item.installment.n()),
            line: line.and_then(|id| book.lines.iter().position(|line| line.id == *id)),
            ..Self::new(kind, severity, item.plan_standing.currency)
        }
    }
}
