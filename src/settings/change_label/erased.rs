//! Payments that were marked here and are in the book no more, though nobody took them back here: another program
//! saved an older text over them, or somebody took the line out by hand.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{ChangeLabel, OfPayment};
use crate::domain::command::Pay;
use crate::domain::{Book, Currency, MethodId, Money, PlanId};

/// What a line of the history does not show of a payment; histories of earlier programs do not have it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RestOfPayment {
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// From where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// The bank's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
}

/// The payments that the labels of a history (of changes that are done, oldest first) tell of and the book does not
/// have, each with the command that puts it back. Plans that are gone ask for no payment.
pub fn erased<'l>(labels: impl Iterator<Item = &'l Value>, book: &Book) -> Vec<(OfPayment, Pay)> {
    let mut marked: BTreeMap<(String, u32), Vec<OfPayment>> = BTreeMap::new();
    for label in labels.filter_map(ChangeLabel::from_value) {
        note(label, &mut marked);
    }
    let missing = marked.into_iter().flat_map(|((plan, n), payments)| {
        let standing = book
            .plans
            .iter()
            .find(|found| found.id.as_str() == plan)
            .map_or(usize::MAX, |plan| {
                plan.payments
                    .iter()
                    .filter(|payment| payment.n == Some(n))
                    .count()
            });
        payments.into_iter().skip(standing)
    });
    missing
        .filter_map(|payment| Some((payment.clone(), payment.again()?)))
        .collect()
}

fn note(label: ChangeLabel, marked: &mut BTreeMap<(String, u32), Vec<OfPayment>>) {
    match label {
        ChangeLabel::Paid(of) => {
            if let Some(n) = of.n {
                marked.entry((of.plan.clone(), n)).or_default().push(of);
            }
        }
        ChangeLabel::Unpaid(of) => {
            if let Some(payments) = of.n.and_then(|n| marked.get_mut(&(of.plan.clone(), n))) {
                payments.pop();
            }
        }
        ChangeLabel::Removed(of) => marked.retain(|(plan, _), _| *plan != of.plan),
        ChangeLabel::Several { all } => {
            for label in all {
                note(label, marked);
            }
        }
        _ => {}
    }
}

impl OfPayment {
    /// The command that marks it again; `None` where the history does not say enough.
    fn again(&self) -> Option<Pay> {
        let currency = Currency::new(&self.currency)?;
        Some(Pay {
            plan: PlanId::new(&self.plan).ok()?,
            n: self.n,
            amount: Some(Money::parse(&self.amount, currency).ok()?),
            on: self.rest.on.as_deref()?.parse::<NaiveDate>().ok()?,
            via: self
                .rest
                .via
                .as_deref()
                .and_then(|via| MethodId::new(via).ok()),
            reference: self.rest.reference.clone(),
            prepay: None,
            verified: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::erased;
    use crate::document::Document;
    use crate::domain::Book;
    use serde_json::{Value, json};

    fn book(payments: &str) -> Book {
        let text = format!(
            "version = 1\n[[plan]]\nid = \"a\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\npayments = [{payments}]\n"
        );
        Document::parse(text).unwrap().book().clone()
    }

    fn label(change: &str, n: u32) -> Value {
        json!({"change": change, "plan": "a", "item": "A", "n": n, "amount": "100.00", "currency": "CNY",
               "on": "2026-01-26", "via": "cmb", "reference": "R1"})
    }

    fn numbers(labels: &[Value], payments: &str) -> Vec<u32> {
        let found = erased(labels.iter(), &book(payments));
        found.into_iter().filter_map(|(_, pay)| pay.n).collect()
    }

    #[test]
    fn a_payment_of_the_history_that_the_book_lacks_was_erased() {
        let one = "{ n = 1, on = 2026-01-26, amount = 100 }";
        let (paid, unpaid) = (|n| label("paid", n), |n| label("unpaid", n));
        assert_eq!(numbers(&[paid(1)], one), [0_u32; 0]);
        assert_eq!(numbers(&[paid(1), paid(2)], one), [2]);
        assert_eq!(numbers(&[paid(1), paid(2), unpaid(2)], one), [0_u32; 0]);
        assert_eq!(numbers(&[paid(1), paid(1)], one), [1], "one of two parts");
        assert_eq!(
            numbers(
                &[json!({"change": "several", "all": [paid(2), paid(3)]})],
                one
            ),
            [2, 3]
        );
    }

    #[test]
    fn it_comes_back_with_everything_that_was_known_of_it() {
        let found = erased([label("paid", 2)].iter(), &book(""));
        let pay = &found[0].1;
        assert_eq!(
            (pay.on.to_string().as_str(), pay.reference.as_deref()),
            ("2026-01-26", Some("R1"))
        );
        assert_eq!(
            pay.via.as_ref().map(crate::domain::MethodId::as_str),
            Some("cmb")
        );
        let mut old = label("paid", 2);
        old.as_object_mut().unwrap().remove("on");
        assert_eq!(
            erased([old].iter(), &book("")),
            Vec::new(),
            "a history that does not know the day"
        );
    }

    #[test]
    fn a_plan_that_is_gone_asks_for_no_payment() {
        let mut other = label("paid", 1);
        other["plan"] = "b".into();
        assert!(erased([other].iter(), &book("")).is_empty());
    }
}
