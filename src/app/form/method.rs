//! A way to pay: a new one, or one of the book corrected.

use chrono::NaiveDate;

use super::choice::Pick;
use super::field::{Field, FieldName as F};
use super::place::Place;
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::domain::command::TermsCommand;
use crate::domain::method::{Balance, Method, MethodKind};
use crate::domain::terms::MethodTerms;
use crate::domain::{Command, MethodId, Money};
use crate::settings::plan_id::method_id;

/// What a way to pay may be, the usual ones first.
const KINDS: [MethodKind; 5] = [
    MethodKind::DebitCard,
    MethodKind::CreditCard,
    MethodKind::Wallet,
    MethodKind::BankTransfer,
    MethodKind::Other,
];

/// Of a new one nothing is known.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let book = model.book().ok_or(Said::NoFile)?;
    let kinds = KINDS.map(Pick::MethodKind).to_vec();
    let fields = vec![
        Field::text(F::Name, ""),
        Field::choice(
            F::MethodKind,
            kinds,
            &Pick::MethodKind(MethodKind::DebitCard),
        ),
        Field::text(F::Last4, "").optional(),
        Field::text(F::PerPayment, "").optional(),
        Field::text(F::Expires, "").optional(),
        Field::text(F::Balance, "").optional(),
    ];
    Ok((None, book.currency, fields))
}

/// What the book says of it, in the fields that nobody has touched.
pub(super) fn fill(form: &mut Form, model: &Model) {
    let Some(method) = method_of(form, model) else {
        return;
    };
    let currency = form.currency;
    let sum = |sum: Option<Money>| sum.map(|sum| sum.plain(currency));
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    for (name, text) in [
        (F::Name, Some(method.name.clone())),
        (F::Last4, method.last4.clone()),
        (F::PerPayment, sum(method.per_payment_limit)),
        (F::Expires, day(method.expires)),
        (
            F::Balance,
            sum(method.balance.map(|balance| balance.amount)),
        ),
    ] {
        form.prefill(name, &text.unwrap_or_default());
    }
    form.prefill_choice(F::MethodKind, &Pick::MethodKind(method.kind));
}

fn method_of<'m>(form: &Form, model: &'m Model) -> Option<&'m Method> {
    match &form.place {
        Some(Place::Method { method, .. }) => model.book()?.methods.get(*method),
        _ => None,
    }
}

/// The way to pay that stands in the fields. A balance that was typed is that of today.
fn drafted(form: &Form, base: &Method, model: &Model) -> Result<Method, Mistakes> {
    let mut read = Reader::new(form, model.today);
    let is_typed = form.field(F::Balance).is_some_and(|field| field.touched);
    let is_known = !form.text(F::Balance).trim().is_empty();
    let balance = is_known.then(|| read.signed(F::Balance, form.currency));
    let method = Method {
        name: read.needed_words(F::Name),
        kind: match form.picked(F::MethodKind) {
            Some(Pick::MethodKind(kind)) => *kind,
            _ => MethodKind::Other,
        },
        last4: read.words(F::Last4),
        per_payment_limit: read.money_if_any(F::PerPayment, form.currency),
        expires: read.day_if_any(F::Expires),
        balance: if is_typed {
            balance.map(|amount| Balance {
                on: model.today,
                amount,
            })
        } else {
            base.balance
        },
        ..base.clone()
    };
    read.done(method)
}

pub(super) fn add(form: &Form, model: &Model) -> Result<Command, Mistakes> {
    let book = model.book().ok_or_else(Vec::new)?;
    let id = method_id(form.text(F::Name), book).ok_or_else(Vec::new)?;
    let blank = Method::new(id.clone(), String::new());
    let method = drafted(form, &blank, model)?;
    let terms = MethodTerms::between(&blank, &method);
    Ok(Command::Terms(TermsCommand::AddMethod { id, terms }))
}

pub(super) fn set(form: &Form, id: &MethodId, model: &Model) -> Result<Command, Mistakes> {
    let base = method_of(form, model).ok_or_else(Vec::new)?;
    let method = drafted(form, base, model)?;
    Ok(Command::Terms(TermsCommand::SetMethod {
        method: id.clone(),
        terms: MethodTerms::between(base, &method),
    }))
}
