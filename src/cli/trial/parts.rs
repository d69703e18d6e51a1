//! The parts of a dry run: figures, installments, limits and money given back.

use serde::Serialize;

use crate::cli::answer::exact;
use crate::cli::json::{self, Amount, Day};
use crate::domain::preview::Preview;
use crate::domain::refund::CashBack;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::{Book, Currency, Money};
use crate::settings::texts::Texts;

/// A figure before and after; absent where the plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct BeforeAfter<T> {
    pub(super) before: Option<T>,
    pub(super) after: Option<T>,
}

impl<T: PartialEq> BeforeAfter<T> {
    /// True where the two differ.
    pub(super) fn changes(&self) -> bool {
        self.before != self.after
    }
}

/// An installment that changes.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    pub(super) n: u32,
    pub(super) before: Option<Installment>,
    pub(super) after: Option<Installment>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(super) struct Installment {
    pub(super) due: Day,
    pub(super) amount: Amount,
    pub(super) outstanding: Amount,
    pub(super) status: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Limit {
    pub(super) line: String,
    pub(super) available: BeforeAfter<Amount>,
    pub(super) expected: BeforeAfter<Amount>,
    pub(super) expected_on: Option<Day>,
}

/// Money that goes back to a channel.
#[derive(Debug, Serialize)]
pub(super) struct Back {
    pub(super) via: Option<String>,
    pub(super) amount: Amount,
    #[serde(skip)]
    pub(super) name: String,
}

/// The installments that change.
pub(super) fn rows(before: Option<&PlanStanding>, after: Option<&PlanStanding>) -> Vec<Row> {
    let count = |standing: Option<&PlanStanding>| {
        standing.map_or(0, |standing| standing.installments.len())
    };
    let most = u32::try_from(count(before).max(count(after))).unwrap_or(u32::MAX);
    let at = |standing: Option<&PlanStanding>, n| {
        let standing = standing?;
        Some(Installment::of(standing.installment(n)?, standing.currency))
    };
    let row = |n| Row {
        n,
        before: at(before, n),
        after: at(after, n),
    };
    let rows = (1..=most).map(row);
    rows.filter(|row| row.before != row.after).collect()
}

/// What goes back to each channel.
pub(super) fn backs(book: &Book, shown: &Preview, currency: Currency, texts: Texts) -> Vec<Back> {
    let back = |back: &CashBack| {
        let method = back.via.as_ref().and_then(|via| book.method(via));
        Back {
            via: back.via.as_ref().map(ToString::to_string),
            amount: Amount(back.amount, currency),
            name: method.map_or_else(
                || texts.happen_back_unknown().to_owned(),
                |method| method.name.clone(),
            ),
        }
    };
    shown.back.iter().map(back).collect()
}

impl Installment {
    fn of(installment: &InstallmentStanding, currency: Currency) -> Self {
        let row = &installment.row;
        Self {
            due: Day(installment.due()),
            amount: Amount(row.installment.amount(), currency),
            outstanding: Amount(row.outstanding(), currency),
            status: json::installment(installment),
        }
    }

    /// `2026-04-07 ¥106.00`, and what of it is left where that is less.
    pub(super) fn text(self, texts: Texts) -> String {
        let money = |amount: Amount| exact(amount.0, amount.1);
        let due = format!("{} {}", self.due.0, money(self.amount));
        if self.outstanding == self.amount {
            due
        } else if self.outstanding.0.is_zero() {
            let done = match self.status {
                "settled" => texts.status_settled_early(),
                "refunded" => texts.status_refunded(),
                _ => texts.paid(),
            };
            format!("{} {done}", self.due.0)
        } else {
            let left = texts.cli_left(&money(self.outstanding));
            format!("{due}{}{left}", texts.comma())
        }
    }
}

impl Limit {
    pub(super) fn of(line: &str, shown: &Preview, currency: Currency) -> Option<Self> {
        let (before, after) = shown.limit.as_ref()?;
        let amount = |amount: Option<Money>| amount.map(|amount| Amount(amount, currency));
        Some(Self {
            line: line.to_owned(),
            available: BeforeAfter {
                before: amount(before.available),
                after: amount(after.available),
            },
            expected: BeforeAfter {
                before: amount(before.expected),
                after: amount(after.expected),
            },
            expected_on: after.expected_on.map(Day),
        })
    }
}
