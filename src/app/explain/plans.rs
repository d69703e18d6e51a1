//! The figures of an installment and of a plan.

use chrono::NaiveDate;

use super::{ExplainPart, Explanation, Figured, Subject, plan_of};
use crate::app::detail::occupied;
use crate::app::model::Model;
use crate::document::whereabouts::Place;
use crate::domain::Money;
use crate::domain::allocation::{Part, Row, Source};
use crate::domain::cost::Cost;
use crate::domain::doubt::{self, Figure};
use crate::domain::early::quote;
use crate::domain::limit::frees;
use crate::domain::plan::Plan;
use crate::domain::schedule::Schedule;
use crate::domain::standing::PlanStanding;

/// What an installment asks for, and what being late with it has cost.
pub(super) fn of_installment(model: &Model, k: usize, n: u32) -> Vec<Option<Explanation>> {
    vec![installment(model, k, n), late_cost(model, k, n)]
}

/// What is left of a plan, what it costs, what it occupies, what settling it would take.
pub(super) fn all(model: &Model, k: usize) -> Vec<Option<Explanation>> {
    vec![
        outstanding(model, k),
        yearly(model, k),
        uses(model, k),
        settle(model, k),
    ]
}

fn found(model: &Model, k: usize) -> Option<(&Plan, &PlanStanding)> {
    Some((
        model.book()?.plans.get(k)?,
        model.board.position.plans.get(k)?,
    ))
}

fn installment(model: &Model, k: usize, n: u32) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let (_, line) = plan_of(model.book()?, k)?;
    let row = &standing.installment(n)?.row;
    let bill = plan.schedule.iter().position(|billed| billed.n == n);
    let of_row = standing.parts.iter().filter(|part| part.n == n);
    let parts = parts_of(plan, standing, row);
    let mut places = stated(k, &["principal", "periods", "fee", "first-due"]);
    places.extend(bill.map(|at| Place::InPlan(k, "schedule", at)));
    places.extend(of_row.filter_map(|part| source(k, part)));
    let subject = Subject::Installment {
        plan: plan.id.clone(),
        index: k,
        n,
    };
    let explained = Explanation::amount(subject, standing.currency, row.outstanding(), parts);
    let mut explained =
        explained
            .at(places)
            .by_rules_of(Figure::Schedule, Some(plan), line, model.today);
    // A plan whose cents no rule decides is not to be doubted.
    let book = model.book()?;
    let doubt = doubt::of_plan(Figure::Schedule, book, plan, standing, model.today);
    explained.doubts = doubt
        .map(|doubt| (Figure::Schedule, doubt))
        .into_iter()
        .collect();
    Some(explained)
}

/// What an installment asks for, and what was taken off it.
fn parts_of(plan: &Plan, standing: &PlanStanding, row: &Row) -> Vec<ExplainPart> {
    let n = row.installment.n;
    let billed = plan.schedule.iter().find(|billed| billed.n == n);
    let mut parts = vec![
        ExplainPart::Principal {
            amount: row.installment.principal,
            of: plan.principal,
            periods: plan.periods,
            from_bill: billed.is_some_and(|billed| billed.principal.is_some()),
        },
        ExplainPart::Fee {
            amount: row.installment.fee,
            model: plan.fee,
            from_bill: billed.is_some_and(|billed| billed.fee.is_some()),
        },
    ];
    if row.installment.discount.is_positive() {
        parts.push(ExplainPart::Discount(-row.installment.discount));
    }
    let mut before_book = row.installment.amount() - row.outstanding();
    for part in standing.parts.iter().filter(|part| part.n == n) {
        before_book -= part.ended();
        parts.extend(taken_by(part));
    }
    if before_book.is_positive() {
        parts.push(paid(None, before_book));
    }
    parts
}

fn late_cost(model: &Model, k: usize, n: u32) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let (_, line) = plan_of(model.book()?, k)?;
    let one = standing.installment(n)?;
    let days = one
        .timing()
        .filter(|timing| timing.is_overdue())?
        .days_late();
    let parts = one.penalty.map(|amount| ExplainPart::Late { days, amount });
    let subject = Subject::LateCost { index: k, n };
    let parts = parts.into_iter().collect();
    let explained = Explanation::amount(subject, standing.currency, one.penalty, parts);
    let places = stated(k, &["first-due", "rules"]);
    Some(
        explained
            .at(places)
            .by_rules_of(Figure::Penalty, Some(plan), line, model.today),
    )
}

