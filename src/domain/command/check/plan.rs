//! Plans that come, plans that go, and what is noted about them.

use super::{AsOf, check_amount, check_date, check_positive, number, words};
use crate::domain::book::Book;
use crate::domain::command::Change;
use crate::domain::currency::Currency;
use crate::domain::fee::{FeeAmount, FeeModel};
use crate::domain::id::PlanId;
use crate::domain::money::Money;
use crate::domain::plan::{MOST_PERIODS, Plan};
use crate::domain::refusal::Refusal;

/// A new plan joins the book. Its words lose the blanks around them.
pub(super) fn add(as_of: AsOf<'_>, plan: &Plan) -> Result<Change, Refusal> {
    let book = as_of.book;
    if book.plan(&plan.id).is_some() {
        return Err(Refusal::IdTaken(plan.id.clone()));
    }
    check_names(book, plan)?;
    if let Some(old) = &plan.replaces {
        as_of.index(old)?;
    }
    check_terms(plan)?;
    check_amounts(plan, book.currency_of(plan))?;
    check_dates(as_of, plan)?;
    Ok(Change::AddPlan(Box::new(tidied(plan)?)))
}

/// A plan whose words have no blanks around them.
pub(super) fn tidied(plan: &Plan) -> Result<Plan, Refusal> {
    Ok(Plan {
        item: words(Some(&plan.item))?.unwrap_or_else(|| plan.id.to_string()),
        merchant: words(plan.merchant.as_deref())?,
        order: number(plan.order.as_deref())?,
        note: words(plan.note.as_deref())?,
        ..plan.clone()
    })
}

/// What a plan names is in the book.
pub(super) fn check_names(book: &Book, plan: &Plan) -> Result<(), Refusal> {
    if let Some(line) = &plan.line
        && book.line(line).is_none()
    {
        return Err(Refusal::UnknownLine(line.clone()));
    }
    if let Some(method) = &plan.autopay
        && book.method(method).is_none()
    {
        return Err(Refusal::UnknownMethod(method.clone()));
    }
    Ok(())
}

pub(super) fn check_terms(plan: &Plan) -> Result<(), Refusal> {
    if !(1..=MOST_PERIODS).contains(&plan.periods) {
        return Err(Refusal::Periods { most: MOST_PERIODS });
    }
    if plan.paid_through > plan.periods {
        return Err(Refusal::UnknownInstallment {
            n: plan.paid_through,
            of: plan.periods,
        });
    }
    Ok(())
}

pub(super) fn check_amounts(plan: &Plan, currency: Currency) -> Result<(), Refusal> {
    check_positive(plan.principal, currency)?;
    let fee = match plan.fee.model {
        FeeModel::Flat(FeeAmount::Total(total)) | FeeModel::Upfront(FeeAmount::Total(total), _) => {
            Some(total)
        }
        _ => None,
    };
    let amounts = [plan.price, plan.down_payment, plan.balloon, fee];
    for amount in amounts.into_iter().flatten() {
        check_amount(amount, currency)?;
    }
    if plan.balloon.is_some_and(|balloon| balloon > plan.principal) {
        return Err(Refusal::BalloonAbovePrincipal);
    }
    check_price(plan)
}

/// Price − down payment = principal, where all three stand.
fn check_price(plan: &Plan) -> Result<(), Refusal> {
    let (Some(price), Some(down)) = (plan.price, plan.down_payment) else {
        return Ok(());
    };
    let financed = price - down;
    if financed < Money::ZERO {
        Err(Refusal::DownPaymentAbovePrice)
    } else if financed != plan.principal {
        Err(Refusal::PrincipalMismatch {
            financed,
            principal: plan.principal,
        })
    } else {
        Ok(())
    }
}

pub(super) fn check_dates(as_of: AsOf<'_>, plan: &Plan) -> Result<(), Refusal> {
    check_date(plan.first_due)?;
    if let Some(posted) = plan.posted {
        check_date(posted)?;
    }
    let Some(bought) = plan.bought else {
        return Ok(());
    };
    as_of.check_day(bought)?;
    let early = |day| day < bought;
    if early(plan.first_due) || plan.posted.is_some_and(early) {
        return Err(Refusal::BeforePurchase(bought));
    }
    Ok(())
}

/// A plan leaves the book, unless something else of the book speaks of it.
pub(super) fn remove(as_of: AsOf<'_>, id: &PlanId) -> Result<Change, Refusal> {
    let plan = as_of.index(id)?;
    let book = as_of.book;
    let mut cases = book.cases.iter();
    if let Some(case) = cases.find(|case| case.plan.as_ref() == Some(id)) {
        return Err(Refusal::HasCase(case.id.clone()));
    }
    let mut plans = book.plans.iter();
    if let Some(newer) = plans.find(|plan| plan.replaces.as_ref() == Some(id)) {
        return Err(Refusal::ReplacedBy(newer.id.clone()));
    }
    Ok(Change::RemovePlan { plan })
}

/// The note of a plan is replaced; nothing takes it away.
pub(super) fn note(as_of: AsOf<'_>, id: &PlanId, note: Option<&str>) -> Result<Change, Refusal> {
    let plan = as_of.index(id)?;
    let note = words(note)?;
    if as_of.book.plans[plan].note == note {
        return Err(Refusal::AlreadySo);
    }
    Ok(Change::SetNote { plan, note })
}
