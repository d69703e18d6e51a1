//! G12: the terminal comes back whatever ends the dashboard, and nothing keeps running.

use std::thread::sleep;
use std::time::{Duration, Instant};

use rustix::process::Signal;

use crate::bench::{BOOK, Bench, Subject};
use crate::tally::{Scope, Tally};
use crate::terminal::{PATIENCE, Terminal};

/// What happens to a dashboard, and what has to come of it.
type Event = (&'static str, fn(&mut Terminal) -> Result<(), String>);

const EVENTS: [Event; 10] = [
    ("q", |terminal| {
        terminal.press(b"q")?;
        terminal.ended(PATIENCE).ok_or("it goes on")?;
        terminal.is_given_back()
    }),
    ("SIGTERM", |terminal| killed_by(terminal, Signal::TERM)),
    ("SIGINT", |terminal| killed_by(terminal, Signal::INT)),
    ("SIGQUIT", |terminal| killed_by(terminal, Signal::QUIT)),
    ("SIGHUP", |terminal| killed_by(terminal, Signal::HUP)),
    ("stopped and continued", stopped),
    ("the window is closed", hung_up),
    ("2,000 resizes", resized),
    ("2 MB pasted", |terminal| pasted(terminal, true)),
    (
        "200 KB pasted by a terminal that does not say so",
        |terminal| pasted(terminal, false),
    ),
];

pub fn comes_back(_: Scope) -> Tally {
    if Terminal::open(&Bench::new(), &[], Subject::Fenqi).is_none() {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    }
    let tried = |subject, events: &[Event]| {
        Tally::of(events, move |(name, event)| {
            happens(subject, *event).map_err(|why| format!("{name}: {why}"))
        })
    };
    // Signals end that one, which shows at once what it leaves behind.
    let control = tried(Subject::Broken("takes the terminal"), &EVENTS[1..3]);
    tried(Subject::Fenqi, &EVENTS).with_control("takes the terminal and no care", &control)
}

fn happens(subject: Subject, event: fn(&mut Terminal) -> Result<(), String>) -> Result<(), String> {
    let bench = Bench::new();
    let mut terminal = Terminal::open(&bench, &[], subject).ok_or("it did not start")?;
    event(&mut terminal)?;
    drop(terminal);
    if bench.text() == BOOK {
        Ok(())
    } else {
        Err(format!("the file changed: {:?}", bench.text()))
    }
}

fn killed_by(terminal: &mut Terminal, signal: Signal) -> Result<(), String> {
    terminal.signal(signal);
    terminal.ended(PATIENCE).ok_or("it goes on")?;
    terminal.is_given_back()
}

/// As a shell does with ^Z and fg.
fn stopped(terminal: &mut Terminal) -> Result<(), String> {
    terminal.signal(Signal::TSTP);
    terminal.is_given_back()?;
    terminal.signal(Signal::CONT);
    terminal.wait(Terminal::is_taken)?;
    terminal.press(b"q")?;
    terminal.ended(PATIENCE).ok_or("it goes on")?;
    terminal.is_given_back()?;
    // What the dashboard drew, it drew on its own screen.
    match terminal.screen().trim() {
        "" => Ok(()),
        drawn => Err(format!("on the ordinary screen: {drawn:?}")),
    }
}

/// The terminal is gone: nothing may go on running.
fn hung_up(terminal: &mut Terminal) -> Result<(), String> {
    terminal.close();
    terminal
        .ended(Duration::from_secs(5))
        .map(drop)
        .ok_or_else(|| "it goes on running".to_owned())
}

fn resized(terminal: &mut Terminal) -> Result<(), String> {
    for number in 0..2_000_u16 {
        let (columns, rows) = (number.wrapping_mul(37) % 200, number.wrapping_mul(91) % 70);
        terminal.resize(columns, rows);
        if number.is_multiple_of(50) {
            sleep(Duration::from_millis(2));
        }
    }
    terminal.resize(80, 24);
    terminal.press(b"q")?;
    terminal.ended(PATIENCE).ok_or("it hangs")?;
    terminal.is_given_back()
}

/// Letters that are keys, were they typed; none of them may be taken for one.
fn pasted(terminal: &mut Terminal, bracketed: bool) -> Result<(), String> {
    let began = Instant::now();
    if bracketed {
        terminal.press(b"\x1b[200~")?;
        terminal.press(&b"pDyu q\r".repeat(300_000))?;
        terminal.press(b"\x1b[201~")?;
    } else {
        terminal.press(&b"pDyuqpp".repeat(30_000))?;
    }
    sleep(Duration::from_millis(300));
    if !terminal.is_running() {
        return Err("it ended".to_owned());
    }
    terminal.press(b"\x1b")?;
    sleep(Duration::from_millis(300));
    terminal.press(b"q")?;
    terminal.ended(PATIENCE).ok_or("it hangs")?;
    if began.elapsed() > Duration::from_secs(10) {
        return Err(format!("it took {:?}", began.elapsed()));
    }
    terminal.is_given_back()
}
