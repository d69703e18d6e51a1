//! Where a figure comes from: its parts as a sum.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::areas::{split, write};
use super::cells;
use super::columns::{Column, Columns};
use super::entry;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use crate::app::Model;
use crate::app::explain::{ExplainPart, Explanation, Subject};
use crate::domain::Money;
use crate::domain::doubt::{Doubt, Figure};
use crate::settings::texts::Texts;
use crate::settings::theme::{Role, Theme};

/// The width of the box, and how wide words may make it.
const WIDTH: u16 = 60;
const WIDEST: u16 = 76;

/// Draws the explanation over the middle of an area.
pub fn draw(
    buf: &mut Buffer,
    area: Rect,
    model: &Model,
    theme: &Theme,
    texts: Texts,
    explained: &Explanation,
) -> Drawn {
    let scene = Scene {
        model,
        theme,
        texts,
    };
    let parts: Vec<_> = explained
        .parts
        .iter()
        .map(|part| row(scene, explained, part))
        .collect();
    let notes = notes(scene, explained);
    // Subject, blank, parts, rule, figure, blank, notes, the border.
    let height = parts.len() + 7 + notes.len().max(1);
    let height = u16::try_from(height).unwrap_or(area.height);
    let hints = entry::hints(scene);
    let (inner, hits) = Overlay {
        title: texts.explain_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, width(&parts), height), theme);
    let (top, rest) = split(inner, if inner.height > 6 { 2 } else { 1 });
    write(buf, top, &[subject(scene, &explained.subject)]);
    let parts = folded(scene, explained, parts, rest.height.saturating_sub(2));
    let columns = columns(scene, explained, &parts, inner.width);
    let (list, rest) = split(rest, u16::try_from(parts.len()).unwrap_or(rest.height));
    for (row, part) in list.rows().zip(&parts) {
        columns.draw(buf, row, part);
    }
    let rest = scene.rule(buf, rest, "─");
    let (row, rest) = split(rest, 1);
    columns.draw(buf, row, &figure(scene, explained));
    write(buf, split(rest, 1).1, &notes);
    Drawn { hits, caret: None }
}

/// Which rules of it are doubtful, and where its source stands.
fn notes<'m>(scene: Scene<'m>, explained: &Explanation) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let doubts = explained.doubts.iter();
    let told = |(figure, doubt): &(Figure, Doubt)| {
        texts.doubted(texts.figure(*figure), &texts.doubt(*doubt))
    };
    let told: Vec<_> = doubts.map(told).collect();
    let doubts = (!told.is_empty()).then(|| texts.explain_doubts(&told.join(texts.list_comma())));
    let source = explained
        .file_line
        .map(|line| texts.explain_file_line(line));
    let notes = doubts.into_iter().chain(source);
    notes.map(|note| Line::from(scene.muted(note))).collect()
}

