//! Chinese text under an overlay: no glyph loses a half, no border a cell, neither in the frame
//! nor in a terminal that is sent only what changed.

use std::collections::BTreeSet;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;

use super::cells;
use super::hint::Hit;
use super::view_tests::{after, dark, screen};
use crate::app::Model;
use crate::app::import::{FoundBill, Shown};
use crate::app::journal::PastChange;
use crate::app::key::{Code, Key};
use crate::app::model::Size;
use crate::app::msg::{Msg, Target};
use crate::app::overlay::Overlay;
use crate::app::update::update;
use crate::import;
use crate::settings::texts::Lang;

/// Of each layout three widths in a row: both sides of a box stand in odd and in even columns.
const WINDOWS: [(u16, u16); 6] = [
    (80, 24),
    (81, 24),
    (82, 24),
    (120, 36),
    (121, 36),
    (122, 36),
];
const VIEWS: [&str; 3] = ["1", "2 <enter>", "4"];
/// Keys that open each overlay; a few only where a plan is selected.
const OPENED: [&str; 17] = [
    "?",
    "? <type:还>",
    "c",
    "c <type:3299>",
    "c <type:12000>",
    "a",
    "P",
    "/",
    "/ x m",
    "d",
    "=",
    "= <tab>",
    "m",
    "V",
    "i",
    "<paste:【小米分期】您已成功还款338.33元>",
    "a <type:手机> <esc>",
];
const BILL: &[u8] = include_bytes!("../../tests/import/alipay-web.csv");

/// The name of each kind; a new one is missing here until its keys stand above.
const KINDS: [&str; 11] = [
    "help", "check", "form", "find", "day", "explain", "methods", "history", "import", "message",
    "confirm",
];

fn kind(overlay: &Overlay) -> &'static str {
    match overlay {
        Overlay::Help(_) => "help",
        Overlay::Check(_) => "check",
        Overlay::Form(_) => "form",
        Overlay::Find(_) => "find",
        Overlay::Day(_) => "day",
        Overlay::Explain(_) => "explain",
        Overlay::Methods(_) => "methods",
        Overlay::History(_) => "history",
        Overlay::Import(_) => "import",
        Overlay::Message(_) => "message",
        Overlay::Confirm(_) => "confirm",
    }
}

/// What comes from outside after `V`, and a bill that was read.
fn answered(mut model: Model, keys: &str) -> Vec<Model> {
    if keys == "V" {
        let change = |is_applied| PastChange {
            what: None,
            when: "2026-03-09T21:05".to_owned(),
            program: "另一个程序".to_owned(),
            is_applied,
        };
        update(&mut model, Msg::History(vec![change(false), change(true)]));
    }
    let mut models = vec![model];
    if keys == "i" {
        let mut model = models[0].clone();
        for char in "账单.csv".chars() {
            update(&mut model, Msg::Key(Key::char(char)));
        }
        update(&mut model, Msg::Key(Key::of(Code::Enter)));
        let bill = import::read(BILL, None, &[]).unwrap();
        let (name, book) = ("账单.csv".to_owned(), model.book().unwrap());
        let shown = Shown::of(name, bill, book, &model.calendar, model.today);
        let found = FoundBill {
            shown: Ok(Box::new(shown)),
        };
        update(&mut model, Msg::Bill(Box::new(found)));
        models.push(model);
    }
    models
}

/// An overlay above a view, and the frame without it.
struct Covered {
    about: String,
    boxes: Vec<Rect>,
    /// Rows with keys, which are those of the overlay: the footer, the border of a box below.
    of_keys: BTreeSet<u16>,
    without: Buffer,
    with: Buffer,
}

fn boxes_of(hits: &[Hit]) -> Vec<Rect> {
    let boxes = hits.iter().filter(|hit| hit.target == Target::Overlay);
    boxes.map(|hit| hit.area).collect()
}

fn covered(about: &str, mut model: Model, (width, height): (u16, u16)) -> Covered {
    update(&mut model, Msg::Resized(Size { width, height }));
    let (with, hits) = screen(&model, &dark(), (width, height));
    let boxes = boxes_of(&hits);
    assert!(!boxes.is_empty(), "{about}");
    model.overlays.pop();
    let (without, hits) = screen(&model, &dark(), (width, height));
    let below = boxes_of(&hits).into_iter();
    let of_keys = below.map(|area| area.bottom() - 1).chain([height - 1]);
    Covered {
        about: format!("{about} {width}x{height}"),
        boxes,
        of_keys: of_keys.collect(),
        without,
        with,
    }
}

/// What a terminal shows: a cell under the second half of a glyph is empty, and what is written
/// over one half of a glyph takes the other half away.
struct Terminal(Vec<Vec<String>>);

impl Terminal {
    fn showing(buf: &Buffer) -> Self {
        let row = vec![" ".to_owned(); buf.area.width.into()];
        let mut terminal = Self(vec![row; buf.area.height.into()]);
        let blank = Buffer::empty(buf.area);
        terminal.send(&blank, buf);
        terminal
    }

