//! What a plan is: where it was bought, how it is paid, what it occupies.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::{Shown, cost};
use crate::app::msg::Target;
use crate::app::screen::{DetailPane, Part};
use crate::domain::Money;
use crate::domain::doubt::Figure;
use crate::domain::way::WhereToPay;
use crate::settings::symbols::DOUBTFUL;
use crate::ui::areas::write;
use crate::ui::cells;
use crate::ui::hint::Hit;
use crate::ui::layout::Layout;
use crate::ui::pairs;
use crate::ui::pane::Pane;
use crate::ui::wrap::wrap;

/// Draws the facts in a frame; returns where they are scrolled.
pub(super) fn draw(shown: Shown<'_>, buf: &mut Buffer, area: Rect) -> Hit {
    let scene = shown.scene;
    let focused = shown.has_keys(DetailPane::Facts);
    let lines = lines(shown, area.width);
    let room = usize::from(area.height.saturating_sub(2));
    let hidden = lines.len().saturating_sub(room);
    let part = Part::Plan(DetailPane::Facts);
    let top = scene.model.tops.of(part).min(hidden);
    let legend = if hidden > 0 {
        scene.texts.plan_more(hidden - top)
    } else {
        String::new()
    };
    let inner = Pane {
        title: scene.texts.plan_facts(),
        legend: Line::from(scene.muted(legend)),
        focused,
        ..Pane::default()
    }
    .draw(buf, area, scene.theme);
    write(buf, inner, lines.get(top..).unwrap_or_default());
    Hit::new(area, Target::Part(part, hidden))
}

/// The facts in a pane so wide.
pub(super) fn lines(shown: Shown<'_>, width: u16) -> Vec<Line<'_>> {
    pairs::lines(shown.scene, rows(shown), width.saturating_sub(4))
}

/// Draws what the plan costs in a frame, both yearly rates by name; what being late costs stands
/// beside them and is no part of them.
pub(super) fn draw_cost(shown: Shown<'_>, buf: &mut Buffer, area: Rect) {
    let scene = shown.scene;
    pairs::draw(
        scene,
        buf,
        area,
        scene.texts.plan_cost(),
        &cost_rows(shown, area.width),
    );
}

/// What the plan costs, in a pane so wide.
pub(super) fn cost_rows(shown: Shown<'_>, width: u16) -> Vec<(&str, Line<'_>)> {
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
    let label = texts.cost_if_late();
    let width = width.saturating_sub(4);
    if cells::width(label) + cells::width(&late) < width {
        rows.push((label, Line::from(scene.text(late))));
    } else {
        rows.push((label, Line::default()));
        let told = wrap(&late, width.saturating_sub(1)).into_iter();
        rows.extend(told.map(|row| ("", Line::from(scene.text(row)))));
    }
    rows
}

/// What is known, the most telling first: what does not fit leaves from the end.
fn rows(shown: Shown<'_>) -> Vec<(&str, String)> {
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
    let number = |number: &String| scene.amounts().number(number).into_owned();
    let prose = |text: &String| scene.amounts().prose(text).into_owned();
    tell(texts.plan_order(), plan.order.as_ref().map(number));
    tell(texts.plan_bought(), plan.bought.map(|on| on.to_string()));
    tell(texts.plan_channel(), Some(channel(shown)));
    let place = line.map(|line| WhereToPay::of(line, scene.model.today));
    let place = place.filter(|place| *place != WhereToPay::NotRecorded);
    let place = place.map(|place| prose(&texts.where_to_pay(place)));
    tell(texts.cli_way_pay_at(), place);
    tell(texts.plan_uses(), uses(shown));
    tell(texts.plan_next_frees(), shown.detail.next_frees.map(exact));
    tell(texts.plan_doubts(), doubts(shown));
    tell(texts.plan_settle_today(), settle(shown));
    happened(shown, &mut tell);
    tell(texts.plan_note(), plan.note.as_ref().map(prose));
    if Layout::of(shown.scene.window()) != Layout::Wide {
        let rules = &shown.standing.rules;
        let late = texts.late_rule(rules, scene.amounts(), shown.standing.currency);
        tell(texts.cost_if_late(), Some(late));
    }
    tell(texts.plan_price(), plan.price.map(exact));
    tell(texts.plan_down_payment(), plan.down_payment.map(exact));
    tell(texts.plan_balloon(), plan.balloon.map(exact));
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

/// What settling today costs and saves.
fn settle(shown: Shown<'_>) -> Option<String> {
    let texts = shown.scene.texts;
    let exact = |amount: Money| shown.scene.exact(amount, shown.standing.currency);
    Some(match shown.detail.settle? {
        Err(_) => texts.plan_settle_unknown().to_owned(),
        Ok(quote) if quote.saves.is_positive() => {
            texts.plan_settle_saves(&exact(quote.amount), &exact(quote.saves))
        }
        Ok(quote) if quote.saves.is_zero() => texts.plan_settle_saves_nothing(&exact(quote.amount)),
        Ok(quote) => texts.plan_settle_more(&exact(quote.amount), &exact(-quote.saves)),
    })
}

/// A pause, a settlement, refunds, moved due dates, plans before and after it.
fn happened<'a>(shown: Shown<'a>, tell: &mut impl FnMut(&'a str, Option<String>)) {
    let (scene, plan, texts) = (shown.scene, shown.plan, shown.scene.texts);
    let exact = |amount: Money| scene.exact(amount, shown.standing.currency);
    if let Some(pause) = &plan.paused {
        let until = pause.until.to_string();
        let is_over = pause.until < scene.model.today;
        let until = if is_over {
            texts.plan_pause_over(&until)
        } else {
            until
        };
        tell(texts.plan_paused_until(), Some(until));
        let why = pause
            .why
            .as_deref()
            .map(|why| shown.scene.amounts().prose(why));
        tell(texts.plan_why(), why.map(std::borrow::Cow::into_owned));
    }
    let settled = plan.settled.map(|settled| {
        let on = scene.date(settled.on);
        format!("{on} {}", exact(settled.amount))
    });
    tell(texts.plan_settled_on(), settled);
    let refunded: Money = plan.refunds.iter().map(|refund| refund.amount).sum();
    tell(
        texts.plan_refunds(),
        refunded.is_positive().then(|| exact(refunded)),
    );
    for deferral in &plan.deferred {
        let row = shown.standing.installment(deferral.n);
        let from = row.and_then(|row| row.row.installment.deferred_from);
        let from = from.map_or_else(String::new, |from| scene.date(from));
        let moved = texts.plan_moved_to(deferral.n, &from, &scene.date(deferral.to));
        tell(texts.plan_moved(), Some(moved));
    }
    let named = |id| scene.book().and_then(|book| book.plan(id));
    let before = plan.replaces.as_ref().map(|id| {
        let plan = named(id);
        plan.map_or_else(|| id.to_string(), |plan| plan.item.clone())
    });
    tell(texts.plan_replaces(), before);
    let after = scene.model.board.replaced_by.get(&plan.id);
    let after = after.and_then(|later| scene.plan(*later));
    tell(
        texts.plan_replaced_by(),
        after.map(|later| later.item.clone()),
    );
}

fn channel(shown: Shown<'_>) -> String {
    let texts = shown.scene.texts;
    match &shown.plan.autopay {
        Some(method) => texts.plan_autopay(shown.scene.method_name(method)),
        None => texts.plan_by_hand().to_owned(),
    }
}
