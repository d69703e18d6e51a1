//! The dashboard as a value.

use std::sync::Arc;

use chrono::NaiveDate;

use super::board::Board;
use super::board::calendar::Month;
use super::board::plans::{PlanFilter, PlanSort};
use super::detail::PlanDetail;
use super::form::Form;
use super::keymap::Keymap;
use super::notice::Notice;
use super::overlay::Overlay;
use super::screen::{CalendarPane, CasePane, DetailPane, Pane, Screen, Selection, Tops};
use super::scrubber::Scrubber;
use super::what_if::WhatIf;
use crate::document::Document;
use crate::domain::command::Pay;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Position};
use crate::settings::texts::Lang;
use crate::settings::theme::ThemeChoice;

/// Everything that is on the screen, and nothing else. Only [`update`](super::update::update)
/// changes it.
#[derive(Debug, Clone)]
pub struct Model {
    /// The day everything is shown as of.
    pub today: NaiveDate,
    /// The day it is. The book can be changed only while that one is shown.
    pub now: NaiveDate,
    /// What lines allow around the day that is shown, where that is another one.
    pub scrubber: Option<Box<Scrubber>>,
    /// The language of the screen.
    pub lang: Lang,
    /// The theme that was asked for.
    pub theme: ThemeChoice,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// The size of the window.
    pub window: Size,
    /// Where the data file is or would be, for people.
    pub path: String,
    /// True for the sample book, which is saved nowhere.
    pub demo: bool,
    /// True while amounts are shown as `****`.
    pub amounts_hidden: bool,
    /// The file.
    pub book: BookState,
    /// The working-day calendar in force.
    pub calendar: WorkingCalendar,
    /// Every figure the views show, derived from the book.
    pub board: Board,
    /// The plan that is selected in the plans or shown in its detail.
    pub detail: Option<PlanDetail>,
    /// The view.
    pub screen: Screen,
    /// The pane of the overview that gets the keys.
    pub pane: Pane,
    /// The pane of a plan's detail that gets the keys to move.
    pub detail_pane: DetailPane,
    /// The first rows that are seen of what scrolls.
    pub tops: Tops,
    /// The month that the calendar shows, as of when it was last seen.
    pub month: Month,
    /// The pane of the calendar that gets the keys to move.
    pub calendar_pane: CalendarPane,
    /// The pane of the follow-ups that gets the keys.
    pub case_pane: CasePane,
    /// The purchase that is thought of, once somebody was there.
    pub what_if: Option<Box<WhatIf>>,
    /// The view to which Esc leads back from a plan's detail.
    pub came_from: Screen,
    /// What is selected in each view.
    pub selection: Selection,
    /// In which order the plans stand.
    pub plan_sort: PlanSort,
    /// Which plans are shown.
    pub plan_filter: PlanFilter,
    /// What lies above the view, the top one last.
    pub overlays: Vec<Overlay>,
    /// Payments that another program took out of the book; redo puts them back.
    pub erased: Vec<Pay>,
    /// What has just happened.
    pub notice: Option<Notice>,
    /// Whether what is shown stands on the disk.
    pub saving: Saving,
}

/// The size of a window, in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl From<(u16, u16)> for Size {
    fn from((width, height): (u16, u16)) -> Self {
        Self { width, height }
    }
}

/// The file.
#[derive(Debug, Clone)]
pub enum BookState {
    /// There is none: the first run. The blank book is what the first change begins with.
    Missing(Document),
    /// It was read.
    Open(Document),
    /// It has problems. What was read last is still shown, but cannot be changed.
    Broken {
        /// What was read last, if anything.
        last_good: Option<Document>,
        /// What keeps it from being read, in the order of the file.
        problems: Vec<FileProblem>,
    },
    /// It was there and is away. What was read last is still shown.
    Away {
        /// What was read last.
        last_good: Document,
    },
    /// It cannot be read at all, and why. What was read last is still shown.
    Unreadable {
        /// What was read last, if anything.
        last_good: Option<Document>,
        /// What the system said.
        reason: String,
    },
}

/// Something that keeps the file from being read, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileProblem {
    /// The line it is on, from 1.
    pub line: usize,
    /// The column it begins at, from 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub words: String,
    /// What to write instead.
    pub instead: Option<String>,
}

/// Whether what is shown stands on the disk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Saving {
    /// Nothing was changed since the start.
    #[default]
    Untouched,
    /// A save is under way.
    UnderWay {
        /// When the last one ended well.
        saved_at: Option<String>,
    },
    /// All is saved, at this time of day.
    SavedAt(String),
    /// The last change is not saved; the notice says why.
    Failed,
}

impl BookState {
    /// There is none: what is written down first goes into a blank one.
    pub fn missing() -> Self {
        Self::Missing(Document::blank(&Arc::default()))
    }

    /// The document that is shown, where there is one; before the first change the blank one.
    pub fn document(&self) -> Option<&Document> {
        match self {
            Self::Missing(document)
            | Self::Open(document)
            | Self::Away {
                last_good: document,
            } => Some(document),
            Self::Broken { last_good, .. } | Self::Unreadable { last_good, .. } => {
                last_good.as_ref()
            }
        }
    }
}

impl Model {
    /// The book that is shown, where there is one.
    pub fn book(&self) -> Option<&Book> {
        self.book.document().map(Document::book)
    }

    /// The book and how it stands.
    pub fn whole(&self) -> Option<(&Book, &Position)> {
        Some((self.book()?, &self.board.position))
    }

    /// The form that gets the keys: that of the overlay on top, or the fields of a view.
    pub fn form(&self) -> Option<&Form> {
        match (self.overlay(), &self.what_if) {
            (Some(Overlay::Form(form)), _) => Some(form),
            (None, Some(what_if)) if self.screen == Screen::WhatIf && what_if.typing => {
                Some(&what_if.form)
            }
            _ => None,
        }
    }

    /// The overlay that gets the keys.
    pub fn overlay(&self) -> Option<&Overlay> {
        self.overlays.last()
    }
}
