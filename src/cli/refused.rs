//! `refused`: a refusal is noted, and everything that may have been its cause is gone through.

use serde::Serialize;

use super::answer::{Answer, exact};
use super::args;
use super::change::Outcome;
use super::failure::{Exit, Failure};
use super::file::Opened;
use super::follow::{answer, carry, some_day};
use super::json::{self, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use super::typed::{day, positive};
use crate::domain::answers::Answers;
use crate::domain::attempt::Attempt;
use crate::domain::command::{LineAct, LineCommand};
use crate::domain::diagnosis::{Cause, Diagnosis, Finding, NextStep, diagnosis};
use crate::domain::line::CreditLine;
use crate::domain::{Book, Command, Position};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Refused {
    #[serde(flatten)]
    outcome: Outcome,
    line: String,
    times: usize,
    not_eligible_since: Option<Day>,
    causes: Vec<Row>,
    next: Next,
}

#[derive(Debug, Serialize)]
struct Row {
    cause: &'static str,
    state: &'static str,
    detail: String,
    #[serde(skip)]
    words: &'static str,
    #[serde(skip)]
    said: &'static str,
    #[serde(skip)]
    role: Role,
}

#[derive(Debug, Serialize)]
struct Next {
    step: &'static str,
    on: Day,
    text: String,
}

/// Notes a refusal, or what was found out about the last one, and tells what it may have been.
pub(super) fn refused(
    desk: &Desk,
    opened: &Opened,
    args: &args::Refused,
) -> Result<Refused, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let k = pick::line(book, &args.line, texts)?;
    let line = &book.lines[k];
    let command = Command::Line(LineCommand {
        line: line.id.clone(),
        on: day(args.when.on.as_deref(), desk.today, texts)?,
        what: what(desk, line, args)?,
    });
    let mut after = book.clone();
    if let Ok(change) = command.check(book, &opened.calendar, desk.today) {
        change.apply(&mut after);
    }
    let outcome = carry(desk, opened, command, args.when.dry_run)?;
    let position = Position::of(&after, &opened.calendar, desk.today);
    let found = diagnosis(&after, &position, &opened.calendar, k);
    let teller = Teller {
        book: &after,
        line: &after.lines[k],
        position: &position,
        k,
        texts,
    };
    let Some(found) = found else {
        return Err(Failure::wrong_use(texts.refusal_nothing_refused()));
    };
    Ok(Refused {
        outcome,
        line: line.id.to_string(),
        times: found.times,
        not_eligible_since: found.not_eligible.map(Day),
        causes: teller.rows(&found),
        next: teller.next(&found),
    })
}

/// A new refusal, or answers about the last one where nothing else is given.
fn what(desk: &Desk, line: &CreditLine, args: &args::Refused) -> Result<LineAct, Failure> {
    let texts = desk.texts;
    let mut answers = Answers::default();
    for typed in &args.answer {
        let (question, Some(reply)) = answer(typed, texts)? else {
            return Err(Failure::wrong_use(texts.cli_reply_form(typed)));
        };
        answers.set(question, reply);
    }
    let is_new = [&args.item, &args.amount, &args.said, &args.retry]
        .iter()
        .any(|given| given.is_some());
    if !is_new && !answers.is_empty() {
        return Ok(LineAct::AnswerRefusal(answers));
    }
    let amount = match &args.amount {
        Some(typed) => Some(positive(typed, line.currency, texts)?),
        None => None,
    };
    Ok(LineAct::AddRefusal(Attempt {
        on: desk.today,
        item: args.item.clone(),
        amount,
        said: args.said.clone(),
        retry: some_day(args.retry.as_deref(), desk)?,
        answers,
    }))
}

/// Words what was found.
struct Teller<'b> {
    book: &'b Book,
    line: &'b CreditLine,
    position: &'b Position,
    k: usize,
    texts: Texts,
}

