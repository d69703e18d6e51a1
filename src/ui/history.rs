//! What was changed, newest first, and what going back to a point of it would mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::{split, write};
use super::cells;
use super::columns::{self, Column, Columns};
use super::entry;
use super::hint::Hit;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::journal::{Fate, Journal, PastChange};
use crate::app::msg::Target;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDTH: u16 = 76;
/// A time to the minute.
const MINUTE: usize = 16;

/// Draws the history over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    journal: &Journal,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let hints = entry::hints(scene);
    // The rows, a blank, what would happen, the border.
    let height = u16::try_from(journal.rows() + 4).unwrap_or(area.height);
    let (inner, mut hits) = Overlay {
        title: texts.history_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, height), theme);
    let below = inner.height.min(2);
    let (list, below) = split(inner, inner.height - below);
    hits.extend(rows(scene, buf, list, journal));
    let what = Rect {
        y: below.bottom().saturating_sub(1),
        height: below.height.min(1),
        ..below
    };
    write(buf, what, &[outlook(scene, journal)]);
    Drawn { hits, caret: None }
}

fn rows(scene: Scene<'_>, buf: &mut Buffer, area: Rect, journal: &Journal) -> Vec<Hit> {
    let widest = |part: fn(&PastChange) -> &str| {
        let widths = journal
            .changes
            .iter()
            .map(|change| cells::width(part(change)));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::fixed(widest(|change| minute(&change.when))).leaves(2),
            Column::growing(30).gap(2),
            Column::fixed(widest(|change| &change.program)).leaves(1),
            Column::fixed(7),
        ],
        area.width,
    );
    let seen = scroll::shown(
        journal.rows(),
        usize::from(area.height),
        Some(journal.selected),
    );
    let mut hits = Vec::new();
    for (line, at) in area.rows().zip(seen) {
        let parts = match journal.changes.get(at) {
            Some(change) => row(scene, change, journal.fate(at)),
            None => [
                Line::default(),
                Line::from(scene.muted(scene.texts.history_beginning())),
                Line::default(),
                Line::default(),
            ],
        };
        columns.draw(buf, line, &parts);
        if at == journal.selected {
            columns::select(buf, line, scene.theme);
        }
        hits.push(Hit::new(line, Target::OverlayRow(at)));
    }
    hits
}

/// When, what, who, and what becomes of it.
fn row<'m>(scene: Scene<'m>, change: &PastChange, fate: Fate) -> [Line<'m>; 4] {
    let texts = scene.texts;
    let (ink, word) = match fate {
        Fate::Stays => (Role::Text, ""),
        Fate::StaysAway => (Role::Muted, texts.history_is_undone()),
        Fate::Undone => (Role::Due, texts.history_undoes()),
        Fate::Redone => (Role::Restoring, texts.history_redoes()),
    };
    let what = change.what.as_ref();
    let what = what.map(|label| texts.change_with(label, scene.amounts()));
    let what = what.unwrap_or_else(|| texts.chrome_did_change().to_owned());
    [
        Line::from(scene.muted(minute(&change.when).replace('T', " "))),
        Line::from(scene.ink(what, ink)),
        Line::from(scene.muted(change.program.clone())),
        Line::from(scene.ink(word, ink)),
    ]
}

fn minute(stamp: &str) -> &str {
    stamp.get(..MINUTE).unwrap_or(stamp)
}

/// What going to the selected row would do.
fn outlook<'m>(scene: Scene<'m>, journal: &Journal) -> Line<'m> {
    let (texts, steps) = (scene.texts, journal.steps());
    Line::from(match (steps.back, steps.forward) {
        (0, 0) => scene.muted(texts.history_here()),
        (0, forward) => scene.bold(texts.history_forward(forward), Role::Restoring),
        (back, _) => scene.bold(texts.history_back(back), Role::Due),
    })
}
