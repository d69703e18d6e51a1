//! The numbers of installments, and what each would cost.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::app::action::{Action, Motion};
use crate::app::msg::Target;
use crate::app::what_if::{Answer, Trial};
use crate::domain::cost::YearlyRate;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::cells;
use crate::ui::columns::{self, Column, Columns};
use crate::ui::hint::Hit;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;
use crate::ui::scroll;

type Row<'a> = [Line<'a>; 7];

/// The table in a frame, with a word on it in the border.
pub(super) fn pane(
    scene: Scene<'_>,
    buf: &mut Buffer,
    area: Rect,
    answer: &Answer,
    (legend, focused): (Line<'_>, bool),
) -> Vec<Hit> {
    let moves = scene.key_pair(Action::Move(Motion::Down), Action::Move(Motion::Up));
    let inner = Pane {
        title: scene.texts.trial_periods(),
        right: Line::from(vec![
            scene.ink(moves, Role::Accent),
            scene.muted(format!(" {}  ", scene.texts.key_choose())),
            scene.ink("⏎", Role::Accent),
            scene.muted(format!(" {}", scene.texts.key_make_plan())),
        ]),
        legend,
        focused,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    list(scene, buf, inner, answer)
}

/// The table with its head, where there is room for one; returns where its rows are.
pub(super) fn list(scene: Scene<'_>, buf: &mut Buffer, area: Rect, answer: &Answer) -> Vec<Hit> {
    let rows: Vec<_> = answer
        .rows
        .iter()
        .map(|row| written(scene, answer, row))
        .collect();
    let head = head(scene);
    let columns = fit(&rows, &head, area.width);
    let (top, rest) = split(area, u16::from(area.height > 2));
    columns.draw(buf, top, &head);
    let shown = scroll::shown(rows.len(), rest.height.into(), Some(answer.chosen));
    let mut hits = Vec::new();
    for (at, row) in shown.zip(rest.rows()) {
        columns.draw(buf, row, &rows[at]);
        if at == answer.chosen {
            columns::select(buf, row, scene.theme);
        }
        hits.push(Hit::new(row, Target::Trial(at)));
    }
    hits
}

fn head(scene: Scene<'_>) -> Row<'_> {
    let texts = scene.texts;
    [
        texts.trial_column_n(),
        texts.trial_column_each(),
        texts.trial_column_fees(),
        texts.trial_column_total(),
        texts.plan_nominal(),
        texts.plan_effective(),
        texts.trial_column_last(),
    ]
    .map(|word| Line::from(scene.muted(word)))
}

fn written<'a>(scene: Scene<'a>, answer: &Answer, row: &Trial) -> Row<'a> {
    let texts = scene.texts;
    let exact = |amount| scene.exact(amount, answer.currency);
    let unknown = || Line::from(scene.muted(texts.trial_unknown()));
    let figure = |amount| Line::from(scene.text(exact(amount)));
    let yearly = |rate: Option<YearlyRate>| match rate {
        Some(rate) if rate.is_high() => Line::from(scene.bold(format!("! {rate}"), Role::Overdue)),
        Some(rate) => Line::from(scene.text(rate.to_string())),
        None => Line::from(scene.muted("—")),
    };
    let plus = if row.cost.is_none() { "+" } else { "" };
    let each = format!("{}{plus}", exact(row.each));
    let last = row.last.format("%Y-%m").to_string();
    let cost = row.cost.as_ref();
    [
        Line::from(scene.bold(format!("{:>4}", row.periods), Role::Text)),
        Line::from(vec![scene.bold(each, Role::Text), Span::raw("")]),
        cost.map_or_else(unknown, |cost| figure(cost.fees)),
        cost.map_or_else(unknown, |cost| figure(cost.total)),
        cost.map_or_else(unknown, |cost| yearly(cost.cost.nominal)),
        cost.map_or_else(unknown, |cost| yearly(cost.cost.effective)),
        Line::from(scene.muted(last)),
    ]
}

fn fit(rows: &[Row<'_>], head: &Row<'_>, width: u16) -> Columns {
    let widest = |place: usize| {
        let all = rows.iter().chain([head]);
        let widths = all.map(|row| cells::line_width(&row[place]));
        widths.max().unwrap_or(0)
    };
    let column = |place: usize| Column::fixed(widest(place)).right();
    // The blanks between the columns grow with the room there is.
    let needed: u16 = (0..7).map(widest).sum();
    let gap = (width.saturating_sub(needed + 1) / 7).clamp(2, 6);
    Columns::fit(
        &[
            Column::fixed(widest(0)).right(),
            column(1).gap(gap),
            column(2).gap(gap).leaves(4),
            column(3).gap(gap).leaves(2),
            column(4).gap(gap).leaves(5),
            column(5).gap(gap).leaves(3),
            column(6).gap(gap).leaves(1),
        ],
        width,
    )
}

/// Why the yearly rates are not what the provider names; nothing where nothing is charged.
pub(super) fn remark<'a>(scene: Scene<'a>, answer: &Answer) -> Line<'a> {
    let mut costs = answer.rows.iter().filter_map(|row| row.cost);
    if costs.any(|cost| cost.fees.is_positive()) {
        Line::from(scene.muted(scene.texts.trial_not_headline()))
    } else {
        Line::default()
    }
}
