//! What each installment asks for.
//!
//! Invariants, for every model and rounding: the principal parts add up to the principal
//! exactly (unless the provider's own rows say otherwise), and no part is negative.

mod parts;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use self::parts::annuity_payment;
pub(in crate::domain) use self::parts::equal_parts;
use self::parts::{interest_from, rates, share_out};
use super::currency::Currency;
use super::due::due_date;
use super::money::Money;
use super::plan::Plan;
use super::rules::{BusinessDay, Rules, Statement};
use super::working_day::WorkingCalendar;

/// No run of days off is longer than this; a calendar that says so is not followed.
const MOST_DAYS_OFF: usize = 31;

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

    /// True once the bill it is in has been made. Without bills it counts as billed when it is due.
    pub fn is_billed_on(&self, rules: &Rules, day: NaiveDate) -> bool {
        let billed_on = |statement: Statement| statement.billed_on(self.due);
        rules.statement.map_or(self.due, billed_on) <= day
    }

    /// What it asks for.
    pub fn amount(&self) -> Money {
        self.principal + self.own_fee()
    }
}

/// All installments of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schedule {
    /// A fee the shopper pays on the order day, apart from the installments.
    pub at_purchase: Money,
    /// The day from which the first period bears interest by its days; `None` where it counts as
    /// a whole one.
    pub interest_from: Option<NaiveDate>,
    /// The installments, by number.
    pub installments: Vec<Installment>,
    /// The rate of interest of each period on the balance before it; empty where the fee is no
    /// interest.
    pub rates: Vec<Decimal>,
}

impl Schedule {
    /// The schedule of a plan under its rules.
    pub fn of(plan: &Plan, rules: &Rules, currency: Currency) -> Self {
        let mut installments = without_amounts(plan);
        let rates = rates(plan, rules, &installments);
        let at_purchase = share_out(plan, rules, currency, &rates, &mut installments);
        for row in &plan.schedule {
            let Some(installment) = nth_mut(&mut installments, row.n) else {
                continue;
            };
            installment.due = row.due.unwrap_or(installment.due);
            installment.principal = row.principal.unwrap_or(installment.principal);
            installment.fee = row.fee.unwrap_or(installment.fee);
        }
        if plan.fee.subsidised {
            for installment in &mut installments {
                installment.discount = installment.fee;
            }
        }
        // What moving an installment costs is no fee of the plan: no merchant bears it.
        for deferral in &plan.deferred {
            let Some(installment) = nth_mut(&mut installments, deferral.n) else {
                continue;
            };
            installment.deferred_from.get_or_insert(installment.due);
            installment.due = deferral.to;
            installment.fee += deferral.fee;
        }
        Self {
            at_purchase: if plan.fee.subsidised {
                Money::ZERO
            } else {
                at_purchase
            },
            interest_from: interest_from(plan, rules),
            installments,
            rates,
        }
    }

    /// Moves due dates that are no working days, where the rules say so. A date that the provider's
    /// bill or a deferral names stays. Interest by days is that of the contract's dates.
    #[must_use]
    pub fn on_working_days(
        mut self,
        plan: &Plan,
        rules: &Rules,
        calendar: &WorkingCalendar,
    ) -> Self {
        if rules.business_day == BusinessDay::None {
            return self;
        }
        let is_named = |n: u32| {
            plan.schedule
                .iter()
                .any(|row| row.n == n && row.due.is_some())
                || plan.deferred.iter().any(|deferral| deferral.n == n)
        };
        for installment in &mut self.installments {
            if !is_named(installment.n) {
                installment.due = rules.business_day.moved(installment.due, calendar);
            }
        }
        self
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

impl BusinessDay {
    /// Where a date goes under this rule.
    fn moved(self, date: NaiveDate, calendar: &WorkingCalendar) -> NaiveDate {
        let step = match self {
            Self::None => return date,
            Self::Next => NaiveDate::succ_opt,
            Self::Previous => NaiveDate::pred_opt,
        };
        let days = std::iter::successors(Some(date), step);
        let mut working = days
            .take(MOST_DAYS_OFF)
            .filter(|day| calendar.is_working(*day));
        working.next().unwrap_or(date)
    }
}

fn nth_mut(installments: &mut [Installment], n: u32) -> Option<&mut Installment> {
    installments.get_mut((n as usize).checked_sub(1)?)
}

/// The installments with their dates, as far as the calendar goes.
fn without_amounts(plan: &Plan) -> Vec<Installment> {
    let mut installments = Vec::with_capacity(plan.periods as usize);
    let installment = |n| {
        Some(Installment {
            n,
            due: due_date(plan.first_due, plan.anchor, plan.every, n)?,
            deferred_from: None,
            principal: Money::ZERO,
            fee: Money::ZERO,
            discount: Money::ZERO,
        })
    };
    installments.extend((1..=plan.periods).map_while(installment));
    installments
}
