//! What happened to a plan, newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Shown;
use crate::app::detail::Event;
use crate::app::msg::Target;
use crate::app::screen::{DetailPane, Part};
use crate::domain::Money;
use crate::settings::theme::Role;
use crate::ui::areas::{beside, write};
use crate::ui::cells::{self, Align};
use crate::ui::hint::Hit;
use crate::ui::pane::Pane;

/// Draws the history in a frame; what does not fit is counted in the border. Returns
/// where it is scrolled.
pub(super) fn draw(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Hit {
    let (scene, history) = (shown.scene, &shown.detail.history);
    let focused = shown.has_keys(DetailPane::History);
    let room = usize::from(area.height.saturating_sub(2));
    let hidden = history.len().saturating_sub(room);
    let part = Part::Plan(DetailPane::History);
    let top = scene.model.tops.of(part).min(hidden);
    let (rest, history) = (hidden - top, history.get(top..).unwrap_or_default());
    let legend = if rest > 0 {
        scene.texts.plan_more(rest)
    } else {
        String::new()
    };
    let inner = Pane {
        title: scene.texts.plan_history(),
        legend: Line::from(scene.muted(legend)),
        focused,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    if history.is_empty() {
        let line = Line::from(scene.muted(scene.texts.plan_no_history()));
        write(buf, inner, &[line]);
    }
    let dates: Vec<_> = history.iter().map(|row| scene.date(row.on)).collect();
    let date_width = cells::widest(dates.iter().map(String::as_str));
    for ((row, happened), date) in inner.rows().zip(history).zip(&dates) {
        let (left, right) = beside(row, date_width + 2);
        cells::put_in(
            buf,
            left,
            &Line::from(scene.muted(date.as_str())),
            Align::Left,
        );
        happening(shown, buf, right, &happened.event);
    }
    Hit::new(area, Target::Part(part, hidden))
}

/// What happened and the amount of it, with as much of the rest as there is room for.
fn happening(shown: Shown<'_>, buf: &mut Buffer, row: Rect, event: &Event) {
    let (what, aside) = what(shown, event);
    let figure = figure(shown, event);
    let width = |line: &Line<'_>| cells::line_width(line);
    let beside_figure = row.width.saturating_sub(width(&figure) + 1);
    let mut full = what.clone();
    full.extend(aside);
    let is_aside = matches!(event, Event::Restored { .. });
    let (words, figure) = if width(&full) <= beside_figure {
        (full, figure)
    } else if is_aside {
        // That a limit came back late says more than how much of it.
        (full, Line::default())
    } else {
        (what, figure)
    };
    let (left, right) = beside(row, row.width.saturating_sub(width(&figure)));
    cells::put_in(buf, left, &words, Align::Left);
    cells::put_in(buf, right, &figure, Align::Right);
}

/// What it was, and what may be left out.
fn what<'a>(shown: Shown<'a>, event: &'a Event) -> (Line<'a>, Vec<Span<'a>>) {
    let (scene, texts) = (shown.scene, shown.scene.texts);
    match event {
        Event::Paid {
            n: (first, last),
            via,
            ..
        } => {
            let words = if first == last {
                texts.plan_event_paid(*first)
            } else {
                texts.plan_event_paid_many(*first, *last)
            };
            let via = via.as_ref().map(|method| scene.method_name(method));
            let aside = via.map(|name| vec![Span::raw(" "), scene.muted(name)]);
            (Line::from(scene.text(words)), aside.unwrap_or_default())
        }
        Event::Prepaid { via, .. } => {
            let via = via.as_ref().map(|method| scene.method_name(method));
            let aside = via.map(|name| vec![Span::raw(" "), scene.muted(name)]);
            let words = scene.text(texts.plan_event_prepaid());
            (Line::from(words), aside.unwrap_or_default())
        }
        Event::Deferred { n, to, .. } => {
            let words = texts.plan_event_deferred(*n, &scene.date(*to));
            (Line::from(scene.text(words)), Vec::new())
        }
        Event::Replaced(id) => {
            let plan = scene.book().and_then(|book| book.plan(id));
            let item = plan.map_or(id.as_str(), |plan| &plan.item);
            let words = texts.plan_event_replaced(item);
            (Line::from(scene.text(words)), Vec::new())
        }
        Event::Restored { late_by, .. } => {
            let words = scene.ink(texts.plan_event_restored(), Role::Restoring);
            let late = texts.plan_event_late(*late_by);
            let aside = vec![Span::raw(" "), scene.ink(late, Role::Overdue)];
            let aside = if *late_by > 0 { aside } else { Vec::new() };
            (Line::from(words), aside)
        }
        Event::Refunded(_) => (
            Line::from(scene.text(texts.plan_event_refunded())),
            Vec::new(),
        ),
        Event::Settled(_) => (
            Line::from(scene.text(texts.plan_event_settled())),
            Vec::new(),
        ),
    }
}

fn figure<'a>(shown: Shown<'a>, event: &Event) -> Line<'a> {
    let exact = |amount: Money| shown.scene.exact(amount, shown.standing.currency);
    Line::from(match event {
        Event::Restored { amount, .. } => shown.scene.muted(exact(*amount)),
        Event::Deferred { fee, .. } if fee.is_zero() => return Line::default(),
        Event::Replaced(_) => return Line::default(),
        Event::Paid { amount, .. }
        | Event::Prepaid { amount, .. }
        | Event::Deferred { fee: amount, .. }
        | Event::Refunded(amount)
        | Event::Settled(amount) => shown.scene.text(exact(*amount)),
    })
}
