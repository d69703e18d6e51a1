//! A payment being written down: fields, what is wrong with them, what the payment would do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::areas::{beside, split, write};
use super::cells::{self, Align};
use super::entry;
use super::hint::Hit;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::wrap::wrap;
use crate::app::Model;
use crate::app::field::TextField;
use crate::app::msg::Target;
use crate::app::overlay::{Mistake, PayField, PayForm};
use crate::domain::working_day::WorkingDate;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDTH: u16 = 64;
/// The cells of the widest label, in any language, and two blanks.
const LABEL: u16 = 11;
/// The least cells a text field keeps beside what is said about it.
const FIELD: u16 = 12;

/// Draws the form over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    form: &PayForm,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let width = WIDTH.min(area.width).saturating_sub(4);
    let wrong = form.mistakes.iter();
    let wrong = wrong.map(|(_, mistake)| mistaken(scene, form, mistake, width).len());
    let fields = PayField::ALL.len() + wrong.sum::<usize>();
    // Border, subject, preview, and a blank row around each.
    let airy = u16::try_from(fields + 7).unwrap_or(area.height);
    let hints = entry::hints(scene);
    let (inner, mut hits) = Overlay {
        title: texts.form_pay_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, airy), theme);
    let blank = u16::from(inner.height >= airy - 2);
    let (_, inner) = split(inner, blank);
    let room = usize::from(inner.height);
    let mut rest = inner;
    if room > fields {
        let rest_of_it = write(buf, inner, &[subject(scene, form, inner.width)]);
        rest = split(rest_of_it, blank).1;
    }
    let mut caret = None;
    let seen = PayField::ALL.into_iter();
    for field in seen.skip_while(|field| room < fields && *field != form.focus) {
        let (row, below) = split(rest, 1);
        hits.push(Hit::new(row, Target::Field(field)));
        caret = draw_field(scene, buf, row, form, field).or(caret);
        rest = mistakes(scene, buf, below, form, field);
    }
    let (_, rest) = split(rest, blank);
    write(buf, rest, &[outcome(scene, form)]);
    Drawn { hits, caret }
}

/// What the payment is for; the name is cut where the room is short, the amount never.
fn subject<'m>(scene: Scene<'m>, form: &PayForm, width: u16) -> Line<'m> {
    let amount = scene.exact(form.outstanding, form.currency);
    let owed = scene.texts.form_due(form.installment.n, &amount);
    if cells::width(&owed) > width {
        return Line::from(scene.muted(amount));
    }
    let room = width.saturating_sub(cells::width(&owed) + 1);
    Line::from(vec![
        scene.bold(cells::cut(scene.item(form.plan), room), Role::Text),
        Span::raw(" "),
        scene.muted(owed),
    ])
}

/// A label, the field, and at the right what is said about it. Returns where the caret is.
fn draw_field(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    form: &PayForm,
    field: PayField,
) -> Option<Position> {
    let texts = scene.texts;
    let is_focused = form.focus == field;
    let label = match field {
        PayField::Amount => texts.form_amount(),
        PayField::Date => texts.form_date(),
        PayField::Via => texts.form_via(),
        PayField::Reference => texts.form_reference(),
    };
    let label = if is_focused {
        scene.bold(label, Role::Accent)
    } else {
        scene.muted(label)
    };
    let (left, room) = beside(row, LABEL);
    cells::put_in(buf, left, &Line::from(label), Align::Left);
    let text = match field {
        PayField::Via => {
            draw_choice(scene, buf, room, form, is_focused);
            return None;
        }
        PayField::Amount => &form.amount,
        PayField::Date => &form.date,
        PayField::Reference => &form.reference,
    };
    let aside = aside(scene, form, field);
    let width = cells::line_width(&aside);
    let with_aside = width > 0 && room.width > FIELD + width;
    let (room, right) = if with_aside {
        beside(room, room.width - width)
    } else {
        (room, Rect::ZERO)
    };
    cells::put_in(buf, right, &aside, Align::Right);
    draw_text(scene, buf, room, text, (field, is_focused))
}

/// A text field. An amount that nobody typed is masked like any other.
fn draw_text(
    scene: Scene<'_>,
    buf: &mut Buffer,
    room: Rect,
    text: &TextField,
    (field, is_focused): (PayField, bool),
) -> Option<Position> {
    if field == PayField::Reference && text.text().is_empty() {
        let optional = Line::from(scene.muted(scene.texts.form_optional()));
        let (_, after_caret) = beside(room, u16::from(is_focused) * 2);
        cells::put_in(buf, after_caret, &optional, Align::Left);
    }
    if field == PayField::Amount && scene.amounts().hidden && text.preselected {
        let masked = TextField::preselected("****");
        return entry::draw(scene, buf, room, &masked, is_focused);
    }
    entry::draw(scene, buf, room, text, is_focused)
}

