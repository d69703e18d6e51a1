//! How a book may change. The dashboard, the command line and every importer end here;
//! nothing else changes a [`Book`].
//!
//! A [`Command`] says what the shopper wants. Checked against a book it becomes a [`Change`],
//! which names the exact place; the same change is applied to the book and written to the file.

use chrono::NaiveDate;

use super::allocation::{Allocation, Row};
use super::book::Book;
use super::currency::Currency;
use super::id::{LineId, MethodId, PlanId};
use super::line::Seen;
use super::money::{Money, Rounding};
use super::plan::{Payment, Plan};
use super::refusal::Refusal;
use super::rules::Rules;
use super::schedule::Schedule;

/// What the shopper wants to be true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// An installment was paid.
    Pay(Pay),
    /// The last payment of an installment is taken back.
    Unpay {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
    },
    /// The limit freed by the last payment of an installment is back.
    Restored {
        /// Which plan.
        plan: PlanId,
        /// Which installment.
        n: u32,
        /// Since when.
        on: NaiveDate,
    },
    /// The provider's app showed this as available.
    Seen {
        /// Which line.
        line: LineId,
        /// On which day.
        on: NaiveDate,
        /// The figure; may be below zero.
        available: Money,
    },
}

/// A payment to be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pay {
    /// Which plan.
    pub plan: PlanId,
    /// Which installment; `None`: the oldest open one.
    pub n: Option<u32>,
    /// How much; `None`: exactly what the installment still asks for.
    pub amount: Option<Money>,
    /// When.
    pub on: NaiveDate,
    /// From where.
    pub via: Option<MethodId>,
    /// The bank's reference.
    pub reference: Option<String>,
}

/// One exact change of one place. Indexes are those of the book it was checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A payment joins the plan's payments at the end.
    AddPayment {
        /// Which plan.
        plan: usize,
        /// The payment.
        payment: Payment,
    },
    /// A payment leaves the plan.
    RemovePayment {
        /// Which plan.
        plan: usize,
        /// Which of its payments.
        payment: usize,
    },
    /// A payment's freed limit is confirmed.
    SetRestored {
        /// Which plan.
        plan: usize,
        /// Which of its payments.
        payment: usize,
        /// Since when.
        on: NaiveDate,
    },
    /// A figure joins the line's seen figures at the end.
    AddSeen {
        /// Which line.
        line: usize,
        /// The figure.
        seen: Seen,
    },
}

/// Applies a command: the changed book, or why not.
pub fn apply(book: &Book, command: &Command, today: NaiveDate) -> Result<Book, Refusal> {
    let mut changed = book.clone();
    command.check(book, today)?.apply(&mut changed);
    Ok(changed)
}

impl Command {
    /// Checks the command against a book: the exact change it means, or why it is refused.
    pub fn check(&self, book: &Book, today: NaiveDate) -> Result<Change, Refusal> {
        if book.is_read_only() {
            return Err(Refusal::ReadOnly);
        }
        match self {
            Self::Pay(pay) => pay.check(book, today),
            Self::Unpay { plan, n } => {
                let (k, allocation) = find_plan(book, plan)?;
                Ok(Change::RemovePayment {
                    plan: k,
                    payment: payment_of(&allocation, *n)?,
                })
            }
            Self::Restored { plan, n, on } => check_restored(book, plan, *n, *on, today),
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
        }
    }
}

impl Change {
    /// Carries the change out.
    pub fn apply(&self, book: &mut Book) {
        match self {
            Self::AddPayment { plan, payment } => {
                if let Some(plan) = book.plans.get_mut(*plan) {
                    plan.payments.push(payment.clone());
                }
            }
            Self::RemovePayment { plan, payment } => {
                if let Some(plan) = book
                    .plans
                    .get_mut(*plan)
                    .filter(|plan| *payment < plan.payments.len())
                {
                    plan.payments.remove(*payment);
                }
            }
            Self::SetRestored { plan, payment, on } => {
                if let Some(payment) = book
                    .plans
                    .get_mut(*plan)
                    .and_then(|plan| plan.payments.get_mut(*payment))
                {
                    payment.restored = Some(*on);
                }
            }
            Self::AddSeen { line, seen } => {
                if let Some(line) = book.lines.get_mut(*line) {
                    line.seen.push(*seen);
                }
            }
        }
    }
}

