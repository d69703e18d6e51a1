//! What a rule can say.

use crate::domain::money::Money;
use crate::domain::rate::Rate;

/// Working days until a freed limit is back, counted from the day after the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoreDays {
    /// The earliest working day; 0 is "at once".
    pub earliest: u32,
    /// The latest working day, not before the earliest.
    pub latest: u32,
}

impl Default for RestoreDays {
    /// One to three working days, as stores and banks commonly state.
    fn default() -> Self {
        Self {
            earliest: 1,
            latest: 3,
        }
    }
}

/// When a payment frees the limit it paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LimitReturns {
    /// Each payment frees its part.
    #[default]
    EachPayment,
    /// Nothing until the plan is paid off, then all of it.
    AfterLast,
}

/// What being late costs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LateRule {
    /// A rate a day.
    Daily(DailyLate),
    /// Fixed sums for each missed payment.
    Fees(LateFees),
}

/// A late cost that grows by the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyLate {
    /// Charged per day.
    pub daily_rate: Rate,
    /// On which amount.
    pub base: LateBase,
    /// The least that a day costs (白条: less than 0.01 counts as 0.01).
    pub least_a_day: Option<Money>,
}

/// Late fees in fixed sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LateFees {
    /// The fee of a missed payment by the order's total: from that total on, so much. Sorted;
    /// below the first total nothing is charged.
    pub tiers: Vec<(Money, Money)>,
    /// From how many days overdue on it is charged.
    pub from_day: u32,
    /// A second fee while still unpaid: after so many days overdue, so much.
    pub again: Option<(u32, Money)>,
    /// The most for all of an order, as a share of its total.
    pub cap: Option<Rate>,
    /// The most for all of an order, as a sum.
    pub most: Option<Money>,
    /// How many missed payments of an order are charged at most.
    pub times: Option<u32>,
}

/// From which day on a penalty runs once the grace is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PenaltyFrom {
    /// Back to the due date.
    #[default]
    DueDate,
    /// From the last day of grace.
    GraceEnd,
}

/// What a partial payment covers first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AllocationOrder {
    /// Fees, then principal (civil code art. 561).
    #[default]
    FeeFirst,
    /// Fees first, but principal first once the debt is more than 90 days overdue (cards).
    PrincipalFirstAfter90Days,
}

/// The amount a late rate is charged on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LateBase {
    /// What is overdue.
    #[default]
    Overdue,
    /// Everything the plan still asks for, future installments included.
    AllUnpaid,
}

/// What occupies the limit; providers differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LimitCounts {
    /// The financed principal.
    #[default]
    Principal,
    /// Principal and fees.
    PrincipalAndFee,
}

/// What settling early costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EarlyPolicy {
    /// Fees not yet billed are waived.
    WaiveUnbilled,
    /// The next fee is charged, later ones are waived.
    NextFee,
    /// All fees stay due.
    AllFees,
    /// A percentage of what is prepaid.
    PercentPenalty,
    /// Interest to the day.
    DailyAccrual,
    /// An upfront fee is not returned.
    UpfrontNoRefund,
}

/// What a partial prepayment changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Prepay {
    /// Fewer installments: it ends the last ones.
    #[default]
    Shorten,
    /// Lower installments: each of the open ones falls.
    Lower,
}

/// Which installments a refund reduces first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RefundOrder {
    /// From the last installment backwards.
    #[default]
    LastFirst,
    /// Evenly over what is open.
    Even,
    /// From the oldest open installment on.
    OpenFirst,
    /// 花呗: what is overdue, then billed fee and principal, then unbilled principal from the last.
    Huabei,
    /// 白条: the cost of being late, overdue principal, billed principal, then from the last.
    Baitiao,
}

/// What a refund does to the fees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RefundFee {
    /// Fees not billed yet fall in proportion to the refunded principal; billed ones stay.
    #[default]
    Proportional,
    /// No fee is given back.
    Kept,
    /// Up to so many days after the purchase billed fees that are still open fall too; later none.
    /// A fee that was paid comes back only as part of the refunded amount.
    FullWithin(u32),
}

/// How a fee is rounded to the currency's smallest unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FeeRounding {
    /// Every period by itself, half up.
    #[default]
    PerPeriod,
    /// The whole fee once; the periods share it and the difference falls on the odd one.
    TotalLast,
}

/// The unit a principal part is cut to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PrincipalUnit {
    /// The currency's smallest unit (分).
    #[default]
    Smallest,
    /// The currency's main unit (元).
    Main,
}

/// Where a due date goes that is no working day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BusinessDay {
    /// It stays.
    #[default]
    None,
    /// To the next working day.
    Next,
    /// To the working day before.
    Previous,
}

/// When autopay takes the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AutopayDebits {
    /// On the due day.
    #[default]
    DueDay,
    /// On the day before.
    DayBefore,
}

/// How the interest of a first period is counted that is longer or shorter than the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FirstPeriod {
    /// As a whole period.
    #[default]
    Whole,
    /// By its days.
    Days,
}

/// When a provider's bills are made and due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    /// The day of the month a bill is made on (账单日), 1 to 31.
    pub day: u32,
    /// When it is due.
    pub due: StatementDue,
    /// Whether a purchase posted on that day is in the bill of that day.
    pub inclusive: bool,
}

/// When a bill is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StatementDue {
    /// On the next such day of a month (还款日), 1 to 31.
    Day(u32),
    /// So many days after the bill.
    After(u32),
}
