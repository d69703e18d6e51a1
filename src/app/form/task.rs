//! Which forms there are, and where each is worked out.

use super::field::Field;
use super::outcome::Outcome;
use super::{Form, Mistakes, Subject, add, note, pay};
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
}

impl Task {
    pub(super) fn begin(self, model: &Model) -> Result<Begun, Said> {
        match self {
            Self::Pay => pay::begin(model),
            Self::Add => add::begin(model),
            Self::Note => note::begin(model),
        }
    }

    /// True for forms that end when what they are about asks for nothing any more.
    pub(super) fn needs_an_open_one(self) -> bool {
        matches!(self, Self::Pay)
    }

    /// Fills in what follows from other fields, and asks only for what they leave open.
    pub(super) fn follow(self, form: &mut Form, model: &Model) {
        if self == Self::Add {
            add::follow(form, model);
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
        }
    }

    /// What saving would do; without a command what can be said of what stands there so far.
    pub(super) fn outcome(self, form: &Form, model: &Model, command: Option<&Command>) -> Outcome {
        let outcome = match (self, &form.about, command) {
            (Self::Add, ..) => add::outcome(form, model).map(|add| Outcome::Add(Box::new(add))),
            (Self::Pay, Some(about), Some(Command::Pay(pay))) => {
                pay::outcome(model, about, pay).map(Outcome::Pay)
            }
            _ => None,
        };
        outcome.unwrap_or_default()
    }
}
