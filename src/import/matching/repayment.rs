//! Repayments: which open installments did this pay?
//!
//! A repayment pays the bill of a month, which may hold several installments of the book and
//! things that are not in it. The amount decides; the month that the text names, else the due
//! dates, say which bill it was.

use chrono::{Days, NaiveDate};

use super::{Found, Matching, near};
use crate::domain::command::Pay;
use crate::domain::standing::InstallmentStanding;
use crate::domain::{Command, Money};
use crate::import::entry::{BillMonth, Entry};
use crate::import::preview::{Proposal, Reason};

/// A repayment pays what is late or due within so many days: the next bill, not the one after.
const DAYS_AHEAD: u64 = 31;
/// Of so many installments it is looked for some that make up the amount.
const MOST_TO_COMBINE: usize = 10;

/// An open installment that a repayment may have paid.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) plan: usize,
    pub(super) n: u32,
    pub(super) due: NaiveDate,
    pub(super) open: Money,
}

impl Matching<'_> {
    pub(super) fn repayment(&mut self, entry: &Entry) -> Found {
        let lines = self.lines(entry);
        let Some(first) = lines.first() else {
            let why = entry.service.map_or(Reason::NoService, Reason::NoLine);
            return Found::waits(None, [why]);
        };
        if let Some(noted) = self.noted(entry, &lines) {
            return noted;
        }
        let open = self.open(entry, &lines);
        let Some(month) = entry.month else {
            let last = entry.on.checked_add_days(Days::new(DAYS_AHEAD));
            let last = last.unwrap_or(NaiveDate::MAX);
            let bill: Vec<_> = open.into_iter().filter(|one| one.due <= last).collect();
            if bill.is_empty() {
                return self.nothing_open(entry, &lines, *first);
            }
            return self.choose(entry, &bill);
        };
        let named = in_month(&open, month);
        if !named.is_empty() {
            return self.choose(entry, &named);
        }
        if self.has_any(&lines, |due| BillMonth::of(due) == month) {
            return Found::here(Reason::BillPaid(month));
        }
        // Some providers call a bill by the month before it is due: likely, never certain.
        match in_month(&open, month.next()) {
            next if next.is_empty() => self.nothing_open(entry, &lines, *first),
            next => self.choose(entry, &next).doubted(Reason::OtherMonth(month)),
        }
    }

    /// Nothing is open that a row could have paid: it lies before the book began, or is about
    /// something else.
    fn nothing_open(&self, entry: &Entry, lines: &[usize], first: usize) -> Found {
        let known = self.book.plans.iter().enumerate();
        let mut known = known.filter(|(k, _)| self.is_on(*k, lines));
        if known.any(|(k, _)| self.is_before_the_book(k, entry.on)) {
            return Found::here(Reason::BeforeBook);
        }
        let line = self.book.lines[first].id.clone();
        Found::waits(None, [Reason::NothingOpen(line)])
    }

    /// Whether an installment of the lines is due on such a day, paid or not.
    fn has_any(&self, lines: &[usize], is_due: impl Fn(NaiveDate) -> bool) -> bool {
        let standings = self.standings.iter().enumerate();
        let mut due = standings
            .filter(|(k, _)| self.is_on(*k, lines))
            .flat_map(|(_, standing)| standing.installments.iter().map(InstallmentStanding::due));
        due.any(is_due)
    }

    /// Whether a payment of this day was made before the book knew the plan: by the due date of
    /// the last installment that was paid then.
    fn is_before_the_book(&self, plan: usize, on: NaiveDate) -> bool {
        let last = self.book.plans[plan].paid_through;
        let last = self.standings[plan].installment(last);
        last.is_some_and(|last| on <= last.due() || near(on, last.due()))
    }

    /// The open installments that a row can have paid, oldest first.
    fn open(&self, entry: &Entry, lines: &[usize]) -> Vec<Candidate> {
        let mut open = Vec::new();
        for (plan, standing) in self.standings.iter().enumerate() {
            let is_bought = self.book.plans[plan].is_bought_by(entry.on);
            let is_known = is_bought && !self.is_before_the_book(plan, entry.on);
            if !self.is_on(plan, lines) || !is_known || !standing.status.is_open() {
                continue;
            }
            let named = |n: u32| entry.nth.is_none_or(|nth| nth.n == n);
            let rows = standing.open().filter(|(one, _)| named(one.n()));
            open.extend(rows.map(|(one, _)| Candidate {
                plan,
                n: one.n(),
                due: one.due(),
                open: one.row.outstanding(),
            }));
        }
        open.sort_by_key(|one| (one.due, one.plan));
        open
    }

    fn choose(&self, entry: &Entry, bill: &[Candidate]) -> Found {
        let mut exact: Vec<Candidate> = Vec::new();
        for one in bill.iter().filter(|one| one.open == entry.amount) {
            // Of one plan the oldest: later ones of the same amount are not its turn.
            if exact.iter().all(|other| other.plan != one.plan) {
                exact.push(*one);
            }
        }
        match exact.as_slice() {
            [] => self.several(entry, bill),
            [one] => Found::new(self.pay(entry, &[*one]), self.why(entry, *one)),
            [first, ..] => {
                let proposal = Proposal::Change(self.pay(entry, &[*first]));
                Found::waits(Some(proposal), [Reason::SameAmount(exact.len())])
            }
        }
    }

    fn several(&self, entry: &Entry, bill: &[Candidate]) -> Found {
        let sum = |of: &[Candidate]| of.iter().map(|one| one.open).sum::<Money>();
        if let Some(whole) = bills(bill)
            .into_iter()
            .find(|of| of.len() > 1 && sum(of) == entry.amount)
        {
            let mut why = vec![Reason::WholeBill { count: whole.len() }];
            why.extend(entry.month.map(Reason::Month));
            return Found::new(self.pay(entry, &whole), why);
        }
        let wait = |of: &[Candidate], why: Reason| {
            Found::waits(Some(Proposal::Change(self.pay(entry, of))), [why])
        };
        match combination(bill, entry.amount) {
            Combination::One(some) => {
                let why = Reason::SomeOfBill(some.len());
                return wait(&some, why);
            }
            Combination::Several => return Found::waits(None, [Reason::SameAmount(2)]),
            Combination::None => {}
        }
        // The bill that is due next, or the one that is named.
        let next = bills(bill).into_iter().next().unwrap_or_default();
        let open = sum(&next);
        if entry.amount > open {
            wait(&next, Reason::More { open })
        } else {
            let oldest = next.first().map(|one| Candidate {
                open: entry.amount,
                ..*one
            });
            wait(oldest.as_slice(), Reason::Less { open })
        }
    }

    fn pay(&self, entry: &Entry, paid: &[Candidate]) -> Vec<Command> {
        let pay = |one: &Candidate| {
            Command::Pay(Pay {
                n: Some(one.n),
                amount: Some(one.open),
                via: self.method(entry),
                reference: Some(entry.reference.clone()),
                verified: entry.is_proof.then_some(entry.on),
                ..Pay::oldest(self.book.plans[one.plan].id.clone(), entry.on)
            })
        };
        paid.iter().map(pay).collect()
    }

    fn why(&self, entry: &Entry, one: Candidate) -> Vec<Reason> {
        let exact = Reason::Exact {
            plan: self.book.plans[one.plan].id.clone(),
            n: one.n,
            due: one.due,
        };
        let month = entry.month.map(Reason::Month);
        std::iter::once(exact).chain(month).collect()
    }
}

