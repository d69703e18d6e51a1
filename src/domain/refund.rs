//! What a refund gives back.

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
