//! The program: hand everything to the library, return its exit code.

use std::process::ExitCode;

use fenqi::cli::{self, Next};
use fenqi::runtime;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Exit(exit) => exit.into(),
        Next::Dashboard(opening) => {
            cli::dashboard_ended(runtime::run(&opening), opening.texts).into()
        }
    }
}
