//! Signals become events; while another program has the terminal they are left to it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::events::Event;

/// What a signal asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// End.
    End,
    /// Stop until the shell continues.
    Stop,
    /// Go on after a stop.
    GoOn,
}

impl Wish {
    /// The wish of a signal.
    pub fn of(signal: i32) -> Self {
        match signal {
            SIGTSTP => Self::Stop,
            SIGCONT => Self::GoOn,
            _ => Self::End,
        }
    }
}

/// Catches the signals from now on; they wait for [`listen`].
///
/// # Errors
/// Where the system does not allow it.
pub fn catch() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
}

/// Starts the thread that waits for signals. While `lent` is true an editor has the terminal:
/// what its user types there concerns it alone, but a stop has to stop this program as well.
pub fn listen(mut signals: Signals, sender: Sender<Event>, lent: Arc<AtomicBool>) {
    thread::spawn(move || {
        for signal in signals.forever() {
            if lent.load(Ordering::SeqCst) {
                match signal {
                    SIGTSTP => drop(emulate_default_handler(SIGTSTP)),
                    SIGTERM | SIGHUP => drop(sender.send(Event::Signal(signal))),
                    _ => {}
                }
            } else if sender.send(Event::Signal(signal)).is_err() {
                return;
            }
        }
    });
}

/// Does what the signal would have done to a program that does not listen: ends or stops it.
pub fn obey(signal: i32) {
    let _ = emulate_default_handler(signal);
}

/// Stops this program until the shell continues it.
pub fn stop() {
    obey(SIGTSTP);
}
