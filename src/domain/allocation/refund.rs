//! What a refund is taken for, in the provider's order.
//!
//! Open principal goes first from the last installment (Afterpay, 白条), evenly (Klarna) or from
//! the oldest; 花呗 and 白条 take the cost of being late and what is overdue or billed before. What
//! is more than all of it is taken off paid installments, the last first, and goes back in cash.

use chrono::{Days, NaiveDate};

use super::prepay::evenly;
use super::relief::{Charges, Gone, Why};
use super::{Allocation, Part, Row, Source, Terms};
use crate::domain::late;
use crate::domain::money::Money;
use crate::domain::refund::{CashBack, Refunded, give_back};
use crate::domain::rules::{RefundFee, RefundOrder};

/// What is taken off an installment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Penalty,
    Fee,
    Principal,
}

/// What is taken, of the installment of which index, at most how much.
type Step = (What, usize, Money);

/// What a refund took off each installment, by index.
struct Taken {
    principal: Vec<Money>,
    fee: Vec<Money>,
    penalty: Money,
}

impl Allocation {
    pub(super) fn refund(&mut self, terms: Terms<'_>, k: usize) {
        let refund = &terms.plan.refunds[k];
        let steps = self.steps(terms, refund.amount, refund.on);
        let (taken, left) = self.take(&steps, refund.amount);
        let gone = self.fees_of_refund(terms, refund.on, &taken.principal);
        let waived = self.relieve(terms, gone);
        for (j, row) in self.rows.iter().enumerate() {
            let part = Part {
                principal: taken.principal[j],
                fee: taken.fee[j],
                waived: waived[j],
                ..Part::none(Source::Refund(k), row.installment.n, refund.on)
            };
            if part.ended().is_positive() {
                self.parts.push(part);
            }
        }
        self.reach_back(left);
        let back = self.cash_back(terms, left, refund.on);
        self.refunds.push(Refunded {
            refund: k,
            principal: taken.principal.into_iter().sum(),
            fee: taken.fee.into_iter().sum(),
            penalty: taken.penalty,
            waived: waived.into_iter().sum(),
            back,
        });
    }

    fn steps(&self, terms: Terms<'_>, amount: Money, on: NaiveDate) -> Vec<Step> {
        let count = self.rows.len();
        let principal = |k: usize| (What::Principal, k, self.rows[k].open_principal());
        match terms.rules.refund {
            RefundOrder::LastFirst => (0..count).rev().map(principal).collect(),
            RefundOrder::OpenFirst => (0..count).map(principal).collect(),
            RefundOrder::Even => {
                let open: Vec<_> = self.rows.iter().map(Row::open_principal).collect();
                let shares = evenly(amount, &open, terms.currency.decimals());
                let step = |(k, share)| (What::Principal, k, share);
                shares.into_iter().enumerate().map(step).collect()
            }
            RefundOrder::Huabei => self.late_first(terms, on, true),
            RefundOrder::Baitiao => self.late_first(terms, on, false),
        }
    }

    /// The cost of being late, what is overdue, what is billed, and the rest from the last on.
    fn late_first(&self, terms: Terms<'_>, on: NaiveDate, with_fees: bool) -> Vec<Step> {
        let (count, unbilled) = (self.rows.len(), self.first_unbilled(terms, on));
        let principal = |k: usize| (What::Principal, k, self.rows[k].open_principal());
        let fee = |k: usize| (What::Fee, k, self.rows[k].open_fee());
        let is_overdue = |k: &usize| self.rows[*k].is_overdue_on(on, terms.rules.grace_days);
        let late = late::penalties(terms, &self.rows, on);
        let cost = |k: usize| (What::Penalty, k, late[k].unwrap_or_default());
        let overdue = (0..count).filter(is_overdue);
        let billed = (0..unbilled).filter(|k| !is_overdue(k));
        overdue
            .clone()
            .map(cost)
            .chain(overdue.map(principal))
            .chain((0..unbilled).filter(|_| with_fees).map(fee))
            .chain(billed.map(principal))
            .chain((unbilled..count).rev().map(principal))
            .collect()
    }

    fn take(&mut self, steps: &[Step], amount: Money) -> (Taken, Money) {
        let zero = vec![Money::ZERO; self.rows.len()];
        let mut taken = Taken {
            principal: zero.clone(),
            fee: zero,
            penalty: Money::ZERO,
        };
        let mut left = amount;
        for (what, k, most) in steps {
            let part = left.min(*most);
            if part.is_zero() {
                continue;
            }
            left -= part;
            let ended = self.rows[*k].ended_mut();
            match what {
                What::Penalty => {
                    ended.offset_penalty += part;
                    taken.penalty += part;
                }
                What::Fee => {
                    ended.waived_fee += part;
                    taken.fee[*k] += part;
                }
                What::Principal => {
                    ended.refunded += part;
                    taken.principal[*k] += part;
                }
            }
        }
        (taken, left)
    }

    fn fees_of_refund<'g>(
        &self,
        terms: Terms<'_>,
        on: NaiveDate,
        principal: &'g [Money],
    ) -> Gone<'g> {
        let unbilled = self.first_unbilled(terms, on);
        let (charges, from) = match terms.rules.refund_fee {
            RefundFee::Proportional => (Charges::InProportion, unbilled),
            RefundFee::Kept => (Charges::Stay, unbilled),
            RefundFee::FullWithin(days) => {
                let bought = terms.plan.bought;
                let last = bought.and_then(|day| day.checked_add_days(Days::new(days.into())));
                match last {
                    Some(last) if on <= last => (Charges::InProportion, 0),
                    _ => (Charges::Stay, 0),
                }
            }
        };
        Gone {
            on,
            principal,
            charges,
            from,
            why: Why::Refunded,
        }
    }

    /// Takes off paid installments what goes back in cash, from the last one backwards.
    fn reach_back(&mut self, amount: Money) {
        let mut left = amount;
        for row in self.rows.iter_mut().rev() {
            if left.is_zero() {
                break;
            }
            let settled = left.min(row.ended().settled);
            let paid = (left - settled).min(row.paid_principal);
            row.paid_principal -= paid;
            row.ended_mut().settled -= settled;
            row.ended_mut().refunded += settled + paid;
            self.settlement -= settled;
            left -= settled + paid;
        }
    }

    /// To which channels the amount goes back: newest payment first, a settlement among them. 花呗
    /// gives everything to the balance of its wallet.
    fn cash_back(&mut self, terms: Terms<'_>, amount: Money, on: NaiveDate) -> Vec<CashBack> {
        if terms.rules.refund == RefundOrder::Huabei {
            return give_back(amount, []);
        }
        let plan = terms.plan;
        let by_payment = |k: usize| {
            let given = self.refunds.iter().flat_map(|refund| &refund.back);
            let given = given.filter(|back| back.payment == Some(k));
            let given: Money = given.map(|back| back.amount).sum();
            CashBack {
                payment: Some(k),
                via: plan.payments[k].via.clone(),
                amount: plan.payments[k].amount - given,
            }
        };
        let payments = plan.payments.iter().enumerate();
        let payments = payments.filter(|(_, payment)| payment.on <= on);
        let mut brought: Vec<_> = payments
            .map(|(k, payment)| (payment.on, by_payment(k)))
            .collect();
        brought.sort_by_key(|(on, _)| *on);
        give_back(
            amount,
            brought.into_iter().rev().map(|(_, channel)| channel),
        )
    }
}
