//! Which installments were paid on time, which late, and by how much: what a good record rests on.
//!
//! On the due day is on time, and so is any day of grace, which no provider calls overdue; after
//! that every day since the due day counts. Installments that a refund, a settlement or another
//! plan ended say nothing, and neither do those paid before the book began.

use chrono::NaiveDate;

use super::book::Book;
use super::id::LineId;
use super::line::CreditLine;
use super::money::Money;
use super::standing::{InstallmentStanding, InstallmentStatus, PlanStanding};

/// What the installments of a plan or a line say about being on time, by the day they say it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// One entry an installment.
    pub kept: Vec<Kept>,
}

/// An installment that was paid, or is overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// Which plan of the book.
    pub plan: usize,
    /// Which installment.
    pub n: u32,
    /// When it was due.
    pub due: NaiveDate,
    /// When the last of it was paid; `None`: it is overdue.
    pub paid_on: Option<NaiveDate>,
    /// Days past the due day; 0 is on time.
    pub days_late: u32,
}

/// A total of a line, and how on time its installments had been until then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitStep<'l> {
    /// Since when it holds; `None`: nobody wrote down since when.
    pub on: Option<NaiveDate>,
    /// The total; `None` while unknown.
    pub limit: Option<Money>,
    /// Why it changed.
    pub why: Option<&'l str>,
    /// How many installments had been paid on time by the day before.
    pub on_time: usize,
    /// How many late.
    pub late: usize,
}

impl Record {
    /// The record of the plan of this index.
    pub fn of_plan(plan: usize, standing: &PlanStanding) -> Self {
        Self {
            kept: Kept::of_plan(plan, standing).collect(),
        }
        .in_order()
    }

    /// The record of all plans on a line; `standings` are those of the book's plans.
    pub fn of_line(book: &Book, line: &LineId, standings: &[PlanStanding]) -> Self {
        let plans = book.plans.iter().zip(standings).enumerate();
        let on_line = plans.filter(|(_, (plan, _))| plan.line.as_ref() == Some(line));
        let kept = on_line.flat_map(|(k, (_, standing))| Kept::of_plan(k, standing));
        Self {
            kept: kept.collect(),
        }
        .in_order()
    }

    fn in_order(mut self) -> Self {
        let day = |kept: &Kept| kept.paid_on.unwrap_or(NaiveDate::MAX);
        self.kept.sort_by_key(|kept| (day(kept), kept.due));
        self
    }

    /// How many were on time.
    pub fn on_time(&self) -> usize {
        self.kept.iter().filter(|kept| kept.days_late == 0).count()
    }

    /// Those that were or are late.
    pub fn late(&self) -> impl Iterator<Item = &Kept> {
        self.kept.iter().filter(|kept| kept.days_late > 0)
    }

    /// The most days that one was late; 0 where none was.
    pub fn worst(&self) -> u32 {
        let days = self.kept.iter().map(|kept| kept.days_late);
        days.max().unwrap_or_default()
    }

    /// The totals of a line, oldest first, each with the record up to it.
    pub fn beside_limits<'l>(&self, line: &'l CreditLine) -> Vec<LimitStep<'l>> {
        let mut earlier: Vec<_> = line.limits.iter().collect();
        earlier.sort_by_key(|change| change.on);
        let mut steps: Vec<_> = earlier
            .iter()
            .map(|change| self.step(Some(change.on), Some(change.limit), change.why.as_deref()))
            .collect();
        if earlier.last().map(|last| Some(last.limit)) != Some(line.limit) {
            steps.push(self.step(None, line.limit, None));
        }
        steps
    }

    fn step<'l>(
        &self,
        on: Option<NaiveDate>,
        limit: Option<Money>,
        why: Option<&'l str>,
    ) -> LimitStep<'l> {
        let known = |kept: &&Kept| match (on, kept.paid_on) {
            (Some(on), Some(paid)) => paid < on,
            (Some(on), None) => kept.due < on,
            (None, _) => true,
        };
        let before = || self.kept.iter().filter(known);
        LimitStep {
            on,
            limit,
            why,
            on_time: before().filter(|kept| kept.days_late == 0).count(),
            late: before().filter(|kept| kept.days_late > 0).count(),
        }
    }
}

