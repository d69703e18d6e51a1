//! The lines below each other: name, bar, what is free, and what is the matter.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::remark;
use crate::app::action::Action;
use crate::app::board::lines::LineRow;
use crate::app::msg::Target;
use crate::app::screen::List as Rows;
use crate::domain::limit::LimitState;
use crate::settings::theme::Role;
use crate::ui::areas::{split, write};
use crate::ui::bars::LimitBar;
use crate::ui::cells::{self, Align};
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::{Hint, Hit};
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// Names are cut rather than take more of a row.
const LONGEST_NAME: u16 = 16;
/// The place of the bar in a row.
const BAR: usize = 1;

/// The list as it fits into its room.
pub(super) struct List<'m> {
    scene: Scene<'m>,
    /// From one line to the next: 3 rows with a blank one, 2 without.
    step: u16,
    /// The rows there are.
    room: u16,
    /// Whether the whole limit stands behind what is free of it.
    totals: bool,
}

impl<'m> List<'m> {
    /// With blank rows where that fits into so many.
    pub(super) fn fit(scene: Scene<'m>, room: u16, totals: bool) -> Self {
        let count = scene.model.board.lines.len();
        let airy = count * 3 <= usize::from(room) + 1;
        Self {
            scene,
            step: if airy { 3 } else { 2 },
            room,
            totals,
        }
    }

    /// How many rows all lines take; the blank one after the last line is none of them.
    pub(super) fn rows(&self) -> u16 {
        let count = u16::try_from(self.scene.model.board.lines.len()).unwrap_or(u16::MAX / 4);
        let blank = u16::from(self.step == 3 && count > 0);
        count.saturating_mul(self.step) - blank
    }

    /// How many lines are seen.
    fn seen(&self) -> usize {
        // The blank row after the last line may be missing.
        usize::from((self.room + u16::from(self.step == 3)) / self.step)
    }

    /// The place of the selected line, where not all are seen.
    pub(super) fn mark(&self) -> String {
        let count = self.scene.model.board.lines.len();
        scroll::mark(count, self.seen(), self.scene.model.row(Rows::Lines))
    }

    /// Draws the list; returns where its lines are, and the keys that stand in it.
    pub(super) fn draw(&self, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
        let (scene, rows) = (self.scene, &self.scene.model.board.lines);
        if rows.is_empty() {
            let none = scene.texts.limits_none(scene.told_key(Action::Add));
            write(buf, area, &[Line::from(scene.muted(none))]);
        }
        let columns = self.columns(area.width);
        let selected = scene.model.row(Rows::Lines);
        let tops = (area.top()..area.bottom()).step_by(usize::from(self.step));
        let mut hits = Vec::new();
        for (y, at) in tops.zip(scroll::shown(rows.len(), self.seen(), selected)) {
            let both = Rect {
                y,
                height: 2,
                ..area
            };
            let both = both.intersection(area);
            hits.push(Hit::new(both, Target::Row(Rows::Lines, at)));
            let (first, second) = split(both, 1);
            self.draw_bar(buf, first, &columns, &rows[at], selected == Some(at));
            let bar_x = columns.area(BAR, first).x;
            let said = Rect {
                x: bar_x,
                width: second.right().saturating_sub(bar_x),
                ..second
            };
            self.draw_remark(buf, said, &rows[at], selected == Some(at), &mut hits);
            if selected == Some(at) {
                select(scene, buf, first, second);
            }
        }
        hits
    }

    fn draw_bar(
        &self,
        buf: &mut Buffer,
        area: Rect,
        columns: &Columns,
        row: &LineRow,
        is_selected: bool,
    ) {
        let scene = self.scene;
        let name = scene.line_name(row.line);
        let name = if is_selected {
            scene.bold(name, Role::Text)
        } else {
            scene.text(name)
        };
        let cells = [Line::from(name), Line::default(), self.figure(row)];
        columns.draw(buf, area, &cells);
        if let Some(bar) = limit(scene, row).and_then(LimitBar::of) {
            bar.draw(buf, columns.area(BAR, area), scene.theme);
        }
    }

