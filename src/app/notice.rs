//! What has just happened, or why something did not.

use crate::domain::command::Pay;
use crate::domain::{Currency, Money, Refusal};
use crate::settings::change_label::ChangeLabel;

use super::form::field::FieldName;
use super::journal::Steps;

/// One line in the place of the hints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// What it says.
    pub said: Said,
}

/// How a notice is meant, and thereby how long it stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done: stays until the next key.
    Done,
    /// A word of advice: stays until the next key.
    Hint,
    /// Something failed: stays until Esc.
    Failed,
}

/// What a notice says. The view words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A change stands in the file.
    Saved(What),
    /// A change was taken back.
    Undone(What),
    /// A change was done again.
    Redone(What),
    /// Another point of the history was gone to.
    Went(Steps),
    /// The book says so already; nothing was written.
    Unchanged,
    /// Somebody's edits could not stay in the file and are kept in this one.
    Kept(String),
    /// The new text stands in the file, but the disk did not confirm it.
    Unconfirmed,
    /// The change is not allowed.
    Refused(Refusal),
    /// The file is as it was.
    NotSaved(NotSaved),
    /// The file has problems; it is read-only until they are gone.
    FileBroken,
    /// There is no file yet.
    NoFile,
    /// Another day is shown: what is changed is dated today.
    AnotherDay,
    /// The file is away.
    FileMissing,
    /// The file was changed outside; what is shown is new.
    Reloaded,
    /// Another program took these payments out of the book: the first of them, and how many they are.
    Erased(Box<Pay>, usize),
    /// What the open form was about was paid or taken away outside.
    FormClosed,
    /// There is nothing selected that this key is for.
    NothingSelected,
    /// The selected plan asks for nothing any more.
    NothingOpen,
    /// Nothing of the selected row is on its way back.
    NothingRestoring,
    /// No open case is selected.
    NoCase,
    /// Nothing is selected that a case could be about.
    NoSubject,
    /// No line is selected, and nothing that uses one.
    NoLine,
    /// The book itself answers the selected step.
    StepOfBook,
    /// Nothing is selected that could be copied.
    NothingToCopy,
    /// The text for customer service was handed to the terminal: of this case.
    CopiedCase(String),
    /// This order number was handed to the terminal.
    CopiedOrder(String),
    /// The selected installment asks for nothing any more.
    AlreadyPaid {
        /// What was bought.
        item: String,
        /// Its number.
        n: u32,
    },
    /// The key means nothing here; `?` shows those that do.
    UnknownKey,
    /// The key means nothing to what lies above the view; Esc closes that.
    UnknownKeyAbove,
    /// An input method is on and ate the key.
    InputMethod,
    /// What a field of a form understands.
    FieldHelp(FieldName),
    /// Not all of what was pasted has room in the field.
    PasteTooLong,
    /// What was pasted has no field to go into.
    NothingTyped,
    /// The amounts are hidden now, or shown again.
    AmountsHidden(bool),
    /// Something beside the book is wrong, in words.
    Warned(String),
    /// The editor could not be run, and why.
    NoEditor(String),
    /// Nothing is selected that has terms to correct.
    NothingToEdit,
    /// What a line charges is not known.
    FeeUnknown,
    /// The editor ended with this status, which is not that of success; none where a signal ended
    /// it. The file was read again all the same.
    EditorEnded(Option<i32>),
    /// The selected row of a bill has nothing that could be noted, or none has.
    NothingToTake,
    /// So many rows of a bill cannot be read and will be left out.
    RowsLeftOut(usize),
    /// The demo is not saved anywhere.
    DemoOnly,
}

/// A change, as it is told in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A payment.
    Paid {
        /// What was bought.
        item: String,
        /// Which installment.
        n: u32,
        /// How much.
        amount: Money,
        /// Its currency.
        currency: Currency,
        /// True where nothing of the installment is left to pay.
        in_full: bool,
        /// True where it was made today.
        today: bool,
    },
    /// A payment taken back.
    Unpaid {
        /// What was bought.
        item: String,
        /// Which installment.
        n: u32,
    },
    /// A limit that is back.
    Restored {
        /// What was bought.
        item: String,
        /// Which installment freed it.
        n: u32,
    },
    /// A figure read off the provider's app.
    Seen {
        /// The line's name.
        line: String,
        /// The figure.
        available: Money,
        /// Its currency.
        currency: Currency,
    },
    /// Something that happened to a whole plan.
    Plan(ChangeLabel),
    /// A change by another version of the program.
    Other,
}

/// Why the file is as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotSaved {
    /// It could not be read, and why.
    Unreadable(String),
    /// Its mode forbids writing.
    ReadOnly,
    /// It belongs to somebody else.
    ForeignOwner,
    /// It has other names, which would keep the old text.
    HardLinks,
    /// Another process holds the lock.
    Locked {
        /// Which one, where that is known: its number and name.
        by: Option<String>,
    },
    /// Something stands where a new file was to be made.
    Exists,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// What the change touched has been edited since.
    ChangedSince,
    /// Somebody saves the file again and again.
    KeepsChanging,
    /// The file has problems now.
    Broken,
    /// The edited text would not mean what was asked for; nothing was written.
    WouldDiffer,
    /// The disk refused, and why.
    Disk(String),
}
