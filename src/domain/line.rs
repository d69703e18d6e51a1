//! Credit lines: what a provider lets the shopper owe.

use std::sync::Arc;

use chrono::NaiveDate;

use super::attempt::Attempt;
use super::currency::Currency;
use super::id::LineId;
use super::money::Money;
use super::rulebook::Provider;
use super::rules::RuleOverrides;
use super::way::{Contact, Notice, Way};

/// A credit line (信用额度): 小米分期, 花呗, a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditLine {
    /// Its id.
    pub id: LineId,
    /// Its name for people.
    pub name: String,
    /// The rulebook preset it follows.
    pub provider: Option<String>,
    /// Which login or phone it belongs to; free text.
    pub account: Option<String>,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The fixed limit; `None` while unknown, which is not zero.
    pub limit: Option<Money>,
    /// An extra limit for a while (临时额度).
    pub temporary: Option<TemporaryLimit>,
    /// The part the provider has blocked.
    pub frozen: Money,
    /// Whether it can be used.
    pub status: LineStatus,
    /// The last day on which the identity papers on file are valid.
    pub identity_expires: Option<NaiveDate>,
    /// What the provider's app showed as available.
    pub seen: Vec<Seen>,
    /// Earlier totals, newest last.
    pub limits: Vec<LimitChange>,
    /// An announced outage.
    pub maintenance: Option<Maintenance>,
    /// Where the provider sells; `None`: anywhere.
    pub region: Option<String>,
    /// Where to pay, in order of preference; closed ones stay.
    pub ways: Vec<Way>,
    /// How to reach the provider.
    pub contact: Contact,
    /// What the provider announced.
    pub notices: Vec<Notice>,
    /// Purchases that were refused, newest last.
    pub refused: Vec<Attempt>,
    /// Rules stated for this line.
    pub rules: RuleOverrides,
    /// What the rulebook says of its provider, where it knows one of that name.
    pub preset: Option<Arc<Provider>>,
}

impl CreditLine {
    /// A line of which only the name is known.
    pub fn new(id: LineId, name: String, currency: Currency) -> Self {
        Self {
            id,
            name,
            provider: None,
            account: None,
            currency,
            limit: None,
            temporary: None,
            frozen: Money::ZERO,
            status: LineStatus::Active,
            identity_expires: None,
            seen: Vec::new(),
            limits: Vec::new(),
            maintenance: None,
            region: None,
            ways: Vec::new(),
            contact: Contact::default(),
            notices: Vec::new(),
            refused: Vec::new(),
            rules: RuleOverrides::default(),
            preset: None,
        }
    }
}

/// Whether a line can be used. A limit of zero and an unknown limit are other things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LineStatus {
    /// It can be used.
    #[default]
    Active,
    /// The provider blocks new purchases; debts stay due.
    Frozen,
    /// It was closed; debts stay due.
    Closed,
}

/// An extra limit for a while.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TemporaryLimit {
    /// How much is added.
    pub limit: Money,
    /// Its last day.
    pub until: NaiveDate,
}

/// A figure read off the provider's app (对额度).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// On which day.
    pub on: NaiveDate,
    /// What it showed as available; may be below zero.
    pub available: Money,
}

/// An earlier total limit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitChange {
    /// Since which day it held.
    pub on: NaiveDate,
    /// The total then.
    pub limit: Money,
    /// Why it changed.
    pub why: Option<String>,
}

/// An announced outage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maintenance {
    /// Its last day.
    pub until: NaiveDate,
    /// What was announced.
    pub note: Option<String>,
}
