//! `alerts`: everything that wants attention, most urgent first.

use serde::Serialize;

use super::answer::{Answer, View};
use super::json::{self, Amount, Day};
use super::print::{Align, Cell, Page};
use crate::domain::alert::{self, Alert, Severity};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Alerts {
    today: Day,
    alerts: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    kind: &'static str,
    severity: &'static str,
    line: Option<String>,
    plan: Option<String>,
    n: Option<u32>,
    method: Option<String>,
    date: Option<Day>,
    amount: Option<Amount>,
    text: String,
    #[serde(skip)]
    urgency: Severity,
    #[serde(skip)]
    advice: Option<&'static str>,
}

/// What wants attention.
pub(super) fn alerts(view: &View<'_>) -> Alerts {
    let found = alert::alerts(view.book, view.position, view.calendar);
    Alerts::of(view, &found)
}

impl Alerts {
    /// These alerts.
    pub(super) fn of(view: &View<'_>, alerts: &[Alert]) -> Self {
        Self {
            today: Day(view.today()),
            alerts: alerts.iter().map(|alert| Entry::of(view, alert)).collect(),
        }
    }
}

impl Entry {
    fn of(view: &View<'_>, alert: &Alert) -> Self {
        let book = view.book;
        let line = alert.line.and_then(|k| book.lines.get(k));
        let plan = alert.plan.and_then(|k| book.plans.get(k));
        let method = alert.method.and_then(|k| book.methods.get(k));
        Self {
            kind: json::alert(&alert.kind),
            severity: json::severity(alert.severity),
            line: line.map(|line| line.id.to_string()),
            plan: plan.map(|plan| plan.id.to_string()),
            n: alert.n,
            method: method.map(|method| method.id.to_string()),
            date: alert.date.map(Day),
            amount: alert.amount.map(|amount| Amount(amount, alert.currency)),
            text: view.texts.alert(alert, book, view.today(), Amounts::SHOWN),
            urgency: alert.severity,
            advice: view.texts.advice(alert, book),
        }
    }
}

impl Answer for Alerts {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.alerts.is_empty() {
            page.line(texts.cli_alerts_none());
            return;
        }
        let row = |entry: &Entry| {
            let role = match entry.urgency {
                Severity::Critical => Role::Overdue,
                Severity::Warning => Role::Due,
                Severity::Info => Role::Muted,
            };
            vec![
                Cell::in_role(texts.severity(entry.urgency), role),
                Cell::new(&*entry.text),
                Cell::in_role(entry.advice.unwrap_or_default(), Role::Muted),
            ]
        };
        let rows: Vec<_> = self.alerts.iter().map(row).collect();
        page.table(&[Align::Left; 3], &rows);
    }
}
