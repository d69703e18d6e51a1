//! Why a change is refused.

use chrono::NaiveDate;

use super::currency::Currency;
use super::id::{CaseId, LineId, MethodId, PlanId};
use super::money::Money;

/// Why a command was not carried out. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// One of several commands that were to be carried out together.
    #[error("number {nth} of several: {why}")]
    OneOfSeveral {
        /// Which one, counted from 1.
        nth: usize,
        /// Why that one is refused.
        why: Box<Refusal>,
    },
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
    /// The plan has no payment at all.
    #[error("{0} has no payment")]
    NoPayment(PlanId),
    /// The payments that are meant were verified before.
    #[error("verified on {0} already")]
    AlreadyVerified(NaiveDate),
    /// The limit cannot be back before the payment.
    #[error("before the payment on {0}")]
    BeforePayment(NaiveDate),
    /// The same figure of the same day is noted already.
    #[error("noted already")]
    AlreadySeen,
    /// Another plan has this id.
    #[error("there is a plan {0} already")]
    IdTaken(PlanId),
    /// More installments than a plan may have, or none.
    #[error("1 to {most} installments")]
    Periods {
        /// The most there may be.
        most: u32,
    },
    /// Below zero.
    #[error("the amount must not be below zero")]
    Negative,
    /// More than a book may hold.
    #[error("the amount is too large")]
    TooLarge,
    /// A year that is surely not meant.
    #[error("{0} is out of range")]
    NoSuchYear(NaiveDate),
    /// A line break or another character that is not seen.
    #[error("a control character")]
    ControlCharacter,
    /// The down payment is above the price.
    #[error("the down payment is above the price")]
    DownPaymentAbovePrice,
    /// Price less down payment is not the principal.
    #[error("price less down payment is {financed}, not {principal}")]
    PrincipalMismatch {
        /// Price less down payment.
        financed: Money,
        /// The principal.
        principal: Money,
    },
    /// The balloon is above the principal.
    #[error("the balloon is above the principal")]
    BalloonAbovePrincipal,
    /// A case speaks of the plan.
    #[error("the case {0} speaks of it")]
    HasCase(CaseId),
    /// A newer plan replaces this one.
    #[error("{0} replaces it")]
    ReplacedBy(PlanId),
    /// The book says so already.
    #[error("the book says so already")]
    AlreadySo,
    /// The plan was settled early before.
    #[error("settled on {0} already")]
    AlreadySettled(NaiveDate),
    /// Something happened to the plan after that day.
    #[error("before the last payment or refund, on {0}")]
    BeforeLastEntry(NaiveDate),
    /// What settling costs is not known to the book.
    #[error("what settling costs is not known")]
    NoQuote,
    /// More than is left of all that was ever asked for.
    #[error("{amount} is more than the {most} that can be refunded")]
    RefundTooLarge {
        /// What was to be noted.
        amount: Money,
        /// What can be.
        most: Money,
    },
    /// A due date can only move to a later day.
    #[error("not after {0}")]
    NotLater(NaiveDate),
    /// The day is over.
    #[error("{0} is over")]
    InPast(NaiveDate),
    /// The plan is not paused.
    #[error("{0} is not paused")]
    NotPaused(PlanId),
    /// Neither a date nor an amount was given.
    #[error("nothing to amend")]
    NothingToAmend,
    /// This and later installments would not add up to the principal.
    #[error("{most} of the principal are left for this and later installments")]
    LeavesPrincipal {
        /// What is left for them.
        most: Money,
    },
    /// A prepayment does not say how much.
    #[error("the amount is missing")]
    AmountNeeded,
    /// More than the principal that is not due yet.
    #[error("{amount} is more than the {most} of principal that are not due yet")]
    PrepayTooLarge {
        /// What was to be prepaid.
        amount: Money,
        /// What can be.
        most: Money,
    },
    /// There is no such case.
    #[error("no case {0}")]
    UnknownCase(CaseId),
    /// A case of this kind about the same thing is open.
    #[error("the case {0} is open about it")]
    CaseIsOpen(CaseId),
    /// The case is closed.
    #[error("closed on {0}")]
    CaseClosed(NaiveDate),
    /// Before the case was opened.
    #[error("before the case was opened on {0}")]
    BeforeCase(NaiveDate),
    /// A promise lies before the day it was given.
    #[error("a promise cannot be for before {0}")]
    PromiseBefore(NaiveDate),
    /// A case ends only with an outcome.
    #[error("the outcome is missing")]
    OutcomeNeeded,
    /// The text is missing.
    #[error("the text is missing")]
    TextNeeded,
    /// The line has no such way to pay.
    #[error("no way {n} of {of}")]
    UnknownWay {
        /// The number asked for.
        n: usize,
        /// How many there are.
        of: usize,
    },
    /// The line has no way to pay that is open.
    #[error("no way to pay is open")]
    NoOpenWay,
    /// The way is closed.
    #[error("way {n} is closed since {since}")]
    WayClosed {
        /// Which one.
        n: usize,
        /// Since when.
        since: NaiveDate,
    },
    /// Nothing was refused on the line.
    #[error("nothing was refused")]
    NothingRefused,
    /// Another line has this id.
    #[error("there is a line {0} already")]
    LineTaken(LineId),
    /// Another way to pay has this id.
    #[error("there is a method {0} already")]
    MethodTaken(MethodId),
    /// The amounts of a plan cannot become those of another currency.
    #[error("a line in {0}")]
    OtherCurrency(Currency),
    /// Something is noted about an installment that would be no more.
    #[error("installment {0} is in use")]
    InstallmentInUse(u32),
    /// Something happened to the plan before that order day.
    #[error("after the first payment or refund, on {0}")]
    AfterFirstEntry(NaiveDate),
    /// More was paid than the plan would ask for.
    #[error("{by} more were paid")]
    BelowPaid {
        /// How much more.
        by: Money,
    },
    /// The total was changed on a later day.
    #[error("changed on {0} already")]
    LimitChangedSince(NaiveDate),
    /// The earliest working day comes after the latest.
    #[error("the earliest working day comes after the latest")]
    RestoreDaysOrder,
    /// The whole number of a card.
    #[error("a whole card number")]
    CardNumber,
    /// Not four digits.
    #[error("not the last four digits")]
    NotLast4,
    /// An upfront fee is asked once.
    #[error("an upfront fee is asked with the first installment")]
    OnceOnly,
    /// Plans use it.
    #[error("{plan} and {more} more plans use it")]
    InUse {
        /// One of them.
        plan: PlanId,
        /// How many others there are.
        more: usize,
    },
}

impl Refusal {
    /// True where the book already says what the command wanted it to say.
    pub fn is_already_done(&self) -> bool {
        matches!(
            self,
            Self::AlreadyPaid { .. }
                | Self::AlreadyRestored(_)
                | Self::AlreadyVerified(_)
                | Self::AlreadySeen
                | Self::AlreadySo
                | Self::AlreadySettled(_)
                | Self::CaseIsOpen(_)
                | Self::WayClosed { .. }
        )
    }
}
