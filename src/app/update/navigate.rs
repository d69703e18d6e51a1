//! Moving about: views, panes, rows, in and out.

use super::{calendar, case, day, form, keys, lists, what_if};
use crate::app::action::{Motion, Step};
use crate::app::board::due::DueRow;
use crate::app::board::plans::PlanFilter;
use crate::app::effect::Effect;
use crate::app::explain::Explanations;
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::Overlay;
use crate::app::screen::{CalendarPane, CasePane, DetailPane, List, Pane, Part, Screen, Tops};

/// Rows that are no list: header, cards, borders, footer.
const AROUND_A_LIST: u16 = 8;

pub fn show(model: &mut Model, screen: Screen) -> Vec<Effect> {
    model.overlays.clear();
    model.screen = screen;
    model.calendar_pane = CalendarPane::Month;
    if screen == Screen::Overview {
        model.pane = Pane::Due;
    }
    model.case_pane = CasePane::default();
    match screen {
        Screen::WhatIf => what_if::enter(model),
        Screen::Calendar => model.show_month(),
        _ => {}
    }
    settle(model);
    Vec::new()
}

/// Selects something in the list that gets the keys, where nothing of it is selected.
fn settle(model: &mut Model) {
    if let Some(list) = model.list().filter(|list| model.row(*list).is_none()) {
        model.select(list, 0);
    }
}

pub fn motion(model: &mut Model, motion: Motion) -> Vec<Effect> {
    if !model.overlays.is_empty() {
        lists::motion(model, motion);
        return Vec::new();
    }
    if model.screen == Screen::PlanDetail && model.detail_pane != DetailPane::Schedule {
        lists::scroll(model, Part::Plan(model.detail_pane), page(model), motion);
        return Vec::new();
    }
    if model.screen == Screen::WhatIf {
        return what_if::motion(model, motion);
    }
    if model.screen == Screen::Calendar && model.calendar_pane == CalendarPane::Month {
        return calendar::motion(model, motion);
    }
    if model.screen == Screen::LineDetail {
        lists::scroll(model, Part::Line, page(model), motion);
        return Vec::new();
    }
    if model.screen == Screen::Cases && model.case_pane == CasePane::Steps {
        case::step_motion(model, motion);
        return Vec::new();
    }
    let Some(list) = model.list() else {
        return Vec::new();
    };
    let row = moved(
        model.row(list).unwrap_or(0),
        model.count(list),
        page(model),
        motion,
    );
    model.select(list, row);
    Vec::new()
}

/// How many rows a page has.
pub fn page(model: &Model) -> usize {
    model
        .window
        .height
        .saturating_sub(AROUND_A_LIST)
        .max(1)
        .into()
}

/// Where a motion leads from a row of so many.
pub fn moved(row: usize, count: usize, page: usize, motion: Motion) -> usize {
    let last = count.saturating_sub(1);
    match motion {
        Motion::Down => (row + 1).min(last),
        Motion::Up => row.saturating_sub(1),
        Motion::PageDown => row.saturating_add(page).min(last),
        Motion::PageUp => row.saturating_sub(page),
        Motion::First => 0,
        Motion::Last => last,
    }
}

/// The next pane of the overview, of the calendar or of a plan's detail; other views have one.
pub fn pane(model: &mut Model, step: Step) -> Vec<Effect> {
    match model.screen {
        Screen::Calendar => return calendar::pane(model),
        Screen::WhatIf => return what_if::fields(model, step),
        _ => {}
    }
    if model.screen == Screen::PlanDetail {
        let panes = DetailPane::ALL;
        let at = panes.iter().position(|pane| *pane == model.detail_pane);
        let at = step.round(at.unwrap_or(0), panes.len());
        model.detail_pane = panes.get(at).copied().unwrap_or_default();
        return Vec::new();
    }
    if model.screen == Screen::Cases {
        model.case_pane = match model.case_pane {
            CasePane::List if model.selected_case().is_some() => CasePane::Steps,
            _ => CasePane::List,
        };
        return Vec::new();
    }
    let panes = model.panes();
    if model.screen == Screen::Overview {
        let at = panes.iter().position(|pane| *pane == model.pane);
        let at = step.round(at.unwrap_or(0), panes.len());
        model.pane = panes.get(at).copied().unwrap_or_default();
        settle(model);
    }
    Vec::new()
}

/// Goes back to the first pane where the window has no room for the one that had the keys.
pub fn keep_pane(model: &mut Model) {
    if !model.panes().contains(&model.pane) {
        model.pane = Pane::Due;
    }
}

