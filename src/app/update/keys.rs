//! A key: first what it means here, then what follows.

use super::{calendar, case, change, day, form, import, lists, marks, navigate, what_if};
use crate::app::action::{Action, Step};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::{Resolved, Scope, scopes};
use crate::app::model::{BookState, Model};
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{Check, Help, Overlay};
use crate::app::screen::Screen;

pub fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let resolved = model.keymap.resolve(scopes(model), key);
    let kept = model.notice.take_if(|notice| notice.tone != Tone::Failed);
    match resolved {
        Resolved::Action(action) => act(model, action),
        Resolved::Letter(letter) => {
            type_letter(model, letter);
            Vec::new()
        }
        Resolved::InputMethod => hint(model, Said::InputMethod),
        // Nothing was said about a key that means nothing: what was said before stays.
        Resolved::Unknown if kept.is_some() => {
            model.notice = kept;
            Vec::new()
        }
        Resolved::Unknown if waits_for_a_book(model, key) => hint(model, Said::NoFile),
        Resolved::Unknown if model.overlays.is_empty() => hint(model, Said::UnknownKey),
        Resolved::Unknown => hint(model, Said::UnknownKeyAbove),
    }
}

/// True for a key that works as soon as there is a book.
fn waits_for_a_book(model: &Model, key: Key) -> bool {
    model.overlays.is_empty()
        && matches!(model.book, BookState::Missing(_))
        && matches!(
            model.keymap.resolve(&[Scope::View], key),
            Resolved::Action(_)
        )
}

pub fn hint(model: &mut Model, said: Said) -> Vec<Effect> {
    if model.notice.is_none() {
        model.say(Tone::Hint, said);
    }
    Vec::new()
}

/// Carries out what a key means.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Pay => change::pay(model),
        Action::Form(_) | Action::OpenCase if has_message(model) => import::act(model, action),
        Action::OpenCase => case::open(model),
        Action::Answer => case::answer(model),
        Action::Copy => case::copy(model),
        Action::Undo => change::step(model, Effect::Undo),
        Action::Redo => change::redo(model),
        Action::History => change::history(model),
        Action::Restored => change::restored(model),
        Action::Check => open(model, Overlay::Check(Check::default())),
        Action::WhatIf => what_if::of_check(model),
        Action::Find => lists::open_find(model),
        Action::Help => open(model, Overlay::Help(Help::default())),
        Action::Explain => navigate::explain(model),
        Action::Show(screen) => navigate::show(model, screen),
        Action::Move(motion) => navigate::motion(model, motion),
        Action::Side(step) => side(model, step),
        Action::Pane(step) => navigate::pane(model, step),
        Action::Open => navigate::open(model),
        Action::Back => navigate::back(model),
        Action::Plan(step) => navigate::plan(model, step),
        Action::Month(step) => calendar::month(model, step),
        Action::Urgent => navigate::urgent(model),
        Action::OtherDay(step) => day::by_days(model, step),
        Action::OtherMonth(step) => day::by_months(model, step),
        Action::AskDay => day::ask(model),
        Action::Filter => navigate::filter(model),
        Action::Sort => navigate::sort(model),
        Action::HideAmounts => hide_amounts(model),
        Action::Import | Action::Draft => import::act(model, action),
        Action::Mark if !model.overlays.is_empty() => import::act(model, action),
        Action::Mark => marks::toggle(model),
        Action::Methods => open(model, Overlay::Methods(0)),
        Action::OpenFile => open_file(model),
        Action::Redraw | Action::Suspend | Action::Quit | Action::Demo | Action::Create => {
            vec![outside(model, action)]
        }
        Action::Choose => lists::choose(model),
        Action::Text(edit) => {
            lists::typed(model, |field| field.edit(edit));
            Vec::new()
        }
        of_form => form_act(model, of_form),
    }
}

fn has_message(model: &Model) -> bool {
    matches!(model.overlays.last(), Some(Overlay::Message(_)))
}

/// What only the outside can do.
fn outside(model: &mut Model, action: Action) -> Effect {
    match action {
        Action::Redraw => Effect::Redraw,
        Action::Suspend => Effect::Suspend,
        Action::Create => Effect::Create,
        Action::Demo => {
            model.demo = true;
            Effect::Demo
        }
        _ => Effect::Quit,
    }
}

/// What forms and questions are about.
fn form_act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Form(task) => form::open(model, task),
        Action::Edit => form::correct(model),
        Action::Add => form::add(model),
        Action::Field(step) => form::go(model, step),
        Action::FieldHelp => form::help(model),
        Action::Submit => form::submit(model),
        Action::PauseOrResume => form::pause_or_resume(model),
        Action::Delete => form::ask_to_delete(model),
        Action::Yes | Action::No => form::answer(model, action == Action::Yes),
        _ => Vec::new(),
    }
}

fn hide_amounts(model: &mut Model) -> Vec<Effect> {
    model.amounts_hidden = !model.amounts_hidden;
    model.say(Tone::Hint, Said::AmountsHidden(model.amounts_hidden));
    Vec::new()
}

fn open(model: &mut Model, overlay: Overlay) -> Vec<Effect> {
    model.overlays.push(overlay);
    Vec::new()
}

/// A letter goes into the text that has the keys, or chooses by its first letter.
fn type_letter(model: &mut Model, letter: char) {
    if !form::choose_by_letter(model, letter) {
        lists::typed(model, |field| field.insert(letter));
    }
}

/// Left and right: in the form the choice, in the calendar the day, else the pane.
fn side(model: &mut Model, step: Step) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Form(_)) => form::choose(model, step),
        Some(Overlay::Explain(_)) => lists::next_figure(model, step),
        _ if model.form().is_some() => form::choose(model, step),
        _ if model.screen == Screen::WhatIf => what_if::step(model, step),
        _ if model.screen == Screen::Calendar => calendar::day(model, step),
        _ => navigate::pane(model, step),
    }
}

fn open_file(model: &mut Model) -> Vec<Effect> {
    if model.demo {
        return hint(model, Said::DemoOnly);
    }
    let line = match &model.book {
        BookState::Missing(_) => return vec![Effect::Create],
        BookState::Away { .. } => return hint(model, Said::FileMissing),
        BookState::Broken { problems, .. } => problems.first().map(|problem| problem.line),
        BookState::Unreadable { .. } => None,
        BookState::Open(document) => model.selected_place(document),
    };
    vec![Effect::OpenEditor {
        line: line.unwrap_or(1),
    }]
}
