use super::{LimitCheck, LineCheck, Purchase, Reason, Verdict};
use crate::domain::book::Book;
use crate::domain::line::{CreditLine, LineStatus, Maintenance};
use crate::domain::money::Money;
use crate::domain::plan::Plan;
use crate::domain::position::Position;
use crate::domain::test_book::{book, cny, date, line, payment, plan};
use crate::domain::working_day::WorkingCalendar;

fn buy(amount: &str) -> Purchase {
    Purchase {
        amount: cny(amount),
        down_payment: Money::ZERO,
        periods: None,
        by: None,
    }
}

/// On Monday 9 March 2026.
fn check(book: &Book, purchase: Purchase) -> LineCheck {
    let calendar = WorkingCalendar::weekends_only();
    let position = Position::of(book, &calendar, date("2026-03-09"));
    LimitCheck::of(book, &position, &calendar, &purchase, &[0])
        .lines
        .remove(0)
}

#[test]
fn a_price_within_the_available_limit_fits() {
    let check = check(&book(line("2000"), vec![]), buy("2000"));
    assert_eq!((check.verdict, check.left), (Verdict::Yes, Some(cny("0"))));
}

#[test]
fn without_anything_to_wait_or_pay_for_the_answer_is_no_and_how_much_is_short() {
    let check = check(&book(line("2000"), vec![]), buy("2999"));
    assert_eq!((check.verdict, check.shortfall), (Verdict::No, cny("999")));
    assert_eq!(
        check.reasons,
        [Reason::InsufficientLimit { short: cny("999") }]
    );
}

#[test]
fn what_is_restoring_makes_it_later() {
    let paid = Plan {
        payments: vec![payment("2026-03-09", "100")],
        ..plan("p", "1200", 12, "2026-03-09")
    };
    let check = check(&book(line("5000"), vec![paid]), buy("3850"));
    assert_eq!(
        (check.verdict, check.from),
        (Verdict::Later, Some(date("2026-03-12")))
    );
    assert!(check.unlock.is_empty());
}

#[test]
fn a_later_day_asked_for_may_turn_later_into_yes() {
    let paid = Plan {
        payments: vec![payment("2026-03-09", "100")],
        ..plan("p", "1200", 12, "2026-03-09")
    };
    let purchase = Purchase {
        by: Some(date("2026-03-12")),
        ..buy("3850")
    };
    assert_eq!(
        check(&book(line("5000"), vec![paid]), purchase).verdict,
        Verdict::Yes
    );
}

#[test]
fn the_cheapest_plan_is_paid_first_to_free_what_is_short() {
    let plans = vec![
        plan("a", "1200", 2, "2026-03-20"),
        plan("b", "1200", 12, "2026-04-20"),
    ];
    let check = check(&book(line("3000"), plans), buy("750"));
    assert_eq!(
        (check.verdict, check.shortfall),
        (Verdict::Later, cny("150"))
    );
    let pay: Vec<_> = check
        .unlock
        .iter()
        .map(|unlock| (unlock.plan, unlock.n, unlock.pay))
        .collect();
    assert_eq!(pay, [(1, 1, cny("100")), (1, 2, cny("100"))]);
    assert_eq!(check.from, Some(date("2026-03-12")));
}

#[test]
fn a_frozen_or_closed_line_is_no_whatever_its_limit() {
    for (status, reason) in [
        (LineStatus::Frozen, Reason::LineFrozen),
        (LineStatus::Closed, Reason::LineClosed),
    ] {
        let check = check(
            &book(
                CreditLine {
                    status,
                    ..line("9000")
                },
                vec![],
            ),
            buy("1"),
        );
        assert_eq!((check.verdict, check.reasons[0]), (Verdict::No, reason));
    }
}

#[test]
fn overdue_installments_are_to_be_paid_first() {
    let check = check(
        &book(line("9000"), vec![plan("a", "200", 2, "2026-03-01")]),
        buy("10"),
    );
    assert_eq!(check.verdict, Verdict::Later);
    assert_eq!(
        check.reasons,
        [Reason::OverdueOnLine { amount: cny("100") }]
    );
    assert_eq!(check.unlock.len(), 1);
}

#[test]
fn maintenance_ends_a_minimum_and_an_expired_paper_do_not() {
    let maintenance = Some(Maintenance {
        until: date("2026-03-10"),
        note: None,
    });
    let down = check(
        &book(
            CreditLine {
                maintenance,
                ..line("9000")
            },
            vec![],
        ),
        buy("10"),
    );
    assert_eq!(
        (down.verdict, down.from),
        (Verdict::Later, Some(date("2026-03-11")))
    );
    let expired = CreditLine {
        identity_expires: Some(date("2026-03-08")),
        ..line("9000")
    };
    assert_eq!(
        check(&book(expired, vec![]), buy("10")).verdict,
        Verdict::No
    );
    let mut minimum = line("9000");
    minimum.rules.min_purchase = Some(cny("100"));
    assert_eq!(
        check(&book(minimum, vec![]), buy("99.99")).verdict,
        Verdict::No
    );
}

#[test]
fn the_shoppers_own_cap_holds_for_every_month_of_the_new_plan() {
    let mut book = book(line("9000"), vec![plan("a", "900", 3, "2026-03-20")]);
    book.settings.monthly_cap = Some(cny("400"));
    let purchase = |periods| Purchase {
        periods: Some(periods),
        ..buy("1200")
    };
    assert_eq!(check(&book, purchase(12)).verdict, Verdict::Yes);
    let over = check(&book, purchase(6));
    assert_eq!(
        over.reasons,
        [Reason::MonthlyCap {
            month: date("2026-04-01"),
            total: cny("500"),
            cap: cny("400")
        }]
    );
}

#[test]
fn an_unknown_limit_is_never_taken_for_enough() {
    let check = check(
        &book(
            CreditLine {
                limit: None,
                ..line("1")
            },
            vec![],
        ),
        buy("10"),
    );
    assert_eq!((check.verdict, check.available), (Verdict::No, None));
    assert_eq!(check.reasons, [Reason::UnknownLimit]);
}
