//! What is most worth knowing about the selected plan, below the list.

use ratatui::text::{Line, Span};

use crate::app::detail::PlanDetail;
use crate::domain::doubt::Figure;
use crate::domain::plan::Plan;
use crate::domain::standing::{PlanStanding, Timing};
use crate::domain::{Currency, Money};
use crate::settings::theme::Role;
use crate::ui::cells;
use crate::ui::plan::cost;
use crate::ui::scene::Scene;

/// What the card says, in at most eight lines; `None` where no plan is selected.
pub(super) fn lines(scene: Scene<'_>, width: u16) -> Option<Vec<Line<'_>>> {
    let detail = scene.model.detail.as_ref()?;
    let standing = scene.model.board.position.plans.get(detail.plan)?;
    let plan = scene.plan(detail.plan)?;
    let currency = standing.currency;
    let mut charged = Line::from(scene.muted(cost::stated(scene, plan, currency)));
    charged.push_span(scene.muted(" · "));
    charged.extend(cost::rates(scene, &detail.cost));
    Some(vec![
        heading(scene, plan),
        terms(scene, plan, standing, width),
        charged,
        Line::default(),
        course(scene, detail, width),
        now(scene, detail, standing),
        Line::default(),
        occupies(scene, detail, currency),
    ])
}

/// The same without blank lines.
pub(super) fn dense(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    lines.retain(|line| !line.spans.is_empty());
    lines
}

fn heading<'a>(scene: Scene<'a>, plan: &'a Plan) -> Line<'a> {
    let mut line = Line::from(scene.bold(plan.item.as_str(), Role::Text));
    if let Some(order) = &plan.order {
        line.push_span(scene.muted(format!("   {} ", scene.texts.plan_order())));
        line.push_span(scene.muted(scene.amounts().number(order)));
    }
    line
}

/// Price, number of installments, fee, size of the installments; what does not fit leaves from
/// the end.
fn terms<'a>(scene: Scene<'a>, plan: &Plan, standing: &PlanStanding, width: u16) -> Line<'a> {
    let (texts, currency) = (scene.texts, standing.currency);
    let exact = |amount| scene.exact(amount, currency);
    let price = match plan.price {
        Some(price) => scene.labelled(texts.plan_price(), exact(price)),
        None => scene.labelled(texts.plan_principal(), exact(plan.principal)),
    };
    let parts = [
        Line::from_iter(price),
        Line::from(scene.text(texts.plan_periods(plan.periods))),
        Line::from_iter(scene.labelled(texts.plan_fee(), exact(standing.fee_total))),
        Line::from(scene.text(each(scene, standing, currency))),
    ];
    let mut line = Line::default();
    for part in parts {
        let gap = if line.spans.is_empty() { "" } else { " · " };
        let needed = cells::line_width(&line) + cells::width(gap) + cells::line_width(&part);
        if needed > width {
            break;
        }
        line.push_span(scene.muted(gap));
        line.extend(part);
    }
    line
}

/// What each installment asks for; where they differ, from the least to the most.
fn each(scene: Scene<'_>, standing: &PlanStanding, currency: Currency) -> String {
    let amounts = standing
        .installments
        .iter()
        .map(|installment| installment.row.installment.amount());
    let least = amounts.clone().min().unwrap_or_default();
    let most = amounts.max().unwrap_or_default();
    let exact = |amount: Money| scene.exact(amount, currency);
    if least == most {
        scene.texts.plan_each(&exact(least))
    } else {
        scene.texts.plan_each_between(&exact(least), &exact(most))
    }
}

/// One glyph for each installment and the first and last day; long plans have their figures only.
fn course<'a>(scene: Scene<'a>, detail: &PlanDetail, width: u16) -> Line<'a> {
    let (Some(first), Some(last)) = (detail.rows.first(), detail.rows.last()) else {
        return Line::default();
    };
    let days = [first, last].map(|row| row.standing.due().to_string());
    let span = scene.texts.plan_from_to(&days[0], &days[1]);
    let mut line = Line::default();
    if detail.rows.len() <= usize::from(width.saturating_sub(30)) {
        line.extend(detail.rows.iter().map(|row| scene.glyph(row.state)));
        line.push_span(Span::raw("  "));
    }
    line.push_span(scene.muted(span));
    line
}

/// The next installment; where it is late, since when and at what cost.
fn now<'a>(scene: Scene<'a>, detail: &PlanDetail, standing: &PlanStanding) -> Line<'a> {
    let (texts, today) = (scene.texts, scene.model.today);
    let Some((next, timing)) = standing
        .next()
        .and_then(|next| Some((next, next.timing()?)))
    else {
        return Line::from(scene.muted(texts.plan_status(standing.status)));
    };
    let due = scene.date(next.due());
    let Timing::Overdue { days } = timing else {
        let when = texts.due(today, next.due());
        return Line::from(scene.text(texts.plan_next(next.n(), &due, &when)));
    };
    let mut line = Line::from(scene.ink(texts.plan_late(next.n(), &due, days), Role::Overdue));
    line.push_span(scene.muted(" · "));
    match next.penalty {
        Some(penalty) => {
            line.extend([
                scene.muted(texts.plan_penalty()),
                Span::raw(" "),
                scene.text(scene.exact(penalty, standing.currency)),
            ]);
            line.extend(scene.doubt(detail.doubt(Figure::Penalty)));
        }
        None => line.push_span(scene.muted(texts.plan_penalty_unknown())),
    }
    line
}

fn occupies<'a>(scene: Scene<'a>, detail: &PlanDetail, currency: Currency) -> Line<'a> {
    let exact = |amount: Money| scene.exact(amount, currency);
    let words = match (detail.uses, detail.next_frees) {
        (Some(uses), Some(frees)) => scene.texts.plan_uses_and_frees(&exact(uses), &exact(frees)),
        (Some(uses), None) => scene.texts.plan_uses_only(&exact(uses)),
        (None, _) => return Line::default(),
    };
    Line::from(scene.muted(words))
}
