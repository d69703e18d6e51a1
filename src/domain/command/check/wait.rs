//! Due dates that move, and plans that pause.

use chrono::NaiveDate;

use super::{AsOf, check_amount, check_date, words};
use crate::domain::command::Change;
use crate::domain::id::PlanId;
use crate::domain::money::Money;
use crate::domain::plan::{Deferral, Pause};
use crate::domain::refusal::Refusal;

/// A due date moves to a later day.
pub(super) fn defer(
    as_of: AsOf<'_>,
    id: &PlanId,
    n: u32,
    (to, fee): (NaiveDate, Money),
) -> Result<Change, Refusal> {
    let found = as_of.find(id)?;
    let due = found.open_row(n)?.installment.due;
    check_date(to)?;
    check_amount(fee, found.currency)?;
    if to <= due {
        return Err(Refusal::NotLater(due));
    }
    Ok(Change::AddDeferral {
        plan: found.k,
        deferral: Deferral { n, to, fee },
    })
}

/// A plan pauses.
pub(super) fn pause(
    as_of: AsOf<'_>,
    id: &PlanId,
    until: NaiveDate,
    why: Option<&str>,
) -> Result<Change, Refusal> {
    let found = as_of.find(id)?;
    found.check_open()?;
    check_date(until)?;
    if until < as_of.today {
        return Err(Refusal::InPast(until));
    }
    let pause = Pause {
        until,
        why: words(why)?,
    };
    if found.plan.paused.as_ref() == Some(&pause) {
        return Err(Refusal::AlreadySo);
    }
    Ok(Change::SetPaused {
        plan: found.k,
        paused: Some(pause),
    })
}

/// A pause ends before its day.
pub(super) fn resume(as_of: AsOf<'_>, id: &PlanId) -> Result<Change, Refusal> {
    let plan = as_of.index(id)?;
    if !as_of.book.plans[plan].is_paused_on(as_of.today) {
        return Err(Refusal::NotPaused(id.clone()));
    }
    Ok(Change::SetPaused { plan, paused: None })
}
