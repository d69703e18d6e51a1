//! `man`: the manual, made of what `--help` says.

use std::path::Path;

use clap::Command;
use serde::Serialize;

use super::answer::Answer;
use super::args;
use super::failure::{Exit, Failure};
use super::file::unsaved;
use super::help;
use super::print::Page;
use super::run::Teller;
use crate::document::near::near;
use crate::settings::texts::Texts;
use crate::store::{self, Standing};

/// Prints the page of the program or of a command, or writes all pages into a directory.
pub(super) fn man(args: &args::Man, book: Option<&Path>, teller: &Teller) -> Result<Exit, Failure> {
    let texts = teller.texts();
    let mut whole = help::command(texts);
    whole.build();
    match &args.dir {
        Some(dir) => {
            let standing = if args.force {
                Standing::Replaced
            } else {
                Standing::Stays
            };
            teller.tell(&written(&whole, dir, (standing, book), texts)?)
        }
        None => teller.print(&page(find(&whole, &args.command, texts)?.clone())),
    }
}

/// The command of these words.
fn find<'c>(whole: &'c Command, words: &[String], texts: Texts) -> Result<&'c Command, Failure> {
    words.iter().try_fold(whole, |command, word| {
        command.find_subcommand(word).ok_or_else(|| {
            let failure = Failure::wrong_use(texts.usage_unknown_command(word));
            match near(word, command.get_subcommands().map(Command::get_name)) {
                Some(near) => failure.hint(texts.cli_did_you_mean(near)),
                None => failure.hint(texts.usage_help()),
            }
        })
    })
}

fn page(command: Command) -> String {
    let mut page = Vec::new();
    // Writing to memory cannot fail.
    let _ = clap_mangen::Man::new(command).render(&mut page);
    String::from_utf8(page).unwrap_or_default()
}

/// The pages that were written.
#[derive(Debug, Serialize)]
struct Written {
    files: Vec<String>,
}

fn written(
    whole: &Command,
    dir: &Path,
    (standing, book): (Standing, Option<&Path>),
    texts: Texts,
) -> Result<Written, Failure> {
    store::make_directory(dir).map_err(|why| unsaved(dir, &why, texts))?;
    let mut files = Vec::new();
    let acts = whole.get_subcommands().flat_map(Command::get_subcommands);
    for command in std::iter::once(whole)
        .chain(whole.get_subcommands())
        .chain(acts)
    {
        let path = dir.join(clap_mangen::Man::new(command.clone()).get_filename());
        let saved = store::write_out(&path, &page(command.clone()), standing, book);
        saved.map_err(|why| unsaved(&path, &why, texts))?;
        files.push(path.display().to_string());
    }
    Ok(Written { files })
}

impl Answer for Written {
    fn write(&self, page: &mut Page, texts: Texts) {
        for file in &self.files {
            page.line(texts.export_written(file));
        }
    }

    fn is_saved(&self) -> bool {
        true
    }
}
