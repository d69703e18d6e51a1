//! The mouse, and what is pasted.

use super::{calendar, case, form, import, keys, lists, navigate, what_if};
use crate::app::action::{Action, Motion, Step};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Mouse, Target};
use crate::app::notice::Said;
use crate::app::overlay::{Help, Overlay};
use crate::app::screen::{CalendarPane, CasePane, DetailPane, List, Pane, Part, Screen};

/// A paste goes into the text that is being typed; elsewhere it is only looked at. What cannot be
/// taken is told.
pub fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    if model.overlays.is_empty() && model.form().is_none() {
        import::pasted(model, text);
        return Vec::new();
    }
    let mut took_all = None;
    lists::typed(model, |field| took_all = Some(field.paste(text)));
    match took_all {
        Some(true) => Vec::new(),
        Some(false) => keys::hint(model, Said::PasteTooLong),
        None => keys::hint(model, Said::NothingTyped),
    }
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
    if !model.overlays.is_empty() {
        return keys::act(model, Action::Move(motion));
    }
    match target {
        Target::Row(list, _) => {
            let at = model.row(list).unwrap_or(0);
            let row = navigate::moved(at, model.count(list), 1, motion);
            model.select(list, row);
        }
        Target::Part(Part::Plan(DetailPane::Schedule), _) => {
            return wheel(model, step, Target::Row(List::Installments, 0));
        }
        Target::Part(Part::Steps, _) | Target::Checked(_) => case::step_motion(model, motion),
        Target::Part(part, _) => lists::scroll(model, part, 1, motion),
        Target::Day(_) => return calendar::motion(model, motion),
        Target::Trial(_) => return what_if::motion(model, motion),
        _ => return keys::act(model, Action::Move(motion)),
    }
    Vec::new()
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
        Target::Overlay | Target::OverlayRow(_) | Target::Part(Part::Explained, _) => Vec::new(),
        _ if covered => match model.overlays.last() {
            Some(Overlay::Confirm(_)) => Vec::new(),
            _ => navigate::back(model),
        },
        Target::Tab(screen) => navigate::show(model, screen),
        Target::Row(list, row) => click_row(model, list, row),
        Target::Trial(row) => what_if::click(model, row),
        Target::Day(day) => calendar::click(model, day),
        Target::Part(part, _) => click_part(model, part),
        Target::Checked(step) => {
            model.case_pane = CasePane::Steps;
            model.selection.step = Some(step);
            Vec::new()
        }
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
    match list {
        List::Day => model.calendar_pane = CalendarPane::Day,
        List::Installments => model.detail_pane = DetailPane::Schedule,
        List::Cases => model.case_pane = CasePane::List,
        _ => {}
    }
}

/// The part of a view gets the keys; beside a list it does so by opening what is selected there.
fn click_part(model: &mut Model, part: Part) -> Vec<Effect> {
    match part {
        Part::Plan(pane) => {
            if let Some(plan) = model
                .selected_plan()
                .filter(|_| model.screen == Screen::Plans)
            {
                model.open_plan(plan, None);
            }
            model.detail_pane = pane;
        }
        Part::Line if model.screen == Screen::Limits => navigate::open_line(model),
        Part::Steps => model.case_pane = CasePane::Steps,
        Part::Line | Part::Explained => {}
    }
    Vec::new()
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
