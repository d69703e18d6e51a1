//! The selected line beside the list: its figures, the plans on it, its restores.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{list, record, rules};
use crate::app::board::lines::LineRow;
use crate::app::board::state_of;
use crate::domain::Money;
use crate::domain::limit::LimitState;
use crate::domain::line::CreditLine;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::areas::{beside, split, write};
use crate::ui::card::amount;
use crate::ui::cells::{self, Align};
use crate::ui::columns::{Column, Columns};
use crate::ui::pairs;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;

/// Draws the panes of the selected line.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect) {
    let selected = scene.model.selected_line();
    let line = selected.and_then(|row| scene.book()?.lines.get(row.line));
    let limit = selected.and_then(|row| list::limit(scene, row));
    let (Some(row), Some(line), Some(limit)) = (selected, line, limit) else {
        Pane::default().draw(buf, area, scene.theme);
        return;
    };
    let figures = figures(scene, row, line, limit);
    let height = |rows: usize| u16::try_from(rows + 2).unwrap_or(area.height);
    let (top, rest) = split(area, height(figures.len()));
    pairs::draw(scene, buf, top, &line.name, &figures);
    let plans_rows = height(row.plans.len().max(1)).min(rest.height.saturating_sub(5));
    let (middle, rest) = split(rest, plans_rows);
    plans(scene, buf, middle, row);
    // The restores keep their frame, what is out, and a few of the past.
    let room = rest.height.saturating_sub(height(4 + 3 * row.out.len()));
    let (middle, bottom) = split(rest, height(row.rules.len()).min(room));
    if rules::draw(scene, buf, middle, row) {
        restores(scene, buf, bottom, row);
    } else {
        restores(scene, buf, rest, row);
    }
}

/// What the limit is made of, and what else is known about the line.
pub(super) fn figures<'m>(
    scene: Scene<'m>,
    row: &LineRow,
    line: &'m CreditLine,
    limit: &LimitState,
) -> Vec<(&'m str, Line<'m>)> {
    let mut figures = sum(scene, row, limit);
    figures.extend(about(scene, line));
    if row.used_doubt.is_some() && !limit.used.is_zero() {
        // The mark hangs out of the column: the points stay below each other.
        let others = figures
            .iter_mut()
            .filter(|(label, _)| *label != scene.texts.used());
        others.for_each(|(_, figure)| figure.push_span(" "));
    }
    figures
}

/// Every part of the limit in the order of the sum.
fn sum<'m>(scene: Scene<'m>, row: &LineRow, limit: &LimitState) -> Vec<(&'m str, Line<'m>)> {
    let texts = scene.texts;
    let exact = |sum: Money| scene.exact(sum, row.currency);
    let total = limit.total.map_or("—".to_owned(), exact);
    let mut figures = vec![(texts.limits_total(), Line::from(scene.text(total)))];
    for (label, part, role) in [
        (texts.limits_temporary_label(), limit.temporary, Role::Text),
        (texts.used(), -limit.used, Role::Used),
        (texts.restoring(), -limit.restoring, Role::Restoring),
        (texts.limits_late(), -limit.late, Role::Overdue),
        (texts.frozen(), -limit.frozen, Role::Frozen),
    ] {
        if !part.is_zero() {
            let mut figure = Line::from(scene.ink(exact(part), role));
            if role == Role::Used {
                figure.extend(scene.doubt(row.used_doubt));
            }
            figures.push((label, figure));
        }
    }
    // To the cent, unlike in the list: here the parts have to add up before the reader's eyes.
    let available = match limit.available {
        None => scene.muted("—"),
        Some(free) if free.is_positive() => scene.bold(exact(free), Role::Text),
        Some(nothing) => scene.bold(exact(nothing), Role::Overdue),
    };
    figures.push((texts.limits_available(), Line::from(available)));
    if let (Some(expected), Some(_)) = (limit.expected, limit.expected_on) {
        let label = texts.limits_expected();
        figures.push((label, Line::from(scene.text(exact(expected)))));
    }
    figures
}

/// What else is known about a line.
fn about<'m>(scene: Scene<'m>, line: &'m CreditLine) -> Vec<(&'m str, Line<'m>)> {
    let texts = scene.texts;
    let account = line
        .account
        .as_deref()
        .map(|account| scene.text(scene.amounts().number(account)));
    let papers = line.identity_expires.map(|on| scene.text(on.to_string()));
    let seen = line.seen.last().map(|seen| {
        let figure = scene.exact(seen.available, line.currency);
        scene.text(format!("{} {figure}", scene.date(seen.on)))
    });
    [
        (texts.limits_account(), account),
        (texts.limits_identity(), papers),
        (texts.limits_seen(), seen),
    ]
    .into_iter()
    .filter_map(|(label, fact)| Some((label, Line::from(fact?))))
    .collect()
}

fn plans(scene: Scene<'_>, buf: &mut Buffer, area: Rect, row: &LineRow) {
    let title = match row.plans.len() {
        0 => scene.texts.limits_unused().to_owned(),
        count => scene.texts.limits_in_use(count),
    };
    let inner = Pane {
        title: &title,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let seen = row.plans.iter().take(usize::from(inner.height));
    let rows: Vec<_> = seen.filter_map(|k| plan(scene, *k)).collect();
    let widest = |k: usize| rows.iter().map(|cells| cells::line_width(&cells[k])).max();
    let columns = Columns::fit(
        &[
            Column::fixed(1),
            Column::growing(8).gap(1),
            Column::fixed(widest(2).unwrap_or(0)).right(),
            Column::fixed(widest(3).unwrap_or(0)).right(),
        ],
        inner.width,
    );
    for (row, cells) in inner.rows().zip(&rows) {
        columns.draw(buf, row, cells);
    }
}

/// Glyph, name, when its next installment is due and what is left of a plan.
fn plan(scene: Scene<'_>, index: usize) -> Option<[Line<'_>; 4]> {
    let standing = scene.model.board.position.plans.get(index)?;
    let next = standing.next();
    let state = next.map_or(State::Paid, state_of);
    let due = next.map(|next| scene.texts.due(scene.model.today, next.row.installment.due));
    let left = scene
        .amounts()
        .written(standing.outstanding, standing.currency);
    Some([
        Line::from(scene.glyph(state)),
        Line::from(scene.text(scene.item(index))),
        Line::from(scene.ink(due.unwrap_or_default(), state.role())),
        amount(left, Role::Text, scene.theme),
    ])
}

fn restores(scene: Scene<'_>, buf: &mut Buffer, area: Rect, row: &LineRow) {
    let inner = Pane {
        title: scene.texts.limits_record_title(),
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let mut lines = vec![Line::from(scene.muted(record::past(scene, row)))];
    for out in row.out.iter().take(usize::from(inner.height)) {
        let [what, mut when] = record::in_two(scene, row, out);
        when.spans.insert(0, Span::raw("  "));
        lines.extend([Line::default(), what, when]);
    }
    if row.out.is_empty() {
        lines.push(Line::from(scene.muted(scene.texts.limits_nothing_out())));
    }
    lines.push(Line::default());
    let rest = write(buf, inner, &lines);
    for (line, back) in rest.rows().zip(row.restores.iter().rev()) {
        let [what, took] = record::back(scene, row, back);
        let (left, right) = beside(
            line,
            line.width.saturating_sub(cells::line_width(&took) + 1),
        );
        cells::put_in(buf, left, &what, Align::Left);
        cells::put_in(buf, right, &took, Align::Right);
    }
}
