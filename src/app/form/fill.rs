//! Fields that follow from others until somebody types in them.

use super::Form;
use super::choice::Pick;
use super::field::{FieldName, Value};
use crate::app::field::TextField;

impl Form {
    /// Fills a field in that nobody has touched.
    pub(super) fn prefill(&mut self, name: FieldName, text: &str) {
        let Some(field) = self.field_mut(name).filter(|field| !field.touched) else {
            return;
        };
        if let Value::Text(input) = &mut field.value
            && input.text() != text
        {
            *input = TextField::preselected(text);
        }
    }

    /// Chooses in a field that nobody has touched.
    pub(super) fn prefill_choice(&mut self, name: FieldName, pick: &Pick) {
        let Some(field) = self.field_mut(name).filter(|field| !field.touched) else {
            return;
        };
        if let Value::Choice(choice) = &mut field.value {
            choice.pick(pick);
        }
    }

    /// Asks for a field, or does not.
    pub(super) fn show(&mut self, name: FieldName, is_asked: bool) {
        if let Some(field) = self.field_mut(name) {
            field.hidden = !is_asked;
        }
    }
}
