//! Principal and fee of each installment, by fee model.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Installment;
use crate::domain::currency::Currency;
use crate::domain::due::Every;
use crate::domain::fee::{FeeAmount, FeeModel, UpfrontDue};
use crate::domain::money::{Money, Remainder, Rounding};
use crate::domain::plan::Plan;
use crate::domain::rate::Rate;
use crate::domain::rules::{FeeRounding, FirstPeriod, PrincipalUnit, Rules};

/// Principal and fee of one installment.
#[derive(Clone, Copy)]
pub(super) struct Part {
    principal: Money,
    fee: Money,
}

impl Part {
    /// The installment of this number and date.
    pub(super) fn installment(self, n: u32, due: NaiveDate) -> Installment {
        Installment {
            n,
            due,
            deferred_from: None,
            principal: self.principal,
            fee: self.fee,
            discount: Money::ZERO,
        }
    }
}

/// The fee at purchase and each installment's principal and fee.
pub(super) fn parts(
    plan: &Plan,
    rules: &Rules,
    currency: Currency,
    dues: &[NaiveDate],
) -> (Money, Vec<Part>) {
    let decimals = currency.decimals();
    let principals = || principal_parts(plan, rules, decimals);
    let mut parts = match plan.fee.model {
        FeeModel::None => with_fees(principals(), []),
        FeeModel::Flat(amount) => with_fees(principals(), flat_fees(plan, amount, rules, decimals)),
        FeeModel::Upfront(amount, when) => {
            let fee = match amount {
                FeeAmount::Rate(rate) => plan.principal.at_rate(rate, decimals),
                FeeAmount::Total(total) => total,
            };
            match when {
                UpfrontDue::FirstInstallment => with_fees(principals(), [fee]),
                UpfrontDue::AtPurchase => return (fee, with_fees(principals(), [])),
            }
        }
        FeeModel::Annuity(annual) => {
            annuity_parts(plan, periodic_rate(annual, plan.every), decimals)
        }
        FeeModel::EqualPrincipal(annual) => {
            let rate = periodic_rate(annual, plan.every);
            balance_parts(plan.principal, principals(), decimals, |_| rate)
        }
        FeeModel::Daily(daily) => balance_parts(plan.principal, principals(), decimals, |k| {
            Decimal::from(days_of_period(plan, dues, k)) * daily.as_decimal()
        }),
    };
    if let (Some(first), Some(rate)) = (parts.first_mut(), odd_first_rate(plan, rules, dues)) {
        first.fee = interest(plan.principal, rate, decimals);
    }
    (Money::ZERO, parts)
}

/// The day from which the first period bears interest by its days. `None` where it counts as a
/// whole one, where the fee is no interest, or where nobody said when the plan began.
pub(super) fn interest_from(plan: &Plan, rules: &Rules) -> Option<NaiveDate> {
    let by_days = match plan.fee.model {
        FeeModel::Daily(_) => true,
        FeeModel::Annuity(_) | FeeModel::EqualPrincipal(_) => {
            rules.first_period == FirstPeriod::Days
        }
        FeeModel::None | FeeModel::Flat(_) | FeeModel::Upfront(..) => false,
    };
    plan.posted.or(plan.bought).filter(|_| by_days)
}

/// The rate of interest of each period; none where the fee is no interest.
pub(super) fn rates(plan: &Plan, rules: &Rules, dues: &[NaiveDate]) -> Vec<Decimal> {
    let mut rates: Vec<_> = match plan.fee.model {
        FeeModel::None | FeeModel::Flat(_) | FeeModel::Upfront(..) => return Vec::new(),
        FeeModel::Annuity(annual) | FeeModel::EqualPrincipal(annual) => {
            vec![periodic_rate(annual, plan.every); dues.len()]
        }
        FeeModel::Daily(daily) => (0..dues.len())
            .map(|k| Decimal::from(days_of_period(plan, dues, k)) * daily.as_decimal())
            .collect(),
    };
    if let (Some(first), Some(rate)) = (rates.first_mut(), odd_first_rate(plan, rules, dues)) {
        *first = rate;
    }
    rates
}

/// The rate of a first period that is counted by its days, a year of 365 of them. `None` where it
/// counts as a whole one, where the fee is no yearly interest, or where its first day is unknown.
fn odd_first_rate(plan: &Plan, rules: &Rules, dues: &[NaiveDate]) -> Option<Decimal> {
    let (FeeModel::Annuity(annual) | FeeModel::EqualPrincipal(annual)) = plan.fee.model else {
        return None;
    };
    interest_from(plan, rules)?;
    let days = Decimal::from(days_of_period(plan, dues, 0));
    Some(annual.as_decimal() * days / Decimal::from(365))
}

/// The given fees from the first installment on, nothing after them.
fn with_fees(principals: Vec<Money>, fees: impl IntoIterator<Item = Money>) -> Vec<Part> {
    let fees = fees.into_iter().chain(std::iter::repeat(Money::ZERO));
    let part = |(principal, fee)| Part { principal, fee };
    principals.into_iter().zip(fees).map(part).collect()
}

fn balloon(plan: &Plan) -> Money {
    plan.balloon.unwrap_or_default().min(plan.principal)
}

