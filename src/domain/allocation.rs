//! What the payments, refunds and the settlement of a plan covered, installment by installment.
//!
//! A payment goes to the installment it names, or else to the oldest open one, and on to the
//! next open ones; inside an installment the fee comes before the principal (civil code art. 561:
//! costs, interest, principal). A payment that nothing is left to cover is kept as `excess`; what a
//! refund has nothing to take off goes back in cash. A plan that another one replaced ends that day.

mod prepay;
mod refund;
mod relief;
mod row;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use rust_decimal::Decimal;

pub use self::row::{Ended, Row};
use super::book::Book;
use super::currency::Currency;
use super::money::Money;
use super::plan::{Payment, Plan};
use super::refund::Refunded;
use super::rules::Rules;
use super::schedule::Schedule;

/// Where a covered part came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The payment of this index in the plan.
    Payment(usize),
    /// The refund of this index in the plan.
    Refund(usize),
    /// The early settlement.
    Settlement,
    /// The plan that replaced this one.
    Replacement,
}

/// What one payment, refund or settlement did to one installment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Where it came from.
    pub source: Source,
    /// Which installment.
    pub n: u32,
    /// On which day.
    pub on: NaiveDate,
    /// How much principal it ended.
    pub principal: Money,
    /// How much fee it ended by its money.
    pub fee: Money,
    /// How much fee fell away with it.
    pub waived: Money,
}

/// What decides how money is spread over a plan.
#[derive(Debug, Clone, Copy)]
pub struct Terms<'t> {
    /// The plan.
    pub plan: &'t Plan,
    /// The rules it follows.
    pub rules: &'t Rules,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The day on which another plan replaced it.
    pub replaced_on: Option<NaiveDate>,
}

/// All installments of a plan with what covered them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// A fee taken on the order day, which counts as paid with the order.
    pub at_purchase: Money,
    /// The installments, by number.
    pub rows: Vec<Row>,
    /// Every covered part, oldest first.
    pub parts: Vec<Part>,
    /// What each refund did, oldest first.
    pub refunds: Vec<Refunded>,
    /// What was paid for an early settlement, less what refunds gave back of it.
    pub settlement: Money,
    /// Money paid that nothing was left to cover.
    pub excess: Money,
    /// The rate of interest of each period; empty where the fee is no interest.
    rates: Vec<Decimal>,
}

impl<'t> Terms<'t> {
    /// The terms of a plan of the book under its rules.
    pub fn of(book: &'t Book, plan: &'t Plan, rules: &'t Rules) -> Self {
        Self {
            plan,
            rules,
            currency: book.currency_of(plan),
            replaced_on: book.replaced_on(plan),
        }
    }

    /// What late fees go by: the price, or where nobody stated it the principal.
    pub fn order_total(self) -> Money {
        self.plan.price.unwrap_or(self.plan.principal)
    }
}

impl Allocation {
    /// Covers the schedule with what happened up to and including `as_of` (`None`: everything).
    pub fn of(terms: Terms<'_>, schedule: Schedule, as_of: Option<NaiveDate>) -> Self {
        let plan = terms.plan;
        let mut rows: Vec<Row> = schedule.installments.into_iter().map(Row::new).collect();
        for row in rows.iter_mut().take(plan.paid_through as usize) {
            row.pay_before_book();
        }
        let happenings = happenings(terms, as_of);
        let mut allocation = Self {
            at_purchase: schedule.at_purchase,
            rows,
            parts: Vec::with_capacity(happenings.len()),
            refunds: Vec::new(),
            settlement: Money::ZERO,
            excess: Money::ZERO,
            rates: schedule.rates,
        };
        for (on, source) in happenings {
            match source {
                Source::Payment(k) => allocation.receive(terms, &plan.payments[k], source),
                Source::Refund(k) => allocation.refund(terms, k),
                Source::Settlement | Source::Replacement => allocation.end(plan, on, source),
            }
        }
        allocation
    }

    fn receive(&mut self, terms: Terms<'_>, payment: &Payment, source: Source) {
        let left = match payment.prepay {
            Some(prepay) => self.prepay(terms, prepay, (payment.on, payment.amount), source),
            None => payment.amount,
        };
        let named = payment.n.filter(|_| payment.prepay.is_none());
        self.pay(terms.rules, named, (payment.on, left), source);
    }

