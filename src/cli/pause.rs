//! `pause`: a plan that waits for a return or a dispute, or goes on.

use super::args;
use super::failure::Failure;
use super::file::Opened;
use super::pick;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::day;
use crate::domain::Command;

/// Notes a pause, or its end.
pub(super) fn pause(desk: &Desk, opened: &Opened, args: &args::Pause) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let id = plan.id.clone();
    let command = if args.resume {
        Command::Resume { plan: id }
    } else {
        Command::Pause {
            plan: id,
            until: day(args.until.as_deref(), desk.today, texts)?,
            why: args.why.clone(),
        }
    };
    trial::carry(desk, opened, command, book.currency_of(plan), args.dry_run)
}
