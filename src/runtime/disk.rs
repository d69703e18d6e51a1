//! The book on the disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;

use super::clock;
use super::describe::{self, Told};
use super::opened::opened;
use crate::app::model::BookState;
use crate::app::msg::{Done, Loaded, SaveEnd, SavedBook};
use crate::app::notice::{NotSaved, What};
use crate::cli::file::{self, OwnRules, Source, Unplanned, readable, system, unreadable};
use crate::document::Document;
use crate::document::edit::carry_out;
use crate::document::rulebook::Rulebook;
use crate::domain::command::Pay;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Command};
use crate::settings::change_label::{self, ChangeLabel};
use crate::settings::texts::Texts;
use crate::store::{
    self, Entries, History, Outcome, Places, Protection, ReadError, SaveError, Saved, Snapshot,
    Watch, WatchEvent,
};

/// A data file, and the eye on it.
#[derive(Debug)]
pub struct Disk {
    path: PathBuf,
    pub(super) texts: Texts,
    /// What its lines follow.
    rulebook: Arc<Rulebook>,
    /// From the first time it was read.
    watch: Option<Watch>,
    /// The history as it was shown last.
    pub(super) seen: Entries,
    /// True while there never was a file: somebody may make one.
    awaited: bool,
}

impl Disk {
    /// The file at a path.
    pub fn new(path: &Path, texts: Texts) -> Self {
        Self {
            path: path.to_owned(),
            texts,
            rulebook: Arc::default(),
            watch: None,
            seen: Entries::default(),
            awaited: false,
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads it.
    pub fn load(&mut self) -> Loaded {
        let read = store::read(&self.path);
        let rules = OwnRules::of(&Source::File(self.path.clone()), self.texts);
        self.awaited = matches!(read, Err(ReadError::Missing));
        let book = match read {
            Err(ReadError::Missing) => BookState::Missing(Document::blank(&rules.rulebook)),
            Err(error) => BookState::Unreadable {
                last_good: None,
                reason: unreadable(&self.path, &error, self.texts),
            },
            Ok(snapshot) => {
                self.saw(&snapshot);
                self.rulebook = Arc::clone(&rules.rulebook);
                opened(snapshot.text, &rules.rulebook, self.texts)
            }
        };
        let calendar = book.document().map(|open| self.calendar(open.book()));
        Loaded {
            book,
            calendar: calendar.unwrap_or_default(),
            warnings: rules.warnings.into_iter().chain(self.beside()).collect(),
            erased: Vec::new(),
        }
    }

    /// Reads it once more, and what has gone from it since.
    pub fn reload(&mut self) -> Loaded {
        let loaded = self.load();
        let open = loaded.book.document();
        let erased = open.map(|open| self.erased(open.book()));
        Loaded {
            erased: erased.unwrap_or_default(),
            ..loaded
        }
    }

    /// Payments that the history knows and the book has no more, where somebody else has changed the file.
    fn erased(&self, book: &Book) -> Vec<Pay> {
        let entries = history().and_then(|history| history.entries(&self.path).ok());
        let entries = entries
            .filter(|entries| entries.changed_since)
            .unwrap_or_default();
        let labels = entries
            .entries
            .iter()
            .filter(|entry| entry.applied)
            .map(|entry| &entry.label);
        change_label::erased(labels, book)
            .into_iter()
            .map(|(_, pay)| pay)
            .collect()
    }

    /// Other versions of the file that somebody should look at, a line each.
    fn beside(&self) -> Vec<String> {
        let siblings = store::siblings(&self.path).unwrap_or_default();
        file::beside(&siblings, self.texts)
    }

    /// A calendar that cannot be read is taken for weekends only: all its dates are estimates.
    fn calendar(&self, book: &Book) -> WorkingCalendar {
        let source = Source::File(self.path.clone());
        source.calendar(book, self.texts).unwrap_or_default()
    }

    fn saw(&mut self, snapshot: &Snapshot) {
        match &mut self.watch {
            Some(watch) => watch.saw(&snapshot.fingerprint),
            None => self.watch = Some(Watch::new(&self.path, &snapshot.fingerprint)),
        }
    }

    /// What somebody else did to the file since the last time.
    pub fn poll(&mut self, now: Instant) -> Option<WatchEvent> {
        match &mut self.watch {
            Some(watch) => watch.poll(now),
            None if self.awaited && self.path.exists() => Some(WatchEvent::Back),
            None => None,
        }
    }

    /// Carries a command out on the file as it is now, which the first change of all makes. `shown`
    /// is the book on the screen.
    pub fn save(&mut self, command: &Command, shown: &Document, today: NaiveDate) -> SaveEnd {
        let calendar = self.calendar(shown.book());
        let edited = match carry_out(shown, command, &calendar, today) {
            Ok(edited) => edited,
            Err(why) => return refused(why.into()),
        };
        let Some(history) = history() else {
            return no_history(self.texts);
        };
        if self.awaited
            && let Err(why) = self.create(shown.text())
        {
            return SaveEnd::NotSaved(why);
        }
        let when = clock::now().stamp();
        let day = (&calendar, today, when.as_str());
        let saved = file::save(&self.path, &history, command, shown, &edited, day);
        let told = describe::edited(&edited, shown.book(), &calendar, today);
        self.end(saved, Some(edited.document), |saved| match saved.outcome {
            Outcome::Written => (Done::Changed, told),
            Outcome::Unchanged => (|_| Done::Unchanged, told),
        })
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> SaveEnd {
        let Some(history) = history() else {
            return no_history(self.texts);
        };
        let saved = store::undo(&self.path, &history, &clock::now().stamp(), readable);
        self.end(saved, None, |saved| (Done::Undone, labelled(saved)))
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> SaveEnd {
        let Some(history) = history() else {
            return no_history(self.texts);
        };
        let saved = store::redo(&self.path, &history, &clock::now().stamp(), readable);
        self.end(saved, None, |saved| (Done::Redone, labelled(saved)))
    }

    /// `expected` is the document that the file should now be; if it is, it need not be read.
    pub(super) fn end(
        &mut self,
        saved: Result<Saved, SaveError<Unplanned>>,
        expected: Option<Document>,
        tell: impl FnOnce(&Saved) -> (fn(What) -> Done, Told),
    ) -> SaveEnd {
        let (saved, confirmed) = match saved {
            Ok(saved) => (saved, true),
            Err(SaveError::SavedUnconfirmed { saved, .. }) => (*saved, false),
            Err(SaveError::Refused(why)) => return refused(why),
            Err(SaveError::NotSaved(why)) => return SaveEnd::NotSaved(self.not_saved(&why)),
        };
        self.awaited = false;
        self.saw(&saved.snapshot);
        let (done, (what, installment)) = tell(&saved);
        let kept = saved.kept.iter();
        let kept = kept.map(|path| path.display().to_string()).collect();
        let text = saved.snapshot.text;
        let document = match expected.filter(|document| document.text() == text) {
            Some(document) => Ok(document),
            None => Document::parse_on(text, &self.rulebook),
        };
        match document {
            Ok(document) => SaveEnd::Done(Box::new(SavedBook {
                done: describe::completed(done(what), installment.as_ref(), document.book()),
                document,
                installment,
                at: clock::now().time(),
                kept,
                confirmed,
            })),
            Err(_) => SaveEnd::NotSaved(NotSaved::Broken),
        }
    }

    /// Makes the file.
    ///
    /// # Errors
    /// Where something stands there already, or the disk refuses.
    pub fn create(&mut self, text: &str) -> Result<(), NotSaved> {
        match store::create(&self.path, text) {
            Ok(_) | Err(SaveError::SavedUnconfirmed { .. }) => Ok(()),
            Err(SaveError::NotSaved(why)) => Err(self.not_saved(&why)),
            Err(SaveError::Refused(never)) => match never {},
        }
    }

    fn not_saved(&self, why: &store::NotSaved) -> NotSaved {
        use crate::store::NotSaved as Why;
        match why {
            Why::Unreadable(error) => {
                NotSaved::Unreadable(unreadable(&self.path, error, self.texts))
            }
            Why::Protected(Protection::ReadOnly) => NotSaved::ReadOnly,
            Why::Protected(Protection::ForeignOwner) => NotSaved::ForeignOwner,
            Why::Protected(Protection::HardLinks) => NotSaved::HardLinks,
            Why::Locked(holder) => NotSaved::Locked {
                by: holder.as_ref().map(|holder| match &holder.name {
                    Some(name) => format!("{name} ({})", holder.pid),
                    None => holder.pid.to_string(),
                }),
            },
            Why::Exists | Why::IsTheBook => NotSaved::Exists,
            Why::BadSplice(_) => NotSaved::WouldDiffer,
            Why::NothingToUndo => NotSaved::NothingToUndo,
            Why::NothingToRedo => NotSaved::NothingToRedo,
            Why::ChangedSince { .. } => NotSaved::ChangedSince,
            Why::KeepsChanging => NotSaved::KeepsChanging,
            Why::Disk { source, .. } => NotSaved::Disk(system(source, self.texts)),
        }
    }
}

/// The histories of this user.
pub(super) fn history() -> Option<History> {
    let places = Places::of_user().ok()?;
    Some(History::new(&places.state))
}

/// Without a place for the history nothing could be undone, so nothing is changed.
pub(super) fn no_history(texts: Texts) -> SaveEnd {
    SaveEnd::NotSaved(NotSaved::Disk(texts.failure_no_home().to_owned()))
}

/// A change as the history remembers it.
pub(super) fn labelled(saved: &Saved) -> Told {
    let label = ChangeLabel::from_value(&saved.label);
    label.map_or((What::Other, None), |label| describe::told(&label))
}

fn refused(why: Unplanned) -> SaveEnd {
    match why {
        Unplanned::Broken => SaveEnd::NotSaved(NotSaved::Broken),
        Unplanned::Refused(refusal) => SaveEnd::Refused(refusal),
        Unplanned::Square(_) => SaveEnd::NotSaved(NotSaved::WouldDiffer),
    }
}
