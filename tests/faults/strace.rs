//! strace(1): what a program asked of the system, and the same program with one of its wishes refused.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use crate::bench::{Bench, Subject};

/// The `nth` call (from 1) of this name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub name: String,
    pub nth: usize,
    /// What stood between the brackets, and after the `=`.
    pub arguments: String,
    pub result: String,
}

/// Why nothing can be injected here, if so.
pub fn missing() -> Option<&'static str> {
    static FOUND: OnceLock<Option<&'static str>> = OnceLock::new();
    *FOUND.get_or_init(|| {
        let tried = Command::new("strace")
            .args([
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "inject=getppid:error=EPERM",
                "true",
            ])
            .status();
        match tried {
            Ok(status) if status.success() => None,
            Ok(_) => Some("strace may not trace here"),
            Err(_) => Some("no strace here (Debian: apt-get install strace)"),
        }
    })
}

/// The words that run a program with `inject` done to its calls; what happens goes into `log`.
pub fn injecting(name: &str, inject: &str, log: &Path) -> Vec<String> {
    let log = log.display().to_string();
    let (trace, inject) = (format!("trace={name}"), format!("inject={name}:{inject}"));
    [
        "strace", "-f", "-qq", "-o", &log, "-e", &trace, "-e", &inject,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Every call of a run, in order; `options` are more words for strace.
pub fn record(bench: &Bench, subject: Subject, arguments: &[&str], options: &[&str]) -> Vec<Call> {
    let log = bench.folder().join("strace.log");
    let name = log.display().to_string();
    let mut words = vec!["strace", "-f", "-qq", "-e", "signal=none", "-o", &name];
    words.extend(options);
    let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    let output = bench
        .program_behind(&words, subject)
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", crate::bench::told(&output));
    calls(&fs::read_to_string(log).unwrap())
}

fn calls(log: &str) -> Vec<Call> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let call = |line: &str| {
        let line = line.trim_start_matches(|char: char| char.is_ascii_digit() || char == ' ');
        let (name, rest) = line.split_once('(')?;
        let is_name = |char: char| char.is_ascii_alphanumeric() || char == '_';
        if name.is_empty() || !name.chars().all(is_name) {
            return None;
        }
        let (arguments, result) = rest.rsplit_once(" = ").unwrap_or((rest, "?"));
        let nth = counts.entry(name.to_owned()).or_default();
        *nth += 1;
        Some(Call {
            name: name.to_owned(),
            nth: *nth,
            arguments: arguments.trim_end().trim_end_matches(')').to_owned(),
            result: result.to_owned(),
        })
    };
    log.lines().filter_map(call).collect()
}

/// Where the program first touches its book; what comes before is the start of any program.
pub fn from_book(calls: &[Call]) -> usize {
    let touches = |call: &Call| call.arguments.contains("book.toml") && call.name != "execve";
    calls.iter().position(touches).unwrap_or_default()
}
