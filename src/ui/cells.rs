//! Text in cells: the only place that writes symbols into a buffer. Whatever is written has
//! passed [`safe`], stays inside the buffer and never leaves half of a wide glyph behind.

mod width;

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::settings::safe_text::{Glyph, glyphs, safe};
pub use width::{count_width, line_width, widest, width};
use width::{glyph_width, safe_width};

const ELLIPSIS: &str = "…";
const BLANK: Glyph<'_> = Glyph::own(" ");
/// No glyph is wider than this, marks included.
const WIDEST_GLYPH: usize = 10;

/// To which side the text of a column leans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Figures.
    Right,
    /// Labels under a bar.
    Center,
}

impl Align {
    /// How many of the free cells stand before the text.
    pub const fn before(self, free: u16) -> u16 {
        match self {
            Self::Left => 0,
            Self::Right => free,
            Self::Center => free / 2,
        }
    }
}

/// The text in at most `max` cells. A longer one ends in `…` right after a letter; where a wide
/// glyph does not fit before it, a blank follows: a cut text is always exactly `max` cells wide.
pub fn cut(text: &str, max: u16) -> Cow<'_, str> {
    let shown = safe(text);
    if safe_width(&shown) <= max {
        return shown.into_text();
    }
    let Some(room) = max.checked_sub(1) else {
        return Cow::Borrowed("");
    };
    let mut kept = String::with_capacity(shown.len());
    let mut taken = 0;
    for glyph in glyphs(&shown) {
        let width = glyph_width(glyph);
        if taken + width > room {
            break;
        }
        kept.push_str(glyph);
        taken += width;
    }
    if kept.ends_with(' ') {
        kept.pop();
        taken -= 1;
    }
    kept.push_str(ELLIPSIS);
    kept.extend(std::iter::repeat_n(' ', usize::from(room - taken)));
    Cow::Owned(kept)
}

/// The line in at most `max` cells, cut as [`cut`] does.
pub fn cut_line<'a>(line: &Line<'a>, max: u16) -> Line<'a> {
    if line_width(line) <= max {
        return line.clone();
    }
    let mut room = max;
    let mut kept = Line {
        style: line.style,
        alignment: line.alignment,
        spans: Vec::new(),
    };
    for (place, span) in line.spans.iter().enumerate() {
        let needed = width(&span.content);
        let more_follows = line.spans[place + 1..]
            .iter()
            .any(|span| !span.content.is_empty());
        if needed < room || (needed == room && !more_follows) {
            kept.spans.push(span.clone());
            room -= needed;
            continue;
        }
        // Longer than the room by at least one blank, so that the cut shows.
        let text = format!("{} ", span.content);
        kept.spans
            .push(Span::styled(cut(&text, room).into_owned(), span.style));
        break;
    }
    kept
}

/// The text in exactly `width` cells: cut or filled up with blanks.
pub fn pad(text: &str, width: u16, align: Align) -> String {
    let shown = cut(text, width);
    let free = width.saturating_sub(safe_width(&shown));
    let before = align.before(free);
    let blanks = |count| " ".repeat(usize::from(count));
    format!("{}{shown}{}", blanks(before), blanks(free - before))
}

/// Writes a text from `x` on, at most `max_width` cells and never beyond the buffer. A wide glyph
/// that does not fit becomes a blank. What the style does not name stays as it was, so a text can
/// be written on a coloured ground. Returns the column after the text.
pub fn put(buf: &mut Buffer, x: u16, y: u16, max_width: u16, text: &str, style: Style) -> u16 {
    let area = buf.area;
    let end = area.right().min(x.saturating_add(max_width));
    let Some(room) = room(buf, x..end, y) else {
        return x;
    };
    let mut after = x;
    for glyph in safe(text).glyphs() {
        let width = glyph_width(glyph.as_str());
        let start = usize::from(after - x);
        let Some(cells) = room.get_mut(start..start + usize::from(width)) else {
            blank(room.get_mut(start..).unwrap_or_default(), style);
            return end;
        };
        write(cells, glyph, style);
        after += width;
    }
    after
}

/// Writes a sign of one cell from `x` on, `count` times but never beyond the buffer. Returns the
/// column after the last.
pub fn repeat(
    buf: &mut Buffer,
    x: u16,
    y: u16,
    count: u16,
    sign: &'static str,
    style: Style,
) -> u16 {
    let end = buf.area.right().min(x.saturating_add(count));
    let Some(room) = room(buf, x..end, y) else {
        return x;
    };
    for cell in room {
        set(cell, Glyph::own(sign), style);
    }
    end
}

/// Writes a line as [`put`] does. Returns the column after it.
pub fn put_line(buf: &mut Buffer, x: u16, y: u16, max_width: u16, line: &Line<'_>) -> u16 {
    let end = x.saturating_add(max_width);
    line.spans.iter().fold(x, |at, span| {
        put(
            buf,
            at,
            y,
            end.saturating_sub(at),
            &span.content,
            line.style.patch(span.style),
        )
    })
}

