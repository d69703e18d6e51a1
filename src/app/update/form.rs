//! The payment form: opening, moving, choosing, saving, leaving.

use super::navigate::stepped;
use super::{change, keys};
use crate::app::action::Step;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{Overlay, PayField, PayForm, Question};

pub fn open(model: &mut Model) -> Vec<Effect> {
    if let Err(said) = model.editable() {
        return keys::hint(model, said);
    }
    match PayForm::of_selected(model) {
        Some(form) => model.overlays.push(Overlay::Pay(Box::new(form))),
        None => model.say(Tone::Hint, Said::NothingSelected),
    }
    Vec::new()
}

/// Does something to the form on top, with the model at hand.
fn with_form(model: &mut Model, change: impl FnOnce(&mut PayForm, &Model)) -> Vec<Effect> {
    if let Some(mut overlay) = model.overlays.pop() {
        if let Overlay::Pay(form) = &mut overlay {
            change(form, model);
        }
        model.overlays.push(overlay);
    }
    Vec::new()
}

pub fn go(model: &mut Model, step: Step) -> Vec<Effect> {
    with_form(model, |form, _| {
        let at = PayField::ALL.iter().position(|field| *field == form.focus);
        let at = stepped(at.unwrap_or(0), PayField::ALL.len(), step);
        form.focus_on(PayField::ALL.get(at).copied().unwrap_or_default());
    })
}

pub fn focus(model: &mut Model, field: PayField) -> Vec<Effect> {
    with_form(model, |form, _| form.focus_on(field))
}

pub fn choose(model: &mut Model, step: Step) -> Vec<Effect> {
    with_form(model, |form, model| form.choose_next(model, step))
}

/// Whether the letter was for the choice that has the keys.
pub fn choose_by_letter(model: &mut Model, letter: char) -> bool {
    let is_choice = matches!(model.overlays.last(),
        Some(Overlay::Pay(form)) if form.focus == PayField::Via);
    if is_choice {
        with_form(model, |form, model| form.choose_by_letter(model, letter));
    }
    is_choice
}

pub fn help(model: &mut Model) -> Vec<Effect> {
    if let Some(Overlay::Pay(form)) = model.overlays.last() {
        let said = Said::FieldHelp(form.focus);
        model.say(Tone::Hint, said);
    }
    Vec::new()
}

/// Saves from any field, or goes to the first mistake.
pub fn submit(model: &mut Model) -> Vec<Effect> {
    let mut command = None;
    with_form(model, |form, model| command = form.submit(model));
    match command {
        Some(command) => change::save(model, command),
        None => Vec::new(),
    }
}

/// Asks only when something was typed.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Pay(form)) if form.touched => {
            model.overlays.push(Overlay::Confirm(Question::DropForm));
        }
        _ => {
            model.overlays.pop();
        }
    }
    Vec::new()
}

/// The answer to the question on top.
pub fn answer(model: &mut Model, yes: bool) -> Vec<Effect> {
    if let Some(Overlay::Confirm(Question::DropForm)) = model.overlays.pop()
        && yes
    {
        model.overlays.pop();
    }
    Vec::new()
}
