//! What has just happened, in words.

use super::footer;
use super::hint::Hint;
use super::scene::Scene;
use crate::app::action::Action;
use crate::app::form::Task;
use crate::app::journal::Steps;
use crate::app::keymap::Scope;
use crate::app::notice::{NotSaved, Notice, Said, Tone, What};
use crate::domain::command::Pay;
use crate::domain::{Currency, Money};
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// A notice in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words<'m> {
    glyph: &'static str,
    text: String,
    amount: String,
    role: Role,
    answer: Option<Hint<'m>>,
}

impl Words<'_> {
    /// As the footer draws it.
    pub fn notice(&self) -> footer::Notice<'_> {
        footer::Notice {
            glyph: self.glyph,
            text: &self.text,
            amount: &self.amount,
            role: self.role,
            answer: self.answer,
        }
    }
}

/// A notice in words, with the key that answers it.
pub fn said<'m>(notice: &Notice, scene: Scene<'m>) -> Words<'m> {
    let (glyph, role) = match notice.tone {
        Tone::Done => (State::Paid.glyph(), Role::Paid),
        Tone::Hint => ("?", Role::Due),
        Tone::Failed => ("!", Role::Overdue),
    };
    let (text, amount) = words(&notice.said, scene);
    Words {
        glyph,
        text,
        amount,
        role,
        answer: answer(&notice.said, scene),
    }
}

/// How many installments are selected beside each other, what they come to, and the key that pays
/// them.
pub fn marked(scene: Scene<'_>) -> Option<Words<'_>> {
    let (count, sums) = scene.model.marked();
    if count == 0 {
        return None;
    }
    let sums = sums.into_iter();
    let sums: Vec<_> = sums
        .map(|(sum, currency)| scene.amounts().exact(sum, currency))
        .collect();
    Some(Words {
        glyph: "+",
        text: scene.texts.marked(count),
        amount: sums.join(" + "),
        role: Role::Accent,
        answer: Some(Hint {
            key: scene.key(Action::Pay),
            label: scene.texts.pay_marked(),
        }),
    })
}

/// Why a key does nothing now.
pub(super) fn reason(said: &Said, scene: Scene<'_>) -> String {
    match said {
        Said::NothingSelected => scene.texts.why_nothing_selected().to_owned(),
        said => words(said, scene).0,
    }
}

/// The key that answers it: undo a change, redo what was undone, open a broken file.
fn answer<'m>(said: &Said, scene: Scene<'m>) -> Option<Hint<'m>> {
    let texts = scene.texts;
    let (key, label) = match said {
        Said::Saved(_) | Said::Redone(_) => (scene.key(Action::Undo), texts.undo()),
        Said::Undone(_) => (scene.key(Action::Redo), texts.redo()),
        Said::AnotherDay => (scene.key(Action::Urgent), texts.key_urgent_short()),
        Said::FileBroken => (scene.key(Action::OpenFile), texts.open_file()),
        Said::NotSaved(_) | Said::NoEditor(_) | Said::EditorEnded(_) | Said::Warned(_) => {
            ("Esc", texts.close())
        }
        _ => return None,
    };
    Some(Hint { key, label })
}

fn words(said: &Said, scene: Scene<'_>) -> (String, String) {
    let texts = scene.texts;
    let plain = |text: &str| (text.to_owned(), String::new());
    match said {
        Said::Saved(what) => change(what, scene),
        Said::Undone(what) => {
            let (text, amount) = change(what, scene);
            (texts.chrome_undid(&text), amount)
        }
        Said::Redone(what) => {
            let (text, amount) = change(what, scene);
            (texts.chrome_redid(&text), amount)
        }
        Said::Went(Steps { back: 0, forward }) => plain(&texts.history_went_forward(*forward)),
        Said::Went(steps) => plain(&texts.history_went_back(steps.back)),
        Said::Unchanged => plain(texts.chrome_unchanged()),
        Said::Kept(path) => plain(&texts.chrome_kept(path)),
        Said::Unconfirmed => plain(texts.chrome_unconfirmed()),
        Said::Refused(refusal) => {
            plain(&texts.refusal(refusal, scene.amounts(), scene.model.board.currency))
        }
        Said::NotSaved(why) => plain(&not_saved(why, texts)),
        Said::FileBroken => plain(texts.chrome_read_only_now()),
        Said::NoFile | Said::UnknownKey | Said::AmountsHidden(true) => {
            plain(&naming_a_key(said, scene))
        }
        Said::AnotherDay => plain(texts.why_another_day()),
        Said::FileMissing => plain(texts.chrome_file_missing()),
        Said::Erased(pay, count) => erased(pay, *count, &scene),
        Said::Reloaded => plain(texts.chrome_reloaded()),
        Said::NothingSelected => plain(texts.chrome_nothing_selected()),
        Said::NothingOpen => plain(texts.why_nothing_open()),
        Said::NothingRestoring => plain(texts.chrome_nothing_restoring()),
        Said::AlreadyPaid { item, n } => plain(&texts.chrome_already_paid(item, *n)),
        Said::FormClosed => plain(texts.chrome_form_closed()),
        Said::UnknownKeyAbove => plain(texts.chrome_unknown_key_above()),
        Said::InputMethod => plain(texts.chrome_input_method()),
        Said::FieldHelp(field) => plain(field.help(texts)),
        Said::FeeUnknown => plain(texts.why_fee_unknown()),
        Said::NothingToEdit => plain(texts.why_nothing_to_edit()),
        Said::EditorEnded(Some(status)) => plain(&texts.why_editor_ended(*status)),
        Said::EditorEnded(None) => plain(texts.why_editor_killed()),
        Said::AmountsHidden(false) => plain(texts.chrome_amounts_shown()),
        Said::NoEditor(why) => plain(&texts.chrome_no_editor(why)),
        Said::Warned(what) => plain(what),
        Said::DemoOnly => plain(texts.chrome_demo_only()),
        of_case => plain(&case_words(of_case, scene)),
    }
}

