//! Bills, read beside the loop: a large one takes a moment.

use std::path::Path;

use crate::app::import::FoundBill;
use crate::cli::file::bill_unread;
use crate::import::mapping::Mapping;
use crate::import::{Bill, LARGEST, read};
use crate::settings::texts::Texts;
use crate::store;

/// The bill of a path, as it was typed.
pub fn found(typed: &str, mappings: &[Mapping], texts: Texts) -> FoundBill {
    let path = store::at_home(typed);
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    FoundBill {
        bill: bill(&path, mappings, texts),
        name: name.unwrap_or_else(|| typed.to_owned()),
    }
}

fn bill(path: &Path, mappings: &[Mapping], texts: Texts) -> Result<Bill, String> {
    let bytes = store::bytes(path, LARGEST as u64);
    let bytes = bytes.map_err(|error| bill_unread(path, &error, texts))?;
    read(&bytes, None, mappings).map_err(|why| texts.not_a_bill(&why))
}
