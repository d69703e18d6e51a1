//! What a plan's parts say about each other. All of it is warnings: the figures are shown as
//! they stand, never put right.

use super::value::Value;
use crate::document::diagnostic::Problem;
use crate::document::tree::Node;
use crate::domain::allocation::{Allocation, Terms};
use crate::domain::currency::Currency;
use crate::domain::line::CreditLine;
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;

/// Warns where the schedule's rows do not add up or more was paid than is owed.
pub fn check_plan(plan: &Plan, value: Value<'_>, lines: &[CreditLine], book: Currency) {
    let has_rows = plan.schedule.iter().any(|row| row.principal.is_some());
    if !has_rows && plan.payments.is_empty() && plan.refunds.is_empty() {
        return;
    }
    if !has_rows && is_covered_by_principal(plan) {
        return;
    }
    let line = lines
        .iter()
        .find(|line| Some(&line.id) == plan.line.as_ref());
    let currency = line.map_or(book, |line| line.currency);
    let rules = Rules::of_plan(plan, line);
    let schedule = Schedule::of(plan, &rules, currency);
    let sum = schedule.principal_total();
    if has_rows && sum != plan.principal {
        let problem = Problem::ScheduleSum {
            sum: sum.plain(currency),
            principal: plan.principal.plain(currency),
            difference: (sum - plan.principal).plain(currency),
        };
        warn_at(value, "schedule", problem);
    }
    let asked = schedule.total() + plan.down_payment.unwrap_or_default();
    let terms = Terms {
        plan,
        rules: &rules,
        currency,
        replaced_on: None,
    };
    let excess = Allocation::of(terms, schedule, None).excess;
    let refunded: Money = plan.refunds.iter().map(|refund| refund.amount).sum();
    for (key, by) in [("payments", excess), ("refunds", refunded - asked)] {
        if by.is_positive() {
            let by = by.plain(currency);
            warn_at(value, key, Problem::Overpaid { by });
        }
    }
}

/// Whether no payment can be too much: none went beyond the principal, which the installments ask
/// for at least, and nothing else has ended any of it.
fn is_covered_by_principal(plan: &Plan) -> bool {
    let paid: Money = plan.payments.iter().map(|payment| payment.amount).sum();
    plan.refunds.is_empty()
        && plan.settled.is_none()
        && plan.paid_through == 0
        && paid <= plan.principal
}

/// Warns at a key of the plan, or at the last entry under it.
fn warn_at(plan: Value<'_>, key: &str, problem: Problem) {
    let Node::Table(table) = plan.get() else {
        return;
    };
    let at = table.get(key).map(|value| match value.get_ref() {
        Node::Array(entries) => entries.iter().next_back().unwrap_or(value).span(),
        _ => value.span(),
    });
    plan.log.warn(at.unwrap_or_else(|| plan.span()), problem);
}
