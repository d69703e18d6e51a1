//! `note`: what is noted on a plan.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use crate::domain::Command;

/// Replaces the note of a plan; without a text it is taken away.
pub(super) fn note(desk: &Desk, opened: &Opened, args: &args::Note) -> Result<Told, Failure> {
    let book = opened.document.book();
    let plan = &book.plans[pick::plan(book, std::slice::from_ref(&args.plan), desk.texts)?];
    let command = Command::Note {
        plan: plan.id.clone(),
        note: Some(args.text.join(" ")),
    };
    trial::carry(desk, opened, command, book.currency_of(plan), args.dry_run)
}
