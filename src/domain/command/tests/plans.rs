//! What happens to whole plans.

use super::{apply, id, refusal, three};
use crate::domain::book::Book;
use crate::domain::case::{Case, CaseKind};
use crate::domain::command::{Amend, Command, Pay};
use crate::domain::currency::Currency;
use crate::domain::due::AnchorDay;
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};
use crate::domain::id::{CaseId, LineId, MethodId};
use crate::domain::money::{Money, Remainder};
use crate::domain::plan::{Plan, ScheduleRow};
use crate::domain::rate::Rate;
use crate::domain::refusal::Refusal;
use crate::domain::rules::{EarlyPolicy, Prepay, PrincipalUnit, Rules};
use crate::domain::schedule::{Installment, Schedule};
use crate::domain::test_book::{cny, date, payment, plan};
use proptest::prelude::*;

fn done(book: &Book, command: &Command) -> Plan {
    let mut changed = apply(book, command, date("2026-01-10")).unwrap();
    changed.plans.remove(0)
}

fn add(change: impl FnOnce(&mut Plan)) -> Command {
    let mut new = plan("q", "300", 3, "2026-02-10");
    new.bought = Some(date("2026-01-10"));
    change(&mut new);
    Command::Add(Box::new(new))
}

#[test]
fn a_new_plan_joins_at_the_end_without_empty_words() {
    let command = add(|plan| {
        plan.item = " 手机 ".to_owned();
        plan.note = Some(" ".to_owned());
    });
    let book = apply(&three(), &command, date("2026-01-10")).unwrap();
    let new = &book.plans[1];
    assert_eq!((new.item.as_str(), new.note.as_deref()), ("手机", None));
    let nameless = apply(&three(), &add(|plan| plan.item.clear()), date("2026-01-10"));
    assert_eq!(nameless.unwrap().plans[1].item, "q");
}

#[test]
fn a_new_plan_says_nothing_the_book_could_not_hold() {
    let line = LineId::new("x").unwrap();
    let method = MethodId::new("x").unwrap();
    for (command, why) in [
        (add(|plan| plan.id = id("p")), Refusal::IdTaken(id("p"))),
        (
            add(|plan| plan.line = Some(line.clone())),
            Refusal::UnknownLine(line.clone()),
        ),
        (
            add(|plan| plan.autopay = Some(method.clone())),
            Refusal::UnknownMethod(method.clone()),
        ),
        (
            add(|plan| plan.replaces = Some(id("x"))),
            Refusal::UnknownPlan(id("x")),
        ),
        (
            add(|plan| plan.principal = Money::ZERO),
            Refusal::NotPositive,
        ),
        (
            add(|plan| plan.principal = cny("1000000000000") + cny("1")),
            Refusal::TooLarge,
        ),
        (add(|plan| plan.price = Some(-cny("1"))), Refusal::Negative),
        (add(|plan| plan.periods = 0), Refusal::Periods { most: 600 }),
        (
            add(|plan| plan.periods = 601),
            Refusal::Periods { most: 600 },
        ),
        (
            add(|plan| plan.paid_through = 4),
            Refusal::UnknownInstallment { n: 4, of: 3 },
        ),
        (
            add(|plan| {
                (plan.price, plan.down_payment) = (Some(cny("400")), Some(cny("50")));
            }),
            Refusal::PrincipalMismatch {
                financed: cny("350"),
                principal: cny("300"),
            },
        ),
        (
            add(|plan| {
                (plan.price, plan.down_payment) = (Some(cny("400")), Some(cny("401")));
            }),
            Refusal::DownPaymentAbovePrice,
        ),
        (
            add(|plan| plan.balloon = Some(cny("301"))),
            Refusal::BalloonAbovePrincipal,
        ),
        (
            add(|plan| plan.first_due = date("2026-01-09")),
            Refusal::BeforePurchase(date("2026-01-10")),
        ),
        (
            add(|plan| plan.bought = Some(date("2026-01-11"))),
            Refusal::InFuture(date("2026-01-11")),
        ),
        (
            add(|plan| plan.first_due = date("2206-02-10")),
            Refusal::NoSuchYear(date("2206-02-10")),
        ),
        (
            add(|plan| plan.item = "a\u{1b}[2J".to_owned()),
            Refusal::ControlCharacter,
        ),
    ] {
        assert_eq!(refusal(&three(), &command), why);
    }
}

