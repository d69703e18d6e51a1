//! How much must lie on which way to pay by which evening.
//!
//! A paused plan counts in full: a pause is the shopper's own note, and a provider that knows nothing
//! of it takes its money all the same.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::book::Book;
use super::currency::Currency;
use super::id::MethodId;
use super::method::Method;
use super::money::Money;
use super::position::{DueItem, Position};
use super::rules::AutopayDebits;

/// What one way to pay has to carry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Funds {
    /// Which method of the book pays by itself; `None`: these are paid by hand.
    pub method: Option<usize>,
    /// The currency of the amounts.
    pub currency: Currency,
    /// What is left of the balance that was looked up last, after the payments noted since then;
    /// `None` where nobody looked.
    pub balance: Option<Money>,
    /// Evening by evening, oldest first.
    pub evenings: Vec<Evening>,
}

/// What must lie there by one evening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evening {
    /// The day; what is overdue counts for today.
    pub by: NaiveDate,
    /// What is taken then.
    pub amount: Money,
    /// That and all that is taken before.
    pub in_all: Money,
    /// How much is missing; `None` where the balance is enough or not known.
    pub short: Option<Money>,
    /// What it is for.
    pub items: Vec<FundsItem>,
}

/// An installment that has to be carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FundsItem {
    /// Which plan of the book.
    pub plan: usize,
    /// Its number.
    pub n: u32,
    /// When it is due.
    pub due: NaiveDate,
    /// What it still asks for.
    pub amount: Money,
    /// The debit should have happened before today: it may be paid and only not noted.
    pub unconfirmed: bool,
    /// Why the way to pay cannot carry it.
    pub obstacle: Option<Obstacle>,
}

/// Why a way to pay cannot carry an installment, however much lies on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It expires before the debit: another one is needed.
    Expires(NaiveDate),
    /// One payment may not be so large: split it, or use another one.
    AboveLimit(Money),
}

impl AutopayDebits {
    /// On which day autopay takes what is due on `due`.
    pub fn debit_day(self, due: NaiveDate) -> NaiveDate {
        match self {
            Self::DueDay => due,
            Self::DayBefore => due.pred_opt().unwrap_or(due),
        }
    }
}

/// What must lie ready within the next `days`: each method that pays by itself in the order of the
/// book, then what is paid by hand. One that carries nothing is left out.
pub fn funds(book: &Book, position: &Position, days: u32) -> Vec<Funds> {
    let today = position.today;
    let last = today.checked_add_days(Days::new(days.into()));
    let last = last.unwrap_or(NaiveDate::MAX);
    let mut carried: BTreeMap<(bool, usize, Currency), BTreeMap<NaiveDate, Vec<FundsItem>>> =
        BTreeMap::new();
    // A debit on the day before the last day belongs to the day after it.
    for item in position.due_within(days.saturating_add(1)) {
        let method = autopay(book, &item);
        let debit = debit_day(&item, method.is_some());
        let by = debit.max(today);
        if by > last {
            continue;
        }
        let carrier = method.and_then(|k| book.methods.get(k));
        let needed = FundsItem {
            plan: item.plan,
            n: item.installment.n(),
            due: item.installment.due(),
            amount: item.outstanding(),
            unconfirmed: method.is_some() && debit < today,
            obstacle: carrier.and_then(|method| method.obstacle(book, &item, by)),
        };
        let key = (
            method.is_none(),
            method.unwrap_or(0),
            item.plan_standing.currency,
        );
        carried
            .entry(key)
            .or_default()
            .entry(by)
            .or_default()
            .push(needed);
    }
    carried
        .into_iter()
        .map(|((by_hand, k, currency), evenings)| {
            let method = (!by_hand).then_some(k);
            let balance = method.and_then(|k| balance(book, k, currency, today));
            Funds {
                method,
                currency,
                balance,
                evenings: running(evenings, balance),
            }
        })
        .collect()
}

