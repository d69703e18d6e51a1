//! The rulebook: what is known of each provider's rules, and how well.
//!
//! Providers change their rules and sources contradict each other, so every rule carries where
//! it was read, when it was checked, and how far it can be trusted.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::currency::Currency;
use super::rules::{LateRule, RuleKind, RuleOverrides};

/// After so many days a rule is due to be checked again.
pub const STALE_AFTER_DAYS: i64 = 180;

/// What is known of one provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provider {
    /// Its id, as a line names it.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// The currency that sums in its rules are in; lines of another currency do without them.
    pub currency: Currency,
    /// The values in force.
    pub rules: RuleOverrides,
    /// Where they come from; a fact may also say that a rule is not known.
    pub facts: Vec<Fact>,
    /// Where links in its messages lead.
    pub domains: Option<Domains>,
}

/// Where links in the messages of a provider lead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Domains {
    /// The domains; hosts below them are meant too.
    pub names: Vec<String>,
    /// Who says so.
    pub source: Words,
    /// When that was last looked up.
    pub checked_on: NaiveDate,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// Where a rule comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Which rule.
    pub rule: RuleKind,
    /// Who says so: a page, a law, a contract.
    pub source: Words,
    /// When that was last looked up.
    pub checked_on: NaiveDate,
    /// How far it can be trusted; `None` where nothing was found.
    pub confidence: Option<Confidence>,
    /// What other sources say, where they contradict.
    pub others: Vec<Words>,
}

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
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

impl Provider {
    /// The domains that links in its messages lead to, as far as they are known.
    pub fn domains(&self) -> impl Iterator<Item = &str> {
        let domains = self.domains.iter().flat_map(|domains| &domains.names);
        domains.map(String::as_str)
    }

    /// Where a rule of it comes from.
    pub fn fact(&self, rule: RuleKind) -> Option<&Fact> {
        self.facts.iter().find(|fact| fact.rule == rule)
    }

    /// Its rules for a line of this currency: sums hold only in its own.
    pub fn rules_in(&self, currency: Currency) -> Cow<'_, RuleOverrides> {
        if currency == self.currency {
            return Cow::Borrowed(&self.rules);
        }
        let is_a_rate = |late: &LateRule| matches!(late, LateRule::Daily(_));
        Cow::Owned(RuleOverrides {
            late: self.rules.late.clone().filter(is_a_rate),
            min_purchase: None,
            ..self.rules.clone()
        })
    }
}

impl Fact {
    /// How many days ago it was checked, once that is too long.
    pub fn stale_days(&self, day: NaiveDate) -> Option<u32> {
        let days = (day - self.checked_on).num_days();
        u32::try_from(days).ok().filter(|_| days > STALE_AFTER_DAYS)
    }
}
