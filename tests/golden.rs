//! Published figures: each case names what goes in, what must come out, and how exactly.
//! Every case of the file is run.

mod happenings;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use fenqi::domain::cost::{
    Cost, Flow, dated, present_value, solve, solve_after_odd_days, unit_periods,
};
use fenqi::domain::due::Every;
use fenqi::domain::fee::{Fee, FeeAmount, FeeModel};
use fenqi::domain::late::{LateAmounts, penalty};
use fenqi::domain::money::{Remainder, Rounding};
use fenqi::domain::plan::Plan;
use fenqi::domain::rate::Rate;
use fenqi::domain::rules::{DailyLate, LateBase, Rules};
use fenqi::domain::schedule::{Schedule, annuity_payment};
use fenqi::domain::{Currency, Money, PlanId};
use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde_json::Value;

/// Named results of a case.
type Figures = BTreeMap<String, f64>;

#[test]
fn published_figures_come_out_as_published() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("golden/finance.json")).unwrap();
    let mut run: BTreeMap<&str, u32> = BTreeMap::new();
    for case in &cases {
        let (id, kind) = (text(&case["id"]), text(&case["kind"]));
        let figures = figures(kind, &case["inputs"]);
        for (name, expected) in case["expected"].as_object().unwrap() {
            let (got, expected) = (figures.get(name), expected.as_f64().unwrap());
            let got = got.unwrap_or_else(|| panic!("{id}: {name} is not worked out"));
            let tolerance = case["tolerance"][name].as_f64().unwrap().max(1e-9);
            assert!(
                (got - expected).abs() <= tolerance,
                "{id} {name}: {got}, published {expected}"
            );
        }
        *run.entry(kind).or_default() += 1;
    }
    println!("published cases run: {run:?}");
    assert_eq!(
        run.values().sum::<u32>(),
        u32::try_from(cases.len()).unwrap()
    );
}

fn figures(kind: &str, inputs: &Value) -> Figures {
    match kind {
        "annuity_payment" => named([("payment", annuity(inputs))]),
        "cumulative_interest" => named([("amount", cumulative(inputs).0)]),
        "cumulative_principal" => named([("amount", cumulative(inputs).1)]),
        "amortization_schedule_unrounded" => amortization(inputs),
        "effective_rate" => named([("effective", effective(inputs))]),
        "effective_rate_and_payment" => daily_compounding(inputs),
        "irr_periodic" => named([("irr", solve(&periodic(&inputs["cashflows"])).unwrap())]),
        "xirr_act365" => named([("xirr", solve(&on_dates(&inputs["cashflows"])).unwrap())]),
        "xnpv_act365" => named([(
            "xnpv",
            present_value(&on_dates(&inputs["cashflows"]), number(&inputs["rate"])),
        )]),
        "rate_annuity" => named([("rate", level_rate(inputs, number(&inputs["principal"])))]),
        "apr_regz_actuarial" => regulation_z(inputs),
        "apr_nominal_x12" => {
            let financed = number(&inputs["amount_financed"]);
            let charge = number(&inputs["payment"]) * number(&inputs["periods"]) - financed;
            named([
                ("apr", 12.0 * level_rate(inputs, financed)),
                ("finance_charge", charge),
            ])
        }
        "apr_eu_effective" => european(inputs),
        "flat_fee_true_cost" => flat(inputs),
        "flat_fee_schedule_true_cost" => flat_schedule(inputs),
        "flat_fee_schedule_limit" => flat_schedule_limit(inputs),
        "split_remainder" => split(inputs),
        "late_penalty" => late(inputs),
        "balloon_true_cost" => balloon(inputs),
        "early_settlement_components" => happenings::early_settlement(inputs),
        "late_fee_cap" => happenings::late_fee_cap(inputs),
        "late_fee_tier" => happenings::late_fee_tiers(inputs),
        "refund_offset" => happenings::refund_offset(inputs),
        "revolving_min_due" => happenings::revolving(inputs),
        other => panic!("{other}: no such kind"),
    }
}

