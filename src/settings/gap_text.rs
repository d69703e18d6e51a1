//! Why the provider's app shows another figure than the book expects, in words.

use crate::domain::Money;
use crate::domain::allocation::Source;
use crate::domain::gap::{Gap, GapCause};
use crate::domain::restoring::FreedLimit;
use crate::domain::rules::LimitCounts;

use super::texts::Texts;

/// Writes a gap; amounts are written without their signs.
struct Writer<'w> {
    texts: Texts,
    item: &'w dyn Fn(usize) -> String,
    exact: &'w dyn Fn(Money) -> String,
}

impl Texts {
    /// The gap, what of it is proved, what could make the rest, and what stays unexplained: a part
    /// of a sentence each. `item` names a plan of the book.
    pub fn gap(
        self,
        gap: &Gap,
        item: &dyn Fn(usize) -> String,
        exact: &dyn Fn(Money) -> String,
    ) -> Vec<String> {
        let writer = Writer {
            texts: self,
            item,
            exact,
        };
        writer.parts(gap)
    }
}

impl Writer<'_> {
    fn size(&self, amount: Money) -> String {
        (self.exact)(amount.max(-amount))
    }

    fn parts(&self, gap: &Gap) -> Vec<String> {
        let (texts, more) = (self.texts, gap.size());
        if more.is_zero() && gap.rest.is_zero() {
            return vec![texts.cli_gap_none().to_owned()];
        }
        let mut parts = vec![if more.is_positive() {
            texts.cli_gap_more(&self.size(more))
        } else {
            texts.cli_gap_less(&self.size(more))
        }];
        parts.extend(self.proved(gap));
        parts.extend(self.ways(gap));
        let left = gap.unexplained();
        if !left.is_zero() {
            parts.push(if left.is_positive() {
                texts.cli_gap_too_much(&self.size(left))
            } else {
                texts.cli_gap_too_little(&self.size(left))
            });
        }
        parts
    }

    fn proved(&self, gap: &Gap) -> Option<String> {
        let texts = self.texts;
        let named = |entry: &FreedLimit| {
            let item = (self.item)(entry.plan);
            match number(entry) {
                Some(n) => format!("{item} {}", texts.nth_installment(n)),
                None => item,
            }
        };
        let sum = gap.proved.iter().map(|entry| entry.amount).sum();
        let mut of: Vec<String> = gap.proved.iter().map(named).collect();
        of.dedup();
        (!of.is_empty())
            .then(|| texts.cli_gap_proved(&self.size(sum), &of.join(texts.list_comma())))
    }

    fn ways(&self, gap: &Gap) -> Option<String> {
        let texts = self.texts;
        let way = |causes: &Vec<GapCause>| {
            let parts: Vec<_> = causes.iter().map(|cause| self.cause(cause)).collect();
            parts.join(texts.cli_gap_and())
        };
        let ways: Vec<_> = gap.ways.iter().map(way).collect();
        let rest = self.size(gap.rest);
        (!ways.is_empty()).then(|| texts.cli_gap_ways(&rest, &ways.join(texts.cli_gap_or())))
    }

    fn cause(&self, cause: &GapCause) -> String {
        let (texts, item) = (self.texts, self.item);
        let amount = cause.amount().map(|amount| self.size(amount));
        let amount = amount.unwrap_or_default();
        match *cause {
            GapCause::Back(entry) => match number(&entry) {
                Some(n) => texts.cli_cause_back(&item(entry.plan), n, &amount),
                None => texts.cli_cause_refund_back(&item(entry.plan), &amount),
            },
            GapCause::NotBack(entry) => {
                let n = number(&entry).unwrap_or_default();
                texts.cli_cause_not_back(&item(entry.plan), n, &amount)
            }
            GapCause::Paid { plan, n, .. } => texts.cli_cause_paid(&item(plan), n, &amount),
            GapCause::Refunded { plan, .. } => texts.cli_cause_refunded(&item(plan), &amount),
            GapCause::Unfrozen(_) => texts.cli_cause_unfrozen(&amount),
            GapCause::TemporaryStillCounts(_) => texts.cli_cause_temporary_counts(&amount),
            GapCause::TemporaryNotCounted(_) => texts.cli_cause_temporary_missing(&amount),
            GapCause::Counts(LimitCounts::PrincipalAndFee) => {
                texts.cli_cause_counts_fees().to_owned()
            }
            GapCause::Counts(LimitCounts::Principal) => {
                texts.cli_cause_counts_principal().to_owned()
            }
        }
    }
}

/// The installment that a payment's entry is known by; a refund or settlement has none.
fn number(entry: &FreedLimit) -> Option<u32> {
    matches!(entry.source, Source::Payment(_)).then_some(entry.n)
}
