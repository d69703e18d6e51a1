//! What a key means.

use super::form::Task;
use super::screen::Screen;

/// What a key means, wherever it was bound. [`update`](super::update::update) carries it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Pay the selected installment in full, today.
    Pay,
    /// Open a form for what is selected.
    Form(Task),
    /// Begin to follow up what is selected, or show the case about it.
    OpenCase,
    /// Answer the selected step of a case.
    Answer,
    /// Copy what is needed outside: the text for customer service, an order number.
    Copy,
    /// Delete the selected plan, after a question.
    Delete,
    /// Pause the selected plan, or end its pause.
    PauseOrResume,
    /// Take the last change back.
    Undo,
    /// Do again what was taken back.
    Redo,
    /// All changes, to go back to any of them.
    History,
    /// Check whether a price still fits.
    Check,
    /// What a purchase at the price that was checked would change.
    WhatIf,
    /// The limit of the selected row is back.
    Restored,
    /// Find a plan or a line.
    Find,
    /// Show help.
    Help,
    /// Show another view.
    Show(Screen),
    /// Move the selection.
    Move(Motion),
    /// The pane, the day or the choice to one side.
    Side(Step),
    /// The next or previous pane.
    Pane(Step),
    /// Open what is selected.
    Open,
    /// Back, close, clear the filter.
    Back,
    /// The next or previous plan; in the calendar, month.
    Plan(Step),
    /// The next or previous month.
    Month(Step),
    /// To the most urgent installment.
    Urgent,
    /// The board of the day before or after the one that is shown.
    OtherDay(Step),
    /// The same day of the month before or after.
    OtherMonth(Step),
    /// Ask for a day, and show the board of it.
    AskDay,
    /// The next filter.
    Filter,
    /// The next sort order.
    Sort,
    /// Explain the selected figure.
    Explain,
    /// Hide all amounts, or show them again.
    HideAmounts,
    /// Correct what is written down of the selected plan, line or way to pay.
    Edit,
    /// Read a bill of another program.
    Import,
    /// Select the row beside others, or no longer.
    Mark,
    /// Make a plan of the purchase that is selected in a bill.
    Draft,
    /// Something new that fits the view: a plan, a line, a way to pay.
    Add,
    /// Show the ways to pay.
    Methods,
    /// Open the data file in the editor.
    OpenFile,
    /// Draw everything anew.
    Redraw,
    /// Stop the program until the shell continues it.
    Suspend,
    /// End the program.
    Quit,

    /// Look at sample data.
    Demo,
    /// Make the data file and open it in the editor.
    Create,

    /// The next or previous field of a form.
    Field(Step),
    /// What the field understands.
    FieldHelp,
    /// Save the form, or go to its first mistake.
    Submit,
    /// Run the selected row of help, open the selected result.
    Choose,
    /// Yes to a question.
    Yes,
    /// No to a question.
    No,
    /// Change the text of a field.
    Text(TextEdit),
}

/// One way or the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Forward, right, down.
    Next,
    /// Back, left, up.
    Previous,
}

impl Step {
    /// Where it leads from one of so many, round and round.
    pub fn round(self, at: usize, count: usize) -> usize {
        match self {
            Self::Next if at + 1 < count => at + 1,
            Self::Next => 0,
            Self::Previous => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        }
    }
}

/// How far the selection moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the first row.
    First,
    /// To the last row.
    Last,
}

/// What happens to the text of a field, apart from typing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextEdit {
    /// The caret one letter to the left.
    Left,
    /// The caret one letter to the right.
    Right,
    /// The caret to the start.
    Start,
    /// The caret to the end.
    End,
    /// The letter before the caret goes.
    DeleteBefore,
    /// The letter at the caret goes.
    DeleteAfter,
    /// The word before the caret goes.
    DeleteWord,
    /// Everything before the caret goes.
    DeleteToStart,
}
