//! View 3: all lines; opened, one of them with all that is known of it. Below or beside the list, how the limit of the selected one comes back.

mod chart;
mod detail;
mod ledger;
mod line;
mod list;
mod record;
mod remark;
mod rules;
mod ways;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, inset, split, write};
use super::bars;
use super::cells;
use super::hint::Hit;
use super::layout::Layout;
use super::pane::Pane;
use super::scene::Scene;
use crate::app::Model;
use crate::app::msg::Target;
use crate::app::screen::{Part, Screen};
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;
use list::List;

/// The least width of the list where the selected line stands beside it.
const LIST_WIDTH: u16 = 66;
/// The most rows of the restores below the list, their rule included.
const RECORD_ROWS: usize = 5;

/// Draws the view; returns what can be clicked.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    if model.screen == Screen::LineDetail {
        return line::draw(scene, buf, area);
    }
    match Layout::of(buf.area) {
        Layout::TooSmall | Layout::List => list::draw_plain(scene, buf, inset(area)),
        Layout::Small => framed(scene, buf, area, false),
        Layout::Normal => with_record(scene, buf, area),
        Layout::Wide => {
            let (left, right) = beside(area, LIST_WIDTH.max(area.width / 2));
            detail::draw(scene, buf, right);
            let mut hits = framed(scene, buf, left, true);
            hits.push(Hit::new(right, Target::Part(Part::Line, 0)));
            hits
        }
    }
}

fn framed(scene: Scene<'_>, buf: &mut Buffer, area: Rect, totals: bool) -> Vec<Hit> {
    let list = List::fit(scene, area.height.saturating_sub(2), totals);
    let inner = pane(scene, buf, area, &list);
    list.draw(buf, inner)
}

/// The list, and below it the restores of the selected line as far as the list leaves room.
fn with_record(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let Some(row) = scene.model.selected_line() else {
        return framed(scene, buf, area, true);
    };
    let mut lines = record::lines(scene, row, area.width.saturating_sub(4));
    lines.truncate(RECORD_ROWS - 1);
    lines.insert(0, record::heading(scene, row));
    let record_rows = u16::try_from(lines.len() + 1).unwrap_or(0);
    let room = area.height.saturating_sub(2 + record_rows);
    let list = List::fit(scene, room, true);
    let spare = room.saturating_sub(list.rows());
    if spare > 0 {
        let width = area.width.saturating_sub(4);
        lines.extend(rules::flowing(scene, row, width, spare.into()));
    }
    let inner = pane(scene, buf, area, &list);
    let (top, bottom) = split(inner, list.rows().min(room));
    let bottom = scene.rule(buf, bottom, "┄");
    write(buf, bottom, &lines);
    let mut hits = list.draw(buf, top);
    hits.push(Hit::new(bottom, Target::Part(Part::Line, 0)));
    hits
}

fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect, list: &List<'_>) -> Rect {
    let room = area.width.saturating_sub(4);
    let mut legend = bars::legend(scene.texts, scene.theme, room);
    let mark = list.mark();
    if !mark.is_empty() {
        let place = scene.muted(mark.clone());
        legend.spans.insert(0, Span::raw("  "));
        legend.spans.insert(0, place);
        if cells::line_width(&legend) > room {
            legend = Line::from(scene.muted(mark));
        }
    }
    Pane {
        digit: None,
        title: scene.texts.limits(),
        right: free_of(scene),
        legend,
        focused: true,
    }
    .draw(buf, area, scene.theme)
}

/// What all lines of the book's currency allow.
fn free_of(scene: Scene<'_>) -> Line<'static> {
    let card = &scene.model.board.cards.available;
    let [free, total] = [card.sum, card.total].map(|sum| scene.amounts().free(sum, card.currency));
    Line::from(scene.muted(scene.texts.limits_free_of(&free, &total)))
}