#[test]
fn a_plan_that_something_speaks_of_stays() {
    let remove = Command::Remove { plan: id("p") };
    let gone = apply(&three(), &remove, date("2026-01-10")).unwrap();
    assert!(gone.plans.is_empty());
    let mut with_case = three();
    with_case.cases.push(Case {
        id: CaseId::new("c").unwrap(),
        kind: CaseKind::Other,
        line: None,
        plan: Some(id("p")),
        opened: date("2026-01-01"),
        next: None,
        closed: Some(date("2026-01-02")),
        outcome: None,
        log: Vec::new(),
        proof: Vec::new(),
        n: None,
        answers: crate::domain::answers::Answers::default(),
    });
    assert_eq!(
        refusal(&with_case, &remove),
        Refusal::HasCase(CaseId::new("c").unwrap())
    );
    let mut replaced = three();
    replaced.plans.push(Plan {
        replaces: Some(id("p")),
        ..plan("q", "300", 3, "2026-02-10")
    });
    assert_eq!(refusal(&replaced, &remove), Refusal::ReplacedBy(id("q")));
}

#[test]
fn a_note_is_replaced_and_an_empty_one_taken_away() {
    let note = |text: &str| Command::Note {
        plan: id("p"),
        note: Some(text.to_owned()),
    };
    let mut noted = three();
    noted.plans[0] = done(&three(), &note(" 保修到 2027 "));
    assert_eq!(noted.plans[0].note.as_deref(), Some("保修到 2027"));
    assert_eq!(done(&noted, &note("  ")).note, None);
    assert_eq!(refusal(&noted, &note("保修到 2027")), Refusal::AlreadySo);
    assert_eq!(refusal(&noted, &note("a\nb")), Refusal::ControlCharacter);
}

fn settle(on: &str, amount: Option<&str>) -> Command {
    Command::Settle {
        plan: id("p"),
        on: date(on),
        amount: amount.map(cny),
    }
}

#[test]
fn a_plan_is_settled_once_and_after_all_that_was_paid() {
    let mut paid = three();
    paid.plans[0].payments = vec![payment("2026-01-08", "100")];
    let settled = done(&paid, &settle("2026-01-08", Some("198.5"))).settled;
    assert_eq!(settled.map(|settled| settled.amount), Some(cny("198.5")));
    for (command, why) in [
        (
            settle("2026-01-07", Some("1")),
            Refusal::BeforeLastEntry(date("2026-01-08")),
        ),
        (
            settle("2025-12-01", Some("1")),
            Refusal::BeforePurchase(date("2025-12-10")),
        ),
        (
            settle("2026-01-11", Some("1")),
            Refusal::InFuture(date("2026-01-11")),
        ),
        (settle("2026-01-10", Some("0")), Refusal::NotPositive),
        (settle("2026-01-10", None), Refusal::NoQuote),
    ] {
        assert_eq!(refusal(&paid, &command), why);
    }
    paid.plans[0].settled = settled;
    let mut known = paid.clone();
    known.plans[0].settled = None;
    known.lines[0].rules.early = Some(EarlyPolicy::WaiveUnbilled);
    let quoted = done(&known, &settle("2026-01-10", None)).settled;
    assert_eq!(quoted.map(|settled| settled.amount), Some(cny("200")));
    let again = refusal(&paid, &settle("2026-01-10", Some("1")));
    assert_eq!(again, Refusal::AlreadySettled(date("2026-01-08")));
    paid.plans[0].settled = None;
    paid.plans[0].payments = vec![payment("2026-01-08", "300")];
    assert_eq!(
        refusal(&paid, &settle("2026-01-10", None)),
        Refusal::NothingOpen(id("p"))
    );
}

#[test]
fn no_more_is_refunded_than_was_ever_asked_for() {
    let refund = |amount: &str| Command::Refund {
        plan: id("p"),
        on: date("2026-01-09"),
        amount: cny(amount),
        reference: Some("R1".to_owned()),
    };
    let mut refunded = three();
    refunded.plans[0] = done(&three(), &refund("120"));
    assert_eq!(refunded.plans[0].refunds[0].amount, cny("120"));
    assert_eq!(
        refusal(&refunded, &refund("180.01")),
        Refusal::RefundTooLarge {
            amount: cny("180.01"),
            most: cny("180")
        }
    );
    assert_eq!(done(&refunded, &refund("180")).refunds.len(), 2);
    // What was paid down comes back too.
    refunded.plans[0].down_payment = Some(cny("50"));
    assert_eq!(done(&refunded, &refund("230")).refunds.len(), 2);
}

