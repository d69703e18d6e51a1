//! The coming months without and with the purchase: two textures on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::what_if::{Answer, TrialMonth};
use crate::domain::Money;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::cells::{self, Align};
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;

const WITHOUT: &str = "█";
const WITH: &str = "▒";
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The least rows without a frame: what they are, two of the bars, figures, names.
pub(super) const LEAST_BARE: u16 = 5;

/// Draws the months in a frame, as many as their figures have room for.
pub(super) fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect, answer: &Answer) {
    if area.height < 5 {
        return;
    }
    let chart = Chart::of(scene, answer, area.width.saturating_sub(4));
    let title = scene.texts.trial_months(chart.count.into());
    let inner = Pane {
        title: &title,
        right: legend(scene),
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    chart.draw(scene, buf, inner, answer);
}

/// Draws the months below a line that says what they are.
pub(super) fn bare(scene: Scene<'_>, buf: &mut Buffer, area: Rect, answer: &Answer) {
    if area.height < LEAST_BARE {
        return;
    }
    let (top, rest) = split(area, 1);
    let chart = Chart::of(scene, answer, area.width);
    let title = scene.texts.trial_months(chart.count.into());
    cells::put_in(buf, top, &Line::from(scene.muted(title)), Align::Left);
    cells::put_in(buf, top, &legend(scene), Align::Right);
    chart.draw(scene, buf, rest, answer);
}

fn legend(scene: Scene<'_>) -> Line<'_> {
    Line::from(vec![
        scene.muted(format!("{} ", scene.texts.trial_without())),
        scene.ink(WITHOUT, Role::Used),
        scene.muted(format!("  {} ", scene.texts.trial_with())),
        scene.ink(WITH, Role::Accent),
    ])
}

/// The words below the bars, and for how many of them there is room.
struct Chart {
    words: Vec<[String; 2]>,
    widest: u16,
    count: u16,
}

impl Chart {
    fn of(scene: Scene<'_>, answer: &Answer, width: u16) -> Self {
        let months = answer.months.iter();
        let words: Vec<_> = months.map(|month| words(scene, answer, month)).collect();
        let widest = cells::widest(words.iter().flatten().map(String::as_str)).max(1);
        let most = u16::try_from(words.len()).unwrap_or(u16::MAX);
        Self {
            words,
            widest,
            count: (width / (widest + 1)).min(most).max(1),
        }
    }

    fn draw(&self, scene: Scene<'_>, buf: &mut Buffer, area: Rect, answer: &Answer) {
        let step = (area.width / self.count).min(self.widest + 4);
        let left = area.x + (area.width - step * self.count) / 2;
        let months = answer.months.iter().take(self.count.into());
        let highest = months.clone().map(|month| month.with_it).max();
        let highest = highest.unwrap_or_default();
        for (place, (month, words)) in (0..).zip(months.zip(&self.words)) {
            let column = Rect {
                x: left + place * step,
                width: step,
                ..area
            };
            draw_month(scene, buf, column, month, highest);
            label(scene, buf, column, answer, month, words);
        }
    }
}

/// The figure of a month with a mark above the ceiling, and its name.
fn words(scene: Scene<'_>, answer: &Answer, month: &TrialMonth) -> [String; 2] {
    let figure = scene.amounts().bare_debt(month.with_it);
    let mark = if is_over(answer, month) { "!" } else { "" };
    [format!("{mark}{figure}"), scene.texts.month(month.month)]
}

fn is_over(answer: &Answer, month: &TrialMonth) -> bool {
    answer.cap.is_some_and(|cap| month.with_it > cap)
}

fn label(
    scene: Scene<'_>,
    buf: &mut Buffer,
    column: Rect,
    answer: &Answer,
    month: &TrialMonth,
    [figure, name]: &[String; 2],
) {
    let is_peak = answer.peak.is_some_and(|peak| peak.month == month.month);
    let figure = if is_over(answer, month) {
        scene.bold(figure.as_str(), Role::Overdue)
    } else if is_peak {
        scene.bold(figure.as_str(), Role::Due)
    } else {
        scene.text(figure.as_str())
    };
    let bottom = column.bottom();
    for (y, span) in [
        (bottom - 2, figure),
        (bottom - 1, scene.muted(name.as_str())),
    ] {
        let row = Rect {
            y,
            height: 1,
            ..column
        };
        cells::put_in(
            buf,
            row,
            &Line::from(vec![span, Span::raw("")]),
            Align::Center,
        );
    }
}

/// What it asks for anyway at the bottom, what the purchase adds above it: at least one cell each.
fn draw_month(scene: Scene<'_>, buf: &mut Buffer, area: Rect, month: &TrialMonth, highest: Money) {
    let rows = area.height.saturating_sub(2);
    let bar = (area.width * 5 / 9).saturating_sub(1) | 1;
    let x = area.x + (area.width - bar) / 2;
    let adds = month.with_it > month.without;
    let all = scaled(month.with_it, highest, rows * 8);
    let most = if adds { (rows - 1) * 8 } else { rows * 8 };
    let mut eighths = scaled(month.without, highest, rows * 8).min(most);
    if adds && eighths > 0 {
        // Whole cells: what is added stands right above, without a gap.
        eighths = ((eighths + 4) / 8).max(1) * 8;
    }
    let top = if adds {
        all.div_ceil(8).max(eighths.div_ceil(8) + 1)
    } else {
        0
    };
    for row in 0..rows {
        let y = area.y + rows - 1 - row;
        let here = eighths.min(8);
        let (glyph, role) = if here > 0 {
            (EIGHTHS[usize::from(here)], Role::Used)
        } else if row < top {
            (WITH, Role::Accent)
        } else {
            continue;
        };
        eighths -= here;
        let glyphs = glyph.repeat(bar.into());
        cells::put(buf, x, y, bar, &glyphs, scene.theme.style(role));
    }
}

/// `amount` of `highest` on a scale to `most`; something is never nothing.
fn scaled(amount: Money, highest: Money, most: u16) -> u16 {
    if !amount.is_positive() {
        return 0;
    }
    let exact = (amount.as_decimal() * Decimal::from(most)).checked_div(highest.as_decimal());
    exact
        .unwrap_or_default()
        .to_u16()
        .unwrap_or(most)
        .clamp(1, most)
}
