//! View 6: what is followed up. The cases at the left; the checklist and the log of the selected
//! one at the right, or in their place where the window is small.

mod list;
mod log;
mod sheet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::{beside, inset, split, write};
use super::cells::{self, Align};
use super::hint::Hit;
use super::layout::Layout;
use super::pane::Pane;
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::board::cases::CaseRow;
use crate::app::msg::Target;
use crate::app::screen::{CasePane, List, Part};
use crate::domain::case::Case;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::Theme;
use sheet::SheetRow;

/// The least rows of the log, its frame included.
const LEAST_LOG: u16 = 5;

/// A case with all that its panes draw from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    scene: Scene<'a>,
    row: &'a CaseRow,
    case: &'a Case,
}

impl<'a> Shown<'a> {
    fn of(scene: Scene<'a>) -> Option<Self> {
        let row = scene.model.selected_case()?;
        Some(Self {
            scene,
            row,
            case: scene.book()?.cases.get(row.case)?,
        })
    }
}

/// Draws the view; returns what can be clicked.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let layout = Layout::of(buf.area);
    let Some(shown) = Shown::of(scene) else {
        return empty(scene, buf, area, layout >= Layout::Small);
    };
    let in_list = model.case_pane == CasePane::List;
    match layout {
        Layout::TooSmall | Layout::List if in_list => list::draw_plain(scene, buf, inset(area)),
        Layout::TooSmall | Layout::List => {
            let area = inset(area);
            let lines = sheet::fitting(shown, area.width, area.height);
            let focus = sheet::focus(shown, &lines);
            let range = scroll::shown_around(lines.len(), usize::from(area.height), &focus);
            sheet(buf, area, lines.get(range).unwrap_or_default())
        }
        Layout::Small if in_list => framed(scene, buf, area),
        Layout::Small => panes(shown, buf, area),
        Layout::Normal | Layout::Wide => {
            let width = if layout == Layout::Wide { 42 } else { 33 };
            let (left, right) = beside(area, width);
            let mut hits = panes(shown, buf, right);
            hits.extend(framed(scene, buf, left));
            hits
        }
    }
}

/// There is none.
fn empty(scene: Scene<'_>, buf: &mut Buffer, area: Rect, is_framed: bool) -> Vec<Hit> {
    let inner = if is_framed {
        pane(scene, buf, area)
    } else {
        inset(area)
    };
    let none = super::wrap::wrap(
        &scene.texts.case_none(scene.told_key(Action::OpenCase)),
        inner.width,
    );
    let none = none.into_iter().map(|row| Line::from(scene.muted(row)));
    write(buf, inner, &none.collect::<Vec<_>>());
    Vec::new()
}

fn framed(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let inner = pane(scene, buf, area);
    list::draw(scene, buf, inner)
}

fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Rect {
    let cases = &scene.model.board.cases;
    let room = usize::from(area.height.saturating_sub(2) / list::STEP);
    let mark = scroll::mark(cases.len(), room, scene.model.row(List::Cases));
    let open = cases.iter().filter(|row| row.is_open).count();
    Pane {
        digit: None,
        title: scene.texts.cases(),
        right: Line::from(scene.muted(scene.texts.case_in_list(open))),
        legend: Line::from(scene.muted(mark)),
        focused: scene.model.case_pane == CasePane::List,
    }
    .draw(buf, area, scene.theme)
}

/// The checklist and what is known above, the log below.
fn panes(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let (scene, row) = (shown.scene, shown.row);
    let width = area.width.saturating_sub(4);
    let room = area.height.saturating_sub(LEAST_LOG);
    let lines = sheet::fitting(shown, width, room.saturating_sub(2));
    let needed = u16::try_from(lines.len() + 2).unwrap_or(u16::MAX);
    let (top, bottom) = split(area, needed.min(room));
    let title = sheet::title(shown, width.saturating_sub(6));
    let inner = Pane {
        title: &title,
        right: Line::from(scene.text(format!("{}/{}", row.done(), row.steps.len()))),
        focused: scene.model.case_pane == CasePane::Steps,
        ..Pane::default()
    }
    .draw(buf, top, scene.theme);
    let focus = sheet::focus(shown, &lines);
    let range = scroll::shown_around(lines.len(), usize::from(inner.height), &focus);
    let mut hits = vec![Hit::new(area, Target::Part(Part::Steps, 0))];
    hits.extend(sheet(buf, inner, lines.get(range).unwrap_or_default()));
    log::draw(shown, buf, bottom);
    hits
}

/// The rows of a sheet, each step of them to be clicked.
fn sheet(buf: &mut Buffer, area: Rect, rows: &[SheetRow<'_>]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (place, row) in area.rows().zip(rows) {
        cells::put_in(buf, place, &row.line, Align::Left);
        hits.extend(row.step.map(|step| Hit::new(place, Target::Checked(step))));
    }
    hits
}

/// The name of what a case is about: the line for a limit, else what was bought.
fn named<'a>(scene: Scene<'a>, row: &CaseRow) -> &'a str {
    let line = row.line.map(|line| scene.line_name(line));
    let item = row.plan.map(|plan| scene.item(plan));
    let (first, second) = if row.amount.is_some() {
        (line, item)
    } else {
        (item, line)
    };
    first
        .or(second)
        .unwrap_or_else(|| scene.texts.case_kind(row.kind))
}

/// Its glyph: open, or done.
fn state(row: &CaseRow) -> State {
    if row.is_open {
        State::Case
    } else {
        State::Paid
    }
}