    fn send(&mut self, before: &Buffer, after: &Buffer) {
        for (x, y, cell) in before.diff(after) {
            let wide = usize::from(cell.cell_width()).max(1);
            let row = &mut self.0[usize::from(y)];
            let x = usize::from(x);
            for at in x..x + wide {
                clear(row, at);
            }
            cell.symbol().clone_into(&mut row[x]);
            row[x + 1..x + wide].iter_mut().for_each(String::clear);
        }
    }

    fn lines(&self) -> Vec<String> {
        let lines = self.0.iter().map(|row| row.concat());
        lines.map(|line| line.trim_end().to_owned()).collect()
    }
}

/// Takes a glyph that lies across a cell away as a whole.
fn clear(row: &mut [String], at: usize) {
    let from = (0..=at).rfind(|x| !row[*x].is_empty()).unwrap_or(at);
    let mut x = from;
    while x == from || row.get(x).is_some_and(String::is_empty) {
        " ".clone_into(&mut row[x]);
        x += 1;
    }
}

impl Covered {
    fn fail(&self, what: &str) -> ! {
        let shown = cells::lines(&self.with).join("\n");
        panic!("{}: {what}\n{shown}", self.about);
    }

    fn is_whole(&self) {
        let area = self.with.area;
        for (x, y) in area.positions().map(|at| (at.x, at.y)) {
            let width = self.with[(x, y)].cell_width().max(1);
            let is_covered = |half| half < area.right() && self.with[(half, y)].symbol() == " ";
            if !(x + 1..x + width).all(is_covered) {
                self.fail(&format!("half a glyph at {x},{y}"));
            }
        }
    }

    fn has_its_borders(&self) {
        for place in &self.boxes {
            let (left, right) = (place.left(), place.right() - 1);
            let (top, bottom) = (place.top(), place.bottom() - 1);
            for y in top..=bottom {
                let expected = match y {
                    y if y == top => ["╭", "╮"],
                    y if y == bottom => ["╰", "╯"],
                    _ => ["│", "│"],
                };
                let seen = [left, right].map(|x| self.with[(x, y)].symbol());
                if seen != expected {
                    self.fail(&format!("row {y} of {place:?} ends in {seen:?}"));
                }
            }
        }
    }

    /// Beside the boxes stands what stood there; only a glyph that reached into one is gone.
    fn keeps_what_is_beside_it(&self) {
        let area = self.with.area;
        let is_free = |x: u16, y| !self.boxes.iter().any(|area| area.contains((x, y).into()));
        for y in (0..area.height).filter(|y| !self.of_keys.contains(y)) {
            for x in (0..area.width).filter(|x| is_free(*x, y)) {
                let was = &self.without[(x, y)];
                let stays = is_free(x + was.cell_width().max(1) - 1, y);
                let expected = if stays { was.symbol() } else { " " };
                if self.with[(x, y)].symbol() != expected {
                    self.fail(&format!("{x},{y} is no longer {:?}", was.symbol()));
                }
            }
        }
    }

    fn is_shown_whole_when_it_opens_and_when_it_closes(&self) {
        let mut terminal = Terminal::showing(&self.without);
        for (before, after) in [(&self.without, &self.with), (&self.with, &self.without)] {
            terminal.send(before, after);
            let shown = terminal.lines();
            if shown != cells::lines(after) {
                self.fail(&format!("the terminal shows\n{}\nnot", shown.join("\n")));
            }
        }
    }
}

#[test]
fn under_every_overlay_each_glyph_keeps_its_cells_and_each_border_is_whole() {
    let mut seen = BTreeSet::new();
    let mut sides = BTreeSet::new();
    for view in VIEWS {
        for keys in OPENED {
            let about = format!("{view} {keys}");
            for model in answered(after(&about, Lang::Zh), keys) {
                let Some(overlay) = model.overlay().map(kind) else {
                    continue;
                };
                seen.insert(overlay);
                for window in WINDOWS {
                    let covered = covered(&about, model.clone(), window);
                    let columns = covered.boxes.iter().map(|area| (area.left(), area.right()));
                    sides.extend(columns.map(|(left, right)| (overlay, left % 2, right % 2)));
                    covered.is_whole();
                    covered.has_its_borders();
                    covered.keeps_what_is_beside_it();
                    covered.is_shown_whole_when_it_opens_and_when_it_closes();
                }
            }
        }
    }
    assert_eq!(seen, BTreeSet::from(KINDS));
    for overlay in KINDS {
        for parity in 0..2 {
            let left = sides
                .iter()
                .any(|side| (side.0, side.1) == (overlay, parity));
            let right = sides
                .iter()
                .any(|side| (side.0, side.2) == (overlay, parity));
            assert!(left && right, "{overlay} stands nowhere at {parity}");
        }
    }
}
