use chrono::NaiveDate;
use proptest::prelude::*;

use super::{Answer, Pays, Unlocking, Way, Wish};
use crate::domain::book::Book;
use crate::domain::early::quote;
use crate::domain::fee::{FeeAmount, FeeModel};
use crate::domain::limit_check::Reason;
use crate::domain::line::{CreditLine, LineStatus, TemporaryLimit};
use crate::domain::money::Money;
use crate::domain::plan::{Payment, Plan, Settlement};
use crate::domain::position::Position;
use crate::domain::rate::Rate;
use crate::domain::rules::{EarlyPolicy, LimitReturns};
use crate::domain::test_book::{book, cny, date, line, payment, plan};
use crate::domain::working_day::WorkingCalendar;

/// A Monday; what is paid then is back by Thursday the 12th.
const TODAY: &str = "2026-03-09";

fn position(book: &Book, day: NaiveDate) -> Position {
    Position::of(book, &WorkingCalendar::weekends_only(), day)
}

fn wish(amount: &str, by: &str) -> Wish {
    Wish {
        amount: cny(amount),
        by: date(by),
        cash: None,
    }
}

fn unlock(book: &Book, wish: Wish) -> Unlocking {
    let position = position(book, date(TODAY));
    Unlocking::of(book, &position, &WorkingCalendar::weekends_only(), 0, wish).unwrap()
}

/// Which installments (0: the settlement) of which plans a way pays.
fn paid(way: &Way) -> Vec<(usize, u32)> {
    let steps = way.steps.iter().map(|step| match step.pays {
        Pays::Installment(n) | Pays::Overdue(n) => (step.plan, n),
        Pays::Settlement => (step.plan, 0),
    });
    steps.collect()
}

fn yes(unlocking: Unlocking) -> Way {
    match unlocking.answer {
        Answer::Yes(way) => way,
        other => panic!("{other:?}"),
    }
}

/// 600 in 2 and 600 in 6, both due from 20 April: 800 of 2000 are free.
fn two_plans() -> Book {
    let plans = vec![
        plan("a", "600", 2, "2026-04-20"),
        plan("b", "600", 6, "2026-04-20"),
    ];
    book(line("2000"), plans)
}

#[test]
fn what_is_free_needs_no_payment() {
    let way = yes(unlock(&two_plans(), wish("800", TODAY)));
    assert_eq!((paid(&way), way.cash), (vec![], cny("0")));
}

#[test]
fn the_least_cash_is_taken_and_then_the_fewest_payments() {
    for (amount, steps) in [
        ("1000", &[(1, 1), (1, 2)][..]),
        ("1100", &[(0, 1)]),
        ("1200", &[(0, 1), (1, 1)]),
    ] {
        let way = yes(unlock(&two_plans(), wish(amount, "2026-03-12")));
        assert_eq!(paid(&way), steps, "{amount}");
        assert!(way.is_exact);
        assert_eq!(way.steps[0].back, date("2026-03-12"));
    }
}

#[test]
fn too_soon_is_not_before_the_window_has_passed_and_too_much_is_short() {
    let soon = unlock(&two_plans(), wish("900", "2026-03-11"));
    let Answer::NotBefore(day, way) = soon.answer else {
        panic!("{soon:?}");
    };
    assert_eq!((day, paid(&way)), (date("2026-03-12"), vec![(1, 1)]));
    let much = unlock(&two_plans(), wish("2050", "2026-12-31"));
    assert_eq!(much.answer, Answer::Short(cny("50")));
}

#[test]
fn what_falls_due_in_time_and_what_is_restoring_is_counted_and_not_paid_twice() {
    let mut book = two_plans();
    book.plans[0].payments = vec![payment(TODAY, "300")];
    // On 24 April: 800 free, 300 back, a's second and b's first due on the 20th are back on the 23rd.
    let unlocking = unlock(&book, wish("1500", "2026-04-24"));
    assert_eq!(
        (unlocking.available, unlocking.restoring, unlocking.usable()),
        (cny("800"), cny("300"), cny("1200"))
    );
    assert_eq!(unlocking.dues.len(), 1);
    // Three more of b would take its first along, which is due anyway: 400.
    assert_eq!(paid(&yes(unlocking)), [(0, 2)]);
}

#[test]
fn overdue_installments_come_first_whatever_is_wanted() {
    let plans = vec![plan("a", "200", 2, "2026-03-01")];
    let way = yes(unlock(&book(line("9000"), plans), wish("10", TODAY)));
    assert_eq!(way.steps[0].pays, Pays::Overdue(1));
    assert_eq!((way.steps.len(), way.cash), (1, cny("100")));
}

