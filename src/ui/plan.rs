//! Everything about one plan: its schedule, its terms, what it costs, what happened to it.

pub(super) mod cost;
mod facts;
mod history;
mod schedule;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, inset, split, write};
use super::cells::{self, Align};
use super::hint::{Hint, Hit};
use super::layout::Layout;
use super::pane::Pane;
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::action::{Action, Step};
use crate::app::detail::PlanDetail;
use crate::app::msg::Target;
use crate::app::screen::{DetailPane, List, Part, Screen};
use crate::domain::plan::Plan;
use crate::domain::standing::PlanStanding;
use crate::settings::symbols::SELECTED;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// A pane with fewer rows shows nothing.
const LEAST_PANE: u16 = 3;

/// How much is said below a schedule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sums {
    /// What is left and the rates; the rest stands elsewhere or has no room.
    Short,
    /// All of it.
    Full,
}

/// A plan with all that its panes draw from.
#[derive(Clone, Copy)]
struct Shown<'a> {
    scene: Scene<'a>,
    detail: &'a PlanDetail,
    plan: &'a Plan,
    standing: &'a PlanStanding,
}

impl<'a> Shown<'a> {
    /// Whether a pane gets the keys to move; none does beside the list of all plans.
    fn has_keys(self, pane: DetailPane) -> bool {
        let model = self.scene.model;
        model.screen == Screen::PlanDetail && model.detail_pane == pane
    }

