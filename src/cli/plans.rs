//! `plans`: the plans with their progress.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::json::{self, Amount, Day};
use super::print::{Align, Cell, Page};
use crate::domain::plan::Plan;
use crate::domain::standing::{PlanStanding, PlanStatus};
use crate::domain::{Book, LineId};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Listing {
    today: Day,
    plans: Vec<Row>,
    #[serde(skip)]
    finished_left_out: usize,
}

#[derive(Debug, Serialize)]
struct Row {
    plan: String,
    item: String,
    line: Option<String>,
    status: &'static str,
    periods: u32,
    paid_periods: usize,
    outstanding: Amount,
    next_due: Option<Day>,
    #[serde(skip)]
    line_name: String,
    #[serde(skip)]
    stands: PlanStatus,
}

/// The plans that fit the query, in the order of the file.
pub(super) fn plans(view: &View<'_>, args: &args::Plans) -> Listing {
    let words: Vec<String> = args.query.iter().map(|word| word.to_lowercase()).collect();
    let fits = |plan: &Plan| {
        let searched = searched(view.book, plan);
        words.iter().all(|word| searched.contains(word.as_str()))
    };
    let found = view
        .book
        .plans
        .iter()
        .zip(&view.position.plans)
        .filter(|(plan, _)| fits(plan));
    let (shown, left_out): (Vec<_>, Vec<_>) =
        found.partition(|(_, standing)| args.all || standing.status.is_open());
    Listing {
        today: Day(view.today()),
        plans: shown
            .into_iter()
            .map(|(plan, standing)| Row::of(view.book, plan, standing))
            .collect(),
        finished_left_out: left_out.len(),
    }
}

/// Everything of a plan that a query may name, in lower case.
fn searched(book: &Book, plan: &Plan) -> String {
    let line = book.line_of(plan).map(|line| line.name.as_str());
    let order = plan
        .order
        .as_ref()
        .map(|order| order.replace(char::is_whitespace, ""));
    let parts = [
        Some(plan.id.as_str()),
        Some(plan.item.as_str()),
        line,
        plan.line.as_ref().map(LineId::as_str),
        plan.merchant.as_deref(),
        order.as_deref(),
        plan.note.as_deref(),
    ];
    let parts: Vec<&str> = parts.into_iter().flatten().collect();
    parts.join("\n").to_lowercase()
}

impl Row {
    fn of(book: &Book, plan: &Plan, standing: &PlanStanding) -> Self {
        Self {
            plan: plan.id.to_string(),
            item: plan.item.clone(),
            line: plan.line.as_ref().map(ToString::to_string),
            status: json::plan(standing.status),
            periods: plan.periods,
            paid_periods: standing.paid_periods(),
            outstanding: Amount(standing.outstanding, standing.currency),
            next_due: standing.next().map(|next| Day(next.due())),
            line_name: book
                .line_of(plan)
                .map(|line| line.name.clone())
                .unwrap_or_default(),
            stands: standing.status,
        }
    }

    fn cells(&self, today: Day, texts: Texts) -> Vec<Cell> {
        let role = match self.stands {
            PlanStatus::Overdue => Role::Overdue,
            PlanStatus::Active => Role::Text,
            _ => Role::Muted,
        };
        let next = self.next_due.map(|due| texts.due(today.0, due.0));
        vec![
            Cell::new(&*self.plan),
            Cell::new(&*self.item),
            Cell::new(&*self.line_name),
            Cell::in_role(texts.plan_status(self.stands), role),
            Cell::new(format!("{}/{}", self.paid_periods, self.periods)),
            Cell::new(exact(self.outstanding.0, self.outstanding.1)),
            Cell::new(next.unwrap_or_default()),
        ]
    }
}

impl Answer for Listing {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.plans.is_empty() {
            page.line(texts.cli_plans_none());
        }
        let columns = [
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Right,
            Align::Right,
        ];
        let rows: Vec<_> = self
            .plans
            .iter()
            .map(|row| row.cells(self.today, texts))
            .collect();
        page.table(&columns, &rows);
        if self.finished_left_out > 0 {
            page.gap();
            page.line(texts.cli_plans_finished(self.finished_left_out));
        }
    }
}
