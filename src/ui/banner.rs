//! A file that cannot be read as it is: what is wrong and where, above what was read before.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use super::hint::{Hint, Hit};
use super::scene::Scene;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::model::{BookState, FileProblem};
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// Below so many rows only the first row of the banner is shown.
const ROOM_FOR_TWO: u16 = 10;
/// Below so many columns the key that opens the file is left to the last line.
const ROOM_FOR_KEY: u16 = 40;

/// What is the matter, what follows from it, and every place in the file it is about.
struct Trouble {
    title: String,
    note: String,
    places: Vec<String>,
}

/// Draws the banner over the top of an area; returns what it leaves free, and what can be
/// clicked. Where nothing was read before, all places are listed below it.
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
    let rest = Rect {
        y: banner.bottom(),
        height: area.height - banner.height,
        ..area
    };
    cells::fill(buf, banner, theme.base().patch(theme.style(Role::Panel)));
    for y in banner.top()..banner.bottom() {
        cells::put(buf, banner.x, y, 1, "▎", theme.strong(Role::Overdue));
    }
    let hits = words(buf, banner, &trouble, scene);
    if scene.book().is_none() {
        places(buf, rest, &trouble, scene);
    }
    (rest, hits)
}

/// The matter in the first row with the key that opens the file, what follows in the second.
fn words(buf: &mut Buffer, banner: Rect, trouble: &Trouble, scene: Scene<'_>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let hint = Hint {
        key: scene.key(Action::OpenFile),
        label: scene.texts.banner_edit(),
    };
    let mut x = banner.right();
    if banner.width >= ROOM_FOR_KEY {
        x = x.saturating_sub(hint.width() + 1);
        hint.draw(buf, banner, x, scene.theme, &mut hits);
    }
    let text = Rect {
        x: banner.x + 1,
        width: x.saturating_sub(banner.x + 3),
        ..banner
    };
    let title = Line::from(scene.bold(format!("! {}", trouble.title), Role::Overdue));
    cells::put_in(buf, text, &title, Align::Left);
    if banner.height > 1 {
        let below = Rect {
            x: banner.x + 3,
            y: banner.y + 1,
            width: banner.width.saturating_sub(4),
            height: 1,
        };
        let note = Line::from(scene.ink(trouble.note.as_str(), Role::Muted));
        cells::put_in(buf, below, &note, Align::Left);
    }
    hits
}

/// Every place that wants a look, a row each.
fn places(buf: &mut Buffer, area: Rect, trouble: &Trouble, scene: Scene<'_>) {
    let rows = area.top().saturating_add(1)..area.bottom();
    for (y, place) in rows.zip(&trouble.places) {
        let line = Rect {
            x: area.x + 3,
            y,
            width: area.width.saturating_sub(4),
            height: 1,
        };
        let place = Line::from(scene.ink(place.as_str(), Role::Text));
        cells::put_in(buf, line, &place, Align::Left);
    }
}

/// Where it is and what is wrong.
fn in_words(problem: &FileProblem, texts: Texts) -> String {
    texts.banner_wrong(problem.line, problem.column, &problem.words)
}

/// Every problem, and below it what to write instead.
fn listed(problems: &[FileProblem], texts: Texts) -> Vec<String> {
    let rows = |problem: &FileProblem| {
        let instead = problem
            .instead
            .iter()
            .map(|instead| format!("   {instead}"));
        std::iter::once(in_words(problem, texts))
            .chain(instead)
            .collect::<Vec<_>>()
    };
    problems.iter().flat_map(rows).collect()
}

fn trouble(scene: Scene<'_>) -> Option<Trouble> {
    let texts = scene.texts;
    let note = if scene.book().is_some() {
        texts.banner_last_good()
    } else {
        texts.banner_nothing_read()
    };
    let (title, places) = match &scene.model.book {
        BookState::Missing(_) | BookState::Open(_) => return None,
        BookState::Broken { problems, .. } => {
            let title = match problems.as_slice() {
                [] => texts.banner_unreadable().to_owned(),
                [only] => in_words(only, texts),
                [first, rest @ ..] => texts.banner_more(&in_words(first, texts), rest.len()),
            };
            (title, listed(problems, texts))
        }
        BookState::Away { .. } => (texts.banner_away().to_owned(), Vec::new()),
        BookState::Unreadable { reason, .. } => (
            format!("{}: {reason}", texts.banner_unreadable()),
            Vec::new(),
        ),
    };
    Some(Trouble {
        title,
        note: note.to_owned(),
        places,
    })
}
