//! `--dry-run`: what a change would bring, before and after, without making it.

use serde::Serialize;

use super::answer::{Answer, exact};
use super::change::{self, Outcome, happened};
use super::doubted::Doubted;
use super::failure::{Exit, Failure};
use super::file::Opened;
use super::json::Amount;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use crate::domain::command::Change;
use crate::domain::plan::Plan;
use crate::domain::preview::{Preview, preview};
use crate::domain::standing::PlanStanding;
use crate::domain::{Book, Command, Currency};
use crate::settings::change_label::ChangeLabel;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

mod parts;
mod passage;

use parts::{Back, BeforeAfter, Installment, Limit, Row, backs, rows};
use passage::{Passage, passages};

/// No more installments than this are printed.
const MOST_ROWS: usize = 12;

/// A change that was made, or one that was only tried.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Told {
    /// It stands in the file.
    Made(Outcome),
    /// Nothing was changed.
    Tried(Box<Trial>),
}

/// The answer of a dry run.
#[derive(Debug, Serialize)]
pub(super) struct Trial {
    changed: bool,
    text: String,
    plan: Option<String>,
    outstanding: BeforeAfter<Amount>,
    installments: Vec<Row>,
    limit: Option<Limit>,
    back: Vec<Back>,
    doubts: Vec<Doubted>,
    /// What changes in the file, where the words themselves are what is changed.
    file: Vec<Passage>,
    #[serde(skip)]
    line: String,
    #[serde(skip)]
    words: Option<String>,
}

/// Carries a command out, or shows what it would bring.
pub(super) fn carry(
    desk: &Desk,
    opened: &Opened,
    command: Command,
    currency: Currency,
    dry_run: bool,
) -> Result<Told, Failure> {
    if !dry_run {
        return change::carry(desk, opened, command, currency).map(Told::Made);
    }
    let book = opened.document.book();
    match preview(book, &command, &opened.calendar, desk.today) {
        Ok(shown) => {
            let mut trial = Trial::of(book, &shown, currency, desk);
            if matches!(shown.change, Change::Terms(_)) {
                trial.file = passages(&opened.document, &shown.change);
            }
            Ok(Told::Tried(Box::new(trial)))
        }
        Err(refusal) => {
            change::not_needed(&command, &refusal, currency, desk.texts).map(Told::Made)
        }
    }
}

impl Trial {
    fn of(book: &Book, shown: &Preview, currency: Currency, desk: &Desk) -> Self {
        let texts = desk.texts;
        let mut after = book.clone();
        shown.change.apply(&mut after);
        let plan = match (&shown.change, shown.plan) {
            (Change::RemovePlan { plan }, _) => book.plans.get(*plan),
            (_, plan) => plan.and_then(|plan| after.plans.get(plan)),
        };
        let label = ChangeLabel::of(&shown.change, book);
        let what = label.map_or_else(
            || texts.change_unknown().to_owned(),
            |label| texts.change(&label),
        );
        let (before, now) = (shown.before.as_ref(), shown.after.as_ref());
        let open = |standing: Option<&PlanStanding>| {
            standing.map(|standing| Amount(standing.outstanding, currency))
        };
        let line = plan.and_then(|plan| after.line_of(plan));
        Self {
            changed: false,
            text: texts.happen_trial(&what),
            plan: plan.map(|plan| plan.id.to_string()),
            outstanding: BeforeAfter {
                before: open(before),
                after: open(now),
            },
            installments: rows(before, now),
            limit: line.and_then(|line| Limit::of(line.id.as_str(), shown, currency)),
            back: backs(&after, shown, currency, texts),
            doubts: Doubted::all(shown.doubts.clone()),
            file: Vec::new(),
            line: line.map(|line| line.name.clone()).unwrap_or_default(),
            words: plan.and_then(|plan| words(book, &after, shown, plan, desk)),
        }
    }
}

