//! What the disk said, in words.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::settings::texts::Texts;
use crate::store::{NotSaved, Protection, ReadError, Step};

/// Why a file cannot be read.
pub fn unreadable(path: &Path, error: &ReadError, texts: Texts) -> String {
    let path = path.display().to_string();
    match error {
        ReadError::Missing => texts.failure_missing(&path),
        ReadError::DanglingLink => texts.failure_dangling(&path),
        ReadError::LinkLoop => texts.failure_link_loop(&path),
        ReadError::NotAFile(_) => texts.failure_not_a_file(&path),
        ReadError::TooLarge { .. } => texts.failure_too_large(&path),
        ReadError::Utf16 => texts.failure_utf16(&path),
        ReadError::NotUtf8 { offset } => texts.failure_not_utf8(&path, *offset),
        ReadError::Disk(error) => texts.failure_unreadable(&path, &system(error, texts)),
    }
}

/// Why a bill cannot be read.
pub fn bill_unread(path: &Path, error: &ReadError, texts: Texts) -> String {
    let name = path.display().to_string();
    match error {
        ReadError::Missing => texts.bill_missing(&name),
        ReadError::TooLarge { .. } => texts.bill_unreadable(&name, texts.bill_too_large()),
        error => unreadable(path, error, texts),
    }
}

/// Why the file is as it was.
pub fn not_saved(path: &Path, why: &NotSaved, texts: Texts) -> String {
    let name = path.display().to_string();
    let why = match why {
        NotSaved::Unreadable(error) => return unreadable(path, error, texts),
        NotSaved::Exists => return texts.failure_exists(&name),
        NotSaved::IsTheBook => return texts.failure_is_the_book(&name),
        NotSaved::NothingToUndo => return texts.failure_nothing_to_undo().to_owned(),
        NotSaved::NothingToRedo => return texts.failure_nothing_to_redo().to_owned(),
        NotSaved::ChangedSince { label } => {
            return texts.failure_changed_since(&texts.change_of_label(label));
        }
        NotSaved::Protected(Protection::ReadOnly) => texts.failure_read_only(&name),
        NotSaved::Protected(Protection::ForeignOwner) => texts.failure_foreign().to_owned(),
        NotSaved::Protected(Protection::HardLinks) => texts.failure_hard_links().to_owned(),
        NotSaved::Locked(None) => texts.failure_locked().to_owned(),
        NotSaved::Locked(Some(holder)) => {
            let name = holder.name.as_deref().unwrap_or_default();
            texts.failure_locked_by(format!("{name} {}", holder.pid).trim())
        }
        NotSaved::KeepsChanging => texts.failure_keeps_changing().to_owned(),
        NotSaved::BadSplice(_) => texts.failure_square().to_owned(),
        NotSaved::Disk { step, source } => {
            texts.failure_while(texts.step(*step), &system(source, texts))
        }
    };
    texts.failure_not_saved(&why)
}

/// Why a file that only has to be read through cannot be.
pub fn why_unread(error: &ReadError, texts: Texts) -> String {
    match error {
        ReadError::Missing | ReadError::DanglingLink => texts.cli_no_such_file().to_owned(),
        ReadError::Disk(error) => system(error, texts),
        _ => texts.cli_not_a_file().to_owned(),
    }
}

/// What the system said; its own words where it is nothing common.
pub fn system(error: &io::Error, texts: Texts) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => texts.failure_disk_full().to_owned(),
        ErrorKind::PermissionDenied => texts.failure_no_permission().to_owned(),
        ErrorKind::ReadOnlyFilesystem => texts.failure_read_only_disk().to_owned(),
        _ => error.to_string(),
    }
}

impl Texts {
    const fn step(self, step: Step) -> &'static str {
        match step {
            Step::Lock => self.step_lock(),
            Step::History => self.step_history(),
            Step::NewFile => self.step_new_file(),
            Step::Replace => self.step_replace(),
        }
    }
}
