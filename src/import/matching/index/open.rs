//! What is open on lines, in the order in which it is due.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::domain::Money;
use crate::import::entry::BillMonth;

/// An open installment that a repayment may have paid.
#[derive(Debug, Clone, Copy)]
pub(in crate::import::matching) struct Candidate {
    pub(in crate::import::matching) plan: usize,
    pub(in crate::import::matching) n: u32,
    pub(in crate::import::matching) due: NaiveDate,
    pub(in crate::import::matching) open: Money,
}

/// An installment in the order of the due dates; of one day as the plans stand in the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    due: NaiveDate,
    plan: usize,
    n: u32,
}

/// Open installments of one line.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    by_due: BTreeMap<Place, Money>,
    by_amount: BTreeSet<(Money, Place)>,
    /// What is open of each due date.
    sums: BTreeMap<NaiveDate, Money>,
}

/// Open installments of some lines that are due within some days.
#[derive(Debug)]
pub(in crate::import::matching) struct Open<'i> {
    shelves: Vec<&'i Shelf>,
    due: RangeInclusive<NaiveDate>,
}

impl Candidate {
    fn place(&self) -> Place {
        Place {
            due: self.due,
            plan: self.plan,
            n: self.n,
        }
    }

    fn at(place: Place, open: Money) -> Self {
        Self {
            plan: place.plan,
            n: place.n,
            due: place.due,
            open,
        }
    }
}

impl Place {
    /// From before everything due on the first of some days to behind all of the last.
    fn within(days: &RangeInclusive<NaiveDate>) -> RangeInclusive<Self> {
        let first = Self {
            due: *days.start(),
            plan: 0,
            n: 0,
        };
        let last = Self {
            due: *days.end(),
            plan: usize::MAX,
            n: u32::MAX,
        };
        first..=last
    }
}

impl Shelf {
    pub(super) fn put(&mut self, one: Candidate) {
        let place = one.place();
        self.by_due.insert(place, one.open);
        self.by_amount.insert((one.open, place));
        *self.sums.entry(one.due).or_default() += one.open;
    }

    pub(super) fn take(&mut self, one: Candidate) {
        let place = one.place();
        self.by_due.remove(&place);
        self.by_amount.remove(&(one.open, place));
        if let Some(sum) = self.sums.get_mut(&one.due) {
            *sum -= one.open;
        }
    }
}

impl<'i> Open<'i> {
    pub(super) fn on(shelves: Vec<&'i Shelf>) -> Self {
        Self {
            shelves,
            due: NaiveDate::MIN..=NaiveDate::MAX,
        }
    }

    /// Those due by a day.
    pub(in crate::import::matching) fn until(&self, last: NaiveDate) -> Self {
        self.within(*self.due.start()..=last)
    }

    /// Those due in a month.
    pub(in crate::import::matching) fn of_month(&self, month: BillMonth) -> Self {
        let days = month.days();
        let first = *self.due.start().max(days.start());
        self.within(first..=*self.due.end().min(days.end()))
    }

    fn within(&self, due: RangeInclusive<NaiveDate>) -> Self {
        Self {
            shelves: self.shelves.clone(),
            due,
        }
    }

    pub(in crate::import::matching) fn is_empty(&self) -> bool {
        self.first(1).is_empty()
    }

    pub(in crate::import::matching) fn all(&self) -> Vec<Candidate> {
        self.first(usize::MAX)
    }

    /// So many of them, the oldest first.
    pub(in crate::import::matching) fn first(&self, most: usize) -> Vec<Candidate> {
        let of_shelf = |shelf: &&'i Shelf| {
            let due = shelf.by_due.range(Place::within(&self.due)).take(most);
            due.map(|(place, open)| Candidate::at(*place, *open))
        };
        let mut first = sorted(self.shelves.iter().flat_map(of_shelf));
        first.truncate(most);
        first
    }

    /// Those of which exactly this much is open, the oldest first.
    pub(in crate::import::matching) fn of_amount(&self, amount: Money) -> Vec<Candidate> {
        let places = Place::within(&self.due);
        let asked = (amount, *places.start())..=(amount, *places.end());
        let of_shelf = |shelf: &&'i Shelf| {
            let same = shelf.by_amount.range(asked.clone());
            same.map(|(open, place)| Candidate::at(*place, *open))
        };
        sorted(self.shelves.iter().flat_map(of_shelf))
    }

    /// Month by month with what is open of each, the oldest first.
    pub(in crate::import::matching) fn months(&self) -> Vec<(Self, Money)> {
        let mut months: BTreeMap<BillMonth, Money> = BTreeMap::new();
        for shelf in &self.shelves {
            for (day, sum) in shelf.sums.range(self.due.clone()) {
                *months.entry(BillMonth::of(*day)).or_default() += *sum;
            }
        }
        let open = months.into_iter().filter(|(_, sum)| sum.is_positive());
        open.map(|(month, sum)| (self.of_month(month), sum))
            .collect()
    }
}

fn sorted(candidates: impl Iterator<Item = Candidate>) -> Vec<Candidate> {
    let mut sorted: Vec<_> = candidates.collect();
    sorted.sort_by_key(Candidate::place);
    sorted
}
