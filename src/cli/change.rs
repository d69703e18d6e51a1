//! `pay`, `unpay`, `restored`, `seen`: one change each, and what came of it.

use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::failure::{Exit, Failure};
use super::file::{self, Opened, Source, Unplanned, not_located};
use super::pick;
use super::print::Page;
use super::run::Desk;
use super::trial::{self, Told};
use super::typed::{day, positive, signed};
use crate::document::Document;
use crate::document::edit::{Edited, NotDone, carry_out};
use crate::domain::command::{Change, Command, Pay};
use crate::domain::line;
use crate::domain::rules::Prepay;
use crate::domain::{Book, Currency, Refusal};
use crate::settings::change_label::ChangeLabel;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::store::{History, Places, SaveError};

mod end;
mod explained;
pub(super) mod happened;
mod outcome;

pub(super) use end::End;
use end::{is_done, opened_case, refused, square};
use explained::Explained;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    changed: bool,
    pub(super) text: String,
    /// The id of the case that was opened, or is open about the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    /// How a figure that was seen compares with the book.
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<Box<Explained>>,
    #[serde(skip)]
    exit: Exit,
    #[serde(skip)]
    warnings: Vec<String>,
}

impl Outcome {
    /// Nothing had to be done.
    pub(super) fn nothing(text: String) -> Self {
        Self {
            changed: false,
            text,
            case: None,
            gap: None,
            exit: Exit::Done,
            warnings: Vec::new(),
        }
    }

    /// A change that stands in the file.
    pub(super) fn done(text: String, saved: &End) -> Self {
        Self {
            changed: true,
            text,
            case: None,
            gap: None,
            exit: saved.exit,
            warnings: saved.warnings.clone(),
        }
    }

    /// A noted figure with what explains it; without one its line has no known total.
    fn explained(self, gap: Option<Explained>, texts: Texts) -> Self {
        if !self.changed {
            return self;
        }
        let unknown = || texts.reason_unknown_limit().to_owned();
        let said = gap.as_ref().map_or_else(unknown, |gap| gap.said(texts));
        Self {
            text: [self.text, said].join(texts.semicolon()),
            gap: gap.map(Box::new),
            ..self
        }
    }
}

impl Answer for Outcome {
    fn write(&self, page: &mut Page, _: Texts) {
        page.line(&self.text);
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

/// Marks a payment.
pub(super) fn pay(desk: &Desk, opened: &Opened, args: &args::Pay) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let currency = book.currency_of(plan);
    let amount = match &args.amount {
        Some(typed) => Some(positive(typed, currency, texts)?),
        None => None,
    };
    let via = match &args.via {
        Some(typed) => Some(book.methods[pick::method(book, typed, texts)?].id.clone()),
        None => None,
    };
    let on = day(args.on.as_deref(), desk.today, texts)?;
    let command = Command::Pay(Pay {
        n: args.n,
        amount,
        via,
        reference: args.reference.clone(),
        prepay: args.prepay.as_deref().map(|word| match word {
            "lower" => Prepay::Lower,
            _ => Prepay::Shorten,
        }),
        ..Pay::oldest(plan.id.clone(), on)
    });
    trial::carry(desk, opened, command, currency, args.dry_run)
}

/// Takes a payment back.
pub(super) fn unpay(desk: &Desk, opened: &Opened, args: &args::Unpay) -> Result<Outcome, Failure> {
    let book = opened.document.book();
    let plan = &book.plans[pick::plan(book, &args.plan, desk.texts)?];
    let command = Command::Unpay {
        plan: plan.id.clone(),
        n: args.n,
    };
    carry(desk, opened, command, book.currency_of(plan))
}

/// Confirms that the limit of a payment is back; without a number that of the oldest that is out.
pub(super) fn restored(
    desk: &Desk,
    opened: &Opened,
    args: &args::Restored,
) -> Result<Outcome, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let k = pick::plan(book, &args.plan, texts)?;
    let plan = &book.plans[k];
    let n = match args.n {
        Some(n) => n,
        None => match outcome::oldest_out(opened, desk.today, k) {
            Some(n) => n,
            None => return Ok(Outcome::nothing(texts.cli_nothing_restoring().to_owned())),
        },
    };
    let command = Command::Restored {
        plan: plan.id.clone(),
        n,
        on: day(args.on.as_deref(), desk.today, texts)?,
    };
    carry(desk, opened, command, book.currency_of(plan))
}

