//! A finished frame in fewer bytes: a blank shows its ground alone, so nothing need be sent to
//! change the colour or the weight of what is not seen.

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// What a blank does not show.
const UNSEEN: Modifier = Modifier::BOLD.union(Modifier::DIM).union(Modifier::ITALIC);

/// Gives each blank the colour and the weight of what stands before it. Its ground stays, and a
/// blank with a line through or below it, or in exchanged colours, stays as it is.
pub fn follow(buf: &mut Buffer) {
    let mut before = (Color::Reset, Modifier::empty());
    for cell in &mut buf.content {
        if cell.symbol().as_bytes() == b" " && UNSEEN.contains(cell.modifier) {
            (cell.fg, cell.modifier) = before;
        } else {
            before = (cell.fg, cell.modifier & UNSEEN);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::cells;
    use proptest::prelude::*;
    use ratatui::backend::{Backend as _, CrosstermBackend};
    use ratatui::buffer::Cell;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    const AREA: Rect = Rect::new(0, 0, 12, 2);

    /// Texts in a style each, one after the other over the rows.
    fn frame(texts: &[(String, Style)]) -> Buffer {
        let mut buf = Buffer::empty(AREA);
        let places = (AREA.y..AREA.bottom()).flat_map(|y| [0, 4, 8].map(|x| (x, y)));
        for ((x, y), (text, style)) in places.zip(texts) {
            cells::put(&mut buf, x, y, 4, text, *style);
        }
        buf
    }

    fn sent(buf: &Buffer) -> Vec<u8> {
        let mut bytes = Vec::new();
        let updates = Buffer::empty(AREA);
        let cells = updates.diff(buf);
        let drawn = CrosstermBackend::new(&mut bytes).draw(cells.into_iter());
        drawn.expect("bytes take everything");
        bytes
    }

    /// What is seen of a cell.
    fn seen(cell: &Cell) -> (String, Color, Option<Color>, Modifier) {
        let is_blank = cell.symbol() == " ";
        let is_lined = !UNSEEN.contains(cell.modifier);
        let shown = if is_blank { !UNSEEN } else { Modifier::all() };
        (
            cell.symbol().to_owned(),
            cell.bg,
            (!is_blank || is_lined).then_some(cell.fg),
            cell.modifier & shown,
        )
    }

    fn any_style() -> impl Strategy<Value = Style> {
        let color = prop::sample::select(vec![Color::Reset, Color::Red, Color::Indexed(233)]);
        let modifier = prop::sample::select(vec![
            Modifier::empty(),
            Modifier::BOLD,
            Modifier::UNDERLINED,
            Modifier::REVERSED | Modifier::DIM,
        ]);
        (color.clone(), color, modifier)
            .prop_map(|(fg, bg, modifier)| Style::new().fg(fg).bg(bg).add_modifier(modifier))
    }

    #[test]
    fn colours_are_sent_once_for_words_and_the_blanks_between_them() {
        let bold = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
        let plain = Style::new().fg(Color::Blue);
        let words = ["due", "", "late"].map(str::to_owned).into_iter();
        let mut buf = frame(&words.zip([bold, plain, bold]).collect::<Vec<_>>());
        buf.set_style(Rect::new(3, 0, 5, 1), plain);
        let before = sent(&buf);
        follow(&mut buf);
        let after = String::from_utf8(sent(&buf)).expect("text");
        assert!(after.len() < before.len());
        assert_eq!(after.matches("\x1b[1m").count(), 1, "{after:?}");
        assert!(after.contains("due     late"), "{after:?}");
    }

    proptest! {
        #[test]
        fn what_is_seen_stays_and_twice_is_as_good_as_once(
            texts in prop::collection::vec(("[a 还]{0,4}", any_style()), 6),
        ) {
            let drawn = frame(&texts);
            let mut buf = drawn.clone();
            follow(&mut buf);
            for (cell, was) in buf.content.iter().zip(&drawn.content) {
                prop_assert_eq!(seen(cell), seen(was));
            }
            let once = buf.clone();
            follow(&mut buf);
            prop_assert_eq!(buf, once);
        }
    }
}
