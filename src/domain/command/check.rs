//! Each command checked against a book.
//!
//! | question | file |
//! |---|---|
//! | may this be paid, or taken back | `pay` |
//! | did this payment arrive | `verify` |
//! | is this limit back, was this figure seen | `limit` |
//! | may this plan come, may it go | `plan` |
//! | may it be settled, was this refunded | `settle` |
//! | may a due date wait, may the whole plan | `wait` |
//! | what stands on the provider's bill | `amend` |
//! | may a case begin, go on, end | `case` |
//! | may a way to pay change, was this refused | `line` |
//! | may this be written down of a plan, a line, a method | `terms` |

mod amend;
mod case;
mod fee;
mod leave;
mod limit;
mod line;
mod pay;
mod plan;
mod settle;
mod terms;
mod verify;
mod wait;

use chrono::{Datelike, NaiveDate};

use super::{Change, Command};
use crate::domain::allocation::{Allocation, Row, Terms};
use crate::domain::book::Book;
use crate::domain::card;
use crate::domain::currency::Currency;
use crate::domain::id::PlanId;
use crate::domain::money::{Money, Rounding};
use crate::domain::plan::Plan;
use crate::domain::refusal::Refusal;
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
        let as_of = AsOf {
            book,
            calendar,
            today,
        };
        match self {
            Self::Pay(pay) => pay.check(as_of),
            Self::Unpay { plan, n } => pay::unpay(as_of, plan, *n),
            Self::Restored { plan, n, on } => limit::restored(as_of, plan, *n, *on),
            Self::Verify { plan, n, on } => verify::verify(as_of, plan, *n, *on),
            Self::Seen {
                line,
                on,
                available,
            } => limit::seen(as_of, line, *on, *available),
            Self::Add(plan) => plan::add(as_of, plan),
            Self::Remove { plan } => plan::remove(as_of, plan),
            Self::Note { plan, note } => plan::note(as_of, plan, note.as_deref()),
            Self::Settle { plan, on, amount } => settle::settle(as_of, plan, *on, *amount),
            Self::Refund {
                plan,
                on,
                amount,
                reference,
            } => settle::refund(as_of, plan, (*on, *amount), reference.as_deref()),
            Self::Defer { plan, n, to, fee } => wait::defer(as_of, plan, *n, (*to, *fee)),
            Self::Pause { plan, until, why } => wait::pause(as_of, plan, *until, why.as_deref()),
            Self::Resume { plan } => wait::resume(as_of, plan),
            Self::Amend(amend) => amend.check(as_of),
            Self::FeeFrom { plan, n, fee } => fee::from(as_of, plan, *n, *fee),
            Self::Case(command) => command.check(as_of),
            Self::Line(command) => command.check(as_of),
            Self::Terms(command) => command.check(as_of),
            Self::All(several) => several.check(book, |one, book| one.check(book, calendar, today)),
        }
    }
}

/// What a command is checked against: the book, on a day.
#[derive(Clone, Copy)]
struct AsOf<'b> {
    book: &'b Book,
    calendar: &'b WorkingCalendar,
    today: NaiveDate,
}

/// A plan of the book with everything that ever happened to it.
struct Found<'b> {
    k: usize,
    plan: &'b Plan,
    rules: Rules,
    currency: Currency,
    allocation: Allocation,
}

impl<'b> AsOf<'b> {
    /// The index of the plan of this id.
    fn index(self, id: &PlanId) -> Result<usize, Refusal> {
        let mut plans = self.book.plans.iter();
        plans
            .position(|plan| plan.id == *id)
            .ok_or_else(|| Refusal::UnknownPlan(id.clone()))
    }

    /// The plan of this id.
    fn find(self, id: &PlanId) -> Result<Found<'b>, Refusal> {
        let k = self.index(id)?;
        let plan = &self.book.plans[k];
        let rules = Rules::of_plan(plan, self.book.line_of(plan));
        let currency = self.book.currency_of(plan);
        let schedule =
            Schedule::of(plan, &rules, currency).on_working_days(plan, &rules, self.calendar);
        let allocation = Allocation::of(Terms::of(self.book, plan, &rules), schedule, None);
        Ok(Found {
            k,
            plan,
            rules,
            currency,
            allocation,
        })
    }

    /// A day that has come.
    fn check_day(self, on: NaiveDate) -> Result<(), Refusal> {
        check_date(on)?;
        if on > self.today {
            Err(Refusal::InFuture(on))
        } else {
            Ok(())
        }
    }
}

impl Found<'_> {
    /// The installment of this number.
    fn row(&self, n: u32) -> Result<&Row, Refusal> {
        let of = u32::try_from(self.allocation.rows.len()).unwrap_or(u32::MAX);
        self.allocation
            .row(n)
            .ok_or(Refusal::UnknownInstallment { n, of })
    }

    /// The installment of this number, which still asks for something.
    fn open_row(&self, n: u32) -> Result<&Row, Refusal> {
        let row = self.row(n)?;
        if row.is_open() {
            Ok(row)
        } else {
            Err(Refusal::AlreadyPaid {
                n,
                on: row.last_paid,
            })
        }
    }

    /// Something must be left to pay.
    fn check_open(&self) -> Result<(), Refusal> {
        match self.allocation.oldest_open() {
            Some(_) => Ok(()),
            None => Err(Refusal::NothingOpen(self.plan.id.clone())),
        }
    }

    /// Nothing happens to a plan before it was bought.
    fn check_bought(&self, on: NaiveDate) -> Result<(), Refusal> {
        match self.plan.bought {
            Some(bought) if on < bought => Err(Refusal::BeforePurchase(bought)),
            _ => Ok(()),
        }
    }
}

/// An amount above zero.
fn check_positive(amount: Money, currency: Currency) -> Result<(), Refusal> {
    if amount.is_positive() {
        check_amount(amount, currency)
    } else {
        Err(Refusal::NotPositive)
    }
}

/// An amount of zero or more, as a book may hold it.
fn check_amount(amount: Money, currency: Currency) -> Result<(), Refusal> {
    if amount < Money::ZERO {
        Err(Refusal::Negative)
    } else if amount > Money::LARGEST {
        Err(Refusal::TooLarge)
    } else if amount != amount.rounded(currency.decimals(), Rounding::Down) {
        Err(Refusal::TooManyDecimals(currency.decimals()))
    } else {
        Ok(())
    }
}

/// A day that a book may hold.
fn check_date(date: NaiveDate) -> Result<(), Refusal> {
    if (1970..=2200).contains(&date.year()) {
        Ok(())
    } else {
        Err(Refusal::NoSuchYear(date))
    }
}

/// What somebody wrote, as [`number`], without a card number in it.
fn words(text: Option<&str>) -> Result<Option<String>, Refusal> {
    match text {
        Some(text) if card::stands_in(text) => Err(Refusal::CardNumber),
        text => number(text),
    }
}

/// A text without blanks around it; none where nothing is left of it. For numbers that somebody else gave out.
fn number(text: Option<&str>) -> Result<Option<String>, Refusal> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    match text {
        Some(text) if text.chars().any(char::is_control) => Err(Refusal::ControlCharacter),
        text => Ok(text.map(str::to_owned)),
    }
}
