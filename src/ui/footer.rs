//! The last line: which keys help now, whether all is saved, and what has just happened.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells;
use super::hint::{Hint, Hit};
use crate::settings::theme::{Role, Theme};

/// Blanks between two hints.
const GAP: u16 = 3;

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved<'a> {
    /// Said unless it would take too much of the line: `已保存 23:52`.
    Quiet(&'a str),
    /// Said at any cost: `没存上：只读`.
    Failed(&'a str),
}

/// What has just happened. It takes the place of the hints; what answers it stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice<'a> {
    /// The glyph of its kind: `✓`, `!`.
    pub glyph: &'a str,
    /// What happened; cut where the room is short.
    pub text: &'a str,
    /// The amount it is about, or nothing; never cut.
    pub amount: &'a str,
    /// Good or bad.
    pub role: Role,
    /// The key that answers it: `u 撤销`.
    pub answer: Option<Hint<'a>>,
}

/// The last line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Footer<'a> {
    /// Keys that help now, the most helpful first; help itself is the first and always stays.
    pub hints: &'a [Hint<'a>],
    /// What has just happened, if anything.
    pub notice: Option<Notice<'a>>,
    /// Whether all is saved.
    pub saved: Saved<'a>,
}

impl Footer<'_> {
    /// Draws the line into the first row of an area; returns where the hints are.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) -> Vec<Hit> {
        let area = Rect {
            height: area.height.min(1),
            ..area
        }
        .intersection(buf.area);
        if area.is_empty() {
            return Vec::new();
        }
        let mut hits = Vec::new();
        let line = match self.saved {
            Saved::Failed(text) => Line::styled(format!("! {text}"), theme.strong(Role::Overdue)),
            Saved::Quiet(text) => Line::styled(text, theme.style(Role::Muted)),
        };
        let kept = if self.says_saved(area.width) {
            right(buf, area, &line)
        } else {
            0
        };
        let free = Rect {
            width: area.width - kept,
            ..area
        };
        let after = match &self.notice {
            Some(notice) => notice.draw(buf, free, theme, &mut hits),
            None => free.x + 1,
        };
        self.draw_hints(buf, free, after, theme, &mut hits);
        hits
    }

    /// Whether all is saved is said before the hints get their room, unless it would take more
    /// than a third of the line or cut what has just happened.
    fn says_saved(&self, width: u16) -> bool {
        match self.saved {
            Saved::Failed(_) => true,
            Saved::Quiet("") => false,
            Saved::Quiet(text) => {
                let room = cells::width(text) + 2;
                let notice = self.notice.map_or(0, |notice| notice.whole_width());
                room <= width / 3 && room + notice <= width
            }
        }
    }

    /// Writes the hints from `x` on, as many as fit as a whole; the first one in any case.
    fn draw_hints(&self, buf: &mut Buffer, area: Rect, x: u16, theme: &Theme, hits: &mut Vec<Hit>) {
        let answer = self
            .notice
            .and_then(|notice| notice.answer)
            .map(|hint| hint.key);
        let mut at = x;
        for (place, hint) in self
            .hints
            .iter()
            .filter(|hint| Some(hint.key) != answer)
            .enumerate()
        {
            let start = if place == 0 { at } else { at + GAP };
            let must_stay = place == 0 && self.notice.is_none();
            if start + hint.width() > area.right() && !must_stay {
                break;
            }
            at = hint.draw(buf, area, start, theme, hits);
        }
    }
}

impl Notice<'_> {
    /// Draws the notice and its answer on a ground of their own; returns where hints may go on.
    fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme, hits: &mut Vec<Hit>) -> u16 {
        let answer = self.answer.map_or(0, |hint| hint.width() + GAP);
        // An edge before the words, a blank after the answer.
        let room = area.width.saturating_sub(2);
        let answered = room.saturating_sub(answer) >= self.least_width();
        let words = self.words(if answered { room - answer } else { room });
        let taken = cells::width(&words) + 2 + if answered { answer } else { 0 };
        cells::fill(
            buf,
            Rect {
                width: taken,
                ..area
            },
            theme.base().patch(theme.style(Role::Panel)),
        );
        cells::put(buf, area.x, area.y, 1, "▎", theme.style(self.role));
        let mut at = cells::put(
            buf,
            area.x + 1,
            area.y,
            area.width.saturating_sub(1),
            &words,
            theme.strong(self.role),
        );
        if let Some(hint) = self.answer.filter(|_| answered) {
            at = hint.draw(buf, area, at + GAP, theme, hits);
        }
        at + 1 + GAP
    }

    /// The room it takes with its answer and nothing cut.
    fn whole_width(&self) -> u16 {
        let amount = cells::width(self.amount);
        let answer = self.answer.map_or(0, |hint| hint.width() + GAP);
        5 + cells::width(self.text) + amount + answer
    }

    /// The room below which the answer leaves: half of the text must still be seen.
    fn least_width(&self) -> u16 {
        3 + cells::width(self.text) / 2 + cells::width(self.amount)
    }

    /// Glyph, text and amount in at most `room` cells.
    fn words(&self, room: u16) -> String {
        let amount = if self.amount.is_empty() {
            String::new()
        } else {
            format!(" {}", self.amount)
        };
        let text = format!("{} {}", self.glyph, self.text);
        let text = cells::cut(&text, room.saturating_sub(cells::width(&amount)));
        format!("{}{amount}", text.trim_end())
    }
}

