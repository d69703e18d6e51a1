//! `case show` and `case export`: one case, and what to say to the service about it.

use serde::Serialize;

use super::list::Row;
use crate::cli::answer::{Answer, View, exact};
use crate::cli::failure::Failure;
use crate::cli::json::{self, Day};
use crate::cli::pick;
use crate::cli::print::{Align, Cell, Page};
use crate::domain::Currency;
use crate::domain::case::{Checked, StepState, Subject, checklist};
use crate::domain::dossier::Dossier;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// One case.
#[derive(Debug, Serialize)]
pub(super) struct Shown {
    #[serde(flatten)]
    row: Row,
    steps: Vec<Step>,
    /// The step that comes next.
    next_step: Option<&'static str>,
    log: Vec<Entry>,
    proof: Vec<Proof>,
    #[serde(skip)]
    next_words: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Step {
    #[serde(rename = "step")]
    name: &'static str,
    /// `null` while it is open.
    answer: Option<&'static str>,
    why: String,
    done: bool,
    #[serde(skip)]
    words: &'static str,
}

#[derive(Debug, Serialize)]
struct Entry {
    on: Day,
    what: String,
    promise: Option<Day>,
}

#[derive(Debug, Serialize)]
struct Proof {
    path: String,
    sha256: Option<String>,
}

/// The text for customer service.
#[derive(Debug, Serialize)]
pub(super) struct Exported {
    case: String,
    text: String,
    /// What nobody wrote down.
    missing: Vec<String>,
}

/// Shows a case.
pub(super) fn show(view: &View<'_>, typed: &str) -> Result<Shown, Failure> {
    let case = &view.book.cases[pick::case(view.book, typed, view.texts)?];
    let subject = Subject::of(case, view.book, view.position);
    let currency = subject
        .line
        .map_or(view.book.currency, |line| line.currency);
    let steps: Vec<Step> = checklist(case, &subject, view.today())
        .iter()
        .map(|checked| Step::of(checked, currency, view.texts))
        .collect();
    let next = steps.iter().find(|step| !step.done && case.is_open());
    let entry = |entry: &crate::domain::case::CaseEntry| Entry {
        on: Day(entry.on),
        what: entry.what.clone(),
        promise: entry.promise.map(Day),
    };
    let proof = |proof: &crate::domain::case::Proof| Proof {
        path: proof.path.clone(),
        sha256: proof.sha256.clone(),
    };
    Ok(Shown {
        row: Row::of(view, case),
        next_step: next.map(|step| step.name),
        next_words: next.map(|step| step.words),
        steps,
        log: case.log.iter().map(entry).collect(),
        proof: case.proof.iter().map(proof).collect(),
    })
}

/// Writes down what to say to customer service.
pub(super) fn export(view: &View<'_>, typed: &str) -> Result<Exported, Failure> {
    let case = &view.book.cases[pick::case(view.book, typed, view.texts)?];
    let dossier = Dossier::of(case, view.book, view.position, view.calendar);
    let texts = view.texts;
    let missing = dossier.missing.iter();
    Ok(Exported {
        case: case.id.to_string(),
        text: texts.dossier(&dossier, view.today(), Amounts::SHOWN),
        missing: missing.map(|missing| json::missing(*missing)).collect(),
    })
}

impl Step {
    fn of(checked: &Checked, currency: Currency, texts: Texts) -> Self {
        let (answer, why) = match checked.state {
            StepState::Open => (None, String::new()),
            StepState::Known { reply, why } => (Some(json::reply(reply)), {
                let exact = |amount| exact(amount, currency);
                texts.step_why(reply, why, exact, |on| on.to_string())
            }),
        };
        Self {
            name: json::step(checked.step),
            answer,
            why,
            done: checked.is_done(),
            words: texts.case_step(checked.step),
        }
    }

    fn cells(&self, role: Role) -> Vec<Cell> {
        let glyph = match (self.done, self.answer) {
            (true, _) => "✓",
            (false, Some(_)) => "✗",
            (false, None) => "◦",
        };
        vec![
            Cell::in_role(glyph, role),
            Cell::new(self.words),
            Cell::in_role(&*self.why, Role::Muted),
        ]
    }
}

impl Answer for Shown {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(format!("{}  ({})", self.row.title(), self.row.case()));
        page.line(self.row.dates(texts));
        page.gap();
        let cells = |step: &Step| {
            step.cells(match (step.done, step.answer) {
                (true, _) => Role::Paid,
                (false, Some(_)) => Role::Overdue,
                (false, None) => Role::Muted,
            })
        };
        let rows: Vec<_> = self.steps.iter().map(cells).collect();
        page.table(&[Align::Left; 3], &rows);
        if let Some(next) = self.next_words {
            page.gap();
            page.line(texts.cli_case_do_next(next));
        }
        if !self.log.is_empty() {
            page.gap();
            page.line(texts.cli_case_log());
        }
        let row = |entry: &Entry| {
            let promise = entry
                .promise
                .map(|by| texts.cli_case_promise(&by.0.to_string()));
            vec![
                Cell::new(entry.on.0.to_string()),
                Cell::new(&*entry.what),
                Cell::in_role(promise.unwrap_or_default(), Role::Muted),
            ]
        };
        let rows: Vec<_> = self.log.iter().map(row).collect();
        page.table(&[Align::Left; 3], &rows);
        for proof in &self.proof {
            page.line([texts.dossier_proof(), "  ", &proof.path].concat());
        }
    }
}

impl Answer for Exported {
    fn write(&self, page: &mut Page, _: Texts) {
        for line in self.text.lines() {
            page.line(line);
        }
    }
}
