//! Whether it fits, what to pay first, and what the most expensive month would be.

use ratatui::text::{Line, Span};

use crate::app::what_if::{Answer, EXAMPLE_PRICE, Trial, WhatIf};
use crate::domain::limit_check::{LineCheck, Reason, Verdict};
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::form::words::look;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// What to type, and where there is room for all of it, an example of what will be said.
pub(super) fn asking<'a>(
    scene: Scene<'a>,
    what_if: &WhatIf,
    (width, height): (u16, u16),
) -> Vec<Line<'a>> {
    let first = scene.texts.trial_first();
    let mut lines = said(scene, (State::Open, Role::Muted), first, width);
    if let Some(example) = &what_if.example {
        let example = instance(scene, example, width);
        if lines.len() + example.len() <= height.into() {
            lines.extend(example);
        }
    }
    lines
}

/// Nobody asked for this price: its words are calm, whatever they say.
fn instance<'a>(scene: Scene<'a>, answer: &Answer, width: u16) -> Vec<Line<'a>> {
    let Some(row) = answer.rows.get(answer.chosen) else {
        return Vec::new();
    };
    let title = scene.texts.trial_example(EXAMPLE_PRICE, row.periods);
    let mut lines = vec![
        Line::default(),
        Line::from(scene.muted(format!("  {title}"))),
    ];
    let width = width.saturating_sub(2);
    let look = (State::Open, Role::Muted);
    let said = said(scene, look, &terms(scene, answer, row), width);
    for line in said.into_iter().chain(self::lines(scene, answer, width)) {
        lines.push(Line::from(scene.muted(format!("  {line}"))));
    }
    lines
}

/// What an installment and the fee would be.
fn terms(scene: Scene<'_>, answer: &Answer, row: &Trial) -> String {
    let texts = scene.texts;
    let exact = |label, amount| format!("{label} {}", scene.exact(amount, answer.currency));
    let mut terms = vec![exact(texts.trial_column_each(), row.each)];
    if let Some(cost) = row.cost {
        terms.push(exact(texts.trial_column_fees(), cost.fees));
        let rate = cost.cost.effective;
        terms.extend(rate.map(|rate| format!("{} {rate}", texts.plan_effective())));
    }
    terms.join(" · ")
}

/// What is said about the chosen row, the most important first.
pub(super) fn lines<'a>(scene: Scene<'a>, answer: &Answer, width: u16) -> Vec<Line<'a>> {
    let texts = scene.texts;
    let mut lines = match &answer.check {
        Some(check) => fits(scene, answer, check, width),
        None => said(
            scene,
            (State::Open, Role::Muted),
            texts.trial_no_line(),
            width,
        ),
    };
    lines.extend(peak(scene, answer, width));
    if answer.rows.iter().any(|row| row.cost.is_none()) {
        let words = texts.trial_fee_of_principal();
        lines.extend(said(scene, (State::Soon, Role::Due), words, width));
    }
    lines
}

/// Words behind a glyph, over as many rows as they need.
fn said<'a>(
    scene: Scene<'a>,
    (state, role): (State, Role),
    words: &str,
    width: u16,
) -> Vec<Line<'a>> {
    let rows = wrap(words, width.saturating_sub(2)).into_iter();
    rows.enumerate()
        .map(|(place, words)| {
            let glyph = if place == 0 { state.glyph() } else { " " };
            let ink = if role == Role::Muted {
                role
            } else {
                Role::Text
            };
            Line::from(vec![
                scene.bold(glyph, role),
                Span::raw(" "),
                scene.ink(words, ink),
            ])
        })
        .collect()
}

fn fits<'a>(scene: Scene<'a>, answer: &Answer, check: &LineCheck, width: u16) -> Vec<Line<'a>> {
    let (texts, amounts, currency) = (scene.texts, scene.amounts(), answer.currency);
    let name = scene.line_name(check.line);
    let free = |amount| amounts.free(amount, currency);
    let available = check.available.map_or_else(|| "—".to_owned(), free);
    let words = match (check.verdict, check.left) {
        (Verdict::Yes, Some(left)) => texts.trial_fits(name, &available, &free(left)),
        _ if check.shortfall.is_positive() => {
            let short = amounts.debt(check.shortfall, currency);
            texts.trial_short(name, &available, &short)
        }
        _ => texts.trial_blocked(name),
    };
    let mut lines = said(scene, look(check.verdict), &words, width);
    let mut more: Vec<_> = check
        .reasons
        .iter()
        .filter(|reason| !matches!(reason, Reason::InsufficientLimit { .. }))
        .map(|reason| texts.reason(reason, amounts, currency))
        .collect();
    let mut runs = check.unlock.chunk_by(|one, next| one.plan == next.plan);
    if let Some(run) = runs.next().filter(|run| !run.is_empty()) {
        let sum = run.iter().map(|unlock| unlock.pay).sum();
        let item = run.first().map_or("", |unlock| scene.item(unlock.plan));
        more.push(texts.trial_pay_first(&scene.exact(sum, currency), item));
        more.extend(
            Some(runs.count())
                .filter(|rest| *rest > 0)
                .map(|rest| texts.check_more_plans(rest)),
        );
    }
    more.extend(check.from.map(|from| texts.trial_from(&month_day(from))));
    if !more.is_empty() {
        let rows = wrap(&more.join(" · "), width.saturating_sub(2)).into_iter();
        lines.extend(rows.map(|words| Line::from(scene.muted(format!("  {words}")))));
    }
    lines
}

/// The most expensive month, and whether it crosses the shopper's own ceiling.
fn peak<'a>(scene: Scene<'a>, answer: &Answer, width: u16) -> Vec<Line<'a>> {
    let (texts, amounts, currency) = (scene.texts, scene.amounts(), answer.currency);
    let Some(peak) = answer.peak else {
        return Vec::new();
    };
    let debt = |amount| amounts.debt(amount, currency);
    let month = texts.month(peak.month);
    let more = peak.after - peak.before;
    let mut words = texts.trial_peak(&month, &debt(peak.after), &debt(more));
    let over = peak.cap.filter(|cap| peak.after > *cap);
    let look = match over {
        Some(cap) => {
            let over = texts.trial_over_cap(&debt(cap), &debt(peak.after - cap));
            words = format!("{words} · {over}");
            (State::Overdue, Role::Overdue)
        }
        None => (State::Soon, Role::Due),
    };
    said(scene, look, &words, width)
}
