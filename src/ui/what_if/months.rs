//! The coming months without and with the purchase: two textures on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::app::what_if::{Answer, TrialMonth};
use crate::domain::Money;
use crate::settings::theme::{Role, Theme};
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

/// What it asks for anyway at the bottom, what the purchase adds above it.
fn draw_month(scene: Scene<'_>, buf: &mut Buffer, area: Rect, month: &TrialMonth, highest: Money) {
    let rows = area.height.saturating_sub(2);
    let width = (area.width * 5 / 9).saturating_sub(1) | 1;
    let x = area.x + (area.width - width) / 2;
    let all = scaled(month.with_it, highest, rows * 8);
    let without = scaled(month.without, highest, rows * 8);
    let bar = if month.with_it <= month.without {
        Bar {
            without,
            all: without,
        }
    } else if scene.theme.shares_cells() {
        Bar {
            without: without.min(all - 1),
            all,
        }
    } else {
        Bar::of_whole_cells(without, all, rows)
    };
    for row in 0..rows {
        let Some((glyph, style)) = bar.cell(row, scene.theme) else {
            continue;
        };
        let y = area.y + rows - 1 - row;
        cells::repeat(buf, x, y, width, glyph, style);
    }
}

/// How high the two parts of a month reach, in eighths of a cell.
struct Bar {
    without: u16,
    all: u16,
}

impl Bar {
    /// Where no cell can show both parts each has its own, at least
    /// one, and what is added stands right above.
    fn of_whole_cells(without: u16, all: u16, rows: u16) -> Self {
        let least = u16::from(without > 0);
        let cells = ((without + 4) / 8).max(least).min(rows - 1);
        Self {
            without: if cells == 0 {
                without.min(8)
            } else {
                cells * 8
            },
            all: all.div_ceil(8).max(cells + 1) * 8,
        }
    }

    /// What stands in a row, counted from the bottom. A cell that both parts share has one in its
    /// ink and the other in its ground.
    fn cell(&self, row: u16, theme: &Theme) -> Option<(&'static str, Style)> {
        let here = |reach: u16| usize::from(reach.saturating_sub(row * 8).min(8));
        let (without, all) = (here(self.without), here(self.all));
        let added = theme.between(Role::Bg, Role::Accent, 128);
        let used = theme.style(Role::Used);
        Some(match (without, all) {
            (0, 0) => return None,
            (0, 8) => (WITH, theme.style(Role::Accent)),
            (0, part) => (EIGHTHS[part], added),
            (8, _) => (WITHOUT, used),
            (part, all) if all == part => (EIGHTHS[part], used),
            (part, _) => (EIGHTHS[part], used.bg(added.fg.unwrap_or(Color::Reset))),
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};

    /// The glyphs of a bar from the bottom up.
    fn glyphs(bar: &Bar, theme: &Theme) -> Vec<&'static str> {
        let cells = (0..5).map_while(|row| bar.cell(row, theme));
        cells.map(|(glyph, _)| glyph).collect()
    }

    #[test]
    fn both_parts_of_a_month_are_seen_to_the_eighth_and_share_a_cell() {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        for (without, all, expected) in [
            (11, 21, vec!["█", "▃", "▅"]),
            (8, 16, vec!["█", WITH]),
            (0, 12, vec![WITH, "▄"]),
            (5, 6, vec!["▅"]),
            (12, 12, vec!["█", "▄"]),
            (0, 0, vec![]),
        ] {
            let bar = Bar { without, all };
            assert_eq!(glyphs(&bar, &theme), expected, "{without} of {all}");
        }
        let shared = Bar {
            without: 11,
            all: 21,
        };
        let (_, style) = shared.cell(1, &theme).unwrap();
        assert_eq!(style.fg, Some(theme.color(Role::Used)));
        assert_eq!(style.bg, theme.between(Role::Bg, Role::Accent, 128).fg);
    }

    #[test]
    fn in_whole_cells_each_part_has_one_of_its_own() {
        let mono = Theme::choose(ThemeChoice::Mono, None, Depth::Mono);
        assert!(!mono.shares_cells());
        let dark = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        assert!(dark.shares_cells() && !dark.in_ascii(true).shares_cells());
        for (without, all, expected) in [
            (11, 21, vec!["█", WITH, WITH]),
            (1, 24, vec!["█", WITH, WITH]),
            (23, 24, vec!["█", "█", WITH]),
            (0, 3, vec![WITH]),
        ] {
            let bar = Bar::of_whole_cells(without, all, 3);
            assert_eq!(glyphs(&bar, &mono), expected, "{without} of {all}");
        }
    }
}
