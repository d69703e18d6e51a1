//! Where a line's installments are paid (入口簿): app, page, button; what it was before, and what
//! the provider announced.

use chrono::NaiveDate;

use super::line::CreditLine;

/// What was confirmed longer ago than this, or announced before, should be looked at again.
pub const STALE_DAYS: i64 = 180;

/// A place to pay.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// How to get there: `小米商城 App → 我的 → 小米分期`.
    pub path: String,
    /// With which login or phone.
    pub login: Option<String>,
    /// When it was last seen to be there.
    pub confirmed: Option<NaiveDate>,
    /// Since when it is closed or has moved on.
    pub until: Option<NaiveDate>,
    /// A remark.
    pub note: Option<String>,
}

/// How to reach the provider.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contact {
    /// The number to call.
    pub hotline: Option<String>,
    /// Where to write: `App → 客服`.
    pub service: Option<String>,
}

/// An official announcement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// When it was made or read.
    pub on: NaiveDate,
    /// What it says.
    pub text: String,
    /// Where it was read.
    pub source: Option<String>,
}

/// How a way stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayState {
    /// It was seen to be there lately.
    Open,
    /// Nobody wrote down that it was seen to be there.
    Unconfirmed,
    /// It was seen to be there so many days ago.
    Stale {
        /// Days since then.
        days: u32,
    },
    /// It is closed or has moved.
    Closed {
        /// Since when.
        since: NaiveDate,
    },
}

/// Where to pay on a day, as far as it is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhereToPay<'l> {
    /// Nothing is written down.
    NotRecorded,
    /// The first way that is open, and how it stands.
    At(&'l Way, WayState),
    /// All ways are closed; this is the one that was open last.
    AllClosed(&'l Way, NaiveDate),
}

impl Way {
    /// A way of which only the path is known.
    pub fn new(path: String) -> Self {
        Self {
            path,
            login: None,
            confirmed: None,
            until: None,
            note: None,
        }
    }

    /// How it stands on a day.
    pub fn state_on(&self, today: NaiveDate) -> WayState {
        if let Some(since) = self.until.filter(|until| *until <= today) {
            return WayState::Closed { since };
        }
        match self.confirmed {
            None => WayState::Unconfirmed,
            Some(on) => {
                stale_days(on, today).map_or(WayState::Open, |days| WayState::Stale { days })
            }
        }
    }
}

impl Notice {
    /// For how many days it has stood, once that is too long to rely on it.
    pub fn stale_on(&self, today: NaiveDate) -> Option<u32> {
        stale_days(self.on, today)
    }
}

impl<'l> WhereToPay<'l> {
    /// Where the line's installments are paid on a day. The first open way counts: they stand in
    /// order of preference.
    pub fn of(line: &'l CreditLine, today: NaiveDate) -> Self {
        let ways = line.ways.iter().map(|way| (way, way.state_on(today)));
        let mut closed = None;
        for (way, state) in ways {
            match state {
                WayState::Closed { since } => {
                    closed = closed
                        .filter(|(_, last)| *last > since)
                        .or(Some((way, since)));
                }
                state => return Self::At(way, state),
            }
        }
        closed.map_or(Self::NotRecorded, |(way, since)| {
            Self::AllClosed(way, since)
        })
    }
}

/// The days since then, where they are too many.
fn stale_days(on: NaiveDate, today: NaiveDate) -> Option<u32> {
    let days = (today - on).num_days();
    u32::try_from(days).ok().filter(|_| days > STALE_DAYS)
}

#[cfg(test)]
mod tests {
    use super::{Way, WayState, WhereToPay};
    use crate::domain::line::CreditLine;
    use crate::domain::test_book::{date, line};

    fn way(path: &str, confirmed: Option<&str>, until: Option<&str>) -> Way {
        Way {
            confirmed: confirmed.map(date),
            until: until.map(date),
            ..Way::new(path.to_owned())
        }
    }

    #[test]
    fn a_way_is_stale_after_180_days_and_closed_from_its_day_on() {
        let open = way("a", Some("2026-01-01"), Some("2026-08-01"));
        for (today, state) in [
            ("2026-06-30", WayState::Open),
            ("2026-07-01", WayState::Stale { days: 181 }),
            (
                "2026-08-01",
                WayState::Closed {
                    since: date("2026-08-01"),
                },
            ),
        ] {
            assert_eq!(open.state_on(date(today)), state, "{today}");
        }
        assert_eq!(
            way("b", None, None).state_on(date("2026-01-01")),
            WayState::Unconfirmed
        );
    }

    #[test]
    fn the_first_open_way_is_where_to_pay_and_none_is_invented() {
        let at = |ways: Vec<Way>| {
            let line = CreditLine {
                ways,
                ..line("1000")
            };
            match WhereToPay::of(&line, date("2026-03-10")) {
                WhereToPay::NotRecorded => "not recorded".to_owned(),
                WhereToPay::At(way, _) => way.path.clone(),
                WhereToPay::AllClosed(way, since) => format!("{} closed {since}", way.path),
            }
        };
        let closed = |path, until| way(path, None, Some(until));
        assert_eq!(at(Vec::new()), "not recorded");
        assert_eq!(at(vec![way("a", None, None), way("b", None, None)]), "a");
        assert_eq!(
            at(vec![closed("a", "2026-03-10"), way("b", None, None)]),
            "b"
        );
        assert_eq!(
            at(vec![closed("a", "2026-03-01"), closed("b", "2026-02-01")]),
            "a closed 2026-03-01"
        );
    }
}