#[test]
fn a_due_date_only_moves_to_a_later_day() {
    let defer = |n, to: &str| Command::Defer {
        plan: id("p"),
        n,
        to: date(to),
        fee: cny("2"),
    };
    let mut moved = three();
    moved.plans[0] = done(&three(), &defer(2, "2026-02-11"));
    assert_eq!(moved.plans[0].deferred[0].n, 2);
    let once_more = refusal(&moved, &defer(2, "2026-02-11"));
    assert_eq!(once_more, Refusal::NotLater(date("2026-02-11")));
    let mut paid = three();
    paid.plans[0].paid_through = 1;
    assert_eq!(
        refusal(&paid, &defer(1, "2026-02-01")),
        Refusal::AlreadyPaid { n: 1, on: None }
    );
}

#[test]
fn a_pause_lasts_until_a_day_that_is_not_over_and_can_be_ended() {
    let pause = |until: &str| Command::Pause {
        plan: id("p"),
        until: date(until),
        why: None,
    };
    let resume = Command::Resume { plan: id("p") };
    assert_eq!(refusal(&three(), &resume), Refusal::NotPaused(id("p")));
    let over = refusal(&three(), &pause("2026-01-09"));
    assert_eq!(over, Refusal::InPast(date("2026-01-09")));
    let mut paused = three();
    paused.plans[0] = done(&three(), &pause("2026-01-10"));
    assert_eq!(refusal(&paused, &pause("2026-01-10")), Refusal::AlreadySo);
    assert_eq!(done(&paused, &resume).paused, None);
}

fn amend(n: u32) -> Amend {
    Amend {
        plan: id("p"),
        n,
        due: None,
        principal: None,
        fee: None,
        and_later: false,
    }
}

fn rows(book: &Book, amend: Amend) -> Vec<(u32, Option<String>, Option<Money>)> {
    let row = |row: &ScheduleRow| (row.n, row.due.map(|due| due.to_string()), row.principal);
    let plan = done(book, &Command::Amend(amend));
    plan.schedule.iter().map(row).collect()
}

#[test]
fn one_installment_is_written_as_the_bill_has_it() {
    let amended = Amend {
        principal: Some(cny("99.5")),
        ..amend(2)
    };
    assert_eq!(rows(&three(), amended), [(2, None, Some(cny("99.5")))]);
    let nothing = refusal(&three(), &Command::Amend(amend(2)));
    assert_eq!(nothing, Refusal::NothingToAmend);
}

#[test]
fn later_due_dates_follow_an_amended_one() {
    let mut late = three();
    late.plans[0].anchor = AnchorDay::new(31).unwrap();
    for (due, after) in [
        ("2026-02-05", "2026-03-05"),
        // The anchor's own day of that month: the anchor stays.
        ("2026-02-28", "2026-03-31"),
    ] {
        let amended = Amend {
            due: Some(date(due)),
            and_later: true,
            ..amend(2)
        };
        assert_eq!(
            rows(&late, amended),
            [
                (2, Some(due.to_owned()), None),
                (3, Some(after.to_owned()), None)
            ]
        );
    }
}

#[test]
fn later_principal_takes_exactly_what_an_amended_one_leaves() {
    let from = |n, principal: &str| Amend {
        principal: Some(cny(principal)),
        and_later: true,
        ..amend(n)
    };
    let shared = rows(&three(), from(1, "99.99"));
    let principals: Vec<_> = shared
        .into_iter()
        .map(|(_, _, part)| part.unwrap())
        .collect();
    assert_eq!(principals, [cny("99.99"), cny("100"), cny("100.01")]);
    for (n, principal, most) in [(2, "200.01", "200"), (3, "99", "100")] {
        assert_eq!(
            refusal(&three(), &Command::Amend(from(n, principal))),
            Refusal::LeavesPrincipal { most: cny(most) }
        );
    }
}

/// 1006 in 7, as a card shares it: 144 six times, and 142.
#[test]
fn later_principal_keeps_to_whole_yuan_as_the_plan_does() {
    let mut book = three();
    let plan = &mut book.plans[0];
    (plan.principal, plan.price, plan.periods) = (cny("1006"), None, 7);
    plan.rules.principal_unit = Some(PrincipalUnit::Main);
    let amended = Amend {
        principal: Some(cny("144")),
        and_later: true,
        ..amend(1)
    };
    let shared = rows(&book, amended).into_iter();
    let principals: Vec<_> = shared.map(|(_, _, part)| part.unwrap()).collect();
    let expected = ["144", "144", "144", "144", "144", "144", "142"].map(cny);
    assert_eq!(principals, expected);
}

