mod prepay;
mod refund;

use super::{Allocation, Source, Terms};
use crate::domain::currency::Currency;
use crate::domain::fee::{Fee, FeeAmount, FeeModel};
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan, Settlement};
use crate::domain::rate::Rate;
use crate::domain::rules::{AllocationOrder, Rules};
use crate::domain::schedule::Schedule;
use crate::domain::test_book::{cny, date, payment, plan};
use chrono::NaiveDate;
use proptest::prelude::*;

pub(super) fn allocation(plan: &Plan) -> Allocation {
    allocation_on(plan, None)
}

fn allocation_on(plan: &Plan, as_of: Option<NaiveDate>) -> Allocation {
    let rules = Rules::of_plan(plan, None);
    let terms = Terms {
        plan,
        rules: &rules,
        currency: Currency::CNY,
        replaced_on: None,
    };
    let schedule = Schedule::of(plan, &rules, Currency::CNY);
    Allocation::of(terms, schedule, as_of)
}

/// Three installments of 338.33, 338.33, 338.34, each with 5.00 of fee.
pub(super) fn three() -> Plan {
    let model = FeeModel::Flat(FeeAmount::Rate(Rate::parse("0.5%").unwrap()));
    Plan {
        fee: Fee {
            model,
            subsidised: false,
        },
        ..plan("p", "1000", 3, "2026-01-10")
    }
}

pub(super) fn outstanding(allocation: &Allocation) -> Vec<String> {
    allocation
        .rows
        .iter()
        .map(|row| row.outstanding().plain(Currency::CNY))
        .collect()
}

#[test]
fn a_partial_payment_covers_the_fee_first_and_leaves_the_rest_due() {
    let plan = Plan {
        payments: vec![payment("2026-01-10", "300")],
        ..three()
    };
    let allocation = allocation(&plan);
    assert_eq!(outstanding(&allocation), ["38.33", "338.33", "338.34"]);
    assert_eq!(
        (
            allocation.rows[0].paid_fee,
            allocation.rows[0].paid_principal
        ),
        (cny("5"), cny("295"))
    );
}

#[test]
fn one_payment_may_cover_several_installments() {
    let plan = Plan {
        payments: vec![payment("2026-01-10", "700")],
        ..three()
    };
    assert_eq!(outstanding(&allocation(&plan)), ["0.00", "0.00", "315.00"]);
}

#[test]
fn a_payment_that_names_its_installment_goes_there_first() {
    let named = Payment {
        n: Some(3),
        ..payment("2026-01-10", "400")
    };
    let plan = Plan {
        payments: vec![named],
        ..three()
    };
    assert_eq!(
        outstanding(&allocation(&plan)),
        ["276.67", "338.33", "0.00"]
    );
}

#[test]
fn payments_count_by_their_date_not_by_their_place_in_the_file() {
    let plan = Plan {
        payments: vec![
            payment("2026-02-10", "338.33"),
            payment("2026-01-10", "338.33"),
        ],
        ..three()
    };
    let allocation = allocation(&plan);
    assert_eq!(allocation.rows[0].last_paid, Some(date("2026-01-10")));
    assert_eq!(allocation.last_payment_for(1), Some(1));
}

#[test]
fn what_was_paid_before_the_book_began_is_simply_paid() {
    let plan = Plan {
        paid_through: 2,
        ..three()
    };
    let allocation = allocation(&plan);
    assert_eq!(
        allocation.oldest_open().map(|row| row.installment.n),
        Some(3)
    );
    assert!(allocation.parts.is_empty());
}

#[test]
fn as_of_a_day_later_payments_have_not_happened() {
    let plan = Plan {
        payments: vec![payment("2026-01-10", "338.33")],
        ..three()
    };
    let day_before = allocation_on(&plan, Some(date("2026-01-09")));
    assert_eq!(day_before.outstanding(), cny("1015"));
}

#[test]
fn more_than_ninety_days_overdue_the_principal_comes_first_where_the_rule_says_so() {
    for (order, on, fee) in [
        (None, "2026-04-11", "5"),
        (
            Some(AllocationOrder::PrincipalFirstAfter90Days),
            "2026-04-10",
            "5",
        ),
        (
            Some(AllocationOrder::PrincipalFirstAfter90Days),
            "2026-04-11",
            "0",
        ),
    ] {
        let mut plan = three();
        plan.rules.allocation = order;
        plan.payments = vec![payment(on, "300")];
        let allocation = allocation(&plan);
        assert_eq!(allocation.rows[0].paid_fee, cny(fee), "{order:?} {on}");
        assert_eq!(allocation.rows[0].paid(), cny("300"));
    }
}

#[test]
fn a_settlement_ends_everything_open() {
    let settled = Some(Settlement {
        on: date("2026-02-01"),
        amount: cny("680"),
    });
    let plan = Plan {
        settled,
        payments: vec![payment("2026-01-10", "338.33")],
        ..three()
    };
    let allocation = allocation(&plan);
    assert!(allocation.outstanding().is_zero());
    let freed: Money = allocation
        .parts
        .iter()
        .filter(|p| p.source == Source::Settlement)
        .map(|p| p.principal)
        .sum();
    assert_eq!(freed, cny("666.67"));
}

proptest! {
    #[test]
    fn paid_and_outstanding_and_excess_account_for_every_cent(
        amounts in proptest::collection::vec((1i64..60_000, 0u32..5), 0..8),
    ) {
        let mut plan = three();
        for (day, (cents, n)) in (1..).zip(&amounts) {
            let amount = Money::from_decimal(rust_decimal::Decimal::new(*cents, 2));
            let n = (1..=3).contains(n).then_some(*n);
            plan.payments.push(Payment { n, amount, ..payment(&format!("2026-01-{day:02}"), "1") });
        }
        let given: Money = plan.payments.iter().map(|p| p.amount).sum();
        let allocation = allocation(&plan);
        let paid: Money = allocation.rows.iter().map(super::Row::paid).sum();
        prop_assert_eq!(paid + allocation.outstanding(), cny("1015"));
        prop_assert_eq!(paid + allocation.excess, given);
        let parts: Money = allocation.parts.iter().map(|p| p.principal + p.fee).sum();
        prop_assert_eq!(parts, paid);
    }
}
