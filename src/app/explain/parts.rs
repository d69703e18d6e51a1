//! The parts that an explanation is made of.

use chrono::NaiveDate;

use super::ExplainPart;
use crate::app::detail::occupied;
use crate::app::model::Model;
use crate::domain::Money;
use crate::domain::allocation::{Part, Source};
use crate::domain::doubt::{self, Doubt, Figure};
use crate::domain::line::CreditLine;

/// The cents of an installment.
pub(super) fn schedule_doubt(model: &Model, k: usize) -> Vec<(Figure, Doubt)> {
    let doubt = || {
        let (book, standing) = (model.book()?, model.board.position.plans.get(k)?);
        let plan = book.plans.get(k)?;
        doubt::of_plan(Figure::Schedule, book, plan, standing, model.today)
    };
    let doubt = doubt().map(|doubt| (Figure::Schedule, doubt));
    doubt.into_iter().collect()
}

/// What a line has used, and when what is out comes back.
pub(super) fn line_doubts(model: &Model, k: usize) -> Vec<(Figure, Doubt)> {
    let Some(row) = model.board.lines.iter().find(|row| row.line == k) else {
        return Vec::new();
    };
    let used = row.used_doubt.map(|doubt| (Figure::Used, doubt));
    let back = row.out.iter().filter_map(|out| out.doubt).min();
    let back = back.map(|doubt| (Figure::Restoring, doubt));
    used.into_iter().chain(back).collect()
}

pub(super) fn paid(on: Option<NaiveDate>, amount: Money) -> ExplainPart {
    ExplainPart::Paid {
        on,
        amount: -amount,
    }
}

/// What a payment, refund or end of the plan took off an installment.
pub(super) fn taken_by(part: &Part) -> Vec<ExplainPart> {
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

/// What each plan occupies of a line.
pub(super) fn used(model: &Model, line: &CreditLine) -> Vec<ExplainPart> {
    let plans = model.book().map(|book| book.plans.as_slice());
    let standings = plans
        .unwrap_or_default()
        .iter()
        .zip(&model.board.position.plans);
    let on_line = standings.enumerate().filter(|(_, (plan, _))| {
        plan.line.as_ref() == Some(&line.id) && plan.is_bought_by(model.today)
    });
    let used = on_line.map(|(k, (plan, standing))| ExplainPart::Used {
        plan: k,
        amount: -occupied(plan, standing),
    });
    used.filter(|part| !matches!(part, ExplainPart::Used { amount, .. } if amount.is_zero()))
        .collect()
}
