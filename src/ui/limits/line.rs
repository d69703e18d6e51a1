//! One line: how its limit comes back, payment by payment; how long that took; how the limit was
//! over time; where to pay; what was announced and refused.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{chart, detail, ledger, list, rules, ways};
use crate::app::board::lines::LineRow;
use crate::app::msg::Target;
use crate::app::screen::Part;
use crate::domain::limit::LimitState;
use crate::domain::line::CreditLine;
use crate::settings::symbols::SELECTED;
use crate::settings::theme::Role;
use crate::ui::areas::{beside, inset, split, write};
use crate::ui::cells::{self, Align};
use crate::ui::hint::{Hint, Hit};
use crate::ui::layout::Layout;
use crate::ui::pairs;
use crate::ui::pane::{self, Pane};
use crate::ui::scene::Scene;

/// A line with all that its panes draw from.
#[derive(Clone, Copy)]
struct Shown<'m> {
    scene: Scene<'m>,
    row: &'m LineRow,
    line: &'m CreditLine,
    limit: &'m LimitState,
}

/// A part of the view: its name and what it says.
type Section<'m> = (&'m str, Vec<Line<'m>>);

/// Draws the view; returns what can be clicked.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let selected = scene.model.selected_line();
    let line = selected.and_then(|row| scene.book()?.lines.get(row.line));
    let limit = selected.and_then(|row| list::limit(scene, row));
    let (Some(row), Some(line), Some(limit)) = (selected, line, limit) else {
        Pane::default().draw(buf, area, scene.theme);
        return Vec::new();
    };
    let shown = Shown {
        scene,
        row,
        line,
        limit,
    };
    let (top, rest) = split(area, 1);
    let mut hits = breadcrumb(shown, buf, top);
    match Layout::of(buf.area) {
        Layout::Wide => hits.push(in_two(shown, buf, rest)),
        Layout::Normal | Layout::Small => {
            let room = rest.height.saturating_sub(2);
            let lines = stacked(shown, rest.width.saturating_sub(4));
            let hidden = lines.len().saturating_sub(room.into());
            let first = scene.model.tops.of(Part::Line).min(hidden);
            hits.push(Hit::new(rest, Target::Part(Part::Line, hidden)));
            let legend = if hidden > 0 {
                scene.texts.plan_more(hidden - first)
            } else {
                String::new()
            };
            let inner = Pane {
                title: scene.texts.line_made_of(),
                legend: Line::from(scene.muted(legend)),
                focused: true,
                ..Pane::default()
            }
            .draw(buf, rest, scene.theme);
            write(buf, inner, lines.get(first..).unwrap_or_default());
        }
        Layout::List | Layout::TooSmall => {
            let room = inset(rest);
            let lines = stacked(shown, room.width);
            let hidden = lines.len().saturating_sub(room.height.into());
            let first = scene.model.tops.of(Part::Line).min(hidden);
            hits.push(Hit::new(rest, Target::Part(Part::Line, hidden)));
            write(buf, room, lines.get(first..).unwrap_or_default());
        }
    }
    hits
}

