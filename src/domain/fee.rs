//! What a provider charges for splitting a price.

use super::money::Money;
use super::rate::Rate;

/// The fee of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fee {
    /// How it is worked out.
    pub model: FeeModel,
    /// The merchant bears it (贴息): every fee is matched by an equal discount, and the two
    /// are kept apart because a refund treats them differently.
    pub subsidised: bool,
}

/// How a fee is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FeeModel {
    /// 0 %.
    #[default]
    None,
    /// The same every period, of the original principal (等本等息).
    Flat(FeeAmount),
    /// Once, at the start (一次性手续费).
    Upfront(FeeAmount, UpfrontDue),
    /// Equal installments on the falling balance (等额本息), by a yearly rate.
    Annuity(Rate),
    /// Equal principal parts with interest on the falling balance (等额本金), by a yearly rate.
    EqualPrincipal(Rate),
    /// Interest on the balance for the days between two dues, by a daily rate.
    Daily(Rate),
}

/// A fee by rate or as a sum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FeeAmount {
    /// Of the principal: per period for a flat fee, in all for an upfront one.
    Rate(Rate),
    /// The whole fee of the plan.
    Total(Money),
}

/// When an upfront fee is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UpfrontDue {
    /// With installment 1.
    #[default]
    FirstInstallment,
    /// On the order day.
    AtPurchase,
}
