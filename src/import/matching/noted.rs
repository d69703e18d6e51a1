//! Payments that the shopper noted: the row is one of them, and the provider's own bill proves it.

use super::{Found, Matching, near};
use crate::domain::command::Change;
use crate::domain::plan::Payment;
use crate::domain::{Command, Money};
use crate::import::entry::Entry;
use crate::import::preview::Reason;

/// A payment by its plan and its place among the payments of it.
type Place = (usize, usize);

impl Matching<'_> {
    /// The payment of the book, or the payments together, that a row is.
    pub(super) fn noted(&mut self, entry: &Entry, lines: &[usize]) -> Option<Found> {
        let places = self.places(entry, lines);
        let on = self.payment(*places.first()?)?.on;
        let verify = |place: &Place| self.verify(entry, *place);
        let proven: Option<Vec<_>> = places.iter().map(verify).collect();
        self.found.extend(places);
        Some(match proven.filter(|_| entry.is_proof) {
            Some(commands) => Found::new(commands, [Reason::Noted(on), Reason::Proves]),
            None => Found::here(Reason::Noted(on)),
        })
    }

    /// One payment of that amount and about that day, or all of that time if they add up to it.
    fn places(&self, entry: &Entry, lines: &[usize]) -> Vec<Place> {
        let mut about = Vec::new();
        for (k, plan) in self.book.plans.iter().enumerate() {
            if !self.is_on(k, lines) {
                continue;
            }
            for (i, payment) in plan.payments.iter().enumerate() {
                let reference = payment.reference.as_ref();
                let of_file = reference.is_some_and(|reference| self.of_file.contains(reference));
                if near(payment.on, entry.on) && !of_file && !self.found.contains(&(k, i)) {
                    about.push(((k, i), payment.amount));
                }
            }
        }
        if let Some((place, _)) = about.iter().find(|(_, amount)| *amount == entry.amount) {
            return vec![*place];
        }
        let sum: Money = about.iter().map(|(_, amount)| *amount).sum();
        about.retain(|_| sum == entry.amount);
        about.into_iter().map(|(place, _)| place).collect()
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