/// What no figure tells: a note before and after, what a refund covers, how often a due date may
/// still be moved.
fn words(before: &Book, after: &Book, shown: &Preview, plan: &Plan, desk: &Desk) -> Option<String> {
    match &shown.change {
        Change::SetNote { note, .. } => {
            let was = before.plan(&plan.id).and_then(|plan| plan.note.as_deref());
            let is = note.as_deref();
            Some(desk.texts.trial_note(was.unwrap_or("—"), is.unwrap_or("—")))
        }
        Change::AddDeferral { .. } => happened::deferrals(after, plan, desk),
        Change::AddRefund { .. } => {
            let currency = before.currency_of(plan);
            desk.texts
                .refund_covers(shown.refunded()?, Amounts::SHOWN, currency)
        }
        Change::Terms(_) => happened::reopened(shown, plan, desk),
        _ => None,
    }
}

impl Trial {
    /// True where an amount, a day or a limit changes.
    fn has_figures(&self) -> bool {
        let limit = self.limit.as_ref();
        !self.installments.is_empty()
            || self.outstanding.changes()
            || limit.is_some_and(|limit| limit.available.changes() || limit.expected.changes())
    }

    fn figures(&self, texts: Texts) -> Vec<Vec<Cell>> {
        let money = |amount: Option<Amount>| {
            amount.map_or_else(|| "—".to_owned(), |amount| exact(amount.0, amount.1))
        };
        let row = |label: String, figure: BeforeAfter<Amount>| {
            vec![
                Cell::in_role(label, Role::Muted),
                Cell::new(money(figure.before)),
                Cell::new(money(figure.after)),
            ]
        };
        let mut rows = vec![vec![
            Cell::new(""),
            Cell::in_role(texts.happen_before(), Role::Muted),
            Cell::in_role(texts.happen_after(), Role::Muted),
        ]];
        rows.push(row(texts.happen_outstanding().to_owned(), self.outstanding));
        if let Some(limit) = &self.limit {
            rows.push(row(texts.happen_available(&self.line), limit.available));
            let expected = match limit.expected_on {
                Some(on) => texts.happen_expected_by(&self.line, &on.0.to_string()),
                None => texts.happen_expected(&self.line),
            };
            rows.push(row(expected, limit.expected));
        }
        rows
    }
}

impl Answer for Trial {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(&self.text);
        if self.has_figures() {
            page.gap();
            page.table(
                &[Align::Left, Align::Right, Align::Right],
                &self.figures(texts),
            );
        }
        if !self.installments.is_empty() {
            page.gap();
        }
        let text = |installment: Option<Installment>| {
            installment.map_or_else(|| "—".to_owned(), |it| it.text(texts))
        };
        let row = |row: &Row| {
            vec![
                Cell::in_role(texts.nth_installment(row.n), Role::Muted),
                Cell::new(text(row.before)),
                Cell::new("→"),
                Cell::new(text(row.after)),
            ]
        };
        let rows: Vec<_> = self.installments.iter().take(MOST_ROWS).map(row).collect();
        page.table(&[Align::Left; 4], &rows);
        if let Some(more @ 1..) = self.installments.len().checked_sub(MOST_ROWS) {
            page.line(texts.happen_more_rows(more));
        }
        for back in &self.back {
            page.line(texts.happen_back(&exact(back.amount.0, back.amount.1), &back.name));
        }
        if let Some(words) = &self.words {
            page.gap();
            page.line(words);
        }
        Doubted::tell(&self.doubts, page, texts);
        if !self.file.is_empty() {
            page.gap();
        }
        self.file.iter().for_each(|passage| passage.tell(page));
        page.gap();
        page.line(texts.happen_nothing_changed());
    }
}

impl Answer for Told {
    fn write(&self, page: &mut Page, texts: Texts) {
        match self {
            Self::Made(outcome) => outcome.write(page, texts),
            Self::Tried(trial) => trial.write(page, texts),
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Made(outcome) => outcome.exit(),
            Self::Tried(_) => Exit::Done,
        }
    }

    fn is_saved(&self) -> bool {
        matches!(self, Self::Made(outcome) if outcome.is_saved())
    }

    fn warnings(&self) -> &[String] {
        match self {
            Self::Made(outcome) => outcome.warnings(),
            Self::Tried(_) => &[],
        }
    }
}
