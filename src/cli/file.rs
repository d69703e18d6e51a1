//! The book's file: where it is, what it says, and how a change gets into it. Both ends use it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::failure::{Exit, Failure};
use super::problems::Told;
use crate::demo;
use crate::document::edit::{Edited, NotDone, SquareBroken, carry_out};
use crate::document::rulebook::Rulebook;
use crate::document::{Document, Problems, calendar, text_edit};
use crate::domain::book::Holidays;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Command, Refusal};
use crate::settings::change_label::ChangeLabel;
use crate::settings::texts::Texts;
use crate::store::{
    self, History, LocateError, NotSaved, Note, Places, ReadError, SaveError, Saved, Splice,
};

mod own_rules;
mod words;

pub use own_rules::OwnRules;
pub use words::{bill_unread, not_saved, system, unreadable, why_unread};

/// Which book is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The built-in sample book; it is never saved.
    Demo,
    /// This file.
    File(PathBuf),
}

/// A book that was opened.
#[derive(Debug)]
pub struct Opened {
    /// Where it came from.
    pub source: Source,
    /// What it says.
    pub document: Document,
    /// Which days are working days for it.
    pub calendar: WorkingCalendar,
    /// What people should know about the rulebook it was read on, a line each.
    pub warnings: Vec<String>,
}

/// Why a change was not planned; the file is as it was.
#[derive(Debug)]
pub enum Unplanned {
    /// The file has problems now.
    Broken,
    /// The book refuses the change.
    Refused(Refusal),
    /// The text cannot be changed so that it says exactly what the book would.
    Square(SquareBroken),
}

/// Other versions that lie beside a file, a line each.
pub fn beside(siblings: &store::Siblings, texts: Texts) -> Vec<String> {
    let conflicts = siblings
        .conflicts
        .iter()
        .map(|path| texts.cli_conflict_file(&path.display().to_string()));
    let kept = siblings
        .kept
        .iter()
        .map(|path| texts.cli_kept_file(&path.display().to_string()));
    conflicts.chain(kept).collect()
}

impl Source {
    /// The file named by the argument, else by the variable `FENQI_FILE`, else the usual one.
    pub fn locate(argument: Option<&Path>, variable: Option<&OsStr>) -> Result<Self, LocateError> {
        store::data_file(argument, variable, Places::of_user).map(Self::File)
    }

    /// Opens the book.
    pub fn open(self, today: NaiveDate, texts: Texts) -> Result<Opened, Failure> {
        let text = self.read(today, texts)?;
        let rules = OwnRules::of(&self, texts);
        let document = match Document::parse_on(text, &rules.rulebook) {
            Ok(document) => document,
            Err(problems) => return Err(self.broken(&problems, today, texts)),
        };
        let calendar = self.calendar(document.book(), texts)?;
        Ok(Opened {
            source: self,
            document,
            calendar,
            warnings: rules.warnings,
        })
    }

    /// The text of the book.
    pub fn read(&self, today: NaiveDate, texts: Texts) -> Result<String, Failure> {
        match self {
            Self::Demo => Ok(demo::book(today, texts.lang())),
            Self::File(path) => store::text(path).map_err(|error| cannot_read(path, &error, texts)),
        }
    }

    /// The name to be shown.
    pub fn name(&self) -> String {
        match self {
            Self::Demo => "demo".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    fn broken(&self, problems: &Problems, today: NaiveDate, texts: Texts) -> Failure {
        let text = self.read(today, texts).unwrap_or_default();
        let told = Told::all(texts, &self.name(), &text, problems);
        let errors = told.iter().filter(|problem| !problem.is_warning).count();
        Failure {
            problems: told,
            ..Failure::new(Exit::BadFile, texts.failure_problems(&self.name(), errors))
        }
    }

    /// The working-day calendar that the book names, relative to its file.
    pub fn calendar(&self, book: &Book, texts: Texts) -> Result<WorkingCalendar, Failure> {
        let named = match &book.settings.holidays {
            Holidays::China => return Ok(calendar::china()),
            Holidays::WeekendsOnly => return Ok(WorkingCalendar::weekends_only()),
            Holidays::File(named) => named,
        };
        let folder = match self {
            Self::File(path) => path.parent().unwrap_or(Path::new("")),
            Self::Demo => Path::new(""),
        };
        let path = folder.join(named);
        let text = store::text(&path).map_err(|error| cannot_read(&path, &error, texts))?;
        calendar::parse(&text).map_err(|problems| {
            let name = path.display().to_string();
            Failure {
                problems: Told::all(texts, &name, &text, &problems),
                ..Failure::new(Exit::BadFile, texts.failure_calendar(&name))
            }
        })
    }
}

/// Carries a command out on the file as it is under the lock. `edited` is what it came to on the
/// document that was read before; it stands where the file has not changed since, and words the
/// history. The last three are the working days, the day, and the time stamp of the change.
pub fn save(
    path: &Path,
    history: &History,
    command: &Command,
    before: &Document,
    edited: &Edited,
    (calendar, today, when): (&WorkingCalendar, NaiveDate, &str),
) -> Result<Saved, SaveError<Unplanned>> {
    let label = ChangeLabel::of(&edited.change, before.book());
    let note = Note {
        label: label.map(|label| label.to_value()).unwrap_or_default(),
        when: when.to_owned(),
    };
    store::save(path, history, &note, |text| {
        if text == before.text() {
            Ok(of_store(edited.splices.clone()))
        } else {
            plan(text, before.rulebook(), command, calendar, today)
        }
    })
}

fn plan(
    text: &str,
    rulebook: &Arc<Rulebook>,
    command: &Command,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Result<Vec<Splice>, Unplanned> {
    let document = Document::parse_on(text.to_owned(), rulebook).or(Err(Unplanned::Broken))?;
    Ok(of_store(
        carry_out(&document, command, calendar, today)?.splices,
    ))
}

fn of_store(splices: Vec<text_edit::Splice>) -> Vec<Splice> {
    let splice = |splice: text_edit::Splice| Splice {
        range: splice.range,
        text: splice.text,
    };
    splices.into_iter().map(splice).collect()
}

impl From<NotDone> for Unplanned {
    fn from(why: NotDone) -> Self {
        match why {
            NotDone::Refused(refusal) => Self::Refused(refusal),
            NotDone::Square(square) => Self::Square(square),
        }
    }
}

/// The text that an undo or redo leads to must be a book.
pub fn readable(text: &str) -> Result<(), Unplanned> {
    match Document::parse(text.to_owned()) {
        Ok(_) => Ok(()),
        Err(_) => Err(Unplanned::Broken),
    }
}

fn cannot_read(path: &Path, error: &ReadError, texts: Texts) -> Failure {
    let failure = Failure::new(Exit::BadFile, unreadable(path, error, texts));
    match error {
        ReadError::Missing => failure.hint(texts.failure_missing_hint()),
        _ => failure,
    }
}

/// Why there is no file to speak of.
pub(super) fn not_located(error: LocateError, texts: Texts) -> Failure {
    let message = match error {
        LocateError::NoHome => texts.failure_no_home(),
        LocateError::EmptyPath => texts.failure_empty_path(),
    };
    Failure::new(Exit::BadFile, message)
}

/// Why nothing was saved.
pub(super) fn unsaved(path: &Path, why: &NotSaved, texts: Texts) -> Failure {
    let exit = match why {
        NotSaved::Unreadable(_) => Exit::BadFile,
        _ => Exit::NotSaved,
    };
    Failure::new(exit, not_saved(path, why, texts))
}
