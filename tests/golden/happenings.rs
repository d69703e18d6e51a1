//! Published figures of what happens to a plan: refunds, late fees, early settlement.

use fenqi::domain::early::quote;
use fenqi::domain::fee::{FeeAmount, FeeModel};
use fenqi::domain::late::late_fees;
use fenqi::domain::plan::{Payment, Plan, Refund};
use fenqi::domain::revolving::Revolving;
use fenqi::domain::rules::{EarlyPolicy, LateFees, RefundOrder};
use fenqi::domain::standing::PlanStanding;
use fenqi::domain::working_day::WorkingCalendar;
use fenqi::domain::{Book, Money, PlanId, Rate};
use serde_json::Value;

use super::{Figures, count, float, money, named, rate, text};

fn yuan(amount: u32) -> Money {
    amount.into()
}

fn percent(text: &str) -> Rate {
    Rate::parse(text).unwrap()
}

fn plan(principal: Money, periods: u32) -> Plan {
    let first_due = "2026-01-10".parse().unwrap();
    Plan::new(PlanId::new("p").unwrap(), principal, periods, first_due)
}

fn paid(amount: Money, on: &str) -> Payment {
    Payment {
        n: None,
        on: on.parse().unwrap(),
        amount,
        via: None,
        reference: None,
        restored: None,
        verified: None,
        prepay: None,
    }
}

fn standing(plan: &Plan, today: &str) -> PlanStanding {
    let book = Book {
        plans: vec![plan.clone()],
        ..Book::default()
    };
    let calendar = WorkingCalendar::weekends_only();
    PlanStanding::of(&book, plan, &calendar, today.parse().unwrap())
}

/// Klarna, Australia: a fee by the order's total, three times at most.
pub(super) fn late_fee_tiers(inputs: &Value) -> Figures {
    let rule = LateFees {
        tiers: [(25, 2), (60, 4), (100, 6), (200, 8)]
            .map(|(from, fee)| (yuan(from), yuan(fee)))
            .to_vec(),
        from_day: 1,
        again: None,
        cap: None,
        most: None,
        times: Some(3),
    };
    let mut figures = Figures::new();
    for (k, order) in (1..).zip(inputs["order_totals"].as_array().unwrap()) {
        let fees = late_fees(&rule, money(order), &[1; 10], 2);
        figures.insert(format!("f{k}"), float(fees[0]));
        figures.insert(format!("m{k}"), float(fees.into_iter().sum()));
    }
    figures
}

/// Afterpay, Australia: 10, 7 more after a week, at most a quarter of the order or 68.
pub(super) fn late_fee_cap(inputs: &Value) -> Figures {
    let rule = LateFees {
        tiers: vec![(Money::ZERO, yuan(10))],
        from_day: 1,
        again: Some((7, yuan(7))),
        cap: Some(percent("25%")),
        most: Some(yuan(68)),
        times: None,
    };
    let days = if inputs["unpaid_over_7_days"] == true {
        8
    } else {
        1
    };
    let missed = vec![days; count(&inputs["missed_payments"]) as usize];
    let fees = late_fees(&rule, money(&inputs["order_total"]), &missed, 2);
    named([("fee", float(fees.into_iter().sum()))])
}

/// 白条: what is owed is offset, the rest goes back to the newest payment first.
pub(super) fn refund_offset(inputs: &Value) -> Figures {
    let repayments = inputs["repayments_latest_first"].as_array();
    let (owed, payments, refund) = if let Some(list) = repayments {
        let days = ["2026-01-09", "2026-01-08"];
        let made = list.iter().zip(days);
        let payments = made.map(|(entry, on)| paid(money(&entry[1]), on)).collect();
        (money(&inputs["bill_due"]), payments, &inputs["refund"])
    } else {
        let paid = paid(money(&inputs["already_repaid"]), "2026-01-08");
        let owed = money(&inputs["unbilled"]) - paid.amount;
        (owed, vec![paid], &inputs["refund_order_A"])
    };
    let before: Money = payments
        .iter()
        .map(|payment: &Payment| payment.amount)
        .sum();
    let mut plan = plan(owed + before, 1);
    plan.rules.refund = Some(RefundOrder::Baitiao);
    plan.payments = payments;
    plan.refunds = vec![Refund {
        on: "2026-01-09".parse().unwrap(),
        amount: money(refund),
        reference: None,
    }];
    let refund = standing(&plan, "2026-01-10").refunds.remove(0);
    let mut figures = named([
        ("offset_current_bill", float(refund.principal)),
        ("offset_unbilled", float(refund.principal)),
        ("returned", float(refund.given_back())),
    ]);
    for back in &refund.back {
        let channel = &repayments.map(|list| &list[back.payment.unwrap()][0]);
        let name = channel.map_or("nobody", text).replace(' ', "_");
        figures.insert(format!("to_{name}"), float(back.amount));
    }
    figures
}

/// A plan with some installments paid, settled where all fees stay due.
pub(super) fn early_settlement(inputs: &Value) -> Figures {
    let mut plan = plan(money(&inputs["principal"]), count(&inputs["periods"]));
    plan.fee.model = FeeModel::Flat(FeeAmount::Rate(rate(&inputs["fee_rate_per_period"])));
    plan.rules.early = Some(EarlyPolicy::AllFees);
    plan.paid_through = count(&inputs["paid_periods"]);
    let standing = standing(&plan, "2026-04-20");
    let quote = quote(&plan, &standing, "2026-04-20".parse().unwrap()).unwrap();
    let paid_fee = standing
        .installments
        .iter()
        .map(|one| one.row.paid_fee)
        .sum();
    named([
        ("fee_billed", float(paid_fee)),
        ("principal_left", float(quote.principal)),
        ("fee_remaining", float(quote.fees)),
    ])
}

/// 微信分付: interest by the day and a share of what is used.
pub(super) fn revolving(inputs: &Value) -> Figures {
    let terms = Revolving {
        daily_rate: rate(&inputs["daily_rate"]),
        least_share: rate(&inputs["min_ratio"]),
        all_up_to: yuan(100),
    };
    let (used, days) = (money(&inputs["used"]), count(&inputs["days"]));
    named([
        ("interest", float(terms.interest(used, days, 2))),
        ("due", float(terms.minimum_due(used, days, 2))),
    ])
}