/// Figures, past and ways at the left; payments, measures, rules and refusals at the right. Of more
/// payments than there is room for the keys show the others.
fn in_two(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Hit {
    let (scene, line) = (shown.scene, shown.line);
    let (left, right) = beside(area, area.width * 2 / 5);
    let figures = detail::figures(scene, shown.row, line, shown.limit);
    let (top, mut rest) = split(left, height(figures.len()));
    pairs::draw(scene, buf, top, scene.texts.line_made_of(), &figures);
    let (middle, under) = split(rest, chart::ROWS);
    if chart::draw(scene, buf, middle, line) {
        rest = under;
    }
    let width = left.width.saturating_sub(4);
    let mut parts = vec![(
        scene.texts.cli_way_pay_at(),
        ways::lines(scene, line, width),
    )];
    parts.extend(announced(shown, width));
    panes(shown, buf, rest, &parts);

    let width = right.width.saturating_sub(4);
    let mut parts = vec![measured(shown, width)];
    parts.extend(refused(shown, width));
    let told = rules::told(scene, shown.row, width);
    let below_ledger: usize = parts.iter().map(|(_, lines)| lines.len() + 2).sum();
    let wanted = height(ledger::entries(shown.limit).len().max(1));
    let others = height(below_ledger) + height(told.len()).min(right.height / 3);
    let (top, rest) = split(
        right,
        wanted.min(right.height.saturating_sub(others).max(5)),
    );
    let ledger = draw_ledger(shown, buf, top);
    let rules_rows = height(told.len()).min(rest.height / 2);
    let (middle, bottom) = split(rest, rest.height - rules_rows);
    panes(shown, buf, middle, &parts);
    pairs::draw(scene, buf, bottom, scene.texts.rules_title(), &told);
    ledger
}

fn draw_ledger(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Hit {
    let scene = shown.scene;
    let lines = in_words(shown, area.width.saturating_sub(4));
    let hidden = lines
        .len()
        .saturating_sub(area.height.saturating_sub(2).into());
    let first = scene.model.tops.of(Part::Line).min(hidden);
    let count = ledger::entries(shown.limit).len();
    let legend = if hidden > 0 {
        scene.texts.plan_more(hidden - first)
    } else {
        String::new()
    };
    let inner = Pane {
        title: scene.texts.limits_record_title(),
        right: Line::from(scene.muted(scene.texts.line_entries(count))),
        legend: Line::from(scene.muted(legend)),
        focused: true,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    write(buf, inner, lines.get(first..).unwrap_or_default());
    Hit::new(area, Target::Part(Part::Line, hidden))
}

fn height(rows: usize) -> u16 {
    u16::try_from(rows + 2).unwrap_or(u16::MAX / 4)
}

fn measured(shown: Shown<'_>, width: u16) -> Section<'_> {
    let lines = ledger::measured(shown.scene, shown.line, shown.limit, width);
    (shown.scene.texts.cli_took(), lines)
}

fn announced(shown: Shown<'_>, width: u16) -> Option<Section<'_>> {
    let lines = ways::notices(shown.scene, shown.line, width);
    (!lines.is_empty()).then(|| (shown.scene.texts.cli_notices(), lines))
}

fn refused(shown: Shown<'_>, width: u16) -> Option<Section<'_>> {
    let lines = ways::refused(shown.scene, shown.line, width);
    (!lines.is_empty()).then(|| (shown.scene.texts.line_refused(), lines))
}

/// Frames below each other; the last one takes the room that is left.
fn panes(shown: Shown<'_>, buf: &mut Buffer, area: Rect, parts: &[Section<'_>]) {
    let mut rest = area;
    for (k, (title, lines)) in parts.iter().enumerate() {
        let is_last = k + 1 == parts.len();
        let wanted = if is_last {
            rest.height
        } else {
            height(lines.len()).min(rest.height)
        };
        let (top, under) = split(rest, wanted);
        let inner = Pane {
            title: &pane::title(title),
            ..Pane::default()
        }
        .draw(buf, top, shown.scene.theme);
        write(buf, inner, lines);
        rest = under;
    }
}

/// Everything below each other, in words.
fn stacked(shown: Shown<'_>, width: u16) -> Vec<Line<'_>> {
    let (scene, line) = (shown.scene, shown.line);
    let texts = scene.texts;
    let figures = detail::figures(scene, shown.row, line, shown.limit);
    let pair = |(label, figure): (&str, Line<'_>)| -> Line<'static> {
        let taken = cells::width(label) + cells::line_width(&figure);
        let gap = width.saturating_sub(taken).max(1);
        let mut line = Line::from(vec![
            scene.muted(label.to_owned()),
            Span::raw(" ".repeat(gap.into())),
        ]);
        let spans = figure.spans.into_iter();
        line.extend(spans.map(|span| Span::styled(span.content.into_owned(), span.style)));
        line
    };
    let mut lines: Vec<Line<'_>> = figures.into_iter().map(pair).collect();
    let mut parts = vec![
        (texts.limits_record_title(), in_words(shown, width)),
        measured(shown, width),
        (texts.cli_way_pay_at(), ways::lines(scene, line, width)),
    ];
    parts.extend(announced(shown, width));
    parts.extend(refused(shown, width));
    let past = chart::lines(scene, line);
    parts.extend((!past.is_empty()).then(|| (texts.line_past(), past)));
    let told = rules::told(scene, shown.row, width).into_iter();
    let told: Vec<Line<'_>> = told.map(pair).collect();
    parts.extend((!told.is_empty()).then(|| (texts.rules_title(), told)));
    for (title, part) in parts {
        lines.push(Line::default());
        lines.push(Line::from(scene.bold(pane::title(title), Role::Accent)));
        lines.extend(part);
    }
    lines
}

/// The payments, written into lines of their own through the same columns.
fn in_words(shown: Shown<'_>, width: u16) -> Vec<Line<'_>> {
    let count = ledger::entries(shown.limit).len();
    if count == 0 {
        let none = shown.scene.texts.limits_no_record();
        return vec![Line::from(shown.scene.muted(none))];
    }
    ledger::lines(shown.scene, shown.row, shown.limit, width)
}

/// Where the view belongs, and the ways out of it.
fn breadcrumb(shown: Shown<'_>, buf: &mut Buffer, row: Rect) -> Vec<Hit> {
    let (scene, texts) = (shown.scene, shown.scene.texts);
    let row = inset(row);
    let hint = Hint {
        key: "Esc",
        label: texts.back(),
    };
    let mut hits = Vec::new();
    let at = row.right().saturating_sub(hint.width().min(row.width));
    let title = Rect {
        width: at.saturating_sub(row.x + 1),
        ..row
    };
    let line = Line::from(vec![
        scene.muted(texts.limits()),
        scene.ink(format!(" {SELECTED} "), Role::Accent),
        scene.bold(shown.line.name.as_str(), Role::Text),
    ]);
    cells::put_in(buf, title, &line, Align::Left);
    hint.draw(buf, row, at, scene.theme, &mut hits);
    hits
}
