//! What the flags say of a line.

use super::{Said, meaning, term, words};
use crate::cli::args::LineFlags;
use crate::cli::failure::Failure;
use crate::cli::file::Opened;
use crate::cli::run::Desk;
use crate::cli::typed::{amount, day};
use crate::document::LINE_STATUS;
use crate::domain::Money;
use crate::domain::line::{CreditLine, TemporaryLimit};
use crate::domain::rules::{RestoreDays, RuleOverrides};
use crate::domain::terms::LineTerms;

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
    let rules = line.rules.clone();
    Ok(RuleOverrides {
        restore_days: days.unwrap_or(rules.restore_days),
        grace_days: flags.grace_days.or(rules.grace_days),
        min_purchase: least.unwrap_or(rules.min_purchase),
        ..rules
    })
}
