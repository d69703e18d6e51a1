//! From argv to what is wanted.

use std::collections::BTreeSet;
use std::ffi::OsString;

use clap::{Args, FromArgMatches};

use crate::cli::args::{Cli, Command, Dashboard, Global};
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

/// The command line without the commands that no argument names, and without help. What this
/// does not understand, the whole command line understands or explains.
fn called(arguments: &[OsString]) -> clap::Command {
    let bare = clap::Command::new("fenqi")
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true);
    let bare = Dashboard::augment_args(Global::augment_args(bare));
    let words: BTreeSet<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
    words
        .into_iter()
        .fold(bare, |line, word| Command::add(word, line))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn a_command_alone_understands_what_it_does_among_all() {
        for whole in Cli::command().get_subcommands() {
            let line = Command::add(whole.get_name(), clap::Command::new("fenqi"));
            let alone: Vec<_> = line.get_subcommands().collect();
            let spelled = |command: &clap::Command| {
                let arguments: Vec<_> = command
                    .get_arguments()
                    .map(|arg| format!("{arg:?}"))
                    .collect();
                let acts: Vec<_> = command
                    .get_subcommands()
                    .map(clap::Command::get_name)
                    .collect();
                format!("{} {arguments:?} {acts:?}", command.get_name())
            };
            assert_eq!(
                alone.into_iter().map(spelled).collect::<Vec<_>>(),
                [spelled(whole)]
            );
        }
    }
}
