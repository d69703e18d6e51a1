//! A line: a new one, or one of the book corrected.

mod draft;

use chrono::NaiveDate;

use self::draft::{bill_due, drafted};
use super::choice::{Pick, ProviderPick};
use super::field::{Field, FieldName as F, Mistake, Value};
use super::place::Place;
use super::read::Reader;
use super::task::Begun;
use super::{Form, Mistakes, Task};
use crate::app::model::Model;
use crate::app::notice::Said;
use crate::document::Document;
use crate::domain::command::TermsCommand;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::terms::LineTerms;
use crate::domain::{Command, Currency, LineId, Money};
use crate::settings::half_width::half_width;
use crate::settings::plan_id::line_id;

/// What is rarely written down.
const RARE: [F; 12] = [
    F::Temporary,
    F::TemporaryUntil,
    F::Frozen,
    F::Status,
    F::IdentityExpires,
    F::BillDay,
    F::BillDue,
    F::RestoreDays,
    F::GraceDays,
    F::MinPurchase,
    F::MaintenanceUntil,
    F::Region,
];

/// A line of which nothing is known.
pub(super) fn begin_new(model: &Model) -> Result<Begun, Said> {
    let document = model.book.document().ok_or(Said::NoFile)?;
    let currency = document.book().currency;
    let mut fields = fields(document, None);
    fields.push(Field::text(F::Currency, &currency.to_string()));
    Ok((None, currency, fields))
}

/// The selected line as it is written down.
pub(super) fn begin(model: &Model) -> Result<Begun, Said> {
    let document = model.book.document().ok_or(Said::NoFile)?;
    let k = model.line_of_selected().ok_or(Said::NoLine)?;
    let line = document.book().lines.get(k).ok_or(Said::NoLine)?;
    let mut fields = fields(document, line.provider.as_deref());
    fields.insert(2, Field::text(F::Since, &model.today.to_string()));
    fields.insert(3, Field::text(F::SinceWhy, "").optional());
    Ok((None, line.currency, fields))
}

fn fields(document: &Document, provider: Option<&str>) -> Vec<Field> {
    let known = document.rulebook().providers().into_iter();
    let known = known.map(|preset| ProviderPick {
        id: preset.id.clone(),
        preset: Some(preset),
    });
    let mut known: Vec<_> = known.collect();
    if let Some(id) = provider.filter(|id| known.iter().all(|one| one.id != *id)) {
        let (id, preset) = (id.to_owned(), None);
        known.push(ProviderPick { id, preset });
    }
    let providers = [None].into_iter().chain(known.into_iter().map(Some));
    let providers = providers.map(Pick::Provider).collect();
    let statuses = [LineStatus::Active, LineStatus::Frozen, LineStatus::Closed];
    let rare = RARE.into_iter().map(|name| match name {
        F::Status => {
            let statuses = statuses.map(Pick::Status).to_vec();
            Field::choice(name, statuses, &Pick::Status(LineStatus::Active))
        }
        name => Field::text(name, "").optional(),
    });
    let first = [
        Field::text(F::Name, ""),
        Field::text(F::Total, "").optional(),
        Field::choice(F::Provider, providers, &Pick::Provider(None)),
        Field::text(F::Account, "").optional(),
        Field::more(),
    ];
    first.into_iter().chain(rare).collect()
}

/// What the book says of the line, in the fields that nobody has touched.
pub(super) fn fill(form: &mut Form, model: &Model) {
    let Some(line) = line_of(form, model) else {
        return;
    };
    let currency = line.currency;
    let sum = |sum: Option<Money>| sum.map(|sum| sum.plain(currency));
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let rules = &line.rules;
    let maintenance = line.maintenance.as_ref();
    for (name, text) in [
        (F::Name, Some(line.name.clone())),
        (F::Total, sum(line.limit)),
        (F::Account, line.account.clone()),
        (F::Temporary, sum(line.temporary.map(|extra| extra.limit))),
        (
            F::TemporaryUntil,
            day(line.temporary.map(|extra| extra.until)),
        ),
        (
            F::Frozen,
            sum(Some(line.frozen).filter(|sum| !sum.is_zero())),
        ),
        (F::IdentityExpires, day(line.identity_expires)),
        (F::BillDay, rules.statement.map(|bill| bill.day.to_string())),
        (F::BillDue, rules.statement.map(|bill| bill_due(bill.due))),
        (
            F::RestoreDays,
            rules
                .restore_days
                .map(|days| format!("{}-{}", days.earliest, days.latest)),
        ),
        (F::GraceDays, rules.grace_days.map(|days| days.to_string())),
        (F::MinPurchase, sum(rules.min_purchase)),
        (F::MaintenanceUntil, day(maintenance.map(|down| down.until))),
        (F::Region, line.region.clone()),
    ] {
        form.prefill(name, &text.unwrap_or_default());
    }
    let provider = line.provider.clone().map(|id| ProviderPick {
        id,
        preset: line.preset.clone(),
    });
    form.prefill_choice(F::Provider, &Pick::Provider(provider));
    form.prefill_choice(F::Status, &Pick::Status(line.status));
}

