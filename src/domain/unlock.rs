//! The unlock planner (解锁规划): what to pay today so that enough limit is back by a day.
//!
//! Looked for is the cheapest set of early payments: on each plan its next installments in the
//! order of their due dates, or all of it at the provider's quote for settling. Cheapest means:
//!
//! 1. the least cost beyond what would be paid anyway. Paying an installment before its day costs
//!    nothing; settling may, under a percent penalty. What settling saves is told but not sought:
//!    the wish is limit, and the shopper's cash is not to be spent for another aim;
//! 2. then the least cash today;
//! 3. then the fewest payments.
//!
//! Everything is paid today: a day later nothing is cheaper, and limit comes back later. Counted
//! without paying early are what is available, what is expected back by the day, and installments
//! that fall due early enough to be back by it, as if each were paid when due. Late limit is not
//! counted: nobody knows when it comes. Overdue installments of the line come first, as providers
//! refuse new purchases while there are any. Paused plans are left alone.

pub(super) mod candidate;
pub(super) mod search;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use self::candidate::Candidate;
use self::search::Budget;
use super::book::Book;
use super::limit::LimitState;
use super::limit_check::Reason;
use super::line::{CreditLine, LineStatus};
use super::money::Money;
use super::position::Position;
use super::restoring::RestoreState;
use super::working_day::WorkingCalendar;

/// So much limit wanted, by a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// How much has to be usable.
    pub amount: Money,
    /// On which day, not before today.
    pub by: NaiveDate,
    /// The most that can be paid today; `None`: whatever it takes.
    pub cash: Option<Money>,
}

/// What a plan is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pays {
    /// An installment that is not due yet, or is due today.
    Installment(u32),
    /// An overdue installment: it comes first.
    Overdue(u32),
    /// All that is open, at the provider's quote.
    Settlement,
}

/// A payment that frees limit. The plan is an index of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Which plan.
    pub plan: usize,
    /// What of it.
    pub pays: Pays,
    /// How much.
    pub pay: Money,
    /// What that frees.
    pub frees: Money,
    /// When it is to be paid.
    pub on: NaiveDate,
    /// By when the limit is expected back.
    pub back: NaiveDate,
}

/// A set of payments, all of today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The payments, plan by plan.
    pub steps: Vec<Step>,
    /// What they cost beyond what would be paid anyway.
    pub extra: Money,
    /// What they save against paying as scheduled.
    pub saves: Money,
    /// The cash they take.
    pub cash: Money,
    /// True where nothing cheaper exists; else it is the best that was found.
    pub is_exact: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// This way it is usable in time; without steps it is so anyway.
    Yes(Way),
    /// Not in time. Paid today this way, it is usable from this day on.
    NotBefore(NaiveDate, Way),
    /// Even with everything paid so much is missing. Zero where only the cash does not reach.
    Short(Money),
    /// No payment helps.
    Blocked(Reason),
}

/// What is usable on the day asked for without paying early, and what makes more of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlocking {
    /// Available today.
    pub available: Money,
    /// On its way today and expected back by the day.
    pub restoring: Money,
    /// The part of the temporary limit that ends before the day.
    pub ends: Money,
    /// Installments that will be due, are taken to be paid then, and are back by the day.
    pub dues: Vec<Step>,
    /// The answer.
    pub answer: Answer,
    /// The cash it would take to be in time, where only the cash is missing.
    pub cash_needed: Option<Money>,
}

/// One line, and what can be paid on it.
struct Planner<'p> {
    line: &'p CreditLine,
    limit: &'p LimitState,
    today: NaiveDate,
    wish: Wish,
    candidates: Vec<Candidate>,
}

impl Unlocking {
    /// Plans for the line of this index; `None` where the book has no such line.
    pub fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        line: usize,
        wish: Wish,
    ) -> Option<Self> {
        let (credit_line, limit) = (book.lines.get(line)?, position.limits.get(line)?);
        let candidates = Candidate::all(book, position, calendar, credit_line, limit);
        let planner = Planner {
            line: credit_line,
            limit,
            today: position.today,
            wish,
            candidates,
        };
        let blocked = match (credit_line.status, limit.available) {
            (LineStatus::Frozen, _) => Some(Reason::LineFrozen),
            (LineStatus::Closed, _) => Some(Reason::LineClosed),
            (LineStatus::Active, None) => Some(Reason::UnknownLimit),
            (LineStatus::Active, Some(_)) => None,
        };
        let (answer, cash_needed) = match blocked {
            Some(reason) => (Answer::Blocked(reason), None),
            None => planner.answer(),
        };
        let candidates = planner.candidates.iter();
        Some(Self {
            available: limit.available.unwrap_or_default(),
            restoring: planner.restoring_by(wish.by),
            ends: planner.temporary_ended_by(wish.by),
            dues: candidates.flat_map(|one| one.dues_by(wish.by)).collect(),
            answer,
            cash_needed,
        })
    }

    /// What is usable on the day asked for if nothing is paid early.
    pub fn usable(&self) -> Money {
        let dues: Money = self.dues.iter().map(|step| step.frees).sum();
        self.available + self.restoring + dues - self.ends
    }
}

