//! What came of a change, in words.

use chrono::NaiveDate;

use super::happened;
use crate::cli::answer::exact;
use crate::cli::file::Opened;
use crate::cli::run::Desk;
use crate::document::Document;
use crate::domain::allocation::Source;
use crate::domain::command::Change;
use crate::domain::plan::Payment;
use crate::domain::position::PlanPosition;
use crate::domain::restoring::RestoreState;
use crate::domain::{Book, Money};

/// The installment whose limit of this plan is out longest.
pub(super) fn oldest_out(opened: &Opened, today: NaiveDate, plan: usize) -> Option<u32> {
    let book = opened.document.book();
    let position = PlanPosition::of(book, plan, &opened.calendar, today)?;
    let mut out = position.out.iter();
    let oldest = out.find(|freed| matches!(freed.source, Source::Payment(_)));
    oldest.map(|freed| freed.n)
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
            let position = PlanPosition::of(book, *plan, &before.calendar, desk.today);
            let after = |position| after_payment(book, &position, *plan, payment, desk);
            parts.extend(position.map(after).unwrap_or_default());
        }
        change => parts.extend(happened::told(book, &before.calendar, change, desk)),
    }
    parts.join(texts.semicolon())
}

/// When the limit comes back, what is still open, when the next one is due.
fn after_payment(
    book: &Book,
    position: &PlanPosition,
    plan: usize,
    payment: &Payment,
    desk: &Desk,
) -> Vec<String> {
    let (texts, standing) = (desk.texts, &position.standing);
    let text = |amount: Money| exact(amount, standing.currency);
    let mut parts = Vec::new();
    let payments = book.plans.get(plan).map_or(&[][..], |plan| &plan.payments);
    let index = payments.iter().rposition(|other| other == payment);
    let mut out = position.out.iter();
    let freed = out.find(|freed| index.is_some_and(|index| freed.source == Source::Payment(index)));
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
