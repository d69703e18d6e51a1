//! The mouse, and what is pasted.

use super::{calendar, form, import, keys, lists, navigate, what_if};
use crate::app::action::{Action, Motion, Step};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Mouse, Target};
use crate::app::overlay::{Help, Overlay};
use crate::app::screen::{CalendarPane, List, Pane, Screen};

/// A paste goes into the text that is being typed; elsewhere it is only looked at.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.overlays.is_empty() && model.form().is_none() {
        import::pasted(model, text);
        return Vec::new();
    }
    lists::typed(model, |field| field.paste(text));
    Vec::new()
}

pub fn mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    match mouse {
        Mouse::Wheel(step, target) => wheel(model, step, target),
        Mouse::Menu(target) => menu(model, target),
        Mouse::Click(target) => click(model, target),
    }
}

/// The wheel moves the list under the pointer, whichever list gets the keys.
fn wheel(model: &mut Model, step: Step, target: Target) -> Vec<Effect> {
    let motion = match step {
        Step::Next => Motion::Down,
        Step::Previous => Motion::Up,
    };
    match target {
        Target::Row(list, _) if model.overlays.is_empty() && model.list() != Some(list) => {
            let at = model.row(list).unwrap_or(0);
            let row = navigate::moved(at, model.count(list), 1, motion);
            model.select(list, row);
            Vec::new()
        }
        _ => keys::act(model, Action::Move(motion)),
    }
}

/// The right button selects a row and lists what can be done with it.
fn menu(model: &mut Model, target: Target) -> Vec<Effect> {
    let Target::Row(list, row) = target else {
        return Vec::new();
    };
    if model.overlays.is_empty() && row < model.count(list) {
        focus(model, list);
        model.select(list, row);
        model.overlays.push(Overlay::Help(Help::of_row()));
    }
    Vec::new()
}

fn click(model: &mut Model, target: Target) -> Vec<Effect> {
    let covered = !model.overlays.is_empty();
    match target {
        Target::Key(key) => keys::press(model, key),
        Target::OverlayRow(row) if lists::click(model, row) => keys::act(model, Action::Choose),
        Target::Field(field) => form::focus(model, field),
        Target::Overlay | Target::OverlayRow(_) | Target::Text(_) => Vec::new(),
        _ if covered => match model.overlays.last() {
            Some(Overlay::Confirm(_)) => Vec::new(),
            _ => navigate::back(model),
        },
        Target::Tab(screen) => navigate::show(model, screen),
        Target::Row(list, row) => click_row(model, list, row),
        Target::Trial(row) => what_if::click(model, row),
        Target::Day(day) => calendar::click(model, day),
        Target::Nothing => Vec::new(),
    }
}

/// The pane of a list gets the keys.
fn focus(model: &mut Model, list: List) {
    if model.screen == Screen::Overview {
        model.pane = match list {
            List::Lines => Pane::Lines,
            List::Alerts => Pane::Alerts,
            _ => Pane::Due,
        };
    }
    if list == List::Day {
        model.calendar_pane = CalendarPane::Day;
    }
}

/// A click selects; a click on what is selected opens it.
fn click_row(model: &mut Model, list: List, row: usize) -> Vec<Effect> {
    let was_selected = model.list() == Some(list) && model.row(list) == Some(row);
    focus(model, list);
    if was_selected {
        return navigate::open(model);
    }
    // A row of a frame that is no longer there selects nothing.
    if row < model.count(list) {
        model.select(list, row);
    }
    Vec::new()
}