/// Enter: deeper into what is selected.
pub fn open(model: &mut Model) -> Vec<Effect> {
    match model.list() {
        Some(List::Due | List::Plans) => {
            let n = model.selected_due().map(|row| row.id.n);
            let n = n.filter(|_| model.screen == Screen::Overview);
            match model.selected_plan() {
                Some(plan) => model.open_plan(plan, n),
                None => model.say(Tone::Hint, Said::NothingSelected),
            }
        }
        Some(List::Lines) if model.screen == Screen::Overview => model.screen = Screen::Limits,
        Some(List::Lines) if model.screen == Screen::Limits && model.selected_line().is_some() => {
            open_line(model);
        }
        Some(List::Cases) if model.selected_case().is_some() => {
            model.case_pane = CasePane::Steps;
        }
        Some(List::Cases) => return keys::hint(model, Said::NothingSelected),
        Some(List::Lines | List::Installments) => return explain(model),
        Some(List::Alerts) => open_alert(model),
        Some(List::Day) => return calendar::open(model),
        None if model.screen == Screen::WhatIf => return what_if::open(model),
        None => {}
    }
    Vec::new()
}

/// Everything about the selected line, from its beginning.
pub fn open_line(model: &mut Model) {
    model.screen = Screen::LineDetail;
    model.tops = Tops::default();
}

fn open_alert(model: &mut Model) {
    let Some(alert) = model.selected_alert().map(|row| row.alert) else {
        model.say(Tone::Hint, Said::NothingSelected);
        return;
    };
    if alert.case.is_some() {
        case::go_to_case_of_selected(model);
        return;
    }
    let line = alert.line.and_then(|k| model.board.lines.get(k));
    if let Some(plan) = alert.plan {
        model.open_plan(plan, alert.n);
    } else if let Some(id) = line.map(|line| line.id.clone()) {
        model.selection.line = Some(id);
        model.screen = Screen::Limits;
    } else {
        show(model, Screen::Overview);
    }
}

/// Esc: one step out. What failed is read first.
pub fn back(model: &mut Model) -> Vec<Effect> {
    if matches!(model.overlays.last(), Some(Overlay::Form(_))) {
        return form::leave(model);
    }
    if model.overlays.pop().is_some() || model.notice.take().is_some() {
        return Vec::new();
    }
    if !model.selection.marked.is_empty() {
        model.selection.marked.clear();
        return Vec::new();
    }
    if model.form().is_some() {
        return what_if::leave(model);
    }
    match model.screen {
        Screen::PlanDetail => show(model, model.came_from),
        Screen::Calendar if model.calendar_pane == CalendarPane::Day => calendar::pane(model),
        Screen::LineDetail => show(model, Screen::Limits),
        Screen::Cases if model.case_pane == CasePane::Steps => {
            model.case_pane = CasePane::List;
            Vec::new()
        }
        Screen::Plans if model.plan_filter != PlanFilter::default() => {
            model.plan_filter = PlanFilter::default();
            model.refresh();
            Vec::new()
        }
        Screen::Overview if model.is_another_day() => day::back(model),
        _ => show(model, Screen::Overview),
    }
}

/// The next or previous plan, in the order of the list.
pub fn plan(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.screen == Screen::Calendar {
        return calendar::month(model, step);
    }
    if matches!(model.screen, Screen::Limits | Screen::LineDetail) {
        let at = model.row(List::Lines).unwrap_or(0);
        model.select(List::Lines, step.round(at, model.count(List::Lines)));
        model.tops = Tops::default();
        return Vec::new();
    }
    if !matches!(model.screen, Screen::Plans | Screen::PlanDetail) {
        return keys::hint(model, Said::UnknownKey);
    }
    let count = model.count(List::Plans);
    let at = match (model.row(List::Plans), step) {
        (Some(at), step) => step.round(at, count),
        (None, _) => 0,
    };
    if model.screen == Screen::Plans {
        model.select(List::Plans, at);
    } else if let Some(plan) = model.board.plans.get(at).map(|row| row.plan) {
        model.open_plan(plan, None);
    }
    Vec::new()
}

pub fn urgent(model: &mut Model) -> Vec<Effect> {
    day::back(model);
    if model.screen == Screen::Calendar {
        model.go_to_day(model.today);
        return Vec::new();
    }
    show(model, Screen::Overview);
    let open = model.board.due.rows.iter().position(DueRow::is_open);
    model.select(List::Due, open.unwrap_or(0));
    Vec::new()
}

pub fn filter(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Plans {
        return keys::hint(model, Said::UnknownKey);
    }
    model.plan_filter = model.plan_filter.next();
    model.refresh();
    Vec::new()
}

pub fn sort(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Plans {
        return keys::hint(model, Said::UnknownKey);
    }
    model.plan_sort = model.plan_sort.next();
    model.refresh();
    Vec::new()
}

pub fn explain(model: &mut Model) -> Vec<Effect> {
    match Explanations::of_view(model) {
        Some(explained) => model.overlays.push(Overlay::Explain(explained)),
        None => model.say(Tone::Hint, Said::NothingSelected),
    }
    Vec::new()
}
