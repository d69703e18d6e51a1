//! `doctor --prove DIR`: what is promised of a save, tried on somebody's own file system.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::{scope, sleep};
use std::time::{Duration, Instant};

use serde::Serialize;

use crate::cli::answer::Answer;
use crate::cli::failure::{Exit, Failure};
use crate::cli::file::system;
use crate::cli::print::{Align, Cell, Page};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::store::Scratch;

/// One trial takes no longer.
const PATIENCE: Duration = Duration::from_secs(15);
const KILLS: u32 = 60;
const WRITERS: usize = 4;
const PAYMENTS: usize = 10;
const BOOK: &str = "book.toml";

/// What came of the trials.
#[derive(Debug, Serialize)]
pub(super) struct Proof {
    directory: String,
    trials: Vec<Trial>,
}

/// One trial.
#[derive(Debug, Serialize)]
struct Trial {
    what: &'static str,
    points: usize,
    failures: usize,
    /// Why it was not tried, or not to the end.
    skipped: Option<String>,
}

/// Tries everything in a directory of its own inside `directory`.
pub(super) fn prove(directory: &Path, texts: Texts) -> Result<Proof, Failure> {
    let failed = |error| {
        Failure::new(
            Exit::NotSaved,
            texts.cli_prove_nowhere(&directory.display().to_string(), &system(&error, texts)),
        )
    };
    let scratch = Scratch::inside(directory).map_err(failed)?;
    let program = std::env::current_exe().map_err(failed)?;
    let bench = Bench {
        scratch,
        program: &program,
        texts,
    };
    let trials = vec![
        bench.kills(),
        bench.writers(),
        bench.full_disk(),
        bench.power_loss(),
    ];
    Ok(Proof {
        directory: directory.display().to_string(),
        trials,
    })
}

struct Bench<'b> {
    scratch: Scratch,
    program: &'b Path,
    texts: Texts,
}