/// As wide as the longest part asks for: words, two blanks, figure, the border.
fn width(parts: &[[Line<'_>; 2]]) -> u16 {
    let widest = |k: usize| parts.iter().map(|part| cells::line_width(&part[k])).max();
    let words = widest(0).unwrap_or(0) + widest(1).unwrap_or(0);
    words.saturating_add(6).clamp(WIDTH, WIDEST)
}

/// The parts in so many rows; those that do not fit are added up in the last one.
fn folded<'m>(
    scene: Scene<'m>,
    explained: &Explanation,
    mut rows: Vec<[Line<'m>; 2]>,
    room: u16,
) -> Vec<[Line<'m>; 2]> {
    let room = usize::from(room).max(1);
    if rows.len() > room {
        let rest = explained.parts.iter().skip(room - 1);
        let sum = rest.map(|part| said(scene, explained, part).1).sum();
        let words = scene.texts.explain_more(rows.len() - (room - 1));
        rows.truncate(room - 1);
        rows.push(figured(scene, explained, words, sum));
    }
    rows
}

fn columns(
    scene: Scene<'_>,
    explained: &Explanation,
    parts: &[[Line<'_>; 2]],
    width: u16,
) -> Columns {
    let figure = figure(scene, explained);
    let figures = parts.iter().chain([&figure]);
    let widest = figures.map(|row| cells::line_width(&row[1])).max();
    Columns::fit(
        &[
            Column::growing(10),
            Column::fixed(widest.unwrap_or(0)).right(),
        ],
        width,
    )
}

fn subject<'m>(scene: Scene<'m>, subject: &Subject) -> Line<'m> {
    let texts = scene.texts;
    let (name, what) = match subject {
        Subject::Installment { index, n, .. } => {
            (scene.item(*index), texts.explain_installment(*n))
        }
        Subject::Outstanding { index, .. } => {
            (scene.item(*index), texts.explain_outstanding().to_owned())
        }
        Subject::Available { index, .. } => (
            scene.line_name(*index),
            texts.explain_available().to_owned(),
        ),
    };
    Line::from(vec![
        scene.bold(name, Role::Text),
        scene.muted(format!("  {what}")),
    ])
}

/// What the parts add up to.
fn figure<'m>(scene: Scene<'m>, explained: &Explanation) -> [Line<'m>; 2] {
    let label = match explained.subject {
        Subject::Installment { .. } | Subject::Outstanding { .. } => {
            scene.texts.explain_outstanding()
        }
        Subject::Available { .. } => scene.texts.explain_available(),
    };
    match explained.figure {
        Some(figure) => [
            Line::from(scene.text(label)),
            Line::from(scene.bold(scene.exact(figure, explained.currency), Role::Text)),
        ],
        None => [
            Line::from(scene.muted(scene.texts.explain_unknown())),
            Line::from(scene.muted("—")),
        ],
    }
}

fn row<'m>(scene: Scene<'m>, explained: &Explanation, part: &ExplainPart) -> [Line<'m>; 2] {
    let (words, amount) = said(scene, explained, part);
    figured(scene, explained, words, amount)
}

/// Words and an amount that is added or taken off.
fn figured<'m>(
    scene: Scene<'m>,
    explained: &Explanation,
    words: String,
    amount: Money,
) -> [Line<'m>; 2] {
    let is_added = amount.is_positive() && !scene.amounts().hidden;
    let sign = if is_added { "+" } else { "" };
    let figure = scene.exact(amount, explained.currency);
    [
        Line::from(scene.muted(words)),
        Line::from(scene.text(format!("{sign}{figure}"))),
    ]
}

fn said(scene: Scene<'_>, explained: &Explanation, part: &ExplainPart) -> (String, Money) {
    let (texts, currency) = (scene.texts, explained.currency);
    let exact = |amount: Money| scene.exact(amount, currency);
    let plain = |words: &str, amount: Money| (words.to_owned(), amount);
    match part {
        ExplainPart::Principal {
            amount,
            from_bill: true,
            ..
        } => plain(texts.explain_principal_bill(), *amount),
        ExplainPart::Principal {
            amount,
            of,
            periods,
            ..
        } => (texts.explain_principal(&exact(*of), *periods), *amount),
        ExplainPart::Fee {
            amount,
            from_bill: true,
            ..
        } => plain(texts.explain_fee_bill(), *amount),
        ExplainPart::Fee { amount, model, .. } => {
            let model = texts.stated_fee(model, scene.amounts(), currency);
            (texts.explain_fee(&model), *amount)
        }
        ExplainPart::Discount(amount) => plain(texts.explain_discount(), *amount),
        ExplainPart::Paid {
            on: Some(on),
            amount,
        } => (texts.explain_paid_on(&scene.date(*on)), *amount),
        ExplainPart::Paid { on: None, amount } => plain(texts.explain_paid(), *amount),
        ExplainPart::Refunded(amount) => plain(texts.explain_refunded(), *amount),
        ExplainPart::Settled(amount) => plain(texts.explain_settled(), *amount),
        ExplainPart::Waived(amount) => plain(texts.explain_waived(), *amount),
        ExplainPart::Replaced(amount) => plain(texts.explain_replaced(), *amount),
        ExplainPart::Total { periods, amount } => (texts.explain_total(*periods), *amount),
        ExplainPart::Limit(amount) => plain(texts.explain_limit(), *amount),
        ExplainPart::Temporary(amount) => plain(texts.explain_temporary(), *amount),
        ExplainPart::Used { plan, amount } => (texts.explain_used(scene.item(*plan)), *amount),
        ExplainPart::Out { freed, amount } => {
            (texts.explain_out(scene.item(freed.plan), freed.n), *amount)
        }
        ExplainPart::Frozen(amount) => plain(texts.explain_frozen(), *amount),
    }
}
