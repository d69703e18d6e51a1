//! What is said beside a field while it is right.

use chrono::Datelike;
use ratatui::text::{Line, Span};

use super::words::look;
use crate::app::form::choice::Pick;
use crate::app::form::field::FieldName;
use crate::app::form::outcome::{AddOutcome, Outcome};
use crate::app::form::{Form, Task};
use crate::domain::limit_check::Verdict;
use crate::settings::theme::Role;
use crate::ui::scene::Scene;

/// What is said about a field while it is right.
pub(super) fn of<'m>(scene: Scene<'m>, form: &Form, name: FieldName) -> Line<'m> {
    let texts = scene.texts;
    match (&form.outcome, name) {
        (Outcome::Pay(pay), FieldName::Amount) => Line::from(if pay.closes > 1 {
            scene.ink(texts.form_closes(pay.closes), Role::Paid)
        } else if pay.leaves.is_positive() {
            let left = scene.exact(pay.leaves, form.currency);
            scene.ink(texts.form_leaves(&left), Role::Due)
        } else {
            scene.ink(texts.form_in_full(), Role::Paid)
        }),
        (_, FieldName::FirstDue) => first_due(scene, form),
        (_, name) if name.is_day() => day(scene, form, name),
        (_, FieldName::Periods) if form.text(name).trim().is_empty() => {
            Line::from(scene.muted(texts.form_usual_periods()))
        }
        (_, FieldName::Line) => free(scene, form),
        (_, FieldName::More) => rare(scene, form),
        (_, FieldName::RestoreDays) => unit(scene, form, name, texts.form_in_working_days()),
        (_, FieldName::GraceDays) => unit(scene, form, name, texts.form_in_days()),
        (Outcome::Add(add), name) => aside_of_plan(scene, form, add, name),
        _ => Line::default(),
    }
}

/// What a number counts, once it is there.
fn unit<'m>(scene: Scene<'m>, form: &Form, name: FieldName, unit: &'m str) -> Line<'m> {
    let is_empty = form.text(name).trim().is_empty();
    Line::from(scene.muted(if is_empty { "" } else { unit }))
}

/// How far away a day is, and its weekday.
fn day<'m>(scene: Scene<'m>, form: &Form, name: FieldName) -> Line<'m> {
    let (texts, today) = (scene.texts, scene.model.today);
    let Some(on) = form.day(name, today) else {
        return Line::default();
    };
    // What stands in the field already is not said again.
    let day = if form.text(name).trim() == on.to_string() {
        texts.weekday_word(on.weekday())
    } else {
        texts.near_day(today, on)
    };
    let words = texts.form_day(&texts.relative(today, on), &day);
    Line::from(scene.muted(words))
}

fn first_due<'m>(scene: Scene<'m>, form: &Form) -> Line<'m> {
    let day = form.day(FieldName::FirstDue, scene.model.today);
    let words = day.map(|first| scene.texts.form_then_every(first.day()));
    words.map_or_else(Line::default, |words| Line::from(scene.muted(words)))
}

/// The names of fields that are not asked for now.
fn rare<'m>(scene: Scene<'m>, form: &Form) -> Line<'m> {
    let hidden = form.unasked();
    let names: Vec<_> = hidden.map(|name| name.label(scene.texts)).take(3).collect();
    if names.is_empty() {
        return Line::default();
    }
    let names = names.join(scene.texts.list_comma());
    let words = scene.texts.form_rare_fields(&names);
    Line::from(scene.muted(words))
}

/// What the chosen line has free.
fn free<'m>(scene: Scene<'m>, form: &Form) -> Line<'m> {
    let Some(Pick::Line(Some(id))) = form.picked(FieldName::Line) else {
        let none = scene.book().is_none_or(|book| book.lines.is_empty());
        let words = if none {
            scene.texts.form_line_later()
        } else {
            ""
        };
        return Line::from(scene.muted(words));
    };
    let mut rows = scene.model.board.lines.iter();
    let limit = rows.find(|row| row.id == *id).and_then(|row| {
        let limits = &scene.model.board.position.limits;
        limits.get(row.line)
    });
    let texts = scene.texts;
    let words = match limit.and_then(|limit| limit.available) {
        Some(available) => texts.find_free(&scene.exact(available, form.currency)),
        None => texts.find_unknown().to_owned(),
    };
    let mut line = Line::from(scene.muted(words));
    if let Some(verdict) = verdict(form) {
        let (state, role) = look(verdict);
        line.push_span(Span::raw(" "));
        line.push_span(scene.bold(state.glyph(), role));
    }
    line
}

fn verdict(form: &Form) -> Option<Verdict> {
    match &form.outcome {
        Outcome::Add(add) => Some(add.effect.as_ref()?.check.as_ref()?.verdict),
        _ => None,
    }
}

fn aside_of_plan<'m>(scene: Scene<'m>, form: &Form, add: &AddOutcome, name: FieldName) -> Line<'m> {
    let texts = scene.texts;
    match name {
        FieldName::PaidThrough if form.task == Task::Add => {
            Line::from(scene.ink(texts.form_past(add.past), Role::Due))
        }
        FieldName::Rate => {
            let stated = texts.stated_fee(&add.fee, scene.amounts(), form.currency);
            Line::from(scene.muted(stated))
        }
        FieldName::DownPayment if !form.text(name).trim().is_empty() => {
            let financed = scene.exact(add.cost.amount_financed, form.currency);
            Line::from(scene.muted(texts.form_financed(&financed)))
        }
        _ => Line::default(),
    }
}
