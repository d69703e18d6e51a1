//! The first line: the program's name, the views with their numbers, and at the right the day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells;
use super::hint::Hit;
use crate::settings::theme::{Role, Theme};

/// From this width on there is room for the names in full and some air.
const WIDE: u16 = 110;

/// A view as the header names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tab<'a> {
    /// The key that goes there: `1`.
    pub key: &'a str,
    /// Its name.
    pub label: &'a str,
    /// Its name where the room is short.
    pub short: &'a str,
    /// How many things wait there, and how bad they are; nothing for none.
    pub count: Option<(usize, Role)>,
}

/// The first line of the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header<'a> {
    /// The program's name.
    pub brand: &'a str,
    /// All views.
    pub tabs: &'a [Tab<'a>],
    /// Which of them is shown.
    pub current: usize,
    /// The day, or that this is the demonstration; leaves first where the room is short.
    pub right: Line<'a>,
}

/// How much is said, from the widest form to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// Name, full labels, blanks between the tabs.
    Wide,
    /// Name, short labels.
    Normal,
    /// Short labels close together: `1总览 2计划`.
    Tight,
    /// Numbers, and the name of the current view.
    Numbers,
}

impl Header<'_> {
    /// Draws the line into the first row of an area; returns where the tabs are.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) -> Vec<Hit> {
        let area = Rect {
            height: area.height.min(1),
            ..area
        }
        .intersection(buf.area);
        if area.is_empty() {
            return Vec::new();
        }
        let form = self.form(area.width, theme);
        let mut x = area.x;
        if let Some(gap) = form.gap_after_brand() {
            let brand = format!(" {} ", self.brand);
            x = cells::put(buf, x, area.y, area.width, &brand, theme.badge()) + gap;
        }
        let mut hits = Vec::new();
        for (place, tab) in self.tabs.iter().enumerate() {
            let start = if place == 0 { x } else { x + form.gap() };
            let line = tab.line(form, place == self.current, theme);
            x = cells::put_line(
                buf,
                start,
                area.y,
                area.right().saturating_sub(start),
                &line,
            );
            let tab_area = Rect {
                x: start,
                width: x.saturating_sub(start),
                ..area
            };
            if place == self.current {
                buf.set_style(tab_area.intersection(area), theme.style(Role::Select));
            }
            if !tab_area.is_empty() {
                hits.push(Hit::key(tab_area, tab.key));
            }
        }
        let right = cells::line_width(&self.right);
        if x + 2 + right < area.right() {
            cells::put_line(buf, area.right() - 1 - right, area.y, right, &self.right);
        }
        hits
    }

    /// The widest form that fits, else the narrowest there is.
    fn form(&self, width: u16, theme: &Theme) -> Form {
        let fits = |form: &Form| {
            let brand = form
                .gap_after_brand()
                .map_or(0, |gap| cells::width(self.brand) + 2 + gap);
            let tab = |(place, tab): (usize, &Tab<'_>)| {
                cells::line_width(&tab.line(*form, place == self.current, theme)) + form.gap()
            };
            let tabs: u16 = self.tabs.iter().enumerate().map(tab).sum();
            (*form != Form::Wide || width >= WIDE)
                && brand + tabs.saturating_sub(form.gap()) <= width
        };
        [Form::Wide, Form::Normal, Form::Tight]
            .into_iter()
            .find(fits)
            .unwrap_or(Form::Numbers)
    }
}

impl Form {
    /// Blanks between two tabs; the wider forms have blanks inside the tabs as well.
    const fn gap(self) -> u16 {
        match self {
            Self::Normal => 0,
            Self::Wide | Self::Tight | Self::Numbers => 1,
        }
    }

    /// Blanks after the program's name; nothing where the name has no room.
    const fn gap_after_brand(self) -> Option<u16> {
        match self {
            Self::Wide => Some(2),
            Self::Normal => Some(1),
            Self::Tight | Self::Numbers => None,
        }
    }
}

