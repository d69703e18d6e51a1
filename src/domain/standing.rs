//! How each installment, and the plan, stands on a day. Derived from dates and what is unpaid;
//! never stored.

mod timing;

use chrono::NaiveDate;

pub use self::timing::Timing;
use super::allocation::{Allocation, Part, Row, Terms};
use super::book::{Book, Settings};
use super::currency::Currency;
use super::late::penalties;
use super::money::Money;
use super::plan::Plan;
use super::refund::Refunded;
use super::rules::Rules;
use super::schedule::Schedule;
use super::side_by_side::each_side_by_side;
use super::working_day::WorkingCalendar;

/// How an installment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstallmentStatus {
    /// Nothing is open, because it was paid.
    Paid,
    /// Nothing is open, because it was refunded.
    Refunded,
    /// Nothing is open, because the plan was settled early.
    Settled,
    /// Nothing is open, because another plan replaced this one.
    Restructured,
    /// Something is open.
    Open(Timing),
}

/// One installment on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstallmentStanding {
    /// The installment and what covered it.
    pub row: Row,
    /// How it stands.
    pub status: InstallmentStatus,
    /// What being late has cost so far; `None` where it is late and the rule is unknown.
    pub penalty: Option<Money>,
}

/// How a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanStatus {
    /// Installments are open, none overdue.
    Active,
    /// At least one installment is overdue.
    Overdue,
    /// Paused for a return or dispute.
    Paused,
    /// Everything was paid.
    Settled,
    /// It was settled before its end.
    SettledEarly,
    /// Nothing is open, and all of some installment was refunded.
    Refunded,
    /// Another plan replaced it; what was open is asked for there.
    Restructured,
}

impl PlanStatus {
    /// True while something is still open.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Active | Self::Overdue | Self::Paused)
    }
}

/// A plan on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStanding {
    /// The rules it follows.
    pub rules: Rules,
    /// The currency of its amounts.
    pub currency: Currency,
    /// How it stands.
    pub status: PlanStatus,
    /// Its installments, by number.
    pub installments: Vec<InstallmentStanding>,
    /// What each payment, refund and settlement covered, oldest first.
    pub parts: Vec<Part>,
    /// What the whole plan asks for.
    pub total: Money,
    /// All fees of it that the shopper bears.
    pub fee_total: Money,
    /// What was paid, a fee at purchase and a settlement included, less what came back in cash.
    pub paid: Money,
    /// What nobody has to pay any more: refunded, waived, gone into another plan, and what a
    /// settlement saved. With what is paid and what is open it makes up the total.
    pub taken_off: Money,
    /// What is still asked for.
    pub outstanding: Money,
    /// What each refund did, oldest first.
    pub refunds: Vec<Refunded>,
    /// Money paid that nothing was left to cover.
    pub excess: Money,
}

impl PlanStanding {
    /// The standing of `plan` on `today`.
    pub fn of(book: &Book, plan: &Plan, calendar: &WorkingCalendar, today: NaiveDate) -> Self {
        Self::replaced(book, plan, book.replaced_on(plan), calendar, today)
    }

    /// The standing of every plan of the book on `today`, in their order.
    pub fn of_all(book: &Book, calendar: &WorkingCalendar, today: NaiveDate) -> Vec<Self> {
        let replaced = book.replacements();
        let of_plan = |plan: &Plan| {
            let on = replaced.get(&plan.id).copied();
            Self::replaced(book, plan, on, calendar, today)
        };
        each_side_by_side(&book.plans, of_plan)
    }

