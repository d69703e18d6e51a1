//! Follow-ups: opening, answering a step, copying, and what a finished save means for them.

use super::{change, form, keys, navigate};
use crate::app::action::Motion;
use crate::app::effect::Effect;
use crate::app::form::Task;
use crate::app::model::Model;
use crate::app::notice::{Said, Tone, What};
use crate::app::overlay::Overlay;
use crate::app::screen::Screen;
use crate::domain::answers::{Question, Reply};
use crate::domain::case::{CaseKind, Step, StepState};
use crate::domain::command::CaseCommand;
use crate::domain::dossier::Dossier;
use crate::domain::{CaseId, Command};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// Shows the case about what is selected, or asks to open one.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.screen != Screen::Cases && go_to_case_of_selected(model) {
        return Vec::new();
    }
    form::open(model, Task::OpenCase)
}

/// To the open case about the selected row; false where there is none.
pub fn go_to_case_of_selected(model: &mut Model) -> bool {
    let id = model.case_of_selected().map(|case| case.id.clone());
    let found = id.is_some();
    if let Some(id) = id {
        go_to(model, id);
    }
    found
}

fn go_to(model: &mut Model, id: CaseId) {
    navigate::show(model, Screen::Cases);
    model.selection.case = Some(id);
    model.selection.step = None;
}

/// Moves within the checklist.
pub fn step_motion(model: &mut Model, motion: Motion) {
    let at = model.selected_step().map_or(0, |(at, _)| at);
    let Some(case) = model.selected_case() else {
        return;
    };
    let at = navigate::moved(at, case.steps.len(), navigate::page(model), motion);
    let step = case.steps.get(at).map(|checked| checked.step);
    model.selection.step = step;
}

/// Answers the selected step: yes, then no, then open again. What only a talk can settle is asked
/// for in the log; what the book knows is not asked.
pub fn answer(model: &mut Model) -> Vec<Effect> {
    let row = model.selected_case().filter(|row| row.is_open);
    let checked = model.selected_step().map(|(_, checked)| *checked);
    let (Some(row), Some(checked)) = (row, checked) else {
        return keys::hint(model, Said::NoCase);
    };
    match checked.step.question() {
        Some(question) => {
            let command = answered(row.id.clone(), question, checked.state);
            model.selection.step = Some(checked.step);
            change::save(model, command)
        }
        None if matches!(checked.step, Step::ServiceAsked | Step::DateAgreed) => {
            form::open(model, Task::LogCase)
        }
        None => keys::hint(model, Said::StepOfBook),
    }
}

fn answered(case: CaseId, question: Question, state: StepState) -> Command {
    let reply = match state {
        StepState::Known {
            reply: Reply::Yes, ..
        } => Some(Reply::No),
        StepState::Known {
            reply: Reply::No, ..
        } => None,
        _ => Some(Reply::Yes),
    };
    Command::Case(CaseCommand::Answer {
        case,
        question,
        reply,
    })
}

/// A file was looked at that is to prove something: it is kept with its checksum.
pub fn proved(
    model: &mut Model,
    case: CaseId,
    read: Result<(String, String), String>,
) -> Vec<Effect> {
    match read {
        Ok((path, sha256)) => {
            let proof = CaseCommand::AddProof { case, path, sha256 };
            change::save(model, Command::Case(proof))
        }
        Err(why) => {
            if let Some(Overlay::Form(form)) = model.overlays.last_mut() {
                form.no_file(why);
            }
            Vec::new()
        }
    }
}

/// Hands the text for customer service to the terminal, or the order number of a plan. Amounts
/// are written out even where the screen hides them: they are what is asked about.
pub fn copy(model: &mut Model) -> Vec<Effect> {
    let copied = if model.screen == Screen::Cases {
        of_case(model)
    } else {
        of_plan(model)
    };
    let Some((text, said)) = copied else {
        return keys::hint(model, Said::NothingToCopy);
    };
    model.say(Tone::Done, said);
    vec![Effect::Copy(text)]
}

fn of_case(model: &Model) -> Option<(String, Said)> {
    let book = model.book()?;
    let case = book.cases.get(model.selected_case()?.case)?;
    let dossier = Dossier::of(case, book, &model.board.position, &model.calendar);
    let text = Texts::new(model.lang).dossier(&dossier, model.today, Amounts::SHOWN);
    Some((text, Said::CopiedCase(case.id.to_string())))
}

fn of_plan(model: &Model) -> Option<(String, Said)> {
    let plan = model.book()?.plans.get(model.selected_plan()?)?;
    let order = plan.order.clone()?;
    Some((order.clone(), Said::CopiedOrder(order)))
}

/// After a save: to a case that was opened, and to the end of one whose limit is back.
pub fn after(model: &mut Model, cases_before: usize, what: &What) {
    let book = model.book();
    let last = book.and_then(|book| book.cases.last());
    if model.board.cases.len() > cases_before
        && let Some(id) = last.map(|case| case.id.clone())
    {
        go_to(model, id);
        return;
    }
    let row = model.selected_case();
    let is_solved = row.is_some_and(|row| {
        row.is_open && row.kind == CaseKind::LimitNotRestored && row.back_on.is_some()
    });
    let is_back = matches!(what, What::Restored { .. });
    if is_back && is_solved && model.screen == Screen::Cases {
        form::open(model, Task::CloseCase);
    }
}
