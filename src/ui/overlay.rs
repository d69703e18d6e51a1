//! What lies above everything else: forms, help, questions. The only place that clears a part of
//! a drawn screen.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::hint::{Hint, Hit};
use super::{cells, pane};
use crate::app::msg::Target;
use crate::settings::theme::{Role, Theme};

/// A box above the screen. Everything behind it steps back into the colour of the track.
#[derive(Debug, Clone, Default)]
pub struct Overlay<'a> {
    /// What it is.
    pub title: &'a str,
    /// A word at the right end of the title.
    pub right: Line<'a>,
    /// Keys that work inside, in the bottom border; those at the end leave first.
    pub hints: &'a [Hint<'a>],
}

/// What drawing something with a text field leaves behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawn {
    /// What can be clicked.
    pub hits: Vec<Hit>,
    /// Where the terminal's own cursor belongs: input methods open their window there.
    pub caret: Option<Position>,
}

impl<'a> Overlay<'a> {
    /// Draws the box over what is there; returns the room inside, and what can be clicked: the
    /// box itself and its hints.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) -> (Rect, Vec<Hit>) {
        let area = area.intersection(buf.area);
        step_back(buf, theme);
        cells::fill(buf, area, theme.base());
        let title = Line::styled(self.title, theme.strong(Role::Text));
        let (bottom, hints) = self.hint_line(area, theme);
        let mut hits = vec![Hit::new(area, Target::Overlay)];
        hits.extend(hints);
        let lines = [&title, &self.right, &bottom];
        (
            pane::frame(buf, area, theme.style(Role::Accent), lines, theme.plain()),
            hits,
        )
    }

    /// As many hints as fit into the bottom border, and where they will stand.
    fn hint_line(&self, area: Rect, theme: &Theme) -> (Line<'a>, Vec<Hit>) {
        let widths = |hints: &[Hint<'_>]| {
            hints
                .iter()
                .map(|hint| hint.width() + 2)
                .sum::<u16>()
                .saturating_sub(2)
        };
        let room = area.width.saturating_sub(4);
        let fitting = (0..=self.hints.len())
            .rev()
            .find(|&count| widths(&self.hints[..count]) <= room);
        let shown = self.hints.get(..fitting.unwrap_or(0)).unwrap_or_default();
        let mut at = area.right().saturating_sub(2 + widths(shown));
        let (mut line, mut hits) = (Line::default(), Vec::new());
        for (place, hint) in shown.iter().enumerate() {
            if place > 0 {
                line.push_span(Span::raw("  "));
            }
            line.spans.extend(hint.spans(theme));
            let area = Rect::new(at, area.bottom().saturating_sub(1), hint.width(), 1);
            hits.push(Hit::key(area, hint.key));
            at += hint.width() + 2;
        }
        (line, hits)
    }
}

/// The keys of a box work no more once another one lies above it: its border closes over them.
pub fn close_hints(buf: &mut Buffer, hits: &[Hit]) {
    let Some(bottom) = hits
        .first()
        .map(|of_box| of_box.area.bottom().saturating_sub(1))
    else {
        return;
    };
    let is_hint = |hit: &&Hit| matches!(hit.target, Target::Key(_)) && hit.area.y == bottom;
    let hints = || hits.iter().filter(is_hint).map(|hit| hit.area);
    let (Some(first), Some(last)) = (hints().next(), hints().next_back()) else {
        return;
    };
    let from = first.x.saturating_sub(1);
    let edge = buf.cell((from.saturating_sub(1), bottom)).map(Cell::style);
    for x in from..=last.right() {
        cells::replace(buf, x, bottom, "─");
        if let (Some(cell), Some(edge)) = (buf.cell_mut((x, bottom)), edge) {
            cell.set_style(edge);
        }
    }
}

/// The middle of the screen for a box of this size, as far as there is room; the last row, where
/// the hints are, stays free.
pub fn place(screen: Rect, width: u16, height: u16) -> Rect {
    let above_footer = Rect {
        height: screen.height.saturating_sub(1),
        ..screen
    };
    let (width, height) = (
        width.min(above_footer.width),
        height.min(above_footer.height),
    );
    Rect {
        x: screen.x + (screen.width - width) / 2,
        y: screen.y + (above_footer.height - height) / 2,
        width,
        height,
    }
}

