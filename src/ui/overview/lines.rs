//! The limits of all lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::remark::Remark;
use crate::app::action::Action;
use crate::app::board::lines::LineRow;
use crate::app::msg::Target;
use crate::app::screen::{List, Pane as Focus, Screen};
use crate::domain::limit::LimitState;
use crate::settings::theme::Role;
use crate::ui::bars::{self, LimitBar};
use crate::ui::cells::{self, Align};
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// Names are cut rather than take more of a row.
const NAME_CELLS: u16 = 14;
/// The least cells of a bar between name and amount.
const BAR_CELLS: u16 = 8;
/// Blanks between a name and what is said about it.
const GAP: u16 = 1;

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Words, the bar below them, a blank row.
    Airy,
    /// Words and the bar below them.
    Tall,
    /// All in one row; with or without a word for what is said.
    Rows {
        /// Beside the glyph.
        words: bool,
    },
}

impl Form {
    /// The rows that so many lines take.
    pub fn height(self, lines: usize) -> u16 {
        let lines = u16::try_from(lines).unwrap_or(u16::MAX / 4);
        lines
            .saturating_mul(self.step())
            .saturating_sub(u16::from(self == Self::Airy))
    }

    const fn step(self) -> u16 {
        match self {
            Self::Airy => 3,
            Self::Tall => 2,
            Self::Rows { .. } => 1,
        }
    }
}

/// Draws the pane over an area.
pub fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>, form: Form) -> Vec<Hit> {
    let rows = &scene.model.board.lines;
    let selected = scene.model.row(List::Lines);
    let focused = scene.model.pane == Focus::Lines && scene.model.screen == Screen::Overview;
    let inside = area.height.saturating_sub(super::BORDER);
    // The blank row after the last line may be missing.
    let room = usize::from((inside + u16::from(form == Form::Airy)) / form.step());
    let mark = scroll::mark(rows.len(), room, selected.filter(|_| focused));
    let inside = Pane {
        digit: Some("3"),
        title: scene.texts.limits(),
        right: Line::from(scene.ink(mark, Role::Muted)),
        legend: legend(scene, area),
        focused,
    }
    .draw(buf, area, scene.theme);
    let mut hits = vec![title_hit(area)];
    if rows.is_empty() {
        let text = Line::from(scene.ink(first_line(scene), Role::Muted));
        cells::put_in(buf, inside, &text, Align::Center);
    }
    let columns = row_columns(scene, inside.width, form);
    let shown = scroll::shown(rows.len(), room, selected);
    let tops = (inside.top()..inside.bottom()).step_by(usize::from(form.step()));
    for (y, place) in tops.zip(shown) {
        let Some(row) = rows.get(place) else { continue };
        let line = Rect {
            y,
            height: 1,
            ..inside
        };
        match form {
            Form::Rows { .. } => draw_row(buf, line, row, scene, &columns),
            Form::Airy | Form::Tall => draw_tall(buf, line, inside, row, scene),
        }
        if focused && selected == Some(place) {
            columns::select(buf, line, scene.theme);
        }
        let whole = Rect {
            height: form.step().min(2),
            ..line
        };
        hits.push(Hit::new(
            whole.intersection(inside),
            Target::Row(List::Lines, place),
        ));
    }
    hits
}

/// What the bars mean, where there are any.
fn legend(scene: Scene<'_>, area: Rect) -> Line<'static> {
    if scene.model.board.lines.is_empty() {
        return Line::default();
    }
    bars::legend(scene.texts, scene.theme, area.width.saturating_sub(4))
}

/// How the first line is written down.
fn first_line(scene: Scene<'_>) -> String {
    let limits = scene.told_key(Action::Show(Screen::Limits));
    let add = scene.told_key(Action::Add);
    scene.texts.overview_first_line(limits, add)
}

/// The title leads to the view.
fn title_hit(area: Rect) -> Hit {
    let title = Rect {
        height: area.height.min(1),
        ..area
    };
    Hit::key(title, "3")
}

fn limit<'m>(row: &LineRow, scene: Scene<'m>) -> Option<&'m LimitState> {
    scene.model.board.position.limits.get(row.line)
}

