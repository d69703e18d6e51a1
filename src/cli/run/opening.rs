//! How the dashboard is to be opened.

use std::io::{self, IsTerminal};

use chrono::NaiveDate;

use super::Chosen;
use super::surroundings::{source, today};
use crate::app::key::{NotAKey, Stroke, strokes};
use crate::app::keymap::Keymap;
use crate::cli::args::{Dashboard, Global};
use crate::cli::failure::Failure;
use crate::cli::file::Source;
use crate::import::mapping::Mapping;
use crate::runtime::clock;
use crate::settings::config::Ascii;
use crate::settings::texts::Texts;
use crate::settings::theme::{ColorChoice, ThemeChoice};

/// How the dashboard is to be opened.
#[derive(Debug, Clone)]
pub struct Opening {
    /// Which book.
    pub source: Source,
    /// The day that stands for today; `None`: the clock's.
    pub today: Option<NaiveDate>,
    /// The language.
    pub texts: Texts,
    /// Whether colours are wanted.
    pub color: ColorChoice,
    /// Which colours.
    pub theme: ThemeChoice,
    /// Whether borders and signs are drawn in ASCII only.
    pub ascii: Ascii,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether amounts are hidden from the start.
    pub hide_amounts: bool,
    /// Which keys mean what.
    pub keymap: Keymap,
    /// The bills that the shopper describes.
    pub bills: Vec<Mapping>,
    /// What is wrong with the settings, a line each.
    pub warnings: Vec<String>,
    /// The keys to be pressed first.
    pub keys: Vec<Stroke>,
    /// Print the last screen instead of using a terminal, with this many columns and rows.
    pub print: Option<(u16, u16)>,
}

impl Opening {
    /// The sample book as of a day, with the settings that nobody changed.
    pub fn of_sample(today: NaiveDate, texts: Texts) -> Self {
        Self {
            source: Source::Demo,
            today: Some(today),
            texts,
            color: ColorChoice::default(),
            theme: ThemeChoice::default(),
            ascii: Ascii::default(),
            mouse: true,
            hide_amounts: false,
            keymap: Keymap::default(),
            bills: Vec::new(),
            warnings: Vec::new(),
            keys: Vec::new(),
            print: None,
        }
    }
}

/// What the flags say; refused where there is neither a terminal nor `--print`.
pub(super) fn opening(
    global: &Global,
    wanted: &Dashboard,
    chosen: &Chosen,
    texts: Texts,
) -> Result<Box<Opening>, Failure> {
    let print = match (&wanted.size, wanted.print) {
        (None, true) => Some((80, 24)),
        (Some(typed), true) => Some(size(typed, texts)?),
        (Some(_), false) => return Err(Failure::wrong_use(texts.cli_size_without_print())),
        (None, false) => None,
    };
    if print.is_none() && !can_draw() {
        let failure = Failure::wrong_use(texts.cli_no_terminal());
        return Err(failure.hint(texts.cli_no_terminal_hint()));
    }
    let keys = wanted.keys.as_deref().unwrap_or_default();
    let keys =
        strokes(keys).map_err(|NotAKey(name)| Failure::wrong_use(texts.cli_not_a_key(&name)))?;
    let stated = chosen.stated();
    Ok(Box::new(Opening {
        source: source(global.demo, global.file(), chosen, texts)?,
        today: match &global.today {
            Some(_) => Some(today(global, clock::now(), texts)?),
            None => None,
        },
        texts,
        color: stated.color.unwrap_or_default(),
        theme: chosen.theme(texts)?,
        ascii: chosen.ascii(),
        mouse: stated.mouse.unwrap_or(true),
        hide_amounts: stated.hide_amounts.unwrap_or(false),
        keymap: chosen.keymap(),
        bills: chosen.bills().to_vec(),
        warnings: chosen.warnings(texts),
        keys,
        print,
    }))
}

/// `80x24`.
fn size(typed: &str, texts: Texts) -> Result<(u16, u16), Failure> {
    let read = || {
        let (columns, rows) = typed.split_once('x')?;
        let side = |side: &str| {
            side.parse::<u16>()
                .ok()
                .filter(|side| (1..=1000).contains(side))
        };
        Some((side(columns)?, side(rows)?))
    };
    read().ok_or_else(|| Failure::wrong_use(texts.cli_bad_size(typed)))
}

/// Whether there is a terminal at both ends that can place text.
fn can_draw() -> bool {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    io::stdout().is_terminal() && io::stdin().is_terminal() && !is_dumb
}
