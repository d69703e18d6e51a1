//! A question that wants `y` or `n`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::split;
use super::cells::{self, Align};
use super::hint::Hint;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::wrap::wrap;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::keymap::Scope;
use crate::app::overlay::Question;
use crate::domain::Currency;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDEST: u16 = 64;

/// Draws the question over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    question: &Question,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let (title, asked) = words(scene, question);
    let hints = [
        Hint {
            key: scene.key_in(Scope::Confirm, Action::Yes),
            label: texts.key_yes(),
        },
        Hint {
            key: scene.key_in(Scope::Confirm, Action::No),
            label: texts.key_no(),
        },
    ];
    let widest = cells::widest(asked.iter().map(String::as_str)).max(20);
    let width = (widest + 4).min(WIDEST).min(area.width);
    let sentences = asked.iter();
    let asked: Vec<_> = sentences
        .flat_map(|words| wrap(words, width.saturating_sub(4)))
        .collect();
    let rows = u16::try_from(asked.len()).unwrap_or(area.height);
    let (inside, hits) = Overlay {
        title,
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, width, rows + 4), theme);
    let above = inside.height.saturating_sub(rows) / 2;
    for (row, words) in split(inside, above).1.rows().zip(&asked) {
        let line = Line::from(scene.ink(words.as_str(), Role::Text));
        cells::put_in(buf, row, &line, Align::Left);
    }
    Drawn { hits, caret: None }
}

/// The title and the question, each of its sentences that stands on its own.
fn words<'a>(scene: Scene<'a>, question: &Question) -> (&'a str, Vec<String>) {
    let texts = scene.texts;
    match question {
        Question::DropForm => (
            texts.chrome_drop_title(),
            vec![texts.chrome_drop_form().to_owned()],
        ),
        Question::Delete(id) => {
            let plan = scene.book().and_then(|book| book.plan(id));
            let item = plan.map_or(id.as_str(), |plan| &plan.item);
            (
                texts.delete_title(),
                vec![texts.delete_plan(item, scene.told_key(Action::Undo))],
            )
        }
        Question::AboveCap { above, .. } => {
            let currency = scene.book().map_or(Currency::CNY, |book| book.currency);
            let why = texts.reason(above, scene.amounts(), currency);
            let asked = texts.above_cap_asked().to_owned();
            (texts.above_cap_title(), vec![texts.above_cap(&why), asked])
        }
    }
}
