//! How much the window has room for.

use ratatui::layout::Rect;

/// How much the window has room for. Views ask with the area of the buffer they draw into.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layout {
    /// Nothing; only quitting works.
    TooSmall,
    /// A list, with a line above and below.
    List,
    /// Panes without what can be missed; a detail takes the place of its list.
    Small,
    /// One or two panes.
    Normal,
    /// Panes side by side.
    Wide,
}

/// Each layout with the least window it needs, the largest first.
const LEAST: [(Layout, u16, u16); 4] = [
    (Layout::Wide, 110, 32),
    (Layout::Normal, 76, 22),
    (Layout::Small, 56, 15),
    (Layout::List, 24, 5),
];

impl Layout {
    /// The least window in which anything is shown: columns and rows.
    pub const LEAST_WINDOW: (u16, u16) = (24, 5);

    /// The layout for a window: the first that fits.
    pub fn of(window: Rect) -> Self {
        LEAST
            .into_iter()
            .find(|(_, width, height)| window.width >= *width && window.height >= *height)
            .map_or(Self::TooSmall, |(layout, ..)| layout)
    }
}

/// The three parts of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Parts {
    pub header: Rect,
    pub body: Rect,
    pub footer: Rect,
}

impl Parts {
    /// The first line, the last line and what is between; a large window has some air.
    pub fn of(window: Rect) -> Self {
        let air = u16::from(Layout::of(window) == Layout::Wide);
        let row = |y| Rect {
            y,
            height: window.height.min(1),
            ..window
        };
        Self {
            header: row(window.y),
            body: Rect {
                y: window.y + window.height.min(1 + air),
                height: window.height.saturating_sub(2 + air),
                ..window
            },
            footer: row(window.bottom().saturating_sub(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_layout_that_fits_is_taken() {
        for (width, height, layout) in [
            (120, 36, Layout::Wide),
            (110, 32, Layout::Wide),
            (109, 60, Layout::Normal),
            (200, 31, Layout::Normal),
            (80, 24, Layout::Normal),
            (75, 24, Layout::Small),
            (80, 21, Layout::Small),
            (60, 20, Layout::Small),
            (55, 20, Layout::List),
            (56, 14, Layout::List),
            (24, 5, Layout::List),
            (23, 5, Layout::TooSmall),
            (24, 4, Layout::TooSmall),
            (0, 0, Layout::TooSmall),
        ] {
            assert_eq!(
                Layout::of(Rect::new(0, 0, width, height)),
                layout,
                "{width}x{height}"
            );
        }
    }

    #[test]
    fn the_parts_cover_the_window_without_overlap() {
        for (width, height, body) in [(120, 36, (2, 33)), (80, 24, (1, 22)), (24, 5, (1, 3))] {
            let parts = Parts::of(Rect::new(0, 0, width, height));
            assert_eq!((parts.body.y, parts.body.height), body);
            assert_eq!((parts.header.y, parts.footer.y), (0, height - 1));
        }
    }
}
