//! A change of the book, told in one line, and the installment it is about.

use chrono::NaiveDate;

use crate::app::msg::Done;
use crate::app::notice::What;
use crate::app::screen::InstallmentId;
use crate::document::edit::Edited;
use crate::domain::allocation::{Allocation, Terms};
use crate::domain::command::Change;
use crate::domain::plan::Plan;
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;
use crate::domain::standing::PlanStanding;
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Currency, Money, PlanId};
use crate::settings::change_label::{ChangeLabel, OfPayment};

/// What happened, and to which installment.
pub type Told = (What, Option<InstallmentId>);

/// A change that was just carried out; `before` is the book it was checked against.
pub fn edited(
    edited: &Edited,
    before: &Book,
    calendar: &WorkingCalendar,
    today: NaiveDate,
) -> Told {
    let after = edited.document.book();
    match &edited.change {
        Change::AddPayment { plan: k, payment } if payment.prepay.is_none() => {
            let Some(plan) = after.plans.get(*k) else {
                return (What::Other, None);
            };
            let n = payment.n.unwrap_or(0);
            let standing = PlanStanding::of(after, plan, calendar, today);
            let what = What::Paid {
                item: plan.item.clone(),
                n,
                amount: payment.amount,
                currency: after.currency_of(plan),
                in_full: standing
                    .installment(n)
                    .is_some_and(|installment| installment.timing().is_none()),
                today: payment.on == today,
            };
            (what, id(plan, payment.n))
        }
        change => ChangeLabel::of(change, before).map_or((What::Other, None), |label| told(&label)),
    }
}

/// The history does not say whether a payment was for all that was open, but the book does: taken
/// back, the installment asks for exactly its amount; done again, it asks for nothing.
pub fn completed(done: Done, installment: Option<&InstallmentId>, book: &Book) -> Done {
    let open = installment.and_then(|id| outstanding(book, id));
    match done {
        Done::Undone(what) => Done::Undone(with_in_full(what, |amount| open == Some(amount))),
        Done::Redone(what) => Done::Redone(with_in_full(what, |_| open == Some(Money::ZERO))),
        done => done,
    }
}

fn with_in_full(mut what: What, is_in_full: impl FnOnce(Money) -> bool) -> What {
    if let What::Paid {
        in_full, amount, ..
    } = &mut what
    {
        *in_full = is_in_full(*amount);
    }
    what
}

fn outstanding(book: &Book, id: &InstallmentId) -> Option<Money> {
    let plan = book.plan(&id.plan)?;
    let rules = Rules::of_plan(plan, book.line_of(plan));
    let schedule = Schedule::of(plan, &rules, book.currency_of(plan));
    let allocation = Allocation::of(Terms::of(book, plan, &rules), schedule, None);
    let row = allocation.row(id.n)?;
    Some(row.outstanding())
}

fn id(plan: &Plan, n: Option<u32>) -> Option<InstallmentId> {
    Some(InstallmentId {
        plan: plan.id.clone(),
        n: n?,
    })
}

/// A change as the history remembers it.
pub fn told(label: &ChangeLabel) -> Told {
    match label {
        ChangeLabel::Paid(paid) => {
            let (amount, currency) = amount(&paid.amount, &paid.currency);
            let what = What::Paid {
                item: paid.item.clone(),
                n: paid.n.unwrap_or(0),
                amount,
                currency,
                in_full: false,
                today: false,
            };
            (what, id_of(paid))
        }
        ChangeLabel::Unpaid(unpaid) => {
            let (item, n) = (unpaid.item.clone(), unpaid.n.unwrap_or(0));
            (What::Unpaid { item, n }, id_of(unpaid))
        }
        ChangeLabel::Restored(restored) => {
            let (item, n) = (restored.item.clone(), restored.n.unwrap_or(0));
            (What::Restored { item, n }, id_of(restored))
        }
        ChangeLabel::Seen {
            name,
            available,
            currency,
            ..
        } => {
            let (available, currency) = amount(available, currency);
            let line = name.clone();
            let what = What::Seen {
                line,
                available,
                currency,
            };
            (what, None)
        }
        label => (What::Plan(label.clone()), None),
    }
}

fn id_of(payment: &OfPayment) -> Option<InstallmentId> {
    Some(InstallmentId {
        plan: PlanId::new(&payment.plan).ok()?,
        n: payment.n?,
    })
}

/// An amount of the history; it was written by this program, so nothing is lost in the defaults.
fn amount(plain: &str, currency: &str) -> (Money, Currency) {
    let currency = Currency::new(currency).unwrap_or(Currency::CNY);
    let size = plain.strip_prefix('-');
    let amount = Money::parse(size.unwrap_or(plain), currency).unwrap_or_default();
    (if size.is_some() { -amount } else { amount }, currency)
}
