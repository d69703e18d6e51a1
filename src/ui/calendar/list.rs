//! The days of a month on which something is due, below each other.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::grid::sum;
use crate::app::board::calendar::Day;
use crate::app::msg::Target;
use crate::settings::format::month_day;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::cells::{self, Align};
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// Draws the list; returns where its days are.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let month = &scene.model.month;
    let (head, rest) = split(area, u16::from(area.height > 4));
    let title = Line::from(scene.bold(scene.texts.month_of_year(month.day), Role::Text));
    cells::put_in(buf, head, &title, Align::Left);
    let width = cells::line_width(&title);
    let sums = super::sums(scene, head.width.saturating_sub(width + 2));
    cells::put_in(buf, head, &sums, Align::Right);
    let days: Vec<_> = month.listed().collect();
    let selected = days.iter().position(|day| day.date == month.day);
    let shown = scroll::shown(days.len(), rest.height.into(), selected);
    let written: Vec<_> = days.iter().map(|day| row(scene, day)).collect();
    let columns = fit(&written, rest.width);
    let mut hits = Vec::new();
    for (at, row) in shown.zip(rest.rows()) {
        columns.draw(buf, row, &written[at]);
        if selected == Some(at) {
            columns::select(buf, row, scene.theme);
        }
        hits.push(Hit::new(row, Target::Day(days[at].date)));
    }
    hits
}

fn fit(rows: &[[Line<'_>; 5]], width: u16) -> Columns {
    let widest = |place: usize| {
        let widths = rows.iter().map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    Columns::fit(
        &[
            Column::fixed(1),
            Column::fixed(5).gap(1),
            Column::fixed(widest(2)).gap(1).leaves(1),
            Column::fixed(widest(3)).right().gap(1),
            Column::growing(8).leaves(0),
        ],
        width,
    )
}

/// Glyph, date, weekday, sum, and what it is.
fn row<'a>(scene: Scene<'a>, day: &Day) -> [Line<'a>; 5] {
    use chrono::Datelike;
    let texts = scene.texts;
    let is_today = day.date == scene.model.today;
    let role = if is_today { Role::Accent } else { Role::Text };
    let date = Line::from(scene.ink(month_day(day.date), role));
    let weekday = Line::from(scene.muted(texts.weekday(day.date.weekday())));
    let Some(due) = day.due else {
        let none = Line::from(scene.muted(texts.calendar_nothing()));
        return [Line::default(), date, weekday, Line::default(), none];
    };
    let name = if due.count > 1 {
        texts.calendar_count(due.count)
    } else {
        scene.item(due.plan).to_owned()
    };
    let ink = if due.is_open() {
        Role::Text
    } else {
        Role::Muted
    };
    [
        Line::from(scene.bold(due.state.glyph(), due.state.role())),
        date,
        weekday,
        Line::from(scene.bold(sum(scene, &due), ink)),
        Line::from(scene.ink(name, ink)),
    ]
}
