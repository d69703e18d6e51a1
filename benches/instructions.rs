//! How many instructions the program takes, counted by valgrind and held against the budget in
//! `budget.toml`: unlike seconds they are the same on a busy machine.
//!
//! `cargo bench --bench instructions` fails where a count is more than a twentieth above it;
//! `cargo bench --bench instructions -- --keep` writes down what was counted. Where valgrind is
//! missing, or the compiler, the C library or the processor is another one, nothing is held against anything,
//! and a line says so.

#[path = "support/book.rs"]
mod book;
#[path = "support/desk.rs"]
mod desk;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::ScopedJoinHandle;

use serde::{Deserialize, Serialize};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const BUDGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/budget.toml");
/// So far above its budget a count may be, in parts of a hundred.
const TOLERANCE: u64 = 5;
/// So many keys are pressed and their frames drawn for the cost of one.
const KEYS: usize = 10;

/// What the program is asked.
const ASKED: [(&str, &[&str]); 5] = [
    ("due", &["due"]),
    ("can", &["can", "3000"]),
    ("limit", &["limit"]),
    ("pay", &["pay", "p00002"]),
    ("first frame", &["--print", "--size", "120x40"]),
];
/// Views in which a key is pressed, and the key that leads there.
const VIEWS: [(&str, &str); 3] = [
    ("key, home", "1"),
    ("key, plans", "2"),
    ("key, calendar", "4"),
];

/// What is allowed, in thousands of instructions at each size.
#[derive(Debug, Serialize, Deserialize)]
struct Budget {
    /// Another compiler makes other instructions.
    rustc: String,
    /// Another C library has other ones for memory and mathematics,
    libc: String,
    /// and chooses among them by the processor.
    processor: String,
    thousands: BTreeMap<String, Vec<u64>>,
}

impl Budget {
    fn made_on(&self) -> [&str; 3] {
        [&self.rustc, &self.libc, &self.processor]
    }
}

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["write", plans, path] => fs::write(path, book::book(plans.parse()?))?,
        ["keys", view, count, path] => press(view, count.parse()?, Path::new(path))?,
        words => return check(words.contains(&"--keep")),
    }
    Ok(ExitCode::SUCCESS)
}

