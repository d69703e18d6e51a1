//! Principal paid back before it is due.
//!
//! `shorten` ends the last installments: the principal of a period stays, the odd amount lies in
//! the last one, and the fees of the periods that are gone are not charged (published by ICBC).
//! `lower` takes the same from each installment that is not billed yet. A flat fee is charged on
//! the original principal, so a lower installment keeps it, unless the provider's policy for
//! settling early waives fees to come: then it falls in proportion. Where that policy keeps all
//! fees, none fall. Interest is always counted again on the lower balance. Dates stay.

use chrono::NaiveDate;

use super::relief::{Charges, Gone, Why};
use super::{Allocation, Part, Row, Source, Terms};
use crate::domain::fee::FeeModel;
use crate::domain::money::{Money, Rounding};
use crate::domain::rules::{EarlyPolicy, Prepay};

impl Allocation {
    /// Takes what it can of the money for principal that is not billed yet; gives what is left.
    pub(super) fn prepay(
        &mut self,
        terms: Terms<'_>,
        prepay: Prepay,
        (on, amount): (NaiveDate, Money),
        source: Source,
    ) -> Money {
        let from = self.first_unbilled(terms, on);
        let open: Vec<_> = self.rows[from..].iter().map(Row::open_principal).collect();
        let shares = match prepay {
            Prepay::Shorten => from_the_last(amount, &open),
            Prepay::Lower => evenly(amount, &open, terms.currency.decimals()),
        };
        let mut taken = vec![Money::ZERO; from];
        taken.extend(shares);
        for (row, taken) in self
            .rows
            .iter_mut()
            .zip(&taken)
            .filter(|(_, taken)| taken.is_positive())
        {
            row.paid_principal += *taken;
            row.ended_mut().prepaid += *taken;
            row.last_paid = Some(on).max(row.last_paid);
        }
        // The policy that charges the next fee charges it of a prepayment too.
        let keeps_next = terms.rules.early == Some(EarlyPolicy::NextFee);
        let gone = Gone {
            on,
            principal: &taken,
            charges: charges(terms, prepay),
            from: from + usize::from(keeps_next),
            why: Why::Prepaid,
        };
        let waived = self.relieve(terms, gone);
        self.note(source, on, &taken, &waived);
        amount - taken.into_iter().sum()
    }

    /// The index of the first installment from which on none is billed.
    pub(super) fn first_unbilled(&self, terms: Terms<'_>, on: NaiveDate) -> usize {
        let is_billed = |row: &Row| row.installment.is_billed_on(terms.rules, on);
        self.rows
            .iter()
            .rposition(is_billed)
            .map_or(0, |last| last + 1)
    }

    /// Notes what was taken of each installment, by index.
    pub(super) fn note(
        &mut self,
        source: Source,
        on: NaiveDate,
        principal: &[Money],
        waived: &[Money],
    ) {
        for (row, (principal, waived)) in self.rows.iter().zip(principal.iter().zip(waived)) {
            if principal.is_positive() || waived.is_positive() {
                self.parts.push(Part {
                    principal: *principal,
                    waived: *waived,
                    ..Part::none(source, row.installment.n, on)
                });
            }
        }
    }
}

fn charges(terms: Terms<'_>, prepay: Prepay) -> Charges {
    let is_upfront = matches!(terms.plan.fee.model, FeeModel::Upfront(..));
    match (terms.rules.early, prepay) {
        (Some(EarlyPolicy::AllFees), _) => Charges::Stay,
        _ if is_upfront => Charges::Stay,
        (None | Some(EarlyPolicy::UpfrontNoRefund), _) | (_, Prepay::Shorten) => Charges::OfEnded,
        (Some(_), Prepay::Lower) => Charges::InProportion,
    }
}

/// From the last one backwards, each in full as far as the amount goes.
pub(super) fn from_the_last(amount: Money, open: &[Money]) -> Vec<Money> {
    let mut left = amount;
    let mut shares: Vec<_> = open
        .iter()
        .rev()
        .map(|open| {
            let share = left.min(*open);
            left -= share;
            share
        })
        .collect();
    shares.reverse();
    shares
}

/// The same from each, never more than is open; what a small one cannot take and odd cents go to
/// the larger ones, the last of them first.
pub(super) fn evenly(amount: Money, open: &[Money], decimals: u32) -> Vec<Money> {
    let mut smallest_first: Vec<usize> = (0..open.len()).collect();
    smallest_first.sort_by_key(|k| open[*k]);
    let mut shares = vec![Money::ZERO; open.len()];
    let mut left = amount.min(open.iter().copied().sum());
    for (place, k) in smallest_first.iter().enumerate() {
        let parts = u32::try_from(open.len() - place).unwrap_or(u32::MAX);
        let share = left.split(
            parts,
            decimals,
            Rounding::Down,
            crate::domain::money::Remainder::Last,
        );
        let even = share.first().copied().unwrap_or(left);
        shares[*k] = even.min(open[*k]);
        left -= shares[*k];
    }
    shares
}
