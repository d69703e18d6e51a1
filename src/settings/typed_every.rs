//! Distances between installments as people type them: `1 month`, `2 weeks`, `14 days`, `2 周`,
//! `14天`, `每月`.

use crate::domain::due::Every;

use super::half_width::half_width;
use super::texts::Texts;

/// The units, by what they may be called.
const UNITS: [(&str, &[&str]); 3] = [
    ("month", &["个月", "月", "months", "month", "mo", "m"]),
    ("week", &["个星期", "星期", "周", "weeks", "week", "w"]),
    ("day", &["天", "日", "days", "day", "d"]),
];

/// Reads a distance; `None` for every other text.
pub fn typed_every(text: &str) -> Option<Every> {
    let folded = half_width(text.trim()).to_ascii_lowercase();
    let folded = folded.strip_prefix('每').unwrap_or(&folded);
    let count = folded.trim_end_matches(|char: char| !char.is_ascii_digit());
    let unit = folded.strip_prefix(count)?.trim();
    let (unit, _) = UNITS.iter().find(|(_, names)| names.contains(&unit))?;
    let count = if count.is_empty() { "1" } else { count };
    Every::parse(&format!("{count} {unit}s"))
}

impl Texts {
    /// A distance in words that [`typed_every`] reads.
    pub fn distance(self, every: Every) -> String {
        match every {
            Every::Months(months) => self.distance_months(months.get()),
            Every::Days(days) if days.get() % 7 == 0 => self.distance_weeks(days.get() / 7),
            Every::Days(days) => self.distance_days(days.get()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Every, Texts, typed_every};
    use crate::settings::texts::Lang;

    #[test]
    fn distances_are_read_as_they_are_said() {
        for (typed, written) in [
            ("1 month", "1 month"),
            ("每月", "1 month"),
            ("３个月", "3 months"),
            ("2周", "2 weeks"),
            ("2 星期", "2 weeks"),
            ("14 Days", "14 days"),
            ("30天", "30 days"),
            ("2w", "2 weeks"),
        ] {
            assert_eq!(typed_every(typed), Every::parse(written), "{typed}");
            assert!(typed_every(typed).is_some(), "{typed}");
        }
        for other in ["", "2", "0 days", "1 year", "-1 day", "1.5 月", "400 days"] {
            assert_eq!(typed_every(other), None, "{other}");
        }
    }

    #[test]
    fn a_distance_is_said_so_that_it_can_be_read() {
        for written in ["1 month", "6 months", "2 weeks", "10 days"] {
            let every = Every::parse(written).unwrap();
            for lang in [Lang::Zh, Lang::En] {
                let said = Texts::new(lang).distance(every);
                assert_eq!(typed_every(&said), Some(every), "{said}");
            }
        }
    }
}
