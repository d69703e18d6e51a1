//! Other programs' bills, and the messages that providers send: bytes → values → proposals.
//! Nothing here reads a file, and nothing here changes a book: what it proposes are
//! [`Command`](crate::domain::Command)s, and what is not certain waits.
//!
//! | question | file |
//! |---|---|
//! | which characters do these bytes mean | `decode` |
//! | which rows and cells does the text have; the spreadsheet | `delimited`, `sheet`, `table` |
//! | whose bill is it, and what does each column mean | `format`, `mapping` |
//! | how are amounts and days written in it | `figure`, `day` |
//! | what does a row tell: a repayment, a purchase, a refund, that it failed | `entry`, `rows`, `state` |
//! | which provider, month, installment or card does a text name | `service`, `wording` |
//! | what does that mean for the book | `matching`, `preview` |
//! | what does a message say, and does it agree with the book | `sms`, `link` |
//! | what tells a row without a number from all others | `digest` |
//! | why a file, or a row of it, cannot be read | `unreadable` |

mod day;
mod decode;
mod delimited;
mod digest;
pub mod entry;
mod figure;
pub mod format;
pub mod link;
pub mod mapping;
mod matching;
pub mod preview;
mod rows;
pub mod service;
mod sheet;
pub mod sms;
mod state;
mod table;
#[cfg(test)]
mod tests;
pub mod unreadable;
mod wording;

use std::collections::HashMap;

use entry::Entry;
use format::{Format, Heading};
use mapping::Mapping;
use table::{Row, Table};
use unreadable::{Unreadable, WrongRow};

/// The most bytes a bill may have.
pub const LARGEST: usize = 20 << 20;
/// The most rows.
pub const MOST_ROWS: usize = 50_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 64;
/// The most bytes of one field; a longer one is a quotation mark that nobody closed.
pub const LONGEST_FIELD: usize = 64 << 10;

/// A bill that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    /// Whose bill it is; `None` where there is nothing in it.
    pub format: Option<Format>,
    /// Its rows, in the order of the file.
    pub entries: Vec<Entry>,
    /// The rows that cannot be read.
    pub wrong: Vec<WrongRow>,
}

/// Reads a bill. Its format is told by its content, among them those that the shopper described
/// in `mappings`; `from` says which one it has to be.
///
/// # Errors
/// What is no bill at all; single rows that cannot be read stand in [`Bill::wrong`].
pub fn read(bytes: &[u8], from: Option<&str>, mappings: &[Mapping]) -> Result<Bill, Unreadable> {
    if bytes.len() > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let formats = formats(from, mappings)?;
    let tables = tables(bytes)?;
    for table in &tables {
        if let Some((heading, rest)) = heading(table, &formats) {
            return Ok(bill(&heading, rest));
        }
    }
    match tables.iter().flat_map(|table| &table.rows).next() {
        None => Ok(Bill::default()),
        Some(_) => Err(Unreadable::NoHeader {
            columns: widest(&tables),
        }),
    }
}

fn formats(from: Option<&str>, mappings: &[Mapping]) -> Result<Vec<Format>, Unreadable> {
    // What the shopper described goes before what is known: it was meant for this file.
    let own = mappings.iter().cloned().map(Box::new).map(Format::Own);
    let mut all = own.chain(Format::KNOWN);
    let Some(from) = from else {
        return Ok(all.collect());
    };
    let named: Vec<_> = all
        .by_ref()
        .filter(|format| format.name() == from)
        .collect();
    if named.is_empty() {
        let own = mappings.iter().map(|mapping| mapping.name.clone());
        let known = Format::KNOWN.iter().map(|format| format.name().to_owned());
        return Err(Unreadable::UnknownFormat {
            name: from.to_owned(),
            known: known.chain(own).collect(),
        });
    }
    Ok(named)
}

/// Every way in which the bytes may be a table, the likeliest first.
fn tables(bytes: &[u8]) -> Result<Vec<Table>, Unreadable> {
    match decode::content(bytes) {
        decode::Content::Archive => sheet::tables(bytes),
        decode::Content::Other(what) => Err(Unreadable::NotABill(what)),
        decode::Content::Text => delimited::tables(&decode::text(bytes)?),
    }
}

fn heading<'t>(table: &'t Table, formats: &[Format]) -> Option<(Heading, &'t [Row])> {
    table.rows.iter().enumerate().find_map(|(at, row)| {
        let heading = formats
            .iter()
            .find_map(|format| Heading::of(format, row, table.sparse));
        Some((heading?, table.rows.get(at + 1..).unwrap_or_default()))
    })
}

fn bill(heading: &Heading, rest: &[Row]) -> Bill {
    let mut bill = Bill {
        format: Some(heading.format.clone()),
        ..Bill::default()
    };
    for row in rest {
        if row.ends_the_rows() {
            break;
        }
        if row.is_a_remark() {
            continue;
        }
        match rows::entry(heading, row) {
            Ok(entry) => bill.entries.push(entry),
            Err(why) => bill.wrong.push(WrongRow {
                line: row.line,
                why,
            }),
        }
    }
    if !heading.has_orders() {
        number_equal_rows(&mut bill.entries);
    }
    bill
}

/// Equal rows without an order number are different payments: each gets a reference of its own.
fn number_equal_rows(entries: &mut [Entry]) {
    let mut times: HashMap<String, usize> = HashMap::new();
    for entry in entries {
        let time = times.entry(entry.reference.clone()).or_default();
        *time += 1;
        if *time > 1 {
            entry.reference = format!("{}-{time}", entry.reference);
        }
    }
}

/// The cells of the row with the most: the likeliest header.
fn widest(tables: &[Table]) -> Vec<String> {
    let filled = |row: &&Row| row.cells.iter().filter(|cell| !cell.is_empty()).count();
    let rows = tables.iter().flat_map(|table| table.rows.iter().take(60));
    // Of several that are equally wide the first.
    let widest = rows.rev().max_by_key(filled);
    let cells = widest.map(|row| row.cells.iter().map(|cell| cell.text().to_owned()));
    let cells = cells.into_iter().flatten().filter(|cell| !cell.is_empty());
    cells.take(12).collect()
}
