//! When installments fall due.

use std::num::NonZeroU32;

use chrono::{Datelike, Days, Months, NaiveDate};

/// The distance between two installments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// So many calendar months, on the anchor day.
    Months(NonZeroU32),
    /// Exactly so many days (a week is seven).
    Days(NonZeroU32),
}

impl Every {
    /// One month, the default of a plan that says nothing.
    pub const MONTH: Self = Self::Months(NonZeroU32::MIN);

    /// Reads `1 month`, `3 months`, `2 weeks`, `14 days`.
    pub fn parse(text: &str) -> Option<Self> {
        let (count, unit) = text.split_once(' ')?;
        let count: NonZeroU32 = count.parse().ok().filter(|n: &NonZeroU32| n.get() <= 366)?;
        match unit {
            "month" | "months" => Some(Self::Months(count)),
            "week" | "weeks" => Some(Self::Days(count.checked_mul(NonZeroU32::new(7)?)?)),
            "day" | "days" => Some(Self::Days(count)),
            _ => None,
        }
    }

    /// The date so many such distances before.
    pub fn before(self, date: NaiveDate, steps: u32) -> Option<NaiveDate> {
        match self {
            Self::Months(months) => {
                date.checked_sub_months(Months::new(months.get().checked_mul(steps)?))
            }
            Self::Days(days) => {
                date.checked_sub_days(Days::new(u64::from(days.get()) * u64::from(steps)))
            }
        }
    }
}

/// The day of the month a plan aims at, 1 to 31. Short months use their last day and the
/// anchor comes back in the next long one (12 CFR 1026 App. J (b)(3)(iv)).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnchorDay(u32);

impl AnchorDay {
    /// A day from 1 to 31.
    pub fn new(day: u32) -> Option<Self> {
        (1..=31).contains(&day).then_some(Self(day))
    }

    /// The anchor that a date implies.
    pub fn of(date: NaiveDate) -> Self {
        Self(date.day())
    }

    /// The day as a number.
    pub fn day(self) -> u32 {
        self.0
    }

    /// This anchor in the month of `date`, or that month's last day.
    pub fn in_month_of(self, date: NaiveDate) -> NaiveDate {
        self.in_month(date.year(), date.month()).unwrap_or(date)
    }

    /// This anchor in a month, or that month's last day. `None` beyond the calendar's end.
    fn in_month(self, year: i32, month: u32) -> Option<NaiveDate> {
        let mut days = (1..=self.0).rev();
        days.find_map(|day| NaiveDate::from_ymd_opt(year, month, day))
    }
}

/// The due date of installment `n` (from 1): `n − 1` steps after `first`, always counted from
/// `first` and the anchor, never from the date before it. `None` beyond the calendar's end.
pub fn due_date(first: NaiveDate, anchor: AnchorDay, every: Every, n: u32) -> Option<NaiveDate> {
    let steps = n.checked_sub(1)?;
    if steps == 0 {
        return Some(first);
    }
    match every {
        Every::Months(months) => {
            let months = first
                .month0()
                .checked_add(months.get().checked_mul(steps)?)?;
            let year = first.year().checked_add_unsigned(months / 12)?;
            anchor.in_month(year, months % 12 + 1)
        }
        Every::Days(days) => {
            first.checked_add_days(Days::new(u64::from(days.get()) * u64::from(steps)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{AnchorDay, Every, due_date};
    use chrono::NaiveDate;
    use proptest::prelude::*;

    fn dates(first: &str, anchor: Option<u32>, every: &str, count: u32) -> Vec<String> {
        let first: NaiveDate = first.parse().unwrap();
        let anchor = anchor.map_or(AnchorDay::of(first), |day| AnchorDay::new(day).unwrap());
        let every = Every::parse(every).unwrap();
        (1..=count)
            .map(|n| due_date(first, anchor, every, n).unwrap().to_string())
            .collect()
    }

    #[test]
    fn a_31st_anchor_returns_after_february() {
        assert_eq!(
            dates("2026-01-31", None, "1 month", 4),
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
        );
        assert_eq!(
            dates("2024-02-28", Some(31), "1 month", 3),
            ["2024-02-28", "2024-03-31", "2024-04-30"]
        );
    }

    #[test]
    fn two_weeks_are_exactly_fourteen_days() {
        assert_eq!(
            dates("2026-02-20", None, "2 weeks", 3),
            ["2026-02-20", "2026-03-06", "2026-03-20"]
        );
        assert_eq!(
            dates("2026-02-20", None, "14 days", 3),
            dates("2026-02-20", None, "2 weeks", 3)
        );
    }

    #[test]
    fn a_distance_is_a_count_and_a_unit() {
        for bad in [
            "",
            "month",
            "0 months",
            "1month",
            "-1 months",
            "1 year",
            "1 Month",
            "400 days",
        ] {
            assert_eq!(Every::parse(bad), None, "{bad}");
        }
    }

    proptest! {
        #[test]
        fn monthly_dates_strictly_increase_on_the_anchor_or_the_last_day(
            day in 1u32..=31, start in 0u64..20_000, months in 1u32..=12,
        ) {
            let first = NaiveDate::from_ymd_opt(1980, 1, 1).unwrap() + chrono::Days::new(start);
            let anchor = AnchorDay::new(day).unwrap();
            let every = Every::parse(&format!("{months} months")).unwrap();
            let mut before = first;
            for n in 2..=40 {
                let due = due_date(first, anchor, every, n).unwrap();
                prop_assert!(due > before);
                let tomorrow = due + chrono::Days::new(1);
                let day_of = |d: NaiveDate| chrono::Datelike::day(&d);
                prop_assert!(day_of(due) == day || (day_of(due) < day && day_of(tomorrow) == 1));
                before = due;
            }
        }
    }
}
