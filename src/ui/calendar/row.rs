//! An installment of the selected day, the next one, one that is still open.

use ratatui::text::{Line, Span};

use crate::app::board::due::DueRow;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::scene::Scene;

/// From this width on an installment takes one row, else two.
pub(super) const ONE_ROW: u16 = 34;

/// An installment in one row where there is room, else in two.
pub(super) fn lines<'a>(scene: Scene<'a>, row: &DueRow, words: &str, width: u16) -> Vec<Line<'a>> {
    if width >= ONE_ROW {
        return vec![one_row(scene, row, words, width)];
    }
    let name = cells::cut(scene.item(row.plan), width.saturating_sub(2));
    vec![
        beside(scene, row, words, width),
        Line::from(vec![Span::raw("  "), scene.muted(name)]),
    ]
}

/// Glyph, words, and the amount at the right; the words leave before the amount is cut.
fn beside<'a>(scene: Scene<'a>, row: &DueRow, words: &str, width: u16) -> Line<'a> {
    let amount = scene.exact(row.amount, row.currency);
    let room = width.saturating_sub(cells::width(&amount) + 3);
    let words = if cells::width(words) <= room {
        words
    } else {
        ""
    };
    let gap = width.saturating_sub(2 + cells::width(words) + cells::width(&amount));
    Line::from(vec![
        scene.bold(row.state.glyph(), row.state.role()),
        scene.ink(format!(" {words}"), word_role(row.state)),
        Span::raw(" ".repeat(gap.into())),
        scene.bold(
            amount,
            if row.is_open() {
                Role::Text
            } else {
                Role::Muted
            },
        ),
    ])
}

/// Glyph, words, name and amount; the words leave before the name is too short to know.
pub(super) fn one_row<'a>(scene: Scene<'a>, row: &DueRow, words: &str, width: u16) -> Line<'a> {
    let amount = scene.exact(row.amount, row.currency);
    let fixed = 3 + cells::width(&amount);
    let room = width.saturating_sub(fixed + cells::width(words) + 1);
    let (words, room) = if room < 6 {
        (String::new(), width.saturating_sub(fixed))
    } else {
        (format!("{words} "), room)
    };
    let name = cells::pad(scene.item(row.plan), room, Align::Left);
    let role = if row.is_open() {
        Role::Text
    } else {
        Role::Muted
    };
    Line::from(vec![
        scene.bold(row.state.glyph(), row.state.role()),
        scene.ink(format!(" {words}"), word_role(row.state)),
        scene.ink(name, role),
        scene.bold(format!(" {amount}"), role),
    ])
}

fn word_role(state: State) -> Role {
    match state {
        State::Open => Role::Text,
        state => state.role(),
    }
}

/// How an installment stands, in a word.
pub(super) fn status(scene: Scene<'_>, row: &DueRow) -> String {
    let standing = scene.model.board.position.plans.get(row.plan);
    let one = standing.and_then(|standing| standing.installment(row.id.n));
    one.map(|one| scene.texts.installment_status(scene.model.today, one))
        .unwrap_or_default()
}
