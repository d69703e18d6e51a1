//! A new model, and what has to be derived anew when its book, its day or its filter changes.

use chrono::NaiveDate;

use super::board::Board;
use super::board::calendar::Month;
use super::board::due::DueRow;
use super::board::plans::{PlanFilter, PlanSort};
use super::detail::PlanDetail;
use super::keymap::Keymap;
use super::model::{BookState, Model, Saving, Size};
use super::screen::{CalendarPane, CasePane, DetailPane, List, Pane, Screen, Selection, Tops};
use crate::domain::Book;
use crate::domain::working_day::WorkingCalendar;
use crate::settings::texts::Lang;
use crate::settings::theme::ThemeChoice;

/// What a dashboard begins with.
#[derive(Debug, Clone)]
pub struct Start {
    /// The day.
    pub today: NaiveDate,
    /// The language.
    pub lang: Lang,
    /// The theme that was asked for.
    pub theme: ThemeChoice,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// Whether amounts are hidden from the start.
    pub amounts_hidden: bool,
    /// The window.
    pub window: Size,
    /// Where the file is, for people.
    pub path: String,
    /// Whether it is the sample book.
    pub demo: bool,
    /// The file as it was found.
    pub book: BookState,
    /// The calendar that it names.
    pub calendar: WorkingCalendar,
}

impl Model {
    /// The dashboard as it opens: the overview, on the most urgent installment.
    pub fn new(start: Start) -> Self {
        let mut model = Self {
            today: start.today,
            now: start.today,
            scrubber: None,
            lang: start.lang,
            theme: start.theme,
            keymap: start.keymap,
            window: start.window,
            path: start.path,
            demo: start.demo,
            amounts_hidden: start.amounts_hidden,
            book: start.book,
            calendar: start.calendar,
            board: Board::empty(start.today),
            detail: None,
            screen: Screen::Overview,
            pane: Pane::Due,
            detail_pane: DetailPane::default(),
            tops: Tops::default(),
            month: Month::empty(start.today),
            calendar_pane: CalendarPane::default(),
            case_pane: CasePane::default(),
            what_if: None,
            came_from: Screen::Plans,
            selection: Selection::default(),
            plan_sort: PlanSort::default(),
            plan_filter: PlanFilter::default(),
            overlays: Vec::new(),
            notice: None,
            erased: Vec::new(),
            saving: Saving::Untouched,
        };
        model.refresh();
        model
    }

    /// Derives the board anew and keeps every selection on its item; where the item is gone, on
    /// the row in its place.
    pub(super) fn refresh(&mut self) {
        let rows = List::ALL.map(|list| (list, self.last_row(list)));
        self.board = match self.book() {
            Some(book) => Board::derive(
                book,
                &self.calendar,
                self.today,
                self.plan_sort,
                self.plan_filter,
            ),
            None => Board::empty(self.today),
        };
        self.derive_detail();
        self.derive_scrubber();
        if let Some(mut what_if) = self.what_if.take() {
            what_if.renew(self);
            self.what_if = Some(what_if);
        }
        if self.screen == Screen::PlanDetail && self.detail.is_none() {
            self.screen = self.came_from;
        }
        if self.screen == Screen::Calendar {
            self.derive_month();
        }
        for (list, row) in rows {
            let is_derived = list != List::Day || self.screen == Screen::Calendar;
            if is_derived && self.row(list).is_none() {
                self.select(list, row.unwrap_or_else(|| self.first_of(list)));
            }
        }
    }

    /// The selected row, although the book may be another one by now.
    fn last_row(&self, list: List) -> Option<usize> {
        let selection = &self.selection;
        match list {
            // Its rows are looked up in the book.
            List::Day => selection.of_day.as_ref().map(|_| selection.of_day_row),
            list => self.row(list),
        }
    }

    /// The row a list begins on: the first that asks for something.
    fn first_of(&self, list: List) -> usize {
        let open = match list {
            List::Due => self.board.due.rows.iter().position(DueRow::is_open),
            List::Installments => {
                let rows = self.detail.as_ref().map(|detail| &detail.rows);
                rows.and_then(|rows| rows.iter().position(|row| row.standing.timing().is_some()))
            }
            List::Day => self.first_open_of_day(),
            List::Plans | List::Lines | List::Alerts | List::Cases => None,
        };
        open.unwrap_or(0)
    }

