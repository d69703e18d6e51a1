//! G11 and G12: the terminal is never driven by what stands in a file, and comes back whatever ends the dashboard.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::sleep;
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, poll};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{LocalModes, tcgetattr, tcsetwinsize};
use vt100::{Callbacks, Parser, Screen};

use crate::bench::{BOOK, Bench, Subject};
use crate::pty::{self, size};
use crate::tally::{Scope, Tally};

/// How long the dashboard may take for anything.
const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal with the dashboard in it.
pub struct Terminal {
    master: File,
    child: Child,
    seen: Arc<Mutex<Parser<Sequences>>>,
    /// Whether the reading thread is to end.
    closed: Arc<AtomicBool>,
}

/// What was sent that is no text, colour or movement.
#[derive(Debug, Default)]
pub struct Sequences {
    pub odd: Vec<String>,
}

impl Sequences {
    fn note(&mut self, what: &str, bytes: &[u8]) {
        self.odd.push(format!(
            "{what} {}",
            String::from_utf8_lossy(bytes).escape_debug()
        ));
    }
}

impl Callbacks for Sequences {
    fn set_window_title(&mut self, _: &mut Screen, title: &[u8]) {
        self.note("title", title);
    }

    fn set_window_icon_name(&mut self, _: &mut Screen, name: &[u8]) {
        self.note("icon", name);
    }

    fn copy_to_clipboard(&mut self, _: &mut Screen, _: &[u8], content: &[u8]) {
        self.note("clipboard", content);
    }

    fn paste_from_clipboard(&mut self, _: &mut Screen, which: &[u8]) {
        self.note("clipboard wanted", which);
    }

    fn audible_bell(&mut self, _: &mut Screen) {
        self.note("bell", b"");
    }

    fn unhandled_char(&mut self, _: &mut Screen, char: char) {
        self.note("character", char.to_string().as_bytes());
    }

    fn unhandled_control(&mut self, _: &mut Screen, byte: u8) {
        self.note("control", &[byte]);
    }

    fn unhandled_osc(&mut self, _: &mut Screen, parts: &[&[u8]]) {
        self.note("OSC", &parts.concat());
    }
}

impl Terminal {
    /// Opens the dashboard behind `wrapper` and waits until it is drawn; `None` where no terminal can be had.
    pub fn open(bench: &Bench, wrapper: &[&str], subject: Subject) -> Option<Self> {
        let (master, slave) = pty::open(80, 24)?;
        let words: Vec<String> = ["setsid", "-c"]
            .iter()
            .chain(wrapper)
            .map(|word| (*word).to_owned())
            .collect();
        let mut command: Command = bench.program_behind(&words, subject);
        let end = || slave.try_clone().unwrap();
        command
            .env("TERM", "xterm-256color")
            .env("COLORFGBG", "15;0")
            .arg("--theme=dark");
        let child = command
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .ok()?;
        let seen = Arc::new(Mutex::new(Parser::new_with_callbacks(
            24.try_into().unwrap(),
            80.try_into().unwrap(),
            0,
            Sequences::default(),
        )));
        let (mut output, parser) = (master.try_clone().unwrap(), Arc::clone(&seen));
        let closed = Arc::new(AtomicBool::new(false));
        let is_closed = Arc::clone(&closed);
        std::thread::spawn(move || {
            let mut bytes = vec![0; 1 << 16];
            while !is_closed.load(Ordering::Relaxed) {
                let mut ready = [PollFd::new(output.as_fd(), PollFlags::POLLIN)];
                if poll(&mut ready, 20_u8) == Ok(0) {
                    continue;
                }
                match output.read(&mut bytes) {
                    Ok(length @ 1..) => parser.lock().unwrap().process(&bytes[..length]),
                    _ => return,
                }
            }
        });
        let terminal = Self {
            master,
            child,
            seen,
            closed,
        };
        // Not the whole of it: some trials run what draws little.
        terminal
            .wait(|terminal| terminal.is_taken() && terminal.screen().trim().len() > 5)
            .ok()?;
        Some(terminal)
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }

    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen().contents()
    }

    /// Whether the alternate screen is on.
    fn is_taken(&self) -> bool {
        self.seen.lock().unwrap().screen().alternate_screen()
    }

    pub fn wait(&self, is_so: impl Fn(&Self) -> bool) -> Result<(), String> {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if is_so(self) {
                return Ok(());
            }
            sleep(Duration::from_millis(5));
        }
        Err(format!("never came: {}", self.screen()))
    }

    /// What is not read in time is given up.
    pub fn press(&mut self, keys: &[u8]) -> Result<(), String> {
        let (sender, written) = mpsc::channel();
        let (mut master, keys) = (self.master.try_clone().unwrap(), keys.to_vec());
        std::thread::spawn(move || sender.send(master.write_all(&keys)));
        match written.recv_timeout(PATIENCE) {
            Ok(written) => written.map_err(|error| error.to_string()),
            Err(_) => Err("it does not read what is typed".to_owned()),
        }
    }

    fn ended(&mut self, within: Duration) -> Option<ExitStatus> {
        let end = Instant::now() + within;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status);
            }
            sleep(Duration::from_millis(5));
        }
        None
    }

    /// Cooked, on the ordinary screen, with a cursor, and no modes left on.
    fn is_given_back(&self) -> Result<(), String> {
        let cooked = |terminal: &Self| {
            let modes = tcgetattr(&terminal.master).map(|termios| termios.local_modes);
            modes.is_ok_and(|modes| modes.contains(LocalModes::ICANON | LocalModes::ECHO))
        };
        let clean = |terminal: &Self| {
            let parser = terminal.seen.lock().unwrap();
            let screen = parser.screen();
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste()
        };
        let end = Instant::now() + Duration::from_secs(2);
        while Instant::now() < end {
            if cooked(self) && clean(self) {
                return Ok(());
            }
            sleep(Duration::from_millis(5));
        }
        Err(format!(
            "cooked: {}, screen and cursor as before: {}",
            cooked(self),
            clean(self)
        ))
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

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
    kill_process(terminal.pid(), signal).unwrap();
    terminal.ended(PATIENCE).ok_or("it goes on")?;
    terminal.is_given_back()
}

