//! The mouse, and what is pasted.

use super::{calendar, form, keys, lists, navigate};
use crate::app::action::{Action, Motion};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Mouse, Target};
use crate::app::overlay::Overlay;
use crate::app::screen::{CalendarPane, List, Pane, Screen};

/// A paste goes into the text that is being typed; elsewhere it does nothing.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    lists::typed(model, |field| field.paste(text));
    Vec::new()
}

pub fn mouse(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    match mouse {
        Mouse::WheelDown => keys::act(model, Action::Move(Motion::Down)),
        Mouse::WheelUp => keys::act(model, Action::Move(Motion::Up)),
        Mouse::Click(target) => click(model, target),
    }
}

fn click(model: &mut Model, target: Target) -> Vec<Effect> {
    let covered = !model.overlays.is_empty();
    match target {
        Target::Key(key) => keys::press(model, key),
        Target::OverlayRow(row) if lists::click(model, row) => keys::act(model, Action::Choose),
        Target::Field(field) => form::focus(model, field),
        Target::Overlay | Target::OverlayRow(_) => Vec::new(),
        _ if covered => match model.overlays.last() {
            Some(Overlay::Confirm(_)) => Vec::new(),
            _ => navigate::back(model),
        },
        Target::Tab(screen) => navigate::show(model, screen),
        Target::Row(list, row) => click_row(model, list, row),
        Target::Day(day) => calendar::click(model, day),
        Target::Nothing => Vec::new(),
    }
}

/// A click selects; a click on what is selected opens it.
fn click_row(model: &mut Model, list: List, row: usize) -> Vec<Effect> {
    let was_selected = model.list() == Some(list) && model.row(list) == Some(row);
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
    if was_selected {
        return navigate::open(model);
    }
    // A row of a frame that is no longer there selects nothing.
    if row < model.count(list) {
        model.select(list, row);
    }
    Vec::new()
}
