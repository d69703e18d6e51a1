//! The whole book as of one day: how every plan stands and what every limit allows.

use chrono::NaiveDate;

use super::book::Book;
use super::limit::LimitState;
use super::money::Money;
use super::restoring::FreedLimit;
use super::standing::{InstallmentStanding, PlanStanding, Timing};
use super::working_day::WorkingCalendar;

/// The book as of one day. Indexes are those of the book it was derived from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The day.
    pub today: NaiveDate,
    /// The standing of each plan of the book.
    pub plans: Vec<PlanStanding>,
    /// The limit of each line of the book.
    pub limits: Vec<LimitState>,
}

/// An open installment, with where to find it.
#[derive(Debug, Clone, Copy)]
pub struct DueItem<'p> {
    /// Which plan of the book.
    pub plan: usize,
    /// How the plan stands.
    pub plan_standing: &'p PlanStanding,
    /// The installment.
    pub installment: &'p InstallmentStanding,
    /// Its timing.
    pub timing: Timing,
}

impl Position {
    /// Derives the position of `book` on `today`.
    pub fn of(book: &Book, calendar: &WorkingCalendar, today: NaiveDate) -> Self {
        let plans: Vec<_> = book
            .plans
            .iter()
            .map(|plan| PlanStanding::of(book, plan, today))
            .collect();
        let limit = |line| LimitState::of(book, line, &plans, calendar, today);
        let limits = book.lines.iter().map(limit).collect();
        Self {
            today,
            plans,
            limits,
        }
    }

    /// Every open installment due by `today + days`, oldest first; of one day in file order.
    pub fn due_within(&self, days: u32) -> Vec<DueItem<'_>> {
        let last = self
            .today
            .checked_add_days(chrono::Days::new(days.into()))
            .unwrap_or(NaiveDate::MAX);
        let open = self
            .plans
            .iter()
            .enumerate()
            .flat_map(|(plan, plan_standing)| {
                let item = move |(installment, timing)| DueItem {
                    plan,
                    plan_standing,
                    installment,
                    timing,
                };
                plan_standing.open().map(item)
            });
        let mut due: Vec<_> = open.filter(|item| item.installment.due() <= last).collect();
        due.sort_by_key(|item| item.installment.due());
        due
    }

    /// Every freed limit of the plan of this index that is not back yet, oldest first.
    pub fn out_of_plan(&self, plan: usize) -> impl Iterator<Item = &FreedLimit> {
        self.limits
            .iter()
            .flat_map(|limit| &limit.out)
            .filter(move |entry| entry.plan == plan)
    }
}

impl DueItem<'_> {
    /// What it still asks for.
    pub fn outstanding(&self) -> Money {
        self.installment.row.outstanding()
    }
}
