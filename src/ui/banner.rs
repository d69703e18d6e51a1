//! A file that cannot be read as it is: what is wrong and where, above what was read before.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use super::hint::{Hint, Hit};
use super::scene::Scene;
use crate::app::Model;
use crate::app::model::BookState;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// Below so many rows only the first row of the banner is shown.
const ROOM_FOR_TWO: u16 = 10;

/// What is the matter, and more about it.
struct Trouble {
    title: String,
    detail: String,
}

/// Draws the banner over the top of an area; returns what it leaves free.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
) -> (Rect, Vec<Hit>) {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let Some(trouble) = trouble(scene) else {
        return (area, Vec::new());
    };
    let rows = if area.height >= ROOM_FOR_TWO { 2 } else { 1 };
    let banner = Rect {
        height: rows.min(area.height),
        ..area
    };
    cells::fill(buf, banner, theme.base().patch(theme.style(Role::Panel)));
    for y in banner.top()..banner.bottom() {
        cells::put(buf, banner.x, y, 1, "▎", theme.style(Role::Overdue));
    }
    let hits = words(buf, banner, &trouble, scene);
    let rest = Rect {
        y: banner.bottom(),
        height: area.height - banner.height,
        ..area
    };
    (rest, hits)
}

fn words(buf: &mut Buffer, banner: Rect, trouble: &Trouble, scene: Scene<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let hint = Hint {
        key: "e",
        label: scene.texts.banner_edit(),
    };
    let text = Rect {
        x: banner.x + 1,
        width: banner.width.saturating_sub(hint.width() + 4),
        ..banner
    };
    let x = banner.right().saturating_sub(hint.width() + 1);
    hint.draw(buf, banner, x, scene.theme, &mut hits);
    let first = if banner.height > 1 || trouble.detail.is_empty() {
        &trouble.title
    } else {
        &trouble.detail
    };
    let first = Line::from(scene.bold(format!("! {first}"), Role::Overdue));
    cells::put_in(buf, text, &first, Align::Left);
    if banner.height > 1 {
        let second = Rect {
            y: banner.y + 1,
            x: text.x + 2,
            width: banner.width.saturating_sub(4),
            height: 1,
        };
        let detail = Line::from(scene.ink(trouble.detail.as_str(), Role::Text));
        cells::put_in(buf, second, &detail, Align::Left);
    }
    hits
}

fn trouble(scene: Scene<'_>) -> Option<Trouble> {
    let texts = scene.texts;
    match &scene.model.book {
        BookState::Missing | BookState::Open(_) => None,
        BookState::Broken { problems, .. } => Some(Trouble {
            title: texts.banner_problems(problems.0.len()),
            detail: problems
                .first_error()
                .map(|first| texts.banner_broken(first.line, first.column, ""))
                .unwrap_or_default(),
        }),
        BookState::Away { .. } => Some(Trouble {
            title: texts.banner_away().to_owned(),
            detail: scene.model.path.clone(),
        }),
        BookState::Unreadable { reason, .. } => Some(Trouble {
            title: texts.banner_unreadable().to_owned(),
            detail: reason.clone(),
        }),
    }
}
