//! The checklist of a case, and what else is known of it.

use std::ops::Range;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Shown, named};
use crate::app::screen::CasePane;
use crate::domain::case::{Checked, Step, StepState};
use crate::settings::symbols::{SELECTED, State};
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// The cells before the words of a step: mark, glyph, blanks.
const INDENT: u16 = 4;

/// A row of the sheet, and the step it belongs to.
pub(super) struct SheetRow<'a> {
    pub step: Option<Step>,
    pub line: Line<'a>,
}

/// What it is about and how much of it is missing.
pub(super) fn title(shown: Shown<'_>, width: u16) -> String {
    let (scene, row) = (shown.scene, shown.row);
    let what = match row.amount {
        Some(amount) if row.back_on.is_none() => scene
            .texts
            .case_not_back(&scene.exact(amount, row.currency)),
        Some(amount) => scene.exact(amount, row.currency),
        None => scene.texts.case_kind(row.kind).to_owned(),
    };
    let room = width.saturating_sub(cells::width(&what) + 1);
    format!("{} {what}", cells::cut(named(scene, row), room).trim_end())
}

/// How much room there is for a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// For all of it and a blank row.
    Airy,
    /// For all of it.
    Full,
    /// Of what is done only the name is told.
    Dense,
}

/// The sheet as it fits into so many rows.
pub(super) fn fitting(shown: Shown<'_>, width: u16, rows: u16) -> Vec<SheetRow<'_>> {
    let full = [Fit::Airy, Fit::Full].map(|fit| lines(shown, width, fit));
    let mut full = full.into_iter();
    let fits = full.find(|lines| lines.len() <= usize::from(rows));
    fits.unwrap_or_else(|| lines(shown, width, Fit::Dense))
}

/// Everything below each other.
fn lines(shown: Shown<'_>, width: u16, fit: Fit) -> Vec<SheetRow<'_>> {
    let blank = || SheetRow {
        step: None,
        line: Line::default(),
    };
    let mut rows = Vec::new();
    for checked in &shown.row.steps {
        let is_short = fit == Fit::Dense && checked.is_done();
        rows.extend(step(shown, checked, width, is_short));
    }
    rows.extend((fit == Fit::Airy).then(blank));
    rows.extend(
        facts(shown, width)
            .into_iter()
            .map(|line| SheetRow { step: None, line }),
    );
    rows
}

/// The rows of the selected step.
pub(super) fn focus(shown: Shown<'_>, rows: &[SheetRow<'_>]) -> Range<usize> {
    let selected = shown.scene.model.selected_step();
    let selected = selected.map(|(_, checked)| checked.step);
    let is_it = |row: &SheetRow<'_>| selected.is_some() && row.step == selected;
    let first = rows.iter().position(is_it).unwrap_or(0);
    first..first + rows.iter().filter(|row| is_it(row)).count()
}

/// Whether it is done, what it asks to do, and what is known of it.
fn step<'a>(shown: Shown<'a>, checked: &Checked, width: u16, is_short: bool) -> Vec<SheetRow<'a>> {
    let scene = shown.scene;
    let selected = scene.model.selected_step();
    let is_selected = selected.is_some_and(|(_, selected)| selected.step == checked.step);
    let is_selected = is_selected && shown.row.is_open;
    let (state, role) = look(checked);
    let has_keys = scene.model.case_pane == CasePane::Steps;
    let mark = if is_selected { SELECTED } else { " " };
    let mark_role = if has_keys { Role::Accent } else { Role::Muted };
    let room = width.saturating_sub(INDENT);
    let words = scene.texts.case_step(checked.step);
    let words = if is_short {
        cells::cut(words, room)
    } else {
        words.into()
    };
    let ink = if checked.is_done() {
        Role::Muted
    } else {
        Role::Text
    };
    let why = if is_short {
        String::new()
    } else {
        why(shown, checked)
    };
    let before = [
        scene.ink(mark, mark_role),
        scene.ink(state.glyph(), role),
        Span::raw("  "),
    ];
    let ink = if is_selected {
        scene.theme.strong(ink)
    } else {
        scene.theme.style(ink)
    };
    let mut lines = named_step(before, &wrap(&words, room), ink);
    let is_beside = cells::width(&words) + 2 + cells::width(&why) <= room;
    tell_why(&mut lines, &why, why_role(checked), scene, room, is_beside);
    let of_step = |line| SheetRow {
        step: Some(checked.step),
        line,
    };
    lines.into_iter().map(of_step).collect()
}

