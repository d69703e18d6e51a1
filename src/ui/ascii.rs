//! A finished frame for terminals that draw borders, blocks and dots two cells wide, or not at
//! all: each such glyph gives way to an ASCII twin, so that every column stays in its place.

use ratatui::buffer::Buffer;

use super::cells;
use crate::settings::symbols::{SELECTED, State};

/// Glyphs beside those of the states, and their twins.
const TWINS: [(&str, &str); 9] = [
    ("╭╮╰╯├┤┬┴┼┻", "+"),
    ("─┄—", "-"),
    ("━", "="),
    ("│▎", "|"),
    ("▄▅▆▇█", "#"),
    ("▖▒", ":"),
    ("▁▂▃·", "."),
    ("⣤", "*"),
    ("…", "~"),
];

/// Replaces what may not be one cell wide. Letters of any script stay.
pub fn simplify(buf: &mut Buffer) {
    let area = buf.area;
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            let twin = buf.cell((x, y)).and_then(|cell| twin(cell.symbol()));
            if let Some(twin) = twin {
                cells::replace(buf, x, y, twin);
            }
        }
    }
}

fn twin(symbol: &str) -> Option<&'static str> {
    if symbol.is_ascii() {
        return None;
    }
    if symbol == SELECTED {
        return Some(">");
    }
    let state = State::ALL
        .into_iter()
        .find(|state| state.glyph() == symbol)
        .map(State::ascii);
    state.or_else(|| {
        TWINS
            .iter()
            .find(|(glyphs, _)| glyphs.contains(symbol))
            .map(|(_, twin)| *twin)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    #[test]
    fn borders_bars_and_states_have_twins_and_words_stay() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 24, 3));
        for (y, line) in ["╭ 3 额度 ───╮", "│▸✓ 小米… ▄▄▖⣤▁ │", "╰━━━───── ¥5 ─╯"]
            .into_iter()
            .enumerate()
        {
            cells::put(
                &mut buf,
                0,
                u16::try_from(y).unwrap(),
                24,
                line,
                Style::new().fg(Color::Red),
            );
        }
        simplify(&mut buf);
        assert_eq!(
            cells::lines(&buf),
            ["+ 3 额度 ---+", "|>v 小米~ ##:*. |", "+===----- ¥5 -+"]
        );
        assert_eq!(buf[(0, 0)].fg, Color::Red);
    }
}
