//! The preview of a bill for people.

use super::{add_command, reasons};
use crate::cli::answer::exact;
use crate::cli::print::{Align, Cell, Page};
use crate::domain::{Book, Command};
use crate::import::format::Format;
use crate::import::preview::{Item, Preview, Verdict};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// No more rows of a kind than this are printed.
pub(super) const MOST_ROWS: usize = 20;
/// Of those that change nothing fewer are of interest.
const MOST_QUIET_ROWS: usize = 5;

/// A part of the page.
#[derive(Debug)]
pub(super) enum Shown {
    /// A line by itself.
    Line(String),
    /// An empty line.
    Gap,
    /// A row: its cells, and what is said below it.
    Row([Cell; 4], Vec<String>),
}

/// What the page says.
pub(super) fn told(
    preview: &Preview,
    name: &str,
    format: Option<&Format>,
    book: &Book,
    texts: Texts,
) -> Vec<Shown> {
    let Some(format) = format.filter(|_| !preview.is_empty()) else {
        return vec![Shown::Line(texts.import_no_rows(name))];
    };
    let mut page = vec![Shown::Line(texts.import_rows(
        name,
        &texts.bill(format),
        preview.rows(),
    ))];
    for verdict in [Verdict::New, Verdict::Waits, Verdict::Here, Verdict::Left] {
        let items: Vec<_> = preview.of(verdict).collect();
        let most = match verdict {
            Verdict::New | Verdict::Waits => MOST_ROWS,
            Verdict::Here | Verdict::Left => MOST_QUIET_ROWS,
        };
        heading(&mut page, texts.import_verdict(verdict), items.len(), texts);
        // Rows with something to take first: purchases that may be no plans could hide them.
        let (first, last): (Vec<_>, Vec<_>) = items.iter().partition(|item| item.draft().is_none());
        let shown = first.into_iter().chain(last).take(most);
        page.extend(shown.map(|item| row(item, book, texts)));
        more(&mut page, items.len(), most, texts);
    }
    heading(&mut page, texts.import_wrong(), preview.wrong.len(), texts);
    for wrong in preview.wrong.iter().take(MOST_ROWS) {
        let told = super::WrongRow::of(wrong, texts).told(texts);
        page.push(Shown::Line(format!("  {told}")));
    }
    more(&mut page, preview.wrong.len(), MOST_ROWS, texts);
    if preview.others > 0 {
        page.extend([Shown::Gap, Shown::Line(texts.import_others(preview.others))]);
    }
    page
}

fn heading(page: &mut Vec<Shown>, what: &str, count: usize, texts: Texts) {
    if count > 0 {
        page.extend([Shown::Gap, Shown::Line(texts.import_heading(what, count))]);
    }
}

fn more(page: &mut Vec<Shown>, count: usize, most: usize, texts: Texts) {
    if let Some(more @ 1..) = count.checked_sub(most) {
        page.push(Shown::Line(format!("  {}", texts.import_more(more))));
    }
}

fn row(item: &Item, book: &Book, texts: Texts) -> Shown {
    let entry = &item.entry;
    let cells = [
        Cell::in_role(format!("  {}", texts.import_line(entry.line)), Role::Muted),
        Cell::new(entry.on.to_string()),
        Cell::new(exact(entry.amount, entry.currency)),
        Cell::new(&*entry.item),
    ];
    let change = |command: &Command| texts.import_change(command, book, Amounts::SHOWN);
    let what: Vec<_> = item.commands().iter().map(change).collect();
    let why = reasons(item, book, texts);
    let mut below = match (what.as_slice(), item.draft()) {
        ([], Some(_)) => vec![["→ ", texts.import_plan(), " ", &why].concat()],
        ([], None) => vec![why],
        (what, _) => {
            let what = what.join(texts.semicolon());
            vec![["→ ", &what, texts.semicolon(), &why].concat()]
        }
    };
    if let Some(draft) = item.draft() {
        below.push(texts.import_complete(&add_command(draft, entry.currency)));
    } else if item.verdict == Verdict::Waits && item.can_be_chosen() {
        below.push(texts.import_take(entry.line));
    }
    Shown::Row(cells, below)
}

/// Writes the page; the cells of rows that stand together are measured together.
pub(super) fn write(shown: &[Shown], page: &mut Page) {
    let columns = [Align::Left, Align::Left, Align::Right, Align::Left];
    let all: Vec<Vec<Cell>> = shown
        .iter()
        .filter_map(|shown| match shown {
            Shown::Row(cells, _) => Some(cells.to_vec()),
            _ => None,
        })
        .collect();
    let mut rows = page.table_rows(&columns, &all).into_iter();
    for part in shown {
        match part {
            Shown::Line(line) => page.line(line),
            Shown::Gap => page.gap(),
            Shown::Row(_, below) => {
                if let Some(row) = rows.next() {
                    page.row(&row);
                }
                for line in below {
                    page.line(format!("    {line}"));
                }
            }
        }
    }
}
