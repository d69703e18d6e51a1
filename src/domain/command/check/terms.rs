//! What is written down of plans, lines and ways to pay, corrected or new.

use chrono::{Days, NaiveDate};

use super::leave;
use super::plan::{check_amounts, check_dates, check_names, check_terms, tidied};
use super::{AsOf, check_amount, check_date, check_positive, words};
use crate::domain::book::Book;
use crate::domain::card;
use crate::domain::command::{Change, TermsChange, TermsCommand};
use crate::domain::currency::Currency;
use crate::domain::due::AnchorDay;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::{CreditLine, LimitChange, Maintenance};
use crate::domain::method::{Method, is_last4};
use crate::domain::money::{Money, Rounding};
use crate::domain::plan::Plan;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{LineTerms, MethodTerms, PlanTerms};

impl TermsCommand {
    pub(super) fn check(&self, as_of: AsOf<'_>) -> Result<Change, Refusal> {
        let book = as_of.book;
        Ok(Change::Terms(match self {
            Self::SetPlan { plan, terms } => set_plan(as_of, plan, terms)?,
            Self::AddLine {
                id,
                currency,
                terms,
            } => {
                if book.line(id).is_some() {
                    return Err(Refusal::LineTaken(id.clone()));
                }
                let mut new = CreditLine::new(id.clone(), id.to_string(), *currency);
                terms.apply(&mut new);
                TermsChange::AddLine(Box::new(checked_line(&new)?))
            }
            Self::SetLine {
                line,
                on,
                why,
                terms,
            } => set_line(as_of, line, (*on, why.as_deref()), terms)?,
            Self::AddMethod { id, terms } => {
                if book.method(id).is_some() {
                    return Err(Refusal::MethodTaken(id.clone()));
                }
                let mut new = Method::new(id.clone(), id.to_string());
                terms.apply(&mut new);
                TermsChange::AddMethod(Box::new(checked_method(&new, book.currency)?))
            }
            Self::SetMethod { method, terms } => {
                let mut methods = book.methods.iter();
                let k = methods.position(|one| one.id == *method);
                let k = k.ok_or_else(|| Refusal::UnknownMethod(method.clone()))?;
                let mut new = book.methods[k].clone();
                terms.apply(&mut new);
                let new = checked_method(&new, book.currency)?;
                let terms = MethodTerms::between(&book.methods[k], &new);
                if terms == MethodTerms::default() {
                    return Err(Refusal::AlreadySo);
                }
                TermsChange::SetMethod { method: k, terms }
            }
            Self::RemoveLine { line } => leave::line(book, line)?,
            Self::RemoveMethod { method } => leave::method(book, method)?,
        }))
    }
}

/// Terms of a plan change; what has happened to it must still fit. Only what changes is checked,
/// so that a name can be corrected in a plan that is odd elsewhere.
fn set_plan(as_of: AsOf<'_>, id: &PlanId, terms: &PlanTerms) -> Result<TermsChange, Refusal> {
    let book = as_of.book;
    let k = as_of.index(id)?;
    let old = &book.plans[k];
    let mut new = old.clone();
    terms.apply(&mut new);
    let follows = terms.anchor.is_none() && old.anchor == AnchorDay::of(old.first_due);
    if follows && terms.first_due.is_some() {
        new.anchor = AnchorDay::of(new.first_due);
    }
    let new = tidied(&new)?;
    let terms = PlanTerms::between(old, &new);
    if terms == PlanTerms::default() {
        return Err(Refusal::AlreadySo);
    }
    check_names(book, &new)?;
    let currency = book.currency_of(&new);
    if currency != book.currency_of(old) {
        return Err(Refusal::OtherCurrency(currency));
    }
    if terms.periods.is_some() || terms.paid_through.is_some() {
        check_terms(&new)?;
        check_numbers(&new)?;
    }
    check_amounts(&new, currency)?;
    if terms.bought.is_some() || terms.posted.is_some() || terms.first_due.is_some() {
        check_dates(as_of, &new)?;
    }
    if terms.bought.is_some() {
        check_order_day(&new)?;
    }
    check_paid(as_of, k, &new)?;
    Ok(TermsChange::SetPlan {
        plan: k,
        terms: Box::new(terms),
    })
}

/// Every installment that something speaks of is still there.
fn check_numbers(plan: &Plan) -> Result<(), Refusal> {
    let paid = plan.payments.iter().filter_map(|payment| payment.n);
    let billed = plan.schedule.iter().map(|row| row.n);
    let moved = plan.deferred.iter().map(|deferral| deferral.n);
    match paid.chain(billed).chain(moved).max() {
        Some(n) if n > plan.periods => Err(Refusal::InstallmentInUse(n)),
        _ => Ok(()),
    }
}

/// Nothing has happened to the plan before its order day.
fn check_order_day(plan: &Plan) -> Result<(), Refusal> {
    let paid = plan.payments.iter().map(|payment| payment.on);
    let refunded = plan.refunds.iter().map(|refund| refund.on);
    let settled = plan.settled.iter().map(|settled| settled.on);
    let first = paid.chain(refunded).chain(settled).min();
    match (plan.bought, first) {
        (Some(bought), Some(first)) if first < bought => Err(Refusal::AfterFirstEntry(first)),
        _ => Ok(()),
    }
}

