//! Changes of cases in the text.

use super::entry::{Entry, Spacing, stated, string, word};
use super::place;
use super::place::{lines_of, one_line_of};
use super::table::{Layout, append_kind};
use super::way::{answer, answers, unanswer};
use crate::document::locate::entry as place_of;
use crate::document::read::case::KINDS;
use crate::document::text_edit::Splice;
use crate::document::tree::Table;
use crate::domain::answers::Answers;
use crate::domain::case::{Case, CaseEntry, Proof};
use crate::domain::command::CaseChange;

/// The splices that write a change of a case.
pub fn splices(text: &str, root: &Table<'_>, change: &CaseChange) -> Option<Vec<Splice>> {
    if let CaseChange::Open(case) = change {
        return append_kind(text, root, "case", |layout| entry(case, layout));
    }
    let owner = place_of(root, "case", change.case()?)?;
    match change {
        CaseChange::Open(_) => None,
        CaseChange::Log { entry, next, .. } => {
            let mut splices = Vec::new();
            if let Some(entry) = entry {
                splices = place::append(text, owner, "log", &[logged(entry)])?;
            }
            if let Some(next) = next {
                let day = next.to_string();
                splices.extend(place::set(text, owner, &[("next", day)])?);
            }
            splices.sort_by_key(|splice| splice.range.start);
            Some(splices)
        }
        CaseChange::Close { on, outcome, .. } => {
            let ended = vec![("closed", on.to_string()), ("outcome", string(outcome))];
            place::set(text, owner, &ended)
        }
        CaseChange::AddProof { proof, .. } => place::append(text, owner, "proof", &[proven(proof)]),
        CaseChange::Answer {
            question, reply, ..
        } => match reply {
            Some(reply) => {
                let mut given = Answers::default();
                given.set(*question, *reply);
                answer(text, owner, &given)
            }
            None => unanswer(text, owner, *question),
        },
    }
}

/// A whole case, its keys in the order of the file format.
fn entry(case: &Case, layout: Layout<'_>) -> Entry {
    let id = |id: &str| Some(string(id));
    let list = |entries: Vec<Entry>| match layout {
        _ if entries.is_empty() => None,
        Layout::Lines { indent, end } => Some(lines_of(&entries, indent, end)),
        Layout::Braces(spacing) => Some(one_line_of(&entries, spacing)),
    };
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let given = Some(&case.answers).filter(|answers| !answers.is_empty());
    stated([
        ("id", id(case.id.as_str())),
        ("kind", Some(word(&KINDS, &case.kind))),
        (
            "line",
            case.line.as_ref().and_then(|line| id(line.as_str())),
        ),
        (
            "plan",
            case.plan.as_ref().and_then(|plan| id(plan.as_str())),
        ),
        ("n", case.n.map(|n| n.to_string())),
        ("opened", day(Some(case.opened))),
        ("next", day(case.next)),
        ("closed", day(case.closed)),
        ("outcome", case.outcome.as_deref().map(string)),
        ("log", list(case.log.iter().map(logged).collect())),
        (
            "answers",
            given.map(|given| Spacing::OWN.inline(&answers(given))),
        ),
        ("proof", list(case.proof.iter().map(proven).collect())),
    ])
}

fn logged(entry: &CaseEntry) -> Entry {
    stated([
        ("on", Some(entry.on.to_string())),
        ("what", Some(string(&entry.what))),
        ("promise", entry.promise.map(|day| day.to_string())),
    ])
}

fn proven(proof: &Proof) -> Entry {
    stated([
        ("path", Some(string(&proof.path))),
        ("sha256", proof.sha256.as_deref().map(string)),
    ])
}
