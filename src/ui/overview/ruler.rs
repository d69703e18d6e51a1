//! The next 30 days on a ruler: the shape of the month at a glance.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::board::AHEAD_DAYS;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;

/// Glyphs, line, labels.
pub const HEIGHT: u16 = 3;
/// Cells of a day.
const DAY: u16 = 2;
/// Days before today, for what is overdue.
const MOST_PAST: u16 = 3;

/// Days and the columns they stand at.
#[derive(Clone, Copy)]
struct Scale {
    x: u16,
    /// How many days are shown.
    days: u16,
    first: NaiveDate,
}

impl Scale {
    fn of(area: Rect, today: NaiveDate) -> Self {
        let ahead = u16::try_from(AHEAD_DAYS).unwrap_or_default() + 1;
        let fitting = area.width / DAY;
        let past = fitting.saturating_sub(ahead).clamp(1, MOST_PAST);
        Self {
            x: area.x,
            days: fitting.min(ahead + MOST_PAST + 1),
            first: today
                .checked_sub_days(Days::new(past.into()))
                .unwrap_or(today),
        }
    }

    /// The column of a day; what lies before the first day stands on it.
    fn column(self, date: NaiveDate) -> Option<u16> {
        let place = (date - self.first).num_days().max(0);
        let place = u16::try_from(place)
            .ok()
            .filter(|place| *place < self.days)?;
        Some(self.x + place * DAY)
    }
}

/// Draws the ruler over the first three rows of an area.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>) {
    let today = scene.model.today;
    let scale = Scale::of(area, today);
    // Of several on one cell the first is the most urgent one.
    let days = scene.model.board.ruler.iter();
    let placed = days.filter_map(|day| Some((scale.column(day.date)?, day.state)));
    let mut free_from = area.x;
    for (x, state) in placed {
        if x >= free_from {
            let style = scene.theme.strong(state.role());
            free_from = cells::put(buf, x, area.y, 1, state.glyph(), style);
        }
    }
    let length = area.width.min(scale.days * DAY);
    let quiet = scene.theme.style(Role::Track);
    cells::repeat(buf, area.x, area.y + 1, length, "─", quiet);
    labels(buf, area, scale, scene);
}

fn labels(buf: &mut Buffer, area: Rect, scale: Scale, scene: Scene<'_>) {
    let today = scene.model.today;
    let Some(x) = scale.column(today) else { return };
    let here = scene.theme.strong(Role::Accent);
    cells::put(buf, x, area.y + 1, 2, "┻━", here);
    let date = |day: NaiveDate| format!("{}/{}", day.month(), day.day());
    let name = if scene.model.is_another_day() {
        date(today)
    } else {
        scene.texts.today().to_owned()
    };
    let taken = cells::put(buf, x, area.y + 2, area.width, &name, here);
    let mut free_from = taken + 1;
    let muted = scene.theme.style(Role::Muted);
    for monday in today
        .iter_days()
        .skip(1)
        .take(usize::from(scale.days))
        .filter(|date| date.weekday() == Weekday::Mon)
    {
        let Some(x) = scale.column(monday) else {
            return;
        };
        cells::put(buf, x, area.y + 1, 1, "┴", scene.theme.style(Role::Track));
        let label = date(monday);
        if x >= free_from && x + cells::width(&label) <= area.right() {
            free_from = cells::put(buf, x, area.y + 2, 5, &label, muted) + 1;
        }
    }
}
