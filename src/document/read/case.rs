//! Cases: follow-ups with customer service.

use super::Names;
use super::value::{Fields, Value};
use super::way::answers;
use crate::document::diagnostic::Problem;
use crate::domain::case::{Case, CaseEntry, CaseKind, Proof};
use crate::domain::id::CaseId;
use crate::domain::plan::MOST_PERIODS;

/// The words of what a case is about.
pub const KINDS: [(&str, CaseKind); 7] = [
    ("limit-not-restored", CaseKind::LimitNotRestored),
    ("refused", CaseKind::Refused),
    ("payment-failed", CaseKind::PaymentFailed),
    ("wrong-amount", CaseKind::WrongAmount),
    ("entry-moved", CaseKind::EntryMoved),
    ("refund", CaseKind::Refund),
    ("other", CaseKind::Other),
];

/// Reads a case.
pub fn case(value: Value<'_>, names: &Names<'_>) -> Option<Case> {
    let mut fields = value.table()?;
    let id = names.cases.claim(&mut fields, CaseId::new);
    let kind = fields.get("kind").and_then(|kind| kind.word(&KINDS));
    let line = fields.get("line").and_then(|id| names.line(id));
    let plan = fields.get("plan").and_then(|id| names.plan(id));
    let n = fields.get("n").and_then(|n| n.whole(1..=MOST_PERIODS));
    let opened = fields.need("opened").and_then(Value::date);
    let closed = closed(&mut fields, opened);
    let next = fields.get("next").and_then(Value::date);
    let outcome = fields.get("outcome").and_then(Value::some_text);
    let log = fields.entries("log", entry);
    let answers = fields.get("answers").and_then(answers);
    let proof = fields.entries("proof", proof);
    fields.finish();
    Some(Case {
        id: id?,
        kind: kind.unwrap_or_default(),
        line,
        plan,
        n,
        opened: opened?,
        next,
        closed,
        outcome,
        log,
        answers: answers.unwrap_or_default(),
        proof,
    })
}

fn closed(fields: &mut Fields<'_>, opened: Option<chrono::NaiveDate>) -> Option<chrono::NaiveDate> {
    let value = fields.get("closed")?;
    let closed = value.date()?;
    if let Some(day) = opened.filter(|opened| closed < *opened) {
        value.warn(Problem::TooEarly {
            key: "closed",
            than: "opened",
            day,
        });
    }
    Some(closed)
}

fn entry(value: Value<'_>) -> Option<CaseEntry> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let what = fields.need("what").and_then(Value::text);
    let promise = fields.get("promise").and_then(Value::date);
    fields.finish();
    Some(CaseEntry {
        on: on?,
        what: what?,
        promise,
    })
}

fn proof(value: Value<'_>) -> Option<Proof> {
    let mut fields = value.table()?;
    let path = fields.need("path").and_then(Value::text);
    let sha256 = fields.get("sha256").and_then(Value::some_text);
    fields.finish();
    Some(Proof {
        path: path?,
        sha256,
    })
}