    fn draw_remark(
        &self,
        buf: &mut Buffer,
        area: Rect,
        row: &LineRow,
        is_selected: bool,
        hits: &mut Vec<Hit>,
    ) {
        if area.is_empty() {
            return;
        }
        let taken = if is_selected && !row.out.is_empty() {
            offer(self.scene, buf, area, hits)
        } else {
            0
        };
        let room = Rect {
            width: area.width.saturating_sub(taken),
            ..area
        };
        let line = remark::line(self.scene, row, room.width);
        cells::put_in(buf, room, &line, Align::Left);
    }

    /// What is free, and of how much.
    fn figure(&self, row: &LineRow) -> Line<'static> {
        let mut line = free(self.scene, row);
        let total = limit(self.scene, row).and_then(|limit| limit.total);
        if let (true, Some(total)) = (self.totals, total) {
            let total = self.scene.amounts().free(total, row.currency);
            line.push_span(self.scene.muted(format!(" / {total}")));
        }
        line
    }

    fn columns(&self, width: u16) -> Columns {
        let rows = &self.scene.model.board.lines;
        let names = cells::widest(rows.iter().map(|row| self.scene.line_name(row.line)));
        let figures = rows.iter().map(|row| cells::line_width(&self.figure(row)));
        Columns::fit(
            &[
                Column::fixed(names.min(LONGEST_NAME)),
                Column::growing(8),
                Column::fixed(figures.max().unwrap_or(0)).right(),
            ],
            width,
        )
    }
}

/// Marks both rows of a line as selected.
fn select(scene: Scene<'_>, buf: &mut Buffer, first: Rect, second: Rect) {
    columns::select(buf, first, scene.theme);
    let ground = Rect {
        x: second.x.saturating_sub(1),
        width: second.width + 2,
        ..second
    };
    let style = scene.theme.style(Role::Select);
    buf.set_style(ground.intersection(buf.area), style);
}

/// The key that says a limit is back, at the right; returns the cells it takes.
fn offer(scene: Scene<'_>, buf: &mut Buffer, row: Rect, hits: &mut Vec<Hit>) -> u16 {
    let hint = Hint {
        key: scene.key(Action::Restored),
        label: scene.texts.restored(),
    };
    let x = row.right().saturating_sub(hint.width());
    hint.draw(buf, row, x, scene.theme, hits);
    hint.width() + 2
}

/// One line a row, for a window without room for bars.
pub(super) fn draw_plain(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let rows = &scene.model.board.lines;
    let selected = scene.model.row(Rows::Lines);
    let free: Vec<_> = rows.iter().map(|row| free(scene, row)).collect();
    let words: Vec<_> = rows.iter().map(|row| remark::word(scene, row)).collect();
    let widest = |lines: &[Line<'_>]| lines.iter().map(cells::line_width).max().unwrap_or(0);
    let columns = Columns::fit(
        &[
            Column::growing(8),
            Column::fixed(widest(&free)).right(),
            Column::fixed(widest(&words)).leaves(1),
        ],
        area.width,
    );
    let seen = scroll::shown(rows.len(), usize::from(area.height), selected);
    let mut hits = Vec::new();
    for (row, at) in area.rows().zip(seen) {
        let name = Line::from(scene.text(scene.line_name(rows[at].line)));
        columns.draw(buf, row, &[name, free[at].clone(), words[at].clone()]);
        if selected == Some(at) {
            columns::select(buf, row, scene.theme);
        }
        hits.push(Hit::new(row, Target::Row(Rows::Lines, at)));
    }
    hits
}

/// The limit of a row's line.
pub(super) fn limit<'m>(scene: Scene<'m>, row: &LineRow) -> Option<&'m LimitState> {
    scene.model.board.position.limits.get(row.line)
}

/// What can be used now; a dash where nobody knows.
fn free(scene: Scene<'_>, row: &LineRow) -> Line<'static> {
    Line::from(match limit(scene, row).and_then(|limit| limit.available) {
        None => scene.muted("—"),
        Some(free) => {
            let role = if free.is_positive() {
                Role::Text
            } else {
                Role::Overdue
            };
            scene.bold(scene.amounts().free(free, row.currency), role)
        }
    })
}
