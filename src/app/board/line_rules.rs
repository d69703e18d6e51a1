//! The rules that somebody states for a line.

use chrono::NaiveDate;

use crate::domain::doubt::{self, Doubt, Origin};
use crate::domain::line::CreditLine;
use crate::domain::rules::RuleKind;

/// A rule that somebody states for a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineRule {
    /// Which one; its value stands in [`LineRow::in_force`].
    pub rule: RuleKind,
    /// Who states it.
    pub origin: Origin,
    /// When it was checked, where the rulebook states it.
    pub checked_on: Option<NaiveDate>,
    /// Why it is to be doubted.
    pub doubt: Option<Doubt>,
}

impl LineRule {
    /// All of them, in their usual order.
    pub(super) fn all(line: &CreditLine, today: NaiveDate) -> Vec<Self> {
        let preset = line.preset.as_ref();
        let rule = |rule: &RuleKind| {
            let origin = Origin::of(*rule, None, Some(line));
            let fact = preset.filter(|_| origin == Origin::Preset);
            let fact = fact.and_then(|preset| preset.fact(*rule));
            (origin != Origin::Default).then(|| Self {
                rule: *rule,
                origin,
                checked_on: fact.map(|fact| fact.checked_on),
                doubt: fact.and_then(|fact| doubt::of_fact(fact, today)),
            })
        };
        RuleKind::ALL.iter().filter_map(rule).collect()
    }
}
