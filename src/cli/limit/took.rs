//! How long the limit of a line took to come back, per channel.

use serde::Serialize;

use crate::cli::print::{Align, Cell, Page};
use crate::domain::Book;
use crate::domain::measured::{Estimate, Measures};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// A channel's measure, in working days.
#[derive(Debug, Serialize)]
pub(super) struct Took {
    /// The id of the way to pay; `null` where none was noted.
    via: Option<String>,
    n: usize,
    best: u32,
    median: u32,
    worst: u32,
    #[serde(skip)]
    name: Option<String>,
}

impl Took {
    /// The measures of all channels.
    pub(super) fn all(book: &Book, measures: &Measures) -> Vec<Self> {
        let channels = measures.channels().map(|(via, measure)| Self {
            via: via.map(ToString::to_string),
            n: measure.n,
            best: measure.best,
            median: measure.median,
            worst: measure.worst,
            name: via.map(|via| {
                let method = book.methods.iter().find(|method| method.id == *via);
                method.map_or_else(|| via.to_string(), |method| method.name.clone())
            }),
        });
        channels.collect()
    }

    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let name = self.name.as_deref();
        vec![
            Cell::new(name.unwrap_or_else(|| texts.cli_channel_unknown())),
            Cell::new(self.n.to_string()),
            Cell::new(self.best.to_string()),
            Cell::new(self.median.to_string()),
            Cell::new(self.worst.to_string()),
        ]
    }
}

/// Writes the measures of a line as a table.
pub(super) fn write(measures: &[Took], page: &mut Page, texts: Texts) {
    page.gap();
    if measures.is_empty() {
        page.line(texts.cli_took_none());
        return;
    }
    page.line(texts.cli_took());
    let heads = [
        texts.cli_took_channel(),
        texts.cli_took_n(),
        texts.cli_took_best(),
        texts.cli_took_median(),
        texts.cli_took_worst(),
    ];
    let mut rows = vec![heads.map(|head| Cell::in_role(head, Role::Muted)).to_vec()];
    rows.extend(measures.iter().map(|took| took.cells(texts)));
    let (left, right) = (Align::Left, Align::Right);
    page.table(&[left, right, right, right, right], &rows);
}

/// What the window of an entry rests on, in words.
pub(super) fn rests_on(estimate: Estimate, texts: Texts) -> String {
    let measured = texts.measured(estimate);
    measured.unwrap_or_else(|| texts.cli_as_stated().to_owned())
}
