//! First and last line with their words: what there is, where one is, which keys help now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells::{self, Align};
use super::footer::{Footer, Saved};
use super::header::{Header, Tab};
use super::hint::{Hint, Hit};
use super::layout::Layout;
use super::scene::Scene;
use super::{notice, overview};
use crate::app::keymap;
use crate::app::model::{BookState, Saving};
use crate::app::screen::{List, Screen};
use crate::domain::alert::Severity;
use crate::settings::theme::Role;

/// Draws the first line: the views with their numbers; where there is no room for them, how
/// things stand.
pub fn header(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    if matches!(scene.model.book, BookState::Missing(_)) {
        brand(buf, area, scene);
        return Vec::new();
    }
    if Layout::of(buf.area) == Layout::List {
        return status(buf, area, scene);
    }
    let tabs = Screen::NUMBERED.map(|screen| tab(screen, scene));
    let here = scene.model.screen.tab();
    let header = Header {
        brand: scene.texts.brand(),
        tabs: &tabs,
        current: Screen::NUMBERED
            .iter()
            .position(|screen| *screen == here)
            .unwrap_or(0),
        right: Line::default(),
    };
    let hits = header.draw(buf, area, scene.theme);
    let used = hits.iter().map(|hit| hit.area.right()).max();
    right_end(buf, area, used.unwrap_or(area.x), scene);
    hits
}

/// The day, and that this is the demonstration. The day leaves first, then the blanks round
/// the badge.
fn right_end(buf: &mut Buffer, area: Rect, used: u16, scene: Scene<'_>) {
    let today = scene.texts.full_day(scene.model.today);
    let day = if scene.model.is_another_day() {
        scene.bold(today, Role::Due)
    } else {
        scene.ink(today, Role::Muted)
    };
    let lines = if scene.model.demo {
        vec![
            (Line::from(vec![badge(scene), Span::raw("  "), day]), 1),
            (Line::from(badge(scene)), 1),
            (Line::from(badge(scene)), 0),
        ]
    } else {
        vec![(Line::from(day), 1)]
    };
    for (line, margin) in lines {
        let width = cells::line_width(&line);
        if used + width + 3 * margin <= area.right() {
            let x = area.right() - margin - width;
            cells::put_line(buf, x, area.y, width, &line);
            return;
        }
    }
}

fn badge(scene: Scene<'_>) -> Span<'static> {
    Span::styled(format!(" {} ", scene.texts.demo()), scene.theme.badge())
}

fn brand(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> u16 {
    let name = if scene.model.is_another_day() {
        format!(" {} ", scene.model.today)
    } else {
        format!(" {} ", scene.texts.brand())
    };
    cells::put(buf, area.x, area.y, area.width, &name, scene.theme.badge())
}

/// The line above a bare list.
fn status(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let x = brand(buf, area, scene) + 1;
    let model = scene.model;
    let line = if model.screen == Screen::Overview {
        overview::status(scene)
    } else {
        let tab = tab(model.screen.tab(), scene);
        Line::from(vec![
            scene.ink(tab.key, Role::Accent),
            scene.bold(format!(" {}", tab.short), Role::Text),
        ])
    };
    let end = cells::put_line(buf, x, area.y, area.right().saturating_sub(x), &line);
    let free = Rect {
        x: end + 2,
        width: area.right().saturating_sub(end + 3),
        ..area
    };
    let mark = place_in_list(scene);
    let right = if model.demo && mark.is_empty() {
        Line::from(badge(scene))
    } else {
        Line::from(scene.ink(mark, Role::Muted))
    };
    if cells::line_width(&right) <= free.width {
        cells::put_in(buf, free, &right, Align::Right);
    }
    Vec::new()
}

/// Which row of how many is selected: `4/24`.
fn place_in_list(scene: Scene<'_>) -> String {
    let list: Option<List> = scene.model.list();
    let place = list.and_then(|list| {
        let row = scene.model.row(list)?;
        Some(format!("{}/{}", row + 1, scene.model.count(list)))
    });
    place.unwrap_or_default()
}

/// A view as the header names it.
fn tab(screen: Screen, scene: Scene<'_>) -> Tab<'static> {
    let texts = scene.texts;
    let (key, label, short) = match screen {
        Screen::Overview => ("1", texts.overview(), texts.overview_short()),
        Screen::Plans | Screen::PlanDetail => ("2", texts.plans(), texts.plans()),
        Screen::Limits | Screen::LineDetail => ("3", texts.limits(), texts.limits()),
        Screen::Calendar => ("4", texts.calendar(), texts.calendar_short()),
        Screen::Alerts => ("5", texts.alerts(), texts.alerts()),
        Screen::Cases => ("6", texts.cases(), texts.cases()),
        Screen::WhatIf => ("7", texts.what_if(), texts.what_if_short()),
    };
    let count = match screen {
        Screen::Alerts => alert_count(scene),
        Screen::Cases => case_count(scene),
        _ => None,
    };
    Tab {
        key,
        label,
        short,
        count,
    }
}

fn alert_count(scene: Scene<'_>) -> Option<(usize, Role)> {
    let board = &scene.model.board;
    let critical = |severity| severity == Severity::Critical;
    let role = if board.alerts.iter().any(|row| critical(row.alert.severity)) {
        Role::Overdue
    } else {
        Role::Due
    };
    Some((board.to_do(), role)).filter(|(count, _)| *count > 0)
}

fn case_count(scene: Scene<'_>) -> Option<(usize, Role)> {
    let today = scene.model.today;
    let cases = &scene.book()?.cases;
    let open = cases
        .iter()
        .filter(|case| case.closed.is_none_or(|closed| closed > today));
    Some((open.count(), Role::Restoring)).filter(|(count, _)| *count > 0)
}

/// Draws the last line: what has just happened, the keys that help now, whether all is saved.
pub fn footer(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let model = scene.model;
    let bindings = keymap::hints(model);
    let hints: Vec<_> = bindings
        .iter()
        .map(|binding| Hint {
            key: binding.hint_key(),
            label: (binding.short)(scene.texts),
        })
        .collect();
    let said = model
        .notice
        .as_ref()
        .map(|notice| notice::said(notice, scene));
    let said = said.or_else(|| notice::marked(scene));
    let saved = match &model.saving {
        _ if model.demo => scene.texts.demo_not_saved().to_owned(),
        _ if scene.book().is_none() => String::new(),
        Saving::Untouched if matches!(model.book, BookState::Missing(_)) => String::new(),
        Saving::Failed => String::new(),
        Saving::Untouched => scene.texts.saved().to_owned(),
        Saving::UnderWay { .. } => scene.texts.saving().to_owned(),
        Saving::SavedAt(time) => scene.texts.saved_at(time),
    };
    Footer {
        hints: &hints,
        notice: said.as_ref().map(notice::Words::notice),
        saved: match model.saving {
            Saving::Failed if said.is_none() => Saved::Failed(scene.texts.chrome_not_saved()),
            _ => Saved::Quiet(&saved),
        },
    }
    .draw(buf, area, scene.theme)
}

/// Says that the window is too small, and how large it has to be.
pub fn too_small(buf: &mut Buffer, area: Rect, scene: Scene<'_>) {
    let (width, height) = Layout::LEAST_WINDOW;
    let line = Line::from(scene.ink(scene.texts.chrome_too_small(width, height), Role::Text));
    let middle = Rect {
        y: area.y + area.height.saturating_sub(1) / 2,
        height: area.height.min(1),
        ..area
    };
    cells::put_in(buf, middle, &line, Align::Center);
}
