//! 1: what must be paid next, is anything late, how much can still be bought, which limit has
//! not come back.

pub(super) mod alert_line;
mod alerts;
mod cards;
mod due;
mod due_row;
mod lines;
pub(super) mod months;
pub(super) mod remark;
mod ruler;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::hint::Hit;
use super::layout::Layout;
use super::scene::Scene;
use crate::app::Model;
use crate::app::board::due::DueList;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};
use due::{DuePane, Extent};
use lines::Form;

/// Rows of the pane with the months.
const MONTHS: u16 = 8;
/// Rows of a pane's border.
const BORDER: u16 = 2;
/// From this window height on the small layout has room for the limits.
const SMALL_WITH_LIMITS: u16 = 19;

/// Draws the overview over an area.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    match Layout::of(buf.area) {
        Layout::Wide => wide(buf, area, scene),
        Layout::Normal => stacked(buf, area, scene, 3),
        Layout::Small => stacked(buf, area, scene, 2),
        Layout::List | Layout::TooSmall => due::bare(buf, area, scene),
    }
}

/// How things stand, in the fewest words: for the first line of a small window.
pub(super) fn status(scene: Scene<'_>) -> Line<'static> {
    let (board, texts) = (&scene.model.board, scene.texts);
    let overdue = &board.cards.overdue;
    if overdue.count == 0 {
        return Line::from(vec![
            scene.bold(State::Paid.glyph(), Role::Paid),
            scene.ink(format!(" {}", texts.overview_none_overdue()), Role::Muted),
        ]);
    }
    let sum = scene.amounts().exact(overdue.sum, board.currency);
    Line::from(vec![
        scene.bold(State::Overdue.glyph(), Role::Overdue),
        scene.ink(format!(" {} ", texts.overview_late_sum()), Role::Overdue),
        scene.bold(sum, Role::Overdue),
    ])
}

/// The first rows of an area, and the rest.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let rows = rows.min(area.height);
    let above = Rect {
        height: rows,
        ..area
    };
    let below = Rect {
        y: area.y + rows,
        height: area.height - rows,
        ..area
    };
    (above, below)
}

fn wide(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let (top, rest) = split(area, 4);
    let inset = Rect {
        x: top.x + 1,
        width: top.width - 2,
        height: top.height.min(3),
        ..top
    };
    cards::draw(buf, inset, scene, 2);
    let months = (area.height / 4).clamp(MONTHS - 1, 12);
    let (middle, bottom) = split(rest, rest.height.saturating_sub(months));
    months::draw(buf, bottom, scene);
    let side = (area.width * 3 / 8).clamp(40, 64);
    let left = Rect {
        width: middle.width - side,
        ..middle
    };
    let right = Rect {
        x: left.right(),
        width: side,
        ..middle
    };
    let pane = DuePane {
        extent: if left.height >= 16 {
            Extent::Ruler
        } else {
            Extent::Groups
        },
        alert: false,
        dates: true,
    };
    let mut hits = pane.draw(buf, left, scene);
    hits.extend(beside(buf, right, scene));
    hits
}

/// Limits above alerts.
fn beside(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let board = &scene.model.board;
    let alerts = rows(board.alerts.len().clamp(1, 3)) + BORDER;
    let room = area.height.saturating_sub(alerts + BORDER);
    let form = [Form::Airy, Form::Tall]
        .into_iter()
        .find(|form| form.height(board.lines.len()) <= room)
        .unwrap_or(Form::Rows { words: true });
    let needed = form.height(board.lines.len()).clamp(1, room.max(1));
    let (above, below) = split(area, needed + BORDER);
    let mut hits = lines::draw(buf, above, scene, form);
    hits.extend(alerts::draw(buf, below, scene));
    hits
}

/// Cards, list and limits below each other; what there is room for beyond that as well.
fn stacked(buf: &mut Buffer, area: Rect, scene: Scene<'_>, card_rows: u16) -> Vec<Hit> {
    let (top, rest) = split(area, card_rows);
    cards::draw(buf, top, scene, 1);
    let normal = card_rows == 3;
    let due = &scene.model.board.due;
    let alert = normal && alert_line::top(scene).is_some();
    let least = rows(due.rows.len().max(1)) + u16::from(alert) + BORDER;
    let limits = if normal || buf.area.height >= SMALL_WITH_LIMITS {
        limits_height(rest.height, least, scene.model.board.lines.len())
    } else {
        0
    };
    let spare = rest.height.saturating_sub(limits + least);
    let (extent, months) = extras(spare, due, normal);
    let (above, bottom) = split(rest, rest.height - if months { MONTHS } else { 0 });
    months::draw(buf, bottom, scene);
    let (list, below) = split(above, above.height - limits);
    let pane = DuePane {
        extent,
        alert,
        dates: normal,
    };
    let mut hits = pane.draw(buf, list, scene);
    if limits > 0 {
        let form = Form::Rows { words: normal };
        hits.extend(lines::draw(buf, below, scene, form));
    }
    hits
}

/// What spare rows are used for: groups, then the ruler, then the months.
fn extras(spare: u16, due: &DueList, normal: bool) -> (Extent, bool) {
    let groups = rows(due.groups.len());
    let ruler = groups + ruler::HEIGHT + 1;
    let extent = if groups == 0 || spare < groups {
        Extent::Rows
    } else if !normal || spare < ruler {
        Extent::Groups
    } else {
        Extent::Ruler
    };
    (extent, extent == Extent::Ruler && spare >= ruler + MONTHS)
}

/// Rows for the limits: all of them where the list has room beside them, else at least five as
/// long as the list keeps six.
fn limits_height(room: u16, list: u16, lines: usize) -> u16 {
    let wanted = rows(lines.max(1)) + BORDER;
    let free = room.saturating_sub(list).max(5 + BORDER);
    wanted.min(free).min(room.saturating_sub(6 + BORDER))
}

/// A count of rows in cells.
fn rows(count: usize) -> u16 {
    u16::try_from(count)
        .unwrap_or(u16::MAX / 4)
        .min(u16::MAX / 4)
}