/// Not more was paid than the plan asks for then, unless it was so before.
fn check_paid(as_of: AsOf<'_>, k: usize, new: &Plan) -> Result<(), Refusal> {
    let mut changed = as_of.book.clone();
    changed.plans[k] = new.clone();
    let excess = |book: &Book| -> Result<Money, Refusal> {
        let found = AsOf { book, ..as_of }.find(&new.id)?;
        Ok(found.allocation.excess)
    };
    let (before, after) = (excess(as_of.book)?, excess(&changed)?);
    if after > before {
        Err(Refusal::BelowPaid { by: after - before })
    } else {
        Ok(())
    }
}

/// Terms of a line change. What the book said of its past total stays said: the old total is
/// noted where it was not, from the first day that something is known of the line.
fn set_line(
    as_of: AsOf<'_>,
    id: &LineId,
    (on, why): (NaiveDate, Option<&str>),
    terms: &LineTerms,
) -> Result<TermsChange, Refusal> {
    let mut lines = as_of.book.lines.iter();
    let k = lines.position(|line| line.id == *id);
    let k = k.ok_or_else(|| Refusal::UnknownLine(id.clone()))?;
    let old = &as_of.book.lines[k];
    let mut new = old.clone();
    terms.apply(&mut new);
    let new = checked_line(&new)?;
    let terms = LineTerms::between(old, &new);
    if terms == LineTerms::default() {
        return Err(Refusal::AlreadySo);
    }
    let limits = match &terms.limit {
        Some(limit) => {
            as_of.check_day(on)?;
            earlier_totals(as_of.book, old, *limit, (on, words(why)?))?
        }
        None => Vec::new(),
    };
    Ok(TermsChange::SetLine {
        line: k,
        terms: Box::new(terms),
        limits,
    })
}

/// The notes that a changed total leaves: the old one, unless it is noted, and the new one with
/// its day and why. Nothing where the total was not known before: what is learned now has held all
/// along.
fn earlier_totals(
    book: &Book,
    line: &CreditLine,
    limit: Option<Money>,
    (on, why): (NaiveDate, Option<String>),
) -> Result<Vec<LimitChange>, Refusal> {
    let Some(old) = line.limit else {
        return Ok(Vec::new());
    };
    let newest = line.limits.iter().max_by_key(|change| change.on);
    if let Some(newest) = newest.filter(|newest| on < newest.on) {
        return Err(Refusal::LimitChangedSince(newest.on));
    }
    let is_noted = newest.is_some_and(|newest| newest.limit == old);
    let since = newest.map(|newest| newest.on);
    let before = LimitChange {
        on: since.unwrap_or_else(|| first_day(book, line, on)),
        limit: old,
        why: None,
    };
    let after = limit.map(|limit| LimitChange { on, limit, why });
    let before = (!is_noted).then_some(before);
    Ok(before.into_iter().chain(after).collect())
}

/// The first day that something is known of a line, at the latest the day before `on`.
fn first_day(book: &Book, line: &CreditLine, on: NaiveDate) -> NaiveDate {
    let of_line = book.plans.iter();
    let of_line = of_line.filter(|plan| plan.line.as_ref() == Some(&line.id));
    let bought = of_line.filter_map(|plan| plan.bought);
    let seen = line.seen.iter().map(|seen| seen.on);
    let before = on.checked_sub_days(Days::new(1)).unwrap_or(on);
    bought.chain(seen).fold(before, NaiveDate::min)
}

fn checked_line(line: &CreditLine) -> Result<CreditLine, Refusal> {
    let currency = line.currency;
    for amount in line.limit.iter().chain([&line.frozen]) {
        check_amount(*amount, currency)?;
    }
    if let Some(temporary) = line.temporary {
        check_positive(temporary.limit, currency)?;
        check_date(temporary.until)?;
    }
    if let Some(least) = line.rules.min_purchase {
        check_amount(least, currency)?;
    }
    if let Some(day) = line.identity_expires {
        check_date(day)?;
    }
    let maintenance = match &line.maintenance {
        Some(down) => {
            check_date(down.until)?;
            Some(Maintenance {
                until: down.until,
                note: words(down.note.as_deref())?,
            })
        }
        None => None,
    };
    match line.rules.restore_days {
        Some(days) if days.earliest > days.latest => return Err(Refusal::RestoreDaysOrder),
        _ => {}
    }
    Ok(CreditLine {
        name: words(Some(&line.name))?.unwrap_or_else(|| line.id.to_string()),
        provider: words(line.provider.as_deref())?,
        account: words(line.account.as_deref())?,
        region: words(line.region.as_deref())?,
        maintenance,
        ..line.clone()
    })
}

/// A way to pay as a book may hold it: never the whole number of a card.
fn checked_method(method: &Method, currency: Currency) -> Result<Method, Refusal> {
    let name = words(Some(&method.name))?.unwrap_or_else(|| method.id.to_string());
    if card::may_stand_in(&name) {
        return Err(Refusal::CardNumber);
    }
    let last4 = words(method.last4.as_deref())?;
    if let Some(digits) = last4.as_deref().filter(|digits| !is_last4(digits)) {
        let whole = card::may_stand_in(digits);
        return Err(if whole {
            Refusal::CardNumber
        } else {
            Refusal::NotLast4
        });
    }
    if let Some(most) = method.per_payment_limit {
        check_amount(most, currency)?;
    }
    if let Some(day) = method.expires {
        check_date(day)?;
    }
    if let Some(balance) = method.balance {
        check_date(balance.on)?;
        if balance.amount != balance.amount.rounded(currency.decimals(), Rounding::Down) {
            return Err(Refusal::TooManyDecimals(currency.decimals()));
        }
    }
    Ok(Method {
        name,
        last4,
        ..method.clone()
    })
}
