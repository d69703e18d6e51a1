//! Limits that came back, and figures that were seen.

use chrono::NaiveDate;

use super::pay::payment_of;
use super::{AsOf, Found};
use crate::domain::allocation::Source;
use crate::domain::command::Change;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::Seen;
use crate::domain::money::{Money, Rounding};
use crate::domain::refusal::Refusal;
use crate::domain::restoring::FreedLimit;

/// Limit that a payment of installment `n` freed is back.
pub(super) fn restored(
    as_of: AsOf<'_>,
    plan: &PlanId,
    n: u32,
    on: NaiveDate,
) -> Result<Change, Refusal> {
    let found = as_of.find(plan)?;
    let last = payment_of(&found, n)?;
    let plan = found.plan;
    let payment = payment_to_confirm(as_of, &found, n);
    let Some(payment) = payment.filter(|_| plan.line.is_some()) else {
        let since = plan.payments[last].restored;
        return Err(since.map_or(Refusal::NothingRestoring(n), Refusal::AlreadyRestored));
    };
    let paid = &plan.payments[payment];
    as_of.check_day(on)?;
    if on < paid.on {
        Err(Refusal::BeforePayment(paid.on))
    } else {
        Ok(Change::SetRestored {
            plan: found.k,
            payment,
            on,
        })
    }
}

/// Which payment of installment `n` freed limit that nobody has confirmed: the oldest one still
/// out, so that confirming again and again gets to each; where none is out, the last one.
fn payment_to_confirm(as_of: AsOf<'_>, found: &Found<'_>, n: u32) -> Option<usize> {
    let parts = &found.allocation.parts;
    let freed = FreedLimit::of_plan(found.k, found.plan, &found.rules, parts, as_of.calendar);
    let covers = |source| {
        let mut parts = parts.iter();
        parts.any(|part| part.n == n && part.source == source)
    };
    let mut unconfirmed = Vec::new();
    for entry in freed.iter().filter(|entry| entry.confirmed.is_none()) {
        match entry.source {
            Source::Payment(payment) if covers(entry.source) => {
                unconfirmed.push((payment, entry.is_out_on(as_of.today)));
            }
            _ => {}
        }
    }
    let out = unconfirmed.iter().find(|(_, is_out)| *is_out);
    out.or(unconfirmed.last()).map(|(payment, _)| *payment)
}

/// The provider's app showed a figure.
pub(super) fn seen(
    as_of: AsOf<'_>,
    id: &LineId,
    on: NaiveDate,
    available: Money,
) -> Result<Change, Refusal> {
    let mut lines = as_of.book.lines.iter();
    let k = lines
        .position(|line| line.id == *id)
        .ok_or_else(|| Refusal::UnknownLine(id.clone()))?;
    let line = &as_of.book.lines[k];
    as_of.check_day(on)?;
    let decimals = line.currency.decimals();
    if available != available.rounded(decimals, Rounding::Down) {
        return Err(Refusal::TooManyDecimals(decimals));
    }
    let seen = Seen { on, available };
    if line.seen.contains(&seen) {
        Err(Refusal::AlreadySeen)
    } else {
        Ok(Change::AddSeen { line: k, seen })
    }
}
