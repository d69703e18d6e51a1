//! View 5: everything that wants attention, with the key that answers it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::inset;
use super::cells::{self, Align};
use super::columns;
use super::hint::{Hint, Hit};
use super::layout::Layout;
use super::overview::alert_line;
use super::pane::Pane;
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::board::alerts::{AlertRow, RestoredRow};
use crate::app::msg::Target;
use crate::app::screen::List;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// Blanks before the text of an alert, where its glyph stands.
const INDENT: u16 = 2;

/// A row of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    /// What the rows below have in common.
    Heading(&'static str),
    /// What is the matter: an alert of the board.
    Alert(usize),
    /// What to do about it.
    Advice(usize, &'static str),
    /// A limit that came back lately.
    Restored(usize),
    /// Nothing.
    Blank,
}

/// Draws the view; returns what can be clicked.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let framed = Layout::of(buf.area) >= Layout::Small;
    let entries = entries(scene, framed, usize::from(area.height));
    let inner = if framed {
        let room = usize::from(area.height.saturating_sub(2));
        pane(scene, buf, area, entries.len() > room)
    } else {
        inset(area)
    };
    if model.board.alerts.is_empty() {
        let none = Line::from(vec![
            scene.glyph(State::Paid),
            scene.muted(format!(" {}", texts.alert_row_none())),
        ]);
        cells::put_in(buf, inner, &none, Align::Left);
    }
    rows(scene, buf, inner, &entries)
}

fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect, is_long: bool) -> Rect {
    let (board, texts) = (&scene.model.board, scene.texts);
    let (count, selected) = (board.alerts.len(), scene.model.row(List::Alerts));
    let room = if is_long { 0 } else { count };
    let mark = scroll::mark(count, room, selected);
    let counts = texts.alert_row_counts(board.to_do(), count - board.to_do());
    Pane {
        digit: None,
        title: texts.alerts(),
        right: Line::from(scene.muted(counts)),
        legend: Line::from(scene.muted(mark)),
        focused: true,
    }
    .draw(buf, area, scene.theme)
}

/// What stands below each other around the selected alert, on both sides as far as a room of this
/// many rows may show it. Without a frame there is room for the alerts alone.
fn entries(scene: Scene<'_>, with_all: bool, room: usize) -> Vec<Entry> {
    let (board, texts) = (&scene.model.board, scene.texts);
    let heading = |row: &AlertRow| {
        if row.is_to_do() {
            texts.alert_row_to_do()
        } else {
            texts.alert_row_to_know()
        }
    };
    let selected = scene.model.row(List::Alerts).unwrap_or(0);
    let near = selected.saturating_sub(room)..(selected + room + 1).min(board.alerts.len());
    let mut entries = Vec::new();
    let mut last = near
        .start
        .checked_sub(1)
        .map(|at| heading(&board.alerts[at]));
    for (at, row) in near.clone().zip(&board.alerts[near.clone()]) {
        if with_all && last != Some(heading(row)) {
            entries.push(Entry::Heading(heading(row)));
            last = Some(heading(row));
        }
        entries.push(Entry::Alert(at));
        if with_all {
            entries.extend(advice(scene, row).map(|advice| Entry::Advice(at, advice)));
            entries.extend(row.is_to_do().then_some(Entry::Blank));
        }
    }
    if with_all && near.end == board.alerts.len() && !board.restored.is_empty() {
        entries.extend((entries.last() != Some(&Entry::Blank)).then_some(Entry::Blank));
        entries.push(Entry::Heading(texts.alert_row_back()));
        entries.extend((0..board.restored.len()).map(Entry::Restored));
    }
    entries
}

