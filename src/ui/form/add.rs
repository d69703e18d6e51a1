//! What a new plan would be: what it costs, when it is due, what it does to its line.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::change;
use super::outcome::pair;
use super::words::look;
use crate::app::board::state_of;
use crate::app::form::outcome::{AddOutcome, LimitEffect, Peak};
use crate::domain::limit_check::Verdict;
use crate::domain::standing::InstallmentStanding;
use crate::domain::{Currency, Money};
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::plan::cost;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// The rows of figures and of what they stand apart by.
const AROUND_DUES: usize = 8;

/// All of it, in a room of its own.
pub(super) fn full<'m>(
    scene: Scene<'m>,
    add: &AddOutcome,
    currency: Currency,
    room: Rect,
) -> Vec<Line<'m>> {
    let (texts, width) = (scene.texts, room.width);
    let exact = |amount: Money| Line::from(scene.text(scene.exact(amount, currency)));
    let each = Line::from(scene.bold(each(scene, add, currency), Role::Text));
    let mut lines = vec![
        pair(scene, texts.form_each(), each, width),
        pair(
            scene,
            texts.form_fees(),
            exact(add.standing.fee_total),
            width,
        ),
        pair(scene, texts.form_in_all(), exact(add.standing.total), width),
    ];
    lines.extend(yearly(scene, add, width));
    lines.push(Line::default());
    let tail = effects(scene, add, currency, width);
    let most = usize::from(room.height).saturating_sub(AROUND_DUES - 1 + tail.len());
    lines.extend(dues(scene, add, currency, width, most));
    lines.push(Line::default());
    lines.extend(tail);
    lines
}

/// Both yearly rates by name, one below the other.
fn yearly<'m>(scene: Scene<'m>, add: &AddOutcome, width: u16) -> [Line<'m>; 2] {
    let texts = scene.texts;
    [
        (texts.plan_nominal_yearly(), add.cost.nominal),
        (texts.plan_effective_yearly(), add.cost.effective),
    ]
    .map(|(label, rate)| pair(scene, label, cost::rate(scene, rate), width))
}

/// The figures in two lines, then what it does to its line and to the months.
pub(super) fn short<'m>(
    scene: Scene<'m>,
    add: &AddOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let mut figures = Line::from(scene.muted(format!("{} ", texts.form_each())));
    figures.push_span(scene.bold(each(scene, add, currency), Role::Text));
    let exact = |amount| scene.exact(amount, currency);
    let mut costs = Line::default();
    costs.extend(scene.labelled(texts.form_fees(), exact(add.standing.fee_total)));
    costs.push_span(Span::raw("  "));
    costs.extend(scene.labelled(texts.form_in_all(), exact(add.standing.total)));
    let mut lines = vec![figures];
    let rates = cost::rates(scene, &add.cost);
    if cells::line_width(&rates) <= width {
        lines.push(rates);
    } else {
        lines.extend(yearly(scene, add, width));
    }
    lines.push(costs);
    lines.extend(effects(scene, add, currency, width));
    lines
}

/// What most installments ask for; the others where they differ.
fn each(scene: Scene<'_>, add: &AddOutcome, currency: Currency) -> String {
    let amounts = || {
        let rows = add.standing.installments.iter();
        rows.map(|one| one.row.installment.amount())
    };
    let least = amounts().min().unwrap_or_default();
    let most = amounts().max().unwrap_or_default();
    let exact = |amount| scene.exact(amount, currency);
    if least == most {
        exact(most)
    } else {
        scene.texts.form_between(&exact(least), &exact(most))
    }
}

