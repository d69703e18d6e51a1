//! The figures of a line, and the limit that a follow-up is about.

use super::{ExplainPart, Explanation, Subject};
use crate::app::detail::occupied;
use crate::app::model::Model;
use crate::document::whereabouts::Place;
use crate::domain::allocation::Source;
use crate::domain::doubt::Figure;
use crate::domain::limit::LimitState;
use crate::domain::line::CreditLine;
use crate::domain::restoring::{FreedLimit, RestoreState};

/// What it allows, what is used, what it will allow.
pub(super) fn all(model: &Model, k: usize) -> Vec<Option<Explanation>> {
    vec![available(model, k), used(model, k), expected(model, k)]
}

/// What is followed up, then the line it is on.
pub(super) fn of_case(model: &Model) -> Vec<Option<Explanation>> {
    let Some(row) = model.selected_case() else {
        return Vec::new();
    };
    let line = row.line.map_or_else(Vec::new, |k| all(model, k));
    let amount = row.line.and_then(|k| amount_of_case(model, k));
    std::iter::once(amount).chain(line).collect()
}

fn found(model: &Model, k: usize) -> Option<(&CreditLine, &LimitState)> {
    Some((
        model.book()?.lines.get(k)?,
        model.board.position.limits.get(k)?,
    ))
}

fn available(model: &Model, k: usize) -> Option<Explanation> {
    let (line, limit) = found(model, k)?;
    let mut parts: Vec<_> = limit.total.map(ExplainPart::Limit).into_iter().collect();
    let temporary = Some(limit.temporary).filter(|amount| amount.is_positive());
    parts.extend(temporary.map(ExplainPart::Temporary));
    parts.extend(used_by(model, line).map(taken_off));
    parts.extend(limit.out.iter().map(|freed| ExplainPart::Out {
        freed: *freed,
        amount: -freed.amount,
    }));
    if limit.frozen.is_positive() {
        parts.push(ExplainPart::Frozen(-limit.frozen));
    }
    let subject = Subject::Available {
        line: line.id.clone(),
        index: k,
    };
    let mut places = vec![Place::Line(k)];
    let keys = ["limit", "temporary", "frozen", "status"];
    places.extend(keys.map(|key| Place::OfLine(k, key)));
    places.extend(limit.out.iter().filter_map(payment));
    let (currency, today) = (line.currency, model.today);
    let explained = Explanation::amount(subject, currency, limit.available, parts).at(places);
    let mut explained = explained.by_rules_of(Figure::Restoring, None, Some(line), today);
    explained.doubts = line_doubts(model, k);
    Some(explained)
}

/// What a line has used, and when what is out comes back.
fn line_doubts(model: &Model, k: usize) -> Vec<(Figure, crate::domain::doubt::Doubt)> {
    let Some(row) = model.board.lines.iter().find(|row| row.line == k) else {
        return Vec::new();
    };
    let used = row.used_doubt.map(|doubt| (Figure::Used, doubt));
    let back = row.out.iter().filter_map(|out| out.doubt).min();
    let back = back.map(|doubt| (Figure::Restoring, doubt));
    used.into_iter().chain(back).collect()
}

fn used(model: &Model, k: usize) -> Option<Explanation> {
    let (line, limit) = found(model, k)?;
    let parts: Vec<_> = used_by(model, line).collect();
    let places = parts.iter().filter_map(|part| match part {
        ExplainPart::Used { plan, .. } => Some(Place::OfPlan(*plan, "principal")),
        _ => None,
    });
    let places = places.collect();
    let subject = Subject::Used { index: k };
    let explained = Explanation::amount(subject, line.currency, limit.used, parts).at(places);
    Some(explained.by_rules_of(Figure::Used, None, Some(line), model.today))
}

fn expected(model: &Model, k: usize) -> Option<Explanation> {
    let (line, limit) = found(model, k)?;
    let coming = limit.out.iter();
    let coming = coming.filter(|freed| freed.state_on(model.today) == RestoreState::Restoring);
    let mut parts = vec![ExplainPart::Now(limit.available?)];
    parts.extend(coming.clone().map(|freed| ExplainPart::Out {
        freed: *freed,
        amount: freed.amount,
    }));
    if parts.len() == 1 {
        return None;
    }
    let places = coming.filter_map(payment).collect();
    let subject = Subject::Expected { index: k };
    let explained = Explanation::amount(subject, line.currency, limit.expected, parts).at(places);
    Some(explained.by_rules_of(Figure::Restoring, None, Some(line), model.today))
}

fn amount_of_case(model: &Model, k: usize) -> Option<Explanation> {
    let (line, limit) = found(model, k)?;
    let row = model.selected_case()?;
    let late = |freed: &&FreedLimit| freed.state_on(model.today) == RestoreState::Late;
    let parts: Vec<_> = limit
        .out
        .iter()
        .filter(late)
        .map(|freed| ExplainPart::Out {
            freed: *freed,
            amount: freed.amount,
        })
        .collect();
    let sum = parts.iter().map(ExplainPart::amount).sum();
    let amount = row.amount.filter(|amount| *amount == sum)?;
    let places = limit.out.iter().filter(late).filter_map(payment).collect();
    let subject = Subject::Case { index: k };
    let explained = Explanation::amount(subject, line.currency, amount, parts).at(places);
    Some(explained.by_rules_of(Figure::Restoring, None, Some(line), model.today))
}

/// What each plan occupies of a line.
fn used_by(model: &Model, line: &CreditLine) -> impl Iterator<Item = ExplainPart> {
    let plans = model.book().map_or(&[][..], |book| book.plans.as_slice());
    let standings = plans.iter().zip(&model.board.position.plans).enumerate();
    let of_line = standings.filter_map(|(k, (plan, standing))| {
        let is_on = plan.line.as_ref() == Some(&line.id) && plan.is_bought_by(model.today);
        is_on.then(|| ExplainPart::Used {
            plan: k,
            amount: occupied(plan, standing),
        })
    });
    let all: Vec<_> = of_line.filter(|part| !part.amount().is_zero()).collect();
    all.into_iter()
}

fn taken_off(part: ExplainPart) -> ExplainPart {
    match part {
        ExplainPart::Used { plan, amount } => ExplainPart::Used {
            plan,
            amount: -amount,
        },
        other => other,
    }
}

pub(super) fn payment(freed: &FreedLimit) -> Option<Place> {
    match freed.source {
        Source::Payment(at) => Some(Place::InPlan(freed.plan, "payments", at)),
        Source::Refund(at) => Some(Place::InPlan(freed.plan, "refunds", at)),
        Source::Settlement => Some(Place::OfPlan(freed.plan, "settled")),
        Source::Replacement => None,
    }
}
