//! Figures that rest on doubtful rules, as every answer tells them.

use serde::Serialize;

use super::json;
use super::print::Page;
use crate::domain::doubt::{Doubt, Figure};
use crate::settings::texts::Texts;

/// A figure, and why it is to be doubted.
#[derive(Debug, Serialize)]
pub(super) struct Doubted {
    figure: &'static str,
    doubt: &'static str,
    #[serde(skip)]
    pub(super) what: Figure,
    #[serde(skip)]
    pub(super) why: Doubt,
}

impl Doubted {
    /// All of them, as they go into an answer.
    pub(super) fn all(doubts: Vec<(Figure, Doubt)>) -> Vec<Self> {
        let doubted = |(what, why)| Self {
            figure: json::figure(what),
            doubt: json::doubt(why),
            what,
            why,
        };
        doubts.into_iter().map(doubted).collect()
    }

    /// The row that names them, after a gap; nothing where there are none.
    pub(super) fn tell(doubts: &[Self], page: &mut Page, texts: Texts) {
        let told = |one: &Self| texts.doubted(texts.figure(one.what), &texts.doubt(one.why));
        let told: Vec<_> = doubts.iter().map(told).collect();
        if !told.is_empty() {
            page.gap();
            page.line(texts.cli_doubts(&told.join(texts.list_comma())));
        }
    }
}
