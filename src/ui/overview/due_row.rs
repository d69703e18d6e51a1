//! One installment of the list: which columns there are, and what stands in them.

use chrono::{Datelike, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::due::DueRow;
use crate::app::screen::List;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::columns::{Column, Columns};
use crate::ui::scene::Scene;
use crate::ui::{bars, card, cells, scroll};

/// Names wider than this do not drive other columns away.
const WIDE_NAME: u16 = 24;
/// The least cells of a name in a narrow window.
const SHORT_NAME: u16 = 6;
/// Cells of a progress bar.
const BAR_CELLS: u16 = 6;

/// The places of the columns.
const NAME: usize = 4;
const BAR: usize = 6;

/// The rows of a list whose columns are laid out.
#[derive(Debug)]
pub struct DueRows<'m> {
    scene: Scene<'m>,
    rows: &'m [DueRow],
    columns: Columns,
}

impl<'m> DueRows<'m> {
    /// Lays the columns out in cells. Bar, way to pay, weekday and date leave, in this
    /// order, before a name is cut.
    pub fn fit(scene: Scene<'m>, (width, height): (u16, u16), dates: bool) -> Self {
        let wide = Widths::of(scene, height);
        let way = [scene.texts.by_hand(), scene.texts.automatic()];
        let when = wide.when.max(cells::width(scene.texts.paid_today()));
        let [day, weekday] = if dates { [5, 2] } else { [0, 0] };
        Self::laid_out(
            scene,
            width,
            [
                Column::fixed(1),
                Column::fixed(when).gap(1),
                Column::fixed(day).gap(day.min(1)).leaves(3),
                Column::fixed(weekday).gap(weekday.min(1)).leaves(2),
                Column::growing(wide.name.min(WIDE_NAME)),
                Column::fixed(wide.count).right(),
                Column::fixed(BAR_CELLS).leaves(0),
                Column::fixed(wide.amount).right(),
                Column::fixed(cells::widest(way)).leaves(1),
            ],
        )
    }

    /// Lays out what is needed most: state, name and amount.
    pub fn narrow(scene: Scene<'m>, (width, height): (u16, u16)) -> Self {
        let wide = Widths::of(scene, height);
        let none = Column::fixed(0).gap(0).leaves(0);
        Self::laid_out(
            scene,
            width,
            [
                Column::fixed(1),
                Column::fixed(wide.when).gap(1).leaves(1),
                none,
                none,
                Column::growing(SHORT_NAME).gap(1),
                none,
                none,
                Column::fixed(wide.amount).right().gap(1),
                none,
            ],
        )
    }

    fn laid_out(scene: Scene<'m>, width: u16, columns: [Column; 9]) -> Self {
        Self {
            scene,
            rows: &scene.model.board.due.rows,
            columns: Columns::fit(&columns, width),
        }
    }

    /// Draws the row at a place of the list; the name of the chosen one is bold.
    pub fn draw(&self, buf: &mut Buffer, line: Rect, place: usize, chosen: bool) {
        let Some(row) = self.rows.get(place) else {
            return;
        };
        let scene = self.scene;
        let quiet = |text: String| Line::from(scene.ink(text, Role::Muted));
        let weekday = scene.texts.weekday(row.due.weekday());
        let way = if row.autopay {
            scene.texts.automatic()
        } else {
            scene.texts.by_hand()
        };
        let cells = [
            Line::from(scene.ink(row.state.glyph(), row.state.role())),
            Line::from(scene.ink(when(row, scene), when_role(row.state))),
            quiet(month_day(row.due)),
            quiet(weekday.to_owned()),
            self.name(row, chosen),
            quiet(count(row)),
            Line::default(),
            amount(row, scene),
            quiet(way.to_owned()),
        ];
        self.columns.draw(buf, line, &cells);
        let done = u32::try_from(row.paid_periods).unwrap_or(u32::MAX);
        let role = if row.is_open() {
            Role::Used
        } else {
            Role::Paid
        };
        let bar = self.columns.area(BAR, line);
        bars::progress(buf, bar, done, row.of, role, scene.theme);
    }

    /// The name, and that a part is paid where there is room to say it.
    fn name(&self, row: &DueRow, chosen: bool) -> Line<'m> {
        let scene = self.scene;
        let item = scene.item(row.plan);
        let mut line = Line::from(match (row.is_open(), chosen) {
            (true, true) => scene.bold(item, Role::Text),
            (true, false) => scene.ink(item, Role::Text),
            (false, _) => scene.ink(item, Role::Muted),
        });
        if row.state == State::Partial {
            let rest = format!(" {}", scene.texts.overview_rest());
            let room = self.columns.width(NAME);
            if cells::line_width(&line) + cells::width(&rest) <= room {
                line.push_span(scene.ink(rest, Role::Muted));
            }
        }
        line
    }
}

/// What the widest texts of the columns take.
struct Widths {
    when: u16,
    name: u16,
    count: u16,
    amount: u16,
}

impl Widths {
    fn of(scene: Scene<'_>, height: u16) -> Self {
        let rows = &scene.model.board.due.rows;
        let selected = scene.model.row(List::Due);
        let measured = scroll::measured(rows.len(), usize::from(height), selected);
        let measured = measured.filter_map(|row| rows.get(row));
        let widest = |text: &dyn Fn(&DueRow) -> u16| measured.clone().map(text).max().unwrap_or(0);
        Self {
            when: widest(&|row| cells::width(&when(row, scene))),
            name: widest(&|row| cells::width(scene.item(row.plan))),
            count: widest(&|row| cells::count_width(row.id.n, row.of)),
            amount: card::widest_amount(
                scene.amounts(),
                measured.clone().map(|row| (row.amount, row.currency)),
            ),
        }
    }
}

/// How far away it is, or that it was paid.
fn when(row: &DueRow, scene: Scene<'_>) -> String {
    let today: NaiveDate = scene.model.today;
    if row.is_open() {
        scene.texts.due(today, row.due)
    } else {
        scene.texts.paid_today().to_owned()
    }
}

fn when_role(state: State) -> Role {
    match state {
        State::Paid | State::Soon | State::Overdue => state.role(),
        _ => Role::Text,
    }
}

fn count(row: &DueRow) -> String {
    format!("{}/{}", row.id.n, row.of)
}

fn amount(row: &DueRow, scene: Scene<'_>) -> Line<'static> {
    let written = scene.amounts().written(row.amount, row.currency);
    if row.is_open() {
        card::amount(written, Role::Text, scene.theme)
    } else {
        Line::from(scene.ink(written.to_string(), Role::Muted))
    }
}
