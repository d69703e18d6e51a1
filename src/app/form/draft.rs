//! A new plan from what a bill knows of a purchase.

use super::choice::Pick;
use super::field::FieldName as F;
use super::{Form, Task};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::import::preview::Draft;

impl Form {
    /// A form for a new plan with what a bill says; the first thing that it does not say has the
    /// keys.
    pub(in crate::app) fn of_draft(model: &Model, draft: &Draft) -> Result<Self, Said> {
        let mut plan = Self::open(Task::Add, model)?;
        if draft.line.is_some() {
            plan.prefill_choice(F::Line, &Pick::Line(draft.line.clone()));
        }
        let line = draft.line.as_ref().and_then(|id| model.book()?.line(id));
        let currency = line.map_or(plan.currency, |line| line.currency);
        plan.type_in(F::Item, &draft.item);
        plan.type_in(F::Bought, &draft.bought.to_string());
        plan.type_in(F::Merchant, draft.merchant.as_deref().unwrap_or_default());
        plan.prefill(F::Order, draft.order.as_deref().unwrap_or_default());
        if let Some(price) = draft.price {
            plan.prefill(F::Price, &price.plain(currency));
        }
        if let Some(periods) = draft.periods {
            plan.type_in(F::Periods, &periods.to_string());
        }
        plan.think(model);
        plan.focus_on(match (draft.price, draft.periods) {
            (None, _) => F::Price,
            (_, None) => F::Periods,
            _ => F::Fee,
        });
        Ok(plan)
    }
}
