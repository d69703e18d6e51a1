//! A key and what it does, written so that it can be read and clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells;
use crate::settings::theme::{Role, Theme};

/// A key and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The key as people write it: `p`, `Esc`, `⏎`.
    pub key: &'a str,
    /// What it does, in a word or two.
    pub label: &'a str,
}

/// A place that acts, when clicked, as if a key were pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Where it is on the screen.
    pub area: Rect,
    /// The key, as it stands in the hint: `p`, `Esc`, `3`.
    pub key: &'a str,
}

impl<'a> Hint<'a> {
    /// How many cells it takes.
    pub fn width(&self) -> u16 {
        cells::width(self.key) + 1 + cells::width(self.label)
    }

    /// The key in the accent, the label quiet.
    pub fn spans(&self, theme: &Theme) -> [Span<'a>; 3] {
        [
            Span::styled(self.key, theme.strong(Role::Accent)),
            Span::raw(" "),
            Span::styled(self.label, theme.style(Role::Muted)),
        ]
    }

    /// Writes it from `x` on in the first row of an area and notes where it is; returns the
    /// column after it.
    pub fn draw(
        &self,
        buf: &mut Buffer,
        area: Rect,
        x: u16,
        theme: &Theme,
        hits: &mut Vec<Hit<'a>>,
    ) -> u16 {
        let line = Line::from(self.spans(theme).to_vec());
        let end = cells::put_line(buf, x, area.y, area.right().saturating_sub(x), &line);
        if end > x {
            hits.push(Hit {
                area: Rect::new(x, area.y, end - x, 1),
                key: self.key,
            });
        }
        end
    }
}