    /// Selects a row of a list, the last one where it has fewer; nothing where it has none.
    pub(super) fn select(&mut self, list: List, row: usize) {
        let row = row.min(self.count(list).saturating_sub(1));
        let (board, selection) = (&self.board, &mut self.selection);
        match list {
            List::Due => selection.due = board.due.rows.get(row).map(|row| row.id.clone()),
            List::Plans => {
                // A finished plan stays open in its detail although the filter hides it.
                if self.screen != Screen::PlanDetail || self.detail.is_none() {
                    let row = board.plans.get(row);
                    selection.plan = row.map(|row| row.id.clone());
                    let plan = row.map(|row| row.plan);
                    self.show_detail(plan);
                }
            }
            List::Installments => {
                let rows = self.detail.as_ref().map(|detail| &detail.rows);
                let row = rows.and_then(|rows| rows.get(row));
                selection.n = row.map(|row| row.standing.n());
            }
            List::Lines => selection.line = board.lines.get(row).map(|row| row.id.clone()),
            List::Alerts => selection.alert = board.alerts.get(row).map(|row| row.id.clone()),
            List::Day => {
                self.selection.of_day = self.of_day(row).map(|row| row.id);
                self.selection.of_day_row = row;
            }
            List::Cases => {
                selection.case = board.cases.get(row).map(|row| row.id.clone());
                selection.step = None;
            }
        }
    }

    /// Derives the detail of the selected plan.
    pub(super) fn derive_detail(&mut self) {
        let selected = self.book().and_then(|book: &Book| {
            let id = self.selection.plan.as_ref()?;
            book.plans.iter().position(|plan| plan.id == *id)
        });
        self.show_detail(selected);
    }

    /// Derives the detail of a plan of the book.
    fn show_detail(&mut self, plan: Option<usize>) {
        let before = self.detail.take().map(|detail| detail.id);
        self.detail = self
            .book()
            .and_then(|book| PlanDetail::of(book, &self.board.position, &self.calendar, plan?));
        if self.detail.as_ref().map(|detail| &detail.id) != before.as_ref() {
            self.tops.of_another_plan();
        }
    }

    /// Derives the month that the calendar shows, which nobody else needs, and selects something of
    /// its day.
    pub(super) fn show_month(&mut self) {
        self.derive_month();
        if self.row(List::Day).is_none() {
            self.select(List::Day, self.first_of(List::Day));
        }
    }

    fn derive_month(&mut self) {
        let day = self.selection.day.unwrap_or(self.today);
        self.month = match self.whole() {
            Some(whole) => Month::of(whole, &self.board.by_day, &self.calendar, day),
            None => Month::empty(day),
        };
    }

    /// Goes to a day of the calendar, and there to the first installment that asks for something.
    pub(super) fn go_to_day(&mut self, day: NaiveDate) {
        self.selection.day = Some(day).filter(|day| *day != self.today);
        match self.whole().filter(|_| self.month.contains(day)) {
            Some(whole) => self.month = self.month.on(whole, &self.board.by_day, day),
            None => self.derive_month(),
        }
        self.select(List::Day, self.first_of(List::Day));
    }

    /// Opens the detail of a plan of the book, on an installment or on its oldest open one.
    pub(super) fn open_plan(&mut self, k: usize, n: Option<u32>) {
        let Some(id) = self
            .book()
            .and_then(|book| book.plans.get(k))
            .map(|plan| plan.id.clone())
        else {
            return;
        };
        if self.screen != Screen::PlanDetail {
            self.came_from = self.screen;
            self.detail_pane = DetailPane::default();
        }
        self.screen = Screen::PlanDetail;
        self.selection.plan = Some(id);
        self.derive_detail();
        self.selection.n = n;
        if self.row(List::Installments).is_none() {
            self.select(List::Installments, self.first_of(List::Installments));
        }
    }
}
