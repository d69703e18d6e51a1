//! What is the matter with a line, in a sentence. The amount stands first: what is cut are words.

use chrono::NaiveDate;
use ratatui::text::{Line, Span};

use super::list;
use crate::app::board::lines::{LineRemark, LineRow};
use crate::domain::Money;
use crate::domain::case::Case;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::overview::remark::Remark;
use crate::ui::scene::Scene;

/// What is most worth saying, then whatever else there is room for.
pub(super) fn line<'m>(scene: Scene<'m>, row: &LineRow, width: u16) -> Line<'m> {
    let mut line = match &row.remark {
        Some(remark) => said(scene, row, remark),
        None => Line::from(scene.muted(in_use(scene, row))),
    };
    for more in also(scene, row) {
        if cells::line_width(&line) + 3 + cells::line_width(&more) <= width {
            line.push_span(scene.muted(" · "));
            line.extend(more);
        }
    }
    line
}

/// The same in a glyph and a word, for a column.
pub(super) fn word(scene: Scene<'_>, row: &LineRow) -> Line<'static> {
    let Some(remark) = &row.remark else {
        return Line::default();
    };
    let remark = Remark::of(remark, row.currency, scene);
    let words = format!("{} {}", remark.glyph, remark.word);
    Line::from(scene.ink(words, remark.role))
}

fn said(scene: Scene<'_>, row: &LineRow, remark: &LineRemark) -> Line<'static> {
    let texts = scene.texts;
    let debt = |amount: Money| scene.amounts().debt(amount, row.currency);
    let tell = |state, amount: Option<Money>, words: &str| {
        told(scene, state, amount.map(debt), words.to_owned())
    };
    match *remark {
        LineRemark::Late {
            amount, late_by, ..
        } => {
            let mut line = tell(State::RestoreLate, Some(amount), "");
            let late = match late_by {
                0 => texts.limits_just_late().to_owned(),
                days => texts.limits_late_by(days),
            };
            line.push_span(scene.bold(late, Role::Overdue));
            line
        }
        LineRemark::Restoring {
            amount, by, doubt, ..
        } => {
            let back = texts.limits_by(&month_day(by.date));
            let mut line = tell(State::Restoring, Some(amount), &back);
            line.extend(scene.doubt(doubt));
            line.extend(estimated(scene, by.estimated));
            line
        }
        LineRemark::LineFrozen { .. } => still_pay(scene, State::Frozen, texts.limits_frozen()),
        LineRemark::LineClosed => still_pay(scene, State::Stopped, texts.limits_closed()),
        LineRemark::OverLimit { by } => tell(State::Overdue, Some(by), texts.limits_over()),
        LineRemark::UnknownLimit => Line::from(scene.muted(texts.limits_unknown())),
        LineRemark::PartFrozen { amount } => {
            tell(State::Frozen, Some(amount), texts.limits_frozen_part())
        }
        LineRemark::Maintenance { until } => {
            let down = texts.limits_maintenance(&month_day(until));
            tell(State::Stopped, None, &down)
        }
        LineRemark::Temporary { amount, until } => temporary(scene, row, amount, until),
    }
}

/// What rests on days that the calendar does not cover says so.
pub(super) fn estimated(scene: Scene<'_>, is_estimated: bool) -> Option<Span<'static>> {
    let words = format!(" ({})", scene.texts.limits_estimated());
    is_estimated.then(|| scene.ink(words, Role::Due))
}

/// Glyph, amount, words.
fn told(scene: Scene<'_>, state: State, amount: Option<String>, words: String) -> Line<'static> {
    let mut line = Line::from(vec![scene.glyph(state), Span::raw(" ")]);
    match amount {
        Some(amount) => line.extend([
            scene.ink(format!("{amount} "), state.role()),
            scene.text(words),
        ]),
        None => line.push_span(scene.ink(words, state.role())),
    }
    line
}

/// A line that cannot be used, whose debts stay due.
fn still_pay(scene: Scene<'_>, state: State, words: &str) -> Line<'static> {
    let mut line = told(scene, state, None, words.to_owned());
    line.push_span(scene.muted(format!(" · {}", scene.texts.limits_still_pay())));
    line
}

fn temporary(scene: Scene<'_>, row: &LineRow, amount: Money, until: NaiveDate) -> Line<'static> {
    let figure = scene.amounts().free(amount, row.currency);
    let words = scene.texts.limits_temporary(&scene.date(until));
    Line::from(vec![
        scene.ink(format!("+ {figure} "), Role::Paid),
        scene.text(words),
    ])
}

/// What holds beside the remark: how long it has been out, an open case, a frozen part,
/// a temporary limit.
fn also(scene: Scene<'_>, row: &LineRow) -> Vec<Line<'static>> {
    let (Some(book), Some(limit)) = (scene.book(), list::limit(scene, row)) else {
        return Vec::new();
    };
    let Some(line) = book.lines.get(row.line) else {
        return Vec::new();
    };
    let has_case = |case: &Case| case.is_open() && case.line.as_ref() == Some(&line.id);
    let case = book.cases.iter().any(has_case).then(|| {
        let words = scene.texts.limits_case_open().to_owned();
        told(scene, State::Case, None, words)
    });
    let frozen = LineRemark::PartFrozen {
        amount: line.frozen,
    };
    let frozen = line
        .frozen
        .is_positive()
        .then(|| said(scene, row, &frozen))
        .filter(|_| !matches!(row.remark, Some(LineRemark::PartFrozen { .. })));
    let extra = line
        .temporary
        .filter(|_| limit.temporary.is_positive())
        .filter(|_| !matches!(row.remark, Some(LineRemark::Temporary { .. })))
        .map(|extra| temporary(scene, row, extra.limit, extra.until));
    since(scene, row)
        .into_iter()
        .chain(case)
        .chain(frozen)
        .chain(extra)
        .collect()
}

/// How long what is out has been out, and how long it usually takes.
fn since(scene: Scene<'_>, row: &LineRow) -> Option<Line<'static>> {
    let words = match row.remark? {
        LineRemark::Late { working_days, .. } if working_days > 0 => {
            scene.texts.limits_out_for(working_days)
        }
        LineRemark::Restoring {
            working_days: 0,
            usual: (earliest, latest),
            ..
        } => scene.texts.limits_window_begins(earliest, latest),
        LineRemark::Restoring {
            working_days,
            usual: (earliest, latest),
            ..
        } => scene.texts.limits_window(working_days, earliest, latest),
        _ => return None,
    };
    Some(Line::from(scene.muted(words)))
}

fn in_use(scene: Scene<'_>, row: &LineRow) -> String {
    match row.plans.len() {
        0 => scene.texts.limits_unused().to_owned(),
        plans => scene.texts.limits_in_use(plans),
    }
}
