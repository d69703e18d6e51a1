//! What to do outside.

use crate::domain::{CaseId, Command};

/// What to do outside. The runtime does it and answers with a [`Msg`](super::msg::Msg).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Carry a command out on the file as it is then; answered by `Saved`.
    Save(Command),
    /// Take the last change of the history back; answered by `Saved`.
    Undo,
    /// Do again what was taken back last; answered by `Saved`.
    Redo,
    /// Read the history; answered by `History`.
    History,
    /// Undo or redo until so many changes of the history that was read last are in the file;
    /// answered by `Saved`.
    GoTo {
        /// So many.
        applied: usize,
    },
    /// Read the bill of this path, as it was typed; answered by `Bill`.
    ReadBill(String),
    /// Read the file; answered by `Loaded`.
    Reload,
    /// Open the file in the editor, then read it again; answered by `Loaded`.
    OpenEditor {
        /// The line to go to, counted from 1.
        line: usize,
    },
    /// Make the file from the template and open it in the editor; answered by `Loaded`.
    Create,
    /// Change to the sample book; answered by `Loaded`.
    Demo,
    /// Look at a file that proves something in a case; answered by `Proof`.
    Proof {
        /// Which case.
        case: CaseId,
        /// Where the file lies, as it was typed.
        path: String,
    },
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Draw everything anew.
    Redraw,
    /// Stop the program until the shell continues it.
    Suspend,
    /// End the program.
    Quit,
}
