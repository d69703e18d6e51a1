use chrono::NaiveDate;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::{Schedule, annuity_payment};
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::money::{Money, Remainder};
use crate::domain::plan::{Deferral, Plan, ScheduleRow};
use crate::domain::rate::Rate;
use crate::domain::rules::{FeeRounding, PrincipalUnit, RuleOverrides, Rules};
use crate::domain::test_book::plan;

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
            Money::from_decimal(rate.as_decimal()).rounded(2, crate::domain::money::Rounding::Up),
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
        cents in 1i64..1_000_000_000, periods in 1u32..=120, model in any_model(),
        first: bool, yuan: bool, total_last: bool,
    ) {
        let mut plan = with_fee("1", periods, model);
        plan.principal = Money::from_decimal(Decimal::new(cents, 2));
        plan.rules = RuleOverrides {
            remainder: Some(if first { Remainder::First } else { Remainder::Last }),
            principal_unit: yuan.then_some(PrincipalUnit::Main),
            fee_rounding: total_last.then_some(FeeRounding::TotalLast),
            ..RuleOverrides::default()
        };
        let schedule = schedule(&plan);
        prop_assert_eq!(schedule.installments.len(), periods as usize);
        prop_assert_eq!(schedule.principal_total(), plan.principal);
        for installment in &schedule.installments {
            prop_assert!(installment.principal >= Money::ZERO && installment.fee >= Money::ZERO, "{:?}", installment);
        }
        prop_assert_eq!(schedule.total(), schedule.principal_total() + schedule.fee_total());
        prop_assert!(Every::MONTH == plan.every && AnchorDay::of(plan.first_due) == plan.anchor);
    }
}
