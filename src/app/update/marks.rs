//! Installments that are selected beside each other, to be paid as one change.

use super::{keys, navigate};
use crate::app::action::Motion;
use crate::app::board::due::DueRow;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::screen::{InstallmentId, List};
use crate::domain::command::Pay;
use crate::domain::{Command, Currency, Money};

/// Selects the installment beside others, or no longer, and goes on to the next row.
pub fn toggle(model: &mut Model) -> Vec<Effect> {
    if let Err(said) = model.editable() {
        return keys::hint(model, said);
    }
    let id = match model.selected_open() {
        Ok(id) => id,
        Err(said) => return keys::hint(model, said),
    };
    let marked = &mut model.selection.marked;
    match marked.iter().position(|one| *one == id) {
        Some(at) => drop(marked.remove(at)),
        None => marked.push(id),
    }
    navigate::motion(model, Motion::Down)
}

/// What pays all of them in full, today; the oldest first, so that a plan is paid in its order.
pub fn payment(model: &Model) -> Option<Command> {
    let mut marked = model.selection.marked.clone();
    marked.sort_by(|one, other| one.plan.cmp(&other.plan).then(one.n.cmp(&other.n)));
    Command::all(marked.into_iter().map(|id| {
        Command::Pay(Pay {
            n: Some(id.n),
            ..Pay::oldest(id.plan, model.today)
        })
    }))
}

/// What was paid is no longer selected, and the cursor goes on to something open.
pub fn after(model: &mut Model) {
    let before = model.selection.marked.len();
    keep_open(model);
    let was_paid = model.selection.marked.len() < before;
    if was_paid && !model.selected_due().is_some_and(DueRow::is_open) {
        let open = model.board.due.rows.iter().position(DueRow::is_open);
        if let Some(row) = open {
            model.select(List::Due, row);
        }
    }
}

/// Only what still asks for something stays selected.
pub fn keep_open(model: &mut Model) {
    let mut marked = std::mem::take(&mut model.selection.marked);
    marked.retain(|id| model.outstanding(id).is_some());
    model.selection.marked = marked;
}

impl Model {
    /// What an installment still asks for, and its currency; `None` where it asks for nothing.
    fn outstanding(&self, id: &InstallmentId) -> Option<(Money, Currency)> {
        let plan = self
            .book()?
            .plans
            .iter()
            .position(|plan| plan.id == id.plan)?;
        let standing = self.board.position.plans.get(plan)?;
        let one = standing.installment(id.n)?;
        one.timing()?;
        Some((one.row.outstanding(), standing.currency))
    }

    /// How many installments are selected beside each other, and what they come to in each currency.
    pub fn marked(&self) -> (usize, Vec<(Money, Currency)>) {
        let marked = &self.selection.marked;
        let mut sums: Vec<(Money, Currency)> = Vec::new();
        for (amount, currency) in marked.iter().filter_map(|id| self.outstanding(id)) {
            match sums.iter_mut().find(|(_, other)| *other == currency) {
                Some((sum, _)) => *sum += amount,
                None => sums.push((amount, currency)),
            }
        }
        (marked.len(), sums)
    }

    /// Whether an installment is one of them.
    pub fn is_marked(&self, id: &InstallmentId) -> bool {
        self.selection.marked.contains(id)
    }
}
