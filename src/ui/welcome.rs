//!

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hint::Hit;
use crate::app::Model;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;

/// Draws it over an area.
pub fn draw(
    _buf: &mut Buffer,
    _area: Rect,
    _model: &Model,
    _theme: &Theme,
    _texts: Texts,
) -> Vec<Hit> {
    Vec::new()
}
