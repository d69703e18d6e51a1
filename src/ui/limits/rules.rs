//! The rules somebody states for the selected line: what each says, who says so, how fresh it is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::app::board::line_rules::LineRule;
use crate::app::board::lines::LineRow;
use crate::ui::cells::{self, Align};
use crate::ui::pairs;
use crate::ui::scene::Scene;

/// The least rows of the pane, its frame included; with less it is left out.
const LEAST_ROWS: u16 = 4;

/// Draws the pane where there is something to say and room for it; tells whether it did.
pub(super) fn draw(scene: Scene<'_>, buf: &mut Buffer, area: Rect, row: &LineRow) -> bool {
    let wanted = u16::try_from(row.rules.len() + 2).unwrap_or(u16::MAX);
    if row.rules.is_empty() || area.height < wanted.min(LEAST_ROWS) {
        return false;
    }
    let told = told(scene, row, area.width.saturating_sub(4));
    pairs::draw(scene, buf, area, scene.texts.rules_title(), &told);
    true
}

/// Each rule by name, in so many cells.
pub(super) fn told<'m>(
    scene: Scene<'m>,
    row: &LineRow,
    width: u16,
) -> Vec<(&'m str, Line<'static>)> {
    let told = row.rules.iter().filter_map(|rule| {
        let name = scene.texts.rule(rule.rule);
        let room = width.saturating_sub(1 + cells::width(name));
        Some((name, figure(scene, row, rule, room)?))
    });
    told.collect()
}

/// The rules one after the other, none of them torn apart, in at most so many rows; a sign at the
/// end where there are more.
pub(super) fn flowing(
    scene: Scene<'_>,
    row: &LineRow,
    width: u16,
    most: usize,
) -> Vec<Line<'static>> {
    let title = scene.texts.rules_title();
    let indent = cells::width(title) + 1;
    // Two cells are kept for the sign.
    let room = width.saturating_sub(indent + 2);
    let mut rows: Vec<Line<'static>> = Vec::new();
    for rule in &row.rules {
        let Some(value) = value(scene, row, rule) else {
            continue;
        };
        let mut told = Line::from(scene.muted(format!("{} ", scene.texts.rule(rule.rule))));
        told.extend(value);
        match rows.last_mut() {
            Some(row) if cells::line_width(row) + 3 + cells::line_width(&told) <= room => {
                row.push_span(scene.muted(" · "));
                row.extend(told);
            }
            _ => rows.push(told),
        }
    }
    let is_cut = rows.len() > most;
    rows.truncate(most);
    if let Some(last) = rows.last_mut().filter(|_| is_cut) {
        last.push_span(scene.muted(" …"));
    }
    for (place, row) in rows.iter_mut().enumerate() {
        let before = if place == 0 { title } else { "" };
        let before = cells::pad(before, indent, Align::Left);
        row.spans.insert(0, scene.muted(before));
    }
    rows
}

/// What it says, and who says so where there is room.
fn figure(scene: Scene<'_>, row: &LineRow, rule: &LineRule, room: u16) -> Option<Line<'static>> {
    let value = value(scene, row, rule)?;
    let mut whole = value.clone();
    whole.push_span(scene.muted(format!(" {}", origin(scene, rule))));
    Some(if cells::line_width(&whole) <= room {
        whole
    } else {
        value
    })
}

fn value(scene: Scene<'_>, row: &LineRow, rule: &LineRule) -> Option<Line<'static>> {
    let value = scene
        .texts
        .rule_value(rule.rule, &row.in_force, row.currency, scene.amounts())?;
    let mut line = Line::from(scene.text(value));
    line.extend(scene.doubt(rule.doubt));
    Some(line)
}

/// Who states it; of the rulebook when that was checked, or why it is to be doubted.
fn origin(scene: Scene<'_>, rule: &LineRule) -> String {
    let texts = scene.texts;
    match (rule.doubt, rule.checked_on) {
        (Some(doubt), _) => texts.doubt(doubt),
        (None, Some(on)) => on.to_string(),
        (None, None) => texts.origin(rule.origin).to_owned(),
    }
}
