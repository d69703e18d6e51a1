//! A question that wants `y` or `n`.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use super::hint::Hint;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use crate::app::Model;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// Draws the question over the middle of an area.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let question = texts.chrome_drop_form();
    let hints = [
        Hint {
            key: "y",
            label: texts.key_yes(),
        },
        Hint {
            key: "n",
            label: texts.key_no(),
        },
    ];
    let width = cells::width(question).max(20) + 6;
    let (inside, hits) = Overlay {
        title: texts.chrome_drop_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, width, 5), theme);
    let middle = Rect {
        y: inside.y + inside.height.saturating_sub(1) / 2,
        height: inside.height.min(1),
        ..inside
    };
    let line = Line::from(scene.ink(question, Role::Text));
    cells::put_in(buf, middle, &line, Align::Center);
    Drawn { hits, caret: None }
}
