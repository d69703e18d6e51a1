//! What can be paid on one plan, and what that frees by a day.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::search::Choice;
use super::{Pays, Step};
use crate::domain::book::Book;
use crate::domain::early::{Quote, quote};
use crate::domain::limit::{LimitState, frees};
use crate::domain::line::CreditLine;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::position::Position;
use crate::domain::standing::PlanStanding;
use crate::domain::working_day::WorkingCalendar;

/// The open installments of a plan, by due date, and its quote.
pub(super) struct Candidate {
    plan: usize,
    today: NaiveDate,
    /// Overdue ones first.
    open: Vec<Open>,
    overdue: usize,
    /// By when what is paid today is back.
    back: NaiveDate,
    /// The settlement of today, and by when what it frees is back.
    settlement: Option<(Quote, NaiveDate)>,
    /// What all open installments free together.
    all_frees: Money,
}

struct Open {
    n: u32,
    due: NaiveDate,
    pay: Money,
    frees: Money,
    /// By when it is back if it is paid when due.
    back: NaiveDate,
}

/// A way to pay more on a plan today than what is overdue.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paying {
    pub(super) pays: Range,
    /// What it frees by the day, beyond what is freed anyway.
    pub(super) frees: Money,
    pub(super) extra: Money,
    pub(super) saves: Money,
    /// What it takes beyond what is overdue.
    cash: Money,
    payments: i64,
}

/// What of a plan is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Range {
    /// So many of the open installments, the overdue ones among them.
    First(usize),
    /// Everything, at the quote.
    All,
}

impl Paying {
    /// For the search.
    pub(super) fn choice(&self) -> Choice {
        Choice {
            frees: minor(self.frees),
            extra: minor(self.extra),
            cash: minor(self.cash),
            payments: self.payments,
        }
    }
}

/// The amount in ten-thousandths: no currency has smaller units.
pub(in crate::domain) fn minor(amount: Money) -> i128 {
    let mut exact: Decimal = amount.as_decimal();
    exact.rescale(4);
    exact.mantissa()
}

impl Candidate {
    /// Every open plan of a line that is not paused.
    pub(super) fn all(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        line: &CreditLine,
        limit: &LimitState,
    ) -> Vec<Self> {
        let plans = book.plans.iter().zip(&position.plans).enumerate();
        let open = plans.filter(|(_, (plan, standing))| {
            plan.line.as_ref() == Some(&line.id)
                && standing.status.is_open()
                && plan.is_bought_by(position.today)
                && !plan.is_paused_on(position.today)
        });
        open.map(|(k, (plan, standing))| {
            Self::of(k, plan, standing, calendar, limit, position.today)
        })
        .collect()
    }

    fn of(
        k: usize,
        plan: &Plan,
        standing: &PlanStanding,
        calendar: &WorkingCalendar,
        limit: &LimitState,
        today: NaiveDate,
    ) -> Self {
        let stated = standing.rules.restore_days.latest;
        let days = limit.measures.latest_days(plan, &standing.rules);
        let back = |paid_on| calendar.working_days_after(paid_on, days).date;
        let mut open: Vec<_> = standing
            .open()
            .map(|(one, _)| Open {
                n: one.n(),
                due: one.due(),
                pay: one.row.outstanding(),
                frees: frees(plan, standing, one),
                back: back(one.due().max(today)),
            })
            .collect();
        open.sort_by_key(|one| (one.due, one.n));
        let overdue = standing.open().filter(|(_, timing)| timing.is_overdue());
        let settled_back = calendar.working_days_after(today, stated).date;
        Self {
            plan: k,
            today,
            overdue: overdue.count(),
            all_frees: open.iter().map(|one| one.frees).sum(),
            open,
            back: back(today),
            settlement: quote(plan, standing, today)
                .ok()
                .map(|quote| (quote, settled_back)),
        }
    }

    /// What the overdue installments take.
    pub(super) fn overdue_cash(&self) -> Money {
        self.open.iter().take(self.overdue).map(|one| one.pay).sum()
    }

