//! The rules a provider applies to a line, and what a plan may set for itself.
//!
//! Providers differ and change, so every rule can be overridden: plan over line over default.
//! A rule nobody stated stays unknown where guessing would invent money.

use super::line::CreditLine;
use super::money::{Money, Remainder};
use super::plan::Plan;
use super::rate::Rate;

/// Rules as far as somebody stated them. All optional.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RuleOverrides {
    /// How long a freed limit takes to come back.
    pub restore_days: Option<RestoreDays>,
    /// Days after the due date that do not count as overdue yet (宽限期).
    pub grace_days: Option<u32>,
    /// What being late costs.
    pub late: Option<LateRule>,
    /// What occupies the limit.
    pub limit_counts: Option<LimitCounts>,
    /// What settling early costs.
    pub early: Option<EarlyPolicy>,
    /// Which installments a refund reduces first.
    pub refund: Option<RefundOrder>,
    /// Which installment takes the odd cents.
    pub remainder: Option<Remainder>,
    /// How a fee is rounded.
    pub fee_rounding: Option<FeeRounding>,
    /// The unit a principal part is cut to.
    pub principal_unit: Option<PrincipalUnit>,
    /// Where a due date goes that is no working day.
    pub business_day: Option<BusinessDay>,
    /// The smallest price that may be split.
    pub min_purchase: Option<Money>,
    /// When autopay takes the money.
    pub autopay_debits: Option<AutopayDebits>,
}

/// The rules in force for a plan or line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// See [`RuleOverrides::restore_days`]; default 1 to 3 working days.
    pub restore_days: RestoreDays,
    /// See [`RuleOverrides::grace_days`]; default 0.
    pub grace_days: u32,
    /// `None` while unknown: a late cost is then not shown, never taken for zero.
    pub late: Option<LateRule>,
    /// Default: principal.
    pub limit_counts: LimitCounts,
    /// Default: last.
    pub remainder: Remainder,
    /// Default: per period.
    pub fee_rounding: FeeRounding,
    /// Default: the currency's smallest unit.
    pub principal_unit: PrincipalUnit,
    /// `None` where there is no minimum.
    pub min_purchase: Option<Money>,
    /// Default: on the due day.
    pub autopay_debits: AutopayDebits,
}

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

/// What being late costs a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateRule {
    /// Charged per day from the due date.
    pub daily_rate: Rate,
    /// On which amount.
    pub base: LateBase,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BusinessDay {
    /// It stays.
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

impl Rules {
    /// The rules of a line itself, or the defaults for plans without one.
    pub fn of_line(line: Option<&CreditLine>) -> Self {
        Self::layered(&RuleOverrides::default(), line.map(|line| &line.rules))
    }

    /// The rules of a plan on its line: what the plan says goes before what the line says.
    pub fn of_plan(plan: &Plan, line: Option<&CreditLine>) -> Self {
        Self::layered(&plan.rules, line.map(|line| &line.rules))
    }

    fn layered(plan: &RuleOverrides, line: Option<&RuleOverrides>) -> Self {
        macro_rules! stated {
            ($rule:ident) => {
                plan.$rule.or_else(|| line.and_then(|line| line.$rule))
            };
        }
        Self {
            restore_days: stated!(restore_days).unwrap_or_default(),
            grace_days: stated!(grace_days).unwrap_or_default(),
            late: stated!(late),
            limit_counts: stated!(limit_counts).unwrap_or_default(),
            remainder: stated!(remainder).unwrap_or_default(),
            fee_rounding: stated!(fee_rounding).unwrap_or_default(),
            principal_unit: stated!(principal_unit).unwrap_or_default(),
            min_purchase: stated!(min_purchase),
            autopay_debits: stated!(autopay_debits).unwrap_or_default(),
        }
    }
}
