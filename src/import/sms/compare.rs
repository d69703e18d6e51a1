//! A message against the book: which installment is it about, and do they agree?

mod next;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::{About, Difference, Message, MessageKind, Reading, domains};
use crate::domain::plan::{Payment, Plan};
use crate::domain::rulebook::Provider;
use crate::domain::{Book, Money, Position};
use crate::import::matching::near;
use crate::import::service::lines;

/// Messages come about so many days around the due date of what they are about.
const DAYS_AROUND: i64 = 45;

/// Compares a message with the book as of the day of the position. `text` is the message itself:
/// it may name a line. `providers` are those that the message and its line can mean.
pub fn compare(
    message: Message,
    text: &str,
    book: &Book,
    position: &Position,
    provider: impl Fn(&str) -> Option<Arc<Provider>>,
) -> Reading {
    let mut meant: Vec<usize> = Vec::new();
    for service in &message.services {
        meant.extend(lines(book, Some(*service), text, &message.last4));
    }
    if message.services.is_empty() {
        meant = lines(book, None, text, &message.last4);
    }
    meant.sort_unstable();
    meant.dedup();
    let comparing = Comparing {
        message: &message,
        book,
        position,
        lines: &meant,
    };
    let (found, differences) = comparing.all();
    let next = comparing.next(&found, &differences);
    let of_lines = meant
        .iter()
        .filter_map(|k| book.lines[*k].provider.as_deref());
    let named = message.services.iter().map(|service| service.id);
    let mut ids: Vec<&str> = of_lines.chain(named).collect();
    ids.sort_unstable();
    ids.dedup();
    let providers: Vec<_> = ids.into_iter().filter_map(provider).collect();
    let judged = message
        .links
        .iter()
        .map(|link| (link.clone(), link.leads(&providers)));
    Reading {
        links: judged.collect(),
        found,
        differences,
        next,
        domains: domains(&providers),
        message,
    }
}

struct Comparing<'c> {
    message: &'c Message,
    book: &'c Book,
    position: &'c Position,
    lines: &'c [usize],
}

/// An installment that a message may be about.
#[derive(Debug, Clone)]
struct Candidate {
    about: About,
    /// What it asks for in all.
    amount: Money,
    paid_on: Option<NaiveDate>,
}

