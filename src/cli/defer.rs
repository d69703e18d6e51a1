//! `defer`: a due date that moves to a later day.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{amount, day};
use crate::domain::{Command, Money};

/// Notes that a due date was moved.
pub(super) fn defer(desk: &Desk, opened: &Opened, args: &args::Defer) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let currency = book.currency_of(plan);
    let fee = match &args.fee {
        Some(typed) => amount(typed, currency, texts)?,
        None => Money::ZERO,
    };
    let command = Command::Defer {
        plan: plan.id.clone(),
        n: args.n,
        to: day(Some(&args.to), desk.today, texts)?,
        fee,
    };
    trial::carry(desk, opened, command, currency, args.dry_run)
}
