//! Where to pay, how to reach the provider, what was announced, what was refused.

use super::value::{Fields, Value};
use crate::domain::answers::{Answers, Question, Reply};
use crate::domain::attempt::Attempt;
use crate::domain::currency::Currency;
use crate::domain::way::{Contact, Notice, Way};

/// The keys of questions in a table of answers.
pub const QUESTIONS: [(&str, Question); 6] = [
    ("credit-review", Question::CreditReview),
    ("official-channel", Question::OfficialChannel),
    ("dispute", Question::Dispute),
    ("eligible", Question::Eligible),
    ("card-limit", Question::CardLimit),
    ("notices", Question::Notices),
];
/// The words of replies.
pub const REPLIES: [(&str, Reply); 2] = [("yes", Reply::Yes), ("no", Reply::No)];

/// Where a line is sold and paid, and what came of it.
pub struct Places {
    pub region: Option<String>,
    pub ways: Vec<Way>,
    pub contact: Contact,
    pub notices: Vec<Notice>,
    pub refused: Vec<Attempt>,
}

impl Places {
    /// Reads them from a line, whose amounts are in this currency.
    pub fn read(fields: &mut Fields<'_>, currency: Currency) -> Self {
        let contact = fields.get("contact").and_then(contact);
        Self {
            region: fields.get("region").and_then(Value::some_text),
            ways: fields.entries("ways", way),
            contact: contact.unwrap_or_default(),
            notices: fields.entries("notices", notice),
            refused: fields.entries("refused", |entry| attempt(entry, currency)),
        }
    }
}

/// Reads a place to pay.
fn way(value: Value<'_>) -> Option<Way> {
    let mut fields = value.table()?;
    let path = fields.need("path").and_then(Value::text);
    let login = fields.get("login").and_then(Value::some_text);
    let confirmed = fields.get("confirmed").and_then(Value::date);
    let until = fields.get("until").and_then(Value::date);
    let note = fields.get("note").and_then(Value::some_text);
    fields.finish();
    Some(Way {
        path: path?,
        login,
        confirmed,
        until,
        note,
    })
}

/// Reads how to reach the provider.
fn contact(value: Value<'_>) -> Option<Contact> {
    let mut fields = value.table()?;
    let hotline = fields.get("hotline").and_then(Value::some_text);
    let service = fields.get("service").and_then(Value::some_text);
    fields.finish();
    Some(Contact { hotline, service })
}

/// Reads an announcement.
fn notice(value: Value<'_>) -> Option<Notice> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let text = fields.need("text").and_then(Value::text);
    let source = fields.get("source").and_then(Value::some_text);
    fields.finish();
    Some(Notice {
        on: on?,
        text: text?,
        source,
    })
}

/// Reads a refusal.
fn attempt(value: Value<'_>, currency: Currency) -> Option<Attempt> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let item = fields.get("item").and_then(Value::some_text);
    let amount = fields.get("amount").and_then(|sum| sum.money(currency));
    let said = fields.get("said").and_then(Value::some_text);
    let retry = fields.get("retry").and_then(Value::date);
    let answers = fields.get("answers").and_then(answers);
    fields.finish();
    Some(Attempt {
        on: on?,
        item,
        amount,
        said,
        retry,
        answers: answers.unwrap_or_default(),
    })
}

/// Reads what was answered.
pub fn answers(value: Value<'_>) -> Option<Answers> {
    let mut fields = value.table()?;
    let mut answers = Answers::default();
    for (key, question) in QUESTIONS {
        if let Some(reply) = fields.get(key).and_then(|reply| reply.word(&REPLIES)) {
            answers.set(question, reply);
        }
    }
    fields.finish();
    Some(answers)
}
