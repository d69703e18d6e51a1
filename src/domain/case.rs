//! Cases: problems being followed up with a provider's customer service (客服跟进).

use chrono::NaiveDate;

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
}
