//! What the surroundings say: colours, the day, the book.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use super::Chosen;
use crate::cli::args::Global;
use crate::cli::failure::Failure;
use crate::cli::file::{Source, not_located};
use crate::cli::print::Ink;
use crate::cli::typed::day;
use crate::runtime::clock::Now;
use crate::settings::texts::Texts;
use crate::settings::theme::{ColorChoice, ColorEnv, Depth};

/// The book that is meant: the one in the arguments, the environment, the settings, the usual one.
pub(in crate::cli) fn source(
    demo: bool,
    file: Option<&Path>,
    chosen: &Chosen,
    texts: Texts,
) -> Result<Source, Failure> {
    if demo {
        return Ok(Source::Demo);
    }
    let variable = std::env::var_os("FENQI_FILE").filter(|path| !path.is_empty());
    let set = variable.or_else(|| chosen.book().map(Into::into));
    Source::locate(file, set.as_deref()).map_err(|error| not_located(error, texts))
}

/// Where the shopper's own book is or would be, whatever is shown.
pub(super) fn own_book(global: &Global, chosen: &Chosen, texts: Texts) -> Option<PathBuf> {
    match source(false, global.file(), chosen, texts) {
        Ok(Source::File(path)) => Some(path),
        _ => None,
    }
}

/// The day that stands for today.
pub(super) fn today(global: &Global, now: Now, texts: Texts) -> Result<NaiveDate, Failure> {
    let clock = now.day();
    if global.today.is_none() && !(1970..=2200).contains(&clock.year()) {
        return Err(Failure::wrong_use(texts.failure_clock()));
    }
    day(global.today.as_deref(), clock, texts)
}

/// Whether states are coloured on this output.
pub(super) fn ink(choice: ColorChoice) -> Ink {
    let set = |name| std::env::var(name).ok();
    let (colorterm, term, no_color) = (set("COLORTERM"), set("TERM"), set("NO_COLOR"));
    let depth = Depth::choose(
        choice,
        ColorEnv {
            colorterm: colorterm.as_deref(),
            term: term.as_deref(),
            no_color: no_color.as_deref(),
        },
    );
    let wanted = choice == ColorChoice::Always || io::stdout().is_terminal();
    if wanted && depth != Depth::Mono {
        Ink::Colours
    } else {
        Ink::Plain
    }
}

/// The value of an argument, `--name value` or `--name=value`, before they are all understood.
pub(in crate::cli) fn argument(arguments: &[OsString], name: &str) -> Option<OsString> {
    let mut rest = arguments.iter().skip(1);
    while let Some(word) = rest.next() {
        if word == name {
            return rest.next().cloned();
        }
        let joined = word
            .to_str()
            .and_then(|word| word.strip_prefix(name)?.strip_prefix('='));
        if let Some(value) = joined {
            return Some(value.into());
        }
    }
    None
}
