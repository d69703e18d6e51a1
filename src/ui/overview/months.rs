//! What the coming months ask for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::AHEAD_MONTHS;
use crate::settings::theme::Role;
use crate::ui::bars::{self, Month};
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;

/// Draws the months as columns over an area.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>) {
    let (board, texts, amounts) = (&scene.model.board, scene.texts, scene.amounts());
    let paid_off = board.paid_off.map(|(day, sum)| {
        let month = day.format("%Y-%m").to_string();
        Line::from(vec![
            scene.ink(format!("{} ", texts.overview_paid_off(&month)), Role::Muted),
            scene.ink(amounts.debt(sum, board.currency), Role::Text),
        ])
    });
    let title = texts.overview_next_months(AHEAD_MONTHS);
    let inside = Pane {
        title: &title,
        right: paid_off.unwrap_or_default(),
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let words: Vec<_> = board
        .months
        .iter()
        .map(|due| (texts.month(due.month), amounts.bare_debt(due.total)))
        .collect();
    let months: Vec<_> = board
        .months
        .iter()
        .zip(&words)
        .enumerate()
        .map(|(place, (due, (label, figure)))| Month {
            label,
            figure,
            amount: due.total,
            current: place == 0,
        })
        .collect();
    bars::months(buf, inside, &months, scene.theme);
}
