//! The four figures on top of the overview.

use chrono::{Datelike, NaiveDate};

use crate::domain::restoring::RestoreState;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Book, Currency, Money, Position};

/// The four figures on top of the overview, in the book's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cards {
    /// What this month asks for.
    pub month: MonthCard,
    /// What is late.
    pub overdue: OverdueCard,
    /// What can still be bought.
    pub available: AvailableCard,
    /// The same for the lines of each other currency.
    pub other_available: Vec<AvailableCard>,
    /// What is on its way back.
    pub restoring: RestoringCard,
}

/// What this calendar month still asks for. What is open from earlier months counts in it,
/// because that is when it has to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthCard {
    /// A day of the month.
    pub month: NaiveDate,
    /// What is still to pay.
    pub left: Money,
    /// How many of its installments ask for nothing any more.
    pub paid: usize,
    /// How many installments there are.
    pub of: usize,
}

/// What is past its due date and grace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OverdueCard {
    /// How much.
    pub sum: Money,
    /// How many installments.
    pub count: usize,
    /// The most days any of them is late; 0 where nothing is.
    pub longest_days: u32,
}

/// What the lines of one currency still allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AvailableCard {
    /// The currency.
    pub currency: Currency,
    /// What can be used now; a line that is over its limit takes nothing from the others.
    pub sum: Money,
    /// All limits, temporary ones included.
    pub total: Money,
    /// How many lines have a limit that is not known; they are in neither sum.
    pub unknown: usize,
}

/// Freed limit that is not back yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoringCard {
    /// How much, what is late included.
    pub sum: Money,
    /// How many payments freed it.
    pub count: usize,
    /// How many of them are past their window.
    pub late: usize,
    /// By when the rest should be back; `None` where nothing is within its window.
    pub by: Option<NaiveDate>,
}

impl Cards {
    /// The cards of a position.
    pub fn of(book: &Book, position: &Position) -> Self {
        let mut others: Vec<_> = book.lines.iter().map(|line| line.currency).collect();
        others.sort_unstable();
        others.dedup();
        others.retain(|currency| *currency != book.currency);
        Self {
            month: MonthCard::of(book.currency, position),
            overdue: OverdueCard::of(book.currency, position),
            available: AvailableCard::of(book.currency, book, position),
            other_available: others
                .into_iter()
                .map(|currency| AvailableCard::of(currency, book, position))
                .collect(),
            restoring: RestoringCard::of(book, position),
        }
    }
}

fn installments_in(
    position: &Position,
    currency: Currency,
) -> impl Iterator<Item = &InstallmentStanding> {
    let of_currency = move |standing: &&PlanStanding| standing.currency == currency;
    position
        .plans
        .iter()
        .filter(of_currency)
        .flat_map(|standing| &standing.installments)
}

impl MonthCard {
    fn of(currency: Currency, position: &Position) -> Self {
        let today = position.today;
        let this_month =
            |due: NaiveDate| (due.year(), due.month()) == (today.year(), today.month());
        let mut card = Self {
            month: today,
            left: Money::ZERO,
            paid: 0,
            of: 0,
        };
        for installment in installments_in(position, currency) {
            let is_open = installment.timing().is_some();
            if this_month(installment.due()) || (is_open && installment.due() < today) {
                card.of += 1;
                card.paid += usize::from(!is_open);
                card.left += installment.row.outstanding();
            }
        }
        card
    }
}

impl OverdueCard {
    fn of(currency: Currency, position: &Position) -> Self {
        let mut card = Self {
            sum: Money::ZERO,
            count: 0,
            longest_days: 0,
        };
        for installment in installments_in(position, currency) {
            if let Some(timing) = installment.timing().filter(|timing| timing.is_overdue()) {
                card.sum += installment.row.outstanding();
                card.count += 1;
                card.longest_days = card.longest_days.max(timing.days_late());
            }
        }
        card
    }
}

impl AvailableCard {
    fn of(currency: Currency, book: &Book, position: &Position) -> Self {
        let mut card = Self {
            currency,
            sum: Money::ZERO,
            total: Money::ZERO,
            unknown: 0,
        };
        let lines = book.lines.iter().zip(&position.limits);
        for (_, limit) in lines.filter(|(line, _)| line.currency == currency) {
            match (limit.total, limit.available) {
                (Some(total), Some(available)) => {
                    card.sum += available.or_zero();
                    card.total += total + limit.temporary;
                }
                _ => card.unknown += 1,
            }
        }
        card
    }
}

impl RestoringCard {
    fn of(book: &Book, position: &Position) -> Self {
        let lines = book.lines.iter().zip(&position.limits);
        let limits: Vec<_> = lines
            .filter(|(line, _)| line.currency == book.currency)
            .map(|(_, limit)| limit)
            .collect();
        let out = limits.iter().flat_map(|limit| &limit.out);
        let late = |state| state == RestoreState::Late;
        Self {
            sum: limits
                .iter()
                .map(|limit| limit.restoring + limit.late)
                .sum(),
            count: out.clone().count(),
            late: out
                .filter(|entry| late(entry.state_on(position.today)))
                .count(),
            by: limits.iter().filter_map(|limit| limit.expected_on).max(),
        }
    }
}