impl Kept {
    /// Those of a plan, by number.
    fn of_plan(plan: usize, standing: &PlanStanding) -> impl Iterator<Item = Self> {
        let grace_days = standing.rules.grace_days;
        let installments = standing.installments.iter();
        installments.filter_map(move |one| Self::of(plan, one, grace_days))
    }

    /// `None` where the installment says nothing about being on time.
    fn of(plan: usize, one: &InstallmentStanding, grace_days: u32) -> Option<Self> {
        let due = one.due();
        let (paid_on, days_late) = match one.status {
            InstallmentStatus::Paid => {
                let paid = one.row.last_paid?;
                let days = u32::try_from((paid - due).num_days()).unwrap_or_default();
                (Some(paid), if days > grace_days { days } else { 0 })
            }
            InstallmentStatus::Open(timing) if timing.is_overdue() => (None, timing.days_late()),
            _ => return None,
        };
        Some(Self {
            plan,
            n: one.n(),
            due,
            paid_on,
            days_late,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Record;
    use crate::domain::line::LimitChange;
    use crate::domain::plan::{Plan, Refund};
    use crate::domain::position::Position;
    use crate::domain::rules::RuleOverrides;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn record(plan: Plan, today: &str) -> Record {
        let book = book(line("5000"), vec![plan]);
        let position = Position::of(&book, &WorkingCalendar::weekends_only(), date(today));
        Record::of_line(&book, &book.lines[0].id, &position.plans)
    }

    #[test]
    fn on_the_due_day_is_on_time_and_the_next_day_is_one_day_late() {
        for (grace, paid, late) in [
            (0, "2026-01-09", 0),
            (0, "2026-01-10", 0),
            (0, "2026-01-11", 1),
            (3, "2026-01-13", 0),
            (3, "2026-01-14", 4),
        ] {
            let plan = Plan {
                payments: vec![payment(paid, "100")],
                rules: RuleOverrides {
                    grace_days: Some(grace),
                    ..RuleOverrides::default()
                },
                ..plan("p", "100", 1, "2026-01-10")
            };
            let record = record(plan, "2026-03-01");
            assert_eq!(record.kept[0].days_late, late, "{grace} {paid}");
        }
    }

    #[test]
    fn what_is_overdue_counts_and_what_was_refunded_or_not_due_says_nothing() {
        let plan = Plan {
            paid_through: 1,
            refunds: vec![Refund {
                on: date("2026-02-01"),
                amount: cny("100"),
                reference: None,
            }],
            ..plan("p", "400", 4, "2026-01-10")
        };
        let record = record(plan, "2026-02-15");
        let found: Vec<_> = record
            .kept
            .iter()
            .map(|one| (one.n, one.days_late))
            .collect();
        assert_eq!(found, [(2, 5)]);
        assert_eq!((record.on_time(), record.worst()), (0, 5));
    }

    #[test]
    fn each_total_of_a_line_stands_beside_the_record_until_then() {
        let plan = Plan {
            payments: vec![
                payment("2026-01-10", "100"),
                payment("2026-02-12", "100"),
                payment("2026-03-10", "100"),
            ],
            ..plan("p", "300", 3, "2026-01-10")
        };
        let record = record(plan, "2026-04-01");
        let mut line = line("5000");
        let total = |on: &str, limit: &str| LimitChange {
            on: date(on),
            limit: cny(limit),
            why: None,
        };
        line.limits = vec![total("2026-02-12", "4000"), total("2025-12-01", "3000")];
        let found: Vec<_> = record
            .beside_limits(&line)
            .iter()
            .map(|step| (step.limit, step.on_time, step.late))
            .collect();
        assert_eq!(
            found,
            [
                (Some(cny("3000")), 0, 0),
                (Some(cny("4000")), 1, 0),
                (Some(cny("5000")), 2, 1),
            ]
        );
    }
}
