//! The days in a message.

use chrono::{Datelike, NaiveDate};

use super::super::wording::{digit_runs, number_at_end};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Every day in a text of small letters; without a year the one nearest to `today`.
pub(super) fn days(text: &str, today: NaiveDate) -> Vec<NaiveDate> {
    let mut found: Vec<(usize, NaiveDate)> = Vec::new();
    found.extend(in_chinese(text, today));
    found.extend(in_digits(text, today));
    found.extend(in_english(text, today));
    found.sort();
    let mut days: Vec<_> = found.into_iter().map(|(_, day)| day).collect();
    days.dedup();
    days
}

/// `3月5日`, `2026年3月5日`.
fn in_chinese(text: &str, today: NaiveDate) -> Vec<(usize, NaiveDate)> {
    let day = |at: usize| {
        let (rest, day) = number_at_end(text.get(..at)?.trim_end())?;
        let (rest, month) = number_at_end(rest.trim_end().strip_suffix('月')?.trim_end())?;
        let year = rest
            .trim_end()
            .strip_suffix('年')
            .and_then(|rest| number_at_end(rest.trim_end()));
        Some((at, dated(year.map(|(_, year)| year), month, day, today)?))
    };
    text.match_indices(['日', '号'])
        .filter_map(|(at, _)| day(at))
        .collect()
}

/// `2026-03-05`, `2026/3/5`, `2026.03.05`, `03-05`; a month and day only with a hyphen.
fn in_digits(text: &str, today: NaiveDate) -> Vec<(usize, NaiveDate)> {
    let runs: Vec<_> = digit_runs(text).collect();
    let joined = |(at, run): (usize, &str), next: usize| {
        let mark = text.get(at + run.len()..next)?;
        matches!(mark, "-" | "/" | ".").then_some(mark)
    };
    let mut days = Vec::new();
    for (k, (at, run)) in runs.iter().enumerate() {
        let rest = runs.get(k + 1..).unwrap_or_default();
        let before = text.get(..*at).unwrap_or_default();
        let is_part = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-/.".contains(c));
        let read = match rest {
            [one, two, ..]
                if run.len() == 4
                    && joined((*at, run), one.0).is_some()
                    && joined(*one, two.0).is_some() =>
            {
                parsed(Some(run), one.1, two.1, today)
            }
            [one, more @ ..]
                if !is_part && run.len() <= 2 && joined((*at, run), one.0) == Some("-") =>
            {
                let goes_on = more
                    .first()
                    .is_some_and(|two| joined(*one, two.0).is_some());
                if goes_on {
                    None
                } else {
                    parsed(None, run, one.1, today)
                }
            }
            _ => None,
        };
        days.extend(read.map(|day| (*at, day)));
    }
    days
}

fn parsed(year: Option<&str>, month: &str, day: &str, today: NaiveDate) -> Option<NaiveDate> {
    let year = year.map(str::parse).transpose().ok()?;
    if month.len() > 2 || day.len() > 2 {
        return None;
    }
    dated(year, month.parse().ok()?, day.parse().ok()?, today)
}

/// `mar 5`, `march 5, 2026`, `5 march`.
fn in_english(text: &str, today: NaiveDate) -> Vec<(usize, NaiveDate)> {
    let mut days = Vec::new();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    for (k, word) in words.iter().enumerate() {
        let is_month = |name: &&str| word.starts_with(*name) && word.len() <= 9;
        let Some(month) = MONTHS.iter().position(is_month) else {
            continue;
        };
        let month = u32::try_from(month + 1).unwrap_or_default();
        let number = |word: Option<&&str>| {
            let word = word?.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            word.parse::<u32>().ok()
        };
        let behind = number(words.get(k + 1)).filter(|day| *day <= 31);
        let before = k
            .checked_sub(1)
            .and_then(|k| number(words.get(k)))
            .filter(|day| *day <= 31);
        let after = if behind.is_some() { k + 2 } else { k + 1 };
        let year = number(words.get(after)).filter(|year| (1970..=2200).contains(year));
        let day = behind
            .or(before)
            .and_then(|day| dated(year, month, day, today));
        days.extend(day.map(|day| (k, day)));
    }
    days
}

fn dated(year: Option<u32>, month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    if let Some(year) = year {
        let year = i32::try_from(year)
            .ok()
            .filter(|year| (1970..=2200).contains(year))?;
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let years = [today.year() - 1, today.year(), today.year() + 1];
    let days = years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    days.min_by_key(|day| (*day - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::days;

    #[test]
    fn days_are_read_in_both_languages_and_the_nearest_year_is_meant() {
        let today = "2026-12-28".parse().unwrap();
        for (text, expected) in [
            ("请于3月5日前还款", vec!["2027-03-05"]),
            ("2026年3月5日到期", vec!["2026-03-05"]),
            ("1月8号扣款", vec!["2027-01-08"]),
            ("due on mar 5, 2026", vec!["2026-03-05"]),
            ("due 5 january", vec!["2027-01-05"]),
            ("due january 5th", vec!["2027-01-05"]),
            ("2026-12-30 09:30", vec!["2026-12-30"]),
            ("2026/12/30、2026.12.31", vec!["2026-12-30", "2026-12-31"]),
            ("12-30扣款", vec!["2026-12-30"]),
            ("400-100-5678", vec![]),
            ("2月30日", vec![]),
            ("应还338.33元", vec![]),
            ("3月账单", vec![]),
        ] {
            let found: Vec<_> = days(text, today).iter().map(ToString::to_string).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
