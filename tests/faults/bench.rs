//! A home with a book in it, and the programs that are tried on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

use crate::broken;
use crate::strace::{self, Call};

/// A small book; the first plan has a list of payments that grows by one line a payment.
pub const BOOK: &str = "\
# the household's plans
version = 1

[[line]]
id = \"mi\"
name = \"小米分期\"
limit = 8000

[[plan]]
id = \"phone\"
line = \"mi\"
item = \"Xiaomi 15 Pro\"
bought = 2025-12-01
principal = 1200
periods = 12
first-due = 2026-01-07
note = \"mark-0\"
payments = [
  { n = 1, on = 2026-01-07, amount = 100 },
  { n = 2, on = 2026-02-09, amount = 100 }, # by hand
]
";

/// The line that a payment of installment `n` adds to it.
pub fn payment(n: usize) -> String {
    format!("  {{ n = {n}, on = 2026-03-10, amount = 100 }},\n")
}

/// The book after installment 3 was paid.
pub fn paid() -> String {
    BOOK.replacen("\n]\n", &format!("\n{}]\n", payment(3)), 1)
}

/// The book after its note was changed.
pub fn noted(mark: usize) -> String {
    BOOK.replacen("mark-0", &format!("mark-{mark}"), 1)
}

/// Who is put through a trial.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Fenqi,
    /// A way of saving that must be caught.
    Broken(&'static str),
}

pub struct Bench {
    folder: TempDir,
    /// Which day it is; without one the clock is asked.
    today: Option<&'static str>,
}

impl Bench {
    pub fn new() -> Self {
        Self::with(BOOK)
    }

    pub fn with(book: &str) -> Self {
        Self::on(Some("2026-03-10"), book)
    }

    /// Where the programs ask the clock which day it is.
    pub fn without_day(book: &str) -> Self {
        Self::on(None, book)
    }

    fn on(today: Option<&'static str>, book: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let bench = Self { folder, today };
        fs::create_dir(bench.desk()).unwrap();
        fs::create_dir(bench.home()).unwrap();
        fs::write(bench.book(), book).unwrap();
        bench
    }

    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The directory of the book.
    pub fn desk(&self) -> PathBuf {
        self.folder().join("desk")
    }

    pub fn home(&self) -> PathBuf {
        self.folder().join("home")
    }

    pub fn book(&self) -> PathBuf {
        self.desk().join("book.toml")
    }

    pub fn text(&self) -> String {
        read(&self.book())
    }

    /// The names of all that lies beside the book.
    pub fn beside(&self) -> Vec<String> {
        let entries = fs::read_dir(self.desk()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        let mut names: Vec<_> = names.filter(|name| name != "book.toml").collect();
        names.sort();
        names
    }

    /// The book and everything beside it in one.
    pub fn all_texts(&self) -> String {
        let others = self
            .beside()
            .into_iter()
            .map(|name| read(&self.desk().join(name)));
        std::iter::once(self.text()).chain(others).collect()
    }

    /// The program in this home, on its day, behind `wrapper` (a tracer and its options).
    pub fn program_behind(&self, wrapper: &[String], subject: Subject) -> Command {
        let executable = match subject {
            Subject::Fenqi => PathBuf::from(env!("CARGO_BIN_EXE_fenqi")),
            Subject::Broken(_) => std::env::current_exe().unwrap(),
        };
        let mut words = wrapper.iter().map(PathBuf::from).chain([executable]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home())
            .env("FENQI_FILE", self.book())
            .env("LC_ALL", "en_US.UTF-8")
            .current_dir(self.folder())
            .stdin(Stdio::null());
        if let Subject::Broken(way) = subject {
            command.env(broken::WAY, way);
        }
        if let Some(today) = self.today {
            command.args(["--today", today]);
        }
        command
    }

    pub fn program(&self, subject: Subject) -> Command {
        self.program_behind(&[], subject)
    }

    pub fn run(&self, subject: Subject, arguments: &[&str]) -> Output {
        self.program(subject).args(arguments).output().unwrap()
    }

    /// Pays with `inject` done to one of the calls of the program.
    pub fn pay_with(&self, subject: Subject, call: &Call, inject: &str) -> Output {
        let inject = format!("{inject}:when={}", call.nth);
        let wrapper = strace::injecting(&call.name, &inject, Path::new("/dev/null"));
        let mut program = self.program_behind(&wrapper, subject);
        program.args(PAY).output().unwrap()
    }

    /// Runs and expects success.
    pub fn must(&self, subject: Subject, arguments: &[&str]) -> Result<(), String> {
        let output = self.run(subject, arguments);
        if output.status.success() {
            return Ok(());
        }
        Err(format!("{arguments:?} afterwards: {}", told(&output)))
    }
}

/// What paying installment 3 is called.
pub const PAY: [&str; 4] = ["pay", "phone", "--n", "3"];

/// The text of a file; empty where there is none, which no book is.
pub fn read(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}

/// How a program ended and what it said.
pub fn told(output: &Output) -> String {
    format!(
        "{} {:?} {:?}",
        output.status,
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}
