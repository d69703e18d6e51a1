//! `edit`: the book in the shopper's own editor, checked when that is done.

use std::io::{self, IsTerminal};
use std::path::Path;

use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::failure::{Exit, Failure};
use super::file::{Source, system};
use super::pick;
use super::print::Page;
use super::run::Desk;
use crate::document::{Document, Severity};
use crate::domain::Book;
use crate::domain::plan::Plan;
use crate::runtime::editor;
use crate::settings::texts::Texts;

/// What was edited.
#[derive(Debug, Serialize)]
pub(super) struct Edited {
    changed: bool,
    plans: Vec<Change>,
    warnings: usize,
    #[serde(skip)]
    file: String,
    /// How the editor ended, where that was not well.
    #[serde(skip)]
    failed: Vec<String>,
}

#[derive(Debug, PartialEq, Eq, Serialize)]
struct Change {
    plan: String,
    #[serde(rename = "change")]
    kind: Kind,
    #[serde(skip)]
    item: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    Added,
    Changed,
    Removed,
}

/// Opens the editor at a plan's line, or where the first problem is, and reads the file again.
pub(super) fn edit(desk: &Desk, args: &args::Edit) -> Result<Edited, Failure> {
    let texts = desk.texts;
    let Source::File(path) = &desk.source else {
        return Err(Failure::wrong_use(texts.cli_demo_cannot()));
    };
    let text = desk.source.read(desk.today, texts)?;
    let before = Document::parse(text.clone());
    let line = match &before {
        Ok(document) if args.plan.is_empty() => document.line_of_plan(0),
        Ok(document) => document.line_of_plan(pick::plan(document.book(), &args.plan, texts)?),
        Err(problems) => {
            let mut all = problems.0.iter();
            let first = all.find(|problem| problem.severity == Severity::Error);
            first.map_or(1, |problem| problem.line)
        }
    };
    if !(io::stdin().is_terminal() && io::stdout().is_terminal()) {
        let place = format!("{}:{line}", path.display());
        return Err(Failure::wrong_use(texts.happen_no_terminal()).hint(place));
    }
    let failed = run(path, line, texts)?;
    let opened = desk.source.clone().open(desk.today, texts)?;
    let empty = Book::default();
    let before_book = before.as_ref().map_or(&empty, Document::book);
    Ok(Edited {
        changed: opened.document.text() != text,
        plans: changes(before_book, opened.document.book()),
        warnings: opened.document.warnings().len(),
        file: desk.source.name(),
        failed: failed.into_iter().collect(),
    })
}

/// Runs the editor; gives how it ended, where that was not well.
fn run(path: &Path, line: usize, texts: Texts) -> Result<Option<String>, Failure> {
    match editor::run(path, line) {
        Ok(status) if status.success() => Ok(None),
        Ok(status) => Ok(Some(texts.cli_editor_failed(&status.to_string()))),
        Err(error) => {
            let why = system(&error, texts);
            Err(Failure::new(Exit::NotSaved, texts.happen_no_editor(&why)))
        }
    }
}

/// The plans that differ between two books, by id.
fn changes(before: &Book, after: &Book) -> Vec<Change> {
    let change = |plan: &Plan, kind| Change {
        plan: plan.id.to_string(),
        kind,
        item: plan.item.clone(),
    };
    let mut changes = Vec::new();
    for plan in &after.plans {
        match before.plan(&plan.id) {
            None => changes.push(change(plan, Kind::Added)),
            Some(old) if old != plan => changes.push(change(plan, Kind::Changed)),
            Some(_) => {}
        }
    }
    let gone = before.plans.iter();
    let gone = gone.filter(|plan| after.plan(&plan.id).is_none());
    changes.extend(gone.map(|plan| change(plan, Kind::Removed)));
    changes
}

impl Answer for Edited {
    fn write(&self, page: &mut Page, texts: Texts) {
        if !self.changed {
            page.line(texts.happen_not_edited(&self.file));
            return;
        }
        for change in &self.plans {
            page.line(match change.kind {
                Kind::Added => texts.happen_edit_added(&change.item),
                Kind::Changed => texts.happen_edit_changed(&change.item),
                Kind::Removed => texts.change_removed(&change.item),
            });
        }
        page.line(match self.warnings {
            0 => texts.failure_fine(&self.file),
            warnings => texts.failure_warnings(&self.file, warnings),
        });
    }

    fn exit(&self) -> Exit {
        if self.failed.is_empty() {
            Exit::Done
        } else {
            Exit::WrongUse
        }
    }

    fn is_saved(&self) -> bool {
        self.changed
    }

    fn warnings(&self) -> &[String] {
        &self.failed
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, changes};
    use crate::domain::plan::Plan;
    use crate::domain::{Book, Money, PlanId};

    #[test]
    fn what_came_changed_and_went_is_told_by_id() {
        let plan = |id: &str, principal: u32| {
            let due = "2026-01-10".parse().unwrap();
            Plan::new(PlanId::new(id).unwrap(), Money::from(principal), 3, due)
        };
        let book = |plans| Book {
            plans,
            ..Book::default()
        };
        let before = book(vec![plan("a", 1), plan("b", 1), plan("c", 1)]);
        let after = book(vec![plan("c", 1), plan("b", 2), plan("d", 1)]);
        let found: Vec<_> = changes(&before, &after)
            .into_iter()
            .map(|change| (change.plan, change.kind))
            .collect();
        let expected = [
            ("b", Kind::Changed),
            ("d", Kind::Added),
            ("a", Kind::Removed),
        ];
        assert_eq!(found, expected.map(|(id, kind)| (id.to_owned(), kind)));
    }
}
