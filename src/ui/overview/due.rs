//! The list of what is due.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::due_row::DueRows;
use super::{alert_line, ruler, split};
use crate::app::action::Action;
use crate::app::board::AHEAD_DAYS;
use crate::app::board::due::{DueGroup, DueList};
use crate::app::msg::Target;
use crate::app::screen::{List, Pane as Focus, Screen};
use crate::settings::theme::Role;
use crate::ui::cells::{self, Align};
use crate::ui::columns;
use crate::ui::hint::Hit;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// The pane with the list, and what else there is room for.
#[derive(Debug, Clone, Copy)]
pub struct DuePane {
    /// What stands among and above its rows.
    pub extent: Extent,
    /// The top alert as the last row.
    pub alert: bool,
    /// Days beside how far away they are.
    pub dates: bool,
}

/// What stands among and above the rows of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Nothing.
    Rows,
    /// A heading above each group.
    Groups,
    /// Headings, and the next 30 days on a ruler.
    Ruler,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Heading(DueGroup),
    Row(usize),
}

/// The lines of the list: its rows, and a heading before the first of each group.
#[derive(Debug)]
struct Entries<'m> {
    rows: usize,
    headings: &'m [(usize, DueGroup)],
}

impl<'m> Entries<'m> {
    fn of(due: &'m DueList, with_headings: bool) -> Self {
        Self {
            rows: due.rows.len(),
            headings: if with_headings { &due.groups } else { &[] },
        }
    }

    fn len(&self) -> usize {
        self.rows + self.headings.len()
    }

    /// The line that a row stands on.
    fn line_of(&self, row: usize) -> usize {
        let above = self.headings.iter().filter(|(first, _)| *first <= row);
        row + above.count()
    }

    fn entry(&self, line: usize) -> Entry {
        let mut above = 0;
        for (first, group) in self.headings {
            if first + above == line {
                return Entry::Heading(*group);
            }
            above += usize::from(first + above < line);
        }
        Entry::Row(line - above)
    }
}

impl DuePane {
    /// Draws the pane over an area.
    pub fn draw(self, buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
        let board = &scene.model.board;
        let ruler = if self.has_ruler() {
            ruler::HEIGHT + 1
        } else {
            0
        };
        let extra = ruler + u16::from(self.alert);
        let entries = Entries::of(&board.due, self.extent != Extent::Rows);
        let room = area.height.saturating_sub(super::BORDER + extra);
        let selected = scene.model.row(List::Due);
        let mark = if entries.len() > usize::from(room) {
            scroll::mark(board.due.rows.len(), 0, selected)
        } else {
            String::new()
        };
        let sum = scene.amounts().exact(board.due.total, board.currency);
        let title = scene.texts.overview_next_days(AHEAD_DAYS);
        let inside = Pane {
            title: &title,
            right: Line::from(vec![
                scene.ink(format!("{} ", scene.texts.overview_sum()), Role::Muted),
                scene.ink(sum, Role::Text),
            ]),
            legend: Line::from(scene.ink(mark, Role::Muted)),
            focused: scene.model.pane == Focus::Due,
            ..Pane::default()
        }
        .draw(buf, area, scene.theme);
        let (list, mut hits) = self.around(buf, inside, scene);
        if board.due.rows.is_empty() {
            nothing(buf, list, scene);
            return hits;
        }
        let rows = DueRows::fit(scene, (list.width, list.height), self.dates);
        hits.extend(draw_entries(buf, list, scene, &rows, &entries));
        hits
    }

    fn has_ruler(self) -> bool {
        self.extent == Extent::Ruler
    }

    /// Draws what stands above and below the list; returns the room between and what can be
    /// clicked.
    fn around(self, buf: &mut Buffer, inside: Rect, scene: Scene<'_>) -> (Rect, Vec<Hit>) {
        let (mut list, mut hits) = (inside, Vec::new());
        if self.has_ruler() {
            ruler::draw(buf, inside, scene);
            list = split(inside, ruler::HEIGHT + 1).1;
        }
        if self.alert {
            let (above, below) = split(list, list.height.saturating_sub(1));
            hits = alert_line::draw(buf, below, scene);
            list = above;
        }
        (list, hits)
    }
}

/// Draws the list without a border, for windows that have room for nothing else.
pub fn bare(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let inside = Rect {
        x: area.x + 1,
        width: area.width.saturating_sub(2),
        ..area
    };
    let due = &scene.model.board.due;
    if due.rows.is_empty() {
        nothing(buf, inside, scene);
        return Vec::new();
    }
    let rows = DueRows::narrow(scene, (inside.width, inside.height));
    draw_entries(buf, inside, scene, &rows, &Entries::of(due, false))
}

fn draw_entries(
    buf: &mut Buffer,
    area: Rect,
    scene: Scene<'_>,
    rows: &DueRows<'_>,
    entries: &Entries<'_>,
) -> Vec<Hit> {
    let selected = scene.model.row(List::Due);
    let has_keys = scene.model.pane == Focus::Due && scene.model.screen == Screen::Overview;
    let at = selected.map(|row| entries.line_of(row));
    let shown = scroll::shown(entries.len(), usize::from(area.height), at);
    let mut hits = Vec::new();
    for (y, at) in (area.top()..area.bottom()).zip(shown) {
        let line = Rect {
            y,
            height: 1,
            ..area
        };
        match entries.entry(at) {
            Entry::Heading(group) => heading(buf, line, group, scene),
            Entry::Row(place) => {
                let chosen = has_keys && selected == Some(place);
                rows.draw(buf, line, place, chosen);
                let id = scene.model.board.due.rows.get(place).map(|row| &row.id);
                if id.is_some_and(|id| scene.model.is_marked(id)) {
                    columns::mark(buf, line, scene.theme);
                }
                if chosen {
                    columns::select(buf, line, scene.theme);
                }
                hits.push(Hit::new(line, Target::Row(List::Due, place)));
            }
        }
    }
    hits
}

/// The name of a group and a dotted rule.
fn heading(buf: &mut Buffer, line: Rect, group: DueGroup, scene: Scene<'_>) {
    let texts = scene.texts;
    let (name, role) = match group {
        DueGroup::Overdue => (texts.overview_overdue(), Role::Overdue),
        DueGroup::ThisWeek => (texts.this_week(), Role::Muted),
        DueGroup::NextWeek => (texts.next_week(), Role::Muted),
        DueGroup::Later => (texts.later(), Role::Muted),
    };
    let x = cells::put(
        buf,
        line.x,
        line.y,
        line.width,
        name,
        scene.theme.style(role),
    ) + 1;
    let free = line.right().saturating_sub(x);
    cells::repeat(buf, x, line.y, free, "┄", scene.theme.style(Role::Track));
}

/// Says that nothing is due.
fn nothing(buf: &mut Buffer, area: Rect, scene: Scene<'_>) {
    let has_plans = scene.book().is_some_and(|book| !book.plans.is_empty());
    let text = if has_plans {
        scene.texts.overview_nothing_due(AHEAD_DAYS)
    } else {
        scene.texts.overview_no_plans(scene.told_key(Action::Add))
    };
    let middle = Rect {
        y: area.y + area.height.saturating_sub(1) / 2,
        height: area.height.min(1),
        ..area
    };
    let line = Line::from(scene.ink(text, Role::Muted));
    cells::put_in(buf, middle, &line, Align::Center);
}
