//! Does a price still fit? Answered for every line while the price is typed.

mod answer;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, split};
use super::cells::{self, Align};
use super::entry;
use super::form::words::look;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use crate::app::Model;
use crate::app::overlay::{Check, CheckAnswer};
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// The least width in which all amounts of an answer stand beside each other.
const WIDTH: u16 = 66;

/// Draws the check over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    check: &Check,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let width = WIDTH.min(area.width).saturating_sub(4);
    let blocks = answer::blocks(scene, &check.answer, width);
    let rows: usize = blocks.iter().map(answer::Block::rows).sum();
    // Price, a blank row above and below the answers, the border.
    let height = u16::try_from(rows + 6).unwrap_or(area.height);
    let place = overlay::place(area, WIDTH, height);
    let hints = entry::hints(scene);
    let (inner, hits) = Overlay {
        title: texts.check_title(),
        right: verdict(scene, &check.answer),
        hints: &hints,
    }
    .draw(buf, place, theme);
    let is_airy = usize::from(inner.height) >= rows + 3;
    let (_, inner) = split(inner, u16::from(is_airy));
    let (price, rest) = split(inner, 1);
    let caret = draw_price(scene, buf, price, check);
    let (_, rest) = split(rest, u16::from(is_airy));
    if rest.height < 2 && blocks.len() > 1 {
        // The smallest window has room for the answer, not for the lines it comes from.
        cells::put_in(buf, rest, &verdict(scene, &check.answer), Align::Left);
    } else {
        answer::draw(scene, buf, rest, &blocks);
    }
    Drawn { hits, caret }
}

/// The price being typed, and beside it the most that could be bought.
fn draw_price(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    check: &Check,
) -> Option<ratatui::layout::Position> {
    let label = format!("{}  ", scene.texts.check_price());
    let symbol = scene.model.board.currency.symbol();
    let (left, field) = beside(row, cells::width(&label) + cells::width(symbol));
    let line = Line::from(vec![
        scene.muted(label),
        scene.bold(symbol.to_owned(), Role::Text),
    ]);
    cells::put_in(buf, left, &line, Align::Left);
    let typed = cells::width(check.input.text()).saturating_add(1).max(8);
    let (field, aside) = beside(field, typed.min(field.width));
    let said = match check.answer {
        CheckAnswer::NotAnAmount => {
            Line::from(scene.ink(scene.texts.check_not_an_amount(), Role::Overdue))
        }
        CheckAnswer::Empty | CheckAnswer::Checked { .. } => answer::most(scene),
    };
    let (_, aside) = beside(aside, 2);
    if cells::line_width(&said) <= aside.width {
        cells::put_in(buf, aside, &said, Align::Left);
    }
    entry::draw(scene, buf, field, &check.input, true)
}

/// The price as it was understood, and the answer in a word.
fn verdict(scene: Scene<'_>, answer: &CheckAnswer) -> Line<'static> {
    let CheckAnswer::Checked { amount, check } = answer else {
        return Line::default();
    };
    let (state, role) = look(check.verdict);
    let read = scene.exact(*amount, scene.model.board.currency);
    Line::from(vec![
        scene.muted(format!("{read}  ")),
        scene.bold(state.glyph(), role),
        Span::raw(" "),
        scene.bold(scene.texts.verdict(check.verdict), role),
    ])
}
