//! How the limit of a line comes back: what is out, and how long it took before.

use ratatui::text::{Line, Span};

use super::remark::estimated;
use crate::app::board::lines::{LineRow, OutRow};
use crate::domain::restoring::RestoreState;
use crate::settings::format::month_day;
use crate::settings::symbols::State;
use crate::settings::theme::Role;
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
    let days: Vec<_> = row.restores.iter().map(ToString::to_string).collect();
    scene.texts.limits_last(days.len(), &days.join(" "))
}

/// Everything that is out, oldest first, each in one line.
pub(super) fn lines<'m>(scene: Scene<'m>, row: &LineRow) -> Vec<Line<'m>> {
    if row.out.is_empty() {
        return vec![Line::from(scene.muted(scene.texts.limits_nothing_out()))];
    }
    let line = |out| {
        let [mut what, when] = in_two(scene, row, out);
        what.push_span(scene.muted(" · "));
        what.extend(when);
        what
    };
    row.out.iter().map(line).collect()
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
    let back = texts.limits_due_back(&month_day(freed.latest.date));
    let since = texts.limits_working_day(out.working_days);
    let mut when = Line::from(scene.muted(format!("{back} · {since}")));
    when.extend(estimated(scene, freed.is_estimated()));
    [what, when]
}
