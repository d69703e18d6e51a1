//! A file with problems.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::Model;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;

/// Draws it over the top of an area; returns what it leaves free.
pub fn draw(_buf: &mut Buffer, area: Rect, _model: &Model, _theme: &Theme, _texts: Texts) -> Rect {
    area
}
