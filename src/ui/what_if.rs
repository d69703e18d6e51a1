//! View 7: what a purchase would change.

mod fields;
mod months;
mod offers;
mod table;
mod verdict;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::{below, beside, inset, split, write};
use super::layout::Layout;
use super::overlay::Drawn;
use super::overview;
use super::pane::Pane;
use super::scene::Scene;
use crate::app::Model;
use crate::app::what_if::{Answer, WhatIf};
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;

/// The width of the table where the lines stand beside it.
const TABLE: u16 = 76;
/// Rows of a frame.
const BORDER: u16 = 2;
/// The least rows of the months: two of the bars, figures, names, a frame.
const LEAST_MONTHS: u16 = 6;
/// The least rows of the table that the months leave it: its head, and some to choose from.
const LEAST_TABLE: u16 = 6;

/// Draws the view; returns what can be clicked, and where the caret is.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let Some(what_if) = &model.what_if else {
        return Drawn::default();
    };
    match Layout::of(buf.area) {
        Layout::Wide => framed(scene, buf, area, what_if, true),
        Layout::Normal => framed(scene, buf, area, what_if, false),
        _ => bare(scene, buf, inset(area), what_if),
    }
}

/// Fields and answer on top, the table below them, the months at the bottom.
fn framed(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    what_if: &WhatIf,
    is_wide: bool,
) -> Drawn {
    let inner_width = area.width.saturating_sub(4);
    let rows = fields::rows(scene, &what_if.form, inner_width);
    let air = u16::from(is_wide);
    let Some(answer) = &what_if.answer else {
        let room = area.height.saturating_sub(rows + BORDER + air);
        let said = verdict::asking(scene, what_if, (inner_width, room));
        let drawn = head(scene, buf, area, what_if, (rows + air, &said));
        let taken = rows + air + u16::try_from(said.len()).unwrap_or(0) + BORDER;
        let rest = below(area, taken);
        if rest.height >= LEAST_MONTHS {
            overview::months::draw(buf, rest, scene);
        }
        return drawn;
    };
    let said = verdict::lines(scene, answer, inner_width);
    let count = u16::try_from(answer.rows.len()).unwrap_or(7);
    let table_rows = count + 1 + BORDER;
    let room = area.height.saturating_sub(rows + BORDER + table_rows);
    let with_months = room > LEAST_MONTHS;
    let most = room.saturating_sub(if with_months { LEAST_MONTHS } else { 0 });
    let said = said.get(..most.into()).unwrap_or(&said);
    let mut drawn = head(scene, buf, area, what_if, (rows + air, said));
    let said_rows = u16::try_from(said.len()).unwrap_or(0);
    let rest = below(area, rows + said_rows + BORDER + air);
    let (middle, bottom) = split(rest, table_rows + air);
    let table = if is_wide {
        let (table, lines) = beside(middle, TABLE);
        offers::pane(scene, buf, lines, answer);
        table
    } else {
        middle
    };
    let legend = match offers::line(scene, answer, inner_width) {
        Some(lines) if !is_wide => lines,
        _ => table::remark(scene, answer),
    };
    let hits = table::pane(scene, buf, table, answer, (legend, !what_if.typing));
    drawn.hits.extend(hits);
    months::pane(scene, buf, bottom, answer);
    drawn
}

/// The fields in a frame, and below so many rows of them what is said.
fn head(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    what_if: &WhatIf,
    (rows, said): (u16, &[Line<'_>]),
) -> Drawn {
    let said_rows = u16::try_from(said.len()).unwrap_or(0);
    let inner = Pane {
        title: scene.texts.what_if(),
        focused: what_if.typing,
        ..Pane::default()
    }
    .draw(buf, split(area, rows + said_rows + BORDER).0, scene.theme);
    let (fields, words) = split(inner, rows);
    write(buf, words, said);
    fields::draw(scene, buf, fields, what_if)
}

/// Without frames: the fields, the rows, what is said about the chosen one, then the months.
fn bare(scene: Scene<'_>, buf: &mut Buffer, area: Rect, what_if: &WhatIf) -> Drawn {
    let needed = fields::rows(scene, &what_if.form, area.width);
    let rows = needed.min((area.height / 4).max(1));
    let (top, rest) = split(area, rows);
    let mut drawn = fields::draw(scene, buf, top, what_if);
    let Some(answer) = &what_if.answer else {
        let said = verdict::asking(scene, what_if, (rest.width, rest.height));
        write(buf, rest, &said);
        return drawn;
    };
    let mut said = verdict::lines(scene, answer, area.width);
    said.extend(offers::line(scene, answer, area.width));
    let months = months_rows(&said, rest, answer);
    let (rest, bottom) = split(rest, rest.height - months);
    let told = told(&said, rest, answer);
    let (table, words) = split(rest, rest.height.saturating_sub(told));
    drawn.hits.extend(table::list(scene, buf, table, answer));
    write(buf, words, &said);
    months::bare(scene, buf, bottom, answer);
    drawn
}

/// How many rows the months have at the bottom: what the table and what is said leave. For the
/// least of them the table gives way, down to a few rows.
fn months_rows(said: &[Line<'_>], room: Rect, answer: &Answer) -> u16 {
    let said = u16::try_from(said.len()).unwrap_or(u16::MAX);
    let table = u16::try_from(answer.rows.len()).unwrap_or(u16::MAX) + 1;
    let free = room.height.saturating_sub(said);
    if free < table.min(LEAST_TABLE) + months::LEAST_BARE {
        return 0;
    }
    free.saturating_sub(table).max(months::LEAST_BARE)
}

/// How many rows below the table are for what is said; the table gives way first, but not its
/// chosen row.
fn told(said: &[Line<'_>], room: Rect, answer: &Answer) -> u16 {
    let said = u16::try_from(said.len()).unwrap_or(u16::MAX);
    let table = u16::try_from(answer.rows.len()).unwrap_or(u16::MAX) + 1;
    let free = room.height.saturating_sub(table);
    said.min(free.max(room.height / 3))
}
