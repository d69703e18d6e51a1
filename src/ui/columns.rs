//! Rows of a list: which columns fit beside each other, and where.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use crate::settings::symbols::SELECTED;
use crate::settings::theme::{Role, Theme};

/// Blanks between two columns unless a column says otherwise.
const GAP: u16 = 2;

/// What a column of a list asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    width: u16,
    grows: bool,
    align: Align,
    gap: u16,
    leaves: Option<u8>,
}

impl Column {
    /// A column of exactly `width` cells. Make it as wide as its widest amount
    /// ([`cells::widest`]): amounts are never cut.
    pub const fn fixed(width: u16) -> Self {
        Self {
            width,
            grows: false,
            align: Align::Left,
            gap: GAP,
            leaves: None,
        }
    }

    /// The column that takes what the others leave, for names: at least `width` cells as long as
    /// another column can leave.
    pub const fn growing(width: u16) -> Self {
        Self {
            grows: true,
            ..Self::fixed(width)
        }
    }

    /// Lean to the right side: amounts.
    #[must_use]
    pub const fn right(self) -> Self {
        Self {
            align: Align::Right,
            ..self
        }
    }

    /// So many blanks before this column instead of two.
    #[must_use]
    pub const fn gap(self, gap: u16) -> Self {
        Self { gap, ..self }
    }

    /// This column may leave when the room is short; the lowest `turn` leaves first.
    #[must_use]
    pub const fn leaves(self, turn: u8) -> Self {
        Self {
            leaves: Some(turn),
            ..self
        }
    }
}

/// Columns laid out in a width. Made once for a list, used for each of its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Columns(Vec<Option<Slot>>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slot {
    start: u16,
    width: u16,
    align: Align,
}

impl Columns {
    /// Lays the columns out in `width` cells; those that may leave do so, one after the other,
    /// until the rest fits.
    pub fn fit(columns: &[Column], width: u16) -> Self {
        let mut here: Vec<bool> = vec![true; columns.len()];
        while needed(columns, &here) > width {
            let next = (0..columns.len())
                .filter(|&place| here[place] && columns[place].leaves.is_some())
                .min_by_key(|&place| columns[place].leaves);
            let Some(place) = next else { break };
            here[place] = false;
        }
        Self(place(columns, &here, width))
    }

    /// Whether the column at `place` of the list given to [`Columns::fit`] has stayed.
    pub fn shows(&self, place: usize) -> bool {
        self.width(place) > 0
    }

    /// How many cells the column at `place` has: 0 where it has left.
    pub fn width(&self, place: usize) -> u16 {
        self.0
            .get(place)
            .copied()
            .flatten()
            .map_or(0, |slot| slot.width)
    }

    /// Where the column at `place` lies in a row: for bars that are drawn, not written.
    pub fn area(&self, place: usize, row: Rect) -> Rect {
        let Some(slot) = self.0.get(place).copied().flatten() else {
            return Rect::ZERO;
        };
        let start = slot.start.min(row.width);
        Rect {
            x: row.x + start,
            width: slot.width.min(row.width - start),
            height: row.height.min(1),
            ..row
        }
    }

    /// Writes one row: a line for each column, in the order given to [`Columns::fit`].
    pub fn draw(&self, buf: &mut Buffer, row: Rect, cells: &[Line<'_>]) {
        for (place, cell) in cells.iter().enumerate() {
            let align = self
                .0
                .get(place)
                .copied()
                .flatten()
                .map_or(Align::Left, |slot| slot.align);
            cells::put_in(buf, self.area(place, row), cell, align);
        }
    }

    /// The same row as one line, for parts that are written line by line.
    pub fn line<'a>(&self, cells: &[Line<'a>]) -> Line<'a> {
        let mut line = Line::default();
        let mut written = 0;
        for (slot, cell) in self.0.iter().zip(cells) {
            let Some(slot) = slot else { continue };
            let cell = cells::cut_line(cell, slot.width);
            let width = cells::line_width(&cell);
            let start = slot.start + slot.align.before(slot.width.saturating_sub(width));
            line.push_span(" ".repeat(usize::from(start.saturating_sub(written))));
            line.extend(cell.spans);
            written = start + width;
        }
        line
    }
}