fn check(keep: bool) -> Result<ExitCode> {
    if first_line("valgrind", "--version").is_err() {
        writeln!(
            std::io::stdout(),
            "skipped: no valgrind, nothing is counted"
        )?;
        return Ok(ExitCode::SUCCESS);
    }
    let counted = Budget {
        rustc: first_line(&env_or("RUSTC", "rustc"), "--version")?,
        libc: first_line("ldd", "--version").unwrap_or_default(),
        processor: processor(),
        thousands: count_all()?,
    };
    let known: Option<Budget> = match fs::read_to_string(BUDGET) {
        Ok(text) => Some(toml::from_str(&text)?),
        Err(_) => None,
    };
    let is_within = tell(&counted, known.as_ref())?;
    if keep {
        fs::write(BUDGET, written(&counted))?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = std::io::stdout();
    match known {
        Some(known) if known.made_on() != counted.made_on() => writeln!(
            out,
            "skipped: the budget is that of {}, this is {}. Count both sides of a change here, or \
             write down a new budget on a commit known to be good.",
            known.made_on().join(", "),
            counted.made_on().join(", ")
        )?,
        None => {
            writeln!(out, "There is no budget yet: write one down with --keep.")?;
            return Ok(ExitCode::FAILURE);
        }
        _ if is_within => writeln!(out, "All within the budget and {TOLERANCE} % of it.")?,
        _ => {
            writeln!(
                out,
                "More than {TOLERANCE} % above the budget. If that is meant, write it down with\n  \
                 cargo bench --bench instructions -- --keep"
            )?;
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints what was counted beside what is allowed; whether all of it is within.
fn tell(counted: &Budget, known: Option<&Budget>) -> Result<bool> {
    let mut out = std::io::stdout();
    let mut is_within = true;
    writeln!(
        out,
        "{:<14} {:>7} {:>12} {:>12}",
        "", "plans", "thousands", "budget"
    )?;
    for (name, counts) in &counted.thousands {
        let allowed = known.and_then(|known| known.thousands.get(name));
        for (k, (count, plans)) in counts.iter().zip(book::SIZES).enumerate() {
            let allowed = allowed.and_then(|counts| counts.get(k).copied());
            let beside = allowed.map_or("–".to_owned(), |allowed| allowed.to_string());
            let off = |one: u64, other: u64| one * 100 > other * (100 + TOLERANCE);
            let is_above = allowed.is_none_or(|allowed| off(*count, allowed));
            let is_below = allowed.is_some_and(|allowed| off(allowed, *count));
            is_within &= !is_above;
            let sign = match (is_above, is_below) {
                (true, _) => "  !",
                (_, true) => "  less",
                _ => "",
            };
            writeln!(out, "{name:<14} {plans:>7} {count:>12} {beside:>12}{sign}")?;
        }
    }
    Ok(is_within)
}

/// Something to be counted.
struct Case {
    name: &'static str,
    /// Which of the sizes.
    size: usize,
    /// It has a book of its own: one of the cases changes it, and several run at the same time.
    home: PathBuf,
    act: Act,
}

#[derive(Clone, Copy)]
enum Act {
    Ask(&'static [&'static str]),
    /// Keys are pressed in the view of this key.
    Press(&'static str),
}

fn count_all() -> Result<BTreeMap<String, Vec<u64>>> {
    let room = tempfile::tempdir()?;
    let cases = cases(room.path())?;
    let next = AtomicUsize::new(0);
    let work = || {
        let mut counted = Vec::new();
        while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let count = case.count().map_err(|why| why.to_string());
            counted.push((case.name, case.size, count));
        }
        counted
    };
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let counted: Vec<_> = std::thread::scope(|scope| {
        let started: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        started.into_iter().map(ScopedJoinHandle::join).collect()
    });
    let mut all: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for counted in counted {
        for (name, size, count) in counted.or(Err("a count broke off"))? {
            let none = || vec![0; book::SIZES.len()];
            all.entry(name.to_owned()).or_insert_with(none)[size] = count? / 1000;
        }
    }
    Ok(all)
}

/// Every case at every size, those that take long first.
fn cases(room: &Path) -> Result<Vec<Case>> {
    let asked = ASKED.map(|(name, words)| (name, Act::Ask(words)));
    let pressed = VIEWS.map(|(name, view)| (name, Act::Press(view)));
    let mut cases = Vec::new();
    for (size, plans) in book::SIZES.into_iter().enumerate().rev() {
        let text = book::book(plans);
        for (name, act) in asked.iter().chain(&pressed) {
            let home = room.join(format!("{plans} {name}"));
            fs::create_dir_all(&home)?;
            fs::write(home.join("book.toml"), &text)?;
            cases.push(Case {
                name,
                size,
                home,
                act: *act,
            });
        }
    }
    Ok(cases)
}

impl Case {
    fn count(&self) -> Result<u64> {
        let path = self.home.join("book.toml");
        let path = path.to_str().ok_or("a path of valid text")?;
        match self.act {
            Act::Ask(words) => {
                let today = book::today().to_string();
                let arguments = [&["--file", path, "--today", &today], words].concat();
                count(
                    &self.home,
                    Path::new(env!("CARGO_BIN_EXE_fenqi")),
                    &arguments,
                )
            }
            Act::Press(view) => {
                let itself = std::env::current_exe()?;
                let with = |keys: usize| {
                    count(
                        &self.home,
                        &itself,
                        &["keys", view, &keys.to_string(), path],
                    )
                };
                Ok(with(KEYS)?.saturating_sub(with(0)?) / KEYS as u64)
            }
        }
    }
}

/// Runs a program under valgrind.
fn count(home: &Path, program: &Path, arguments: &[&str]) -> Result<u64> {
    let run = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no"])
        .args(["--cachegrind-out-file=/dev/null"])
        .arg(program)
        .args(arguments)
        .env_clear()
        .envs(std::env::var_os("PATH").map(|path| ("PATH", path)))
        .env("HOME", home)
        .env("LC_ALL", "C.UTF-8")
        .output()?;
    let said = String::from_utf8_lossy(&run.stderr);
    let line = said.lines().find(|line| line.contains("refs:"));
    let figure = line.and_then(|line| line.rsplit(':').next());
    let figure = figure.map(|figure| figure.trim().replace(',', ""));
    match figure {
        Some(figure) if run.status.code().is_some_and(|code| code < 2) => Ok(figure.parse()?),
        _ => Err(format!("{arguments:?} was not counted: {said}").into()),
    }
}

/// Opens a view, draws it, then presses so many keys and draws each time.
fn press(view: &str, keys: usize, path: &Path) -> Result<()> {
    let mut model = desk::model(&fs::read_to_string(path)?)?;
    let mut window = desk::window();
    desk::press(&mut model, view);
    desk::draw(&mut window, &model);
    for key in ["j", "k"].into_iter().cycle().take(keys) {
        desk::press(&mut model, key);
        desk::draw(&mut window, &model);
    }
    Ok(())
}

/// The name of the processor; empty where the system does not tell.
fn processor() -> String {
    let told = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = told.lines().find(|line| line.starts_with("model name"));
    let name = name.and_then(|line| line.split_once(':'));
    name.map(|(_, name)| name.trim().to_owned())
        .unwrap_or_default()
}

fn env_or(variable: &str, otherwise: &str) -> String {
    std::env::var(variable).unwrap_or_else(|_| otherwise.to_owned())
}

/// The first line of what a program says to an argument.
fn first_line(program: &str, argument: &str) -> Result<String> {
    let said = String::from_utf8(Command::new(program).arg(argument).output()?.stdout)?;
    Ok(said.lines().next().unwrap_or_default().trim().to_owned())
}

fn written(budget: &Budget) -> String {
    let mut text = format!(
        "# Thousands of instructions at 20, 1,000 and 10,000 plans; see instructions.rs.\n\
         rustc = \"{}\"\nlibc = \"{}\"\nprocessor = \"{}\"\n\n[thousands]\n",
        budget.rustc, budget.libc, budget.processor
    );
    for (name, counts) in &budget.thousands {
        let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
        let _ = writeln!(text, "\"{name}\" = [{}]", counts.join(", "));
    }
    text
}