/// Equal parts; the last one takes the balloon on top.
fn principal_parts(plan: &Plan, rules: &Rules, decimals: u32) -> Vec<Money> {
    let balloon = balloon(plan);
    let mut parts = equal_parts(plan.principal - balloon, plan.periods, rules, decimals);
    if let Some(last) = parts.last_mut() {
        *last += balloon;
    }
    parts
}

/// Equal parts of a principal, in the unit of the rules.
pub(in crate::domain) fn equal_parts(
    principal: Money,
    parts: u32,
    rules: &Rules,
    decimals: u32,
) -> Vec<Money> {
    let odd = rules.remainder;
    match rules.principal_unit {
        PrincipalUnit::Smallest => principal.split(parts, decimals, Rounding::Down, odd),
        PrincipalUnit::Main => share_half_up(principal, parts, 0, decimals, odd),
    }
}

/// Shares rounded half up to `unit` places, as cards do it. Where so small a sum would leave a
/// negative odd share, it is cut to `decimals` places instead.
fn share_half_up(total: Money, parts: u32, unit: u32, decimals: u32, odd: Remainder) -> Vec<Money> {
    let shares = total.split(parts, unit, Rounding::HalfUp, odd);
    if shares.iter().any(|share| *share < Money::ZERO) {
        return total.split(parts, decimals, Rounding::Down, odd);
    }
    shares
}

fn flat_fees(plan: &Plan, amount: FeeAmount, rules: &Rules, decimals: u32) -> Vec<Money> {
    let shared =
        |total: Money| share_half_up(total, plan.periods, decimals, decimals, rules.remainder);
    match (amount, rules.fee_rounding) {
        (FeeAmount::Total(total), _) => shared(total),
        (FeeAmount::Rate(rate), FeeRounding::PerPeriod) => {
            vec![plan.principal.at_rate(rate, decimals); plan.periods as usize]
        }
        (FeeAmount::Rate(rate), FeeRounding::TotalLast) => {
            let all = rate.as_decimal() * Decimal::from(plan.periods);
            let total = Money::from_decimal(plan.principal.as_decimal() * all);
            shared(total.rounded(decimals, Rounding::HalfUp))
        }
    }
}

/// Annual rate ÷ periods a year. A year has 12 months, 365 days.
fn periodic_rate(annual: Rate, every: Every) -> Decimal {
    match every {
        Every::Months(months) => {
            annual.as_decimal() * Decimal::from(months.get()) / Decimal::from(12)
        }
        Every::Days(days) => annual.as_decimal() * Decimal::from(days.get()) / Decimal::from(365),
    }
}

/// Interest on the balance before each given principal part.
fn balance_parts(
    whole: Money,
    principals: Vec<Money>,
    decimals: u32,
    rate: impl Fn(usize) -> Decimal,
) -> Vec<Part> {
    let mut balance = whole;
    let part = |(k, principal): (usize, Money)| {
        let fee = interest(balance, rate(k), decimals);
        balance -= principal;
        Part { principal, fee }
    };
    principals.into_iter().enumerate().map(part).collect()
}

fn interest(balance: Money, rate: Decimal, decimals: u32) -> Money {
    Money::from_decimal(balance.as_decimal() * rate).rounded(decimals, Rounding::HalfUp)
}

/// Equal installments; the last one closes the balance, so that nothing is lost to rounding. A
/// balloon only bears its interest until then.
fn annuity_parts(plan: &Plan, rate: Decimal, decimals: u32) -> Vec<Part> {
    let balloon = balloon(plan);
    let repaid = annuity_payment(plan.principal - balloon, rate, plan.periods);
    let on_balloon = Money::from_decimal(balloon.as_decimal() * rate);
    let installment = (repaid + on_balloon).rounded(decimals, Rounding::HalfUp);
    let mut balance = plan.principal;
    let part = |n| {
        let fee = interest(balance, rate, decimals);
        let principal = if n == plan.periods {
            balance
        } else {
            (installment - fee).or_zero().min(balance - balloon)
        };
        balance -= principal;
        Part { principal, fee }
    };
    (1..=plan.periods).map(part).collect()
}

/// The equal payment that pays back `principal` in `periods` at `rate` a period, unrounded:
/// `P·i·(1+i)^n / ((1+i)^n − 1)`, written as `P·i / (1 − (1+i)^−n)` so that no power overflows.
pub fn annuity_payment(principal: Money, rate: Decimal, periods: u32) -> Money {
    if rate.is_zero() {
        return Money::from_decimal(principal.as_decimal() / Decimal::from(periods.max(1)));
    }
    let step = Decimal::ONE / (Decimal::ONE + rate);
    let discount = (0..periods).fold(Decimal::ONE, |power, _| power * step);
    Money::from_decimal(principal.as_decimal() * rate / (Decimal::ONE - discount))
}

/// Days of interest in the period that ends with the `k`-th due date (from 0): from the
/// drawdown or the due date before; the due day itself is not counted.
fn days_of_period(plan: &Plan, dues: &[NaiveDate], k: usize) -> i64 {
    let start = match k.checked_sub(1) {
        Some(before) => dues.get(before).copied(),
        None => plan.drawn_on(),
    };
    match (start, dues.get(k)) {
        (Some(start), Some(due)) => (*due - start).num_days().max(0),
        _ => 0,
    }
}
