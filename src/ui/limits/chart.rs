//! The limit of a line over time: its totals as steps, what the app showed as points.

use chrono::{Days, NaiveDate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::limit_past::LimitPast;
use crate::domain::line::CreditLine;
use crate::domain::{Currency, Money};
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::bars;
use crate::ui::cells::{self, Align};
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;

/// The rows of the steps, and with the dates and the frame.
const STEPS: u16 = 5;
pub(super) const ROWS: u16 = STEPS + 4;

/// Draws the chart in a frame; false where nothing is known of the past.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, line: &CreditLine) -> bool {
    let past = LimitPast::of(line, scene.model.today);
    let Some(first) = past.first().filter(|_| area.height >= ROWS) else {
        return false;
    };
    let texts = scene.texts;
    let mut legend = Line::from(vec![
        scene.ink("▄▄", Role::Used),
        scene.muted(format!(" {}", texts.limits_total())),
    ]);
    if !past.seen.is_empty() {
        legend.push_span(scene.ink(format!("  {}", State::Open.glyph()), Role::Accent));
        legend.push_span(scene.muted(format!(" {}", texts.line_seen())));
    }
    let inner = Pane {
        title: texts.line_past(),
        legend,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let (top, rest) = split(inner, 1);
    draw_ends(scene, buf, top, &past, first, line.currency);
    let (steps, dates) = split(rest, rest.height - 1);
    draw_steps(scene, buf, steps, &past, first);
    let ends = [first, past.today].map(|day| Line::from(scene.muted(day.to_string())));
    cells::put_in(buf, dates, &ends[0], Align::Left);
    cells::put_in(buf, dates, &ends[1], Align::Right);
    true
}

/// The total at the beginning, and where it is another one, what it is now.
fn draw_ends(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    past: &LimitPast,
    first: NaiveDate,
    currency: Currency,
) {
    let total = |day| past.total_on(day);
    let then = total(first).unwrap_or_else(|| past.highest());
    let then_words = scene.muted(scene.exact(then, currency));
    cells::put_in(buf, row, &Line::from(then_words), Align::Left);
    if let Some(now) = total(past.today).filter(|now| *now != then) {
        let now = scene.text(scene.exact(now, currency));
        cells::put_in(buf, row, &Line::from(now), Align::Right);
    }
}

/// A column a stretch of days, as high as the total at its end; a point where the app was looked
/// at.
fn draw_steps(scene: Scene<'_>, buf: &mut Buffer, area: Rect, past: &LimitPast, first: NaiveDate) {
    let highest = past.highest();
    let most = area.height * 8;
    let span = (past.today - first).num_days().max(1);
    let last = i64::from(area.width.saturating_sub(1)).max(1);
    let style = scene.theme.between(Role::Track, Role::Used, 160);
    for column in 0..area.width {
        let days = u64::try_from(span * i64::from(column) / last).unwrap_or(0);
        let day = first.checked_add_days(Days::new(days));
        let total = day.and_then(|day| past.total_on(day));
        let Some(total) = total.filter(|total| total.is_positive()) else {
            continue;
        };
        let bar = Rect {
            x: area.x + column,
            width: 1,
            ..area
        };
        bars::level(buf, bar, bars::scaled(total, highest, most), style);
    }
    for seen in &past.seen {
        let column = (seen.on - first).num_days() * last / span;
        let level = if seen.available.is_positive() {
            bars::scaled(seen.available, highest, most)
        } else {
            1
        };
        let row = area.height - 1 - (level.saturating_sub(1) / 8).min(area.height - 1);
        let x = area.x + u16::try_from(column).unwrap_or(0).min(area.width - 1);
        let mut mark = scene.theme.strong(Role::Accent);
        let under = buf.cell((x, area.y + row)).map(Cell::symbol);
        let is_full = under == Some("█");
        if let (true, Some(bar)) = (is_full, style.fg) {
            mark = mark.fg(scene.theme.color(Role::Bg)).bg(bar);
        }
        cells::put(buf, x, area.y + row, 1, State::Open.glyph(), mark);
    }
}

/// The same in words, oldest first: since when which total held, and what was seen.
pub(super) fn lines<'m>(scene: Scene<'m>, line: &'m CreditLine) -> Vec<Line<'m>> {
    let past = LimitPast::of(line, scene.model.today);
    let exact = |amount: Money| scene.exact(amount, line.currency);
    let mut rows: Vec<(NaiveDate, Line<'m>)> = Vec::new();
    for one in &past.noted {
        let mut told = Line::from(vec![
            scene.muted(format!("{} {} ", one.on, scene.texts.limits_total())),
            scene.text(exact(one.limit)),
        ]);
        if let Some(why) = &one.why {
            told.push_span(scene.muted(format!(" {}", scene.amounts().prose(why))));
        }
        rows.push((one.on, told));
    }
    for seen in &past.seen {
        let told = Line::from(vec![
            scene.muted(format!("{} {} ", seen.on, scene.texts.line_seen())),
            scene.text(exact(seen.available)),
        ]);
        rows.push((seen.on, told));
    }
    rows.sort_by_key(|(on, _)| *on);
    rows.into_iter().map(|(_, line)| line).collect()
}