impl Bench<'_> {
    /// Edits, every second one killed at a moment of its own: the book is the one before or the one after.
    fn kills(&self) -> Trial {
        let mut trial = Trial::new(self.texts.cli_prove_kills());
        let began = Instant::now();
        let mut usual = Duration::from_millis(20);
        let mut last = 0;
        self.write(&book(last));
        for mark in 1..=KILLS {
            if began.elapsed() > PATIENCE {
                trial.skipped = Some(self.texts.cli_prove_time().to_owned());
                break;
            }
            let edit = Instant::now();
            let Ok(mut child) = self.start(&["note", "p0", &format!("mark-{mark}")]) else {
                return self.not_started(trial.what);
            };
            let is_killed = mark.is_multiple_of(2);
            if is_killed {
                // Multiples of the golden ratio fall everywhere and never twice on the same moment.
                sleep(usual * ((mark * 618) % 1000) / 1000);
                let _ = child.kill();
            }
            let acknowledged = child.wait().is_ok_and(|status| status.success());
            if !is_killed {
                usual = edit.elapsed();
            }
            let text = self.scratch.read(BOOK);
            let is_new = text == book(mark);
            let is_whole = is_new || (!acknowledged && text == book(last));
            last = if is_new { mark } else { last };
            trial.point(is_whole);
        }
        trial
    }

    /// Several programs that pay at the same time: every payment is there.
    fn writers(&self) -> Trial {
        let mut trial = Trial::new(self.texts.cli_prove_writers());
        self.write(&book(0));
        let paid =
            |plan: usize, n: usize| self.run(&["pay", &format!("p{plan}"), "--n", &n.to_string()]);
        let acknowledged: usize = scope(|scope| {
            let writers: Vec<_> = (0..WRITERS)
                .map(|plan| scope.spawn(move || (1..=PAYMENTS).filter(|n| paid(plan, *n)).count()))
                .collect();
            writers
                .into_iter()
                .filter_map(|writer| writer.join().ok())
                .sum()
        });
        let written = self.scratch.read(BOOK).matches("{ n = ").count();
        trial.points = WRITERS * PAYMENTS;
        trial.failures = trial.points - acknowledged.min(written);
        trial
    }

    /// A disk that takes no more in the middle of a file; the shell's limit on the size of files stands for it.
    fn full_disk(&self) -> Trial {
        let mut trial = Trial::new(self.texts.cli_prove_full());
        for blocks in [1, 8, 16, 24] {
            let before = format!("{}# {}\n", book(0), "x".repeat(16_000));
            self.write(&before);
            let script = format!("ulimit -f {blocks} && trap '' XFSZ && exec \"$0\" \"$@\"");
            let mut shell = Command::new("sh");
            shell.args(["-c", &script]).arg(self.program);
            let Ok(status) = self
                .surrounded(&mut shell, &["note", "p0", "mark-1"])
                .status()
            else {
                return self.not_started(trial.what);
            };
            trial.point(status.code() == Some(4) && self.scratch.read(BOOK) == before);
        }
        trial
    }

    fn power_loss(&self) -> Trial {
        let skipped = Some(self.texts.cli_prove_no_power_loss().to_owned());
        Trial {
            skipped,
            ..Trial::new(self.texts.cli_prove_power())
        }
    }

    fn write(&self, text: &str) {
        // Where it cannot be written, every point of the trial fails, which says so.
        let _ = self.scratch.write(BOOK, text);
    }

    fn start(&self, arguments: &[&str]) -> std::io::Result<Child> {
        self.surrounded(&mut Command::new(self.program), arguments)
            .spawn()
    }

    fn run(&self, arguments: &[&str]) -> bool {
        self.surrounded(&mut Command::new(self.program), arguments)
            .status()
            .is_ok_and(|status| status.success())
    }

    /// With a home of its own, so that nothing of the user's is read or written.
    fn surrounded<'c>(&self, command: &'c mut Command, arguments: &[&str]) -> &'c mut Command {
        let path = std::env::var_os("PATH").unwrap_or_default();
        command
            .env_clear()
            .env("PATH", path)
            .env("HOME", self.scratch.path());
        command
            .arg("--file")
            .arg(self.scratch.path().join(BOOK))
            .args(["--today", "2026-03-10"])
            .args(arguments);
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
    }

    fn not_started(&self, what: &'static str) -> Trial {
        Trial {
            skipped: Some(self.texts.cli_prove_not_started().to_owned()),
            ..Trial::new(what)
        }
    }
}

impl Trial {
    fn new(what: &'static str) -> Self {
        Self {
            what,
            points: 0,
            failures: 0,
            skipped: None,
        }
    }

    fn point(&mut self, is_good: bool) {
        self.points += 1;
        self.failures += usize::from(!is_good);
    }
}

/// Several plans, and a note that tells which edit was the last.
fn book(mark: u32) -> String {
    let plan = |k| {
        format!(
            "[[plan]]\nid = \"p{k}\"\nprincipal = 1000\nperiods = {PAYMENTS}\nfirst-due = 2026-01-07\n"
        )
    };
    let plans: String = (1..WRITERS).map(plan).collect();
    format!("version = 1\n{}note = \"mark-{mark}\"\n{plans}", plan(0))
}

impl Answer for Proof {
    fn write(&self, page: &mut Page, texts: Texts) {
        let head = [
            texts.cli_prove_trial(),
            texts.cli_prove_points(),
            texts.cli_prove_failures(),
            "",
        ];
        let row = |trial: &Trial| {
            let failures = Cell::new(trial.failures.to_string());
            vec![
                Cell::new(trial.what),
                Cell::new(trial.points.to_string()),
                if trial.failures == 0 {
                    failures
                } else {
                    Cell::in_role(trial.failures.to_string(), Role::Overdue)
                },
                Cell::new(trial.skipped.clone().unwrap_or_default()),
            ]
        };
        let head = head.into_iter().map(Cell::new).collect();
        let rows: Vec<_> = std::iter::once(head)
            .chain(self.trials.iter().map(row))
            .collect();
        page.table(
            &[Align::Left, Align::Right, Align::Right, Align::Left],
            &rows,
        );
    }

    fn exit(&self) -> Exit {
        if self.trials.iter().all(|trial| trial.failures == 0) {
            Exit::Done
        } else {
            Exit::No
        }
    }
}