/// What is said about a field while it is right.
fn aside<'m>(scene: Scene<'m>, form: &PayForm, field: PayField) -> Line<'m> {
    let texts = scene.texts;
    match (field, &form.preview, form.on) {
        (PayField::Amount, Some(preview), _) if preview.closes > 1 => {
            Line::from(scene.ink(texts.form_closes(preview.closes), Role::Paid))
        }
        (PayField::Amount, Some(preview), _) if preview.leaves.is_positive() => {
            let left = scene.exact(preview.leaves, form.currency);
            Line::from(scene.ink(texts.form_leaves(&left), Role::Due))
        }
        (PayField::Amount, Some(_), _) => Line::from(scene.ink(texts.form_in_full(), Role::Paid)),
        (PayField::Date, _, Some(on)) => {
            let day = format!(
                "{} {}",
                texts.relative(scene.model.today, on),
                texts.day(on)
            );
            Line::from(scene.muted(day))
        }
        _ => Line::default(),
    }
}

/// All ways to pay; the chosen one stands between marks, and first where not all fit.
fn draw_choice(scene: Scene<'_>, buf: &mut Buffer, room: Rect, form: &PayForm, is_focused: bool) {
    let methods = scene.book().map(|book| book.methods.as_slice());
    let named = methods.unwrap_or_default().iter();
    let mut ways: Vec<_> = named
        .map(|method| (Some(&method.id), method.name.as_str()))
        .collect();
    ways.push((None, scene.texts.form_unsaid()));
    let chosen = ways
        .iter()
        .position(|(id, _)| *id == form.via.as_ref())
        .unwrap_or(0);
    let cells: u16 = ways.iter().map(|(_, name)| cells::width(name) + 2).sum();
    if cells + 2 > room.width {
        ways.rotate_left(chosen);
    }
    let mut line = Line::default();
    for (id, name) in ways {
        if id == form.via.as_ref() {
            let role = if is_focused { Role::Accent } else { Role::Text };
            line.push_span(scene.bold(format!("‹ {name} ›"), role));
        } else {
            line.push_span(scene.muted(name));
        }
        line.push_span(Span::raw("  "));
    }
    line.spans.pop();
    cells::put_in(buf, room, &line, Align::Left);
}

/// What is wrong with a field, below it; returns the rows left.
fn mistakes(
    scene: Scene<'_>,
    buf: &mut Buffer,
    rest: Rect,
    form: &PayForm,
    field: PayField,
) -> Rect {
    let of_field = form.mistakes.iter().filter(|(at, _)| *at == field);
    let lines: Vec<_> = of_field
        .flat_map(|(_, mistake)| mistaken(scene, form, mistake, rest.width))
        .collect();
    write(buf, rest, &lines)
}

/// What is wrong, beside the labels where it fits there in one row.
fn mistaken(scene: Scene<'_>, form: &PayForm, mistake: &Mistake, width: u16) -> Vec<Line<'static>> {
    let texts = scene.texts;
    let words = match mistake {
        Mistake::Empty => texts.form_empty().to_owned(),
        Mistake::NotAnAmount => texts.form_not_an_amount().to_owned(),
        Mistake::NotADay => texts.form_not_a_day().to_owned(),
        Mistake::Refused(refusal) => texts.refusal(refusal, scene.amounts(), form.currency),
    };
    let needed = cells::width(&words) + 2;
    let indent = LABEL.min(width.saturating_sub(needed));
    let rows = wrap(&words, width.saturating_sub(indent + 2));
    let row = |(place, words): (usize, String)| {
        let glyph = if place == 0 {
            State::Overdue.glyph()
        } else {
            " "
        };
        Line::from(vec![
            Span::raw(" ".repeat(indent.into())),
            scene.ink(glyph, Role::Overdue),
            scene.ink(format!(" {words}"), Role::Overdue),
        ])
    };
    rows.into_iter().enumerate().map(row).collect()
}

/// When which limit comes back.
fn outcome<'m>(scene: Scene<'m>, form: &PayForm) -> Line<'m> {
    let Some(back) = form.preview.as_ref().and_then(|preview| preview.frees) else {
        return Line::default();
    };
    let day = |date: WorkingDate| month_day(date.date);
    let window = scene.texts.form_by(&day(back.earliest), &day(back.latest));
    let mut line = Line::from(vec![
        scene.glyph(State::Restoring),
        scene.muted(format!(" {} ", scene.texts.form_frees())),
        scene.ink(
            scene.exact(back.amount, form.currency),
            State::Restoring.role(),
        ),
        scene.muted(format!(" · {window}")),
    ]);
    if back.latest.estimated {
        let words = format!(" ({})", scene.texts.limits_estimated());
        line.push_span(scene.ink(words, Role::Due));
    }
    line
}
