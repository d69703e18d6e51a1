//! Limit on its way back: what each payment freed, when it should be usable again, and whether
//! that is known to have happened.
//!
//! A payment's freed limit is *restoring* until the latest working day of the stated window,
//! then *late* until somebody confirms it (`restored`, or a `seen` figure that only fits if it
//! is back) or 15 more days have passed; then it is taken to be back.
//!
//! There are two windows: the *stated* one is what the provider can be held to, so it alone decides what is
//! late, whatever was measured. The *expected* one is the best estimate of the day, measured where
//! enough payments were confirmed ([`Measures`](super::measured::Measures)).

use chrono::{Days, NaiveDate};

use super::allocation::{Part, Source};
use super::measured::Estimate;
use super::money::Money;
use super::plan::Plan;
use super::rules::{LimitCounts, RestoreDays, Rules};
use super::working_day::{WorkingCalendar, WorkingDate};

/// After so many days past the latest working day an unconfirmed limit is taken to be back.
const LATE_AT_MOST_DAYS: u64 = 15;

/// Limit freed by one payment, refund or settlement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FreedLimit {
    /// Which plan of the book freed it.
    pub plan: usize,
    /// By what.
    pub source: Source,
    /// The first installment it covered.
    pub n: u32,
    /// How much.
    pub amount: Money,
    /// When.
    pub paid_on: NaiveDate,
    /// When it is expected to be back.
    pub expected: Window,
    /// When the rule in force says that it is back. After this window it is late.
    pub stated: Window,
    /// When it was known to be back, whatever the window says.
    pub confirmed: Option<NaiveDate>,
}

/// The days between which freed limit comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first working day on which it may be back.
    pub earliest: WorkingDate,
    /// The last working day on which it should be back.
    pub latest: WorkingDate,
    /// What these two rest on.
    pub estimate: Estimate,
}

/// Where freed limit is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestoreState {
    /// On its way, within the window.
    Restoring,
    /// Past the window and not seen to be back.
    Late,
    /// Usable again.
    Back,
}

impl Window {
    /// The window of a payment made on `paid_on`, in working days after it.
    pub fn after(
        paid_on: NaiveDate,
        days: RestoreDays,
        estimate: Estimate,
        calendar: &WorkingCalendar,
    ) -> Self {
        let first = days.earliest.min(days.latest);
        let reached = calendar.working_days_after(paid_on, first);
        Self {
            earliest: calendar.after(reached, days.earliest - first),
            latest: calendar.after(reached, days.latest - first),
            estimate,
        }
    }

    /// True where the calendar does not cover it.
    pub fn is_estimated(&self) -> bool {
        self.earliest.estimated || self.latest.estimated
    }
}

impl FreedLimit {
    /// Everything a plan freed, one entry a payment, refund or settlement, oldest first. As far
    /// as one plan knows, what is stated is expected.
    pub fn of_plan(
        k: usize,
        plan: &Plan,
        rules: &Rules,
        parts: &[Part],
        calendar: &WorkingCalendar,
    ) -> Vec<Self> {
        let mut freed: Vec<Self> = Vec::new();
        for part in parts {
            let stated = Window::after(part.on, rules.restore_days, Estimate::Stated, calendar);
            let amount = match rules.limit_counts {
                LimitCounts::Principal => part.principal,
                LimitCounts::PrincipalAndFee => part.ended(),
            };
            match freed.last_mut().filter(|entry| entry.source == part.source) {
                Some(entry) => entry.amount += amount,
                None => freed.push(Self {
                    plan: k,
                    source: part.source,
                    n: part.n,
                    amount,
                    paid_on: part.on,
                    expected: stated,
                    stated,
                    confirmed: match part.source {
                        Source::Payment(payment) => plan
                            .payments
                            .get(payment)
                            .and_then(|payment| payment.restored),
                        // What goes into another plan is free for it at once.
                        Source::Replacement => Some(part.on),
                        Source::Refund(_) | Source::Settlement => None,
                    },
                }),
            }
        }
        freed.retain(|entry| entry.amount.is_positive());
        freed
    }

    /// What a plan freed whose limit only comes back once it is paid off: nothing before, then
    /// all of it with the last payment.
    pub fn as_one(freed: &[Self], is_paid_off: bool) -> Vec<Self> {
        let last = freed.iter().max_by_key(|entry| entry.paid_on);
        let all = last.filter(|_| is_paid_off).map(|last| Self {
            amount: freed.iter().map(|entry| entry.amount).sum(),
            ..*last
        });
        all.into_iter().collect()
    }

