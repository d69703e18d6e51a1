//! What rows of the table need, and when they help.

use crate::app::import::{Shown, ShownRow};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::app::overlay::{CheckAnswer, Overlay};
use crate::app::screen::{CalendarPane, Screen};
use crate::import::sms::Next;

/// The bill on top.
fn bill(model: &Model) -> Option<&Shown> {
    match model.overlay() {
        Some(Overlay::Import(import)) => import.shown(),
        _ => None,
    }
}

/// The selected row of the bill has something to take.
pub(super) fn can_be_turned(model: &Model) -> bool {
    let row = bill(model).and_then(Shown::row);
    matches!(row, Some(ShownRow::Item(item)) if item.can_be_chosen())
}

/// Something of the bill is taken.
pub(super) fn has_taken(model: &Model) -> bool {
    bill(model).is_some_and(|shown| shown.taken() > 0)
}

/// The selected row of the bill proposes a plan or a payment, which a form shows.
pub(super) fn has_draft(model: &Model) -> bool {
    bill(model).is_some_and(|shown| shown.draft().is_some() || shown.payment().is_some())
}

/// What the message on top asks for.
fn message(model: &Model) -> &Next {
    match model.overlay() {
        Some(Overlay::Message(pasted)) => &pasted.reading.next,
        _ => &Next::Nothing,
    }
}

/// The form asks for more than one thing.
pub(super) fn has_fields(model: &Model) -> bool {
    model.form().is_some_and(|form| form.visible().count() > 1)
}

/// The message confirms a payment that the book does not have.
pub(super) fn has_receipt(model: &Model) -> bool {
    matches!(message(model), Next::Note(_))
}

/// The message tells of a payment that the book does not expect.
pub(super) fn has_payment(model: &Model) -> bool {
    matches!(message(model), Next::Pay(_))
}

/// The message tells of a payment that failed.
pub(super) fn has_failed(model: &Model) -> bool {
    matches!(message(model), Next::Follow(_))
}

/// The book can be changed.
pub(super) fn editable(model: &Model) -> Result<(), Said> {
    model.editable()
}

pub(super) fn is_editable(model: &Model) -> bool {
    editable(model).is_ok()
}

pub(super) fn payable(model: &Model) -> Result<(), Said> {
    editable(model)?;
    model.selected_open().map(drop)
}

pub(super) fn is_payable(model: &Model) -> bool {
    payable(model).is_ok()
}

pub(super) fn restorable(model: &Model) -> Result<(), Said> {
    editable(model)?;
    let out = model.selected_out();
    out.map(drop).ok_or(Said::NothingRestoring)
}

/// Limit of what is selected is out: enough for a hint, which each frame asks for anew.
pub(super) fn is_restorable(model: &Model) -> bool {
    is_editable(model)
        && model
            .out_of_selected()
            .is_some_and(|mut out| out.next().is_some())
}

pub(super) fn is_addable(model: &Model) -> bool {
    let is_here = matches!(
        model.screen,
        Screen::Overview | Screen::Plans | Screen::Limits
    );
    is_here && is_editable(model)
}

/// There is a book to look at.
pub(super) fn book(model: &Model) -> Result<(), Said> {
    model.book().map(drop).ok_or(Said::NoFile)
}

/// What is selected has terms that can be corrected.
pub(super) fn correctable(model: &Model) -> Result<(), Said> {
    editable(model)?;
    model.correction().map(drop).ok_or(Said::NothingToEdit)
}

pub(super) fn is_correctable(model: &Model) -> bool {
    let is_here = matches!(
        model.screen,
        Screen::Plans | Screen::PlanDetail | Screen::Limits | Screen::LineDetail
    );
    is_here && correctable(model).is_ok()
}

