//! Rows of a spreadsheet (xlsx). What it would unpack to is checked before anything is unpacked,
//! and unpacking stops where the sheet lied about it. Nothing is written anywhere.

mod cells;
mod parts;

use super::table::Table;
use super::unreadable::{Content, Unreadable};
use cells::{Shared, rows, shared};
use parts::Parts;

/// The tables of a spreadsheet, one a sheet.
pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, Unreadable> {
    let parts = Parts::of(bytes)?;
    let sheets: Vec<_> = parts.names(is_sheet).collect();
    if sheets.is_empty() {
        return Err(Unreadable::NotABill(Content::Archive));
    }
    let strings = match parts.names(|name| name == "xl/sharedstrings.xml").next() {
        Some(name) => shared(&parts.text(name)?)?,
        None => Shared::default(),
    };
    let table = |name| {
        let rows = rows(&parts.text(name)?, &strings)?;
        Ok(Table { rows, sparse: true })
    };
    sheets.into_iter().map(table).collect()
}

fn is_sheet(name: &str) -> bool {
    let file = name.strip_prefix("xl/worksheets/");
    file.is_some_and(|file| {
        file.split_once('.')
            .is_some_and(|(_, ending)| ending == "xml")
    })
}

#[cfg(test)]
mod tests;
