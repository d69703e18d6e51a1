//! What follows from something that happened to a plan, in words.

use crate::cli::answer::exact;
use crate::cli::run::Desk;
use crate::domain::allocation::Source;
use crate::domain::command::Change;
use crate::domain::deferrals::Deferrals;
use crate::domain::plan::Plan;
use crate::domain::position::PlanPosition;
use crate::domain::preview::Preview;
use crate::domain::restoring::RestoreState;
use crate::domain::standing::PlanStanding;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Money};

/// What follows from the change; `book` is the one after it.
pub(super) fn told(
    book: &Book,
    calendar: &WorkingCalendar,
    change: &Change,
    desk: &Desk,
) -> Vec<String> {
    let texts = desk.texts;
    let k = match change {
        Change::AddPlan(_) => book.plans.len().checked_sub(1),
        change => change.plan(),
    };
    let position = |k| PlanPosition::of(book, k, calendar, desk.today);
    let found = k.and_then(|k| Some((book.plans.get(k)?, position(k)?)));
    let Some((plan, position)) = found else {
        return Vec::new();
    };
    let standing = &position.standing;
    match change {
        Change::AddPlan(_) => {
            let mut parts = vec![texts.happen_id(plan.id.as_str())];
            parts.extend(next(standing, desk));
            parts.extend(past(standing, desk));
            parts
        }
        Change::SetSettled { .. } => out(&position, Source::Settlement, desk),
        Change::AddRefund { .. } => {
            let last = Source::Refund(plan.refunds.len().saturating_sub(1));
            let mut parts = out(&position, last, desk);
            let left = exact(standing.outstanding, standing.currency);
            parts.push(texts.happen_still_open(&left));
            parts
        }
        Change::AddDeferral { .. } => deferrals(book, plan, desk).into_iter().collect(),
        Change::SetRows { .. } => {
            let left = exact(standing.outstanding, standing.currency);
            vec![texts.happen_still_open(&left)]
        }
        Change::SetVerified { .. } => {
            let left = plan.unproven_by(desk.today).count();
            let some = (left > 0).then(|| desk.texts.payments_unverified(left));
            some.into_iter().collect()
        }
        Change::SetPaused { paused: None, .. } => next(standing, desk).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Paid installments that ask for something again, and how later ones alone are changed.
pub(in crate::cli) fn reopened(shown: &Preview, plan: &Plan, desk: &Desk) -> Option<String> {
    let reopened = shown.reopened()?;
    let currency = shown.after.as_ref()?.currency;
    let from = reopened.from.unwrap_or(plan.periods);
    let command = format!("fenqi set {} --fee … --from {from}", plan.id);
    let asks = exact(reopened.asks, currency);
    Some(desk.texts.happen_reopened(reopened.count, &asks, &command))
}

/// How many installments of a new plan are past their day: whoever wrote it down in mid-life has
/// probably paid them, but only he knows.
fn past(standing: &PlanStanding, desk: &Desk) -> Option<String> {
    let past = standing
        .open()
        .take_while(|(one, _)| one.due() < desk.today);
    let count = u32::try_from(past.count())
        .ok()
        .filter(|count| *count > 0)?;
    Some(desk.texts.happen_past(count))
}

/// When the next installment is due.
fn next(standing: &PlanStanding, desk: &Desk) -> Option<String> {
    let next = standing.next()?;
    let amount = exact(next.row.outstanding(), standing.currency);
    Some(desk.texts.cli_next_due(&next.due().to_string(), &amount))
}

/// The limit that this frees, and by when it is expected.
fn out(position: &PlanPosition, source: Source, desk: &Desk) -> Vec<String> {
    let currency = position.standing.currency;
    let freed = position.out.iter().filter(|freed| freed.source == source);
    let restoring = freed.filter(|freed| freed.state_on(desk.today) == RestoreState::Restoring);
    let text =
        |amount: Money, by: String| desk.texts.cli_limit_expected(&exact(amount, currency), &by);
    restoring
        .map(|freed| {
            text(
                freed.amount,
                freed.window_on(desk.today).latest.date.to_string(),
            )
        })
        .collect()
}

/// How often due dates may still be moved this year. More than the provider allows is no reason
/// not to write it down: it has allowed this one.
pub(in crate::cli) fn deferrals(book: &Book, plan: &Plan, desk: &Desk) -> Option<String> {
    let deferrals = Deferrals::of_year(book, plan, desk.today)?;
    Some(if deferrals.is_exceeded() {
        desk.texts
            .happen_deferrals_exceeded(deferrals.made, deferrals.most)
    } else {
        desk.texts.happen_deferrals_left(deferrals.left())
    })
}
