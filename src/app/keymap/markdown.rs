//! The key table for the README.

use super::{Binding, Group, told};
use crate::settings::texts::{Lang, Texts};

const ZH: Texts = Texts::new(Lang::Zh);
const EN: Texts = Texts::new(Lang::En);

/// The table as Markdown, both languages side by side.
pub fn markdown() -> String {
    let of_group = |group: Group| std::iter::once(heading(group)).chain(told(group).map(row));
    let rows = Group::ALL.into_iter().flat_map(of_group);
    std::iter::once("| key | 中文 | English |\n|---|---|---|\n".to_owned())
        .chain(rows)
        .collect()
}

fn heading(group: Group) -> String {
    format!("| | **{}** | **{}** |\n", group.title(ZH), group.title(EN))
}

fn row(row: &Binding) -> String {
    let keys: Vec<_> = row.shown.split(' ').map(|key| format!("`{key}`")).collect();
    format!(
        "| {} | {} | {} |\n",
        keys.join(" "),
        (row.long)(ZH),
        (row.long)(EN)
    )
}
