//! Another day than today: a strip that says so above every view, and the question which day.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::areas::{beside, split};
use super::bars;
use super::cells::{self, Align};
use super::entry;
use super::hint::{Hint, Hit};
use super::layout::Layout;
use super::overlay::{self, Drawn, Overlay};
use super::scene::Scene;
use crate::app::action::{Action, Step};
use crate::app::field::TextField;
use crate::app::scrubber::Scrubber;
use crate::domain::limit_curve::Allowed;
use crate::domain::{Currency, Money};
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;

/// The box that asks for a day.
const WIDTH: u16 = 52;
/// The rows of the curve where there is room for all of it.
const TALL: u16 = 3;
/// Blanks between two hints.
const GAP: u16 = 2;
/// Below so many columns the note beside the day is left out.
const ROOM_FOR_NOTE: u16 = 100;

/// Draws the strip over the top of an area while another day is shown; returns what it leaves
/// free, and what can be clicked.
pub(super) fn draw(buf: &mut Buffer, area: Rect, scene: Scene<'_>) -> (Rect, Vec<Hit>) {
    let layout = Layout::of(buf.area);
    if !scene.model.is_another_day() || layout <= Layout::List {
        return (area, Vec::new());
    }
    let (rows, air) = match layout {
        Layout::Wide => (2 + TALL, 1),
        Layout::Normal => (2, 0),
        _ => (1, 0),
    };
    let (strip, rest) = split(area, rows);
    let (_, rest) = split(rest, air);
    let ground = scene.theme.base().patch(scene.theme.style(Role::Panel));
    cells::fill(buf, strip, ground);
    for y in strip.top()..strip.bottom() {
        cells::put(buf, strip.x, y, 1, "▎", scene.theme.strong(Role::Due));
    }
    let inner = Rect {
        x: strip.x + 2,
        width: strip.width.saturating_sub(3),
        ..strip
    };
    let (first, below) = split(inner, 1);
    let hits = words(buf, first, scene);
    if let Some(scrubber) = &scene.model.scrubber {
        curve(buf, below, scene, scrubber);
    }
    (rest, hits)
}

/// Which day it is, how far away, what is assumed, and the keys that lead to others.
fn words(buf: &mut Buffer, row: Rect, scene: Scene<'_>) -> Vec<Hit> {
    let (model, texts) = (scene.model, scene.texts);
    let mut line = Line::from(vec![
        scene.bold(texts.full_day(model.today), Role::Due),
        scene.muted("  "),
        scene.text(texts.relative(model.now, model.today)),
    ]);
    let hints = hints(
        scene,
        row.width.saturating_sub(cells::line_width(&line) + GAP),
    );
    let width: u16 = hints.iter().map(taken).sum();
    let (left, right) = beside(row, (row.width + GAP).saturating_sub(width));
    let (mut x, mut hits) = (right.x, Vec::new());
    for hint in &hints {
        hint.draw(buf, row, x, scene.theme, &mut hits);
        x += taken(hint);
    }
    if row.width >= ROOM_FOR_NOTE {
        let note = if model.today > model.now {
            texts.scrubber_ahead()
        } else {
            texts.scrubber_past()
        };
        line.push_span(scene.muted(format!("  · {note}")));
    }
    cells::put_in(buf, left, &line, Align::Left);
    hits
}

/// A hint with the blanks after it; the first of a pair has no label and keeps close.
fn taken(hint: &Hint<'_>) -> u16 {
    hint.width() + if hint.label.is_empty() { 0 } else { GAP }
}

