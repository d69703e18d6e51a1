//! Small books for the tests of this layer.

use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan};
use crate::domain::rules::RuleOverrides;
use crate::domain::way::Contact;
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
    let id = PlanId::new(id).unwrap();
    Plan {
        line: Some(LineId::new("mi").unwrap()),
        item: id.as_str().to_uppercase(),
        ..Plan::new(id, cny(principal), periods, date(first_due))
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
        verified: None,
        prepay: None,
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
        region: None,
        ways: Vec::new(),
        contact: Contact::default(),
        notices: Vec::new(),
        refused: Vec::new(),
        rules: RuleOverrides::default(),
        preset: None,
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
