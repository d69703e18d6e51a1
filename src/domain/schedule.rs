//! What each installment asks for.
//!
//! Invariants, for every model and rounding: the principal parts add up to the principal
//! exactly (unless the provider's own rows say otherwise), and no part is negative.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::currency::Currency;
use super::due::{Every, due_date};
use super::fee::{FeeAmount, FeeModel, UpfrontDue};
use super::money::{Money, Remainder, Rounding};
use super::plan::Plan;
use super::rate::Rate;
use super::rules::{FeeRounding, PrincipalUnit, Rules};

/// One installment (第 n 期).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Installment {
    /// Its number, from 1.
    pub n: u32,
    /// When it is due, after any deferral.
    pub due: NaiveDate,
    /// When it was due before it was deferred.
    pub deferred_from: Option<NaiveDate>,
    /// Its part of the principal.
    pub principal: Money,
    /// Its fee or interest.
    pub fee: Money,
    /// What the merchant bears of the fee.
    pub discount: Money,
}

impl Installment {
    /// What the shopper pays of the fee.
    pub fn own_fee(&self) -> Money {
        self.fee - self.discount
    }

    /// What it asks for.
    pub fn amount(&self) -> Money {
        self.principal + self.own_fee()
    }
}

/// All installments of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// A fee taken on the order day, apart from the installments.
    pub at_purchase: Money,
    /// The installments, by number.
    pub installments: Vec<Installment>,
}

impl Schedule {
    /// The schedule of a plan under its rules.
    pub fn of(plan: &Plan, rules: &Rules, currency: Currency) -> Self {
        let dues = due_dates(plan);
        let (at_purchase, parts) = parts(plan, rules, currency, &dues);
        let mut installments: Vec<_> = (1..)
            .zip(dues)
            .zip(parts)
            .map(|((n, due), part)| part.installment(n, due))
            .collect();
        for row in &plan.schedule {
            let Some(installment) = nth_mut(&mut installments, row.n) else {
                continue;
            };
            installment.due = row.due.unwrap_or(installment.due);
            installment.principal = row.principal.unwrap_or(installment.principal);
            installment.fee = row.fee.unwrap_or(installment.fee);
        }
        for deferral in &plan.deferred {
            let Some(installment) = nth_mut(&mut installments, deferral.n) else {
                continue;
            };
            installment.deferred_from.get_or_insert(installment.due);
            installment.due = deferral.to;
            installment.fee += deferral.fee;
        }
        if plan.fee.subsidised {
            for installment in &mut installments {
                installment.discount = installment.fee;
            }
        }
        Self {
            at_purchase,
            installments,
        }
    }

    /// What the whole plan asks for, a fee taken at purchase included.
    pub fn total(&self) -> Money {
        self.at_purchase + self.installments.iter().map(Installment::amount).sum()
    }

    /// All fees the shopper bears.
    pub fn fee_total(&self) -> Money {
        self.at_purchase + self.installments.iter().map(Installment::own_fee).sum()
    }

    /// The principal the installments add up to.
    pub fn principal_total(&self) -> Money {
        self.installments
            .iter()
            .map(|installment| installment.principal)
            .sum()
    }
}

fn nth_mut(installments: &mut [Installment], n: u32) -> Option<&mut Installment> {
    installments.get_mut((n as usize).checked_sub(1)?)
}

fn due_dates(plan: &Plan) -> Vec<NaiveDate> {
    let due = |n| due_date(plan.first_due, plan.anchor, plan.every, n);
    (1..=plan.periods).map_while(due).collect()
}

#[derive(Clone, Copy)]
struct Part {
    principal: Money,
    fee: Money,
}

impl Part {
    fn installment(self, n: u32, due: NaiveDate) -> Installment {
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
fn parts(plan: &Plan, rules: &Rules, currency: Currency, dues: &[NaiveDate]) -> (Money, Vec<Part>) {
    let decimals = currency.decimals();
    let principals = || principal_parts(plan, rules, decimals);
    let with_fees = |fees: Vec<Money>| {
        let zipped = principals().into_iter().zip(fees);
        zipped
            .map(|(principal, fee)| Part { principal, fee })
            .collect()
    };
    let with_fee_first = |first: Money| {
        let fees = std::iter::once(first).chain(std::iter::repeat(Money::ZERO));
        with_fees(fees.take(plan.periods as usize).collect())
    };
    match plan.fee.model {
        FeeModel::None => (Money::ZERO, with_fee_first(Money::ZERO)),
        FeeModel::Flat(amount) => (
            Money::ZERO,
            with_fees(flat_fees(plan, amount, rules, decimals)),
        ),
        FeeModel::Upfront(amount, when) => {
            let fee = match amount {
                FeeAmount::Rate(rate) => plan.principal.at_rate(rate, decimals),
                FeeAmount::Total(total) => total,
            };
            match when {
                UpfrontDue::FirstInstallment => (Money::ZERO, with_fee_first(fee)),
                UpfrontDue::AtPurchase => (fee, with_fee_first(Money::ZERO)),
            }
        }
        FeeModel::Annuity(annual) => (
            Money::ZERO,
            annuity_parts(plan, periodic_rate(annual, plan.every), decimals),
        ),
        FeeModel::EqualPrincipal(annual) => {
            let rate = periodic_rate(annual, plan.every);
            (
                Money::ZERO,
                balance_parts(plan.principal, principals(), decimals, |_| rate),
            )
        }
        FeeModel::Daily(daily) => {
            let days = |k: usize| Decimal::from(days_of_period(plan, dues, k)) * daily.as_decimal();
            (
                Money::ZERO,
                balance_parts(plan.principal, principals(), decimals, days),
            )
        }
    }
}

fn principal_parts(plan: &Plan, rules: &Rules, decimals: u32) -> Vec<Money> {
    match rules.principal_unit {
        PrincipalUnit::Smallest => {
            plan.principal
                .split(plan.periods, decimals, Rounding::Down, rules.remainder)
        }
        PrincipalUnit::Main => {
            share_half_up(plan.principal, plan.periods, 0, decimals, rules.remainder)
        }
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

/// Equal installments; the last one closes the balance, so that nothing is lost to rounding.
fn annuity_parts(plan: &Plan, rate: Decimal, decimals: u32) -> Vec<Part> {
    let installment =
        annuity_payment(plan.principal, rate, plan.periods).rounded(decimals, Rounding::HalfUp);
    let mut balance = plan.principal;
    let part = |n| {
        let fee = interest(balance, rate, decimals);
        let principal = if n == plan.periods {
            balance
        } else {
            (installment - fee).or_zero().min(balance)
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
    let one_step_back = || match plan.every {
        Every::Months(months) => plan
            .first_due
            .checked_sub_months(chrono::Months::new(months.get())),
        Every::Days(days) => plan
            .first_due
            .checked_sub_days(chrono::Days::new(days.get().into())),
    };
    let start = match k.checked_sub(1) {
        Some(before) => dues.get(before).copied(),
        None => plan.posted.or(plan.bought).or_else(one_step_back),
    };
    match (start, dues.get(k)) {
        (Some(start), Some(due)) => (*due - start).num_days().max(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
