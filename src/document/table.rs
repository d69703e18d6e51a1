//! Texts beside the data file that are read in the same way: settings and themes.

pub(crate) use super::read::value::{Fields, Value};
pub(crate) use super::tree::Node;

use super::read::log::Log;
use super::{Diagnostic, with_syntax};
use crate::document::tree;

/// Reads the root table of a text, and says all that is wrong with it. What `read` did not ask
/// for is a warning. Nothing is read of a text that is no TOML.
pub(crate) fn read_table<T>(
    text: &str,
    read: impl FnOnce(&mut Fields<'_>) -> Option<T>,
) -> (Option<T>, Vec<Diagnostic>) {
    let (root, errors) = tree::parse(text);
    let log = Log::of(text);
    let mut fields = Fields::of(&root, 0..0, &log);
    let value = read(&mut fields);
    fields.finish();
    let found = log.finish();
    if errors.is_empty() {
        return (value, found);
    }
    (None, with_syntax(text, &root, &errors, found))
}
