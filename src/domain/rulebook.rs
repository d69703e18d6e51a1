//! The rulebook: what is known of each provider's rules, and how well.
//!
//! Providers change their rules and sources contradict each other, so every rule carries where
//! it was read, when it was checked, and how far it can be trusted.

use std::sync::Arc;

use chrono::NaiveDate;

use super::currency::Currency;
use super::rules::{RuleKind, RuleOverrides};

/// After so many days a rule is due to be checked again.
pub const STALE_AFTER_DAYS: i64 = 180;

/// What is known of providers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rulebook {
    /// The providers, by id.
    pub providers: Vec<Arc<Provider>>,
}

/// What is known of one provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its id, as a line names it.
    pub id: String,
    /// Its Chinese name.
    pub zh: String,
    /// Its English name.
    pub en: String,
    /// The currency that sums in its rules are in.
    pub currency: Currency,
    /// The values in force.
    pub rules: RuleOverrides,
    /// Where they come from; a fact may also say that a rule is not known.
    pub facts: Vec<Fact>,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which rule.
    pub rule: RuleKind,
    /// Who says so: a page, a law, a contract.
    pub source: String,
    /// When that was last looked up.
    pub checked_on: NaiveDate,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// What other sources say, where they contradict.
    pub others: Vec<String>,
}

/// How far a rule can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confidence {
    /// The provider or the law says so.
    Published,
    /// Articles and shoppers say so.
    Reported,
    /// Sources contradict each other.
    Conflicting,
    /// Nobody says so; it is the careful guess.
    Assumed,
}

impl Rulebook {
    /// The provider of this id.
    pub fn provider(&self, id: &str) -> Option<&Arc<Provider>> {
        self.providers.iter().find(|provider| provider.id == id)
    }
}

impl Provider {
    /// Where a rule of it comes from.
    pub fn fact(&self, rule: RuleKind) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.rule == rule)
    }
}

impl Fact {
    /// True once it is due to be checked again.
    pub fn is_stale_on(&self, day: NaiveDate) -> bool {
        (day - self.checked_on).num_days() > STALE_AFTER_DAYS
    }
}
