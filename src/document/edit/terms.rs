//! Changes of what is written down of plans, lines and ways to pay. A thing is written as it was
//! and as it is to be, and only the keys that differ are touched, each by an edit of its own.

use super::entry::Entry;
use super::manuscript::Manuscript;
use super::table::{self, Layout};
use super::{line_entry, place, plan_entry};
use crate::document::locate::{TableForm, entry as place_of, table_form};
use crate::document::text_edit::Splice;
use crate::document::tree::{Key, Node, Spanned, parse};
use crate::domain::book::Book;
use crate::domain::command::TermsChange;
use crate::domain::line::{CreditLine, LimitChange};
use crate::domain::plan::Plan;
use crate::domain::terms::PlanTerms;

/// One key that changes.
struct Step {
    /// The key, and within a table of its own the key there.
    path: Vec<String>,
    to: To,
}

enum To {
    /// It says this.
    Value(String),
    /// It is taken away.
    Nothing,
    /// Its array gets these entries.
    More(Vec<Entry>),
}

/// The splices that write a change of terms.
pub fn splices(written: &Manuscript<'_>, book: &Book, change: &TermsChange) -> Option<Vec<Splice>> {
    let text = written.text();
    match change {
        TermsChange::AddLine(line) => {
            let entry = |_: Layout<'_>| line_entry::line(line, book);
            table::append_kind(text, &written.tree()?, "line", entry)
        }
        TermsChange::AddMethod(method) => {
            let entry = |_: Layout<'_>| line_entry::method(method, book.currency);
            table::append_kind(text, &written.tree()?, "method", entry)
        }
        TermsChange::RemoveLine { line } => {
            table::remove_kind(text, &written.tree()?, "line", *line)
        }
        TermsChange::RemoveMethod { method } => {
            table::remove_kind(text, &written.tree()?, "method", *method)
        }
        TermsChange::SetPlan { plan, terms } => plan_splices(written, book, *plan, terms),
        TermsChange::SetLine {
            line: k,
            terms,
            limits,
        } => {
            let before = book.lines.get(*k)?;
            let mut after = before.clone();
            terms.apply(&mut after);
            let steps = line_steps(before, &after, limits, book);
            in_table(written, ("line", *k), &steps)
        }
        TermsChange::SetMethod { method: k, terms } => {
            let before = book.methods.get(*k)?;
            let mut after = before.clone();
            terms.apply(&mut after);
            let old = line_entry::method(before, book.currency);
            let new = line_entry::method(&after, book.currency);
            in_table(written, ("method", *k), &differences(&old, &new))
        }
    }
}

/// The splices that write other terms of a plan.
fn plan_splices(
    written: &Manuscript<'_>,
    book: &Book,
    k: usize,
    terms: &PlanTerms,
) -> Option<Vec<Splice>> {
    let before = book.plans.get(k)?;
    let mut after = before.clone();
    terms.apply(&mut after);
    let steps = {
        let (root, at) = written.tree_with(k, before)?;
        plan_steps(place_of(&root, "plan", at)?, (before, &after), book)
    };
    written.carry_out(&steps, |now, step| {
        let (root, at) = now.tree_with(k, before)?;
        step.splices(now.text(), place_of(&root, "plan", at)?)
    })
}

/// The keys of a line that change, and the totals that join its earlier ones.
fn line_steps(
    before: &CreditLine,
    after: &CreditLine,
    limits: &[LimitChange],
    book: &Book,
) -> Vec<Step> {
    let keys = |line| line_entry::line(line, book);
    let mut steps = differences(&keys(before), &keys(after));
    let totals = limits.iter();
    let totals = totals.map(|total| line_entry::limit_change(total, before.currency));
    if !limits.is_empty() {
        steps.push(Step {
            path: vec!["limits".to_owned()],
            to: To::More(totals.collect()),
        });
    }
    steps
}

/// The keys of a plan that change. A principal that the file leaves to price and down payment
/// stays left to them.
fn plan_steps(
    written: &Spanned<Node<'_>>,
    (before, after): (&Plan, &Plan),
    book: &Book,
) -> Vec<Step> {
    let currency = book.currency_of(before);
    let keys = |plan| plan_entry::terms_and_rules(plan, currency, Layout::OWN);
    let mut steps = differences(&keys(before), &keys(after));
    let financed = after
        .price
        .map(|price| price - after.down_payment.unwrap_or_default());
    if written.get_ref().get("principal").is_none() && financed == Some(after.principal) {
        steps.retain(|step| step.path != ["principal"]);
    }
    steps
}

