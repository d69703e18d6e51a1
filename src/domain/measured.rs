//! How long freed limit really took to come back, and what to expect from that.
//!
//! Measured are confirmed payments alone, in working days from the payment to the day on which
//! the limit was seen to be back. It may have been back before somebody looked, so a measure may
//! be too long and is never too short. What nobody confirmed is left out: neither a payment that
//! is still out nor one that is merely taken to be back says how long it takes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::allocation::Source;
use super::book::Book;
use super::id::MethodId;
use super::plan::{Payment, Plan};
use super::restoring::{FreedLimit, Window};
use super::rules::{RestoreDays, Rules};
use super::working_day::WorkingCalendar;

/// From so many confirmed payments on a measure is trusted.
pub const ENOUGH: usize = 3;

/// What a window of restoring limit rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Estimate {
    /// The rule in force: what the provider states, or the default.
    #[default]
    Stated,
    /// So many confirmed payments through the same channel.
    OfChannel {
        /// How many.
        n: usize,
    },
    /// So many confirmed payments of the line through any channel, where its own channel has too few.
    OfLine {
        /// How many.
        n: usize,
    },
}

impl Estimate {
    /// How many confirmed payments it rests on; `None` where it is only stated.
    pub fn measured(self) -> Option<usize> {
        match self {
            Self::Stated => None,
            Self::OfChannel { n } | Self::OfLine { n } => Some(n),
        }
    }
}

/// How many working days freed limit took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Of how many confirmed payments.
    pub n: usize,
    /// The fewest.
    pub best: u32,
    /// The middle one; of an even number the larger of the two.
    pub median: u32,
    /// The most.
    pub worst: u32,
}

/// What was measured of one line up to a day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Measures {
    line: Took,
    channels: Vec<(Option<MethodId>, Took)>,
}

/// How often it took how many working days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Took(BTreeMap<u32, usize>);

/// A payment whose limit is known to be back.
struct Confirmed<'b> {
    on: NaiveDate,
    via: Option<&'b MethodId>,
    days: u32,
}

impl Measures {
    /// Measures what is confirmed by `today`, and gives each payment of `freed` (one line's, sorted
    /// by the day of payment) the window that had been measured before that day. What is learned
    /// later never moves an earlier window.
    pub(super) fn follow(
        book: &Book,
        freed: &mut [FreedLimit],
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Self {
        let mut confirmed: Vec<_> = freed
            .iter()
            .filter_map(|entry| Confirmed::of(book, entry, calendar, today))
            .collect();
        confirmed.sort_by_key(|one| one.on);
        let mut confirmed = confirmed.into_iter().peekable();
        let mut measures = Self::default();
        for entry in freed {
            while let Some(one) = confirmed.next_if(|one| one.on < entry.paid_on) {
                measures.add(one.via, one.days);
            }
            if let Some(payment) = payment_of(book, entry) {
                measures.expect(entry, payment.via.as_ref(), calendar);
            }
        }
        for one in confirmed {
            measures.add(one.via, one.days);
        }
        measures
    }

    fn add(&mut self, via: Option<&MethodId>, days: u32) {
        self.line.add(days);
        let known = self.channels.iter().position(|(of, _)| of.as_ref() == via);
        let at = known.unwrap_or(self.channels.len());
        if known.is_none() {
            self.channels.push((via.cloned(), Took::default()));
        }
        if let Some((_, took)) = self.channels.get_mut(at) {
            took.add(days);
        }
    }

    /// Each channel's measure, in the order in which they were first confirmed; `None` is an unknown channel.
    pub fn channels(&self) -> impl Iterator<Item = (Option<&MethodId>, Measure)> {
        let channels = self.channels.iter();
        channels.filter_map(|(via, took)| Some((via.as_ref(), took.measure()?)))
    }

    /// The measure of all channels together.
    pub fn of_line(&self) -> Option<Measure> {
        self.line.measure()
    }

    /// The window of a payment through `via`: from the fewest to the most days measured of that
    /// channel, or else of the whole line; `None` where both have fewer than [`ENOUGH`].
    pub fn window(&self, via: Option<&MethodId>) -> Option<(RestoreDays, Estimate)> {
        let enough = |measure: &Measure| measure.n >= ENOUGH;
        let mut channels = self.channels().filter(|(of, _)| *of == via);
        let of_channel = channels.next().map(|(_, measure)| measure).filter(enough);
        let (measure, estimate) = match (of_channel, self.of_line().filter(enough)) {
            (Some(measure), _) => (measure, Estimate::OfChannel { n: measure.n }),
            (None, Some(measure)) => (measure, Estimate::OfLine { n: measure.n }),
            (None, None) => return None,
        };
        let days = RestoreDays {
            earliest: measure.best,
            latest: measure.worst,
        };
        Some((days, estimate))
    }

    /// After how many working days at the latest limit is expected back that a payment on `plan`
    /// frees, made the way it is usually paid.
    pub fn latest_days(&self, plan: &Plan, rules: &Rules) -> u32 {
        let measured = self.window(plan.usual_method());
        measured.map_or(rules.restore_days.latest, |(days, _)| days.latest)
    }

    /// Gives a payment's freed limit the measured window, where there is one.
    pub fn expect(
        &self,
        entry: &mut FreedLimit,
        via: Option<&MethodId>,
        calendar: &WorkingCalendar,
    ) {
        if let Some((days, estimate)) = self.window(via) {
            entry.expected = Window::after(entry.paid_on, days, estimate, calendar);
        }
    }
}

impl Took {
    fn add(&mut self, days: u32) {
        *self.0.entry(days).or_default() += 1;
    }

