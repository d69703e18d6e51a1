mod plans;

use chrono::NaiveDate;

use super::{Command, Pay};
use crate::domain::book::Book;
use crate::domain::id::{LineId, MethodId, PlanId};
use crate::domain::plan::Plan;
use crate::domain::refusal::Refusal;
use crate::domain::test_book::{book, cny, date, line, payment, plan};
use crate::domain::working_day::WorkingCalendar;

fn apply(book: &Book, command: &Command, today: NaiveDate) -> Result<Book, Refusal> {
    super::apply(book, command, &WorkingCalendar::weekends_only(), today)
}

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
fn of_several_payments_the_oldest_still_out_is_confirmed_first() {
    let restored = Command::Restored {
        plan: id("p"),
        n: 1,
        on: date("2026-01-10"),
    };
    let mut paid = three();
    let [oldest, older, last] = [
        payment("2025-12-11", "20"), // Taken to be back long ago.
        payment("2026-01-08", "40"),
        payment("2026-01-09", "40"),
    ];
    paid.plans[0].payments = vec![oldest, older, last];
    for confirmed in [1, 2, 0] {
        let next = apply(&paid, &restored, date("2026-01-10")).unwrap();
        let changed: Vec<_> = (0..3)
            .filter(|k| next.plans[0].payments[*k] != paid.plans[0].payments[*k])
            .collect();
        assert_eq!(changed, [confirmed]);
        paid = next;
    }
    assert_eq!(
        refusal(&paid, &restored),
        Refusal::AlreadyRestored(date("2026-01-10"))
    );
}

#[test]
fn a_payment_that_freed_nothing_is_not_confirmed() {
    let mut book = three();
    let plan = &mut book.plans[0];
    plan.fee.model =
        crate::domain::fee::FeeModel::Flat(crate::domain::fee::FeeAmount::Total(cny("30")));
    plan.payments = vec![payment("2026-01-08", "10"), payment("2026-01-09", "40")];
    let restored = Command::Restored {
        plan: id("p"),
        n: 1,
        on: date("2026-01-10"),
    };
    let confirmed = apply(&book, &restored, date("2026-01-10")).unwrap();
    assert_eq!(confirmed.plans[0].payments[0].restored, None);
    assert!(confirmed.plans[0].payments[1].restored.is_some());
    book.plans[0].payments.truncate(1);
    assert_eq!(refusal(&book, &restored), Refusal::NothingRestoring(1));
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

#[test]
fn several_commands_are_all_carried_out_or_none() {
    let all = |many: &[Pay]| Command::all(many.iter().cloned().map(Command::Pay));
    assert_eq!(all(&[]), None);
    assert_eq!(all(&[pay()]), Some(Command::Pay(pay())));
    let three_times = all(&[pay(), pay(), pay()]).unwrap();
    let paid = apply(&three(), &three_times, date("2026-01-10")).unwrap();
    let numbers = paid.plans[0].payments.iter().map(|payment| payment.n);
    assert_eq!(numbers.collect::<Vec<_>>(), [Some(1), Some(2), Some(3)]);
    let once_more = Command::all([three_times, Command::Pay(pay())]).unwrap();
    assert_eq!(
        refusal(&three(), &once_more),
        Refusal::OneOfSeveral {
            nth: 4,
            why: Box::new(Refusal::NothingOpen(id("p"))),
        }
    );
}
