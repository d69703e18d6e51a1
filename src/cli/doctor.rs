//! `doctor`: every problem of a file.

use std::path::PathBuf;

use serde::Serialize;

use super::answer::Answer;
use super::args::Doctor;
use super::change::history;
use super::failure::{Exit, Failure};
use super::file::{OwnRules, Source, not_located};
use super::print::Page;
use super::problems::Told;
use super::run::{Chosen, Desk, Teller};
use crate::document::Document;
use crate::settings::texts::Texts;
use crate::store::LocateError;

mod place;
mod proof;
mod prove;

/// The answer.
#[derive(Debug, Serialize)]
struct Health {
    file: String,
    errors: Vec<Told>,
    warnings: Vec<Told>,
    /// Proof files of cases that are missing or were changed.
    proof: Vec<String>,
    /// What is wrong around it: other versions beside it, its mode, its disk, its history.
    place: Vec<String>,
}

/// What is wrong with the file that is named, else with the book; or what a directory's file system does to saves.
pub(super) fn answer(
    desk: &Desk,
    args: &Doctor,
    chosen: &Chosen,
    teller: &Teller,
) -> Result<Exit, Failure> {
    match &args.prove {
        Some(directory) => teller.tell(&prove::prove(directory, desk.texts)?),
        None => teller.tell(&doctor(desk, args.path.clone().map(PathBuf::from), chosen)?),
    }
}

/// Examines the file that is named, else the book.
fn doctor(desk: &Desk, named: Option<PathBuf>, chosen: &Chosen) -> Result<Health, Failure> {
    let source = match named {
        Some(path) if path.as_os_str().is_empty() => {
            return Err(not_located(LocateError::EmptyPath, desk.texts));
        }
        Some(path) => Source::File(path),
        None => desk.source.clone(),
    };
    let text = source.read(desk.today, desk.texts)?;
    let rules = OwnRules::of(&source, desk.texts);
    let history = history(desk.texts).ok();
    let mut proof = Vec::new();
    let place;
    let told: Vec<Told> = match Document::parse_on(text.clone(), &rules.rulebook) {
        Ok(document) => {
            // A calendar that cannot be read is a failure of its own.
            source.calendar(document.book(), desk.texts)?;
            proof = proof::problems(&source, document.book(), desk.texts);
            place = place::problems(&source, Some(document.book()), history.as_ref(), desk.texts);
            let told = |warning| Told::of(desk.texts, &source.name(), &text, warning);
            document.warnings().iter().map(told).collect()
        }
        Err(problems) => {
            place = place::problems(&source, None, history.as_ref(), desk.texts);
            Told::all(desk.texts, &source.name(), &text, &problems)
        }
    };
    let told = told
        .into_iter()
        .chain(rules.problems)
        .chain(settings(desk, chosen));
    let (warnings, errors) = told.partition(|told| told.is_warning);
    Ok(Health {
        file: source.name(),
        errors,
        warnings,
        proof,
        place,
    })
}

/// What is wrong with the settings keeps no book from being read.
fn settings(desk: &Desk, chosen: &Chosen) -> impl Iterator<Item = Told> {
    let problems = chosen.problems(desk.texts).into_iter();
    problems.map(|told| Told {
        is_warning: true,
        ..told
    })
}

impl Answer for Health {
    fn write(&self, page: &mut Page, texts: Texts) {
        for told in self.errors.iter().chain(&self.warnings) {
            page.lines(&told.report);
        }
        for problem in self.proof.iter().chain(&self.place) {
            page.line(problem);
        }
        page.line(
            match (
                self.errors.len(),
                self.warnings.len() + self.proof.len() + self.place.len(),
            ) {
                (0, 0) => texts.failure_fine(&self.file),
                (0, warnings) => texts.failure_warnings(&self.file, warnings),
                (errors, _) => texts.failure_problems(&self.file, errors),
            },
        );
    }

    fn exit(&self) -> Exit {
        if self.errors.is_empty() {
            Exit::Done
        } else {
            Exit::BadFile
        }
    }
}
