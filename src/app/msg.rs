//! What happened outside.

use chrono::NaiveDate;

use super::action::Step;
use super::form::field::FieldName;
use super::import::FoundBill;
use super::journal::{PastChange, Steps};
use super::key::Key;
use super::model::{BookState, Size};
use super::notice::{NotSaved, What};
use super::screen::{InstallmentId, List, Part, Screen};
use crate::document::Document;
use crate::domain::case::Step as CaseStep;
use crate::domain::command::Pay;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{CaseId, Refusal};

/// What happened outside; [`update`](super::update::update) answers each with effects.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted. It goes into text fields only and never triggers anything.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The window has another size.
    Resized(Size),
    /// What scrolls was drawn, each part with the last row that it can begin with.
    Drawn(Vec<(Part, usize)>),
    /// A save, undo or redo has ended.
    Saved(SaveEnd),
    /// The history, newest first; none where it cannot be read.
    History(Vec<PastChange>),
    /// A file that proves something was looked at.
    Proof {
        /// In which case.
        case: CaseId,
        /// Its path as the book names it and its SHA-256, or why it could not be read.
        read: Result<(String, String), String>,
    },
    /// The file was read again, because it was asked for or because it had changed.
    Loaded(Box<Loaded>),
    /// Another program changed the file.
    FileChanged,
    /// The file has been away for a while.
    FileMissing,
    /// A bill was read, or is none.
    Bill(Box<FoundBill>),
    /// It is this day now.
    Day(NaiveDate),
    /// The program was stopped and goes on.
    Resumed,
    /// The editor could not be run, and why.
    EditorFailed(String),
    /// The editor ended with this status, which is not that of success; none where a signal ended it.
    EditorEnded(Option<i32>),
}

/// What the mouse did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// A click on something.
    Click(Target),
    /// A click with the right button: what can be done with this?
    Menu(Target),
    /// The wheel, one notch, over something.
    Wheel(Step, Target),
}

/// What lies under the pointer. The view returns where on the screen each one is, the later
/// ones above the earlier ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A hint: as if this key were pressed.
    Key(Key),
    /// A tab of the header, or a pane's title.
    Tab(Screen),
    /// A row of a list, counted from 0 through the whole list; a click on the selected one
    /// opens it.
    Row(List, usize),
    /// A day of the calendar; a click on the selected one opens it.
    Day(NaiveDate),
    /// A number of installments that is thought of, by its row; a click on the chosen one makes it
    /// a plan.
    Trial(usize),
    /// A row of the overlay's list, in the same way.
    OverlayRow(usize),
    /// A field of a form.
    Field(FieldName),
    /// A part of a view, and the last row it can begin with; a click gives it the keys.
    Part(Part, usize),
    /// A step of a checklist.
    Checked(CaseStep),
    /// Inside an overlay, but on nothing of it.
    Overlay,
    /// Nothing; a click beside an overlay closes it.
    Nothing,
}

/// How a save, an undo or a redo ended.
#[derive(Debug)]
pub enum SaveEnd {
    /// The file is new, or was like that already.
    Done(Box<SavedBook>),
    /// The book refuses the change.
    Refused(Refusal),
    /// The file is as it was.
    NotSaved(NotSaved),
}

/// A finished save.
#[derive(Debug)]
pub struct SavedBook {
    /// The file as it is now.
    pub document: Document,
    /// What was done to it.
    pub done: Done,
    /// The installment it was done to, where it was one.
    pub installment: Option<InstallmentId>,
    /// The time of day, for `saved 23:52`.
    pub at: String,
    /// Files with edits of somebody that could not stay in the file.
    pub kept: Vec<String>,
    /// False where the disk did not confirm that the text would survive a power loss.
    pub confirmed: bool,
}

/// What a finished save did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// The change that was asked for.
    Changed(What),
    /// Nothing: the file said so already.
    Unchanged,
    /// A change was taken back.
    Undone(What),
    /// A change was done again.
    Redone(What),
    /// Another point of the history was gone to.
    Went(Steps),
}

/// The file as it was found.
#[derive(Debug)]
pub struct Loaded {
    /// The book, its problems, or that there is none.
    pub book: BookState,
    /// The calendar that the book names.
    pub calendar: WorkingCalendar,
    /// What is wrong beside the book, a line each.
    pub warnings: Vec<String>,
    /// Payments that another program took out of the book.
    pub erased: Vec<Pay>,
}