/// Writes a line into the first row of an area, leaning to one side and cut where it is longer.
pub fn put_in(buf: &mut Buffer, area: Rect, line: &Line<'_>, align: Align) {
    if area.is_empty() {
        return;
    }
    let Some(free) = area.width.checked_sub(line_width(line)) else {
        let line = cut_line(line, area.width);
        put_line(buf, area.x, area.y, area.width, &line);
        return;
    };
    let before = align.before(free);
    put_line(buf, area.x + before, area.y, area.width - before, line);
}

/// Empties an area and gives it a style; glyphs that reach across its sides go as a whole.
pub fn fill(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    let mut empty = Cell::EMPTY;
    empty.set_style(style);
    for y in area.top()..area.bottom() {
        // What reaches across the right side is taken away as well.
        let _ = room(buf, area.right()..buf.area.right(), y);
        if let Some(room) = room(buf, area.left()..area.right(), y) {
            room.fill(empty.clone());
        }
    }
}

/// Replaces the glyph of one cell by another of the same width; the style stays.
pub(super) fn replace(buf: &mut Buffer, x: u16, y: u16, glyph: &'static str) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        set(cell, Glyph::own(glyph), Style::new());
    }
}

/// The text of a buffer, row by row, as a terminal shows it: what lies under the second half of a
/// wide glyph is not seen. Blanks at the end of a row are left out.
pub fn lines(buf: &Buffer) -> Vec<String> {
    let area = buf.area;
    let row = |y| {
        let mut line = String::new();
        let mut x = area.left();
        while let Some(cell) = buf.cell((x, y)).filter(|_| x < area.right()) {
            line.push_str(cell.symbol());
            x += cell.cell_width().max(1);
        }
        line.truncate(line.trim_end().len());
        line
    };
    (area.top()..area.bottom()).map(row).collect()
}

/// The cells of a row of the buffer.
fn row(buf: &mut Buffer, y: u16) -> Option<&mut [Cell]> {
    let width = usize::from(buf.area.width);
    let start = usize::from(y.checked_sub(buf.area.y)?) * width;
    buf.content.get_mut(start..start + width)
}

/// The cells of a row from one column to another, free to be written to; nothing where there are
/// none.
fn room(buf: &mut Buffer, columns: Range<u16>, y: u16) -> Option<&mut [Cell]> {
    let start = usize::from(columns.start.checked_sub(buf.area.x)?);
    let end = usize::from(columns.end.checked_sub(buf.area.x)?);
    let row = row(buf, y)?;
    if start >= end || end > row.len() {
        return None;
    }
    split_at(row, start);
    row.get_mut(start..end)
}

/// Takes away a wide glyph that lies across the left side of a cell: what is written there next
/// would be hidden under its second half.
fn split_at(row: &mut [Cell], place: usize) {
    let before = row.get_mut(..place).unwrap_or_default();
    let mut near = before.iter_mut().rev().take(WIDEST_GLYPH - 1).enumerate();
    let Some((between, cell)) = near.find(|(_, cell)| cell.symbol() != " ") else {
        return;
    };
    if usize::from(glyph_width(cell.symbol())) > between + 1 {
        set(cell, BLANK, Style::new());
    }
}

/// Writes one glyph into the cells that it takes: the first holds it, the others are blank.
fn write(cells: &mut [Cell], glyph: Glyph<'_>, style: Style) {
    let Some((first, covered)) = cells.split_first_mut() else {
        return;
    };
    set(first, glyph, style);
    blank(covered, style);
}