/// Notes what the provider's app shows.
pub(super) fn seen(desk: &Desk, opened: &Opened, args: &args::Seen) -> Result<Outcome, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let k = pick::line(book, &args.line, texts)?;
    let line = &book.lines[k];
    let figure = line::Seen {
        on: day(args.on.as_deref(), desk.today, texts)?,
        available: signed(&args.amount, line.currency, texts)?,
    };
    let command = Command::Seen {
        line: line.id.clone(),
        on: figure.on,
        available: figure.available,
    };
    let outcome = carry(desk, opened, command, line.currency)?;
    Ok(outcome.explained(Explained::of(book, k, figure, &opened.calendar), texts))
}

/// Carries a command out and saves it, unless the book says so already.
pub(super) fn carry(
    desk: &Desk,
    opened: &Opened,
    command: Command,
    currency: Currency,
) -> Result<Outcome, Failure> {
    let texts = desk.texts;
    let edited = match carry_out(&opened.document, &command, &opened.calendar, desk.today) {
        Ok(edited) => edited,
        Err(NotDone::Refused(refusal)) => return not_needed(&command, &refusal, currency, texts),
        Err(NotDone::Square(broken)) => return Err(square(&broken, texts)),
    };
    let label = ChangeLabel::of(&edited.change, opened.document.book());
    let said = label.map_or_else(
        || texts.change_unknown().to_owned(),
        |label| texts.change(&label),
    );
    let command = pinned(command, &edited.change, edited.document.book());
    let path = match &opened.source {
        Source::Demo => return Ok(demo(desk, opened, &edited, &said)),
        Source::File(path) => path,
    };
    let history = history(texts)?;
    let stamp = desk.now.stamp();
    let when = (&opened.calendar, desk.today, stamp.as_str());
    let saved = file::save(path, &history, &command, &opened.document, &edited, when);
    if let Err(SaveError::Refused(Unplanned::Refused(refusal))) = &saved {
        return not_needed(&command, refusal, currency, texts);
    }
    let (end, saved) = End::of(path, saved, texts)?;
    let after = if saved.snapshot.text == edited.document.text() {
        edited.document
    } else {
        Document::parse_on(saved.snapshot.text, opened.document.rulebook())
            .unwrap_or(edited.document)
    };
    let text = outcome::told(opened, &after, &edited.change, &said, desk);
    Ok(Outcome {
        case: opened_case(&edited.change, after.book()),
        ..Outcome::done(text, &end)
    })
}

/// What the book refuses: nothing to do where it says so already, else a failure.
pub(super) fn not_needed(
    command: &Command,
    refusal: &Refusal,
    currency: Currency,
    texts: Texts,
) -> Result<Outcome, Failure> {
    if !is_done(command, refusal) {
        return Err(refused(refusal, currency, texts));
    }
    let why = texts.refusal(refusal, Amounts::SHOWN, currency);
    let case = match refusal {
        Refusal::CaseIsOpen(case) => Some(case.to_string()),
        _ => None,
    };
    Ok(Outcome {
        case,
        ..Outcome::nothing(texts.cli_already(&why))
    })
}

/// The same command with the installment it came to, so that another payment made meanwhile
/// does not move it on to the next one.
fn pinned(command: Command, change: &Change, book: &Book) -> Command {
    match (command, change) {
        (Command::Pay(pay), Change::AddPayment { payment, .. }) => Command::Pay(Pay {
            n: payment.n,
            ..pay
        }),
        (
            Command::Verify { plan, n, on },
            Change::SetVerified {
                plan: k, payment, ..
            },
        ) => {
            let plan_of = book.plans.get(*k);
            let paid = plan_of.and_then(|plan| plan.payments.get(*payment));
            let n = n.or(paid.and_then(|paid| paid.n));
            Command::Verify { plan, n, on }
        }
        (Command::All(several), Change::All(changes)) => {
            let one = |command, change: &Change| pinned(command, change, book);
            Command::All(several.pinned(changes, one))
        }
        (command, _) => command,
    }
}

fn demo(desk: &Desk, opened: &Opened, edited: &Edited, said: &str) -> Outcome {
    let text = outcome::told(opened, &edited.document, &edited.change, said, desk);
    let end = End {
        exit: Exit::Done,
        warnings: vec![desk.texts.cli_demo_nothing_saved().to_owned()],
    };
    Outcome {
        case: opened_case(&edited.change, edited.document.book()),
        ..Outcome::done(text, &end)
    }
}

/// The histories of this user.
pub(super) fn history(texts: Texts) -> Result<History, Failure> {
    match Places::of_user() {
        Ok(places) => Ok(History::new(&places.state)),
        Err(error) => Err(not_located(error, texts)),
    }
}