/// Writes a line at the right end, one blank from the edge; returns the cells it keeps.
fn right(buf: &mut Buffer, area: Rect, line: &Line<'_>) -> u16 {
    let width = cells::line_width(line).min(area.width.saturating_sub(1));
    let room = Rect {
        x: area.right() - 1 - width,
        width,
        ..area
    };
    cells::put_in(buf, room, line, cells::Align::Right);
    (width + 1 + GAP).min(area.width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};

    const HINTS: [Hint<'static>; 5] = [
        Hint {
            key: "?",
            label: "帮助",
        },
        Hint {
            key: "p",
            label: "记还款",
        },
        Hint {
            key: "P",
            label: "部分",
        },
        Hint {
            key: "u",
            label: "撤销",
        },
        Hint {
            key: "c",
            label: "查额度",
        },
    ];
    const PAID: Notice<'static> = Notice {
        glyph: "✓",
        text: "已记 小米 15 Pro 手机 第 6 期",
        amount: "¥441.58",
        role: Role::Paid,
        answer: Some(Hint {
            key: "u",
            label: "撤销",
        }),
    };

    fn footer(
        notice: Option<Notice<'static>>,
        saved: Saved<'static>,
        width: u16,
    ) -> (String, Vec<String>) {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = buf.area;
        let hits = Footer {
            hints: &HINTS,
            notice,
            saved,
        }
        .draw(&mut buf, area, &theme);
        for hit in &hits {
            assert_eq!(*hit, Hit::key(hit.area, buf[(hit.area.x, 0)].symbol()));
        }
        (
            cells::lines(&buf).remove(0),
            hits.iter()
                .map(|hit| buf[(hit.area.x, 0)].symbol().to_owned())
                .collect(),
        )
    }

    #[test]
    fn hints_drop_from_the_right_and_help_stays() {
        let quiet = Saved::Quiet("已保存 23:52");
        for (width, expected) in [
            (
                60,
                " ? 帮助   p 记还款   P 部分   u 撤销           已保存 23:52",
            ),
            (
                64,
                " ? 帮助   p 记还款   P 部分   u 撤销   c 查额度    已保存 23:52",
            ),
            (40, " ? 帮助   p 记还款   P 部分   u 撤销"),
            (24, " ? 帮助   p 记还款"),
            (10, " ? 帮助"),
            (5, " ? 帮"),
        ] {
            let (line, keys) = footer(None, quiet, width);
            assert_eq!(line, expected, "{width}");
            assert_eq!(keys[0], "?");
        }
    }

    #[test]
    fn a_failed_save_is_said_at_any_cost() {
        let (line, _) = footer(None, Saved::Failed("没存上：只读"), 40);
        assert_eq!(line, " ? 帮助   p 记还款       ! 没存上：只读");
        let (line, _) = footer(Some(PAID), Saved::Failed("没存上：只读"), 60);
        assert!(line.ends_with("! 没存上：只读"), "{line}");
    }

    #[test]
    fn a_notice_takes_the_place_of_the_hints_with_its_answer_beside_it() {
        let quiet = Saved::Quiet("已保存 23:52");
        for (width, expected, keys) in [
            (
                80,
                "▎✓ 已记 小米 15 Pro 手机 第 6 期 ¥441.58   u 撤销    ? 帮助        已保存 23:52",
                vec!["u", "?"],
            ),
            (
                52,
                "▎✓ 已记 小米 15 Pro 手机 第 6 期 ¥441.58   u 撤销",
                vec!["u"],
            ),
            (28, "▎✓ 已记 小米 15 Pr… ¥441.58", vec![]),
            (40, "▎✓ 已记 小米 15 Pro… ¥441.58   u 撤销", vec!["u"]),
        ] {
            assert_eq!(
                footer(Some(PAID), quiet, width),
                (
                    expected.to_owned(),
                    keys.into_iter().map(str::to_owned).collect()
                ),
                "{width}"
            );
        }
    }

    #[test]
    fn no_width_is_too_small() {
        for width in 0..80 {
            for notice in [None, Some(PAID)] {
                for saved in [Saved::Quiet("已保存"), Saved::Failed("没存上：只读")] {
                    footer(notice, saved, width);
                }
            }
        }
    }
}
