//! Parts of areas, and lines written into them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};

/// What is left of an area below its first rows.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    split(area, rows).1
}

/// The first rows of an area, and the rest.
pub(super) fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let top = Rect {
        height: rows,
        ..area
    };
    let rest = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    (top, rest)
}

/// Two areas beside each other, the left one so wide.
pub(super) fn beside(area: Rect, width: u16) -> (Rect, Rect) {
    let width = width.min(area.width);
    let left = Rect { width, ..area };
    let right = Rect {
        x: area.x + width,
        width: area.width - width,
        ..area
    };
    (left, right)
}

/// One blank at each side, where there is no frame.
pub(super) fn inset(area: Rect) -> Rect {
    let blank = area.width.min(1);
    Rect {
        x: area.x + blank,
        width: area.width.saturating_sub(2),
        ..area
    }
}

/// Writes lines below each other, as many as there is room for; returns the rows left.
pub(super) fn write(buf: &mut Buffer, area: Rect, lines: &[Line<'_>]) -> Rect {
    for (row, line) in area.rows().zip(lines) {
        cells::put_in(buf, row, line, Align::Left);
    }
    below(area, u16::try_from(lines.len()).unwrap_or(area.height))
}
