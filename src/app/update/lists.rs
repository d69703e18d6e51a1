//! Help, find and the limit check: a text on top, its answer below.

use super::{change, day, import, keys, marks, navigate, what_if};
use crate::app::action::{Motion, Step};
use crate::app::effect::Effect;
use crate::app::field::TextField;
use crate::app::find::Index;
use crate::app::keymap::{help_rows, scopes};
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::{Check, CheckAnswer, Find, Found, Overlay, Question};
use crate::app::screen::{Part, Screen};
use crate::domain::Money;
use crate::domain::limit_check::{LimitCheck, Purchase};
use crate::settings::typed_amount::typed_amount;

/// Nothing that scrolls has more rows than this.
const MOST_ROWS: usize = 10_000;

/// Changes the text that has the keys, if one has, and what follows from it.
pub fn typed(model: &mut Model, change: impl FnOnce(&mut TextField)) {
    let Some(mut overlay) = model.overlays.pop() else {
        return what_if::typed(model, change);
    };
    match &mut overlay {
        Overlay::Help(help) => {
            change(&mut help.filter);
            help.selected = (!help.filter.text().is_empty()).then_some(0);
        }
        Overlay::Check(check) => {
            change(&mut check.input);
            check.answer = answer(model, check);
        }
        Overlay::Find(find) => {
            change(&mut find.input);
            find.selected = 0;
            find.results = find.index.search(find.input.text());
        }
        Overlay::Day(typed) => change(typed),
        Overlay::Import(import) => import.typed(change),
        Overlay::Form(form) => form.typed(model, change),
        Overlay::Explain(_)
        | Overlay::Confirm(_)
        | Overlay::History(_)
        | Overlay::Message(_)
        | Overlay::Methods(_) => {}
    }
    model.overlays.push(overlay);
}

/// Derives everything anew, the overlays as well. One that is about something that is no more
/// closes, and with it what lies above.
pub fn renew(model: &mut Model) {
    model.refresh();
    marks::keep_open(model);
    for mut overlay in std::mem::take(&mut model.overlays) {
        let stays = match &mut overlay {
            Overlay::Help(_)
            | Overlay::Day(_)
            | Overlay::Confirm(Question::DropForm | Question::AboveCap { .. }) => true,
            Overlay::Confirm(Question::Delete(id)) => {
                model.book().is_some_and(|book| book.plan(id).is_some())
            }
            Overlay::Check(check) => {
                check.answer = answer(model, check);
                true
            }
            Overlay::Find(find) => {
                find.index = index(model);
                find.results = find.index.search(find.input.text());
                find.selected = find.selected.min(find.results.len().saturating_sub(1));
                true
            }
            Overlay::Form(form) => {
                let stays = form.renew(model);
                if !stays {
                    model.say(Tone::Failed, Said::FormClosed);
                }
                stays
            }
            Overlay::Import(import) => {
                import.is_outdated = true;
                if let Some(shown) = import.shown_mut() {
                    shown.renew(model);
                }
                true
            }
            Overlay::Message(pasted) => pasted.renew(model),
            Overlay::Methods(selected) => {
                let count = model.book().map_or(0, |book| book.methods.len());
                *selected = (*selected).min(count.saturating_sub(1));
                true
            }
            Overlay::Explain(_) | Overlay::History(_) => false,
        };
        if !stays {
            return;
        }
        model.overlays.push(overlay);
    }
}

fn index(model: &Model) -> Index {
    let book = model.book();
    book.map_or_else(Index::default, |book| {
        Index::of(book, &model.board.position)
    })
}

/// The answer for every line of the book's currency.
fn answer(model: &Model, check: &Check) -> CheckAnswer {
    let Some(book) = model.book() else {
        return CheckAnswer::Empty;
    };
    if check.input.text().trim().is_empty() {
        return CheckAnswer::Empty;
    }
    let amount = typed_amount(check.input.text(), book.currency);
    let Some(amount) = amount.ok().filter(|amount| amount.is_positive()) else {
        return CheckAnswer::NotAnAmount;
    };
    let purchase = Purchase {
        amount,
        down_payment: Money::ZERO,
        periods: None,
        by: None,
    };
    let lines = book.lines.iter().enumerate();
    let lines: Vec<_> = lines
        .filter(|(_, line)| line.currency == book.currency)
        .map(|(k, _)| k)
        .collect();
    let position = &model.board.position;
    CheckAnswer::Checked {
        amount,
        check: LimitCheck::of(book, position, &model.calendar, &purchase, &lines),
    }
}

/// The next or previous figure that is explained.
pub fn next_figure(model: &mut Model, step: Step) -> Vec<Effect> {
    if let Some(Overlay::Explain(explained)) = model.overlays.last_mut() {
        explained.at = step.round(explained.at, explained.all.len());
        explained.top = 0;
    }
    Vec::new()
}

