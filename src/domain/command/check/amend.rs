//! Installments as the provider's bill has them.

use chrono::NaiveDate;

use super::{AsOf, Found, check_amount, check_date};
use crate::domain::command::{Amend, Change};
use crate::domain::due::{AnchorDay, due_date};
use crate::domain::money::Money;
use crate::domain::plan::{Plan, ScheduleRow};
use crate::domain::refusal::Refusal;
use crate::domain::schedule::equal_parts;

impl Amend {
    pub(super) fn check(&self, as_of: AsOf<'_>) -> Result<Change, Refusal> {
        let found = as_of.find(&self.plan)?;
        found.row(self.n)?;
        if self.due.is_none() && self.principal.is_none() && self.fee.is_none() {
            return Err(Refusal::NothingToAmend);
        }
        for amount in [self.principal, self.fee].into_iter().flatten() {
            check_amount(amount, found.currency)?;
        }
        if let Some(due) = self.due {
            check_date(due)?;
            found.check_bought(due)?;
        }
        let rows = if self.and_later {
            self.this_and_later(&found)?
        } else {
            vec![self.row(found.plan, self.n, (self.due, self.principal))]
        };
        if rows.iter().all(|row| found.plan.schedule.contains(row)) {
            return Err(Refusal::AlreadySo);
        }
        Ok(Change::SetRows {
            plan: found.k,
            rows,
        })
    }

    /// A row: what is amended, and what an earlier row of its number says besides.
    fn row(
        &self,
        plan: &Plan,
        n: u32,
        (due, principal): (Option<NaiveDate>, Option<Money>),
    ) -> ScheduleRow {
        let earlier = plan.schedule.iter().find(|row| row.n == n);
        ScheduleRow {
            n,
            due: due.or(earlier.and_then(|row| row.due)),
            principal: principal.or(earlier.and_then(|row| row.principal)),
            fee: self.fee.or(earlier.and_then(|row| row.fee)),
        }
    }

    fn this_and_later(&self, found: &Found<'_>) -> Result<Vec<ScheduleRow>, Refusal> {
        let plan = found.plan;
        let principals = match self.principal {
            Some(first) => Some(self.principals(found, first)?),
            None => None,
        };
        let row = |(k, n): (usize, u32)| {
            let due = self
                .due
                .and_then(|due| due_after(plan, due, n - self.n + 1));
            let principal = principals.as_ref().and_then(|all| all.get(k)).copied();
            self.row(plan, n, (due, principal))
        };
        Ok((self.n..=plan.periods).enumerate().map(row).collect())
    }

    /// `first` for this installment; the later ones share what is left of the plan's principal,
    /// and a balloon stays with the last.
    fn principals(&self, found: &Found<'_>, first: Money) -> Result<Vec<Money>, Refusal> {
        let (plan, rows) = (found.plan, &found.allocation.rows);
        let earlier = rows.iter().take_while(|row| row.installment.n < self.n);
        let earlier: Money = earlier.map(|row| row.installment.principal).sum();
        let most = (plan.principal - earlier).or_zero();
        let rest = most - first;
        let later = plan.periods - self.n;
        if rest < Money::ZERO || (later == 0 && !rest.is_zero()) {
            return Err(Refusal::LeavesPrincipal { most });
        }
        let balloon = plan.balloon.unwrap_or_default().min(rest);
        let decimals = found.currency.decimals();
        let shares = equal_parts(rest - balloon, later, &found.rules, decimals);
        let mut all = vec![first];
        all.extend(shares);
        if let Some(last) = all.last_mut().filter(|_| later > 0) {
            *last += balloon;
        }
        Ok(all)
    }
}

/// The due date of installment `k` (from 1) counted from an amended one. The plan's own anchor
/// goes on where the amended date keeps to it; else the day of that date is the new one.
fn due_after(plan: &Plan, due: NaiveDate, k: u32) -> Option<NaiveDate> {
    let anchor = if plan.anchor.in_month_of(due) == due {
        plan.anchor
    } else {
        AnchorDay::of(due)
    };
    due_date(due, anchor, plan.every, k)
}
