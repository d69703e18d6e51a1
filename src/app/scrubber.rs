//! Another day than today: what lines allow around it, sampled for a strip.

use chrono::{Days, NaiveDate};

use super::field::TextField;
use super::model::Model;
use super::screen::Screen;
use crate::domain::limit_curve::{Allowed, limit_curve};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Currency};
use crate::settings::typed_date::typed_date;

/// Every so many days one sample.
const EVERY_DAYS: u64 = 2;
/// So many samples.
const SAMPLES: u64 = 120;
/// So many of them lie before the day the strip is about.
const BEFORE: u64 = 40;
/// No day further away than this is shown.
const FURTHEST_DAYS: u64 = 3_660;

/// What lines allow over some months around a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scrubber {
    /// The days that were sampled, oldest first.
    pub days: Vec<NaiveDate>,
    /// What each line of the book allows on them; `None` while its limit is not known.
    lines: Vec<Option<Vec<Allowed>>>,
}

impl Scrubber {
    /// Samples the months around a day.
    pub fn of(book: &Book, calendar: &WorkingCalendar, now: NaiveDate, around: NaiveDate) -> Self {
        let first = around
            .checked_sub_days(Days::new(BEFORE * EVERY_DAYS))
            .unwrap_or(around);
        let day = |k| first.checked_add_days(Days::new(k * EVERY_DAYS));
        let days: Vec<_> = (0..SAMPLES).map_while(day).collect();
        Self {
            lines: limit_curve(book, calendar, now, &days),
            days,
        }
    }

    /// Whether a day stands on it, with something on both sides.
    pub fn covers(&self, day: NaiveDate) -> bool {
        let inside = self.days.get(1..self.days.len().saturating_sub(1));
        let ends = inside.and_then(|days| Some((days.first()?, days.last()?)));
        ends.is_some_and(|(first, last)| (*first..=*last).contains(&day))
    }

    /// The sample that a day belongs to.
    pub fn place(&self, day: NaiveDate) -> usize {
        let later = self.days.partition_point(|sampled| *sampled <= day);
        later.saturating_sub(1)
    }

    /// What a line allows, or all lines of a currency together.
    pub fn curve(&self, book: &Book, line: Option<usize>, currency: Currency) -> Vec<Allowed> {
        let lines = book.lines.iter().zip(&self.lines).enumerate();
        let meant =
            lines.filter(|(k, (of, _))| line.map_or(of.currency == currency, |line| line == *k));
        let mut sums = vec![Allowed::default(); self.days.len()];
        for allowed in meant.filter_map(|(_, (_, curve))| curve.as_ref()) {
            for (sum, one) in sums.iter_mut().zip(allowed) {
                sum.least += one.least;
                sum.most += one.most;
            }
        }
        sums
    }
}

impl Model {
    /// Samples anew what the strip shows, where it is not about the day that is shown.
    pub(super) fn derive_scrubber(&mut self) {
        if !self.is_another_day() {
            self.scrubber = None;
            return;
        }
        let (now, shown) = (self.now, self.today);
        let kept = self.scrubber.take().filter(|one| one.covers(shown));
        let around = if (now - shown).num_days().unsigned_abs() < BEFORE {
            now
        } else {
            shown
        };
        let of_book = || {
            let book = self.book()?;
            Some(Box::new(Scrubber::of(book, &self.calendar, now, around)))
        };
        self.scrubber = kept.or_else(of_book);
    }

    /// The day that was typed, seen from today.
    pub fn typed_day(&self, typed: &TextField) -> Option<NaiveDate> {
        let day = typed_date(typed.text(), self.now).ok()?;
        let away = (day - self.now).num_days().unsigned_abs();
        (away <= FURTHEST_DAYS).then_some(day)
    }

    /// The line whose limit is the matter of the view.
    pub fn line_of_view(&self) -> Option<usize> {
        match self.screen {
            Screen::Limits | Screen::LineDetail => self.selected_line().map(|row| row.line),
            _ => None,
        }
    }

    /// Whether the board of a day can be shown.
    pub(super) fn is_near(&self, day: NaiveDate) -> bool {
        (day - self.now).num_days().unsigned_abs() <= FURTHEST_DAYS
    }
}
