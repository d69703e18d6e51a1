//! What happened to a case, newest first: what was said, promised, paid, and what came back.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Shown;
use crate::app::action::Action;
use crate::app::board::cases::{CaseEvent, LogRow};
use crate::app::form::Task;
use crate::app::keymap::Scope;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::areas::write;
use crate::ui::cells;
use crate::ui::pane::Pane;
use crate::ui::wrap::wrap;

/// Draws the log in a frame.
pub(super) fn draw(shown: Shown<'_>, buf: &mut Buffer, area: Rect) {
    let scene = shown.scene;
    let key = scene.key_in(Scope::Cases, Action::Form(Task::LogCase));
    let add = Line::from(vec![
        scene.bold(key, Role::Accent),
        scene.muted(format!(" {}", scene.texts.case_log_add())),
    ]);
    let inner = Pane {
        title: scene.texts.case_log(),
        legend: if shown.row.is_open {
            add
        } else {
            Line::default()
        },
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let rows = shown.row.log.iter();
    let lines: Vec<_> = rows
        .flat_map(|row| lines(shown, *row, inner.width))
        .collect();
    write(buf, inner, &lines);
}

/// A day and what happened, over as many rows as it needs.
fn lines(shown: Shown<'_>, row: LogRow, width: u16) -> Vec<Line<'_>> {
    let scene = shown.scene;
    let day = scene.date(row.on);
    let indent = cells::width(&day) + 1;
    let (words, role) = words(shown, row);
    let mut lines = Vec::new();
    for (k, words) in wrap(&words, width.saturating_sub(indent))
        .into_iter()
        .enumerate()
    {
        let before = if k == 0 {
            scene.muted(format!("{day} "))
        } else {
            Span::raw(" ".repeat(indent.into()))
        };
        lines.push(Line::from(vec![before, scene.ink(words, role)]));
    }
    if let Some(promise) = promise(shown, row) {
        let mut below = Line::from(Span::raw(" ".repeat(indent.into())));
        below.extend(promise);
        lines.push(below);
    }
    lines
}

fn words(shown: Shown<'_>, row: LogRow) -> (String, Role) {
    let (scene, texts) = (shown.scene, shown.scene.texts);
    let exact = |amount| scene.exact(amount, shown.row.currency);
    match row.event {
        CaseEvent::Said(k) => {
            let entry = shown.case.log.get(k);
            let what = entry.map(|entry| scene.amounts().prose(&entry.what).into_owned());
            (what.unwrap_or_default(), Role::Text)
        }
        CaseEvent::Freed(amount) => (texts.case_log_freed(&exact(amount)), Role::Muted),
        CaseEvent::Opened => (texts.case_log_opened().to_owned(), Role::Muted),
        CaseEvent::Back(amount) => (texts.case_log_back(&exact(amount)), Role::Paid),
        CaseEvent::Closed => {
            let outcome = shown.case.outcome.as_deref().unwrap_or_default();
            (scene.amounts().prose(outcome).into_owned(), Role::Paid)
        }
    }
}

/// What was promised; one that was not kept says so.
fn promise(shown: Shown<'_>, row: LogRow) -> Option<Vec<Span<'static>>> {
    let CaseEvent::Said(k) = row.event else {
        return None;
    };
    let (scene, texts) = (shown.scene, shown.scene.texts);
    let by = shown.case.log.get(k)?.promise?;
    let day = month_day(by);
    Some(if shown.row.missed == Some(by) {
        vec![
            scene.ink(State::Overdue.glyph(), Role::Overdue),
            scene.ink(
                format!(" {}", texts.case_promise_not_kept(&day)),
                Role::Overdue,
            ),
        ]
    } else {
        vec![
            scene.glyph(State::Soon),
            scene.muted(format!(" {}", texts.case_promised(&day))),
        ]
    })
}
