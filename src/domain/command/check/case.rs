//! Cases that begin, go on and end.

use chrono::NaiveDate;

use super::{AsOf, check_date, number, words};
use crate::domain::answers::Answers;
use crate::domain::case::{Case, CaseEntry, Proof};
use crate::domain::command::{CaseChange, CaseCommand, Change, OpenCase};
use crate::domain::id::CaseId;
use crate::domain::refusal::Refusal;

impl CaseCommand {
    pub(super) fn check(&self, as_of: AsOf<'_>) -> Result<Change, Refusal> {
        let change = match self {
            Self::Open(open) => open.check(as_of)?,
            Self::Log {
                case,
                on,
                what,
                promise,
                next,
            } => {
                let k = open_case(as_of, case, *on)?;
                log(as_of, k, what.as_deref(), (*on, *promise, *next))?
            }
            Self::Close { case, on, outcome } => {
                let k = open_case(as_of, case, *on)?;
                CaseChange::Close {
                    case: k,
                    on: *on,
                    outcome: words(Some(outcome))?.ok_or(Refusal::OutcomeNeeded)?,
                }
            }
            Self::AddProof { case, path, sha256 } => proof(as_of, case, path, sha256)?,
            Self::Answer {
                case,
                question,
                reply,
            } => {
                let k = find(as_of, case)?;
                if as_of.book.cases[k].answers.get(*question) == *reply {
                    return Err(Refusal::AlreadySo);
                }
                CaseChange::Answer {
                    case: k,
                    question: *question,
                    reply: *reply,
                }
            }
        };
        Ok(Change::Case(change))
    }
}

impl OpenCase {
    fn check(&self, as_of: AsOf<'_>) -> Result<CaseChange, Refusal> {
        as_of.check_day(self.on)?;
        let book = as_of.book;
        let plan = match &self.plan {
            Some(id) => Some(as_of.find(id)?),
            None => None,
        };
        if let (Some(plan), Some(n)) = (&plan, self.n) {
            plan.row(n)?;
        }
        let line = plan
            .as_ref()
            .and_then(|found| found.plan.line.clone())
            .or_else(|| self.line.clone());
        if let Some(id) = line.as_ref().filter(|id| book.line(id).is_none()) {
            return Err(Refusal::UnknownLine(id.clone()));
        }
        let mut open = book.cases.iter().filter(|case| case.is_open());
        let same = open.find(|case| {
            (case.kind, &case.line, &case.plan, case.n) == (self.kind, &line, &self.plan, self.n)
        });
        if let Some(same) = same {
            return Err(Refusal::CaseIsOpen(same.id.clone()));
        }
        let next = self.next.unwrap_or(as_of.today);
        check_next(as_of, next)?;
        let said = words(self.said.as_deref())?.map(|what| CaseEntry {
            on: self.on,
            what,
            promise: None,
        });
        Ok(CaseChange::Open(Box::new(Case {
            id: free_id(&book.cases)?,
            kind: self.kind,
            line,
            plan: self.plan.clone(),
            n: self.n,
            opened: self.on,
            next: Some(next),
            closed: None,
            outcome: None,
            log: said.into_iter().collect(),
            answers: Answers::default(),
            proof: Vec::new(),
        })))
    }
}

/// `c` and the number after the highest in use.
fn free_id(cases: &[Case]) -> Result<CaseId, Refusal> {
    let number = |case: &Case| case.id.as_str().strip_prefix('c')?.parse::<u64>().ok();
    let highest = cases.iter().filter_map(number).max().unwrap_or_default();
    CaseId::new(&format!("c{}", highest.saturating_add(1))).or(Err(Refusal::TooLarge))
}

fn find(as_of: AsOf<'_>, id: &CaseId) -> Result<usize, Refusal> {
    let mut cases = as_of.book.cases.iter();
    cases
        .position(|case| case.id == *id)
        .ok_or_else(|| Refusal::UnknownCase(id.clone()))
}

/// The case of this id, open, and on a day since it was opened.
fn open_case(as_of: AsOf<'_>, id: &CaseId, on: NaiveDate) -> Result<usize, Refusal> {
    let k = find(as_of, id)?;
    let case = &as_of.book.cases[k];
    as_of.check_day(on)?;
    match case.closed {
        Some(closed) => Err(Refusal::CaseClosed(closed)),
        None if on < case.opened => Err(Refusal::BeforeCase(case.opened)),
        None => Ok(k),
    }
}

fn check_next(as_of: AsOf<'_>, next: NaiveDate) -> Result<(), Refusal> {
    check_date(next)?;
    if next < as_of.today {
        Err(Refusal::InPast(next))
    } else {
        Ok(())
    }
}

/// An entry of the log. A promise moves the next step to its day, unless another one is given.
fn log(
    as_of: AsOf<'_>,
    k: usize,
    what: Option<&str>,
    (on, promise, next): (NaiveDate, Option<NaiveDate>, Option<NaiveDate>),
) -> Result<CaseChange, Refusal> {
    let case = &as_of.book.cases[k];
    if let Some(promise) = promise {
        check_date(promise)?;
        if promise < on {
            return Err(Refusal::PromiseBefore(on));
        }
    }
    if let Some(next) = next {
        check_next(as_of, next)?;
    }
    let next = next.or(promise).filter(|next| case.next != Some(*next));
    let entry = words(what)?.map(|what| CaseEntry { on, what, promise });
    if entry.is_none() && promise.is_some() {
        return Err(Refusal::TextNeeded);
    }
    if entry.as_ref().is_some_and(|entry| case.log.contains(entry)) && next.is_none()
        || entry.is_none() && next.is_none()
    {
        return Err(Refusal::AlreadySo);
    }
    Ok(CaseChange::Log {
        case: k,
        entry,
        next,
    })
}

fn proof(as_of: AsOf<'_>, id: &CaseId, path: &str, sha256: &str) -> Result<CaseChange, Refusal> {
    let case = find(as_of, id)?;
    let proof = Proof {
        path: words(Some(path))?.ok_or(Refusal::TextNeeded)?,
        sha256: number(Some(sha256))?,
    };
    if as_of.book.cases[case].proof.contains(&proof) {
        return Err(Refusal::AlreadySo);
    }
    Ok(CaseChange::AddProof { case, proof })
}
