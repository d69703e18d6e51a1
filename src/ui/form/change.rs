//! What a settlement, a refund or another change does to a plan: before and after.

use ratatui::text::{Line, Span};

use super::outcome::{limit_back, pair};
use crate::app::action::Action;
use crate::app::form::Task;
use crate::app::form::outcome::{ChangeOutcome, SettleOutcome};
use crate::domain::doubt::{Doubt, Figure};
use crate::domain::early::NoQuote;
use crate::domain::preview::Preview;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Currency, Money};
use crate::settings::theme::Role;
use crate::ui::scene::Scene;
use crate::ui::wrap::wrap;

/// How many installments are shown before and after.
const MOST: usize = 6;

/// What a settlement is made of, what it saves, which limit it frees.
pub(super) fn settle<'m>(
    scene: Scene<'m>,
    settle: &SettleOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let exact = |amount: Money| scene.exact(amount, currency);
    let mut lines = Vec::new();
    match &settle.quote {
        Ok(quote) => {
            let mut words = texts.settle_made_of(&exact(quote.principal), &exact(quote.fees));
            match quote.penalty {
                Some(penalty) if !penalty.is_positive() => {}
                Some(penalty) => words.push_str(&texts.settle_penalty(&exact(penalty))),
                None => words.push_str(&texts.settle_penalty(texts.late_unknown())),
            }
            let rows = wrap(&words, width).into_iter();
            lines.extend(rows.map(|row| Line::from(scene.muted(row))));
        }
        Err(why) => {
            let words = match why {
                NoQuote::NothingOpen => texts.why_nothing_open(),
                NoQuote::PolicyUnknown => texts.settle_policy_unknown(),
                NoQuote::RateUnknown => texts.settle_rate_unknown(),
            };
            let rows = wrap(words, width).into_iter();
            lines.extend(rows.map(|row| Line::from(scene.ink(row, Role::Due))));
        }
    }
    lines.extend(
        settle
            .saves
            .map(|saves| self::saves(scene, saves, currency)),
    );
    let frees = settle.frees.iter();
    lines.extend(frees.map(|back| limit_back(scene, back, currency, width)));
    lines.extend(doubts(scene, &settle.doubts, width));
    lines
}

/// What is saved against paying on.
fn saves(scene: Scene<'_>, saves: Money, currency: Currency) -> Line<'_> {
    let texts = scene.texts;
    Line::from(if saves.is_positive() {
        scene.bold(
            texts.settle_saves(&scene.exact(saves, currency)),
            Role::Paid,
        )
    } else if saves.is_zero() {
        scene.bold(texts.settle_saves_nothing(), Role::Due)
    } else {
        scene.bold(
            texts.settle_costs_more(&scene.exact(-saves, currency)),
            Role::Overdue,
        )
    })
}

/// Every installment that changes, then what follows for fees, limit and channels.
pub(super) fn change<'m>(
    scene: Scene<'m>,
    change: &ChangeOutcome,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let preview = &change.preview;
    let mut lines = Vec::new();
    if let (Some(before), Some(after)) = (&preview.before, &preview.after) {
        lines.extend(rows(scene, before, after, width));
        if before.outstanding != after.outstanding {
            lines.push(sums(scene, before, after, width));
            lines.extend(fees(scene, before, after, width));
        }
    }
    // Which fees fall away is said above.
    let covers = preview.refunded();
    let covers = covers.filter(|one| one.fee.is_positive() || one.penalty.is_positive());
    let covers = covers.and_then(|one| texts.refund_covers(one, scene.amounts(), currency));
    lines.extend(covers.iter().flat_map(|words| muted(scene, words, width)));
    lines.extend(limit(scene, preview, currency, width));
    let frees = change.frees.iter();
    lines.extend(frees.map(|back| limit_back(scene, back, currency, width)));
    lines.extend(preview.back.iter().map(|back| {
        let via = preview_channel(scene, back.via.as_ref());
        let words = texts.form_cash_back(&scene.exact(back.amount, currency), &via);
        Line::from(scene.ink(words, Role::Paid))
    }));
    lines.extend(change.moves_left.map(|left| match left {
        0 => Line::from(scene.ink(texts.form_no_moves_left(), Role::Overdue)),
        left => Line::from(scene.muted(texts.form_moves_left(left))),
    }));
    lines.extend(doubts(scene, &preview.doubts, width));
    lines
}

/// What a corrected plan owes and leaves free then, where that is something else.
pub(super) fn totals<'m>(
    scene: Scene<'m>,
    preview: &Preview,
    currency: Currency,
    width: u16,
) -> Vec<Line<'m>> {
    let mut lines = Vec::new();
    if let (Some(before), Some(after)) = (&preview.before, &preview.after)
        && before.outstanding != after.outstanding
    {
        lines.push(sums(scene, before, after, width));
    }
    if let Some(reopened) = preview.reopened() {
        let asks = scene.exact(reopened.asks, currency);
        let key = scene.told_key(Action::Form(Task::Amend));
        let words = scene.texts.form_reopened(reopened.count, &asks, key);
        let rows = wrap(&words, width).into_iter();
        lines.extend(rows.map(|row| Line::from(scene.ink(row, Role::Due))));
    }
    lines.extend(limit(scene, preview, currency, width));
    lines
}

