//! What the environment and the global flags say: language, colours, the day, the book.

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::Path;

use chrono::{Datelike, NaiveDate};

use crate::cli::args::Global;
use crate::cli::failure::Failure;
use crate::cli::file::{Source, not_located};
use crate::cli::print::Ink;
use crate::cli::typed::day;
use crate::runtime::clock::Now;
use crate::settings::texts::{Lang, LocaleEnv, Texts};
use crate::settings::theme::{ColorChoice, ColorEnv, Depth};

/// The language, before the arguments are read, because their errors are told in it.
pub(super) fn language(arguments: &[OsString]) -> Lang {
    let words = || arguments.iter().skip(1).filter_map(|word| word.to_str());
    let joined = words().find_map(|word| word.strip_prefix("--lang="));
    let apart = words().skip_while(|word| *word != "--lang").nth(1);
    let set = |name| std::env::var(name).ok();
    let (lc_all, lc_messages, lang) = (set("LC_ALL"), set("LC_MESSAGES"), set("LANG"));
    joined
        .or(apart)
        .and_then(Lang::from_code)
        .unwrap_or_else(|| {
            Lang::of_locale(LocaleEnv {
                lc_all: lc_all.as_deref(),
                lc_messages: lc_messages.as_deref(),
                lang: lang.as_deref(),
            })
        })
}

/// The book that is meant.
pub(super) fn source(global: &Global, texts: Texts) -> Result<Source, Failure> {
    if global.demo {
        return Ok(Source::Demo);
    }
    let variable = std::env::var_os("FENQI_FILE");
    Source::locate(global.file.as_ref().map(Path::new), variable.as_deref())
        .map_err(|error| not_located(error, texts))
}

/// The day that stands for today.
pub(super) fn today(global: &Global, now: Now, texts: Texts) -> Result<NaiveDate, Failure> {
    let clock = now.day();
    if global.today.is_none() && !(1970..=2200).contains(&clock.year()) {
        return Err(Failure::wrong_use(texts.failure_clock()));
    }
    day(global.today.as_deref(), clock, texts)
}

/// Whether colours are wanted.
pub(super) fn color(global: &Global) -> ColorChoice {
    match global.color.as_deref() {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// Whether states are coloured on this output.
pub(super) fn ink(global: &Global) -> Ink {
    let set = |name| std::env::var(name).ok();
    let (colorterm, term, no_color) = (set("COLORTERM"), set("TERM"), set("NO_COLOR"));
    let depth = Depth::choose(
        color(global),
        ColorEnv {
            colorterm: colorterm.as_deref(),
            term: term.as_deref(),
            no_color: no_color.as_deref(),
        },
    );
    let wanted = color(global) == ColorChoice::Always || io::stdout().is_terminal();
    if wanted && depth != Depth::Mono {
        Ink::Colours
    } else {
        Ink::Plain
    }
}