impl Comparing<'_> {
    fn all(&self) -> (Vec<About>, Vec<Difference>) {
        let mut differences = Vec::new();
        match (self.lines, self.message.services.first()) {
            ([], Some(service)) => return (Vec::new(), vec![Difference::NoLine(*service)]),
            ([], None) => differences.push(Difference::NoService),
            _ => {}
        }
        if self.message.amounts.is_empty() {
            differences.push(Difference::NoAmount);
        }
        let candidates = self.candidates();
        let noted = self.noted(&candidates);
        let (found, mut more) = noted.unwrap_or_else(|| self.choose(&candidates));
        differences.append(&mut more);
        (found, differences)
    }

    fn candidates(&self) -> Vec<Candidate> {
        let around = self
            .message
            .days
            .first()
            .copied()
            .unwrap_or(self.position.today);
        let mut candidates = Vec::new();
        for (plan, standing) in self.book.plans.iter().zip(&self.position.plans) {
            let on_line = plan
                .line
                .as_ref()
                .is_some_and(|id| self.lines.iter().any(|k| self.book.lines[*k].id == *id));
            if !on_line && !self.lines.is_empty() || self.is_from_before(plan) {
                continue;
            }
            for one in &standing.installments {
                let named = self.message.nth.is_none_or(|nth| nth.n == one.n());
                let is_near = (one.due() - around).num_days().abs() <= DAYS_AROUND;
                // What is late is reminded of again and again.
                let is_late = one.timing().is_some() && one.due() < around;
                if named && (is_near || is_late) {
                    candidates.push(Candidate {
                        amount: one.row.installment.amount(),
                        paid_on: one.row.last_paid,
                        about: About {
                            line: plan.line.clone(),
                            plan: plan.id.clone(),
                            n: one.n(),
                            due: one.due(),
                            open: one.row.outstanding(),
                        },
                    });
                }
            }
        }
        // Open ones first, of those the oldest.
        candidates.sort_by_key(|one| (one.about.open.is_zero(), one.about.due));
        candidates
    }

    /// The installment whose payment of the book a receipt speaks of: the same message again, or
    /// what the shopper noted about that day.
    fn noted(&self, candidates: &[Candidate]) -> Option<(Vec<About>, Vec<Difference>)> {
        if self.message.kind != MessageKind::Receipt {
            return None;
        }
        let on = self.paid_on();
        let is_it = |payment: &Payment| {
            let said = self.message.amounts.contains(&payment.amount);
            let same = payment.reference.as_ref() == Some(&self.message.reference);
            same || (said && near(payment.on, on))
        };
        candidates.iter().find_map(|one| {
            let plan = self.book.plan(&one.about.plan)?;
            let mut payments = plan
                .payments
                .iter()
                .filter(|payment| payment.n == Some(one.about.n));
            let on = payments.find(|payment| is_it(payment))?.on;
            Some((
                vec![one.about.clone()],
                vec![Difference::Paid { on: Some(on) }],
            ))
        })
    }

    /// Whether it tells of a payment from before a purchase: that paid nothing of it.
    fn is_from_before(&self, plan: &Plan) -> bool {
        let is_receipt = self.message.kind == MessageKind::Receipt;
        is_receipt && !plan.is_bought_by(self.paid_on())
    }

    /// The day of the payment that a receipt tells of.
    fn paid_on(&self) -> NaiveDate {
        let today = self.position.today;
        let past = self.message.days.iter().find(|day| **day <= today);
        past.copied().unwrap_or(today)
    }

    fn choose(&self, candidates: &[Candidate]) -> (Vec<About>, Vec<Difference>) {
        let says = |amount: Money| self.message.amounts.contains(&amount);
        let exact: Vec<_> = candidates
            .iter()
            .filter(|one| says(one.about.open) || says(one.amount))
            .collect();
        let same_day = |one: &Candidate| self.message.days.contains(&one.about.due);
        let on_day: Vec<_> = exact.iter().filter(|one| same_day(one)).collect();
        match (on_day.as_slice(), exact.as_slice()) {
            ([one], _) => (vec![one.about.clone()], self.differences(one)),
            ([], [one, rest @ ..])
                if rest.iter().all(|other| other.about.plan == one.about.plan) =>
            {
                (vec![one.about.clone()], self.differences(one))
            }
            ([], []) => self.without_amount(candidates),
            (several @ [_, ..], _) => (Vec::new(), vec![Difference::Several(several.len())]),
            ([], several) => (Vec::new(), vec![Difference::Several(several.len())]),
        }
    }

    /// No installment asks for what it says: a whole bill does, or the day tells which one is meant.
    fn without_amount(&self, candidates: &[Candidate]) -> (Vec<About>, Vec<Difference>) {
        let bills = bills(candidates, &self.message.days);
        let says = |bill: &&Vec<Candidate>| {
            let (open, all) = sums(bill);
            self.message.amounts.contains(&open) || self.message.amounts.contains(&all)
        };
        // Without a line the day alone tells nothing.
        let is_meant = |bill: &&Vec<Candidate>| {
            let due = bill.first().map(|one| one.about.due);
            due.is_some_and(|due| self.message.days.contains(&due)) || !self.lines.is_empty()
        };
        let Some(bill) = bills.iter().find(says).or(bills.iter().find(is_meant)) else {
            return (Vec::new(), vec![Difference::Nothing]);
        };
        let (open, all) = sums(bill);
        let mut differences = Vec::new();
        if open.is_zero() {
            let on = bill.iter().filter_map(|one| one.paid_on).max();
            differences.push(Difference::Paid { on });
        }
        let said = self.message.amounts.first().filter(|_| !says(&bill));
        differences.extend(said.map(|said| Difference::Amount {
            said: *said,
            open: if open.is_zero() { all } else { open },
        }));
        differences.extend(bill.first().and_then(|one| self.other_day(one.about.due)));
        (
            bill.iter().map(|one| one.about.clone()).collect(),
            differences,
        )
    }

    fn differences(&self, one: &Candidate) -> Vec<Difference> {
        let paid = one
            .about
            .open
            .is_zero()
            .then_some(Difference::Paid { on: one.paid_on });
        let partly =
            one.about.open.is_positive() && !self.message.amounts.contains(&one.about.open);
        let amount = partly.then_some(Difference::Amount {
            said: one.amount,
            open: one.about.open,
        });
        [paid, amount, self.other_day(one.about.due)]
            .into_iter()
            .flatten()
            .collect()
    }

    /// A reminder names the due date; a receipt the day of the payment.
    fn other_day(&self, due: NaiveDate) -> Option<Difference> {
        let said = *self.message.days.first()?;
        let is_reminder = self.message.kind == MessageKind::Reminder;
        (is_reminder && !self.message.days.contains(&due)).then_some(Difference::Day { said, due })
    }
}

/// What is due on one day, by day: first what is due on a day that the message names, then what is
/// open, oldest first.
fn bills(candidates: &[Candidate], named: &[NaiveDate]) -> Vec<Vec<Candidate>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<Candidate>> = BTreeMap::new();
    for one in candidates {
        by_day.entry(one.about.due).or_default().push(one.clone());
    }
    let mut bills: Vec<_> = by_day.into_values().collect();
    let is_named = |bill: &[Candidate]| {
        let due = bill.first().map(|one| one.about.due);
        due.is_some_and(|due| named.contains(&due))
    };
    bills.retain(|bill| is_named(bill) || sums(bill).0.is_positive());
    bills.sort_by_key(|bill| !is_named(bill));
    bills
}

/// What a bill still asks for, and what it asks for in all.
fn sums(bill: &[Candidate]) -> (Money, Money) {
    let open = bill.iter().map(|one| one.about.open).sum();
    (open, bill.iter().map(|one| one.amount).sum())
}
