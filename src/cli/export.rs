//! `export`: the book in the formats of other programs.

use std::path::Path;

use serde::Serialize;

use super::answer::{Answer, View};
use super::args::{ExportCsv, ExportFormat, ExportLedger};
use super::failure::{Exit, Failure};
use super::file::{Opened, unsaved};
use super::print::Page;
use super::run::{Desk, Teller};
use super::{json, limit, show};
use crate::export::journal::Journal;
use crate::export::{csv, ics, json as whole};
use crate::settings::texts::Texts;
use crate::store::{self, Standing};

/// What the form of the JSON export is called, and which form it is.
const FORMAT: (&str, u32) = ("fenqi-export", 1);

/// Writes the export to stdout, or to the file that is named.
pub(super) fn export(
    format: &ExportFormat,
    desk: &Desk,
    opened: &Opened,
    view: &View<'_>,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let (text, to) = match format {
        ExportFormat::Ics(args) => (calendar(desk, view, args.alarm), &args.to),
        ExportFormat::Csv(args) => (table(view, args)?, &args.to),
        ExportFormat::Json(args) => (everything(opened, view)?, &args.to),
        ExportFormat::Hledger(args) => (journal(view, args).hledger(view.texts), &args.to),
        ExportFormat::Beancount(args) => (journal(view, args).beancount(view.texts), &args.to),
    };
    match &to.out {
        None => teller.print(&text),
        Some(path) => {
            let standing = if to.force {
                Standing::Replaced
            } else {
                Standing::Stays
            };
            teller.tell(&written(
                &text,
                path,
                standing,
                desk.own_book.as_deref(),
                view.texts,
            )?)
        }
    }
}

fn calendar(desk: &Desk, view: &View<'_>, alarm: u32) -> String {
    let events = ics::events(view.book, view.position, alarm, view.texts);
    ics::write(&events, desk.stamp(), view.texts)
}

fn table(view: &View<'_>, args: &ExportCsv) -> Result<String, Failure> {
    let (book, position, texts, raw) = (view.book, view.position, view.texts, args.raw);
    let table = match args.table.as_str() {
        "payments" => csv::payments(book, position),
        "plans" => csv::plans(book, position, |status| {
            let word = if raw {
                json::plan(status)
            } else {
                texts.plan_status(status)
            };
            word.to_owned()
        }),
        _ => csv::installments(book, position, |one| {
            if raw {
                json::installment(one).to_owned()
            } else {
                texts.installment_status(position.today, one)
            }
        }),
    };
    let form = if raw {
        csv::Form::Raw
    } else {
        csv::Form::Sheet(texts)
    };
    let failed =
        |error: csv::Error| Failure::new(Exit::NotSaved, texts.failure_output(&error.to_string()));
    table.write(form).map_err(failed)
}

fn journal(view: &View<'_>, args: &ExportLedger) -> Journal {
    Journal::of(view.book, view.position, args.future, view.texts)
}

/// Everything: the file as it is, and what follows from it.
#[derive(Serialize)]
struct Everything<'v> {
    format: &'static str,
    version: u32,
    program: &'static str,
    today: json::Day,
    currency: String,
    /// The file, key by key.
    book: whole::Source<'v>,
    /// Each plan, as `show --json` has it.
    plans: Vec<show::Show<'v>>,
    /// Each line, as `limit --json` has it.
    limits: limit::Limits,
}

fn everything(opened: &Opened, view: &View<'_>) -> Result<String, Failure> {
    let failed = |why: &str| Failure::new(Exit::NotSaved, view.texts.failure_output(why));
    let book = whole::Source::new(opened.document.text()).ok_or_else(|| failed("TOML"))?;
    let everything = Everything {
        format: FORMAT.0,
        version: FORMAT.1,
        program: env!("CARGO_PKG_VERSION"),
        today: json::Day(view.today()),
        currency: view.book.currency.to_string(),
        book,
        plans: (0..view.book.plans.len())
            .map(|k| show::of(view, k))
            .collect(),
        limits: limit::of(view, None, view.today()),
    };
    let text = serde_json::to_string_pretty(&everything);
    text.map(|text| text + "\n")
        .map_err(|error| failed(&error.to_string()))
}

/// A file that was written.
#[derive(Debug, Serialize)]
struct Written {
    file: String,
    bytes: usize,
}

fn written(
    text: &str,
    path: &Path,
    standing: Standing,
    book: Option<&Path>,
    texts: Texts,
) -> Result<Written, Failure> {
    match store::write_out(path, text, standing, book) {
        Ok(()) => Ok(Written {
            file: path.display().to_string(),
            bytes: text.len(),
        }),
        Err(why @ store::NotSaved::Exists) => {
            Err(unsaved(path, &why, texts).hint(texts.export_force_hint()))
        }
        Err(why) => Err(unsaved(path, &why, texts)),
    }
}

impl Answer for Written {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(texts.export_written(&self.file));
    }

    fn is_saved(&self) -> bool {
        true
    }
}
