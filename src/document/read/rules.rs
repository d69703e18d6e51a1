//! Rules: what a provider's preset is overridden with, on a line or a plan.

use super::value::{Fields, Value};
use crate::document::diagnostic::Problem;
use crate::document::tree::Node;
use crate::domain::currency::Currency;
use crate::domain::money::{Money, Remainder};
use crate::domain::rules::{
    AllocationOrder, AutopayDebits, BusinessDay, DailyLate, EarlyPolicy, FeeRounding, FirstPeriod,
    LateBase, LateFees, LateRule, LimitCounts, LimitReturns, PenaltyFrom, Prepay, PrincipalUnit,
    RefundFee, RefundOrder, RestoreDays, RuleOverrides, Statement, StatementDue,
};

/// The most days a rule may speak of.
const MOST_DAYS: u32 = 366;

/// The words of this rule.
pub const LATE_BASES: [(&str, LateBase); 2] = [
    ("overdue", LateBase::Overdue),
    ("all-unpaid", LateBase::AllUnpaid),
];
/// The words of this rule.
pub const LIMIT_COUNTS: [(&str, LimitCounts); 2] = [
    ("principal", LimitCounts::Principal),
    ("principal-and-fee", LimitCounts::PrincipalAndFee),
];
/// The words of this rule.
pub const LIMIT_RETURNS: [(&str, LimitReturns); 2] = [
    ("each-payment", LimitReturns::EachPayment),
    ("after-last", LimitReturns::AfterLast),
];
/// The words of this rule.
pub const EARLY: [(&str, EarlyPolicy); 6] = [
    ("waive-unbilled", EarlyPolicy::WaiveUnbilled),
    ("next-fee", EarlyPolicy::NextFee),
    ("all-fees", EarlyPolicy::AllFees),
    ("percent-penalty", EarlyPolicy::PercentPenalty),
    ("daily-accrual", EarlyPolicy::DailyAccrual),
    ("upfront-no-refund", EarlyPolicy::UpfrontNoRefund),
];
/// The words of this rule.
pub const REFUND: [(&str, RefundOrder); 5] = [
    ("last-first", RefundOrder::LastFirst),
    ("even", RefundOrder::Even),
    ("open-first", RefundOrder::OpenFirst),
    ("huabei", RefundOrder::Huabei),
    ("baitiao", RefundOrder::Baitiao),
];
/// The words of this rule.
pub const PENALTY_FROM: [(&str, PenaltyFrom); 2] = [
    ("due-date", PenaltyFrom::DueDate),
    ("grace-end", PenaltyFrom::GraceEnd),
];
/// The words of this rule.
pub const ALLOCATION: [(&str, AllocationOrder); 2] = [
    ("fee-first", AllocationOrder::FeeFirst),
    (
        "principal-first-after-90-days",
        AllocationOrder::PrincipalFirstAfter90Days,
    ),
];
/// What a partial prepayment changes; a payment says it in the same words.
pub const PREPAY: [(&str, Prepay); 2] = [("shorten", Prepay::Shorten), ("lower", Prepay::Lower)];
/// How the interest of an odd first period is counted.
pub const FIRST_PERIOD: [(&str, FirstPeriod); 2] =
    [("whole", FirstPeriod::Whole), ("days", FirstPeriod::Days)];
/// Which installment takes the odd cents.
pub const REMAINDER: [(&str, Remainder); 3] = [
    ("first", Remainder::First),
    ("last", Remainder::Last),
    ("spread", Remainder::Spread),
];
/// How a fee is rounded.
pub const FEE_ROUNDING: [(&str, FeeRounding); 2] = [
    ("per-period", FeeRounding::PerPeriod),
    ("total-last", FeeRounding::TotalLast),
];
/// The unit a principal part is cut to.
pub const PRINCIPAL_UNIT: [(&str, PrincipalUnit); 4] = [
    ("fen", PrincipalUnit::Smallest),
    ("yuan", PrincipalUnit::Main),
    ("smallest", PrincipalUnit::Smallest),
    ("main", PrincipalUnit::Main),
];
/// Where a due date goes that is no working day.
pub const BUSINESS_DAY: [(&str, BusinessDay); 3] = [
    ("none", BusinessDay::None),
    ("next", BusinessDay::Next),
    ("previous", BusinessDay::Previous),
];
/// The words of this rule.
pub const AUTOPAY_DEBITS: [(&str, AutopayDebits); 2] = [
    ("due-day", AutopayDebits::DueDay),
    ("day-before", AutopayDebits::DayBefore),
];