/// What rests on doubtful rules, and why they are doubtful.
fn doubts<'m>(scene: Scene<'m>, doubts: &[(Figure, Doubt)], width: u16) -> Vec<Line<'m>> {
    let texts = scene.texts;
    let told: Vec<_> = doubts
        .iter()
        .map(|(figure, why)| texts.doubted(texts.figure(*figure), &texts.doubt(*why)))
        .collect();
    if told.is_empty() {
        return Vec::new();
    }
    let words = texts.doubts_in_form(&told.join(texts.list_comma()));
    muted(scene, &words, width)
}

fn muted<'m>(scene: Scene<'m>, words: &str, width: u16) -> Vec<Line<'m>> {
    let rows = wrap(words, width).into_iter();
    rows.map(|row| Line::from(scene.muted(row))).collect()
}

fn preview_channel(scene: Scene<'_>, via: Option<&crate::domain::MethodId>) -> String {
    let method = via.and_then(|id| scene.book()?.method(id));
    method.map_or_else(
        || scene.texts.form_unsaid_channel().to_owned(),
        |method| method.name.clone(),
    )
}

/// The installments whose day or amount differs.
fn rows<'m>(
    scene: Scene<'m>,
    before: &PlanStanding,
    after: &PlanStanding,
    width: u16,
) -> Vec<Line<'m>> {
    let both = before.installments.iter().zip(&after.installments);
    let differ = |(was, is): &(&InstallmentStanding, &InstallmentStanding)| {
        was.due() != is.due() || was.row.outstanding() != is.row.outstanding()
    };
    let changed: Vec<_> = both.filter(differ).collect();
    let shown = if changed.len() > MOST { MOST - 1 } else { MOST };
    let rows = changed.iter().take(shown);
    let mut lines: Vec<_> = rows
        .map(|(was, is)| row(scene, was, is, before.currency, width))
        .collect();
    if changed.len() > shown {
        let more = scene.texts.form_more_changes(changed.len() - shown);
        lines.push(Line::from(scene.muted(more)));
    }
    lines
}

fn row<'m>(
    scene: Scene<'m>,
    was: &InstallmentStanding,
    is: &InstallmentStanding,
    currency: Currency,
    width: u16,
) -> Line<'m> {
    let due = if was.due() == is.due() {
        was.due().to_string()
    } else {
        format!("{} → {}", scene.date(was.due()), scene.date(is.due()))
    };
    let label = format!("{} {due}", scene.texts.form_after(is.n()));
    let amounts = [was, is].map(|one| one.row.outstanding());
    pair(scene, label, from_to(scene, amounts, currency), width)
}

/// An amount, and what it becomes where it does.
fn from_to(scene: Scene<'_>, [was, is]: [Money; 2], currency: Currency) -> Line<'_> {
    let is_exact = scene.bold(scene.exact(is, currency), Role::Text);
    if was == is {
        return Line::from(is_exact);
    }
    Line::from(vec![
        scene.muted(scene.exact(was, currency)),
        Span::raw(" → "),
        is_exact,
    ])
}

fn sums<'m>(scene: Scene<'m>, before: &PlanStanding, after: &PlanStanding, width: u16) -> Line<'m> {
    let both = [before, after].map(|standing| standing.outstanding);
    let figure = from_to(scene, both, before.currency);
    pair(scene, scene.texts.form_outstanding(), figure, width)
}

/// What becomes of the fees that are still open.
fn fees<'m>(
    scene: Scene<'m>,
    before: &PlanStanding,
    after: &PlanStanding,
    width: u16,
) -> Option<Line<'m>> {
    let fee = |standing: &PlanStanding| -> Money {
        let rows = standing.installments.iter();
        rows.map(|one| one.row.open_fee()).sum()
    };
    let both = [fee(before), fee(after)];
    if both[0].is_zero() && both[1].is_zero() {
        return None;
    }
    let label = if both[0] == both[1] {
        scene.texts.form_fee_kept()
    } else {
        scene.texts.form_total_fee()
    };
    let figure = from_to(scene, both, before.currency);
    Some(pair(scene, label, figure, width))
}

fn limit<'m>(
    scene: Scene<'m>,
    preview: &Preview,
    currency: Currency,
    width: u16,
) -> Option<Line<'m>> {
    let (before, after) = preview.limit.as_ref()?;
    let both = [before.available?, after.available?];
    (both[0] != both[1]).then(|| {
        let figure = from_to(scene, both, currency);
        pair(scene, scene.texts.form_limit(), figure, width)
    })
}
