//! Follow-ups: opening one, an entry of its log, its next day, its end.

use super::choice::Pick;
use super::field::{Field, FieldName as F};
use super::place::Place;
use super::read::Reader;
use super::task::{Begun, Task};
use super::{Form, Mistakes, Subject};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::document::CASE_KINDS;
use crate::domain::case::{CaseKind, default_subject};
use crate::domain::command::{CaseCommand, OpenCase};
use crate::domain::{CaseId, Command};
use crate::import::sms::About;
use crate::settings::format::month_day;
use crate::settings::texts::Texts;

/// So many days later a case that is put off comes up again.
const LATER: &str = "+3";

/// What is most likely the matter with the selected plan, line or alert; the next step is today.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let (line, plan) = model.case_subject().ok_or(Said::NoSubject)?;
    let (kind, late) = default_subject(book, &model.board.position, line, plan);
    let plan = late.or(plan).and_then(|k| book.plans.get(k));
    let about = plan.and_then(|plan| Subject::find(model, &plan.id, None));
    let currency = line.and_then(|line| book.lines.get(line));
    let currency = currency.map_or(book.currency, |line| line.currency);
    Ok((about, currency, fields(model, kind, "")))
}

fn fields(model: &Model, kind: CaseKind, said: &str) -> Vec<Field> {
    let kinds = CASE_KINDS.iter().map(|(_, kind)| Pick::CaseKind(*kind));
    vec![
        Field::choice(F::Kind, kinds.collect(), &Pick::CaseKind(kind)),
        Field::text(F::What, said).optional(),
        Field::text(F::Next, &model.today.to_string()),
    ]
}

impl Form {
    /// A follow-up of a payment that failed, with what the message said.
    pub(in crate::app) fn of_failure(
        model: &Model,
        failed: &About,
        said: &str,
    ) -> Result<Self, Said> {
        let about = Subject::find(model, &failed.plan, Some(failed.n)).ok_or(Said::NoSubject)?;
        let standing = model.board.position.plans.get(about.plan);
        let currency = standing.ok_or(Said::NoSubject)?.currency;
        let said: Vec<_> = said.split_whitespace().collect();
        let fields = fields(model, CaseKind::PaymentFailed, &said.join(" "));
        let begun = (Some(about), currency, fields);
        Ok(Self::begun(Task::OpenCase, begun, None, model))
    }
}

pub(super) fn command(form: &Form, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let line = match &form.place {
        Some(Place::Line { id, .. }) => Some(id.clone()),
        _ => None,
    };
    let kind = match form.picked(F::Kind) {
        Some(Pick::CaseKind(kind)) => *kind,
        _ => CaseKind::Other,
    };
    let command = CaseCommand::Open(OpenCase {
        kind,
        line,
        plan: form.about.as_ref().map(|about| about.id.clone()),
        n: form.about.as_ref().and_then(|about| about.n),
        on: model.today,
        next: read.day_if_any(F::Next),
        said: read.words(F::What),
    });
    read.done(Command::Case(command))
}

/// What was said, what was promised, what is next.
pub(super) fn begin_log(model: &Model) -> Result<Begun, Said> {
    let fields = vec![
        Field::text(F::What, ""),
        Field::text(F::Promise, "").optional(),
        Field::text(F::Next, "").optional(),
        Field::text(F::Date, &model.today.to_string()),
    ];
    of_case(model, fields)
}

pub(super) fn log(form: &Form, case: &CaseId, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = CaseCommand::Log {
        case: case.clone(),
        what: Some(read.needed_words(F::What)),
        promise: read.day_if_any(F::Promise),
        next: read.day_if_any(F::Next),
        on: read.day(F::Date),
    };
    read.done(Command::Case(command))
}

/// Three days later.
pub(super) fn begin_later(model: &Model) -> Result<Begun, Said> {
    of_case(model, vec![Field::text(F::Next, LATER)])
}

pub(super) fn later(form: &Form, case: &CaseId, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = CaseCommand::Log {
        case: case.clone(),
        on: model.today,
        what: None,
        promise: None,
        next: Some(read.day(F::Next)),
    };
    read.done(Command::Case(command))
}

/// How it ended: where the limit is back the book knows.
pub(super) fn begin_end(model: &Model) -> Result<Begun, Said> {
    let row = model.selected_case().ok_or(Said::NoCase)?;
    let texts = Texts::new(model.lang);
    let back = row.back_on.map(|on| texts.form_case_back(&month_day(on)));
    let fields = vec![
        Field::text(F::Outcome, &back.unwrap_or_default()),
        Field::text(F::Date, &model.today.to_string()),
    ];
    of_case(model, fields)
}

pub(super) fn end(form: &Form, case: &CaseId, model: &Model) -> Result<Command, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let command = CaseCommand::Close {
        case: case.clone(),
        outcome: read.needed_words(F::Outcome),
        on: read.day(F::Date),
    };
    read.done(Command::Case(command))
}

pub(super) fn of_case(model: &Model, fields: Vec<Field>) -> Result<Begun, Said> {
    let row = model.selected_case().filter(|row| row.is_open);
    let row = row.ok_or(Said::NoCase)?;
    Ok((None, row.currency, fields))
}