/// Which method of the book pays an installment by itself.
pub(super) fn autopay(book: &Book, item: &DueItem<'_>) -> Option<usize> {
    let id = book.plans.get(item.plan)?.autopay.as_ref()?;
    book.methods.iter().position(|method| method.id == *id)
}

fn debit_day(item: &DueItem<'_>, by_itself: bool) -> NaiveDate {
    let due = item.installment.due();
    if by_itself {
        item.plan_standing.rules.autopay_debits.debit_day(due)
    } else {
        due
    }
}

impl Method {
    fn obstacle(&self, book: &Book, item: &DueItem<'_>, debit: NaiveDate) -> Option<Obstacle> {
        let expired = self.expires.filter(|expires| *expires < debit);
        let too_small = self.limit_below(book, item);
        (expired.map(Obstacle::Expires)).or(too_small.map(Obstacle::AboveLimit))
    }

    /// The most one payment may be, where an installment asks for more. It is in the book's
    /// currency: of an installment in another one nobody can tell.
    pub(super) fn limit_below(&self, book: &Book, item: &DueItem<'_>) -> Option<Money> {
        let limit = self.per_payment_limit?;
        let is_above = item.plan_standing.currency == book.currency && item.outstanding() > limit;
        is_above.then_some(limit)
    }
}

/// The balance looked up last, less what was paid from there since. It is in the book's currency.
fn balance(book: &Book, k: usize, currency: Currency, today: NaiveDate) -> Option<Money> {
    let method = book.methods.get(k).filter(|_| currency == book.currency)?;
    let looked_up = method.balance.filter(|balance| balance.on <= today)?;
    let plans = book.plans.iter();
    let payments = plans.flat_map(|plan| &plan.payments);
    let since = payments.filter(|payment| {
        let from_it: Option<&MethodId> = payment.via.as_ref();
        from_it == Some(&method.id) && (looked_up.on < payment.on && payment.on <= today)
    });
    Some(looked_up.amount - since.map(|payment| payment.amount).sum())
}

/// Adds the evenings up, and says where the balance ends.
fn running(evenings: BTreeMap<NaiveDate, Vec<FundsItem>>, balance: Option<Money>) -> Vec<Evening> {
    let mut in_all = Money::ZERO;
    let evening = |(by, items): (NaiveDate, Vec<FundsItem>)| {
        let amount: Money = items.iter().map(|item| item.amount).sum();
        in_all += amount;
        Evening {
            by,
            amount,
            in_all,
            short: balance
                .map(|balance| in_all - balance)
                .filter(|short| short.is_positive()),
            items,
        }
    };
    evenings.into_iter().map(evening).collect()
}

#[cfg(test)]
mod tests {
    use super::{Evening, Funds, Obstacle, funds};
    use crate::domain::book::Book;
    use crate::domain::currency::Currency;
    use crate::domain::id::MethodId;
    use crate::domain::method::{Balance, Method, MethodKind};
    use crate::domain::plan::Payment;
    use crate::domain::position::Position;
    use crate::domain::rules::AutopayDebits;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn card() -> Method {
        Method {
            id: MethodId::new("card").unwrap(),
            name: "card".into(),
            kind: MethodKind::DebitCard,
            last4: None,
            per_payment_limit: None,
            expires: None,
            balance: None,
        }
    }

    /// Two autopays of 300 and 450 from the card on the 10th, 100 by hand on the 12th.
    fn three() -> Book {
        let mut plans = vec![
            plan("a", "300", 1, "2026-03-10"),
            plan("b", "450", 1, "2026-03-10"),
            plan("c", "100", 1, "2026-03-12"),
        ];
        for plan in &mut plans[..2] {
            plan.autopay = MethodId::new("card").ok();
        }
        let mut book = book(line("5000"), plans);
        book.methods.push(card());
        book
    }

    fn on(book: &Book, today: &str, days: u32) -> Vec<Funds> {
        let calendar = WorkingCalendar::weekends_only();
        funds(book, &Position::of(book, &calendar, date(today)), days)
    }

