//! Refunds: of which plan is this the money that came back?

use super::{Found, Matching, near};
use crate::domain::{Command, Money};
use crate::import::entry::{Back, Entry};
use crate::import::preview::{Proposal, Reason};

impl Matching<'_> {
    pub(super) fn refund(&mut self, entry: &Entry) -> Found {
        let Some(plan) = self.plan_of_order(entry) else {
            return Found::left(Reason::NoPlan);
        };
        let plan = &self.book.plans[plan];
        let same = |refund: &&crate::domain::plan::Refund| {
            refund.amount == entry.amount && near(refund.on, entry.on)
        };
        if let Some(refund) = plan.refunds.iter().find(same) {
            return Found::here(Reason::Noted(refund.on));
        }
        let command = Command::Refund {
            plan: plan.id.clone(),
            on: entry.on,
            amount: entry.amount,
            reference: Some(entry.reference.clone()),
        };
        Found::new(vec![command], [Reason::Order(plan.id.clone())])
    }

    /// What the row of a purchase says was given back, for a plan of the book.
    pub(super) fn given_back(&self, entry: &Entry, plan: usize) -> Option<Found> {
        let amount = match entry.back? {
            Back::All => entry.amount,
            Back::Part(amount) => amount,
        };
        let plan = &self.book.plans[plan];
        let noted: Money = plan.refunds.iter().map(|refund| refund.amount).sum();
        if noted >= amount {
            return None;
        }
        let command = Command::Refund {
            plan: plan.id.clone(),
            on: entry.on,
            amount: amount - noted,
            reference: Some(entry.reference.clone()),
        };
        let why = [Reason::Order(plan.id.clone()), Reason::DayUnknown];
        Some(Found::waits(Some(Proposal::Change(vec![command])), why))
    }

    /// The plan that one of the row's order numbers names.
    pub(super) fn plan_of_order(&self, entry: &Entry) -> Option<usize> {
        let orders = entry.orders.iter();
        orders
            .filter_map(|order| self.index.bought.of_order(order))
            .min()
    }
}
