//! Why the provider's app shows another figure than the book expects (对额度).
//!
//! What the figure proves is told apart from what would merely fit. Proved is limit that must be
//! back, because the figure would be too high without it; that rests on the total, the plans and
//! the frozen part of the book being right. Whatever remains is compared, to the cent, with the
//! things that could be so: one of them or several together. Nothing is fitted by halves: what
//! makes no exact sum stays unexplained, and a changed total is the last thing to think of.

mod exact;

use chrono::NaiveDate;

use self::exact::exact_sums;
use super::book::Book;
use super::limit::{LimitState, frees};
use super::line::{CreditLine, LineStatus, Seen};
use super::money::Money;
use super::position::Position;
use super::restoring::FreedLimit;
use super::rules::{LimitCounts, Rules};
use super::working_day::WorkingCalendar;

/// With more candidates than this the newest are left out: every sum of them is looked at.
const MOST_CANDIDATES: usize = 20;
/// More ways than this are not told: then the figure says too little to choose.
const MOST_WAYS: usize = 3;

/// A figure of the app beside the one of the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Of which day.
    pub on: NaiveDate,
    /// What the app showed as available.
    pub seen: Money,
    /// What the book took to be available on that day.
    pub expected: Money,
    /// Limit that the figure proves to be back.
    pub proved: Vec<FreedLimit>,
    /// What is left to explain: above zero where the app shows more.
    pub rest: Money,
    /// What could make the rest, each way for itself and to the cent; the ways with the fewest
    /// parts. Empty where there is no rest, or no way.
    pub ways: Vec<Vec<GapCause>>,
    /// The total to write if the provider changed it. `None` where something else makes the rest,
    /// or the line cannot be used: then its app shows what it likes.
    pub total: Option<Money>,
}

/// Something that could be so. Indexes of plans are those of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapCause {
    /// Freed limit is back, though that is not proved.
    Back(FreedLimit),
    /// Freed limit that is taken to be back, because it is long ago, is not.
    NotBack(FreedLimit),
    /// An installment that was due is paid and the book does not know it.
    Paid {
        /// Which plan.
        plan: usize,
        /// Which installment.
        n: u32,
        /// What that frees.
        frees: Money,
    },
    /// A paused plan is refunded and the book does not know it.
    Refunded {
        /// Which plan.
        plan: usize,
        /// What that frees.
        frees: Money,
    },
    /// What the book has as frozen can be used.
    Unfrozen(Money),
    /// A temporary limit that ended still counts.
    TemporaryStillCounts(Money),
    /// The temporary limit does not count.
    TemporaryNotCounted(Money),
    /// The provider counts fees otherwise than the rule in force says.
    Counts(LimitCounts),
}

/// The line on the day of the figure, as the book has it.
struct Scene<'s> {
    book: &'s Book,
    line: &'s CreditLine,
    position: &'s Position,
    limit: &'s LimitState,
    on: NaiveDate,
}

impl Gap {
    /// The gap between `seen` and a book that does not hold that figure yet. `None` where the
    /// line's total is unknown: then nothing is expected.
    pub fn of(book: &Book, line: usize, seen: Seen, calendar: &WorkingCalendar) -> Option<Self> {
        let position = Position::of(book, calendar, seen.on);
        let limit = position.limits.get(line)?;
        let expected = limit.available?;
        let scene = Scene {
            book,
            line: book.lines.get(line)?,
            position: &position,
            limit,
            on: seen.on,
        };
        let proved = proved(book, line, seen, limit, calendar);
        let back: Money = proved.iter().map(|entry| entry.amount).sum();
        let rest = seen.available - expected - back;
        let mut gap = Self {
            on: seen.on,
            seen: seen.available,
            expected,
            rest,
            ways: Vec::new(),
            total: None,
            proved,
        };
        if !rest.is_zero() {
            gap.ways
                .extend(counted_otherwise(book, line, seen, calendar));
            gap.ways.extend(scene.exact_ways(&gap));
            gap.total = scene.changed_total(gap.unexplained());
        }
        Some(gap)
    }

    /// What the app shows beyond the book; below zero where it shows less.
    pub fn size(&self) -> Money {
        self.seen - self.expected
    }

    /// What neither the proved nor any way explains.
    pub fn unexplained(&self) -> Money {
        if self.ways.is_empty() {
            self.rest
        } else {
            Money::ZERO
        }
    }
}

