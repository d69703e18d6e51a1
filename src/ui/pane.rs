//! The frame round a part of the screen: rounded, with a title, a figure at the right of the
//! title and a legend at the bottom.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::cells;
use crate::settings::theme::{Role, Theme};

/// A pane of a view. What is inside keeps one blank to the border on each side.
#[derive(Debug, Clone, Default)]
pub struct Pane<'a> {
    /// The number of the view that shows more of it, before the title.
    pub digit: Option<&'a str>,
    /// What it shows.
    pub title: &'a str,
    /// A figure or two at the right end of the title; leaves first where the room is short.
    pub right: Line<'a>,
    /// Explains glyphs and bars, in the bottom border; leaves where it does not fit.
    pub legend: Line<'a>,
    /// Whether keys go here.
    pub focused: bool,
}

impl Pane<'_> {
    /// Draws the frame; returns the room inside, without the padding.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) -> Rect {
        let border = theme.style(if self.focused {
            Role::Accent
        } else {
            Role::Line
        });
        let mut title = Line::default();
        if let Some(digit) = self.digit {
            title.push_span(Span::styled(digit, theme.style(Role::Accent)));
            title.push_span(" ");
        }
        title.push_span(Span::styled(self.title, theme.strong(Role::Text)));
        frame(
            buf,
            area,
            border,
            [&title, &self.right, &self.legend],
            theme.plain(),
        )
    }
}

/// Words as a title: with a capital letter where their script has them.
pub(super) fn title(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

/// Draws a rounded border with a title, a line at its right and one at the bottom right, all of
/// them in `plain` where they name no style; returns the room inside, one blank from the border.
/// Areas without room for a border stay untouched.
pub(super) fn frame(
    buf: &mut Buffer,
    area: Rect,
    border: Style,
    [title, right, bottom]: [&Line<'_>; 3],
    plain: Style,
) -> Rect {
    let area = area.intersection(buf.area);
    if area.width < 4 || area.height < 2 {
        return Rect {
            width: 0,
            height: 0,
            ..area
        };
    }
    let (last_x, last_y) = (area.right() - 1, area.bottom() - 1);
    edge(buf, area, area.y, border, ["╭", "╮"]);
    edge(buf, area, last_y, border, ["╰", "╯"]);
    for y in area.y + 1..last_y {
        cells::repeat(buf, area.x, y, 1, "│", border);
        cells::repeat(buf, last_x, y, 1, "│", border);
    }
    let room = area.width - 4;
    let title = cells::cut_line(title, room);
    let titled = inset(buf, area.x + 1, area.y, &title, plain);
    for (line, y, room) in [
        (right, area.y, room.saturating_sub(titled + 1)),
        (bottom, last_y, room),
    ] {
        let width = cells::line_width(line);
        if width <= room {
            inset(buf, last_x - width - 2, y, line, plain);
        }
    }
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: room,
        height: area.height - 2,
    }
}

/// Writes a line into a border with a blank at each side; returns the cells taken.
fn inset(buf: &mut Buffer, x: u16, y: u16, line: &Line<'_>, plain: Style) -> u16 {
    let width = cells::line_width(line);
    if width == 0 {
        return 0;
    }
    cells::repeat(buf, x, y, width + 2, " ", plain);
    cells::put_line(buf, x + 1, y, width, line);
    width + 2
}

fn edge(buf: &mut Buffer, area: Rect, y: u16, border: Style, [left, right]: [&'static str; 2]) {
    let x = cells::repeat(buf, area.x, y, 1, left, border);
    let x = cells::repeat(buf, x, y, area.width - 2, "─", border);
    cells::repeat(buf, x, y, 1, right, border);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};
    use ratatui::style::Modifier;

    fn theme() -> Theme {
        Theme::choose(ThemeChoice::Dark, None, Depth::True)
    }

    fn drawn(pane: &Pane<'_>, width: u16, height: u16) -> (Vec<String>, Rect) {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let area = buf.area;
        let inner = pane.draw(&mut buf, area, &theme());
        (cells::lines(&buf), inner)
    }

    fn limits() -> Pane<'static> {
        Pane {
            digit: Some("3"),
            title: "额度",
            right: Line::raw("可用 ¥42,064"),
            legend: Line::raw("▄▄ 已用  ▁▁ 可用"),
            focused: false,
        }
    }

    #[test]
    fn a_pane_carries_its_title_a_figure_and_a_legend() {
        let (lines, inner) = drawn(&limits(), 32, 3);
        assert_eq!(
            lines,
            [
                "╭ 3 额度 ──────── 可用 ¥42,064 ╮",
                "│                              │",
                "╰──────────── ▄▄ 已用  ▁▁ 可用 ╯"
            ]
        );
        assert_eq!(inner, Rect::new(2, 1, 28, 1));
    }

    #[test]
    fn where_the_room_is_short_the_figure_leaves_then_the_legend_then_the_title_is_cut() {
        assert_eq!(
            drawn(&limits(), 24, 2).0,
            ["╭ 3 额度 ──────────────╮", "╰──── ▄▄ 已用  ▁▁ 可用 ╯"]
        );
        assert_eq!(
            drawn(&limits(), 16, 2).0,
            ["╭ 3 额度 ──────╮", "╰──────────────╯"]
        );
        assert_eq!(drawn(&limits(), 9, 2).0, ["╭ 3 额… ╮", "╰───────╯"]);
    }

    #[test]
    fn too_small_an_area_is_left_alone() {
        for (width, height) in [(0, 0), (3, 5), (9, 1), (4, 2)] {
            let (lines, inner) = drawn(&limits(), width, height);
            assert!(inner.is_empty(), "{width}x{height}");
            assert!(width >= 4 && height >= 2 || lines.iter().all(String::is_empty));
        }
    }

    #[test]
    fn words_in_the_border_do_not_take_its_colour() {
        let mono = Theme::choose(ThemeChoice::Mono, None, Depth::True);
        for theme in [theme(), mono] {
            let mut buf = Buffer::empty(Rect::new(0, 0, 40, 3));
            let area = buf.area;
            limits().draw(&mut buf, area, &theme);
            let figure = &buf[(37, 0)];
            assert_eq!(figure.symbol(), "4");
            assert_eq!(
                (figure.fg, figure.modifier),
                (theme.color(Role::Text), Modifier::empty())
            );
        }
    }

    #[test]
    fn only_the_focused_pane_has_a_border_in_the_accent() {
        for (focused, role) in [(true, Role::Accent), (false, Role::Line)] {
            let mut buf = Buffer::empty(Rect::new(0, 0, 20, 3));
            let area = buf.area;
            Pane {
                focused,
                ..limits()
            }
            .draw(&mut buf, area, &theme());
            assert_eq!(buf[(0, 1)].fg, theme().color(role));
            assert_eq!(buf[(2, 0)].fg, theme().color(Role::Accent));
        }
    }
}
