//! Several commands or changes that are one: carried out together, taken back together.

use std::slice::Iter;

use super::{Change, Command, TermsCommand};
use crate::domain::book::Book;
use crate::domain::fee::Fee;
use crate::domain::id::PlanId;
use crate::domain::refusal::Refusal;
use crate::domain::terms::PlanTerms;

/// At least two of a kind, in the order in which they happen. None of them is itself several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Several<T>(Vec<T>);

impl<T> Several<T> {
    /// All of them, first to last.
    pub fn iter(&self) -> Iter<'_, T> {
        self.0.iter()
    }
}

impl<'a, T> IntoIterator for &'a Several<T> {
    type Item = &'a T;
    type IntoIter = Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Command {
    /// These commands as one, in this order: one change, one undo. `None` where there are none.
    pub fn all(commands: impl IntoIterator<Item = Self>) -> Option<Self> {
        let mut flat = Vec::new();
        for command in commands {
            match command {
                Self::All(several) => flat.extend(several.0),
                one => flat.push(one),
            }
        }
        if flat.len() < 2 {
            return flat.pop();
        }
        Some(Self::All(Several(flat)))
    }
}

impl Command {
    /// Terms of a plan change, and perhaps its fee from one installment on.
    pub fn set_plan(plan: &PlanId, terms: PlanTerms, from: Option<(u32, Fee)>) -> Self {
        let changes = from.is_none() || terms != PlanTerms::default();
        let set = Self::Terms(TermsCommand::SetPlan {
            plan: plan.clone(),
            terms: Box::new(terms),
        });
        let Some((n, fee)) = from else { return set };
        let plan = plan.clone();
        let fee = Self::FeeFrom { plan, n, fee };
        if changes {
            Self::All(Several(vec![set, fee]))
        } else {
            fee
        }
    }
}

impl Several<Command> {
    /// Checks each command against the book as the ones before it leave it.
    ///
    /// # Errors
    /// The first refusal, with which of them it is.
    pub(super) fn check(
        &self,
        book: &Book,
        check: impl Fn(&Command, &Book) -> Result<Change, Refusal>,
    ) -> Result<Change, Refusal> {
        let mut book = book.clone();
        let mut changes = Vec::with_capacity(self.0.len());
        for (k, command) in self.iter().enumerate() {
            let change = check(command, &book).map_err(|why| Refusal::OneOfSeveral {
                nth: k + 1,
                why: Box::new(why),
            })?;
            change.apply(&mut book);
            changes.push(change);
        }
        Ok(Change::All(Several(changes)))
    }

    /// Each command as `exactly` makes it of the change that it came to.
    #[must_use]
    pub fn pinned(
        self,
        changes: &Several<Change>,
        exactly: impl Fn(Command, &Change) -> Command,
    ) -> Self {
        let pairs = self.0.into_iter().zip(changes);
        Self(
            pairs
                .map(|(command, change)| exactly(command, change))
                .collect(),
        )
    }
}
