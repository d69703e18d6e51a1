//! What a plan is: where it was bought, how it is paid, what it occupies.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Shown, cost};
use crate::domain::Money;
use crate::domain::doubt::Figure;
use crate::settings::symbols::DOUBTFUL;
use crate::ui::pairs;

/// Draws the facts in a frame.
pub(super) fn draw(shown: Shown<'_>, buf: &mut Buffer, area: Rect) {
    let scene = shown.scene;
    let facts = rows(shown).into_iter();
    let facts: Vec<_> = facts
        .map(|(label, fact)| (label, Line::from(scene.text(fact))))
        .collect();
    pairs::draw(scene, buf, area, scene.texts.plan_facts(), &facts);
}

/// Draws what the plan costs in a frame, both yearly rates by name; what being late costs stands
/// beside them and is no part of them.
pub(super) fn draw_cost(shown: Shown<'_>, buf: &mut Buffer, area: Rect) {
    let scene = shown.scene;
    pairs::draw(scene, buf, area, scene.texts.plan_cost(), &cost_rows(shown));
}

/// What the plan costs.
pub(super) fn cost_rows(shown: Shown<'_>) -> Vec<(&str, Line<'_>)> {
    let (scene, texts, cost) = (shown.scene, shown.scene.texts, &shown.detail.cost);
    let currency = shown.standing.currency;
    let exact = |amount| Line::from(scene.text(scene.exact(amount, currency)));
    let stated = texts.stated_fee(&shown.plan.fee, scene.amounts(), currency);
    let late = texts.late_rule(&shown.standing.rules, scene.amounts(), currency);
    let mut rows = vec![
        (texts.plan_stated(), Line::from(scene.text(stated))),
        (texts.plan_financed(), exact(cost.amount_financed)),
        (texts.plan_all_paid(), exact(cost.total_paid)),
        (texts.plan_cost_total(), exact(cost.total_cost)),
        (texts.plan_nominal_yearly(), cost::rate(scene, cost.nominal)),
        (
            texts.plan_effective_yearly(),
            cost::rate(scene, cost.effective),
        ),
    ];
    let counted = texts.counted(cost.counted);
    rows.extend(counted.map(|words| (texts.cost_counted(), Line::from(scene.text(words)))));
    rows.push((texts.cost_if_late(), Line::from(scene.text(late))));
    rows
}

/// What is known, the most telling first: what does not fit leaves from the end.
pub(super) fn rows(shown: Shown<'_>) -> Vec<(&str, String)> {
    let (scene, plan, texts) = (shown.scene, shown.plan, shown.scene.texts);
    let exact = |amount: Money| scene.exact(amount, shown.standing.currency);
    let line = scene.model.book().and_then(|book| book.line_of(plan));
    let mut rows = vec![(
        texts.plan_line(),
        line.map_or(texts.plan_no_line(), |line| &line.name)
            .to_owned(),
    )];
    let mut tell = |label, fact: Option<String>| rows.extend(fact.map(|fact| (label, fact)));
    tell(texts.plan_merchant(), plan.merchant.clone());
    tell(texts.plan_order(), plan.order.clone());
    tell(texts.plan_bought(), plan.bought.map(|on| on.to_string()));
    tell(texts.plan_channel(), Some(channel(shown)));
    tell(texts.plan_uses(), uses(shown));
    tell(texts.plan_next_frees(), shown.detail.next_frees.map(exact));
    tell(texts.plan_doubts(), doubts(shown));
    if let Some(pause) = &plan.paused {
        tell(texts.plan_paused_until(), Some(pause.until.to_string()));
        tell(texts.plan_why(), pause.why.clone());
    }
    tell(texts.plan_note(), plan.note.clone());
    tell(texts.plan_price(), plan.price.map(exact));
    tell(texts.plan_down_payment(), plan.down_payment.map(exact));
    rows
}

/// What it occupies, marked where that is to be doubted.
fn uses(shown: Shown<'_>) -> Option<String> {
    let mut uses = shown
        .scene
        .exact(shown.detail.uses?, shown.standing.currency);
    if shown.detail.doubt(Figure::Used).is_some() {
        uses.push_str(DOUBTFUL);
    }
    Some(uses)
}

/// Which figures rest on doubtful rules.
fn doubts(shown: Shown<'_>) -> Option<String> {
    let texts = shown.scene.texts;
    let doubts = shown.detail.doubts.iter();
    let told: Vec<_> = doubts.map(|(figure, _)| texts.figure(*figure)).collect();
    (!told.is_empty()).then(|| told.join(texts.list_comma()))
}

fn channel(shown: Shown<'_>) -> String {
    let texts = shown.scene.texts;
    match &shown.plan.autopay {
        Some(method) => texts.plan_autopay(shown.scene.method_name(method)),
        None => texts.plan_by_hand().to_owned(),
    }
}
