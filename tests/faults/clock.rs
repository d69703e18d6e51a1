//! G9: clocks that are wrong, set back or somewhere else. A day is a day of the local calendar, and no date in the file
//! ever moves. The clock is that of libfaketime.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rustix::process::Signal;

use crate::bench::{BOOK, Bench, PAY, Subject, paid, told};
use crate::tally::{Scope, Tally};
use crate::terminal::Terminal;

/// The number, what the clock does, and the trial.
type Row = (u16, &'static str, fn(&Clock) -> Result<(), String>);

pub const ROWS: [Row; 6] = [
    (106, "before 1970 and after 2200", out_of_range),
    (106, "a time zone that is none", no_zone),
    (107, "set back between two payments", set_back),
    (
        107,
        "the hour that is skipped and the one that comes twice",
        summer_time,
    ),
    (107, "both sides of the date line", date_line),
    (124, "midnight while it is stopped", over_midnight),
];

pub fn of_the_clock(_: Scope) -> Tally {
    let tried = |subject, rows: &[Row]| {
        let clock = Clock::found(subject)?;
        Some(Tally::of(rows, |(row, what, attempt)| {
            attempt(&clock).map_err(|why| format!("row {row}, {what}: {why}"))
        }))
    };
    let subject = Subject::Broken("takes the day of UTC");
    let both = tried(Subject::Fenqi, &ROWS).zip(tried(subject, &ROWS[3..4]));
    match both {
        Some((tally, control)) => tally.with_control("takes the day of UTC", &control),
        None => Tally::skipped("no faketime here (Debian: apt-get install faketime)"),
    }
}

/// The library that stands between a program and the clock.
pub struct Clock {
    library: String,
    subject: Subject,
}

impl Clock {
    fn found(subject: Subject) -> Option<Self> {
        let asked = Command::new("faketime")
            .args(["-m", "-f", "+0", "printenv", "LD_PRELOAD"])
            .output()
            .ok()?;
        let library = String::from_utf8(asked.stdout).ok()?.trim().to_owned();
        (asked.status.success() && !library.is_empty()).then_some(Self { library, subject })
    }

    /// Words before a program whose clock is what stands in the file: a moment of its zone.
    fn before(&self, file: &Path, zone: &str) -> Vec<String> {
        vec![
            "env".to_owned(),
            format!("LD_PRELOAD={}", self.library),
            format!("FAKETIME_TIMESTAMP_FILE={}", file.display()),
            "FAKETIME_NO_CACHE=1".to_owned(),
            "FAKETIME_DONT_FAKE_MONOTONIC=1".to_owned(),
            format!("TZ={zone}"),
        ]
    }

    /// Runs the program at a moment of a zone.
    fn run(&self, bench: &Bench, moment: &str, zone: &str, words: &[&str]) -> Output {
        let file = set(bench, moment);
        bench
            .program_behind(&self.before(&file, zone), self.subject)
            .args(words)
            .output()
            .unwrap()
    }

    /// The day that the program takes for today.
    fn today(&self, bench: &Bench, moment: &str, zone: &str) -> Result<String, String> {
        let due = self.run(bench, moment, zone, &["due", "--json"]);
        let json: serde_json::Value = serde_json::from_slice(&due.stdout)
            .map_err(|error| format!("{error}: {}", told(&due)))?;
        Ok(json["today"].as_str().unwrap_or_default().to_owned())
    }
}

/// Sets the clock of a bench.
fn set(bench: &Bench, moment: &str) -> PathBuf {
    let file = bench.folder().join("clock");
    fs::write(&file, format!("{moment}\n")).unwrap();
    file
}

fn expect(what: &str, found: &str, expected: &str) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what}: {found:?} is not {expected:?}"))
    }
}

fn out_of_range(clock: &Clock) -> Result<(), String> {
    for moment in [
        "1969-12-31 12:00:00",
        "1901-12-14 00:00:00",
        "2300-01-01 00:00:00",
    ] {
        let bench = Bench::without_day(BOOK);
        for words in [&["due"][..], &PAY, &["note", "phone", "x"], &["status"]] {
            let output = clock.run(&bench, moment, "UTC", words);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            if output.status.code() != Some(2) || !said.contains("clock") {
                return Err(format!("{moment}, {words:?}: {}", told(&output)));
            }
        }
        expect(moment, &bench.text(), BOOK)?;
        // The dashboard shows what it can, and notes no such day.
        let file = set(&bench, moment);
        let words = clock.before(&file, "UTC");
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if let Some(mut terminal) = Terminal::open(&bench, &words, Subject::Fenqi) {
            terminal.press(b"p")?;
            std::thread::sleep(std::time::Duration::from_millis(500));
            if !terminal.is_running() {
                return Err(format!("{moment}: the dashboard ended"));
            }
            expect(moment, &bench.text(), BOOK)?;
        }
    }
    Ok(())
}

