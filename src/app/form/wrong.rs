//! What is wrong with which field.

use super::field::{FieldName, Mistake, that_helps};
use super::{Form, Mistakes};
use crate::domain::Refusal;

impl Form {
    /// The book refused after all.
    pub(in crate::app) fn refuse(&mut self, refusal: Refusal) {
        let name = self.field_of(&refusal);
        self.tried = true;
        self.mark(vec![(name, Mistake::Refused(refusal))]);
        self.focus_on(name);
    }

    /// True where nothing is wrong.
    pub(in crate::app) fn is_right(&self) -> bool {
        self.mistakes().next().is_none()
    }

    /// True where it would correct nothing: what stands in it is what the book says.
    pub(in crate::app) fn says_nothing_new(&self) -> bool {
        let already_so = Mistake::Refused(Refusal::AlreadySo);
        self.task.corrects() && self.mistakes().all(|(_, mistake)| *mistake == already_so)
    }

    /// The file that was named could not be read.
    pub(in crate::app) fn no_file(&mut self, why: String) {
        self.tried = true;
        self.mark(vec![(FieldName::Path, Mistake::NotAFile(why))]);
        self.focus_on(FieldName::Path);
    }

    pub(super) fn mark(&mut self, mistakes: Mistakes) {
        for field in &mut self.fields {
            field.mistake = None;
        }
        for (name, mistake) in mistakes {
            if let Some(field) = self.field_mut(name) {
                field.mistake.get_or_insert(mistake);
            }
        }
    }

    /// The field whose change could help.
    pub(super) fn field_of(&self, refusal: &Refusal) -> FieldName {
        let likely = that_helps(refusal);
        let here = likely
            .iter()
            .find(|name| self.visible().any(|field| field.name == **name));
        let first = || self.visible().next().map(|field| field.name);
        here.copied().or_else(first).unwrap_or(self.focus)
    }
}
