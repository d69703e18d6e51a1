//! Why the app shows another figure than the book expects, as JSON and in words.

use serde::Serialize;

use crate::cli::answer::exact;
use crate::cli::json::{self, Amount, Day};
use crate::domain::allocation::Source;
use crate::domain::gap::{Gap, GapCause};
use crate::domain::line::Seen;
use crate::domain::restoring::FreedLimit;
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
    /// The names of the book's plans.
    #[serde(skip)]
    items: Vec<String>,
    #[serde(skip)]
    is: Gap,
}

/// A part of a gap.
#[derive(Debug, Serialize)]
struct Part {
    cause: &'static str,
    /// `null` where the cause explains the figure as a whole.
    amount: Option<Amount>,
    plan: Option<String>,
    n: Option<u32>,
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
            items: book.plans.iter().map(|plan| plan.item.clone()).collect(),
            is: gap,
        })
    }

    /// The gap in a sentence.
    pub(super) fn said(&self, texts: Texts) -> String {
        let item = |plan: usize| self.items.get(plan).cloned().unwrap_or_default();
        let amount = |amount: Money| exact(amount, self.seen.1);
        let mut parts = texts.gap(&self.is, &item, &amount);
        let total = self.total.map(|total| total.0.plain(total.1));
        parts.extend(total.map(|total| texts.cli_gap_total(&self.line, &total)));
        parts.join(texts.semicolon())
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
        }
    }
}

/// The installment that a payment's entry is known by; a refund or settlement has none.
fn number(entry: &FreedLimit) -> Option<u32> {
    matches!(entry.source, Source::Payment(_)).then_some(entry.n)
}
