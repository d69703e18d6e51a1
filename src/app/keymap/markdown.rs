//! The key table for the README.

use super::{Group, KEYMAP};
use crate::settings::texts::{Lang, Texts};

/// The table as Markdown, both languages side by side.
pub fn markdown() -> String {
    let (zh, en) = (Texts::new(Lang::Zh), Texts::new(Lang::En));
    let mut rows: Vec<_> = KEYMAP.iter().collect();
    rows.sort_by_key(|row| row.group);
    let mut text = String::from("| | | |\n|---|---|---|\n");
    for group in Group::ALL {
        text += &format!("| **{}** | **{}** | |\n", group.title(zh), group.title(en));
        for row in rows.iter().filter(|row| row.group == group) {
            let keys: Vec<_> = row.shown.split(' ').map(|key| format!("`{key}`")).collect();
            let (zh, en) = ((row.long)(zh), (row.long)(en));
            text += &format!("| {} | {zh} | {en} |\n", keys.join(" "));
        }
    }
    text
}
