//! What the payments, refunds and the settlement of a plan covered, installment by installment.
//!
//! A payment goes to the installment it names, or else to the oldest open one, and on to the
//! next open ones; inside an installment the fee comes before the principal (civil code art. 561:
//! costs, interest, principal). What nothing is left to cover is kept as `excess`.

use chrono::NaiveDate;

use super::money::Money;
use super::plan::Plan;
use super::schedule::{Installment, Schedule};

/// How one installment has been covered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// What it asks for.
    pub installment: Installment,
    /// Fee paid.
    pub paid_fee: Money,
    /// Principal paid.
    pub paid_principal: Money,
    /// Principal taken off by refunds.
    pub refunded: Money,
    /// Fee taken off by a refund or a settlement.
    pub waived_fee: Money,
    /// Principal ended by an early settlement.
    pub settled: Money,
    /// When the last payment for it was made; `None` also for installments paid before the book began.
    pub last_paid: Option<NaiveDate>,
}

/// Where a covered part came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The payment of this index in the plan.
    Payment(usize),
    /// The refund of this index in the plan.
    Refund(usize),
    /// The early settlement.
    Settlement,
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
    /// How much fee it ended.
    pub fee: Money,
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
    /// Money paid or refunded that nothing was left to cover.
    pub excess: Money,
}

impl Row {
    fn new(installment: Installment) -> Self {
        let zero = Money::ZERO;
        Self {
            installment,
            paid_fee: zero,
            paid_principal: zero,
            refunded: zero,
            waived_fee: zero,
            settled: zero,
            last_paid: None,
        }
    }

    /// What was paid for it.
    pub fn paid(&self) -> Money {
        self.paid_fee + self.paid_principal
    }

    /// Fee still asked for.
    pub fn open_fee(&self) -> Money {
        (self.installment.own_fee() - self.paid_fee - self.waived_fee).or_zero()
    }

    /// Principal still asked for.
    pub fn open_principal(&self) -> Money {
        (self.installment.principal - self.paid_principal - self.refunded - self.settled).or_zero()
    }

    /// What it still asks for.
    pub fn outstanding(&self) -> Money {
        self.open_fee() + self.open_principal()
    }

    /// True while it asks for something.
    pub fn is_open(&self) -> bool {
        self.outstanding().is_positive()
    }

    /// Takes what it can of `money`, fee first; gives the fee and principal it took.
    fn pay(&mut self, money: Money, on: Option<NaiveDate>) -> (Money, Money) {
        let fee = money.min(self.open_fee());
        let principal = (money - fee).min(self.open_principal());
        self.paid_fee += fee;
        self.paid_principal += principal;
        self.last_paid = on.max(self.last_paid);
        (fee, principal)
    }
}

impl Allocation {
    /// Covers the schedule with what happened up to and including `as_of` (`None`: everything).
    pub fn of(plan: &Plan, schedule: Schedule, as_of: Option<NaiveDate>) -> Self {
        let mut rows: Vec<Row> = schedule.installments.into_iter().map(Row::new).collect();
        for row in rows.iter_mut().take(plan.paid_through as usize) {
            row.pay(row.outstanding(), None);
        }
        let mut allocation = Self {
            at_purchase: schedule.at_purchase,
            rows,
            parts: Vec::new(),
            excess: Money::ZERO,
        };
        for (on, source) in happenings(plan, as_of) {
            match source {
                Source::Payment(k) => {
                    allocation.pay(plan.payments[k].n, plan.payments[k].amount, on, source);
                }
                Source::Refund(k) => allocation.refund(plan.refunds[k].amount, on, source),
                Source::Settlement => allocation.settle(on),
            }
        }
        allocation
    }

    fn pay(&mut self, n: Option<u32>, amount: Money, on: NaiveDate, source: Source) {
        let mut left = amount;
        let named = n.and_then(|n| (n as usize).checked_sub(1)).into_iter();
        for k in named.chain(0..self.rows.len()) {
            let Some(row) = self
                .rows
                .get_mut(k)
                .filter(|row| left.is_positive() && row.is_open())
            else {
                continue;
            };
            let (fee, principal) = row.pay(left, Some(on));
            left -= fee + principal;
            self.parts.push(Part {
                source,
                n: row.installment.n,
                on,
                principal,
                fee,
            });
        }
        self.excess += left;
    }

