//! Views that come with a later version: one line, and which view has the figures now.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cells::{self, Align};
use super::hint::Hit;
use super::scene::Scene;
use crate::app::Model;
use crate::app::screen::Screen;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// Says so in the middle of an area; a click leads to the view that has the figures.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let (view, instead, key) = match model.screen {
        Screen::WhatIf => (texts.what_if(), texts.chrome_what_if_now(), "c"),
        _ => (texts.cases(), texts.chrome_cases_now(), "5"),
    };
    let later = texts.chrome_later(view);
    let middle = Rect {
        y: area.y + area.height.saturating_sub(2) / 2,
        height: area.height.min(1),
        ..area
    };
    let below = Rect {
        y: (middle.y + 1).min(area.bottom()),
        height: area.height.saturating_sub(1).min(1),
        ..area
    };
    cells::put_in(
        buf,
        middle,
        &Line::from(scene.ink(later, Role::Text)),
        Align::Center,
    );
    let instead = Line::from(scene.ink(instead, Role::Muted));
    cells::put_in(buf, below, &instead, Align::Center);
    vec![Hit::key(below, key)]
}
