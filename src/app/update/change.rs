//! Changes of the book, and how saving them ended.

use super::{calendar, case, form, lists, marks, what_if};
use crate::app::effect::Effect;
use crate::app::form::outcome::Outcome;
use crate::app::model::{BookState, Model, Saving};
use crate::app::msg::{Done, SaveEnd, SavedBook};
use crate::app::notice::{NotSaved, Said, Tone, What};
use crate::app::overlay::Overlay;
use crate::app::screen::{InstallmentId, List, Screen};
use crate::domain::command::Pay;
use crate::domain::{Command, Money, PlanId, Refusal};
use crate::settings::change_label::ChangeLabel;

/// Pays the selected installment in full, today, or all that were selected beside each other.
pub fn pay(model: &mut Model) -> Vec<Effect> {
    if let Some(command) = marks::payment(model) {
        return save(model, command);
    }
    let id = match model.selected_open() {
        Ok(id) => id,
        Err(said) => return nothing(model, said),
    };
    let pay = Pay {
        n: Some(id.n),
        ..Pay::oldest(id.plan, model.today)
    };
    save(model, Command::Pay(pay))
}

/// Confirms the oldest limit of the selected row that is not back yet.
pub fn restored(model: &mut Model) -> Vec<Effect> {
    match model.selected_out() {
        Some(id) => save(model, model.restored(&id)),
        None => nothing(model, Said::NothingRestoring),
    }
}

/// Does again what was taken back: by another program, else by undo.
pub fn redo(model: &mut Model) -> Vec<Effect> {
    let erased = std::mem::take(&mut model.erased);
    match Command::all(erased.into_iter().map(Command::Pay)) {
        Some(payments) => save(model, payments),
        None => step(model, Effect::Redo),
    }
}

/// Asks for what was changed, to go back to any point of it.
pub fn history(model: &mut Model) -> Vec<Effect> {
    match model.editable() {
        Ok(()) => vec![Effect::History],
        Err(said) => {
            model.say(Tone::Hint, said);
            Vec::new()
        }
    }
}

fn nothing(model: &mut Model, said: Said) -> Vec<Effect> {
    let said = model.editable().err().unwrap_or(said);
    model.say(Tone::Hint, said);
    Vec::new()
}

/// Has a command carried out on the file, unless the book refuses it now or another save is
/// still under way.
pub fn save(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(book) = model.book() else {
        return step(model, Effect::Save(command));
    };
    if let Err(refusal) = command.check(book, &model.calendar, model.today) {
        refused(model, refusal);
        return Vec::new();
    }
    step(model, Effect::Save(command))
}

/// Begins a save, an undo or a redo.
pub fn step(model: &mut Model, effect: Effect) -> Vec<Effect> {
    let may = match effect {
        Effect::Save(_) => model.writable(),
        _ => model.editable(),
    };
    if let Err(said) = may {
        let is_advice = model.is_another_day();
        model.say(if is_advice { Tone::Hint } else { Tone::Failed }, said);
        return Vec::new();
    }
    let saved_at = match &model.saving {
        Saving::UnderWay { .. } => return Vec::new(),
        Saving::SavedAt(at) => Some(at.clone()),
        Saving::Untouched | Saving::Failed => None,
    };
    model.saving = Saving::UnderWay { saved_at };
    vec![effect]
}

/// A save, an undo or a redo has ended.
pub fn saved(model: &mut Model, end: SaveEnd) -> Vec<Effect> {
    match end {
        SaveEnd::Done(saved) => done(model, *saved),
        SaveEnd::Refused(refusal) => {
            as_before(model);
            refused(model, refusal);
        }
        SaveEnd::NotSaved(NotSaved::NothingToUndo) => {
            as_before(model);
            model.say(Tone::Hint, Said::NotSaved(NotSaved::NothingToUndo));
        }
        SaveEnd::NotSaved(NotSaved::NothingToRedo) => {
            as_before(model);
            model.say(Tone::Hint, Said::NotSaved(NotSaved::NothingToRedo));
        }
        SaveEnd::NotSaved(why) => {
            model.saving = Saving::Failed;
            model.say(Tone::Failed, Said::NotSaved(why));
        }
    }
    Vec::new()
}

fn as_before(model: &mut Model) {
    if let Saving::UnderWay { saved_at } = &model.saving {
        model.saving = saved_at.clone().map_or(Saving::Untouched, Saving::SavedAt);
    }
}

