//! The selected day: what is due on it, what comes next, what is still open, the sums around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::row::{ONE_ROW, lines, one_row, status};
use crate::app::board::calendar::Month;
use crate::app::msg::Target;
use crate::app::screen::{CalendarPane, List};
use crate::domain::working_day::DayKind;
use crate::settings::format::month_day;
use crate::settings::theme::Role;
use crate::ui::areas::split;
use crate::ui::cells::{self, Align};
use crate::ui::columns;
use crate::ui::hint::Hit;
use crate::ui::pairs;
use crate::ui::pane::Pane;
use crate::ui::scene::Scene;
use crate::ui::scroll;

/// The day in a frame of its own.
pub(super) fn pane(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let title = title(scene, area.width.saturating_sub(4));
    let inner = Pane {
        title: &title,
        focused: scene.model.calendar_pane == CalendarPane::Day,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    let sums = sums(scene, inner.width);
    let needed = u16::try_from(sums.len()).unwrap_or(0);
    let (above, below) = split(inner, inner.height.saturating_sub(needed));
    for (row, line) in below.rows().zip(&sums) {
        cells::put_in(buf, row, line, Align::Left);
    }
    around(scene, buf, above)
}

/// The installments of the day, then what comes next and what is still open.
fn around(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let month = &scene.model.month;
    let each = if area.width < ONE_ROW { 2 } else { 1 };
    let rows = u16::try_from(month.rows.len()).unwrap_or(u16::MAX);
    let after = after(scene, area.width);
    let needed = u16::try_from(after.len() + 1).unwrap_or(0);
    let most = area.height.saturating_sub(needed).max(each * 2);
    let (top, rest) = split(area, rows.saturating_mul(each).clamp(1, most));
    let hits = installments(scene, buf, top, each);
    for (row, line) in rest.rows().skip(1).zip(&after) {
        cells::put_in(buf, row, line, Align::Left);
    }
    hits
}

/// The day with its weekday, what kind of day, and how far away it is; the last leaves first.
fn title(scene: Scene<'_>, width: u16) -> String {
    let (texts, today) = (scene.texts, scene.model.today);
    let month = &scene.model.month;
    let of_month = |day: &&crate::app::board::calendar::Day| day.date == month.day;
    let kind = month.days.iter().find(of_month).and_then(|day| day.kind);
    let kind = kind.map_or("", |kind| match kind {
        DayKind::Off => texts.calendar_off_long(),
        DayKind::Work => texts.calendar_work_long(),
    });
    let day = format!("{} {kind}", texts.near_day(today, month.day));
    let day = day.trim_end();
    let full = format!("{day} {}", texts.relative(today, month.day));
    if cells::width(&full) <= width {
        full
    } else {
        day.to_owned()
    }
}

/// What is due on the day; in a list without a frame as well.
fn installments(scene: Scene<'_>, buf: &mut Buffer, area: Rect, each: u16) -> Vec<Hit> {
    let model = scene.model;
    if model.month.rows.is_empty() {
        let none = Line::from(scene.muted(scene.texts.calendar_nothing()));
        cells::put_in(buf, area, &none, Align::Left);
        return Vec::new();
    }
    let selected = model.row(List::Day);
    let room = usize::from(area.height / each).max(1);
    let shown = scroll::shown(model.count(List::Day), room, selected);
    let mut hits = Vec::new();
    let mut rest = area;
    for (at, of_day) in shown.filter_map(|at| Some((at, model.of_day(at)?))) {
        let (place, below) = split(rest, each);
        let lines = lines(scene, &of_day, &status(scene, &of_day), area.width);
        for (row, line) in place.rows().zip(&lines) {
            cells::put_in(buf, row, line, Align::Left);
        }
        if model.is_marked(&of_day.id) {
            columns::mark(buf, place, scene.theme);
        }
        if selected == Some(at) && model.calendar_pane == CalendarPane::Day {
            columns::select(buf, place, scene.theme);
        }
        hits.push(Hit::new(place, Target::Row(List::Day, at)));
        rest = below;
    }
    hits
}

/// The installments alone, for a window without frames.
pub(super) fn list(scene: Scene<'_>, buf: &mut Buffer, area: Rect) -> Vec<Hit> {
    let (head, rest) = if area.height > 3 {
        split(area, 1)
    } else {
        split(area, 0)
    };
    cells::put_in(
        buf,
        head,
        &Line::from(scene.bold(title(scene, head.width), Role::Text)),
        Align::Left,
    );
    installments(scene, buf, rest, 1)
}

/// The day below the month, in as few rows as there are.
pub(super) fn strip(scene: Scene<'_>, buf: &mut Buffer, area: Rect) {
    let month = &scene.model.month;
    let (head, rest) = split(area, 1);
    let mut line = Line::from(scene.bold(title(scene, head.width), Role::Text));
    if month.rows.is_empty() {
        let words = format!("  {}", scene.texts.calendar_nothing());
        line.push_span(scene.muted(words));
    }
    cells::put_in(buf, head, &line, Align::Left);
    let next = month.next.iter().map(|row| {
        let words = scene.texts.relative(scene.model.today, row.due);
        one_row(scene, row, &words, area.width)
    });
    let of_day = (0..month.rows.len()).filter_map(|row| scene.model.of_day(row));
    let of_day = of_day.map(|row| one_row(scene, &row, &status(scene, &row), area.width));
    let room = usize::from(rest.height);
    let hidden = month.rows.len().saturating_sub(room);
    let lines: Vec<_> = if hidden > 0 {
        let more = Line::from(scene.muted(scene.texts.calendar_more(hidden + 1)));
        of_day.take(room.saturating_sub(1)).chain([more]).collect()
    } else if month.rows.is_empty() {
        next.collect()
    } else {
        of_day.collect()
    };
    for (row, line) in rest.rows().zip(&lines) {
        cells::put_in(buf, row, line, Align::Left);
    }
}

/// What comes after the day, and what is still open from before.
fn after(scene: Scene<'_>, width: u16) -> Vec<Line<'_>> {
    let (month, texts) = (&scene.model.month, scene.texts);
    let mut all = Vec::new();
    if let Some(row) = &month.next {
        all.push(Line::from(scene.muted(texts.calendar_next())));
        let words = texts.relative(scene.model.today, row.due);
        all.extend(lines(scene, row, &words, width));
    }
    if !month.open.is_empty() {
        all.extend((!all.is_empty()).then(Line::default));
        all.push(Line::from(scene.muted(texts.calendar_open())));
        for row in &month.open {
            all.extend(lines(scene, row, &month_day(row.due), width));
        }
    }
    let hidden = month.open_count - month.open.len();
    if hidden > 0 {
        all.push(Line::from(scene.muted(texts.calendar_more(hidden))));
    }
    all
}

/// The week, the month and the next one; what of the own ceiling is left.
fn sums(scene: Scene<'_>, width: u16) -> Vec<Line<'_>> {
    let (month, texts): (&Month, _) = (&scene.model.month, scene.texts);
    let currency = scene.model.board.currency;
    let exact = |amount| scene.exact(amount, currency);
    let today = scene.model.today;
    let week = if (month.week.from..=month.week.to).contains(&today) {
        texts.this_week()
    } else {
        texts.calendar_week()
    };
    let this = texts.month(month.day);
    let following = texts.month(month.following.from);
    let pairs = [
        (week, exact(month.week.left)),
        (this.as_str(), texts.calendar_left(&exact(month.month.left))),
        (following.as_str(), exact(month.following.left)),
    ];
    let mut lines: Vec<_> = pairs
        .into_iter()
        .map(|(label, figure)| {
            let gap = width.saturating_sub(cells::width(label) + cells::width(&figure));
            Line::from(vec![
                scene.muted(label.to_owned()),
                Span::raw(" ".repeat(gap.into())),
                scene.text(figure),
            ])
        })
        .collect();
    if let Some(cap) = month.cap {
        let figure = if month.month.due > cap {
            let over = exact(month.month.due - cap);
            format!("! {}", texts.calendar_over_cap(&over))
        } else {
            exact(cap)
        };
        lines.extend(pairs::lines(
            scene,
            vec![(texts.calendar_cap(), figure)],
            width,
        ));
    }
    lines
}