impl Teller<'_> {
    fn rows(&self, found: &Diagnosis) -> Vec<Row> {
        let row = |(cause, finding): &(Cause, Finding)| {
            let (state, said, role) = self.state(*finding);
            Row {
                cause: json::refusal_cause(*cause),
                state,
                detail: self.detail(*cause, *finding),
                words: self.texts.cause(*cause),
                said,
                role,
            }
        };
        found.causes.iter().map(row).collect()
    }

    fn state(&self, finding: Finding) -> (&'static str, &'static str, Role) {
        let texts = self.texts;
        match finding {
            Finding::Unknown => ("unknown", texts.finding_unknown(), Role::Muted),
            Finding::Ask(_) => ("ask", texts.finding_ask(), Role::Due),
            finding if finding.stands() => ("yes", texts.finding_yes(), Role::Overdue),
            _ => ("no", texts.finding_no(), Role::Paid),
        }
    }

    fn detail(&self, cause: Cause, finding: Finding) -> String {
        let (texts, currency) = (self.texts, self.line.currency);
        let told = match finding {
            Finding::Is(reason) => Some(texts.reason(&reason, Amounts::SHOWN, currency)),
            Finding::Answered { on, .. } => Some(texts.finding_found_out(&on.to_string())),
            Finding::CardExpired { method } => {
                let method = self.book.methods.get(method);
                method.map(|method| texts.finding_card_expired(&method.name))
            }
            Finding::Ask(question) => Some(texts.question(question).to_owned()),
            Finding::IsNot | Finding::Unknown => None,
        };
        let limit = (cause == Cause::Limit).then(|| self.limit()).flatten();
        let parts: Vec<String> = [told, limit].into_iter().flatten().collect();
        parts.join(texts.semicolon())
    }

    /// What is available and on its way, where the limit is known.
    fn limit(&self) -> Option<String> {
        let limit = self.position.limits.get(self.k)?;
        let text = |amount| exact(amount, self.line.currency);
        let out = limit.restoring + limit.late;
        Some(
            self.texts
                .finding_limit(&text(limit.available?), &text(out)),
        )
    }

    fn next(&self, found: &Diagnosis) -> Next {
        let texts = self.texts;
        let (step, text) = match found.next {
            NextStep::PayOverdue => ("pay-overdue", texts.next_pay_overdue().to_owned()),
            NextStep::FreeLimit => ("free-limit", texts.next_free_limit().to_owned()),
            NextStep::PayMoreDown { short } => {
                let short = exact(short, self.line.currency);
                ("pay-more-down", texts.next_more_down(&short))
            }
            NextStep::AskToUnblock => ("ask-to-unblock", texts.next_unblock().to_owned()),
            NextStep::Retry => ("retry", texts.next_retry().to_owned()),
            NextStep::RenewIdentity => ("renew-identity", texts.next_identity().to_owned()),
            NextStep::RenewCard => ("renew-card", texts.next_card().to_owned()),
            NextStep::OtherWay => ("other-way", texts.next_other().to_owned()),
            NextStep::FindOut(question) => {
                ("find-out", texts.next_find_out(texts.question(question)))
            }
            NextStep::AskService => ("ask-service", texts.next_service().to_owned()),
        };
        Next {
            step,
            on: Day(found.on),
            text,
        }
    }
}

impl Answer for Refused {
    fn write(&self, page: &mut Page, texts: Texts) {
        self.outcome.write(page, texts);
        if self.times > 1 {
            page.line(texts.cli_refused_times(self.times));
        }
        if let Some(since) = self.not_eligible_since {
            page.line(texts.cli_refused_not_eligible(&since.0.to_string()));
        }
        page.gap();
        let row = |row: &Row| {
            vec![
                Cell::new(row.words),
                Cell::in_role(row.said, row.role),
                Cell::new(&*row.detail),
            ]
        };
        let rows: Vec<_> = self.causes.iter().map(row).collect();
        page.table(&[Align::Left; 3], &rows);
        page.gap();
        let on = self.next.on.0.to_string();
        page.line(texts.cli_refused_next(&self.next.text, &on));
    }

    fn exit(&self) -> Exit {
        self.outcome.exit()
    }

    fn is_saved(&self) -> bool {
        self.outcome.is_saved()
    }

    fn warnings(&self) -> &[String] {
        self.outcome.warnings()
    }
}
