//! What a plan really costs: yearly rates that compare with other offers.
//!
//! The only place where binary floating point is used, because a rate of return has no exact
//! decimal. Nothing here flows back into an amount.
//!
//! - *nominal* (单利): the rate of one period × periods a year.
//! - *effective* (复利): `(1 + i)^periods − 1`.
//!
//! The rate of one period solves `received = Σ payment / (1 + i)^t` (notice no. 3 of 2021 of
//! the People's Bank: all costs over the principal actually occupied). It is found by bisection
//! of a bracket, never from a guess; flows without exactly one change of sign have no single
//! answer and give `None`. Costs of being late are never mixed in.

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

use super::due::Every;
use super::money::Money;
use super::plan::Plan;
use super::schedule::Schedule;

/// A rate a year as a fraction; prints as a percentage with two decimals.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct YearlyRate(f64);

/// What a plan costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// What the shopper had the use of.
    pub amount_financed: Money,
    /// What is paid for it in all, without a fee taken at purchase.
    pub total_paid: Money,
    /// The difference.
    pub total_cost: Money,
    /// The nominal yearly rate; `None` where it is undefined.
    pub nominal: Option<YearlyRate>,
    /// The effective yearly rate; `None` where it is undefined.
    pub effective: Option<YearlyRate>,
}

/// An amount at a moment, in periods or years from the start. Received is negative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flow {
    /// When.
    pub at: f64,
    /// How much.
    pub amount: f64,
}

/// Bounds of the search for a rate; −100 % and above 1,000,000 % mean nothing.
const LOWEST: f64 = -0.9999;
const HIGHEST: f64 = 1.0e4;

impl YearlyRate {
    /// A rate from a fraction.
    pub fn new(fraction: f64) -> Self {
        Self(fraction)
    }

    /// The fraction.
    pub fn fraction(self) -> f64 {
        self.0
    }

    /// The percentage with two decimals and no sign behind it, as JSON wants it.
    pub fn percent(self) -> String {
        // Adding zero turns a negative zero into a plain one.
        format!("{:.2}", (self.0 * 1e4).round() / 1e2 + 0.0)
    }

    /// True above this percentage.
    pub fn is_above_percent(self, percent: u32) -> bool {
        self.0 * 100.0 > f64::from(percent)
    }
}

impl fmt::Display for YearlyRate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_above_percent(1000) {
            f.write_str(">1000%")
        } else {
            write!(f, "{}%", self.percent())
        }
    }
}

impl Cost {
    /// The cost of a plan by its schedule, if everything is paid when due.
    pub fn of(plan: &Plan, schedule: &Schedule) -> Self {
        let received = schedule.principal_total() - schedule.at_purchase;
        let total_paid: Money = schedule
            .installments
            .iter()
            .map(super::schedule::Installment::amount)
            .sum();
        let total_cost = total_paid - received;
        let rate = if total_cost.is_zero() {
            Some(0.0)
        } else {
            solve(&flows(plan, schedule, received))
        };
        let periods = periods_a_year(plan.every);
        Self {
            amount_financed: received,
            total_paid,
            total_cost,
            nominal: rate.map(|rate| YearlyRate(rate * periods)),
            effective: rate
                .map(|rate| (1.0 + rate).powf(periods) - 1.0)
                .filter(|effective| effective.is_finite())
                .map(YearlyRate),
        }
    }
}

fn periods_a_year(every: Every) -> f64 {
    match every {
        Every::Months(months) => 12.0 / f64::from(months.get()),
        Every::Days(days) => 365.0 / f64::from(days.get()),
    }
}

/// Equal periods. The first installment lies one period after the start, or at the start where
/// it is paid with the order.
fn flows(plan: &Plan, schedule: &Schedule, received: Money) -> Vec<Flow> {
    let with_order = plan.bought.is_some_and(|bought| plan.first_due <= bought);
    let first = if with_order { 0.0 } else { 1.0 };
    let paid = schedule.installments.iter().map(|installment| Flow {
        at: first + f64::from(installment.n) - 1.0,
        amount: float(installment.amount()),
    });
    std::iter::once(Flow {
        at: 0.0,
        amount: -float(received),
    })
    .chain(paid)
    .collect()
}

fn float(money: Money) -> f64 {
    money.as_decimal().to_f64().unwrap_or(f64::NAN)
}

/// Flows on dates, in years of 365 days from the first (as spreadsheets' XIRR counts).
pub fn dated(flows: &[(NaiveDate, f64)]) -> Vec<Flow> {
    let Some((start, _)) = flows.first() else {
        return Vec::new();
    };
    let years = |date: NaiveDate| {
        f64::from(i32::try_from((date - *start).num_days()).unwrap_or(i32::MAX)) / 365.0
    };
    flows
        .iter()
        .map(|(date, amount)| Flow {
            at: years(*date),
            amount: *amount,
        })
        .collect()
}

/// The value of the flows at their start, at a rate a unit of time.
pub fn present_value(flows: &[Flow], rate: f64) -> f64 {
    flows
        .iter()
        .map(|flow| flow.amount * (1.0 + rate).powf(-flow.at))
        .sum()
}

