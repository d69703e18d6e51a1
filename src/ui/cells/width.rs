//! How many cells a text takes.

use ratatui::buffer::CellWidth;
use ratatui::text::Line;

use crate::settings::safe_text::{glyphs, plain_text_width, plain_width, safe};

/// How many cells a text takes when it is shown.
pub fn width(text: &str) -> u16 {
    plain_text_width(text).unwrap_or_else(|| safe_width(&safe(text)))
}

/// How many cells a line takes when it is shown.
pub fn line_width(line: &Line<'_>) -> u16 {
    line.spans
        .iter()
        .map(|span| width(&span.content))
        .fold(0, u16::saturating_add)
}

/// The width of the widest text: what a column of figures needs so that none is cut.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> u16 {
    texts.into_iter().map(width).max().unwrap_or(0)
}

/// How many cells `part/of` takes.
pub fn count_width(part: u32, of: u32) -> u16 {
    let digits = |number: u32| number.checked_ilog10().unwrap_or(0) + 1;
    u16::try_from(digits(part) + 1 + digits(of)).unwrap_or(u16::MAX)
}

/// The width of a text that is safe already.
pub(super) fn safe_width(shown: &str) -> u16 {
    let of_glyphs = || {
        let widths = glyphs(shown).map(glyph_width);
        widths.fold(0, u16::saturating_add)
    };
    plain_text_width(shown).unwrap_or_else(of_glyphs)
}

/// The width of one glyph of a safe text.
pub(super) fn glyph_width(glyph: &str) -> u16 {
    let mut chars = glyph.chars();
    let plain = chars.next().and_then(plain_width);
    plain
        .filter(|_| chars.as_str().is_empty())
        .unwrap_or_else(|| glyph.cell_width())
}
