//! The installments of a book by their day, so that a day is found without going through them all.

use std::ops::RangeBounds;

use chrono::NaiveDate;

use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Book, Position};

/// Every installment, oldest first; of one day in file order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByDay {
    all: Vec<Place>,
    /// Those that are open and past their day.
    late: Vec<Place>,
}

/// Where an installment is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    due: NaiveDate,
    plan: usize,
    installment: usize,
}

/// An installment with its plan, and which one of the book that is.
#[derive(Debug, Clone, Copy)]
pub struct Dated<'p> {
    /// Which plan of the book.
    pub index: usize,
    /// The plan.
    pub plan: &'p Plan,
    /// How it stands.
    pub standing: &'p PlanStanding,
    /// The installment.
    pub installment: &'p InstallmentStanding,
}

impl ByDay {
    /// Sorts what is due.
    pub fn of(position: &Position) -> Self {
        let place = |plan, (installment, one): (usize, &InstallmentStanding)| Place {
            due: one.due(),
            plan,
            installment,
        };
        let plans = position.plans.iter().enumerate();
        let mut all: Vec<_> = plans
            .flat_map(|(plan, standing)| {
                let ones = standing.installments.iter().enumerate();
                ones.map(move |one| place(plan, one))
            })
            .collect();
        all.sort_by_key(|place| place.due);
        let is_late = |place: &&Place| {
            let one = &position.plans[place.plan].installments[place.installment];
            place.due < position.today && one.timing().is_some()
        };
        let late = all.iter().filter(is_late).copied().collect();
        Self { all, late }
    }

    /// What is due on the days, paid or not.
    pub fn on<'p>(
        &self,
        days: impl RangeBounds<NaiveDate>,
        (book, position): (&'p Book, &'p Position),
    ) -> impl DoubleEndedIterator<Item = Dated<'p>> {
        let found = found(&self.all, &days).iter();
        found.filter_map(move |place| place.find(book, position))
    }

    /// What is open from days before today, as far as it was due on these days.
    pub fn late<'p>(
        &self,
        days: impl RangeBounds<NaiveDate>,
        (book, position): (&'p Book, &'p Position),
    ) -> impl DoubleEndedIterator<Item = Dated<'p>> {
        let found = found(&self.late, &days).iter();
        found.filter_map(move |place| place.find(book, position))
    }

    /// The last day before one, and the first after it, on which something is due.
    pub fn around(&self, day: NaiveDate) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let before = found(&self.all, &(..day)).last();
        let until = self.all.partition_point(|place| place.due <= day);
        (
            before.map(|place| place.due),
            self.all.get(until).map(|place| place.due),
        )
    }
}

/// The part of sorted places that lies on some days.
fn found<'a>(places: &'a [Place], days: &impl RangeBounds<NaiveDate>) -> &'a [Place] {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let start = match days.start_bound() {
        Included(first) => places.partition_point(|place| place.due < *first),
        Excluded(before) => places.partition_point(|place| place.due <= *before),
        Unbounded => 0,
    };
    let end = match days.end_bound() {
        Included(last) => places.partition_point(|place| place.due <= *last),
        Excluded(after) => places.partition_point(|place| place.due < *after),
        Unbounded => places.len(),
    };
    places.get(start..end).unwrap_or_default()
}

impl Place {
    fn find<'p>(&self, book: &'p Book, position: &'p Position) -> Option<Dated<'p>> {
        let standing = position.plans.get(self.plan)?;
        Some(Dated {
            index: self.plan,
            plan: book.plans.get(self.plan)?,
            standing,
            installment: standing.installments.get(self.installment)?,
        })
    }
}
