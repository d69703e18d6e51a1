//! The key table for the README.

use super::{Group, Keymap, Row};
use crate::settings::texts::{Lang, Texts};

const ZH: Texts = Texts::new(Lang::Zh);
const EN: Texts = Texts::new(Lang::En);

/// The table as Markdown, both languages side by side.
pub fn markdown() -> String {
    let keymap = Keymap::default();
    let of_group = |group: Group| {
        let rows: Vec<_> = keymap.told(group).map(row).collect();
        std::iter::once(heading(group)).chain(rows)
    };
    let rows = Group::ALL.into_iter().flat_map(of_group);
    std::iter::once("| key | 中文 | English |\n|---|---|---|\n".to_owned())
        .chain(rows)
        .collect()
}

fn heading(group: Group) -> String {
    format!("| | **{}** | **{}** |\n", group.title(ZH), group.title(EN))
}

fn row(row: Row<'_>) -> String {
    let keys: Vec<_> = row.shown.split(' ').map(|key| format!("`{key}`")).collect();
    format!(
        "| {} | {} | {} |\n",
        keys.join(" "),
        (row.long)(ZH),
        (row.long)(EN)
    )
}
