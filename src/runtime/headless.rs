//! The same loop without a terminal: `--keys 'j p u' --print --size 80x24`.

use std::io::{self, Write};
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::session::{Outside, Session};
use crate::app::key::Stroke;
use crate::app::model::Size;
use crate::app::msg::Msg;
use crate::cli::Opening;
use crate::settings::theme::{ColorChoice, ColorEnv, Depth, Theme};
use crate::ui;
use crate::ui::cells;

/// Nothing but the wish to quit can come true without a terminal.
#[derive(Debug, Default)]
struct Nowhere {
    quit: bool,
}

impl Outside for Nowhere {
    fn redraw(&mut self) {}
    fn suspend(&mut self) {}
    fn edit(&mut self, path: &Path, line: usize) -> Result<(), String> {
        Err(format!("{}:{line}", path.display()))
    }
    fn quit(&mut self) {
        self.quit = true;
    }
}

/// Presses the keys and prints the last screen.
///
/// # Errors
/// Where the output cannot be written; a closed pipe is no error.
pub fn print(opening: &Opening, window: Size, out: &mut impl Write) -> io::Result<()> {
    let session = pressed(opening, window);
    let lines = screen(&session, opening);
    match writeln!(out, "{}", lines.join("\n")) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// What a stroke of `--keys` tells the dashboard.
pub fn msg(stroke: &Stroke) -> Msg {
    match stroke {
        Stroke::Key(key) => Msg::Key(*key),
        Stroke::Paste(text) => Msg::Paste(text.clone()),
        Stroke::Resize(width, height) => Msg::Resized((*width, *height).into()),
    }
}

fn pressed(opening: &Opening, window: Size) -> Session {
    let mut session = Session::new(opening, window);
    let mut outside = Nowhere::default();
    for stroke in &opening.keys {
        session.take(msg(stroke), &mut outside);
        if outside.quit {
            break;
        }
    }
    session
}

fn screen(session: &Session, opening: &Opening) -> Vec<String> {
    let window = session.model.window;
    let backend = TestBackend::new(window.width, window.height);
    let Ok(mut terminal) = Terminal::new(backend);
    let depth = Depth::choose(ColorChoice::Never, ColorEnv::default());
    let theme = Theme::choose(opening.theme, None, depth);
    let Ok(frame) = terminal.draw(|frame| {
        ui::view(frame, &session.model, &theme, opening.texts);
    });
    cells::lines(frame.buffer)
}