pub fn open_find(model: &mut Model) -> Vec<Effect> {
    if model.book().is_none() {
        return keys::hint(model, Said::NoFile);
    }
    let index = index(model);
    let results = index.search("");
    model.overlays.push(Overlay::Find(Find {
        results,
        index,
        ..Find::default()
    }));
    Vec::new()
}

/// Moves the selection of the overlay on top.
pub fn motion(model: &mut Model, motion: Motion) {
    let page = navigate::page(model);
    let help_count = rows_of_help(model);
    let methods = model.book().map_or(0, |book| book.methods.len());
    let moved = |row, count| navigate::moved(row, count, page, motion);
    match model.overlays.last_mut() {
        Some(Overlay::Help(help)) => {
            let count = help_count;
            help.selected = match (help.selected, motion) {
                (None, Motion::Down | Motion::PageDown) => Some(0),
                (row, _) => Some(moved(row.unwrap_or(0), count)),
            };
        }
        Some(Overlay::Find(find)) => find.selected = moved(find.selected, find.results.len()),
        Some(Overlay::Explain(explained)) => explained.top = moved(explained.top, MOST_ROWS),
        Some(Overlay::Methods(selected)) => *selected = moved(*selected, methods),
        Some(Overlay::History(journal)) => {
            journal.selected = moved(journal.selected, journal.rows());
        }
        Some(Overlay::Import(import)) => {
            if let Some(shown) = import.shown_mut() {
                shown.selected = moved(shown.selected, shown.count());
            }
        }
        _ => {}
    }
}

/// Moves the beginning of a part that scrolls.
pub fn scroll(model: &mut Model, part: Part, page: usize, motion: Motion) {
    if let Some(top) = top(model, part) {
        *top = navigate::moved(*top, MOST_ROWS, page, motion);
    }
}

/// What is scrolled begins no later than it was drawn: the next key goes on from what is seen.
pub fn drawn(model: &mut Model, parts: &[(Part, usize)]) {
    for (part, last) in parts {
        if let Some(top) = top(model, *part) {
            *top = (*top).min(*last);
        }
    }
}

fn top(model: &mut Model, part: Part) -> Option<&mut usize> {
    match (part, model.overlays.last_mut()) {
        (Part::Explained, Some(Overlay::Explain(explained))) => Some(&mut explained.top),
        _ => model.tops.of_mut(part),
    }
}

/// How many rows the help on top has.
fn rows_of_help(model: &Model) -> usize {
    match model.overlays.last() {
        Some(Overlay::Help(help)) => help_rows(help, model).len(),
        _ => 0,
    }
}

/// Selects the row that was clicked; whether the click also chooses it. What is found opens at
/// once; what help lists may change the book, so it takes a second click.
pub fn click(model: &mut Model, row: usize) -> bool {
    let help_count = rows_of_help(model);
    let methods = model.book().map_or(0, |book| book.methods.len());
    match model.overlays.last_mut() {
        Some(Overlay::Methods(selected)) if row < methods => {
            std::mem::replace(selected, row) == row
        }
        Some(Overlay::Help(help)) if row < help_count => help.selected.replace(row) == Some(row),
        // A click on the selected row takes or leaves it; nothing is noted by a click.
        Some(Overlay::Import(import)) => {
            if let Some(shown) = import.shown_mut() {
                shown.click(row);
            }
            false
        }
        // It changes the book, so it takes a second click, as in help.
        Some(Overlay::History(journal)) if row < journal.rows() => {
            std::mem::replace(&mut journal.selected, row) == row
        }
        Some(Overlay::Find(find)) if row < find.results.len() => {
            find.selected = row;
            true
        }
        _ => false,
    }
}

/// Enter in a list: run the row of help, go to what was found.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    match model.overlays.pop() {
        Some(Overlay::Help(help)) => {
            let rows = help_rows(&help, model);
            let chosen = help.selected.and_then(|row| rows.get(row));
            let here = scopes(model);
            let runs = chosen.filter(|row| here.contains(&row.scope));
            if let Some(action) = runs.map(|row| row.action) {
                keys::act(model, action)
            } else {
                model.overlays.push(Overlay::Help(help));
                Vec::new()
            }
        }
        Some(Overlay::Find(find)) => {
            match find.results.get(find.selected) {
                Some(Found::Plan { plan, .. }) => model.open_plan(*plan, None),
                Some(Found::Line { id, .. }) => {
                    model.selection.line = Some(id.clone());
                    model.screen = Screen::Limits;
                }
                None => model.say(Tone::Hint, Said::NothingSelected),
            }
            Vec::new()
        }
        Some(Overlay::Day(typed)) => day::chosen(model, typed),
        Some(bill @ (Overlay::Import(_) | Overlay::Message(_))) => {
            model.overlays.push(bill);
            import::choose(model)
        }
        Some(Overlay::History(journal)) => {
            let (applied, steps) = (journal.applied(), journal.steps());
            if steps.back + steps.forward == 0 {
                return Vec::new();
            }
            change::step(model, Effect::GoTo { applied })
        }
        other => {
            model.overlays.extend(other);
            Vec::new()
        }
    }
}
