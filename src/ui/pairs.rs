//! A pane of labels and what belongs to them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::beside;
use super::cells::{self, Align};
use super::pane::Pane;
use super::scene::Scene;
use super::wrap::wrap;
use crate::settings::symbols::DOUBTFUL;

/// Labels at the left, figures at the right of a width; a figure that does not fit beside its label
/// stands below it, over as many rows as it needs.
pub(super) fn lines<'a>(
    scene: Scene<'a>,
    pairs: Vec<(&'a str, String)>,
    width: u16,
) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    // A mark of doubt hangs out of the column: the points of amounts stay below each other.
    let hangs = pairs.iter().any(|(_, figure)| is_doubted(figure));
    for (label, mut figure) in pairs {
        if hangs && !is_doubted(&figure) && cells::width(label) + cells::width(&figure) + 1 < width
        {
            figure.push(' ');
        }
        let taken = cells::width(label) + cells::width(&figure);
        if taken < width {
            let gap = " ".repeat(usize::from(width - taken));
            lines.push(Line::from(vec![
                scene.muted(label),
                Span::raw(gap),
                scene.text(figure),
            ]));
            continue;
        }
        lines.push(Line::from(scene.muted(label)));
        let rows = wrap(&figure, width.saturating_sub(2)).into_iter();
        lines.extend(rows.map(|row| Line::from(scene.text(format!("  {row}")))));
    }
    lines
}

fn is_doubted(figure: &str) -> bool {
    let amount = figure.strip_suffix(DOUBTFUL);
    amount.is_some_and(|amount| amount.ends_with(|last: char| last.is_ascii_digit()))
}

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
