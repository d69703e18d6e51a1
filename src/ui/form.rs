//! A form being filled in: its fields, what is wrong with them, what saving would do. Where the
//! window is wide enough a long outcome stands beside the fields, else below them.

mod add;
mod aside;
mod change;
pub(super) mod entry_row;
mod limit;
mod outcome;
pub(super) mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use self::entry_row::Asides;
use super::areas::{beside, split, write};
use super::cells;
use super::entry;
use super::hint::Hit;
use super::layout::{Layout, Parts};
use super::overlay::{self, Drawn, Overlay};
use super::pane::Pane;
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::form::field::{Field, FieldName};
use crate::app::form::{Form, Task};
use crate::app::msg::Target;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;

/// The width of a box with the outcome below the fields.
const WIDTH: u16 = 64;
/// The most that a box beside another one is wide.
const WIDEST_HALF: u16 = 58;
/// The most that two boxes beside each other are high.
const HIGHEST: u16 = 26;
/// The cells of the widest label, in any language, and two blanks.
const LABEL: u16 = 11;

/// Draws the form over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    form: &Form,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let has_preview = matches!(form.task, Task::Add | Task::EditPlan);
    if has_preview && Layout::of(area) >= Layout::Normal {
        draw_beside(scene, buf, area, form)
    } else {
        draw_below(scene, buf, area, form)
    }
}

/// Fields at the left, the outcome at the right.
fn draw_beside(scene: Scene<'_>, buf: &mut Buffer, area: Rect, form: &Form) -> Drawn {
    let body = Parts::of(area).body;
    let width = body.width.min(WIDEST_HALF * 2);
    let height = body.height.min(HIGHEST);
    let body = Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + (body.height - height) / 2,
        width,
        height,
    };
    let (left, right) = beside(body, width / 2);
    let hints = entry::hints(scene);
    let (inner, mut hits) = Overlay {
        title: words::title(scene, form),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, left, scene.theme);
    let (caret, _) = draw_fields(scene, buf, inner, form, &mut hits);
    cells::fill(buf, right, scene.theme.base());
    let room = Pane {
        title: scene.texts.form_preview(),
        ..Pane::default()
    }
    .draw(buf, right, scene.theme);
    hits.push(Hit::new(right, Target::Overlay));
    write(buf, room, &outcome::full(scene, form, room));
    Drawn { hits, caret }
}

/// Fields, and the outcome below them.
fn draw_below(scene: Scene<'_>, buf: &mut Buffer, area: Rect, form: &Form) -> Drawn {
    let width = WIDTH.min(area.width).saturating_sub(4);
    let fields = rows_of(scene, form, width);
    let subject = words::subject(scene, form, width);
    let outcome = outcome::short(scene, form, width);
    let hints = entry::hints(scene);
    // Border; a blank row above each part.
    let parts = [
        subject.len(),
        fields,
        outcome.len().max(form.task.least_outcome()),
    ];
    let airy: usize = 2 + parts
        .iter()
        .filter(|rows| **rows > 0)
        .map(|rows| rows + 1)
        .sum::<usize>();
    let airy = u16::try_from(airy).unwrap_or(area.height);
    let (inner, mut hits) = Overlay {
        title: words::title(scene, form),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, airy), scene.theme);
    let blank = u16::from(inner.height >= airy - 2);
    let room = usize::from(inner.height);
    let mut rest = inner;
    if !subject.is_empty() && room > fields {
        let most = (room - fields).min(subject.len());
        rest = write(buf, split(rest, blank).1, &subject[..most]);
    }
    rest = split(rest, blank).1;
    // Of a long form some fields are out of sight so that a word of the outcome is seen.
    let told = outcome.len().min(room / 3);
    let most = usize::from(rest.height).saturating_sub(told).max(1);
    let (of_fields, _) = split(rest, u16::try_from(fields.min(most)).unwrap_or(rest.height));
    let (caret, below) = draw_fields(scene, buf, of_fields, form, &mut hits);
    let taken = below.y.saturating_sub(rest.y);
    let rest = split(split(rest, taken).1, blank).1;
    write(buf, rest, &outcome);
    Drawn { hits, caret }
}

/// The rows of the fields and of what is wrong with them.
fn rows_of(scene: Scene<'_>, form: &Form, width: u16) -> usize {
    let rows = |field: &Field| 1 + words::mistaken(scene, form, field, width).len();
    form.visible().map(rows).sum()
}

/// Draws the fields, those around the one that has the keys where not all fit. Returns where the
/// caret is, and the rows left.
fn draw_fields(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    form: &Form,
    hits: &mut Vec<Hit>,
) -> (Option<Position>, Rect) {
    let fields: Vec<_> = form.visible().collect();
    let focus = fields.iter().position(|field| field.name == form.focus);
    let needed = rows_of(scene, form, area.width);
    let room = usize::from(area.height);
    let (fitting, mut asides) = if needed <= room {
        (
            0..fields.len(),
            Asides::new(scene, form, area.width, room - needed),
        )
    } else {
        let wrong = needed - fields.len();
        let fitting = room.saturating_sub(wrong).max(1);
        (scroll::shown(fields.len(), fitting, focus), Asides::none())
    };
    let (mut caret, mut rest) = (None, area);
    for field in fields.get(fitting).unwrap_or_default() {
        if field.name == FieldName::More {
            rest = split(rest, asides.blank()).1;
        }
        let (row, below) = split(rest, 1);
        hits.push(Hit::new(row, Target::Field(field.name)));
        caret = entry_row::draw(scene, buf, row, form, field).or(caret);
        rest = write(buf, below, &words::mistaken(scene, form, field, area.width));
        rest = write(buf, rest, &asides.below(field.name));
    }
    (caret, rest)
}

impl Task {
    /// The rows a box keeps for the outcome, so that it does not jump while somebody types.
    fn least_outcome(self) -> usize {
        match self {
            Self::Note
            | Self::Pause
            | Self::OpenCase
            | Self::LogCase
            | Self::LaterCase
            | Self::CloseCase
            | Self::AddLine
            | Self::AddMethod
            | Self::EditMethod
            | Self::Proof
            | Self::WhatIf => 0,
            Self::Pay | Self::EditLine => 1,
            Self::Settle | Self::Seen => 3,
            Self::Unlock => 5,
            Self::Add | Self::EditPlan | Self::Refund | Self::Defer | Self::Amend => 4,
        }
    }
}
