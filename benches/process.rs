//! Whole processes as a shopper starts them, each beside what the machine cannot do without:
//! an empty process, reading the bytes, `toml` into structs, writing them safely, a bare frame.
//!
//! All of a size run in turns, so that a busy moment meets them all; a figure is the middle of
//! many runs, and what counts is the ratio of two of one run.
//!
//! `cargo bench --bench process`, with a number for that many turns.

#[path = "support/book.rs"]
mod book;
#[path = "support/floor.rs"]
mod floor;
#[path = "support/screen.rs"]
mod screen;

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::resource::{UsageWho, getrusage};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const FENQI: &str = env!("CARGO_BIN_EXE_fenqi");
const TURNS: usize = 21;

/// What is run, and beside what.
struct Case {
    name: &'static str,
    arguments: &'static [&'static str],
    /// What its time is divided by, at each size.
    floors: [&'static str; 3],
    /// Whether it changes the book.
    is_change: bool,
    /// At most so many times the floor, at each size; a size without a goal has none.
    goals: [Option<f64>; 3],
}

const ANSWER: [&str; 3] = ["empty", "structs", "structs"];
const ANSWERS: [Option<f64>; 3] = [Some(2.0), Some(0.6), Some(0.5)];

const CASES: [Case; 6] = [
    Case {
        name: "due",
        arguments: &["due"],
        floors: ANSWER,
        is_change: false,
        goals: ANSWERS,
    },
    Case {
        name: "limit",
        arguments: &["limit"],
        floors: ANSWER,
        is_change: false,
        goals: ANSWERS,
    },
    Case {
        name: "can",
        arguments: &["can", "3000"],
        floors: ANSWER,
        is_change: false,
        goals: ANSWERS,
    },
    Case {
        name: "status",
        arguments: &["status"],
        floors: ANSWER,
        is_change: false,
        goals: ANSWERS,
    },
    Case {
        name: "pay",
        arguments: &["pay", "p00002"],
        floors: ["save", "load-save", "load-save"],
        is_change: true,
        goals: [Some(2.0), None, Some(3.0)],
    },
    Case {
        name: screen::CASE,
        arguments: &["--theme", "dark"],
        floors: ["frame"; 3],
        is_change: false,
        goals: [Some(1.5), None, None],
    },
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["floor", name, path] => floor::run(name, Path::new(path)),
        ["write", plans, path] => Ok(std::fs::write(path, book::book(plans.parse()?))?),
        ["peak", command @ ..] => peak_of(command),
        words => measure(words.iter().find_map(|word| word.parse().ok())),
    }
}

fn measure(turns: Option<usize>) -> Result<()> {
    let room = tempfile::tempdir()?;
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "{:<12} {:>7} {:>10} {:>10} {:<10} {:>7} {:>7} {:>9} {:>9}",
        "", "plans", "time", "floor", "", "ratio", "goal", "peak", "floor"
    )?;
    for (size, plans) in book::SIZES.into_iter().enumerate() {
        let desk = Desk::new(room.path(), plans)?;
        let turns = turns.unwrap_or(TURNS).max(1);
        for case in &CASES {
            let line = desk.compare(case, size, turns)?;
            writeln!(out, "{line}")?;
        }
    }
    writeln!(
        out,
        "Times are the middle of all turns; a peak is resident memory. Goals: README, Speed."
    )?;
    Ok(())
}

/// Where the processes of one size run.
struct Desk {
    room: PathBuf,
    book: PathBuf,
    plans: usize,
    itself: PathBuf,
}

impl Desk {
    fn new(room: &Path, plans: usize) -> Result<Self> {
        let room = room.join(plans.to_string());
        std::fs::create_dir_all(&room)?;
        let desk = Self {
            book: room.join("book.toml"),
            itself: std::env::current_exe()?,
            room,
            plans,
        };
        // Another process writes it, so that its memory is not taken for that of those measured.
        let written = Command::new(&desk.itself)
            .args(["write", &plans.to_string()])
            .arg(&desk.book)
            .status()?;
        if written.success() {
            Ok(desk)
        } else {
            Err("the book could not be written".into())
        }
    }

    /// Takes back what a case has changed, with a history behind it as every day.
    fn reset(&self, case: &Case) -> Result<()> {
        if case.is_change {
            self.fenqi(&["undo"]).stdout(Stdio::null()).status()?;
        }
        Ok(())
    }

    fn compare(&self, case: &Case, size: usize, turns: usize) -> Result<String> {
        let floor = case.floors[size];
        let (mut times, mut floors) = (Vec::new(), Vec::new());
        for _ in 0..turns {
            times.push(time(case.name, self.fenqi(case.arguments))?);
            self.reset(case)?;
            floors.push(time(case.name, self.floor(floor))?);
        }
        let (time, beside) = (middle(times), middle(floors));
        let ratio = time.as_secs_f64() / beside.as_secs_f64();
        let goal = case.goals[size];
        let goal = goal.map_or("–".to_owned(), |goal| format!("{goal:.1}"));
        let (peak, floor_peak) = if case.name == screen::CASE {
            ("–".to_owned(), "–".to_owned())
        } else {
            let peak = self.peak(&self.fenqi(case.arguments))?;
            self.reset(case)?;
            (peak, self.peak(&self.floor(floor))?)
        };
        Ok(format!(
            "{:<12} {:>7} {:>7.2} ms {:>7.2} ms {floor:<10} {ratio:>7.2} {goal:>7} {peak:>9} {floor_peak:>9}",
            case.name,
            self.plans,
            1000.0 * time.as_secs_f64(),
            1000.0 * beside.as_secs_f64(),
        ))
    }

    fn fenqi(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(FENQI);
        command.arg("--file").arg(&self.book);
        command.args(["--today", &book::today().to_string()]);
        command.args(arguments);
        self.at_home(command)
    }

    fn floor(&self, name: &str) -> Command {
        let mut command = Command::new(&self.itself);
        command.args(["floor", name]).arg(&self.book);
        self.at_home(command)
    }

    fn at_home(&self, mut command: Command) -> Command {
        command.env("HOME", &self.room).env("LC_ALL", "C.UTF-8");
        for (variable, folder) in [
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
        ] {
            command.env(variable, self.room.join(folder));
        }
        command
    }

    fn peak(&self, command: &Command) -> Result<String> {
        let measured = Command::new(&self.itself)
            .arg("peak")
            .arg(command.get_program())
            .args(command.get_args())
            .envs(
                command
                    .get_envs()
                    .filter_map(|(key, value)| Some((key, value?))),
            )
            .stderr(Stdio::null())
            .output()?;
        let text = String::from_utf8(measured.stdout)?;
        let kilobytes: f64 = text.lines().next_back().unwrap_or_default().parse()?;
        Ok(format!("{:.1} MB", kilobytes / 1024.0))
    }
}

fn time(case: &str, mut command: Command) -> Result<Duration> {
    if case == screen::CASE {
        return screen::first_frame(command);
    }
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).status()?;
    let taken = start.elapsed();
    if status.code().is_some_and(|code| code < 2) {
        Ok(taken)
    } else {
        Err(format!("{command:?} ended with {status}").into())
    }
}

/// Runs a command and prints the most memory it had, in kilobytes.
fn peak_of(command: &[&str]) -> Result<()> {
    let (program, arguments) = command.split_first().ok_or("which program?")?;
    Command::new(program)
        .args(arguments)
        .stdout(Stdio::null())
        .status()?;
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    writeln!(std::io::stdout(), "{peak}")?;
    Ok(())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
