//! `refund`: money that came back from the merchant.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{day, positive};
use crate::domain::Command;

/// Notes a refund.
pub(super) fn refund(desk: &Desk, opened: &Opened, args: &args::Refund) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, std::slice::from_ref(&args.plan), texts)?];
    let currency = book.currency_of(plan);
    let command = Command::Refund {
        plan: plan.id.clone(),
        on: day(args.on.as_deref(), desk.today, texts)?,
        amount: positive(&args.amount, currency, texts)?,
        reference: args.reference.clone(),
    };
    trial::carry(desk, opened, command, currency, args.dry_run)
}
