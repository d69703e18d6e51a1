//! What questions about a limit are answered: why the app shows another figure, and what to pay
//! to have enough by a day.

use ratatui::text::{Line, Span};

use super::outcome::pair;
use crate::app::form::outcome::{GapOutcome, UnlockOutcome};
use crate::domain::unlock::{Answer, Pays, Step, Way};
use crate::domain::{Currency, Money};
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// So many payments are told one by one.
const MOST: usize = 5;

/// A glyph, and words over as many rows as they need.
fn told<'m>(scene: Scene<'m>, state: State, words: &str, role: Role, width: u16) -> Vec<Line<'m>> {
    let rows = wrap(words, width.saturating_sub(2)).into_iter().enumerate();
    let row = |(k, row): (usize, String)| {
        let before = if k == 0 {
            scene.ink(format!("{} ", state.glyph()), state.role())
        } else {
            Span::raw("  ")
        };
        Line::from(vec![before, scene.ink(row, role)])
    };
    rows.map(row).collect()
}

/// The gap, then each part of its explanation.
pub(super) fn gap<'m>(
    scene: Scene<'m>,
    outcome: &GapOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let gap = &outcome.gap;
    let exact = |amount: Money| scene.exact(amount, currency);
    let item = |plan: usize| scene.item(plan).to_owned();
    let parts = scene.texts.gap(gap, &item, &exact);
    let is_open = !gap.unexplained().is_zero();
    let last = parts.len() - 1;
    let state = |k: usize| match (is_open && k == last, gap.size().is_zero()) {
        (true, _) => (State::Overdue, Role::Overdue),
        (false, true) => (State::Paid, Role::Text),
        (false, false) => (State::Open, Role::Text),
    };
    let label = scene.texts.form_expected();
    let expected = Line::from(scene.text(exact(gap.expected)));
    let mut lines = vec![pair(scene, label, expected, width)];
    for (k, words) in parts.iter().enumerate() {
        let (state, role) = state(k);
        lines.extend(told(scene, state, words, role, width));
    }
    if let Some(total) = gap.total {
        let words = scene.texts.form_gap_total(&exact(total));
        lines.extend(told(scene, State::Open, &words, Role::Muted, width));
    }
    lines
}

/// Yes, from when, or how much is short; then what to pay, and what it costs.
pub(super) fn unlock<'m>(
    scene: Scene<'m>,
    outcome: &UnlockOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let (texts, planned) = (scene.texts, &outcome.planned);
    let exact = |amount: Money| scene.exact(amount, currency);
    let day = scene.date(outcome.wish.by);
    let (state, words) = match &planned.answer {
        Answer::Yes(way) if way.steps.is_empty() => (State::Paid, texts.form_unlock_free(&day)),
        Answer::Yes(_) => (State::Paid, texts.form_unlock_yes(&day)),
        Answer::NotBefore(from, _) => (State::Soon, texts.form_unlock_later(&scene.date(*from))),
        Answer::Short(short) if short.is_positive() => {
            (State::Refused, texts.form_unlock_short(&exact(*short)))
        }
        Answer::Short(_) => (State::Refused, texts.form_unlock_no_cash().to_owned()),
        Answer::Blocked(reason) => {
            let why = texts.reason(reason, scene.amounts(), currency);
            (State::Refused, why)
        }
    };
    let mut lines = told(scene, state, &words, state.role(), width);
    if let Answer::Yes(way) | Answer::NotBefore(_, way) = &planned.answer {
        lines.extend(way_lines(scene, way, currency, width));
    }
    if let Some(cash) = planned.cash_needed {
        let words = texts.form_unlock_cash_needed(&exact(cash));
        lines.extend(told(scene, State::Open, &words, Role::Text, width));
    }
    if !matches!(planned.answer, Answer::Blocked(_)) {
        let label = texts.form_unlock_anyway(&day);
        let usable = Line::from(scene.muted(exact(planned.usable())));
        lines.push(pair(scene, label, usable, width));
    }
    lines
}

fn way_lines<'m>(scene: Scene<'m>, way: &Way, currency: Currency, width: u16) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let exact = |amount: Money| scene.exact(amount, currency);
    let steps = way.steps.iter().take(MOST);
    let mut lines: Vec<_> = steps
        .map(|step| step_line(scene, step, currency, width))
        .collect();
    if way.steps.len() > MOST {
        let more = texts.form_more_payments(way.steps.len() - MOST);
        lines.push(Line::from(scene.muted(more)));
    }
    if !way.steps.is_empty() {
        let price = if way.extra.is_positive() {
            texts.cli_unlock_extra(&exact(way.extra))
        } else if way.saves.is_positive() {
            texts.cli_unlock_saves(&exact(way.saves))
        } else {
            texts.cli_unlock_no_extra().to_owned()
        };
        let cash = Line::from(scene.bold(exact(way.cash), Role::Text));
        lines.push(pair(
            scene,
            format!("{} · {price}", texts.form_cash_today()),
            cash,
            width,
        ));
    }
    lines
}

fn step_line<'m>(scene: Scene<'m>, step: &Step, currency: Currency, width: u16) -> Line<'m> {
    let texts = scene.texts;
    let what = match step.pays {
        Pays::Installment(n) | Pays::Overdue(n) => texts.nth_installment(n),
        Pays::Settlement => texts.settle().to_owned(),
    };
    let back = texts.form_back_on(&scene.date(step.back));
    let figure = Line::from(vec![
        scene.text(scene.exact(step.pay, currency)),
        scene.muted(format!(" · {back}")),
    ]);
    let taken = cells::line_width(&figure) + cells::width(&what) + 3;
    let name = cells::cut(scene.item(step.plan), width.saturating_sub(taken));
    pair(scene, format!("{} {what}", name.trim_end()), figure, width)
}
