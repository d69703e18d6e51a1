//! The books that come with the program: the rich one of `--demo`, and the first file of `init`.
//!
//! Both are templates, because their story has to hold on any day and in both languages. What
//! stands between `<` and `>` is replaced:
//!
//! | written | becomes |
//! |---|---|
//! | `<today>`, `<today-3>` | that date |
//! | `<today-3 -5m +2>` | 3 days ago, five months before that (in a short month its last day), two days later |
//! | `<day today-3>` | that date's day of the month: the anchor of a plan whose installment falls on it |
//! | `<小米分期\|Xiaomi>` | the Chinese or the English name |

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::settings::texts::Lang;

const DEMO: &str = include_str!("../assets/demo.toml");
const FIRST_BOOK: &str = include_str!("../assets/first-book.toml");

/// The sample book of `--demo`: on any day one installment is three days overdue, one is due
/// tomorrow, one is partly paid, limits are restoring, late and frozen.
pub fn book(today: NaiveDate, lang: Lang) -> String {
    filled(DEMO, today, lang)
}

/// The commented example that `init` writes.
pub fn first_book(today: NaiveDate, lang: Lang) -> String {
    filled(FIRST_BOOK, today, lang)
}

/// The template with everything between `<` and `>` replaced. What cannot be read stays.
fn filled(template: &str, today: NaiveDate, lang: Lang) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, (inside, after))) = rest
        .split_once('<')
        .and_then(|(before, opened)| Some((before, opened.split_once('>')?)))
    {
        text.push_str(before);
        match replacement(inside, today, lang) {
            Some(written) => text.push_str(&written),
            None => text.extend(["<", inside, ">"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

fn replacement(inside: &str, today: NaiveDate, lang: Lang) -> Option<String> {
    if let Some((zh, en)) = inside.split_once('|') {
        let chosen = match lang {
            Lang::Zh => zh,
            Lang::En => en,
        };
        return Some(chosen.to_owned());
    }
    match inside.strip_prefix("day ") {
        Some(date) => stepped(date, today).map(|date| date.day().to_string()),
        None => stepped(inside, today).map(|date| date.to_string()),
    }
}

/// `today` and steps from it, one after the other.
fn stepped(written: &str, today: NaiveDate) -> Option<NaiveDate> {
    let steps = written.strip_prefix("today")?.split_whitespace();
    steps.into_iter().try_fold(today, step)
}

/// `+3` and `-3` are days, `+3m` and `-3m` months.
fn step(date: NaiveDate, written: &str) -> Option<NaiveDate> {
    let (back, size) = match written.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, written.strip_prefix('+')?),
    };
    match (size.strip_suffix('m'), back) {
        (Some(months), true) => date.checked_sub_months(Months::new(months.parse().ok()?)),
        (Some(months), false) => date.checked_add_months(Months::new(months.parse().ok()?)),
        (None, true) => date.checked_sub_days(Days::new(size.parse().ok()?)),
        (None, false) => date.checked_add_days(Days::new(size.parse().ok()?)),
    }
}

#[cfg(test)]
mod tests {
    use super::{Lang, NaiveDate, filled};

    #[test]
    fn dates_days_and_names_are_filled_in() {
        let today: NaiveDate = "2026-03-31".parse().unwrap();
        for (template, zh, en) in [
            ("on = <today>", "on = 2026-03-31", "on = 2026-03-31"),
            (
                "<today-3> <today+1>",
                "2026-03-28 2026-04-01",
                "2026-03-28 2026-04-01",
            ),
            (
                "<today -1m>, <today -1m +2>",
                "2026-02-28, 2026-03-02",
                "2026-02-28, 2026-03-02",
            ),
            ("<today+14m>", "2027-05-31", "2027-05-31"),
            ("due-day = <day today>", "due-day = 31", "due-day = 31"),
            (
                "name = \"<花呗|Huabei>\"",
                "name = \"花呗\"",
                "name = \"Huabei\"",
            ),
            (
                "{ n = 1 } # 1 < 2",
                "{ n = 1 } # 1 < 2",
                "{ n = 1 } # 1 < 2",
            ),
            (
                "<someday> <today*2>",
                "<someday> <today*2>",
                "<someday> <today*2>",
            ),
        ] {
            assert_eq!(filled(template, today, Lang::Zh), zh);
            assert_eq!(filled(template, today, Lang::En), en);
        }
    }
}
