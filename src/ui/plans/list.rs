//! The list of plans itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::board::plans::{PlanFilter, PlanRow};
use crate::app::msg::Target;
use crate::app::screen::List;
use crate::domain::standing::{PlanStatus, Timing};
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::areas::{below, split, write};
use crate::ui::bars;
use crate::ui::card::{self, amount};
use crate::ui::cells;
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// The place of each column in a row.
const BAR: usize = 3;
const BAR_WIDTH: u16 = 6;

/// Draws the list; returns where its rows are.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, headed: bool) -> Vec<Hit> {
    let rows = &scene.model.board.plans;
    if rows.is_empty() {
        empty(scene, buf, area);
        return Vec::new();
    }
    let selected = scene.model.row(List::Plans);
    let measured = scroll::measured(rows.len(), usize::from(area.height), selected);
    let measured = measured.filter_map(|at| rows.get(at));
    let columns = fit(scene, &measured, area.width);
    let area = if headed {
        head(scene, buf, area, &columns)
    } else {
        area
    };
    let shown = scroll::shown(rows.len(), usize::from(area.height), selected);
    let mut hits = Vec::new();
    for (at, row) in shown.clone().zip(area.rows()) {
        let is_selected = selected == Some(at);
        let Some(plan) = rows.get(at) else { continue };
        Written::of(scene, plan).draw(scene, buf, row, &columns, is_selected);
        let marked = &scene.model.selection.marked;
        if marked.iter().any(|id| id.plan == plan.id) {
            columns::mark(buf, row, scene.theme);
        }
        if is_selected {
            columns::select(buf, row, scene.theme);
        }
        hits.push(Hit::new(row, Target::Row(List::Plans, at)));
    }
    let shown = u16::try_from(shown.len()).unwrap_or(area.height);
    hidden(scene, buf, below(area, shown.saturating_add(1)));
    hits
}

/// What a row says.
struct Written<'a> {
    state: State,
    status: PlanStatus,
    name: &'a str,
    line: &'a str,
    paid: (u32, u32),
    left: Line<'static>,
    next: String,
}

impl<'a> Written<'a> {
    fn of(scene: Scene<'a>, row: &PlanRow) -> Self {
        let (role, asks) = (role(row.state), row.status.is_open());
        let left = scene.amounts().written(row.outstanding, row.currency);
        Self {
            state: row.state,
            status: row.status,
            name: scene.item(row.plan),
            line: line_name(scene, row),
            paid: paid(row),
            left: if asks {
                amount(left, Role::Text, scene.theme)
            } else {
                Line::from(scene.ink(left.to_string(), role))
            },
            next: next(scene, row),
        }
    }

    fn draw(
        &self,
        scene: Scene<'_>,
        buf: &mut Buffer,
        row: Rect,
        columns: &Columns,
        is_selected: bool,
    ) {
        let (done, periods) = self.paid;
        let name = match (is_selected, self.status.is_open()) {
            (true, _) => scene.bold(self.name, Role::Text),
            (false, true) => scene.text(self.name),
            (false, false) => scene.muted(self.name),
        };
        let cells = [
            Line::from(scene.glyph(self.state)),
            Line::from(name),
            Line::from(scene.muted(self.line)),
            Line::default(),
            Line::from(scene.muted(format!("{done}/{periods}"))),
            self.left.clone(),
            Line::from(scene.ink(self.next.as_str(), role(self.state))),
        ];
        columns.draw(buf, row, &cells);
        let bar = if self.status.is_open() {
            Role::Used
        } else {
            Role::Paid
        };
        bars::progress(buf, columns.area(BAR, row), done, periods, bar, scene.theme);
    }
}

fn line_name<'m>(scene: Scene<'m>, row: &PlanRow) -> &'m str {
    let plan = scene.plan(row.plan);
    let line = plan
        .zip(scene.book())
        .and_then(|(plan, book)| book.line_of(plan));
    line.map_or("", |line| &line.name)
}

/// How many of its installments ask for nothing any more, and how many it has.
fn paid(row: &PlanRow) -> (u32, u32) {
    let done = u32::try_from(row.paid_periods).unwrap_or(row.periods);
    (done, row.periods)
}