/// An installment is selected that can be paid, or was selected beside others.
pub(super) fn markable(model: &Model) -> Result<(), Said> {
    payable(model)
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

/// An open case is selected.
pub(super) fn case(model: &Model) -> Result<(), Said> {
    editable(model)?;
    let row = model.selected_case().filter(|row| row.is_open);
    let here = row.filter(|_| model.screen == Screen::Cases);
    here.map(drop).ok_or(Said::NoCase)
}

pub(super) fn is_case(model: &Model) -> bool {
    case(model).is_ok()
}

/// Something is selected that a case could be about, or is.
pub(super) fn subject(model: &Model) -> Result<(), Said> {
    if model.case_of_selected().is_some() {
        return Ok(());
    }
    editable(model)?;
    model.case_subject().map(drop).ok_or(Said::NoSubject)
}

/// There is a case about it, or reason for one.
pub(super) fn is_case_about(model: &Model) -> bool {
    let late = |line: usize| {
        let limit = model.board.position.limits.get(line)?;
        Some(limit.late.is_positive())
    };
    let is_list = matches!(
        model.screen,
        Screen::Limits | Screen::LineDetail | Screen::Alerts | Screen::PlanDetail
    );
    let is_late = is_list && model.line_of_selected().and_then(late) == Some(true);
    model.case_of_selected().is_some() || (is_late && subject(model).is_ok())
}

/// A line is selected, or something that uses one.
pub(super) fn line(model: &Model) -> Result<(), Said> {
    editable(model)?;
    model.line_of_selected().map(drop).ok_or(Said::NoLine)
}

pub(super) fn is_limits(model: &Model) -> bool {
    let is_here = matches!(model.screen, Screen::Limits | Screen::LineDetail);
    is_here && line(model).is_ok()
}

/// There is a text for customer service, or an order number.
pub(super) fn copyable(model: &Model) -> Result<(), Said> {
    let has_order = || {
        let plan = model.selected_plan()?;
        model.book()?.plans.get(plan)?.order.as_ref()
    };
    let is_case = model.screen == Screen::Cases && model.selected_case().is_some();
    (is_case || has_order().is_some())
        .then_some(())
        .ok_or(Said::NothingToCopy)
}

pub(super) fn can_copy(model: &Model) -> bool {
    model.screen == Screen::Cases && copyable(model).is_ok()
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

pub(super) fn opens(model: &Model) -> bool {
    is_openable(model) && model.screen != Screen::LineDetail
}

pub(super) fn has_panes(model: &Model) -> bool {
    matches!(model.screen, Screen::PlanDetail | Screen::Cases)
}

pub(super) fn is_inside(model: &Model) -> bool {
    let of_day = model.screen == Screen::Calendar && model.calendar_pane == CalendarPane::Day;
    let is_thought = model.screen == Screen::WhatIf;
    matches!(model.screen, Screen::PlanDetail | Screen::LineDetail) || of_day || is_thought
}

pub(super) fn is_plans(model: &Model) -> bool {
    model.screen == Screen::Plans
}

pub(super) fn is_file(model: &Model) -> bool {
    !model.demo
}

pub(super) fn is_another_day(model: &Model) -> bool {
    model.is_another_day()
}

/// What was typed where a day is asked for is one.
pub(super) fn is_a_day(model: &Model) -> bool {
    matches!(model.overlay(), Some(Overlay::Day(typed)) if model.typed_day(typed).is_some())
}

/// Something stands in the view that can be explained.
pub(super) fn has_figure(model: &Model) -> bool {
    is_openable(model) || model.screen == Screen::WhatIf
}

pub(super) fn has_figures(model: &Model) -> bool {
    matches!(model.overlay(), Some(Overlay::Explain(explained)) if explained.all.len() > 1)
}

pub(super) fn has_book(model: &Model) -> bool {
    model.book().is_some()
}

pub(super) fn has_lines(model: &Model) -> bool {
    !model.board.lines.is_empty()
}

/// A price was typed into the limit check.
pub(super) fn is_checked(model: &Model) -> bool {
    let Some(Overlay::Check(check)) = model.overlay() else {
        return false;
    };
    matches!(check.answer, CheckAnswer::Checked { .. })
}

pub(super) fn has_results(model: &Model) -> bool {
    match model.overlay() {
        Some(Overlay::Find(find)) => !find.results.is_empty(),
        _ => false,
    }
}
