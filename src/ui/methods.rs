//! The ways to pay: what each is, until when it is valid, which plans it pays by itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::write;
use super::cells;
use super::columns::{self, Column, Columns};
use super::entry;
use super::hint::Hit;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::msg::Target;
use crate::domain::method::Method;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDTH: u16 = 64;

/// Draws the ways to pay over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    selected: usize,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let hints = entry::hints(scene);
    let methods = scene.book().map_or(&[][..], |book| &book.methods);
    let height = u16::try_from(methods.len().max(1) + 2).unwrap_or(area.height);
    let (inner, mut hits) = Overlay {
        title: texts.methods_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, height), theme);
    if methods.is_empty() {
        write(buf, inner, &[Line::from(scene.muted(texts.methods_none()))]);
    }
    hits.extend(rows(scene, buf, inner, methods, selected));
    Drawn { hits, caret: None }
}

fn rows(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    methods: &[Method],
    selected: usize,
) -> Vec<Hit> {
    let rows: Vec<_> = methods.iter().map(|method| row(scene, method)).collect();
    let widest = |place: usize| {
        let widths = rows.iter().map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::growing(8),
            Column::fixed(widest(1)).gap(2).leaves(3),
            Column::fixed(widest(2)).gap(2).leaves(2),
            Column::fixed(widest(3)).gap(2).leaves(4),
            Column::fixed(widest(4)).gap(2).leaves(1),
        ],
        area.width,
    );
    let seen = scroll::shown(rows.len(), usize::from(area.height), Some(selected));
    let mut hits = Vec::new();
    for (place, at) in area.rows().zip(seen) {
        columns.draw(buf, place, &rows[at]);
        if at == selected {
            columns::select(buf, place, scene.theme);
        }
        hits.push(Hit::new(place, Target::OverlayRow(at)));
    }
    hits
}

/// Name, kind, last digits, validity, what it pays by itself.
fn row<'m>(scene: Scene<'m>, method: &'m Method) -> [Line<'m>; 5] {
    let (texts, today) = (scene.texts, scene.model.today);
    let expires = match method.expires {
        Some(day) if day < today => scene.ink(texts.methods_expired(), Role::Overdue),
        Some(day) => scene.muted(texts.methods_expires(&day.to_string())),
        None => scene.muted(""),
    };
    let plans = scene.model.board.position.plans.iter();
    let plans = scene
        .book()
        .into_iter()
        .flat_map(|book| &book.plans)
        .zip(plans);
    let open = plans.filter(|(plan, standing)| {
        plan.autopay.as_ref() == Some(&method.id) && standing.next().is_some()
    });
    let pays = open.count();
    let pays = if pays > 0 {
        texts.methods_autopays(pays)
    } else {
        String::new()
    };
    [
        Line::from(scene.text(&*method.name)),
        Line::from(scene.muted(texts.method_kind(method.kind))),
        Line::from(scene.muted(method.last4.as_deref().unwrap_or_default())),
        Line::from(expires),
        Line::from(scene.muted(pays)),
    ]
}
