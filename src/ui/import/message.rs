//! A provider's message that was pasted, compared with the book.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::import::Pasted;
use crate::import::link::Leads;
use crate::settings::theme::Role;
use crate::ui::areas::write;
use crate::ui::entry;
use crate::ui::overlay::{self, Drawn, Overlay};
use crate::ui::pane;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

const WIDTH: u16 = 64;

/// Draws the message over the middle of an area.
pub(in crate::ui) fn draw(
    buf: &mut Buffer,
    area: Rect,
    scene: Scene<'_>,
    pasted: &Pasted,
) -> Drawn {
    let title = pane::title(scene.texts.message_kind(pasted.reading.message.kind));
    let hints = entry::hints(scene);
    let width = WIDTH.min(area.width).saturating_sub(4);
    let lines: Vec<Line<'_>> = said(scene, pasted)
        .into_iter()
        .flat_map(|(text, role)| {
            let rows = wrap(&text, width).into_iter();
            rows.map(move |row| Line::from(scene.ink(row, role)))
        })
        .collect();
    let height = u16::try_from(lines.len() + 2).unwrap_or(area.height);
    let (inner, hits) = Overlay {
        title: &title,
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, height), scene.theme);
    write(buf, inner, &lines);
    Drawn { hits, caret: None }
}

/// What it is about, whether the book agrees, where its links lead.
fn said(scene: Scene<'_>, pasted: &Pasted) -> Vec<(String, Role)> {
    let (texts, reading) = (scene.texts, &pasted.reading);
    let Some(book) = scene.book() else {
        return Vec::new();
    };
    // A link that leads elsewhere comes first: in the smallest window the end is not seen.
    let (elsewhere, links): (Vec<_>, Vec<_>) = reading
        .links
        .iter()
        .partition(|(_, leads)| *leads == Leads::Elsewhere);
    let link = |judged| texts.message_link(judged, reading);
    let mut said: Vec<_> = elsewhere
        .into_iter()
        .map(|judged| (link(judged), Role::Overdue))
        .collect();
    for about in &reading.found {
        said.push((
            texts.message_about(about, book, scene.amounts()),
            Role::Text,
        ));
    }
    if reading.differences.is_empty() && !reading.found.is_empty() {
        said.push((texts.sms_agrees().to_owned(), Role::Paid));
    }
    let plan = reading
        .found
        .first()
        .and_then(|about| book.plan(&about.plan));
    let currency = plan.map_or(book.currency, |plan| book.currency_of(plan));
    for difference in &reading.differences {
        let words = texts.message_difference(difference, (scene.amounts(), currency));
        said.push((words, Role::Due));
    }
    said.extend(links.into_iter().map(|judged| (link(judged), Role::Muted)));
    said
}