impl Planner<'_> {
    fn answer(&self) -> (Answer, Option<Money>) {
        let (by, mut budget) = (self.wish.by, Budget::new());
        let mut way = |day, cash| self.way(day, cash, &mut budget);
        if let Some(way) = way(by, self.wish.cash) {
            return (Answer::Yes(way), None);
        }
        let needed = self.wish.cash.and_then(|_| way(by, None));
        let cash_needed = needed.map(|way| way.cash);
        let later = self.later_days().into_iter();
        let later: Vec<_> = later.map(|day| (day, self.short_on(day))).collect();
        let enough = later.iter().filter(|(_, short)| !short.is_positive());
        let mut ways = enough.map(|(day, _)| (*day, way(*day, self.wish.cash)));
        let answer = ways.find_map(|(day, way)| Some(Answer::NotBefore(day, way?)));
        let short = || {
            let short = later.iter().map(|(_, short)| *short);
            let least = short.chain([self.short_on(by)]).min();
            Answer::Short(least.unwrap_or_default().or_zero())
        };
        (answer.unwrap_or_else(short), cash_needed)
    }

    /// The days after the one asked for on which more limit may be back than the day before.
    fn later_days(&self) -> Vec<NaiveDate> {
        let candidates = self.candidates.iter().flat_map(Candidate::days_back);
        let mut days: Vec<_> = self.restoring().map(|(day, _)| day).collect();
        days.extend(candidates);
        days.retain(|day| *day > self.wish.by);
        days.sort_unstable();
        days.dedup();
        days
    }

    /// What is missing on a day with only the overdue installments paid, and the others when due.
    fn missing_on(&self, day: NaiveDate) -> Money {
        let anyway = self.candidates.iter().map(|one| one.freed_anyway_by(day));
        self.wish.amount - self.usable_without(day) - anyway.sum()
    }

    /// What is missing on a day with everything paid.
    fn short_on(&self, day: NaiveDate) -> Money {
        let most = self.candidates.iter().map(|one| one.freed_at_most_by(day));
        self.wish.amount - self.usable_without(day) - most.sum()
    }

    /// What is usable on a day without the plans that are open.
    fn usable_without(&self, day: NaiveDate) -> Money {
        let available = self.limit.available.unwrap_or_default();
        available + self.restoring_by(day) - self.temporary_ended_by(day)
    }

    /// The cheapest payments of today that make enough usable on a day.
    fn way(&self, day: NaiveDate, cash: Option<Money>, budget: &mut Budget) -> Option<Way> {
        let must: Money = self.candidates.iter().map(Candidate::overdue_cash).sum();
        let left = cash.map(|cash| cash - must);
        if left.is_some_and(|left| left < Money::ZERO) {
            return None;
        }
        let options: Vec<_> = self.candidates.iter().map(|one| one.options(day)).collect();
        let choices: Vec<Vec<_>> = options
            .iter()
            .map(|of_plan| of_plan.iter().map(candidate::Paying::choice).collect())
            .collect();
        let missing = candidate::minor(self.missing_on(day));
        let found = search::cheapest(&choices, missing, left.map(candidate::minor), budget)?;
        let mut way = Way {
            steps: Vec::new(),
            extra: Money::ZERO,
            saves: Money::ZERO,
            cash: Money::ZERO,
            is_exact: found.is_exact,
        };
        for ((one, options), chosen) in self.candidates.iter().zip(&options).zip(found.chosen) {
            let option = chosen.and_then(|k| options.get(k));
            way.steps.extend(one.steps(option));
            way.extra += option.map_or(Money::ZERO, |option| option.extra);
            way.saves += option.map_or(Money::ZERO, |option| option.saves);
        }
        way.cash = way.steps.iter().map(|step| step.pay).sum();
        Some(way)
    }

    /// What is on its way today: by when it is expected, and how much.
    fn restoring(&self) -> impl Iterator<Item = (NaiveDate, Money)> {
        let out = self.limit.out.iter();
        let restoring = out.filter(|entry| entry.state_on(self.today) == RestoreState::Restoring);
        restoring.map(|entry| (entry.window_on(self.today).latest.date, entry.amount))
    }

    fn restoring_by(&self, day: NaiveDate) -> Money {
        let back = self.restoring().filter(|(by, _)| *by <= day);
        back.map(|(_, amount)| amount).sum()
    }

    /// The part of today's temporary limit that is gone on a later day.
    fn temporary_ended_by(&self, day: NaiveDate) -> Money {
        match self.line.temporary {
            Some(temporary) if temporary.until < day => self.limit.temporary,
            _ => Money::ZERO,
        }
    }
}
