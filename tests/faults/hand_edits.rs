//! G3: what somebody typed survives, whenever it is saved: in the book, or in a file beside it.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::Output;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::bench::{Bench, PAY, Subject, payment, read, told};
use crate::strace::{self, Call};
use crate::tally::{Scope, Tally};

/// How an editor saves.
#[derive(Debug, Clone, Copy)]
enum Way {
    Rename,
    InPlace,
    /// As `InPlace`, with a pause after the first half.
    Halves,
}

const WAYS: [Way; 3] = [Way::Rename, Way::InPlace, Way::Halves];

pub fn at_every_moment(scope: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    let control = edited_at_calls(Subject::Broken("plain rename"), scope, 1);
    edited_at_calls(Subject::Fenqi, scope, scope.choose(7, 1))
        .with_control("plain rename", &control)
}

fn edited_at_calls(subject: Subject, scope: Scope, every: usize) -> Tally {
    let mut calls = strace::record(&Bench::new(), subject, &PAY, &[]);
    let mut calls = calls.split_off(strace::from_book(&calls));
    // Nothing comes back from this one.
    calls.retain(|call| call.name != "exit_group");
    let points = calls
        .iter()
        .flat_map(|call| WAYS.map(|way| (call, way)))
        .collect();
    Tally::of(&scope.sample(points, every), |(call, way)| {
        edited_at(subject, call, *way)
            .map_err(|why| format!("{way:?} at {} {}: {why}", call.name, call.nth))
    })
}

fn edited_at(subject: Subject, call: &Call, way: Way) -> Result<(), String> {
    let bench = Bench::new();
    let edit = || add_line(&bench.book(), "# by hand", way);
    let Some((output, second_half)) = stopped_at(&bench, subject, call, edit) else {
        return Err("it never came".to_owned());
    };
    second_half.map(JoinHandle::join);
    let text = bench.text();
    if !bench.all_texts().contains("# by hand\n") {
        return Err(format!("the hand edit is lost: {} {text:?}", told(&output)));
    }
    let saved = matches!(output.status.code(), Some(0 | 5));
    if saved && !text.contains(&payment(3)) {
        return Err(format!("the payment is lost: {} {text:?}", told(&output)));
    }
    if subject == Subject::Fenqi && output.status.code().is_none_or(|code| code > 5) {
        return Err(told(&output));
    }
    Ok(())
}

/// Runs a payment, does something while it stands still after `call`, and lets it go on; `None` where it never got there.
pub fn stopped_at<T>(
    bench: &Bench,
    subject: Subject,
    call: &Call,
    act: impl FnOnce() -> T,
) -> Option<(Output, T)> {
    let log = bench.folder().join("stopped.log");
    let inject = format!("signal=SIGSTOP:when={}", call.nth);
    let wrapper = strace::injecting(&call.name, &inject, &log);
    let mut command = bench.program_behind(&wrapper, subject);
    command
        .args(PAY)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let pid = loop {
        let told = read(&log);
        if let Some(line) = told
            .lines()
            .find(|line| line.contains("stopped by SIGSTOP"))
        {
            break line
                .split_whitespace()
                .next()
                .and_then(|pid| pid.parse().ok());
        }
        if child.try_wait().unwrap().is_some() {
            break None;
        }
        sleep(Duration::from_micros(500));
    };
    let done = pid.and_then(Pid::from_raw).map(|pid| {
        let done = act();
        kill_process(pid, Signal::CONT).unwrap();
        done
    });
    let output = child.wait_with_output().unwrap();
    done.map(|done| (output, done))
}

/// Adds a line at the end of what the file says now; the second of two halves comes later.
fn add_line(book: &Path, line: &str, way: Way) -> Option<JoinHandle<()>> {
    let text = format!("{}{line}\n", read(book));
    match way {
        Way::Rename => {
            let beside = book.with_file_name("hand-saved");
            fs::write(&beside, text).unwrap();
            fs::rename(&beside, book).unwrap();
        }
        Way::InPlace => fs::write(book, text).unwrap(),
        Way::Halves => {
            let (first, second) = text.as_bytes().split_at(text.len() / 2);
            let mut file = File::create(book).unwrap();
            file.write_all(first).unwrap();
            let second = second.to_vec();
            return Some(std::thread::spawn(move || {
                sleep(Duration::from_millis(5));
                file.write_all(&second).unwrap();
            }));
        }
    }
    None
}

pub fn at_random(scope: Scope) -> Tally {
    let control = editor_against(
        Subject::Broken("rename, nothing flushed"),
        Duration::from_secs(3),
    );
    let time = Duration::from_secs(scope.choose(3, 45));
    editor_against(Subject::Fenqi, time).with_control("plain rename", &control)
}

/// One thread edits and saves, the other makes changes with the program, both as fast as they can.
fn editor_against(subject: Subject, time: Duration) -> Tally {
    let bench = Bench::new();
    let (saves, ended) = (AtomicUsize::new(0), AtomicBool::new(false));
    let end = Instant::now() + time;
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                let number = saves.fetch_add(1, Ordering::Relaxed);
                let way = if number.is_multiple_of(2) {
                    Way::Rename
                } else {
                    Way::InPlace
                };
                add_line(&bench.book(), &format!("# hand {number}."), way);
                // Pauses without a pattern, from none to longer than a save.
                sleep(Duration::from_micros(
                    (number as u64).wrapping_mul(7_919) % 40_000,
                ));
            }
        });
        for mark in 0.. {
            if Instant::now() > end {
                break;
            }
            bench.run(subject, &["note", "phone", &format!("mark-{mark}")]);
        }
        ended.store(true, Ordering::Relaxed);
    });
    // A leftover of the last save is looked at by the next one.
    bench.run(subject, &["note", "phone", "mark-end"]);
    let all = bench.all_texts();
    let saves = saves.into_inner();
    let lost = (0..saves).filter(|number| !all.contains(&format!("# hand {number}.\n")));
    Tally {
        points: saves,
        wrong: lost
            .map(|number| format!("hand edit {number} of {saves} is lost"))
            .collect(),
        ..Tally::default()
    }
}
