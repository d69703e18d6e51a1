//! A terminal that waits for the first frame.

use std::error::Error;
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::os::fd::AsFd as _;
use std::process::Command;
use std::time::{Duration, Instant};

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::pty::{Winsize, openpty};

/// The name of the case that needs a terminal.
pub const CASE: &str = "first frame";
/// What stands at the end of a frame, of ours and of the bare one.
pub const LAST_WORD: &str = "quit";
/// Nobody waits longer for a frame, in milliseconds.
const PATIENCE: u16 = 10_000;

/// How long a program takes to the end of its first frame.
pub fn first_frame(mut command: Command) -> Result<Duration, Box<dyn Error>> {
    let window = Winsize {
        ws_row: 40,
        ws_col: 120,
        ws_xpixel: 0,
        ws_ypixel: 0,
    };
    let pty = openpty(Some(&window), None)?;
    command.env("TERM", "xterm-256color");
    command.stdin(pty.slave.try_clone()?);
    command.stdout(pty.slave.try_clone()?);
    command.stderr(pty.slave);
    let start = Instant::now();
    let mut child = command.spawn()?;
    drop(command);
    let mut terminal = File::from(pty.master);
    let taken = read_frame(&mut terminal).map(|()| start.elapsed());
    child.kill()?;
    child.wait()?;
    taken
}

/// Reads until the last word has come; answers what programs ask a terminal on the way.
fn read_frame(terminal: &mut File) -> Result<(), Box<dyn Error>> {
    let mut seen = Vec::new();
    let mut answered = 0;
    let mut bytes = [0; 16 * 1024];
    loop {
        let waiting = &mut [PollFd::new(terminal.as_fd(), PollFlags::POLLIN)];
        if poll(waiting, PollTimeout::from(PATIENCE))? == 0 {
            return Err(format!("no frame, only {:?}", String::from_utf8_lossy(&seen)).into());
        }
        let count = terminal.read(&mut bytes)?;
        seen.extend_from_slice(bytes.get(..count).unwrap_or_default());
        let text = plain(&String::from_utf8_lossy(&seen));
        if text.contains(LAST_WORD) {
            return Ok(());
        }
        // Three signs were written, each of one cell.
        let asked = String::from_utf8_lossy(&seen).matches("\u{1b}[6n").count();
        for _ in answered..asked {
            terminal.write_all(b"\x1b[1;4R")?;
        }
        answered = asked;
    }
}

/// What is shown, without what steers the terminal.
fn plain(text: &str) -> String {
    let mut shown = String::new();
    let mut parts = text.split("\u{1b}[");
    shown.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|char: char| char.is_ascii_alphabetic());
        shown.push_str(end.and_then(|end| part.get(end + 1..)).unwrap_or_default());
    }
    shown
}
