//! Plans by what purchases are known by: the order number, the price and its day, an installment
//! that was put on a card's bill.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::Money;
use crate::domain::plan::Plan;
use crate::domain::standing::PlanStanding;
use crate::import::entry::{Entry, Kind, Nth};
use crate::import::matching::days_near;

/// Places of plans in the book; where several are alike, the first counts.
#[derive(Default)]
pub(in crate::import::matching) struct Bought {
    /// By order number.
    orders: HashMap<String, usize>,
    /// By line, day and price or principal.
    prices: HashMap<(usize, NaiveDate, Money), usize>,
    /// By number and amount of an installment, as far as rows ask for it.
    installments: HashMap<(u32, Money), Vec<Posted>>,
}

/// A plan that asks for this amount in its installment of this number.
struct Posted {
    plan: usize,
    line: usize,
    periods: usize,
}

impl Bought {
    /// Nothing yet, but what is posted in these rows will be found.
    pub(super) fn asked(entries: &[Entry]) -> Self {
        let posted = entries.iter().filter(|row| row.kind == Kind::Posted);
        let asked = posted.filter_map(|row| Some((row.nth?.n, row.amount)));
        Self {
            installments: asked.map(|asked| (asked, Vec::new())).collect(),
            ..Self::default()
        }
    }

    pub(super) fn add(
        &mut self,
        k: usize,
        plan: &Plan,
        standing: &PlanStanding,
        line: Option<usize>,
    ) {
        if let Some(order) = plan.order.as_ref().filter(|order| !order.is_empty()) {
            self.orders.entry(order.clone()).or_insert(k);
        }
        let Some(line) = line else { return };
        if let Some(day) = plan.bought {
            for price in plan.price.into_iter().chain([plan.principal]) {
                self.prices.entry((line, day, price)).or_insert(k);
            }
        }
        if !self.installments.is_empty() {
            self.add_installments(k, standing, line);
        }
    }

    fn add_installments(&mut self, plan: usize, standing: &PlanStanding, line: usize) {
        let periods = standing.installments.len();
        for one in &standing.installments {
            let asks = one.row.installment;
            for amount in [asks.amount(), asks.principal] {
                if let Some(posted) = self.installments.get_mut(&(one.n(), amount)) {
                    posted.push(Posted {
                        plan,
                        line,
                        periods,
                    });
                }
            }
        }
    }

    /// The plan of an order number; a refund has it with something behind it.
    pub(in crate::import::matching) fn of_order(&self, number: &str) -> Option<usize> {
        let ends = number.match_indices(['*', '_']).map(|(end, _)| end);
        let orders = ends.filter_map(|end| number.get(..end)).chain([number]);
        orders
            .filter_map(|order| self.orders.get(order).copied())
            .min()
    }

    /// The plan of a price that was bought on one of the lines about that day.
    pub(in crate::import::matching) fn of_price(
        &self,
        lines: &[usize],
        on: NaiveDate,
        price: Money,
    ) -> Option<usize> {
        let days = days_near(on).flat_map(|day| lines.iter().map(move |line| (*line, day, price)));
        days.filter_map(|bought| self.prices.get(&bought).copied())
            .min()
    }

    /// The plan on one of the lines that asks for this amount in this installment.
    pub(in crate::import::matching) fn of_installment(
        &self,
        lines: &[usize],
        nth: Nth,
        amount: Money,
    ) -> Option<usize> {
        let of = usize::try_from(nth.of).unwrap_or_default();
        let posted = self.installments.get(&(nth.n, amount))?.iter();
        let mut same =
            posted.filter(|one| lines.contains(&one.line) && (of == 0 || of == one.periods));
        same.next().map(|one| one.plan)
    }
}
