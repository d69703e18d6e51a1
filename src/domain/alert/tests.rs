use super::{Alert, AlertKind, Severity, alerts};
use crate::domain::book::Book;
use crate::domain::case::{Case, CaseKind};
use crate::domain::id::{CaseId, LineId, MethodId};
use crate::domain::line::{CreditLine, LimitChange, LineStatus, TemporaryLimit};
use crate::domain::method::{Balance, Method, MethodKind};
use crate::domain::plan::{Pause, Plan};
use crate::domain::position::Position;
use crate::domain::rules::AutopayDebits;
use crate::domain::test_book::{self, cny, date, line, payment, plan};
use crate::domain::working_day::WorkingCalendar;

/// A book with a way to pay, so that none is asked for.
fn book(line: CreditLine, plans: Vec<Plan>) -> Book {
    Book {
        methods: vec![method("wallet")],
        ..test_book::book(line, plans)
    }
}

fn method(id: &str) -> Method {
    Method {
        id: MethodId::new(id).unwrap(),
        name: id.into(),
        kind: MethodKind::DebitCard,
        last4: None,
        per_payment_limit: None,
        expires: None,
        balance: None,
    }
}

fn on(book: &Book, today: &str) -> Vec<Alert> {
    let calendar = WorkingCalendar::weekends_only();
    alerts(book, &Position::of(book, &calendar, date(today)), &calendar)
}

fn kinds(book: &Book, today: &str) -> Vec<AlertKind> {
    on(book, today)
        .into_iter()
        .map(|alert| alert.kind)
        .collect()
}

#[test]
fn an_installment_announces_itself_is_due_is_in_grace_and_is_overdue() {
    let mut book = book(line("5000"), vec![plan("p", "100", 1, "2026-03-10")]);
    book.lines[0].rules.grace_days = Some(2);
    let until = date("2026-03-12");
    for (today, expected) in [
        ("2026-03-02", vec![]),
        ("2026-03-03", vec![AlertKind::DueSoon { days: 7 }]),
        ("2026-03-10", vec![AlertKind::DueToday]),
        ("2026-03-12", vec![AlertKind::GraceEnding { until }]),
        ("2026-03-13", vec![AlertKind::Overdue { days: 3 }]),
    ] {
        assert_eq!(kinds(&book, today), expected, "{today}");
    }
}

#[test]
fn an_autopay_asks_for_confirmation_instead_of_claiming_to_be_paid() {
    let mut book = book(line("5000"), vec![plan("p", "100", 1, "2026-03-10")]);
    book.plans[0].autopay = MethodId::new("card").ok();
    assert_eq!(kinds(&book, "2026-03-09"), [AlertKind::DueSoon { days: 1 }]);
    assert_eq!(kinds(&book, "2026-03-10"), [AlertKind::AutopayUnconfirmed]);
    // Late and unconfirmed: whether the debit failed, nobody knows.
    assert_eq!(
        kinds(&book, "2026-03-11"),
        [
            AlertKind::Overdue { days: 1 },
            AlertKind::AutopayUnconfirmed
        ]
    );
    book.lines[0].rules.grace_days = Some(1);
    let until = date("2026-03-11");
    assert_eq!(
        kinds(&book, "2026-03-11"),
        [
            AlertKind::GraceEnding { until },
            AlertKind::AutopayUnconfirmed
        ]
    );
    book.lines[0].rules.autopay_debits = Some(AutopayDebits::DayBefore);
    assert_eq!(kinds(&book, "2026-03-08"), [AlertKind::DueSoon { days: 2 }]);
    assert_eq!(kinds(&book, "2026-03-09"), [AlertKind::AutopayCutoff]);
    assert_eq!(kinds(&book, "2026-03-10"), [AlertKind::AutopayUnconfirmed]);
}

#[test]
fn a_balance_that_does_not_last_is_told_with_the_evening_it_ends() {
    let plans = ["2026-03-10", "2026-03-12"].map(|due| Plan {
        autopay: MethodId::new("wallet").ok(),
        ..plan("p", "100", 1, due)
    });
    let mut book = book(line("5000"), plans.into());
    let looked_up = |amount: &str| {
        let (on, amount) = (date("2026-03-01"), cny(amount));
        Some(Balance { on, amount })
    };
    book.methods[0].balance = looked_up("150");
    let alerts = on(&book, "2026-03-05");
    let short: Vec<_> = alerts
        .iter()
        .filter(|alert| alert.kind == AlertKind::AutopayShort)
        .collect();
    assert_eq!(short.len(), 1);
    assert_eq!(
        (short[0].date, short[0].amount),
        (Some(date("2026-03-12")), Some(cny("50")))
    );
    assert_eq!(short[0].method, Some(0));
    // Beyond what is due soon, or with enough on it, nothing is said.
    let is_short = |book: &Book, day: &str| kinds(book, day).contains(&AlertKind::AutopayShort);
    assert!(!is_short(&book, "2026-03-04"));
    book.methods[0].balance = looked_up("200");
    assert!(!is_short(&book, "2026-03-05"));
}