    /// The standing of a plan of which is known on which day another one replaced it.
    pub(super) fn replaced(
        book: &Book,
        plan: &Plan,
        replaced_on: Option<NaiveDate>,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Self {
        let rules = Rules::of_plan(plan, book.line_of(plan));
        let currency = book.currency_of(plan);
        let schedule = Schedule::of(plan, &rules, currency).on_working_days(plan, &rules, calendar);
        let fee_total = schedule.fee_total();
        let total = schedule.principal_total() + fee_total;
        let terms = Terms {
            plan,
            rules: &rules,
            currency,
            replaced_on,
        };
        let allocation = Allocation::of(terms, schedule, Some(today));
        let (paid, taken_off) = (allocation.paid(), allocation.taken_off());
        let stand = |row: &Row| InstallmentStanding {
            row: row.clone(),
            status: InstallmentStatus::of(row, today, &rules, &book.settings),
            penalty: Some(Money::ZERO),
        };
        let mut installments: Vec<_> = allocation.rows.iter().map(stand).collect();
        if installments.iter().any(InstallmentStanding::is_overdue) {
            let penalties = penalties(terms, &allocation.rows, today);
            for (installment, penalty) in installments.iter_mut().zip(penalties) {
                installment.penalty = penalty;
            }
        }
        Self {
            status: PlanStatus::of(terms, &installments, today),
            paid,
            outstanding: total - paid - taken_off,
            taken_off,
            parts: allocation.parts,
            refunds: allocation.refunds,
            excess: allocation.excess,
            rules,
            currency,
            installments,
            total,
            fee_total,
        }
    }

    /// All principal of its installments.
    pub fn principal_total(&self) -> Money {
        self.total - self.fee_total
    }

    /// The oldest open installment.
    pub fn next(&self) -> Option<&InstallmentStanding> {
        self.installments
            .iter()
            .find(|installment| installment.timing().is_some())
    }

    /// The installment of this number.
    pub fn installment(&self, n: u32) -> Option<&InstallmentStanding> {
        self.installments.get((n as usize).checked_sub(1)?)
    }

    /// How many installments ask for nothing any more.
    pub fn paid_periods(&self) -> usize {
        self.installments
            .iter()
            .filter(|installment| installment.timing().is_none())
            .count()
    }

    /// Every open installment with its timing, by number.
    pub fn open(&self) -> impl Iterator<Item = (&InstallmentStanding, Timing)> {
        self.installments
            .iter()
            .filter_map(|installment| Some((installment, installment.timing()?)))
    }
}

impl InstallmentStanding {
    /// Its number.
    pub fn n(&self) -> u32 {
        self.row.installment.n
    }

    /// When it is due.
    pub fn due(&self) -> NaiveDate {
        self.row.installment.due
    }

    /// Its timing while something is open.
    pub fn timing(&self) -> Option<Timing> {
        match self.status {
            InstallmentStatus::Open(timing) => Some(timing),
            _ => None,
        }
    }

    /// True where something is open past its due date and the grace.
    pub fn is_overdue(&self) -> bool {
        self.timing().is_some_and(Timing::is_overdue)
    }

    /// True where something but not everything was paid.
    pub fn is_partly_paid(&self) -> bool {
        self.timing().is_some() && self.row.paid().is_positive()
    }