/// Reads the rules table of a line.
pub fn rules(value: Value<'_>, currency: Currency) -> Option<RuleOverrides> {
    let mut fields = value.table()?;
    let rules = RuleOverrides {
        restore_days: fields.get("restore-days").and_then(restore_days),
        limit_returns: word(&mut fields, "limit-returns", &LIMIT_RETURNS),
        grace_days: fields
            .get("grace-days")
            .and_then(|days| days.whole(0..=MOST_DAYS)),
        penalty_from: word(&mut fields, "penalty-from", &PENALTY_FROM),
        late: fields.get("late").and_then(|value| late(value, currency)),
        allocation: word(&mut fields, "allocation", &ALLOCATION),
        acceleration: fields.get("acceleration").and_then(Value::rate),
        limit_counts: word(&mut fields, "limit-counts", &LIMIT_COUNTS),
        early: word(&mut fields, "early", &EARLY),
        early_penalty: fields.get("early-penalty").and_then(Value::rate),
        prepay: word(&mut fields, "prepay", &PREPAY),
        refund: word(&mut fields, "refund", &REFUND),
        refund_fee: fields.get("refund-fee").and_then(refund_fee),
        statement: fields.get("statement").and_then(statement),
        deferrals_a_year: fields
            .get("deferrals-a-year")
            .and_then(|times| times.whole(0..=MOST_DAYS)),
        min_purchase: fields
            .get("min-purchase")
            .and_then(|price| price.money(currency)),
        autopay_debits: word(&mut fields, "autopay-debits", &AUTOPAY_DEBITS),
        ..shared_rules(&mut fields)
    };
    fields.finish();
    Some(rules)
}

/// Reads the rules that may stand on a plan as well as on its line.
pub fn shared_rules(fields: &mut Fields<'_>) -> RuleOverrides {
    RuleOverrides {
        remainder: word(fields, "remainder", &REMAINDER),
        fee_rounding: word(fields, "fee-rounding", &FEE_ROUNDING),
        principal_unit: word(fields, "principal-unit", &PRINCIPAL_UNIT),
        first_period: word(fields, "first-period", &FIRST_PERIOD),
        business_day: word(fields, "business-day", &BUSINESS_DAY),
        ..RuleOverrides::default()
    }
}

