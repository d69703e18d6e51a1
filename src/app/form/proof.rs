//! A file that proves something in a case.

use super::field::{Field, FieldName as F};
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Place, Task, case};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::CaseId;

/// Where it lies.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    case::of_case(model, vec![Field::text(F::Path, "")])
}

/// The path that was typed. What the file holds only the disk can tell.
pub(super) fn path(form: &Form, model: &Model) -> Result<String, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let path = read.needed_words(F::Path);
    read.done(unquoted(&path).to_owned())
}

/// A file that is dragged into a terminal comes in quotes where its name has blanks.
fn unquoted(path: &str) -> &str {
    let inside = |quote| path.strip_prefix(quote)?.strip_suffix(quote);
    inside('\'').or_else(|| inside('"')).unwrap_or(path)
}

impl Form {
    /// The file whose content proves something, where the form asks for one and it was named.
    pub(in crate::app) fn proof(&mut self, model: &Model) -> Option<(CaseId, String)> {
        let Some(Place::Case { id, .. }) = &self.place else {
            return None;
        };
        let path = (self.task == Task::Proof).then(|| path(self, model))?;
        Some((id.clone(), path.ok()?))
    }
}
