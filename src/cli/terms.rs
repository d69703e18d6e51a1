//! `set`, `line list|add|set|remove`, `method list|add|set|remove`: what is written down of plans, lines and ways to pay.
//! An empty value takes a term away.

mod list;
mod of_line;

use self::of_line::line_terms;
use super::args::{LineAct, LineAdd, MethodAct, MethodFlags, SetPlan};
use super::failure::{Exit, Failure};
use super::file::Opened;
use super::follow::carry;
use super::pick;
use super::run::{Desk, Teller};
use super::trial::{self, Told};
use super::typed::{amount, day, positive, signed};
use crate::document::METHOD_KINDS;
use crate::domain::command::TermsCommand;
use crate::domain::due::{AnchorDay, Every};
use crate::domain::fee::Fee;
use crate::domain::line::CreditLine;
use crate::domain::method::{Balance, Method};
use crate::domain::plan::Plan;
use crate::domain::terms::{LineTerms, MethodTerms, PlanTerms};
use crate::domain::{Command, Currency, LineId, MethodId, Money};
use crate::settings::plan_id::{line_id, method_id};
use crate::settings::texts::Texts;
use crate::settings::typed_every::typed_every;
use crate::settings::typed_fee::typed_fee;

/// Nothing said, taken away, or a value.
type Said<T> = Option<Option<T>>;

/// A term that may be taken away: `None` where nothing was said, `Some(None)` where it goes.
fn term<T>(
    typed: Option<&str>,
    read: impl FnOnce(&str) -> Result<T, Failure>,
) -> Result<Said<T>, Failure> {
    match typed.map(str::trim) {
        None => Ok(None),
        Some("") => Ok(Some(None)),
        Some(typed) => read(typed).map(|value| Some(Some(value))),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "one of the readers of a term")]
fn words(typed: &str) -> Result<String, Failure> {
    Ok(typed.to_owned())
}

/// Corrects a plan.
pub(super) fn set_plan(desk: &Desk, opened: &Opened, args: &SetPlan) -> Result<Told, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let currency = book.currency_of(plan);
    let money = |typed: &str| amount(typed, currency, texts);
    let date = |typed: &str| day(Some(typed), desk.today, texts);
    let price = term(args.price.as_deref(), money)?;
    let down_payment = term(args.down.as_deref(), money)?;
    let principal = principal(plan, args, (price, down_payment), currency, texts)?;
    let fee = fee(args, currency, texts)?;
    let terms = PlanTerms {
        item: args.item.clone(),
        line: term(args.terms.line.as_deref(), |typed| {
            Ok(book.lines[pick::line(book, typed, texts)?].id.clone())
        })?,
        merchant: term(args.terms.merchant.as_deref(), words)?,
        order: term(args.terms.order.as_deref(), words)?,
        bought: term(args.terms.bought.as_deref(), date)?,
        posted: term(args.terms.posted.as_deref(), date)?,
        price,
        down_payment,
        principal,
        balloon: term(args.terms.balloon.as_deref(), money)?,
        periods: args.periods,
        first_due: args.terms.first_due.as_deref().map(date).transpose()?,
        anchor: args.terms.due_day.and_then(AnchorDay::new),
        every: every(args, texts)?,
        fee: fee.filter(|_| args.from.is_none()),
        autopay: term(args.terms.autopay.as_deref(), |typed| {
            Ok(book.methods[pick::method(book, typed, texts)?].id.clone())
        })?,
        paid_through: args.terms.paid_through,
        ..PlanTerms::default()
    };
    let command = Command::set_plan(&plan.id, terms, args.from.zip(fee));
    trial::carry(desk, opened, command, currency, args.terms.dry_run)
}

/// What is financed: as it was typed, else what the price and the down payment leave.
fn principal(
    plan: &Plan,
    args: &SetPlan,
    (price, down): (Said<Money>, Said<Money>),
    currency: Currency,
    texts: Texts,
) -> Result<Option<Money>, Failure> {
    if let Some(typed) = &args.terms.principal {
        return positive(typed, currency, texts).map(Some);
    }
    if price.is_none() && down.is_none() {
        return Ok(None);
    }
    let down = down.unwrap_or(plan.down_payment).unwrap_or_default();
    let price = price.unwrap_or(plan.price);
    Ok(price.map(|price| price - down))
}

fn every(args: &SetPlan, texts: Texts) -> Result<Option<Every>, Failure> {
    let read = |typed: &str| {
        typed_every(typed).ok_or_else(|| Failure::wrong_use(texts.happen_bad_every(typed)))
    };
    args.terms.every.as_deref().map(read).transpose()
}

fn fee(args: &SetPlan, currency: Currency, texts: Texts) -> Result<Option<Fee>, Failure> {
    let read = |typed: &str| {
        typed_fee(typed, currency).or(Err(Failure::wrong_use(texts.cli_bad_fee(typed))))
    };
    args.terms.fee.as_deref().map(read).transpose()
}

