//! The limit of a line on a day: used, on its way back, blocked and free.
//!
//! `available = limit + temporary − used − restoring − late − frozen`; it may be below zero.
//! `expected` adds what is restoring. A plan occupies its whole principal from its order date
//! and frees it with each payment's principal part.

use chrono::NaiveDate;

use super::allocation::Source;
use super::book::Book;
use super::line::{CreditLine, LineStatus};
use super::measured::Measures;
use super::money::Money;
use super::plan::Plan;
use super::restoring::{FreedLimit, RestoreState, confirm_by_seen};
use super::rules::{LimitCounts, LimitReturns};
use super::schedule::Installment;
use super::standing::{InstallmentStanding, PlanStanding};
use super::working_day::WorkingCalendar;

/// A line's limit on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitState {
    /// The fixed limit; `None` while unknown.
    pub total: Option<Money>,
    /// The temporary limit in force.
    pub temporary: Money,
    /// What open plans occupy.
    pub used: Money,
    /// Freed and on its way back.
    pub restoring: Money,
    /// Freed, past its window and not seen to be back.
    pub late: Money,
    /// Blocked by the provider. On a frozen or closed line this is all that would be free.
    pub frozen: Money,
    /// What can be used now for certain; `None` while the limit is unknown.
    pub available: Option<Money>,
    /// What it becomes when all that is restoring has come back.
    pub expected: Option<Money>,
    /// By when; `None` where nothing is restoring.
    pub expected_on: Option<NaiveDate>,
    /// Everything freed on this line that is not back yet, oldest first.
    pub out: Vec<FreedLimit>,
    /// Freed limit that is back, oldest first.
    pub back: Vec<FreedLimit>,
    /// How long the confirmed ones took.
    pub measures: Measures,
}

/// What a line's plans occupied and freed.
struct Occupied {
    since: Option<NaiveDate>,
    amount: Money,
}

impl LimitState {
    /// The state of `line` on `today`; `standings` are those of its plans on that day, by the
    /// plans' indexes. Other plans may be among them.
    pub fn of<'s>(
        book: &Book,
        line: &CreditLine,
        standings: impl Iterator<Item = (usize, &'s PlanStanding)>,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Self {
        let mut occupied = Vec::new();
        let mut freed = Vec::new();
        for (k, standing) in standings {
            let on_line = |plan: &&Plan| plan.line.as_ref() == Some(&line.id);
            if let Some(plan) = book.plans.get(k).filter(on_line) {
                let mut of_plan =
                    FreedLimit::of_plan(k, plan, &standing.rules, &standing.parts, calendar);
                if standing.rules.limit_returns == LimitReturns::AfterLast {
                    of_plan = FreedLimit::as_one(&of_plan, standing.outstanding.is_zero());
                }
                // Whatever the order date says: what frees limit must have occupied it.
                let first_freed = of_plan.iter().map(|entry| entry.paid_on).min();
                occupied.push(Occupied {
                    since: plan
                        .bought
                        .map(|bought| first_freed.map_or(bought, |on| on.min(bought))),
                    amount: occupied_at_start(standing, plan.paid_through),
                });
                freed.extend(of_plan);
            }
        }
        freed.sort_by_cached_key(|entry| entry.paid_on);
        confirm_by_all_seen(line, &occupied, &mut freed, today);
        let measures = Measures::follow(book, &mut freed, calendar, today);
        Self {
            measures,
            ..Self::summed(line, used_on(&occupied, &freed, today), freed, today)
        }
    }

