//! What a form is about.

use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::standing::PlanStanding;
use crate::domain::{Money, PlanId};

/// The plan, or its installment, that a form is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The plan.
    pub id: PlanId,
    /// The installment, where it is about one.
    pub n: Option<u32>,
    /// Which plan of the book that is.
    pub plan: usize,
    /// What the installment, or else the plan, still asks for.
    pub outstanding: Money,
}

impl Subject {
    /// The plan of this id as it stands now, or its installment.
    pub(super) fn find(model: &Model, id: &PlanId, n: Option<u32>) -> Option<Self> {
        let mut plans = model.book()?.plans.iter();
        let plan = plans.position(|plan| plan.id == *id)?;
        let standing = model.board.position.plans.get(plan)?;
        let outstanding = match n {
            Some(n) => standing.installment(n)?.row.outstanding(),
            None => standing.outstanding,
        };
        Some(Self {
            id: id.clone(),
            n,
            plan,
            outstanding,
        })
    }

    /// The selected plan.
    pub(super) fn selected_plan(model: &Model) -> Option<(Self, &PlanStanding)> {
        let k = model.selected_plan()?;
        let id = &model.book()?.plans.get(k)?.id;
        Some((
            Self::find(model, id, None)?,
            model.board.position.plans.get(k)?,
        ))
    }

    /// The selected installment, if it asks for something; or why not.
    pub(super) fn selected_open(model: &Model) -> Result<(Self, &PlanStanding), Said> {
        let id = model.selected_open()?;
        let about = Self::find(model, &id.plan, Some(id.n)).ok_or(Said::NothingSelected)?;
        let standing = model.board.position.plans.get(about.plan);
        Ok((about, standing.ok_or(Said::NothingSelected)?))
    }
}
