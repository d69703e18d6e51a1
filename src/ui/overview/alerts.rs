//! The most urgent alerts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::alert_line;
use crate::app::board::alerts::AlertRow;
use crate::app::msg::Target;
use crate::app::screen::{List, Pane as Focus, Screen};
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::columns;
use crate::ui::hint::Hit;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// Draws the pane over an area.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let rows = &scene.model.board.alerts;
    let focused = scene.model.pane == Focus::Alerts && scene.model.screen == Screen::Overview;
    let selected = scene.model.row(List::Alerts).filter(|_| focused);
    let room = usize::from(area.height.saturating_sub(super::BORDER));
    let inside = Pane {
        digit: Some("5"),
        title: scene.texts.alerts(),
        right: Line::from(scene.ink(scroll::mark(rows.len(), room, selected), Role::Muted)),
        legend: Line::default(),
        focused,
    }
    .draw(buf, area, scene.theme);
    let title = Rect {
        height: area.height.min(1),
        ..area
    };
    let mut hits = vec![Hit::key(title, "5")];
    if rows.is_empty() {
        let text = Line::from(scene.ink(scene.texts.overview_no_alerts(), Role::Muted));
        cells::put_in(buf, inside, &text, Align::Center);
    }
    let shown = scroll::shown(rows.len(), room, selected);
    for (y, place) in (inside.top()..inside.bottom()).zip(shown) {
        let Some(row) = rows.get(place) else { continue };
        let line = Rect {
            y,
            height: 1,
            ..inside
        };
        write(buf, line, row, focused, scene);
        if selected == Some(place) {
            columns::select(buf, line, scene.theme);
        }
        hits.push(Hit::new(line, Target::Row(List::Alerts, place)));
    }
    hits
}

/// One alert: its words, and at the right the key that answers it.
fn write(buf: &mut Buffer, line: Rect, row: &AlertRow, focused: bool, scene: Scene<'_>) {
    let role = if focused { Role::Accent } else { Role::Muted };
    let key = Line::from(scene.ink(scene.key(row.offers), role));
    cells::put_in(buf, line, &key, Align::Right);
    let words = Rect {
        width: line.width.saturating_sub(cells::line_width(&key) + 2),
        ..line
    };
    let ink = if row.is_to_do() {
        Role::Text
    } else {
        Role::Muted
    };
    alert_line::write(buf, words, &row.alert, scene, ink);
}