    fn of(scene: Scene<'a>) -> Option<Self> {
        let detail = scene.model.detail.as_ref()?;
        Some(Self {
            scene,
            detail,
            plan: scene.plan(detail.plan)?,
            standing: scene.model.board.position.plans.get(detail.plan)?,
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
    let Some(shown) = Shown::of(scene) else {
        return Vec::new();
    };
    let (top, rest) = split(area, 1);
    let mut hits = breadcrumb(shown, buf, top);
    let selected = model.row(List::Installments);
    let below = match Layout::of(buf.area) {
        Layout::TooSmall | Layout::List | Layout::Small
            if !shown.has_keys(DetailPane::Schedule) =>
        {
            facts_and_history(shown, buf, rest)
        }
        Layout::TooSmall | Layout::List => schedule::draw(shown, buf, inset(rest), selected),
        Layout::Small => schedule_pane(shown, buf, rest, selected, Sums::Short),
        Layout::Normal => {
            let (left, right) = beside(rest, area.width * 5 / 8);
            hits.extend(facts_and_history(shown, buf, right));
            schedule_pane(shown, buf, left, selected, Sums::Full)
        }
        Layout::Wide => {
            let (left, right) = beside(rest, area.width * 5 / 8);
            let cost_rows = u16::try_from(facts::cost_rows(shown, right.width).len()).unwrap_or(0);
            let (cost, below_cost) = split(right, cost_rows + 2);
            facts::draw_cost(shown, buf, cost);
            hits.extend(facts_and_history(shown, buf, below_cost));
            schedule_pane(shown, buf, left, selected, Sums::Short)
        }
    };
    hits.extend(below);
    hits
}

/// The selected plan beside the list of all: schedule above, facts and history below.
pub(super) fn panes(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let Some(shown) = Shown::of(scene) else {
        Pane::default().draw(buf, area, scene.theme);
        return Vec::new();
    };
    let below = 12.min(area.height / 3 + 1);
    let (top, bottom) = split(area, area.height - below);
    let mut hits = schedule_pane(shown, buf, top, None, Sums::Full);
    let (left, right) = beside(bottom, bottom.width / 2);
    hits.push(facts::draw(shown, buf, left));
    hits.push(history::draw(shown, buf, right));
    hits
}

/// The schedule in a frame, the sums below it. Beside the list of all plans it has no selection
/// of its own, carries the plan's name and follows the oldest open installment.
fn schedule_pane(
    shown: Shown<'_>,
    buf: &mut Buffer,
    area: Rect,
    selected: Option<usize>,
    sums: Sums,
) -> Vec<Hit> {
    let (scene, count) = (shown.scene, shown.detail.rows.len());
    let paid = shown.standing.paid_periods();
    let paid = scene.texts.plan_paid_of(paid, shown.plan.periods);
    let sums = schedule::sums(shown, sums, area.width.saturating_sub(4));
    let sum_rows = u16::try_from(sums.len() + 1).unwrap_or(1);
    let room = area.height.saturating_sub(2 + sum_rows);
    let rows = schedule::rows_in(room, count);
    let mark = scroll::mark(count, usize::from(rows), selected);
    let inner = Pane {
        digit: None,
        title: selected.map_or(shown.plan.item.as_str(), |_| scene.texts.plan_schedule()),
        right: Line::from(scene.muted(paid)),
        legend: Line::from(scene.muted(mark)),
        focused: selected.is_some() && shown.has_keys(DetailPane::Schedule),
    }
    .draw(buf, area, scene.theme);
    let needed = u16::try_from(count + 1).unwrap_or(u16::MAX);
    let (top, bottom) = split(inner, needed.min(room));
    let bottom = scene.rule(buf, bottom, "─");
    write(buf, bottom, &sums);
    let part = Part::Plan(DetailPane::Schedule);
    let mut hits = vec![Hit::new(area, Target::Part(part, 0))];
    hits.extend(schedule::draw(shown, buf, top, selected));
    hits
}

fn facts_and_history(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let needed = facts::lines(shown, area.width).len() + 2;
    let needed = u16::try_from(needed).unwrap_or(area.height);
    // The pane that gets the keys takes all the room it can use.
    let facts_rows = match shown.scene.model.detail_pane {
        DetailPane::Schedule => needed.min(area.height.saturating_sub(5).max(area.height / 2)),
        DetailPane::Facts if needed + LEAST_PANE > area.height => area.height,
        DetailPane::Facts => needed,
        DetailPane::History => 0,
    };
    let (top, bottom) = split(area, facts_rows);
    let drawn = [
        facts::draw(shown, buf, top),
        history::draw(shown, buf, bottom),
    ];
    let seen = drawn.into_iter().filter(|hit| !hit.area.is_empty());
    seen.collect()
}

/// Where the view belongs, and the ways out of it.
fn breadcrumb(shown: Shown<'_>, buf: &mut Buffer, row: Rect) -> Vec<Hit> {
    let (scene, texts) = (shown.scene, shown.scene.texts);
    let row = inset(row);
    let hints = [
        Hint {
            key: "Esc",
            label: texts.back(),
        },
        Hint {
            key: scene.key(Action::Plan(Step::Previous)),
            label: "",
        },
        Hint {
            key: scene.key(Action::Plan(Step::Next)),
            label: texts.plan_previous_next(),
        },
    ];
    let mut hits = Vec::new();
    let widths: u16 = hints.iter().map(Hint::width).sum();
    let with_all = row.width >= widths + 30;
    let shown_hints = if with_all { &hints[..] } else { &hints[..1] };
    let gap = 2;
    let needed: u16 = shown_hints.iter().map(Hint::width).sum::<u16>() + gap;
    let mut at = row.right().saturating_sub(needed.min(row.width));
    let title = Rect {
        width: at.saturating_sub(row.x + 1),
        ..row
    };
    let line = Line::from(vec![
        scene.muted(texts.plans()),
        scene.ink(format!(" {SELECTED} "), Role::Accent),
        scene.bold(shown.plan.item.as_str(), Role::Text),
        Span::raw(" "),
    ]);
    cells::put_in(buf, title, &line, Align::Left);
    for (place, hint) in shown_hints.iter().enumerate() {
        at = hint.draw(buf, row, at, scene.theme, &mut hits);
        at += if place == 0 { gap } else { 0 };
    }
    hits
}