#[test]
fn no_way_to_pay_is_missed_from_three_days_before_until_one_is_on_file() {
    let mut book = test_book::book(line("5000"), vec![plan("p", "100", 1, "2026-03-10")]);
    let misses = |book: &Book, day: &str| kinds(book, day).contains(&AlertKind::NoMethod);
    for (day, expected) in [("06", false), ("07", true), ("10", true), ("11", false)] {
        assert_eq!(misses(&book, &format!("2026-03-{day}")), expected, "{day}");
    }
    let until = date("2026-03-08");
    book.plans[0].paused = Some(Pause { until, why: None });
    assert!(!misses(&book, "2026-03-07"));
    assert!(misses(&book, "2026-03-09"));
    book.methods.push(method("wallet"));
    assert!(!misses(&book, "2026-03-09"));
}

#[test]
fn a_lowered_limit_is_told_for_thirty_days() {
    let noted = |on: &str, limit: &str| LimitChange {
        on: date(on),
        limit: cny(limit),
        why: None,
    };
    let with = |limits: &[LimitChange]| {
        book(
            CreditLine {
                limits: limits.into(),
                ..line("4000")
            },
            vec![],
        )
    };
    let cut = |book: &Book, day: &str| on(book, day).first().and_then(|alert| alert.amount);
    // The total that stood before, or what holds now with one before it.
    let before = with(&[noted("2025-01-01", "3000"), noted("2026-02-08", "5000")]);
    let both = with(&[noted("2026-02-08", "4000"), noted("2025-01-01", "5000")]);
    for book in [&before, &both] {
        assert_eq!(cut(book, "2026-02-07"), None);
        assert_eq!(cut(book, "2026-02-08"), Some(cny("1000")));
        assert_eq!(cut(book, "2026-03-10"), Some(cny("1000")));
        assert_eq!(cut(book, "2026-03-11"), None);
    }
    let raised = with(&[noted("2026-02-08", "3000")]);
    assert_eq!(cut(&raised, "2026-02-09"), None);
}

#[test]
fn a_limit_is_not_restored_from_the_day_after_its_window() {
    let paid = Plan {
        payments: vec![payment("2026-03-09", "100")],
        ..plan("p", "100", 1, "2026-03-10")
    };
    let book = book(line("5000"), vec![paid]);
    assert!(kinds(&book, "2026-03-12").is_empty());
    let late = |working_days, late_by| AlertKind::LimitNotRestored {
        working_days,
        late_by,
    };
    assert_eq!(kinds(&book, "2026-03-13"), [late(4, 1)]);
    assert_eq!(kinds(&book, "2026-03-16"), [late(5, 2)]);
    assert!(kinds(&book, "2026-03-28").is_empty());
}

#[test]
fn a_card_that_expires_or_is_too_small_for_its_autopay_is_named() {
    let mut book = book(line("5000"), vec![plan("p", "600", 1, "2026-03-10")]);
    book.plans[0].autopay = MethodId::new("card").ok();
    book.methods.push(Method {
        per_payment_limit: Some(cny("500")),
        expires: Some(date("2026-03-09")),
        ..method("card")
    });
    let kinds = kinds(&book, "2026-03-05");
    assert_eq!(
        kinds,
        [
            AlertKind::MethodExpires,
            AlertKind::MethodLimit,
            AlertKind::DueSoon { days: 5 }
        ]
    );
}

#[test]
fn a_card_is_named_two_weeks_before_it_ends_and_once_a_plan() {
    let mut book = book(line("5000"), vec![plan("p", "600", 6, "2026-03-10")]);
    book.plans[0].autopay = MethodId::new("card").ok();
    book.methods.push(Method {
        per_payment_limit: None,
        expires: Some(date("2026-05-10")),
        ..method("card")
    });
    book.plans[0].paid_through = 2;
    assert!(kinds(&book, "2026-04-25").is_empty());
    let named = on(&book, "2026-04-26");
    assert_eq!(named.len(), 1);
    assert_eq!(
        (named[0].kind, named[0].n, named[0].date),
        (AlertKind::MethodExpires, Some(4), Some(date("2026-05-10")))
    );
    // Without an autopay that needs it, a card may end.
    book.plans[0].paid_through = 3;
    book.plans[0].autopay = None;
    assert!(kinds(&book, "2026-05-11").is_empty());
}