    fn summed(line: &CreditLine, used: Money, freed: Vec<FreedLimit>, today: NaiveDate) -> Self {
        let (out, mut back): (Vec<_>, Vec<_>) =
            freed.into_iter().partition(|entry| entry.is_out_on(today));
        // What went into another plan did not come back: that plan uses it.
        back.retain(|entry| entry.source != Source::Replacement);
        let sum_of = |state| {
            let entries = out
                .iter()
                .filter(move |entry| entry.state_on(today) == state);
            entries.map(|entry| entry.amount).sum::<Money>()
        };
        let (restoring, late) = (sum_of(RestoreState::Restoring), sum_of(RestoreState::Late));
        let temporary = temporary_on(line, today);
        let free = line
            .limit
            .map(|total| total + temporary - used - restoring - late - line.frozen);
        let blocked = |free: Money| {
            if line.status == LineStatus::Active {
                Money::ZERO
            } else {
                free.or_zero()
            }
        };
        let latest = out
            .iter()
            .filter(|entry| entry.state_on(today) == RestoreState::Restoring)
            .map(|entry| entry.window_on(today).latest.date);
        Self {
            total: line.limit,
            temporary,
            used,
            restoring,
            late,
            frozen: line.frozen + free.map_or(Money::ZERO, blocked),
            available: free.map(|free| free - blocked(free)),
            expected: free
                .map(|free| free + restoring)
                .map(|free| free - blocked(free)),
            expected_on: latest.max(),
            out,
            back,
            measures: Measures::default(),
        }
    }

    /// True where a date of it rests on days the calendar does not cover.
    pub fn is_estimated(&self) -> bool {
        self.out.iter().any(FreedLimit::is_estimated)
    }
}

/// What a plan occupies until something frees it.
pub(super) fn occupied_at_start(standing: &PlanStanding, paid_through: u32) -> Money {
    let installments = standing.installments.iter();
    let installments = installments.map(|installment| &installment.row.installment);
    let paid_through = paid_through as usize;
    match standing.rules.limit_counts {
        LimitCounts::Principal => {
            let before = installments.take(paid_through);
            standing.principal_total() - before.map(|installment| installment.principal).sum()
        }
        LimitCounts::PrincipalAndFee => {
            let open = installments.skip(paid_through);
            open.map(Installment::amount).sum()
        }
    }
}

/// What paying an open installment of a plan frees; what all of them free is the sum.
pub fn frees(plan: &Plan, standing: &PlanStanding, open: &InstallmentStanding) -> Money {
    let rules = &standing.rules;
    let is_last = || standing.open().last().map(|(last, _)| last.n()) == Some(open.n());
    match (rules.limit_returns, rules.limit_counts) {
        (LimitReturns::AfterLast, _) if is_last() => occupied_at_start(standing, plan.paid_through),
        (LimitReturns::AfterLast, _) => Money::ZERO,
        (LimitReturns::EachPayment, LimitCounts::Principal) => open.row.open_principal(),
        (LimitReturns::EachPayment, LimitCounts::PrincipalAndFee) => open.row.outstanding(),
    }
}

fn used_on(occupied: &[Occupied], freed: &[FreedLimit], day: NaiveDate) -> Money {
    let bought = occupied
        .iter()
        .filter(|plan| plan.since.is_none_or(|since| since <= day));
    let freed = freed.iter().filter(|entry| entry.paid_on <= day);
    bought.map(|plan| plan.amount).sum::<Money>() - freed.map(|entry| entry.amount).sum()
}

fn temporary_on(line: &CreditLine, day: NaiveDate) -> Money {
    line.temporary
        .filter(|temporary| day <= temporary.until)
        .map_or(Money::ZERO, |temporary| temporary.limit)
}

/// The fixed limit as it was on a day: today's, unless an earlier total is known to have come
/// after that day.
fn total_on(line: &CreditLine, day: NaiveDate) -> Option<Money> {
    if line.limits.iter().all(|earlier| earlier.on <= day) {
        return line.limit;
    }
    let held = line.limits.iter().filter(|earlier| earlier.on <= day);
    held.max_by_key(|earlier| earlier.on)
        .map(|earlier| earlier.limit)
}

