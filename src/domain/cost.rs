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
//!
//! How the time is counted follows the contract, see [`Counted`]: periods are equal unless the
//! plan's own interest or dates say otherwise.

mod solver;

use std::fmt;

use chrono::NaiveDate;
use rust_decimal::prelude::ToPrimitive;

pub use self::solver::{Flow, dated, present_value, solve, solve_after_odd_days, unit_periods};
use super::due::{Every, due_date};
use super::money::Money;
use super::plan::Plan;
use super::schedule::{Installment, Schedule};

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
    /// How the time between the payments was counted for both.
    pub counted: Counted,
}

/// How the time between payments is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// In equal periods; the first one too, whatever its days.
    Periods,
    /// In equal periods after a first one of its own length, because its interest is counted by
    /// days (12 CFR 1026 App. J (b)(5)).
    OddFirst,
    /// By days, a year of 365 (XIRR), because the provider's bill or a deferral moved a date.
    Dates,
}

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

    /// True where it deserves a mark: above 24 % as it is printed. That is the most that a
    /// micro-lender in mainland China may charge in all on a new loan, and was long the highest rate
    /// that courts there enforced.
    pub fn is_high(self) -> bool {
        (self.0 * 1e4).round() > 24e2
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
        let total_paid: Money = schedule.installments.iter().map(Installment::amount).sum();
        let total_cost = total_paid - received;
        let counted = Counted::of(plan, schedule);
        let rates = if total_cost.is_zero() {
            Some((0.0, 0.0))
        } else {
            counted.rates(plan, schedule, float(received))
        };
        Self {
            amount_financed: received,
            total_paid,
            total_cost,
            nominal: rates.map(|(nominal, _)| YearlyRate(nominal)),
            effective: rates
                .map(|(_, effective)| effective)
                .filter(|effective| effective.is_finite())
                .map(YearlyRate),
            counted,
        }
    }
}

impl Counted {
    fn of(plan: &Plan, schedule: &Schedule) -> Self {
        let regular = |n| due_date(plan.first_due, plan.anchor, plan.every, n);
        let is_moved = |one: &Installment| regular(one.n) != Some(one.due);
        if schedule.installments.iter().any(is_moved) {
            Self::Dates
        } else if schedule.interest_from.is_some() {
            Self::OddFirst
        } else {
            Self::Periods
        }
    }

    /// The nominal and the effective yearly rate.
    fn rates(self, plan: &Plan, schedule: &Schedule, received: f64) -> Option<(f64, f64)> {
        let periods = periods_a_year(plan.every);
        if self == Self::Dates {
            let effective = solve(&on_dates(plan, schedule, received)?)?;
            let a_period = libm::pow(1.0 + effective, periods.recip()) - 1.0;
            return Some((a_period * periods, effective));
        }
        let rate = match schedule.interest_from {
            Some(start) => {
                let (first, odd) = unit_periods(start, plan.first_due, plan.every);
                solve_after_odd_days(received, odd, &paid_from(first, schedule))
            }
            None => solve(&in_periods(plan, schedule, received)),
        }?;
        Some((rate * periods, libm::pow(1.0 + rate, periods) - 1.0))
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
fn in_periods(plan: &Plan, schedule: &Schedule, received: f64) -> Vec<Flow> {
    let with_order = plan.bought.is_some_and(|bought| plan.first_due <= bought);
    let mut flows = paid_from(if with_order { 0.0 } else { 1.0 }, schedule);
    flows.push(Flow {
        at: 0.0,
        amount: -received,
    });
    flows
}

/// The installments, one period apart.
fn paid_from(first: f64, schedule: &Schedule) -> Vec<Flow> {
    let paid = |one: &Installment| Flow {
        at: first + f64::from(one.n) - 1.0,
        amount: float(one.amount()),
    };
    schedule.installments.iter().map(paid).collect()
}

/// Every payment on its day.
fn on_dates(plan: &Plan, schedule: &Schedule, received: f64) -> Option<Vec<Flow>> {
    let start = plan.drawn_on()?;
    let paid = schedule.installments.iter();
    let paid = paid.map(|one| (one.due, float(one.amount())));
    let flows: Vec<(NaiveDate, f64)> = std::iter::once((start, -received)).chain(paid).collect();
    Some(dated(&flows))
}

fn float(money: Money) -> f64 {
    money.as_decimal().to_f64().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{Cost, Counted, Flow, YearlyRate, solve};
    use crate::domain::currency::Currency;
    use crate::domain::due::Every;
    use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
    use crate::domain::money::Money;
    use crate::domain::plan::{Deferral, Plan};
    use crate::domain::rate::Rate;
    use crate::domain::rules::{FirstPeriod, Rules};
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
    fn only_what_is_printed_above_24_percent_is_high() {
        for (fraction, printed, is_high) in [
            (0.24, "24.00", false),
            (0.240_049, "24.00", false),
            (0.240_051, "24.01", true),
            (0.239_951, "24.00", false),
        ] {
            let rate = YearlyRate::new(fraction);
            assert_eq!(
                (rate.percent().as_str(), rate.is_high()),
                (printed, is_high)
            );
        }
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

    /// 12 000 at 12 % a year in 12 months, from this day on.
    fn loan(bought: &str) -> Plan {
        let mut loan = plan("p", "12000", 12, "2026-01-10");
        loan.fee.model = FeeModel::Annuity(Rate::parse("12%").unwrap());
        loan.bought = Some(date(bought));
        loan
    }

    #[test]
    fn interest_by_days_in_an_odd_first_period_costs_what_was_agreed() {
        let mut loan = loan("2025-11-25");
        assert_eq!(cost(&loan).counted, Counted::Periods);
        loan.rules.first_period = Some(FirstPeriod::Days);
        let odd = cost(&loan);
        assert_eq!(odd.counted, Counted::OddFirst);
        let percent = |rate: Option<YearlyRate>| rate.unwrap().fraction() * 100.0;
        assert!((percent(odd.nominal) - 12.0).abs() < 0.05, "{odd:?}");
        assert!((percent(odd.effective) - 12.68).abs() < 0.05, "{odd:?}");
    }

    #[test]
    fn a_daily_rate_is_counted_from_the_day_it_began() {
        let mut loan = loan("2026-01-01");
        loan.fee.model = FeeModel::Daily(Rate::parse("0.05%").unwrap());
        let cost = cost(&loan);
        assert_eq!(cost.counted, Counted::OddFirst);
        // 365 days of 0.05 % are 18.25 %.
        assert!(
            (cost.nominal.unwrap().fraction() - 0.1825).abs() < 0.002,
            "{cost:?}"
        );
    }

    #[test]
    fn a_moved_date_makes_the_days_count() {
        let mut loan = loan("2025-12-10");
        let equal = cost(&loan).effective.unwrap();
        loan.deferred = vec![Deferral {
            n: 1,
            to: date("2026-02-05"),
            fee: Money::ZERO,
        }];
        let moved = cost(&loan);
        assert_eq!(moved.counted, Counted::Dates);
        // More time for the same money.
        assert!(moved.effective.unwrap() < equal, "{moved:?}");
        assert!(moved.nominal < moved.effective);
        loan.deferred[0].to = date("2026-01-10");
        assert_eq!(cost(&loan).counted, Counted::Periods);
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
        // Three rates satisfy this one, although its value changes sign between the bounds.
        assert_eq!(solve(&flows(&[-100.0, 360.0, -431.0, 171.6])), None);
        assert_eq!(solve(&flows(&[100.0, 100.0])), None);
        assert_eq!(solve(&[]), None);
    }
}