fn advice(scene: Scene<'_>, row: &AlertRow) -> Option<&'static str> {
    scene.texts.advice(&row.alert, scene.book()?)
}

fn rows(scene: Scene<'_>, buf: &mut Buffer, area: Rect, entries: &[Entry]) -> Vec<Hit> {
    let selected = scene.model.row(List::Alerts);
    let first = entries
        .iter()
        .position(|entry| selected.map(Entry::Alert) == Some(*entry))
        .unwrap_or(0);
    let focus = first..first + 2;
    let shown = scroll::shown_around(entries.len(), usize::from(area.height), &focus);
    let mut hits = Vec::new();
    for (row, at) in area.rows().zip(shown) {
        entry(scene, buf, row, entries[at], &mut hits);
        let about = match entries[at] {
            Entry::Alert(at) | Entry::Advice(at, _) => Some(at),
            _ => None,
        };
        if about.is_some() && about == selected {
            ground(scene, buf, row, entries[at]);
        }
    }
    hits
}

/// The ground of the selected alert, with the mark in its first row.
fn ground(scene: Scene<'_>, buf: &mut Buffer, row: Rect, entry: Entry) {
    if matches!(entry, Entry::Alert(_)) {
        columns::select(buf, row, scene.theme);
        return;
    }
    let whole = Rect {
        x: row.x.saturating_sub(1),
        width: row.width + 2,
        ..row
    };
    buf.set_style(
        whole.intersection(buf.area),
        scene.theme.style(Role::Select),
    );
}

fn entry(scene: Scene<'_>, buf: &mut Buffer, row: Rect, entry: Entry, hits: &mut Vec<Hit>) {
    let board = &scene.model.board;
    match entry {
        Entry::Blank => {}
        Entry::Heading(words) => {
            cells::put_in(buf, row, &Line::from(scene.muted(words)), Align::Left);
        }
        Entry::Alert(at) => {
            hits.push(Hit::new(row, Target::Row(List::Alerts, at)));
            alert(scene, buf, row, &board.alerts[at], hits);
        }
        Entry::Advice(at, words) => {
            hits.push(Hit::new(row, Target::Row(List::Alerts, at)));
            let line = Line::from(vec![
                Span::raw(" ".repeat(INDENT.into())),
                scene.muted(words),
            ]);
            cells::put_in(buf, row, &line, Align::Left);
        }
        Entry::Restored(at) => {
            let line = restored(scene, &board.restored[at]);
            cells::put_in(buf, row, &line, Align::Left);
        }
    }
}

/// What is the matter, and at the right the key that answers it. Where the whole sentence does
/// not fit, the short one does: a name is cut, an amount never.
fn alert(scene: Scene<'_>, buf: &mut Buffer, row: Rect, alert: &AlertRow, hits: &mut Vec<Hit>) {
    let taken = offer(scene, buf, row, alert, hits);
    let room = Rect {
        width: row.width.saturating_sub(taken),
        ..row
    };
    let (amounts, today) = (scene.amounts(), scene.model.today);
    let words = scene
        .book()
        .map(|book| scene.texts.alert(&alert.alert, book, today, amounts));
    let words = words.filter(|words| cells::width(words) + INDENT <= room.width);
    let ink = if alert.is_to_do() {
        Role::Text
    } else {
        Role::Muted
    };
    match words {
        Some(words) => {
            let line = Line::from(vec![
                scene.glyph(alert_line::state(alert.alert.kind)),
                Span::raw(" "),
                scene.ink(words, ink),
            ]);
            cells::put_in(buf, room, &line, Align::Left);
        }
        None => alert_line::write(buf, room, &alert.alert, scene, ink),
    }
}

/// The key that answers an alert, at the right; returns the cells it takes.
fn offer(
    scene: Scene<'_>,
    buf: &mut Buffer,
    row: Rect,
    alert: &AlertRow,
    hits: &mut Vec<Hit>,
) -> u16 {
    let binding = scene.model.keymap.row_of(alert.offers);
    let Some(binding) = binding.filter(|_| Layout::of(buf.area) >= Layout::Small) else {
        return 0;
    };
    let hint = Hint {
        key: binding.hint_key(),
        label: (binding.short)(scene.texts),
    };
    let x = row.right().saturating_sub(hint.width());
    // A click on the key of another row would press it for the selected one.
    hint.draw(buf, row, x, scene.theme, &mut Vec::new());
    let is_selected = scene.model.selected_alert() == Some(alert);
    if is_selected {
        hint.draw(buf, row, x, scene.theme, hits);
    }
    hint.width() + 2
}

fn restored<'m>(scene: Scene<'m>, row: &RestoredRow) -> Line<'m> {
    let lines = scene.book().map(|book| book.lines.as_slice());
    let line = lines.and_then(|lines| lines.get(row.line));
    let amount = line.map(|line| scene.exact(row.amount, line.currency));
    let words = scene.texts.alert_row_restored(
        &scene.date(row.on),
        line.map_or("", |line| &line.name),
        &amount.unwrap_or_default(),
        &scene.took(row.working_days),
    );
    Line::from(vec![
        scene.glyph(State::Paid),
        scene.muted(format!(" {words}")),
    ])
}