impl GapCause {
    /// What it makes of the gap; below zero where it makes the app show less. `None` where it
    /// explains the figure as a whole.
    pub fn amount(&self) -> Option<Money> {
        match *self {
            Self::Back(entry) => Some(entry.amount),
            Self::NotBack(entry) => Some(-entry.amount),
            Self::Paid { frees, .. } | Self::Refunded { frees, .. } => Some(frees),
            Self::Unfrozen(amount) | Self::TemporaryStillCounts(amount) => Some(amount),
            Self::TemporaryNotCounted(amount) => Some(-amount),
            Self::Counts(_) => None,
        }
    }
}

/// What is out on that day and no longer once the figure stands in the book.
fn proved(
    book: &Book,
    line: usize,
    seen: Seen,
    before: &LimitState,
    calendar: &WorkingCalendar,
) -> Vec<FreedLimit> {
    let mut with = book.clone();
    if let Some(line) = with.lines.get_mut(line) {
        line.seen.push(seen);
    }
    let after = Position::of(&with, calendar, seen.on);
    let still_out = |entry: &FreedLimit| {
        let mut out = after
            .limits
            .get(line)
            .into_iter()
            .flat_map(|limit| &limit.out);
        out.any(|other| (other.plan, other.source) == (entry.plan, entry.source))
    };
    let out = before.out.iter().filter(|entry| !still_out(entry));
    out.copied().collect()
}

/// The figure fits exactly if fees are counted the other way.
fn counted_otherwise(
    book: &Book,
    line: usize,
    seen: Seen,
    calendar: &WorkingCalendar,
) -> Option<Vec<GapCause>> {
    let mut with = book.clone();
    let changed = with.lines.get_mut(line)?;
    let other = match Rules::of_line(Some(changed)).limit_counts {
        LimitCounts::Principal => LimitCounts::PrincipalAndFee,
        LimitCounts::PrincipalAndFee => LimitCounts::Principal,
    };
    changed.rules.limit_counts = Some(other);
    let position = Position::of(&with, calendar, seen.on);
    let available = position.limits.get(line)?.available?;
    (available == seen.available).then(|| vec![GapCause::Counts(other)])
}

