//! Credit lines and ways to pay.

use std::sync::Arc;

use super::rules::rules;
use super::value::{Fields, Value};
use super::way::Places;
use super::{Names, cards};
use crate::document::diagnostic::Problem;
use crate::document::rulebook::Rulebook;
use crate::document::tree::Node;
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, MethodId};
use crate::domain::line::{CreditLine, LimitChange, LineStatus, Maintenance, Seen, TemporaryLimit};
use crate::domain::method::{Balance, Method, MethodKind, is_last4};
use crate::domain::money::Money;
use crate::domain::rulebook::Provider;

/// The words of a line's status.
pub const STATUS: [(&str, LineStatus); 3] = [
    ("active", LineStatus::Active),
    ("frozen", LineStatus::Frozen),
    ("closed", LineStatus::Closed),
];
/// The words of what a way to pay is.
pub const KINDS: [(&str, MethodKind); 5] = [
    ("debit-card", MethodKind::DebitCard),
    ("credit-card", MethodKind::CreditCard),
    ("wallet", MethodKind::Wallet),
    ("bank-transfer", MethodKind::BankTransfer),
    ("other", MethodKind::Other),
];

/// Reads a credit line.
pub fn line(
    value: Value<'_>,
    names: &mut Names<'_>,
    book: Currency,
    rulebook: &Rulebook,
) -> Option<CreditLine> {
    let mut fields = value.table()?;
    let (id, currency) = id_and_currency(&mut fields, names, book);
    let name = fields.get("name").and_then(Value::some_text);
    let limit = fields.get("limit").and_then(|limit| limit.money(currency));
    let temporary = fields
        .get("temporary")
        .and_then(|value| temporary(value, currency));
    let frozen = fields.get("frozen").and_then(|sum| sum.money(currency));
    let status = fields.get("status").and_then(|status| status.word(&STATUS));
    let rules = fields.get("rules").and_then(|value| rules(value, currency));
    let provider = fields.get("provider");
    let preset = provider.and_then(|provider| preset(provider, rulebook));
    let account = fields.get("account").and_then(Value::some_text);
    let identity_expires = fields.get("identity-expires").and_then(Value::date);
    let seen = fields.entries("seen", |entry| seen(entry, currency));
    let limits = fields.entries("limits", |entry| limit_change(entry, currency));
    let places = Places::read(&mut fields, currency);
    let maintenance = fields.get("maintenance").and_then(maintenance);
    fields.finish();
    let id = id?;
    Some(CreditLine {
        name: name.unwrap_or_else(|| id.to_string()),
        id,
        provider: provider.and_then(Value::some_text),
        account,
        currency,
        limit,
        temporary,
        frozen: frozen.unwrap_or(Money::ZERO),
        status: status.unwrap_or_default(),
        identity_expires,
        seen,
        limits,
        maintenance,
        region: places.region,
        ways: places.ways,
        contact: places.contact,
        notices: places.notices,
        refused: places.refused,
        rules: rules.unwrap_or_default(),
        preset,
    })
}

/// The id of a line, and the currency of its amounts.
fn id_and_currency(
    fields: &mut Fields<'_>,
    names: &mut Names<'_>,
    book: Currency,
) -> (Option<LineId>, Currency) {
    let id = names.lines.claim(fields, LineId::new);
    let currency = fields.get("currency").map(Value::currency);
    let currency = currency.flatten().unwrap_or(book);
    if let Some(id) = &id {
        names.currencies.insert(id.clone(), currency);
    }
    (id, currency)
}

/// What is known of the provider. One that is not known is free text.
fn preset(value: Value<'_>, rulebook: &Rulebook) -> Option<Arc<Provider>> {
    let Node::String(id) = value.get() else {
        return None;
    };
    let found = rulebook.provider(id);
    if found.is_none() && !id.is_empty() {
        value.warn(Problem::UnknownProvider {
            id: id.to_string(),
            near: rulebook.near(id),
        });
    }
    found
}

fn temporary(value: Value<'_>, currency: Currency) -> Option<TemporaryLimit> {
    let mut fields = value.table()?;
    let limit = fields.need("limit").and_then(|limit| limit.money(currency));
    let until = fields.need("until").and_then(Value::date);
    fields.finish();
    Some(TemporaryLimit {
        limit: limit?,
        until: until?,
    })
}

fn seen(value: Value<'_>, currency: Currency) -> Option<Seen> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let available = fields
        .need("available")
        .and_then(|available| available.signed_money(currency));
    fields.finish();
    Some(Seen {
        on: on?,
        available: available?,
    })
}

fn limit_change(value: Value<'_>, currency: Currency) -> Option<LimitChange> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let limit = fields.need("limit").and_then(|limit| limit.money(currency));
    let why = fields.get("why").and_then(Value::some_text);
    fields.finish();
    Some(LimitChange {
        on: on?,
        limit: limit?,
        why,
    })
}

fn maintenance(value: Value<'_>) -> Option<Maintenance> {
    let mut fields = value.table()?;
    let until = fields.need("until").and_then(Value::date);
    let note = fields.get("note").and_then(Value::some_text);
    fields.finish();
    Some(Maintenance {
        until: until?,
        note,
    })
}

/// Reads a way to pay.
pub fn method(value: Value<'_>, names: &Names<'_>, currency: Currency) -> Option<Method> {
    let mut fields = value.table()?;
    if let Some(span) = cards::number_in(value) {
        fields.log().error(span, Problem::CardNumber);
    }
    let id = names.methods.claim(&mut fields, MethodId::new);
    let name = fields.get("name").and_then(Value::some_text);
    let kind = fields.get("kind").and_then(|kind| kind.word(&KINDS));
    let last4 = fields.get("last4").and_then(last4);
    let per_payment_limit = fields
        .get("per-payment-limit")
        .and_then(|limit| limit.money(currency));
    let expires = fields.get("expires").and_then(Value::date);
    let balance = fields
        .get("balance")
        .and_then(|value| balance(value, currency));
    fields.finish();
    let id = id?;
    Some(Method {
        name: name.unwrap_or_else(|| id.to_string()),
        id,
        kind: kind.unwrap_or_default(),
        last4,
        per_payment_limit,
        expires,
        balance,
    })
}

fn balance(value: Value<'_>, currency: Currency) -> Option<Balance> {
    let mut fields = value.table()?;
    let on = fields.need("on").and_then(Value::date);
    let amount = fields
        .need("amount")
        .and_then(|amount| amount.signed_money(currency));
    fields.finish();
    Some(Balance {
        on: on?,
        amount: amount?,
    })
}

fn last4(value: Value<'_>) -> Option<String> {
    let digits = value.str()?;
    if is_last4(digits) {
        Some(digits.to_owned())
    } else {
        value.error(Problem::BadLast4)
    }
}
