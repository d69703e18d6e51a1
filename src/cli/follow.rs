//! What the commands about follow-ups, places to pay and refusals have in common.

use chrono::NaiveDate;

use super::change::{self, Outcome};
use super::failure::Failure;
use super::file::Opened;
use super::run::Desk;
use super::typed::day;
use crate::document::{QUESTIONS, REPLIES};
use crate::domain::Command;
use crate::domain::answers::{Question, Reply};
use crate::settings::change_label::ChangeLabel;
use crate::settings::texts::Texts;

/// Carries a command out and saves it, or only tells what it would note.
pub(super) fn carry(
    desk: &Desk,
    opened: &Opened,
    command: Command,
    dry_run: bool,
) -> Result<Outcome, Failure> {
    let book = opened.document.book();
    if !dry_run {
        return change::carry(desk, opened, command, book.currency);
    }
    let texts = desk.texts;
    match command.check(book, &opened.calendar, desk.today) {
        Ok(change) => {
            let label = ChangeLabel::of(&change, book);
            let said = label.map(|label| texts.change(&label)).unwrap_or_default();
            Ok(Outcome::nothing(texts.cli_would(&said)))
        }
        Err(refusal) => change::not_needed(&command, &refusal, book.currency, texts),
    }
}

/// The date that was typed, where one was.
pub(super) fn some_day(typed: Option<&str>, desk: &Desk) -> Result<Option<NaiveDate>, Failure> {
    match typed {
        Some(_) => day(typed, desk.today, desk.texts).map(Some),
        None => Ok(None),
    }
}

/// What an answer is taken away with.
const OPEN: &str = "open";

/// `credit-review=yes`, or `credit-review=open` to take an answer away.
pub(super) fn answer(typed: &str, texts: Texts) -> Result<(Question, Option<Reply>), Failure> {
    let bad_form = || Failure::wrong_use(texts.cli_reply_form(typed));
    let (question, reply) = typed.split_once('=').ok_or_else(bad_form)?;
    let mut questions = QUESTIONS.iter();
    let Some((_, question)) = questions.find(|(key, _)| *key == question.trim()) else {
        let known: Vec<&str> = QUESTIONS.iter().map(|(key, _)| *key).collect();
        let unknown = texts.cli_question_unknown(question, &known.join(" "));
        return Err(Failure::wrong_use(unknown));
    };
    if reply.trim() == OPEN {
        return Ok((*question, None));
    }
    let mut replies = REPLIES.iter();
    let reply = replies.find(|(word, _)| *word == reply.trim());
    let (_, reply) = reply.ok_or_else(bad_form)?;
    Ok((*question, Some(*reply)))
}