#[test]
fn a_prepayment_says_how_much_and_takes_only_what_is_not_due_yet() {
    let prepay = |amount: Option<&str>| {
        Command::Pay(Pay {
            amount: amount.map(cny),
            prepay: Some(Prepay::Shorten),
            ..Pay::oldest(id("p"), date("2026-01-10"))
        })
    };
    let paid = done(&three(), &prepay(Some("200")));
    assert_eq!(paid.payments[0].n, None);
    assert_eq!(refusal(&three(), &prepay(None)), Refusal::AmountNeeded);
    assert_eq!(
        refusal(&three(), &prepay(Some("200.01"))),
        Refusal::PrepayTooLarge {
            amount: cny("200.01"),
            most: cny("200")
        }
    );
}

proptest! {
    #[test]
    fn an_amended_principal_and_all_later_ones_add_up_to_what_is_financed(
        cents in 1i64..500_000, periods in 1u32..=60, n in 1u32..=60, share in 0i64..=100,
        odd in proptest::sample::select(&[Remainder::First, Remainder::Last, Remainder::Spread]),
        yuan: bool, balloon in 0i64..=100,
    ) {
        let of = |cents| Money::from_decimal(rust_decimal::Decimal::new(cents, 2));
        let mut book = three();
        let plan = &mut book.plans[0];
        (plan.principal, plan.periods) = (of(cents), periods);
        plan.balloon = Some(of(cents * balloon / 100));
        plan.rules.remainder = Some(odd);
        plan.rules.principal_unit = yuan.then_some(PrincipalUnit::Main);
        let command = Command::Amend(Amend {
            principal: Some(of(cents * share / 100)),
            and_later: true,
            ..amend(n.min(periods))
        });
        let Ok(book) = apply(&book, &command, date("2026-01-10")) else { return Ok(()) };
        let rules = Rules::of_plan(&book.plans[0], book.lines.first());
        let schedule = Schedule::of(&book.plans[0], &rules, book.currency);
        prop_assert_eq!(schedule.principal_total(), of(cents));
        prop_assert!(schedule.installments.iter().all(|one| one.principal >= Money::ZERO));
    }
}

#[test]
fn a_fee_from_one_installment_on_leaves_what_was_asked_before() {
    let with = |model| Fee {
        model,
        subsidised: false,
    };
    let rate = |text: &str| Rate::parse(text).unwrap();
    let from = |book: &Book, n, model| {
        let plan = done(
            book,
            &Command::FeeFrom {
                plan: id("p"),
                n,
                fee: with(model),
            },
        );
        let rules = Rules::of_plan(&plan, book.line_of(&plan));
        let schedule = Schedule::of(&plan, &rules, Currency::CNY);
        let amounts = schedule.installments.iter().map(Installment::amount);
        (amounts.collect::<Vec<_>>(), schedule.principal_total())
    };
    let mut book = three();
    book.plans[0].fee = with(FeeModel::Flat(FeeAmount::Rate(rate("1%"))));
    let flat = FeeModel::Flat(FeeAmount::Rate(rate("2%")));
    let amounts = |amounts: [&str; 3]| amounts.map(cny).to_vec();
    assert_eq!(
        from(&book, 2, flat),
        (amounts(["103", "106", "106"]), cny("300"))
    );
    assert_eq!(
        from(&book, 3, FeeModel::None),
        (amounts(["103", "103", "100"]), cny("300"))
    );
    // 200 at 1% a month in two equal installments; the last one closes the balance.
    let annuity = FeeModel::Annuity(rate("12%"));
    assert_eq!(
        from(&book, 2, annuity),
        (amounts(["103", "101.50", "101.51"]), cny("300"))
    );
    let upfront = FeeModel::Upfront(FeeAmount::Rate(rate("2%")), UpfrontDue::FirstInstallment);
    for (n, model, why) in [
        (2, upfront, Refusal::OnceOnly),
        (4, flat, Refusal::UnknownInstallment { n: 4, of: 3 }),
    ] {
        let command = Command::FeeFrom {
            plan: id("p"),
            n,
            fee: with(model),
        };
        assert_eq!(refusal(&book, &command), why);
    }
}
