//! Rules: what a provider's preset is overridden with, on a line or a plan.

use super::value::{Fields, Value};
use crate::document::diagnostic::Problem;
use crate::domain::currency::Currency;
use crate::domain::money::Remainder;
use crate::domain::rules::{
    AutopayDebits, BusinessDay, EarlyPolicy, FeeRounding, LateBase, LateRule, LimitCounts,
    PrincipalUnit, RefundOrder, RestoreDays, RuleOverrides,
};

/// The most days a rule may speak of.
const MOST_DAYS: u32 = 366;

const LATE_BASES: [(&str, LateBase); 2] = [
    ("overdue", LateBase::Overdue),
    ("all-unpaid", LateBase::AllUnpaid),
];
const LIMIT_COUNTS: [(&str, LimitCounts); 2] = [
    ("principal", LimitCounts::Principal),
    ("principal-and-fee", LimitCounts::PrincipalAndFee),
];
const EARLY: [(&str, EarlyPolicy); 6] = [
    ("waive-unbilled", EarlyPolicy::WaiveUnbilled),
    ("next-fee", EarlyPolicy::NextFee),
    ("all-fees", EarlyPolicy::AllFees),
    ("percent-penalty", EarlyPolicy::PercentPenalty),
    ("daily-accrual", EarlyPolicy::DailyAccrual),
    ("upfront-no-refund", EarlyPolicy::UpfrontNoRefund),
];
const REFUND: [(&str, RefundOrder); 3] = [
    ("last-first", RefundOrder::LastFirst),
    ("even", RefundOrder::Even),
    ("open-first", RefundOrder::OpenFirst),
];
const REMAINDER: [(&str, Remainder); 2] = [("first", Remainder::First), ("last", Remainder::Last)];
const FEE_ROUNDING: [(&str, FeeRounding); 2] = [
    ("per-period", FeeRounding::PerPeriod),
    ("total-last", FeeRounding::TotalLast),
];
const PRINCIPAL_UNIT: [(&str, PrincipalUnit); 2] = [
    ("smallest", PrincipalUnit::Smallest),
    ("main", PrincipalUnit::Main),
];
const BUSINESS_DAY: [(&str, BusinessDay); 3] = [
    ("none", BusinessDay::None),
    ("next", BusinessDay::Next),
    ("previous", BusinessDay::Previous),
];
const AUTOPAY_DEBITS: [(&str, AutopayDebits); 2] = [
    ("due-day", AutopayDebits::DueDay),
    ("day-before", AutopayDebits::DayBefore),
];

/// Reads the rules table of a line.
pub fn rules(value: Value<'_>, currency: Currency) -> Option<RuleOverrides> {
    let mut fields = value.table()?;
    let rules = RuleOverrides {
        restore_days: fields.get("restore-days").and_then(restore_days),
        grace_days: fields
            .get("grace-days")
            .and_then(|days| days.whole(0..=MOST_DAYS)),
        late: fields.get("late").and_then(late),
        limit_counts: word(&mut fields, "limit-counts", &LIMIT_COUNTS),
        early: word(&mut fields, "early", &EARLY),
        refund: word(&mut fields, "refund", &REFUND),
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

fn late(value: Value<'_>) -> Option<LateRule> {
    let mut fields = value.table()?;
    let daily_rate = fields.need("daily-rate").and_then(Value::rate);
    let base = fields.get("base").map(|base| base.word(&LATE_BASES));
    fields.finish();
    Some(LateRule {
        daily_rate: daily_rate?,
        base: base.unwrap_or(Some(LateBase::default()))?,
    })
}
