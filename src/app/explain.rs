//! Where a figure comes from: the rows and the rule behind it.

mod parts;

use chrono::NaiveDate;

use self::parts::{line_doubts, paid, schedule_doubt, taken_by, used};
use super::model::Model;
use super::screen::List;
use crate::domain::doubt::{Doubt, Figure};
use crate::domain::fee::Fee;
use crate::domain::restoring::FreedLimit;
use crate::domain::{Currency, LineId, Money, PlanId};

/// Where a figure comes from. The view words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// What is explained.
    pub subject: Subject,
    /// The figure.
    pub figure: Option<Money>,
    /// Its currency.
    pub currency: Currency,
    /// What it is made of, in the order of the sum.
    pub parts: Vec<ExplainPart>,
    /// The line of the data file where its source begins, counted from 1.
    pub file_line: Option<usize>,
    /// What in it rests on doubtful rules.
    pub doubts: Vec<(Figure, Doubt)>,
}

/// What is explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// What an installment still asks for.
    Installment {
        /// Its plan.
        plan: PlanId,
        /// Which plan of the book.
        index: usize,
        /// Its number.
        n: u32,
    },
    /// What a line still allows.
    Available {
        /// Its line.
        line: LineId,
        /// Which line of the book.
        index: usize,
    },
    /// What a plan still asks for.
    Outstanding {
        /// The plan.
        plan: PlanId,
        /// Which plan of the book.
        index: usize,
    },
}

/// One part of a figure. Amounts are added or taken off as their sign says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExplainPart {
    /// The principal part of an installment: so much of the whole over so many periods.
    Principal {
        /// The part.
        amount: Money,
        /// The whole principal.
        of: Money,
        /// Over how many installments.
        periods: u32,
        /// True where the provider's own row gives it.
        from_bill: bool,
    },
    /// The fee of an installment, by its plan's model.
    Fee {
        /// The fee.
        amount: Money,
        /// The model and its rate or total.
        model: Fee,
        /// True where the provider's own row gives it.
        from_bill: bool,
    },
    /// Borne by the merchant, below zero.
    Discount(Money),
    /// Taken off by a payment.
    Paid {
        /// When; `None`: before the book began, or at several times.
        on: Option<NaiveDate>,
        /// How much went to this installment or plan, below zero.
        amount: Money,
    },
    /// Taken off by a refund, below zero.
    Refunded(Money),
    /// Ended by an early settlement, below zero.
    Settled(Money),
    /// Fee that fell away with a prepayment, below zero.
    Waived(Money),
    /// Gone into the plan that replaced this one, below zero.
    Replaced(Money),
    /// What all installments of a plan ask for.
    Total {
        /// How many installments.
        periods: u32,
        /// The sum.
        amount: Money,
    },
    /// The fixed limit of a line.
    Limit(Money),
    /// The temporary limit in force.
    Temporary(Money),
    /// What an open plan occupies, below zero.
    Used {
        /// Which plan of the book.
        plan: usize,
        /// How much.
        amount: Money,
    },
    /// Freed and not back yet, below zero.
    Out {
        /// The entry.
        freed: FreedLimit,
        /// Minus its amount.
        amount: Money,
    },
    /// Blocked by the provider, below zero.
    Frozen(Money),
}

impl Explanation {
    /// The figure of the selected row.
    pub(super) fn of_selected(model: &Model) -> Option<Self> {
        match model.list()? {
            List::Due | List::Installments | List::Alerts | List::Day => {
                let id = model.selected_installment();
                match (model.selected_plan(), id) {
                    (Some(k), Some(id)) => Self::of_installment(model, k, id.n),
                    (Some(k), None) => Self::of_plan(model, k),
                    (None, _) => Self::of_line(model, model.selected_alert()?.alert.line?),
                }
            }
            List::Plans => Self::of_plan(model, model.selected_plan()?),
            List::Lines => Self::of_line(model, model.selected_line()?.line),
            List::Cases => Self::of_line(model, model.selected_case()?.line?),
        }
    }

    fn of_installment(model: &Model, k: usize, n: u32) -> Option<Self> {
        let (document, standing) = (model.book.document()?, model.board.position.plans.get(k)?);
        let plan = document.book().plans.get(k)?;
        let row = standing.installment(n)?.row;
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
        let of_row = standing.parts.iter().filter(|part| part.n == n);
        let mut before_book = row.installment.amount() - row.outstanding();
        for part in of_row {
            before_book -= part.ended();
            parts.extend(taken_by(part));
        }
        if before_book.is_positive() {
            parts.push(paid(None, before_book));
        }
        let (plan, index) = (plan.id.clone(), k);
        Some(Self {
            subject: Subject::Installment { plan, index, n },
            figure: Some(row.outstanding()),
            currency: standing.currency,
            parts,
            file_line: Some(document.line_of_plan(k)),
            doubts: schedule_doubt(model, k),
        })
    }

    fn of_plan(model: &Model, k: usize) -> Option<Self> {
        let (document, standing) = (model.book.document()?, model.board.position.plans.get(k)?);
        let plan = document.book().plans.get(k)?;
        let total = ExplainPart::Total {
            periods: plan.periods,
            amount: standing.total,
        };
        let taken_off = standing.taken_off;
        let other = ExplainPart::Refunded(-taken_off);
        let parts = [total, paid(None, standing.paid)].into_iter();
        Some(Self {
            subject: Subject::Outstanding {
                plan: plan.id.clone(),
                index: k,
            },
            figure: Some(standing.outstanding),
            currency: standing.currency,
            parts: parts
                .chain((!taken_off.is_zero()).then_some(other))
                .collect(),
            file_line: Some(document.line_of_plan(k)),
            doubts: Vec::new(),
        })
    }

    fn of_line(model: &Model, k: usize) -> Option<Self> {
        let (book, limit) = (model.book()?, model.board.position.limits.get(k)?);
        let line = book.lines.get(k)?;
        let mut parts: Vec<_> = limit.total.map(ExplainPart::Limit).into_iter().collect();
        parts.extend(
            Some(limit.temporary)
                .filter(|amount| amount.is_positive())
                .map(ExplainPart::Temporary),
        );
        parts.extend(used(model, line));
        parts.extend(limit.out.iter().map(|freed| ExplainPart::Out {
            freed: *freed,
            amount: -freed.amount,
        }));
        if limit.frozen.is_positive() {
            parts.push(ExplainPart::Frozen(-limit.frozen));
        }
        Some(Self {
            subject: Subject::Available {
                line: line.id.clone(),
                index: k,
            },
            figure: limit.available,
            currency: line.currency,
            parts,
            file_line: None,
            doubts: line_doubts(model, k),
        })
    }
}
