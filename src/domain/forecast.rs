//! What the coming months ask for.

use chrono::{Datelike, Months, NaiveDate};

use super::currency::Currency;
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

/// What `count` months from the one of `today` on ask for in `currency`. What is overdue counts
/// in the first month, because that is when it has to be paid.
pub fn months(position: &Position, currency: Currency, count: u32) -> Vec<MonthDue> {
    let Some(first) = position.today.with_day(1) else {
        return Vec::new();
    };
    let month = |k| {
        Some(MonthDue {
            month: first.checked_add_months(Months::new(k))?,
            total: Money::ZERO,
        })
    };
    let mut months: Vec<_> = (0..count).map_while(month).collect();
    for standing in position
        .plans
        .iter()
        .filter(|standing| standing.currency == currency)
    {
        for (installment, _) in standing.open() {
            let month = usize::try_from(months_between(first, installment.due())).unwrap_or(0);
            if let Some(month) = months.get_mut(month) {
                month.total += installment.row.outstanding();
            }
        }
    }
    months
}

/// The last day on which anything is due in `currency`, and all that is open until then.
pub fn paid_off(position: &Position, currency: Currency) -> Option<(NaiveDate, Money)> {
    let of_currency = position
        .plans
        .iter()
        .filter(|standing| standing.currency == currency);
    let open: Vec<_> = of_currency
        .flat_map(PlanStanding::open)
        .map(|(installment, _)| installment)
        .collect();
    let last = open.iter().map(|installment| installment.due()).max()?;
    Some((
        last,
        open.iter()
            .map(|installment| installment.row.outstanding())
            .sum(),
    ))
}

fn months_between(from: NaiveDate, to: NaiveDate) -> i32 {
    let months = |date: NaiveDate| date.year() * 12 + date.month0().cast_signed();
    months(to) - months(from)
}

#[cfg(test)]
mod tests {
    use super::{months, paid_off};
    use crate::domain::currency::Currency;
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
}
