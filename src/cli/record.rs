//! How on time installments were paid, and a line's totals beside it.

use serde::Serialize;

use super::answer::exact;
use super::json::{Amount, Day};
use super::print::{Align, Cell, Page};
use crate::domain::Currency;
use crate::domain::line::CreditLine;
use crate::domain::record::{LimitStep, Record};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// A record in figures.
#[derive(Debug, Serialize)]
pub(super) struct Timeliness {
    on_time: usize,
    late: usize,
    worst_days: u32,
}

/// A total of a line with the record up to it.
#[derive(Debug, Serialize)]
pub(super) struct Step {
    /// Since when; `null` for a total of which nobody wrote that down.
    on: Option<Day>,
    limit: Option<Amount>,
    why: Option<String>,
    on_time: usize,
    late: usize,
}

impl Timeliness {
    pub(super) fn of(record: &Record) -> Self {
        Self {
            on_time: record.on_time(),
            late: record.late().count(),
            worst_days: record.worst(),
        }
    }

    /// The record in a short line.
    pub(super) fn words(&self, texts: Texts) -> String {
        if self.on_time + self.late == 0 {
            return texts.record_none().to_owned();
        }
        let on_time = texts.record_on_time(self.on_time);
        if self.late == 0 {
            return on_time;
        }
        [on_time, texts.record_late(self.late, self.worst_days)].join(texts.comma())
    }
}

impl Step {
    /// The totals of a line, oldest first.
    pub(super) fn all(record: &Record, line: &CreditLine) -> Vec<Self> {
        let step = |step: LimitStep<'_>| Self::of(&step, line.currency);
        record.beside_limits(line).into_iter().map(step).collect()
    }

    fn of(step: &LimitStep<'_>, currency: Currency) -> Self {
        Self {
            on: step.on.map(Day),
            limit: step.limit.map(|limit| Amount(limit, currency)),
            why: step.why.map(str::to_owned),
            on_time: step.on_time,
            late: step.late,
        }
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let on = self.on.map(|on| on.0.to_string());
        let limit = self.limit.map(|limit| exact(limit.0, limit.1));
        let late = (self.late > 0).then(|| texts.record_late_count(self.late));
        vec![
            Cell::new(on.unwrap_or_else(|| texts.record_now().to_owned())),
            Cell::new(limit.unwrap_or_else(|| texts.record_unknown().to_owned())),
            Cell::new(texts.record_on_time(self.on_time)),
            Cell::in_role(late.unwrap_or_default(), Role::Overdue),
            Cell::new(self.why.as_deref().unwrap_or_default()),
        ]
    }
}

/// Writes how on time a line was paid, and its totals where they changed.
pub(super) fn write(on_time: &Timeliness, steps: &[Step], page: &mut Page, texts: Texts) {
    page.gap();
    let words = on_time.words(texts);
    let label = Cell::in_role(texts.record_label(), Role::Muted);
    page.table(&[Align::Left; 2], &[vec![label, Cell::new(words)]]);
    if steps.len() < 2 {
        return;
    }
    page.gap();
    page.line(texts.record_limits());
    let rows: Vec<_> = steps.iter().map(|step| step.cells(texts)).collect();
    let left = Align::Left;
    page.table(&[left, Align::Right, left, left, left], &rows);
}
