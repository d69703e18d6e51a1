//! What overlays have in common: their keys, a list in them, a line of text being typed.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::cells;
use super::hint::Hint;
use super::scene::Scene;
use crate::app::field::TextField;
use crate::app::keymap;
use crate::settings::theme::Role;

/// The keys that work in the overlay on top, as its border shows them.
pub(super) fn hints(scene: Scene<'_>) -> Vec<Hint<'_>> {
    let hints = keymap::hints(scene.model).into_iter();
    hints
        .map(|binding| Hint {
            key: binding.hint_key(),
            label: (binding.short)(scene.texts),
        })
        .collect()
}

/// Writes the text of a field into the first row of an area. A text longer than the area is
/// moved so that its caret is seen. Returns where the caret is.
pub(super) fn draw(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    field: &TextField,
    is_focused: bool,
) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let caret = u16::try_from(field.caret()).unwrap_or(u16::MAX);
    let (text, caret) = scrolled(field.text(), caret, area.width);
    let mut style = scene.theme.strong(Role::Text);
    if is_focused && field.preselected {
        style = style.add_modifier(Modifier::REVERSED);
    }
    cells::put(buf, area.x, area.y, area.width, text, style);
    is_focused.then_some(Position::new(area.x + caret, area.y))
}

/// The part of a text that is seen, and how far into it the caret is.
fn scrolled(text: &str, caret: u16, width: u16) -> (&str, u16) {
    let mut hidden = 0;
    let mut rest = text;
    while caret - hidden >= width {
        let Some(first) = rest.chars().next() else {
            break;
        };
        let (glyph, after) = rest.split_at(first.len_utf8());
        hidden += cells::width(glyph);
        rest = after;
    }
    (rest, caret - hidden)
}

#[cfg(test)]
mod tests {
    use super::scrolled;

    #[test]
    fn a_long_text_moves_so_that_its_caret_is_seen() {
        assert_eq!(scrolled("3299", 4, 10), ("3299", 4));
        assert_eq!(scrolled("123456", 6, 4), ("456", 3));
        assert_eq!(scrolled("还款记录", 8, 4), ("录", 2));
        assert_eq!(scrolled("123456", 0, 4), ("123456", 0));
    }
}
