//! What a case is about, as the book has it.

use chrono::NaiveDate;

use super::{Case, CaseKind};
use crate::domain::book::Book;
use crate::domain::line::CreditLine;
use crate::domain::plan::Plan;
use crate::domain::position::Position;
use crate::domain::restoring::{FreedLimit, RestoreState};
use crate::domain::standing::PlanStanding;

/// For so many days a refusal is what a new case on its line is most likely about.
const FRESH_DAYS: i64 = 7;

/// What a case is about.
#[derive(Debug, Clone)]
pub struct Subject<'b> {
    /// Its line, or the line of its plan.
    pub line: Option<&'b CreditLine>,
    /// Its plan.
    pub plan: Option<&'b Plan>,
    /// How the plan stands.
    pub standing: Option<&'b PlanStanding>,
    /// The limit that was late when the case was opened, else on its way; oldest first.
    pub freed: Vec<&'b FreedLimit>,
}

impl<'b> Subject<'b> {
    /// What a case is about. `position` is that of the book.
    pub fn of(case: &Case, book: &'b Book, position: &'b Position) -> Self {
        let k = case.plan.as_ref();
        let k = k.and_then(|id| book.plans.iter().position(|plan| plan.id == *id));
        let plan = k.and_then(|k| book.plans.get(k));
        let id = plan
            .and_then(|plan| plan.line.as_ref())
            .or(case.line.as_ref());
        let at = id.and_then(|id| book.lines.iter().position(|line| line.id == *id));
        Self {
            line: at.and_then(|at| book.lines.get(at)),
            plan,
            standing: k.and_then(|k| position.plans.get(k)),
            freed: at.map_or_else(Vec::new, |at| freed(position, at, k, case.opened)),
        }
    }
}

/// What was out on a day: the late ones, or all where none was late.
fn freed(position: &Position, line: usize, plan: Option<usize>, on: NaiveDate) -> Vec<&FreedLimit> {
    let Some(limit) = position.limits.get(line) else {
        return Vec::new();
    };
    let all = limit.back.iter().chain(&limit.out);
    let mut out: Vec<_> = all
        .filter(|entry| plan.is_none_or(|plan| entry.plan == plan) && entry.is_out_on(on))
        .collect();
    let is_late = |entry: &&FreedLimit| entry.state_on(on) == RestoreState::Late;
    if out.iter().any(is_late) {
        out.retain(is_late);
    }
    out.sort_by_key(|entry| entry.paid_on);
    out
}

/// What a case on this line, or on this plan of it, is most likely about today: limit that is
/// late, or a refusal of the last days. With it the plan whose limit is late longest.
pub fn default_subject(
    book: &Book,
    position: &Position,
    line: Option<usize>,
    plan: Option<usize>,
) -> (CaseKind, Option<usize>) {
    let today = position.today;
    let of_line = line.and_then(|line| position.limits.get(line));
    let late = of_line
        .iter()
        .flat_map(|limit| &limit.out)
        .filter(|entry| plan.is_none_or(|plan| entry.plan == plan))
        .filter(|entry| entry.state_on(today) == RestoreState::Late)
        .min_by_key(|entry| entry.paid_on);
    if let Some(first) = late {
        return (CaseKind::LimitNotRestored, Some(first.plan));
    }
    let last = line
        .filter(|_| plan.is_none())
        .and_then(|line| book.lines.get(line)?.refused.last());
    let is_fresh = last.is_some_and(|last| (today - last.on).num_days() <= FRESH_DAYS);
    let kind = if is_fresh {
        CaseKind::Refused
    } else {
        CaseKind::Other
    };
    (kind, plan)
}
