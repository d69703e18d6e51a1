//! How the limit of a line was over time: its totals as noted, and what the app showed.

use chrono::NaiveDate;

use crate::domain::Money;
use crate::domain::line::{CreditLine, Seen};

/// How the limit of a line was up to a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitPast {
    /// The last day.
    pub today: NaiveDate,
    /// Totals as they were noted, oldest first.
    pub noted: Vec<Total>,
    /// The total now; `None` while unknown.
    pub now: Option<Money>,
    /// What the app showed, oldest first.
    pub seen: Vec<Seen>,
}

/// A total and since when it held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// Since when.
    pub on: NaiveDate,
    /// How much.
    pub limit: Money,
    /// Why it changed.
    pub why: Option<String>,
}

impl LimitPast {
    /// What a line says of its past.
    pub fn of(line: &CreditLine, today: NaiveDate) -> Self {
        let noted = line.limits.iter().filter(|one| one.on <= today);
        let mut noted: Vec<_> = noted
            .map(|one| Total {
                on: one.on,
                limit: one.limit,
                why: one.why.clone(),
            })
            .collect();
        noted.sort_by_key(|one| one.on);
        let seen = line.seen.iter().filter(|seen| seen.on <= today);
        let mut seen: Vec<_> = seen.copied().collect();
        seen.sort_by_key(|seen| seen.on);
        Self {
            today,
            noted,
            now: line.limit,
            seen,
        }
    }

    /// The first day that something is known of; `None` where there is no past to show.
    pub fn first(&self) -> Option<NaiveDate> {
        let noted = self.noted.first().map(|one| one.on);
        let seen = self.seen.first().map(|seen| seen.on);
        noted
            .into_iter()
            .chain(seen)
            .min()
            .filter(|on| *on < self.today)
    }

    /// The total that held on a day, as far as it is noted: on the last day what holds now, and
    /// before the first note nothing.
    pub fn total_on(&self, day: NaiveDate) -> Option<Money> {
        if day >= self.today {
            return self.now;
        }
        let noted = self.noted.iter().rev().find(|one| one.on <= day);
        noted
            .map(|one| one.limit)
            .or(self.now.filter(|_| self.noted.is_empty()))
    }

    /// The highest figure of all.
    pub fn highest(&self) -> Money {
        let totals = self.noted.iter().map(|one| one.limit);
        let seen = self.seen.iter().map(|seen| seen.available);
        totals.chain(seen).chain(self.now).max().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::LimitPast;
    use crate::document::Document;
    use crate::domain::{Currency, Money};
    use chrono::NaiveDate;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
    }

    fn past(of_line: &str) -> LimitPast {
        let text = format!("[[line]]\nid = \"mi\"\nname = \"mi\"\nlimit = 5000\n{of_line}");
        let document = Document::parse(text).unwrap();
        LimitPast::of(&document.book().lines[0], day("2026-03-01"))
    }

    #[test]
    fn a_total_holds_until_the_next_one_and_what_is_now_stands_at_the_end() {
        let past = past(
            "limits = [{ on = 2026-01-10, limit = 3000 }, { on = 2026-02-10, limit = 4000 }]
seen = [{ on = 2026-01-01, available = 7000 }]",
        );
        let total = |on| past.total_on(day(on));
        assert_eq!(total("2026-01-09"), None);
        assert_eq!(total("2026-01-10"), Some(cny("3000")));
        assert_eq!(total("2026-02-09"), Some(cny("3000")));
        assert_eq!(total("2026-02-28"), Some(cny("4000")));
        assert_eq!(total("2026-03-01"), Some(cny("5000")));
        assert_eq!(past.first(), Some(day("2026-01-01")));
        assert_eq!(past.highest(), cny("7000"));
    }

    #[test]
    fn a_line_without_notes_has_no_past() {
        let past = past("");
        assert_eq!(past.first(), None);
        assert_eq!(past.total_on(day("2026-02-01")), Some(cny("5000")));
    }
}
