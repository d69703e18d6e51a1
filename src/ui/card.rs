//! A figure that is read at a glance: a tinted card with an edge in the colour of its meaning.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::{Line, Span};

use super::cells;
use crate::domain::{Currency, Money};
use crate::settings::format::{Amounts, Written};
use crate::settings::theme::{Role, Theme};

/// A card: what it is, how much, and a remark for which there are at least three rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Card<'a> {
    /// What the figure is.
    pub label: &'a str,
    /// The figure; see [`amount`].
    pub figure: Line<'a>,
    /// A remark.
    pub note: Line<'a>,
}

impl Card<'_> {
    /// Draws the card over the whole area with an edge in the colour of `role`; returns what the
    /// note leaves free of its row, for a bar.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, role: Role, theme: &Theme) -> Rect {
        let area = area.intersection(buf.area);
        cells::fill(buf, area, theme.base().patch(theme.style(Role::Panel)));
        let text = Rect {
            x: area.x.saturating_add(2),
            width: area.width.saturating_sub(3),
            height: 1,
            ..area
        };
        let label = Line::styled(self.label, theme.style(Role::Muted));
        let note = self
            .note
            .clone()
            .style(theme.style(Role::Muted).patch(self.note.style));
        for (y, line) in (area.top()..area.bottom()).zip([&label, &self.figure, &note]) {
            cells::put_in(buf, Rect { y, ..text }, line, cells::Align::Left);
        }
        // Without colours a role may be underlined, which would cut the edge into pieces.
        let edge = theme.style(role).remove_modifier(Modifier::UNDERLINED);
        for y in area.top()..area.bottom() {
            cells::put(buf, area.x, y, area.width, "▎", edge);
        }
        let taken = match cells::line_width(&note) {
            0 => 0,
            width => width.saturating_add(2).min(text.width),
        };
        let free = Rect {
            x: text.x + taken,
            y: area.y.saturating_add(2),
            width: text.width - taken,
            height: 1,
        };
        if area.height < 3 {
            Rect {
                width: 0,
                height: 0,
                ..free
            }
        } else {
            free
        }
    }
}

/// An amount whose cents are quieter than the rest, so that the size of it is seen first.
pub fn amount(written: Written, role: Role, theme: &Theme) -> Line<'static> {
    let cents = if role == Role::Text {
        Role::Muted
    } else {
        role
    };
    Line::from(vec![
        Span::styled(written.whole, theme.strong(role)),
        Span::styled(written.cents, theme.style(cents)),
    ])
}

/// How many cells the widest of amounts takes. Of one currency that is the largest or the least:
/// no other is written out.
pub fn widest_amount(amounts: Amounts, all: impl IntoIterator<Item = (Money, Currency)>) -> u16 {
    let mut extremes: BTreeMap<Currency, (Money, Money)> = BTreeMap::new();
    for (amount, currency) in all {
        let (least, most) = extremes.entry(currency).or_insert((amount, amount));
        *least = amount.min(*least);
        *most = amount.max(*most);
    }
    let ends = extremes.iter();
    let ends = ends.flat_map(|(currency, (least, most))| [(*least, *currency), (*most, *currency)]);
    let width = |(amount, currency)| cells::width(&amounts.exact(amount, currency));
    ends.map(width).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::theme::{Depth, ThemeChoice};

    fn drawn(width: u16, height: u16) -> (Vec<String>, Rect) {
        let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
        let written = Written {
            whole: "¥2,640".to_owned(),
            cents: ".32".to_owned(),
        };
        let card = Card {
            label: "本月还要还",
            figure: amount(written, Role::Text, &theme),
            note: Line::raw("已还 3/10"),
        };
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let area = buf.area;
        let free = card.draw(&mut buf, area, Role::Accent, &theme);
        assert!(
            buf.content()
                .iter()
                .all(|cell| cell.bg == theme.color(Role::Panel))
        );
        (cells::lines(&buf), free)
    }

    #[test]
    fn a_card_shows_label_figure_and_note_and_leaves_room_for_a_bar() {
        let (lines, free) = drawn(20, 3);
        assert_eq!(lines, ["▎ 本月还要还", "▎ ¥2,640.32", "▎ 已还 3/10"]);
        assert_eq!(free, Rect::new(13, 2, 6, 1));
    }

    #[test]
    fn with_two_rows_the_note_leaves() {
        let (lines, free) = drawn(20, 2);
        assert_eq!(lines, ["▎ 本月还要还", "▎ ¥2,640.32"]);
        assert!(free.is_empty());
        for (width, height) in [(0, 0), (1, 1), (2, 3), (3, 3)] {
            drawn(width, height);
        }
    }

    #[test]
    fn the_widest_amount_is_found_among_the_ends_of_each_currency() {
        let yuan = |amount: &str| (Money::parse(amount, Currency::CNY).unwrap(), Currency::CNY);
        let euro = Currency::new("EUR").unwrap();
        let euros = |amount: &str| (Money::parse(amount, euro).unwrap(), euro);
        let owed = |(amount, of): (Money, Currency)| (-amount, of);
        let nothing = widest_amount(Amounts::SHOWN, []);
        assert_eq!(nothing, 0);
        for all in [
            vec![yuan("3"), yuan("1200.5"), yuan("999.99")],
            vec![owed(yuan("1200.5")), yuan("999.99"), euros("7")],
            vec![euros("12345"), yuan("0"), yuan("4")],
        ] {
            let written = all
                .iter()
                .map(|(amount, of)| Amounts::SHOWN.exact(*amount, *of));
            let widest = written.map(|text| cells::width(&text)).max();
            assert_eq!(Some(widest_amount(Amounts::SHOWN, all)), widest);
        }
    }
}
