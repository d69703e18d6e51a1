//! Forms and questions: opening, moving, choosing, saving, leaving.

use super::{change, keys, what_if};
use crate::app::action::Step;
use crate::app::effect::Effect;
use crate::app::form::field::{Field, FieldName};
use crate::app::form::{Form, Task};
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{Overlay, Question};
use crate::app::screen::Screen;
use crate::domain::limit_check::Reason;
use crate::domain::{Command, Money, Position, command, forecast};

pub fn open(model: &mut Model, task: Task) -> Vec<Effect> {
    if let Err(said) = model.writable() {
        return keys::hint(model, said);
    }
    match Form::open(task, model) {
        Ok(form) => model.overlays.push(Overlay::Form(Box::new(form))),
        Err(said) => model.say(Tone::Hint, said),
    }
    Vec::new()
}

/// Something new: in the limits a line, elsewhere a plan.
pub fn add(model: &mut Model) -> Vec<Effect> {
    let is_limits = matches!(model.screen, Screen::Limits | Screen::LineDetail);
    open(model, if is_limits { Task::AddLine } else { Task::Add })
}

/// Corrects what is written down of what is selected.
pub fn correct(model: &mut Model) -> Vec<Effect> {
    match model.correction() {
        Some(task) => open(model, task),
        None => keys::hint(model, Said::NothingToEdit),
    }
}

/// Offers to write a total down for the selected line.
pub fn offer_total(model: &mut Model, total: Money) {
    if let Ok(form) = Form::of_total(model, total) {
        model.overlays.push(Overlay::Form(Box::new(form)));
    }
}

/// Does something to the form on top, with the model at hand.
fn with_form(model: &mut Model, change: impl FnOnce(&mut Form, &Model)) -> Vec<Effect> {
    if let Some(mut overlay) = model.overlays.pop() {
        if let Overlay::Form(form) = &mut overlay {
            change(form, model);
        }
        model.overlays.push(overlay);
    } else if let Some(mut what_if) = model.what_if.take() {
        what_if.change(model, change);
        model.what_if = Some(what_if);
    }
    Vec::new()
}

pub fn go(model: &mut Model, step: Step) -> Vec<Effect> {
    with_form(model, |form, _| form.go(step))
}

pub fn focus(model: &mut Model, field: FieldName) -> Vec<Effect> {
    if model.overlays.is_empty() {
        what_if::type_on(model);
    }
    with_form(model, |form, _| form.focus_on(field))
}

pub fn choose(model: &mut Model, step: Step) -> Vec<Effect> {
    with_form(model, |form, model| form.choose_next(model, step))
}

/// Whether the letter was for the choice that has the keys.
pub fn choose_by_letter(model: &mut Model, letter: char) -> bool {
    let form = model.form();
    let is_choice = form.is_some_and(|form| form.focused().is_some_and(Field::is_choice));
    if is_choice {
        with_form(model, |form, model| form.choose_by_letter(model, letter));
    }
    is_choice
}

pub fn help(model: &mut Model) -> Vec<Effect> {
    if let Some(form) = model.form() {
        let said = Said::FieldHelp(form.focus);
        model.say(Tone::Hint, said);
    }
    Vec::new()
}

/// Saves from any field, or goes to the first mistake.
pub fn submit(model: &mut Model) -> Vec<Effect> {
    if model.overlays.is_empty() {
        return what_if::look(model);
    }
    let (mut command, mut proof) = (None, None);
    with_form(model, |form, model| {
        command = form.submit(model);
        proof = form.proof(model);
    });
    if let Some((case, path)) = proof {
        return vec![Effect::Proof { case, path }];
    }
    if let Some(command) = command {
        return save_or_ask(model, command);
    }
    match model.overlays.last() {
        // A question asks for nothing to be saved: it closes.
        Some(Overlay::Form(form)) if form.task == Task::Unlock && form.is_right() => {
            model.overlays.pop();
        }
        Some(Overlay::Form(form)) if form.says_nothing_new() => {
            model.overlays.pop();
            model.say(Tone::Hint, Said::Unchanged);
        }
        _ => {}
    }
    Vec::new()
}

/// A month above the shopper's own ceiling is not entered by the way: that is asked about.
fn save_or_ask(model: &mut Model, command: Command) -> Vec<Effect> {
    match above_cap(model, &command) {
        Some(above) => {
            let command = Box::new(command);
            let question = Question::AboveCap { command, above };
            model.overlays.push(Overlay::Confirm(question));
            Vec::new()
        }
        None => change::save(model, command),
    }
}

fn above_cap(model: &Model, command: &Command) -> Option<Reason> {
    let book = model
        .book()
        .filter(|_| matches!(command, Command::Add(_)))?;
    let after = command::apply(book, command, &model.calendar, model.today).ok()?;
    let position = Position::of(&after, &model.calendar, model.today);
    forecast::brought_above_cap(&after, &model.board.position, &position)
}

/// Asks only when something was typed.
pub fn leave(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Form(form)) if form.touched => {
            model.overlays.push(Overlay::Confirm(Question::DropForm));
        }
        _ => {
            model.overlays.pop();
        }
    }
    Vec::new()
}

/// Asks until when the selected plan pauses; one that does goes on at once.
pub fn pause_or_resume(model: &mut Model) -> Vec<Effect> {
    let plan = model.selected_plan();
    let plan = plan.and_then(|k| model.book()?.plans.get(k));
    match plan.filter(|plan| plan.is_paused_on(model.today)) {
        Some(paused) => {
            let plan = paused.id.clone();
            change::save(model, Command::Resume { plan })
        }
        None => open(model, Task::Pause),
    }
}

/// Asks before the selected plan is deleted.
pub fn ask_to_delete(model: &mut Model) -> Vec<Effect> {
    if let Err(said) = model.editable() {
        return keys::hint(model, said);
    }
    let plan = model.selected_plan();
    let plan = plan.and_then(|k| Some(model.book()?.plans.get(k)?.id.clone()));
    match plan {
        Some(id) => model.overlays.push(Overlay::Confirm(Question::Delete(id))),
        None => model.say(Tone::Hint, Said::NothingSelected),
    }
    Vec::new()
}

/// The answer to the question on top.
pub fn answer(model: &mut Model, yes: bool) -> Vec<Effect> {
    let Some(Overlay::Confirm(question)) = model.overlays.pop() else {
        return Vec::new();
    };
    match question {
        Question::DropForm if yes => {
            model.overlays.pop();
            Vec::new()
        }
        Question::Delete(plan) if yes => change::save(model, Command::Remove { plan }),
        Question::AboveCap { command, .. } if yes => change::save(model, *command),
        Question::DropForm | Question::Delete(_) | Question::AboveCap { .. } => Vec::new(),
    }
}