    /// Where it is on a day.
    pub fn state_on(&self, day: NaiveDate) -> RestoreState {
        let given_up = self
            .stated
            .latest
            .date
            .checked_add_days(Days::new(LATE_AT_MOST_DAYS));
        if self.confirmed.is_some_and(|on| on <= day) || given_up.is_some_and(|last| day > last) {
            RestoreState::Back
        } else if day <= self.stated.latest.date {
            RestoreState::Restoring
        } else {
            RestoreState::Late
        }
    }

    /// True from the payment until the limit is back.
    pub fn is_out_on(&self, day: NaiveDate) -> bool {
        self.paid_on <= day && self.state_on(day) != RestoreState::Back
    }

    /// When it should be back, as it looks on a day: within the expected window, or within the
    /// stated one once either has passed without it.
    pub fn window_on(&self, day: NaiveDate) -> Window {
        let first_end = self.expected.latest.min(self.stated.latest);
        if day <= first_end.date {
            self.expected
        } else {
            self.stated
        }
    }

    /// True where the calendar does not cover its windows.
    pub fn is_estimated(&self) -> bool {
        self.expected.is_estimated() || self.stated.is_estimated()
    }
}

/// Confirms what a figure seen in the provider's app proves: an entry is back if the figure
/// would be too high without it, even with every other entry back. `certain` is what would be
/// available with none of them back.
pub fn confirm_by_seen(freed: &mut [FreedLimit], on: NaiveDate, seen: Money, certain: Money) {
    let out: Money = freed
        .iter()
        .filter(|entry| entry.is_out_on(on))
        .map(|entry| entry.amount)
        .sum();
    for entry in freed.iter_mut().filter(|entry| entry.is_out_on(on)) {
        if seen > certain + out - entry.amount {
            entry.confirmed = Some(on);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{FreedLimit, RestoreState, Window, confirm_by_seen};
    use crate::domain::allocation::Source;
    use crate::domain::measured::Estimate;
    use crate::domain::rules::RestoreDays;
    use crate::domain::test_book::{cny, date};
    use crate::domain::working_day::WorkingCalendar;

    fn freed(amount: &str, paid_on: &str) -> FreedLimit {
        let calendar = WorkingCalendar::weekends_only();
        let days = RestoreDays::default();
        let stated = Window::after(date(paid_on), days, Estimate::Stated, &calendar);
        FreedLimit {
            plan: 0,
            source: Source::Payment(0),
            n: 1,
            amount: cny(amount),
            paid_on: date(paid_on),
            expected: stated,
            stated,
            confirmed: None,
        }
    }

    #[test]
    fn freed_limit_is_restoring_then_late_then_taken_to_be_back() {
        // Paid on a Monday: the third working day is Thursday the 12th.
        let entry = freed("100", "2026-03-09");
        for (day, state) in [
            ("2026-03-09", RestoreState::Restoring),
            ("2026-03-12", RestoreState::Restoring),
            ("2026-03-13", RestoreState::Late),
            ("2026-03-27", RestoreState::Late),
            ("2026-03-28", RestoreState::Back),
        ] {
            assert_eq!(entry.state_on(date(day)), state, "{day}");
        }
    }

    #[test]
    fn where_the_limit_returns_after_the_last_payment_it_returns_as_one() {
        let two = [freed("100", "2026-03-09"), freed("50", "2026-04-09")];
        assert_eq!(FreedLimit::as_one(&two, false), []);
        assert_eq!(FreedLimit::as_one(&[], true), []);
        let all = FreedLimit::as_one(&two, true);
        assert_eq!((all.len(), all[0].amount), (1, cny("150")));
        assert_eq!(all[0].paid_on, date("2026-04-09"));
    }

    #[test]
    fn a_confirmation_holds_from_its_day_on() {
        let entry = FreedLimit {
            confirmed: Some(date("2026-03-11")),
            ..freed("100", "2026-03-09")
        };
        assert_eq!(entry.state_on(date("2026-03-10")), RestoreState::Restoring);
        assert_eq!(entry.state_on(date("2026-03-11")), RestoreState::Back);
    }

    #[test]
    fn a_seen_figure_confirms_only_what_it_cannot_do_without() {
        let day = date("2026-03-10");
        for (seen, back) in [
            // 1000 certain; 100 and 50 are out.
            ("1000", [false, false]),
            ("1050", [false, false]),
            ("1051", [true, false]),
            ("1100", [true, false]),
            ("1101", [true, true]),
            ("1150", [true, true]),
            ("900", [false, false]),
        ] {
            let mut entries = [freed("100", "2026-03-09"), freed("50", "2026-03-09")];
            confirm_by_seen(&mut entries, day, cny(seen), cny("1000"));
            assert_eq!(
                entries.map(|entry| entry.confirmed.is_some()),
                back,
                "{seen}"
            );
        }
    }
}
