//! The commands as a shell sees them: the real program, a home of its own, exact output.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

mod bad_arguments;
mod bars;
mod changes;
mod config;
mod json;
mod outputs;
mod own_rules;
mod proof;
mod transcripts;

const BOOK: &str = include_str!("cli/book.toml");

/// A home directory with a book in it.
struct Home {
    folder: TempDir,
}

/// What a command printed, and how it ended.
#[derive(Debug, PartialEq, Eq)]
struct Ran {
    stdout: String,
    stderr: String,
    code: Option<i32>,
}

impl Home {
    fn with(book: &str) -> Self {
        let home = Self::empty();
        fs::write(home.book(), book).unwrap();
        fs::set_permissions(home.book(), fs::Permissions::from_mode(0o600)).unwrap();
        home
    }

    fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn book(&self) -> PathBuf {
        self.path().join("book.toml")
    }

    fn text(&self) -> String {
        fs::read_to_string(self.book()).unwrap()
    }

    /// The program in this home, on 2026-03-10, in English.
    fn program(&self) -> Command {
        self.program_in("en")
    }

    fn program_in(&self, lang: &str) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fenqi"));
        program
            .env_clear()
            .env("HOME", self.path())
            .env("FENQI_FILE", "book.toml")
            .current_dir(self.path())
            .env("LC_ALL", format!("{lang}.UTF-8"))
            .args(["--today", "2026-03-10"]);
        program
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.program().args(arguments).output().unwrap())
    }
}

impl Ran {
    fn of(output: &Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout.clone()).unwrap(),
            stderr: String::from_utf8(output.stderr.clone()).unwrap(),
            code: output.status.code(),
        }
    }
}
