//! Messages of providers: a reminder or a receipt, read without any network, and compared with the
//! book.

mod amounts;
mod compare;
mod days;

use std::sync::Arc;

use chrono::NaiveDate;

use super::digest::digest;
use super::link::{Leads, Link, links};
use super::service::Service;
use super::wording::{BillMonth, Nth, bill_month, folded, last4, nth};
use crate::domain::command::Pay;
use crate::domain::rulebook::Provider;
use crate::domain::{Command, LineId, Money, PlanId};
use amounts::amounts;
pub use compare::compare;
use days::days;

/// The longest message: a provider's is a few hundred letters.
pub const LONGEST: usize = 8 << 10;

/// What a message says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What it tells.
    pub kind: MessageKind,
    /// What tells it from all other messages; the reference of a payment that it confirms.
    pub reference: String,
    /// The providers that it names.
    pub services: Vec<Service>,
    /// Its amounts, in the order of the text.
    pub amounts: Vec<Money>,
    /// Its days.
    pub days: Vec<NaiveDate>,
    /// The bill that it names.
    pub month: Option<BillMonth>,
    /// The installment that it names.
    pub nth: Option<Nth>,
    /// The last digits of accounts.
    pub last4: Vec<String>,
    /// Its links.
    pub links: Vec<Link>,
}

/// What a message tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MessageKind {
    /// Something is to be paid.
    Reminder,
    /// It was paid.
    Receipt,
    /// Paying failed.
    Failed,
}

/// A message compared with the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// What it says.
    pub message: Message,
    /// What it is about.
    pub found: Vec<About>,
    /// Where it and the book do not agree.
    pub differences: Vec<Difference>,
    /// What it asks for.
    pub next: Next,
    /// Where its links lead.
    pub links: Vec<(Link, Leads)>,
    /// The domains that are known of the provider.
    pub domains: Vec<String>,
}

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// A receipt that agrees with the book: this can be noted.
    Note(Command),
    /// A receipt of one open installment that does not agree: this may have been paid.
    Pay(Pay),
    /// Paying one open installment failed: that can be followed up.
    Follow(About),
    /// Nothing.
    Nothing,
}

/// An installment that a message is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Its line.
    pub line: Option<LineId>,
    /// Its plan.
    pub plan: PlanId,
    /// Which one.
    pub n: u32,
    /// When it is due.
    pub due: NaiveDate,
    /// What it still asks for.
    pub open: Money,
}

/// Where a message and the book do not agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// It names no provider that is known.
    NoService,
    /// The book has no line of this provider.
    NoLine(Service),
    /// It names no amount.
    NoAmount,
    /// No installment fits.
    Nothing,
    /// Several fit as well.
    Several(usize),
    /// It says another amount.
    Amount {
        /// What it says.
        said: Money,
        /// What the book says.
        open: Money,
    },
    /// It says another day.
    Day {
        /// What it says.
        said: NaiveDate,
        /// What the book says.
        due: NaiveDate,
    },
    /// The book has it paid.
    Paid {
        /// When, where the book knows.
        on: Option<NaiveDate>,
    },
}

const RECEIPT: [&str; 14] = [
    "还款成功",
    "已还款",
    "已成功还款",
    "成功还款",
    "已收到",
    "扣款成功",
    "成功扣款",
    "已扣款",
    "已还清",
    "入账成功",
    "payment received",
    "received your payment",
    "thank you for your payment",
    "has been paid",
];
const FAILED: [&str; 8] = [
    "扣款失败",
    "还款失败",
    "未能扣款",
    "余额不足",
    "未成功",
    "payment failed",
    "was declined",
    "could not be collected",
];

impl Message {
    /// Reads a message that arrived about `today`; none where it says nothing of money owed: no
    /// provider with an amount, and no word of paying.
    pub fn read(text: &str, today: NaiveDate) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let said = folded(text);
        let names = |words: &[&str]| words.iter().any(|word| said.contains(word));
        let kind = if names(&FAILED) {
            MessageKind::Failed
        } else if names(&RECEIPT) {
            MessageKind::Receipt
        } else {
            MessageKind::Reminder
        };
        let message = Self {
            kind,
            reference: format!("sms-{}", digest([said.trim()])),
            services: Service::all(&said).collect(),
            amounts: amounts(&said),
            days: days(&said, today),
            month: bill_month(&said, today),
            nth: nth(&said),
            last4: last4(&said),
            links: links(text),
        };
        let pays = names(&[
            "还款",
            "应还",
            "分期",
            "账单",
            "扣款",
            "repay",
            "payment",
            "installment",
            "instalment",
            "due",
        ]);
        let is_one = pays && (!message.services.is_empty() || !message.amounts.is_empty());
        is_one.then_some(message)
    }
}

/// The domains that are known of providers.
fn domains(providers: &[Arc<Provider>]) -> Vec<String> {
    let domains = providers.iter().flat_map(|provider| provider.domains());
    domains.map(str::to_owned).collect()
}
