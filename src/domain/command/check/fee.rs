//! A fee that holds from one installment on: the rows from there on are written down as they are
//! then, and nothing that was asked before changes.

use super::{AsOf, Found};
use crate::domain::command::Change;
use crate::domain::due::due_date;
use crate::domain::fee::{Fee, FeeModel};
use crate::domain::id::PlanId;
use crate::domain::money::Money;
use crate::domain::plan::{Plan, ScheduleRow};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::Schedule;

pub(super) fn from(as_of: AsOf<'_>, id: &PlanId, n: u32, fee: Fee) -> Result<Change, Refusal> {
    let found = as_of.find(id)?;
    found.row(n)?;
    let rows = match fee.model {
        FeeModel::Upfront(..) => return Err(Refusal::OnceOnly),
        FeeModel::None | FeeModel::Flat(_) => of_principal(&found, n, fee),
        FeeModel::Annuity(_) | FeeModel::EqualPrincipal(_) | FeeModel::Daily(_) => {
            of_balance(&found, n, fee)
        }
    };
    if rows.iter().all(|row| found.plan.schedule.contains(row)) {
        return Err(Refusal::AlreadySo);
    }
    let plan = found.k;
    Ok(Change::SetRows { plan, rows })
}

/// A fee of the original principal: the principal parts stay.
fn of_principal(found: &Found<'_>, n: u32, fee: Fee) -> Vec<ScheduleRow> {
    let schedule = schedule(found, Plan::clone(found.plan), fee);
    let later = schedule.installments.iter().filter(|one| one.n >= n);
    later
        .map(|one| row(found.plan, one.n, None, one.fee))
        .collect()
}

/// Interest: what is left of the principal is repaid anew over the installments that are left.
fn of_balance(found: &Found<'_>, n: u32, fee: Fee) -> Vec<ScheduleRow> {
    let plan = found.plan;
    let due = |n: u32| due_date(plan.first_due, plan.anchor, plan.every, n);
    let rows = found.allocation.rows.iter().map(|row| row.installment);
    let left = rows.filter(|one| one.n >= n).map(|one| one.principal);
    let before = n.checked_sub(1).filter(|n| *n > 0).and_then(due);
    let rest = Plan {
        principal: left.sum(),
        periods: plan.periods - n + 1,
        first_due: due(n).unwrap_or(plan.first_due),
        bought: before.or(plan.bought),
        posted: before.or(plan.posted),
        ..plan.clone()
    };
    let installments = schedule(found, rest, fee).installments.into_iter();
    installments
        .map(|one| row(plan, one.n + n - 1, Some(one.principal), one.fee))
        .collect()
}

/// The schedule of a plan at another fee, without what its bills say.
fn schedule(found: &Found<'_>, plan: Plan, fee: Fee) -> Schedule {
    let plan = Plan {
        fee,
        schedule: Vec::new(),
        deferred: Vec::new(),
        ..plan
    };
    Schedule::of(&plan, &found.rules, found.currency)
}

/// A row; what an earlier one of its number says besides stays.
fn row(plan: &Plan, n: u32, principal: Option<Money>, fee: Money) -> ScheduleRow {
    let earlier = plan.schedule.iter().find(|row| row.n == n);
    ScheduleRow {
        n,
        due: earlier.and_then(|row| row.due),
        principal: principal.or(earlier.and_then(|row| row.principal)),
        fee: Some(fee),
    }
}
