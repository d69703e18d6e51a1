//! How often due dates may still be moved.

use chrono::{Datelike, NaiveDate};

use super::book::Book;
use super::plan::Plan;
use super::rules::Rules;

/// The moves of a calendar year on the line of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deferrals {
    /// How many there were; a move counts to the year it leads into.
    pub made: u32,
    /// How many the provider allows.
    pub most: u32,
}

impl Deferrals {
    /// The moves of the year of `today`; `None` where the provider's rule is not known. All plans
    /// of a line count together, because the provider counts its shopper's moves.
    pub fn of_year(book: &Book, plan: &Plan, today: NaiveDate) -> Option<Self> {
        let most = Rules::of_plan(plan, book.line_of(plan)).deferrals_a_year?;
        let on_line = book.plans.iter().filter(|other| {
            other.id == plan.id || (plan.line.is_some() && other.line == plan.line)
        });
        let moves = on_line.flat_map(|plan| &plan.deferred);
        let made = moves.filter(|one| one.to.year() == today.year()).count();
        Some(Self {
            made: u32::try_from(made).unwrap_or(u32::MAX),
            most,
        })
    }

    /// How many are left.
    pub fn left(self) -> u32 {
        self.most.saturating_sub(self.made)
    }

    /// True where there were more than the provider allows.
    pub fn is_exceeded(self) -> bool {
        self.made > self.most
    }
}

#[cfg(test)]
mod tests {
    use super::Deferrals;
    use crate::domain::money::Money;
    use crate::domain::plan::Deferral;
    use crate::domain::test_book::{book, date, line, plan};

    #[test]
    fn the_moves_of_all_plans_of_a_line_count_to_the_year_they_lead_into() {
        let mut line = line("5000");
        line.rules.deferrals_a_year = Some(2);
        let plans = ["p", "q"].map(|id| plan(id, "300", 3, "2026-01-10"));
        let mut book = book(line, plans.to_vec());
        for (k, n, to) in [
            (0, 1, "2025-12-30"),
            (0, 2, "2026-02-20"),
            (1, 1, "2026-01-20"),
        ] {
            let (to, fee) = (date(to), Money::ZERO);
            book.plans[k].deferred.push(Deferral { n, to, fee });
        }
        let year = |day| Deferrals::of_year(&book, &book.plans[0], date(day)).unwrap();
        assert_eq!((year("2026-01-11").made, year("2026-01-11").left()), (2, 0));
        assert_eq!(year("2025-12-01").left(), 1);
        assert!(!year("2026-01-11").is_exceeded());
        book.lines[0].rules.deferrals_a_year = None;
        assert_eq!(
            Deferrals::of_year(&book, &book.plans[0], date("2026-01-11")),
            None
        );
    }
}
