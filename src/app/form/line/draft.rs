//! The line that stands in the fields of its form.

use super::super::choice::Pick;
use super::super::field::{FieldName as F, Mistake};
use super::super::read::Reader;
use super::super::{Form, Mistakes};
use crate::app::model::Model;
use crate::domain::line::{CreditLine, LineStatus, Maintenance, TemporaryLimit};
use crate::domain::rules::{RestoreDays, RuleOverrides, Statement, StatementDue};
use crate::settings::half_width::half_width;

/// The most days that a rule of a line speaks of.
const MOST_DAYS: u32 = 366;

/// When a bill is due, as it is typed.
pub(super) fn bill_due(due: StatementDue) -> String {
    match due {
        StatementDue::Day(day) => day.to_string(),
        StatementDue::After(days) => format!("+{days}"),
    }
}

/// The line that stands in the fields.
pub(super) fn drafted(
    form: &Form,
    base: &CreditLine,
    model: &Model,
) -> Result<CreditLine, Mistakes> {
    let currency = form.currency;
    let mut read = Reader::new(form, model.today);
    let provider = match form.picked(F::Provider) {
        Some(Pick::Provider(provider)) => provider.clone(),
        _ => None,
    };
    let status = match form.picked(F::Status) {
        Some(Pick::Status(status)) => *status,
        _ => LineStatus::Active,
    };
    let line = CreditLine {
        name: read.needed_words(F::Name),
        provider: provider.as_ref().map(|provider| provider.id.clone()),
        preset: provider.and_then(|provider| provider.preset),
        account: read.words(F::Account),
        limit: read.money_if_any(F::Total, currency),
        temporary: temporary(&mut read, form),
        frozen: read.money_if_any(F::Frozen, currency).unwrap_or_default(),
        status,
        identity_expires: read.day_if_any(F::IdentityExpires),
        maintenance: read
            .day_if_any(F::MaintenanceUntil)
            .map(|until| Maintenance {
                until,
                note: base.maintenance.as_ref().and_then(|down| down.note.clone()),
            }),
        region: read.words(F::Region),
        rules: RuleOverrides {
            restore_days: restore_days(&mut read, form),
            grace_days: read.count_if_any(F::GraceDays, &(0..=MOST_DAYS)),
            min_purchase: read.money_if_any(F::MinPurchase, currency),
            statement: statement(&mut read, form, base.rules.statement),
            ..base.rules.clone()
        },
        ..base.clone()
    };
    read.done(line)
}

/// An extra limit has a sum and a last day.
fn temporary(read: &mut Reader<'_>, form: &Form) -> Option<TemporaryLimit> {
    let limit = read.money_if_any(F::Temporary, form.currency);
    let until = read.day_if_any(F::TemporaryUntil);
    match (limit, until) {
        (Some(limit), Some(until)) => Some(TemporaryLimit { limit, until }),
        (Some(_), None) => read.keep(F::TemporaryUntil, Err(Mistake::Missing(F::Temporary))),
        (None, Some(_)) => read.keep(F::Temporary, Err(Mistake::Missing(F::TemporaryUntil))),
        (None, None) => None,
    }
}

/// `1-3`, or `2` for exactly two.
fn restore_days(read: &mut Reader<'_>, form: &Form) -> Option<RestoreDays> {
    let text = half_width(form.text(F::RestoreDays).trim());
    if text.is_empty() {
        return None;
    }
    let (earliest, latest) = text.split_once('-').unwrap_or((&text, &text));
    let day = |text: &str| text.trim().parse().ok().filter(|day| *day <= MOST_DAYS);
    let days = day(earliest).zip(day(latest));
    let days = days.map(|(earliest, latest)| RestoreDays { earliest, latest });
    read.keep(F::RestoreDays, days.ok_or(Mistake::NotWorkingDays))
}

/// A bill has a day on which it is made and one on which it is due: a day of the month, or `+9`
/// for so many days later.
fn statement(read: &mut Reader<'_>, form: &Form, before: Option<Statement>) -> Option<Statement> {
    let day = read.count_if_any(F::BillDay, &(1..=31));
    let text = half_width(form.text(F::BillDue).trim());
    let due = match text.strip_prefix('+') {
        Some(days) => {
            let days = days.parse().ok().filter(|days| *days <= MOST_DAYS);
            let days = days.ok_or(Mistake::NotACount(0, MOST_DAYS));
            read.keep(F::BillDue, days).map(StatementDue::After)
        }
        None => read
            .count_if_any(F::BillDue, &(1..=31))
            .map(StatementDue::Day),
    };
    match (day, due) {
        (Some(day), Some(due)) => Some(Statement {
            day,
            due,
            inclusive: before.is_some_and(|before| before.inclusive),
        }),
        (Some(_), None) if text.is_empty() => {
            read.keep(F::BillDue, Err(Mistake::Missing(F::BillDay)))
        }
        (None, Some(_)) => read.keep(F::BillDay, Err(Mistake::Missing(F::BillDue))),
        _ => None,
    }
}