/// Dims everything drawn so far. Grounds stay, louder backgrounds become quiet.
fn step_back(buf: &mut Buffer, theme: &Theme) {
    let quiet = Role::GROUNDS.map(|role| theme.color(role));
    let behind = theme.behind();
    for cell in &mut buf.content {
        cell.set_style(behind);
        if !quiet.contains(&cell.bg) {
            cell.bg = theme.color(Role::Panel);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};
    use ratatui::style::{Modifier, Style};

    fn theme() -> Theme {
        Theme::choose(ThemeChoice::Dark, None, Depth::True)
    }

    fn over_chinese(area: Rect) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 5));
        for y in 0..5 {
            cells::put(
                &mut buf,
                0,
                y,
                24,
                "接下来三十天要还的每一笔",
                theme().strong(Role::Text),
            );
        }
        let hints = [
            Hint {
                key: "⏎",
                label: "试算",
            },
            Hint {
                key: "Esc",
                label: "关闭",
            },
        ];
        Overlay {
            title: "查额度",
            right: Line::default(),
            hints: &hints,
        }
        .draw(&mut buf, area, &theme());
        buf
    }

    #[test]
    fn no_border_is_broken_over_chinese_text_at_any_offset() {
        for (x, width, expected) in [
            (
                0,
                12,
                ["╭ 查额度 ──╮要还的每一笔", "│          │要还的每一笔"],
            ),
            (
                3,
                12,
                ["接 ╭ 查额度 ──╮ 的每一笔", "接 │          │ 的每一笔"],
            ),
            (
                4,
                12,
                ["接下╭ 查额度 ──╮的每一笔", "接下│          │的每一笔"],
            ),
            (
                5,
                13,
                ["接下 ╭ 查额度 ───╮每一笔", "接下 │           │每一笔"],
            ),
        ] {
            let lines = cells::lines(&over_chinese(Rect::new(x, 1, width, 3)));
            assert_eq!(lines[0], "接下来三十天要还的每一笔");
            assert_eq!(&lines[1..3], &expected, "x {x}");
        }
    }

    #[test]
    fn every_border_cell_is_seen_by_the_terminal() {
        let before = Buffer::empty(Rect::new(0, 0, 24, 5));
        for x in 0..12 {
            let area = Rect::new(x, 0, 12, 5);
            let after = over_chinese(area);
            let sent: Vec<(u16, u16)> = before
                .diff(&after)
                .into_iter()
                .map(|(x, y, _)| (x, y))
                .collect();
            for y in area.top()..area.bottom() {
                for side in [area.left(), area.right() - 1] {
                    assert!(
                        sent.contains(&(side, y)),
                        "x {x}: border at {side},{y} is hidden"
                    );
                }
            }
        }
    }

    #[test]
    fn what_is_behind_loses_its_colour_and_weight_but_not_its_quiet_ground() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 4));
        cells::put(&mut buf, 0, 0, 2, "分", theme().badge());
        cells::put(
            &mut buf,
            2,
            0,
            2,
            "期",
            theme()
                .strong(Role::Overdue)
                .patch(theme().style(Role::Select)),
        );
        Overlay::default().draw(&mut buf, Rect::new(0, 1, 8, 3), &theme());
        let [badge, selected] = [buf[(0, 0)].clone(), buf[(2, 0)].clone()];
        assert!(
            [&badge, &selected]
                .iter()
                .all(|cell| cell.fg == theme().color(Role::Track))
        );
        assert!(
            [&badge, &selected]
                .iter()
                .all(|cell| cell.modifier == Modifier::empty())
        );
        assert_eq!(badge.bg, theme().color(Role::Panel));
        assert_eq!(selected.bg, theme().color(Role::Select));
    }

    #[test]
    fn without_colours_the_selected_row_behind_is_no_longer_reversed() {
        let theme = Theme::choose(ThemeChoice::Mono, None, Depth::True);
        let mut buf = Buffer::empty(Rect::new(0, 0, 8, 4));
        cells::put(&mut buf, 0, 0, 8, "selected", Style::new());
        buf.set_style(Rect::new(0, 0, 8, 1), theme.style(Role::Select));
        Overlay::default().draw(&mut buf, Rect::new(0, 1, 8, 3), &theme);
        assert_eq!(buf[(0, 0)].modifier, Modifier::DIM);
    }

    #[test]
    fn hints_tell_where_they_can_be_clicked_and_leave_from_the_end() {
        let hints = [
            Hint {
                key: "⏎",
                label: "试算",
            },
            Hint {
                key: "Esc",
                label: "关闭",
            },
        ];
        let overlay = Overlay {
            title: "",
            right: Line::default(),
            hints: &hints,
        };
        for (width, keys) in [(24, vec!["⏎", "Esc"]), (16, vec!["⏎"]), (8, vec![])] {
            let mut buf = Buffer::empty(Rect::new(0, 0, 24, 4));
            let (_, hits) = overlay.draw(&mut buf, Rect::new(0, 0, width, 4), &theme());
            let (whole, hints) = hits.split_first().unwrap();
            assert_eq!(whole.target, Target::Overlay);
            assert_eq!(hints.len(), keys.len());
            for (hit, key) in hints.iter().zip(keys) {
                assert_eq!(*hit, Hit::key(hit.area, key));
                assert!(key.starts_with(buf[(hit.area.x, hit.area.y)].symbol()));
            }
        }
    }

    #[test]
    fn a_box_is_centred_above_the_footer_and_never_larger_than_the_screen() {
        let screen = Rect::new(0, 0, 80, 24);
        assert_eq!(place(screen, 62, 13), Rect::new(9, 5, 62, 13));
        assert_eq!(place(screen, 200, 100), Rect::new(0, 0, 80, 23));
        assert!(place(Rect::new(0, 0, 5, 0), 62, 13).is_empty());
    }
}