fn named<const N: usize>(figures: [(&str, f64); N]) -> Figures {
    figures
        .into_iter()
        .map(|(name, figure)| (name.to_owned(), figure))
        .collect()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn number(value: &Value) -> f64 {
    match value.as_str().and_then(|text| text.split_once('/')) {
        Some((one, other)) => one.parse::<f64>().unwrap() / other.parse::<f64>().unwrap(),
        None => value.as_f64().unwrap(),
    }
}

fn count(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn money(value: &Value) -> Money {
    Money::from_decimal(Decimal::from_f64(number(value)).unwrap())
}

fn float(money: Money) -> f64 {
    money.as_decimal().to_f64().unwrap()
}

fn rate(value: &Value) -> Rate {
    Rate::parse(&format!(
        "{}%",
        Decimal::from_f64(number(value)).unwrap() * Decimal::ONE_HUNDRED
    ))
    .unwrap()
}

fn periodic(amounts: &Value) -> Vec<Flow> {
    let flow = |(at, amount): (u32, &Value)| Flow {
        at: at.into(),
        amount: number(amount),
    };
    (0..).zip(amounts.as_array().unwrap()).map(flow).collect()
}

fn on_dates(flows: &Value) -> Vec<Flow> {
    let flow = |flow: &Value| {
        (
            text(&flow[0]).parse::<NaiveDate>().unwrap(),
            number(&flow[1]),
        )
    };
    dated(
        &flows
            .as_array()
            .unwrap()
            .iter()
            .map(flow)
            .collect::<Vec<_>>(),
    )
}

/// `received` now, then equal or given payments one period apart.
fn after(received: f64, payments: impl IntoIterator<Item = f64>) -> Vec<Flow> {
    let paid = (1u32..).zip(payments).map(|(at, amount)| Flow {
        at: at.into(),
        amount,
    });
    std::iter::once(Flow {
        at: 0.0,
        amount: -received,
    })
    .chain(paid)
    .collect()
}

fn annuity(inputs: &Value) -> f64 {
    let i = Decimal::from_f64(number(&inputs["rate_per_period"])).unwrap();
    let end = annuity_payment(money(&inputs["principal"]), i, count(&inputs["periods"]));
    let at_begin = inputs["due"] == "begin";
    float(end)
        / if at_begin {
            1.0 + i.to_f64().unwrap()
        } else {
            1.0
        }
}

/// Interest, principal and the balance after each period, unrounded.
fn amortized(inputs: &Value) -> Vec<(f64, f64, f64)> {
    let i = number(&inputs["rate_per_period"]);
    let payment = float(annuity_payment(
        money(&inputs["principal"]),
        Decimal::from_f64(i).unwrap(),
        count(&inputs["periods"]),
    ));
    let mut balance = number(&inputs["principal"]);
    let period = |_| {
        let interest = balance * i;
        balance -= payment - interest;
        (interest, payment - interest, balance)
    };
    (0..count(&inputs["periods"])).map(period).collect()
}

fn cumulative(inputs: &Value) -> (f64, f64) {
    let (start, end) = (
        count(&inputs["start"]) as usize,
        count(&inputs["end"]) as usize,
    );
    let periods = amortized(inputs);
    let wanted = &periods[start - 1..end];
    (
        wanted.iter().map(|period| period.0).sum(),
        wanted.iter().map(|period| period.1).sum(),
    )
}

fn amortization(inputs: &Value) -> Figures {
    let mut figures = Figures::new();
    for (k, (interest, principal, balance)) in (1..).zip(amortized(inputs)) {
        for (name, figure) in [
            ("interest", interest),
            ("principal", principal),
            ("balance", balance),
        ] {
            figures.insert(format!("{name}_{k}"), figure);
        }
        *figures.entry("total_interest".to_owned()).or_default() += interest;
    }
    figures
}

fn effective(inputs: &Value) -> f64 {
    let times = number(&inputs["periods_per_year"]);
    libm::pow(1.0 + number(&inputs["nominal"]) / times, times) - 1.0
}

fn daily_compounding(inputs: &Value) -> Figures {
    let i = (1.0 + number(&inputs["monthly_rate"]) / 30.0).powi(30) - 1.0;
    let principal = number(&inputs["principal"]);
    let decimal = Decimal::from_f64(i).unwrap();
    let payment = float(annuity_payment(
        money(&inputs["principal"]),
        decimal,
        count(&inputs["periods"]),
    ));
    let interest = principal * i;
    named([
        ("eir", i),
        ("payment", payment),
        ("interest_1", interest),
        ("principal_1", payment - interest),
    ])
}

fn level_rate(inputs: &Value, received: f64) -> f64 {
    let payments = std::iter::repeat_n(
        number(&inputs["payment"]),
        count(&inputs["periods"]) as usize,
    );
    solve(&after(received, payments)).unwrap()
}

/// The dates decide how far each payment lies from the start; the case says it as well.
fn regulation_z(inputs: &Value) -> Figures {
    let date = |key: &str| text(&inputs[key]).parse::<NaiveDate>().unwrap();
    let every = Every::parse(text(&inputs["unit_period"])).unwrap();
    let (whole, odd) = unit_periods(date("advance_date"), date("first_payment_date"), every);
    let first = &inputs["flows"][0];
    assert!((whole - number(&first["full_unit_periods"])).abs() < 1e-9);
    assert!((odd - number(&first["fraction"])).abs() < 1e-9);
    let paid = |flow: &Value| Flow {
        at: number(&flow["full_unit_periods"]),
        amount: number(&flow["amount"]),
    };
    let paid: Vec<_> = inputs["flows"]
        .as_array()
        .unwrap()
        .iter()
        .map(paid)
        .collect();
    let rate = solve_after_odd_days(number(&inputs["amount_financed"]), odd, &paid).unwrap();
    named([("apr", rate * number(&inputs["unit_periods_per_year"]))])
}

fn european(inputs: &Value) -> Figures {
    let flows = |side: &Value, sign: f64| {
        let flow = |flow: &Value| {
            (
                text(&flow[0]).parse::<NaiveDate>().unwrap(),
                sign * number(&flow[1]),
            )
        };
        side.as_array()
            .unwrap()
            .iter()
            .map(flow)
            .collect::<Vec<_>>()
    };
    let all = [
        flows(&inputs["drawdown"], -1.0),
        flows(&inputs["repayments"], 1.0),
    ]
    .concat();
    named([("apr", solve(&dated(&all)).unwrap())])
}

fn flat(inputs: &Value) -> Figures {
    let (principal, periods) = (number(&inputs["principal"]), number(&inputs["periods"]));
    let payment = principal / periods + principal * number(&inputs["fee_rate_per_period"]);
    let i = solve(&after(
        principal,
        std::iter::repeat_n(payment, count(&inputs["periods"]) as usize),
    ))
    .unwrap();
    named([("monthly_irr", i), ("nominal_annual", i * 12.0)])
}

fn flat_schedule(inputs: &Value) -> Figures {
    let (principal, periods) = (money(&inputs["principal"]), count(&inputs["periods"]));
    let total_fee = principal.at_rate(rate(&inputs["fee_rate_total"]), 2);
    let parts = principal.split(periods, 2, Rounding::Down, Remainder::First);
    let fees = total_fee.split(periods, 2, Rounding::HalfUp, Remainder::First);
    let totals: Vec<_> = parts
        .iter()
        .zip(&fees)
        .map(|(part, fee)| float(*part + *fee))
        .collect();
    let i = solve(&after(float(principal), totals.iter().copied())).unwrap();
    named([
        ("first_principal", float(parts[0])),
        ("other_principal", float(parts[1])),
        ("fee", float(fees[1])),
        ("first_total", totals[0]),
        ("other_total", totals[1]),
        ("total_fee", float(total_fee)),
        ("monthly_irr", i),
        ("effective_annual", (1.0 + i).powi(12) - 1.0),
    ])
}

fn flat_schedule_limit(inputs: &Value) -> Figures {
    let principal = money(&inputs["instalment_principal"]);
    let part = principal.split(
        count(&inputs["periods"]),
        2,
        Rounding::Down,
        Remainder::Last,
    )[0];
    let fee = principal.at_rate(rate(&inputs["fee_rate_per_period"]), 2);
    let free = money(&inputs["limit"]) - principal;
    named([
        ("principal", float(part)),
        ("fee", float(fee)),
        ("payment", float(part + fee)),
        ("available_after_paying_rest", float(free)),
        ("available_after_first", float(free + part)),
    ])
}

fn split(inputs: &Value) -> Figures {
    let (rounding, odd) = match text(&inputs["rule"]) {
        "ceil_last" => (Rounding::Up, Remainder::Last),
        "first" => (Rounding::Down, Remainder::First),
        other => panic!("{other}: no such rule"),
    };
    let shares = money(&inputs["total"]).split(count(&inputs["periods"]), 2, rounding, odd);
    (1..)
        .zip(shares)
        .map(|(k, share)| (format!("p{k}"), float(share)))
        .collect()
}

fn late(inputs: &Value) -> Figures {
    let days = match inputs["days"].as_u64() {
        Some(_) => count(&inputs["days"]),
        None => count(&inputs["paid_day"]) - count(&inputs["due_day"]),
    };
    let rule = DailyLate {
        daily_rate: rate(&inputs["daily_rate"]),
        base: LateBase::Overdue,
        least_a_day: None,
    };
    let amounts = LateAmounts {
        overdue: money(&inputs["base"]),
        all_unpaid: Money::ZERO,
    };
    named([("penalty", float(penalty(rule, amounts, days, 2)))])
}

/// Through the schedule of a real plan: the published fee is the same every period.
fn balloon(inputs: &Value) -> Figures {
    let (principal, periods) = (money(&inputs["principal"]), count(&inputs["periods"]));
    let balloon = money(&inputs["balloon"]);
    let payment = Decimal::from_f64(number(&inputs["payment"])).unwrap();
    let in_all = payment * Decimal::from(periods) - (principal - balloon).as_decimal();
    let first_due = NaiveDate::from_ymd_opt(2026, 1, 10).unwrap();
    let plan = Plan {
        balloon: Some(balloon),
        fee: Fee {
            model: FeeModel::Flat(FeeAmount::Total(Money::from_decimal(in_all))),
            subsidised: false,
        },
        ..Plan::new(PlanId::new("car").unwrap(), principal, periods, first_due)
    };
    let schedule = Schedule::of(&plan, &Rules::of_plan(&plan, None), Currency::CNY);
    let first = schedule.installments.first().unwrap();
    assert_eq!(first.amount().as_decimal(), payment);
    let nominal = Cost::of(&plan, &schedule).nominal.unwrap();
    named([("nominal_annual", nominal.fraction())])
}