    fn measure(&self) -> Option<Measure> {
        let n = self.0.values().sum();
        let mut counted = 0;
        let median = self.0.iter().find(|(_, times)| {
            counted += **times;
            counted > n / 2
        });
        Some(Measure {
            n,
            best: *self.0.keys().next()?,
            median: *median?.0,
            worst: *self.0.keys().next_back()?,
        })
    }
}

impl<'b> Confirmed<'b> {
    fn of(
        book: &'b Book,
        entry: &FreedLimit,
        calendar: &WorkingCalendar,
        today: NaiveDate,
    ) -> Option<Self> {
        let on = entry.confirmed.filter(|on| *on <= today)?;
        Some(Self {
            on,
            via: payment_of(book, entry)?.via.as_ref(),
            days: calendar.working_days_between(entry.paid_on, on),
        })
    }
}

/// The payment that freed it; `None` for refunds, settlements and replacements, which take their own time.
fn payment_of<'b>(book: &'b Book, entry: &FreedLimit) -> Option<&'b Payment> {
    match entry.source {
        Source::Payment(payment) => book.plans.get(entry.plan)?.payments.get(payment),
        Source::Refund(_) | Source::Settlement | Source::Replacement => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Estimate, Measure, Measures};
    use crate::domain::id::MethodId;
    use crate::domain::limit::LimitState;
    use crate::domain::line::{CreditLine, Seen};
    use crate::domain::plan::{Payment, Plan};
    use crate::domain::position::Position;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn method(id: &str) -> MethodId {
        MethodId::new(id).unwrap()
    }

    fn measured(days: &[u32]) -> Option<Measure> {
        let mut measures = Measures::default();
        for days in days {
            measures.add(None, *days);
        }
        measures.of_line()
    }

    /// Payments of 10 on Mondays of 2026 through a channel, back on the day that is named.
    fn paid(payments: &[(&str, Option<&str>, Option<&str>)]) -> Vec<Plan> {
        let payments = payments.iter().map(|(on, via, restored)| Payment {
            via: via.map(method),
            restored: restored.map(date),
            ..payment(on, "10")
        });
        vec![Plan {
            payments: payments.collect(),
            ..plan("p", "1200", 12, "2026-01-05")
        }]
    }

    fn state(line: CreditLine, plans: Vec<Plan>, today: &str) -> LimitState {
        let book = book(line, plans);
        Position::of(&book, &WorkingCalendar::weekends_only(), date(today))
            .limits
            .remove(0)
    }

    #[test]
    fn a_measure_says_best_middle_worst_and_of_how_many() {
        let measure = |n, best, median, worst| {
            Some(Measure {
                n,
                best,
                median,
                worst,
            })
        };
        assert_eq!(measured(&[]), None);
        assert_eq!(measured(&[4]), measure(1, 4, 4, 4));
        assert_eq!(measured(&[1, 4]), measure(2, 1, 4, 4));
        assert_eq!(measured(&[9, 1, 2]), measure(3, 1, 2, 9));
        assert_eq!(measured(&[2, 2, 2, 7, 7]), measure(5, 2, 2, 7));
    }

    /// Three Mondays by wechat (1 and 2 days) and two by card (4 days).
    const TWO_CHANNELS: [(&str, Option<&str>, Option<&str>); 5] = [
        ("2026-01-05", Some("wechat"), Some("2026-01-06")),
        ("2026-01-12", Some("cmb"), Some("2026-01-16")),
        ("2026-01-19", Some("wechat"), Some("2026-01-21")),
        ("2026-01-26", Some("cmb"), Some("2026-01-30")),
        ("2026-02-02", Some("wechat"), Some("2026-02-03")),
    ];

    #[test]
    fn each_channel_is_measured_for_itself() {
        let state = state(line("5000"), paid(&TWO_CHANNELS), "2026-02-09");
        let channels: Vec<_> = state
            .measures
            .channels()
            .map(|(via, measure)| (via.unwrap().as_str(), measure.n, measure.median))
            .collect();
        assert_eq!(channels, [("wechat", 3, 1), ("cmb", 2, 4)]);
    }

    #[test]
    fn three_confirmed_payments_of_the_channel_make_its_window_else_three_of_the_line() {
        for (via, latest, estimate) in [
            (Some("wechat"), "2026-02-11", Estimate::OfChannel { n: 3 }),
            (Some("cmb"), "2026-02-13", Estimate::OfLine { n: 5 }),
            (None, "2026-02-13", Estimate::OfLine { n: 5 }),
        ] {
            let payments = [&TWO_CHANNELS[..], &[("2026-02-09", via, None)]].concat();
            let state = state(line("5000"), paid(&payments), "2026-02-09");
            let out = state.out[0].expected;
            assert_eq!((out.latest.date, out.estimate), (date(latest), estimate));
            assert_eq!(state.expected_on, Some(date(latest)), "{via:?}");
            assert_eq!(out.earliest.date, date("2026-02-10"));
        }
        let two = [&TWO_CHANNELS[..2], &[("2026-02-09", Some("wechat"), None)]].concat();
        let out = state(line("5000"), paid(&two), "2026-02-09").out[0].expected;
        assert_eq!(
            (out.latest.date, out.estimate),
            (date("2026-02-12"), Estimate::Stated)
        );
    }

    #[test]
    fn a_window_rests_on_what_was_known_before_the_payment_and_stays() {
        // The third is confirmed on the day of the payment, the slow one long after it.
        let payments = [
            ("2026-01-05", None, Some("2026-01-06")),
            ("2026-01-12", None, Some("2026-01-13")),
            ("2026-01-19", None, Some("2026-02-09")),
            ("2026-02-09", None, None),
            ("2026-02-10", None, None),
        ];
        let state = state(line("5000"), paid(&payments), "2026-02-11");
        let estimates: Vec<_> = state
            .out
            .iter()
            .map(|entry| entry.expected.estimate)
            .collect();
        assert_eq!(estimates, [Estimate::Stated, Estimate::OfChannel { n: 3 }]);
    }

    #[test]
    fn a_confirmation_of_tomorrow_is_not_known_today() {
        let payments = [("2026-01-05", None, Some("2026-01-08"))];
        let on = |today| {
            state(line("5000"), paid(&payments), today)
                .measures
                .of_line()
        };
        assert_eq!(on("2026-01-07"), None);
        assert_eq!(on("2026-01-08").map(|measure| measure.worst), Some(3));
    }

    #[test]
    fn what_a_seen_figure_confirms_is_measured_too() {
        // 1190 are used: with the payment back 3810 are free.
        let seen = vec![Seen {
            on: date("2026-01-07"),
            available: cny("3810"),
        }];
        let line = CreditLine {
            seen,
            ..line("5000")
        };
        let state = state(line, paid(&[("2026-01-05", None, None)]), "2026-01-08");
        assert_eq!(
            state.measures.of_line().map(|measure| measure.worst),
            Some(2)
        );
    }

    #[test]
    fn measured_or_not_it_is_late_the_day_after_the_stated_window() {
        // Three took 1 working day, three others took 6; stated are 1 to 3.
        for (took, expected) in [("2026-01-06", "2026-02-10"), ("2026-01-13", "2026-02-17")] {
            let mut payments = vec![("2026-01-05", None, Some(took)); 3];
            payments.push(("2026-02-09", None, None));
            let on = |today| state(line("5000"), paid(&payments), today);
            assert_eq!(on("2026-02-09").expected_on, Some(date(expected)));
            assert_eq!(on("2026-02-12").late, cny("0"));
            assert_eq!(on("2026-02-13").late, cny("10"), "{took}");
        }
    }

    #[test]
    fn once_the_measured_window_has_passed_the_stated_one_is_expected() {
        let mut payments = vec![("2026-01-05", None, Some("2026-01-06")); 3];
        payments.push(("2026-02-09", None, None));
        let on = |today| state(line("5000"), paid(&payments), today).expected_on;
        assert_eq!(on("2026-02-10"), Some(date("2026-02-10")));
        assert_eq!(on("2026-02-11"), Some(date("2026-02-12")));
    }
}
