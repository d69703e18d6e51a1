//! `keys`: the key table of the dashboard.

use serde::Serialize;

use super::answer::Answer;
use super::print::{Align, Cell, Page};
use crate::app::keymap::{Group, told};
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Keys {
    keys: Vec<KeyRow>,
}

#[derive(Debug, Serialize)]
struct KeyRow {
    keys: Vec<&'static str>,
    group: &'static str,
    text: &'static str,
}

impl Keys {
    /// Every key, in the order of help.
    pub(super) fn all(texts: Texts) -> Self {
        let of_group = |group: Group| {
            told(group).map(move |row| KeyRow {
                keys: row.shown.split(' ').collect(),
                group: group.title(texts),
                text: (row.long)(texts),
            })
        };
        Self {
            keys: Group::ALL.into_iter().flat_map(of_group).collect(),
        }
    }
}

impl Answer for Keys {
    fn write(&self, page: &mut Page, _: Texts) {
        let columns = [Align::Left, Align::Left, Align::Left];
        for group in self.keys.chunk_by(|one, next| one.group == next.group) {
            page.gap();
            page.line(group.first().map_or("", |row| row.group));
            let rows: Vec<_> = group
                .iter()
                .map(|row| {
                    let keys = Cell::new(row.keys.join(" "));
                    vec![Cell::new(" "), keys, Cell::new(row.text)]
                })
                .collect();
            page.table(&columns, &rows);
        }
    }
}