/// The keys that lead to other days; those by the month leave first, the way back last.
fn hints(scene: Scene<'_>, room: u16) -> Vec<Hint<'_>> {
    let texts = scene.texts;
    let hint = |action, label| Hint {
        key: scene.key(action),
        label,
    };
    let mut all = vec![
        hint(Action::OtherDay(Step::Previous), ""),
        hint(Action::OtherDay(Step::Next), texts.scrubber_day()),
        hint(Action::OtherMonth(Step::Previous), ""),
        hint(Action::OtherMonth(Step::Next), texts.scrubber_month()),
        hint(Action::AskDay, texts.scrubber_ask()),
        hint(Action::Urgent, texts.key_urgent_short()),
    ];
    for pair in [2..4, 0..2, 0..1] {
        if all.iter().map(taken).sum::<u16>() > room + GAP {
            all.drain(pair);
        }
    }
    all.retain(|hint| !hint.key.is_empty());
    all
}

/// What is allowed around the day: its figures, a column some days, the days below.
fn curve(buf: &mut Buffer, area: Rect, scene: Scene<'_>, scrubber: &Scrubber) {
    let (Some(book), false) = (scene.book(), area.is_empty()) else {
        return;
    };
    let model = scene.model;
    let line = model.line_of_view();
    let of_line = line.and_then(|k| book.lines.get(k));
    let currency = of_line.map_or(book.currency, |line| line.currency);
    let allowed = scrubber.curve(book, line, currency);
    let shown = scrubber.place(model.today);
    let Some(here) = allowed.get(shown) else {
        return;
    };
    let name = of_line.map_or("", |line| line.name.as_str());
    let figures = figures(scene, name, *here, currency);
    let (left, rest) = beside(area, cells::line_width(&figures) + 2);
    let (steps, axis) = if area.height > 1 {
        split(rest, area.height - 1)
    } else {
        (rest, Rect::default())
    };
    cells::put_in(buf, split(left, 1).0, &figures, Align::Left);
    columns(buf, steps, scene, &allowed, shown);
    let ends = [scrubber.days.first(), scrubber.days.last()];
    let ends = ends.into_iter().flatten().map(|day| (*day, Role::Muted));
    let days = [(model.today, Role::Due), (model.now, Role::Text)];
    for (day, role) in days.into_iter().chain(ends) {
        let column = scrubber.place(day) * usize::from(rest.width) / allowed.len().max(1);
        let day = Line::from(scene.ink(month_day(day), role));
        mark(buf, axis, column, &day);
    }
}

/// A column some days: of the day that is shown in its own colour.
fn columns(buf: &mut Buffer, area: Rect, scene: Scene<'_>, allowed: &[Allowed], shown: usize) {
    let place = |column: u16| usize::from(column) * allowed.len() / usize::from(area.width.max(1));
    let highest = allowed.iter().map(|one| one.most).max().unwrap_or_default();
    for column in 0..area.width {
        let (Some(one), x) = (allowed.get(place(column)), area.x + column) else {
            continue;
        };
        let is_shown = (place(column)..place(column + 1).max(place(column) + 1)).contains(&shown);
        let role = if is_shown { Role::Due } else { Role::Used };
        let bar = Rect {
            x,
            width: 1,
            ..area
        };
        column_of(buf, bar, scene, *one, highest, role);
    }
}

/// The figures of the day, of one line or of all together.
fn figures<'m>(scene: Scene<'m>, name: &'m str, here: Allowed, currency: Currency) -> Line<'m> {
    let (texts, model) = (scene.texts, scene.model);
    let label = if model.today > model.now {
        texts.scrubber_free_if()
    } else {
        texts.scrubber_free()
    };
    let figure = |amount: Money| scene.amounts().free(amount, currency);
    let least = figure(here.least);
    let both = if here.least == here.most {
        least
    } else {
        texts.scrubber_between(&least, &figure(here.most))
    };
    let mut line = Line::default();
    if !name.is_empty() {
        line.push_span(scene.text(name));
        line.push_span(Span::raw("  "));
    }
    line.push_span(scene.muted(format!("{label} ")));
    line.push_span(scene.bold(both, Role::Text));
    line
}

/// One column: what is certain as a bar, and above it what may be there already.
fn column_of(
    buf: &mut Buffer,
    area: Rect,
    scene: Scene<'_>,
    one: Allowed,
    highest: Money,
    role: Role,
) {
    let most = area.height * 8;
    let certain = bars::scaled(one.least, highest, most);
    let hoped = bars::scaled(one.most, highest, most);
    bars::level(buf, area, certain, scene.theme.style(role));
    for row in certain.div_ceil(8)..hoped.div_ceil(8) {
        let y = area.bottom().saturating_sub(1 + row);
        cells::put(buf, area.x, y, 1, "▖", scene.theme.style(Role::Restoring));
    }
}

/// Writes a day below its column, as near as there is room; where another stands, it gives way.
fn mark(buf: &mut Buffer, axis: Rect, column: usize, line: &Line<'_>) {
    if axis.is_empty() {
        return;
    }
    let width = cells::line_width(line);
    let column = u16::try_from(column).unwrap_or(0);
    let most = axis.width.saturating_sub(width);
    let x = axis.x + column.saturating_sub(width / 2).min(most);
    let is_free = |x| {
        buf.cell((x, axis.y))
            .is_none_or(|cell| cell.symbol() == " ")
    };
    if !(x.saturating_sub(1)..=x + width).all(is_free) {
        return;
    }
    cells::put_line(buf, x, axis.y, width, line);
}

/// Draws the question over the middle of an area.
pub(super) fn ask(buf: &mut Buffer, area: Rect, scene: Scene<'_>, typed: &TextField) -> Drawn {
    let hints = entry::hints(scene);
    let texts = scene.texts;
    let (inner, hits) = Overlay {
        title: texts.scrubber_title(),
        right: Line::default(),
        hints: &hints,
    }
    .draw(buf, overlay::place(area, WIDTH, 5), scene.theme);
    let (field, rest) = split(inner, 1);
    let caret = entry::draw(scene, buf, field, typed, true);
    let said = match scene.model.typed_day(typed) {
        Some(day) => Line::from(vec![
            scene.ink(State::Paid.glyph(), Role::Paid),
            scene.text(format!(" {}", texts.full_day(day))),
            scene.muted(format!("  {}", texts.relative(scene.model.now, day))),
        ]),
        None if typed.text().trim().is_empty() => Line::default(),
        None => Line::from(scene.ink(
            format!("{} {}", State::Refused.glyph(), texts.scrubber_not_a_day()),
            Role::Overdue,
        )),
    };
    let (answer, rest) = split(rest, 1);
    cells::put_in(buf, answer, &said, Align::Left);
    let how = Line::from(scene.muted(texts.scrubber_how()));
    cells::put_in(buf, split(rest, 1).0, &how, Align::Left);
    Drawn { hits, caret }
}
