//! The days of a month in weeks. An amount that has no room is left out, never cut: the glyph of
//! its state stays.

use chrono::{Datelike, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::board::calendar::{Day, DayDue, Month};
use crate::app::msg::Target;
use crate::domain::working_day::DayKind;
use crate::settings::symbols::SELECTED;
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::hint::Hit;
use crate::ui::scene::Scene;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Mon,
    Weekday::Tue,
    Weekday::Wed,
    Weekday::Thu,
    Weekday::Fri,
    Weekday::Sat,
    Weekday::Sun,
];
/// More rows than this a week never takes.
const HIGHEST_WEEK: u16 = 5;
/// Rows of a day above the name of what is due.
const ABOVE_NAME: u16 = 2;

/// The rows that a month needs with so many a week.
pub(super) fn rows(month: &Month, a_week: u16) -> u16 {
    1 + weeks(month) * a_week
}

fn weeks(month: &Month) -> u16 {
    let before = month.days.first().map_or(0, blanks_before);
    let days = u16::try_from(month.days.len()).unwrap_or(31);
    (before + days).div_ceil(7)
}

/// The days of the week before the month's first one.
fn blanks_before(first: &Day) -> u16 {
    u16::try_from(first.date.weekday().num_days_from_monday()).unwrap_or(0)
}

/// Draws the month; returns where its days are.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let month = &scene.model.month;
    let width = area.width / 7;
    let a_week = (area.height.saturating_sub(1) / weeks(month).max(1)).min(HIGHEST_WEEK);
    if width < 4 || a_week == 0 {
        return Vec::new();
    }
    let left = area.x + (area.width - width * 7) / 2;
    let column = |place: u16| left + place * width;
    for (place, day) in (0..).zip(WEEKDAYS) {
        let label = Line::from(scene.muted(scene.texts.weekday(day)));
        let head = Rect::new(column(place) + 2, area.y, width - 2, 1);
        cells::put_in(buf, head, &label, Align::Left);
    }
    let before = month.days.first().map_or(0, blanks_before);
    let mut hits = Vec::new();
    for (place, day) in (before..).zip(&month.days) {
        let cell = Rect {
            x: column(place % 7),
            y: area.y + 1 + place / 7 * a_week,
            width,
            height: a_week,
        };
        draw_day(scene, buf, cell, day);
        hits.push(Hit::new(cell, Target::Day(day.date)));
    }
    hits
}

fn draw_day(scene: Scene<'_>, buf: &mut Buffer, cell: Rect, day: &Day) {
    let is_selected = day.date == scene.model.month.day;
    let row = |at: u16| Rect {
        y: cell.y + at,
        height: 1,
        ..cell
    };
    let room = cell.width.saturating_sub(u16::from(cell.height == 1));
    let mut number = number(scene, day, room);
    if cell.height == 1 {
        let free = room.saturating_sub(cells::line_width(&number));
        number.spans.extend(due(scene, day, free).spans);
    } else {
        let text = Rect {
            x: cell.x + 2,
            width: cell.width.saturating_sub(2),
            ..row(1)
        };
        cells::put_in(buf, text, &due(scene, day, text.width), Align::Left);
        if let Some(due) = day.due {
            name(scene, buf, cell, due);
        }
    }
    cells::put_in(buf, row(0), &number, Align::Left);
    if is_selected {
        let ground = Rect {
            height: cell
                .height
                .min(ABOVE_NAME.max(cell.height.saturating_sub(1))),
            ..cell
        };
        cells::put(
            buf,
            cell.x,
            cell.y,
            1,
            SELECTED,
            scene.theme.style(Role::Accent),
        );
        buf.set_style(
            ground.intersection(buf.area),
            scene.theme.style(Role::Select),
        );
    }
}

/// The number of the day, today between brackets; what kind of day it is; how many are due.
fn number<'a>(scene: Scene<'a>, day: &Day, room: u16) -> Line<'a> {
    let (texts, n) = (scene.texts, day.date.day());
    let is_weekend = matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun);
    let is_free = match day.kind {
        Some(kind) => kind == DayKind::Off,
        None => is_weekend,
    };
    let mut line = Line::from(if day.date == scene.model.today {
        scene.bold(format!(" [{n:>2}]"), Role::Accent)
    } else if is_free {
        scene.muted(format!("  {n:>2} "))
    } else {
        scene.text(format!("  {n:>2} "))
    });
    let words = day.kind.map(|kind| match kind {
        DayKind::Off => [texts.calendar_off(), texts.calendar_off_short()],
        DayKind::Work => [texts.calendar_work(), texts.calendar_work_short()],
    });
    let free = room.saturating_sub(cells::line_width(&line));
    let mut words = words.into_iter().flatten();
    if let Some(word) = words.find(|word| cells::width(word) <= free) {
        let role = if day.kind == Some(DayKind::Work) {
            Role::Due
        } else {
            Role::Paid
        };
        line.push_span(scene.ink(word, role));
    }
    let count = day.due.map_or(0, |due| due.count);
    let free = room.saturating_sub(cells::line_width(&line));
    let times = texts.calendar_times(count);
    if count > 1 && cells::width(&times) < free {
        line.push_span(scene.muted(format!(" {times}")));
    }
    line
}

/// Glyph and sum, as far as they fit: in whole units, without the blank, the glyph alone.
fn due(scene: Scene<'_>, day: &Day, room: u16) -> Line<'static> {
    let Some(due) = day.due else {
        return Line::default();
    };
    let role = due.state.role();
    let ink = if due.is_open() && role == Role::Muted {
        Role::Text
    } else {
        role
    };
    let line = |gap, words| {
        Line::from(vec![
            scene.bold(due.state.glyph(), role),
            Span::raw(gap),
            scene.ink(words, ink),
        ])
    };
    let sum = sum(scene, &due);
    let times = if due.count > 1 {
        scene.texts.calendar_times(due.count)
    } else {
        String::new()
    };
    let forms = [
        line(" ", sum.clone()),
        line("", sum.clone()),
        line("", sum.replace(',', "")),
        line("", times),
    ];
    let fitting = forms
        .into_iter()
        .find(|form| cells::line_width(form) <= room);
    fitting.unwrap_or_else(|| line("", String::new()))
}

/// The sum of a day in whole units; of another currency than the book's with its sign.
pub(super) fn sum(scene: Scene<'_>, due: &DayDue) -> String {
    let sum = if due.currency == scene.model.board.currency {
        scene.amounts().bare_debt(due.sum)
    } else {
        scene.amounts().debt(due.sum, due.currency)
    };
    if due.and_others {
        format!("{sum}+")
    } else {
        sum
    }
}

/// What is due, by name, where a day has room for it.
fn name(scene: Scene<'_>, buf: &mut Buffer, cell: Rect, due: DayDue) {
    if cell.width < 10 || cell.height <= ABOVE_NAME + 1 {
        return;
    }
    let text = Rect {
        x: cell.x + 2,
        y: cell.y + ABOVE_NAME,
        width: cell.width.saturating_sub(2),
        height: 1,
    };
    let name = Line::from(scene.muted(scene.item(due.plan)));
    cells::put_in(buf, text, &name, Align::Left);
}