/// When the next installment is due; of a plan that asks for nothing, how it ended.
fn next(scene: Scene<'_>, row: &PlanRow) -> String {
    let texts = scene.texts;
    match (row.status, row.next) {
        (PlanStatus::Active | PlanStatus::Overdue, Some((_, Timing::Grace { .. }))) => {
            texts.grace().to_owned()
        }
        (PlanStatus::Active | PlanStatus::Overdue, Some((due, _))) => {
            texts.due(scene.model.today, due)
        }
        (status, _) => texts.plan_status(status).to_owned(),
    }
}

/// The colour of the word beside a glyph: what is merely open is ordinary text.
pub(super) fn role(state: State) -> Role {
    match state {
        State::Open => Role::Text,
        state => state.role(),
    }
}

fn fit<'m>(
    scene: Scene<'_>,
    rows: &(impl Iterator<Item = &'m PlanRow> + Clone),
    width: u16,
) -> Columns {
    let widest = |text: &dyn Fn(&PlanRow) -> u16| rows.clone().map(text).max().unwrap_or(0);
    let count = |row: &PlanRow| {
        let (done, periods) = paid(row);
        cells::count_width(done, periods)
    };
    let left = rows.clone().map(|row| (row.outstanding, row.currency));
    Columns::fit(
        &[
            Column::fixed(1),
            Column::growing(16).gap(1),
            Column::fixed(widest(&|row| cells::width(line_name(scene, row))).min(14)).leaves(1),
            Column::fixed(BAR_WIDTH).leaves(2),
            Column::fixed(widest(&count).max(4))
                .right()
                .gap(1)
                .leaves(3),
            Column::fixed(card::widest_amount(scene.amounts(), left)).right(),
            Column::fixed(widest(&|row| cells::width(&next(scene, row))).max(4)).right(),
        ],
        width,
    )
}

fn head(scene: Scene<'_>, buf: &mut Buffer, area: Rect, columns: &Columns) -> Rect {
    let texts = scene.texts;
    let (row, rest) = split(area, 1);
    let title = |text| Line::from(scene.muted(text));
    let mut cells = vec![
        Line::default(),
        title(texts.plan_column_name()),
        title(texts.plan_column_line()),
        Line::default(),
        Line::default(),
        title(texts.plan_column_left()),
        title(texts.plan_column_next()),
    ];
    // The word needs the room of the bar, or of the count where the bar has left.
    if columns.shows(BAR) {
        let bar = columns.area(BAR, row);
        let room = bar.width + 1 + columns.width(BAR + 1);
        let word = texts.plan_column_progress();
        cells::put(
            buf,
            bar.x,
            bar.y,
            room,
            word,
            scene.theme.style(Role::Muted),
        );
    } else {
        cells[BAR + 1] = Line::from(vec![Span::raw("")]);
    }
    columns.draw(buf, row, &cells);
    rest
}

/// How many plans the filter keeps back, with its key.
fn hidden(scene: Scene<'_>, buf: &mut Buffer, area: Rect) {
    let plans = &scene.model.board.position.plans;
    let rest = plans.len().saturating_sub(scene.model.board.plans.len());
    if rest == 0 {
        return;
    }
    let words = match scene.model.plan_filter {
        PlanFilter::Active => scene.texts.plan_hidden_finished(rest),
        PlanFilter::Finished => scene.texts.plan_hidden_active(rest),
        PlanFilter::All => return,
    };
    let key = scene.key(Action::Filter);
    write(buf, area, &[with_key(scene, words, key)]);
}

fn with_key<'a>(scene: Scene<'_>, words: String, key: &'a str) -> Line<'a> {
    Line::from(vec![
        scene.muted(words),
        Span::raw("  "),
        scene.bold(key, Role::Accent),
    ])
}

fn empty(scene: Scene<'_>, buf: &mut Buffer, area: Rect) {
    let texts = scene.texts;
    let none = scene.model.board.position.plans.is_empty();
    let line = if none {
        let words = format!("{}  {}", texts.plan_none(), texts.plan_add_in_editor());
        with_key(scene, words, scene.key(Action::Add))
    } else {
        with_key(
            scene,
            texts.plan_none_filtered().to_owned(),
            scene.key(Action::Filter),
        )
    };
    write(buf, below(area, area.height / 3), &[line]);
}
