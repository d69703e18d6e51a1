//! The terminal: taken over, and given back whatever happens.

use std::io::{self, Stdout, Write, stdout};
use std::panic;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::crossterm::{execute, queue};

use super::events::Event;
use super::probe::{self, Answer, Asked, Question};
use crate::cli::Opening;
use crate::settings::config::Ascii;
use crate::settings::theme::{Background, ColorEnv, Depth, Theme};

/// The terminal while it is ours. Dropping it gives it back; so does a panic, before its message.
#[derive(Debug)]
pub struct Guard {
    taken: Arc<AtomicBool>,
    /// Whether the mouse is ours as well.
    mouse: bool,
}

impl Guard {
    /// Takes the terminal over.
    ///
    /// # Errors
    /// What the terminal says.
    pub fn take(mouse: bool) -> io::Result<Self> {
        let guard = Self {
            taken: Arc::new(AtomicBool::new(false)),
            mouse,
        };
        let (taken, before) = (Arc::clone(&guard.taken), panic::take_hook());
        panic::set_hook(Box::new(move |why| {
            give_back(&taken);
            before(why);
        }));
        guard.retake()?;
        Ok(guard)
    }

    /// Takes it over again after [`Guard::give_back`], or once more after a stop. The terminal is told
    /// with what is written next, because whatever is written alone wakes it up.
    ///
    /// # Errors
    /// What the terminal says.
    pub fn retake(&self) -> io::Result<()> {
        self.taken.store(true, Ordering::SeqCst);
        enable_raw_mode()?;
        let mut out = stdout();
        queue!(out, EnterAlternateScreen, EnableBracketedPaste)?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Whether the terminal is ours now.
    pub fn has_it(&self) -> bool {
        self.taken.load(Ordering::SeqCst)
    }

    /// Gives it back for a while.
    pub fn give_back(&self) {
        give_back(&self.taken);
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back(&self.taken);
    }
}

/// Once only: leaving the alternate screen twice would write over what was printed since.
fn give_back(taken: &AtomicBool) {
    if taken.swap(false, Ordering::SeqCst) {
        // Each on its own: what fails must not keep the others from happening.
        let mut out: Stdout = stdout();
        let _ = execute!(out, DisableBracketedPaste, DisableMouseCapture);
        let _ = execute!(out, LeaveAlternateScreen, Show);
        let _ = out.flush();
        let _ = disable_raw_mode();
    }
}

/// How to draw on this terminal.
#[derive(Debug)]
pub struct Manner {
    /// In which colours.
    pub theme: Theme,
    /// Whether borders and signs are drawn in ASCII only.
    pub ascii: bool,
    /// What was typed while the terminal was asked.
    pub typed: Vec<Event>,
}

/// What decides how to draw, while the terminal is asked for what nobody chose.
#[derive(Debug)]
pub struct Choice<'o> {
    opening: &'o Opening,
    depth: Depth,
    question: Question,
    asked: Asked,
}

impl<'o> Choice<'o> {
    /// Begins to ask the terminal, which is ours already.
    pub fn begin(opening: &'o Opening) -> Self {
        let set = |name| std::env::var(name).ok();
        let (colorterm, term, no_color) = (set("COLORTERM"), set("TERM"), set("NO_COLOR"));
        let env = ColorEnv {
            colorterm: colorterm.as_deref(),
            term: term.as_deref(),
            no_color: no_color.as_deref(),
        };
        let depth = Depth::choose(opening.color, env);
        // Whether to use colours was decided above; left to itself, crossterm answers NO_COLOR by
        // writing a reset in the place of each colour, which takes the reversed rows away as well.
        force_color_output(true);
        let question = Question {
            background: opening.theme.asks() && depth != Depth::Mono,
            width: opening.ascii == Ascii::Auto,
        };
        Self {
            opening,
            depth,
            question,
            asked: probe::ask(question),
        }
    }

    /// How to draw, once the terminal has answered.
    pub fn manner(self) -> Manner {
        let Answer {
            background,
            is_wide,
            typed,
        } = self.asked.answer();
        let otherwise = || of_colorfgbg(&std::env::var("COLORFGBG").ok()?);
        let background = background.or_else(|| self.question.background.then(otherwise).flatten());
        let ascii = self.opening.ascii == Ascii::Always || (self.question.width && is_wide);
        let theme = Theme::choose(self.opening.theme, background, self.depth);
        Manner {
            theme: theme.in_ascii(ascii),
            ascii,
            typed,
        }
    }
}

/// `15;0`: the last number is the background, 7 and 9 to 15 are light.
fn of_colorfgbg(colours: &str) -> Option<Background> {
    let background: u8 = colours.rsplit(';').next()?.parse().ok()?;
    Some(match background {
        7 | 9..=15 => Background::Light,
        _ => Background::Dark,
    })
}
