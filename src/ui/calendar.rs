//! View 4: a month, what is due on each of its days, and the selected day.

mod day;
mod grid;
mod list;
mod row;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, inset, split};
use super::cells;
use super::hint::Hit;
use super::layout::Layout;
use super::pane::Pane;
use super::scene::Scene;
use crate::app::Model;
use crate::app::action::{Action, Motion, Step};
use crate::app::screen::CalendarPane;
use crate::domain::Money;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// The widths between which the pane of the day stays.
const SIDE: (u16, u16) = (26, 44);

/// Draws the view; returns what can be clicked.
pub fn draw(buf: &mut Buffer, area: Rect, model: &Model, theme: &Theme, texts: Texts) -> Vec<Hit> {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let is_inside = model.calendar_pane == CalendarPane::Day;
    match Layout::of(buf.area) {
        Layout::Wide | Layout::Normal => {
            let side = (area.width / 3).clamp(SIDE.0, SIDE.1);
            let (left, right) = beside(area, area.width - side);
            let mut hits = month(scene, buf, left);
            hits.extend(day::pane(scene, buf, right));
            hits
        }
        Layout::Small if is_inside => day::pane(scene, buf, area),
        Layout::Small => {
            let needed = grid::rows(&model.month, 2) + 2;
            let (above, below) = split(area, needed.max(area.height.saturating_sub(5)));
            let hits = month(scene, buf, above);
            day::strip(scene, buf, inset(below));
            hits
        }
        Layout::List | Layout::TooSmall if is_inside => day::list(scene, buf, inset(area)),
        Layout::List | Layout::TooSmall => list::draw(scene, buf, inset(area)),
    }
}

/// The month in its frame.
fn month(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let shown = &scene.model.month;
    let title = scene.texts.month_of_year(shown.day);
    let room = area
        .width
        .saturating_sub(cells::width(&title).saturating_add(7));
    let inner = Pane {
        title: &title,
        right: sums(scene, room),
        legend: moves(scene),
        focused: scene.model.calendar_pane == CalendarPane::Month,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    grid::draw(scene, buf, inner)
}

/// What the month asks for and what of it is left, in whole units where the room is short.
fn sums(scene: Scene<'_>, room: u16) -> Line<'static> {
    let (span, texts) = (scene.model.month.month, scene.texts);
    let currency = scene.model.board.currency;
    let exact = |amount| scene.exact(amount, currency);
    let debt = |amount: Money| scene.amounts().debt(amount, currency);
    let forms = [
        texts.calendar_due_left(&exact(span.due), &exact(span.left)),
        texts.calendar_due_left(&debt(span.due), &debt(span.left)),
        texts.calendar_left(&debt(span.left)),
    ];
    let fitting = forms.into_iter().find(|words| cells::width(words) <= room);
    Line::from(scene.muted(fitting.unwrap_or_default()))
}

/// The keys that move about.
fn moves(scene: Scene<'_>) -> Line<'_> {
    let texts = scene.texts;
    let (previous, next) = (Step::Previous, Step::Next);
    let pair = |one, other| scene.key_pair(one, other);
    let keys = [
        (
            pair(Action::Side(previous), Action::Side(next)),
            texts.calendar_move_day(),
        ),
        (
            pair(Action::Move(Motion::Down), Action::Move(Motion::Up)),
            texts.calendar_move_week(),
        ),
        (
            pair(Action::Month(previous), Action::Month(next)),
            texts.calendar_move_month(),
        ),
        (scene.key(Action::Urgent).to_owned(), texts.today()),
    ];
    let mut line = Line::default();
    for (place, (key, word)) in keys.into_iter().enumerate() {
        line.push_span(Span::raw(if place == 0 { "" } else { "  " }));
        line.push_span(scene.ink(key, Role::Accent));
        line.push_span(scene.muted(format!(" {word}")));
    }
    line
}
