//! One message and everything that follows from it: the same with a terminal and without.

use std::collections::VecDeque;
use std::path::Path;
use std::time::Instant;

use chrono::NaiveDate;

use super::bills;
use super::clock;
use super::disk::Disk;
use super::sample::Sample;
use super::shelf::Shelf;
use crate::app::Model;
use crate::app::derive::Start;
use crate::app::effect::Effect;
use crate::app::import::{FoundBill, Shown};
use crate::app::model::Size;
use crate::app::msg::{Msg, SaveEnd};
use crate::app::notice::{Notice, Said, Tone};
use crate::app::update::update;
use crate::cli::Opening;
use crate::cli::file::Source;
use crate::demo;
use crate::import::mapping::Mapping;
use crate::settings::texts::Texts;
use crate::store::WatchEvent;

/// How the editor ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditorEnd {
    /// Well.
    Well,
    /// With a status that is not that of success; none where a signal ended it.
    Badly(Option<i32>),
    /// It could not be run, and why.
    NotRun(String),
}

/// The reading of a bill, and what it means for the book.
pub type BillWork = Box<dyn FnOnce() -> FoundBill + Send>;

/// What only a terminal can do.
pub trait Outside {
    /// Draws everything anew.
    fn redraw(&mut self);
    /// Hands a text to the clipboard; nobody knows whether the terminal takes it.
    fn copy(&mut self, text: &str);
    /// Does some work beside the loop; nothing where it takes longer than people notice: then what
    /// it came to arrives later.
    fn beside(&mut self, work: BillWork) -> Option<FoundBill>;
    /// Stops until the shell continues the program.
    fn suspend(&mut self);
    /// Runs the editor on a line of a file.
    fn edit(&mut self, path: &Path, line: usize) -> EditorEnd;
    /// Ends the loop.
    fn quit(&mut self);
}

/// A dashboard with its book.
#[derive(Debug)]
pub struct Session {
    /// What is on the screen.
    pub model: Model,
    pub(super) shelf: Shelf,
    /// The bills that the shopper describes.
    bills: Vec<Mapping>,
    fixed_day: Option<NaiveDate>,
}

impl Session {
    /// Opens the book and shows it in a window.
    pub fn new(opening: &Opening, window: Size) -> Self {
        let today = opening.today.unwrap_or_else(|| clock::now().day());
        let mut shelf = match &opening.source {
            Source::Demo => Shelf::Sample(Sample::new(today, opening.texts)),
            Source::File(path) => Shelf::Disk(Disk::new(path, opening.texts)),
        };
        let loaded = shelf.load();
        let mut model = Model::new(Start {
            today,
            lang: opening.texts.lang(),
            theme: opening.theme,
            keymap: opening.keymap.clone(),
            amounts_hidden: opening.hide_amounts,
            window,
            path: opening.source.name(),
            demo: opening.source == Source::Demo,
            book: loaded.book,
            calendar: loaded.calendar,
        });
        let mut warnings = opening.warnings.iter().cloned().chain(loaded.warnings);
        model.notice = warnings.next().map(|warning| Notice {
            tone: Tone::Failed,
            said: Said::Warned(warning),
        });
        Self {
            model,
            shelf,
            bills: opening.bills.clone(),
            fixed_day: opening.today,
        }
    }

    /// Takes in a message, and everything that follows from it.
    pub fn take(&mut self, msg: Msg, outside: &mut impl Outside) {
        let mut pending = VecDeque::from([msg]);
        while let Some(msg) = pending.pop_front() {
            for effect in update(&mut self.model, msg) {
                pending.extend(self.perform(effect, outside));
            }
        }
    }

    fn perform(&mut self, effect: Effect, outside: &mut impl Outside) -> Option<Msg> {
        match effect {
            Effect::Save(command) => {
                let shown = self.model.book.document()?;
                let end = self.shelf.save(&command, shown, self.model.now);
                Some(Msg::Saved(end))
            }
            Effect::Undo => Some(Msg::Saved(self.shelf.undo())),
            Effect::Redo => Some(Msg::Saved(self.shelf.redo())),
            Effect::History => Some(Msg::History(self.shelf.history())),
            Effect::GoTo { applied } => Some(Msg::Saved(self.shelf.go_to(applied))),
            Effect::ReadBill(path) => self.read_bill(path, outside),
            Effect::Reload => Some(self.load()),
            Effect::OpenEditor { line } => Some(self.edit(line, outside)),
            Effect::Create => Some(self.create(outside)),
            Effect::Demo => {
                self.shelf =
                    Shelf::Sample(Sample::new(self.model.now, Texts::new(self.model.lang)));
                Some(self.load())
            }
            Effect::Redraw => {
                outside.redraw();
                None
            }
            Effect::Proof { case, path } => Some(Msg::Proof {
                case,
                read: self.shelf.proof(&path),
            }),
            Effect::Copy(text) => {
                outside.copy(&text);
                None
            }
            Effect::Suspend => {
                outside.suspend();
                None
            }
            Effect::Quit => {
                outside.quit();
                None
            }
        }
    }

    fn read_bill(&self, path: String, outside: &mut impl Outside) -> Option<Msg> {
        let (mappings, texts) = (self.bills.clone(), Texts::new(self.model.lang));
        let book = self.model.book()?.clone();
        let (calendar, today) = (self.model.calendar.clone(), self.model.today);
        let work = move || {
            let read = bills::read_at(&path, &mappings, texts);
            let shown = |(name, bill)| Box::new(Shown::of(name, bill, &book, &calendar, today));
            FoundBill {
                shown: read.map(shown),
            }
        };
        let read = outside.beside(Box::new(work));
        read.map(|found| Msg::Bill(Box::new(found)))
    }

    fn load(&mut self) -> Msg {
        Msg::Loaded(Box::new(self.shelf.reload()))
    }

    fn edit(&mut self, line: usize, outside: &mut impl Outside) -> Msg {
        let edited = self.shelf.path().map(|path| outside.edit(path, line));
        match edited {
            Some(EditorEnd::NotRun(why)) => Msg::EditorFailed(why),
            Some(EditorEnd::Badly(status)) => Msg::EditorEnded(status),
            Some(EditorEnd::Well) | None => self.load(),
        }
    }

    fn create(&mut self, outside: &mut impl Outside) -> Msg {
        let text = demo::first_book(self.model.now, self.model.lang);
        let created = match &mut self.shelf {
            Shelf::Disk(disk) => disk.create(&text),
            Shelf::Sample(_) => Ok(()),
        };
        match created {
            Ok(()) => self.edit(1, outside),
            Err(why) => Msg::Saved(SaveEnd::NotSaved(why)),
        }
    }

    /// Looks at the clock and at the file.
    pub fn look(&mut self, outside: &mut impl Outside) -> bool {
        let day = self.fixed_day.unwrap_or_else(|| clock::now().day());
        let new_day = (day != self.model.now).then_some(Msg::Day(day));
        let event = self.shelf.poll(Instant::now()).map(|event| match event {
            WatchEvent::Changed | WatchEvent::Back => Msg::FileChanged,
            WatchEvent::Missing => Msg::FileMissing,
        });
        let happened = new_day.is_some() || event.is_some();
        for msg in new_day.into_iter().chain(event) {
            self.take(msg, outside);
        }
        happened
    }
}
