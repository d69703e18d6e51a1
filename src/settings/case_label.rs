//! What the history remembers of changes of cases, places to pay and refusals.

use serde::{Deserialize, Serialize};

use crate::domain::Book;
use crate::domain::answers::{Question, Reply};
use crate::domain::case::CaseKind;
use crate::domain::command::{CaseChange, LineChange, LineDone};

use super::texts::Texts;

/// A change of a case, as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseLabel {
    /// The case's id.
    case: String,
    /// What happened to it.
    #[serde(flatten)]
    what: OfCase,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
enum OfCase {
    Opened { kind: Kind, subject: String },
    Logged,
    Next { on: String },
    Closed { outcome: String },
    Proof { path: String },
    Answered(Answered),
    Unanswered { question: Asked },
}

/// A change of a line, as it stands in the history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineLabel {
    /// The line's name.
    line: String,
    /// What happened to it.
    #[serde(flatten)]
    what: OfLine,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
enum OfLine {
    WayAdded { path: String },
    WayConfirmed { path: String },
    WayMoved { path: String, to: String },
    WayClosed { path: String },
    Contact,
    Notice { text: String },
    Refused { item: Option<String> },
    Answered { answers: Vec<Answered> },
}

/// A question and its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Answered {
    question: Asked,
    yes: bool,
}

/// Serialized names of [`CaseKind`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    LimitNotRestored,
    Refused,
    PaymentFailed,
    WrongAmount,
    EntryMoved,
    Refund,
    Other,
}

/// Serialized names of [`Question`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Asked {
    CreditReview,
    OfficialChannel,
    Dispute,
    Eligible,
    CardLimit,
    Notices,
}

impl CaseLabel {
    /// The label of a change of this book, as it was before the change.
    pub fn of(change: &CaseChange, book: &Book) -> Option<Self> {
        if let CaseChange::Open(case) = change {
            let plan = case.plan.as_ref().and_then(|id| book.plan(id));
            let line = case.line.as_ref().and_then(|id| book.line(id));
            let subject = plan.map(|plan| plan.item.clone());
            let subject = subject.or_else(|| line.map(|line| line.name.clone()));
            return Some(Self {
                case: case.id.to_string(),
                what: OfCase::Opened {
                    kind: case.kind.into(),
                    subject: subject.unwrap_or_default(),
                },
            });
        }
        let case = book.cases.get(change.case()?)?;
        let what = match change {
            CaseChange::Open(_) => return None,
            CaseChange::Log {
                entry: None,
                next: Some(next),
                ..
            } => OfCase::Next {
                on: next.to_string(),
            },
            CaseChange::Log { .. } => OfCase::Logged,
            CaseChange::Close { outcome, .. } => OfCase::Closed {
                outcome: outcome.clone(),
            },
            CaseChange::AddProof { proof, .. } => OfCase::Proof {
                path: proof.path.clone(),
            },
            CaseChange::Answer {
                question, reply, ..
            } => match reply {
                Some(reply) => OfCase::Answered(Answered::of(*question, *reply)),
                None => OfCase::Unanswered {
                    question: (*question).into(),
                },
            },
        };
        Some(Self {
            case: case.id.to_string(),
            what,
        })
    }
}

impl LineLabel {
    /// The label of a change of this book, as it was before the change.
    pub fn of(change: &LineChange, book: &Book) -> Option<Self> {
        let line = book.lines.get(change.line)?;
        let path = |k: usize| Some(line.ways.get(k)?.path.clone());
        let what = match &change.what {
            LineDone::AddWay(way) => OfLine::WayAdded {
                path: way.path.clone(),
            },
            LineDone::ConfirmWay { way, .. } => OfLine::WayConfirmed { path: path(*way)? },
            LineDone::EndWay { way, next, .. } => match next {
                Some(next) => OfLine::WayMoved {
                    path: path(*way)?,
                    to: next.path.clone(),
                },
                None => OfLine::WayClosed { path: path(*way)? },
            },
            LineDone::SetContact(_) => OfLine::Contact,
            LineDone::AddNotice(notice) => OfLine::Notice {
                text: notice.text.clone(),
            },
            LineDone::AddRefusal(attempt) => OfLine::Refused {
                item: attempt.item.clone(),
            },
            LineDone::AnswerRefusal { answers, .. } => OfLine::Answered {
                answers: answers
                    .iter()
                    .map(|(question, reply)| Answered::of(question, reply))
                    .collect(),
            },
        };
        Some(Self {
            line: line.name.clone(),
            what,
        })
    }
}

impl Texts {
    /// A change of a case in words.
    pub(super) fn change_of_case(self, label: &CaseLabel) -> String {
        let case = label.case.as_str();
        match &label.what {
            OfCase::Opened { kind, subject } => {
                let kind = self.case_kind((*kind).into());
                self.change_case_opened(case, [subject, kind].join(" ").trim())
            }
            OfCase::Logged => self.change_case_logged(case),
            OfCase::Next { on } => self.change_case_next(case, on),
            OfCase::Closed { outcome } => self.change_case_closed(case, outcome),
            OfCase::Proof { path } => self.change_case_proof(case, path),
            OfCase::Answered(answered) => {
                let (question, reply) = answered.words(self);
                self.change_case_answered(case, question, reply)
            }
            OfCase::Unanswered { question } => {
                let question = self.question((*question).into());
                self.change_case_unanswered(case, question)
            }
        }
    }

    /// A change of a line in words.
    pub(super) fn change_of_line(self, label: &LineLabel) -> String {
        let line = label.line.as_str();
        match &label.what {
            OfLine::WayAdded { path } => self.change_way_added(line, path),
            OfLine::WayConfirmed { path } => self.change_way_confirmed(line, path),
            OfLine::WayMoved { path, to } => self.change_way_moved(line, path, to),
            OfLine::WayClosed { path } => self.change_way_closed(line, path),
            OfLine::Contact => self.change_contact(line),
            OfLine::Notice { text } => self.change_notice(line, text),
            OfLine::Refused { item: Some(item) } => self.change_refused(line, item),
            OfLine::Refused { item: None } => self.change_refused_any(line),
            OfLine::Answered { answers } => {
                let words = answers.iter().map(|answered| {
                    let (question, reply) = answered.words(self);
                    [question, reply].join(" ")
                });
                let words: Vec<String> = words.collect();
                self.change_refusal_answered(line, &words.join(self.comma()))
            }
        }
    }
}

impl Answered {
    fn of(question: Question, reply: Reply) -> Self {
        Self {
            question: question.into(),
            yes: reply == Reply::Yes,
        }
    }

    fn words(self, texts: Texts) -> (&'static str, &'static str) {
        let reply = if self.yes { Reply::Yes } else { Reply::No };
        (texts.question(self.question.into()), texts.reply(reply))
    }
}

/// Both ways between a value and its name in the history.
macro_rules! named {
    ($meaning:ident, $name:ident, $($value:ident),+) => {
        impl From<$meaning> for $name {
            fn from(value: $meaning) -> Self {
                match value { $($meaning::$value => Self::$value,)+ }
            }
        }
        impl From<$name> for $meaning {
            fn from(value: $name) -> Self {
                match value { $($name::$value => Self::$value,)+ }
            }
        }
    };
}

named!(
    CaseKind,
    Kind,
    LimitNotRestored,
    Refused,
    PaymentFailed,
    WrongAmount,
    EntryMoved,
    Refund,
    Other
);
named!(
    Question,
    Asked,
    CreditReview,
    OfficialChannel,
    Dispute,
    Eligible,
    CardLimit,
    Notices
);
