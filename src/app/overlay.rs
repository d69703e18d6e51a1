//! What lies above a view. Overlays are values on a stack; the top one gets the keys.

use super::explain::Explanations;
use super::field::TextField;
use super::find::Index;
use super::form::Form;
use super::import::{Import, Pasted};
use super::journal::Journal;
use crate::domain::limit_check::{LimitCheck, Reason};
use crate::domain::{Command, LineId, Money, PlanId};

/// Anything above a view.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The keys, searchable; Enter runs one.
    Help(Help),
    /// Does a price still fit?
    Check(Check),
    /// A form being filled in.
    Form(Box<Form>),
    /// Find a plan or a line.
    Find(Find),
    /// The board of which day?
    Day(TextField),
    /// Where figures come from.
    Explain(Explanations),
    /// The ways to pay, and which of them is selected.
    Methods(usize),
    /// What was changed, to go back to any point.
    History(Journal),
    /// A bill of another program, and what is taken of it.
    Import(Box<Import>),
    /// A provider's message that was pasted.
    Message(Box<Pasted>),
    /// A question that wants `y` or `n`; it lies above what it asks about.
    Confirm(Question),
}

/// A question that wants `y` or `n`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// Drop what was typed into the form below?
    DropForm,
    /// Delete this plan with all that happened to it?
    Delete(PlanId),
    /// Write this plan down although a month then asks for more than the shopper's own ceiling?
    AboveCap {
        /// The new plan.
        command: Box<Command>,
        /// Which month, and by how much.
        above: Reason,
    },
}

/// The keys, searchable. The rows are [`help_rows`](super::keymap::help_rows).
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// What the rows must contain.
    pub filter: TextField,
    /// True where only what can be done with the selected row is listed.
    pub of_row: bool,
    /// Which of the remaining rows is selected. None until somebody types or moves, so that Enter
    /// straight after `?` runs nothing.
    pub selected: Option<usize>,
}

impl Help {
    /// What can be done with the selected row.
    pub fn of_row() -> Self {
        Self {
            of_row: true,
            ..Self::default()
        }
    }
}

/// Does a price still fit? Answered while it is typed, for every line of the book's currency.
#[derive(Debug, Clone, Default)]
pub struct Check {
    /// The price.
    pub input: TextField,
    /// The answer to what stands there now.
    pub answer: CheckAnswer,
}

/// The answer to a price being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum CheckAnswer {
    /// Nothing was typed yet.
    #[default]
    Empty,
    /// What was typed is no amount above zero.
    NotAnAmount,
    /// The price as read, in the book's currency, and the answer.
    Checked {
        /// The price.
        amount: Money,
        /// The answer, by line of the book.
        check: LimitCheck,
    },
}

/// Find a plan or a line.
#[derive(Debug, Clone, Default)]
pub struct Find {
    /// What to look for.
    pub input: TextField,
    /// What was found, the best first; without a text everything that is open, most urgent first.
    pub results: Vec<Found>,
    /// Which of them is selected.
    pub selected: usize,
    /// What can be found.
    pub(super) index: Index,
}

/// Something that was found. Indexes are those of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A plan.
    Plan {
        /// Which plan of the book.
        plan: usize,
        /// Its id.
        id: PlanId,
    },
    /// A line.
    Line {
        /// Which line of the book.
        line: usize,
        /// Its id.
        id: LineId,
    },
}
