//! What the shopper does with the ways to pay of a line and with refusals on it, and the exact
//! changes that come of it.

use chrono::NaiveDate;

use crate::domain::answers::Answers;
use crate::domain::attempt::Attempt;
use crate::domain::book::Book;
use crate::domain::id::LineId;
use crate::domain::line::CreditLine;
use crate::domain::way::{Contact, Notice, Way};

/// What the shopper does with a line. Ways are numbered from 1, as they stand in the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineCommand {
    /// Which line.
    pub line: LineId,
    /// On which day.
    pub on: NaiveDate,
    /// What happens.
    pub what: LineAct,
}

/// What happens to a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineAct {
    /// A way to pay is written down, after all others.
    AddWay(Way),
    /// A way is still there.
    ConfirmWay {
        /// Which; `None`: the first that is open.
        n: Option<usize>,
    },
    /// A way is now somewhere else.
    MoveWay {
        /// Which; `None`: the first that is open.
        n: Option<usize>,
        /// Where it is now.
        to: String,
    },
    /// A way is closed.
    CloseWay {
        /// Which; `None`: the first that is open.
        n: Option<usize>,
    },
    /// How to reach the provider; what is left out stays.
    SetContact(Contact),
    /// The provider announced something.
    AddNotice {
        /// What it says.
        text: String,
        /// Where it was read.
        source: Option<String>,
    },
    /// A purchase was refused.
    AddRefusal(Attempt),
    /// Questions about the last refusal are answered.
    AnswerRefusal(Answers),
}

/// One exact change of a line. Indexes are those of the book it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// Which line.
    pub line: usize,
    /// What changes.
    pub what: LineDone,
}

/// What changes about a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineDone {
    /// A way joins the others at the end.
    AddWay(Way),
    /// A way was seen to be there.
    ConfirmWay {
        /// Which.
        way: usize,
        /// When.
        on: NaiveDate,
    },
    /// A way ends; the one that takes its place, if there is one, stands right after it.
    EndWay {
        /// Which.
        way: usize,
        /// When.
        on: NaiveDate,
        /// What takes its place.
        next: Option<Way>,
    },
    /// How to reach the provider.
    SetContact(Contact),
    /// An announcement joins the others at the end.
    AddNotice(Notice),
    /// A refusal joins the others at the end.
    AddRefusal(Attempt),
    /// Questions about a refusal are answered.
    AnswerRefusal {
        /// Which.
        attempt: usize,
        /// The answers.
        answers: Answers,
    },
}

impl LineChange {
    /// Carries the change out; where its place is not there, nothing happens.
    pub fn apply(&self, book: &mut Book) {
        if let Some(line) = book.lines.get_mut(self.line) {
            self.what.apply_to(line);
        }
    }
}

impl LineDone {
    fn apply_to(&self, line: &mut CreditLine) {
        match self {
            Self::AddWay(way) => line.ways.push(way.clone()),
            Self::ConfirmWay { way, on } => {
                if let Some(way) = line.ways.get_mut(*way) {
                    way.confirmed = Some(*on);
                }
            }
            Self::EndWay { way: k, on, next } => {
                if let Some(way) = line.ways.get_mut(*k) {
                    way.until = Some(*on);
                    if let Some(next) = next {
                        line.ways.insert(k + 1, next.clone());
                    }
                }
            }
            Self::SetContact(contact) => line.contact.clone_from(contact),
            Self::AddNotice(notice) => line.notices.push(notice.clone()),
            Self::AddRefusal(attempt) => line.refused.push(attempt.clone()),
            Self::AnswerRefusal { attempt, answers } => {
                if let Some(attempt) = line.refused.get_mut(*attempt) {
                    for (question, reply) in answers.iter() {
                        attempt.answers.set(question, reply);
                    }
                }
            }
        }
    }
}
