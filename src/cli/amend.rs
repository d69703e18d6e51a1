//! `amend`: installments as the provider's bill has them.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{amount, day};
use crate::domain::{Command, command};

/// Writes installments down as the bill has them.
pub(super) fn amend(desk: &Desk, opened: &Opened, args: &args::Amend) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let currency = book.currency_of(plan);
    let money = |typed: &Option<String>| {
        let typed = typed.as_deref();
        typed
            .map(|typed| amount(typed, currency, texts))
            .transpose()
    };
    let due = match &args.due {
        Some(typed) => Some(day(Some(typed), desk.today, texts)?),
        None => None,
    };
    let command = Command::Amend(command::Amend {
        plan: plan.id.clone(),
        n: args.n,
        due,
        principal: money(&args.principal)?,
        fee: money(&args.fee)?,
        and_later: args.and_later,
    });
    trial::carry(desk, opened, command, currency, args.dry_run)
}
