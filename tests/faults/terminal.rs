//! A terminal with the dashboard in it.

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

use crate::bench::{Bench, Subject};
use crate::pty::{self, size};

/// How long the dashboard may take for anything.
pub const PATIENCE: Duration = Duration::from_secs(20);

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
    odd: Vec<String>,
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

    pub fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        // First the screen: what is drawn for the new size has to fit.
        if let (Ok(columns), Ok(rows)) = (columns.try_into(), rows.try_into()) {
            let mut parser = self.seen.lock().unwrap();
            parser.screen_mut().set_size(rows, columns);
        }
        tcsetwinsize(&self.master, size(columns, rows)).unwrap();
    }

    /// As when its window is closed.
    pub fn close(&mut self) {
        // The reading thread lets go of its copy when it is asked to.
        self.closed.store(true, Ordering::Relaxed);
        self.master = File::open("/dev/null").unwrap();
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// What was sent so far that is no text, colour or movement.
    pub fn odd(&self) -> Vec<String> {
        self.seen.lock().unwrap().callbacks().odd.clone()
    }

    pub fn screen(&self) -> String {
        self.seen.lock().unwrap().screen().contents()
    }

    /// Row and column of the cursor.
    pub fn caret(&self) -> (u16, u16) {
        self.seen.lock().unwrap().screen().cursor_position()
    }

    /// Whether a signal stopped it.
    pub fn is_stopped(&self) -> bool {
        let stat = crate::bench::read(format!("/proc/{}/stat", self.child.id()).as_ref());
        let state = stat
            .rsplit(") ")
            .next()
            .and_then(|rest| rest.chars().next());
        state == Some('T')
    }

    /// Whether the alternate screen is on.
    pub fn is_taken(&self) -> bool {
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

    pub fn ended(&mut self, within: Duration) -> Option<ExitStatus> {
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
    pub fn is_given_back(&self) -> Result<(), String> {
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