impl BillMonth {
    fn next(self) -> Self {
        match self.month {
            12 => Self {
                year: self.year + 1,
                month: 1,
            },
            month => Self {
                year: self.year,
                month: month + 1,
            },
        }
    }
}

fn in_month(open: &[Candidate], month: BillMonth) -> Vec<Candidate> {
    let due = open.iter().filter(|one| BillMonth::of(one.due) == month);
    due.copied().collect()
}

/// The candidates by the month in which they are due, oldest first, then all of them.
fn bills(candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let by_month =
        candidates.chunk_by(|one, other| BillMonth::of(one.due) == BillMonth::of(other.due));
    let mut bills: Vec<_> = by_month.map(<[_]>::to_vec).collect();
    bills.push(candidates.to_vec());
    bills
}

enum Combination {
    None,
    One(Vec<Candidate>),
    Several,
}

/// Which of the installments make up an amount.
fn combination(bill: &[Candidate], amount: Money) -> Combination {
    let bill = bill.get(..MOST_TO_COMBINE).unwrap_or(bill);
    let chosen = |set: u32| {
        let is_in = move |(k, one): (usize, &Candidate)| (set >> k & 1 == 1).then_some(*one);
        bill.iter().enumerate().filter_map(is_in)
    };
    let sets = 1..1_u32 << bill.len();
    let mut fitting = sets.filter(|set| chosen(*set).map(|one| one.open).sum::<Money>() == amount);
    match (fitting.next(), fitting.next()) {
        (None, _) => Combination::None,
        (Some(set), None) => Combination::One(chosen(set).collect()),
        (Some(_), Some(_)) => Combination::Several,
    }
}
