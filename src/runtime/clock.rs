//! The clock. It is read here and nowhere else; everywhere else the day is an argument.

use std::time::SystemTime;

use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, SecondsFormat};

/// A moment of the local calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now(DateTime<Local>);

/// The moment this is called.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock"
)]
pub fn now() -> Now {
    // `Local::now` panics where the clock stands before 1970, as that of a machine without a battery may.
    Now(SystemTime::now().into())
}

impl Now {
    /// The local calendar day.
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    /// The moment, in UTC.
    pub fn utc(self) -> NaiveDateTime {
        self.0.naive_utc()
    }

    /// The time of day, to the minute: `23:52`.
    pub fn time(self) -> String {
        self.0.format("%H:%M").to_string()
    }

    /// To the second with its offset, as the history notes it: `2026-03-10T23:52:07+08:00`.
    pub fn stamp(self) -> String {
        self.0.to_rfc3339_opts(SecondsFormat::Secs, false)
    }
}
