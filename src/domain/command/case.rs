//! What the shopper does with cases, and the exact changes that come of it.

use chrono::NaiveDate;

use crate::domain::answers::{Question, Reply};
use crate::domain::book::Book;
use crate::domain::case::{Case, CaseEntry, CaseKind, Proof};
use crate::domain::id::{CaseId, LineId, PlanId};

/// What the shopper does with a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseCommand {
    /// A case begins.
    Open(OpenCase),
    /// Something was said, or the next step moves to another day.
    Log {
        /// Which case.
        case: CaseId,
        /// When.
        on: NaiveDate,
        /// What was said; `None`: only the next step moves.
        what: Option<String>,
        /// By when something was promised.
        promise: Option<NaiveDate>,
        /// When the next step is due; `None`: when the promise is, else as before.
        next: Option<NaiveDate>,
    },
    /// A case ends.
    Close {
        /// Which case.
        case: CaseId,
        /// When.
        on: NaiveDate,
        /// How it ended; must say something.
        outcome: String,
    },
    /// A file proves something.
    AddProof {
        /// Which case.
        case: CaseId,
        /// Where it lies.
        path: String,
        /// Its SHA-256, in hexadecimal.
        sha256: String,
    },
    /// A step of the checklist is answered, or is open again.
    Answer {
        /// Which case.
        case: CaseId,
        /// The question of the step.
        question: Question,
        /// The answer; `None` takes the earlier one away.
        reply: Option<Reply>,
    },
}

/// A case to be opened. It gets the next free id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenCase {
    /// What it is about.
    pub kind: CaseKind,
    /// Its line; `None`: the line of its plan.
    pub line: Option<LineId>,
    /// Its plan.
    pub plan: Option<PlanId>,
    /// The installment it is about.
    pub n: Option<u32>,
    /// When it begins.
    pub on: NaiveDate,
    /// When the next step is due; `None`: at once.
    pub next: Option<NaiveDate>,
    /// What its log begins with.
    pub said: Option<String>,
}

/// One exact change of the cases. Indexes are those of the book it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseChange {
    /// A case joins the book at the end.
    Open(Box<Case>),
    /// An entry joins the log, and the next step gets a day.
    Log {
        /// Which case.
        case: usize,
        /// The entry.
        entry: Option<CaseEntry>,
        /// The day of the next step, where it changes.
        next: Option<NaiveDate>,
    },
    /// A case ends.
    Close {
        /// Which case.
        case: usize,
        /// When.
        on: NaiveDate,
        /// How.
        outcome: String,
    },
    /// A proof joins the case.
    AddProof {
        /// Which case.
        case: usize,
        /// The proof.
        proof: Proof,
    },
    /// A question is answered, or its answer taken away.
    Answer {
        /// Which case.
        case: usize,
        /// The question.
        question: Question,
        /// The answer; `None` takes the earlier one away.
        reply: Option<Reply>,
    },
}

impl CaseChange {
    /// The case that it changes in place.
    pub fn case(&self) -> Option<usize> {
        match self {
            Self::Open(_) => None,
            Self::Log { case, .. }
            | Self::Close { case, .. }
            | Self::AddProof { case, .. }
            | Self::Answer { case, .. } => Some(*case),
        }
    }

    /// Carries the change out; where the case is not there, nothing happens.
    pub fn apply(&self, book: &mut Book) {
        if let Self::Open(case) = self {
            book.cases.push(Case::clone(case));
        } else if let Some(case) = self.case().and_then(|k| book.cases.get_mut(k)) {
            self.apply_to(case);
        }
    }

    fn apply_to(&self, case: &mut Case) {
        match self {
            Self::Open(_) => {}
            Self::Log { entry, next, .. } => {
                case.log.extend(entry.clone());
                case.next = next.or(case.next);
            }
            Self::Close { on, outcome, .. } => {
                case.closed = Some(*on);
                case.outcome = Some(outcome.clone());
            }
            Self::AddProof { proof, .. } => case.proof.push(proof.clone()),
            Self::Answer {
                question, reply, ..
            } => match reply {
                Some(reply) => case.answers.set(*question, *reply),
                None => case.answers.unset(*question),
            },
        }
    }
}