fn no_zone(clock: &Clock) -> Result<(), String> {
    let bench = Bench::without_day(BOOK);
    for zone in ["Nowhere/Nothing", ":", "\u{1b}[31m", "../../etc/passwd", ""] {
        expect(
            zone,
            &clock.today(&bench, "2026-03-10 12:00:00", zone)?,
            "2026-03-10",
        )?;
    }
    expect("the book", &bench.text(), BOOK)
}

/// The payment of the day that the clock said then stays, and undo still leads back.
fn set_back(clock: &Clock) -> Result<(), String> {
    let bench = Bench::without_day(BOOK);
    for (moment, words, expected) in [
        ("2026-03-10 12:00:00", &PAY[..], paid()),
        ("2026-03-03 09:00:00", &PAY[..], paid()),
        ("2026-03-03 09:00:01", &["undo"], BOOK.to_owned()),
        ("2026-03-02 09:00:00", &["redo"], paid()),
        ("2026-03-12 09:00:00", &["undo"], BOOK.to_owned()),
    ] {
        let output = clock.run(&bench, moment, "Asia/Shanghai", words);
        if !output.status.success() {
            return Err(format!("{moment}, {words:?}: {}", told(&output)));
        }
        expect(moment, &bench.text(), &expected)?;
    }
    Ok(())
}

/// The zone, a moment of it, and its day: nights in which the clock is changed, around midnight too.
const NIGHTS: [(&str, &str, &str); 6] = [
    ("Europe/Berlin", "2026-03-29 03:00:01", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25 02:30:00", "2026-10-25"),
    ("America/Santiago", "2026-09-06 01:00:01", "2026-09-06"),
    ("America/Santiago", "2026-09-05 23:59:58", "2026-09-05"),
    ("Africa/Cairo", "2026-04-24 01:00:01", "2026-04-24"),
    ("Asia/Shanghai", "2026-03-10 00:00:01", "2026-03-10"),
];

fn summer_time(clock: &Clock) -> Result<(), String> {
    for (zone, moment, day) in NIGHTS {
        let bench = Bench::without_day(BOOK);
        let output = clock.run(&bench, moment, zone, &PAY);
        if !output.status.success() {
            return Err(told(&output));
        }
        expect(moment, &bench.text(), &paid().replace("2026-03-10", day))?;
    }
    Ok(())
}

/// One instant has two days; what was noted in one place is read in the other as it was noted.
fn date_line(clock: &Clock) -> Result<(), String> {
    let bench = Bench::without_day(BOOK);
    let (there, here) = ("Pacific/Kiritimati", "Pacific/Pago_Pago");
    expect(
        there,
        &clock.today(&bench, "2026-03-10 09:00:00", there)?,
        "2026-03-10",
    )?;
    let output = clock.run(&bench, "2026-03-10 09:00:00", there, &PAY);
    if !output.status.success() {
        return Err(told(&output));
    }
    expect(there, &bench.text(), &paid())?;
    expect(
        here,
        &clock.today(&bench, "2026-03-09 08:00:00", here)?,
        "2026-03-09",
    )?;
    for words in [&["due"][..], &["show", "phone"], &["limit"], &["doctor"]] {
        let output = clock.run(&bench, "2026-03-09 08:00:00", here, words);
        if !output.status.success() {
            return Err(told(&output));
        }
    }
    expect(here, &bench.text(), &paid())
}

/// The lid is closed on one day and opened on the next: what is paid then is paid then.
fn over_midnight(clock: &Clock) -> Result<(), String> {
    let bench = Bench::without_day(BOOK);
    let file = set(&bench, "2026-03-09 23:59:00");
    let words = clock.before(&file, "Asia/Shanghai");
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let Some(mut terminal) = Terminal::open(&bench, &words, Subject::Fenqi) else {
        return Ok(());
    };
    terminal.wait(|terminal| terminal.screen().contains("2d late"))?;
    terminal.signal(Signal::TSTP);
    terminal.wait(Terminal::is_stopped)?;
    set(&bench, "2026-03-10 07:30:00");
    terminal.signal(Signal::CONT);
    terminal.wait(|terminal| terminal.screen().contains("3d late"))?;
    terminal.press(b"p")?;
    terminal.wait(|_| bench.text() == paid())
}
