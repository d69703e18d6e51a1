//! What the flags say of a line.

use super::{Said, meaning, term, words};
use crate::cli::args::LineFlags;
use crate::cli::failure::Failure;
use crate::cli::file::Opened;
use crate::cli::run::Desk;
use crate::cli::typed::{amount, day};
use crate::document::LINE_STATUS;
use crate::domain::Money;
use crate::domain::line::{CreditLine, Maintenance, TemporaryLimit};
use crate::domain::rules::{RestoreDays, RuleOverrides, Statement, StatementDue};
use crate::domain::terms::LineTerms;
use crate::settings::texts::Texts;

/// The most days after a bill on which it is due.
const MOST_DAYS: u32 = 366;

/// The terms of a line that the flags change.
pub(super) fn line_terms(
    desk: &Desk,
    opened: &Opened,
    line: &CreditLine,
    flags: &LineFlags,
) -> Result<LineTerms, Failure> {
    let texts = desk.texts;
    let money = |typed: &str| amount(typed, line.currency, texts);
    let date = |typed: &str| day(Some(typed), desk.today, texts);
    let rulebook = opened.document.rulebook();
    let preset = term(flags.provider.as_deref(), |typed| {
        let unknown = || Failure::wrong_use(texts.cli_no_provider(typed));
        rulebook.provider(typed).ok_or_else(unknown)
    })?;
    let rules = line_rules(desk, line, flags)?;
    let status = flags.status.as_deref();
    Ok(LineTerms {
        provider: preset
            .as_ref()
            .map(|preset| preset.as_ref().map(|known| known.id.clone())),
        preset,
        account: term(flags.account.as_deref(), words)?,
        limit: term(flags.limit.as_deref(), money)?,
        temporary: temporary(desk, line, flags)?,
        frozen: term(flags.frozen.as_deref(), money)?.map(Option::<Money>::unwrap_or_default),
        status: status.and_then(|word| meaning(&LINE_STATUS, word)),
        identity_expires: term(flags.identity_expires.as_deref(), date)?,
        maintenance: maintenance(desk, line, flags)?,
        region: term(flags.region.as_deref(), words)?,
        rules: (rules != line.rules).then_some(rules),
        ..LineTerms::default()
    })
}

/// An extra limit, whose last day stays where only the sum is another one.
fn temporary(
    desk: &Desk,
    line: &CreditLine,
    flags: &LineFlags,
) -> Result<Said<TemporaryLimit>, Failure> {
    let texts = desk.texts;
    let limit = term(flags.temporary.as_deref(), |typed| {
        amount(typed, line.currency, texts)
    })?;
    let Some(Some(limit)) = limit else {
        return Ok(limit.map(|_| None));
    };
    let until = match (&flags.temporary_until, line.temporary) {
        (Some(until), _) => day(Some(until), desk.today, texts)?,
        (None, Some(before)) => before.until,
        (None, None) => return Err(Failure::wrong_use(texts.cli_temporary_until())),
    };
    Ok(Some(Some(TemporaryLimit { limit, until })))
}

/// An announced outage; what was said of it stays where only its last day is another one.
fn maintenance(
    desk: &Desk,
    line: &CreditLine,
    flags: &LineFlags,
) -> Result<Said<Maintenance>, Failure> {
    let until = term(flags.maintenance.as_deref(), |typed| {
        day(Some(typed), desk.today, desk.texts)
    })?;
    let note = term(flags.maintenance_note.as_deref(), words)?;
    let before = line.maintenance.as_ref();
    if until.is_none() && note.is_none() {
        return Ok(None);
    }
    let until = until.unwrap_or(before.map(|down| down.until));
    let note = note.unwrap_or_else(|| before?.note.clone());
    Ok(Some(until.map(|until| Maintenance { until, note })))
}

/// Both days of a bill; the one that is not said stays.
fn statement(
    line: &CreditLine,
    flags: &LineFlags,
    texts: Texts,
) -> Result<Said<Statement>, Failure> {
    let day_of_month = |typed: &str| typed.parse().ok().filter(|day| (1..=31).contains(day));
    let day = term(flags.bill_day.as_deref(), |typed| {
        day_of_month(typed).ok_or_else(|| Failure::wrong_use(texts.cli_bad_bill_day(typed)))
    })?;
    let due = term(flags.bill_due.as_deref(), |typed| {
        let after = |days: &str| days.parse().ok().filter(|days| *days <= MOST_DAYS);
        let due = match typed.strip_prefix('+') {
            Some(days) => after(days).map(StatementDue::After),
            None => day_of_month(typed).map(StatementDue::Day),
        };
        due.ok_or_else(|| Failure::wrong_use(texts.cli_bad_bill_due(typed)))
    })?;
    if day.is_none() && due.is_none() {
        return Ok(None);
    }
    let before = line.rules.statement;
    let day = day.unwrap_or(before.map(|bill| bill.day));
    let due = due.unwrap_or(before.map(|bill| bill.due));
    match (day, due) {
        (Some(day), Some(due)) => Ok(Some(Some(Statement {
            day,
            due,
            inclusive: before.is_some_and(|bill| bill.inclusive),
        }))),
        (None, None) => Ok(Some(None)),
        _ => Err(Failure::wrong_use(texts.cli_bill_both())),
    }
}

fn line_rules(desk: &Desk, line: &CreditLine, flags: &LineFlags) -> Result<RuleOverrides, Failure> {
    let texts = desk.texts;
    let days = term(flags.restore_days.as_deref(), |typed| {
        let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
        let days = first.trim().parse().ok().zip(last.trim().parse().ok());
        let days = days.map(|(earliest, latest)| RestoreDays { earliest, latest });
        days.ok_or_else(|| Failure::wrong_use(texts.form_not_working_days()))
    })?;
    let least = term(flags.min_purchase.as_deref(), |typed| {
        amount(typed, line.currency, texts)
    })?;
    let bill = statement(line, flags, texts)?;
    let rules = line.rules.clone();
    Ok(RuleOverrides {
        statement: bill.unwrap_or(rules.statement),
        restore_days: days.unwrap_or(rules.restore_days),
        grace_days: flags.grace_days.or(rules.grace_days),
        min_purchase: least.unwrap_or(rules.min_purchase),
        ..rules
    })
}
