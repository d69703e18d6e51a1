//! Repayments: which open installments did this pay?
//!
//! A repayment pays the bill of a month, which may hold several installments of the book and
//! things that are not in it. The amount decides; the month that the text names, else the due
//! dates, say which bill it was.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use chrono::{Days, NaiveDate};

use super::index::{Candidate, Open};
use super::{Found, Matching};
use crate::domain::command::Pay;
use crate::domain::{Command, Money};
use crate::import::entry::{BillMonth, Entry};
use crate::import::preview::{Proposal, Reason};

/// A repayment pays what is late or due within so many days: the next bill, not the one after.
const DAYS_AHEAD: u64 = 31;
/// Of so many installments it is looked for some that make up the amount.
const MOST_TO_COMBINE: usize = 10;

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
        let open = self.index.open(&lines, entry.nth.map(|nth| nth.n));
        let Some(month) = entry.month else {
            let last = entry.on.checked_add_days(Days::new(DAYS_AHEAD));
            let bill = open.until(last.unwrap_or(NaiveDate::MAX));
            if bill.is_empty() {
                return self.nothing_open(entry, &lines, *first);
            }
            return self.choose(entry, &bill);
        };
        let named = open.of_month(month);
        if !named.is_empty() {
            return self.choose(entry, &named);
        }
        if self.index.is_due_in(month, &lines) {
            return Found::here(Reason::BillPaid(month));
        }
        // Some providers call a bill by the month before it is due: likely, never certain.
        match open.of_month(month.next()) {
            next if next.is_empty() => self.nothing_open(entry, &lines, *first),
            next => self.choose(entry, &next).doubted(Reason::OtherMonth(month)),
        }
    }

    /// Nothing is open that a row could have paid: it lies before the book began, or is about
    /// something else.
    fn nothing_open(&self, entry: &Entry, lines: &[usize], first: usize) -> Found {
        if self.index.is_before_the_book(entry.on, lines) {
            return Found::here(Reason::BeforeBook);
        }
        let line = self.book.lines[first].id.clone();
        Found::waits(None, [Reason::NothingOpen(line)])
    }

    fn choose(&self, entry: &Entry, bill: &Open<'_>) -> Found {
        // Of one plan the oldest: later ones of the same amount are not its turn.
        let mut plans = HashSet::new();
        let mut exact = bill.of_amount(entry.amount);
        exact.retain(|one| plans.insert(one.plan));
        match exact.as_slice() {
            [] => self.several(entry, bill),
            [one] => Found::new(self.pay(entry, &[*one]), self.why(entry, *one)),
            [first, ..] => {
                let proposal = Proposal::Change(self.pay(entry, &[*first]));
                Found::waits(Some(proposal), [Reason::SameAmount(exact.len())])
            }
        }
    }

    fn several(&self, entry: &Entry, bill: &Open<'_>) -> Found {
        let months = bill.months();
        let sums = months.iter().map(|(month, open)| (month, *open));
        let all = (bill, sums.clone().map(|(_, open)| open).sum());
        let mut bills = sums.chain([all]);
        if let Some((bill, _)) = bills.find(|(_, open)| *open == entry.amount) {
            let whole = bill.all();
            let mut why = vec![Reason::WholeBill { count: whole.len() }];
            why.extend(entry.month.map(Reason::Month));
            return Found::new(self.pay(entry, &whole), why);
        }
        let wait = |of: &[Candidate], why: Reason| {
            Found::waits(Some(Proposal::Change(self.pay(entry, of))), [why])
        };
        match combination(&bill.first(MOST_TO_COMBINE), entry.amount) {
            Combination::One(some) => {
                let why = Reason::SomeOfBill(some.len());
                return wait(&some, why);
            }
            Combination::Several => return Found::waits(None, [Reason::SameAmount(2)]),
            Combination::None => {}
        }
        // The bill that is due next, or the one that is named.
        let (next, open) = months.first().map_or(all, |(month, open)| (month, *open));
        if entry.amount > open {
            wait(&next.all(), Reason::More { open })
        } else {
            let paid = |one| Candidate {
                open: entry.amount,
                ..one
            };
            let oldest: Vec<_> = next.first(1).into_iter().map(paid).collect();
            wait(&oldest, Reason::Less { open })
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
    /// From its first day to its last.
    pub(super) fn days(self) -> RangeInclusive<NaiveDate> {
        let first = |month: Self| NaiveDate::from_ymd_opt(month.year, month.month, 1);
        let last = first(self.next()).and_then(|day| day.pred_opt());
        first(self).unwrap_or(NaiveDate::MIN)..=last.unwrap_or(NaiveDate::MAX)
    }

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

enum Combination {
    None,
    One(Vec<Candidate>),
    Several,
}

/// Which of the installments make up an amount.
fn combination(bill: &[Candidate], amount: Money) -> Combination {
    // The sums of all sets: those without an installment, then the same ones with it.
    let mut sums = vec![Money::ZERO];
    for one in bill {
        let with = sums.iter().map(|sum| *sum + one.open);
        sums.extend(with.collect::<Vec<_>>());
    }
    let sets = sums.iter().enumerate().skip(1);
    let mut fitting = sets.filter(|(_, sum)| **sum == amount);
    match (fitting.next(), fitting.next()) {
        (None, _) => Combination::None,
        (Some((set, _)), None) => {
            let chosen = bill.iter().enumerate();
            let chosen = chosen.filter(|(k, _)| set >> k & 1 == 1);
            Combination::One(chosen.map(|(_, one)| *one).collect())
        }
        (Some(_), Some(_)) => Combination::Several,
    }
}
