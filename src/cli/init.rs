//! `init`: a first, commented book.

use serde::Serialize;

use super::answer::Answer;
use super::failure::Exit;
use super::failure::Failure;
use super::file::{Source, system, unsaved};
use super::print::Page;
use super::run::Desk;
use crate::demo;
use crate::settings::texts::Texts;
use crate::store::{self, SaveError};

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Created {
    file: String,
    #[serde(skip)]
    doubt: Option<String>,
}

/// Makes the first book, unless something stands there.
pub(super) fn init(desk: &Desk) -> Result<Created, Failure> {
    let Source::File(path) = &desk.source else {
        return Err(Failure::wrong_use(desk.texts.cli_demo_cannot()));
    };
    let file = path.display().to_string();
    match store::create(path, &demo::first_book(desk.today, desk.texts.lang())) {
        Ok(_) => Ok(Created { file, doubt: None }),
        Err(SaveError::SavedUnconfirmed { source, .. }) => {
            let doubt = desk.texts.failure_unconfirmed(&system(&source, desk.texts));
            Ok(Created {
                file,
                doubt: Some(doubt),
            })
        }
        Err(SaveError::NotSaved(why)) => Err(unsaved(path, &why, desk.texts)),
        Err(SaveError::Refused(never)) => match never {},
    }
}

impl Answer for Created {
    fn write(&self, page: &mut Page, texts: Texts) {
        page.line(texts.cli_created(&self.file));
        page.line(texts.cli_created_hint());
    }

    fn exit(&self) -> Exit {
        if self.doubt.is_some() {
            Exit::Unconfirmed
        } else {
            Exit::Done
        }
    }

    fn is_saved(&self) -> bool {
        true
    }

    fn warnings(&self) -> &[String] {
        self.doubt.as_slice()
    }
}