fn blank(cells: &mut [Cell], style: Style) {
    for cell in cells {
        set(cell, BLANK, style);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the place the ban points to; a glyph is of a safe text"
)]
fn set(cell: &mut Cell, glyph: Glyph<'_>, style: Style) {
    cell.set_symbol(glyph.as_str()).set_style(style);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use ratatui::style::Color;

    fn buffer(width: u16, height: u16) -> Buffer {
        Buffer::empty(Rect::new(0, 0, width, height))
    }

    #[test]
    fn a_text_is_cut_and_padded_by_cells() {
        for (text, cells, left, right) in [
            ("还款", 6, "还款  ", "  还款"),
            ("小米手机", 8, "小米手机", "小米手机"),
            ("小米手机", 7, "小米手…", "小米手…"),
            ("小米手机", 6, "小米… ", "小米… "),
            ("小米手机", 1, "…", "…"),
            ("小米手机", 2, "… ", "… "),
            ("Mi Air", 4, "Mi… ", "Mi… "),
            ("Xiaomi", 4, "Xia…", "Xia…"),
            ("Xiaomi", 0, "", ""),
            ("a\tb", 4, "a b ", " a b"),
        ] {
            assert_eq!(pad(text, cells, Align::Left), left);
            assert_eq!(pad(text, cells, Align::Right), right);
        }
        assert_eq!(pad("3月", 6, Align::Center), " 3月  ");
    }

    #[test]
    fn a_line_is_cut_where_its_room_ends_and_keeps_its_styles() {
        let line = Line::from(vec![Span::raw("小米"), Span::styled("15 Pro", Color::Red)]);
        for (max, text) in [
            (10, "小米15 Pro"),
            (9, "小米15 P…"),
            (5, "小米…"),
            (4, "小… "),
            (0, ""),
        ] {
            let cut = cut_line(&line, max);
            assert_eq!(
                cut.spans
                    .iter()
                    .map(|span| span.content.as_ref())
                    .collect::<String>(),
                text,
                "{max}"
            );
        }
        assert_eq!(cut_line(&line, 6).spans[1].style.fg, Some(Color::Red));
    }

    #[test]
    fn a_wide_glyph_that_does_not_fit_becomes_a_blank() {
        let mut buf = buffer(5, 1);
        assert_eq!(put(&mut buf, 0, 0, 5, "小米手机", Style::new()), 5);
        assert_eq!(lines(&buf), ["小米"]);
        assert_eq!(put(&mut buf, 4, 0, 9, "x", Style::new()), 5);
        assert_eq!(lines(&buf), ["小米x"]);
    }

    #[test]
    fn writing_over_one_half_of_a_wide_glyph_takes_the_other_half_away() {
        for (x, expected) in [(0, "x 米"), (1, " x米"), (2, "小x"), (3, "小 x")] {
            let mut buf = buffer(4, 1);
            put(&mut buf, 0, 0, 4, "小米", Style::new());
            put(&mut buf, x, 0, 1, "x", Style::new());
            assert_eq!(lines(&buf), [expected], "{x}");
        }
    }

    #[test]
    fn a_sign_is_repeated_to_the_edge_and_leaves_no_half_glyph_beside_it() {
        for (x, count, expected) in [
            (0, 2, "──米"),
            (1, 1, " ─米"),
            (3, 9, "小 ─"),
            (4, 1, "小米"),
        ] {
            let mut buf = buffer(4, 1);
            put(&mut buf, 0, 0, 4, "小米", Style::new());
            let after = repeat(&mut buf, x, 0, count, "─", Style::new());
            assert_eq!(after, if x < 4 { 4.min(x + count) } else { x });
            assert_eq!(lines(&buf), [expected], "{x} {count}");
        }
    }

    #[test]
    fn the_ground_stays_under_both_halves_of_a_wide_glyph() {
        let mut buf = buffer(4, 1);
        fill(
            &mut buf,
            Rect::new(0, 0, 4, 1),
            Style::new().bg(Color::Blue),
        );
        put(&mut buf, 0, 0, 4, "小米", Style::new().fg(Color::Red));
        assert!(
            buf.content()
                .iter()
                .all(|cell| cell.bg == Color::Blue && cell.fg == Color::Red)
        );
    }

    #[test]
    fn a_filled_area_is_blank_to_its_edges_and_leaves_no_half_glyph_beside_it() {
        for (x, expected) in [(1, "      机"), (2, "小    机"), (3, "小")] {
            let mut buf = buffer(8, 1);
            put(&mut buf, 0, 0, 8, "小米手机", Style::new());
            fill(&mut buf, Rect::new(x, 0, 4, 1), Style::new());
            assert_eq!(lines(&buf), [expected], "{x}");
        }
    }

    #[test]
    fn a_line_leans_to_its_side() {
        for (align, expected) in [
            (Align::Left, "还款"),
            (Align::Right, "    还款"),
            (Align::Center, "  还款"),
        ] {
            let mut buf = buffer(8, 1);
            let area = buf.area;
            put_in(&mut buf, area, &Line::raw("还款"), align);
            assert_eq!(lines(&buf), [expected]);
        }
    }

    proptest! {
        #[test]
        fn no_text_at_no_place_is_written_outside_or_split(
            text in any::<String>(), under in "[小a ]{0,12}", x in 0u16..14, y in 0u16..4, max in 0u16..14,
        ) {
            let mut buf = Buffer::empty(Rect::new(1, 1, 10, 2));
            put(&mut buf, 1, 1, 10, &under, Style::new());
            put(&mut buf, x, y, max, &text, Style::new());
            for row in 1..3 {
                let mut at = 1;
                while at < 11 {
                    let glyph = buf[(at, row)].cell_width();
                    prop_assert!((at + 1..at + glyph).all(|half| buf[(half, row)].symbol() == " "));
                    at += glyph;
                }
                prop_assert_eq!(at, 11);
            }
        }

        #[test]
        fn a_count_is_as_wide_as_it_is_written(part in any::<u32>(), of in 0u32..200) {
            prop_assert_eq!(count_width(part, of), width(&format!("{part}/{of}")));
        }

        #[test]
        fn a_padded_text_is_exactly_as_wide_as_asked(text in any::<String>(), cells in 0u16..30) {
            prop_assert_eq!(width(&pad(&text, cells, Align::Left)), cells);
            prop_assert!(width(&cut(&text, cells)) <= cells);
        }
    }
}