fn outstanding(model: &Model, k: usize) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let total = ExplainPart::Total {
        periods: plan.periods,
        amount: standing.total,
    };
    let mut parts = vec![total, paid(None, standing.paid)];
    if !standing.taken_off.is_zero() {
        parts.push(ExplainPart::Refunded(-standing.taken_off));
    }
    let subject = Subject::Outstanding {
        plan: plan.id.clone(),
        index: k,
    };
    let mut places = stated(k, &["principal", "periods", "fee", "paid-through"]);
    places.extend((0..plan.payments.len()).map(|at| Place::InPlan(k, "payments", at)));
    places.extend((0..plan.refunds.len()).map(|at| Place::InPlan(k, "refunds", at)));
    let explained = Explanation::amount(subject, standing.currency, standing.outstanding, parts);
    Some(explained.at(places))
}

fn yearly(model: &Model, k: usize) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let cost = Cost::of(
        plan,
        &Schedule::of(plan, &standing.rules, standing.currency),
    );
    let figure = Figured::Yearly(cost.nominal, cost.effective);
    let places = stated(k, &["principal", "periods", "fee", "first-due"]);
    let subject = Subject::Yearly { index: k };
    let parts = cost_parts(&cost, plan.periods);
    Some(Explanation::new(subject, standing.currency, figure, parts).at(places))
}

/// What all installments ask for, and what was received for them.
pub(super) fn cost_parts(cost: &Cost, periods: u32) -> Vec<ExplainPart> {
    vec![
        ExplainPart::Total {
            periods,
            amount: cost.total_paid,
        },
        ExplainPart::Received(-cost.amount_financed),
    ]
}

fn uses(model: &Model, k: usize) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let line = plan_of(model.book()?, k)?.1?;
    let parts = standing.open().map(|(one, _)| ExplainPart::Frees {
        n: one.n(),
        amount: frees(plan, standing, one),
    });
    let parts = parts.filter(|part| !part.amount().is_zero()).collect();
    let subject = Subject::Uses { index: k };
    let figure = occupied(plan, standing);
    let explained = Explanation::amount(subject, standing.currency, figure, parts);
    let places = stated(k, &["line", "principal", "periods", "paid-through"]);
    let today = model.today;
    Some(
        explained
            .at(places)
            .by_rules_of(Figure::Used, Some(plan), Some(line), today),
    )
}

fn settle(model: &Model, k: usize) -> Option<Explanation> {
    let (plan, standing) = found(model, k)?;
    let (_, line) = plan_of(model.book()?, k)?;
    let quote = quote(plan, standing, model.today).ok()?;
    let mut parts = vec![
        ExplainPart::OpenPrincipal(quote.principal),
        ExplainPart::SettleFees(quote.fees),
    ];
    let days = standing.open().map(|(_, timing)| timing.days_late()).max();
    let late = quote.penalty.filter(|amount| amount.is_positive());
    parts.extend(late.map(|amount| ExplainPart::Late {
        days: days.unwrap_or(0),
        amount,
    }));
    let subject = Subject::Settle { index: k };
    let explained = Explanation::amount(subject, standing.currency, quote.amount, parts);
    let places = stated(k, &["principal", "periods", "fee", "rules"]);
    Some(
        explained
            .at(places)
            .by_rules_of(Figure::Early, Some(plan), line, model.today),
    )
}

/// The plan itself, and keys of it.
fn stated(k: usize, keys: &[&'static str]) -> Vec<Place> {
    let keys = keys.iter().map(|key| Place::OfPlan(k, key));
    std::iter::once(Place::Plan(k)).chain(keys).collect()
}

fn source(k: usize, part: &Part) -> Option<Place> {
    match part.source {
        Source::Payment(at) => Some(Place::InPlan(k, "payments", at)),
        Source::Refund(at) => Some(Place::InPlan(k, "refunds", at)),
        Source::Settlement => Some(Place::OfPlan(k, "settled")),
        Source::Replacement => None,
    }
}

fn paid(on: Option<NaiveDate>, amount: Money) -> ExplainPart {
    ExplainPart::Paid {
        on,
        amount: -amount,
    }
}

/// What a payment, refund or end of the plan took off an installment.
fn taken_by(part: &Part) -> Vec<ExplainPart> {
    match part.source {
        Source::Payment(_) => {
            let covered = part
                .covers()
                .then(|| paid(Some(part.on), part.principal + part.fee));
            let is_waived = part.waived.is_positive();
            let waived = is_waived.then(|| ExplainPart::Waived(-part.waived));
            covered.into_iter().chain(waived).collect()
        }
        Source::Refund(_) => vec![ExplainPart::Refunded(-part.ended())],
        Source::Settlement => vec![ExplainPart::Settled(-part.ended())],
        Source::Replacement => vec![ExplainPart::Replaced(-part.ended())],
    }
}
