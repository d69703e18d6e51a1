//! Pages of text: lines, and tables whose columns are measured in cells. Everything passes
//! [`safe`] on its way, so no name from a file reaches the terminal as it is.

use std::borrow::Cow;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use unicode_width::UnicodeWidthStr;

use crate::domain::Money;
use crate::settings::safe_text::safe;
use crate::settings::theme::Role;

/// Blanks between two columns.
const GAP: usize = 2;

/// Whether states are also coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Words alone.
    Plain,
    /// In the terminal's own sixteen colours.
    Colours,
}

/// A text that grows line by line.
#[derive(Debug)]
pub(super) struct Page {
    ink: Ink,
    text: String,
}

/// To which side a column leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// One cell of a table.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    text: String,
    width: usize,
    role: Option<Role>,
}

/// A row of a table in one line, with our own colours in it.
#[derive(Debug)]
pub(super) struct TableRow(String);

impl Cell {
    /// In the ordinary colour.
    pub(super) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let text = match safe(&text).into_text() {
            Cow::Owned(safe) => safe,
            Cow::Borrowed(_) => text,
        };
        Self {
            width: text.width(),
            text,
            role: None,
        }
    }

    /// True where it shows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// In the colour of a role.
    pub(super) fn in_role(text: impl Into<String>, role: Role) -> Self {
        Self {
            role: Some(role),
            ..Self::new(text)
        }
    }
}

impl Page {
    /// An empty page.
    pub(super) fn new(ink: Ink) -> Self {
        Self {
            ink,
            text: String::new(),
        }
    }

    /// The finished text.
    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// Adds a line.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        self.text.push_str(&safe(line.as_ref()));
        self.text.push('\n');
    }

    /// Adds the lines of a text.
    pub(super) fn lines(&mut self, text: &str) {
        text.lines().for_each(|line| self.line(line));
    }

    /// Adds a row of a table.
    pub(super) fn row(&mut self, row: &TableRow) {
        self.text.push_str(&row.0);
        self.text.push('\n');
    }

    /// Adds an empty line, unless the page is empty.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Adds the rows of a table. Columns in which every cell is empty are left out.
    pub(super) fn table(&mut self, columns: &[Align], rows: &[Vec<Cell>]) {
        for row in self.table_rows(columns, rows) {
            self.row(&row);
        }
    }

    /// The rows of a table, for pages that say something between them.
    pub(super) fn table_rows(&self, columns: &[Align], rows: &[Vec<Cell>]) -> Vec<TableRow> {
        let widest = |k: usize| {
            let cells = rows.iter().filter_map(|row| row.get(k));
            cells.map(|cell| cell.width).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns.len()).map(widest).collect();
        let full: usize = widths.iter().map(|width| width + GAP).sum();
        let line = |row: &Vec<Cell>| {
            let mut line = String::with_capacity(full);
            let mut owed = 0;
            for ((cell, align), width) in row.iter().zip(columns).zip(&widths) {
                if *width == 0 {
                    continue;
                }
                let room = width - cell.width;
                let (before, after) = match align {
                    Align::Left => (0, room),
                    Align::Right => (room, 0),
                };
                if cell.text.is_empty() {
                    owed += room + GAP;
                } else {
                    line.extend(std::iter::repeat_n(' ', owed + before));
                    line.push_str(&painted(cell, self.ink));
                    owed = after + GAP;
                }
            }
            TableRow(line)
        };
        rows.iter().map(line).collect()
    }
}

/// A bar of at most `cells` cells for a part of the whole, to half a cell; never empty for
/// something.
pub(super) fn bar(part: Money, whole: Money, cells: u32) -> String {
    let share = part.as_decimal().checked_div(whole.as_decimal());
    let halves = share.unwrap_or_default() * Decimal::from(cells * 2);
    let halves = halves.round().to_usize().unwrap_or(0);
    let halves = halves.max(usize::from(part.is_positive()));
    let half = if halves % 2 == 1 { "▌" } else { "" };
    "█".repeat(halves / 2) + half
}

fn painted(cell: &Cell, ink: Ink) -> Cow<'_, str> {
    match (ink, cell.role.and_then(colour)) {
        (Ink::Colours, Some(colour)) => Cow::Owned(format!("\x1b[{colour}m{}\x1b[0m", cell.text)),
        _ => Cow::Borrowed(&cell.text),
    }
}

/// The attribute of a role among the sixteen colours every terminal has (ECMA-48, SGR).
fn colour(role: Role) -> Option<u8> {
    match role {
        Role::Overdue => Some(31),
        Role::Paid => Some(32),
        Role::Due => Some(33),
        Role::Frozen => Some(35),
        Role::Restoring => Some(36),
        Role::Muted => Some(2),
        Role::Accent => Some(1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Align, Cell, Ink, Page, Role, bar};

    fn page(ink: Ink) -> String {
        let mut page = Page::new(ink);
        page.line("到期\x1b[31m");
        page.gap();
        let row = |state: &str, empty: &str, item: &str, amount: &str| {
            let cell = Cell::new;
            vec![
                Cell::in_role(state, Role::Overdue),
                cell(empty),
                cell(item),
                cell(amount),
                cell(""),
            ]
        };
        let rows = [
            row("逾期3天", "", "小米 15 Pro 手机", "¥441.58"),
            row("", "", "tv", "¥1,200.00"),
        ];
        let columns = [
            Align::Left,
            Align::Left,
            Align::Left,
            Align::Right,
            Align::Left,
        ];
        page.table(&columns, &rows);
        page.into_text()
    }

    #[test]
    fn columns_are_measured_in_cells_and_empty_ones_left_out() {
        assert_eq!(
            page(Ink::Plain),
            "到期␛[31m\n\n逾期3天  小米 15 Pro 手机    ¥441.58\n         tv                ¥1,200.00\n"
        );
    }

    #[test]
    fn a_bar_is_full_only_for_the_whole_and_empty_only_for_nothing() {
        for (part, expected) in [(0, ""), (1, "▌"), (500, "██"), (630, "██▌"), (1000, "████")]
        {
            assert_eq!(bar(part.into(), 1000.into(), 4), expected, "{part}");
        }
        assert_eq!(bar(0.into(), 0.into(), 4), "");
    }

    #[test]
    fn colour_comes_only_where_it_is_wanted_and_is_taken_back() {
        assert!(!page(Ink::Plain).contains('\x1b'));
        assert!(page(Ink::Colours).contains("\x1b[31m逾期3天\x1b[0m  小米"));
    }
}
