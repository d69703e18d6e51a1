//! A key and what it does, written so that it can be read and clicked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::cells;
use crate::app::key::Key;
use crate::app::msg::Target;
use crate::app::screen::Part;
use crate::settings::theme::{Role, Theme};

/// A key and what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hint<'a> {
    /// The key as people write it: `p`, `Esc`, `⏎`.
    pub key: &'a str,
    /// What it does, in a word or two.
    pub label: &'a str,
}

/// A place that can be clicked. Of several at one cell the last one counts, as in painting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Where it is on the screen.
    pub area: Rect,
    /// What a click on it is about.
    pub target: Target,
}

impl Hit {
    /// A place that is about something.
    pub const fn new(area: Rect, target: Target) -> Self {
        Self { area, target }
    }

    /// A place that acts as if a key were pressed, written as in a hint: `p`, `Esc`, `⏎`.
    pub fn key(area: Rect, key: &str) -> Self {
        Self::new(
            area,
            Key::from_written(key).map_or(Target::Nothing, Target::Key),
        )
    }
}

/// The parts that were drawn, each with the last row with which it can begin.
pub fn parts(hits: &[Hit]) -> Vec<(Part, usize)> {
    let part = |hit: &Hit| match hit.target {
        Target::Part(part, last) => Some((part, last)),
        _ => None,
    };
    hits.iter().filter_map(part).collect()
}

/// What lies at a cell.
pub fn target_at(hits: &[Hit], x: u16, y: u16) -> Target {
    let at = |hit: &&Hit| hit.area.contains((x, y).into());
    hits.iter()
        .rfind(at)
        .map_or(Target::Nothing, |hit| hit.target)
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
        hits: &mut Vec<Hit>,
    ) -> u16 {
        let line = Line::from(self.spans(theme).to_vec());
        let end = cells::put_line(buf, x, area.y, area.right().saturating_sub(x), &line);
        if end > x {
            hits.push(Hit::key(Rect::new(x, area.y, end - x, 1), self.key));
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::key::Code;

    #[test]
    fn of_several_places_at_one_cell_the_last_counts() {
        let hits = [
            Hit::new(Rect::new(0, 0, 9, 3), Target::Overlay),
            Hit::key(Rect::new(2, 2, 5, 1), "Esc"),
        ];
        for ((x, y), target) in [
            ((2, 2), Target::Key(Key::of(Code::Esc))),
            ((1, 2), Target::Overlay),
            ((9, 2), Target::Nothing),
        ] {
            assert_eq!(target_at(&hits, x, y), target);
        }
    }
}
