//! Plans settled early, and money that came back.

use chrono::NaiveDate;

use super::{AsOf, Found, check_positive, number};
use crate::domain::allocation::Row;
use crate::domain::command::Change;
use crate::domain::early::{NoQuote, quote};
use crate::domain::id::PlanId;
use crate::domain::money::Money;
use crate::domain::plan::{Plan, Refund, Settlement};
use crate::domain::refusal::Refusal;
use crate::domain::standing::PlanStanding;

/// A plan is settled: everything open ends.
pub(super) fn settle(
    as_of: AsOf<'_>,
    id: &PlanId,
    on: NaiveDate,
    amount: Option<Money>,
) -> Result<Change, Refusal> {
    let found = as_of.find(id)?;
    if let Some(settled) = found.plan.settled {
        return Err(Refusal::AlreadySettled(settled.on));
    }
    found.check_open()?;
    as_of.check_day(on)?;
    found.check_bought(on)?;
    match found.last_entry() {
        Some(last) if on < last => return Err(Refusal::BeforeLastEntry(last)),
        _ => {}
    }
    let amount = match amount {
        Some(amount) => amount,
        None => quoted(as_of, found.plan, on)?,
    };
    check_positive(amount, found.currency)?;
    Ok(Change::SetSettled {
        plan: found.k,
        settled: Settlement { on, amount },
    })
}

/// What the provider's policy asks for on that day.
fn quoted(as_of: AsOf<'_>, plan: &Plan, on: NaiveDate) -> Result<Money, Refusal> {
    let standing = PlanStanding::of(as_of.book, plan, as_of.calendar, on);
    match quote(plan, &standing, on) {
        Ok(quote) => Ok(quote.amount),
        Err(NoQuote::NothingOpen) => Err(Refusal::NothingOpen(plan.id.clone())),
        Err(NoQuote::PolicyUnknown | NoQuote::RateUnknown) => Err(Refusal::NoQuote),
    }
}

/// The merchant gave money back: never more than was ever asked for.
pub(super) fn refund(
    as_of: AsOf<'_>,
    id: &PlanId,
    (on, amount): (NaiveDate, Money),
    reference: Option<&str>,
) -> Result<Change, Refusal> {
    let found = as_of.find(id)?;
    check_positive(amount, found.currency)?;
    as_of.check_day(on)?;
    found.check_bought(on)?;
    let most = found.refundable();
    if amount > most {
        return Err(Refusal::RefundTooLarge { amount, most });
    }
    Ok(Change::AddRefund {
        plan: found.k,
        refund: Refund {
            on,
            amount,
            reference: number(reference)?,
        },
    })
}

impl Found<'_> {
    /// The day of the last payment or refund.
    fn last_entry(&self) -> Option<NaiveDate> {
        let payments = self.plan.payments.iter().map(|payment| payment.on);
        let refunds = self.plan.refunds.iter().map(|refund| refund.on);
        payments.chain(refunds).max()
    }

    /// The down payment, the principal and the fees paid, less what was refunded before.
    fn refundable(&self) -> Money {
        let allocation = &self.allocation;
        let principal: Money = allocation
            .rows
            .iter()
            .map(|row| row.installment.principal)
            .sum();
        let fees: Money = allocation.rows.iter().map(paid_fee).sum();
        let before: Money = self.plan.refunds.iter().map(|refund| refund.amount).sum();
        let down = self.plan.down_payment.unwrap_or_default();
        (down + principal + fees + allocation.at_purchase - before).or_zero()
    }
}

fn paid_fee(row: &Row) -> Money {
    row.paid_fee
}
