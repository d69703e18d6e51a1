//! A model for the tests of this layer: the sample book on a fixed day.

use chrono::NaiveDate;
use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use super::cells;
use crate::app::Model;
use crate::app::board::Board;
use crate::app::board::calendar::Month;
use crate::app::board::plans::{PlanFilter, PlanSort};
use crate::app::keymap::Keymap;
use crate::app::model::{BookState, Saving, Size};
use crate::app::screen::{CasePane, InstallmentId, Pane, Screen, Selection, Tops};
use crate::demo;
use crate::document::Document;
use crate::domain::Book;
use crate::domain::working_day::WorkingCalendar;
use crate::settings::texts::{Lang, Texts};
use crate::settings::theme::{Depth, Theme, ThemeChoice};

/// The day of all tests.
pub fn today() -> NaiveDate {
    "2026-03-10".parse().unwrap()
}

/// The sample book, opened in the overview with the most urgent installment selected.
pub fn model(lang: Lang) -> Model {
    of_text(demo::book(today(), lang), lang)
}

/// A book of this text, opened in the overview.
pub fn of_text(text: String, lang: Lang) -> Model {
    let document = Document::parse(text).unwrap();
    let board = board(document.book());
    let month = Month::of(
        (document.book(), &board.position),
        &board.by_day,
        &WorkingCalendar::weekends_only(),
        today(),
    );
    let due = board.due.rows.iter().find(|row| row.is_open());
    let due = due.map(|row| row.id.clone());
    Model {
        erased: Vec::new(),
        today: today(),
        now: today(),
        scrubber: None,
        lang,
        theme: ThemeChoice::Dark,
        keymap: Keymap::default(),
        window: Size {
            width: 80,
            height: 24,
        },
        path: "~/.local/share/fenqi/fenqi.toml".to_owned(),
        demo: false,
        amounts_hidden: false,
        book: BookState::Open(document),
        calendar: WorkingCalendar::weekends_only(),
        board,
        detail: None,
        screen: Screen::Overview,
        pane: Pane::Due,
        detail_pane: crate::app::screen::DetailPane::default(),
        tops: Tops::default(),
        month,
        what_if: None,
        calendar_pane: crate::app::screen::CalendarPane::default(),
        case_pane: CasePane::default(),
        came_from: Screen::Overview,
        selection: Selection {
            due,
            ..Selection::default()
        },
        plan_sort: PlanSort::default(),
        plan_filter: PlanFilter::default(),
        overlays: Vec::new(),
        notice: None,
        saving: Saving::Untouched,
    }
}

/// The board of a book.
pub fn board(book: &Book) -> Board {
    Board::derive(
        book,
        &WorkingCalendar::weekends_only(),
        today(),
        PlanSort::default(),
        PlanFilter::default(),
    )
}

/// Selects an installment in the overview.
pub fn select(model: &mut Model, row: usize) {
    let id: Option<InstallmentId> = model.board.due.rows.get(row).map(|row| row.id.clone());
    model.selection.due = id;
}

/// The dark theme in all its colours.
pub fn theme() -> Theme {
    Theme::choose(ThemeChoice::Dark, None, Depth::True)
}

/// The whole screen at a size.
pub fn screen(model: &Model, theme: &Theme, (width, height): (u16, u16)) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    super::draw(&mut buf, area, model, theme, Texts::new(model.lang));
    buf
}

/// The text of the whole screen at a size.
pub fn text(model: &Model, size: (u16, u16)) -> String {
    cells::lines(&screen(model, &theme(), size)).join("\n")
}

/// Fails where a glyph is cut in half or a border is broken.
pub fn assert_sound(buf: &Buffer, about: &str) {
    let area = buf.area;
    let at = |x, y| buf.cell((x, y)).map_or("", |cell| cell.symbol());
    for y in area.top()..area.bottom() {
        let mut x = area.left();
        while x < area.right() {
            let width = at(x, y).cell_width().max(1);
            let covered = (x + 1..x + width).all(|half| at(half, y) == " ");
            assert!(covered, "{about}: half a glyph at {x},{y}\n{}", shown(buf));
            x += width;
        }
        for x in area.left()..area.right() {
            let (right, below) = match at(x, y) {
                "╭" => ("╮", "╰"),
                "╰" => ("╯", ""),
                _ => continue,
            };
            let side = |step: u16| at(x, y + step);
            let end = (1..area.height).find(|step| side(*step) != "│");
            assert!(
                below.is_empty() || end.is_some_and(|end| side(end) == below),
                "{about}: a side is broken at {x},{y}\n{}",
                shown(buf)
            );
            let closed = (x + 1..area.right()).any(|x| at(x, y) == right);
            assert!(closed, "{about}: no corner after {x},{y}\n{}", shown(buf));
        }
    }
}

fn shown(buf: &Buffer) -> String {
    cells::lines(buf).join("\n")
}

/// Both sides of each border between two layouts, and some odd windows.
pub const SIZES: [(u16, u16); 18] = [
    (24, 5),
    (31, 14),
    (40, 10),
    (55, 40),
    (56, 15),
    (60, 18),
    (60, 20),
    (75, 24),
    (173, 21),
    (76, 22),
    (80, 24),
    (100, 31),
    (90, 50),
    (109, 60),
    (110, 32),
    (120, 36),
    (133, 32),
    (200, 70),
];