    fn evenings(funds: &Funds) -> Vec<(String, String)> {
        let figures = |evening: &Evening| (evening.by.to_string(), evening.in_all.to_string());
        funds.evenings.iter().map(figures).collect()
    }

    fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
        pairs.map(|(one, other)| (one.into(), other.into())).into()
    }

    #[test]
    fn two_debits_of_one_day_need_their_sum_by_that_evening_or_the_one_before() {
        let mut book = three();
        let due_day = on(&book, "2026-03-05", 30);
        assert_eq!(due_day.len(), 2);
        assert_eq!(evenings(&due_day[0]), pairs([("2026-03-10", "750")]));
        assert_eq!((due_day[0].method, due_day[1].method), (Some(0), None));
        assert_eq!(evenings(&due_day[1]), pairs([("2026-03-12", "100")]));
        book.lines[0].rules.autopay_debits = Some(AutopayDebits::DayBefore);
        let day_before = on(&book, "2026-03-05", 30);
        assert_eq!(evenings(&day_before[0]), pairs([("2026-03-09", "750")]));
        // By hand nothing is debited: the due day is the due day.
        assert_eq!(evenings(&day_before[1]), pairs([("2026-03-12", "100")]));
    }

    #[test]
    fn a_debit_on_the_day_before_is_seen_as_far_ahead_as_asked() {
        let mut book = three();
        assert!(on(&book, "2026-03-05", 4).is_empty());
        book.lines[0].rules.autopay_debits = Some(AutopayDebits::DayBefore);
        assert_eq!(on(&book, "2026-03-05", 4).len(), 1);
        assert!(on(&book, "2026-03-05", 3).is_empty());
    }

    #[test]
    fn evenings_add_up_and_what_is_late_is_needed_today() {
        let mut book = three();
        book.plans[1].first_due = date("2026-03-20");
        let all = on(&book, "2026-03-11", 30);
        assert_eq!(
            evenings(&all[0]),
            pairs([("2026-03-11", "300"), ("2026-03-20", "750")])
        );
        assert!(all[0].evenings[0].items[0].unconfirmed);
        assert!(!on(&book, "2026-03-10", 30)[0].evenings[0].items[0].unconfirmed);
    }

    #[test]
    fn a_balance_says_how_much_is_missing_and_payments_since_then_count() {
        let mut book = three();
        let short = |book: &Book| on(book, "2026-03-05", 30)[0].evenings[0].short;
        assert_eq!(short(&book), None);
        let looked_up = |amount: &str| {
            Some(Balance {
                on: date("2026-03-01"),
                amount: cny(amount),
            })
        };
        book.methods[0].balance = looked_up("500");
        assert_eq!(short(&book), Some(cny("250")));
        book.methods[0].balance = looked_up("750");
        assert_eq!(short(&book), None);
        book.plans[2].payments = ["2026-03-01", "2026-03-02"]
            .map(|day| Payment {
                via: MethodId::new("card").ok(),
                ..payment(day, "40")
            })
            .into();
        assert_eq!(short(&book), Some(cny("40")));
    }

    #[test]
    fn a_card_that_ends_or_allows_too_little_is_named() {
        let mut book = three();
        let obstacles = |book: &Book| -> Vec<_> {
            let funds = on(book, "2026-03-05", 30);
            funds[0].evenings[0]
                .items
                .iter()
                .map(|item| item.obstacle)
                .collect()
        };
        book.methods[0].per_payment_limit = Some(cny("400"));
        assert_eq!(
            obstacles(&book),
            [None, Some(Obstacle::AboveLimit(cny("400")))]
        );
        let yuan = std::mem::replace(&mut book.currency, Currency::new("USD").unwrap());
        assert_eq!(obstacles(&book), [None, None]);
        book.currency = yuan;
        book.methods[0].expires = Some(date("2026-03-10"));
        assert_eq!(obstacles(&book)[0], None);
        let ended = date("2026-03-09");
        book.methods[0].expires = Some(ended);
        assert_eq!(obstacles(&book), [Some(Obstacle::Expires(ended)); 2]);
    }
}
