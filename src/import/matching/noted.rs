//! Payments that the shopper noted: the row is one of them, and the provider's own bill proves it.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;

use super::{Found, Matching, days_near};
use crate::domain::command::Change;
use crate::domain::plan::{Payment, Plan};
use crate::domain::{Command, Money};
use crate::import::entry::Entry;
use crate::import::preview::Reason;

/// A payment by its plan and its place among the payments of it.
pub(super) type Place = (usize, usize);

/// The payments of a line that no row was found to be, by day.
#[derive(Default)]
pub(super) struct Noted(HashMap<NaiveDate, OfDay>);

#[derive(Default)]
struct OfDay {
    payments: BTreeSet<(Money, Place)>,
    sum: Money,
}

impl Noted {
    /// All of a plan but those that are rows of the file themselves, by their references.
    pub(super) fn add(&mut self, k: usize, plan: &Plan, of_file: &HashSet<&str>) {
        for (i, payment) in plan.payments.iter().enumerate() {
            let reference = payment.reference.as_deref();
            if !reference.is_some_and(|reference| of_file.contains(reference)) {
                let day = self.0.entry(payment.on).or_default();
                day.payments.insert((payment.amount, (k, i)));
                day.sum += payment.amount;
            }
        }
    }

    pub(super) fn take(&mut self, place: Place, payment: &Payment) {
        if let Some(day) = self.0.get_mut(&payment.on)
            && day.payments.remove(&(payment.amount, place))
        {
            day.sum -= payment.amount;
        }
    }

    fn about(&self, on: NaiveDate) -> impl Iterator<Item = &OfDay> {
        days_near(on).filter_map(|day| self.0.get(&day))
    }
}

impl OfDay {
    fn first_of(&self, amount: Money) -> Option<Place> {
        let mut same = self.payments.range((amount, Place::default())..);
        let (found, place) = same.next()?;
        (*found == amount).then_some(*place)
    }
}

impl Matching<'_> {
    /// The payment of the book, or the payments together, that a row is.
    pub(super) fn noted(&mut self, entry: &Entry, lines: &[usize]) -> Option<Found> {
        let places = self.places(entry, lines);
        let on = self.payment(*places.first()?)?.on;
        let verify = |place: &Place| self.verify(entry, *place);
        let proven: Option<Vec<_>> = places.iter().map(verify).collect();
        for place in places {
            if let Some(payment) = self.book.plans[place.0].payments.get(place.1) {
                self.index.found(place, payment);
            }
        }
        Some(match proven.filter(|_| entry.is_proof) {
            Some(commands) => Found::new(commands, [Reason::Noted(on), Reason::Proves]),
            None => Found::here(Reason::Noted(on)),
        })
    }

    /// One payment of that amount and about that day, or all of that time if they add up to it.
    fn places(&self, entry: &Entry, lines: &[usize]) -> Vec<Place> {
        let noted = self.index.noted(lines);
        let about: Vec<_> = noted.flat_map(|noted| noted.about(entry.on)).collect();
        let same = about.iter().filter_map(|day| day.first_of(entry.amount));
        if let Some(place) = same.min() {
            return vec![place];
        }
        if about.iter().map(|day| day.sum).sum::<Money>() != entry.amount {
            return Vec::new();
        }
        let all = about.iter().flat_map(|day| &day.payments);
        let mut places: Vec<_> = all.map(|(_, place)| *place).collect();
        places.sort_unstable();
        places
    }

    fn payment(&self, (plan, payment): Place) -> Option<&Payment> {
        self.book.plans.get(plan)?.payments.get(payment)
    }

    /// Verifies exactly this payment, where nobody has yet.
    fn verify(&self, entry: &Entry, place: Place) -> Option<Command> {
        let payment = self.payment(place)?;
        let command = Command::Verify {
            plan: self.book.plans.get(place.0)?.id.clone(),
            n: Some(payment.n?),
            on: entry.on.max(payment.on),
        };
        match command.check(&self.book, self.calendar, self.today).ok()? {
            Change::SetVerified { plan, payment, .. } if (plan, payment) == place => Some(command),
            _ => None,
        }
    }
}
