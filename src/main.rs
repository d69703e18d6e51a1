//! The program: hand everything to the library, return its exit code.

use std::process::ExitCode;

use fenqi::cli::{self, Next};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(exit) => exit.into(),
        // The dashboard: `runtime::run(opening)`.
        Next::Dashboard(_opening) => ExitCode::FAILURE,
    }
}
