//! Find a plan or a line: the words above, what matches below, what matched in the accent.

mod matched;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{split, write};
use super::cells;
use super::columns::{self, Column, Columns};
use super::entry;
use super::hint::Hit;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use super::scroll;
use crate::app::Model;
use crate::app::board::state_of;
use crate::app::msg::Target;
use crate::app::overlay::{Find, Found};
use crate::domain::standing::PlanStatus;
use crate::settings::symbols::State;
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

const WIDTH: u16 = 62;
const HEIGHT: u16 = 17;

/// Draws find over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    find: &Find,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let hints = entry::hints(scene);
    let (inner, mut hits) = Overlay {
        title: texts.find_title(),
        right: Line::from(scene.muted(texts.find_results(find.results.len()))),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, HEIGHT), theme);
    let (top, rest) = split(inner, 1);
    // In the smallest window every row below the text is a result.
    let rest = if rest.height > 2 {
        scene.rule(buf, rest, "─")
    } else {
        rest
    };
    let at = cells::put(
        buf,
        top.x,
        top.y,
        top.width,
        "/ ",
        theme.style(Role::Accent),
    );
    let field = Rect {
        x: at,
        width: top.right().saturating_sub(at),
        ..top
    };
    let caret = entry::draw(scene, buf, field, &find.input, true);
    // The line that says what is looked through leaves where every row is needed.
    let how_rows = if rest.height >= 6 { 2 } else { 0 };
    let (list, below) = split(rest, rest.height - how_rows);
    let (_, how) = split(below, 1);
    let words = Line::from(scene.muted(texts.find_how()));
    write(buf, how, &[words]);
    hits.extend(results(scene, buf, list, find));
    Drawn { hits, caret }
}

fn results(scene: Scene<'_>, buf: &mut Buffer, area: Rect, find: &Find) -> Vec<Hit> {
    if find.results.is_empty() {
        let none = Line::from(scene.muted(scene.texts.find_none()));
        write(buf, area, &[none]);
    }
    let words = find.input.text();
    let rows: Vec<_> = find
        .results
        .iter()
        .map(|found| row(scene, found, words))
        .collect();
    let widest = |place: usize| {
        let widths = rows.iter().map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::fixed(1),
            Column::growing(12).gap(1),
            Column::fixed(widest(2)).leaves(1),
            Column::fixed(widest(3)).right(),
        ],
        area.width,
    );
    let seen = scroll::shown(rows.len(), usize::from(area.height), Some(find.selected));
    let mut hits = Vec::new();
    for (place, at) in area.rows().zip(seen) {
        columns.draw(buf, place, &rows[at]);
        if at == find.selected {
            columns::select(buf, place, scene.theme);
        }
        hits.push(Hit::new(place, Target::OverlayRow(at)));
    }
    hits
}

/// Glyph, name, kind, state.
fn row<'m>(scene: Scene<'m>, found: &Found, words: &str) -> [Line<'m>; 4] {
    match found {
        Found::Plan { plan, .. } => plan_row(scene, *plan, words),
        Found::Line { line, .. } => line_row(scene, *line, words),
    }
}

fn plan_row<'m>(scene: Scene<'m>, index: usize, words: &str) -> [Line<'m>; 4] {
    let texts = scene.texts;
    let standing = scene.model.board.position.plans.get(index);
    let next = standing.and_then(|standing| standing.next());
    let (state, said) = match (standing.map(|standing| standing.status), next) {
        (Some(PlanStatus::Active | PlanStatus::Overdue), Some(next)) => (
            state_of(next),
            texts.installment_status(scene.model.today, next),
        ),
        (Some(PlanStatus::Paused), _) => (State::Stopped, texts.paused().to_owned()),
        (Some(PlanStatus::Refunded), _) => (State::Refunded, texts.refunded().to_owned()),
        _ => (State::Paid, texts.settled().to_owned()),
    };
    let role = match state {
        State::Open => Role::Text,
        state => state.role(),
    };
    let parts = matched::parts(scene.item(index), words);
    let mut item = inked(scene, parts.iter().copied(), Role::Text);
    if !parts.iter().any(|(_, is_matched)| *is_matched) {
        item.extend(elsewhere(scene, index, words).into_iter().flatten());
    }
    [
        Line::from(scene.glyph(state)),
        item,
        Line::from(scene.muted(texts.find_plan())),
        Line::from(scene.ink(said, role)),
    ]
}

fn line_row<'m>(scene: Scene<'m>, index: usize, words: &str) -> [Line<'m>; 4] {
    let texts = scene.texts;
    let row = scene.model.board.lines.get(index);
    let limit = scene.model.board.position.limits.get(index);
    let state = match limit {
        Some(limit) if limit.late.is_positive() => State::RestoreLate,
        Some(limit) if limit.restoring.is_positive() => State::Restoring,
        Some(limit) if limit.frozen.is_positive() => State::Frozen,
        _ => State::Open,
    };
    let free = limit.and_then(|limit| limit.available).zip(row);
    let said = free.map_or_else(
        || texts.find_unknown().to_owned(),
        |(free, row)| texts.find_free(&scene.amounts().free(free, row.currency)),
    );
    [
        Line::from(scene.glyph(state)),
        inked(
            scene,
            matched::parts(scene.line_name(index), words),
            Role::Text,
        ),
        Line::from(scene.muted(texts.find_line())),
        Line::from(scene.text(said)),
    ]
}

/// A text in its parts, what matched in the accent.
fn inked<'a, T: Into<Cow<'a, str>>>(
    scene: Scene<'a>,
    parts: impl IntoIterator<Item = (T, bool)>,
    role: Role,
) -> Line<'a> {
    let parts = parts.into_iter();
    let inked = parts.map(|(part, is_matched)| {
        if is_matched {
            scene.bold(part, Role::Accent)
        } else {
            scene.ink(part, role)
        }
    });
    inked.collect()
}

/// Where the words stand if not in the name: the shop, the order number or the note.
fn elsewhere<'m>(scene: Scene<'m>, index: usize, words: &str) -> Option<Line<'m>> {
    let (plan, amounts) = (scene.plan(index)?, scene.amounts());
    let merchant = plan.merchant.as_deref().map(Cow::Borrowed);
    let order = plan.order.as_deref().map(|order| amounts.number(order));
    let note = plan.note.as_deref().map(|note| amounts.prose(note));
    let texts = [merchant, order, note].into_iter().flatten();
    let mut found = texts.filter_map(|text| {
        let parts = matched::parts(&text, words);
        let is_found = parts.iter().any(|(_, is_matched)| *is_matched);
        let owned = parts
            .iter()
            .map(|(part, is_matched)| ((*part).to_owned(), *is_matched));
        is_found.then(|| inked(scene, owned, Role::Muted))
    });
    let mut line = found.next()?;
    line.spans.insert(0, Span::raw("  "));
    Some(line)
}