    fn pay(
        &mut self,
        rules: &Rules,
        n: Option<u32>,
        (on, amount): (NaiveDate, Money),
        source: Source,
    ) {
        let mut left = amount;
        let named = n.and_then(|n| (n as usize).checked_sub(1)).into_iter();
        for k in named.chain(0..self.rows.len()) {
            if !left.is_positive() {
                break;
            }
            let Some(row) = self.rows.get_mut(k).filter(|row| row.is_open()) else {
                continue;
            };
            let (fee, principal) = row.pay(left, on, rules.allocation);
            left -= fee + principal;
            self.parts.push(Part {
                principal,
                fee,
                ..Part::none(source, row.installment.n, on)
            });
        }
        self.excess += left;
    }

    /// Everything open ends: settled early, or gone into the plan that replaces this one.
    fn end(&mut self, plan: &Plan, on: NaiveDate, source: Source) {
        if source == Source::Settlement {
            self.settlement = plan.settled.map_or(Money::ZERO, |settled| settled.amount);
        }
        for row in self.rows.iter_mut().filter(|row| row.is_open()) {
            let (waived, principal) = (row.open_fee(), row.open_principal());
            if source == Source::Settlement {
                row.ended_mut().settled += principal;
                row.ended_mut().waived_fee += waived;
            } else {
                row.ended_mut().replaced = principal + waived;
            }
            self.parts.push(Part {
                principal,
                waived,
                ..Part::none(source, row.installment.n, on)
            });
        }
    }

    /// What the plan still asks for.
    pub fn outstanding(&self) -> Money {
        self.rows.iter().map(Row::outstanding).sum()
    }

    /// What was paid, a fee at purchase and a settlement included, less what came back in cash.
    pub fn paid(&self) -> Money {
        self.at_purchase + self.settlement + self.rows.iter().map(Row::paid).sum()
    }

    /// What nobody has to pay any more: refunded, waived, gone into another plan, and what a
    /// settlement saved (below zero where it cost more than the principal it ended).
    /// `paid + outstanding + taken_off` is what the schedule asks for in all.
    pub fn taken_off(&self) -> Money {
        self.rows.iter().map(Row::taken_off).sum::<Money>() - self.settlement
    }

    /// The oldest open installment.
    pub fn oldest_open(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.is_open())
    }

    /// The installment of this number.
    pub fn row(&self, n: u32) -> Option<&Row> {
        self.rows.get((n as usize).checked_sub(1)?)
    }

    /// The last payment that covered something of installment `n`, as an index into the plan's payments.
    pub fn last_payment_for(&self, n: u32) -> Option<usize> {
        let mut parts = self.parts.iter().rev().filter(|part| part.n == n);
        parts.find_map(|part| match part.source {
            Source::Payment(k) if part.covers() => Some(k),
            _ => None,
        })
    }
}

impl Part {
    fn none(source: Source, n: u32, on: NaiveDate) -> Self {
        Self {
            source,
            n,
            on,
            principal: Money::ZERO,
            fee: Money::ZERO,
            waived: Money::ZERO,
        }
    }

    /// True where money went to the installment, not only a fee fell away.
    pub fn covers(&self) -> bool {
        self.principal.is_positive() || self.fee.is_positive()
    }

    /// What it ended in all.
    pub fn ended(&self) -> Money {
        self.principal + self.fee + self.waived
    }
}

/// What happened up to `as_of`, oldest first; of one day in file order, an end of the plan last.
fn happenings(terms: Terms<'_>, as_of: Option<NaiveDate>) -> Vec<(NaiveDate, Source)> {
    let plan = terms.plan;
    let payments = plan.payments.iter().enumerate();
    let payments = payments.map(|(k, payment)| (payment.on, Source::Payment(k)));
    let refunds = plan.refunds.iter().enumerate();
    let refunds = refunds.map(|(k, refund)| (refund.on, Source::Refund(k)));
    let settled = plan.settled.map(|settled| settled.on);
    let settlement = settled.map(|on| (on, Source::Settlement));
    let replacement = terms.replaced_on.map(|on| (on, Source::Replacement));
    let mut all = Vec::with_capacity(plan.payments.len() + plan.refunds.len() + 2);
    all.extend(payments);
    all.extend(refunds);
    all.extend(settlement);
    all.extend(replacement);
    all.retain(|(on, _)| as_of.is_none_or(|day| *on <= day));
    all.sort_by_key(|(on, _)| *on);
    all
}
