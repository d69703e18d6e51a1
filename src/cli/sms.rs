//! `sms`: a message from standard input, compared with the book; with `--yes` what a receipt
//! confirms is noted.

use std::io::{self, Read};

use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::change;
use super::failure::{Exit, Failure};
use super::file::{Opened, system};
use super::json::{Amount, Day};
use super::print::Page;
use super::run::Desk;
use crate::domain::{Book, Currency, Position};
use crate::import::link::Leads;
use crate::import::sms::{About, LONGEST, Message, MessageKind, Next, Reading, compare};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    kind: &'static str,
    amounts: Vec<Amount>,
    days: Vec<Day>,
    found: Vec<Found>,
    agrees: bool,
    differences: Vec<String>,
    links: Vec<LinkRow>,
    changed: bool,
    text: String,
    #[serde(skip)]
    heading: &'static str,
    #[serde(skip)]
    exit: Exit,
    #[serde(skip)]
    warnings: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Found {
    line: Option<String>,
    plan: String,
    n: u32,
    due: Day,
    open: Amount,
    text: String,
}

#[derive(Debug, Serialize)]
struct LinkRow {
    host: String,
    /// Null where the provider's domains are not known.
    official: Option<bool>,
    text: String,
}

/// Reads the message.
pub(super) fn sms(desk: &Desk, opened: &Opened, args: &args::Sms) -> Result<Compared, Failure> {
    let texts = desk.texts;
    let text = text(texts)?;
    let Some(message) = Message::read(&text, desk.today) else {
        return Err(Failure::wrong_use(if text.trim().is_empty() {
            texts.sms_empty()
        } else {
            texts.sms_not_one()
        }));
    };
    let book = opened.document.book();
    let position = Position::of(book, &opened.calendar, desk.today);
    let rulebook = opened.document.rulebook();
    let reading = compare(message, &text, book, &position, |id| rulebook.provider(id));
    let answer = Compared::of(&reading, book, texts);
    match reading.next {
        Next::Note(command) if args.yes => {
            let outcome = change::carry(desk, opened, command, book.currency)?;
            Ok(Compared {
                changed: outcome.is_saved(),
                exit: outcome.exit(),
                warnings: outcome.warnings().to_vec(),
                text: outcome.text,
                ..answer
            })
        }
        _ => Ok(answer),
    }
}

fn text(texts: Texts) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let most = LONGEST as u64 + 1;
    match io::stdin().lock().take(most).read_to_end(&mut bytes) {
        Ok(_) => String::from_utf8(bytes).or(Err(Failure::wrong_use(texts.bill_encoding()))),
        Err(error) => Err(Failure::wrong_use(system(&error, texts))),
    }
}

impl Compared {
    fn of(reading: &Reading, book: &Book, texts: Texts) -> Self {
        let message = &reading.message;
        let currency = currency(reading, book);
        let difference = |one| texts.message_difference(one, (Amounts::SHOWN, currency));
        let agrees = reading.differences.is_empty() && !reading.found.is_empty();
        let is_foreign = reading
            .links
            .iter()
            .any(|(_, leads)| *leads == Leads::Elsewhere);
        Self {
            kind: match message.kind {
                MessageKind::Reminder => "reminder",
                MessageKind::Receipt => "receipt",
                MessageKind::Failed => "failed",
            },
            heading: texts.message_kind(message.kind),
            amounts: message
                .amounts
                .iter()
                .map(|amount| Amount(*amount, currency))
                .collect(),
            days: message.days.iter().copied().map(Day).collect(),
            found: reading
                .found
                .iter()
                .map(|about| Found::of(about, book, currency, texts))
                .collect(),
            agrees,
            differences: reading.differences.iter().map(difference).collect(),
            links: links(reading, texts),
            changed: false,
            text: hint(reading, currency, texts),
            exit: if agrees && !is_foreign {
                Exit::Done
            } else {
                Exit::No
            },
            warnings: Vec::new(),
        }
    }
}

impl Found {
    fn of(about: &About, book: &Book, currency: Currency, texts: Texts) -> Self {
        Self {
            line: about.line.as_ref().map(ToString::to_string),
            plan: about.plan.to_string(),
            n: about.n,
            due: Day(about.due),
            open: Amount(about.open, currency),
            text: texts.message_about(about, book, Amounts::SHOWN),
        }
    }
}

fn links(reading: &Reading, texts: Texts) -> Vec<LinkRow> {
    let row = |judged: &(_, Leads)| LinkRow {
        official: match judged.1 {
            Leads::Home => Some(true),
            Leads::Elsewhere => Some(false),
            Leads::Unknown => None,
        },
        text: texts.message_link(judged, reading),
        host: judged.0.host.clone(),
    };
    reading.links.iter().map(row).collect()
}

/// The currency of what it is about.
fn currency(reading: &Reading, book: &Book) -> Currency {
    let plan = reading
        .found
        .first()
        .and_then(|about| book.plan(&about.plan));
    plan.map_or(book.currency, |plan| book.currency_of(plan))
}

/// What can be done with it.
fn hint(reading: &Reading, currency: Currency, texts: Texts) -> String {
    match &reading.next {
        Next::Note(_) => texts.sms_hint_note().to_owned(),
        Next::Pay(pay) => {
            let n = pay.n.unwrap_or_default();
            let amount = pay.amount.unwrap_or_default().plain(currency);
            let command = format!(
                "fenqi pay {} --n {n} --amount {amount} --on {}",
                pay.plan, pay.on
            );
            texts.sms_hint_pay(&command)
        }
        Next::Follow(about) => {
            let command = format!("fenqi failed {} --n {}", about.plan, about.n);
            texts.sms_hint_failed(&command)
        }
        Next::Nothing => String::new(),
    }
}

impl Answer for Compared {
    fn write(&self, page: &mut Page, texts: Texts) {
        for (k, found) in self.found.iter().enumerate() {
            let heading = if k == 0 { self.heading } else { "" };
            let colon = if k == 0 { texts.colon() } else { "  " };
            page.line([heading, colon, &found.text].concat());
        }
        if self.found.is_empty() {
            page.line(self.heading);
        }
        if self.agrees {
            page.line(texts.sms_agrees());
        }
        for line in &self.differences {
            page.line(line);
        }
        for link in &self.links {
            page.line(&link.text);
        }
        if !self.text.is_empty() {
            page.gap();
            page.line(&self.text);
        }
    }

    fn exit(&self) -> Exit {
        self.exit
    }

    fn is_saved(&self) -> bool {
        self.changed
    }

    fn warnings(&self) -> &[String] {
        &self.warnings
    }
}
