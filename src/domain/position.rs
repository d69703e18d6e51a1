//! The whole book as of one day: how every plan stands and what every limit allows.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book::Book;
use super::limit::LimitState;
use super::money::Money;
use super::plan::Plan;
use super::restoring::FreedLimit;
use super::standing::{InstallmentStanding, PlanStanding, Timing};
use super::working_day::WorkingCalendar;

/// The book as of one day. Indexes are those of the book it was derived from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// The day.
    pub today: NaiveDate,
    /// The standing of each plan of the book.
    pub plans: Vec<PlanStanding>,
    /// The limit of each line of the book.
    pub limits: Vec<LimitState>,
}

/// One plan of a book as of one day, and what is out of the limit that it frees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPosition {
    /// How it stands.
    pub standing: PlanStanding,
    /// Everything it freed that is not back yet, oldest first.
    pub out: Vec<FreedLimit>,
}

/// An open installment, with where to find it.
#[derive(Debug, Clone, Copy)]
pub struct DueItem<'p> {
    /// Which plan of the book.
    pub plan: usize,
    /// How the plan stands.
    pub plan_standing: &'p PlanStanding,
    /// The installment.
    pub installment: &'p InstallmentStanding,
    /// Its timing.
    pub timing: Timing,
}

impl Position {
    /// Derives the position of `book` on `today`.
    pub fn of(book: &Book, calendar: &WorkingCalendar, today: NaiveDate) -> Self {
        let plans = PlanStanding::of_all(book, calendar, today);
        let standings = || plans.iter().enumerate();
        let limit = |line| LimitState::of(book, line, standings(), calendar, today);
        let limits = book.lines.iter().map(limit).collect();
        Self {
            today,
            plans,
            limits,
        }
    }

    /// Every open installment due by `today + days`, oldest first; of one day in file order.
    pub fn due_within(&self, days: u32) -> Vec<DueItem<'_>> {
        DueItem::within(&self.plans, self.today, days)
    }

    /// Every freed limit of the plan of this index that is not back yet, oldest first.
    pub fn out_of_plan(&self, plan: usize) -> impl Iterator<Item = &FreedLimit> {
        self.limits
            .iter()
            .flat_map(|limit| &limit.out)
            .filter(move |entry| entry.plan == plan)
    }
}

impl PlanPosition {
    /// The plan of this index on `today`. Of other plans only those of its line count.
    pub fn of(
        book: &Book,
        plan: usize,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Option<Self> {
        let line = book.line_of(book.plans.get(plan)?);
        let replaced = book.replacements();
        let counts = |k: usize, other: &Plan| {
            k == plan || line.is_some_and(|line| other.line.as_ref() == Some(&line.id))
        };
        let plans = book.plans.iter().enumerate();
        let mut standings: BTreeMap<_, _> = plans
            .filter(|(k, other)| counts(*k, other))
            .map(|(k, other)| {
                let on = replaced.get(&other.id).copied();
                (k, PlanStanding::replaced(book, other, on, calendar, today))
            })
            .collect();
        let limit = line.map(|line| {
            let standings = standings.iter().map(|(k, standing)| (*k, standing));
            LimitState::of(book, line, standings, calendar, today)
        });
        let mut out = limit.map_or_else(Vec::new, |limit| limit.out);
        out.retain(|entry| entry.plan == plan);
        Some(Self {
            standing: standings.remove(&plan)?,
            out,
        })
    }
}

impl<'p> DueItem<'p> {
    /// Every open installment of a book's plans due by `today + days`, oldest first; of one day in
    /// file order.
    pub fn within(plans: &'p [PlanStanding], today: NaiveDate, days: u32) -> Vec<Self> {
        let last = today
            .checked_add_days(chrono::Days::new(days.into()))
            .unwrap_or(NaiveDate::MAX);
        let of_plan = |(plan, plan_standing): (usize, &'p PlanStanding)| {
            let open = plan_standing.open();
            let in_time = open.filter(move |(installment, _)| installment.due() <= last);
            in_time.map(move |(installment, timing)| Self {
                plan,
                plan_standing,
                installment,
                timing,
            })
        };
        let mut due: Vec<_> = plans.iter().enumerate().flat_map(of_plan).collect();
        due.sort_by_key(|item| item.installment.due());
        due
    }

