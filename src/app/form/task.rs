//! Which forms there are, and where each is worked out.

use super::field::Field;
use super::outcome::{ChangeOutcome, Outcome};
use super::{
    Form, Mistakes, Place, Subject, add, amend, case, defer, edit_plan, line, method, note, pause,
    pay, proof, refund, seen, settle, unlock, what_if,
};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::{Command, Currency};

/// What a form begins with: what it is about, the currency of its amounts, its fields.
pub(super) type Begun = (Option<Subject>, Currency, Vec<Field>);

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    /// Pay an installment.
    Pay,
    /// Write a new plan down.
    Add,
    /// Write a note to a plan.
    Note,
    /// Settle a plan early.
    Settle,
    /// Note money that came back.
    Refund,
    /// Move a due date.
    Defer,
    /// Pause a plan.
    Pause,
    /// Write an installment down as the provider's bill has it.
    Amend,
    /// Begin to follow something up.
    OpenCase,
    /// Write down what was said and promised.
    LogCase,
    /// Move the next step of a case.
    LaterCase,
    /// End a case.
    CloseCase,
    /// Note what the provider's app shows.
    Seen,
    /// Ask how to have so much limit by a day. Nothing is saved.
    Unlock,
    /// Think of a purchase; nothing is saved.
    WhatIf,
    /// Correct what is written down of a plan.
    EditPlan,
    /// Write a new line down.
    AddLine,
    /// Correct what is written down of a line.
    EditLine,
    /// Write a new way to pay down.
    AddMethod,
    /// Correct what is written down of a way to pay.
    EditMethod,
    /// Keep a file that proves something.
    Proof,
}

impl Task {
    pub(super) fn begin(self, model: &Model) -> Result<Begun, Said> {
        match self {
            Self::Pay => pay::begin(model),
            Self::Add => add::begin(model),
            Self::Note => note::begin(model),
            Self::Settle => settle::begin(model),
            Self::Refund => refund::begin(model),
            Self::Defer => defer::begin(model),
            Self::Pause => pause::begin(model),
            Self::Amend => amend::begin(model),
            Self::OpenCase => case::begin(model),
            Self::LogCase => case::begin_log(model),
            Self::LaterCase => case::begin_later(model),
            Self::CloseCase => case::begin_end(model),
            Self::Seen => seen::begin(model),
            Self::Unlock => unlock::begin(model),
            Self::WhatIf => what_if::begin(model),
            Self::EditPlan => edit_plan::begin(model),
            Self::AddLine => line::begin_new(model),
            Self::EditLine => line::begin(model),
            Self::AddMethod | Self::EditMethod => method::begin(model),
            Self::Proof => proof::begin(model),
        }
    }

    /// Writes what the book says into the fields that nobody has touched.
    pub(super) fn fill(self, form: &mut Form, model: &Model) {
        match self {
            Self::EditPlan => edit_plan::fill(form, model),
            Self::EditLine => line::fill(form, model),
            Self::EditMethod => method::fill(form, model),
            _ => {}
        }
    }

    /// True for forms that correct what is written down.
    pub fn corrects(self) -> bool {
        matches!(self, Self::EditPlan | Self::EditLine | Self::EditMethod)
    }

    /// The line or case it is about.
    pub(super) fn place(self, model: &Model) -> Option<Place> {
        match self {
            Self::OpenCase => Place::of_line(model, model.case_subject()?.0?),
            Self::Seen | Self::Unlock | Self::EditLine => Place::selected_line(model),
            Self::LogCase | Self::LaterCase | Self::CloseCase | Self::Proof => {
                Place::selected_case(model)
            }
            Self::EditMethod => Place::selected_method(model),
            _ => None,
        }
    }

    /// True for forms that end when what they are about asks for nothing any more.
    pub(super) fn needs_an_open_one(self) -> bool {
        matches!(
            self,
            Self::Pay | Self::Settle | Self::Defer | Self::Pause | Self::Amend
        )
    }

