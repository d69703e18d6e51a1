//! `import`: what a bill means for the book; with `--yes` what is new becomes one change.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::path::Path;

use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::change::{self, Outcome};
use super::failure::{Exit, Failure};
use super::file::{Opened, bill_unread};
use super::print::Page;
use super::run::Desk;
use crate::domain::Book;
use crate::import::mapping::Mapping;
use crate::import::preview::{Item, Preview, Verdict, preview};
use crate::import::unreadable::Unreadable;
use crate::import::{LARGEST, read};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::store::{self, ReadError};

mod draft;
mod page;
mod row;

pub(super) use draft::add_command;
use page::{Shown, told};
use row::{Row, WrongRow};

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Imported {
    changed: bool,
    /// Whose bill it is.
    format: Option<String>,
    /// How many rows it has.
    rows: usize,
    items: Vec<Row>,
    others: usize,
    wrong: Vec<WrongRow>,
    /// What came of it.
    text: String,
    #[serde(skip)]
    page: Vec<Shown>,
    #[serde(skip)]
    exit: Exit,
    #[serde(skip)]
    warnings: Vec<String>,
}

/// Reads a bill and shows what it means; notes it where that is wanted.
pub(super) fn import(
    desk: &Desk,
    opened: &Opened,
    args: &args::Import,
    mappings: &[Mapping],
) -> Result<Imported, Failure> {
    let texts = desk.texts;
    let path = Path::new(&args.path);
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    let bytes = bytes(path, texts)?;
    let bill = read(&bytes, args.from.as_deref(), mappings);
    let bill = bill.map_err(|why| not_a_bill(&name, &why, texts))?;
    let format = bill.format.clone();
    let book = opened.document.book();
    let preview = preview(bill, book, &opened.calendar, desk.today);
    let chosen = chosen(&preview, &args.rows, texts)?;
    let mut imported = Imported {
        changed: false,
        format: format.as_ref().map(|format| format.name().to_owned()),
        rows: preview.rows(),
        items: preview
            .items
            .iter()
            .map(|item| Row::of(item, book, texts))
            .collect(),
        others: preview.others,
        wrong: preview
            .wrong
            .iter()
            .map(|wrong| WrongRow::of(wrong, texts))
            .collect(),
        text: String::new(),
        page: told(&preview, &name, format.as_ref(), book, texts),
        exit: Exit::Done,
        warnings: Vec::new(),
    };
    if !args.yes || preview.is_empty() {
        imported.text = hint(&preview, &chosen, args.partial, texts);
        return Ok(imported);
    }
    if !preview.wrong.is_empty() && !args.partial {
        return Err(incomplete(&imported, texts));
    }
    imported.note(desk, opened, &preview, &chosen)
}

impl Imported {
    /// Notes what is new, as one change.
    fn note(
        mut self,
        desk: &Desk,
        opened: &Opened,
        preview: &Preview,
        chosen: &BTreeSet<usize>,
    ) -> Result<Self, Failure> {
        let outcome = match preview.command(|item| is_taken(item, chosen)) {
            Some(command) => change::carry(desk, opened, command, opened.document.book().currency)?,
            None => Outcome::nothing(desk.texts.import_hint_none().to_owned()),
        };
        self.changed = outcome.is_saved();
        self.exit = outcome.exit();
        self.warnings = outcome.warnings().to_vec();
        self.text = outcome.text;
        Ok(self)
    }
}

/// The bytes of the file, of standard input for `-`.
fn bytes(path: &Path, texts: Texts) -> Result<Vec<u8>, Failure> {
    let most = LARGEST as u64;
    let read = if path == Path::new("-") {
        let mut bytes = Vec::new();
        // One more than allowed tells that there is more.
        let read = io::stdin().lock().take(most + 1).read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(ReadError::Disk)
    } else {
        store::bytes(path, most)
    };
    read.map_err(|error| Failure::wrong_use(bill_unread(path, &error, texts)))
}

fn not_a_bill(name: &str, why: &Unreadable, texts: Texts) -> Failure {
    let said = texts.not_a_bill(why);
    match why {
        Unreadable::UnknownFormat { .. } => Failure::wrong_use(said),
        Unreadable::NoHeader { .. } => {
            Failure::wrong_use(texts.bill_unreadable(name, &said)).hint(texts.bill_no_header_hint())
        }
        _ => Failure::wrong_use(texts.bill_unreadable(name, &said)),
    }
}

/// The uncertain rows that were asked for; each must have something to take.
fn chosen(preview: &Preview, rows: &[usize], texts: Texts) -> Result<BTreeSet<usize>, Failure> {
    let can_be = |line: usize| {
        let mut items = preview.items.iter();
        items.any(|item| item.entry.line == line && item.can_be_chosen())
    };
    match rows.iter().find(|line| !can_be(**line)) {
        Some(line) => Err(Failure::wrong_use(texts.import_bad_row(*line))),
        None => Ok(rows.iter().copied().collect()),
    }
}

/// What is new, and the uncertain rows that were asked for.
fn is_taken(item: &Item, chosen: &BTreeSet<usize>) -> bool {
    item.verdict == Verdict::New || chosen.contains(&item.entry.line)
}

fn hint(preview: &Preview, chosen: &BTreeSet<usize>, partial: bool, texts: Texts) -> String {
    let items = preview.items.iter();
    let count = items.filter(|item| is_taken(item, chosen)).count();
    if preview.is_empty() {
        String::new()
    } else if !preview.wrong.is_empty() && !partial {
        texts.import_partial(preview.wrong.len())
    } else if count == 0 {
        texts.import_hint_none().to_owned()
    } else {
        texts.import_hint(count)
    }
}

fn incomplete(imported: &Imported, texts: Texts) -> Failure {
    let failure = Failure::wrong_use(texts.import_partial(imported.wrong.len()));
    let rows = imported.wrong.iter().take(page::MOST_ROWS);
    rows.fold(failure, |failure, wrong| failure.hint(wrong.told(texts)))
}

impl Answer for Imported {
    fn write(&self, page: &mut Page, _: Texts) {
        page::write(&self.page, page);
        if !self.text.is_empty() {
            page.gap();
            page.line(&self.text);
        }
    }

    fn exit(&self) -> Exit {
        self.exit
    }

    fn is_saved(&self) -> bool {
        self.changed
    }

    fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// Why a row is taken, left or waits, for people.
fn reasons(item: &Item, book: &Book, texts: Texts) -> String {
    let shown = (Amounts::SHOWN, item.entry.currency);
    let reason = |reason| texts.import_reason(reason, book, shown);
    let reasons: Vec<_> = item.reasons.iter().map(reason).collect();
    reasons.join(texts.semicolon())
}