/// The lines, a new one, one corrected or taken out.
pub(super) fn line(
    desk: &Desk,
    opened: &Opened,
    act: &LineAct,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let (command, dry_run) = match act {
        LineAct::List => return teller.tell(&list::lines(book)),
        LineAct::Remove(args) => {
            let line = &book.lines[pick::line(book, &args.line, texts)?];
            let line = line.id.clone();
            (TermsCommand::RemoveLine { line }, args.dry_run)
        }
        LineAct::Add(args) => (new_line(desk, opened, args)?, args.terms.dry_run),
        LineAct::Set(args) => {
            let line = &book.lines[pick::line(book, &args.line, texts)?];
            let terms = line_terms(desk, opened, line, &args.terms)?;
            let command = TermsCommand::SetLine {
                line: line.id.clone(),
                on: day(args.on.as_deref(), desk.today, texts)?,
                why: args.why.clone(),
                terms: Box::new(LineTerms {
                    name: args.name.clone(),
                    ..terms
                }),
            };
            (command, args.terms.dry_run)
        }
    };
    teller.tell(&carry(desk, opened, Command::Terms(command), dry_run)?)
}

fn new_line(desk: &Desk, opened: &Opened, args: &LineAdd) -> Result<TermsCommand, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let bad_id = |typed: &str| Failure::wrong_use(texts.happen_bad_id(typed));
    let id = match &args.id {
        Some(typed) => LineId::new(typed).or(Err(bad_id(typed)))?,
        None => line_id(&args.new_name, book).ok_or_else(|| bad_id(""))?,
    };
    let currency = match &args.currency {
        Some(typed) => Currency::new(&typed.trim().to_uppercase())
            .ok_or_else(|| Failure::wrong_use(texts.cli_bad_currency(typed)))?,
        None => book.currency,
    };
    let blank = CreditLine::new(id.clone(), String::new(), currency);
    let terms = line_terms(desk, opened, &blank, &args.terms)?;
    let terms = Box::new(LineTerms {
        name: Some(args.new_name.clone()),
        ..terms
    });
    Ok(TermsCommand::AddLine {
        id,
        currency,
        terms,
    })
}

fn meaning<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    let found = words.iter().find(|(known, _)| *known == word);
    found.map(|(_, meaning)| *meaning)
}

/// The ways to pay, a new one, one corrected or taken out.
pub(super) fn method(
    desk: &Desk,
    opened: &Opened,
    act: &MethodAct,
    teller: &Teller,
) -> Result<Exit, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let (command, dry_run) = match act {
        MethodAct::List => return teller.tell(&list::methods(book, texts)),
        MethodAct::Remove(args) => {
            let method = &book.methods[pick::method(book, &args.method, texts)?];
            let method = method.id.clone();
            (TermsCommand::RemoveMethod { method }, args.dry_run)
        }
        MethodAct::Add(args) => {
            let bad_id = |typed: &str| Failure::wrong_use(texts.happen_bad_id(typed));
            let id = match &args.id {
                Some(typed) => MethodId::new(typed).or(Err(bad_id(typed)))?,
                None => method_id(&args.new_name, book).ok_or_else(|| bad_id(""))?,
            };
            let terms = MethodTerms {
                name: Some(args.new_name.clone()),
                ..method_terms(desk, book.currency, &args.terms)?
            };
            (TermsCommand::AddMethod { id, terms }, args.terms.dry_run)
        }
        MethodAct::Set(args) => {
            let method: &Method = &book.methods[pick::method(book, &args.method, texts)?];
            let terms = MethodTerms {
                name: args.name.clone(),
                ..method_terms(desk, book.currency, &args.terms)?
            };
            let method = method.id.clone();
            (
                TermsCommand::SetMethod { method, terms },
                args.terms.dry_run,
            )
        }
    };
    teller.tell(&carry(desk, opened, Command::Terms(command), dry_run)?)
}

fn method_terms(
    desk: &Desk,
    currency: Currency,
    flags: &MethodFlags,
) -> Result<MethodTerms, Failure> {
    let texts = desk.texts;
    let kind = flags.method_kind.as_deref();
    Ok(MethodTerms {
        kind: kind.and_then(|word| meaning(&METHOD_KINDS, word)),
        last4: term(flags.last4.as_deref(), words)?,
        per_payment_limit: term(flags.per_payment_limit.as_deref(), |typed| {
            amount(typed, currency, texts)
        })?,
        expires: term(flags.expires.as_deref(), |typed| {
            day(Some(typed), desk.today, texts)
        })?,
        balance: term(flags.balance.as_deref(), |typed| {
            let amount = signed(typed, currency, texts)?;
            let on = desk.today;
            Ok(Balance { on, amount })
        })?,
        ..MethodTerms::default()
    })
}
