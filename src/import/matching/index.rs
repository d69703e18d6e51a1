//! The plans of a book by what rows are matched by: line, day, amount and order number. Gone
//! through once, so that a row looks up what it may be about and never goes through all plans.

mod bought;
mod open;

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};

use self::bought::Bought;
use self::open::Shelf;
pub(super) use self::open::{Candidate, Open};
use super::SAME_PAYMENT_DAYS;
use super::noted::{Noted, Place};
use crate::domain::Book;
use crate::domain::plan::{Payment, Plan};
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::import::entry::{BillMonth, Entry, Kind};

/// Where everything is.
pub(super) struct Index {
    pub(super) bought: Bought,
    /// What is on each line of the book.
    lines: Vec<OnLine>,
    /// Of each plan of the book.
    plans: Vec<Whereabouts>,
    /// The plans that no row so far can pay, those of the latest days first.
    to_come: Vec<usize>,
}

struct Whereabouts {
    line: Option<usize>,
    /// From this day on rows can pay it: it is bought, and the book knows it.
    from: NaiveDate,
    /// That day has come.
    is_known: bool,
}

#[derive(Default)]
struct OnLine {
    /// What is open: all of it, and each number by itself that rows name.
    open: HashMap<Option<u32>, Shelf>,
    /// What the shopper noted.
    noted: Noted,
    /// The months in which something is due, paid or not.
    months: HashSet<BillMonth>,
    /// The last day of which a payment can be from before the book knew a plan.
    before: Option<NaiveDate>,
}

impl Index {
    /// Of all plans, as the rows ask for them.
    pub(super) fn of(book: &Book, standings: &[PlanStanding], entries: &[Entry]) -> Self {
        let of_file = entries.iter().map(|row| row.reference.as_str()).collect();
        let repayments = entries.iter().filter(|row| row.kind == Kind::Repayment);
        let numbers: HashSet<_> = repayments.map(|row| row.nth.map(|nth| nth.n)).collect();
        let on_line = |_| OnLine {
            open: numbers.iter().map(|n| (*n, Shelf::default())).collect(),
            ..OnLine::default()
        };
        let mut index = Self {
            bought: Bought::asked(entries),
            lines: book.lines.iter().map(on_line).collect(),
            plans: Vec::with_capacity(book.plans.len()),
            to_come: (0..book.plans.len()).collect(),
        };
        for (k, (plan, standing)) in book.plans.iter().zip(standings).enumerate() {
            let line = plan.line.as_ref();
            let line = line.and_then(|id| book.lines.iter().position(|line| line.id == *id));
            index.add(k, (plan, standing), line, &of_file);
        }
        let plans = &index.plans;
        index.to_come.sort_by_key(|k| Reverse(plans[*k].from));
        index
    }

    fn add(
        &mut self,
        k: usize,
        (plan, standing): (&Plan, &PlanStanding),
        line: Option<usize>,
        of_file: &HashSet<&str>,
    ) {
        self.bought.add(k, plan, standing, line);
        let before = before_the_book(plan, standing);
        let known = before.and_then(|day| day.succ_opt());
        self.plans.push(Whereabouts {
            line,
            from: known.max(plan.bought).unwrap_or(NaiveDate::MIN),
            is_known: false,
        });
        if let Some(on_line) = self.line_of(k) {
            on_line.noted.add(k, plan, of_file);
            on_line.before = on_line.before.max(before);
            let dues = standing.installments.iter().map(InstallmentStanding::due);
            on_line.months.extend(dues.map(BillMonth::of));
        }
    }

    /// Rows are of this day now: more plans are known.
    pub(super) fn come_to(&mut self, on: NaiveDate, standings: &[PlanStanding]) {
        let plans = &mut self.plans;
        while let Some(k) = self.to_come.pop_if(|k| plans[*k].from <= on) {
            plans[k].is_known = true;
            if let Some(on_line) = plans[k].line.and_then(|line| self.lines.get_mut(line)) {
                on_line.each_open(k, &standings[k], Shelf::put);
            }
        }
    }

    /// A plan stands otherwise than before.
    pub(super) fn restand(&mut self, k: usize, before: &PlanStanding, after: &PlanStanding) {
        let is_known = self.plans[k].is_known;
        if let Some(on_line) = self.line_of(k).filter(|_| is_known) {
            on_line.each_open(k, before, Shelf::take);
            on_line.each_open(k, after, Shelf::put);
        }
    }

    /// What is open on some lines; of one number, where a row names one.
    pub(super) fn open(&self, lines: &[usize], n: Option<u32>) -> Open<'_> {
        let shelves = self.on(lines).filter_map(|on_line| on_line.open.get(&n));
        Open::on(shelves.collect())
    }

    /// What the shopper noted on some lines.
    pub(super) fn noted(&self, lines: &[usize]) -> impl Iterator<Item = &Noted> {
        self.on(lines).map(|on_line| &on_line.noted)
    }

    /// A row was found to be this payment of a plan: it is no other row.
    pub(super) fn found(&mut self, place: Place, payment: &Payment) {
        if let Some(on_line) = self.line_of(place.0) {
            on_line.noted.take(place, payment);
        }
    }

    /// Whether an installment of some lines is due in a month, paid or not.
    pub(super) fn is_due_in(&self, month: BillMonth, lines: &[usize]) -> bool {
        self.on(lines)
            .any(|on_line| on_line.months.contains(&month))
    }

    /// Whether a payment of this day can be from before the book knew a plan of some lines.
    pub(super) fn is_before_the_book(&self, on: NaiveDate, lines: &[usize]) -> bool {
        self.on(lines).any(|on_line| on_line.before >= Some(on))
    }

    fn line_of(&mut self, plan: usize) -> Option<&mut OnLine> {
        self.lines.get_mut(self.plans.get(plan)?.line?)
    }

    fn on(&self, lines: &[usize]) -> impl Iterator<Item = &OnLine> {
        lines.iter().filter_map(|line| self.lines.get(*line))
    }
}

impl OnLine {
    /// Puts what is open of a plan into the shelves, or takes it out.
    fn each_open(&mut self, plan: usize, standing: &PlanStanding, act: fn(&mut Shelf, Candidate)) {
        for (one, _) in standing.open().filter(|_| standing.status.is_open()) {
            let candidate = Candidate {
                plan,
                n: one.n(),
                due: one.due(),
                open: one.row.outstanding(),
            };
            for n in [None, Some(one.n())] {
                if let Some(shelf) = self.open.get_mut(&n) {
                    act(shelf, candidate);
                }
            }
        }
    }
}

/// The last day of which a payment was made before the book knew the plan: about the due date of
/// the last installment that was paid then.
fn before_the_book(plan: &Plan, standing: &PlanStanding) -> Option<NaiveDate> {
    let last = standing.installment(plan.paid_through)?.due();
    last.checked_add_days(Days::new(SAME_PAYMENT_DAYS))
}
