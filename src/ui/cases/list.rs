//! The cases below each other: what each is about, and how it stands.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{named, state};
use crate::app::board::cases::CaseRow;
use crate::app::msg::Target;
use crate::app::screen::List;
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// From one case to the next.
pub(super) const STEP: u16 = 3;

/// Draws each case in two rows and a blank one.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let cases = &scene.model.board.cases;
    let selected = scene.model.row(List::Cases);
    let room = usize::from(area.height / STEP).max(1);
    let tops = (area.top()..area.bottom()).step_by(usize::from(STEP));
    let mut hits = Vec::new();
    for (y, at) in tops.zip(scroll::shown(cases.len(), room, selected)) {
        let both = Rect {
            y,
            height: 2,
            ..area
        };
        let both = both.intersection(area);
        hits.push(Hit::new(both, Target::Row(List::Cases, at)));
        let row = &cases[at];
        let lines = [
            about(scene, row, area.width),
            stands(scene, row, area.width),
        ];
        for (room, line) in both.rows().zip(&lines) {
            cells::put_in(buf, room, line, Align::Left);
        }
        if selected == Some(at) {
            select(scene, buf, both);
        }
    }
    hits
}

fn select(scene: Scene<'_>, buf: &mut Buffer, both: Rect) {
    columns::select(buf, both, scene.theme);
    let ground = Rect {
        x: both.x.saturating_sub(1),
        width: both.width + 2,
        ..both
    };
    let style = scene.theme.style(Role::Select);
    buf.set_style(ground.intersection(buf.area), style);
}

/// Glyph, name, amount: the name is cut, the amount never.
fn about<'m>(scene: Scene<'m>, row: &CaseRow, width: u16) -> Line<'m> {
    let what = match row.amount {
        Some(amount) => scene.amounts().debt(amount, row.currency),
        None => scene.texts.case_kind(row.kind).to_owned(),
    };
    let room = width.saturating_sub(cells::width(&what) + 3);
    let name = cells::cut(named(scene, row), room).into_owned();
    let role = if row.is_open { Role::Text } else { Role::Muted };
    let name = if row.is_open {
        scene.bold(name, role)
    } else {
        scene.ink(name, role)
    };
    Line::from(vec![
        scene.glyph(state(row)),
        Span::raw(" "),
        name,
        scene.ink(format!(" {what}"), role),
    ])
}

/// Since when, and what is next; of a closed one how long it took.
fn stands(scene: Scene<'_>, row: &CaseRow, width: u16) -> Line<'static> {
    let texts = scene.texts;
    let mut line = Line::from(Span::raw("  "));
    if !row.is_open {
        line.push_span(scene.muted(ended(scene, row)));
        return line;
    }
    let (words, role) = next(scene, row);
    let days = row.working_days.filter(|days| *days > 0);
    let since = days.map(|days| format!("{} · ", texts.case_workday(days)));
    let fits = |since: &String| cells::width(since) + cells::width(&words) + 2 <= width;
    if let Some(since) = since.filter(fits) {
        line.push_span(scene.muted(since));
    }
    line.push_span(scene.ink(words, role));
    line
}

fn ended(scene: Scene<'_>, row: &CaseRow) -> String {
    let (texts, book) = (scene.texts, scene.book());
    let closed = book.and_then(|book| book.cases.get(row.case)?.closed);
    match (row.back_on, row.working_days, closed) {
        (Some(back), Some(days), _) => {
            let took = match days {
                0 => "<1".to_owned(),
                days => days.to_string(),
            };
            texts.case_back_after(&scene.date(back), &texts.limits_took_short(&took))
        }
        (_, _, Some(closed)) => texts.case_closed_on(&scene.date(closed)),
        _ => String::new(),
    }
}

/// When the next step is due, in words.
fn next(scene: Scene<'_>, row: &CaseRow) -> (String, Role) {
    let (texts, today) = (scene.texts, scene.model.today);
    match row.next {
        None => (texts.case_next_unset().to_owned(), Role::Muted),
        Some(next) if next > today => (texts.case_due_on(&scene.date(next)), Role::Text),
        Some(next) if next == today => (texts.case_due_today().to_owned(), Role::Due),
        Some(next) => {
            let days = (today - next).num_days();
            (texts.case_due_past(days), Role::Overdue)
        }
    }
}

/// One row each, for a window without room for more.
pub(super) fn draw_plain(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let cases = &scene.model.board.cases;
    let selected = scene.model.row(List::Cases);
    let stands = |row: &CaseRow| {
        let (words, role) = if row.is_open {
            next(scene, row)
        } else {
            (ended(scene, row), Role::Muted)
        };
        Line::from(scene.ink(words, role))
    };
    let stands: Vec<_> = cases.iter().map(stands).collect();
    let widest = stands.iter().map(cells::line_width).max().unwrap_or(0);
    let columns = Columns::fit(
        &[Column::growing(8), Column::fixed(widest).leaves(1)],
        area.width,
    );
    let seen = scroll::shown(cases.len(), usize::from(area.height), selected);
    let mut hits = Vec::new();
    for (room, at) in area.rows().zip(seen) {
        let width = columns.area(0, room).width;
        let about = about(scene, &cases[at], width);
        columns.draw(buf, room, &[about, stands[at].clone()]);
        if selected == Some(at) {
            columns::select(buf, room, scene.theme);
        }
        hits.push(Hit::new(room, Target::Row(List::Cases, at)));
    }
    hits
}