/// All due dates, or as many as there is room for and the last one.
fn dues<'m>(
    scene: Scene<'m>,
    add: &AddOutcome,
    currency: Currency,
    width: u16,
    most: usize,
) -> Vec<Line<'m>> {
    let rows = &add.standing.installments;
    let row = |one: &InstallmentStanding| {
        let state = state_of(one);
        let mut line = Line::from(vec![
            scene.glyph(state),
            scene.text(format!(" {:>2}  {}", one.n(), one.due())),
        ]);
        let amount = scene.exact(one.row.installment.amount(), currency);
        let gap = width.saturating_sub(cells::line_width(&line) + cells::width(&amount));
        line.push_span(Span::raw(" ".repeat(gap.into())));
        line.push_span(scene.text(amount));
        line
    };
    if rows.len() <= most {
        return rows.iter().map(row).collect();
    }
    let first = most.saturating_sub(2);
    let mut lines: Vec<_> = rows.iter().take(first).map(row).collect();
    let hidden = rows.len().saturating_sub(first + 1);
    lines.push(Line::from(scene.muted(scene.texts.form_more_dues(hidden))));
    lines.extend(rows.last().map(row));
    lines
}

/// What it does to its line and to the most expensive month.
fn effects<'m>(
    scene: Scene<'m>,
    add: &AddOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let mut lines = Vec::new();
    if let Some(effect) = &add.effect {
        lines.extend(limit(scene, effect, currency, width));
    }
    lines.extend(
        add.peak
            .iter()
            .flat_map(|peak| month(scene, *peak, currency, width)),
    );
    if let Some(change) = &add.change {
        lines.extend(change::totals(scene, &change.preview, currency, width));
    }
    lines
}

fn limit<'m>(
    scene: Scene<'m>,
    effect: &LimitEffect,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let exact = |amount: Money| scene.exact(amount, currency);
    let uses = texts.form_uses(&exact(effect.uses));
    let (words, role) = match effect.leaves {
        Some(left) if left < Money::ZERO => (texts.form_lacks(&exact(-left)), Role::Overdue),
        Some(left) => (texts.form_left(&exact(left)), Role::Text),
        None => (texts.reason_unknown_limit().to_owned(), Role::Muted),
    };
    let name = scene.line_name(effect.line);
    let taken = cells::width(&uses) + cells::width(&words) + 3;
    // The line is chosen in the form; its name may be missing here, but is not cut.
    let name = if cells::width(name) + taken <= width {
        format!("{name} ")
    } else {
        String::new()
    };
    let mut lines = vec![Line::from(vec![
        scene.muted(format!("{name}{uses}  ")),
        scene.bold(words, role),
    ])];
    let Some(check) = effect
        .check
        .as_ref()
        .filter(|check| check.verdict != Verdict::Yes)
    else {
        return lines;
    };
    let (state, role) = look(check.verdict);
    for reason in &check.reasons {
        let words = texts.reason(reason, scene.amounts(), currency);
        for (place, words) in wrap(&words, width.saturating_sub(2))
            .into_iter()
            .enumerate()
        {
            let glyph = if place == 0 { state.glyph() } else { " " };
            lines.push(Line::from(scene.ink(format!("{glyph} {words}"), role)));
        }
    }
    lines
}

/// The most expensive month before and after; the own ceiling beside it, or below.
fn month(scene: Scene<'_>, peak: Peak, currency: Currency, width: u16) -> Vec<Line<'_>> {
    let texts = scene.texts;
    let exact = |amount: Money| scene.amounts().debt(amount, currency);
    let month = texts.month(peak.month);
    let is_over = peak.cap.is_some_and(|cap| peak.after > cap);
    let role = if is_over { Role::Overdue } else { Role::Text };
    let words = texts.form_peak(&month, &exact(peak.before));
    let mut lines = vec![Line::from(vec![
        scene.muted(words),
        scene.bold(exact(peak.after), role),
    ])];
    let Some(cap) = peak.cap else {
        return lines;
    };
    let words = if is_over {
        texts.form_over_cap(&exact(cap))
    } else {
        texts.form_cap(&exact(cap))
    };
    let cap = scene.muted(format!(" {words}"));
    match lines.last_mut() {
        Some(line) if cells::line_width(line) + cells::width(&cap.content) <= width => {
            line.push_span(cap);
        }
        _ => lines.push(Line::from(scene.muted(words))),
    }
    lines
}