    /// From the last installment backwards; a wholly refunded installment owes no fee either.
    fn refund(&mut self, amount: Money, on: NaiveDate, source: Source) {
        let mut left = amount;
        for row in self.rows.iter_mut().rev() {
            let principal = left.min(row.open_principal());
            if !principal.is_positive() {
                continue;
            }
            row.refunded += principal;
            left -= principal;
            let fee = if row.open_principal().is_zero() && row.paid().is_zero() {
                row.open_fee()
            } else {
                Money::ZERO
            };
            row.waived_fee += fee;
            self.parts.push(Part {
                source,
                n: row.installment.n,
                on,
                principal,
                fee,
            });
        }
        self.excess += left;
    }

    fn settle(&mut self, on: NaiveDate) {
        for row in self.rows.iter_mut().filter(|row| row.is_open()) {
            let (fee, principal) = (row.open_fee(), row.open_principal());
            row.waived_fee += fee;
            row.settled += principal;
            self.parts.push(Part {
                source: Source::Settlement,
                n: row.installment.n,
                on,
                principal,
                fee,
            });
        }
    }

    /// What the plan still asks for.
    pub fn outstanding(&self) -> Money {
        self.rows.iter().map(Row::outstanding).sum()
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
        self.parts.iter().rev().find_map(|part| match part.source {
            Source::Payment(k) if part.n == n => Some(k),
            _ => None,
        })
    }
}

/// Payments, refunds and the settlement up to `as_of`, oldest first; of one day in file order.
fn happenings(plan: &Plan, as_of: Option<NaiveDate>) -> Vec<(NaiveDate, Source)> {
    let payments = plan
        .payments
        .iter()
        .enumerate()
        .map(|(k, payment)| (payment.on, Source::Payment(k)));
    let refunds = plan
        .refunds
        .iter()
        .enumerate()
        .map(|(k, refund)| (refund.on, Source::Refund(k)));
    let settlement = plan
        .settled
        .iter()
        .map(|settled| (settled.on, Source::Settlement));
    let mut all: Vec<_> = payments
        .chain(refunds)
        .chain(settlement)
        .filter(|(on, _)| as_of.is_none_or(|day| *on <= day))
        .collect();
    all.sort_by_key(|(on, _)| *on);
    all
}

#[cfg(test)]
mod tests {
    use super::{Allocation, Source};
    use crate::domain::currency::Currency;
    use crate::domain::fee::{Fee, FeeAmount, FeeModel};
    use crate::domain::money::Money;
    use crate::domain::plan::{Payment, Plan, Refund, Settlement};
    use crate::domain::rate::Rate;
    use crate::domain::rules::Rules;
    use crate::domain::schedule::Schedule;
    use crate::domain::test_book::{cny, date, payment, plan};
    use proptest::prelude::*;

    fn allocation(plan: &Plan) -> Allocation {
        let schedule = Schedule::of(plan, &Rules::of_plan(plan, None), Currency::CNY);
        Allocation::of(plan, schedule, None)
    }

    /// Three installments of 338.33, 338.33, 338.34, each with 5.00 of fee.
    fn three() -> Plan {
        let model = FeeModel::Flat(FeeAmount::Rate(Rate::parse("0.5%").unwrap()));
        Plan {
            fee: Fee {
                model,
                subsidised: false,
            },
            ..plan("p", "1000", 3, "2026-01-10")
        }
    }

    fn outstanding(allocation: &Allocation) -> Vec<String> {
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
        let schedule = Schedule::of(&plan, &Rules::of_plan(&plan, None), Currency::CNY);
        let day_before = Allocation::of(&plan, schedule, Some(date("2026-01-09")));
        assert_eq!(day_before.outstanding(), cny("1015"));
    }

    /// The example published by Afterpay: 125.10 in each of four, two left, 143.10 refunded.
    #[test]
    fn a_refund_cancels_the_last_installments_first() {
        let mut plan = plan("p", "500.40", 4, "2026-01-10");
        plan.paid_through = 2;
        plan.refunds = vec![Refund {
            on: date("2026-02-20"),
            amount: cny("143.10"),
            reference: None,
        }];
        assert_eq!(
            outstanding(&allocation(&plan)),
            ["0.00", "0.00", "107.10", "0.00"]
        );
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
}
