//! The text while it is changed, and where its plans begin: where one plan changes, its own part
//! is read again, and not all of the text.

use std::borrow::Cow;

use crate::document::locate::entry;
use crate::document::text_edit::{Splice, composed, patched};
use crate::document::tree::{self, Node, Table};
use crate::domain::plan::Plan;

/// A text, and where each plan of its book begins.
#[derive(Debug, Clone)]
pub struct Manuscript<'t> {
    text: Cow<'t, str>,
    plan_starts: Cow<'t, [usize]>,
}

impl<'t> Manuscript<'t> {
    pub fn new(text: &'t str, plan_starts: &'t [usize]) -> Self {
        Self {
            text: Cow::Borrowed(text),
            plan_starts: Cow::Borrowed(plan_starts),
        }
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree of all of it.
    pub fn tree(&self) -> Option<Table<'_>> {
        let (root, errors) = tree::parse(&self.text);
        errors.is_empty().then_some(root)
    }

    /// A tree in which the plan of this index stands, and which of the plans in it that is.
    pub fn tree_with(&self, k: usize, plan: &Plan) -> Option<(Table<'_>, usize)> {
        let own = self.own_part(k, plan).map(|root| (root, 0));
        own.or_else(|| Some((self.tree()?, k)))
    }

    /// From the header of a plan to the next one; none where it is written in another way, or not
    /// there any more.
    fn own_part(&self, k: usize, plan: &Plan) -> Option<Table<'_>> {
        let start = *self.plan_starts.get(k)?;
        let end = self.plan_starts.get(k + 1).copied();
        let part = start..end.unwrap_or(self.text.len());
        if !self.text.get(part.clone())?.starts_with("[[") {
            return None;
        }
        let root = tree::parse_part(&self.text, part)?;
        let id = entry(&root, "plan", 0)?.get_ref().get("id")?;
        let is_meant = matches!(id.get_ref(), Node::String(id) if *id == plan.id.as_str());
        is_meant.then_some(root)
    }

    /// All steps, each on what the ones before it left, as splices of the text as it is.
    pub fn carry_out<S>(
        &self,
        steps: impl IntoIterator<Item = S>,
        mut splices: impl FnMut(&Manuscript<'_>, S) -> Option<Vec<Splice>>,
    ) -> Option<Vec<Splice>> {
        let (mut now, mut all) = (self.clone(), Vec::new());
        for step in steps {
            let splices = splices(&now, step)?;
            all = composed(&self.text, &all, &splices);
            now = now.patched(&splices)?;
        }
        Some(all)
    }

    /// The same with all splices made.
    fn patched(&self, splices: &[Splice]) -> Option<Manuscript<'static>> {
        let moved = |start: &usize| {
            let before = splices.iter().filter(|splice| splice.range.end <= *start);
            before.fold(*start, |start, splice| {
                start + splice.text.len() - splice.range.len()
            })
        };
        Some(Manuscript {
            text: Cow::Owned(patched(&self.text, splices)?),
            plan_starts: self.plan_starts.iter().map(moved).collect(),
        })
    }
}
