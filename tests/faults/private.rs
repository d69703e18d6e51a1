//! G13: nothing leaves the machine, and what lies on it is for one person's eyes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

use crate::bench::{Bench, Subject, read};
use crate::strace;
use crate::tally::{Scope, Tally};

/// A number that every card scheme would accept.
const CARD: &str = "4111111111111111";

const DONE: [&[&str]; 9] = [
    &["pay", "phone", "--n", "3"],
    &["due"],
    &["rules"],
    &["doctor"],
    &["limit"],
    &["case", "open", "mi"],
    &["undo"],
    &["can", "500"],
    &["export", "json"],
];

pub fn no_socket(_: Scope) -> Tally {
    if let Some(why) = strace::missing() {
        return Tally::skipped(why);
    }
    let quiet = |subject| Tally::of(&DONE, move |words| is_quiet(subject, words));
    quiet(Subject::Fenqi)
        .and(dashboard_is_quiet())
        .with_control("phones home", &quiet(Subject::Broken("phones home")))
}

const TRACED: [&str; 6] = ["strace", "-f", "-qq", "-e", "trace=network", "-o"];

fn is_quiet(subject: Subject, words: &[&str]) -> Result<(), String> {
    let bench = Bench::new();
    let log = bench.folder().join("network.log");
    let wrapper: Vec<String> = TRACED
        .iter()
        .map(|word| (*word).to_owned())
        .chain([log.display().to_string()])
        .collect();
    bench
        .program_behind(&wrapper, subject)
        .args(words)
        .output()
        .unwrap();
    opened_nothing(&log).map_err(|why| format!("{words:?}: {why}"))
}

fn dashboard_is_quiet() -> Tally {
    let bench = Bench::new();
    let log = bench.folder().join("network.log");
    let name = log.display().to_string();
    let wrapper: Vec<&str> = TRACED.iter().copied().chain([name.as_str()]).collect();
    let Some(mut terminal) = crate::terminal::Terminal::open(&bench, &wrapper, Subject::Fenqi)
    else {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    };
    for key in ["p", "u", "2", "3", "4", "5", "q"] {
        let _ = terminal.press(key.as_bytes());
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    drop(terminal);
    Tally {
        points: 1,
        wrong: opened_nothing(&log).err().into_iter().collect(),
        ..Tally::default()
    }
}

/// The library that waits for signals wakes itself through a pair that has no address; everything else is a way out.
fn opened_nothing(log: &Path) -> Result<(), String> {
    let calls = read(log);
    let out = |line: &&str| {
        ["socket(", "connect(", "bind(", "sendto(", "sendmsg("]
            .iter()
            .any(|call| line.contains(call))
    };
    match calls.lines().find(out) {
        Some(line) if !line.contains("socketpair(") && !line.contains("sendto(") => {
            Err(line.to_owned())
        }
        _ => Ok(()),
    }
}

pub fn for_one_persons_eyes(_: Scope) -> Tally {
    let masks = ["000", "022", "077", "777"];
    let tried = |subject| Tally::of(&masks, move |mask| is_private(subject, mask));
    tried(Subject::Fenqi).with_control("phones home", &tried(Subject::Broken("phones home")))
}

/// Makes a book and changes it, with a card number among the words of the change, and looks at all files and modes.
fn is_private(subject: Subject, mask: &str) -> Result<(), String> {
    let bench = Bench::new();
    let wrapper = ["sh", "-c", "umask \"$MASK\" && exec \"$0\" \"$@\""].map(str::to_owned);
    let new_book = bench.home().join("books/new.toml");
    for (book, words) in [
        (bench.book(), &["pay", "phone", "--n", "3"][..]),
        (
            bench.book(),
            &["note", "phone", "4111 1111 1111 1111", CARD],
        ),
        (bench.book(), &["pay", "phone", "--n", "4"]),
        (new_book, &["init"]),
    ] {
        let mut program = bench.program_behind(&wrapper, subject);
        program
            .env("MASK", mask)
            .env("FENQI_FILE", book)
            .args(words)
            .output()
            .unwrap();
    }
    let mut found = Vec::new();
    below(&bench.home(), &mut found);
    if found.is_empty() {
        return Err("nothing was written".to_owned());
    }
    for path in found {
        let mode = fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        if mode != if path.is_dir() { 0o700 } else { 0o600 } {
            return Err(format!("umask {mask}: {} is {mode:o}", path.display()));
        }
        if path.is_file() && read(&path).contains(CARD) {
            return Err(format!("{} has a card number in it", path.display()));
        }
    }
    Ok(())
}

fn below(directory: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            below(&path, found);
        }
        found.push(path);
    }
}
