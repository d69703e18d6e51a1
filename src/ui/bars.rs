//! Bars: what a limit is made of, how far a plan has come, what the coming months ask for.
//! Parts differ in texture as well as colour, and the exact figures stand beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::cells::{self, Align};
use crate::domain::Money;
use crate::domain::limit::LimitState;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const USED: &str = "▄";
const RESTORING: &str = "▖";
const FROZEN: &str = "⣤";
const FREE: &str = "▁";
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// What a limit is made of. Parts below zero count as nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LimitBar {
    /// Taken by open plans.
    pub used: Money,
    /// Paid and on its way back in time.
    pub restoring: Money,
    /// Paid, should be back and is not.
    pub late: Money,
    /// Blocked by the provider.
    pub frozen: Money,
    /// Can be used now.
    pub free: Money,
}

impl LimitBar {
    /// The bar of a line's limit; `None` where the total is not known.
    pub fn of(limit: &LimitState) -> Option<Self> {
        let LimitState {
            used,
            restoring,
            late,
            frozen,
            ..
        } = *limit;
        limit.available.map(|free| Self {
            used,
            restoring,
            late,
            frozen,
            free,
        })
    }

    /// Draws the bar across the first row of an area. A limit of nothing is an empty track.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) {
        let parts = [
            (self.used, USED, Role::Used),
            (self.restoring, RESTORING, Role::Restoring),
            (self.late, RESTORING, Role::Overdue),
            (self.frozen, FROZEN, Role::Frozen),
            (self.free, FREE, Role::Track),
        ];
        let shares = apportion(parts.map(|(amount, ..)| amount.as_decimal()), area.width);
        let mut x = area.x;
        for ((_, texture, role), share) in parts.into_iter().zip(shares) {
            x = cells::repeat(buf, x, area.y, share, texture, theme.style(role));
        }
        cells::repeat(
            buf,
            x,
            area.y,
            area.right().saturating_sub(x),
            FREE,
            theme.style(Role::Track),
        );
    }
}

/// What the textures of a [`LimitBar`] mean, in at most `width` cells if that is possible.
pub fn legend(texts: Texts, theme: &Theme, width: u16) -> Line<'static> {
    let line = |cells: usize, gap: &'static str, restoring: &'static str| {
        let parts = [
            (USED, Role::Used, texts.used()),
            (RESTORING, Role::Restoring, restoring),
            (FROZEN, Role::Frozen, texts.frozen()),
            (FREE, Role::Track, texts.free()),
        ];
        let mut line = Line::default();
        for (place, (texture, role, word)) in parts.into_iter().enumerate() {
            line.push_span(Span::raw(if place == 0 { "" } else { gap }));
            line.push_span(Span::styled(texture.repeat(cells), theme.style(role)));
            line.push_span(Span::styled(format!(" {word}"), theme.style(Role::Muted)));
        }
        line
    };
    let full = line(2, "  ", texts.restoring());
    if cells::line_width(&full) <= width {
        full
    } else {
        line(1, " ", texts.restoring_short())
    }
}

/// Draws a thin bar across the first row of an area: `done` of `total` in the colour of a role.
/// It looks empty and full only when it is.
pub fn progress(buf: &mut Buffer, area: Rect, done: u32, total: u32, role: Role, theme: &Theme) {
    let full = progress_cells(done, total, area.width);
    let x = cells::repeat(buf, area.x, area.y, full, "━", theme.style(role));
    cells::repeat(
        buf,
        x,
        area.y,
        area.width - full,
        "─",
        theme.style(Role::Track),
    );
}

fn progress_cells(done: u32, total: u32, width: u16) -> u16 {
    if done == 0 || total == 0 || width == 0 {
        return 0;
    }
    if done >= total {
        return width;
    }
    let (done, total, cells) = (u64::from(done), u64::from(total), u64::from(width));
    let rounded = (2 * done * cells + total) / (2 * total);
    u16::try_from(rounded)
        .unwrap_or(width)
        .max(1)
        .min(width - 1)
}

/// A month under a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month<'a> {
    /// Its name: `3月`.
    pub label: &'a str,
    /// The amount as it is written: `2,641`.
    pub figure: &'a str,
    /// The amount the column shows.
    pub amount: Money,
    /// Whether it is the month of today.
    pub current: bool,
}

