//! Cases: problems being followed up with a provider's customer service (客服跟进).

mod checklist;
mod subject;

use chrono::NaiveDate;

pub use self::checklist::{Checked, Step, StepState, Why, checklist};
pub use self::subject::{Subject, default_subject};

use super::answers::Answers;
use super::id::{CaseId, LineId, PlanId};

/// A problem being followed up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// What it is about.
    pub kind: CaseKind,
    /// The line it concerns.
    pub line: Option<LineId>,
    /// The plan it concerns.
    pub plan: Option<PlanId>,
    /// The installment it concerns.
    pub n: Option<u32>,
    /// When it was opened.
    pub opened: NaiveDate,
    /// When the next step is due.
    pub next: Option<NaiveDate>,
    /// When it was closed.
    pub closed: Option<NaiveDate>,
    /// How it ended.
    pub outcome: Option<String>,
    /// What was said and promised.
    pub log: Vec<CaseEntry>,
    /// What was found out by asking.
    pub answers: Answers,
    /// Files that prove something.
    pub proof: Vec<Proof>,
}

/// What a case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CaseKind {
    /// A limit did not come back.
    LimitNotRestored,
    /// Installments were refused.
    Refused,
    /// A payment failed.
    PaymentFailed,
    /// The amount is wrong.
    WrongAmount,
    /// The place to pay has moved.
    EntryMoved,
    /// A refund is missing.
    Refund,
    /// Anything else.
    #[default]
    Other,
}

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseEntry {
    /// When.
    pub on: NaiveDate,
    /// What was said.
    pub what: String,
    /// By when something was promised.
    pub promise: Option<NaiveDate>,
}

/// A file that proves something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// Where it lies.
    pub path: String,
    /// Its SHA-256 when it was recorded, in hexadecimal.
    pub sha256: Option<String>,
}

impl Case {
    /// True until it is closed.
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// The last promise that was given.
    pub fn promise(&self) -> Option<NaiveDate> {
        self.log.iter().rev().find_map(|entry| entry.promise)
    }

    /// The promised day that passed without an answer: nothing was noted on it or since.
    pub fn missed_promise(&self, today: NaiveDate) -> Option<NaiveDate> {
        let by = self.promise().filter(|by| self.is_open() && *by < today)?;
        let promised = self
            .log
            .iter()
            .rposition(|entry| entry.promise == Some(by))?;
        let since = self.log.get(promised + 1..).unwrap_or_default();
        since.iter().all(|entry| entry.on < by).then_some(by)
    }
}
