use proptest::prelude::*;

use super::{allocation, outstanding};
use crate::domain::allocation::Allocation;
use crate::domain::currency::Currency;
use crate::domain::fee::{FeeAmount, FeeModel};
use crate::domain::id::MethodId;
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan, Refund, Settlement};
use crate::domain::rate::Rate;
use crate::domain::rules::{DailyLate, LateBase, LateRule, RefundFee, RefundOrder};
use crate::domain::test_book::{cny, date, payment, plan};

fn refund(on: &str, amount: &str) -> Refund {
    Refund {
        on: date(on),
        amount: cny(amount),
        reference: None,
    }
}

fn refunded(mut plan: Plan, on: &str, amount: &str) -> Allocation {
    plan.refunds.push(refund(on, amount));
    allocation(&plan)
}

fn back(allocation: &Allocation) -> Vec<(Option<usize>, String)> {
    let back = allocation.refunds.iter().flat_map(|refund| &refund.back);
    back.map(|back| (back.payment, back.amount.plain(Currency::CNY)))
        .collect()
}

fn via(method: &str, on: &str, amount: &str) -> Payment {
    Payment {
        via: MethodId::new(method).ok(),
        ..payment(on, amount)
    }
}

/// Published by Afterpay: 125.10 in each of four, two left, 143.10 refunded.
#[test]
fn the_last_installments_are_cancelled_first() {
    let mut plan = plan("p", "500.40", 4, "2026-01-10");
    plan.paid_through = 2;
    let allocation = refunded(plan, "2026-02-20", "143.10");
    assert_eq!(outstanding(&allocation), ["0.00", "0.00", "107.10", "0.00"]);
    assert!(back(&allocation).is_empty());
}

/// Published by Afterpay: 14.32 three times and 14.31, all paid, 15.00 refunded.
#[test]
fn a_refund_of_a_paid_plan_goes_back_in_cash_from_the_last_installment() {
    let mut plan = plan("p", "57.27", 4, "2026-01-10");
    plan.schedule = (1..=4)
        .map(|n| crate::domain::plan::ScheduleRow {
            n,
            due: None,
            principal: Some(cny(if n == 4 { "14.31" } else { "14.32" })),
            fee: None,
        })
        .collect();
    plan.payments = vec![
        payment("2026-01-10", "42.96"),
        payment("2026-04-10", "14.31"),
    ];
    let allocation = refunded(plan, "2026-04-20", "15");
    let off: Vec<_> = allocation
        .rows
        .iter()
        .map(|row| row.ended().refunded)
        .collect();
    assert_eq!(off, ["0", "0", "0.69", "14.31"].map(cny));
    assert_eq!(
        back(&allocation),
        [(Some(1), "14.31".to_owned()), (Some(0), "0.69".to_owned())]
    );
    assert_eq!(allocation.paid(), cny("42.27"));
}

/// Published by Afterpay: 100 in four, one paid, 80 refunded.
#[test]
fn a_refund_larger_than_the_open_rest_reaches_back_into_what_is_paid() {
    let mut plan = plan("p", "100", 4, "2026-01-10");
    plan.payments = vec![via("card", "2026-01-10", "25")];
    let allocation = refunded(plan, "2026-01-20", "80");
    assert_eq!(outstanding(&allocation), ["0.00"; 4]);
    assert_eq!(allocation.rows[0].paid(), cny("20"));
    let channel = &allocation.refunds[0].back[0];
    assert_eq!((channel.amount, channel.payment), (cny("5"), Some(0)));
    assert_eq!(channel.via, MethodId::new("card").ok());
}

/// Published by Klarna: a part is deducted evenly from what remains.
#[test]
fn a_refund_may_be_spread_evenly_over_what_is_open() {
    let even = |open: &str, amount: &str| {
        let mut plan = plan("p", "400", 4, "2026-01-10");
        plan.rules.refund = Some(RefundOrder::Even);
        plan.payments = vec![payment("2026-01-05", open)];
        refunded(plan, "2026-01-06", amount)
    };
    assert_eq!(
        outstanding(&even("100", "90")),
        ["0.00", "70.00", "70.00", "70.00"]
    );
    // What a small rest cannot take, the others take; odd cents go to the last.
    assert_eq!(
        outstanding(&even("190", "80")),
        ["0.00", "0.00", "65.00", "65.00"]
    );
    assert_eq!(
        outstanding(&even("100", "100")),
        ["0.00", "66.67", "66.67", "66.66"]
    );
    let all = even("100", "320");
    assert_eq!(outstanding(&all), ["0.00"; 4]);
    assert_eq!(back(&all), [(Some(0), "20.00".to_owned())]);
}

