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

    /// Types a text into a field in the shopper's place.
    pub(super) fn type_in(&mut self, name: FieldName, text: &str) {
        if let Some(field) = self.field_mut(name)
            && let Value::Text(input) = &mut field.value
        {
            *input = TextField::preselected(text);
            field.touched = !text.is_empty();
        }
    }

    /// Takes over what was typed or stands chosen in a field of another form.
    pub(super) fn take_over(&mut self, other: &Self, name: FieldName) {
        let text = other.text(name).to_owned();
        let picked = other.picked(name).cloned();
        if let Some(field) = self.field_mut(name) {
            match (&mut field.value, picked) {
                (Value::Choice(choice), Some(pick)) => choice.pick(&pick),
                (Value::Text(input), _) => *input = TextField::preselected(&text),
                (Value::Choice(_), None) => {}
            }
            field.touched = true;
        }
    }

    /// Asks for fields of rare use where somebody wants more, wrote something there, or finds it
    /// written.
    pub(super) fn show_rare(&mut self, rare: &[FieldName]) {
        let wants_more = self.picked(FieldName::More) == Some(&Pick::More(true));
        for name in rare {
            let is_said = self.field(*name).is_some_and(|field| {
                field.touched
                    || match &field.value {
                        Value::Text(text) => !text.text().is_empty(),
                        Value::Choice(choice) => choice.chosen != choice.usual,
                    }
            });
            self.show(*name, wants_more || is_said);
        }
    }

    /// The fields of rare use that are not asked for now.
    pub fn unasked(&self) -> impl Iterator<Item = FieldName> {
        let after = self
            .fields
            .iter()
            .skip_while(|field| field.name != FieldName::More);
        after.filter(|field| field.hidden).map(|field| field.name)
    }

    /// Asks for a field, or does not.
    pub(super) fn show(&mut self, name: FieldName, is_asked: bool) {
        if let Some(field) = self.field_mut(name) {
            field.hidden = !is_asked;
        }
    }
}