#[test]
fn a_line_tells_of_frozen_overdrawn_and_ending_things() {
    let frozen = CreditLine {
        status: LineStatus::Frozen,
        ..line("5000")
    };
    assert_eq!(
        kinds(&book(frozen, vec![]), "2026-03-10"),
        [AlertKind::LineFrozen]
    );
    let over = book(line("100"), vec![plan("p", "600", 6, "2026-04-30")]);
    assert_eq!(on(&over, "2026-03-10")[0].amount, Some(cny("500")));
    let temporary = Some(TemporaryLimit {
        limit: cny("500"),
        until: date("2026-03-24"),
    });
    let ending = book(
        CreditLine {
            temporary,
            identity_expires: Some(date("2026-03-09")),
            ..line("100")
        },
        vec![],
    );
    assert_eq!(kinds(&ending, "2026-03-09"), [AlertKind::IdentityExpires]);
    let alerts = on(&ending, "2026-03-10");
    assert_eq!(alerts[0].severity, Severity::Warning);
    assert_eq!(alerts[1].kind, AlertKind::TemporaryExpires);
}

#[test]
fn a_pause_of_a_plan_with_nothing_open_ends_quietly() {
    let paused = Plan {
        paused: Some(Pause {
            until: date("2026-03-24"),
            why: None,
        }),
        paid_through: 1,
        ..plan("p", "100", 1, "2026-05-10")
    };
    assert!(kinds(&book(line("5000"), vec![paused]), "2026-03-10").is_empty());
}

#[test]
fn pauses_cases_and_the_own_cap_are_told_in_time() {
    let paused = Plan {
        paused: Some(Pause {
            until: date("2026-03-24"),
            why: None,
        }),
        ..plan("p", "100", 1, "2026-05-10")
    };
    let mut book = book(
        line("5000"),
        vec![paused, plan("q", "900", 1, "2026-06-10")],
    );
    assert!(kinds(&book, "2026-03-09").is_empty());
    assert_eq!(kinds(&book, "2026-03-10"), [AlertKind::PauseEnds]);
    book.settings.monthly_cap = Some(cny("800"));
    book.cases.push(Case {
        id: CaseId::new("c").unwrap(),
        kind: CaseKind::LimitNotRestored,
        line: LineId::new("mi").ok(),
        plan: None,
        opened: date("2026-03-01"),
        next: Some(date("2026-03-10")),
        closed: None,
        outcome: None,
        log: Vec::new(),
        proof: Vec::new(),
        n: None,
        answers: crate::domain::answers::Answers::default(),
    });
    assert_eq!(
        kinds(&book, "2026-03-10"),
        [
            AlertKind::CaseDue,
            AlertKind::PauseEnds,
            AlertKind::MonthlyCap
        ]
    );
    assert_eq!(kinds(&book, "2026-03-09"), [AlertKind::MonthlyCap]);
    // As much as the ceiling allows is not above it.
    let months = crate::domain::forecast::months(
        &Position::of(&book, &WorkingCalendar::weekends_only(), date("2026-03-09")),
        book.currency,
        12,
    );
    book.settings.monthly_cap = months.iter().map(|month| month.total).max();
    assert_eq!(kinds(&book, "2026-03-09"), []);
}

#[test]
fn so_much_overdue_that_all_may_be_demanded_is_told_from_the_day_it_is() {
    // A fifth of the price of 1000 is 200: reached when the second installment of 100 is overdue.
    let mut book = book(line("5000"), vec![plan("p", "900", 9, "2026-01-10")]);
    book.plans[0].price = Some(cny("1000"));
    book.plans[0].rules.acceleration = Some(crate::domain::Rate::parse("20%").unwrap());
    let risk = |book: &Book, today: &str| {
        let alerts = on(book, today);
        let risk = alerts
            .into_iter()
            .find(|alert| alert.kind == AlertKind::AccelerationRisk);
        risk.map(|alert| (alert.severity, alert.amount))
    };
    let told = Some((Severity::Warning, Some(cny("200"))));
    for (today, expected) in [
        ("2026-02-10", None),
        ("2026-02-11", told),
        ("2026-02-12", told),
    ] {
        assert_eq!(risk(&book, today), expected, "{today}");
    }
    // A part of it paid, and it is no fifth any more.
    book.plans[0].payments = vec![payment("2026-02-11", "0.01")];
    assert_eq!(risk(&book, "2026-02-12"), None);
    book.plans[0].payments.clear();
    // Nobody demands anything of a plan in dispute.
    book.plans[0].paused = Some(Pause {
        until: date("2026-02-12"),
        why: None,
    });
    assert_eq!(risk(&book, "2026-02-12"), None);
    assert_eq!(risk(&book, "2026-02-13"), told);
}

#[test]
fn what_is_overdue_of_a_paused_plan_is_good_to_know_and_urgent_again_after_it() {
    let mut book = book(line("5000"), vec![plan("p", "300", 3, "2026-01-10")]);
    book.lines[0].rules.grace_days = Some(2);
    book.plans[0].paused = Some(Pause {
        until: date("2026-01-20"),
        why: None,
    });
    for (today, severity) in [
        ("2026-01-10", Severity::Info),
        ("2026-01-12", Severity::Info),
        ("2026-01-20", Severity::Info),
        ("2026-01-21", Severity::Critical),
    ] {
        let most = on(&book, today)
            .into_iter()
            .map(|alert| alert.severity)
            .min();
        assert_eq!(most, Some(severity), "{today}");
    }
}
