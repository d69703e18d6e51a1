//! `case`: what is followed up with customer service, from its opening to its outcome; `failed`.

use std::path::Path;

use super::answer::View;
use super::args::{CaseAct, CaseAnswer, CaseClose, CaseLog, CaseOpen, CaseProof, Failed};
use super::change::Outcome;
use super::failure::{Exit, Failure};
use super::file::{Opened, Source, why_unread};
use super::follow::{answer, carry, some_day};
use super::pick;
use super::run::{Desk, Teller};
use super::typed::day;
use crate::document::CASE_KINDS;
use crate::domain::case::{CaseKind, default_subject};
use crate::domain::command::{CaseCommand, OpenCase};
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{CaseId, Command, Position};
use crate::store::{self, ReadError};

mod list;
mod show;

/// Does what is asked about cases.
pub(super) fn case(
    act: &CaseAct,
    desk: &Desk,
    opened: &Opened,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let position = Position::of(opened.document.book(), &opened.calendar, desk.today);
    let view = View {
        book: opened.document.book(),
        position: &position,
        calendar: &opened.calendar,
        texts: desk.texts,
    };
    match act {
        CaseAct::List(args) => teller.tell(&list::list(&view, args.all)),
        CaseAct::Show(args) => teller.tell(&show::show(&view, &args.case)?),
        CaseAct::Export(args) => teller.tell(&show::export(&view, &args.case)?),
        CaseAct::Open(args) => teller.tell(&open(desk, opened, args, &position)?),
        CaseAct::Log(args) => teller.tell(&log(desk, opened, args)?),
        CaseAct::Close(args) => teller.tell(&close(desk, opened, args)?),
        CaseAct::Proof(args) => teller.tell(&proof(desk, opened, args)?),
        CaseAct::Answer(args) => teller.tell(&answered(desk, opened, args)?),
    }
}

/// Opens a case about what is most likely the matter, unless that is said.
fn open(
    desk: &Desk,
    opened: &Opened,
    args: &CaseOpen,
    position: &Position,
) -> Result<Outcome, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let (line, plan) = match pick::subject(book, &args.subject, texts)? {
        pick::Subject::Line(line) => (Some(line), None),
        pick::Subject::Plan(plan) => {
            let id = book.plans[plan].line.as_ref();
            let line = id.and_then(|id| book.lines.iter().position(|line| line.id == *id));
            (line, Some(plan))
        }
    };
    let (likely, about) = default_subject(book, position, line, plan);
    let said = args.kind.as_deref().and_then(kind);
    let plan = if said.is_none_or(|kind| kind == likely) {
        about.or(plan)
    } else {
        plan
    };
    let command = CaseCommand::Open(OpenCase {
        kind: said.unwrap_or(likely),
        line: line.map(|line| book.lines[line].id.clone()),
        plan: plan.map(|plan| book.plans[plan].id.clone()),
        n: args.n,
        on: day(args.on.as_deref(), desk.today, texts)?,
        next: some_day(args.next.as_deref(), desk)?,
        said: args.said.clone(),
    });
    carry(desk, opened, Command::Case(command), args.dry_run)
}

fn kind(word: &str) -> Option<CaseKind> {
    let mut kinds = CASE_KINDS.iter();
    kinds.find(|(name, _)| *name == word).map(|(_, kind)| *kind)
}

fn id(opened: &Opened, typed: &str, desk: &Desk) -> Result<CaseId, Failure> {
    let book = opened.document.book();
    Ok(book.cases[pick::case(book, typed, desk.texts)?].id.clone())
}

fn log(desk: &Desk, opened: &Opened, args: &CaseLog) -> Result<Outcome, Failure> {
    let what = args.log_text.join(" ");
    let command = CaseCommand::Log {
        case: id(opened, &args.case, desk)?,
        on: day(args.on.as_deref(), desk.today, desk.texts)?,
        what: Some(what).filter(|what| !what.is_empty()),
        promise: some_day(args.promise.as_deref(), desk)?,
        next: some_day(args.next.as_deref(), desk)?,
    };
    carry(desk, opened, Command::Case(command), args.dry_run)
}

fn close(desk: &Desk, opened: &Opened, args: &CaseClose) -> Result<Outcome, Failure> {
    let command = CaseCommand::Close {
        case: id(opened, &args.case, desk)?,
        on: day(args.on.as_deref(), desk.today, desk.texts)?,
        outcome: args.outcome.clone(),
    };
    carry(desk, opened, Command::Case(command), args.dry_run)
}

/// Adds a file with its SHA-256, named from the folder of the book where it lies in there.
fn proof(desk: &Desk, opened: &Opened, args: &CaseProof) -> Result<Outcome, Failure> {
    let digest = store::digest(&args.proof_path);
    let sha256 = digest.map_err(|error| unreadable(&args.proof_path, &error, desk))?;
    let path = match &opened.source {
        Source::File(book) => store::seen_from(book, &args.proof_path),
        Source::Demo => args.proof_path.clone(),
    };
    let command = CaseCommand::AddProof {
        case: id(opened, &args.case, desk)?,
        path: path.display().to_string(),
        sha256,
    };
    carry(desk, opened, Command::Case(command), args.dry_run)
}

fn answered(desk: &Desk, opened: &Opened, args: &CaseAnswer) -> Result<Outcome, Failure> {
    let (question, reply) = answer(&args.answer, desk.texts)?;
    let command = CaseCommand::Answer {
        case: id(opened, &args.case, desk)?,
        question,
        reply,
    };
    carry(desk, opened, Command::Case(command), args.dry_run)
}

fn unreadable(path: &Path, error: &ReadError, desk: &Desk) -> Failure {
    let why = why_unread(error, desk.texts);
    let path = path.display().to_string();
    Failure::wrong_use(desk.texts.cli_proof_unreadable(&path, &why))
}

/// Notes that a payment failed: a case about the installment, which stays open.
pub(super) fn failed(desk: &Desk, opened: &Opened, args: &Failed) -> Result<Outcome, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let k = pick::plan(book, &args.plan, texts)?;
    let position = Position::of(book, &opened.calendar, desk.today);
    let next = position.plans.get(k).and_then(PlanStanding::next);
    let command = CaseCommand::Open(OpenCase {
        kind: CaseKind::PaymentFailed,
        line: None,
        plan: Some(book.plans[k].id.clone()),
        n: args.n.or(next.map(InstallmentStanding::n)),
        on: day(args.when.on.as_deref(), desk.today, texts)?,
        next: None,
        said: args.said.clone(),
    });
    carry(desk, opened, Command::Case(command), args.when.dry_run)
}