    /// Installments that are not overdue, paid when due, and back by a day.
    pub(super) fn dues_by(&self, day: NaiveDate) -> impl Iterator<Item = Step> {
        let dues = self.open.iter().skip(self.overdue);
        dues.filter(move |one| one.back <= day).map(|one| Step {
            plan: self.plan,
            pays: Pays::Installment(one.n),
            pay: one.pay,
            frees: one.frees,
            on: one.due.max(self.today),
            back: one.back,
        })
    }

    /// What is freed by a day with the overdue ones paid today and the others when due.
    pub(super) fn freed_anyway_by(&self, day: NaiveDate) -> Money {
        let overdue = self.frees_today(self.overdue, day);
        overdue + self.dues_by(day).map(|step| step.frees).sum()
    }

    /// What the first so many installments free by a day if they are paid today.
    fn frees_today(&self, count: usize, day: NaiveDate) -> Money {
        if self.back > day {
            return Money::ZERO;
        }
        self.open.iter().take(count).map(|one| one.frees).sum()
    }

    /// Days on which something of it may be back.
    pub(super) fn days_back(&self) -> impl Iterator<Item = NaiveDate> {
        let dues = self.open.iter().map(|one| one.back);
        let settled = self.settlement.map(|(_, back)| back);
        dues.chain([self.back]).chain(settled)
    }

    /// What can be paid on it today that frees more by a day than is freed anyway.
    pub(super) fn options(&self, day: NaiveDate) -> Vec<Paying> {
        let overdue_cash = self.overdue_cash();
        let (mut frees, mut cash) = (Money::ZERO, Money::ZERO);
        let more = self.open.iter().enumerate().skip(self.overdue);
        let first = more.map(|(k, one)| {
            if self.back <= day && one.back > day {
                frees += one.frees;
            }
            cash += one.pay;
            Paying {
                pays: Range::First(k + 1),
                frees,
                extra: Money::ZERO,
                saves: Money::ZERO,
                cash,
                payments: difference(k + 1, self.overdue),
            }
        });
        let settled = self.settlement.filter(|(_, back)| *back <= day);
        let all = settled.map(|(quote, _)| Paying {
            pays: Range::All,
            frees: self.all_frees - self.freed_anyway_by(day),
            extra: (-quote.saves).or_zero(),
            saves: quote.saves.or_zero(),
            cash: (quote.amount - overdue_cash).or_zero(),
            payments: difference(1, self.overdue),
        });
        let more = first.chain(all);
        more.filter(|option| option.frees.is_positive()).collect()
    }

    /// What is freed by a day with everything paid today.
    pub(super) fn freed_at_most_by(&self, day: NaiveDate) -> Money {
        let settled = self.settlement.is_some_and(|(_, back)| back <= day);
        if settled || self.back <= day {
            self.all_frees
        } else {
            Money::ZERO
        }
    }

    /// The payments of today: of an option, else of what is overdue.
    pub(super) fn steps(&self, option: Option<&Paying>) -> Vec<Step> {
        let step = |pays, pay, frees, back| Step {
            plan: self.plan,
            pays,
            pay,
            frees,
            on: self.today,
            back,
        };
        let count = match (option.map(|option| option.pays), self.settlement) {
            (Some(Range::All), Some((quote, back))) => {
                return vec![step(Pays::Settlement, quote.amount, self.all_frees, back)];
            }
            (Some(Range::First(count)), _) => count,
            _ => self.overdue,
        };
        let first = self.open.iter().take(count).enumerate();
        let paid = first.map(|(k, one)| {
            let pays = if k < self.overdue {
                Pays::Overdue(one.n)
            } else {
                Pays::Installment(one.n)
            };
            step(pays, one.pay, one.frees, self.back)
        });
        paid.collect()
    }
}

fn difference(one: usize, other: usize) -> i64 {
    let signed = |count| i64::try_from(count).unwrap_or(i64::MAX);
    signed(one) - signed(other)
}