#[test]
fn a_refund_may_begin_with_the_oldest_installment() {
    let mut plan = plan("p", "400", 4, "2026-01-10");
    plan.rules.refund = Some(RefundOrder::OpenFirst);
    assert_eq!(
        outstanding(&refunded(plan, "2026-01-06", "150")),
        ["0.00", "50.00", "100.00", "100.00"]
    );
}

/// Published by 白条: 100 due and 120 refunded, 14 paid last by card A and 100 before by card B.
#[test]
fn cash_goes_back_to_the_newest_payment_first() {
    let mut plan = plan("p", "214", 1, "2026-03-10");
    plan.rules.refund = Some(RefundOrder::Baitiao);
    plan.payments = vec![via("a", "2026-02-10", "14"), via("b", "2026-01-10", "100")];
    let allocation = refunded(plan.clone(), "2026-02-20", "120");
    assert_eq!(allocation.refunds[0].principal, cny("100"));
    let first = [(Some(0), "14.00".to_owned()), (Some(1), "6.00".to_owned())];
    assert_eq!(back(&allocation), first);
    // A second refund finds only what the first one left.
    plan.refunds = vec![refund("2026-02-20", "120"), refund("2026-02-21", "100")];
    let second = [(Some(1), "94.00".to_owned()), (None, "6.00".to_owned())];
    assert_eq!(back(&super::allocation(&plan)), [first, second].concat());
}

/// Published by 白条: 3040 owed for two orders, 3000 paid, the order of 3000 refunded.
#[test]
fn what_is_still_owed_is_offset_before_anything_goes_back() {
    let mut plan = plan("p", "3040", 1, "2026-03-10");
    plan.rules.refund = Some(RefundOrder::Baitiao);
    plan.payments = vec![payment("2026-02-10", "3000")];
    let allocation = refunded(plan, "2026-02-20", "3000");
    assert_eq!(allocation.refunds[0].principal, cny("40"));
    assert_eq!(back(&allocation), [(Some(0), "2960.00".to_owned())]);
}

/// 1200 in four with 12.00 of fee each; on 20 February two are billed, both overdue.
fn overdue(order: RefundOrder) -> Plan {
    let mut plan = plan("p", "1200", 4, "2026-01-10");
    plan.fee.model = FeeModel::Flat(FeeAmount::Rate(Rate::parse("1%").unwrap()));
    plan.rules.refund = Some(order);
    plan.rules.late = Some(LateRule::Daily(DailyLate {
        daily_rate: Rate::parse("0.05%").unwrap(),
        base: LateBase::Overdue,
        least_a_day: None,
    }));
    plan
}

#[test]
fn huabei_takes_late_cost_overdue_principal_billed_fee_and_then_the_last_installments() {
    let huabei = |amount| refunded(overdue(RefundOrder::Huabei), "2026-02-20", amount);
    // 312 × 0.05 % × 41 days = 6.40, and 10 days 1.56.
    let late = huabei("7.96");
    assert_eq!(late.refunds[0].penalty, cny("7.96"));
    assert_eq!(late.outstanding(), cny("1248"));
    let principal = huabei("607.96");
    assert_eq!(
        outstanding(&principal),
        ["12.00", "12.00", "312.00", "312.00"]
    );
    let fees = huabei("631.96");
    assert_eq!(fees.refunds[0].fee, cny("24"));
    assert_eq!(outstanding(&fees), ["0.00", "0.00", "312.00", "312.00"]);
    // Half of the last principal goes, and half of its fee falls away.
    let last = huabei("781.96");
    assert_eq!(outstanding(&last), ["0.00", "0.00", "312.00", "156.00"]);
    assert_eq!(last.refunds[0].waived, cny("6"));
}