/// Takes every figure seen so far as evidence, oldest first.
fn confirm_by_all_seen(
    line: &CreditLine,
    occupied: &[Occupied],
    freed: &mut [FreedLimit],
    today: NaiveDate,
) {
    let mut seen: Vec<_> = line.seen.iter().filter(|seen| seen.on <= today).collect();
    seen.sort_by_key(|seen| seen.on);
    for seen in seen {
        let Some(total) = total_on(line, seen.on) else {
            continue;
        };
        let out: Money = freed
            .iter()
            .filter(|entry| entry.is_out_on(seen.on))
            .map(|entry| entry.amount)
            .sum();
        let certain = total + temporary_on(line, seen.on)
            - used_on(occupied, freed, seen.on)
            - out
            - line.frozen;
        confirm_by_seen(freed, seen.on, seen.available, certain);
    }
}

#[cfg(test)]
mod tests {
    use super::LimitState;
    use crate::domain::line::{CreditLine, LimitChange, LineStatus, Seen, TemporaryLimit};
    use crate::domain::plan::{Payment, Plan};
    use crate::domain::position::Position;
    use crate::domain::rules::LimitCounts;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    /// 1200 in 12, the first paid on Monday 9 March 2026.
    fn twelve() -> Plan {
        Plan {
            payments: vec![payment("2026-03-09", "100")],
            ..plan("p", "1200", 12, "2026-03-09")
        }
    }

    fn state(line: CreditLine, plans: Vec<Plan>, today: &str) -> LimitState {
        let book = book(line, plans);
        Position::of(&book, &WorkingCalendar::weekends_only(), date(today))
            .limits
            .remove(0)
    }

    #[test]
    fn a_payment_frees_no_limit_before_it_is_back() {
        let state = state(line("5000"), vec![twelve()], "2026-03-09");
        assert_eq!((state.used, state.restoring), (cny("1100"), cny("100")));
        assert_eq!(
            (state.available, state.expected),
            (Some(cny("3800")), Some(cny("3900")))
        );
        assert_eq!(state.expected_on, Some(date("2026-03-12")));
    }

    #[test]
    fn a_confirmed_or_seen_limit_is_free() {
        let restored = Payment {
            restored: Some(date("2026-03-10")),
            ..payment("2026-03-09", "100")
        };
        let confirmed = Plan {
            payments: vec![restored],
            ..twelve()
        };
        assert_eq!(
            state(line("5000"), vec![confirmed], "2026-03-10").available,
            Some(cny("3900"))
        );
        let seen = vec![Seen {
            on: date("2026-03-10"),
            available: cny("3900"),
        }];
        let line = CreditLine {
            seen,
            ..line("5000")
        };
        assert_eq!(
            state(line.clone(), vec![twelve()], "2026-03-10").available,
            Some(cny("3900"))
        );
        assert_eq!(
            state(line, vec![twelve()], "2026-03-09").available,
            Some(cny("3800"))
        );
    }

    #[test]
    fn a_late_limit_counts_neither_as_available_nor_as_expected() {
        let state = state(line("5000"), vec![twelve()], "2026-03-13");
        assert_eq!((state.late, state.restoring), (cny("100"), cny("0")));
        assert_eq!(
            (state.available, state.expected, state.expected_on),
            (Some(cny("3800")), Some(cny("3800")), None)
        );
    }

    #[test]
    fn zero_frozen_and_unknown_are_three_states() {
        let zero = state(
            line("1200"),
            vec![plan("p", "1200", 12, "2026-03-09")],
            "2026-03-01",
        );
        assert_eq!((zero.available, zero.frozen), (Some(cny("0")), cny("0")));
        let frozen = CreditLine {
            status: LineStatus::Frozen,
            ..line("5000")
        };
        let frozen = state(
            frozen,
            vec![plan("p", "1200", 12, "2026-03-09")],
            "2026-03-01",
        );
        assert_eq!(
            (frozen.available, frozen.frozen),
            (Some(cny("0")), cny("3800"))
        );
        let unknown = CreditLine {
            limit: None,
            ..line("1")
        };
        let unknown = state(
            unknown,
            vec![plan("p", "1200", 12, "2026-03-09")],
            "2026-03-01",
        );
        assert_eq!((unknown.available, unknown.used), (None, cny("1200")));
    }