/// Marks a row that is already drawn as the selected one: the ground across the padding of its
/// pane, and `▸` in front.
pub fn select(buf: &mut Buffer, row: Rect, theme: &Theme) {
    let whole = Rect {
        x: row.x.saturating_sub(1),
        width: row.width.saturating_add(2),
        height: 1,
        ..row
    };
    cells::put(buf, whole.x, row.y, 1, SELECTED, theme.style(Role::Accent));
    buf.set_style(whole.intersection(buf.area), theme.style(Role::Select));
}

/// Marks a row that is already drawn as one of several that are selected beside each other.
pub fn mark(buf: &mut Buffer, row: Rect, theme: &Theme) {
    cells::put(buf, row.x, row.y, 1, "+", theme.strong(Role::Accent));
}

/// The width of all columns that are here, with the gaps between them.
fn needed(columns: &[Column], here: &[bool]) -> u16 {
    let shown = columns
        .iter()
        .zip(here)
        .filter(|(_, here)| **here)
        .map(|(column, _)| column);
    shown.enumerate().fold(0, |sum: u16, (place, column)| {
        sum.saturating_add(column.width)
            .saturating_add(if place == 0 { 0 } else { column.gap })
    })
}

/// Gives each column its place; the growing one gets or gives what is left or missing.
fn place(columns: &[Column], here: &[bool], width: u16) -> Vec<Option<Slot>> {
    let needed = needed(columns, here);
    let mut start = 0;
    let mut first = true;
    let mut slot = |column: &Column| {
        start += if first { 0 } else { column.gap };
        first = false;
        let width = if column.grows {
            (column.width + width).saturating_sub(needed)
        } else {
            column.width
        };
        let slot = Slot {
            start,
            width,
            align: column.align,
        };
        start = start.saturating_add(width);
        slot
    };
    columns
        .iter()
        .zip(here)
        .map(|(column, &here)| here.then(|| slot(column)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};
    use ratatui::style::Modifier;

    const DUE_LIST: [Column; 5] = [
        Column::fixed(9),
        Column::fixed(5).leaves(3),
        Column::growing(12),
        Column::fixed(6).leaves(1),
        Column::fixed(9).right(),
    ];

    fn row(width: u16) -> String {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = buf.area;
        let cells = [
            "! 逾期3天",
            "03-07",
            "小米 15 Pro 手机",
            "━━━───",
            "¥441.58",
        ]
        .map(Line::raw);
        Columns::fit(&DUE_LIST, width).draw(&mut buf, area, &cells);
        cells::lines(&buf).remove(0)
    }

    #[test]
    fn columns_leave_in_turn_before_a_name_gets_too_short() {
        assert_eq!(
            row(56),
            "! 逾期3天  03-07  小米 15 Pro 手机     ━━━───    ¥441.58"
        );
        assert_eq!(row(49), "! 逾期3天  03-07  小米 15 Pro…  ━━━───    ¥441.58");
        assert_eq!(row(48), "! 逾期3天  03-07  小米 15 Pro 手机       ¥441.58");
        assert_eq!(row(40), "! 逾期3天  小米 15 Pro 手机      ¥441.58");
    }

    #[test]
    fn when_nothing_may_leave_the_name_gives_way_and_the_amount_stays() {
        assert_eq!(row(26), "! 逾期3天  小…     ¥441.58");
        assert_eq!(row(22), "! 逾期3天      ¥441.58");
    }

    #[test]
    fn no_width_makes_columns_write_outside_their_row() {
        for width in 0..60 {
            let row = Rect::new(3, 0, width, 1);
            let columns = Columns::fit(&DUE_LIST, width);
            for place in 0..6 {
                let area = columns.area(place, row);
                assert!(area.is_empty() || row.union(area) == row, "{width} {place}");
            }
        }
    }

    #[test]
    fn the_selected_row_has_a_mark_and_a_ground_that_crosses_the_padding() {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 1));
        cells::put(&mut buf, 2, 0, 4, "小米", theme.strong(Role::Text));
        select(&mut buf, Rect::new(2, 0, 4, 1), &theme);
        assert_eq!(cells::lines(&buf), [" ▸小米"]);
        let marked: Vec<bool> = buf
            .content()
            .iter()
            .map(|cell| cell.bg == theme.color(Role::Select))
            .collect();
        assert_eq!(marked, [false, true, true, true, true, true, true, false]);
        assert!(buf[(2, 0)].modifier.contains(Modifier::BOLD));
    }
}
