//! Thinking of a purchase: the fields, the rows, and on to a plan.

use super::{keys, navigate};
use crate::app::action::{Motion, Step};
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::form::Form;
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{CheckAnswer, Overlay};
use crate::app::screen::Screen;
use crate::app::what_if::WhatIf;

/// The view was opened: without a price it is asked for at once.
pub fn enter(model: &mut Model) {
    let is_empty = model.what_if.as_ref().is_none_or(|what_if| {
        let price = what_if.form.text(crate::app::form::field::FieldName::Price);
        price.is_empty()
    });
    if is_empty {
        think_of(model, "");
    }
}

fn think_of(model: &mut Model, price: &str) {
    model.what_if = WhatIf::of(model, price).ok().map(Box::new);
}

/// From the limit check, with its price.
pub fn of_check(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Check(check)) = model.overlays.last() else {
        return Vec::new();
    };
    if !matches!(check.answer, CheckAnswer::Checked { .. }) {
        return navigate::back(model);
    }
    let price = check.input.text().to_owned();
    think_of(model, &price);
    navigate::show(model, Screen::WhatIf)
}

/// Changes the text that is being typed, if one is.
pub fn typed(model: &mut Model, change: impl FnOnce(&mut TextField)) {
    if model.form().is_some() {
        with(model, |what_if, model| {
            what_if.change(model, |form, model| form.typed(model, change));
        });
    }
}

fn with(model: &mut Model, change: impl FnOnce(&mut WhatIf, &Model)) -> Vec<Effect> {
    if let Some(mut what_if) = model.what_if.take() {
        change(&mut what_if, model);
        model.what_if = Some(what_if);
    }
    Vec::new()
}

/// The keys go to the fields.
pub fn type_on(model: &mut Model) {
    if model.screen == Screen::WhatIf {
        with(model, |what_if, _| what_if.typing = true);
    }
}

/// Into the fields: to the first, or from behind to the last.
pub fn fields(model: &mut Model, step: Step) -> Vec<Effect> {
    type_on(model);
    with(model, |what_if, _| {
        let names: Vec<_> = what_if.form.visible().map(|field| field.name).collect();
        let name = match step {
            Step::Next => names.first(),
            Step::Previous => names.last(),
        };
        if let Some(name) = name {
            what_if.form.focus_on(*name);
        }
    })
}

/// Enter in a field: to the rows, or to what is wrong.
pub fn look(model: &mut Model) -> Vec<Effect> {
    with(model, |what_if, model| match what_if.answer {
        Some(_) => what_if.typing = false,
        None => {
            what_if.change(model, |form, model| {
                form.submit(model);
            });
        }
    })
}

/// Esc in a field: to the rows.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    with(model, |what_if, _| what_if.typing = false)
}

/// The next or previous number of installments.
pub fn step(model: &mut Model, step: Step) -> Vec<Effect> {
    with(model, |what_if, model| what_if.step(model, step))
}

pub fn motion(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let page = navigate::page(model);
    with(model, |what_if, model| {
        if let Some(answer) = &what_if.answer {
            let row = navigate::moved(answer.chosen, answer.rows.len(), page, motion);
            what_if.choose(model, row);
        }
    })
}

/// A click chooses a row; on the chosen one it makes a plan.
pub fn click(model: &mut Model, row: usize) -> Vec<Effect> {
    let answer = model.what_if.as_ref().and_then(|one| one.answer.as_ref());
    if answer.is_some_and(|answer| answer.chosen == row) {
        return open(model);
    }
    with(model, |what_if, model| {
        what_if.typing = false;
        what_if.choose(model, row);
    })
}

/// Enter: a form for the plan, filled in. Without an answer the price is asked for.
pub fn open(model: &mut Model) -> Vec<Effect> {
    let Some(what_if) = &model.what_if else {
        return Vec::new();
    };
    let Some(answer) = &what_if.answer else {
        return fields(model, Step::Next);
    };
    if let Err(said) = model.editable() {
        return keys::hint(model, said);
    }
    let is_known = answer.rows.iter().all(|row| row.cost.is_some());
    let periods = answer.rows.get(answer.chosen).map(|row| row.periods);
    match Form::as_plan(&what_if.form, model, periods.unwrap_or(what_if.periods)) {
        Ok(plan) => {
            model.overlays.push(Overlay::Form(Box::new(plan)));
            if !is_known {
                model.say(Tone::Hint, Said::FeeUnknown);
            }
        }
        Err(said) => model.say(Tone::Hint, said),
    }
    Vec::new()
}

/// It has become a plan: that is shown, and the thought is done.
pub fn done(model: &mut Model) {
    if model.screen == Screen::WhatIf {
        model.what_if = None;
        model.screen = Screen::Plans;
    }
}
