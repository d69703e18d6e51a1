//! Why the app shows another figure than the book expects, as JSON and in words.

use serde::Serialize;

use crate::cli::answer::exact;
use crate::cli::json::{self, Amount, Day};
use crate::domain::allocation::Source;
use crate::domain::gap::{Gap, GapCause};
use crate::domain::line::Seen;
use crate::domain::restoring::FreedLimit;
use crate::domain::rules::LimitCounts;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Currency, Money};
use crate::settings::texts::Texts;

/// A gap, with the names of what explains it.
#[derive(Debug, Serialize)]
pub(super) struct Explained {
    line: String,
    on: Day,
    seen: Amount,
    expected: Amount,
    gap: Amount,
    proved: Vec<Part>,
    ways: Vec<Vec<Part>>,
    unexplained: Amount,
    total: Option<Amount>,
    #[serde(skip)]
    rest: Amount,
}

/// A part of a gap.
#[derive(Debug, Serialize)]
struct Part {
    cause: &'static str,
    /// `null` where the cause explains the figure as a whole.
    amount: Option<Amount>,
    plan: Option<String>,
    n: Option<u32>,
    #[serde(skip)]
    item: String,
    #[serde(skip)]
    is: GapCause,
}

impl Explained {
    /// The gap of a figure that the book does not hold yet.
    pub(super) fn of(
        book: &Book,
        line: usize,
        seen: Seen,
        calendar: &WorkingCalendar,
    ) -> Option<Self> {
        let gap = Gap::of(book, line, seen, calendar)?;
        let line = book.lines.get(line)?;
        let amount = |money: Money| Amount(money, line.currency);
        let part = |cause: &GapCause| Part::of(book, *cause, line.currency);
        let proved = gap.proved.iter().copied().map(GapCause::Back);
        Some(Self {
            line: line.id.to_string(),
            on: Day(gap.on),
            seen: amount(gap.seen),
            expected: amount(gap.expected),
            gap: amount(gap.size()),
            proved: proved.map(|cause| part(&cause)).collect(),
            ways: gap
                .ways
                .iter()
                .map(|way| way.iter().map(part).collect())
                .collect(),
            unexplained: amount(gap.unexplained()),
            total: gap.total.map(amount),
            rest: amount(gap.rest),
        })
    }

    /// The gap in a sentence.
    pub(super) fn said(&self, texts: Texts) -> String {
        let more = self.gap.0;
        if more.is_zero() && self.rest.0.is_zero() {
            return texts.cli_gap_none().to_owned();
        }
        let mut parts = vec![if more.is_positive() {
            texts.cli_gap_more(&size(self.gap))
        } else {
            texts.cli_gap_less(&size(self.gap))
        }];
        parts.extend(self.proved_said(texts));
        parts.extend(self.ways_said(texts));
        let left = self.unexplained;
        if !left.0.is_zero() {
            parts.push(if left.0.is_positive() {
                texts.cli_gap_too_much(&size(left))
            } else {
                texts.cli_gap_too_little(&size(left))
            });
        }
        let total = self.total.map(|total| total.0.plain(total.1));
        parts.extend(total.map(|total| texts.cli_gap_total(&self.line, &total)));
        parts.join(texts.semicolon())
    }

    fn proved_said(&self, texts: Texts) -> Option<String> {
        let amounts = self.proved.iter().filter_map(|part| part.amount);
        let sum = Amount(amounts.map(|amount| amount.0).sum(), self.seen.1);
        let named = |part: &Part| match part.n {
            Some(n) => format!("{} {}", part.item, texts.nth_installment(n)),
            None => part.item.clone(),
        };
        let mut of: Vec<String> = self.proved.iter().map(named).collect();
        of.dedup();
        (!of.is_empty()).then(|| texts.cli_gap_proved(&size(sum), &of.join(texts.list_comma())))
    }

    fn ways_said(&self, texts: Texts) -> Option<String> {
        let way = |parts: &Vec<Part>| {
            let parts: Vec<_> = parts.iter().map(|part| part.said(texts)).collect();
            parts.join(texts.cli_gap_and())
        };
        let ways: Vec<_> = self.ways.iter().map(way).collect();
        let rest = size(self.rest);
        (!ways.is_empty()).then(|| texts.cli_gap_ways(&rest, &ways.join(texts.cli_gap_or())))
    }
}

impl Part {
    fn of(book: &Book, cause: GapCause, currency: Currency) -> Self {
        let (plan, n) = match cause {
            GapCause::Back(entry) | GapCause::NotBack(entry) => (Some(entry.plan), number(&entry)),
            GapCause::Paid { plan, n, .. } => (Some(plan), Some(n)),
            GapCause::Refunded { plan, .. } => (Some(plan), None),
            _ => (None, None),
        };
        let plan = plan.and_then(|plan| book.plans.get(plan));
        Self {
            cause: json::gap_cause(&cause),
            amount: cause.amount().map(|amount| Amount(amount, currency)),
            plan: plan.map(|plan| plan.id.to_string()),
            n,
            item: plan.map_or_else(String::new, |plan| plan.item.clone()),
            is: cause,
        }
    }

    fn said(&self, texts: Texts) -> String {
        let (item, n) = (&self.item, self.n.unwrap_or_default());
        let amount = self.amount.map(size).unwrap_or_default();
        match self.is {
            GapCause::Back(_) if self.n.is_none() => texts.cli_cause_refund_back(item, &amount),
            GapCause::Back(_) => texts.cli_cause_back(item, n, &amount),
            GapCause::NotBack(_) => texts.cli_cause_not_back(item, n, &amount),
            GapCause::Paid { .. } => texts.cli_cause_paid(item, n, &amount),
            GapCause::Refunded { .. } => texts.cli_cause_refunded(item, &amount),
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

/// The amount without its sign.
fn size(amount: Amount) -> String {
    exact(amount.0.max(-amount.0), amount.1)
}
