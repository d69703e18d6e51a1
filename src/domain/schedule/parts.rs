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

/// Shares principal and fee out to the installments; gives the fee at purchase. `rates` are those
/// of [`rates`].
pub(super) fn share_out(
    plan: &Plan,
    rules: &Rules,
    currency: Currency,
    rates: &[Decimal],
    installments: &mut [Installment],
) -> Money {
    let decimals = currency.decimals();
    let shares = principal_parts(plan, rules, decimals);
    for (installment, principal) in installments.iter_mut().zip(shares) {
        installment.principal = principal;
    }
    match plan.fee.model {
        FeeModel::None => {}
        FeeModel::Flat(amount) => charge_flat(plan, amount, rules, decimals, installments),
        FeeModel::Upfront(amount, when) => {
            let fee = match amount {
                FeeAmount::Rate(rate) => plan.principal.at_rate(rate, decimals),
                FeeAmount::Total(total) => total,
            };
            match when {
                UpfrontDue::FirstInstallment => charge(installments, [fee]),
                UpfrontDue::AtPurchase => return fee,
            }
        }
        FeeModel::Annuity(annual) => {
            let rate = periodic_rate(annual, plan.every);
            share_as_annuity(plan, rate, decimals, installments);
            let first = installments.first_mut().zip(rates.first());
            if let Some((first, rate)) = first {
                first.fee = interest(plan.principal, *rate, decimals);
            }
        }
        FeeModel::EqualPrincipal(_) | FeeModel::Daily(_) => {
            let mut balance = plan.principal;
            for (installment, rate) in installments.iter_mut().zip(rates) {
                installment.fee = interest(balance, *rate, decimals);
                balance -= installment.principal;
            }
        }
    }
    Money::ZERO
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
pub(super) fn rates(plan: &Plan, rules: &Rules, installments: &[Installment]) -> Vec<Decimal> {
    let mut rates: Vec<_> = match plan.fee.model {
        FeeModel::None | FeeModel::Flat(_) | FeeModel::Upfront(..) => return Vec::new(),
        FeeModel::Annuity(annual) | FeeModel::EqualPrincipal(annual) => {
            vec![periodic_rate(annual, plan.every); installments.len()]
        }
        FeeModel::Daily(daily) => (0..installments.len())
            .map(|k| Decimal::from(days_of_period(plan, installments, k)) * daily.as_decimal())
            .collect(),
    };
    let odd = odd_first_rate(plan, rules, installments);
    if let (Some(first), Some(rate)) = (rates.first_mut(), odd) {
        *first = rate;
    }
    rates
}

/// The rate of a first period that is counted by its days, a year of 365 of them. `None` where it
/// counts as a whole one, where the fee is no yearly interest, or where its first day is unknown.
fn odd_first_rate(plan: &Plan, rules: &Rules, installments: &[Installment]) -> Option<Decimal> {
    let (FeeModel::Annuity(annual) | FeeModel::EqualPrincipal(annual)) = plan.fee.model else {
        return None;
    };
    interest_from(plan, rules)?;
    let days = Decimal::from(days_of_period(plan, installments, 0));
    Some(annual.as_decimal() * days / Decimal::from(365))
}

/// Charges the given fees from the first installment on, nothing after them.
fn charge(installments: &mut [Installment], fees: impl IntoIterator<Item = Money>) {
    for (installment, fee) in installments.iter_mut().zip(fees) {
        installment.fee = fee;
    }
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

fn charge_flat(
    plan: &Plan,
    amount: FeeAmount,
    rules: &Rules,
    decimals: u32,
    installments: &mut [Installment],
) {
    let total = match (amount, rules.fee_rounding) {
        (FeeAmount::Rate(rate), FeeRounding::PerPeriod) => {
            let fee = plan.principal.at_rate(rate, decimals);
            return charge(installments, std::iter::repeat(fee));
        }
        (FeeAmount::Rate(rate), FeeRounding::TotalLast) => {
            let all = rate.as_decimal() * Decimal::from(plan.periods);
            let total = Money::from_decimal(plan.principal.as_decimal() * all);
            total.rounded(decimals, Rounding::HalfUp)
        }
        (FeeAmount::Total(total), _) => total,
    };
    let fees = share_half_up(total, plan.periods, decimals, decimals, rules.remainder);
    charge(installments, fees);
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

fn interest(balance: Money, rate: Decimal, decimals: u32) -> Money {
    Money::from_decimal(balance.as_decimal() * rate).rounded(decimals, Rounding::HalfUp)
}

/// Equal installments; the last one closes the balance, so that nothing is lost to rounding. A
/// balloon only bears its interest until then.
fn share_as_annuity(plan: &Plan, rate: Decimal, decimals: u32, installments: &mut [Installment]) {
    let balloon = balloon(plan);
    let repaid = annuity_payment(plan.principal - balloon, rate, plan.periods);
    let on_balloon = Money::from_decimal(balloon.as_decimal() * rate);
    let equal = (repaid + on_balloon).rounded(decimals, Rounding::HalfUp);
    let mut balance = plan.principal;
    for installment in installments {
        let fee = interest(balance, rate, decimals);
        let principal = if installment.n == plan.periods {
            balance
        } else {
            (equal - fee).or_zero().min(balance - balloon)
        };
        balance -= principal;
        (installment.principal, installment.fee) = (principal, fee);
    }
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
fn days_of_period(plan: &Plan, installments: &[Installment], k: usize) -> i64 {
    let due = |k: usize| Some(installments.get(k)?.due);
    let start = match k.checked_sub(1) {
        Some(before) => due(before),
        None => plan.drawn_on(),
    };
    match (start, due(k)) {
        (Some(start), Some(due)) => (due - start).num_days().max(0),
        _ => 0,
    }
}
