//! The end that meets the terminal, the clock and the signals. It carries out what the dashboard
//! asks for and tells it what happened; it has no rules of its own.
//!
//! | question | file |
//! |---|---|
//! | the loop in a terminal; the same loop without one | `run`, `headless` |
//! | one message and everything that follows from it | `session` |
//! | where the book comes from and goes to | `shelf`, `disk`, `sample` |
//! | the history, and the way to another point of it | `journey` |
//! | the terminal, and that it always comes back | `terminal` |
//! | what the terminal is asked first | `probe` |
//! | keys, mouse, pastes, window sizes, signals | `events`, `signals` |
//! | a key that is held down | `repeat` |
//! | a bill, read beside the loop | `bills` |
//! | the shopper's editor | `editor` |
//! | a notification of the desktop | `notification` |
//! | what time is it | `clock` |

mod bills;
mod clipboard;
pub mod clock;
mod describe;
mod disk;
pub mod editor;
mod events;
mod flood;
pub mod headless;
mod journey;
pub mod notification;
mod opened;
mod probe;
mod repeat;
mod run;
mod sample;
mod session;
mod shelf;
mod signals;
mod terminal;
#[cfg(test)]
mod tests;

use std::io;

use crate::cli::Opening;

/// Opens the dashboard and stays until it ends, or presses the keys and prints the last screen.
///
/// # Errors
/// What the terminal or the output says.
pub fn run(opening: &Opening) -> io::Result<()> {
    match opening.print {
        Some(window) => headless::print(opening, window.into(), &mut io::stdout().lock()),
        None => run::run(opening),
    }
}