fn line_of<'m>(form: &Form, model: &'m Model) -> Option<&'m CreditLine> {
    match &form.place {
        Some(Place::Line { line, .. }) => model.book()?.lines.get(*line),
        _ => None,
    }
}

/// The provider of a new line follows its name, and the currency the provider.
pub(super) fn follow_new(form: &mut Form, model: &Model) {
    form.show_rare(&RARE);
    let called = called(form);
    form.prefill_choice(F::Provider, &Pick::Provider(called));
    let preset = match form.picked(F::Provider) {
        Some(Pick::Provider(Some(provider))) => provider.preset.clone(),
        _ => None,
    };
    let book = model.book().map_or(Currency::CNY, |book| book.currency);
    let usual = preset.map_or(book, |preset| preset.currency);
    form.prefill(F::Currency, &usual.to_string());
    let wants_more = form.picked(F::More) == Some(&Pick::More(true));
    form.show(F::Currency, wants_more || usual != book);
    form.currency = typed_currency(form).unwrap_or(book);
}

fn typed_currency(form: &Form) -> Option<Currency> {
    let typed = half_width(form.text(F::Currency).trim());
    Currency::new(&typed.to_ascii_uppercase())
}

/// Of a line of the book the day of the change is asked for once its total is another one.
pub(super) fn follow(form: &mut Form, model: &Model) {
    form.show_rare(&RARE);
    let Some(line) = line_of(form, model) else {
        return;
    };
    let mut read = Reader::new(form, model.today);
    let is_other = read.money_if_any(F::Total, line.currency) != line.limit;
    let asks = is_other && line.limit.is_some();
    form.show(F::Since, asks);
    form.show(F::SinceWhy, asks);
}

/// The provider whose whole name stands in that of the line, the longest of several.
fn called(form: &Form) -> Option<ProviderPick> {
    let name = form.text(F::Name).to_lowercase();
    let Value::Choice(choice) = &form.field(F::Provider)?.value else {
        return None;
    };
    let known = choice.options.iter().filter_map(|pick| match pick {
        Pick::Provider(Some(provider)) => Some(provider),
        _ => None,
    });
    let length = |provider: &ProviderPick| {
        let called = &provider.preset.as_ref()?.name;
        let called = [&called.zh, &called.en].map(|called| called.to_lowercase());
        let stands = called.iter().filter(|called| stands_in(called, &name));
        stands.map(String::len).max()
    };
    let known = known.filter(|one| length(one).is_some());
    known.max_by_key(|one| length(one)).cloned()
}

/// Whether a word stands in a text, and no Latin letter beside it.
fn stands_in(word: &str, text: &str) -> bool {
    let is_apart = |char: Option<char>| !char.is_some_and(|char| char.is_ascii_alphanumeric());
    let mut places = text.match_indices(word);
    places.any(|(at, found)| {
        let (before, after) = (text.get(..at), text.get(at + found.len()..));
        let before = before.and_then(|text| text.chars().next_back());
        is_apart(before) && is_apart(after.and_then(|text| text.chars().next()))
    })
}

pub(super) fn add(form: &Form, model: &Model) -> Result<Command, Mistakes> {
    let book = model.book().ok_or_else(Vec::new)?;
    let currency = typed_currency(form);
    let currency = currency.ok_or_else(|| vec![(F::Currency, Mistake::NotACurrency)])?;
    let id = line_id(form.text(F::Name), book).ok_or_else(Vec::new)?;
    let blank = CreditLine::new(id.clone(), String::new(), currency);
    let line = drafted(form, &blank, model)?;
    Ok(Command::Terms(TermsCommand::AddLine {
        id,
        currency,
        terms: Box::new(LineTerms::between(&blank, &line)),
    }))
}

pub(super) fn set(form: &Form, id: &LineId, model: &Model) -> Result<Command, Mistakes> {
    let base = line_of(form, model).ok_or_else(Vec::new)?;
    let line = drafted(form, base, model)?;
    let mut read = Reader::new(form, model.today);
    let command = TermsCommand::SetLine {
        line: id.clone(),
        on: read.day(F::Since),
        why: read.words(F::SinceWhy),
        terms: Box::new(LineTerms::between(base, &line)),
    };
    read.done(Command::Terms(command))
}

impl Form {
    /// A form for the selected line in which this total stands.
    pub(in crate::app) fn of_total(model: &Model, total: Money) -> Result<Self, Said> {
        let mut form = Self::open(Task::EditLine, model)?;
        form.type_in(F::Total, &total.plain(form.currency));
        form.think(model);
        form.focus_on(F::Total);
        Ok(form)
    }
}
