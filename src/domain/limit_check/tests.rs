use super::{LimitCheck, LineCheck, Purchase, Reason, Verdict};
use crate::domain::book::Book;
use crate::domain::currency::Currency;
use crate::domain::line::{CreditLine, LineStatus, Maintenance, TemporaryLimit};
use crate::domain::money::Money;
use crate::domain::plan::{Pause, Plan};
use crate::domain::position::Position;
use crate::domain::test_book::{book, cny, date, line, payment, plan};
use crate::domain::working_day::WorkingCalendar;
use proptest::prelude::*;

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
fn what_is_overdue_of_a_paused_plan_stands_in_nobodys_way_until_the_pause_ends() {
    let mut paused = plan("p", "300", 3, "2026-02-10");
    for (until, verdict) in [("2026-03-09", Verdict::Yes), ("2026-03-08", Verdict::Later)] {
        paused.paused = Some(Pause {
            until: date(until),
            why: None,
        });
        let book = book(line("2000"), vec![paused.clone()]);
        assert_eq!(check(&book, buy("1000")).verdict, verdict, "{until}");
        let short = check(&book, buy("1800"));
        assert_eq!(short.unlock.is_empty(), verdict == Verdict::Yes, "{until}");
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

/// A line of 5000 and 500 more until a day; 100 of its 1200 come back by Thursday the 12th.
fn with_temporary(until: &str) -> Book {
    let paid = Plan {
        payments: vec![payment("2026-03-09", "100")],
        ..plan("p", "1200", 12, "2026-03-09")
    };
    let temporary = Some(TemporaryLimit {
        limit: cny("500"),
        until: date(until),
    });
    let line = CreditLine {
        temporary,
        ..line("5000")
    };
    book(line, vec![paid])
}

#[test]
fn what_is_restoring_does_not_help_once_the_temporary_limit_has_ended() {
    // 4300 are free until the 11th, then 3800, from the 12th on 3900.
    let first_two = [(0, 2), (0, 3), (0, 4), (0, 5), (0, 6)];
    for (until, unlock) in [("2026-03-12", &[][..]), ("2026-03-11", &first_two)] {
        let check = check(&with_temporary(until), buy("4400"));
        assert_eq!(check.from, Some(date("2026-03-12")), "{until}");
        let paid: Vec<_> = check.unlock.iter().map(|u| (u.plan, u.n)).collect();
        assert_eq!(paid, unlock, "{until}");
    }
}

#[test]
fn a_temporary_limit_that_ends_before_the_day_asked_for_is_missing_then() {
    let by = |day| Purchase {
        by: Some(date(day)),
        ..buy("4200")
    };
    let book = with_temporary("2026-03-10");
    assert_eq!(check(&book, by("2026-03-10")).verdict, Verdict::Yes);
    let late = check(&book, by("2026-03-13"));
    assert_eq!(
        late.reasons,
        [Reason::TemporaryExpires {
            until: date("2026-03-10")
        }]
    );
    assert_eq!((late.verdict, late.unlock.len()), (Verdict::Later, 3));
}

#[test]
fn what_is_left_is_told_as_of_the_day_asked_for() {
    let purchase = Purchase {
        by: Some(date("2026-03-12")),
        ..buy("3850")
    };
    let check = check(&with_temporary("2026-03-11"), purchase);
    assert_eq!((check.verdict, check.left), (Verdict::Yes, Some(cny("50"))));
}

#[test]
fn what_is_restoring_need_not_be_paid_for_again() {
    let paid = Plan {
        payments: vec![payment("2026-03-09", "100")],
        ..plan("p", "1200", 12, "2026-03-09")
    };
    // 3800 are free, 100 more by Thursday: one installment closes the gap of 200.
    let check = check(&book(line("5000"), vec![paid]), buy("4000"));
    assert_eq!((check.shortfall, check.unlock.len()), (cny("200"), 1));
    assert_eq!(check.from, Some(date("2026-03-12")));
}

#[test]
fn the_shoppers_own_cap_does_not_measure_other_money() {
    let mut book = book(line("9000"), vec![]);
    book.settings.monthly_cap = Some(cny("400"));
    let purchase = Purchase {
        periods: Some(1),
        ..buy("500")
    };
    assert_eq!(check(&book, purchase).verdict, Verdict::No);
    book.lines[0].currency = Currency::new("USD").unwrap();
    assert_eq!(check(&book, purchase).verdict, Verdict::Yes);
}

proptest! {
    #[test]
    fn the_answer_is_never_yes_for_more_than_is_available(
        limit in 0u32..3000, price in 1u32..3000, down in 0u32..500, temporary in 0u32..500,
        paid in proptest::collection::vec((1u32..28, 1u32..300), 0..4), first_due in 1u32..28,
    ) {
        let payments = paid.iter().map(|(day, amount)| payment(&format!("2026-02-{day:02}"), &amount.to_string()));
        let plan = Plan { payments: payments.collect(), ..plan("p", "1200", 12, &format!("2026-03-{first_due:02}")) };
        let temporary = Some(TemporaryLimit { limit: temporary.into(), until: date("2026-03-09") });
        let book = book(CreditLine { temporary, ..line(&limit.to_string()) }, vec![plan]);
        let purchase = Purchase { down_payment: down.min(price - 1).into(), ..buy(&price.to_string()) };
        let check = check(&book, purchase);
        let financed = purchase.amount - purchase.down_payment;
        let fits = financed <= check.available.unwrap();
        prop_assert_eq!(check.verdict == Verdict::Yes, fits && check.reasons.is_empty());
        prop_assert_eq!(check.shortfall.is_zero(), fits);
        prop_assert_eq!(check.from.is_some(), check.verdict == Verdict::Later);
        prop_assert!(check.left.is_none_or(|left| left >= Money::ZERO));
    }
}

#[test]
fn a_limit_that_returns_after_the_last_payment_is_unlocked_by_paying_all_of_it() {
    let mut line = line("1000");
    line.rules.limit_returns = Some(crate::domain::rules::LimitReturns::AfterLast);
    let paid = Plan {
        payments: vec![payment("2026-03-09", "300")],
        ..plan("p", "900", 3, "2026-03-09")
    };
    let check = check(&book(line, vec![paid]), buy("200"));
    assert_eq!(check.available, Some(cny("100")));
    let unlock: Vec<_> = check.unlock.iter().map(|one| (one.n, one.frees)).collect();
    assert_eq!(unlock, [(2, cny("0")), (3, cny("900"))]);
}
