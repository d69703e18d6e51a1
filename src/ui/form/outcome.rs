//! What saving a form would do.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{add, change, limit};
use crate::app::form::Form;
use crate::app::form::outcome::{LimitBack, Outcome};
use crate::domain::Currency;
use crate::domain::working_day::WorkingDate;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// A few lines below the fields, the most telling first.
pub(super) fn short<'m>(scene: Scene<'m>, form: &Form, width: u16) -> Vec<Line<'m>> {
    match &form.outcome {
        Outcome::Nothing => Vec::new(),
        Outcome::Pay(pay) => {
            let back = pay.frees.iter();
            back.map(|back| limit_back(scene, back, form.currency, width))
                .collect()
        }
        Outcome::Settle(settle) => change::settle(scene, settle, form.currency, width),
        Outcome::Change(change) => change::change(scene, change, form.currency, width),
        Outcome::Gap(gap) => limit::gap(scene, gap, form.currency, width),
        Outcome::Unlock(unlock) => limit::unlock(scene, unlock, form.currency, width),
        Outcome::Add(outcome) => add::short(scene, outcome, form.currency, width),
    }
}

/// All of it, in a room of its own.
pub(super) fn full<'m>(scene: Scene<'m>, form: &Form, room: Rect) -> Vec<Line<'m>> {
    match &form.outcome {
        Outcome::Add(outcome) => add::full(scene, outcome, form.currency, room),
        Outcome::Nothing => {
            let rows = wrap(scene.texts.form_add_first(), room.width).into_iter();
            rows.map(|row| Line::from(scene.muted(row))).collect()
        }
        _ => short(scene, form, room.width),
    }
}

/// When which limit comes back; only the last day where both would be cut.
pub(super) fn limit_back<'m>(
    scene: Scene<'m>,
    back: &LimitBack,
    currency: Currency,
    width: u16,
) -> Line<'m> {
    let day = |date: WorkingDate| month_day(date.date);
    let latest = day(back.latest);
    let whole = limit_back_in(
        scene,
        back,
        currency,
        &scene.texts.form_by(&day(back.earliest), &latest),
    );
    if cells::line_width(&whole) <= width {
        return whole;
    }
    limit_back_in(scene, back, currency, &scene.texts.form_by_last(&latest))
}

fn limit_back_in<'m>(
    scene: Scene<'m>,
    back: &LimitBack,
    currency: Currency,
    window: &str,
) -> Line<'m> {
    let mut line = Line::from(vec![
        scene.glyph(State::Restoring),
        scene.muted(format!(" {} ", scene.texts.form_frees())),
        scene.ink(scene.exact(back.amount, currency), State::Restoring.role()),
        scene.muted(format!(" · {window}")),
    ]);
    if let Some(words) = scene.texts.measured(back.estimate) {
        line.push_span(scene.muted(format!(" · {words}")));
    }
    if back.latest.estimated {
        let words = format!(" ({})", scene.texts.limits_estimated());
        line.push_span(scene.ink(words, Role::Due));
    }
    line
}

/// A label at the left, a figure at the right end of a width.
pub(super) fn pair<'m>(
    scene: Scene<'m>,
    label: impl Into<String>,
    figure: Line<'m>,
    width: u16,
) -> Line<'m> {
    let label = label.into();
    let taken = cells::width(&label) + cells::line_width(&figure);
    let gap = width.saturating_sub(taken).max(1);
    let mut line = Line::from(vec![scene.muted(label), Span::raw(" ".repeat(gap.into()))]);
    line.spans.extend(figure.spans);
    line
}
