use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Schedule, annuity_payment};
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::money::{Money, Remainder, Rounding};
use crate::domain::plan::{Deferral, Plan, ScheduleRow};
use crate::domain::rate::Rate;
use crate::domain::rules::{
    BusinessDay, FeeRounding, FirstPeriod, PrincipalUnit, RuleOverrides, Rules,
};
use crate::domain::test_book::{date, plan};
use crate::domain::working_day::{DayKind, WorkingCalendar};

fn cny(text: &str) -> Money {
    Money::parse(text, Currency::CNY).unwrap()
}

fn rate(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

fn schedule(plan: &Plan) -> Schedule {
    Schedule::of(plan, &Rules::of_plan(plan, None), Currency::CNY)
}

fn amounts(schedule: &Schedule) -> Vec<String> {
    schedule
        .installments
        .iter()
        .map(|i| i.amount().plain(Currency::CNY))
        .collect()
}

fn with_fee(principal: &str, periods: u32, model: FeeModel) -> Plan {
    Plan {
        fee: Fee {
            model,
            subsidised: false,
        },
        ..plan("p", principal, periods, "2026-01-10")
    }
}

#[test]
fn a_flat_fee_is_the_same_every_period_and_the_odd_cent_comes_last() {
    let plan = with_fee("1000", 3, FeeModel::Flat(FeeAmount::Rate(rate("0.5%"))));
    assert_eq!(amounts(&schedule(&plan)), ["338.33", "338.33", "338.34"]);
    assert_eq!(schedule(&plan).total(), cny("1015"));
}

#[test]
fn a_plan_may_put_the_odd_cent_first() {
    let mut plan = with_fee("300", 9, FeeModel::Flat(FeeAmount::Total(cny("13.23"))));
    plan.rules.remainder = Some(Remainder::First);
    let amounts = amounts(&schedule(&plan));
    assert_eq!(
        (
            amounts[0].as_str(),
            amounts[1].as_str(),
            amounts[8].as_str()
        ),
        ("34.83", "34.80", "34.80")
    );
}

#[test]
fn whole_yuan_are_shared_where_that_is_possible() {
    let mut plan = with_fee("1000", 3, FeeModel::None);
    plan.rules.principal_unit = Some(PrincipalUnit::Main);
    assert_eq!(amounts(&schedule(&plan)), ["333.00", "333.00", "334.00"]);
    plan.principal = cny("1.5");
    assert_eq!(amounts(&schedule(&plan)), ["0.50", "0.50", "0.50"]);
}

#[test]
fn whole_yuan_are_rounded_half_up_and_the_last_installment_makes_up_for_it() {
    // As 招商银行 does it: 416.67 becomes 417, and the last one is 4 smaller.
    let mut plan = with_fee("5000", 12, FeeModel::Flat(FeeAmount::Rate(rate("0.66%"))));
    plan.rules.principal_unit = Some(PrincipalUnit::Main);
    plan.rules.fee_rounding = Some(FeeRounding::TotalLast);
    let parts = schedule(&plan).installments;
    assert!(parts[..11].iter().all(|one| one.principal == cny("417")));
    assert_eq!(parts[11].principal, cny("413"));
    assert_eq!(schedule(&plan).fee_total(), cny("396"));
}

#[test]
fn a_fee_rounded_as_a_whole_leaves_its_difference_to_the_last_installment() {
    // 0.725 % of 1000 is 7.25; of 999 it is 7.24275, and three of them are 21.73.
    let mut plan = with_fee("999", 3, FeeModel::Flat(FeeAmount::Rate(rate("0.725%"))));
    let fees = |plan: &Plan| -> Vec<String> {
        let parts = schedule(plan).installments;
        parts
            .iter()
            .map(|one| one.fee.plain(Currency::CNY))
            .collect()
    };
    assert_eq!(fees(&plan), ["7.24", "7.24", "7.24"]);
    plan.rules.fee_rounding = Some(FeeRounding::TotalLast);
    assert_eq!(fees(&plan), ["7.24", "7.24", "7.25"]);
}

#[test]
fn odd_yuan_may_be_spread_one_each_over_the_first_installments() {
    let mut plan = with_fee("1006", 7, FeeModel::None);
    plan.rules.principal_unit = Some(PrincipalUnit::Main);
    plan.rules.remainder = Some(Remainder::Spread);
    let expected = ["144.00"; 5].into_iter().chain(["143.00"; 2]);
    assert_eq!(amounts(&schedule(&plan)), expected.collect::<Vec<_>>());
}

#[test]
fn a_balloon_comes_with_the_last_installment_and_bears_interest_until_then() {
    for (model, first, last) in [
        (FeeModel::None, "250.00", "2250.00"),
        (
            FeeModel::Flat(FeeAmount::Rate(rate("1%"))),
            "280.00",
            "2280.00",
        ),
        // 1 % of 3000, then of 2750.
        (FeeModel::EqualPrincipal(rate("12%")), "280.00", "2272.50"),
        // What repays 1000 in four at 1 %, and 20 a month for the 2000; the odd cent comes last.
        (FeeModel::Annuity(rate("12%")), "276.28", "2276.29"),
    ] {
        let mut plan = with_fee("3000", 4, model);
        plan.balloon = Some(cny("2000"));
        let schedule = schedule(&plan);
        let amounts = amounts(&schedule);
        assert_eq!(
            (amounts[0].as_str(), amounts[3].as_str()),
            (first, last),
            "{model:?}"
        );
        assert_eq!(schedule.principal_total(), cny("3000"));
    }
}

#[test]
fn a_balloon_of_a_daily_loan_bears_interest_for_its_days() {
    let mut plan = with_fee("3000", 2, FeeModel::Daily(rate("0.05%")));
    plan.bought = Some(date("2025-12-31"));
    plan.balloon = Some(cny("2000"));
    // 10 days on 3000, 31 on 2500.
    assert_eq!(amounts(&schedule(&plan)), ["515.00", "2538.75"]);
}

#[test]
fn an_odd_first_period_counts_whole_or_by_its_days() {
    let first_fee = |model, rule, bought: Option<&str>| {
        let mut plan = with_fee("3650", 10, model);
        plan.bought = bought.map(date);
        plan.rules.first_period = rule;
        schedule(&plan).installments[0].fee
    };
    let (annuity, days) = (FeeModel::Annuity(rate("12%")), Some(FirstPeriod::Days));
    let bought = Some("2025-12-01");
    assert_eq!(first_fee(annuity, None, bought), cny("36.50"));
    // 40 days of 1.20.
    assert_eq!(first_fee(annuity, days, bought), cny("48"));
    assert_eq!(
        first_fee(FeeModel::EqualPrincipal(rate("12%")), days, bought),
        cny("48")
    );
    // Nobody said when it began; and what is charged a period knows no days.
    assert_eq!(first_fee(annuity, days, None), cny("36.50"));
    let flat = FeeModel::Flat(FeeAmount::Rate(rate("1%")));
    assert_eq!(first_fee(flat, days, bought), cny("36.50"));
}

#[test]
fn days_count_from_the_posting_date_where_it_differs() {
    let mut plan = with_fee("3650", 10, FeeModel::Annuity(rate("12%")));
    plan.bought = Some(date("2025-12-01"));
    plan.posted = Some(date("2025-12-31"));
    plan.rules.first_period = Some(FirstPeriod::Days);
    assert_eq!(schedule(&plan).installments[0].fee, cny("12"));
}

/// Around the National Day of 2026: 1 to 7 October off, Sunday 20 September and Saturday
/// 10 October worked.
fn national_day_2026() -> WorkingCalendar {
    let off = (1..=7).map(|day| {
        (
            NaiveDate::from_ymd_opt(2026, 10, day).unwrap(),
            DayKind::Off,
        )
    });
    let worked = ["2026-09-20", "2026-10-10"].map(|day| (date(day), DayKind::Work));
    WorkingCalendar::new([2026].into(), off.chain(worked).collect())
}

#[test]
fn a_due_date_in_a_holiday_stays_or_moves_to_a_working_day_as_the_rule_says() {
    let dues = |rule, first: &str| -> Vec<String> {
        let mut plan = with_fee("200", 2, FeeModel::None);
        plan.first_due = date(first);
        plan.anchor = AnchorDay::of(plan.first_due);
        plan.rules.business_day = rule;
        let rules = Rules::of_plan(&plan, None);
        let moved = schedule(&plan).on_working_days(&plan, &rules, &national_day_2026());
        moved
            .installments
            .iter()
            .map(|one| one.due.to_string())
            .collect()
    };
    // The Saturday of 10 October is worked.
    for (rule, first, expected) in [
        (None, "2026-10-03", ["2026-10-03", "2026-11-03"]),
        (
            Some(BusinessDay::None),
            "2026-10-03",
            ["2026-10-03", "2026-11-03"],
        ),
        (
            Some(BusinessDay::Next),
            "2026-10-03",
            ["2026-10-08", "2026-11-03"],
        ),
        (
            Some(BusinessDay::Previous),
            "2026-10-03",
            ["2026-09-30", "2026-11-03"],
        ),
        (
            Some(BusinessDay::Next),
            "2026-10-10",
            ["2026-10-10", "2026-11-10"],
        ),
        (
            Some(BusinessDay::Previous),
            "2026-10-11",
            ["2026-10-10", "2026-11-11"],
        ),
    ] {
        assert_eq!(dues(rule, first), expected, "{rule:?} {first}");
    }
}

#[test]
fn a_date_that_the_bill_or_a_deferral_names_is_not_moved_and_interest_keeps_the_contracts_days() {
    let mut plan = with_fee("300", 3, FeeModel::Daily(rate("1%")));
    plan.first_due = date("2026-10-03");
    plan.anchor = AnchorDay::of(plan.first_due);
    plan.bought = Some(date("2026-09-23"));
    plan.rules.business_day = Some(BusinessDay::Next);
    let billed = ScheduleRow {
        n: 1,
        due: Some(date("2026-10-04")),
        principal: None,
        fee: None,
    };
    plan.schedule = vec![billed];
    plan.deferred = vec![Deferral {
        n: 2,
        to: date("2026-11-08"),
        fee: Money::ZERO,
    }];
    let rules = Rules::of_plan(&plan, None);
    let moved = schedule(&plan).on_working_days(&plan, &rules, &national_day_2026());
    let dues: Vec<_> = moved
        .installments
        .iter()
        .map(|one| one.due.to_string())
        .collect();
    assert_eq!(dues, ["2026-10-04", "2026-11-08", "2026-12-03"]);
    plan.schedule.clear();
    let moved = schedule(&plan).on_working_days(&plan, &rules, &national_day_2026());
    assert_eq!(moved.installments[0].due, date("2026-10-08"));
    // Ten days to 3 October, though it is asked for on the 8th.
    assert_eq!(moved.installments[0].fee, cny("30"));
}

#[test]
fn an_upfront_fee_stands_in_installment_one_or_on_the_order_day() {
    let first = with_fee(
        "1200",
        12,
        FeeModel::Upfront(FeeAmount::Rate(rate("7.2%")), UpfrontDue::FirstInstallment),
    );
    assert_eq!(amounts(&schedule(&first))[..2], ["186.40", "100.00"]);
    let at_once = with_fee(
        "1200",
        12,
        FeeModel::Upfront(FeeAmount::Total(cny("86.4")), UpfrontDue::AtPurchase),
    );
    let at_once = schedule(&at_once);
    assert_eq!(
        (at_once.at_purchase, amounts(&at_once)[0].as_str()),
        (cny("86.4"), "100.00")
    );
    assert_eq!(at_once.total(), cny("1286.4"));
}

#[test]
fn an_annuity_is_level_and_its_last_installment_closes_the_balance() {
    let plan = with_fee("10000", 12, FeeModel::Annuity(rate("12%")));
    let schedule = schedule(&plan);
    let amounts = amounts(&schedule);
    assert!(
        amounts[..11].iter().all(|amount| amount == "888.49"),
        "{amounts:?}"
    );
    assert_eq!(schedule.principal_total(), cny("10000"));
    assert_eq!(schedule.installments[0].fee, cny("100"));
}

#[test]
fn equal_principal_costs_half_of_n_plus_one_periods_of_interest() {
    let plan = with_fee("12000", 12, FeeModel::EqualPrincipal(rate("12%")));
    // (n + 1) · P · i / 2
    assert_eq!(schedule(&plan).fee_total(), cny("780"));
}

#[test]
fn daily_interest_runs_from_the_order_day_and_skips_the_due_day() {
    let mut plan = with_fee("3000", 3, FeeModel::Daily(rate("0.05%")));
    plan.bought = Some("2026-01-01".parse().unwrap());
    let fees: Vec<_> = schedule(&plan)
        .installments
        .iter()
        .map(|i| i.fee.plain(Currency::CNY))
        .collect();
    // 9, 31 and 28 days on 3000, 2000 and 1000.
    assert_eq!(fees, ["13.50", "31.00", "14.00"]);
}

#[test]
fn a_subsidised_fee_is_matched_by_an_equal_discount() {
    let mut plan = with_fee("1200", 12, FeeModel::Flat(FeeAmount::Rate(rate("0.6%"))));
    plan.fee.subsidised = true;
    let schedule = schedule(&plan);
    assert_eq!(
        (
            schedule.installments[0].fee,
            schedule.installments[0].discount
        ),
        (cny("7.2"), cny("7.2"))
    );
    assert_eq!(schedule.total(), cny("1200"));
}

#[test]
fn a_merchant_bears_a_fee_at_purchase_but_not_the_cost_of_moving_an_installment() {
    let model = FeeModel::Upfront(FeeAmount::Total(cny("60")), UpfrontDue::AtPurchase);
    let mut plan = with_fee("1200", 12, model);
    plan.fee.subsidised = true;
    plan.deferred = vec![Deferral {
        n: 1,
        to: "2026-01-20".parse().unwrap(),
        fee: cny("3"),
    }];
    let schedule = schedule(&plan);
    assert_eq!(
        (schedule.at_purchase, schedule.total()),
        (cny("0"), cny("1203"))
    );
    assert_eq!(schedule.installments[0].own_fee(), cny("3"));
}

#[test]
fn the_providers_own_row_replaces_the_computed_one_of_its_number() {
    let mut plan = with_fee("4999", 12, FeeModel::Flat(FeeAmount::Rate(rate("0.6%"))));
    let due: NaiveDate = "2026-12-24".parse().unwrap();
    plan.schedule = vec![ScheduleRow {
        n: 12,
        due: Some(due),
        principal: Some(cny("416.62")),
        fee: None,
    }];
    let last = schedule(&plan).installments[11];
    assert_eq!(
        (last.due, last.principal, last.fee),
        (due, cny("416.62"), cny("29.99"))
    );
}

#[test]
fn a_deferred_installment_moves_and_remembers_where_it_was() {
    let mut plan = with_fee("100", 2, FeeModel::None);
    plan.deferred = vec![Deferral {
        n: 1,
        to: "2026-01-20".parse().unwrap(),
        fee: cny("3"),
    }];
    let first = schedule(&plan).installments[0];
    assert_eq!(first.due.to_string(), "2026-01-20");
    assert_eq!(first.deferred_from, Some("2026-01-10".parse().unwrap()));
    assert_eq!(first.amount(), cny("53"));
    // Moved twice: each move costs, on top of the plan's own fee.
    plan.fee.model = FeeModel::Flat(FeeAmount::Total(cny("8")));
    plan.deferred.push(Deferral {
        n: 1,
        to: "2026-02-20".parse().unwrap(),
        fee: cny("2"),
    });
    let again = schedule(&plan).installments[0];
    assert_eq!(
        (again.fee, again.deferred_from),
        (cny("9"), first.deferred_from)
    );
    assert_eq!(again.due.to_string(), "2026-02-20");
}

#[test]
fn an_annuity_payment_survives_any_rate_and_term() {
    for (rate, periods) in [("0%", 600), ("1000%", 600), ("0.00000001%", 600)] {
        let i = Rate::parse(rate).unwrap().as_decimal();
        assert!(
            annuity_payment(Money::LARGEST, i, periods).is_positive(),
            "{rate}"
        );
    }
}

fn any_model() -> impl Strategy<Value = FeeModel> {
    let permille = (0u32..=500).prop_map(|n| rate(&format!("{}.{}%", n / 10, n % 10)));
    (permille, 0u32..7).prop_map(|(rate, kind)| match kind {
        0 => FeeModel::None,
        1 => FeeModel::Flat(FeeAmount::Rate(rate)),
        2 => FeeModel::Flat(FeeAmount::Total(
            Money::from_decimal(rate.as_decimal()).rounded(2, Rounding::Up),
        )),
        3 => FeeModel::Upfront(FeeAmount::Rate(rate), UpfrontDue::AtPurchase),
        4 => FeeModel::Annuity(rate),
        5 => FeeModel::EqualPrincipal(rate),
        _ => FeeModel::Daily(Rate::parse("0.05%").unwrap()),
    })
}

proptest! {
    #[test]
    fn principal_parts_add_up_and_nothing_is_negative(
        units in 1i64..1_000_000_000, periods in prop_oneof![1u32..=120, Just(600)], model in any_model(),
        code in proptest::sample::select(&["CNY", "JPY", "KWD"]),
        odd in proptest::sample::select(&[Remainder::First, Remainder::Last, Remainder::Spread]),
        yuan: bool, total_last: bool, by_days: bool, balloon in 0u8..=100, days in 0u64..100,
    ) {
        let mut plan = with_fee("1", periods, model);
        let currency = Currency::new(code).unwrap();
        let money = |units| Money::from_decimal(Decimal::new(units, currency.decimals()));
        plan.principal = money(units);
        plan.balloon = Some(money(units * i64::from(balloon) / 100));
        plan.bought = plan.first_due.checked_sub_days(chrono::Days::new(days));
        plan.rules = RuleOverrides {
            remainder: Some(odd),
            principal_unit: yuan.then_some(PrincipalUnit::Main),
            fee_rounding: total_last.then_some(FeeRounding::TotalLast),
            first_period: by_days.then_some(FirstPeriod::Days),
            ..RuleOverrides::default()
        };
        let schedule = Schedule::of(&plan, &Rules::of_plan(&plan, None), currency);
        prop_assert_eq!(schedule.installments.len(), periods as usize);
        prop_assert_eq!(schedule.principal_total(), plan.principal);
        for installment in &schedule.installments {
            prop_assert!(installment.principal >= Money::ZERO && installment.fee >= Money::ZERO, "{:?}", installment);
            prop_assert!(installment.principal == installment.principal.rounded(currency.decimals(), Rounding::Down));
        }
        prop_assert!(schedule.installments.last().is_some_and(|last| Some(last.principal) >= plan.balloon));
        prop_assert_eq!(schedule.total(), schedule.principal_total() + schedule.fee_total());
        prop_assert!(Every::MONTH == plan.every && AnchorDay::of(plan.first_due) == plan.anchor);
    }
}
