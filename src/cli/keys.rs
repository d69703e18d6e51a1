//! `keys`: the key table of the dashboard.

use serde::Serialize;

use super::answer::Answer;
use super::print::{Align, Cell, Page};
use crate::app::keymap::{Group, Keymap, Row};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Keys {
    keys: Vec<KeyRow>,
}

#[derive(Debug, Serialize)]
struct KeyRow {
    /// What it is called in the settings.
    name: String,
    keys: Vec<String>,
    group: &'static str,
    text: &'static str,
}

impl Keys {
    /// Every key, in the order of help.
    pub(super) fn all(keymap: &Keymap, texts: Texts) -> Self {
        let of_group = |group: Group| {
            let row = move |row: Row<'_>| KeyRow {
                name: row.name(),
                keys: row.shown.split(' ').map(str::to_owned).collect(),
                group: group.title(texts),
                text: (row.long)(texts),
            };
            keymap.told(group).map(row)
        };
        Self {
            keys: Group::ALL.into_iter().flat_map(of_group).collect(),
        }
    }
}

impl Answer for Keys {
    fn write(&self, page: &mut Page, _: Texts) {
        let columns = [Align::Left; 4];
        for group in self.keys.chunk_by(|one, next| one.group == next.group) {
            page.gap();
            page.line(group.first().map_or("", |row| row.group));
            let rows: Vec<_> = group
                .iter()
                .map(|row| {
                    let keys = Cell::new(row.keys.join(" "));
                    let name = Cell::in_role(row.name.as_str(), Role::Muted);
                    vec![Cell::new(" "), keys, Cell::new(row.text), name]
                })
                .collect();
            page.table(&columns, &rows);
        }
    }
}