fn word<T: Copy>(
    fields: &mut Fields<'_>,
    key: &'static str,
    words: &[(&'static str, T)],
) -> Option<T> {
    fields.get(key).and_then(|value| value.word(words))
}

fn restore_days(value: Value<'_>) -> Option<RestoreDays> {
    let days = value.list()?;
    let [earliest, latest] = days.as_slice() else {
        return value.error(Problem::RestoreDaysCount);
    };
    let days = (earliest.whole(0..=MOST_DAYS), latest.whole(0..=MOST_DAYS));
    let (earliest, latest) = (days.0?, days.1?);
    if earliest > latest {
        return value.error(Problem::RestoreDaysOrder);
    }
    Some(RestoreDays { earliest, latest })
}

/// `"proportional"`, `"kept"`, or `{ full-within-days = 15 }`.
fn refund_fee(value: Value<'_>) -> Option<RefundFee> {
    if !matches!(value.get(), Node::Table(_)) {
        return value.word(&[
            ("proportional", RefundFee::Proportional),
            ("kept", RefundFee::Kept),
        ]);
    }
    let mut fields = value.table()?;
    let days = fields
        .need("full-within-days")
        .and_then(|days| days.whole(0..=MOST_DAYS));
    fields.finish();
    days.map(RefundFee::FullWithin)
}

/// `{ day = 1, due-day = 10 }` or `{ day = 1, due-after = 9 }`, and `inclusive = true`.
fn statement(value: Value<'_>) -> Option<Statement> {
    let mut fields = value.table()?;
    let day = fields.need("day").and_then(|day| day.whole(1..=31));
    let due = match (fields.get("due-day"), fields.get("due-after")) {
        (Some(day), None) => day.whole(1..=31).map(StatementDue::Day),
        (None, Some(days)) => days.whole(0..=MOST_DAYS).map(StatementDue::After),
        (Some(_), Some(other)) => other.error(Problem::OneOfTwo {
            one: "due-day",
            other: "due-after",
        }),
        (None, None) => {
            fields.miss("due-day");
            None
        }
    };
    let inclusive = fields.get("inclusive").map_or(Some(false), Value::boolean);
    fields.finish();
    Some(Statement {
        day: day?,
        due: due?,
        inclusive: inclusive?,
    })
}

/// `{ daily-rate = "0.05%", base = "overdue", least-a-day = 0.01 }`, or fixed fees:
/// `{ fee = 10, from-day = 1, again = 7, again-after = 7, cap = "25%", most = 68, times = 3 }`,
/// with `tiers = [[25, 2], [60, 4]]` in place of `fee` where the order's total decides.
fn late(value: Value<'_>, currency: Currency) -> Option<LateRule> {
    let mut fields = value.table()?;
    let (fee, tiers) = (fields.get("fee"), fields.get("tiers"));
    let rule = match (fee, tiers) {
        (None, None) => daily_late(&mut fields, currency).map(LateRule::Daily),
        (Some(_), Some(tiers)) => tiers.error(Problem::OneOfTwo {
            one: "fee",
            other: "tiers",
        }),
        (Some(fee), None) => {
            let tiers = fee.money(currency).map(|fee| vec![(Money::ZERO, fee)]);
            late_fees(&mut fields, tiers, currency).map(LateRule::Fees)
        }
        (None, Some(steps)) => {
            let tiers = late_tiers(steps, currency);
            late_fees(&mut fields, tiers, currency).map(LateRule::Fees)
        }
    };
    fields.finish();
    rule
}

fn daily_late(fields: &mut Fields<'_>, currency: Currency) -> Option<DailyLate> {
    let daily_rate = fields.need("daily-rate").and_then(Value::rate);
    let base = fields.get("base").map(|base| base.word(&LATE_BASES));
    let least = fields.get("least-a-day").map(|least| least.money(currency));
    Some(DailyLate {
        daily_rate: daily_rate?,
        base: base.unwrap_or(Some(LateBase::default()))?,
        least_a_day: least.map_or(Some(None), |least| least.map(Some))?,
    })
}

fn late_fees(
    fields: &mut Fields<'_>,
    tiers: Option<Vec<(Money, Money)>>,
    currency: Currency,
) -> Option<LateFees> {
    let mut whole = |key| fields.get(key).map(|value| value.whole(0..=MOST_DAYS));
    let (from_day, after, times) = (whole("from-day"), whole("again-after"), whole("times"));
    let cap = fields.get("cap").map(Value::rate);
    let mut money = |key| fields.get(key).map(|value| value.money(currency));
    let (again, most) = (money("again"), money("most"));
    let again = match (again, after) {
        (Some(fee), Some(days)) => Some((days?, fee?)),
        (Some(_), None) => {
            fields.miss("again-after");
            return None;
        }
        (None, Some(_)) => {
            fields.miss("again");
            return None;
        }
        (None, None) => None,
    };
    Some(LateFees {
        tiers: tiers?,
        from_day: from_day.unwrap_or(Some(1))?,
        again,
        cap: cap.map_or(Some(None), |cap| cap.map(Some))?,
        most: most.map_or(Some(None), |most| most.map(Some))?,
        times: times.map_or(Some(None), |times| times.map(Some))?,
    })
}

fn late_tiers(value: Value<'_>, currency: Currency) -> Option<Vec<(Money, Money)>> {
    let mut tiers = Vec::new();
    for step in value.list()? {
        let pair = step.list()?;
        let [from, fee] = pair.as_slice() else {
            return step.error(Problem::LateTier);
        };
        tiers.push((from.money(currency)?, fee.money(currency)?));
    }
    if tiers.is_sorted_by(|one, next| one.0 < next.0) {
        Some(tiers)
    } else {
        value.error(Problem::LateTier)
    }
}
