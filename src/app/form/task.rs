//! Which forms there are, and where each is worked out.

use super::field::Field;
use super::outcome::{ChangeOutcome, Outcome};
use super::{Form, Mistakes, Subject, add, amend, defer, note, pause, pay, refund, settle};
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
            _ => {}
        }
    }

    /// The command that stands in the fields, or everything that is wrong with it.
    pub(super) fn command(self, form: &Form, model: &Model) -> Result<Command, Mistakes> {
        let Some(about) = &form.about else {
            return add::command(form, model);
        };
        match self {
            Self::Pay => pay::command(form, about, model),
            Self::Add => add::command(form, model),
            Self::Note => note::command(form, about, model),
            Self::Settle => settle::command(form, about, model),
            Self::Refund => refund::command(form, about, model),
            Self::Defer => defer::command(form, about, model),
            Self::Pause => pause::command(form, about, model),
            Self::Amend => amend::command(form, about, model),
        }
    }

    /// What saving would do; without a command what can be said of what stands there so far.
    pub(super) fn outcome(self, form: &Form, model: &Model, command: Option<&Command>) -> Outcome {
        let outcome = match (self, &form.about, command) {
            (Self::Add, ..) => add::outcome(form, model).map(|add| Outcome::Add(Box::new(add))),
            (Self::Settle, ..) => settle::outcome(form, model, command)
                .map(|settle| Outcome::Settle(Box::new(settle))),
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
            Self::Amend => amend::outcome(model, command),
            Self::Pay | Self::Add | Self::Note | Self::Settle | Self::Pause => None,
        }
    }
}
