//! The installments of a book by their day, so that a day is found without going through them all.

use std::cell::OnceCell;
use std::ops::Bound::{Excluded, Included, Unbounded};
use std::ops::RangeBounds;

use chrono::NaiveDate;

use super::due::DueRow;
use crate::app::screen::InstallmentId;
use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Book, Currency, Money, Position};

/// Every installment by its day. They are sorted when a day is asked for first: the calendar alone
/// needs it, and a start without it has less to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByDay(OnceCell<Sorted>);

/// A book and how it stands, always the same one.
type Whole<'p> = (&'p Book, &'p Position);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Sorted {
    /// Oldest first; of one day in file order.
    all: Vec<Place>,
    /// Those that are open and past their day.
    late: Vec<Place>,
    /// Each day on which something is due in the book's currency, with the sums of it.
    sums: Vec<DaySum>,
}

/// What a day asks for, in the book's currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DaySum {
    /// The day.
    pub day: NaiveDate,
    /// All of it.
    pub due: Money,
    /// Those installments of which something is open.
    pub due_of_open: Money,
    /// What is still open of it.
    pub left: Money,
}

/// Where an installment is found in the book that it was looked up in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
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

impl Dated<'_> {
    /// Whether it is the one of this name.
    pub fn is(&self, id: &InstallmentId) -> bool {
        self.plan.id == id.plan && self.installment.n() == id.n
    }

    /// As a row of a list.
    pub fn row(&self, today: NaiveDate) -> DueRow {
        let plan = (self.index, self.plan);
        DueRow::of(plan, self.standing, self.installment, today)
    }
}

impl Sorted {
    fn of((book, position): Whole<'_>) -> Self {
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
        let sums = sums(&all, position, book.currency);
        Self { all, late, sums }
    }
}

impl ByDay {
    fn sorted(&self, whole: Whole<'_>) -> &Sorted {
        self.0.get_or_init(|| Sorted::of(whole))
    }

    /// What is due on the days, paid or not.
    pub fn on<'p>(
        &self,
        days: impl RangeBounds<NaiveDate>,
        whole: Whole<'p>,
    ) -> impl Iterator<Item = Dated<'p>> {
        let places = self.places(days, whole).iter();
        places.filter_map(move |place| place.find(whole))
    }

    /// Where all of that is found.
    pub fn places(&self, days: impl RangeBounds<NaiveDate>, whole: Whole<'_>) -> &[Place] {
        found(&self.sorted(whole).all, &days)
    }

    /// What is open and past its day.
    pub fn late<'p>(&self, whole: Whole<'p>) -> impl Iterator<Item = Dated<'p>> {
        let late = self.sorted(whole).late.iter();
        late.filter_map(move |place| place.find(whole))
    }

    /// How many installments are open and past their day, those of one day left out.
    pub fn late_besides(&self, day: NaiveDate, whole: Whole<'_>) -> usize {
        let late = &self.sorted(whole).late;
        late.len() - found(late, &(day..=day)).len()
    }

    /// The sums of the days on which something is due.
    pub fn sums(&self, days: impl RangeBounds<NaiveDate>, whole: Whole<'_>) -> &[DaySum] {
        found(&self.sorted(whole).sums, &days)
    }

    /// The last day before one, and the first after it, on which something is due.
    pub fn around(
        &self,
        day: NaiveDate,
        whole: Whole<'_>,
    ) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let all = &self.sorted(whole).all;
        let before = found(all, &(..day)).last();
        let until = all.partition_point(|place| place.due <= day);
        (
            before.map(|place| place.due),
            all.get(until).map(|place| place.due),
        )
    }
}

/// Something that lies on a day.
trait OnDay {
    fn day(&self) -> NaiveDate;
}

impl OnDay for Place {
    fn day(&self) -> NaiveDate {
        self.due
    }
}

impl OnDay for DaySum {
    fn day(&self) -> NaiveDate {
        self.day
    }
}

/// The part of something sorted that lies on some days.
fn found<'a, T: OnDay>(all: &'a [T], days: &impl RangeBounds<NaiveDate>) -> &'a [T] {
    let start = match days.start_bound() {
        Included(first) => all.partition_point(|one| one.day() < *first),
        Excluded(before) => all.partition_point(|one| one.day() <= *before),
        Unbounded => 0,
    };
    let end = match days.end_bound() {
        Included(last) => all.partition_point(|one| one.day() <= *last),
        Excluded(after) => all.partition_point(|one| one.day() < *after),
        Unbounded => all.len(),
    };
    all.get(start..end).unwrap_or_default()
}

/// The sums of places that are sorted by their day.
fn sums(all: &[Place], position: &Position, home: Currency) -> Vec<DaySum> {
    let mut sums: Vec<DaySum> = Vec::new();
    for place in all {
        let standing = &position.plans[place.plan];
        if standing.currency != home {
            continue;
        }
        let one = &standing.installments[place.installment];
        if sums.last().is_none_or(|sum| sum.day != place.due) {
            sums.push(DaySum {
                day: place.due,
                due: Money::ZERO,
                due_of_open: Money::ZERO,
                left: Money::ZERO,
            });
        }
        let Some(sum) = sums.last_mut() else { continue };
        let asked = one.row.installment.amount();
        sum.due += asked;
        if one.timing().is_some() {
            sum.due_of_open += asked;
            sum.left += one.row.outstanding();
        }
    }
    sums
}

impl Place {
    /// The installment; `None` where there is no such one.
    pub fn find<'p>(&self, (book, position): Whole<'p>) -> Option<Dated<'p>> {
        let standing = position.plans.get(self.plan)?;
        Some(Dated {
            index: self.plan,
            plan: book.plans.get(self.plan)?,
            standing,
            installment: standing.installments.get(self.installment)?,
        })
    }
}
