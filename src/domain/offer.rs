//! A purchase in installments that is only thought of: what it would cost here and elsewhere.

use std::cmp::Ordering;

use chrono::{Months, NaiveDate};

use super::book::Book;
use super::cost::Cost;
use super::fee::{FeeAmount, FeeModel};
use super::id::LineId;
use super::line::CreditLine;
use super::money::Money;
use super::plan::Plan;
use super::rules::Rules;
use super::schedule::{Installment, Schedule};
use super::standing::PlanStanding;
use super::working_day::WorkingCalendar;

/// A price in so many installments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trial {
    /// How many.
    pub periods: u32,
    /// What the most expensive installment asks for; while the fee is unknown its principal part.
    pub each: Money,
    /// The fee in it.
    pub fee_of_each: Money,
    /// What it costs; `None` while the fee is unknown.
    pub cost: Option<TrialCost>,
    /// When the last one is due.
    pub last: NaiveDate,
}

/// What a price in installments costs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrialCost {
    /// All fees.
    pub fees: Money,
    /// All that is to be paid, without the down payment.
    pub total: Money,
    /// The yearly rates.
    pub cost: Cost,
}

impl Trial {
    /// What a plan that is not in the book would ask for, and how it would stand. Where its fee is
    /// unknown it costs an unknown sum, not nothing. `None` where it has no installment.
    pub fn of(
        plan: &Plan,
        fee_is_known: bool,
        book: &Book,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Option<(Self, PlanStanding)> {
        let standing = PlanStanding::of(book, plan, calendar, today);
        let cost = || {
            let rules = Rules::of_plan(plan, book.line_of(plan));
            let schedule = Schedule::of(plan, &rules, book.currency_of(plan));
            TrialCost {
                fees: standing.fee_total,
                total: standing.total,
                cost: Cost::of(plan, &schedule),
            }
        };
        let ones = standing.installments.iter().map(|one| one.row.installment);
        let most = ones.max_by_key(Installment::amount)?;
        let trial = Self {
            periods: plan.periods,
            each: most.amount(),
            fee_of_each: most.fee - most.discount,
            cost: fee_is_known.then(cost),
            last: standing.installments.last()?.due(),
        };
        Some((trial, standing))
    }

    /// Which of two offers is cheaper: by what they cost, then by the yearly rate, because the same
    /// sum paid earlier costs more. Offers whose fee is unknown come last.
    pub fn compare_cost(&self, other: &Self) -> Ordering {
        let fees = |trial: &Self| trial.cost.map(|cost| cost.fees);
        let rate = |trial: &Self| trial.cost.and_then(|cost| cost.cost.effective);
        let unknown = fees(self).is_none().cmp(&fees(other).is_none());
        let by_fees = unknown.then(fees(self).cmp(&fees(other)));
        by_fees.then_with(|| {
            rate(self)
                .partial_cmp(&rate(other))
                .unwrap_or(Ordering::Equal)
        })
    }
}

/// How a line usually charges: as the plan bought last on it whose fee is a rate. A sum belongs to
/// one purchase and says nothing about the next.
pub fn usual_fee(book: &Book, line: Option<&LineId>) -> Option<FeeModel> {
    let on_line = book.plans.iter().filter(|plan| plan.line.as_ref() == line);
    let rated = on_line.filter(|plan| is_rate(plan.fee.model));
    let latest = rated.max_by_key(|plan| plan.bought);
    latest.map(|plan| plan.fee.model)
}

fn is_rate(model: FeeModel) -> bool {
    !matches!(
        model,
        FeeModel::Flat(FeeAmount::Total(_)) | FeeModel::Upfront(FeeAmount::Total(_), _)
    )
}

/// When the first installment of a purchase of this day is due: by the line's bills, else a month
/// later. `None` beyond the calendar.
pub fn first_due_after(line: Option<&CreditLine>, bought: NaiveDate) -> Option<NaiveDate> {
    match Rules::of_line(line).statement {
        Some(statement) => Some(statement.first_due(bought)),
        None => bought.checked_add_months(Months::new(1)),
    }
}