fn done(model: &mut Model, saved: SavedBook) {
    let offered = offered_total(model);
    // A bill is done with once it was noted; a plan made of one of its rows leaves it open.
    model
        .overlays
        .pop_if(|top| matches!(top, Overlay::Import(_)));
    model
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Form(_)));
    let cases = model.board.cases.len();
    model.saving = Saving::SavedAt(saved.at);
    model.book = BookState::Open(saved.document);
    lists::renew(model);
    match (&saved.done, saved.installment) {
        (Done::Changed(What::Plan(ChangeLabel::Added { of, .. })), _) => {
            if let Ok(id) = PlanId::new(&of.plan) {
                what_if::done(model);
                select_added(model, id);
            }
        }
        (Done::Changed(_), Some(id)) => move_on(model, &id),
        (Done::Undone(_), Some(id)) => go_to(model, &id),
        (Done::Redone(_), Some(id)) => {
            go_to(model, &id);
            move_on(model, &id);
        }
        _ => {}
    }
    if let Done::Changed(what) = &saved.done {
        case::after(model, cases, what);
        marks::after(model);
        if let Some(total) = offered {
            form::offer_total(model, total);
        }
    }
    let said = match saved.done {
        Done::Changed(what) => Said::Saved(what),
        Done::Unchanged => Said::Unchanged,
        Done::Undone(what) => Said::Undone(what),
        Done::Redone(what) => Said::Redone(what),
        Done::Went(steps) => Said::Went(steps),
    };
    match saved.kept.into_iter().next() {
        Some(path) => model.say(Tone::Failed, Said::Kept(path)),
        None if !saved.confirmed => model.say(Tone::Failed, Said::Unconfirmed),
        None => model.say(Tone::Done, said),
    }
}

/// The total that explains the figure of the form on top, where a changed total is what explains it.
fn offered_total(model: &Model) -> Option<Money> {
    match model.overlay() {
        Some(Overlay::Form(form)) => match &form.outcome {
            Outcome::Gap(gap) => gap.gap.total,
            _ => None,
        },
        _ => None,
    }
}

/// To a plan that has just joined the book, where plans are shown.
fn select_added(model: &mut Model, id: PlanId) {
    if matches!(model.screen, Screen::Plans | Screen::PlanDetail) {
        model.selection.plan = Some(id);
        lists::renew(model);
    } else if let Some(row) = model.board.due.rows.iter().find(|row| row.id.plan == id) {
        model.selection.due = Some(row.id.clone());
    } else if model.screen == Screen::Overview {
        // It is due later than the overview looks: the plans show it.
        model.screen = Screen::Plans;
        model.selection.plan = Some(id);
        lists::renew(model);
    }
}

/// From an installment that has just been paid to the next open one.
fn move_on(model: &mut Model, paid: &InstallmentId) {
    let is_open = |row: &crate::app::board::due::DueRow| row.is_open();
    let rows = &model.board.due.rows;
    if model.selection.due.as_ref() == Some(paid) && !model.selected_due().is_some_and(is_open) {
        let at = model.row(List::Due).unwrap_or(0);
        let later = rows.iter().skip(at).position(is_open).map(|k| at + k);
        if let Some(next) = later.or_else(|| rows.iter().position(is_open)) {
            model.select(List::Due, next);
        }
    }
    if model.screen == Screen::Calendar
        && model.selection.of_day.as_ref() == Some(paid)
        && !model.selected_of_day().is_some_and(|row| row.is_open())
        && let Some(next) = model.first_open_of_day()
    {
        model.select(List::Day, next);
    }
    let Some(detail) = model
        .detail
        .as_ref()
        .filter(|detail| detail.id == paid.plan)
    else {
        return;
    };
    let is_open = |n: u32| {
        let row = detail.rows.iter().find(|row| row.standing.n() == n);
        row.is_some_and(|row| row.standing.timing().is_some())
    };
    if model.selection.n == Some(paid.n) && !is_open(paid.n) {
        let numbers = || detail.rows.iter().map(|row| row.standing.n());
        let later = numbers().find(|n| *n > paid.n && is_open(*n));
        if let Some(n) = later.or_else(|| numbers().find(|n| is_open(*n))) {
            model.selection.n = Some(n);
        }
    }
}

/// To an installment whose payment was taken back or done again, where the view has it.
fn go_to(model: &mut Model, id: &InstallmentId) {
    if model.board.due.rows.iter().any(|row| row.id == *id) {
        model.selection.due = Some(id.clone());
    }
    if model.screen == Screen::Calendar {
        calendar::go_to(model, id);
    }
    if model.screen == Screen::PlanDetail && model.selection.plan.as_ref() == Some(&id.plan) {
        model.selection.n = Some(id.n);
    }
}

/// A refusal goes to the form that asked for it, else into the footer.
fn refused(model: &mut Model, refusal: Refusal) {
    if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
        form.refuse(refusal);
    } else {
        model.say(Tone::Failed, Said::Refused(refusal));
    }
}