    #[test]
    fn a_temporary_limit_that_ended_may_leave_less_than_nothing() {
        let temporary = Some(TemporaryLimit {
            limit: cny("500"),
            until: date("2026-03-31"),
        });
        let line = CreditLine {
            temporary,
            ..line("1000")
        };
        let plans = vec![plan("p", "1200", 12, "2026-03-09")];
        assert_eq!(
            state(line.clone(), plans.clone(), "2026-03-31").available,
            Some(cny("300"))
        );
        assert_eq!(
            state(line, plans, "2026-04-01").available,
            Some("-200").map(|_| -cny("200"))
        );
    }

    #[test]
    fn a_plan_occupies_from_its_order_date_and_what_it_had_paid_before_stays_free() {
        let bought = Plan {
            bought: Some(date("2026-03-05")),
            paid_through: 2,
            ..plan("p", "1200", 12, "2026-01-09")
        };
        assert_eq!(
            state(line("5000"), vec![bought.clone()], "2026-03-04").used,
            cny("0")
        );
        assert_eq!(
            state(line("5000"), vec![bought], "2026-03-05").used,
            cny("1000")
        );
    }

    #[test]
    fn a_figure_seen_under_an_earlier_total_proves_nothing_under_todays() {
        let total = |on: &str, limit: &str| LimitChange {
            on: date(on),
            limit: cny(limit),
            why: None,
        };
        let seen = |available: &str| Seen {
            on: date("2026-03-10"),
            available: cny(available),
        };
        // 8000 until the 11th: 6800 were certain on the 10th, 6900 with the payment back.
        for (available, back) in [("6800", false), ("6900", true)] {
            let line = CreditLine {
                seen: vec![seen(available)],
                limits: vec![total("2026-01-01", "8000"), total("2026-03-11", "6000")],
                ..line("5000")
            };
            let state = state(line, vec![twelve()], "2026-03-11");
            assert_eq!(state.out.is_empty(), back, "{available}");
        }
        let line = CreditLine {
            seen: vec![seen("6900")],
            limits: vec![total("2026-03-11", "6000")],
            ..line("5000")
        };
        assert_eq!(state(line, vec![twelve()], "2026-03-11").out.len(), 1);
    }

    #[test]
    fn a_payment_dated_before_the_order_never_makes_used_negative() {
        let paid = Payment {
            restored: Some(date("2026-03-09")),
            ..payment("2026-03-09", "100")
        };
        let plan = Plan {
            bought: Some(date("2026-03-20")),
            payments: vec![paid],
            ..twelve()
        };
        let state = state(line("5000"), vec![plan], "2026-03-10");
        assert_eq!(
            (state.used, state.available),
            (cny("1100"), Some(cny("3900")))
        );
    }

    /// The card example of a bank's help page: 14,400 of 16,000 in three, 0.6 % a month.
    #[test]
    fn limit_may_be_counted_with_or_without_fees() {
        use crate::domain::fee::{Fee, FeeAmount, FeeModel};
        let rate = crate::domain::rate::Rate::parse("0.6%").unwrap();
        let fee = Fee {
            model: FeeModel::Flat(FeeAmount::Rate(rate)),
            subsidised: false,
        };
        let paid = Payment {
            restored: Some(date("2026-03-09")),
            ..payment("2026-03-09", "4886.40")
        };
        let mut plan = Plan {
            fee,
            payments: vec![paid],
            ..plan("p", "14400", 3, "2026-03-09")
        };
        assert_eq!(
            state(line("16000"), vec![plan.clone()], "2026-03-08").available,
            Some(cny("1600"))
        );
        assert_eq!(
            state(line("16000"), vec![plan.clone()], "2026-03-09").available,
            Some(cny("6400"))
        );
        plan.rules.limit_counts = Some(LimitCounts::PrincipalAndFee);
        assert_eq!(
            state(line("16000"), vec![plan], "2026-03-08").used,
            cny("14659.20")
        );
    }
}
