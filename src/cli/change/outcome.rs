//! What came of a change, in words.

use chrono::NaiveDate;

use super::happened;
use crate::cli::answer::exact;
use crate::cli::file::Opened;
use crate::cli::run::Desk;
use crate::document::Document;
use crate::domain::allocation::Source;
use crate::domain::command::Change;
use crate::domain::limit::LimitState;
use crate::domain::line::Seen;
use crate::domain::plan::Payment;
use crate::domain::restoring::RestoreState;
use crate::domain::{Book, Money, Position};

/// The installment whose limit of this plan is out longest.
pub(super) fn oldest_out(opened: &Opened, today: NaiveDate, plan: usize) -> Option<u32> {
    let position = Position::of(opened.document.book(), &opened.calendar, today);
    let mut out = position
        .out_of_plan(plan)
        .filter(|freed| matches!(freed.source, Source::Payment(_)));
    out.next().map(|freed| freed.n)
}

/// What was changed, and what follows from it.
pub(super) fn told(
    before: &Opened,
    after: &Document,
    change: &Change,
    said: &str,
    desk: &Desk,
) -> String {
    let texts = desk.texts;
    let noted = texts.cli_noted(said);
    let book = after.book();
    let mut parts = vec![noted];
    match change {
        Change::AddPayment { plan, payment } => {
            let position = Position::of(book, &before.calendar, desk.today);
            parts.extend(after_payment(book, &position, *plan, payment, desk));
        }
        Change::AddSeen { line, seen } => {
            parts.extend(after_seen(before, book, *line, *seen, desk));
        }
        change => {
            let position = Position::of(book, &before.calendar, desk.today);
            parts.extend(happened::told(book, &position, change, desk));
        }
    }
    parts.join(texts.semicolon())
}

/// When the limit comes back, what is still open, when the next one is due.
fn after_payment(
    book: &Book,
    position: &Position,
    plan: usize,
    payment: &Payment,
    desk: &Desk,
) -> Vec<String> {
    let texts = desk.texts;
    let Some(standing) = position.plans.get(plan) else {
        return Vec::new();
    };
    let text = |amount: Money| exact(amount, standing.currency);
    let mut parts = Vec::new();
    let payments = book.plans.get(plan).map_or(&[][..], |plan| &plan.payments);
    let index = payments.iter().rposition(|other| other == payment);
    let freed = position
        .out_of_plan(plan)
        .find(|freed| index.is_some_and(|index| freed.source == Source::Payment(index)));
    if let Some(freed) = freed.filter(|freed| freed.state_on(desk.today) == RestoreState::Restoring)
    {
        let by = freed.window_on(desk.today).latest.date.to_string();
        parts.push(texts.cli_limit_expected(&text(freed.amount), &by));
    }
    let paid = payment.n.and_then(|n| standing.installment(n));
    if let Some(left) = paid
        .map(|paid| paid.row.outstanding())
        .filter(|left| left.is_positive())
    {
        parts.push(texts.cli_rest_of_installment(&text(left)));
    } else if let Some(next) = standing.next() {
        let when = next.due().to_string();
        parts.push(texts.cli_next_due(&when, &text(next.row.outstanding())));
    } else {
        parts.push(texts.cli_plan_finished().to_owned());
    }
    parts
}

/// How the figure compares with what the book expected of that day, and what explains the gap.
fn after_seen(before: &Opened, after: &Book, line: usize, seen: Seen, desk: &Desk) -> Vec<String> {
    let texts = desk.texts;
    let on_that_day = |book: &Book| -> Option<LimitState> {
        let position = Position::of(book, &before.calendar, seen.on);
        position.limits.get(line).cloned()
    };
    let (Some(was), Some(is)) = (on_that_day(before.document.book()), on_that_day(after)) else {
        return Vec::new();
    };
    let (Some(expected), Some(explained), Some(currency)) = (
        was.available,
        is.available,
        after.lines.get(line).map(|line| line.currency),
    ) else {
        return vec![texts.reason_unknown_limit().to_owned()];
    };
    let text = |amount: Money| exact(amount, currency);
    let gap = seen.available - expected;
    if gap.is_zero() {
        return vec![texts.cli_gap_none().to_owned()];
    }
    let mut parts = vec![if gap.is_positive() {
        texts.cli_gap_more(&text(gap))
    } else {
        texts.cli_gap_less(&text(-gap))
    }];
    let back = explained - expected;
    if back.is_positive() {
        parts.push(texts.cli_gap_restored(&text(back)));
    }
    let rest = seen.available - explained;
    let out = is.restoring + is.late;
    if rest.is_positive() && rest <= out {
        parts.push(texts.cli_gap_partly_back(&text(rest)));
    } else if !rest.is_zero() {
        let size = if rest.is_positive() { rest } else { -rest };
        parts.push(if rest.is_positive() {
            texts.cli_gap_too_much(&text(size))
        } else {
            texts.cli_gap_unexplained(&text(size))
        });
    }
    parts
}
