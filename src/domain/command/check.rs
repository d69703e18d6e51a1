//! Each command checked against a book.

use chrono::NaiveDate;

use super::{Change, Command, Pay};
use crate::domain::allocation::{Allocation, Row, Source};
use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::id::{LineId, PlanId};
use crate::domain::line::Seen;
use crate::domain::money::{Money, Rounding};
use crate::domain::plan::{Payment, Plan};
use crate::domain::refusal::Refusal;
use crate::domain::restoring::FreedLimit;
use crate::domain::rules::Rules;
use crate::domain::schedule::Schedule;
use crate::domain::working_day::WorkingCalendar;

impl Command {
    /// Checks the command against a book: the exact change it means, or why it is refused.
    pub fn check(
        &self,
        book: &Book,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Result<Change, Refusal> {
        if book.is_read_only() {
            return Err(Refusal::ReadOnly);
        }
        match self {
            Self::Pay(pay) => pay.check(book, calendar, today),
            Self::Unpay { plan, n } => {
                let (k, allocation) = find_plan(book, calendar, plan)?;
                Ok(Change::RemovePayment {
                    plan: k,
                    payment: payment_of(&allocation, *n)?,
                })
            }
            Self::Restored { plan, n, on } => {
                check_restored(book, plan, *n, *on, (calendar, today))
            }
            Self::Seen {
                line,
                on,
                available,
            } => check_seen(
                book,
                line,
                Seen {
                    on: *on,
                    available: *available,
                },
                today,
            ),
            Self::Add(_)
            | Self::Remove { .. }
            | Self::Note { .. }
            | Self::Settle { .. }
            | Self::Refund { .. }
            | Self::Defer { .. }
            | Self::Pause { .. }
            | Self::Resume { .. }
            | Self::Amend(_) => Err(Refusal::ReadOnly),
        }
    }
}

impl Pay {
    fn check(
        &self,
        book: &Book,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Result<Change, Refusal> {
        let (k, allocation) = find_plan(book, calendar, &self.plan)?;
        let plan = &book.plans[k];
        let row = self.row(&allocation)?;
        let amount = self.amount.unwrap_or(row.outstanding());
        check_amount(amount, allocation.outstanding(), book.currency_of(plan))?;
        check_day(self.on, today)?;
        match plan.bought {
            Some(bought) if self.on < bought => return Err(Refusal::BeforePurchase(bought)),
            _ => {}
        }
        if let Some(via) = self.via.as_ref().filter(|via| book.method(via).is_none()) {
            return Err(Refusal::UnknownMethod(via.clone()));
        }
        let (n, via, reference) = (
            Some(row.installment.n),
            self.via.clone(),
            self.reference.clone(),
        );
        Ok(Change::AddPayment {
            plan: k,
            payment: Payment {
                n,
                on: self.on,
                amount,
                via,
                reference,
                restored: None,
                prepay: self.prepay,
            },
        })
    }

    fn row<'a>(&self, allocation: &'a Allocation) -> Result<&'a Row, Refusal> {
        let Some(n) = self.n else {
            return allocation
                .oldest_open()
                .ok_or_else(|| Refusal::NothingOpen(self.plan.clone()));
        };
        let row = row(allocation, n)?;
        if row.is_open() {
            Ok(row)
        } else {
            Err(Refusal::AlreadyPaid {
                n,
                on: row.last_paid,
            })
        }
    }
}

/// The plan of this id with everything that ever happened to it.
fn find_plan(
    book: &Book,
    calendar: &WorkingCalendar,
    id: &PlanId,
) -> Result<(usize, Allocation), Refusal> {
    let k = book
        .plans
        .iter()
        .position(|plan| plan.id == *id)
        .ok_or_else(|| Refusal::UnknownPlan(id.clone()))?;
    Ok((k, whole_allocation(book, calendar, &book.plans[k])))
}

fn whole_allocation(book: &Book, calendar: &WorkingCalendar, plan: &Plan) -> Allocation {
    let rules = Rules::of_plan(plan, book.line_of(plan));
    let schedule = Schedule::of(plan, &rules, book.currency_of(plan));
    Allocation::of(plan, schedule.on_working_days(plan, &rules, calendar), None)
}

