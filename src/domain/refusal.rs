//! Why a change is refused.

use chrono::NaiveDate;

use super::id::{LineId, MethodId, PlanId};
use super::money::Money;

/// Why a command was not carried out. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A newer program wrote the book.
    #[error("the book was written by a newer program")]
    ReadOnly,
    /// There is no such plan.
    #[error("no plan {0}")]
    UnknownPlan(PlanId),
    /// There is no such line.
    #[error("no line {0}")]
    UnknownLine(LineId),
    /// There is no such way to pay.
    #[error("no method {0}")]
    UnknownMethod(MethodId),
    /// The plan has no such installment.
    #[error("no installment {n} of {of}")]
    UnknownInstallment {
        /// The number asked for.
        n: u32,
        /// How many there are.
        of: u32,
    },
    /// The plan asks for nothing any more.
    #[error("{0} has nothing open")]
    NothingOpen(PlanId),
    /// The installment asks for nothing any more.
    #[error("installment {n} is already paid")]
    AlreadyPaid {
        /// Which one.
        n: u32,
        /// When it was paid, where the book knows.
        on: Option<NaiveDate>,
    },
    /// More than all the plan still asks for.
    #[error("{amount} is more than the {owed} that are owed")]
    Overpayment {
        /// What was to be paid.
        amount: Money,
        /// All that is owed.
        owed: Money,
    },
    /// The amount is not above zero.
    #[error("the amount must be above zero")]
    NotPositive,
    /// The amount has more decimals than the currency.
    #[error("more than {0} decimals")]
    TooManyDecimals(u32),
    /// The day has not come yet.
    #[error("{0} has not come yet")]
    InFuture(NaiveDate),
    /// The payment would lie before the purchase.
    #[error("before the purchase on {0}")]
    BeforePurchase(NaiveDate),
    /// No payment covers this installment.
    #[error("installment {0} has no payment")]
    NotPaid(u32),
    /// The installment was paid before the book began; there is no payment to take back.
    #[error("installment {0} was paid before the book began")]
    PaidBeforeBook(u32),
    /// No limit of this payment is on its way back.
    #[error("no limit of installment {0} is on its way back")]
    NothingRestoring(u32),
    /// The limit was confirmed before.
    #[error("confirmed on {0} already")]
    AlreadyRestored(NaiveDate),
    /// The limit cannot be back before the payment.
    #[error("before the payment on {0}")]
    BeforePayment(NaiveDate),
    /// The same figure of the same day is noted already.
    #[error("noted already")]
    AlreadySeen,
}

impl Refusal {
    /// True where the book already says what the command wanted it to say.
    pub fn is_already_done(&self) -> bool {
        matches!(
            self,
            Self::AlreadyPaid { .. } | Self::AlreadyRestored(_) | Self::AlreadySeen
        )
    }
}
