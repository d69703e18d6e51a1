//! Changes of places to pay and of refusals in the text.

use super::entry::{Entry, Spacing, money, stated, string, word};
use super::place;
use crate::document::locate::entry as place_of;
use crate::document::read::way::{QUESTIONS, REPLIES};
use crate::document::text_edit::Splice;
use crate::document::tree::{Node, Spanned, Table};
use crate::domain::answers::{Answers, Question, Reply};
use crate::domain::attempt::Attempt;
use crate::domain::book::Book;
use crate::domain::command::{LineChange, LineDone};
use crate::domain::currency::Currency;
use crate::domain::way::{Contact, Notice, Way};

/// The splices that write a change of a line.
pub fn splices(
    text: &str,
    root: &Table<'_>,
    book: &Book,
    change: &LineChange,
) -> Option<Vec<Splice>> {
    let owner = place_of(root, "line", change.line)?;
    match &change.what {
        LineDone::AddWay(way) => place::append(text, owner, "ways", &[entry(way)]),
        LineDone::ConfirmWay { way, on } => {
            let way = owner.get_ref().get("ways")?.get_ref().nth(*way)?;
            place::set(text, way, &[("confirmed", on.to_string())])
        }
        LineDone::EndWay { way, on, next } => {
            let written = owner.get_ref().get("ways")?.get_ref().nth(*way)?;
            let mut splices = place::set(text, written, &[("until", on.to_string())])?;
            if let Some(next) = next {
                splices.extend(place::insert_after(
                    text,
                    owner,
                    "ways",
                    *way,
                    &entry(next),
                )?);
            }
            splices.sort_by_key(|splice| splice.range.start);
            Some(splices)
        }
        LineDone::SetContact(contact) => set_contact(text, owner, contact),
        LineDone::AddNotice(told) => place::append(text, owner, "notices", &[notice(told)]),
        LineDone::AddRefusal(attempt) => {
            let currency = book.lines.get(change.line)?.currency;
            place::append(text, owner, "refused", &[refused(attempt, currency)])
        }
        LineDone::AnswerRefusal { attempt, answers } => {
            let attempt = owner.get_ref().get("refused")?.get_ref().nth(*attempt)?;
            answer(text, attempt, answers)
        }
    }
}

/// The splices that answer questions of a table that has `answers`.
pub fn answer(text: &str, owner: &Spanned<Node<'_>>, given: &Answers) -> Option<Vec<Splice>> {
    let entry = answers(given);
    if let Some(written) = owner.get_ref().get("answers") {
        return place::set(text, written, &entry);
    }
    place::set(text, owner, &[("answers", Spacing::OWN.inline(&entry))])
}

/// The splices that take an answer away, and the table of answers with the last of them.
pub fn unanswer(text: &str, owner: &Spanned<Node<'_>>, question: Question) -> Option<Vec<Splice>> {
    let written = owner.get_ref().get("answers")?;
    match written.get_ref() {
        Node::Table(fields) if fields.len() == 1 => place::unset(text, owner, "answers"),
        _ => place::unset(text, written, key_of(question)?),
    }
}

/// What was answered.
pub fn answers(answers: &Answers) -> Entry {
    let pair =
        |(question, reply): (Question, Reply)| Some((key_of(question)?, word(&REPLIES, &reply)));
    answers.iter().filter_map(pair).collect()
}

fn key_of(question: Question) -> Option<&'static str> {
    let mut questions = QUESTIONS.iter();
    let (key, _) = questions.find(|(_, meant)| *meant == question)?;
    Some(key)
}

fn entry(way: &Way) -> Entry {
    stated([
        ("path", Some(string(&way.path))),
        ("login", way.login.as_deref().map(string)),
        ("confirmed", way.confirmed.map(|day| day.to_string())),
        ("until", way.until.map(|day| day.to_string())),
        ("note", way.note.as_deref().map(string)),
    ])
}

fn set_contact(text: &str, owner: &Spanned<Node<'_>>, contact: &Contact) -> Option<Vec<Splice>> {
    let entry = stated([
        ("hotline", contact.hotline.as_deref().map(string)),
        ("service", contact.service.as_deref().map(string)),
    ]);
    if let Some(written) = owner.get_ref().get("contact") {
        return place::set(text, written, &entry);
    }
    place::set(text, owner, &[("contact", Spacing::OWN.inline(&entry))])
}

fn notice(notice: &Notice) -> Entry {
    stated([
        ("on", Some(notice.on.to_string())),
        ("text", Some(string(&notice.text))),
        ("source", notice.source.as_deref().map(string)),
    ])
}

fn refused(attempt: &Attempt, currency: Currency) -> Entry {
    let given = Some(&attempt.answers).filter(|answers| !answers.is_empty());
    stated([
        ("on", Some(attempt.on.to_string())),
        ("item", attempt.item.as_deref().map(string)),
        ("amount", attempt.amount.map(|sum| money(sum, currency))),
        ("said", attempt.said.as_deref().map(string)),
        ("retry", attempt.retry.map(|day| day.to_string())),
        (
            "answers",
            given.map(|given| Spacing::OWN.inline(&answers(given))),
        ),
    ])
}