/// What tells the key to press instead, or next.
fn naming_a_key(said: &Said, scene: Scene<'_>) -> String {
    let texts = scene.texts;
    match said {
        Said::NoFile => {
            let add = Action::Form(Task::Add);
            texts.chrome_no_file(scene.told_key_in(Scope::Welcome, add))
        }
        Said::AmountsHidden(_) => texts.chrome_amounts_hidden(scene.told_key(Action::HideAmounts)),
        _ => texts.chrome_unknown_key(scene.key(Action::Help)),
    }
}

fn erased(pay: &Pay, count: usize, scene: &Scene) -> (String, String) {
    let (texts, model) = (scene.texts, scene.model);
    let plan = model
        .book()
        .and_then(|book| Some((book, book.plan(&pay.plan)?)));
    let item = plan.map_or_else(|| pay.plan.to_string(), |(_, plan)| plan.item.clone());
    let currency = plan.map_or(model.board.currency, |(book, plan)| book.currency_of(plan));
    let amount = scene
        .amounts()
        .exact(pay.amount.unwrap_or_default(), currency);
    let key = scene.told_key(Action::Redo);
    let text = match count {
        1 => texts.chrome_erased(&item, pay.n.unwrap_or_default(), key),
        count => texts.chrome_erased_several(count, key),
    };
    (text, amount)
}

/// What is said of follow-ups and of what was copied.
fn case_words(said: &Said, scene: Scene<'_>) -> String {
    let texts = scene.texts;
    match said {
        Said::NoCase => texts.why_no_case().to_owned(),
        Said::NoSubject => texts.why_no_subject().to_owned(),
        Said::NoLine => texts.why_no_line().to_owned(),
        Said::StepOfBook => texts.why_step_by_book().to_owned(),
        Said::NothingToTake => texts.import_nothing_to_take().to_owned(),
        Said::RowsLeftOut(rows) => texts.import_left_out(*rows),
        Said::PasteTooLong => texts.chrome_paste_too_long().to_owned(),
        Said::NothingTyped => texts.chrome_nothing_typed().to_owned(),
        Said::NothingToCopy => texts.why_nothing_to_copy().to_owned(),
        Said::CopiedCase(case) => texts.said_copied_case(case),
        Said::CopiedOrder(order) => texts.said_copied_order(&scene.amounts().number(order)),
        _ => String::new(),
    }
}

/// A change, and the amount it is about.
fn change(what: &What, scene: Scene<'_>) -> (String, String) {
    let texts = scene.texts;
    let exact = |amount: Money, currency: Currency| scene.amounts().exact(amount, currency);
    match what {
        What::Paid {
            item,
            n,
            amount,
            currency,
            in_full,
            ..
        } => (
            if *in_full {
                texts.chrome_did_pay(item, *n)
            } else {
                texts.chrome_did_pay_part(item, *n)
            },
            exact(*amount, *currency),
        ),
        What::Unpaid { item, n } => (texts.chrome_did_unpay(item, *n), String::new()),
        What::Restored { item, n } => (texts.chrome_did_restore(item, *n), String::new()),
        What::Seen {
            line,
            available,
            currency,
        } => (texts.chrome_did_see(line), exact(*available, *currency)),
        What::Plan(label) => (texts.change_with(label, scene.amounts()), String::new()),
        What::Other => (texts.chrome_did_change().to_owned(), String::new()),
    }
}

fn not_saved(why: &NotSaved, texts: Texts) -> String {
    let reason = match why {
        NotSaved::Unreadable(why) => return texts.chrome_unreadable(why),
        NotSaved::NothingToUndo => return texts.chrome_nothing_to_undo().to_owned(),
        NotSaved::NothingToRedo => return texts.chrome_nothing_to_redo().to_owned(),
        NotSaved::ChangedSince => return texts.chrome_changed_since().to_owned(),
        NotSaved::ReadOnly => texts.chrome_read_only(),
        NotSaved::ForeignOwner => texts.chrome_foreign(),
        NotSaved::HardLinks => texts.chrome_hard_links(),
        NotSaved::Locked { by: None } => texts.chrome_locked(),
        NotSaved::Locked { by: Some(who) } => {
            return texts.chrome_failed(&texts.chrome_locked_by(who));
        }
        NotSaved::Exists => texts.chrome_exists(),
        NotSaved::KeepsChanging => texts.chrome_keeps_changing(),
        NotSaved::Broken => texts.chrome_read_only_now(),
        NotSaved::WouldDiffer => texts.chrome_would_differ(),
        NotSaved::Disk(why) => why,
    };
    texts.chrome_failed(reason)
}
