//! `remove`: a plan that leaves the book.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use crate::domain::Command;

/// Takes a plan out of the book.
pub(super) fn remove(desk: &Desk, opened: &Opened, args: &args::Remove) -> Result<Told, Failure> {
    let book = opened.document.book();
    let plan = &book.plans[pick::plan(book, &args.plan, desk.texts)?];
    let command = Command::Remove {
        plan: plan.id.clone(),
    };
    trial::carry(desk, opened, command, book.currency_of(plan), args.dry_run)
}