/// Draws months as columns with figure and name below; the last ones leave where the figures
/// would touch. The highest column ends a quarter of a cell below the top.
pub fn months(buf: &mut Buffer, area: Rect, months: &[Month<'_>], theme: &Theme) {
    let widest = cells::widest(months.iter().flat_map(|month| [month.figure, month.label])).max(1);
    let fitting = usize::from(area.width / (widest + 1)).min(months.len());
    let shown = months.get(..fitting).unwrap_or_default();
    let highest = shown
        .iter()
        .map(|month| month.amount)
        .max()
        .unwrap_or_default();
    let Some(step) = u16::try_from(fitting)
        .ok()
        .and_then(|count| area.width.checked_div(count))
    else {
        return;
    };
    if area.height < 3 {
        return;
    }
    let step = step.min(widest + 4);
    let taken = step * u16::try_from(fitting).unwrap_or(1);
    let mut x = area.x + (area.width - taken) / 2;
    for month in shown {
        month_column(
            buf,
            Rect {
                x,
                width: step,
                ..area
            },
            month,
            highest,
            theme,
        );
        x += step;
    }
}

fn month_column(buf: &mut Buffer, area: Rect, month: &Month<'_>, highest: Money, theme: &Theme) {
    let rows = area.height - 2;
    // Odd, as most figures are, so that both have the same middle.
    let bar = (area.width * 5 / 9).saturating_sub(1) | 1;
    let x = area.x + (area.width - bar) / 2;
    let part = scaled(month.amount, highest, 255);
    let style = if month.current {
        theme.style(Role::Accent)
    } else {
        theme.between(
            Role::Track,
            Role::Used,
            u8::try_from(part).unwrap_or(u8::MAX),
        )
    };
    let eighths = scaled(month.amount, highest, rows * 8 - 2);
    let bar_area = Rect {
        x,
        width: bar,
        height: rows,
        ..area
    };
    level(buf, bar_area, eighths, style);
    let [figure, label] = if month.current {
        [theme.strong(Role::Accent); 2]
    } else {
        [theme.style(Role::Text), theme.style(Role::Muted)]
    };
    for (text, style, y) in [
        (month.figure, figure, area.y + rows),
        (month.label, label, area.y + rows + 1),
    ] {
        cells::put_in(
            buf,
            Rect {
                y,
                height: 1,
                ..area
            },
            &Line::styled(text, style),
            Align::Center,
        );
    }
}

/// `amount` of `highest` on a scale to `most`; something is never nothing.
pub(super) fn scaled(amount: Money, highest: Money, most: u16) -> u16 {
    if !amount.is_positive() {
        return 0;
    }
    let exact = (amount.as_decimal() * Decimal::from(most))
        .checked_div(highest.as_decimal())
        .unwrap_or_default();
    exact.to_u16().unwrap_or(most).clamp(1, most)
}

/// Shares `width` cells out by amount: the largest remainders get what rounding down leaves, and
/// whatever is not nothing gets at least one cell, as long as there are that many. The shares add
/// up to the width, or to nothing where all amounts are.
fn apportion<const N: usize>(amounts: [Decimal; N], width: u16) -> [u16; N] {
    let amounts = amounts.map(|amount| amount.max(Decimal::ZERO));
    let total: Decimal = amounts.iter().sum();
    if total.is_zero() {
        return [0; N];
    }
    let cells = Decimal::from(width);
    let mut shares = amounts.map(|amount| {
        let whole = (amount * cells / total).to_u16().unwrap_or(width);
        if amount.is_zero() { 0 } else { whole.max(1) }
    });
    // How far a share stays behind what it should be, times the total: exact without division.
    let missing = |place: usize, share: u16| amounts[place] * cells - Decimal::from(share) * total;
    while shares.iter().sum::<u16>() != width {
        let short = shares.iter().sum::<u16>() < width;
        let candidates = (0..N).filter(|&place| short || shares[place] > 1);
        let by_need = |&place: &usize| missing(place, shares[place]);
        let chosen = if short {
            candidates.rev().max_by_key(by_need)
        } else {
            candidates
                .min_by_key(by_need)
                .or_else(|| (0..N).rfind(|&place| shares[place] > 0))
        };
        match chosen {
            Some(place) if short => shares[place] += 1,
            Some(place) => shares[place] -= 1,
            None => break,
        }
    }
    shares
}

/// Fills an area from below, so many eighths of a row high.
pub(super) fn level(buf: &mut Buffer, area: Rect, mut eighths: u16, style: Style) {
    for row in area.rows().rev() {
        let here = eighths.min(8);
        cells::repeat(
            buf,
            row.x,
            row.y,
            row.width,
            EIGHTHS[usize::from(here)],
            style,
        );
        eighths -= here;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::texts::Lang;
    use crate::settings::theme::{Depth, ThemeChoice};
    use proptest::prelude::*;

    fn theme() -> Theme {
        Theme::choose(ThemeChoice::Dark, None, Depth::True)
    }

    fn drawn(width: u16, height: u16, draw: impl Fn(&mut Buffer, Rect)) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let area = buf.area;
        draw(&mut buf, area);
        cells::lines(&buf)
    }

    fn bar(amounts: [u32; 5], width: u16) -> String {
        let [used, restoring, late, frozen, free] = amounts.map(Money::from);
        let bar = LimitBar {
            used,
            restoring,
            late,
            frozen,
            free,
        };
        drawn(width, 1, |buf, area| bar.draw(buf, area, &theme())).remove(0)
    }

    #[test]
    fn a_limit_bar_shows_its_parts_by_texture() {
        for (amounts, width, expected) in [
            ([5480, 867, 0, 0, 5653], 28, "▄▄▄▄▄▄▄▄▄▄▄▄▄▖▖▁▁▁▁▁▁▁▁▁▁▁▁▁"),
            ([2100, 0, 0, 5900, 0], 20, "▄▄▄▄▄⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤⣤"),
            ([0, 0, 0, 0, 100], 4, "▁▁▁▁"),
            ([0, 0, 0, 0, 0], 4, "▁▁▁▁"),
            ([9999, 1, 1, 1, 1], 6, "▄▄▖▖⣤▁"),
            ([1, 1, 1, 1, 1], 3, "▄▖▖"),
            ([1, 1, 1, 1, 1], 0, ""),
        ] {
            assert_eq!(bar(amounts, width), expected, "{amounts:?}");
        }
    }

    #[test]
    fn a_late_restore_has_the_texture_of_restoring_in_the_colour_of_late() {
        let bar = LimitBar {
            used: Money::ZERO,
            restoring: 1.into(),
            late: 1.into(),
            frozen: Money::ZERO,
            free: Money::ZERO,
        };
        let mut buf = Buffer::empty(Rect::new(0, 0, 2, 1));
        let area = buf.area;
        bar.draw(&mut buf, area, &theme());
        assert_eq!(buf[(0, 0)].fg, theme().color(Role::Restoring));
        assert_eq!(buf[(1, 0)].fg, theme().color(Role::Overdue));
    }

    #[test]
    fn more_used_than_the_limit_allows_leaves_no_free_part() {
        let bar = LimitBar {
            used: 900.into(),
            restoring: Money::ZERO,
            late: Money::ZERO,
            frozen: Money::ZERO,
            free: -Money::from(100),
        };
        assert_eq!(
            drawn(5, 1, |buf, area| bar.draw(buf, area, &theme())),
            ["▄▄▄▄▄"]
        );
    }

    #[test]
    fn the_legend_gets_shorter_where_the_room_is() {
        let legend = |lang, width| legend(Texts::new(lang), &theme(), width).to_string();
        assert_eq!(legend(Lang::Zh, 60), "▄▄ 已用  ▖▖ 恢复中  ⣤⣤ 冻结  ▁▁ 可用");
        assert_eq!(legend(Lang::En, 30), "▄ used ▖ rest. ⣤ frozen ▁ free");
    }

    #[test]
    fn progress_looks_empty_or_full_only_when_it_is() {
        for (done, total, expected) in [
            (0, 12, "──────"),
            (1, 12, "━─────"),
            (1, 600, "━─────"),
            (5, 12, "━━━───"),
            (3, 10, "━━────"),
            (599, 600, "━━━━━─"),
            (12, 12, "━━━━━━"),
            (13, 12, "━━━━━━"),
            (0, 0, "──────"),
        ] {
            let line = drawn(6, 1, |buf, area| {
                progress(buf, area, done, total, Role::Used, &theme());
            });
            assert_eq!(line, [expected], "{done}/{total}");
        }
    }

    fn half_year() -> [Month<'static>; 4] {
        let month = |label, figure, amount: u32| Month {
            label,
            figure,
            amount: amount.into(),
            current: label == "3月",
        };
        [
            month("3月", "2,641", 2641),
            month("4月", "3,220", 3220),
            month("5月", "762", 762),
            month("6月", "0", 0),
        ]
    }

    #[test]
    fn months_stand_on_a_common_scale_with_their_figures() {
        assert_eq!(
            drawn(36, 5, |buf, area| months(buf, area, &half_year(), &theme())),
            [
                "  ▂▂▂▂▂    ▆▆▆▆▆",
                "  █████    █████",
                "  █████    █████    ▅▅▅▅▅",
                "  2,641    3,220     762       0",
                "   3月      4月      5月      6月",
            ]
        );
    }

    #[test]
    fn months_at_the_end_leave_before_figures_touch() {
        let lines = drawn(18, 4, |buf, area| months(buf, area, &half_year(), &theme()));
        assert_eq!(lines[2], "2,641 3,220  762");
        for (width, height) in [(0, 0), (5, 3), (30, 2), (1, 9)] {
            drawn(width, height, |buf, area| {
                months(buf, area, &half_year(), &theme());
            });
        }
        assert!(
            drawn(9, 3, |buf, area| months(buf, area, &[], &theme()))
                .iter()
                .all(String::is_empty)
        );
    }

    proptest! {
        #[test]
        fn shares_add_up_and_nothing_that_counts_is_lost(amounts in any::<[u32; 5]>(), width in 5u16..200) {
            let shares = apportion(amounts.map(Decimal::from), width);
            let all_nothing = amounts.iter().all(|amount| *amount == 0);
            prop_assert_eq!(shares.iter().sum::<u16>(), if all_nothing { 0 } else { width });
            for (amount, share) in amounts.into_iter().zip(shares) {
                prop_assert_eq!(amount == 0, share == 0);
            }
        }
    }
}