    /// What is still open of it, where that is not its whole amount: something was paid or
    /// refunded, or its fee was waived.
    pub fn left(&self) -> Option<Money> {
        let left = self.row.outstanding();
        (self.timing().is_some() && left != self.row.installment.amount()).then_some(left)
    }
}

impl InstallmentStatus {
    fn of(row: &Row, today: NaiveDate, rules: &Rules, settings: &Settings) -> Self {
        if row.is_open() {
            return Self::Open(Timing::of(
                row.installment.due,
                today,
                rules.grace_days,
                settings.due_soon_days,
            ));
        }
        let ended = row.ended();
        if ended.replaced.is_positive() {
            Self::Restructured
        } else if ended.settled.is_positive() {
            Self::Settled
        } else if ended.refunded.is_positive() && row.paid_principal.is_zero() {
            Self::Refunded
        } else {
            Self::Paid
        }
    }
}

impl PlanStatus {
    fn of(terms: Terms<'_>, installments: &[InstallmentStanding], today: NaiveDate) -> Self {
        let plan = terms.plan;
        let any_of = |status| installments.iter().any(|one| one.status == status);
        if plan.settled_by(today).is_some() {
            Self::SettledEarly
        } else if any_of(InstallmentStatus::Restructured) {
            Self::Restructured
        } else if installments.iter().any(InstallmentStanding::is_overdue)
            && !plan.is_paused_on(today)
        {
            Self::Overdue
        } else if installments.iter().any(|one| one.timing().is_some()) {
            if plan.is_paused_on(today) {
                Self::Paused
            } else {
                Self::Active
            }
        } else if any_of(InstallmentStatus::Refunded) {
            Self::Refunded
        } else {
            Self::Settled
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{InstallmentStatus, PlanStanding, PlanStatus, Timing};
    use crate::domain::book::Book;
    use crate::domain::fee::FeeModel;
    use crate::domain::plan::{Pause, Payment, Plan, Refund, Settlement};
    use crate::domain::position::Position;
    use crate::domain::rate::Rate;
    use crate::domain::rules::{DailyLate, LateBase, LateRule, Prepay};
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn standing(plan: Plan, today: &str) -> PlanStanding {
        let book = book(line("10000"), vec![plan]);
        PlanStanding::of(
            &book,
            &book.plans[0],
            &WorkingCalendar::weekends_only(),
            date(today),
        )
    }

    #[test]
    fn an_installment_is_grace_until_its_last_grace_day_and_overdue_after() {
        let due = date("2026-03-10");
        let timing = |today: &str| Timing::of(due, date(today), 3, 7);
        assert_eq!(timing("2026-03-02"), Timing::Upcoming { days: 8 });
        assert_eq!(timing("2026-03-03"), Timing::DueSoon { days: 7 });
        assert_eq!(timing("2026-03-10"), Timing::DueToday);
        assert_eq!(
            timing("2026-03-13"),
            Timing::Grace {
                days: 3,
                until: date("2026-03-13")
            }
        );
        assert_eq!(timing("2026-03-14"), Timing::Overdue { days: 4 });
        assert_eq!(
            Timing::of(due, date("2026-03-11"), 0, 7),
            Timing::Overdue { days: 1 }
        );
    }

    #[test]
    fn a_plan_is_overdue_settled_or_paused_by_what_is_open() {
        let plan = plan("p", "300", 3, "2026-01-10");
        assert_eq!(
            standing(plan.clone(), "2026-01-10").status,
            PlanStatus::Active
        );
        assert_eq!(
            standing(plan.clone(), "2026-01-11").status,
            PlanStatus::Overdue
        );
        let paused = Plan {
            paused: Some(Pause {
                until: date("2026-01-20"),
                why: None,
            }),
            ..plan.clone()
        };
        assert_eq!(
            standing(paused.clone(), "2026-01-20").status,
            PlanStatus::Paused
        );
        assert_eq!(standing(paused, "2026-01-21").status, PlanStatus::Overdue);
        let paid = Plan {
            payments: vec![payment("2026-01-05", "300")],
            ..plan.clone()
        };
        assert_eq!(standing(paid, "2026-01-06").status, PlanStatus::Settled);
        let settled = Plan {
            settled: Some(Settlement {
                on: date("2026-01-05"),
                amount: cny("300"),
            }),
            ..plan
        };
        assert_eq!(
            standing(settled.clone(), "2026-01-04").status,
            PlanStatus::Active
        );
        assert_eq!(
            standing(settled, "2026-01-05").status,
            PlanStatus::SettledEarly
        );
    }

    #[test]
    fn a_late_cost_is_unknown_where_nobody_stated_the_rule() {
        let mut plan = plan("p", "300", 3, "2026-01-10");
        assert_eq!(
            standing(plan.clone(), "2026-01-15").installments[0].penalty,
            None
        );
        plan.rules.late = Some(LateRule::Daily(DailyLate {
            daily_rate: Rate::parse("0.05%").unwrap(),
            base: LateBase::Overdue,
            least_a_day: None,
        }));
        let standing = standing(plan, "2026-01-15");
        assert_eq!(standing.installments[0].penalty, Some(cny("0.25")));
        assert_eq!(standing.installments[1].penalty, Some(cny("0")));
    }

    #[test]
    fn a_late_cost_on_all_that_is_unpaid_is_charged_once() {
        let mut plan = plan("p", "300", 3, "2026-01-10");
        plan.rules.late = Some(LateRule::Daily(DailyLate {
            daily_rate: Rate::parse("0.1%").unwrap(),
            base: LateBase::AllUnpaid,
            least_a_day: None,
        }));
        let standing = standing(plan, "2026-02-20");
        let penalties: Vec<_> = standing
            .installments
            .iter()
            .map(|one| one.penalty)
            .collect();
        // 300 for the 41 days since 10 January.
        assert_eq!(
            penalties,
            ["12.30", "0", "0"].map(|amount| Some(cny(amount)))
        );
    }

    #[test]
    fn paying_everything_early_completes_the_plan() {
        let plan = Plan {
            payments: vec![payment("2026-01-02", "250")],
            ..plan("p", "300", 3, "2026-01-10")
        };
        let standing = standing(plan, "2026-01-02");
        assert_eq!(standing.paid_periods(), 2);
        assert!(standing.installments[2].is_partly_paid());
        assert_eq!(standing.installments[0].status, InstallmentStatus::Paid);
        assert_eq!(standing.next().map(super::InstallmentStanding::n), Some(3));
        assert_eq!(standing.paid + standing.outstanding, standing.total);
    }

    #[test]
    fn an_installment_says_what_is_left_where_its_interest_falls() {
        let mut plan = plan("p", "300", 3, "2026-01-10");
        plan.fee.model = FeeModel::EqualPrincipal(Rate::parse("12%").unwrap());
        plan.bought = Some(date("2025-12-10"));
        let ahead = Payment {
            prepay: Some(Prepay::Shorten),
            ..payment("2026-01-10", "100")
        };
        plan.payments = vec![payment("2026-01-10", "103"), ahead];
        let standing = standing(plan, "2026-01-10");
        let left: Vec<_> = standing
            .installments
            .iter()
            .map(super::InstallmentStanding::left)
            .collect();
        assert_eq!(left, [None, Some(cny("101")), None]);
        assert!(!standing.installments[1].is_partly_paid());
    }

    /// 1200 in 12, two paid, replaced by 1000 in 20 on 15 March.
    fn replaced(today: &str) -> Position {
        let mut old = plan("old", "1200", 12, "2026-01-10");
        old.payments = vec![payment("2026-01-10", "100"), payment("2026-02-10", "100")];
        let mut new = plan("new", "1000", 20, "2026-04-10");
        new.bought = Some(date("2026-03-15"));
        new.replaces = Some(old.id.clone());
        let book = book(line("5000"), vec![old, new]);
        Position::of(&book, &WorkingCalendar::weekends_only(), date(today))
    }

    #[test]
    fn a_plan_that_another_one_replaces_ends_on_the_day_that_one_begins() {
        let before = replaced("2026-03-14");
        assert_eq!(before.plans[0].status, PlanStatus::Overdue);
        let after = replaced("2026-03-15");
        let old = &after.plans[0];
        assert_eq!(old.status, PlanStatus::Restructured);
        let ended = |k: usize| old.installments[k].status;
        assert_eq!(ended(1), InstallmentStatus::Paid);
        assert_eq!(ended(2), InstallmentStatus::Restructured);
        assert_eq!((old.outstanding, old.taken_off), (cny("0"), cny("1000")));
        assert_eq!(old.installments[2].penalty, Some(cny("0")));
    }

    #[test]
    fn what_goes_into_another_plan_is_used_by_that_one_and_freed_by_none() {
        for (today, used, back) in [("2026-03-14", "1000", 2), ("2026-03-15", "1000", 2)] {
            let limit = &replaced(today).limits[0];
            assert_eq!(
                (limit.used, limit.restoring),
                (cny(used), cny("0")),
                "{today}"
            );
            assert_eq!(limit.available, Some(cny("4000")), "{today}");
            assert_eq!(limit.back.len(), back, "{today}");
        }
    }

    #[test]
    fn of_two_plans_that_replace_each_other_neither_does() {
        let (mut one, mut other) = (
            plan("a", "300", 3, "2026-01-10"),
            plan("b", "300", 3, "2026-01-10"),
        );
        (one.replaces, other.replaces) = (Some(other.id.clone()), Some(one.id.clone()));
        let book = book(line("5000"), vec![one, other]);
        let position = Position::of(&book, &WorkingCalendar::weekends_only(), date("2026-02-01"));
        assert!(
            position
                .plans
                .iter()
                .all(|plan| plan.outstanding == cny("300"))
        );
    }

    #[test]
    fn an_installment_is_refunded_where_nothing_of_it_was_paid() {
        let mut plan = plan("p", "300", 3, "2026-02-10");
        plan.payments = vec![Payment {
            n: Some(2),
            ..payment("2026-01-05", "40")
        }];
        plan.refunds = vec![Refund {
            on: date("2026-01-06"),
            amount: cny("160"),
            reference: None,
        }];
        let standing = standing(plan, "2026-01-06");
        let status = |k: usize| standing.installments[k].status;
        assert_eq!(status(1), InstallmentStatus::Paid);
        assert_eq!(status(2), InstallmentStatus::Refunded);
    }

    #[test]
    fn a_plan_that_was_replaced_may_have_replaced_another_one() {
        let mut plans = ["a", "b", "c"].map(|id| plan(id, "300", 3, "2026-03-10"));
        plans[1].replaces = Some(plans[0].id.clone());
        plans[2].replaces = Some(plans[1].id.clone());
        plans[1].bought = Some(date("2026-01-10"));
        plans[2].bought = Some(date("2026-02-10"));
        let mut book = book(line("5000"), plans.to_vec());
        let open = |book: &Book, today: &str| {
            let position = Position::of(book, &WorkingCalendar::weekends_only(), date(today));
            let open = position
                .plans
                .iter()
                .map(|plan| plan.outstanding.is_positive());
            (open.collect::<Vec<_>>(), position.limits[0].used)
        };
        for (today, expected) in [
            ("2026-01-09", [true, true, true]),
            ("2026-01-10", [false, true, true]),
            ("2026-02-10", [false, false, true]),
        ] {
            let (open, used) = open(&book, today);
            assert_eq!(
                (open.as_slice(), used),
                (expected.as_slice(), cny("300")),
                "{today}"
            );
        }
        // In a circle nobody replaces anybody: no debt may vanish.
        book.plans[0].replaces = Some(plans[2].id.clone());
        assert_eq!(open(&book, "2026-02-10").0, [true; 3]);
    }

    #[test]
    fn a_plan_that_replaces_another_without_an_order_date_does_so_when_it_is_first_due() {
        let old = plan("old", "300", 3, "2026-01-10");
        let mut new = plan("new", "300", 3, "2026-03-01");
        new.replaces = Some(old.id.clone());
        let book = book(line("5000"), vec![old, new]);
        let status = |today: &str| {
            let calendar = WorkingCalendar::weekends_only();
            PlanStanding::of(&book, &book.plans[0], &calendar, date(today)).status
        };
        assert_eq!(status("2026-02-28"), PlanStatus::Overdue);
        assert_eq!(status("2026-03-01"), PlanStatus::Restructured);
    }
}
