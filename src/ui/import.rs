//! A bill: where it lies, what each row of it means, what is taken.

mod message;
mod rows;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::{below, split, write};
use super::entry;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::wrap::wrap;
use crate::app::import::{Import, Shown, Stage};
use crate::settings::theme::Role;

pub(super) use message::draw as draw_message;

const WIDTH: u16 = 76;
/// The rows of the form that asks for a path, its border included.
const ASKING: u16 = 7;
/// At most so many rows say what the selected row means.
const MEANING: u16 = 5;

/// Draws the import over the middle of an area.
pub(super) fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>, import: &Import) -> Drawn {
    match &import.stage {
        Stage::Shown(shown) => show(buf, area, scene, shown),
        Stage::Asked { wrong } => ask(buf, area, scene, import, wrong.as_deref()),
        Stage::Reading => ask(buf, area, scene, import, None),
    }
}

fn ask(
    buf: &mut Buffer,
    area: Rect,
    scene: Scene<'_>,
    import: &Import,
    wrong: Option<&str>,
) -> Drawn {
    let texts = scene.texts;
    let hints = entry::hints(scene);
    let (inner, hits) = Overlay {
        title: texts.import_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, ASKING), scene.theme);
    let is_reading = matches!(import.stage, Stage::Reading);
    let (label, rest) = split(inner, u16::from(inner.height > 2));
    write(buf, label, &[Line::from(scene.muted(texts.import_where()))]);
    let (field, rest) = split(rest, 1);
    let caret = entry::draw(scene, buf, field, &import.input, !is_reading);
    let (words, role) = match wrong {
        _ if is_reading => (texts.import_reading(), Role::Accent),
        Some(wrong) => (wrong, Role::Overdue),
        None => (texts.import_kinds(), Role::Muted),
    };
    let rest = below(rest, u16::from(rest.height > 2));
    let lines = wrap(words, rest.width).into_iter();
    let lines: Vec<_> = lines
        .map(|line| Line::from(scene.ink(line, role)))
        .collect();
    write(buf, rest, &lines);
    Drawn { hits, caret }
}

fn show(buf: &mut Buffer, area: Rect, scene: Scene<'_>, shown: &Shown) -> Drawn {
    let texts = scene.texts;
    let hints = entry::hints(scene);
    let count = u16::try_from(shown.count()).unwrap_or(u16::MAX);
    // The list, a rule, what the selected row means, what will be noted, the border.
    let height = count.max(1).saturating_add(MEANING + 4);
    let whose = shown
        .format
        .as_ref()
        .map(|format| texts.bill(format))
        .unwrap_or_default();
    let (inner, mut hits) = Overlay {
        title: &shown.name,
        right: Line::from(scene.muted(whose)),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, height), scene.theme);
    let meaning = rows::meaning(scene, shown, inner.width);
    let room = u16::try_from(meaning.len()).unwrap_or(MEANING).min(MEANING);
    let has_rule = inner.height > 6;
    let below_list = (room + 1 + u16::from(has_rule)).min(inner.height.saturating_sub(1));
    let (list, rest) = split(inner, inner.height - below_list);
    hits.extend(rows::draw(scene, buf, list, shown));
    let rest = if has_rule {
        scene.rule(buf, rest, "─")
    } else {
        rest
    };
    let (said, last) = split(rest, rest.height.saturating_sub(1));
    write(buf, said, &meaning);
    write(buf, last, &[rows::outlook(scene, shown, last.width)]);
    Drawn { hits, caret: None }
}
