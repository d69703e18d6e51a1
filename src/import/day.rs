//! Days as bills write them: the year first, or as the shopper said they are written.

use chrono::{Datelike, Days, NaiveDate};

use super::table::Cell;
use super::unreadable::Wrong;

/// Day 0 of a spreadsheet: it takes 1900 for a leap year, so days count from here since March.
const DAY_0: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

/// Reads `2026-03-01`, `2026/3/1 10:30`, `2026年3月1日`, `20260301`, or what `format` says. A number
/// of a spreadsheet is a day that it counts.
pub(super) fn day(cell: &Cell, format: Option<&str>) -> Result<NaiveDate, Wrong> {
    let text = cell.text();
    if let Cell::Number(number) = cell {
        return counted(number).ok_or_else(|| Wrong::Day(text.to_owned()));
    }
    let read = match format {
        Some(format) => NaiveDate::parse_from_str(text, format)
            .or_else(|_| NaiveDate::parse_from_str(first_word(text), format))
            .ok(),
        None => year_first(text),
    };
    read.filter(|day| is_likely(*day))
        .ok_or_else(|| why_not(text, format))
}

fn is_likely(day: NaiveDate) -> bool {
    (1970..=2200).contains(&day.year())
}

fn first_word(text: &str) -> &str {
    text.split([' ', 'T']).next().unwrap_or_default()
}

fn year_first(text: &str) -> Option<NaiveDate> {
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, ""));
    if !is_time(time.trim()) {
        return None;
    }
    let digits = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
    };
    if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
        return NaiveDate::parse_from_str(day, "%Y%m%d").ok();
    }
    let plain = day.replace(['年', '月', '/', '.'], "-");
    let mut parts = plain.trim_end_matches('日').split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let (month, of_month) = (parts.next()?, parts.next()?);
    if parts.next().is_some() || month.is_empty() || of_month.is_empty() {
        return None;
    }
    let year: u32 = digits(year)??;
    NaiveDate::from_ymd_opt(year.try_into().ok()?, digits(month)??, digits(of_month)??)
}

/// `10:30`, `10:30:59`, or nothing.
fn is_time(text: &str) -> bool {
    let two =
        |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    text.is_empty() || (text.split(':').all(two) && (2..=3).contains(&text.split(':').count()))
}

/// The day a spreadsheet means by a number.
fn counted(number: &str) -> Option<NaiveDate> {
    let days: u64 = number.split('.').next()?.parse().ok()?;
    // The first two months count one day less; no bill is so old.
    DAY_0?
        .checked_add_days(Days::new(days))
        .filter(|day| is_likely(*day))
}

fn why_not(text: &str, format: Option<&str>) -> Wrong {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<_> = first_word(text).split(['/', '-', '.']).collect();
    let text = text.to_owned();
    match parts.as_slice() {
        [days] if format.is_none() && days.len() == 5 && digits(days) => Wrong::CountedDay(text),
        [one, two, year]
            if format.is_none()
                && [one, two, year].iter().all(|part| digits(part))
                && one.len() <= 2 =>
        {
            Wrong::AmbiguousDay(text)
        }
        _ => Wrong::Day(text),
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Wrong, day};

    #[test]
    fn days_have_the_year_first_unless_the_shopper_says_otherwise() {
        for text in [
            "2026-03-01",
            "2026-03-01 09:30:59",
            "2026-3-1 9:30",
            "2026/03/01 09:30",
            "2026.03.01",
            "2026年3月1日",
            "20260301",
        ] {
            let read = day(&Cell::of(text), None).map(|day| day.to_string());
            assert_eq!(read.as_deref(), Ok("2026-03-01"), "{text}");
        }
        let read = day(&Cell::of("01/03/2026 10:00"), Some("%d/%m/%Y"));
        assert_eq!(read.map(|day| day.to_string()).as_deref(), Ok("2026-03-01"));
        let serial = day(&Cell::Number("46082.5".into()), None);
        assert_eq!(
            serial.map(|day| day.to_string()).as_deref(),
            Ok("2026-03-01")
        );
    }

    #[test]
    fn a_day_that_may_mean_another_one_is_none() {
        let why = |text: &str| day(&Cell::of(text), None).unwrap_err();
        assert_eq!(why("1/2/2024"), Wrong::AmbiguousDay("1/2/2024".into()));
        assert_eq!(why("26-03-01"), Wrong::AmbiguousDay("26-03-01".into()));
        assert_eq!(why("45292"), Wrong::CountedDay("45292".into()));
        for text in [
            "2026-02-30",
            "2026-3",
            "2026-03-01 9",
            "2026-03-01 noon",
            "2026-+3-01",
            "1800-01-01",
            "",
        ] {
            assert_eq!(why(text), Wrong::Day(text.into()), "{text}");
        }
    }
}
