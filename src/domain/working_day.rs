//! Which days are working days, and counting in them.
//!
//! Mainland China swaps weekends for weekdays around its holidays (调休), by yearly notices of
//! the State Council. A calendar lists what deviates from "Monday to Friday", and for which
//! years it does so; any other year falls back to weekends and every date that rests on it is
//! marked as an estimate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate, Weekday};

/// Whether a listed day is worked or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind {
    /// A holiday, or a weekday swapped away.
    Off,
    /// A Saturday or Sunday that is worked (调休上班).
    Work,
}

/// A working-day calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WorkingCalendar {
    years: Vec<i32>,
    /// In their order.
    days: Vec<(NaiveDate, DayKind)>,
}

/// A date, and whether the calendar really covers the way to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct WorkingDate {
    /// The date.
    pub date: NaiveDate,
    /// True where at least one day on the way lies outside the calendar's years.
    pub estimated: bool,
}

impl WorkingCalendar {
    /// Saturdays and Sundays off, nothing else known: every date it gives is an estimate.
    pub fn weekends_only() -> Self {
        Self::default()
    }

    /// A calendar that covers `years`, with the days that differ from Monday to Friday.
    pub fn new(years: BTreeSet<i32>, days: BTreeMap<NaiveDate, DayKind>) -> Self {
        Self {
            years: years.into_iter().collect(),
            days: days.into_iter().collect(),
        }
    }

    /// Whether the calendar's source covers this date.
    pub fn covers(&self, date: NaiveDate) -> bool {
        self.years.contains(&date.year())
    }

    /// Whether banks and platforms work on this date, as far as is known.
    pub fn is_working(&self, date: NaiveDate) -> bool {
        self.working_days_from(date).next() == Some(date)
    }

    /// The working days from a date on, itself among them where it is one.
    fn working_days_from(&self, first: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        let before = self.days.partition_point(|(day, _)| *day < first);
        let mut listed = self.days.iter().skip(before).peekable();
        let is_working = move |day: &NaiveDate| match listed.next_if(|(one, _)| one == day) {
            Some((_, kind)) => *kind == DayKind::Work,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        };
        first.iter_days().filter(is_working)
    }

    /// The `count`-th working day after `date`; day 1 is the first working day after it.
    /// A count of 0 is `date` itself.
    pub fn working_days_after(&self, date: NaiveDate, count: u32) -> WorkingDate {
        self.after(
            WorkingDate {
                date,
                estimated: false,
            },
            count,
        )
    }

    /// The `count`-th working day after a date that was reached by counting.
    pub fn after(&self, from: WorkingDate, count: u32) -> WorkingDate {
        let (Some(before), Some(first)) = (count.checked_sub(1), from.date.succ_opt()) else {
            return from;
        };
        let reached = self.working_days_from(first).nth(before as usize);
        let date = reached.unwrap_or(NaiveDate::MAX);
        let mut years = first.year()..=date.year();
        WorkingDate {
            date,
            estimated: from.estimated || !years.all(|year| self.years.contains(&year)),
        }
    }

    /// How many working days lie after `from`, up to and including `to`.
    pub fn working_days_between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let first = from.succ_opt().unwrap_or(NaiveDate::MAX);
        let days = self.working_days_from(first).take_while(|day| *day <= to);
        u32::try_from(days.count()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::{DayKind, WorkingCalendar};
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Around the Labour Day of 2024: Sunday 28 April worked, 1 to 5 May off.
    fn labour_day_2024() -> WorkingCalendar {
        let off = (1..=5).map(|day| (NaiveDate::from_ymd_opt(2024, 5, day).unwrap(), DayKind::Off));
        let days = off.chain([(date("2024-04-28"), DayKind::Work)]).collect();
        WorkingCalendar::new([2024].into(), days)
    }

    #[test]
    fn a_make_up_sunday_is_working_day_one() {
        let calendar = labour_day_2024();
        let friday = date("2024-04-26");
        assert_eq!(
            calendar.working_days_after(friday, 1).date,
            date("2024-04-28")
        );
        assert_eq!(
            calendar.working_days_after(friday, 3).date,
            date("2024-04-30")
        );
        assert_eq!(
            calendar.working_days_after(friday, 4).date,
            date("2024-05-06")
        );
        assert!(!calendar.working_days_after(friday, 4).estimated);
    }

    #[test]
    fn outside_its_years_a_calendar_only_estimates() {
        let reached = labour_day_2024().working_days_after(date("2024-12-31"), 1);
        assert_eq!(
            (reached.date, reached.estimated),
            (date("2025-01-01"), true)
        );
        assert!(
            WorkingCalendar::weekends_only()
                .working_days_after(date("2024-04-26"), 1)
                .estimated
        );
    }

    #[test]
    fn counting_forth_and_between_agree() {
        let calendar = labour_day_2024();
        for count in 0..30 {
            let reached = calendar.working_days_after(date("2024-04-20"), count);
            assert_eq!(
                calendar.working_days_between(date("2024-04-20"), reached.date),
                count
            );
        }
    }
}
