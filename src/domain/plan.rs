//! Plans: purchases paid in installments.

use chrono::NaiveDate;

use super::due::{AnchorDay, Every};
use super::fee::Fee;
use super::id::{LineId, MethodId, PlanId};
use super::money::Money;
use super::rules::{Prepay, RuleOverrides};

/// The most installments a plan may have.
pub const MOST_PERIODS: u32 = 600;

/// One purchase paid in installments (分期), as the shopper wrote it down. What follows from
/// it (schedule, standing, used limit) is derived, never stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Its id.
    pub id: PlanId,
    /// The line whose limit it uses, if any.
    pub line: Option<LineId>,
    /// What was bought.
    pub item: String,
    /// Where.
    pub merchant: Option<String>,
    /// The order number.
    pub order: Option<String>,
    /// The order date: from then on the plan occupies its line. `None`: since ever.
    pub bought: Option<NaiveDate>,
    /// The posting date, where it differs from the order date.
    pub posted: Option<NaiveDate>,
    /// The price.
    pub price: Option<Money>,
    /// What was paid at once.
    pub down_payment: Option<Money>,
    /// What is financed.
    pub principal: Money,
    /// The part of the principal that is due with the last installment on top (尾款).
    pub balloon: Option<Money>,
    /// How many installments, 1 to [`MOST_PERIODS`].
    pub periods: u32,
    /// When installment 1 is due.
    pub first_due: NaiveDate,
    /// The day of the month later installments aim at.
    pub anchor: AnchorDay,
    /// The distance between installments.
    pub every: Every,
    /// What it costs.
    pub fee: Fee,
    /// Which method pays by itself; `None`: by hand.
    pub autopay: Option<MethodId>,
    /// Installments 1 to this one were paid before the book knew the plan.
    pub paid_through: u32,
    /// A note.
    pub note: Option<String>,
    /// Exact rows from the provider's bill; each replaces the computed row of its number.
    pub schedule: Vec<ScheduleRow>,
    /// What was paid, in the order of the file.
    pub payments: Vec<Payment>,
    /// What was refunded.
    pub refunds: Vec<Refund>,
    /// When it was settled early.
    pub settled: Option<Settlement>,
    /// A pause for a return or dispute.
    pub paused: Option<Pause>,
    /// Moved due dates.
    pub deferred: Vec<Deferral>,
    /// The plan that this one replaces since it was bought (重组).
    pub replaces: Option<PlanId>,
    /// Rules stated for this plan.
    pub rules: RuleOverrides,
}

/// An exact row of the provider's bill. What it leaves out stays as computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScheduleRow {
    /// Which installment.
    pub n: u32,
    /// Its due date.
    pub due: Option<NaiveDate>,
    /// Its principal.
    pub principal: Option<Money>,
    /// Its fee.
    pub fee: Option<Money>,
}

/// Money that went to the provider.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which installment it was meant for; `None`: the oldest open one.
    pub n: Option<u32>,
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// From where.
    pub via: Option<MethodId>,
    /// The provider's or bank's reference.
    pub reference: Option<String>,
    /// When the freed limit was seen to be back.
    pub restored: Option<NaiveDate>,
    /// When the provider was seen to have booked it; `None`: only the shopper noted it.
    pub verified: Option<NaiveDate>,
    /// A prepayment of principal that is not due yet; `n` then says nothing.
    pub prepay: Option<Prepay>,
}

/// Money that came back from the merchant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refund {
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
    /// Its reference.
    pub reference: Option<String>,
}

/// An early settlement: everything open ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settlement {
    /// When.
    pub on: NaiveDate,
    /// What was paid for it.
    pub amount: Money,
}

/// A pause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pause {
    /// Its last day.
    pub until: NaiveDate,
    /// Why.
    pub why: Option<String>,
}

/// A moved due date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deferral {
    /// Which installment.
    pub n: u32,
    /// Where to.
    pub to: NaiveDate,
    /// What moving it cost.
    pub fee: Money,
}

impl Payment {
    /// The day from which it is known to have arrived: it was verified, or the limit that it freed
    /// came back, which the provider does for no other reason.
    pub fn proven_on(&self) -> Option<NaiveDate> {
        self.verified.or(self.restored)
    }
}

impl Plan {
    /// A monthly plan that says only what every plan has to say: no line, no fee, nothing paid.
    pub fn new(id: PlanId, principal: Money, periods: u32, first_due: NaiveDate) -> Self {
        Self {
            item: id.as_str().to_owned(),
            id,
            line: None,
            merchant: None,
            order: None,
            bought: None,
            posted: None,
            price: None,
            down_payment: None,
            principal,
            balloon: None,
            periods,
            first_due,
            anchor: AnchorDay::of(first_due),
            every: Every::MONTH,
            fee: Fee::default(),
            autopay: None,
            paid_through: 0,
            note: None,
            schedule: Vec::new(),
            payments: Vec::new(),
            refunds: Vec::new(),
            settled: None,
            paused: None,
            deferred: Vec::new(),
            replaces: None,
            rules: RuleOverrides::default(),
        }
    }

    /// The day from which interest is counted: the posting date, else the order date, else one step
    /// before the first due date.
    pub fn drawn_on(&self) -> Option<NaiveDate> {
        let one_step_back = || self.every.before(self.first_due, 1);
        self.posted.or(self.bought).or_else(one_step_back)
    }

    /// The payments made by a day of which nobody knows yet whether they arrived.
    pub fn unproven_by(&self, day: NaiveDate) -> impl Iterator<Item = &Payment> {
        let made = self
            .payments
            .iter()
            .filter(move |payment| payment.on <= day);
        made.filter(|payment| payment.proven_on().is_none())
    }

    /// The way the last payment took that names one, or else its autopay.
    pub fn usual_method(&self) -> Option<&MethodId> {
        let mut newest_first = self.payments.iter().rev();
        let said = newest_first.find_map(|payment| payment.via.as_ref());
        said.or(self.autopay.as_ref())
    }

    /// Its early settlement, once that has happened.
    pub fn settled_by(&self, day: NaiveDate) -> Option<Settlement> {
        self.settled.filter(|settled| settled.on <= day)
    }

    /// True while it is paused on `day`.
    pub fn is_paused_on(&self, day: NaiveDate) -> bool {
        self.paused.as_ref().is_some_and(|pause| day <= pause.until)
    }

    /// True once it occupies its line.
    pub fn is_bought_by(&self, day: NaiveDate) -> bool {
        self.bought.is_none_or(|bought| bought <= day)
    }
}
