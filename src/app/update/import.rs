//! A bill: its path, what it means, what is taken of it; a message that was pasted.

use super::{change, keys};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::form::Form;
use crate::app::import::{FoundBill, Import, Pasted, Shown, Stage};
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::overlay::Overlay;
use crate::import::sms::Next;

/// How a pasted or dropped path of a bill ends.
const ENDINGS: [&str; 3] = [".csv", ".xlsx", ".txt"];

/// What a key means to a bill.
pub fn act(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Mark => turn(model),
        Action::Draft => draft(model),
        Action::Form(_) | Action::OpenCase => form_of_message(model),
        _ => ask(model),
    }
}

/// Asks where the bill lies.
fn ask(model: &mut Model) -> Vec<Effect> {
    if let Err(said) = model.writable() {
        return keys::hint(model, said);
    }
    model.overlays.push(Overlay::Import(Box::default()));
    Vec::new()
}

/// The bill on top, and the overlay taken off while it is changed.
fn with_import(model: &mut Model, change: impl FnOnce(&mut Import, &Model)) {
    if let Some(mut overlay) = model.overlays.pop() {
        if let Overlay::Import(import) = &mut overlay {
            change(import, model);
        }
        model.overlays.push(overlay);
    }
}

/// What Enter means: read what was typed, note what is shown.
pub fn choose(model: &mut Model) -> Vec<Effect> {
    match model.overlays.last() {
        Some(Overlay::Import(import)) => match import.stage {
            Stage::Asked { .. } => read(model),
            Stage::Reading => Vec::new(),
            Stage::Shown(_) => note(model),
        },
        _ => take_message(model),
    }
}

/// A form for the plan or the payment that the selected row proposes, above the bill.
fn draft(model: &mut Model) -> Vec<Effect> {
    let shown = match model.overlays.last() {
        Some(Overlay::Import(import)) => import.shown(),
        _ => None,
    };
    let plan = shown.and_then(Shown::draft);
    let plan = plan.map(|draft| Form::of_draft(model, draft));
    let payment = shown.and_then(Shown::payment);
    show(
        model,
        plan.or_else(|| Some(Form::of_payment(model, payment?))),
    )
}

/// The form that the message on top asks for, in its place.
fn form_of_message(model: &mut Model) -> Vec<Effect> {
    let form = match model.overlays.last() {
        Some(Overlay::Message(pasted)) => match &pasted.reading.next {
            Next::Pay(pay) => Some(Form::of_payment(model, pay)),
            Next::Follow(about) => Some(Form::of_failure(model, about, &pasted.text)),
            Next::Note(_) | Next::Nothing => None,
        },
        _ => None,
    };
    if matches!(form, Some(Ok(_))) {
        model.overlays.pop();
    }
    show(model, form)
}

fn show(model: &mut Model, form: Option<Result<Form, Said>>) -> Vec<Effect> {
    match form {
        Some(Ok(form)) => model.overlays.push(Overlay::Form(Box::new(form))),
        Some(Err(said)) => model.say(Tone::Hint, said),
        None => model.say(Tone::Hint, Said::NothingToTake),
    }
    Vec::new()
}

/// Has the bill read whose path was typed.
fn read(model: &mut Model) -> Vec<Effect> {
    let mut path = String::new();
    with_import(model, |import, _| {
        path = typed_path(import.input.text());
        if !path.is_empty() {
            import.stage = Stage::Reading;
            import.is_outdated = false;
        }
    });
    if path.is_empty() {
        return Vec::new();
    }
    vec![Effect::ReadBill(path)]
}

/// A bill was read, or is none. Nobody waits for it any more once the overlay was closed.
pub fn found(model: &mut Model, found: FoundBill) {
    with_import(model, |import, model| {
        if !matches!(import.stage, Stage::Reading) {
            return;
        }
        import.stage = match found.shown {
            Ok(mut shown) => {
                if import.is_outdated {
                    shown.renew(model);
                }
                Stage::Shown(shown)
            }
            Err(why) => Stage::Asked { wrong: Some(why) },
        };
        if matches!(import.stage, Stage::Asked { .. }) {
            import.input.select_all();
        }
    });
}

/// Takes the selected row, or leaves it.
fn turn(model: &mut Model) -> Vec<Effect> {
    let mut can_be = true;
    with_import(model, |import, _| {
        can_be = import.shown_mut().is_some_and(Shown::turn);
    });
    if !can_be {
        model.say(Tone::Hint, Said::NothingToTake);
    }
    Vec::new()
}

/// Notes all that is taken, as one change. Rows that cannot be read are left out only after the
/// shopper was told.
fn note(model: &mut Model) -> Vec<Effect> {
    let mut command = None;
    let mut unread = 0;
    with_import(model, |import, _| {
        let Some(shown) = import.shown_mut() else {
            return;
        };
        command = shown.command();
        if !std::mem::replace(&mut shown.warned, true) {
            unread = shown.preview.wrong.len();
        }
    });
    match command {
        None => {
            model.say(Tone::Hint, Said::NothingToTake);
            Vec::new()
        }
        Some(_) if unread > 0 => {
            model.say(Tone::Hint, Said::RowsLeftOut(unread));
            Vec::new()
        }
        Some(command) => change::save(model, command),
    }
}

/// Notes what the pasted message confirms, or opens the form for what it tells; one that asks for
/// nothing closes.
fn take_message(model: &mut Model) -> Vec<Effect> {
    let next = match model.overlays.last() {
        Some(Overlay::Message(pasted)) => pasted.reading.next.clone(),
        _ => Next::Nothing,
    };
    match next {
        Next::Note(command) => {
            model.overlays.pop();
            change::save(model, command)
        }
        Next::Pay(_) | Next::Follow(_) => form_of_message(model),
        Next::Nothing => {
            model.overlays.pop();
            Vec::new()
        }
    }
}

/// A text that was pasted where nothing is typed: a provider's message is compared with the book,
/// the path of a bill is put where it is asked for. Neither does anything by itself.
pub fn pasted(model: &mut Model, text: &str) {
    if model.writable().is_err() {
        return;
    }
    let path = typed_path(text);
    let is_path = ENDINGS
        .iter()
        .any(|ending| path.to_lowercase().ends_with(ending));
    if is_path && !path.contains('\n') {
        let mut import = Import::default();
        import.input.paste(&path);
        model.overlays.push(Overlay::Import(Box::new(import)));
    } else if let Some(pasted) = Pasted::of(text, model) {
        model.overlays.push(Overlay::Message(Box::new(pasted)));
    }
}

/// A path without the quotation marks and backslashes that a terminal puts into a dropped one.
fn typed_path(typed: &str) -> String {
    let typed = typed.trim();
    let quoted = ['\'', '"'].iter().find_map(|mark| {
        let inside = typed.strip_prefix(*mark)?.strip_suffix(*mark)?;
        (!inside.contains(*mark)).then_some(inside)
    });
    match quoted {
        Some(inside) => inside.to_owned(),
        None => typed.replace("\\ ", " "),
    }
}

#[cfg(test)]
mod tests {
    use super::typed_path;

    #[test]
    fn a_dropped_path_is_the_path_itself() {
        for (typed, expected) in [
            ("~/账单.csv", "~/账单.csv"),
            (" '/tmp/a bill.csv' ", "/tmp/a bill.csv"),
            ("/tmp/a\\ bill.csv ", "/tmp/a bill.csv"),
            ("\"a.xlsx\"", "a.xlsx"),
            ("it's.csv", "it's.csv"),
        ] {
            assert_eq!(typed_path(typed), expected);
        }
    }
}