#[test]
fn a_temporary_limit_is_gone_after_its_last_day() {
    let temporary = Some(TemporaryLimit {
        limit: cny("500"),
        until: date("2026-03-11"),
    });
    let line = CreditLine {
        temporary,
        ..line("2000")
    };
    let book = book(line, two_plans().plans);
    let before = unlock(&book, wish("1300", "2026-03-11"));
    assert!(yes(before).steps.is_empty());
    let after = unlock(&book, wish("900", "2026-03-12"));
    assert_eq!((after.ends, after.usable()), (cny("500"), cny("800")));
    assert_eq!(yes(after).cash, cny("100"));
}

#[test]
fn with_too_little_cash_it_is_later_and_the_cash_it_needs_is_told() {
    let poor = Wish {
        cash: Some(cny("150")),
        ..wish("1000", "2026-03-12")
    };
    let unlocking = unlock(&two_plans(), poor);
    assert_eq!(unlocking.cash_needed, Some(cny("200")));
    // Of the dues of 20 April 400 are back on the 23rd.
    let Answer::NotBefore(day, way) = unlocking.answer else {
        panic!("{unlocking:?}");
    };
    assert_eq!((day, way.steps.len()), (date("2026-04-23"), 0));
}

#[test]
fn a_settlement_is_taken_where_it_is_cheaper_and_not_where_it_costs_extra() {
    let rate = |text| Rate::parse(text).unwrap();
    for (policy, steps, cash, saves) in [
        (EarlyPolicy::WaiveUnbilled, &[(0, 0)][..], "600", "36"),
        (EarlyPolicy::AllFees, &[(0, 0)], "636", "0"),
        (EarlyPolicy::PercentPenalty, &[(0, 1), (0, 2)], "636", "0"),
    ] {
        let mut plan = plan("a", "600", 2, "2026-04-20");
        plan.fee.model = FeeModel::Flat(FeeAmount::Rate(rate("3%")));
        plan.rules.early = Some(policy);
        plan.rules.early_penalty = Some(rate("10%"));
        let way = yes(unlock(
            &book(line("1000"), vec![plan]),
            wish("1000", "2026-03-12"),
        ));
        assert_eq!(paid(&way), steps, "{policy:?}");
        assert_eq!(
            (way.cash, way.saves, way.extra),
            (cny(cash), cny(saves), cny("0"))
        );
    }
}

#[test]
fn where_limit_returns_after_the_last_payment_only_all_of_a_plan_helps() {
    let mut book = two_plans();
    book.lines[0].rules.limit_returns = Some(LimitReturns::AfterLast);
    let way = yes(unlock(&book, wish("801", "2026-03-12")));
    assert_eq!(paid(&way), [(0, 1), (0, 2)]);
}

#[test]
fn no_payment_helps_on_a_line_that_is_frozen_or_closed_or_of_unknown_limit() {
    let blocked = |change: fn(&mut CreditLine)| {
        let mut book = two_plans();
        change(&mut book.lines[0]);
        unlock(&book, wish("10", TODAY)).answer
    };
    for (change, reason) in [
        (
            (|line| line.status = LineStatus::Frozen) as fn(&mut CreditLine),
            Reason::LineFrozen,
        ),
        (|line| line.status = LineStatus::Closed, Reason::LineClosed),
        (|line| line.limit = None, Reason::UnknownLimit),
    ] {
        assert_eq!(blocked(change), Answer::Blocked(reason));
    }
}

#[test]
fn a_channel_measured_to_be_slow_moves_the_day() {
    let mut book = two_plans();
    // Three payments that took 5 working days each.
    let slow = |on: &str, restored: &str| Payment {
        restored: Some(date(restored)),
        ..payment(on, "10")
    };
    book.plans[1].payments = vec![
        slow("2026-02-02", "2026-02-09"),
        slow("2026-02-03", "2026-02-10"),
        slow("2026-02-04", "2026-02-11"),
    ];
    let unlocking = unlock(&book, wish("900", "2026-03-12"));
    let Answer::NotBefore(day, _) = unlocking.answer else {
        panic!("{unlocking:?}");
    };
    assert_eq!(day, date("2026-03-16"));
}

/// What of a plan is paid today: so many of its open installments, or the settlement.
#[derive(Debug, Clone, Copy)]
enum Pay {
    First(usize),
    All,
}

