//! What a refund offsets, and what it gives back in cash.

use super::id::MethodId;
use super::money::Money;

/// Money of a refund that goes back to a channel, because nothing was left to take it off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashBack {
    /// To the channel of which payment, as an index into the plan's payments; `None`: of money the
    /// book knows no payment of, or to the balance of the provider's wallet.
    pub payment: Option<usize>,
    /// That channel, where the payment names it.
    pub via: Option<MethodId>,
    /// How much.
    pub amount: Money,
}

/// What one refund did. `principal + fee + penalty` and all that goes back are the refund.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Refunded {
    /// Which refund of the plan.
    pub refund: usize,
    /// Open principal it was taken for.
    pub principal: Money,
    /// Billed fee it was taken for.
    pub fee: Money,
    /// Cost of being late it was taken for.
    pub penalty: Money,
    /// Fees that fell away with the principal; no money of the refund.
    pub waived: Money,
    /// What goes back, the newest payment's channel first.
    pub back: Vec<CashBack>,
}

impl Refunded {
    /// What goes back in all.
    pub fn given_back(&self) -> Money {
        self.back.iter().map(|back| back.amount).sum()
    }
}

/// Gives an amount back to channels with what each has brought, newest first; what is beyond all
/// of them has no channel.
pub fn give_back(amount: Money, newest_first: impl IntoIterator<Item = CashBack>) -> Vec<CashBack> {
    let mut left = amount;
    let mut back: Vec<_> = newest_first
        .into_iter()
        .map(|brought| {
            let amount = left.min(brought.amount).or_zero();
            left -= amount;
            CashBack { amount, ..brought }
        })
        .collect();
    back.push(CashBack {
        payment: None,
        via: None,
        amount: left,
    });
    back.retain(|back| back.amount.is_positive());
    back
}