/// The keys that differ; of a table in braces the keys in it that do.
fn differences(before: &Entry, after: &Entry) -> Vec<Step> {
    let mut steps = Vec::new();
    for (key, value) in after {
        let old = before.iter().find(|(old, _)| old == key);
        match old.map(|(_, old)| old) {
            Some(old) if old == value => {}
            Some(old) => steps.extend(within(key, old, value)),
            None => steps.push(Step::set(vec![(*key).to_owned()], value)),
        }
    }
    for (key, _) in before {
        if !after.iter().any(|(new, _)| new == key) {
            steps.push(Step::unset(vec![(*key).to_owned()]));
        }
    }
    steps
}

/// The keys of a table that differ, or the whole value where it is none.
fn within(key: &str, old: &str, new: &str) -> Vec<Step> {
    let (Some(before), Some(after)) = (pairs(old), pairs(new)) else {
        return vec![Step::set(vec![key.to_owned()], new)];
    };
    let path = |inner: &str| vec![key.to_owned(), inner.to_owned()];
    let changed = after.iter().filter(|pair| !before.contains(pair));
    let set = changed.map(|(inner, value)| Step::set(path(inner), value));
    let gone = before
        .iter()
        .filter(|(inner, _)| !after.iter().any(|(new, _)| new == inner));
    let unset = gone.map(|(inner, _)| Step::unset(path(inner)));
    set.chain(unset).collect()
}

/// The keys and values of a table in braces, as they are written.
fn pairs(value: &str) -> Option<Vec<(String, String)>> {
    let text = format!("x = {value}");
    let (root, errors) = parse(&text);
    let Node::Table(table) = root.get("x")?.get_ref() else {
        return None;
    };
    let pairs = table.iter();
    let pair = |(key, value): (&Key<'_>, &Spanned<Node<'_>>)| {
        let value = text.get(value.span())?.to_owned();
        Some((key.get_ref().to_string(), value))
    };
    pairs
        .map(pair)
        .collect::<Option<_>>()
        .filter(|_| errors.is_empty())
}

impl Step {
    fn set(path: Vec<String>, value: &str) -> Self {
        let to = To::Value(value.to_owned());
        Self { path, to }
    }

    fn unset(path: Vec<String>) -> Self {
        let to = To::Nothing;
        Self { path, to }
    }

    /// The splices of this step alone, in a table.
    fn splices(&self, text: &str, of: &Spanned<Node<'_>>) -> Option<Vec<Splice>> {
        let mut owner = of;
        let (key, outer) = self.path.split_last()?;
        for part in outer {
            owner = owner.get_ref().get(part.as_str())?;
        }
        match &self.to {
            To::Value(value) => set(text, owner, key, value),
            // A default that the file leaves unsaid is no key to take away.
            To::Nothing if owner.get_ref().get(key.as_str()).is_none() => Some(Vec::new()),
            To::Nothing => place::unset(text, owner, key),
            To::More(entries) => place::append(text, owner, "limits", entries),
        }
    }
}

/// Sets a key. A table under a header of its own, of which nothing was read so far, gets the pairs
/// of the new one.
fn set(text: &str, owner: &Spanned<Node<'_>>, key: &str, value: &str) -> Option<Vec<Splice>> {
    let written = owner.get_ref().get(key);
    let table = written.filter(|written| {
        written.get_ref().is_table() && table_form(text, written) != TableForm::Inline
    });
    match table {
        Some(table) => {
            let pairs = pairs(value)?;
            let pairs = pairs
                .iter()
                .map(|(key, value)| (key.as_str(), value.clone()));
            let pairs: Vec<_> = pairs.collect();
            place::set(text, table, &pairs)
        }
        None => place::set(text, owner, &[(key, value.to_owned())]),
    }
}

/// All steps in a table of this kind.
fn in_table(
    written: &Manuscript<'_>,
    (kind, index): (&str, usize),
    steps: &[Step],
) -> Option<Vec<Splice>> {
    written.carry_out(steps, |now, step| {
        step.splices(now.text(), place_of(&now.tree()?, kind, index)?)
    })
}
