//! What a plan costs, as yearly rates: both kinds, by name.

use ratatui::text::{Line, Span};

use crate::domain::Currency;
use crate::domain::cost::{Cost, YearlyRate};
use crate::domain::plan::Plan;
use crate::settings::theme::Role;
use crate::ui::scene::Scene;

/// Both yearly rates in one line: `年化 单利 10.90% · 复利 11.46%`.
pub(in crate::ui) fn rates<'a>(scene: Scene<'a>, cost: &Cost) -> Line<'a> {
    let texts = scene.texts;
    let (Some(nominal), Some(effective)) = (cost.nominal, cost.effective) else {
        return Line::from(scene.muted(texts.plan_rate_unknown()));
    };
    let mut line = Line::from(scene.muted(texts.plan_yearly()));
    for (place, (word, rate)) in [
        (texts.plan_nominal(), nominal),
        (texts.plan_effective(), effective),
    ]
    .into_iter()
    .enumerate()
    {
        line.push_span(scene.muted(if place == 0 { " " } else { " · " }));
        line.push_span(scene.muted(word));
        line.push_span(Span::raw(" "));
        line.push_span(rate_span(scene, rate));
    }
    if effective.is_high() {
        line.push_span(scene.bold(format!(" ! {}", texts.plan_above_mark()), Role::Overdue));
    }
    if let Some(counted) = texts.counted(cost.counted) {
        line.push_span(scene.muted(format!(" {counted}")));
    }
    line
}

/// One rate below the other, for a pane of its own.
pub(in crate::ui) fn rate(scene: Scene<'_>, rate: Option<YearlyRate>) -> Line<'_> {
    let Some(rate) = rate else {
        return Line::from(scene.muted("—"));
    };
    let mut line = Line::default();
    if rate.is_high() {
        let mark = format!("! {}  ", scene.texts.plan_above_mark());
        line.push_span(scene.bold(mark, Role::Overdue));
    }
    line.push_span(rate_span(scene, rate));
    line
}

/// What the provider says it charges.
pub(in crate::ui) fn stated(scene: Scene<'_>, plan: &Plan, currency: Currency) -> String {
    let fee = scene.texts.stated_fee(&plan.fee, scene.amounts(), currency);
    format!("{} {fee}", scene.texts.plan_stated())
}

fn rate_span(scene: Scene<'_>, rate: YearlyRate) -> Span<'_> {
    let role = if rate.is_high() {
        Role::Overdue
    } else {
        Role::Text
    };
    scene.bold(rate.to_string(), role)
}