/// Puts why it is so beside the first row, or into rows below.
fn tell_why<'a>(
    lines: &mut Vec<Line<'a>>,
    why: &str,
    role: Role,
    scene: Scene<'a>,
    room: u16,
    is_beside: bool,
) {
    if why.is_empty() {
        return;
    }
    match lines.first_mut() {
        Some(first) if is_beside => first.push_span(scene.ink(format!("  {why}"), role)),
        _ => {
            let row = |row| Line::from(vec![Span::raw("    "), scene.ink(row, role)]);
            lines.extend(wrap(why, room).into_iter().map(row));
        }
    }
}

/// The words of a step, its mark and glyph before the first row.
fn named_step<'a>(before: [Span<'a>; 3], rows: &[String], ink: Style) -> Vec<Line<'a>> {
    let mut lines: Vec<_> = rows
        .iter()
        .map(|row| {
            let blanks = " ".repeat(INDENT.into());
            Line::from(vec![Span::raw(blanks), Span::styled(row.clone(), ink)])
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        first.spans.splice(0..1, before);
    }
    lines
}

fn look(checked: &Checked) -> (State, Role) {
    match checked.state {
        _ if checked.is_done() => (State::Paid, Role::Paid),
        StepState::Open => (State::Open, Role::Muted),
        StepState::Known { .. } => (State::Refused, Role::Overdue),
    }
}

fn why_role(checked: &Checked) -> Role {
    match look(checked).1 {
        Role::Overdue => Role::Overdue,
        _ => Role::Muted,
    }
}

fn why(shown: Shown<'_>, checked: &Checked) -> String {
    let scene = shown.scene;
    match checked.state {
        StepState::Open => String::new(),
        StepState::Known { reply, why } => {
            let exact = |amount| scene.exact(amount, shown.row.currency);
            scene.texts.step_why(reply, why, exact, |on| scene.date(on))
        }
    }
}

/// What is next, how it ended, what service will ask for.
fn facts(shown: Shown<'_>, width: u16) -> Vec<Line<'_>> {
    let (scene, row, case) = (shown.scene, shown.row, shown.case);
    let texts = scene.texts;
    let mut lines = Vec::new();
    let mut tell = |label: &'static str, fact: Vec<Span<'static>>| {
        let mut line = Line::from(scene.muted(format!("{label} ")));
        line.extend(fact);
        lines.push(line);
    };
    if let Some(outcome) = &case.outcome {
        tell(texts.case_outcome(), vec![scene.text(outcome.clone())]);
    }
    if row.is_open {
        let next = row.next.map(|next| {
            let words = format!(
                "{} · {}",
                scene.date(next),
                texts.relative(scene.model.today, next)
            );
            let role = if row.is_due { Role::Due } else { Role::Text };
            scene.ink(words, role)
        });
        let unset = || scene.muted(texts.case_next_unset());
        tell(texts.case_next(), vec![next.unwrap_or_else(unset)]);
    }
    let order = row.plan.and_then(|plan| scene.plan(plan)?.order.clone());
    if let Some(order) = order {
        tell(
            texts.case_order(),
            vec![scene.text(scene.amounts().number(&order).into_owned())],
        );
    }
    let line = row.line.and_then(|line| scene.book()?.lines.get(line));
    if let Some(hotline) = line.and_then(|line| line.contact.hotline.clone()) {
        tell(texts.case_hotline(), vec![scene.text(hotline)]);
    }
    for proof in &case.proof {
        let path = scene.amounts().prose(&proof.path);
        let path = cells::cut(&path, width.saturating_sub(8)).into_owned();
        tell(texts.case_proof(), vec![scene.text(path)]);
    }
    lines
}
