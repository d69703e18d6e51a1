//! Where to pay, how to reach the provider, what it announced, what it refused.

use ratatui::text::{Line, Span};

use crate::domain::attempt::Attempt;
use crate::domain::line::CreditLine;
use crate::domain::way::{Way, WayState};
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// The ways that are open, then those that are closed; then whom to ask.
pub(super) fn lines<'m>(scene: Scene<'m>, line: &'m CreditLine, width: u16) -> Vec<Line<'m>> {
    let (texts, today) = (scene.texts, scene.model.today);
    let is_closed = |way: &&Way| matches!(way.state_on(today), WayState::Closed { .. });
    let open = line.ways.iter().filter(|way| !is_closed(way));
    let ways: Vec<_> = open.chain(line.ways.iter().filter(is_closed)).collect();
    let mut lines = Vec::new();
    if ways.is_empty() {
        lines.push(Line::from(scene.muted(texts.cli_ways_none())));
    }
    for way in ways {
        lines.extend(way_lines(scene, way, width));
    }
    for (label, fact) in [
        (texts.cli_hotline(), &line.contact.hotline),
        (texts.cli_service(), &line.contact.service),
    ] {
        if let Some(fact) = fact {
            lines.push(Line::from(vec![
                scene.muted(format!("{label} ")),
                scene.text(fact),
            ]));
        }
    }
    lines
}

fn way_lines<'m>(scene: Scene<'m>, way: &'m Way, width: u16) -> Vec<Line<'m>> {
    let state = way.state_on(scene.model.today);
    let (glyph, role) = match state {
        WayState::Open => (State::Paid, Role::Text),
        WayState::Unconfirmed | WayState::Stale { .. } => (State::Soon, Role::Text),
        WayState::Closed { .. } => (State::Stopped, Role::Muted),
    };
    let rows = wrap(&scene.amounts().prose(&way.path), width.saturating_sub(2))
        .into_iter()
        .enumerate();
    let mut lines: Vec<_> = rows
        .map(|(k, row)| {
            let before = if k == 0 {
                scene.ink(format!("{} ", glyph.glyph()), glyph.role())
            } else {
                Span::raw("  ")
            };
            Line::from(vec![before, scene.ink(row, role)])
        })
        .collect();
    let amounts = scene.amounts();
    let parts = [
        way.login
            .as_deref()
            .map(|login| amounts.number(login).into_owned()),
        Some(words(scene, way, state)),
        way.note
            .as_deref()
            .map(|note| amounts.prose(note).into_owned()),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    let below = cells::cut(&parts.join(" · "), width.saturating_sub(2)).into_owned();
    lines.push(Line::from(scene.muted(format!("  {below}"))));
    lines
}

fn words(scene: Scene<'_>, way: &Way, state: WayState) -> String {
    let texts = scene.texts;
    match (state, way.confirmed) {
        (WayState::Closed { since }, _) => texts.cli_way_closed(&scene.date(since)),
        (WayState::Unconfirmed, _) => texts.cli_way_unconfirmed().to_owned(),
        (WayState::Stale { days }, _) => texts.cli_way_stale(days),
        (WayState::Open, Some(on)) => texts.cli_way_confirmed(&scene.date(on)),
        (WayState::Open, None) => texts.cli_way_open().to_owned(),
    }
}

/// What the provider announced, newest first.
pub(super) fn notices<'m>(scene: Scene<'m>, line: &'m CreditLine, width: u16) -> Vec<Line<'m>> {
    let mut notices: Vec<_> = line.notices.iter().collect();
    notices.sort_by_key(|notice| std::cmp::Reverse(notice.on));
    let rows = notices.into_iter().flat_map(|notice| {
        let stale = notice.stale_on(scene.model.today);
        let stale = stale.map(|days| scene.texts.cli_notice_stale(days));
        let source = notice.source.as_ref();
        let source = source.map(|source| scene.texts.in_brackets(source));
        let text = format!("{}{}", notice.text, source.unwrap_or_default());
        let text = [Some(text), stale];
        dated(
            scene,
            notice.on,
            &text.into_iter().flatten().collect::<Vec<_>>().join(" "),
            width,
        )
    });
    rows.collect()
}

/// What was refused, newest first, with the message and what was found out.
pub(super) fn refused<'m>(scene: Scene<'m>, line: &'m CreditLine, width: u16) -> Vec<Line<'m>> {
    let rows = line.refused.iter().rev();
    rows.flat_map(|attempt| dated(scene, attempt.on, &told(scene, line, attempt), width))
        .collect()
}

fn told(scene: Scene<'_>, line: &CreditLine, attempt: &Attempt) -> String {
    let texts = scene.texts;
    let amount = attempt.amount;
    let said = attempt.said.as_ref();
    let said = said.map(|said| format!("“{}”", scene.amounts().prose(said)));
    let retry = attempt.retry.map(|on| texts.line_retry(&scene.date(on)));
    let answers = attempt
        .answers
        .iter()
        .map(|(question, reply)| [texts.question(question), texts.reply(reply)].join(" "));
    let parts = [
        attempt.item.clone(),
        amount.map(|amount| scene.exact(amount, line.currency)),
        said,
    ];
    let parts = parts.into_iter().flatten().chain(answers).chain(retry);
    parts.collect::<Vec<_>>().join(" · ")
}

/// A day, and words beside it over as many rows as they need.
fn dated<'m>(scene: Scene<'m>, on: chrono::NaiveDate, words: &str, width: u16) -> Vec<Line<'m>> {
    let day = scene.date(on);
    let indent = cells::width(&day) + 1;
    let rows = wrap(words, width.saturating_sub(indent))
        .into_iter()
        .enumerate();
    let row = |(k, row): (usize, String)| {
        let before = if k == 0 {
            scene.muted(format!("{day} "))
        } else {
            Span::raw(" ".repeat(indent.into()))
        };
        Line::from(vec![before, scene.text(row)])
    };
    rows.map(row).collect()
}
