//! From argv to what is wanted.

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use crate::cli::args::Cli;
use crate::cli::failure::Failure;
use crate::cli::{help, usage};
use crate::settings::texts::Texts;

/// What the arguments ask for.
pub(super) enum Parsed {
    Cli(Box<Cli>),
    Help(String),
}

/// Reads the arguments; what is wrong with them is said in words.
pub(super) fn parse(arguments: &[OsString], texts: Texts) -> Result<Parsed, Failure> {
    let read = |command: clap::Command| {
        let matches = command.try_get_matches_from(arguments)?;
        Cli::from_arg_matches(&matches)
    };
    match read(called(arguments)).or_else(|_| read(help::command(texts))) {
        Ok(cli) => Ok(Parsed::Cli(Box::new(cli))),
        Err(error) if !error.use_stderr() => Ok(Parsed::Help(error.to_string())),
        Err(error) => Err(usage::failure(&error, texts)),
    }
}

/// The command line without the commands that no argument names, and without help: all of it
/// takes longer than reading a book of twenty plans. What this does not understand, the whole
/// command line understands or explains.
fn called(arguments: &[OsString]) -> clap::Command {
    let whole = Cli::command();
    let named = whole
        .get_subcommands()
        .filter(|command| arguments.iter().any(|word| word == command.get_name()));
    clap::Command::new("fenqi")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(whole.get_arguments().cloned())
        .subcommands(named.cloned())
}
