//! View 2: all plans. With room, the selected one stands below or beside the list.

mod card;
mod list;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, inset, split, write};
use super::hint::Hit;
use super::layout::Layout;
use super::pane::Pane;
use super::plan;
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::board::plans::{PlanFilter, PlanSort};
use crate::app::msg::Target;
use crate::app::screen::{DetailPane, List, Part};
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// The width of the list where the selected plan stands beside it.
const LIST_WIDTH: u16 = 58;
/// Draws the view; returns what can be clicked.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    match Layout::of(buf.area) {
        Layout::TooSmall | Layout::List => list::draw(scene, buf, inset(area), false),
        Layout::Small => framed(scene, buf, area),
        Layout::Normal => with_card(scene, buf, area),
        Layout::Wide => {
            let (left, right) = beside(area, LIST_WIDTH);
            let mut hits = plan::panes(scene, buf, right);
            hits.extend(framed(scene, buf, left));
            hits
        }
    }
}

fn framed(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let inner = pane(scene, buf, area, 0);
    list::draw(scene, buf, inner, true)
}

/// The list, and below it what is most worth knowing about the selected plan. The blank lines of
/// the card leave before rows of the list do.
fn with_card(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let Some(lines) = card::lines(scene, area.width.saturating_sub(4)) else {
        return framed(scene, buf, area);
    };
    let inner_rows = usize::from(area.height.saturating_sub(2));
    let list_rows = scene.model.board.plans.len() + 1;
    let lines = if list_rows + lines.len() < inner_rows {
        lines
    } else {
        card::dense(lines)
    };
    let card_rows = u16::try_from(lines.len() + 1).unwrap_or(0);
    let inner = pane(scene, buf, area, card_rows);
    let (top, bottom) = split(inner, inner.height.saturating_sub(card_rows));
    let bottom = scene.rule(buf, bottom, "┄");
    write(buf, bottom, &lines);
    let part = Part::Plan(DetailPane::Schedule);
    let mut hits = list::draw(scene, buf, top, true);
    hits.push(Hit::new(bottom, Target::Part(part, 0)));
    hits
}

/// The frame; where the list does not fit above `card_rows` its place is in the border.
fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect, card_rows: u16) -> Rect {
    let count = scene.model.board.plans.len();
    let title = format!("{} {count}", scene.texts.plans());
    let selected = scene.model.row(List::Plans);
    let room = area.height.saturating_sub(3 + card_rows);
    let mark = scroll::mark(count, usize::from(room), selected);
    Pane {
        digit: None,
        title: &title,
        right: order(scene),
        legend: Line::from(scene.muted(mark)),
        focused: true,
    }
    .draw(buf, area, scene.theme)
}

/// Sort order and filter, each with the key that changes it.
fn order(scene: Scene<'_>) -> Line<'_> {
    let texts = scene.texts;
    let sort = match scene.model.plan_sort {
        PlanSort::NextDue => texts.plan_sort_next(),
        PlanSort::Outstanding => texts.plan_sort_outstanding(),
        PlanSort::Name => texts.plan_sort_name(),
    };
    let filter = match scene.model.plan_filter {
        PlanFilter::Active => texts.plan_filter_active(),
        PlanFilter::Finished => texts.plan_filter_finished(),
        PlanFilter::All => texts.plan_filter_all(),
    };
    Line::from(vec![
        scene.muted(sort),
        Span::raw(" "),
        scene.bold(scene.key(Action::Sort), Role::Accent),
        Span::raw("   "),
        scene.muted(filter),
        Span::raw(" "),
        scene.bold(scene.key(Action::Filter), Role::Accent),
    ])
}
