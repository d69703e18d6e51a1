//! The book: everything the shopper wrote down.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::case::Case;
use super::currency::Currency;
use super::id::{LineId, MethodId, PlanId};
use super::line::CreditLine;
use super::method::Method;
use super::money::Money;
use super::plan::Plan;

/// The file-format version this program writes.
pub const VERSION: u32 = 1;

/// Everything one data file says, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    /// The format version; a higher one than [`VERSION`] is read-only.
    pub version: u32,
    /// The default currency.
    pub currency: Currency,
    /// The shopper's choices.
    pub settings: Settings,
    /// Credit lines.
    pub lines: Vec<CreditLine>,
    /// Ways to pay.
    pub methods: Vec<Method>,
    /// Plans.
    pub plans: Vec<Plan>,
    /// Follow-ups.
    pub cases: Vec<Case>,
}

/// The shopper's choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// From how many days before its due date an installment counts as due soon.
    pub due_soon_days: u32,
    /// The shopper's own ceiling for the installments of one calendar month.
    pub monthly_cap: Option<Money>,
    /// Where the shopper is.
    pub region: Option<String>,
    /// Which working-day calendar holds.
    pub holidays: Holidays,
}

/// Which working-day calendar holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Holidays {
    /// Mainland China, as shipped or replaced by the user.
    #[default]
    China,
    /// Weekends only.
    WeekendsOnly,
    /// A calendar file, relative to the data file.
    File(String),
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            due_soon_days: 7,
            monthly_cap: None,
            region: None,
            holidays: Holidays::China,
        }
    }
}

impl Default for Book {
    fn default() -> Self {
        Self {
            version: VERSION,
            currency: Currency::CNY,
            settings: Settings::default(),
            lines: Vec::new(),
            methods: Vec::new(),
            plans: Vec::new(),
            cases: Vec::new(),
        }
    }
}

impl Book {
    /// True where a newer program wrote it: it may be shown but not changed.
    pub fn is_read_only(&self) -> bool {
        self.version > VERSION
    }

    /// The line of this id.
    pub fn line(&self, id: &LineId) -> Option<&CreditLine> {
        self.lines.iter().find(|line| line.id == *id)
    }

    /// The plan of this id.
    pub fn plan(&self, id: &PlanId) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == *id)
    }

    /// The day on which another plan replaced this one: when that was bought, or first due. Of
    /// plans that claim to replace each other, in however wide a circle, none does: a debt never
    /// vanishes.
    pub fn replaced_on(&self, plan: &Plan) -> Option<NaiveDate> {
        let before = |plan: &&Plan| self.plan(plan.replaces.as_ref()?);
        let comes_before = |other: &Plan| {
            std::iter::successors(before(&plan), before)
                .take(self.plans.len())
                .any(|one| one.id == other.id)
        };
        let replaces =
            |other: &&Plan| other.replaces.as_ref() == Some(&plan.id) && !comes_before(other);
        let new = self.plans.iter().find(replaces)?;
        Some(new.bought.unwrap_or(new.first_due))
    }

    /// Every plan that another one replaced, with the day on which it did.
    pub fn replacements(&self) -> BTreeMap<&PlanId, NaiveDate> {
        let replaced = self.plans.iter().filter_map(|new| new.replaces.as_ref());
        let on = |id| Some((id, self.replaced_on(self.plan(id)?)?));
        replaced.filter_map(on).collect()
    }

    /// The way to pay of this id.
    pub fn method(&self, id: &MethodId) -> Option<&Method> {
        self.methods.iter().find(|method| method.id == *id)
    }

    /// The line a plan uses.
    pub fn line_of(&self, plan: &Plan) -> Option<&CreditLine> {
        self.line(plan.line.as_ref()?)
    }

    /// The currency of a plan's amounts: its line's, or the book's.
    pub fn currency_of(&self, plan: &Plan) -> Currency {
        self.line_of(plan)
            .map_or(self.currency, |line| line.currency)
    }
}