/// The rate a unit of time at which the flows are worth nothing; `None` where there is no
/// single answer.
pub fn solve(flows: &[Flow]) -> Option<f64> {
    let mut by_time: Vec<_> = flows.to_vec();
    by_time.sort_by(|one, other| one.at.total_cmp(&other.at));
    let mut net: Vec<Flow> = Vec::new();
    for flow in by_time {
        match net
            .last_mut()
            .filter(|last| last.at.total_cmp(&flow.at).is_eq())
        {
            Some(last) => last.amount += flow.amount,
            None => net.push(flow),
        }
    }
    let signs: Vec<bool> = net
        .iter()
        .filter(|flow| flow.amount != 0.0)
        .map(|flow| flow.amount > 0.0)
        .collect();
    let changes = signs
        .windows(2)
        .filter(|pair| pair.first() != pair.last())
        .count();
    (changes == 1).then(|| bisect(&net)).flatten()
}

fn bisect(flows: &[Flow]) -> Option<f64> {
    let (mut low, mut high) = (LOWEST, HIGHEST);
    let at_low = present_value(flows, low) > 0.0;
    if at_low == (present_value(flows, high) > 0.0) {
        return None;
    }
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if (present_value(flows, middle) > 0.0) == at_low {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}

#[cfg(test)]
mod tests {
    use super::{Cost, Flow, YearlyRate, solve};
    use crate::domain::currency::Currency;
    use crate::domain::due::Every;
    use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
    use crate::domain::plan::Plan;
    use crate::domain::rate::Rate;
    use crate::domain::rules::Rules;
    use crate::domain::schedule::Schedule;
    use crate::domain::test_book::{date, plan};

    fn cost(plan: &Plan) -> Cost {
        Cost::of(
            plan,
            &Schedule::of(plan, &Rules::of_plan(plan, None), Currency::CNY),
        )
    }

    fn flat(principal: &str, periods: u32, rate: &str) -> Plan {
        let model = FeeModel::Flat(FeeAmount::Rate(Rate::parse(rate).unwrap()));
        Plan {
            fee: Fee {
                model,
                subsidised: false,
            },
            ..plan("p", principal, periods, "2026-01-10")
        }
    }

    #[test]
    fn a_headline_of_seven_percent_costs_thirteen() {
        for (periods, rate, nominal, effective) in [
            (3, "0.5%", "8.98", "9.36"),
            (6, "0.6%", "12.24", "12.95"),
            (12, "0.6%", "13.03", "13.84"),
            (24, "0.75%", "16.43", "17.72"),
        ] {
            let cost = cost(&flat("120000", periods, rate));
            assert_eq!(cost.nominal.unwrap().percent(), nominal, "{periods} {rate}");
            assert_eq!(
                cost.effective.unwrap().percent(),
                effective,
                "{periods} {rate}"
            );
        }
    }

    #[test]
    fn no_cost_is_exactly_zero() {
        let free = cost(&flat("1000", 3, "0%"));
        assert_eq!(
            (free.nominal, free.effective),
            (Some(YearlyRate::new(0.0)), Some(YearlyRate::new(0.0)))
        );
        assert_eq!(free.nominal.unwrap().to_string(), "0.00%");
    }

    #[test]
    fn a_fee_at_purchase_lowers_what_was_received() {
        let model = FeeModel::Upfront(
            FeeAmount::Rate(Rate::parse("5%").unwrap()),
            UpfrontDue::AtPurchase,
        );
        let plan = Plan {
            fee: Fee {
                model,
                subsidised: false,
            },
            ..plan("p", "1000", 2, "2026-01-10")
        };
        assert_eq!(cost(&plan).amount_financed.to_string(), "950.00");
        assert!(cost(&plan).nominal.unwrap().is_above_percent(24));
    }

    #[test]
    fn pay_in_four_pays_the_first_with_the_order() {
        let every = Every::parse("2 weeks").unwrap();
        let plan = Plan {
            every,
            bought: Some(date("2026-01-10")),
            ..flat("100", 4, "1%")
        };
        // Three parts of 26 for the 74 had after the first.
        let i = solve(
            &[(0.0, -74.0), (1.0, 26.0), (2.0, 26.0), (3.0, 26.0)]
                .map(|(at, amount)| Flow { at, amount }),
        )
        .unwrap();
        let expected = YearlyRate::new(i * 365.0 / 14.0).percent();
        assert_eq!(cost(&plan).nominal.unwrap().percent(), expected);
    }

    #[test]
    fn a_rate_beyond_all_numbers_is_no_rate() {
        let plan = Plan {
            every: Every::parse("1 day").unwrap(),
            ..flat("100", 2, "800%")
        };
        let cost = cost(&plan);
        assert!(cost.nominal.unwrap().is_above_percent(1000));
        assert_eq!(cost.effective, None);
    }

    #[test]
    fn flows_without_one_change_of_sign_have_no_answer() {
        let flows = |amounts: &[f64]| {
            (0u32..)
                .zip(amounts)
                .map(|(t, amount)| Flow {
                    at: t.into(),
                    amount: *amount,
                })
                .collect::<Vec<_>>()
        };
        assert_eq!(solve(&flows(&[-50.0, -100.0, 600.0, 300.0, -100.0])), None);
        assert_eq!(solve(&flows(&[100.0, 100.0])), None);
        assert_eq!(solve(&[]), None);
    }
}
