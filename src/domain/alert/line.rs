//! Alerts about lines, pauses, follow-ups and the shopper's own ceiling.

use chrono::NaiveDate;

use super::{Alert, AlertKind, Severity, days_ahead};
use crate::domain::book::Book;
use crate::domain::case::Case;
use crate::domain::doubt;
use crate::domain::forecast;
use crate::domain::limit::LimitState;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::money::Money;
use crate::domain::position::Position;
use crate::domain::restoring::{FreedLimit, RestoreState};
use crate::domain::working_day::WorkingCalendar;

/// For so many days a lowered limit is told.
const TOLD_DAYS: i64 = 30;

/// What a line tells: late limit, overdrawn, frozen, ending things.
pub(super) fn line_alerts(
    k: usize,
    line: &CreditLine,
    limit: &LimitState,
    today: NaiveDate,
    calendar: &WorkingCalendar,
) -> Vec<Alert> {
    let alert = |kind, severity| Alert {
        line: Some(k),
        ..Alert::new(kind, severity, line.currency)
    };
    let mut alerts: Vec<_> = limit
        .out
        .iter()
        .filter(|entry| entry.state_on(today) == RestoreState::Late)
        .map(|entry| late_limit(entry, today, calendar, alert))
        .collect();
    let active = line.status == LineStatus::Active;
    if let Some(over) = limit.available.filter(|free| active && *free < Money::ZERO) {
        alerts.push(Alert {
            amount: Some(-over),
            ..alert(AlertKind::OverLimit, Severity::Warning)
        });
    }
    if line.status == LineStatus::Frozen {
        alerts.push(Alert {
            amount: Some(limit.frozen),
            ..alert(AlertKind::LineFrozen, Severity::Warning)
        });
    }
    alerts.extend(limit_cut(line, today, alert));
    alerts.extend(ending(line, today, alert));
    alerts
}

/// A total that stood lately and was higher: the newest one noted, or the one before it where the
/// newest is what holds now.
fn limit_cut(
    line: &CreditLine,
    today: NaiveDate,
    alert: impl Fn(AlertKind, Severity) -> Alert,
) -> Option<Alert> {
    let now = line.limit?;
    let mut noted: Vec<_> = line.limits.iter().filter(|one| one.on <= today).collect();
    noted.sort_by_key(|one| one.on);
    let newest = noted.pop()?;
    let before = if newest.limit == now {
        noted.pop()?
    } else {
        newest
    };
    let is_recent = (today - newest.on).num_days() <= TOLD_DAYS;
    (is_recent && before.limit > now).then(|| Alert {
        date: Some(newest.on),
        amount: Some(before.limit - now),
        ..alert(AlertKind::LimitCut, Severity::Warning)
    })
}

fn late_limit(
    entry: &FreedLimit,
    today: NaiveDate,
    calendar: &WorkingCalendar,
    alert: impl Fn(AlertKind, Severity) -> Alert,
) -> Alert {
    let late_by = calendar.working_days_between(entry.stated.latest.date, today);
    let kind = AlertKind::LimitNotRestored {
        working_days: calendar.working_days_between(entry.paid_on, today),
        late_by,
    };
    Alert {
        plan: Some(entry.plan),
        n: Some(entry.n),
        date: Some(entry.paid_on),
        amount: Some(entry.amount),
        ..alert(kind, Severity::Warning)
    }
}

/// A temporary limit or identity papers that end soon.
fn ending(
    line: &CreditLine,
    today: NaiveDate,
    alert: impl Fn(AlertKind, Severity) -> Alert,
) -> impl Iterator<Item = Alert> {
    let soon = days_ahead(today);
    let temporary = line
        .temporary
        .filter(|temporary| (today..=soon).contains(&temporary.until))
        .map(|temporary| Alert {
            date: Some(temporary.until),
            amount: Some(temporary.limit),
            ..alert(AlertKind::TemporaryExpires, Severity::Info)
        });
    let identity = line.identity_expires.filter(|expires| *expires <= soon);
    let identity = identity.map(|expires| Alert {
        date: Some(expires),
        ..alert(
            AlertKind::IdentityExpires,
            if expires < today {
                Severity::Warning
            } else {
                Severity::Info
            },
        )
    });
    temporary.into_iter().chain(identity)
}

/// Pauses that end soon.
pub(super) fn pause_alerts(book: &Book, position: &Position) -> Vec<Alert> {
    let today = position.today;
    let soon = days_ahead(today);
    let plans = book.plans.iter().zip(&position.plans).enumerate();
    let open = plans.filter(|(_, (_, standing))| standing.status.is_open());
    let ending = open.filter_map(|(k, (plan, standing))| {
        let until = plan.paused.as_ref()?.until;
        let alert = Alert::new(AlertKind::PauseEnds, Severity::Info, standing.currency);
        (today..=soon).contains(&until).then_some(Alert {
            plan: Some(k),
            date: Some(until),
            ..alert
        })
    });
    ending.collect()
}

/// Follow-ups with a step due.
pub(super) fn case_alerts(book: &Book, today: NaiveDate) -> Vec<Alert> {
    let due = |(k, case): (usize, &Case)| {
        let next = case.next.filter(|next| case.is_open() && *next <= today)?;
        let plan = case
            .plan
            .as_ref()
            .and_then(|id| book.plans.iter().position(|plan| plan.id == *id));
        let line = case
            .line
            .as_ref()
            .and_then(|id| book.lines.iter().position(|line| line.id == *id));
        let alert = Alert::new(AlertKind::CaseDue, Severity::Warning, book.currency);
        Some(Alert {
            case: Some(k),
            plan,
            line,
            date: Some(next),
            ..alert
        })
    };
    book.cases.iter().enumerate().filter_map(due).collect()
}

/// The first month above the shopper's own ceiling.
pub(super) fn cap_alert(book: &Book, position: &Position) -> Option<Alert> {
    let cap = book.settings.monthly_cap?;
    let months = forecast::months(position, book.currency, 12);
    let over = months.into_iter().find(|month| month.total > cap)?;
    let alert = Alert::new(AlertKind::MonthlyCap, Severity::Info, book.currency);
    Some(Alert {
        date: Some(over.month),
        amount: Some(over.total),
        ..alert
    })
}

/// Lines with open plans whose rules should be checked again.
pub(super) fn stale_alerts(book: &Book, position: &Position) -> Vec<Alert> {
    let stale = |(k, line): (usize, &CreditLine)| {
        let plans = book.plans.iter().zip(&position.plans);
        let mut on_it = plans.filter(|(plan, _)| plan.line.as_ref() == Some(&line.id));
        if !on_it.any(|(_, standing)| standing.status.is_open()) {
            return None;
        }
        let (checked, days) = doubt::stale_rule(line, position.today)?;
        let kind = AlertKind::RuleStale { days };
        Some(Alert {
            line: Some(k),
            date: Some(checked),
            ..Alert::new(kind, Severity::Info, line.currency)
        })
    };
    book.lines.iter().enumerate().filter_map(stale).collect()
}
