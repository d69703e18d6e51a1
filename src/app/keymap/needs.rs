//! What rows of the table need, and when they help.

use crate::app::model::Model;
use crate::app::notice::Said;
use crate::app::overlay::Overlay;
use crate::app::screen::{CalendarPane, Screen};

/// The book can be changed.
pub(super) fn editable(model: &Model) -> Result<(), Said> {
    model.editable()
}

pub(super) fn is_editable(model: &Model) -> bool {
    editable(model).is_ok()
}

pub(super) fn payable(model: &Model) -> Result<(), Said> {
    editable(model)?;
    let open = model.selected_open();
    open.map(drop).ok_or(Said::NothingSelected)
}

pub(super) fn is_payable(model: &Model) -> bool {
    payable(model).is_ok()
}

pub(super) fn restorable(model: &Model) -> Result<(), Said> {
    editable(model)?;
    let out = model.selected_out();
    out.map(drop).ok_or(Said::NothingRestoring)
}

pub(super) fn is_restorable(model: &Model) -> bool {
    restorable(model).is_ok()
}

/// A new plan can be written down here.
pub(super) fn addable(model: &Model) -> Result<(), Said> {
    match model.screen {
        Screen::Limits => Err(Said::NoLineForm),
        _ => editable(model),
    }
}

pub(super) fn is_addable(model: &Model) -> bool {
    let is_here = matches!(model.screen, Screen::Overview | Screen::Plans);
    is_here && addable(model).is_ok()
}

/// A plan is selected and can be changed.
pub(super) fn plan(model: &Model) -> Result<(), Said> {
    editable(model)?;
    let selected = model.selected_plan();
    selected.map(drop).ok_or(Said::NothingSelected)
}

/// The same, and it asks for something.
pub(super) fn unpaid_plan(model: &Model) -> Result<(), Said> {
    plan(model)?;
    let standing = model.selected_plan();
    let standing = standing.and_then(|k| model.board.position.plans.get(k));
    let is_open = standing.is_some_and(|standing| standing.outstanding.is_positive());
    is_open.then_some(()).ok_or(Said::NothingOpen)
}

pub(super) fn is_unpaid_plan(model: &Model) -> bool {
    is_plan(model) && unpaid_plan(model).is_ok()
}

/// The same, where plans are what is shown.
pub(super) fn is_plan(model: &Model) -> bool {
    let is_here = matches!(model.screen, Screen::Plans | Screen::PlanDetail);
    is_here && plan(model).is_ok()
}

pub(super) fn file(model: &Model) -> Result<(), Said> {
    if model.demo {
        Err(Said::DemoOnly)
    } else {
        Ok(())
    }
}

pub(super) fn is_openable(model: &Model) -> bool {
    model.selected_row().is_some()
}

pub(super) fn is_inside(model: &Model) -> bool {
    let of_day = model.screen == Screen::Calendar && model.calendar_pane == CalendarPane::Day;
    model.screen == Screen::PlanDetail || of_day
}

pub(super) fn is_plans(model: &Model) -> bool {
    model.screen == Screen::Plans
}

pub(super) fn is_file(model: &Model) -> bool {
    !model.demo
}

pub(super) fn has_book(model: &Model) -> bool {
    model.book().is_some()
}

pub(super) fn has_lines(model: &Model) -> bool {
    !model.board.lines.is_empty()
}

pub(super) fn has_results(model: &Model) -> bool {
    match model.overlay() {
        Some(Overlay::Find(find)) => !find.results.is_empty(),
        _ => false,
    }
}
