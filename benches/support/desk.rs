//! A dashboard as a value, with a book open in it.

use std::error::Error;

use fenqi::app::Model;
use fenqi::app::derive::Start;
use fenqi::app::key::Stroke;
use fenqi::app::key::strokes;
use fenqi::app::keymap::Keymap;
use fenqi::app::model::{BookState, Size};
use fenqi::app::msg::Msg;
use fenqi::app::update::update;
use fenqi::document::{Document, calendar};
use fenqi::settings::texts::{Lang, Texts};
use fenqi::settings::theme::{Depth, Theme, ThemeChoice};
use fenqi::ui;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::book::today;

/// The window of all measurements.
pub const WINDOW: Rect = Rect::new(0, 0, 120, 40);

/// A document of a text.
pub fn document(text: &str) -> Result<Document, Box<dyn Error>> {
    Document::parse(text.to_owned()).map_err(|problems| problems.to_string().into())
}

/// The dashboard of a book.
pub fn model(text: &str) -> Result<Model, Box<dyn Error>> {
    Ok(Model::new(Start {
        today: today(),
        lang: Lang::Zh,
        theme: ThemeChoice::Dark,
        keymap: Keymap::default(),
        amounts_hidden: false,
        window: Size::from((WINDOW.width, WINDOW.height)),
        path: "book.toml".to_owned(),
        demo: false,
        book: BookState::Open(document(text)?),
        calendar: calendar::china(),
    }))
}

/// Presses keys, by their names.
pub fn press(model: &mut Model, keys: &str) {
    for stroke in strokes(keys).unwrap_or_default() {
        if let Stroke::Key(key) = stroke {
            update(model, Msg::Key(key));
        }
    }
}

/// An empty window.
pub fn window() -> Buffer {
    Buffer::empty(WINDOW)
}

/// Draws the window anew, as a terminal does it for each frame.
pub fn draw(window: &mut Buffer, model: &Model) {
    window.reset();
    let theme = Theme::choose(ThemeChoice::Dark, None, Depth::True);
    ui::draw(window, WINDOW, model, &theme, Texts::new(model.lang));
}
