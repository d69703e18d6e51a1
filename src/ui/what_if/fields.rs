//! The fields, beside each other and over as many rows as they need.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::form::Form;
use crate::app::form::field::{Field, FieldName, Value};
use crate::app::msg::Target;
use crate::app::what_if::WhatIf;
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::entry;
use crate::ui::form::words;
use crate::ui::hint::Hit;
use crate::ui::overlay::Drawn;
use crate::ui::scene::Scene;

/// Blanks between two fields.
const GAP: u16 = 2;

/// How many rows the fields take in a width, with a row for a mistake.
pub(super) fn rows(scene: Scene<'_>, form: &Form, width: u16) -> u16 {
    let rows = places(scene, form, width);
    let last = rows.last().map_or(0, |(_, row, ..)| row + 1);
    last + u16::from(mistaken(form).is_some())
}

/// Draws the fields; of more rows than there are those around the field that has the keys.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, what_if: &WhatIf) -> Drawn {
    let form = &what_if.form;
    let mut drawn = Drawn::default();
    let places = places(scene, form, area.width);
    let here = places.iter().find(|(field, ..)| field.name == form.focus);
    let here = here.map_or(0, |(_, row, ..)| *row);
    let mistake = mistaken(form).filter(|_| area.height > 1);
    let room = area.height - u16::from(mistake.is_some()).min(area.height);
    let first = here.saturating_sub(room.saturating_sub(1));
    for (field, row, x, width) in places {
        let Some(row) = row.checked_sub(first).filter(|row| *row < room) else {
            continue;
        };
        let place = Rect::new(area.x + x, area.y + row, width, 1);
        drawn.hits.push(Hit::new(place, Target::Field(field.name)));
        let is_focused = what_if.typing && form.focus == field.name;
        let caret = draw_field(scene, buf, place, field, is_focused);
        drawn.caret = drawn.caret.or(caret);
    }
    if let Some((_, mistake)) = mistake {
        let words = format!("! {}", words::said(scene, form, mistake));
        let place = Rect {
            y: area.y + room,
            height: 1,
            ..area
        };
        cells::put_in(
            buf,
            place,
            &Line::from(scene.ink(words, Role::Overdue)),
            Align::Left,
        );
    }
    drawn
}

/// The first mistake that is worth telling: an empty price nobody was in is none.
fn mistaken(form: &Form) -> Option<(FieldName, &crate::app::form::field::Mistake)> {
    let mut wrong = form.mistakes();
    wrong.find(|(name, _)| form.field(*name).is_some_and(|field| field.touched))
}

/// Each field with its row, its column and its width.
fn places<'f>(scene: Scene<'_>, form: &'f Form, width: u16) -> Vec<(&'f Field, u16, u16, u16)> {
    let (mut row, mut x) = (0, 0);
    let mut places = Vec::new();
    for field in form.visible() {
        let needed = (label_width(scene, field) + value_width(scene, field)).min(width);
        if x > 0 && x + needed > width {
            (row, x) = (row + 1, 0);
        }
        places.push((field, row, x, needed));
        x += needed + GAP;
    }
    places
}

fn label<'a>(scene: Scene<'a>, field: &Field) -> &'a str {
    match field.name {
        FieldName::Periods => scene.texts.trial_other_periods(),
        name => name.label(scene.texts),
    }
}

fn label_width(scene: Scene<'_>, field: &Field) -> u16 {
    cells::width(label(scene, field)) + 1
}

fn value_width(scene: Scene<'_>, field: &Field) -> u16 {
    match &field.value {
        Value::Text(text) => {
            let least = match field.name {
                FieldName::Price => 9,
                FieldName::FirstDue => 10,
                FieldName::DownPayment => 6,
                _ => 4,
            };
            // The caret, and a bracket at each side.
            cells::width(text.text()).clamp(least, 16) + 3
        }
        Value::Choice(_) => cells::width(&chosen(scene, field)) + 4,
    }
}

fn chosen(scene: Scene<'_>, field: &Field) -> String {
    let Value::Choice(choice) = &field.value else {
        return String::new();
    };
    let picked = choice.picked();
    picked.map_or_else(String::new, |pick| pick.name(scene.book(), scene.texts))
}

fn draw_field(
    scene: Scene<'_>,
    buf: &mut Buffer,
    place: Rect,
    field: &Field,
    is_focused: bool,
) -> Option<ratatui::layout::Position> {
    let role = if is_focused {
        Role::Accent
    } else {
        Role::Muted
    };
    let label = label(scene, field);
    let mut line = Line::from(vec![scene.ink(label, role), Span::raw(" ")]);
    let used = cells::line_width(&line);
    let edge = |text: &'static str| scene.ink(text, role);
    match &field.value {
        Value::Text(text) => {
            let room = place.width.saturating_sub(used + 2);
            line.push_span(edge("["));
            line.push_span(Span::raw(" ".repeat(room.into())));
            line.push_span(edge("]"));
            cells::put_in(buf, place, &line, Align::Left);
            let inside = Rect {
                x: place.x + used + 1,
                width: room,
                ..place
            };
            let is_masked = field.name.is_amount()
                && scene.amounts().hidden
                && !is_focused
                && !text.text().is_empty();
            if is_masked {
                let masked = crate::app::field::TextField::preselected("****");
                return entry::draw(scene, buf, inside, &masked, false);
            }
            entry::draw(scene, buf, inside, text, is_focused)
        }
        Value::Choice(_) => {
            let ink = if is_focused { Role::Accent } else { Role::Text };
            line.push_span(edge("‹ "));
            line.push_span(scene.bold(chosen(scene, field), ink));
            line.push_span(edge(" ›"));
            cells::put_in(buf, place, &line, Align::Left);
            None
        }
    }
}
