//! What a form says: titles, labels, what is wrong with a field.

use ratatui::text::{Line, Span};

use super::LABEL;
use crate::app::form::field::{Field, Mistake};
use crate::app::form::{Form, Place, Task};
use crate::domain::limit_check::Verdict;
use crate::domain::way::WhereToPay;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// What the form is for.
pub(super) fn title<'a>(scene: Scene<'a>, form: &Form) -> &'a str {
    let texts = scene.texts;
    match form.task {
        Task::Pay => texts.form_pay_title(),
        Task::Add => texts.form_add_title(),
        Task::Note => texts.form_note_title(),
        Task::Settle => texts.form_settle_title(),
        Task::Refund => texts.form_refund_title(),
        Task::Defer => texts.form_defer_title(),
        Task::Pause => texts.form_pause_title(),
        Task::Amend => texts.form_amend_title(),
        Task::OpenCase => texts.form_case_title(),
        Task::LogCase => texts.form_log_title(),
        Task::LaterCase => texts.form_snooze_title(),
        Task::CloseCase => texts.form_close_title(),
        Task::Seen => texts.form_seen_title(),
        Task::Unlock => texts.form_unlock_title(),
        Task::WhatIf => texts.what_if(),
        Task::EditPlan => texts.form_edit_plan_title(),
        Task::AddLine => texts.form_add_line_title(),
        Task::EditLine => texts.form_edit_line_title(),
        Task::AddMethod => texts.form_add_method_title(),
        Task::EditMethod => texts.form_edit_method_title(),
        Task::Proof => texts.form_proof_title(),
    }
}

/// What the form is about; the name is cut where the room is short, the amount never.
pub(super) fn subject<'m>(scene: Scene<'m>, form: &Form, width: u16) -> Vec<Line<'m>> {
    if let Some(place) = &form.place {
        return vec![place_words(scene, form, place, width)];
    }
    let Some(about) = &form.about else {
        return Vec::new();
    };
    let amount = scene.exact(about.outstanding, form.currency);
    let owed = match about.n {
        Some(n) => scene.texts.form_due(n, &amount),
        None => scene.texts.form_owed(&amount),
    };
    if cells::width(&owed) > width {
        return vec![Line::from(scene.muted(amount))];
    }
    let room = width.saturating_sub(cells::width(&owed) + 1);
    let place = place_to_pay(scene, form, about.plan);
    let about = Line::from(vec![
        scene.bold(cells::cut(scene.item(about.plan), room), Role::Text),
        Span::raw(" "),
        scene.muted(owed),
    ]);
    let place = place.map(|place| wrap(&place, width));
    let place = place.into_iter().flatten();
    let place = place.map(|row| Line::from(scene.muted(row)));
    std::iter::once(about).chain(place).collect()
}

/// Where a payment is made, where that is written down.
fn place_to_pay(scene: Scene<'_>, form: &Form, plan: usize) -> Option<String> {
    let book = scene.book().filter(|_| form.task == Task::Pay)?;
    let line = book.line_of(scene.plan(plan)?)?;
    let place = WhereToPay::of(line, scene.model.today);
    let where_to = scene.texts.where_to_pay(place);
    let where_to = scene.amounts().prose(&where_to);
    (place != WhereToPay::NotRecorded)
        .then(|| format!("{} {where_to}", scene.texts.cli_way_pay_at()))
}

/// The line or case it is about, and what is known of its limit.
fn place_words<'m>(scene: Scene<'m>, form: &Form, place: &Place, width: u16) -> Line<'m> {
    let (board, texts) = (&scene.model.board, scene.texts);
    let exact = |amount| scene.exact(amount, form.currency);
    let (name, known) = match place {
        Place::Line { line, .. } => {
            let limit = board.position.limits.get(*line);
            let late = limit
                .map(|limit| limit.late)
                .filter(|late| late.is_positive());
            let about = form.about.as_ref().map(|about| scene.item(about.plan));
            let known = match (form.task, late) {
                (Task::OpenCase, Some(late)) => texts.case_not_back(&exact(late)),
                (Task::OpenCase, None) => about.unwrap_or_default().to_owned(),
                _ => match limit.and_then(|limit| limit.available) {
                    Some(free) => texts.find_free(&exact(free)),
                    None => texts.find_unknown().to_owned(),
                },
            };
            (scene.line_name(*line), known)
        }
        Place::Case { case, .. } => {
            let row = board.cases.iter().find(|row| row.case == *case);
            let line = row.and_then(|row| row.line);
            let item = row.and_then(|row| row.plan).map(|plan| scene.item(plan));
            let kind = row.map(|row| texts.case_kind(row.kind));
            let name = line.map_or("", |line| scene.line_name(line));
            let known = match row.and_then(|row| row.amount) {
                Some(amount) => texts.case_not_back(&exact(amount)),
                None => item.or(kind).unwrap_or_default().to_owned(),
            };
            (name, known)
        }
        Place::Method { method, .. } => {
            let method = scene.book().and_then(|book| book.methods.get(*method));
            let name = method.map_or("", |method| &method.name);
            (name, String::new())
        }
    };
    let room = width.saturating_sub(cells::width(&known) + 1);
    Line::from(vec![
        scene.bold(cells::cut(name, room).into_owned(), Role::Text),
        Span::raw(" "),
        scene.muted(known),
    ])
}

/// Glyph and colour of an answer.
pub(in crate::ui) const fn look(verdict: Verdict) -> (State, Role) {
    match verdict {
        Verdict::Yes => (State::Paid, Role::Paid),
        Verdict::Later => (State::Soon, Role::Due),
        Verdict::No => (State::Refused, Role::Overdue),
    }
}

/// What is wrong with a field, beside the labels where it fits there in one row.
pub(super) fn mistaken(
    scene: Scene<'_>,
    form: &Form,
    field: &Field,
    width: u16,
) -> Vec<Line<'static>> {
    let Some(mistake) = &field.mistake else {
        return Vec::new();
    };
    let words = said(scene, form, mistake);
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

pub(in crate::ui) fn said(scene: Scene<'_>, form: &Form, mistake: &Mistake) -> String {
    let texts = scene.texts;
    match mistake {
        Mistake::Empty => texts.form_empty().to_owned(),
        Mistake::Missing(beside) => texts.form_missing(beside.label(texts)),
        Mistake::NotAnAmount => texts.form_not_an_amount().to_owned(),
        Mistake::NotPositive => texts.refusal_not_positive().to_owned(),
        Mistake::NotADay => texts.form_not_a_day().to_owned(),
        Mistake::NotACount(first, last) => texts.form_not_a_count(*first, *last),
        Mistake::NotARate => texts.form_not_a_rate().to_owned(),
        Mistake::NotBelowPrice => texts.form_not_below_price().to_owned(),
        Mistake::NotADistance => texts.form_not_a_distance().to_owned(),
        Mistake::NotWorkingDays => texts.form_not_working_days().to_owned(),
        Mistake::NotACurrency => texts.form_not_a_currency().to_owned(),
        Mistake::NotAFile(why) => texts.form_not_a_file(why),
        Mistake::Refused(refusal) => texts.refusal(refusal, scene.amounts(), form.currency),
    }
}