impl Scene<'_> {
    fn changed_total(&self, unexplained: Money) -> Option<Money> {
        let usable = self.line.status == LineStatus::Active && !unexplained.is_zero();
        let total = self.line.limit.filter(|_| usable)? + unexplained;
        (total >= Money::ZERO).then_some(total)
    }

    /// The smallest sets of causes that make the rest exactly.
    fn exact_ways(&self, gap: &Gap) -> Vec<Vec<GapCause>> {
        let (mut causes, goal) = if gap.rest.is_positive() {
            (self.showing_more(&gap.proved), gap.rest)
        } else {
            (self.showing_less(), -gap.rest)
        };
        causes.retain(|cause| cause.amount().is_some_and(|amount| !amount.is_zero()));
        causes.truncate(MOST_CANDIDATES);
        let size = |cause: &GapCause| cause.amount().map(|amount| amount.max(-amount));
        let sizes: Vec<Money> = causes.iter().filter_map(size).collect();
        let ways = exact_sums(&sizes, goal, MOST_WAYS);
        let named = |way: Vec<usize>| way.iter().filter_map(|k| causes.get(*k).copied()).collect();
        ways.into_iter().map(named).collect()
    }

    /// What would make the app show more than the book: the likely first.
    fn showing_more(&self, proved: &[FreedLimit]) -> Vec<GapCause> {
        let out = self.limit.out.iter();
        let out = out.filter(|entry| !proved.contains(entry));
        let mut causes: Vec<_> = out.copied().map(GapCause::Back).collect();
        causes.extend(self.due_or_paused());
        causes.push(GapCause::Unfrozen(self.limit.frozen));
        let ended = self.line.temporary.filter(|extra| extra.until < self.on);
        causes.extend(ended.map(|extra| GapCause::TemporaryStillCounts(extra.limit)));
        causes
    }

    /// What would make it show less.
    fn showing_less(&self) -> Vec<GapCause> {
        let back = self.limit.back.iter();
        let assumed = back.filter(|entry| entry.confirmed.is_none_or(|on| on > self.on));
        let mut causes: Vec<_> = assumed.rev().copied().map(GapCause::NotBack).collect();
        causes.push(GapCause::TemporaryNotCounted(self.limit.temporary));
        causes
    }

    /// Of each plan on the line: what its refund would free while it is paused, else what its
    /// oldest installment would that is due.
    fn due_or_paused(&self) -> impl Iterator<Item = GapCause> {
        let plans = self.book.plans.iter().zip(&self.position.plans).enumerate();
        let on_line = plans.filter(|(_, (plan, _))| plan.line.as_ref() == Some(&self.line.id));
        on_line.filter_map(|(k, (plan, standing))| {
            if plan.is_paused_on(self.on) {
                let open = standing.open();
                let frees = open.map(|(one, _)| frees(plan, standing, one)).sum();
                return Some(GapCause::Refunded { plan: k, frees });
            }
            let next = standing.next().filter(|next| next.due() <= self.on)?;
            Some(GapCause::Paid {
                plan: k,
                n: next.n(),
                frees: frees(plan, standing, next),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Gap, GapCause};
    use crate::domain::fee::{FeeAmount, FeeModel};
    use crate::domain::line::{CreditLine, LineStatus, Seen, TemporaryLimit};
    use crate::domain::money::Money;
    use crate::domain::plan::{Pause, Plan, Refund};
    use crate::domain::rate::Rate;
    use crate::domain::rules::LimitCounts;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;
    use proptest::prelude::*;

    /// On Monday 9 March 2026.
    fn gap(line: CreditLine, plans: Vec<Plan>, shown: &str) -> Gap {
        let seen = Seen {
            on: date("2026-03-09"),
            available: shown
                .strip_prefix('-')
                .map_or_else(|| cny(shown), |less| -cny(less)),
        };
        let calendar = WorkingCalendar::weekends_only();
        Gap::of(&book(line, plans), 0, seen, &calendar).unwrap()
    }

    /// 1200 in 12 from 20 March, of which these were paid ahead on that day.
    fn paid(on: &str, amounts: &[&str]) -> Plan {
        Plan {
            payments: amounts.iter().map(|amount| payment(on, amount)).collect(),
            ..plan("p", "1200", 12, "2026-03-20")
        }
    }

    /// The causes of the only way, as a word and an amount each.
    fn only_way(gap: &Gap) -> Vec<(&'static str, Money)> {
        assert_eq!(gap.ways.len(), 1, "{gap:?}");
        let word = |cause: &GapCause| match *cause {
            GapCause::Back(entry) => ("back", entry.amount),
            GapCause::NotBack(entry) => ("not back", entry.amount),
            GapCause::Paid { frees, .. } => ("paid", frees),
            GapCause::Refunded { frees, .. } => ("refunded", frees),
            GapCause::Unfrozen(amount) => ("unfrozen", amount),
            GapCause::TemporaryStillCounts(amount) => ("temporary counts", amount),
            GapCause::TemporaryNotCounted(amount) => ("temporary does not", amount),
            GapCause::Counts(LimitCounts::Principal) => ("counts principal", Money::ZERO),
            GapCause::Counts(LimitCounts::PrincipalAndFee) => ("counts fees", Money::ZERO),
        };
        gap.ways[0].iter().map(word).collect()
    }

    #[test]
    fn a_figure_as_expected_has_nothing_to_explain() {
        let gap = gap(line("5000"), vec![paid("2026-03-09", &["100"])], "3800");
        assert_eq!((gap.size(), gap.rest), (cny("0"), cny("0")));
        assert!(gap.proved.is_empty() && gap.ways.is_empty() && gap.total.is_none());
    }

    #[test]
    fn what_must_be_back_is_proved_and_what_may_be_back_is_only_a_way() {
        // 3750 are certain; 100 and 50 are out.
        let plans = vec![paid("2026-03-09", &["100", "50"])];
        let all = gap(line("5000"), plans.clone(), "3950");
        let proved: Vec<_> = all.proved.iter().map(|entry| entry.amount).collect();
        assert_eq!((proved, all.rest), (vec![cny("100"), cny("50")], cny("0")));
        let one = gap(line("5000"), plans.clone(), "3850");
        assert_eq!((one.expected, one.size()), (cny("3800"), cny("50")));
        assert!(one.proved.is_empty());
        assert_eq!(only_way(&one), [("back", cny("50"))]);
        assert_eq!(one.total, None);
    }

    #[test]
    fn what_no_exact_sum_explains_stays_unexplained_and_names_the_total_it_would_need() {
        let plans = vec![paid("2026-03-09", &["100", "50"])];
        for (shown, rest, total) in [
            ("3830", "30", "5030"),
            ("4950", "1000", "6000"),
            ("3799.99", "-0.01", "4999.99"),
        ] {
            let gap = gap(line("5000"), plans.clone(), shown);
            let rest = rest
                .strip_prefix('-')
                .map_or_else(|| cny(rest), |less| -cny(less));
            assert_eq!(
                (gap.unexplained(), gap.total),
                (rest, Some(cny(total))),
                "{shown}"
            );
        }
        let all_gone = gap(line("5000"), plans, "-1250");
        assert_eq!(
            (all_gone.unexplained(), all_gone.total),
            (-cny("5050"), None)
        );
    }

    #[test]
    fn limit_taken_to_be_back_after_long_may_not_be() {
        let gap = gap(line("5000"), vec![paid("2026-02-02", &["100"])], "3800");
        assert_eq!(gap.expected, cny("3900"));
        assert_eq!(only_way(&gap), [("not back", cny("100"))]);
    }

    #[test]
    fn a_refund_on_its_way_a_payment_nobody_noted_and_a_refunded_plan_are_ways() {
        let refunded = Plan {
            refunds: vec![Refund {
                on: date("2026-03-09"),
                amount: cny("300"),
                reference: None,
            }],
            ..paid("2026-03-09", &["400"])
        };
        let back = gap(line("5000"), vec![refunded], "4100");
        assert_eq!(only_way(&back), [("back", cny("300"))]);
        let due = plan("p", "1200", 12, "2026-03-09");
        let noted = gap(line("5000"), vec![due.clone()], "3900");
        assert_eq!(only_way(&noted), [("paid", cny("100"))]);
        let paused = Plan {
            paused: Some(Pause {
                until: date("2026-04-01"),
                why: None,
            }),
            ..due
        };
        let returned = gap(line("5000"), vec![paused], "5000");
        assert_eq!(only_way(&returned), [("refunded", cny("1200"))]);
    }

    #[test]
    fn frozen_and_temporary_parts_may_be_counted_otherwise() {
        let temporary = |until| {
            Some(TemporaryLimit {
                limit: cny("500"),
                until: date(until),
            })
        };
        let frozen = CreditLine {
            frozen: cny("70"),
            temporary: temporary("2026-03-08"),
            ..line("5000")
        };
        for (shown, way) in [
            ("5000", &[("unfrozen", "70")][..]),
            ("5430", &[("temporary counts", "500")]),
            ("5500", &[("unfrozen", "70"), ("temporary counts", "500")]),
        ] {
            let way: Vec<_> = way.iter().map(|(word, sum)| (*word, cny(sum))).collect();
            assert_eq!(only_way(&gap(frozen.clone(), vec![], shown)), way);
        }
        let running = CreditLine {
            temporary: temporary("2026-03-09"),
            ..line("5000")
        };
        let gap = gap(running, vec![], "5000");
        assert_eq!(only_way(&gap), [("temporary does not", cny("500"))]);
    }

    #[test]
    fn fees_may_count_otherwise_than_the_rule_says() {
        let mut with_fee = plan("p", "1200", 12, "2026-03-20");
        with_fee.fee.model = FeeModel::Flat(FeeAmount::Rate(Rate::parse("0.5%").unwrap()));
        let counts_fees = gap(line("5000"), vec![with_fee.clone()], "3728");
        assert_eq!(only_way(&counts_fees), [("counts fees", cny("0"))]);
        let mut line = line("5000");
        line.rules.limit_counts = Some(LimitCounts::PrincipalAndFee);
        let counts_principal = gap(line, vec![with_fee], "3800");
        assert_eq!(
            only_way(&counts_principal),
            [("counts principal", cny("0"))]
        );
    }

    #[test]
    fn a_frozen_line_that_shows_its_limit_is_no_changed_total() {
        let frozen = CreditLine {
            status: LineStatus::Frozen,
            ..line("5000")
        };
        let open = gap(frozen.clone(), vec![], "5000");
        assert_eq!(only_way(&open), [("unfrozen", cny("5000"))]);
        assert_eq!(gap(frozen, vec![], "4000").total, None);
    }

    proptest! {
        #[test]
        fn whatever_is_shown_the_parts_make_the_gap_to_the_cent(
            shown in 0u32..6000, paid_ahead in proptest::collection::vec((1u32..9, 1u32..80), 0..6), frozen in 0u32..3,
        ) {
            let payments = paid_ahead.iter().map(|(day, amount)| payment(&format!("2026-03-0{day}"), &amount.to_string()));
            let plan = Plan { payments: payments.collect(), ..plan("p", "1200", 12, "2026-03-05") };
            let line = CreditLine { frozen: (frozen * 100).into(), ..line("5000") };
            let gap = gap(line, vec![plan], &shown.to_string());
            let proved: Money = gap.proved.iter().map(|entry| entry.amount).sum();
            prop_assert_eq!(gap.expected + proved + gap.rest, gap.seen);
            for way in &gap.ways {
                let made: Option<Vec<Money>> = way.iter().map(GapCause::amount).collect();
                prop_assert_eq!(made.map(|parts| parts.into_iter().sum::<Money>()), Some(gap.rest));
            }
            prop_assert_eq!(gap.total.is_some(), gap.ways.is_empty() && !gap.rest.is_zero());
        }
    }
}
