//! Which fees fall away when principal goes before its time, by a prepayment or a refund.
//!
//! Billed fees stay. A fee that is charged by the installment falls with its own installment;
//! interest is counted again on the lower balance. After a prepayment interest by the day falls from
//! that day on, a monthly one from the next period on; after a refund all that is not billed falls.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{Allocation, Row, Terms};
use crate::domain::fee::FeeModel;
use crate::domain::money::{Money, Rounding};

/// What becomes of the fees that are charged by the installment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Charges {
    /// Nothing falls, interest neither.
    Stay,
    /// Those of installments that are gone altogether fall.
    OfEnded,
    /// Each falls with the principal of its installment.
    InProportion,
}

/// Principal that went before its time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gone<'g> {
    /// When.
    pub on: NaiveDate,
    /// How much of each installment, by index.
    pub principal: &'g [Money],
    /// What becomes of the fees.
    pub charges: Charges,
    /// The installments from this index on may be relieved.
    pub from: usize,
    /// Why it went.
    pub why: Why,
}

/// Why principal went before its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// It was paid back: interest is owed for the time it was borrowed.
    Prepaid,
    /// The purchase was undone: no interest of it is asked for that is not billed.
    Refunded,
}

impl Allocation {
    /// Takes the fees off that fall away with principal that has just gone; gives them by index.
    pub(super) fn relieve(&mut self, terms: Terms<'_>, gone: Gone<'_>) -> Vec<Money> {
        let mut waived = vec![Money::ZERO; self.rows.len()];
        if gone.charges == Charges::Stay {
            return waived;
        }
        for (k, fallen) in waived.iter_mut().enumerate().skip(gone.from) {
            let fee = if self.rates.is_empty() {
                self.charge_relief(terms, gone, k)
            } else {
                self.interest_relief(terms, gone, k)
            };
            *fallen = fee.or_zero().min(self.rows[k].open_fee());
            if fallen.is_positive() {
                self.rows[k].ended_mut().waived_fee += *fallen;
            }
        }
        waived
    }

    fn charge_relief(&self, terms: Terms<'_>, gone: Gone<'_>, k: usize) -> Money {
        let row = &self.rows[k];
        let (went, left) = if matches!(terms.plan.fee.model, FeeModel::Upfront(..)) {
            // One fee for all of the principal, wherever it is due.
            let left = self.rows.iter().map(Row::open_principal).sum();
            (gone.principal.iter().copied().sum(), left)
        } else {
            (gone.principal[k], row.open_principal())
        };
        if !Money::is_positive(went) {
            Money::ZERO
        } else if left.is_zero() {
            row.open_fee()
        } else if gone.charges == Charges::InProportion {
            let share = went.as_decimal() / (went + left).as_decimal();
            let exact = Money::from_decimal(row.open_fee().as_decimal() * share);
            exact.rounded(terms.currency.decimals(), Rounding::HalfUp)
        } else {
            Money::ZERO
        }
    }

    /// Interest on the balance before, less interest on the balance after, for the share of the
    /// period on which the lower balance counts.
    fn interest_relief(&self, terms: Terms<'_>, gone: Gone<'_>, k: usize) -> Money {
        let decimals = terms.currency.decimals();
        let rate = self.rates.get(k).copied().unwrap_or_default();
        let after: Money = self.rows[k..].iter().map(Row::bearing).sum();
        let went: Money = gone.principal[k..].iter().copied().sum();
        let of = |interest| Money::from_decimal(interest).rounded(decimals, Rounding::HalfUp);
        let share = match gone.why {
            Why::Prepaid => self.share_to_come(terms, gone.on, k),
            Why::Refunded => Decimal::ONE,
        };
        if after.is_zero() && went.is_positive() && share == Decimal::ONE {
            return self.rows[k].open_fee();
        }
        let (before, went) = ((after + went).as_decimal(), went.as_decimal());
        of(before * rate) - of((before - went * share) * rate)
    }

    /// The share of the period ending with installment `k` on which the lower balance counts.
    fn share_to_come(&self, terms: Terms<'_>, on: NaiveDate, k: usize) -> Decimal {
        let due = self.rows[k].installment.due;
        let start = match k.checked_sub(1) {
            Some(before) => Some(self.rows[before].installment.due),
            None => terms.plan.drawn_on(),
        };
        let Some(start) = start.filter(|start| *start < on) else {
            return Decimal::ONE;
        };
        let (days, to_come) = ((due - start).num_days(), (due - on).num_days().max(0));
        match terms.plan.fee.model {
            FeeModel::Daily(_) if days > 0 => Decimal::from(to_come) / Decimal::from(days),
            _ => Decimal::ZERO,
        }
    }
}
