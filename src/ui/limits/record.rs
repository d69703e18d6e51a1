//! How the limit of a line comes back: what is out, and how long it took before.

use ratatui::text::{Line, Span};

use super::remark::estimated;
use crate::app::board::lines::{BackRow, LineRow, OutRow};
use crate::domain::restoring::RestoreState;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::scene::Scene;

/// Whose record it is, and how long the last restores took.
pub(super) fn heading<'m>(scene: Scene<'m>, row: &LineRow) -> Line<'m> {
    Line::from(vec![
        scene.bold(scene.line_name(row.line), Role::Text),
        scene.bold(format!(" {}", scene.texts.limits_record()), Role::Text),
        Span::raw("   "),
        scene.muted(past(scene, row)),
    ])
}

/// How many working days the last restores took.
pub(super) fn past(scene: Scene<'_>, row: &LineRow) -> String {
    if row.restores.is_empty() {
        return scene.texts.limits_no_record().to_owned();
    }
    let days: Vec<_> = row.restores.iter().map(took).collect();
    scene
        .texts
        .limits_last(days.len(), &days.join(scene.texts.list_comma()))
}

/// The working days of a restore; within the same one it did not take none.
fn took(back: &BackRow) -> String {
    match back.working_days {
        0 => "<1".to_owned(),
        days => days.to_string(),
    }
}

/// Everything that is out, oldest first, each in one line where it fits, else in two.
pub(super) fn lines<'m>(scene: Scene<'m>, row: &LineRow, width: u16) -> Vec<Line<'m>> {
    if row.out.is_empty() {
        return vec![Line::from(scene.muted(scene.texts.limits_nothing_out()))];
    }
    let told = row.out.iter().map(|out| {
        let [mut what, mut when] = in_two(scene, row, out);
        if cells::line_width(&what) + 3 + cells::line_width(&when) > width {
            when.spans.insert(0, Span::raw("  "));
            return vec![what, when];
        }
        what.push_span(scene.muted(" · "));
        what.extend(when);
        vec![what]
    });
    told.flatten().collect()
}

/// A restore of the past: when, how much, of what, how long it took.
pub(super) fn back<'m>(scene: Scene<'m>, row: &LineRow, back: &BackRow) -> [Line<'m>; 2] {
    let freed = &back.freed;
    let what = Line::from(vec![
        scene.glyph(State::Paid),
        scene.muted(format!(" {} ", scene.date(back.on))),
        scene.text(scene.exact(freed.amount, row.currency)),
        Span::raw(" "),
        scene.text(scene.item(freed.plan)),
        scene.muted(format!(" {}", scene.texts.nth_installment(freed.n))),
    ]);
    let took = scene.texts.limits_took_short(&took(back));
    let role = if back.late_by > 0 {
        Role::Overdue
    } else {
        Role::Muted
    };
    [what, Line::from(scene.ink(took, role))]
}

/// What is out, and when it should be back.
pub(super) fn in_two<'m>(scene: Scene<'m>, row: &LineRow, out: &OutRow) -> [Line<'m>; 2] {
    let (texts, freed) = (scene.texts, &out.freed);
    let state = match out.state {
        RestoreState::Late => State::RestoreLate,
        RestoreState::Restoring | RestoreState::Back => State::Restoring,
    };
    let what = Line::from(vec![
        scene.glyph(state),
        scene.muted(format!(" {} ", scene.date(freed.paid_on))),
        scene.ink(scene.exact(freed.amount, row.currency), state.role()),
        Span::raw(" "),
        scene.text(scene.item(freed.plan)),
        scene.muted(format!(" {}", texts.nth_installment(freed.n))),
    ]);
    let back = texts.limits_due_back(&month_day(out.due_back.date));
    let since = match out.working_days {
        0 => texts.limits_no_working_day().to_owned(),
        days => texts.limits_working_day(days),
    };
    let mut when = Line::from(scene.muted(back));
    when.extend(scene.doubt(out.doubt));
    when.push_span(scene.muted(format!(" · {since}")));
    let rests_on = freed.window_on(scene.model.today).estimate;
    if let Some(words) = texts.measured(rests_on) {
        when.push_span(scene.muted(format!(" · {words}")));
    }
    when.extend(estimated(scene, freed.is_estimated()));
    [what, when]
}