fn row(allocation: &Allocation, n: u32) -> Result<&Row, Refusal> {
    let of = u32::try_from(allocation.rows.len()).unwrap_or(u32::MAX);
    allocation
        .row(n)
        .ok_or(Refusal::UnknownInstallment { n, of })
}

fn check_amount(amount: Money, owed: Money, currency: Currency) -> Result<(), Refusal> {
    if !amount.is_positive() {
        return Err(Refusal::NotPositive);
    }
    if amount != amount.rounded(currency.decimals(), Rounding::Down) {
        return Err(Refusal::TooManyDecimals(currency.decimals()));
    }
    if amount > owed {
        Err(Refusal::Overpayment { amount, owed })
    } else {
        Ok(())
    }
}

fn check_day(on: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        Err(Refusal::InFuture(on))
    } else {
        Ok(())
    }
}

fn payment_of(allocation: &Allocation, n: u32) -> Result<usize, Refusal> {
    let row = row(allocation, n)?;
    let none = if row.paid().is_positive() {
        Refusal::PaidBeforeBook(n)
    } else {
        Refusal::NotPaid(n)
    };
    allocation.last_payment_for(n).ok_or(none)
}

fn check_restored(
    book: &Book,
    plan: &PlanId,
    n: u32,
    on: NaiveDate,
    (calendar, today): (&WorkingCalendar, NaiveDate),
) -> Result<Change, Refusal> {
    let (k, allocation) = find_plan(book, calendar, plan)?;
    let last = payment_of(&allocation, n)?;
    let plan = &book.plans[k];
    let payment = payment_to_confirm(book, k, &allocation, n, (calendar, today));
    let Some(payment) = payment.filter(|_| plan.line.is_some()) else {
        let since = plan.payments[last].restored;
        return Err(since.map_or(Refusal::NothingRestoring(n), Refusal::AlreadyRestored));
    };
    let paid = &plan.payments[payment];
    check_day(on, today)?;
    if on < paid.on {
        Err(Refusal::BeforePayment(paid.on))
    } else {
        Ok(Change::SetRestored {
            plan: k,
            payment,
            on,
        })
    }
}

/// Which payment of installment `n` freed limit that nobody has confirmed: the oldest one still
/// out, so that confirming again and again gets to each; where none is out, the last one.
fn payment_to_confirm(
    book: &Book,
    k: usize,
    allocation: &Allocation,
    n: u32,
    (calendar, today): (&WorkingCalendar, NaiveDate),
) -> Option<usize> {
    let plan = &book.plans[k];
    let rules = Rules::of_plan(plan, book.line_of(plan));
    let freed = FreedLimit::of_plan(k, plan, &rules, &allocation.parts, calendar);
    let covers = |source| {
        let mut parts = allocation.parts.iter();
        parts.any(|part| part.n == n && part.source == source)
    };
    let mut unconfirmed = Vec::new();
    for entry in freed.iter().filter(|entry| entry.confirmed.is_none()) {
        match entry.source {
            Source::Payment(payment) if covers(entry.source) => {
                unconfirmed.push((payment, entry.is_out_on(today)));
            }
            _ => {}
        }
    }
    let out = unconfirmed.iter().find(|(_, is_out)| *is_out);
    out.or(unconfirmed.last()).map(|(payment, _)| *payment)
}

fn check_seen(book: &Book, id: &LineId, seen: Seen, today: NaiveDate) -> Result<Change, Refusal> {
    let k = book
        .lines
        .iter()
        .position(|line| line.id == *id)
        .ok_or_else(|| Refusal::UnknownLine(id.clone()))?;
    let line = &book.lines[k];
    check_day(seen.on, today)?;
    let decimals = line.currency.decimals();
    if seen.available != seen.available.rounded(decimals, Rounding::Down) {
        return Err(Refusal::TooManyDecimals(decimals));
    }
    if line.seen.contains(&seen) {
        Err(Refusal::AlreadySeen)
    } else {
        Ok(Change::AddSeen { line: k, seen })
    }
}
