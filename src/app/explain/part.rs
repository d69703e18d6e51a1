//! What is explained, and what it is made of.

use chrono::NaiveDate;

use crate::domain::fee::Fee;
use crate::domain::restoring::FreedLimit;
use crate::domain::{LineId, Money, PlanId};

/// What is explained. Indexes are those of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// What an installment still asks for.
    Installment {
        /// Its plan.
        plan: PlanId,
        /// Which plan of the book.
        index: usize,
        /// Its number.
        n: u32,
    },
    /// What being late has cost so far.
    LateCost {
        /// Which plan of the book.
        index: usize,
        /// The installment.
        n: u32,
    },
    /// What a plan still asks for.
    Outstanding {
        /// The plan.
        plan: PlanId,
        /// Which plan of the book.
        index: usize,
    },
    /// The yearly rates of a plan.
    Yearly {
        /// Which plan of the book.
        index: usize,
    },
    /// What a plan occupies of its line.
    Uses {
        /// Which plan of the book.
        index: usize,
    },
    /// What settling a plan today would take.
    Settle {
        /// Which plan of the book.
        index: usize,
    },
    /// What a line still allows.
    Available {
        /// Its line.
        line: LineId,
        /// Which line of the book.
        index: usize,
    },
    /// What open plans occupy of a line.
    Used {
        /// Which line of the book.
        index: usize,
    },
    /// What a line allows once all that is on its way is back.
    Expected {
        /// Which line of the book.
        index: usize,
    },
    /// The limit that a follow-up is about.
    Case {
        /// Which line of the book.
        index: usize,
    },
    /// What this month still asks for.
    MonthLeft,
    /// All that is overdue.
    Overdue,
    /// What all lines allow.
    Free,
    /// All that is on its way back or late.
    Out,
    /// What the next days ask for.
    Ahead {
        /// How many.
        days: u32,
    },
    /// All that is open.
    AllOpen,
    /// What is due in one month of the forecast.
    Month(NaiveDate),
    /// What a day asks for.
    Day(NaiveDate),
    /// What is left to pay in a stretch of days.
    Span(NaiveDate, NaiveDate),
    /// The most expensive installment of a purchase.
    TrialEach {
        /// In so many.
        periods: u32,
    },
    /// All that a purchase asks for.
    TrialTotal {
        /// In so many installments.
        periods: u32,
    },
    /// The yearly rates of a purchase.
    TrialYearly {
        /// In so many installments.
        periods: u32,
    },
}

/// One part of a figure. Amounts are added or taken off as their sign says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExplainPart {
    /// The principal part of an installment: so much of the whole over so many periods.
    Principal {
        /// The part.
        amount: Money,
        /// The whole principal.
        of: Money,
        /// Over how many installments.
        periods: u32,
        /// True where the provider's own row gives it.
        from_bill: bool,
    },
    /// The fee of an installment, by its plan's model.
    Fee {
        /// The fee.
        amount: Money,
        /// The model and its rate or total.
        model: Fee,
        /// True where the provider's own row gives it.
        from_bill: bool,
    },
    /// Borne by the merchant, below zero.
    Discount(Money),
    /// Taken off by a payment.
    Paid {
        /// When; `None`: before the book began, or at several times.
        on: Option<NaiveDate>,
        /// How much went to this installment or plan, below zero.
        amount: Money,
    },
    /// Taken off by a refund, below zero.
    Refunded(Money),
    /// Ended by an early settlement, below zero.
    Settled(Money),
    /// Fee that fell away with a prepayment, below zero.
    Waived(Money),
    /// Gone into the plan that replaced this one, below zero.
    Replaced(Money),
    /// What all installments of a plan ask for.
    Total {
        /// How many installments.
        periods: u32,
        /// The sum.
        amount: Money,
    },
    /// An open installment, as a part of a sum.
    Owed {
        /// Which plan of the book.
        plan: usize,
        /// Its number.
        n: u32,
        /// When it is due.
        due: NaiveDate,
        /// What it still asks for.
        amount: Money,
    },
    /// What an open installment will free.
    Frees {
        /// Its number.
        n: u32,
        /// How much.
        amount: Money,
    },
    /// So many days late.
    Late {
        /// How many.
        days: u32,
        /// What they cost.
        amount: Money,
    },
    /// Principal that is still open.
    OpenPrincipal(Money),
    /// Fees that a settlement takes.
    SettleFees(Money),
    /// What was received, below zero.
    Received(Money),
    /// What a line allows, as a part of a sum.
    LineFree {
        /// Which line of the book.
        line: usize,
        /// How much.
        amount: Money,
    },
    /// The fixed limit of a line.
    Limit(Money),
    /// The temporary limit in force.
    Temporary(Money),
    /// What an open plan occupies.
    Used {
        /// Which plan of the book.
        plan: usize,
        /// How much.
        amount: Money,
    },
    /// Freed and not back yet.
    Out {
        /// The entry.
        freed: FreedLimit,
        /// How much.
        amount: Money,
    },
    /// Blocked by the provider, below zero.
    Frozen(Money),
    /// What a line allows now.
    Now(Money),
    /// The price of a purchase.
    Price(Money),
    /// What is paid at once, below zero.
    DownPayment(Money),
    /// All fees of a purchase.
    Fees(Money),
}

impl ExplainPart {
    /// What it adds to the figure or takes off.
    pub const fn amount(&self) -> Money {
        match self {
            Self::Principal { amount, .. }
            | Self::Fee { amount, .. }
            | Self::Paid { amount, .. }
            | Self::Total { amount, .. }
            | Self::Owed { amount, .. }
            | Self::Frees { amount, .. }
            | Self::Late { amount, .. }
            | Self::LineFree { amount, .. }
            | Self::Used { amount, .. }
            | Self::Out { amount, .. }
            | Self::Discount(amount)
            | Self::Refunded(amount)
            | Self::Settled(amount)
            | Self::Waived(amount)
            | Self::Replaced(amount)
            | Self::OpenPrincipal(amount)
            | Self::SettleFees(amount)
            | Self::Received(amount)
            | Self::Limit(amount)
            | Self::Temporary(amount)
            | Self::Frozen(amount)
            | Self::Now(amount)
            | Self::Price(amount)
            | Self::DownPayment(amount)
            | Self::Fees(amount) => *amount,
        }
    }
}
