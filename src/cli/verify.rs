//! `verify`: a payment arrived; without a plan, which payments nobody has verified yet.

use serde::Serialize;

use super::answer::{Answer, View, exact};
use super::args;
use super::change::Outcome;
use super::failure::Failure;
use super::file::Opened;
use super::follow::carry;
use super::json::{Amount, Day};
use super::pick;
use super::print::{Align, Cell, Page};
use super::run::Desk;
use super::typed::day;
use crate::domain::{Book, Command};
use crate::settings::texts::Texts;

/// The answer.
#[derive(Debug, Serialize)]
pub(super) struct Unverified {
    today: Day,
    count: usize,
    payments: Vec<Noted>,
}

/// A payment that only the shopper noted.
#[derive(Debug, Serialize)]
struct Noted {
    plan: String,
    item: String,
    n: Option<u32>,
    on: Day,
    amount: Amount,
    via: Option<String>,
    #[serde(rename = "ref")]
    reference: Option<String>,
    #[serde(skip)]
    channel: String,
}

/// Notes that a payment arrived.
pub(super) fn verify(
    desk: &Desk,
    opened: &Opened,
    args: &args::Verify,
) -> Result<Outcome, Failure> {
    let (book, texts) = (opened.document.book(), desk.texts);
    let plan = &book.plans[pick::plan(book, &args.plan, texts)?];
    let command = Command::Verify {
        plan: plan.id.clone(),
        n: args.n,
        on: day(args.on.as_deref(), desk.today, texts)?,
    };
    carry(desk, opened, command, args.dry_run)
}

/// Every payment that nobody has verified, oldest first.
pub(super) fn unverified(view: &View<'_>) -> Unverified {
    let mut payments = all(view.book, view);
    payments.sort_by_key(|noted| noted.on.0);
    Unverified {
        today: Day(view.today()),
        count: payments.len(),
        payments,
    }
}

fn all(book: &Book, view: &View<'_>) -> Vec<Noted> {
    let of_plan = book.plans.iter().flat_map(|plan| {
        let currency = book.currency_of(plan);
        plan.unproven_by(view.today()).map(move |payment| {
            let via = payment.via.as_ref();
            let method = via.and_then(|via| book.method(via));
            Noted {
                plan: plan.id.to_string(),
                item: plan.item.clone(),
                n: payment.n,
                on: Day(payment.on),
                amount: Amount(payment.amount, currency),
                via: via.map(ToString::to_string),
                reference: payment.reference.clone(),
                channel: method.map(|method| method.name.clone()).unwrap_or_default(),
            }
        })
    });
    of_plan.collect()
}

impl Answer for Unverified {
    fn write(&self, page: &mut Page, texts: Texts) {
        if self.payments.is_empty() {
            page.line(texts.payments_all_verified());
            return;
        }
        page.line(texts.payments_unverified(self.count));
        let rows: Vec<_> = self.payments.iter().map(|one| one.cells(texts)).collect();
        let left = Align::Left;
        page.table(&[left, left, left, Align::Right, left, left, left], &rows);
    }
}

impl Noted {
    fn cells(&self, texts: Texts) -> Vec<Cell> {
        let n = self.n.map(|n| texts.nth_installment(n));
        vec![
            Cell::new(self.on.0.to_string()),
            Cell::new(&*self.item),
            Cell::new(n.unwrap_or_default()),
            Cell::new(exact(self.amount.0, self.amount.1)),
            Cell::new(&*self.channel),
            Cell::new(self.reference.as_deref().unwrap_or_default()),
            Cell::new(&*self.plan),
        ]
    }
}
