use super::{allocation, outstanding};
use crate::domain::allocation::Source;
use crate::domain::currency::Currency;
use crate::domain::fee::{FeeAmount, FeeModel, UpfrontDue};
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan};
use crate::domain::rate::Rate;
use crate::domain::rules::{EarlyPolicy, Prepay};
use crate::domain::test_book::{cny, date, payment, plan};

fn rate(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

/// 1200 in 4 from 10 January, 12.00 of fee each; the first is paid when it is due.
fn four(model: FeeModel) -> Plan {
    let mut plan = plan("p", "1200", 4, "2026-01-10");
    plan.fee.model = model;
    plan.bought = Some(date("2025-12-10"));
    let first = allocation(&plan).rows[0].outstanding();
    plan.payments = vec![Payment {
        amount: first,
        ..payment("2026-01-10", "1")
    }];
    plan
}

fn flat() -> FeeModel {
    FeeModel::Flat(FeeAmount::Rate(rate("1%")))
}

fn prepaid(mut plan: Plan, prepay: Prepay, on: &str, amount: &str) -> Plan {
    plan.payments.push(Payment {
        prepay: Some(prepay),
        ..payment(on, amount)
    });
    plan
}

#[test]
fn a_shortened_plan_loses_its_last_installments_and_their_fees() {
    let plan = prepaid(four(flat()), Prepay::Shorten, "2026-01-20", "400");
    let allocation = allocation(&plan);
    // The odd amount lies in the last period that is left, which keeps its fee.
    assert_eq!(
        outstanding(&allocation),
        ["0.00", "312.00", "212.00", "0.00"]
    );
    let ended: Money = allocation
        .parts
        .iter()
        .filter(|part| part.source == Source::Payment(1))
        .map(|part| part.principal)
        .sum();
    assert_eq!(ended, cny("400"));
    assert!(allocation.excess.is_zero());
}

#[test]
fn a_flat_fee_is_of_the_original_principal_unless_the_policy_waives() {
    for (early, open) in [
        (None, "212.00"),
        (Some(EarlyPolicy::AllFees), "212.00"),
        (Some(EarlyPolicy::WaiveUnbilled), "208.00"),
        (Some(EarlyPolicy::PercentPenalty), "208.00"),
    ] {
        let mut plan = prepaid(four(flat()), Prepay::Lower, "2026-01-20", "300");
        plan.rules.early = early;
        let expected = ["0.00", open, open, open];
        assert_eq!(outstanding(&allocation(&plan)), expected, "{early:?}");
    }
    let mut next = prepaid(four(flat()), Prepay::Lower, "2026-01-20", "300");
    next.rules.early = Some(EarlyPolicy::NextFee);
    assert_eq!(
        outstanding(&allocation(&next)),
        ["0.00", "212.00", "208.00", "208.00"]
    );
}

#[test]
fn where_all_fees_stay_due_a_removed_installment_still_asks_for_its_fee() {
    let mut plan = prepaid(four(flat()), Prepay::Shorten, "2026-01-20", "300");
    plan.rules.early = Some(EarlyPolicy::AllFees);
    assert_eq!(
        outstanding(&allocation(&plan)),
        ["0.00", "312.00", "312.00", "12.00"]
    );
}

#[test]
fn an_upfront_fee_is_not_given_back() {
    let model = FeeModel::Upfront(FeeAmount::Total(cny("48")), UpfrontDue::FirstInstallment);
    let mut plan = plan("p", "1200", 4, "2026-01-10");
    plan.fee.model = model;
    let plan = prepaid(plan, Prepay::Shorten, "2026-01-01", "1200");
    assert_eq!(
        outstanding(&allocation(&plan)),
        ["48.00", "0.00", "0.00", "0.00"]
    );
}

#[test]
fn interest_is_counted_again_on_the_lower_balance_from_the_next_period_on() {
    // 1 % a month: 12, 9, 6, 3 of interest. Of the period that has begun, the 9 stay.
    let model = FeeModel::EqualPrincipal(rate("12%"));
    let fees = |prepay| -> Vec<String> {
        let plan = prepaid(four(model), prepay, "2026-01-20", "300");
        let fee = |row: &crate::domain::allocation::Row| row.open_fee().plain(Currency::CNY);
        allocation(&plan).rows.iter().map(fee).collect()
    };
    assert_eq!(fees(Prepay::Shorten), ["0.00", "9.00", "3.00", "0.00"]);
    assert_eq!(fees(Prepay::Lower), ["0.00", "9.00", "4.00", "2.00"]);
}

#[test]
fn interest_by_the_day_falls_from_the_day_of_the_prepayment() {
    // 900 for 31 days at 0.1 % is 27.90; 300 less for the last 21 of them is 6.30 less.
    let model = FeeModel::Daily(rate("0.1%"));
    let plan = prepaid(four(model), Prepay::Shorten, "2026-01-20", "300");
    let rows = allocation(&plan).rows;
    assert_eq!(rows[1].open_fee(), cny("21.60"));
    // 28 days on 300 instead of 600, and nothing in the last period.
    assert_eq!(
        (rows[2].open_fee(), rows[3].open_fee()),
        (cny("8.40"), cny("0"))
    );
}

#[test]
fn what_is_billed_is_no_prepayment_and_what_is_left_pays_it() {
    let plan = prepaid(four(flat()), Prepay::Shorten, "2026-02-10", "800");
    let allocation = allocation(&plan);
    // 600 end the last two; 200 go to the second, due that day, fee first.
    assert_eq!(outstanding(&allocation), ["0.00", "112.00", "0.00", "0.00"]);
    assert_eq!(allocation.rows[1].paid_fee, cny("12"));
}

#[test]
fn a_prepayment_names_no_installment() {
    let mut plan = prepaid(four(flat()), Prepay::Shorten, "2026-03-10", "500");
    if let Some(payment) = plan.payments.last_mut() {
        payment.n = Some(3);
    }
    let open = outstanding(&allocation(&plan));
    assert_eq!(open, ["0.00", "112.00", "312.00", "0.00"]);
}

#[test]
fn a_plan_prepaid_in_full_is_complete() {
    for prepay in [Prepay::Shorten, Prepay::Lower] {
        let plan = prepaid(four(flat()), prepay, "2026-01-20", "900");
        assert!(allocation(&plan).outstanding().is_zero(), "{prepay:?}");
    }
}
