//! One entry of limit on its way back.

use serde::Serialize;

use super::took::rests_on;
use crate::cli::answer::{View, exact, marked};
use crate::cli::json::{self, Amount, Day};
use crate::cli::print::Cell;
use crate::domain::Money;
use crate::domain::doubt::{Doubt, Figure};
use crate::domain::measured::Estimate;
use crate::domain::restoring::{FreedLimit, RestoreState};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// Freed limit that is not back yet.
#[derive(Debug, Serialize)]
pub(super) struct Freed {
    plan: String,
    n: u32,
    amount: Amount,
    paid_on: Day,
    earliest: Day,
    latest: Day,
    state: &'static str,
    estimated: bool,
    /// Why its window is to be doubted.
    doubt: Option<&'static str>,
    #[serde(skip)]
    pub(super) doubted: Option<Doubt>,
    /// What `earliest` and `latest` rest on.
    estimate: &'static str,
    /// On how many confirmed payments, where measured.
    measured_n: Option<usize>,
    #[serde(skip)]
    rests_on: Estimate,
    #[serde(skip)]
    item: String,
    #[serde(skip)]
    pub(super) is_late: bool,
}

impl Freed {
    /// An entry as of the view's day; `None` where its plan is gone.
    pub(super) fn of(
        view: &View<'_>,
        freed: &FreedLimit,
        amount: &impl Fn(Money) -> Amount,
    ) -> Option<Self> {
        let plan = view.book.plans.get(freed.plan)?;
        let state = freed.state_on(view.today());
        let doubted = view.doubt(Figure::Restoring, freed.plan);
        let window = freed.window_on(view.today());
        Some(Self {
            plan: plan.id.to_string(),
            n: freed.n,
            amount: amount(freed.amount),
            paid_on: Day(freed.paid_on),
            earliest: Day(window.earliest.date),
            latest: Day(window.latest.date),
            state: json::restore(state),
            estimated: freed.is_estimated(),
            doubt: doubted.map(json::doubt),
            doubted,
            estimate: json::estimate(window.estimate),
            measured_n: window.estimate.measured(),
            rests_on: window.estimate,
            item: plan.item.clone(),
            is_late: state == RestoreState::Late,
        })
    }

    /// The row of an entry, after the name of its line.
    pub(super) fn cells(&self, line: &str, texts: Texts) -> Vec<Cell> {
        let (state, role) = if self.is_late {
            (texts.restore_late(), Role::Overdue)
        } else {
            (texts.restoring(), Role::Restoring)
        };
        let window = if self.is_late {
            texts.cli_window_passed(&self.latest.0.to_string())
        } else {
            texts.cli_window(&self.earliest.0.to_string(), &self.latest.0.to_string())
        };
        vec![
            Cell::new(line),
            Cell::in_role(state, role),
            Cell::new(exact(self.amount.0, self.amount.1)),
            Cell::new(format!("{} {}", self.item, texts.nth_installment(self.n))),
            Cell::new(texts.cli_paid_on(&self.paid_on.0.to_string())),
            Cell::new(marked(window, self.doubted)),
            Cell::in_role(rests_on(self.rests_on, texts), Role::Muted),
            Cell::in_role(
                if self.estimated {
                    texts.estimated()
                } else {
                    ""
                },
                Role::Muted,
            ),
        ]
    }
}
