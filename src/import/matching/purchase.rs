//! Purchases on credit: is there a plan for it, or what is known of one?

use std::collections::{HashMap, HashSet};

use super::{Found, Matching, is_all};
use crate::domain::Money;
use crate::import::entry::{Back, Entry, Kind, State};
use crate::import::preview::{Draft, Proposal, Reason};

/// Rows that share an order number: the order as a whole and its installments are never both taken.
#[derive(Debug, Default)]
pub(super) struct Orders(HashMap<String, Order>);

#[derive(Debug)]
struct Order {
    /// The line of the row that stands for it.
    line: usize,
    /// Its price.
    price: Money,
    /// How many installments the other rows are.
    periods: Option<u32>,
}

impl Orders {
    pub(super) fn of(entries: &[Entry]) -> Self {
        let mut by_number: HashMap<&str, Vec<&Entry>> = HashMap::new();
        let mut known = HashSet::new();
        for entry in entries {
            let is_bought = matches!(entry.kind, Kind::Purchase | Kind::Posted);
            if is_bought && entry.state == State::Done && !entry.orders.is_empty() {
                // The same row again is no installment.
                if known.insert((&entry.reference, entry.on, entry.amount, &entry.item)) {
                    by_number.entry(&entry.reference).or_default().push(entry);
                }
            }
        }
        let several = by_number.into_iter().filter(|(_, rows)| rows.len() > 1);
        Self(
            several
                .map(|(number, rows)| (number.to_owned(), Order::of(&rows)))
                .collect(),
        )
    }
}

impl Order {
    fn of(rows: &[&Entry]) -> Self {
        let sum: Money = rows.iter().map(|row| row.amount).sum();
        // One row that is as much as all others together is the order as a whole.
        let is_whole = |row: &&&Entry| row.amount + row.amount == sum;
        let whole = rows.iter().find(is_whole).filter(|_| rows.len() > 2);
        let parts = rows.len() - usize::from(whole.is_some());
        let named = rows.iter().find_map(|row| row.periods);
        Self {
            line: whole.or(rows.first()).map_or(0, |row| row.line),
            price: whole.map_or(sum, |row| row.amount),
            periods: named.or(u32::try_from(parts).ok()),
        }
    }
}

impl Matching<'_> {
    pub(super) fn purchase(&mut self, entry: &Entry) -> Found {
        if let Some(plan) = self.plan_of_order(entry) {
            let there = || Found::here(Reason::Order(self.book.plans[plan].id.clone()));
            return self.given_back(entry, plan).unwrap_or_else(there);
        }
        match (
            self.orders.0.get(&entry.reference),
            self.seen.get(&entry.reference),
        ) {
            (Some(order), _) if order.line != entry.line => {
                return Found::left(Reason::PartOf { line: order.line });
            }
            (None, Some(line)) => return Found::left(Reason::Twice { line: *line }),
            _ => {}
        }
        let lines = self.lines(entry);
        if let Some(plan) = self.plan_like(entry, &lines) {
            return Found::here(Reason::Like(self.book.plans[plan].id.clone()));
        }
        if is_all(entry.back) {
            return Found::left(Reason::GivenBack);
        }
        let draft = self.draft(entry);
        let mut why = Vec::new();
        if entry.kind == Kind::Posted {
            why.push(Reason::NotInBook);
        }
        if draft.periods.is_none() {
            why.push(Reason::PeriodsUnknown);
        }
        why.push(Reason::FeeUnknown);
        Found::waits(Some(Proposal::Plan(Box::new(draft))), why)
    }

    /// The plan of a line that is this purchase, or one of whose installments this is.
    fn plan_like(&self, entry: &Entry, lines: &[usize]) -> Option<usize> {
        let bought = &self.index.bought;
        match entry.kind {
            Kind::Purchase => bought.of_price(lines, entry.on, entry.amount),
            Kind::Posted => bought.of_installment(lines, entry.nth?, entry.amount),
            Kind::Repayment | Kind::Refund | Kind::Other => None,
        }
    }

    fn draft(&self, entry: &Entry) -> Draft {
        let order = self.orders.0.get(&entry.reference);
        let given_back = match entry.back {
            Some(Back::Part(amount)) => amount,
            _ => Money::ZERO,
        };
        let price = match (order, entry.kind) {
            (Some(order), _) => Some(order.price),
            (None, Kind::Posted) => None,
            (None, _) => Some((entry.amount - given_back).or_zero()),
        };
        Draft {
            line: self.line(entry),
            item: entry.item.clone(),
            merchant: entry.merchant.clone(),
            order: entry.orders.first().cloned(),
            bought: entry.on,
            price,
            periods: entry.periods.or(order.and_then(|order| order.periods)),
        }
    }
}
