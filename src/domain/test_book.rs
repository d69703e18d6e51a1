//! Small books for the tests of this layer.

use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::CreditLine;
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan};
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
    let id = LineId::new("mi").unwrap();
    CreditLine {
        limit: Some(cny(limit)),
        ..CreditLine::new(id, "小米分期".into(), Currency::CNY)
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
