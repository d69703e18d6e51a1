//! How many instructions the program takes, counted by valgrind and held against the budget in
//! `budget.toml`: unlike seconds they are the same on a busy machine.
//!
//! `cargo bench --bench instructions` fails where a count is more than a twentieth off;
//! `cargo bench --bench instructions -- --keep` writes down what was counted.

#[path = "support/book.rs"]
mod book;
#[path = "support/desk.rs"]
mod desk;

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};

use serde::{Deserialize, Serialize};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const BUDGET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/benches/budget.toml");
/// So far apart two counts may be, in parts of a hundred.
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
const VIEWS: [(&str, &str); 2] = [("key, home", "1"), ("key, plans", "2")];

/// What is allowed, in thousands of instructions at each size.
#[derive(Debug, Serialize, Deserialize)]
struct Budget {
    /// Another compiler counts differently.
    rustc: String,
    thousands: BTreeMap<String, Vec<u64>>,
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
    let counted = Budget {
        rustc: rustc()?,
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
        Some(known) if known.rustc != counted.rustc => writeln!(
            out,
            "The budget is that of {}, this is {}: not checked. Count both sides of a change with \
             one compiler, or write down a new budget on a commit known to be good.",
            known.rustc, counted.rustc
        )?,
        None => {
            writeln!(out, "There is no budget yet: write one down with --keep.")?;
            return Ok(ExitCode::FAILURE);
        }
        _ if is_within => writeln!(out, "All within {TOLERANCE} % of the budget.")?,
        _ => {
            writeln!(
                out,
                "Off by more than {TOLERANCE} %. If that is meant, write it down with\n  \
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
            let off =
                allowed.is_none_or(|allowed| count.abs_diff(allowed) * 100 > allowed * TOLERANCE);
            is_within &= !off;
            let sign = if off { "  !" } else { "" };
            writeln!(out, "{name:<14} {plans:>7} {count:>12} {beside:>12}{sign}")?;
        }
    }
    Ok(is_within)
}

fn count_all() -> Result<BTreeMap<String, Vec<u64>>> {
    let room = tempfile::tempdir()?;
    let itself = std::env::current_exe()?;
    let mut all: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    let mut add = |name: &str, count: u64| {
        all.entry(name.to_owned()).or_default().push(count / 1000);
    };
    for plans in book::SIZES {
        let home = room.path().join(plans.to_string());
        fs::create_dir_all(&home)?;
        let path = home.join("book.toml");
        let path = path.to_str().ok_or("a path of valid text")?;
        fs::write(path, book::book(plans))?;
        let today = book::today().to_string();
        let fenqi = env!("CARGO_BIN_EXE_fenqi");
        for (name, words) in ASKED {
            let mut arguments = vec!["--file", path, "--today", &today];
            arguments.extend(words);
            add(name, count(&home, Path::new(fenqi), &arguments)?);
        }
        for (name, view) in VIEWS {
            let mut counts = [0, KEYS]
                .into_iter()
                .map(|keys| count(&home, &itself, &["keys", view, &keys.to_string(), path]));
            let (none, some) = (counts.next(), counts.next());
            let (none, some) = (none.ok_or("a count")??, some.ok_or("a count")??);
            add(name, some.saturating_sub(none) / KEYS as u64);
        }
    }
    Ok(all)
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
    desk::press(&mut model, view);
    desk::draw(&model);
    for key in ["j", "k"].into_iter().cycle().take(keys) {
        desk::press(&mut model, key);
        std::hint::black_box(desk::draw(&model));
    }
    Ok(())
}

fn rustc() -> Result<String> {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let said = Command::new(rustc).arg("--version").output()?.stdout;
    Ok(String::from_utf8(said)?.trim().to_owned())
}

fn written(budget: &Budget) -> String {
    let mut text = format!(
        "# Thousands of instructions at 20, 1,000 and 10,000 plans; see instructions.rs.\n\
         rustc = \"{}\"\n\n[thousands]\n",
        budget.rustc
    );
    for (name, counts) in &budget.thousands {
        let counts: Vec<String> = counts.iter().map(u64::to_string).collect();
        let _ = writeln!(text, "\"{name}\" = [{}]", counts.join(", "));
    }
    text
}