/// What can be used now; a dash where nobody knows.
fn available(row: &LineRow, scene: Scene<'_>) -> Line<'static> {
    match limit(row, scene).and_then(|limit| limit.available) {
        None => Line::from(scene.ink("—", Role::Muted)),
        Some(free) => {
            let role = if free.is_positive() {
                Role::Text
            } else {
                Role::Overdue
            };
            Line::from(scene.bold(scene.amounts().free(free, row.currency), role))
        }
    }
}

fn remark(row: &LineRow, scene: Scene<'_>) -> Option<Remark> {
    row.remark
        .as_ref()
        .map(|remark| Remark::of(remark, row.currency, scene))
}

fn draw_bar(buf: &mut Buffer, area: Rect, row: &LineRow, scene: Scene<'_>) {
    if let Some(bar) = limit(row, scene).and_then(LimitBar::of) {
        bar.draw(buf, area, scene.theme);
    }
}

/// Name, remark and what is free, and the bar in the row below.
fn draw_tall(buf: &mut Buffer, line: Rect, inside: Rect, row: &LineRow, scene: Scene<'_>) {
    let free = available(row, scene);
    cells::put_in(buf, line, &free, Align::Right);
    let room = line.width.saturating_sub(cells::line_width(&free) + GAP);
    let name = scene.line_name(row.line);
    let remark = remark(row, scene);
    let spans = remark
        .map(|remark| forms(&remark, scene))
        .unwrap_or_default();
    let taken = cells::width(name);
    let fitting = spans
        .iter()
        .find(|form| taken + GAP + cells::line_width(form) <= room)
        .or(spans.last());
    let needed = fitting.map_or(0, |form| GAP + cells::line_width(form));
    let name = Line::from(scene.bold(name, Role::Text));
    let name = cells::cut_line(&name, room.saturating_sub(needed));
    let x = cells::put_line(buf, line.x, line.y, room, &name);
    if let Some(form) = fitting {
        let room = room.saturating_sub(x + GAP - line.x);
        cells::put_line(buf, x + GAP, line.y, room, form);
    }
    let below = Rect {
        y: line.y + 1,
        ..line
    };
    draw_bar(buf, below.intersection(inside), row, scene);
}

/// A remark in ever fewer words.
fn forms(remark: &Remark, scene: Scene<'_>) -> Vec<Line<'static>> {
    let Remark {
        glyph,
        role,
        amount,
        words,
        short,
        ..
    } = remark;
    let head = if amount.is_empty() {
        (*glyph).to_owned()
    } else {
        format!("{glyph} {amount}")
    };
    let tone = if *role == Role::Overdue {
        Role::Overdue
    } else {
        Role::Muted
    };
    let head = scene.ink(head, *role);
    let with = |words: &str| {
        let words = scene.ink(format!(" {words}"), tone);
        Line::from(vec![head.clone(), words])
    };
    vec![
        with(words),
        with(short),
        Line::from(head.clone()),
        Line::from(scene.ink(*glyph, *role)),
    ]
}

/// Name, bar, what is free, glyph and word.
fn row_columns(scene: Scene<'_>, width: u16, form: Form) -> Columns {
    let rows = &scene.model.board.lines;
    let widest = |text: &dyn Fn(&LineRow) -> u16| rows.iter().map(text).max().unwrap_or(0);
    let name = widest(&|row| cells::width(scene.line_name(row.line)));
    let word = if form == (Form::Rows { words: true }) {
        widest(&|row| remark(row, scene).map_or(0, |remark| cells::width(remark.word)))
    } else {
        0
    };
    let columns = [
        Column::fixed(name.min(NAME_CELLS)),
        Column::growing(BAR_CELLS),
        Column::fixed(widest(&|row| cells::line_width(&available(row, scene)))).right(),
        Column::fixed(1).leaves(1),
        Column::fixed(word).gap(word.min(1)).leaves(0),
    ];
    Columns::fit(&columns, width)
}

fn draw_row(buf: &mut Buffer, line: Rect, row: &LineRow, scene: Scene<'_>, columns: &Columns) {
    let remark = remark(row, scene);
    let [glyph, word] = match &remark {
        Some(remark) => [remark.glyph, remark.word].map(|text| scene.ink(text, remark.role)),
        None => [scene.ink("", Role::Text), scene.ink("", Role::Text)],
    };
    let name = scene.line_name(row.line);
    let cells = [
        Line::from(scene.ink(name, Role::Text)),
        Line::default(),
        available(row, scene),
        Line::from(glyph),
        Line::from(word),
    ];
    columns.draw(buf, line, &cells);
    draw_bar(buf, columns.area(1, line), row, scene);
}
