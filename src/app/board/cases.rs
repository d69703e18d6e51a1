//! What is followed up: each case with its checklist, its log and what it is about.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::case::{Case, CaseKind, Checked, Step, Subject, checklist};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, CaseId, Currency, Money, Position};

/// A case. What was written down of it stands in the book's `cases`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseRow {
    /// Which case of the book.
    pub case: usize,
    /// Its id.
    pub id: CaseId,
    /// What it is about.
    pub kind: CaseKind,
    /// Which line of the book it is about.
    pub line: Option<usize>,
    /// Which plan of the book.
    pub plan: Option<usize>,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The limit it is about; `None` where it is about none.
    pub amount: Option<Money>,
    /// Working days since that was freed, up to today or to the day on which all of it was back.
    pub working_days: Option<u32>,
    /// When all of that limit was back.
    pub back_on: Option<NaiveDate>,
    /// True until it is closed.
    pub is_open: bool,
    /// True where the next step is due.
    pub is_due: bool,
    /// When the next step is due.
    pub next: Option<NaiveDate>,
    /// The day of the promise that was not kept.
    pub missed: Option<NaiveDate>,
    /// Its checklist.
    pub steps: Vec<Checked>,
    /// What happened, newest first.
    pub log: Vec<LogRow>,
}

/// Something that happened to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LogRow {
    /// When.
    pub on: NaiveDate,
    /// What.
    pub event: CaseEvent,
}

/// Something that happened to a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseEvent {
    /// A payment, refund or settlement freed limit.
    Freed(Money),
    /// It began.
    Opened,
    /// An entry of its log: which one.
    Said(usize),
    /// Limit came back.
    Back(Money),
    /// It ended.
    Closed,
}

impl CaseRow {
    /// All cases: the open ones first, the most urgent on top; then the closed ones, newest first.
    pub fn all(book: &Book, position: &Position, calendar: &WorkingCalendar) -> Vec<Self> {
        let cases = book.cases.iter().enumerate();
        let row = |(k, case)| Self::of(book, position, calendar, k, case);
        let mut rows: Vec<_> = cases.map(row).collect();
        rows.sort_by_key(|row| {
            let closed = book.cases.get(row.case).and_then(|case| case.closed);
            (Reverse(row.is_open), Reverse(closed), row.next)
        });
        rows
    }

    fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        k: usize,
        case: &Case,
    ) -> Self {
        let (today, subject) = (position.today, Subject::of(case, book, position));
        let freed = &subject.freed;
        let is_about_limit = case.kind == CaseKind::LimitNotRestored && !freed.is_empty();
        let amount: Money = freed.iter().map(|entry| entry.amount).sum();
        let back = freed.iter().map(|entry| entry.confirmed);
        let back_on = back.collect::<Option<Vec<_>>>();
        let back_on = back_on
            .and_then(|days| days.into_iter().max())
            .filter(|on| *on <= today);
        let since = freed.iter().map(|entry| entry.paid_on).min();
        let until = back_on.unwrap_or(today);
        let plan = case.plan.as_ref();
        let line = subject.line.map(|line| &line.id);
        Self {
            case: k,
            id: case.id.clone(),
            kind: case.kind,
            line: line.and_then(|id| book.lines.iter().position(|line| line.id == *id)),
            plan: plan.and_then(|id| book.plans.iter().position(|plan| plan.id == *id)),
            currency: subject.line.map_or(book.currency, |line| line.currency),
            amount: is_about_limit.then_some(amount),
            working_days: since
                .filter(|_| is_about_limit)
                .map(|since| calendar.working_days_between(since, until)),
            back_on: back_on.filter(|_| is_about_limit),
            is_open: case.is_open(),
            is_due: case.is_open() && case.next.is_some_and(|next| next <= today),
            next: case.next,
            missed: case.missed_promise(today),
            steps: checklist(case, &subject, today),
            log: log(case, &subject, today),
        }
    }

    /// The step that comes next: the first that is not done.
    pub fn next_step(&self) -> Option<Step> {
        let next = self.steps.iter().find(|checked| !checked.is_done());
        next.filter(|_| self.is_open).map(|checked| checked.step)
    }

    /// How many steps are done.
    pub fn done(&self) -> usize {
        let done = self.steps.iter().filter(|checked| checked.is_done());
        done.count()
    }
}

/// What was said, and around it what was paid and came back. Of one day what was said last
/// stands first.
fn log(case: &Case, subject: &Subject<'_>, today: NaiveDate) -> Vec<LogRow> {
    let row = |on, event| LogRow { on, event };
    let mut rows = Vec::new();
    for entry in &subject.freed {
        rows.push(row(entry.paid_on, CaseEvent::Freed(entry.amount)));
    }
    rows.push(row(case.opened, CaseEvent::Opened));
    let said = case.log.iter().enumerate();
    rows.extend(said.map(|(k, entry)| row(entry.on, CaseEvent::Said(k))));
    for entry in &subject.freed {
        let back = entry.confirmed.filter(|on| *on <= today);
        rows.extend(back.map(|on| row(on, CaseEvent::Back(entry.amount))));
    }
    rows.extend(case.closed.map(|on| row(on, CaseEvent::Closed)));
    rows.sort_by_key(|row| row.on);
    rows.reverse();
    rows
}
