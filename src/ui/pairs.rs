//! A pane of labels and what belongs to them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::beside;
use super::cells::{self, Align};
use super::pane::Pane;
use super::scene::Scene;

/// Draws labels at the left, figures at the right, in a frame; what does not fit leaves from the
/// end.
pub(super) fn draw(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    title: &str,
    pairs: &[(&str, Line<'_>)],
) {
    let pane = Pane {
        title,
        ..Pane::default()
    };
    let inner = pane.draw(buf, area, scene.theme);
    for (row, (label, figure)) in inner.rows().zip(pairs) {
        let (left, right) = beside(row, cells::width(label) + 1);
        cells::put_in(buf, left, &Line::from(scene.muted(*label)), Align::Left);
        cells::put_in(buf, right, figure, Align::Right);
    }
}
