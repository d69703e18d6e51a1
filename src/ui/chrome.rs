//! First and last line with their words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::hint::Hit;
use crate::app::Model;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;

pub fn header(
    _buf: &mut Buffer,
    _area: Rect,
    _model: &Model,
    _theme: &Theme,
    _texts: Texts,
) -> Vec<Hit> {
    Vec::new()
}

pub fn footer(
    _buf: &mut Buffer,
    _area: Rect,
    _model: &Model,
    _theme: &Theme,
    _texts: Texts,
) -> Vec<Hit> {
    Vec::new()
}

/// Says that the window is too small, and how large it has to be.
pub fn too_small(_buf: &mut Buffer, _area: Rect, _theme: &Theme, _texts: Texts) {}