    /// What it still asks for.
    pub fn outstanding(&self) -> Money {
        self.installment.row.outstanding()
    }
}

#[cfg(test)]
mod tests {
    use super::{PlanPosition, Position};
    use crate::domain::fee::{FeeAmount, FeeModel};
    use crate::domain::line::{LineStatus, Seen, TemporaryLimit};
    use crate::domain::money::Money;
    use crate::domain::plan::{Payment, Plan, Refund, Settlement};
    use crate::domain::rules::{LimitCounts, LimitReturns, Prepay, RestoreDays};
    use crate::domain::test_book::{book, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;
    use chrono::Days;
    use proptest::prelude::*;

    fn any_plan() -> impl Strategy<Value = Plan> {
        let payments = proptest::collection::vec((0u64..120, 0u32..400, 0u32..6), 0..8);
        let refunds = proptest::collection::vec((0u64..120, 1u32..900), 0..3);
        (
            1u32..2000,
            1u32..=24,
            0u32..50,
            payments,
            0u32..4,
            (0u64..60, refunds),
        )
            .prop_map(
                |(principal, periods, fee, payments, paid_through, (bought, refunds))| {
                    let start = date("2026-01-01");
                    let pay = |(day, amount, n): (u64, u32, u32)| Payment {
                        n: (1..=periods).contains(&n).then_some(n),
                        on: start + Days::new(day),
                        amount: amount.into(),
                        restored: (amount % 3 == 0).then_some(start + Days::new(day + 2)),
                        prepay: match amount % 5 {
                            0 => Some(Prepay::Shorten),
                            1 => Some(Prepay::Lower),
                            _ => None,
                        },
                        ..payment("2026-01-01", "1")
                    };
                    let mut plan = plan("p", &principal.to_string(), periods, "2026-01-31");
                    plan.fee.model = FeeModel::Flat(FeeAmount::Total(fee.into()));
                    plan.payments = payments.into_iter().map(pay).collect();
                    let refund = |(day, amount): (u64, u32)| Refund {
                        on: start + Days::new(day),
                        amount: amount.into(),
                        reference: None,
                    };
                    plan.refunds = refunds.into_iter().map(refund).collect();
                    plan.paid_through = paid_through.min(periods);
                    plan.bought = Some(start + Days::new(bought));
                    plan
                },
            )
    }

    proptest! {
        #[test]
        fn on_every_day_sums_agree_and_nothing_is_negative(
            plans in proptest::collection::vec(any_plan(), 0..3), day in 0u64..200,
            seen in proptest::collection::vec((0u64..200, 0u32..9000), 0..3),
            with_fee: bool, latest in 0u32..4, replaces: bool, after_last: bool,
            (frozen, temporary, until) in (0u32..9000, 0u32..3000, 0u64..200),
            status in proptest::sample::select(&[LineStatus::Active, LineStatus::Frozen, LineStatus::Closed]),
            settled in proptest::option::of((0u64..200, 1u32..3000)),
        ) {
            let start = date("2026-01-01");
            let mut plans = plans;
            if let [old, new, ..] = plans.as_mut_slice() {
                old.id = crate::domain::PlanId::new("old").unwrap();
                new.replaces = replaces.then(|| old.id.clone());
            }
            let mut line = line("5000");
            if let (Some((day, amount)), Some(plan)) = (settled, plans.first_mut()) {
                let (on, amount) = (start + Days::new(day), amount.into());
                plan.settled = Some(Settlement { on, amount });
            }
            line.rules.limit_returns = after_last.then_some(LimitReturns::AfterLast);
            (line.frozen, line.status) = (frozen.into(), status);
            line.temporary = Some(TemporaryLimit { limit: temporary.into(), until: start + Days::new(until) });
            line.rules.limit_counts = with_fee.then_some(LimitCounts::PrincipalAndFee);
            line.rules.restore_days = Some(RestoreDays { earliest: 0, latest });
            let figure = |(on, available): (u64, u32)| Seen { on: start + Days::new(on), available: available.into() };
            line.seen = seen.into_iter().map(figure).collect();
            let book = book(line, plans);
            let position = Position::of(&book, &WorkingCalendar::weekends_only(), start + Days::new(day));
            for plan in &position.plans {
                let asked: Money = plan.installments.iter().map(|one| one.row.installment.amount()).sum();
                prop_assert_eq!(asked, plan.total);
                prop_assert_eq!(plan.paid + plan.outstanding + plan.taken_off, plan.total);
                prop_assert!(plan.taken_off >= Money::ZERO || settled.is_some());
                let open: Money = plan.installments.iter().map(|one| one.row.outstanding()).sum();
                prop_assert_eq!(plan.outstanding, open);
                prop_assert!(plan.outstanding >= Money::ZERO && plan.excess >= Money::ZERO);
            }
            for (k, standing) in position.plans.iter().enumerate() {
                let alone = PlanPosition::of(&book, k, &WorkingCalendar::weekends_only(), position.today).unwrap();
                prop_assert_eq!(&alone.standing, standing);
                prop_assert!(alone.out.iter().eq(position.out_of_plan(k)));
            }
            let limit = &position.limits[0];
            for part in [limit.used, limit.restoring, limit.late] {
                prop_assert!(part >= Money::ZERO, "{limit:?}");
            }
            prop_assert!(limit.out.iter().chain(&limit.back).all(|entry| entry.amount.is_positive()));
            let available = limit.available.unwrap();
            let there = if day <= until { Money::from(temporary) } else { Money::ZERO };
            let gone = limit.used + limit.restoring + limit.late + limit.frozen;
            prop_assert_eq!(available + gone, Money::from(5000) + there);
            prop_assert!(limit.expected <= Some(available + limit.restoring));
            prop_assert!(status != LineStatus::Active || limit.expected == Some(available + limit.restoring));
            prop_assert!(status == LineStatus::Active || available <= Money::ZERO);
        }
    }
}