    /// Fills in what follows from other fields, and asks only for what they leave open.
    pub(super) fn follow(self, form: &mut Form, model: &Model) {
        match self {
            Self::Add => add::follow(form, model),
            Self::Settle => settle::follow(form, model),
            Self::WhatIf => what_if::follow(form, model),
            Self::EditPlan => edit_plan::follow(form),
            Self::AddLine => line::follow_new(form, model),
            Self::EditLine => line::follow(form, model),
            _ => {}
        }
    }

    /// The command that stands in the fields, or everything that is wrong with it. A question has
    /// no command even where nothing is wrong.
    pub(super) fn command(self, form: &Form, model: &Model) -> Result<Command, Mistakes> {
        match (self, &form.place, &form.about) {
            (Self::Add, ..) => add::command(form, model),
            (Self::OpenCase, ..) => case::command(form, model),
            (Self::Unlock, ..) => Err(unlock::wish(form, model).err().unwrap_or_default()),
            (Self::WhatIf, ..) => Err(what_if::asked(form, model).err().unwrap_or_default()),
            (Self::LogCase, Some(Place::Case { id, .. }), _) => case::log(form, id, model),
            (Self::LaterCase, Some(Place::Case { id, .. }), _) => case::later(form, id, model),
            (Self::CloseCase, Some(Place::Case { id, .. }), _) => case::end(form, id, model),
            (Self::Seen, Some(Place::Line { id, .. }), _) => seen::command(form, id, model),
            (Self::AddLine, ..) => line::add(form, model),
            (Self::EditLine, Some(Place::Line { id, .. }), _) => line::set(form, id, model),
            (Self::AddMethod, ..) => method::add(form, model),
            (Self::EditMethod, Some(Place::Method { id, .. }), _) => method::set(form, id, model),
            (Self::Proof, ..) => Err(proof::path(form, model).err().unwrap_or_default()),
            (_, _, Some(about)) => self.of_plan(form, about, model),
            _ => Err(Mistakes::new()),
        }
    }

    fn of_plan(self, form: &Form, about: &Subject, model: &Model) -> Result<Command, Mistakes> {
        match self {
            Self::Pay => pay::command(form, about, model),
            Self::Note => note::command(form, about, model),
            Self::Settle => settle::command(form, about, model),
            Self::Refund => refund::command(form, about, model),
            Self::Defer => defer::command(form, about, model),
            Self::Pause => pause::command(form, about, model),
            Self::Amend => amend::command(form, about, model),
            Self::EditPlan => edit_plan::command(form, about, model),
            _ => Err(Mistakes::new()),
        }
    }

    /// What saving would do; without a command what can be said of what stands there so far.
    pub(super) fn outcome(self, form: &Form, model: &Model, command: Option<&Command>) -> Outcome {
        let outcome = match (self, &form.about, command) {
            (Self::Add, ..) => add::outcome(form, model).map(|add| Outcome::Add(Box::new(add))),
            (Self::EditPlan, ..) => {
                edit_plan::outcome(form, model, command).map(|add| Outcome::Add(Box::new(add)))
            }
            (Self::EditLine, _, Some(command)) => {
                ChangeOutcome::of(model, command).map(|change| Outcome::Change(Box::new(change)))
            }
            (Self::Settle, ..) => settle::outcome(form, model, command)
                .map(|settle| Outcome::Settle(Box::new(settle))),
            (Self::Seen, _, Some(command)) => {
                seen::outcome(form, model, command).map(|gap| Outcome::Gap(Box::new(gap)))
            }
            (Self::Unlock, ..) => {
                unlock::outcome(form, model).map(|planned| Outcome::Unlock(Box::new(planned)))
            }
            (Self::Pay, Some(about), Some(Command::Pay(pay))) => {
                pay::outcome(model, about, pay).map(Outcome::Pay)
            }
            (_, Some(about), Some(command)) => self
                .change(model, about, command)
                .map(|change| Outcome::Change(Box::new(change))),
            _ => None,
        };
        outcome.unwrap_or_default()
    }

    /// What it does to the installments, where it does something to them.
    fn change(self, model: &Model, about: &Subject, command: &Command) -> Option<ChangeOutcome> {
        match self {
            Self::Refund => refund::outcome(model, about, command),
            Self::Defer => defer::outcome(model, about, command),
            Self::Amend => ChangeOutcome::of(model, command),
            _ => None,
        }
    }
}
