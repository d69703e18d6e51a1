//! What went wrong, by what can be done about it, and how the program ends.

use std::process::ExitCode;

use super::problems::Told;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Done, or the answer is yes.
    Done,
    /// The answer is no.
    No,
    /// The arguments ask for something that is not possible.
    WrongUse,
    /// The data file is missing or has problems.
    BadFile,
    /// Not saved; the file is as it was.
    NotSaved,
    /// Saved, but the disk did not confirm it.
    Unconfirmed,
}

impl Exit {
    /// The number a shell sees.
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::WrongUse => 2,
            Self::BadFile => 3,
            Self::NotSaved => 4,
            Self::Unconfirmed => 5,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// Why a command did not do what was asked. In words already, because each place that fails
/// knows best what to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// How the program ends.
    pub exit: Exit,
    /// What is the matter.
    pub message: String,
    /// What to do instead, a line each.
    pub hints: Vec<String>,
    /// The problems of the data file, if it is the file that is wrong.
    pub problems: Vec<Told>,
}

impl Failure {
    /// A failure without hints.
    pub fn new(exit: Exit, message: impl Into<String>) -> Self {
        Self {
            exit,
            message: message.into(),
            hints: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The arguments ask for something that is not possible.
    pub(super) fn wrong_use(message: impl Into<String>) -> Self {
        Self::new(Exit::WrongUse, message)
    }

    /// With one more line of what to do.
    #[must_use]
    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hints.push(hint.into());
        self
    }
}
