//! Small books for the tests of this layer.

use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::Fee;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan};
use crate::domain::rules::RuleOverrides;
use chrono::NaiveDate;

/// A date.
pub fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An amount of yuan.
pub fn cny(text: &str) -> Money {
    Money::parse(text, Currency::CNY).unwrap()
}

/// A monthly plan on the line `mi` without a fee.
pub fn plan(id: &str, principal: &str, periods: u32, first_due: &str) -> Plan {
    Plan {
        id: PlanId::new(id).unwrap(),
        line: Some(LineId::new("mi").unwrap()),
        item: id.to_uppercase(),
        merchant: None,
        order: None,
        bought: None,
        posted: None,
        price: None,
        down_payment: None,
        principal: cny(principal),
        periods,
        first_due: date(first_due),
        anchor: AnchorDay::of(date(first_due)),
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
        rules: RuleOverrides::default(),
    }
}

/// A payment without a number.
pub fn payment(on: &str, amount: &str) -> Payment {
    Payment {
        n: None,
        on: date(on),
        amount: cny(amount),
        via: None,
        reference: None,
        restored: None,
    }
}

/// The line `mi`.
pub fn line(limit: &str) -> CreditLine {
    CreditLine {
        id: LineId::new("mi").unwrap(),
        name: "小米分期".into(),
        provider: None,
        account: None,
        currency: Currency::CNY,
        limit: Some(cny(limit)),
        temporary: None,
        frozen: Money::ZERO,
        status: LineStatus::Active,
        identity_expires: None,
        seen: Vec::new(),
        limits: Vec::new(),
        maintenance: None,
        rules: RuleOverrides::default(),
    }
}

/// A book of one line and some plans.
pub fn book(line: CreditLine, plans: Vec<Plan>) -> Book {
    Book {
        lines: vec![line],
        plans,
        ..Book::default()
    }
}
