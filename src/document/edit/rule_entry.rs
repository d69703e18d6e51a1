//! The rules of a line as TOML text, in the order of the file format.

use super::entry::{Entry, Spacing, money, stated, string, word};
use crate::document::read::rules::{
    ALLOCATION, AUTOPAY_DEBITS, BUSINESS_DAY, EARLY, FEE_ROUNDING, FIRST_PERIOD, LATE_BASES,
    LIMIT_COUNTS, LIMIT_RETURNS, PENALTY_FROM, PREPAY, PRINCIPAL_UNIT, REFUND, REMAINDER,
};
use crate::domain::currency::Currency;
use crate::domain::rate::Rate;
use crate::domain::rules::{
    DailyLate, LateBase, LateFees, LateRule, RefundFee, RuleOverrides, Statement, StatementDue,
};

/// The rules a line states.
pub fn rules(rules: &RuleOverrides, currency: Currency) -> Entry {
    let days = rules.restore_days;
    let count = |count: Option<u32>| count.map(|count| count.to_string());
    let mut entry = stated([
        (
            "restore-days",
            days.map(|days| format!("[{}, {}]", days.earliest, days.latest)),
        ),
        (
            "limit-returns",
            rules.limit_returns.map(|it| word(&LIMIT_RETURNS, &it)),
        ),
        ("grace-days", count(rules.grace_days)),
        (
            "penalty-from",
            rules.penalty_from.map(|it| word(&PENALTY_FROM, &it)),
        ),
        ("late", rules.late.as_ref().map(|it| late(it, currency))),
        (
            "allocation",
            rules.allocation.map(|it| word(&ALLOCATION, &it)),
        ),
        ("acceleration", rules.acceleration.map(rate)),
        (
            "limit-counts",
            rules.limit_counts.map(|it| word(&LIMIT_COUNTS, &it)),
        ),
        ("early", rules.early.map(|it| word(&EARLY, &it))),
        ("early-penalty", rules.early_penalty.map(rate)),
        ("prepay", rules.prepay.map(|it| word(&PREPAY, &it))),
        ("refund", rules.refund.map(|it| word(&REFUND, &it))),
        ("refund-fee", rules.refund_fee.map(refund_fee)),
    ]);
    entry.extend(shared(rules));
    entry.extend(stated([
        ("statement", rules.statement.map(statement)),
        ("deferrals-a-year", count(rules.deferrals_a_year)),
        (
            "min-purchase",
            rules.min_purchase.map(|least| money(least, currency)),
        ),
        (
            "autopay-debits",
            rules.autopay_debits.map(|it| word(&AUTOPAY_DEBITS, &it)),
        ),
    ]));
    entry
}

/// The rules that a plan may state as well.
pub fn shared(rules: &RuleOverrides) -> Entry {
    stated([
        ("remainder", rules.remainder.map(|it| word(&REMAINDER, &it))),
        (
            "fee-rounding",
            rules.fee_rounding.map(|it| word(&FEE_ROUNDING, &it)),
        ),
        (
            "principal-unit",
            rules.principal_unit.map(|it| word(&PRINCIPAL_UNIT, &it)),
        ),
        (
            "first-period",
            rules.first_period.map(|it| word(&FIRST_PERIOD, &it)),
        ),
        (
            "business-day",
            rules.business_day.map(|it| word(&BUSINESS_DAY, &it)),
        ),
    ])
}

fn rate(rate: Rate) -> String {
    string(&rate.to_string())
}

fn refund_fee(fee: RefundFee) -> String {
    match fee {
        RefundFee::Proportional => string("proportional"),
        RefundFee::Kept => string("kept"),
        RefundFee::FullWithin(days) => {
            Spacing::OWN.inline(&vec![("full-within-days", days.to_string())])
        }
    }
}

fn statement(statement: Statement) -> String {
    let due = match statement.due {
        StatementDue::Day(day) => ("due-day", day.to_string()),
        StatementDue::After(days) => ("due-after", days.to_string()),
    };
    let inclusive = statement.inclusive.then(|| "true".to_owned());
    let mut entry = vec![("day", statement.day.to_string()), due];
    entry.extend(stated([("inclusive", inclusive)]));
    Spacing::OWN.inline(&entry)
}

fn late(late: &LateRule, currency: Currency) -> String {
    Spacing::OWN.inline(&match late {
        LateRule::Daily(daily) => daily_late(daily, currency),
        LateRule::Fees(fees) => late_fees(fees, currency),
    })
}

fn daily_late(late: &DailyLate, currency: Currency) -> Entry {
    let base = Some(late.base).filter(|base| *base != LateBase::default());
    stated([
        ("daily-rate", Some(rate(late.daily_rate))),
        ("base", base.map(|base| word(&LATE_BASES, &base))),
        (
            "least-a-day",
            late.least_a_day.map(|least| money(least, currency)),
        ),
    ])
}

fn late_fees(late: &LateFees, currency: Currency) -> Entry {
    let sum = |sum| money(sum, currency);
    let fee = match late.tiers.as_slice() {
        [(from, fee)] if from.is_zero() => ("fee", Some(sum(*fee))),
        tiers => {
            let tier = |(from, fee): &(_, _)| format!("[{}, {}]", sum(*from), sum(*fee));
            let tiers: Vec<_> = tiers.iter().map(tier).collect();
            ("tiers", Some(format!("[{}]", tiers.join(", "))))
        }
    };
    let again = late.again;
    stated([
        fee,
        ("from-day", Some(late.from_day.to_string())),
        ("again", again.map(|(_, fee)| sum(fee))),
        ("again-after", again.map(|(days, _)| days.to_string())),
        ("cap", late.cap.map(rate)),
        ("most", late.most.map(sum)),
        ("times", late.times.map(|times| times.to_string())),
    ])
}