#[test]
fn huabei_gives_the_rest_to_the_balance_of_its_wallet() {
    let mut plan = plan("p", "400", 4, "2026-01-10");
    plan.rules.refund = Some(RefundOrder::Huabei);
    plan.payments = vec![via("card", "2026-01-05", "100")];
    let allocation = refunded(plan, "2026-01-06", "310");
    assert_eq!(back(&allocation), [(None, "10.00".to_owned())]);
}

#[test]
fn baitiao_takes_late_cost_and_overdue_principal_and_leaves_billed_fees() {
    let plan = overdue(RefundOrder::Baitiao);
    let allocation = refunded(plan, "2026-02-20", "757.96");
    let open = ["12.00", "12.00", "312.00", "156.00"];
    assert_eq!(outstanding(&allocation), open);
}

#[test]
fn a_full_refund_of_an_unpaid_plan_leaves_the_billed_fees_only() {
    for (fee, open) in [
        (None, ["12.00", "12.00", "0.00", "0.00"]),
        (Some(RefundFee::Kept), ["12.00"; 4]),
        (Some(RefundFee::FullWithin(41)), ["0.00"; 4]),
        (Some(RefundFee::FullWithin(40)), ["12.00"; 4]),
    ] {
        let mut plan = overdue(RefundOrder::LastFirst);
        plan.rules.refund_fee = fee;
        plan.bought = Some(date("2026-01-10"));
        let allocation = refunded(plan, "2026-02-20", "1200");
        assert_eq!(outstanding(&allocation), open, "{fee:?}");
    }
}

#[test]
fn a_refund_takes_the_interest_with_it_that_is_not_billed() {
    for model in [
        FeeModel::Annuity(Rate::parse("12%").unwrap()),
        FeeModel::EqualPrincipal(Rate::parse("12%").unwrap()),
        FeeModel::Daily(Rate::parse("0.04%").unwrap()),
    ] {
        let mut plan = overdue(RefundOrder::LastFirst);
        plan.fee.model = model;
        plan.bought = Some(date("2025-12-10"));
        let all = refunded(plan.clone(), "2026-01-05", "1200");
        assert!(all.outstanding().is_zero(), "{model:?}");
        // From the due day on the first installment is billed: its interest stays.
        let first = allocation(&plan).rows[0].open_fee();
        let late = refunded(plan, "2026-01-10", "1200");
        assert_eq!(late.outstanding(), first, "{model:?}");
    }
}

#[test]
fn an_upfront_fee_falls_by_the_share_of_the_whole_principal() {
    let mut plan = plan("p", "1200", 4, "2026-02-10");
    plan.fee.model = FeeModel::Upfront(
        FeeAmount::Total(cny("48")),
        crate::domain::fee::UpfrontDue::FirstInstallment,
    );
    let allocation = refunded(plan, "2026-02-01", "300");
    assert_eq!(
        outstanding(&allocation),
        ["336.00", "300.00", "300.00", "0.00"]
    );
}

#[test]
fn a_refund_after_a_settlement_goes_back_in_cash() {
    let mut plan = plan("p", "400", 4, "2026-01-10");
    plan.payments = vec![payment("2026-01-05", "100")];
    plan.settled = Some(Settlement {
        on: date("2026-01-08"),
        amount: cny("300"),
    });
    let allocation = refunded(plan, "2026-01-20", "350");
    assert_eq!(allocation.paid(), cny("50"));
    assert_eq!(allocation.refunds[0].given_back(), cny("350"));
}

