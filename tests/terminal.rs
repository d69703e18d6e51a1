//! The dashboard in a terminal: what it asks it first, and what it makes of the answer.

use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Command};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use vt100::Parser;

use crate::pty;

const PATIENCE: Duration = Duration::from_secs(20);

/// A terminal that says so much when it is asked where its cursor is.
struct Terminal {
    master: File,
    child: Child,
    output: Receiver<Vec<u8>>,
    parser: Parser,
    asked: Vec<&'static str>,
    answer: &'static str,
}

const QUESTIONS: [(&str, &str); 2] = [("\x1b]11;?\x07", "background"), ("\x1b[6n", "cursor")];

impl Terminal {
    fn open(answer: &'static str, arguments: &[&str]) -> Option<Self> {
        let (master, program) = pty::open(80, 24)?;
        let end = || program.try_clone().unwrap();
        let child = Command::new(env!("CARGO_BIN_EXE_fenqi"))
            .args(["--demo", "--today", "2026-03-10", "--lang", "en"])
            .args(arguments)
            .env_clear()
            .env("HOME", env!("CARGO_TARGET_TMPDIR"))
            .env("TERM", "xterm-256color")
            .stdin(end())
            .stdout(end())
            .stderr(end())
            .spawn()
            .unwrap();
        let (sender, output) = mpsc::channel();
        let mut reader = master.try_clone().unwrap();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(length @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..length].to_vec()).is_err() {
                    return;
                }
            }
        });
        Some(Self {
            master,
            child,
            output,
            parser: Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0),
            asked: Vec::new(),
            answer,
        })
    }

    /// The screen when it has this on it and nothing more comes.
    fn with(&mut self, words: &str) -> String {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            let came = self.output.recv_timeout(Duration::from_millis(200));
            let is_still = came.is_err();
            if let Ok(bytes) = came {
                let text = String::from_utf8_lossy(&bytes);
                for (question, name) in QUESTIONS {
                    self.asked.extend(text.contains(question).then_some(name));
                }
                if text.contains("\x1b[6n") {
                    self.master.write_all(self.answer.as_bytes()).unwrap();
                }
                self.parser.process(&bytes);
            }
            let screen = self.parser.screen().contents();
            if is_still && screen.contains(words) {
                return screen;
            }
        }
        panic!(
            "never showed {words:?}: {}",
            self.parser.screen().contents()
        );
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const NARROW: &str = "\x1b[1;4R";
const WIDE: &str = "\x1b[1;7R";
const MUTE: &str = "";

#[test]
fn a_terminal_that_draws_signs_wide_gets_ascii_without_being_told() {
    for (answer, arguments, is_ascii, asked) in [
        (NARROW, &[][..], false, &["background", "cursor"][..]),
        (WIDE, &[], true, &["background", "cursor"]),
        (MUTE, &[], false, &["background", "cursor"]),
        // Asked only for what nobody chose.
        (WIDE, &["--theme=dark"], true, &["cursor"]),
        (WIDE, &["--theme=dark", "--ascii"], true, &[]),
        (NARROW, &["--ascii"], true, &["background", "cursor"]),
    ] {
        let Some(mut terminal) = Terminal::open(answer, arguments) else {
            println!("skipped: no terminal can be opened here");
            return;
        };
        let screen = terminal.with("help");
        assert_eq!(
            !screen.contains('╭'),
            is_ascii,
            "{answer:?} {arguments:?}\n{screen}"
        );
        assert!(screen.contains("Xiaomi"), "{screen}");
        assert_eq!(terminal.asked, asked, "{answer:?} {arguments:?}");
    }
}

#[test]
fn keys_typed_while_the_terminal_is_asked_are_keys_and_its_late_answer_is_none() {
    // A view that is opened by `2`, in a terminal of each kind.
    for answer in ["2\x1b[1;4R", "\x1b[1;4R2", "2"] {
        let Some(mut terminal) = Terminal::open(answer, &[]) else {
            return;
        };
        terminal.with("Plans 10");
    }
    let Some(mut terminal) = Terminal::open(MUTE, &[]) else {
        return;
    };
    let before = terminal.with("help");
    // Its letters would open views, a palette, and mark a limit as restored.
    terminal
        .master
        .write_all(b"\x1b]11;rgb:1e1e/1e1e/2e2e\x1b\\\x1b[1;7R")
        .unwrap();
    thread::sleep(Duration::from_millis(200));
    terminal.master.write_all(b"\x0c").unwrap();
    assert_eq!(terminal.with("help"), before);
}
