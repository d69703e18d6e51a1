//! A row of a form: a label, the field, and what is said about it while it is right.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{LABEL, aside};
use crate::app::field::TextField;
use crate::app::form::Form;
use crate::app::form::choice::Choice;
use crate::app::form::field::{Field, FieldName, Value};
use crate::settings::symbols::SELECTED;
use crate::settings::theme::Role;
use crate::ui::areas::beside;
use crate::ui::cells::{self, Align};
use crate::ui::entry;
use crate::ui::scene::Scene;

/// The least cells a text field keeps beside what is said about it.
const FIELD: u16 = 12;

/// What is said about fields and does not fit beside them: rows below, as far as there is room.
pub(super) struct Asides<'a> {
    rows: Vec<(FieldName, Line<'a>)>,
    spare: usize,
}

impl<'a> Asides<'a> {
    /// No room for any.
    pub(super) fn none() -> Self {
        Self {
            rows: Vec::new(),
            spare: 0,
        }
    }

    /// So many rows to spare in a width: that of the focused field first.
    pub(super) fn new(scene: Scene<'a>, form: &Form, width: u16, mut spare: usize) -> Self {
        let room = width.saturating_sub(LABEL);
        let mut fields: Vec<_> = form.visible().collect();
        fields.sort_by_key(|field| field.name != form.focus);
        let mut rows = Vec::new();
        for field in fields {
            let aside = aside::of(scene, form, field.name);
            let needed = cells::line_width(&aside);
            let is_beside = needed == 0 || fits_beside(scene, field, room, needed);
            if !is_beside && needed <= room && spare > 0 && field.mistake.is_none() {
                rows.push((field.name, aside));
                spare -= 1;
            }
        }
        Self { rows, spare }
    }

    /// The row below a field.
    pub(super) fn below(&self, name: FieldName) -> Vec<Line<'a>> {
        let rows = self.rows.iter().filter(|(field, _)| *field == name);
        rows.map(|(_, aside)| {
            let mut line = Line::from(" ".repeat(LABEL.into()));
            line.spans.extend(aside.spans.iter().cloned());
            line
        })
        .collect()
    }

    /// A blank row, if there is one left.
    pub(super) fn blank(&mut self) -> u16 {
        let blank = self.spare.min(1);
        self.spare -= blank;
        u16::from(blank > 0)
    }
}

/// Whether an aside so wide fits beside a field.
fn fits_beside(scene: Scene<'_>, field: &Field, room: u16, aside: u16) -> bool {
    let needed = match &field.value {
        Value::Text(_) => FIELD,
        Value::Choice(choice) => cells::line_width(&options(scene, choice, false, room)) + 1,
    };
    room > needed.saturating_add(aside)
}

/// Draws the row; returns where the caret is.
pub(super) fn draw(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    form: &Form,
    field: &Field,
) -> Option<Position> {
    let is_focused = form.focus == field.name;
    let label = field.name.label(scene.texts);
    let label = if is_focused {
        scene.bold(label, Role::Accent)
    } else {
        scene.muted(label)
    };
    let (left, mut room) = beside(row, LABEL);
    if is_focused {
        let style = scene.theme.style(Role::Accent);
        cells::put(buf, row.x.saturating_sub(1), row.y, 1, SELECTED, style);
    }
    cells::put_in(buf, left, &Line::from(label), Align::Left);
    let aside = aside::of(scene, form, field.name);
    let needed = cells::line_width(&aside);
    if needed > 0 && fits_beside(scene, field, room.width, needed) {
        let right;
        (room, right) = beside(room, room.width - needed);
        cells::put_in(buf, right, &aside, Align::Right);
    }
    match &field.value {
        Value::Text(text) => draw_text(scene, buf, room, text, (field, is_focused)),
        Value::Choice(choice) => {
            let line = options(scene, choice, is_focused, room.width);
            cells::put_in(buf, room, &line, Align::Left);
            None
        }
    }
}

/// A text field. An amount that nobody typed is masked like any other.
fn draw_text(
    scene: Scene<'_>,
    buf: &mut Buffer,
    room: Rect,
    text: &TextField,
    (field, is_focused): (&Field, bool),
) -> Option<Position> {
    if field.optional && text.text().is_empty() && field.mistake.is_none() {
        let optional = Line::from(scene.muted(scene.texts.form_optional()));
        let (_, after_caret) = beside(room, u16::from(is_focused) * 2);
        cells::put_in(buf, after_caret, &optional, Align::Left);
    }
    let is_prefilled = !field.touched && !text.text().is_empty();
    if field.name.is_private() && scene.amounts().hidden && is_prefilled {
        let masked = TextField::preselected("****");
        return entry::draw(scene, buf, room, &masked, is_focused);
    }
    entry::draw(scene, buf, room, text, is_focused)
}

/// All there is to choose from; the chosen one stands between marks, and first where not all fit.
fn options<'a>(scene: Scene<'a>, choice: &Choice, is_focused: bool, room: u16) -> Line<'a> {
    let name = |option: &_| crate::app::form::choice::Pick::name(option, scene.book(), scene.texts);
    let mut names: Vec<_> = choice.options.iter().map(name).enumerate().collect();
    let needed = |names: &[(usize, String)]| -> u16 {
        let widths = names.iter().map(|(_, name)| cells::width(name) + 2);
        // The marks around the chosen one stand in the place of two blanks between two names.
        widths.fold(2, u16::saturating_add)
    };
    let is_cut = needed(&names) > room;
    if is_cut {
        let chosen = choice.chosen.min(names.len());
        names.rotate_left(chosen);
        // Whole names only, and a sign that there are more.
        while names.len() > 1 && needed(&names).saturating_add(3) > room {
            names.pop();
        }
    }
    let mut line = Line::default();
    for (at, name) in names {
        if at == choice.chosen {
            let role = if is_focused { Role::Accent } else { Role::Text };
            line.push_span(scene.bold(format!("‹ {name} ›"), role));
        } else {
            line.push_span(scene.muted(name));
        }
        line.push_span(Span::raw("  "));
    }
    line.spans.pop();
    if is_cut {
        line.push_span(scene.muted("  …"));
    }
    line
}
