//! The rules a provider applies to a line, and what a plan may set for itself.
//!
//! Providers differ and change, so every rule can be overridden: plan over line over the
//! provider's preset over the default. A rule nobody stated stays unknown where guessing would
//! invent money.

mod values;

pub use values::{
    AllocationOrder, AutopayDebits, BusinessDay, DailyLate, EarlyPolicy, FeeRounding, FirstPeriod,
    LateBase, LateFees, LateRule, LimitCounts, LimitReturns, PenaltyFrom, Prepay, PrincipalUnit,
    RefundFee, RefundOrder, RestoreDays, Statement, StatementDue,
};

use super::line::CreditLine;
use super::money::{Money, Remainder};
use super::plan::Plan;
use super::rate::Rate;

/// Declares every rule once: its field, its kind and its key in files.
macro_rules! rules {
    ($($(#[$doc:meta])* $field:ident: $type:ty = $kind:ident $key:literal,)+) => {
        /// Rules as far as somebody stated them. All optional.
        #[derive(Debug, Clone, PartialEq, Eq, Default)]
        pub struct RuleOverrides {
            $($(#[$doc])* pub $field: Option<$type>,)+
        }

        /// Which rule is meant.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RuleKind {
            $($(#[$doc])* $kind,)+
        }

        impl RuleKind {
            /// Every rule, in the order they are shown.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// Its key in files.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$kind => $key,)+
                }
            }
        }

        impl RuleOverrides {
            /// True where the rule is stated.
            pub fn states(&self, kind: RuleKind) -> bool {
                match kind {
                    $(RuleKind::$kind => self.$field.is_some(),)+
                }
            }

            /// These rules, and what `below` states where they say nothing.
            #[must_use]
            pub fn over(&self, below: &Self) -> Self {
                Self {
                    $($field: self.$field.clone().or_else(|| below.$field.clone()),)+
                }
            }
        }
    };
}

rules! {
    /// How long a freed limit takes to come back.
    restore_days: RestoreDays = RestoreDays "restore-days",
    /// When a payment frees limit.
    limit_returns: LimitReturns = LimitReturns "limit-returns",
    /// Days after the due date that do not count as overdue yet (宽限期).
    grace_days: u32 = GraceDays "grace-days",
    /// From which day on a penalty runs once the grace is over.
    penalty_from: PenaltyFrom = PenaltyFrom "penalty-from",
    /// What being late costs.
    late: LateRule = Late "late",
    /// What a partial payment covers first.
    allocation: AllocationOrder = Allocation "allocation",
    /// The overdue share of the price at which the seller may demand everything (加速到期).
    acceleration: Rate = Acceleration "acceleration",
    /// What occupies the limit.
    limit_counts: LimitCounts = LimitCounts "limit-counts",
    /// What settling early costs.
    early: EarlyPolicy = Early "early",
    /// The share of the prepaid principal that a percent penalty takes.
    early_penalty: Rate = EarlyPenalty "early-penalty",
    /// What a partial prepayment changes.
    prepay: Prepay = Prepay "prepay",
    /// Which installments a refund reduces first.
    refund: RefundOrder = Refund "refund",
    /// What a refund does to the fees.
    refund_fee: RefundFee = RefundFee "refund-fee",
    /// Which installment takes the odd cents.
    remainder: Remainder = Remainder "remainder",
    /// How a fee is rounded.
    fee_rounding: FeeRounding = FeeRounding "fee-rounding",
    /// The unit a principal part is cut to.
    principal_unit: PrincipalUnit = PrincipalUnit "principal-unit",
    /// How the interest of an odd first period is counted.
    first_period: FirstPeriod = FirstPeriod "first-period",
    /// When bills are made and due (账单日/还款日).
    statement: Statement = Statement "statement",
    /// Where a due date goes that is no working day.
    business_day: BusinessDay = BusinessDay "business-day",
    /// The smallest price that may be split.
    min_purchase: Money = MinPurchase "min-purchase",
    /// How often a year a due date may be moved.
    deferrals_a_year: u32 = DeferralsAYear "deferrals-a-year",
    /// When autopay takes the money.
    autopay_debits: AutopayDebits = AutopayDebits "autopay-debits",
}

/// The rules in force for a plan or line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// See [`RuleOverrides::restore_days`]; default 1 to 3 working days.
    pub restore_days: RestoreDays,
    /// Default: with each payment.
    pub limit_returns: LimitReturns,
    /// See [`RuleOverrides::grace_days`]; default 0.
    pub grace_days: u32,
    /// Default: the due date.
    pub penalty_from: PenaltyFrom,
    /// `None` while unknown: a late cost is then not shown, never taken for zero.
    pub late: Option<LateRule>,
    /// Default: fees before principal.
    pub allocation: AllocationOrder,
    /// `None` where nothing is known of such a right.
    pub acceleration: Option<Rate>,
    /// Default: principal.
    pub limit_counts: LimitCounts,
    /// `None` while unknown: settling early is then not quoted.
    pub early: Option<EarlyPolicy>,
    /// `None` while unknown.
    pub early_penalty: Option<Rate>,
    /// Default: fewer installments.
    pub prepay: Prepay,
    /// Default: from the last installment backwards.
    pub refund: RefundOrder,
    /// Default: fees not billed yet fall in proportion.
    pub refund_fee: RefundFee,
    /// Default: last.
    pub remainder: Remainder,
    /// Default: per period.
    pub fee_rounding: FeeRounding,
    /// Default: the currency's smallest unit.
    pub principal_unit: PrincipalUnit,
    /// Default: counted as a whole one.
    pub first_period: FirstPeriod,
    /// `None` where the plan has no bills, or nobody stated them.
    pub statement: Option<Statement>,
    /// Default: it stays.
    pub business_day: BusinessDay,
    /// `None` where there is no minimum.
    pub min_purchase: Option<Money>,
    /// `None` while unknown.
    pub deferrals_a_year: Option<u32>,
    /// Default: on the due day.
    pub autopay_debits: AutopayDebits,
}

impl Rules {
    /// The rules of a line itself, or the defaults for plans without one.
    pub fn of_line(line: Option<&CreditLine>) -> Self {
        Self::layered(&RuleOverrides::default(), line)
    }

    /// The rules of a plan on its line: what the plan says goes before what the line says, and
    /// that before what the rulebook says of its provider.
    pub fn of_plan(plan: &Plan, line: Option<&CreditLine>) -> Self {
        Self::layered(&plan.rules, line)
    }

    /// The same rules as statements; what is unknown stays unstated.
    pub fn stated(&self) -> RuleOverrides {
        RuleOverrides {
            restore_days: Some(self.restore_days),
            limit_returns: Some(self.limit_returns),
            grace_days: Some(self.grace_days),
            penalty_from: Some(self.penalty_from),
            late: self.late.clone(),
            allocation: Some(self.allocation),
            acceleration: self.acceleration,
            limit_counts: Some(self.limit_counts),
            early: self.early,
            early_penalty: self.early_penalty,
            prepay: Some(self.prepay),
            refund: Some(self.refund),
            refund_fee: Some(self.refund_fee),
            remainder: Some(self.remainder),
            fee_rounding: Some(self.fee_rounding),
            principal_unit: Some(self.principal_unit),
            first_period: Some(self.first_period),
            statement: self.statement,
            business_day: Some(self.business_day),
            min_purchase: self.min_purchase,
            deferrals_a_year: self.deferrals_a_year,
            autopay_debits: Some(self.autopay_debits),
        }
    }

    fn layered(plan: &RuleOverrides, line: Option<&CreditLine>) -> Self {
        let Some(line) = line else {
            return Self::of(plan.clone());
        };
        let stated = plan.over(&line.rules);
        Self::of(match &line.preset {
            Some(provider) => stated.over(&provider.rules_in(line.currency)),
            None => stated,
        })
    }

    fn of(stated: RuleOverrides) -> Self {
        Self {
            restore_days: stated.restore_days.unwrap_or_default(),
            limit_returns: stated.limit_returns.unwrap_or_default(),
            grace_days: stated.grace_days.unwrap_or_default(),
            penalty_from: stated.penalty_from.unwrap_or_default(),
            late: stated.late,
            allocation: stated.allocation.unwrap_or_default(),
            acceleration: stated.acceleration,
            limit_counts: stated.limit_counts.unwrap_or_default(),
            early: stated.early,
            early_penalty: stated.early_penalty,
            prepay: stated.prepay.unwrap_or_default(),
            refund: stated.refund.unwrap_or_default(),
            refund_fee: stated.refund_fee.unwrap_or_default(),
            remainder: stated.remainder.unwrap_or_default(),
            fee_rounding: stated.fee_rounding.unwrap_or_default(),
            principal_unit: stated.principal_unit.unwrap_or_default(),
            first_period: stated.first_period.unwrap_or_default(),
            statement: stated.statement,
            business_day: stated.business_day.unwrap_or_default(),
            min_purchase: stated.min_purchase,
            deferrals_a_year: stated.deferrals_a_year,
            autopay_debits: stated.autopay_debits.unwrap_or_default(),
        }
    }
}
