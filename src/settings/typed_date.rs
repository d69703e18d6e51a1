//! Dates as people type them, in a form or on the command line: `2026-03-07`, `3-7`, `今天`,
//! `yesterday`, `-1`, `+3`. Nothing is guessed: a day without a year is one of this year.

use chrono::{Datelike, Days, NaiveDate};

use super::half_width::half_width;

/// The years a date may lie in; others are slips of the finger.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=2200;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date such as 2026-03-07, 3-7, today, -1 or +3")]
pub struct NotADate;

/// Reads a date, seen from `today`.
///
/// # Errors
/// Every other form, days that do not exist, and years outside 1970 to 2200.
pub fn typed_date(text: &str, today: NaiveDate) -> Result<NaiveDate, NotADate> {
    let folded = half_width(text.trim());
    let date = match folded.to_ascii_lowercase().as_str() {
        "今天" | "today" => Some(today),
        "昨天" | "yesterday" => today.pred_opt(),
        "明天" | "tomorrow" => today.succ_opt(),
        word => match word.chars().next() {
            Some('+' | '-') => days_away(word, today),
            _ => calendar_date(word, today),
        },
    };
    date.filter(|date| YEARS.contains(&date.year()))
        .ok_or(NotADate)
}

/// `+3`, `-1`.
fn days_away(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = |number: &str| Some(Days::new(number_of(number, 1..=5)?.into()));
    match word.strip_prefix('+') {
        Some(number) => today.checked_add_days(days(number)?),
        None => today.checked_sub_days(days(word.strip_prefix('-')?)?),
    }
}

/// `2026-03-07`, `2026-3-7`, `3-7`.
fn calendar_date(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut parts = word.rsplit('-');
    let (day, month) = (parts.next()?, parts.next()?);
    let year = match parts.next() {
        Some(year) => i32::try_from(number_of(year, 4..=4)?).ok()?,
        None => today.year(),
    };
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(year, number_of(month, 1..=2)?, number_of(day, 1..=2)?)
}

/// A number of so many plain digits.
fn number_of(text: &str, digits: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let is_number = digits.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{NaiveDate, NotADate, typed_date};

    fn read(text: &str) -> Result<String, NotADate> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 10).unwrap();
        typed_date(text, today).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (typed, date) in [
            ("2026-03-07", "2026-03-07"),
            ("2026-3-7", "2026-03-07"),
            (" 3-7 ", "2026-03-07"),
            ("03-07", "2026-03-07"),
            ("12-31", "2026-12-31"),
            ("今天", "2026-03-10"),
            ("today", "2026-03-10"),
            ("Yesterday", "2026-03-09"),
            ("昨天", "2026-03-09"),
            ("明天", "2026-03-11"),
            ("tomorrow", "2026-03-11"),
            ("-1", "2026-03-09"),
            ("+3", "2026-03-13"),
            ("+0", "2026-03-10"),
            ("＋３", "2026-03-13"),
            ("２０２６－３－７", "2026-03-07"),
        ] {
            assert_eq!(read(typed), Ok(date.to_owned()), "{typed}");
        }
    }

    #[test]
    fn other_forms_and_days_that_do_not_exist_are_refused() {
        for typed in [
            "",
            "-",
            "+",
            "3",
            "31.02.",
            "2024-02-30",
            "2-29",
            "26-03-07",
            "2026/03/07",
            "2026-03",
            "2026-03-07-01",
            "2026-003-07",
            "03-07-2026",
            "--1",
            "+-1",
            "+999999",
            "1969-12-31",
            "2201-01-01",
            "-99999",
            "tomorow",
            "3月7日",
        ] {
            assert_eq!(read(typed), Err(NotADate), "{typed}");
        }
    }
}
