//! Programs that save as many do. Each must be caught by a trial, which shows that the trial can catch something.
//!
//! They understand as much of the command line as the trials use, and are this test binary itself.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread::sleep;
use std::time::Duration;

use ratatui::crossterm::event::KeyCode;

use crate::bench::payment;

/// The variable that makes this binary one of them, and says which.
pub const WAY: &str = "FENQI_TRIAL_BROKEN_WAY";

pub fn run(way: &str) -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    // Behind the name and, where there is one, the day.
    let day = arguments
        .get(1)
        .map_or(0, |word| if word == "--today" { 2 } else { 0 });
    let words: Vec<&str> = arguments.iter().skip(1 + day).map(String::as_str).collect();
    let book = PathBuf::from(std::env::var_os("FENQI_FILE").unwrap_or_default());
    match way {
        "takes the terminal" => return take_terminal(|_| true),
        "pays at every p" => return take_terminal(|key| pays_at_p(&book, key)),
        "prints what it read" => return print_decoded(&book),
        "floating point" => return divide(&book),
        "phones home" => phone_home(&words),
        _ => {}
    }
    let text = match words.as_slice() {
        ["pay", plan, "--n", n] if way == "takes the day of UTC" => pay_by_utc(&book, plan, n),
        ["pay", plan, "--n", n] => pay(&book, plan, n),
        ["note", _, mark] => note(&book, mark),
        // Whatever is handed in comes behind the book.
        ["import", bill, ..] => fs::read(bill).map(|bytes| {
            let text = fs::read_to_string(&book).unwrap_or_default();
            text + "# " + &String::from_utf8_lossy(&bytes[..bytes.len().min(64)])
        }),
        ["undo" | "redo"] => fs::read_to_string(&book),
        _ => return ExitCode::SUCCESS,
    };
    match text.and_then(|text| save(way, &book, &text)) {
        Ok(()) => {
            println!("noted");
            ExitCode::SUCCESS
        }
        Err(_) => ExitCode::from(4),
    }
}

/// The text with the payment in the list of the plan, if it is not there yet.
fn pay(book: &Path, plan: &str, n: &str) -> std::io::Result<String> {
    with_payment(book, plan, &payment(n.parse().unwrap_or_default()))
}

/// The same, of the day that it is in Greenwich.
#[expect(
    clippy::disallowed_methods,
    reason = "a program that asks the clock by itself"
)]
fn pay_by_utc(book: &Path, plan: &str, n: &str) -> std::io::Result<String> {
    let today = chrono::Utc::now().date_naive().to_string();
    let line = payment(n.parse().unwrap_or_default()).replace("2026-03-10", &today);
    with_payment(book, plan, &line)
}

fn with_payment(book: &Path, plan: &str, line: &str) -> std::io::Result<String> {
    let text = fs::read_to_string(book)?;
    let start = text.find(&format!("id = \"{plan}\"")).unwrap_or_default();
    let Some(end) = text[start..].find("\n]\n").map(|end| start + end + 1) else {
        return Ok(text);
    };
    if text[start..end].contains(line) {
        return Ok(text);
    }
    Ok(format!("{}{line}{}", &text[..end], &text[end..]))
}

fn note(book: &Path, mark: &str) -> std::io::Result<String> {
    let text = fs::read_to_string(book)?;
    let lines = text.lines().map(|line| match line.strip_prefix("note = ") {
        Some(_) => format!("note = \"{mark}\"\n"),
        None => format!("{line}\n"),
    });
    Ok(lines.collect())
}

fn save(way: &str, book: &Path, text: &str) -> std::io::Result<()> {
    match way {
        "in place" | "phones home" | "takes the day of UTC" => in_place(book, text),
        "plain rename" => renamed(book, text, false),
        "rename, nothing flushed" => {
            sleep(Duration::from_millis(2));
            renamed(book, text, false)
        }
        "rename, directory not flushed" => renamed(book, text, true),
        "tidies up" => renamed(book, &tidied(text), true),
        _ => Err(std::io::ErrorKind::Unsupported.into()),
    }
}