impl<'a> Tab<'a> {
    fn line(&self, form: Form, current: bool, theme: &Theme) -> Line<'a> {
        let [key, label] = if current {
            [theme.strong(Role::Accent); 2]
        } else {
            [theme.style(Role::Muted), theme.style(Role::Text)]
        };
        // Without room for the count its colour is on the number.
        let small_key = self
            .count
            .filter(|_| !current)
            .map_or(key, |(_, role)| theme.strong(role));
        match form {
            Form::Wide | Form::Normal => {
                let name = if form == Form::Wide {
                    self.label
                } else {
                    self.short
                };
                let mut line = Line::from(vec![
                    Span::styled(format!(" {} ", self.key), key),
                    Span::styled(name, label),
                    Span::styled(" ", label),
                ]);
                if let Some((count, role)) = self.count {
                    line.push_span(Span::styled(count.to_string(), theme.strong(role)));
                    line.push_span(Span::styled(" ", label));
                }
                line
            }
            Form::Numbers if !current => Line::styled(self.key, small_key),
            Form::Tight | Form::Numbers => Line::from(vec![
                Span::styled(self.key, small_key),
                Span::styled(self.short, label),
            ]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};

    const fn tab(key: &'static str, label: &'static str, short: &'static str) -> Tab<'static> {
        Tab {
            key,
            label,
            short,
            count: None,
        }
    }

    const ALERTS: Tab<'static> = Tab {
        count: Some((3, Role::Overdue)),
        ..tab("5", "提醒", "提醒")
    };
    const CASES: Tab<'static> = Tab {
        count: Some((1, Role::Restoring)),
        ..tab("6", "跟进", "跟进")
    };
    const ZH: [Tab<'static>; 7] = [
        tab("1", "总览", "总览"),
        tab("2", "计划", "计划"),
        tab("3", "额度", "额度"),
        tab("4", "日历", "日历"),
        ALERTS,
        CASES,
        tab("7", "试算", "试算"),
    ];
    const EN: [Tab<'static>; 4] = [
        tab("1", "Overview", "Home"),
        tab("2", "Plans", "Plans"),
        tab("3", "Limits", "Limits"),
        tab("4", "Calendar", "Cal"),
    ];

    fn header(
        tabs: &'static [Tab<'static>],
        brand: &'static str,
        width: u16,
    ) -> (String, Vec<Hit>, Buffer) {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let mut buf = Buffer::empty(Rect::new(0, 0, width, 1));
        let area = buf.area;
        let header = Header {
            brand,
            tabs,
            current: 0,
            right: Line::raw("2026-03-10 周二"),
        };
        let hits = header.draw(&mut buf, area, &theme);
        (cells::lines(&buf).remove(0), hits, buf)
    }

    #[test]
    fn the_header_says_as_much_as_fits() {
        for (width, expected) in [
            (
                110,
                " 分期    1 总览   2 计划   3 额度   4 日历   5 提醒 3   6 跟进 1   7 试算                     2026-03-10 周二",
            ),
            (
                80,
                " 分期   1 总览  2 计划  3 额度  4 日历  5 提醒 3  6 跟进 1  7 试算",
            ),
            (
                60,
                "1总览 2计划 3额度 4日历 5提醒 6跟进 7试算   2026-03-10 周二",
            ),
            (50, "1总览 2计划 3额度 4日历 5提醒 6跟进 7试算"),
            (24, "1总览 2 3 4 5 6 7"),
            (3, "1总"),
        ] {
            assert_eq!(header(&ZH, "分期", width).0, expected, "{width}");
        }
        assert_eq!(
            header(&EN, "fenqi", 50).0,
            " fenqi   1 Home  2 Plans  3 Limits  4 Cal"
        );
    }

    #[test]
    fn each_tab_can_be_clicked_where_it_stands() {
        for width in 0..130 {
            let (_, hits, buf) = header(&ZH, "分期", width);
            for hit in hits {
                let text: String = (hit.area.left()..hit.area.right())
                    .map(|x| buf[(x, 0)].symbol())
                    .collect();
                let key: String = text.trim().chars().take(1).collect();
                assert!(
                    key.is_empty() || Hit::key(hit.area, &key) == hit,
                    "{width}: {text}"
                );
            }
        }
    }

    #[test]
    fn the_current_tab_has_a_ground_and_a_count_the_colour_of_its_worst() {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let (line, hits, buf) = header(&ZH, "分期", 80);
        let current = hits[0].area;
        assert!(
            (current.left()..current.right()).all(|x| buf[(x, 0)].bg == theme.color(Role::Select))
        );
        assert_ne!(buf[(current.right(), 0)].bg, theme.color(Role::Select));
        let before: String = line.chars().take_while(|char| *char != '提').collect();
        let count = cells::width(&before) + 5;
        assert_eq!(
            (buf[(count, 0)].symbol(), buf[(count, 0)].fg),
            ("3", theme.color(Role::Overdue))
        );
        let (_, hits, buf) = header(&ZH, "分期", 50);
        assert_eq!(buf[(hits[4].area.x, 0)].fg, theme.color(Role::Overdue));
    }
}
