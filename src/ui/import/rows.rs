//! The rows of a bill, and what the selected one means.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::import::{Shown, ShownRow};
use crate::app::keymap::Scope;
use crate::app::msg::Target;
use crate::domain::Command;
use crate::import::preview::{Item, Verdict};
use crate::settings::texts::Texts;
use crate::settings::theme::Role;
use crate::ui::areas::write;
use crate::ui::cells;
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::scene::Scene;
use crate::ui::scroll;
use crate::ui::wrap::wrap;

/// Draws the list.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, shown: &Shown) -> Vec<Hit> {
    let rows: Vec<_> = shown.rows().map(|one| row(scene, shown, one)).collect();
    if rows.is_empty() {
        let none = scene.texts.import_no_rows(&shown.name);
        write(buf, area, &[Line::from(scene.muted(none))]);
    }
    let widest = |place: usize| {
        let widths = rows.iter().map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::fixed(3),
            Column::fixed(widest(1)).gap(1).leaves(2),
            Column::fixed(widest(2)).leaves(1),
            Column::fixed(widest(3)).right(),
            Column::growing(10),
        ],
        area.width,
    );
    let seen = scroll::shown(rows.len(), usize::from(area.height), Some(shown.selected));
    let mut hits = Vec::new();
    for (line, at) in area.rows().zip(seen) {
        columns.draw(buf, line, &rows[at]);
        if at == shown.selected {
            columns::select(buf, line, scene.theme);
        }
        hits.push(Hit::new(line, Target::OverlayRow(at)));
    }
    hits
}

/// Whether it is taken, what becomes of it, day, amount, what it was for.
fn row<'m>(scene: Scene<'m>, shown: &Shown, row: ShownRow<'_>) -> [Line<'m>; 5] {
    let texts = scene.texts;
    match row {
        ShownRow::Item(item) => {
            let entry = &item.entry;
            let mark = match (item.can_be_chosen(), shown.is_taken(item)) {
                (false, _) => scene.muted("   "),
                (true, true) => scene.bold("[x]", Role::Accent),
                (true, false) => scene.muted("[ ]"),
            };
            let is_quiet = matches!(item.verdict, Verdict::Here | Verdict::Left);
            let role = if is_quiet { Role::Muted } else { Role::Text };
            let amount = scene.exact(entry.amount, entry.currency);
            [
                Line::from(mark),
                Line::from(scene.ink(word(item.verdict, texts), ink(item.verdict))),
                Line::from(scene.muted(scene.date(entry.on))),
                Line::from(scene.ink(amount, role)),
                Line::from(scene.ink(entry.item.clone(), role)),
            ]
        }
        ShownRow::Wrong(wrong) => [
            Line::from(scene.ink(" ! ", Role::Overdue)),
            Line::from(scene.ink(texts.import_wrong_short(), Role::Overdue)),
            Line::default(),
            Line::default(),
            Line::from(scene.text(texts.import_line(wrong.line))),
        ],
    }
}

const fn word(verdict: Verdict, texts: Texts) -> &'static str {
    match verdict {
        Verdict::New => texts.import_new(),
        Verdict::Waits => texts.import_waits_short(),
        Verdict::Here => texts.import_here_short(),
        Verdict::Left => texts.import_left_short(),
    }
}

const fn ink(verdict: Verdict) -> Role {
    match verdict {
        Verdict::New => Role::Paid,
        Verdict::Waits => Role::Due,
        Verdict::Here | Verdict::Left => Role::Muted,
    }
}

/// What the selected row means, and why.
pub(super) fn meaning<'m>(scene: Scene<'m>, shown: &Shown, width: u16) -> Vec<Line<'m>> {
    let (what, why) = match shown.row() {
        Some(ShownRow::Item(item)) => (changes(scene, item), reasons(scene, item)),
        Some(ShownRow::Wrong(wrong)) => (String::new(), scene.texts.wrong_row(&wrong.why)),
        None => return Vec::new(),
    };
    let lines = |text: &str, role| {
        let rows = wrap(text, width).into_iter();
        rows.map(move |row| Line::from(scene.ink(row, role)))
            .collect::<Vec<_>>()
    };
    let mut meaning = lines(&what, Role::Accent);
    meaning.extend(lines(&why, Role::Text));
    meaning
}

/// What it would change.
fn changes(scene: Scene<'_>, item: &Item) -> String {
    let texts = scene.texts;
    if let Some(draft) = item.draft() {
        let periods = draft
            .periods
            .map(|n| texts.import_in_periods(n))
            .unwrap_or_default();
        return [
            texts.import_plan_key(scene.key_in(Scope::Bill, Action::Draft)),
            periods,
        ]
        .concat();
    }
    let book = scene.book();
    let change = |command: &Command| {
        book.map(|book| texts.import_change(command, book, scene.amounts()))
            .unwrap_or_default()
    };
    let changes: Vec<_> = item.commands().iter().map(change).collect();
    if changes.is_empty() {
        return String::new();
    }
    ["→ ", &changes.join(texts.semicolon())].concat()
}

fn reasons(scene: Scene<'_>, item: &Item) -> String {
    let Some(book) = scene.book() else {
        return String::new();
    };
    let shown = (scene.amounts(), item.entry.currency);
    let reason = |reason| scene.texts.import_reason(reason, book, shown);
    let reasons: Vec<_> = item.reasons.iter().map(reason).collect();
    reasons.join(scene.texts.semicolon())
}

/// What will be noted, and what is not listed.
pub(super) fn outlook<'m>(scene: Scene<'m>, shown: &Shown, width: u16) -> Line<'m> {
    let texts = scene.texts;
    let taken = match shown.taken() {
        0 => scene.muted(texts.import_none_taken()),
        n => scene.bold(texts.import_taken(n), Role::Accent),
    };
    let mut line = Line::from(taken);
    let others = texts.import_others(shown.preview.others);
    let has_room = cells::line_width(&line) + 2 + cells::width(&others) <= width;
    if shown.preview.others > 0 && has_room {
        line.push_span(Span::raw("  "));
        line.push_span(scene.muted(others));
    }
    line
}