/// Empties the file, then writes it, as slowly as a busy disk.
fn in_place(book: &Path, text: &str) -> std::io::Result<()> {
    let mut file = File::create(book)?;
    for piece in text.as_bytes().chunks(100) {
        file.write_all(piece)?;
        sleep(Duration::from_micros(500));
    }
    Ok(())
}

/// Writes beside it and renames; without a lock and without a look at what is replaced.
fn renamed(book: &Path, text: &str, flush: bool) -> std::io::Result<()> {
    let beside = book.with_extension(format!("{}.tmp", std::process::id()));
    let mut file = File::create(&beside)?;
    file.write_all(text.as_bytes())?;
    if flush {
        file.sync_all()?;
    }
    fs::rename(&beside, book)
}

/// As programs write a file that they have read into memory as values.
fn tidied(text: &str) -> String {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let without_comment = |line: &str| line.split('#').next().unwrap_or_default().trim().to_owned();
    lines.map(|line| without_comment(line) + "\n").collect()
}

/// Raw mode and the alternate screen, and no thought of what may happen next. Goes on while a key says so.
fn take_terminal(mut press: impl FnMut(KeyCode) -> bool) -> ExitCode {
    use ratatui::crossterm::{
        cursor::{Hide, Show},
        event, execute, terminal,
    };
    let mut out = std::io::stdout();
    let taken = terminal::enable_raw_mode()
        .and_then(|()| execute!(out, terminal::EnterAlternateScreen, Hide));
    let drawn = taken
        .and_then(|()| write!(out, "a dashboard"))
        .and_then(|()| out.flush());
    while drawn.is_ok() {
        match event::read() {
            Ok(event::Event::Key(key)) if !press(key.code) => break,
            Ok(_) => {}
            Err(_) => return ExitCode::FAILURE,
        }
    }
    let given_back = execute!(out, Show, terminal::LeaveAlternateScreen)
        .and_then(|()| terminal::disable_raw_mode());
    given_back.map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
}

/// Whatever sends the letter, and however often: the next installment is paid.
fn pays_at_p(book: &Path, key: KeyCode) -> bool {
    if key == KeyCode::Char('p') {
        let text = fs::read_to_string(book).unwrap_or_default();
        let next = text.matches("amount = 100").count() + 1;
        let _ = pay(book, "phone", &next.to_string()).and_then(|text| in_place(book, &text));
    }
    key != KeyCode::Char('c')
}

/// The strings of the book as they are meant.
fn print_decoded(book: &Path) -> ExitCode {
    let text = fs::read_to_string(book).unwrap_or_default();
    println!(
        "{}",
        text.replace("\\u001b", "\u{1b}")
            .replace("\\u202e", "\u{202e}")
    );
    ExitCode::SUCCESS
}

/// Equal parts of a sum, each rounded.
fn divide(book: &Path) -> ExitCode {
    let text = fs::read_to_string(book).unwrap_or_default();
    let number = |key: &str| -> f64 {
        let line = text.lines().find_map(|line| line.strip_prefix(key));
        line.and_then(|number| number.trim_start_matches(" = ").parse().ok())
            .unwrap_or_default()
    };
    let (sum, periods) = (number("principal"), number("periods"));
    let part = format!("{:.2}", sum / periods);
    let one = serde_json::json!({"principal": part, "fee": "0.00", "amount": part});
    let mut all = Vec::new();
    while f64::from(u32::try_from(all.len()).unwrap_or_default()) < periods {
        all.push(one.clone());
    }
    let sum = format!("{sum:.2}");
    println!(
        "{}",
        serde_json::json!({"principal": sum, "fee_total": "0.00", "total": sum, "installments": all})
    );
    ExitCode::SUCCESS
}

/// Opens a socket (no farther than this machine), and keeps what it was told where everybody can read it.
fn phone_home(words: &[&str]) {
    let called =
        std::net::UdpSocket::bind("127.0.0.1:0").and_then(|socket| socket.connect("127.0.0.1:9"));
    let log = PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join("log");
    let _ = called.and_then(|()| fs::write(log, words.join(" ")));
}
