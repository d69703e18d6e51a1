//! The same purchase on every line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::what_if::{Answer, Offer};
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::columns::{Column, Columns};
use crate::ui::form::words::look;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;

/// The lines in a frame, the cheapest first.
pub(super) fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect, answer: &Answer) {
    let periods = answer.rows.get(answer.chosen).map_or(0, |row| row.periods);
    let title = scene.texts.trial_offers(periods);
    let inner = Pane {
        title: &title,
        right: Line::from(scene.muted(scene.texts.trial_column_fees())),
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let rows: Vec<_> = answer
        .offers
        .iter()
        .map(|offer| row(scene, answer, offer))
        .collect();
    let widest = |place: usize| {
        let widths = rows.iter().map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::fixed(1),
            Column::growing(6).gap(1),
            Column::fixed(widest(2)).right().leaves(1),
            Column::fixed(widest(3)).right(),
        ],
        inner.width,
    );
    for (row, cells) in inner.rows().zip(&rows) {
        columns.draw(buf, row, cells);
    }
}

fn row<'a>(scene: Scene<'a>, answer: &Answer, offer: &Offer) -> [Line<'a>; 4] {
    let (state, role) = look(offer.verdict);
    let each = scene.exact(offer.trial.each, answer.currency);
    let each = if offer.trial.cost.is_some() {
        format!("{} {each}", scene.texts.form_each())
    } else {
        String::new()
    };
    [
        Line::from(scene.bold(state.glyph(), role)),
        Line::from(scene.text(scene.line_name(offer.line))),
        Line::from(scene.muted(each)),
        Line::from(fees(scene, answer, offer)),
    ]
}

fn fees<'a>(scene: Scene<'a>, answer: &Answer, offer: &Offer) -> Span<'a> {
    match offer.trial.cost {
        Some(cost) => scene.bold(scene.exact(cost.fees, answer.currency), Role::Text),
        None => scene.muted(scene.texts.trial_unknown()),
    }
}

/// The lines in one row, as many as fit.
pub(super) fn line<'a>(scene: Scene<'a>, answer: &Answer, width: u16) -> Option<Line<'a>> {
    if answer.offers.len() < 2 {
        return None;
    }
    let mut line = Line::from(scene.muted(scene.texts.trial_cheapest()));
    for offer in &answer.offers {
        let name = scene.line_name(offer.line);
        let (state, role) = look(offer.verdict);
        let next = [
            Span::raw("  "),
            scene.bold(state.glyph(), role),
            scene.muted(format!(" {name} ")),
            fees(scene, answer, offer),
        ];
        let needed = cells::line_width(&Line::from(next.to_vec()));
        if cells::line_width(&line) + needed > width {
            break;
        }
        line.spans.extend(next);
    }
    (line.spans.len() > 1).then_some(line)
}
