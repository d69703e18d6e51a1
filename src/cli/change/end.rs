//! How a change ended: saved, in doubt, or refused, with what to say.

use std::path::Path;

use crate::cli::failure::{Exit, Failure};
use crate::cli::file::{Unplanned, system, unsaved};
use crate::document::edit::SquareBroken;
use crate::domain::command::{CaseChange, CaseCommand, Change, Command};
use crate::domain::{Book, Currency, Refusal};
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;
use crate::store::{SaveError, Saved};

/// How a save ended that put something into the file.
pub(in crate::cli) struct End {
    pub(super) exit: Exit,
    pub(super) warnings: Vec<String>,
}

impl End {
    /// How it ended, from the store's answer.
    pub(in crate::cli) fn of(
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

/// A refusal as a failure.
pub(super) fn refused(refusal: &Refusal, currency: Currency, texts: Texts) -> Failure {
    let exit = match refusal {
        Refusal::ReadOnly => Exit::NotSaved,
        _ => Exit::WrongUse,
    };
    Failure::new(exit, texts.refusal(refusal, Amounts::SHOWN, currency))
}

/// A text that could not be changed as a failure.
pub(super) fn square(broken: &SquareBroken, texts: Texts) -> Failure {
    let why = match broken {
        SquareBroken::NotEditable => texts.failure_not_editable(),
        SquareBroken::Unreadable(_) | SquareBroken::OtherBook => texts.failure_square(),
    };
    Failure::new(Exit::NotSaved, why)
}

/// Whether the book says already what the command wants it to say.
pub(super) fn is_done(command: &Command, refusal: &Refusal) -> bool {
    match refusal {
        Refusal::AlreadyPaid { .. } | Refusal::NothingOpen(_) => {
            matches!(command, Command::Pay(_) | Command::Settle { .. })
        }
        Refusal::NotPaused(_) => true,
        Refusal::CaseClosed(_) => matches!(command, Command::Case(CaseCommand::Close { .. })),
        refusal => refusal.is_already_done(),
    }
}

/// The id of the case that was opened: the last one of the book.
pub(super) fn opened_case(change: &Change, book: &Book) -> Option<String> {
    match change {
        Change::Case(CaseChange::Open(_)) => book.cases.last().map(|case| case.id.to_string()),
        _ => None,
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
