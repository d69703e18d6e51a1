//! Working-day calendars: the one that comes along, and files of the user's own in its format.
//!
//! A file is a list of `[[year]]` tables with `year`, `off`, `work` and a `source` for people.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::diagnostic::{Problem, Problems, Severity};
use super::read::log::Log;
use super::read::value::{Fields, Value};
use super::with_syntax;
use crate::document::tree::{self, Table};
use crate::domain::working_day::{DayKind, WorkingCalendar};

/// Mainland China, as far as its years are published.
const CHINA: &str = include_str!("../../assets/holidays/cn.toml");

/// The calendar of mainland China that comes along.
pub fn china() -> WorkingCalendar {
    // The asset is read by a test; should it ever be broken, weekends are the honest fallback.
    parse(CHINA).unwrap_or_default()
}

/// Reads a calendar file.
///
/// # Errors
/// All problems of the text at once. Unknown keys are none.
pub fn parse(text: &str) -> Result<WorkingCalendar, Problems> {
    let (root, errors) = tree::parse(text);
    let log = Log::of(text);
    let calendar = calendar(&root, &log);
    let found = log.finish();
    if !errors.is_empty() {
        return Err(Problems(with_syntax(text, &root, &errors, found)));
    }
    if found.iter().any(|found| found.severity == Severity::Error) {
        return Err(Problems(found));
    }
    Ok(calendar)
}

fn calendar<'a>(root: &'a Table<'a>, log: &'a Log<'a>) -> WorkingCalendar {
    let mut fields = Fields::of(root, 0..0, log);
    let mut years = BTreeSet::new();
    let mut days = BTreeMap::new();
    let tables = fields.need("year").and_then(Value::list_of_tables);
    for table in tables.unwrap_or_default() {
        read_year(table, &mut years, &mut days);
    }
    WorkingCalendar::new(years, days)
}

fn read_year(
    value: Value<'_>,
    years: &mut BTreeSet<i32>,
    days: &mut BTreeMap<NaiveDate, DayKind>,
) -> Option<()> {
    let mut fields = value.table()?;
    let year = fields.need("year")?.whole(1970..=2200)?;
    years.insert(i32::try_from(year).ok()?);
    for (key, kind) in [("off", DayKind::Off), ("work", DayKind::Work)] {
        for day in fields.get(key).and_then(Value::list).unwrap_or_default() {
            read_day(day, year, kind, days);
        }
    }
    Some(())
}

fn read_day(
    value: Value<'_>,
    year: u32,
    kind: DayKind,
    days: &mut BTreeMap<NaiveDate, DayKind>,
) -> Option<()> {
    let day = value.date()?;
    if u32::try_from(day.year()) != Ok(year) {
        return value.error(Problem::DayOfOtherYear { year });
    }
    if days.insert(day, kind).is_some() {
        return value.error(Problem::DayTwice { day });
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::{CHINA, parse};
    use crate::document::diagnostic::Problem;
    use chrono::NaiveDate;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_published_years_have_their_known_number_of_working_days() {
        let china = parse(CHINA).unwrap();
        for (year, working) in [(2024, 251), (2025, 248), (2026, 248)] {
            let days = date(&format!("{year}-01-01")).iter_days();
            let days = days.take_while(|day| *day < date(&format!("{}-01-01", year + 1)));
            assert_eq!(
                days.filter(|day| china.is_working(*day)).count(),
                working,
                "{year}"
            );
        }
        assert!(china.covers(date("2026-12-31")) && !china.covers(date("2027-01-01")));
    }

    #[test]
    fn counting_skips_holidays_and_counts_swapped_weekends() {
        let china = parse(CHINA).unwrap();
        for (from, count, to) in [
            ("2026-02-13", 1, "2026-02-14"),
            ("2026-02-13", 2, "2026-02-24"),
            ("2026-02-13", 3, "2026-02-25"),
            ("2024-04-26", 1, "2024-04-28"),
            ("2024-04-26", 3, "2024-04-30"),
        ] {
            let reached = china.working_days_after(date(from), count);
            assert_eq!(
                (reached.date, reached.estimated),
                (date(to), false),
                "{from} +{count}"
            );
        }
        assert!(china.working_days_after(date("2026-12-31"), 1).estimated);
    }

    #[test]
    fn a_broken_calendar_says_where() {
        for (text, line, problem) in [
            ("", 1, Problem::Missing { key: "year" }),
            (
                "[[year]]\nyear = 2026\noff = [\n  2026-01-01,\n  2025-12-31,\n]",
                5,
                Problem::DayOfOtherYear { year: 2026 },
            ),
            (
                "[[year]]\nyear = 2026\noff = [2026-01-01]\nwork = [2026-01-01]",
                4,
                Problem::DayTwice {
                    day: date("2026-01-01"),
                },
            ),
            (
                "[[year]]\nyear = 2026\noff = [2026-1-1]",
                3,
                Problem::Syntax(crate::document::diagnostic::Syntax::BadDate),
            ),
        ] {
            let problems = parse(text).unwrap_err().0;
            assert_eq!(problems.len(), 1, "{text}: {problems:?}");
            assert_eq!((problems[0].line, &problems[0].problem), (line, &problem));
        }
    }
}
