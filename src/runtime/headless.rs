//! The same loop without a terminal: `--keys 'j p u' --print --size 80x24`.

use std::io::{self, Write};
use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::TestBackend;

use super::session::{BillWork, EditorEnd, Outside, Session};
use crate::app::import::FoundBill;
use crate::app::key::Stroke;
use crate::app::model::Size;
use crate::app::msg::Msg;
use crate::cli::Opening;
use crate::settings::config::Ascii;
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
    fn copy(&mut self, _: &str) {}
    fn beside(&mut self, work: BillWork) -> Option<FoundBill> {
        Some(work())
    }
    fn suspend(&mut self) {}
    fn edit(&mut self, path: &Path, line: usize) -> EditorEnd {
        EditorEnd::NotRun(format!("{}:{line}", path.display()))
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
        if opening.ascii == Ascii::Always {
            ui::ascii::simplify(frame.buffer_mut());
        }
    });
    cells::lines(frame.buffer)
}

#[cfg(test)]
mod tests {
    use super::{Nowhere, Opening, msg, pressed, screen};
    use crate::app::key::{Key, strokes};
    use crate::app::keymap::KEYMAP;
    use crate::app::model::{Saving, Size};
    use crate::runtime::session::Session;
    use crate::settings::texts::{Lang, Texts};

    const WINDOW: Size = Size {
        width: 80,
        height: 24,
    };

    fn demo(lang: Lang, keys: &str) -> Opening {
        let today = "2026-03-10".parse().unwrap();
        Opening {
            keys: strokes(keys).unwrap(),
            print: Some((80, 24)),
            ..Opening::of_sample(today, Texts::new(lang))
        }
    }

    #[test]
    fn paying_undoing_and_doing_again_works_on_the_sample_book() {
        let text = |keys| {
            let session = pressed(&demo(Lang::Zh, keys), WINDOW);
            let document = session.model.book.document().unwrap();
            (document.text().to_owned(), session.model.saving)
        };
        let (before, _) = text("");
        let (paid, saving) = text("p");
        assert_ne!(paid, before);
        assert!(matches!(saving, Saving::SavedAt(_)));
        assert_eq!(text("p u").0, before);
        assert_eq!(text("p u U").0, paid);
        assert_eq!(text("p p u u U U"), text("p p"));
        assert_eq!(text("p q p").0, paid, "nothing follows a q");
    }

    #[test]
    fn the_printed_screen_has_the_size_that_was_asked_for() {
        let opening = demo(Lang::En, "<resize:60x20>");
        let lines = screen(&pressed(&opening, WINDOW), &opening);
        assert_eq!(lines.len(), 20);
        assert!(lines.iter().all(|line| line.chars().count() <= 60));
    }

    /// Every key in every state that other keys lead to, drawn in windows of many sizes.
    #[test]
    fn a_walk_over_all_keys_can_be_drawn() {
        let opening = demo(Lang::Zh, "");
        let mut session = Session::new(&opening, WINDOW);
        let mut keys: Vec<String> = KEYMAP
            .iter()
            .flat_map(|row| row.keys.iter().map(Key::to_string))
            .collect();
        let sizes = [
            "1x1", "24x5", "40x10", "60x20", "80x24", "120x36", "300x100",
        ];
        keys.extend(sizes.map(|size| format!("<resize:{size}>")));
        let mut at = 1usize;
        for step in 0..keys.len() * 2 {
            at = (at * 31 + step) % keys.len();
            for stroke in strokes(&keys[at]).unwrap() {
                session.take(msg(&stroke), &mut Nowhere::default());
            }
            let lines = screen(&session, &opening);
            assert_eq!(lines.len(), usize::from(session.model.window.height));
        }
    }
}
