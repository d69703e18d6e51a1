//! What the coming months ask for.
//!
//! A paused plan counts in full: until the return or dispute has an outcome its debt stands, and a
//! forecast without it would promise money that may be needed.

use chrono::{Datelike, Months, NaiveDate};

use super::book::Book;
use super::currency::Currency;
use super::limit_check::Reason;
use super::line::CreditLine;
use super::money::Money;
use super::position::Position;
use super::standing::PlanStanding;

/// What falls due in one calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthDue {
    /// The month's first day.
    pub month: NaiveDate,
    /// What is asked for in it.
    pub total: Money,
}

/// A line's part of the coming months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineMonths {
    /// Which line of the book; `None`: the plans without one.
    pub line: Option<usize>,
    /// What it asks for month by month.
    pub totals: Vec<Money>,
}

/// What `count` months from the one of `today` on ask for in `currency`. What is overdue counts
/// in the first month, because that is when it has to be paid.
pub fn months(position: &Position, currency: Currency, count: u32) -> Vec<MonthDue> {
    let totals = totals(position, count, |_, standing| standing.currency == currency);
    let month = |(k, total)| {
        let first = position.today.with_day(1)?;
        let month = first.checked_add_months(Months::new(k))?;
        Some(MonthDue { month, total })
    };
    (0..).zip(totals).map_while(month).collect()
}

/// What each line asks for in these months, in the order of the book, plans without a line last.
/// A line that asks for nothing is left out.
pub fn by_line(
    book: &Book,
    position: &Position,
    currency: Currency,
    count: u32,
) -> Vec<LineMonths> {
    let part = |line: Option<usize>| {
        let id = line.and_then(|k| book.lines.get(k)).map(|line| &line.id);
        let is_of_line = |k: usize, standing: &PlanStanding| {
            let line = book.plans.get(k).and_then(|plan| book.line_of(plan));
            standing.currency == currency && line.map(|line: &CreditLine| &line.id) == id
        };
        LineMonths {
            line,
            totals: totals(position, count, is_of_line),
        }
    };
    let lines = (0..book.lines.len()).map(Some).chain([None]);
    let asks = |part: &LineMonths| part.totals.iter().any(|total| total.is_positive());
    lines.map(part).filter(asks).collect()
}

/// The month that asks for the most, the earliest among equals.
pub fn peak(months: &[MonthDue]) -> Option<MonthDue> {
    let asking = months.iter().filter(|month| month.total.is_positive());
    asking.rev().max_by_key(|month| month.total).copied()
}

/// What the plans that are meant ask for month by month.
fn totals(
    position: &Position,
    count: u32,
    is_meant: impl Fn(usize, &PlanStanding) -> bool,
) -> Vec<Money> {
    let mut totals = vec![Money::ZERO; count as usize];
    let plans = position.plans.iter().enumerate();
    for (_, standing) in plans.filter(|(k, standing)| is_meant(*k, standing)) {
        for (installment, _) in standing.open() {
            let month = months_between(position.today, installment.due());
            let month = usize::try_from(month).unwrap_or(0);
            if let Some(total) = totals.get_mut(month) {
                *total += installment.row.outstanding();
            }
        }
    }
    totals
}

/// The first month that a change of the book brings above the shopper's own ceiling, or further
/// above it.
pub fn brought_above_cap(book: &Book, before: &Position, after: &Position) -> Option<Reason> {
    let cap = book.settings.monthly_cap?;
    let (last, _) = paid_off(after, book.currency)?;
    let count = u32::try_from(months_between(after.today, last)).ok()? + 1;
    let of = |position: &Position| months(position, book.currency, count);
    let both = of(before).into_iter().zip(of(after));
    let grown = |(was, is): &(MonthDue, MonthDue)| is.total > cap && is.total > was.total;
    let (_, over) = both.into_iter().find(grown)?;
    Some(Reason::MonthlyCap {
        month: over.month,
        total: over.total,
        cap,
    })
}

/// The last day on which anything is due in `currency`, and all that is open until then.
pub fn paid_off(position: &Position, currency: Currency) -> Option<(NaiveDate, Money)> {
    let plans = position.plans.iter();
    let of_currency = plans.filter(|standing| standing.currency == currency);
    let open = of_currency.clone().flat_map(PlanStanding::open);
    let last = open.map(|(installment, _)| installment.due()).max()?;
    Some((last, of_currency.map(|standing| standing.outstanding).sum()))
}

fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    let months = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    months(to) - months(from)
}

#[cfg(test)]
mod tests {
    use super::{LineMonths, by_line, months, paid_off, peak};
    use crate::domain::currency::Currency;
    use crate::domain::plan::Pause;
    use crate::domain::position::Position;
    use crate::domain::test_book::{book, cny, date, line, plan};
    use crate::domain::working_day::WorkingCalendar;

    #[test]
    fn what_is_overdue_counts_in_the_current_month() {
        let book = book(
            line("5000"),
            vec![
                plan("a", "300", 3, "2025-12-20"),
                plan("b", "50", 1, "2026-02-01"),
            ],
        );
        let position = Position::of(&book, &WorkingCalendar::weekends_only(), date("2026-01-31"));
        let totals: Vec<_> = months(&position, Currency::CNY, 3)
            .iter()
            .map(|month| month.total)
            .collect();
        assert_eq!(totals, [cny("200"), cny("150"), cny("0")]);
        assert_eq!(
            paid_off(&position, Currency::CNY),
            Some((date("2026-02-20"), cny("350")))
        );
    }

    #[test]
    fn a_paused_plan_counts_until_its_pause_has_an_outcome() {
        let mut book = book(line("5000"), vec![plan("a", "300", 3, "2026-01-20")]);
        book.plans[0].paused = Some(Pause {
            until: date("2026-06-01"),
            why: None,
        });
        let position = Position::of(&book, &WorkingCalendar::weekends_only(), date("2026-01-10"));
        let totals = months(&position, Currency::CNY, 2);
        assert!(totals.iter().all(|month| month.total == cny("100")));
    }

    #[test]
    fn the_parts_of_the_lines_add_up_to_the_months() {
        let mut book = book(
            line("5000"),
            vec![
                plan("a", "300", 3, "2026-02-20"),
                plan("b", "50", 1, "2026-03-01"),
                plan("c", "200", 2, "2026-02-28"),
            ],
        );
        book.plans[1].line = None;
        book.plans[2].line = None;
        let position = Position::of(&book, &WorkingCalendar::weekends_only(), date("2026-01-31"));
        let part = |line, totals: [&str; 4]| LineMonths {
            line,
            totals: totals.map(cny).into(),
        };
        assert_eq!(
            by_line(&book, &position, Currency::CNY, 4),
            [
                part(Some(0), ["0", "100", "100", "100"]),
                part(None, ["0", "100", "150", "0"])
            ]
        );
        let months = months(&position, Currency::CNY, 4);
        assert_eq!(
            peak(&months).map(|month| (month.month, month.total)),
            Some((date("2026-03-01"), cny("250")))
        );
    }

    #[test]
    fn the_first_of_equal_months_is_the_peak_and_nothing_has_none() {
        let empty = book(line("5000"), vec![]);
        let even = book(line("5000"), vec![plan("a", "300", 3, "2026-02-20")]);
        let peak_of = |book: &super::Book| {
            let calendar = WorkingCalendar::weekends_only();
            let position = Position::of(book, &calendar, date("2026-01-31"));
            peak(&months(&position, Currency::CNY, 12)).map(|month| month.month)
        };
        assert_eq!(peak_of(&even), Some(date("2026-02-01")));
        assert_eq!(peak_of(&empty), None);
    }
}
