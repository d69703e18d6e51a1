//! `pay`, `unpay`, `restored`, `seen`: one change each, and what came of it.

use std::path::Path;

use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::failure::{Exit, Failure};
use super::file::{self, Opened, Source, Unplanned, not_located, system, unsaved};
use super::pick;
use super::print::Page;
use super::run::Desk;
use super::typed::{day, positive, signed};
use crate::document::Document;
use crate::document::edit::{Edited, NotDone, SquareBroken, carry_out};
use crate::domain::command::{Change, Command, Pay};
use crate::domain::{Currency, Refusal};
use crate::settings::change_label::ChangeLabel;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::store::{History, Places, SaveError, Saved};

mod outcome;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Outcome {
    changed: bool,
    text: String,
    #[serde(skip)]
    exit: Exit,
    #[serde(skip)]
    warnings: Vec<String>,
}

impl Outcome {
    /// Nothing had to be done.
    fn nothing(text: String) -> Self {
        Self {
            changed: false,
            text,
            exit: Exit::Done,
            warnings: Vec::new(),
        }
    }

    /// A change that stands in the file.
    pub(super) fn done(text: String, saved: &End) -> Self {
        Self {
            changed: true,
            text,
            exit: saved.exit,
            warnings: saved.warnings.clone(),
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

/// How a save ended that put something into the file.
pub(super) struct End {
    exit: Exit,
    warnings: Vec<String>,
}

impl End {
    /// How it ended, from the store's answer.
    pub(super) fn of(
        path: &Path,
        saved: Result<Saved, SaveError<Unplanned>>,
        texts: Texts,
    ) -> Result<(Self, Saved), Failure> {
        let (saved, doubt) = match saved {
            Ok(saved) => (saved, None),
            Err(SaveError::SavedUnconfirmed { saved, source }) => (*saved, Some(source)),
            Err(SaveError::NotSaved(why)) => return Err(unsaved(path, &why, texts)),
            Err(SaveError::Refused(why)) => return Err(unplanned(path, why, texts)),
        };
        let mut warnings = Vec::new();
        warnings.extend(
            doubt
                .as_ref()
                .map(|doubt| texts.failure_unconfirmed(&system(doubt, texts))),
        );
        let kept = saved.kept.iter();
        warnings.extend(kept.map(|kept| texts.failure_kept(&kept.display().to_string())));
        if !saved.damaged_history.is_empty() {
            warnings.push(texts.failure_damaged_history().to_owned());
        }
        let exit = if doubt.is_some() {
            Exit::Unconfirmed
        } else {
            Exit::Done
        };
        Ok((Self { exit, warnings }, saved))
    }
}

fn unplanned(path: &Path, why: Unplanned, texts: Texts) -> Failure {
    match why {
        Unplanned::Broken => Failure::new(
            Exit::BadFile,
            texts.failure_now_broken(&path.display().to_string()),
        ),
        Unplanned::Refused(refusal) => refused(&refusal, Currency::CNY, texts),
        Unplanned::Square(broken) => square(&broken, texts),
    }
}

fn refused(refusal: &Refusal, currency: Currency, texts: Texts) -> Failure {
    let exit = match refusal {
        Refusal::ReadOnly => Exit::NotSaved,
        _ => Exit::WrongUse,
    };
    Failure::new(exit, texts.refusal(refusal, Amounts::SHOWN, currency))
}

fn square(broken: &SquareBroken, texts: Texts) -> Failure {
    let why = match broken {
        SquareBroken::NotEditable => texts.failure_not_editable(),
        SquareBroken::Unreadable(_) | SquareBroken::OtherBook => texts.failure_square(),
    };
    Failure::new(Exit::NotSaved, why)
}

/// Marks a payment.
pub(super) fn pay(desk: &Desk, opened: &Opened, args: &args::Pay) -> Result<Outcome, Failure> {
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
    let command = Command::Pay(Pay {
        plan: plan.id.clone(),
        n: args.n,
        amount,
        on: day(args.on.as_deref(), desk.today, texts)?,
        via,
        reference: args.reference.clone(),
        prepay: None,
    });
    carry(desk, opened, command, currency)
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
    let line = &book.lines[pick::line(book, &args.line, texts)?];
    let command = Command::Seen {
        line: line.id.clone(),
        on: day(args.on.as_deref(), desk.today, texts)?,
        available: signed(&args.amount, line.currency, texts)?,
    };
    carry(desk, opened, command, line.currency)
}

/// Carries a command out and saves it, unless the book says so already.
fn carry(
    desk: &Desk,
    opened: &Opened,
    command: Command,
    currency: Currency,
) -> Result<Outcome, Failure> {
    let texts = desk.texts;
    let edited = match carry_out(&opened.document, &command, &opened.calendar, desk.today) {
        Ok(edited) => edited,
        Err(NotDone::Refused(refusal)) => return not_needed(&refusal, currency, texts),
        Err(NotDone::Square(broken)) => return Err(square(&broken, texts)),
    };
    let label = ChangeLabel::of(&edited.change, opened.document.book());
    let said = label.map_or_else(
        || texts.change_unknown().to_owned(),
        |label| texts.change(&label),
    );
    let command = pinned(command, &edited);
    let path = match &opened.source {
        Source::Demo => return Ok(demo(desk, opened, &edited, &said)),
        Source::File(path) => path,
    };
    let history = history(texts)?;
    let stamp = desk.now.stamp();
    let when = (&opened.calendar, desk.today, stamp.as_str());
    let saved = file::save(path, &history, &command, &opened.document, &edited, when);
    if let Err(SaveError::Refused(Unplanned::Refused(refusal))) = &saved {
        return not_needed(refusal, currency, texts);
    }
    let (end, saved) = End::of(path, saved, texts)?;
    let after = if saved.snapshot.text == edited.document.text() {
        edited.document
    } else {
        Document::parse_on(saved.snapshot.text, opened.document.rulebook())
            .unwrap_or(edited.document)
    };
    let text = outcome::told(opened, &after, &edited.change, &said, desk);
    Ok(Outcome::done(text, &end))
}

/// What the book refuses: nothing to do where it says so already, else a failure.
fn not_needed(refusal: &Refusal, currency: Currency, texts: Texts) -> Result<Outcome, Failure> {
    if !is_done(refusal) {
        return Err(refused(refusal, currency, texts));
    }
    let why = texts.refusal(refusal, Amounts::SHOWN, currency);
    Ok(Outcome::nothing(texts.cli_already(&why)))
}

/// The same command with the installment it came to, so that another payment made meanwhile
/// does not move it on to the next one.
fn pinned(command: Command, edited: &Edited) -> Command {
    match (command, &edited.change) {
        (Command::Pay(pay), Change::AddPayment { payment, .. }) => Command::Pay(Pay {
            n: payment.n,
            ..pay
        }),
        (command, _) => command,
    }
}

fn is_done(refusal: &Refusal) -> bool {
    refusal.is_already_done() || matches!(refusal, Refusal::NothingOpen(_))
}

fn demo(desk: &Desk, opened: &Opened, edited: &Edited, said: &str) -> Outcome {
    let text = outcome::told(opened, &edited.document, &edited.change, said, desk);
    let end = End {
        exit: Exit::Done,
        warnings: vec![desk.texts.cli_demo_nothing_saved().to_owned()],
    };
    Outcome::done(text, &end)
}

/// The histories of this user.
pub(super) fn history(texts: Texts) -> Result<History, Failure> {
    match Places::of_user() {
        Ok(places) => Ok(History::new(&places.state)),
        Err(error) => Err(not_located(error, texts)),
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::{End, Exit, Path, SaveError, Saved, Texts};
    use crate::settings::texts::Lang;
    use crate::store;

    #[test]
    fn what_the_disk_did_not_confirm_is_saved_and_ends_with_5() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.toml");
        let snapshot = store::create(&file, "version = 1\n").unwrap();
        let saved = Saved {
            snapshot,
            outcome: store::Outcome::Written,
            label: serde_json::Value::Null,
            kept: Vec::new(),
            damaged_history: Vec::new(),
        };
        let doubtful = SaveError::SavedUnconfirmed {
            saved: Box::new(saved),
            source: io::ErrorKind::StorageFull.into(),
        };
        let (end, _) = End::of(Path::new("b"), Err(doubtful), Texts::new(Lang::En))
            .ok()
            .unwrap();
        assert_eq!((end.exit, end.exit.code()), (Exit::Unconfirmed, 5));
        assert!(end.warnings[0].contains("the disk is full"));
    }
}