fn any_model() -> impl Strategy<Value = FeeModel> {
    let rate = |text: &str| Rate::parse(text).unwrap();
    prop_oneof![
        Just(FeeModel::None),
        Just(FeeModel::Flat(FeeAmount::Rate(rate("0.6%")))),
        Just(FeeModel::Upfront(
            FeeAmount::Rate(rate("7.2%")),
            crate::domain::fee::UpfrontDue::FirstInstallment
        )),
        Just(FeeModel::Annuity(rate("17.4%"))),
        Just(FeeModel::EqualPrincipal(rate("10.5%"))),
        Just(FeeModel::Daily(rate("0.05%"))),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_every_cent_is_accounted_for_and_nothing_is_negative(
        model in any_model(), periods in 1u32..=12,
        payments in proptest::collection::vec((1i64..40_000, 0u64..200, 0u8..4), 0..6),
        refunds in proptest::collection::vec((1i64..60_000, 0u64..200), 0..3),
        order in proptest::sample::select(&[
            RefundOrder::LastFirst, RefundOrder::Even, RefundOrder::OpenFirst,
            RefundOrder::Huabei, RefundOrder::Baitiao,
        ]),
        fee in proptest::sample::select(&[RefundFee::Proportional, RefundFee::Kept, RefundFee::FullWithin(60)]),
        early in proptest::sample::select(&[
            None, Some(crate::domain::rules::EarlyPolicy::AllFees), Some(crate::domain::rules::EarlyPolicy::NextFee),
        ]),
    ) {
        let start = date("2026-01-10");
        let cents = |cents| Money::from_decimal(rust_decimal::Decimal::new(cents, 2));
        let mut plan = overdue(order);
        plan.fee.model = model;
        plan.periods = periods;
        plan.bought = Some(start);
        plan.rules.refund_fee = Some(fee);
        plan.rules.early = early;
        for (amount, day, prepay) in payments {
            let prepay = match prepay {
                0 => Some(crate::domain::rules::Prepay::Shorten),
                1 => Some(crate::domain::rules::Prepay::Lower),
                _ => None,
            };
            let on = start + chrono::Days::new(day);
            plan.payments.push(Payment { on, amount: cents(amount), prepay, ..payment("2026-01-10", "1") });
        }
        for (amount, day) in refunds {
            let on = start + chrono::Days::new(day);
            plan.refunds.push(Refund { on, amount: cents(amount), reference: None });
        }
        let allocation = allocation(&plan);
        for refund in &allocation.refunds {
            let given = refund.principal + refund.fee + refund.penalty + refund.given_back();
            prop_assert_eq!(given, plan.refunds[refund.refund].amount);
        }
        let asked: Money = allocation.rows.iter().map(|row| row.installment.amount()).sum();
        prop_assert_eq!(allocation.paid() + allocation.outstanding() + allocation.taken_off(), asked);
        let brought: Money = plan.payments.iter().map(|payment| payment.amount).sum();
        let known: Money = allocation.refunds.iter().flat_map(|refund| &refund.back)
            .filter(|back| back.payment.is_some()).map(|back| back.amount).sum();
        prop_assert!(known <= brought);
        for row in &allocation.rows {
            let covered = row.paid_principal + row.ended().refunded + row.ended().settled;
            prop_assert_eq!(covered + row.open_principal(), row.installment.principal);
            prop_assert_eq!(row.paid_fee + row.ended().waived_fee + row.open_fee(), row.installment.own_fee());
            for part in [row.paid_principal, row.paid_fee, row.ended().refunded, row.ended().waived_fee] {
                prop_assert!(part >= Money::ZERO, "{row:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn a_full_refund_before_anything_is_billed_leaves_nothing_in_however_many_steps(
        model in any_model(), cents in 100i64..1_000_000, periods in 1u32..=24,
        steps in proptest::collection::vec(1i64..100, 0..4),
        order in proptest::sample::select(&[
            RefundOrder::LastFirst, RefundOrder::Even, RefundOrder::OpenFirst,
            RefundOrder::Huabei, RefundOrder::Baitiao,
        ]),
    ) {
        let of = |cents| Money::from_decimal(rust_decimal::Decimal::new(cents, 2));
        let mut plan = overdue(order);
        (plan.principal, plan.periods) = (of(cents), periods);
        plan.fee.model = model;
        plan.bought = Some(date("2025-12-20"));
        let mut left = cents;
        for percent in steps.into_iter().chain([100]) {
            let amount = left * percent / 100;
            left -= amount;
            if amount > 0 {
                let on = date("2026-01-02");
                plan.refunds.push(Refund { on, amount: of(amount), reference: None });
            }
        }
        let allocation = allocation(&plan);
        prop_assert!(allocation.outstanding().is_zero(), "{:?}", outstanding(&allocation));
        prop_assert!(allocation.refunds.iter().all(|refund| refund.back.is_empty()));
    }
}