/// As a shell does with ^Z and fg.
fn stopped(terminal: &mut Terminal) -> Result<(), String> {
    kill_process(terminal.pid(), Signal::TSTP).unwrap();
    terminal.is_given_back()?;
    kill_process(terminal.pid(), Signal::CONT).unwrap();
    terminal.wait(Terminal::is_taken)?;
    terminal.press(b"q")?;
    terminal.ended(PATIENCE).ok_or("it goes on")?;
    terminal.is_given_back()
}

/// The terminal is gone: nothing may go on running.
fn hung_up(terminal: &mut Terminal) -> Result<(), String> {
    // The reading thread lets go of its copy when it is asked to.
    terminal.closed.store(true, Ordering::Relaxed);
    terminal.master = File::open("/dev/null").unwrap();
    terminal
        .ended(Duration::from_secs(5))
        .map(drop)
        .ok_or_else(|| "it goes on running".to_owned())
}

fn resized(terminal: &mut Terminal) -> Result<(), String> {
    for number in 0..2_000_u16 {
        let (columns, rows) = (number.wrapping_mul(37) % 200, number.wrapping_mul(91) % 70);
        tcsetwinsize(&terminal.master, size(columns, rows)).unwrap();
        if number.is_multiple_of(50) {
            sleep(Duration::from_millis(2));
        }
    }
    tcsetwinsize(&terminal.master, size(80, 24)).unwrap();
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
    if terminal.child.try_wait().unwrap().is_some() {
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

/// What must not reach a terminal, as it may stand in a TOML string.
const HOSTILE: &str = "A\\u001b]52;c;cHduZWQ=\\u0007B\\u001b[31mC\\u001b]0;title\\u0007D\\u009b31mE\\u009d0;x\\u009cF\\u202eG\\u2066H\\u200bI\\u0000J\\rK\\tL\\u007fM\\u001b[6nN\\u001bP1$r\\u001b\\\\O\\ufeffP\\u2028Q\\U000e0041R\\u001b]8;;http://x\\u0007S";

/// A book with such a text in every field that takes one.
fn hostile_book() -> String {
    let book = "version = 1\nodd-HOSTILE-key = \"HOSTILE\"\n[[line]]\nid = \"mi\"\nname = \"HOSTILE\"\naccount = \"HOSTILE\"\nprovider = \"HOSTILE\"\nlimit = 3000\nlimits = [ { on = 2026-01-02, limit = 2000, why = \"HOSTILE\" } ]\nmaintenance = { until = 2026-03-22, note = \"HOSTILE\" }\nseen = [ { on = 2026-02-02, available = 100 } ]\n\
        [[method]]\nid = \"cmb\"\nname = \"HOSTILE\"\nkind = \"debit-card\"\n\
        [[plan]]\nid = \"phone\"\nline = \"mi\"\nitem = \"HOSTILE\"\nmerchant = \"HOSTILE\"\norder = \"HOSTILE\"\nbought = 2025-12-01\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-01-07\nautopay = \"cmb\"\nnote = \"HOSTILE\"\npaused = { until = 2026-04-05, why = \"HOSTILE\" }\npayments = [ { n = 1, on = 2026-01-07, amount = 100, via = \"cmb\", ref = \"HOSTILE\" } ]\nrefunds = [ { on = 2026-02-01, amount = 30, ref = \"HOSTILE\" } ]\n\
        [[case]]\nid = \"c1\"\nkind = \"limit-not-restored\"\nline = \"mi\"\nplan = \"phone\"\nopened = 2026-02-07\nnext = 2026-03-01\nlog = [ { on = 2026-02-08, what = \"HOSTILE\", promise = 2026-03-02 } ]\nproof = [ { path = \"HOSTILE\" } ]\n";
    book.replace("odd-HOSTILE-key", "\"odd-HOSTILE-key\"")
        .replace("HOSTILE", HOSTILE)
}

/// Every command that prints, and some that fail and say why.
const SAYINGS: [&[&str]; 28] = [
    &["due"],
    &["plans"],
    &["plans", "--all"],
    &["show", "phone"],
    &["limit"],
    &["limit", "mi"],
    &["can", "500"],
    &["alerts"],
    &["cost", "phone"],
    &["forecast"],
    &["funds"],
    &["case", "list"],
    &["case", "show", "c1"],
    &["case", "export", "c1"],
    &["doctor"],
    &["rules"],
    &["rules", "\u{1b}]0;x\u{7}"],
    &["way"],
    &["unlock", "mi", "500", "--by", "2026-12-01"],
    &["verify"],
    &["undo", "--list"],
    &["show", "\u{1b}[31mnobody"],
    &["pay", "phone", "--via", "\u{1b}]52;c;eA==\u{7}"],
    &["pay", "phone", "--ref", "\u{1b}[2J"],
    &["note", "phone", "\u{202e}\u{1b}c"],
    &["undo"],
    &["--file", "\u{1b}[31m.toml", "due"],
    &["config"],
];

/// What is wrong with a text for a terminal: control characters, and what hides or turns text around.
fn drives(text: &str) -> Option<char> {
    text.chars().find(|char| {
        (char.is_control() && *char != '\n')
            || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    })
}

pub fn hostile_text(_: Scope) -> Tally {
    let said = |subject| Tally::of(&SAYINGS, move |words| says(subject, words));
    let control = said(Subject::Broken("prints what it read"));
    said(Subject::Fenqi)
        .and(hostile_screens())
        .with_control("prints what it read", &control)
}

fn says(subject: Subject, words: &[&str]) -> Result<(), String> {
    let bench = Bench::with(&hostile_book());
    // A file that cannot be read repeats lines of it in its errors.
    let broken = Bench::with(&format!(
        "# \u{1b}]0;x\u{7}\n{}nope = \u{1b}[31m\n",
        hostile_book()
    ));
    for bench in [&bench, &broken] {
        for json in [false, true] {
            let mut program = bench.program(subject);
            program.args(words);
            if json {
                program.arg("--json");
            }
            let output = program.output().unwrap();
            for said in [&output.stdout, &output.stderr] {
                let text =
                    std::str::from_utf8(said).map_err(|error| format!("{words:?}: {error}"))?;
                if let Some(char) = drives(text) {
                    return Err(format!("{words:?}, JSON {json}: {char:?} is printed"));
                }
            }
        }
    }
    Ok(())
}

/// The dashboard walked through from end to end over the same book.
fn hostile_screens() -> Tally {
    let bench = Bench::with(&hostile_book());
    let Some(mut terminal) = Terminal::open(&bench, &[], Subject::Fenqi) else {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    };
    let keys = [
        "1", "2", "\r", "\x1b", "3", "\r", "\x1b", "4", "5", "j", "\r", "\x1b", "?", "\x1b", "i",
        "\x1b", "P", "\x1b", "a", "\x1b", "V", "\x1b", "/A", "\x1b", "2", "E", "\x1b", "n", "\x1b",
    ];
    let mut tally = Tally {
        points: keys.len(),
        ..Tally::default()
    };
    for key in keys {
        let pressed = terminal.press(key.as_bytes());
        sleep(Duration::from_millis(60));
        if pressed.is_err() || terminal.child.try_wait().unwrap().is_some() {
            tally.wrong.push(format!("it ended at {key:?}"));
            break;
        }
    }
    let parser = terminal.seen.lock().unwrap();
    tally.wrong.extend(
        parser
            .callbacks()
            .odd
            .iter()
            .map(|odd| format!("the dashboard sent {odd}")),
    );
    tally
}