impl Pay {
    /// The oldest open installment of a plan, in full.
    pub fn oldest(plan: PlanId, on: NaiveDate) -> Self {
        Self {
            plan,
            n: None,
            amount: None,
            on,
            via: None,
            reference: None,
        }
    }

    fn check(&self, book: &Book, today: NaiveDate) -> Result<Change, Refusal> {
        let (k, allocation) = find_plan(book, &self.plan)?;
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
fn find_plan(book: &Book, id: &PlanId) -> Result<(usize, Allocation), Refusal> {
    let k = book
        .plans
        .iter()
        .position(|plan| plan.id == *id)
        .ok_or_else(|| Refusal::UnknownPlan(id.clone()))?;
    Ok((k, whole_allocation(book, &book.plans[k])))
}

fn whole_allocation(book: &Book, plan: &Plan) -> Allocation {
    let rules = Rules::of_plan(plan, book.line_of(plan));
    Allocation::of(
        plan,
        Schedule::of(plan, &rules, book.currency_of(plan)),
        None,
    )
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
    today: NaiveDate,
) -> Result<Change, Refusal> {
    let (k, allocation) = find_plan(book, plan)?;
    let payment = payment_of(&allocation, n)?;
    let plan = &book.plans[k];
    let paid = &plan.payments[payment];
    if let Some(since) = paid.restored {
        return Err(Refusal::AlreadyRestored(since));
    }
    if plan.line.is_none() {
        return Err(Refusal::NothingRestoring(n));
    }
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

#[cfg(test)]
mod tests {
    use super::{Command, Pay, apply};
    use crate::domain::book::Book;
    use crate::domain::id::{LineId, MethodId, PlanId};
    use crate::domain::plan::Plan;
    use crate::domain::refusal::Refusal;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};

    fn id(text: &str) -> PlanId {
        PlanId::new(text).unwrap()
    }

    /// Three installments of 100, due from 10 January 2026.
    fn three() -> Book {
        book(
            line("5000"),
            vec![Plan {
                bought: Some(date("2025-12-10")),
                ..plan("p", "300", 3, "2026-01-10")
            }],
        )
    }

    fn pay() -> Pay {
        Pay::oldest(id("p"), date("2026-01-10"))
    }

    fn refusal(book: &Book, command: &Command) -> Refusal {
        apply(book, command, date("2026-01-10")).unwrap_err()
    }

    #[test]
    fn paying_marks_the_oldest_open_installment_in_full() {
        let paid = apply(&three(), &Command::Pay(pay()), date("2026-01-10")).unwrap();
        let marked = &paid.plans[0].payments[0];
        assert_eq!((marked.n, marked.amount), (Some(1), cny("100")));
        let again = apply(&paid, &Command::Pay(pay()), date("2026-01-10")).unwrap();
        assert_eq!(again.plans[0].payments[1].n, Some(2));
    }

    #[test]
    fn a_larger_payment_may_cover_several_but_never_more_than_is_owed() {
        let all = Pay {
            amount: Some(cny("300")),
            ..pay()
        };
        assert!(apply(&three(), &Command::Pay(all), date("2026-01-10")).is_ok());
        let more = Pay {
            amount: Some(cny("300.01")),
            ..pay()
        };
        assert_eq!(
            refusal(&three(), &Command::Pay(more)),
            Refusal::Overpayment {
                amount: cny("300.01"),
                owed: cny("300")
            }
        );
    }

    #[test]
    fn what_cannot_be_is_refused_and_says_why() {
        let mut paid = three();
        paid.plans[0].payments.push(payment("2026-01-09", "100"));
        for (pay, why) in [
            (
                Pay {
                    plan: id("q"),
                    ..pay()
                },
                Refusal::UnknownPlan(id("q")),
            ),
            (
                Pay {
                    n: Some(4),
                    ..pay()
                },
                Refusal::UnknownInstallment { n: 4, of: 3 },
            ),
            (
                Pay {
                    n: Some(0),
                    ..pay()
                },
                Refusal::UnknownInstallment { n: 0, of: 3 },
            ),
            (
                Pay {
                    n: Some(1),
                    ..pay()
                },
                Refusal::AlreadyPaid {
                    n: 1,
                    on: Some(date("2026-01-09")),
                },
            ),
            (
                Pay {
                    amount: Some(cny("0")),
                    ..pay()
                },
                Refusal::NotPositive,
            ),
            (
                Pay {
                    on: date("2026-01-11"),
                    ..pay()
                },
                Refusal::InFuture(date("2026-01-11")),
            ),
            (
                Pay {
                    on: date("2025-12-09"),
                    ..pay()
                },
                Refusal::BeforePurchase(date("2025-12-10")),
            ),
            (
                Pay {
                    via: MethodId::new("x").ok(),
                    ..pay()
                },
                Refusal::UnknownMethod(MethodId::new("x").unwrap()),
            ),
        ] {
            assert_eq!(refusal(&paid, &Command::Pay(pay)), why);
        }
    }

    #[test]
    fn a_newer_book_is_never_changed() {
        let newer = Book {
            version: 2,
            ..three()
        };
        assert_eq!(refusal(&newer, &Command::Pay(pay())), Refusal::ReadOnly);
    }

    #[test]
    fn unpaying_takes_back_the_last_payment_of_that_installment() {
        let mut paid = three();
        paid.plans[0].payments = vec![payment("2026-01-08", "40"), payment("2026-01-09", "60")];
        let unpay = Command::Unpay {
            plan: id("p"),
            n: 1,
        };
        let left = apply(&paid, &unpay, date("2026-01-10")).unwrap();
        assert_eq!(left.plans[0].payments, [payment("2026-01-08", "40")]);
        assert_eq!(refusal(&three(), &unpay), Refusal::NotPaid(1));
        let mut before = three();
        before.plans[0].paid_through = 1;
        assert_eq!(refusal(&before, &unpay), Refusal::PaidBeforeBook(1));
    }

    #[test]
    fn a_limit_is_confirmed_once_and_not_before_its_payment() {
        let mut paid = three();
        paid.plans[0].payments = vec![payment("2026-01-08", "100")];
        let restored = |on| Command::Restored {
            plan: id("p"),
            n: 1,
            on: date(on),
        };
        assert_eq!(
            refusal(&paid, &restored("2026-01-07")),
            Refusal::BeforePayment(date("2026-01-08"))
        );
        let confirmed = apply(&paid, &restored("2026-01-09"), date("2026-01-10")).unwrap();
        assert_eq!(
            confirmed.plans[0].payments[0].restored,
            Some(date("2026-01-09"))
        );
        let again = refusal(&confirmed, &restored("2026-01-10"));
        assert!(again.is_already_done(), "{again}");
        paid.plans[0].line = None;
        assert_eq!(
            refusal(&paid, &restored("2026-01-09")),
            Refusal::NothingRestoring(1)
        );
    }

    #[test]
    fn a_seen_figure_is_noted_once() {
        let seen = Command::Seen {
            line: LineId::new("mi").unwrap(),
            on: date("2026-01-09"),
            available: -cny("5"),
        };
        let noted = apply(&three(), &seen, date("2026-01-10")).unwrap();
        assert_eq!(noted.lines[0].seen.len(), 1);
        assert_eq!(refusal(&noted, &seen), Refusal::AlreadySeen);
    }
}
