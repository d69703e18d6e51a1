//! Every payment's freed limit: what is out, what came back and when, how late; and how long each
//! channel took.

use ratatui::text::{Line, Span};

use crate::app::action::Action;
use crate::app::board::lines::LineRow;
use crate::domain::allocation::Source;
use crate::domain::limit::LimitState;
use crate::domain::line::CreditLine;
use crate::domain::measured::{ENOUGH, Measure};
use crate::domain::restoring::{FreedLimit, RestoreState};
use crate::domain::rules::Rules;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::columns::{Column, Columns};
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// The names of channels are cut rather than take more of a row.
const LONGEST_CHANNEL: u16 = 10;

/// So much of an item's name is worth a column.
const SHORTEST_ITEM: u16 = 14;

/// Cells of a row: glyph, day, what, channel, window, amount, state.
type Row<'m> = [Line<'m>; 7];

/// The entries, newest first.
pub(super) fn entries(limit: &LimitState) -> Vec<&FreedLimit> {
    let mut all: Vec<_> = limit.out.iter().chain(&limit.back).collect();
    all.sort_by_key(|entry| std::cmp::Reverse(entry.paid_on));
    all
}

/// The entries in columns, as many of them as fit the width: day, what, how it was paid, when it
/// is expected, amount, where it is.
pub(super) fn lines<'m>(
    scene: Scene<'m>,
    row: &LineRow,
    limit: &LimitState,
    width: u16,
) -> Vec<Line<'m>> {
    let entries = entries(limit).into_iter();
    let rows: Vec<_> = entries.map(|entry| cells_of(scene, row, entry)).collect();
    let widest = |k: usize| {
        let widths = rows.iter().map(|cells| cells::line_width(&cells[k]));
        widths.max().unwrap_or(0)
    };
    let columns = Columns::fit(
        &[
            Column::fixed(1),
            Column::fixed(widest(1)).gap(1),
            Column::growing(SHORTEST_ITEM).gap(1).leaves(3),
            Column::fixed(widest(3).min(LONGEST_CHANNEL))
                .gap(1)
                .leaves(1),
            Column::fixed(widest(4)).gap(1).leaves(2),
            Column::fixed(widest(5)).gap(1).right(),
            Column::fixed(widest(6)).gap(1),
        ],
        width,
    );
    rows.iter().map(|cells| columns.line(cells)).collect()
}

fn cells_of<'m>(scene: Scene<'m>, row: &LineRow, entry: &FreedLimit) -> Row<'m> {
    let today = scene.model.today;
    let state = match entry.state_on(today) {
        RestoreState::Restoring => State::Restoring,
        RestoreState::Late => State::RestoreLate,
        RestoreState::Back => State::Paid,
    };
    let window = entry.window_on(entry.confirmed.unwrap_or(today));
    let ends = [window.earliest, window.latest].map(|end| month_day(end.date));
    let (words, role) = stands(scene, entry);
    [
        Line::from(scene.glyph(state)),
        Line::from(scene.muted(scene.date(entry.paid_on))),
        Line::from(scene.text(scene.item(entry.plan))),
        Line::from(scene.muted(channel(scene, entry))),
        Line::from(scene.muted(ends.join("–"))),
        Line::from(scene.ink(scene.exact(entry.amount, row.currency), state.role())),
        Line::from(scene.ink(words, role)),
    ]
}

/// How it was paid; a refund or a settlement is no channel.
fn channel<'m>(scene: Scene<'m>, entry: &FreedLimit) -> &'m str {
    let texts = scene.texts;
    match entry.source {
        Source::Payment(k) => {
            let payment = scene.plan(entry.plan).and_then(|plan| plan.payments.get(k));
            let via = payment.and_then(|payment| payment.via.as_ref());
            via.map_or(texts.cli_channel_unknown(), |via| scene.method_name(via))
        }
        Source::Refund(_) => texts.plan_refunds(),
        Source::Settlement | Source::Replacement => texts.plan_settled_on(),
    }
}

/// Where it is: since when out, how late, or how long it took.
fn stands(scene: Scene<'_>, entry: &FreedLimit) -> (String, Role) {
    let (texts, today, calendar) = (scene.texts, scene.model.today, &scene.model.calendar);
    let since = |until| calendar.working_days_between(entry.paid_on, until);
    let late_by = |until| calendar.working_days_between(entry.stated.latest.date, until);
    match (entry.state_on(today), entry.confirmed) {
        (RestoreState::Restoring, _) => {
            let words = match since(today) {
                0 => texts.limits_no_working_day().to_owned(),
                days => texts.limits_working_day(days),
            };
            (words, Role::Restoring)
        }
        (RestoreState::Late, _) => (texts.limits_late_by(late_by(today)), Role::Overdue),
        (RestoreState::Back, Some(on)) if late_by(on) > 0 => {
            let took = texts.limits_took_short(&since(on).to_string());
            let words = format!("{took} · {}", texts.line_late_short(late_by(on)));
            (words, Role::Overdue)
        }
        (RestoreState::Back, Some(on)) => {
            let days = match since(on) {
                0 => "<1".to_owned(),
                days => days.to_string(),
            };
            (texts.limits_took_short(&days), Role::Muted)
        }
        (RestoreState::Back, None) => (texts.line_taken_back().to_owned(), Role::Muted),
    }
}

/// What the provider states, and how long each channel really took.
pub(super) fn measured<'m>(
    scene: Scene<'m>,
    line: &CreditLine,
    limit: &'m LimitState,
    width: u16,
) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let stated = Rules::of_line(Some(line)).restore_days;
    let words = texts.line_stated_days(stated.earliest, stated.latest);
    let mut lines = vec![Line::from(scene.muted(words))];
    for (via, measure) in limit.measures.channels() {
        let name = via.map_or(texts.cli_channel_unknown(), |via| scene.method_name(via));
        let took = took(scene, measure);
        if cells::width(name) + 1 + cells::width(&took) <= width {
            let told = [scene.text(name), Span::raw(" "), scene.muted(took)];
            lines.push(Line::from(told.to_vec()));
            continue;
        }
        lines.push(Line::from(scene.text(name)));
        let rows = wrap(&took, width.saturating_sub(2)).into_iter();
        lines.extend(rows.map(|row| Line::from(scene.muted(format!("  {row}")))));
    }
    if lines.len() == 1 {
        lines.push(Line::from(
            scene.muted(texts.line_not_measured(scene.told_key(Action::Restored))),
        ));
    }
    lines
}

fn took(scene: Scene<'_>, measure: Measure) -> String {
    let texts = scene.texts;
    let words = texts.line_measured(measure.n, measure.median, measure.worst);
    if measure.n < ENOUGH {
        format!("{words}{}", texts.line_too_few())
    } else {
        words
    }
}
