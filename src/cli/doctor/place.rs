//! What is wrong around the file: with its place, its mode, its history and its neighbours.

use std::path::Path;

use crate::cli::file::{self, Source, not_saved};
use crate::domain::Book;
use crate::settings::change_label::{ChangeLabel, erased};
use crate::settings::texts::Texts;
use crate::store::{self, History};

/// A line each.
pub(super) fn problems(
    source: &Source,
    book: Option<&Book>,
    history: Option<&History>,
    texts: Texts,
) -> Vec<String> {
    let Source::File(path) = source else {
        return Vec::new();
    };
    let mut problems = file::beside(&store::siblings(path).unwrap_or_default(), texts);
    let Some(history) = history else {
        return problems;
    };
    match store::rehearse(path, history) {
        Ok(rehearsed) if rehearsed.seen_by_others => {
            problems.push(texts.cli_seen_by_others(&path.display().to_string()));
        }
        Ok(_) => {}
        Err(why) => problems.push(texts.cli_not_to_be_saved(&not_saved(path, &why, texts))),
    }
    problems.extend(of_history(path, book, history, texts));
    problems
}

fn of_history(path: &Path, book: Option<&Book>, history: &History, texts: Texts) -> Vec<String> {
    let entries = history.entries(path).unwrap_or_default();
    let damaged = (!entries.damaged.is_empty()).then(|| texts.failure_damaged_history().to_owned());
    let labels = entries
        .entries
        .iter()
        .filter(|entry| entry.applied)
        .map(|entry| &entry.label);
    let missing = book
        .filter(|_| entries.changed_since)
        .map(|book| erased(labels, book));
    let told = missing.unwrap_or_default().into_iter().map(|(of, pay)| {
        let command = format!(
            "fenqi pay {} --n {} --amount {} --on {}",
            of.plan,
            of.n.unwrap_or_default(),
            of.amount,
            pay.on
        );
        texts.cli_erased(&texts.change(&ChangeLabel::Paid(of)), &command)
    });
    damaged.into_iter().chain(told).collect()
}
