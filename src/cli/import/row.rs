//! The rows of a bill as JSON.

use serde::Serialize;

use super::reasons;
use crate::cli::json::{Amount, Day};
use crate::domain::{Book, Command};
use crate::import::entry::Kind;
use crate::import::preview::{Draft, Item, Verdict};
use crate::import::unreadable;
use crate::settings::format::Amounts;
use crate::settings::texts::Texts;

/// A row.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    line: usize,
    on: Day,
    amount: Amount,
    kind: &'static str,
    item: String,
    order: String,
    verdict: &'static str,
    /// `sure`, or `likely` where it has something to take; `null` elsewhere.
    confidence: Option<&'static str>,
    why: String,
    changes: Vec<Change>,
    plan: Option<Plan>,
}

#[derive(Debug, Serialize)]
struct Change {
    plan: String,
    n: Option<u32>,
    amount: Option<Amount>,
    text: String,
}

#[derive(Debug, Serialize)]
struct Plan {
    line: Option<String>,
    item: String,
    merchant: Option<String>,
    order: Option<String>,
    bought: Day,
    price: Option<Amount>,
    periods: Option<u32>,
    add: String,
}

impl Row {
    pub(super) fn of(item: &Item, book: &Book, texts: Texts) -> Self {
        let entry = &item.entry;
        let change = |command: &Command| Change::of(command, item, book, texts);
        Self {
            line: entry.line,
            on: Day(entry.on),
            amount: Amount(entry.amount, entry.currency),
            kind: kind(entry.kind),
            item: entry.item.clone(),
            order: entry.reference.clone(),
            verdict: verdict(item.verdict),
            confidence: match item.verdict {
                Verdict::New => Some("sure"),
                Verdict::Waits if !item.commands().is_empty() => Some("likely"),
                _ => None,
            },
            why: reasons(item, book, texts),
            changes: item.commands().iter().map(change).collect(),
            plan: item.draft().map(|draft| Plan::of(draft, item)),
        }
    }
}

impl Change {
    fn of(command: &Command, item: &Item, book: &Book, texts: Texts) -> Self {
        let (plan, n, amount) = match command {
            Command::Pay(pay) => (pay.plan.to_string(), pay.n, pay.amount),
            Command::Verify { plan, n, .. } => (plan.to_string(), *n, None),
            Command::Refund { plan, amount, .. } => (plan.to_string(), None, Some(*amount)),
            _ => (String::new(), None, None),
        };
        Self {
            plan,
            n,
            amount: amount.map(|amount| Amount(amount, item.entry.currency)),
            text: texts.import_change(command, book, Amounts::SHOWN),
        }
    }
}

impl Plan {
    fn of(draft: &Draft, item: &Item) -> Self {
        let currency = item.entry.currency;
        Self {
            line: draft.line.as_ref().map(ToString::to_string),
            item: draft.item.clone(),
            merchant: draft.merchant.clone(),
            order: draft.order.clone(),
            bought: Day(draft.bought),
            price: draft.price.map(|price| Amount(price, currency)),
            periods: draft.periods,
            add: super::add_command(draft, currency),
        }
    }
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Repayment => "repayment",
        Kind::Purchase => "purchase",
        Kind::Posted => "posted",
        Kind::Refund => "refund",
        Kind::Other => "other",
    }
}

const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::New => "new",
        Verdict::Waits => "uncertain",
        Verdict::Here => "there",
        Verdict::Left => "left",
    }
}

/// A row that cannot be read.
#[derive(Debug, Serialize)]
pub(super) struct WrongRow {
    line: usize,
    why: String,
}

impl WrongRow {
    pub(super) fn of(wrong: &unreadable::WrongRow, texts: Texts) -> Self {
        Self {
            line: wrong.line,
            why: texts.wrong_row(&wrong.why),
        }
    }

    /// For people.
    pub(super) fn told(&self, texts: Texts) -> String {
        let line = texts.import_line(self.line);
        [line.as_str(), texts.colon(), &self.why].concat()
    }
}