/// Every way to pay on all plans, the overdue always among what is paid.
fn every_way(book: &Book, today: &Position) -> Vec<Vec<Pay>> {
    let mut all = vec![Vec::new()];
    for (plan, standing) in book.plans.iter().zip(&today.plans) {
        let overdue = standing.open().filter(|(_, timing)| timing.is_overdue());
        let first = overdue.count()..=standing.open().count();
        let settled = quote(plan, standing, today.today)
            .is_ok()
            .then_some(Pay::All);
        let ways: Vec<_> = first.map(Pay::First).chain(settled).collect();
        let longer = all.iter().flat_map(|begun: &Vec<Pay>| {
            ways.iter().map(|way| [begun.as_slice(), &[*way]].concat())
        });
        all = longer.collect();
    }
    all
}

/// What the plans ask for that way, and the book once everything was paid, the rest when due.
fn carried_out(book: &Book, today: &Position, way: &[Pay]) -> ((Money, Money, usize), Book) {
    let (mut price, mut after) = ((Money::ZERO, Money::ZERO, 0), book.clone());
    for ((plan, standing), pay) in after.plans.iter_mut().zip(&today.plans).zip(way) {
        let open: Vec<_> = standing.open().map(|(one, _)| one).collect();
        let count = match pay {
            Pay::First(count) => *count,
            Pay::All => {
                let quote = quote(plan, standing, today.today).unwrap();
                plan.settled = Some(Settlement {
                    on: today.today,
                    amount: quote.amount,
                });
                price.0 += (-quote.saves).or_zero();
                price.1 += quote.amount;
                price.2 += 1;
                continue;
            }
        };
        for (k, one) in open.iter().enumerate() {
            let on = if k < count { today.today } else { one.due() };
            plan.payments.push(Payment {
                n: Some(one.n()),
                on,
                amount: one.row.outstanding(),
                ..payment(TODAY, "1")
            });
        }
        price.1 += open
            .iter()
            .take(count)
            .map(|one| one.row.outstanding())
            .sum();
        price.2 += count;
    }
    (price, after)
}

/// What can be used on a day, with everything taken to be back whose window has ended by it.
fn usable_on(book: &Book, day: NaiveDate) -> Money {
    let limit = position(book, day).limits.remove(0);
    let back = limit.out.iter();
    let back = back.filter(|entry| entry.stated.latest.date <= day);
    limit.available.unwrap() + back.map(|entry| entry.amount).sum()
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let policy = prop::sample::select(vec![
        None,
        Some(EarlyPolicy::WaiveUnbilled),
        Some(EarlyPolicy::AllFees),
        Some(EarlyPolicy::PercentPenalty),
    ]);
    (1u32..9, 1u32..=3, 0u32..40, 0u32..40, policy).prop_map(
        |(principal, periods, fee, due, early)| {
            let first_due = date("2026-03-01") + chrono::Days::new(due.into());
            let principal = (principal * 100 + fee).to_string();
            let mut plan = plan("p", &principal, periods, &first_due.to_string());
            plan.fee.model = FeeModel::Flat(FeeAmount::Total(fee.into()));
            plan.rules.early = early;
            plan.rules.early_penalty = Some(Rate::parse("3%").unwrap());
            plan
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn every_other_way_is_dearer_or_too_little_when_it_is_carried_out(
        plans in proptest::collection::vec(any_plan(), 1..4), amount in 1u32..3200, days in 0u64..40,
        cash in proptest::option::of(0u32..1500), after_last: bool,
    ) {
        let mut line = line("3000");
        line.rules.limit_returns = after_last.then_some(LimitReturns::AfterLast);
        let book = book(line, plans);
        let today = position(&book, date(TODAY));
        let by = today.today + chrono::Days::new(days);
        let cash = cash.map(Money::from);
        let unlocking = unlock(&book, Wish { amount: amount.into(), by, cash });
        let ways = every_way(&book, &today);
        let carried = ways.iter().map(|way| carried_out(&book, &today, way));
        let enough = carried.filter(|(price, after)| {
            usable_on(after, by) >= amount.into() && cash.is_none_or(|cash| price.1 <= cash)
        });
        let cheapest = enough.map(|(price, _)| price).min();
        let found = match &unlocking.answer {
            Answer::Yes(way) => Some((way.extra, way.cash, way.steps.len())),
            _ => None,
        };
        prop_assert_eq!(found, cheapest, "{:?}", unlocking);
    }
}
