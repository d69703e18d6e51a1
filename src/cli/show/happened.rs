//! What refunds did to a plan, and what settling it today would cost.

use chrono::NaiveDate;
use serde::Serialize;

use crate::cli::json::{Amount, Day};
use crate::domain::early::quote;
use crate::domain::plan::Plan;
use crate::domain::refund::CashBack;
use crate::domain::standing::PlanStanding;
use crate::domain::{MethodId, Money};

/// A refund, and what it was taken for once it has happened.
#[derive(Debug, Serialize)]
pub(super) struct Refunded<'v> {
    on: Day,
    amount: Amount,
    #[serde(rename = "ref")]
    reference: Option<&'v str>,
    principal: Option<Amount>,
    fee: Option<Amount>,
    penalty: Option<Amount>,
    back: Vec<Back<'v>>,
}

/// What goes back to a way to pay; `via` is null where the book does not know it.
#[derive(Debug, Serialize)]
struct Back<'v> {
    via: Option<&'v str>,
    amount: Amount,
}

/// What settling today costs.
#[derive(Debug, Serialize)]
pub(super) struct SettleToday {
    principal: Amount,
    fees: Amount,
    penalty: Option<Amount>,
    amount: Amount,
    saves: Amount,
    frees: Amount,
}

/// Every refund of the plan, in the order of the file.
pub(super) fn refunds<'v>(
    plan: &'v Plan,
    standing: &'v PlanStanding,
    amount: &impl Fn(Money) -> Amount,
) -> Vec<Refunded<'v>> {
    let back = |back: &'v CashBack| Back {
        via: back.via.as_ref().map(MethodId::as_str),
        amount: amount(back.amount),
    };
    let all = plan.refunds.iter().enumerate();
    all.map(|(k, refund)| {
        let did = standing.refunds.iter().find(|did| did.refund == k);
        Refunded {
            on: Day(refund.on),
            amount: amount(refund.amount),
            reference: refund.reference.as_deref(),
            principal: did.map(|did| amount(did.principal)),
            fee: did.map(|did| amount(did.fee)),
            penalty: did.map(|did| amount(did.penalty)),
            back: did.iter().flat_map(|did| &did.back).map(back).collect(),
        }
    })
    .collect()
}

impl SettleToday {
    /// `None` where nothing is open or the provider's policy is not known.
    pub(super) fn of(
        plan: &Plan,
        standing: &PlanStanding,
        today: NaiveDate,
        amount: &impl Fn(Money) -> Amount,
    ) -> Option<Self> {
        let quote = quote(plan, standing, today).ok()?;
        Some(Self {
            principal: amount(quote.principal),
            fees: amount(quote.fees),
            penalty: quote.penalty.map(amount),
            amount: amount(quote.amount),
            saves: amount(quote.saves),
            frees: amount(quote.frees),
        })
    }
}
