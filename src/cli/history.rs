//! `undo`, `undo --list`, `redo`: steps through the history.

use serde::Serialize;

use super::answer::Answer;
use super::change::{End, Outcome, history};
use super::failure::{Exit, Failure};
use super::file::{Source, readable, unreadable};
use super::print::{Align, Cell, Page};
use super::run::Desk;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::store;

/// Takes the last change back.
pub(super) fn undo(desk: &Desk) -> Result<Outcome, Failure> {
    let Source::File(path) = &desk.source else {
        return Err(Failure::wrong_use(desk.texts.cli_demo_cannot()));
    };
    let undone = store::undo(path, &history(desk.texts)?, &desk.now.stamp(), readable);
    let (end, saved) = End::of(path, undone, desk.texts)?;
    let what = desk.texts.change_of_label(&saved.label);
    Ok(Outcome::done(desk.texts.cli_undone(&what), &end))
}

/// Does again what was taken back last.
pub(super) fn redo(desk: &Desk) -> Result<Outcome, Failure> {
    let Source::File(path) = &desk.source else {
        return Err(Failure::wrong_use(desk.texts.cli_demo_cannot()));
    };
    let redone = store::redo(path, &history(desk.texts)?, &desk.now.stamp(), readable);
    let (end, saved) = End::of(path, redone, desk.texts)?;
    let what = desk.texts.change_of_label(&saved.label);
    Ok(Outcome::done(desk.texts.cli_redone(&what), &end))
}

/// The changes, newest first.
#[derive(Debug, Serialize)]
pub(super) struct List {
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize)]
struct Entry {
    when: String,
    text: String,
    applied: bool,
}

/// Lists the history.
pub(super) fn list(desk: &Desk) -> Result<List, Failure> {
    let Source::File(path) = &desk.source else {
        return Ok(List {
            entries: Vec::new(),
        });
    };
    let entries = match history(desk.texts)?.entries(path) {
        Ok(entries) => entries.entries,
        Err(error) => {
            return Err(Failure::new(
                Exit::BadFile,
                unreadable(path, &error, desk.texts),
            ));
        }
    };
    let entry = |entry: &store::Entry| Entry {
        when: entry.when.clone(),
        text: desk.texts.change_of_label(&entry.label),
        applied: entry.applied,
    };
    Ok(List {
        entries: entries.iter().rev().map(entry).collect(),
    })
}

impl Answer for List {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.entries.is_empty() {
            page.line(texts.cli_history_empty());
            return;
        }
        let row = |entry: &Entry| {
            let undone = if entry.applied {
                ""
            } else {
                texts.cli_history_undone()
            };
            vec![
                Cell::in_role(minute(&entry.when), Role::Muted),
                Cell::new(&*entry.text),
                Cell::in_role(undone, Role::Muted),
            ]
        };
        let rows: Vec<_> = self.entries.iter().map(row).collect();
        page.table(&[Align::Left; 3], &rows);
    }
}

/// A time stamp to the minute, as people write it.
fn minute(stamp: &str) -> String {
    stamp.get(..16).unwrap_or(stamp).replace('T', " ")
}
