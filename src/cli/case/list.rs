//! `case list`: what is being followed up.

use serde::Serialize;

use crate::cli::answer::{Answer, View};
use crate::cli::json::{self, Day};
use crate::cli::print::{Align, Cell, Page};
use crate::domain::case::{Case, Subject};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Cases {
    today: Day,
    cases: Vec<Row>,
}

#[derive(Debug, Serialize)]
pub(super) struct Row {
    case: String,
    kind: &'static str,
    line: Option<String>,
    plan: Option<String>,
    opened: Day,
    next: Option<Day>,
    is_due: bool,
    /// A promised day that passed without an answer.
    missed_promise: Option<Day>,
    closed: Option<Day>,
    outcome: Option<String>,
    #[serde(skip)]
    words: String,
    #[serde(skip)]
    remark: String,
}

/// The open cases, or all.
pub(super) fn list(view: &View<'_>, all: bool) -> Cases {
    let cases = view.book.cases.iter();
    let wanted = cases.filter(|case| all || case.is_open());
    Cases {
        today: Day(view.today()),
        cases: wanted.map(|case| Row::of(view, case)).collect(),
    }
}

impl Row {
    pub(super) fn of(view: &View<'_>, case: &Case) -> Self {
        let (texts, today) = (view.texts, view.today());
        let subject = Subject::of(case, view.book, view.position);
        let named = subject.plan.map(|plan| plan.item.as_str());
        let named = named.or(subject.line.map(|line| line.name.as_str()));
        let missed = case.missed_promise(today);
        Self {
            case: case.id.to_string(),
            kind: json::case_kind(case.kind),
            line: subject.line.map(|line| line.id.to_string()),
            plan: subject.plan.map(|plan| plan.id.to_string()),
            opened: Day(case.opened),
            next: case.next.map(Day),
            is_due: case.is_open() && case.next.is_some_and(|next| next <= today),
            missed_promise: missed.map(Day),
            closed: case.closed.map(Day),
            outcome: case.outcome.clone(),
            words: [named.unwrap_or_default(), texts.case_kind(case.kind)].join(" "),
            remark: remark(view, case),
        }
    }

    /// What it is about, in words.
    pub(super) fn title(&self) -> &str {
        self.words.trim()
    }

    /// Its id.
    pub(super) fn case(&self) -> &str {
        &self.case
    }

    /// Since when it is open, and how it stands.
    pub(super) fn dates(&self, texts: Texts) -> String {
        let opened = texts.cli_case_opened(&self.opened.0.to_string());
        let parts = [opened.as_str(), self.remark()];
        parts.join(texts.semicolon())
    }

    /// How it stands, in words.
    pub(super) fn remark(&self) -> &str {
        &self.remark
    }
}

/// When the next step is due and which promise was missed, or how it ended.
fn remark(view: &View<'_>, case: &Case) -> String {
    let texts = view.texts;
    if let Some(closed) = case.closed {
        let outcome = case.outcome.as_deref().unwrap_or_default();
        return texts.cli_case_closed(&closed.to_string(), outcome);
    }
    let next = case.next.map(|next| texts.cli_case_next(&next.to_string()));
    let missed = case.missed_promise(view.today()).map(|by| {
        let days = u32::try_from((view.today() - by).num_days()).unwrap_or_default();
        texts.promise_missed(&by.to_string(), days)
    });
    let parts: Vec<String> = [next, missed].into_iter().flatten().collect();
    parts.join(texts.semicolon())
}

impl Answer for Cases {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.cases.is_empty() {
            page.line(texts.cli_cases_none());
            return;
        }
        let row = |row: &Row| {
            let role = match (row.is_due, row.closed) {
                (true, _) => Role::Due,
                (false, Some(_)) => Role::Muted,
                (false, None) => Role::Text,
            };
            vec![
                Cell::new(&*row.case),
                Cell::new(row.title()),
                Cell::in_role(row.remark(), role),
            ]
        };
        let rows: Vec<_> = self.cases.iter().map(row).collect();
        page.table(&[Align::Left; 3], &rows);
    }
}
