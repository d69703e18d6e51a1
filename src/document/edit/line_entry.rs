//! Lines and ways to pay as TOML text, their keys in the order of the file format. What is as it
//! would be anyway is left out.

use super::entry::{Entry, Spacing, money, stated, string, word};
use super::rule_entry::rules;
use crate::document::read::line::{KINDS, STATUS};
use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::line::{CreditLine, LimitChange, LineStatus, Maintenance, TemporaryLimit};
use crate::domain::method::{Balance, Method, MethodKind};

/// What is written down of a line.
pub fn line(line: &CreditLine, book: &Book) -> Entry {
    let text = |text: &Option<String>| text.as_deref().map(string);
    let currency = line.currency;
    let sum = |amount| money(amount, currency);
    let name = Some(line.name.as_str()).filter(|name| *name != line.id.as_str());
    let own = Some(currency).filter(|currency| *currency != book.currency);
    let frozen = Some(line.frozen).filter(|frozen| !frozen.is_zero());
    let status = Some(line.status).filter(|status| *status != LineStatus::default());
    let inline = |entry: Entry| Spacing::OWN.inline(&entry);
    let rules = Some(rules(&line.rules, currency)).filter(|rules| !rules.is_empty());
    stated([
        ("id", Some(string(line.id.as_str()))),
        ("name", name.map(string)),
        ("provider", text(&line.provider)),
        ("account", text(&line.account)),
        ("currency", own.map(|own| string(&own.to_string()))),
        ("limit", line.limit.map(sum)),
        (
            "temporary",
            line.temporary
                .map(|extra| inline(temporary(extra, currency))),
        ),
        ("frozen", frozen.map(sum)),
        ("status", status.map(|status| word(&STATUS, &status))),
        (
            "identity-expires",
            line.identity_expires.map(|day| day.to_string()),
        ),
        (
            "maintenance",
            line.maintenance
                .as_ref()
                .map(|down| inline(maintenance(down))),
        ),
        ("region", text(&line.region)),
        ("rules", rules.map(inline)),
    ])
}

fn temporary(extra: TemporaryLimit, currency: Currency) -> Entry {
    vec![
        ("limit", money(extra.limit, currency)),
        ("until", extra.until.to_string()),
    ]
}

fn maintenance(down: &Maintenance) -> Entry {
    stated([
        ("until", Some(down.until.to_string())),
        ("note", down.note.as_deref().map(string)),
    ])
}

/// A total with the day since which it held.
pub fn limit_change(change: &LimitChange, currency: Currency) -> Entry {
    stated([
        ("on", Some(change.on.to_string())),
        ("limit", Some(money(change.limit, currency))),
        ("why", change.why.as_deref().map(string)),
    ])
}

/// What is written down of a way to pay, whose amounts are in this currency.
pub fn method(method: &Method, currency: Currency) -> Entry {
    let name = Some(method.name.as_str()).filter(|name| *name != method.id.as_str());
    let kind = Some(method.kind).filter(|kind| *kind != MethodKind::default());
    stated([
        ("id", Some(string(method.id.as_str()))),
        ("name", name.map(string)),
        ("kind", kind.map(|kind| word(&KINDS, &kind))),
        ("last4", method.last4.as_deref().map(string)),
        (
            "per-payment-limit",
            method.per_payment_limit.map(|most| money(most, currency)),
        ),
        ("expires", method.expires.map(|day| day.to_string())),
        (
            "balance",
            method
                .balance
                .map(|balance| Spacing::OWN.inline(&balance_entry(balance, currency))),
        ),
    ])
}

fn balance_entry(balance: Balance, currency: Currency) -> Entry {
    vec![
        ("on", balance.on.to_string()),
        ("amount", money(balance.amount, currency)),
    ]
}
