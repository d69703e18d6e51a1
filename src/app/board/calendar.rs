//! A month of the calendar: every day with what is due on it.

use std::ops::Bound::{Excluded, Unbounded};

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::by_day::{ByDay, Dated, Place};
use super::due::{DueRow, asked};
use super::state_of;
use crate::domain::standing::InstallmentStanding;
use crate::domain::working_day::{DayKind, WorkingCalendar};
use crate::domain::{Book, Currency, Money, Position};
use crate::settings::symbols::State;

/// So many of what is open from before are named.
const MOST_OPEN: usize = 3;

/// A month of the calendar, with one of its days selected. Sums are in the book's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The selected day.
    pub day: NaiveDate,
    /// Its days.
    pub days: Vec<Day>,
    /// Where what is due on the selected day is found, paid or not, in file order.
    pub rows: Vec<Place>,
    /// The first open installment after the selected day.
    pub next: Option<DueRow>,
    /// The oldest of what is open and past its day, that of the selected day left out.
    pub open: Vec<DueRow>,
    /// How many such installments there are in all.
    pub open_count: usize,
    /// The week of the selected day, from Monday on.
    pub week: Span,
    /// The month.
    pub month: Span,
    /// The month after it.
    pub following: Span,
    /// The shopper's own ceiling for a month.
    pub cap: Option<Money>,
    /// The last day before the selected one on which something is due.
    pub before: Option<NaiveDate>,
    /// The first day after the selected one on which something is due.
    pub after: Option<NaiveDate>,
}

/// A day of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: NaiveDate,
    /// Where it is not what its weekday says: a holiday, or a weekend day that is worked.
    pub kind: Option<DayKind>,
    /// What is due on it.
    pub due: Option<DayDue>,
}

/// What is due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayDue {
    /// The glyph of the most urgent installment.
    pub state: State,
    /// What is still open; once nothing is, what it was.
    pub sum: Money,
    /// The currency of the sum: the book's, unless all of the day is in another one.
    pub currency: Currency,
    /// True where something in yet another currency is due too.
    pub and_others: bool,
    /// How many installments are in the sum.
    pub count: usize,
    /// Which plan of the book asks for the most urgent one.
    pub plan: usize,
}

/// What falls due between two days, both included. Where today is among them, what is open from
/// before counts too, because that is when it has to be paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What was asked for in all.
    pub due: Money,
    /// What is still open of it.
    pub left: Money,
}

impl Month {
    /// The month of a day; `by_day` is of the same position.
    pub fn of(
        whole: (&Book, &Position),
        by_day: &ByDay,
        calendar: &WorkingCalendar,
        day: NaiveDate,
    ) -> Self {
        let days = days(whole, by_day, calendar, month_of(day));
        Self::with(days, whole, by_day, day)
    }

    /// The same month with another day of it selected.
    #[must_use]
    pub fn on(&self, whole: (&Book, &Position), by_day: &ByDay, day: NaiveDate) -> Self {
        Self::with(self.days.clone(), whole, by_day, day)
    }

    fn with(
        days: Vec<Day>,
        whole @ (book, position): (&Book, &Position),
        by_day: &ByDay,
        day: NaiveDate,
    ) -> Self {
        let row = |one: Dated<'_>| one.row(position.today);
        let span = |days| Span::of(by_day, whole, days);
        let (first, last) = month_of(day);
        let week = day.week(Weekday::Mon);
        let (before, after) = by_day.around(day, whole);
        let mut later = by_day.on((Excluded(day), Unbounded), whole);
        Self {
            day,
            days,
            rows: by_day.places(day..=day, whole).to_vec(),
            next: later
                .find(|one| one.installment.timing().is_some())
                .map(row),
            open: by_day
                .late(whole)
                .filter(|one| one.installment.due() != day)
                .take(MOST_OPEN)
                .map(row)
                .collect(),
            open_count: by_day.late_besides(day, whole),
            week: span((week.first_day(), week.last_day())),
            month: span((first, last)),
            following: span(month_of(last.succ_opt().unwrap_or(last))),
            cap: book.settings.monthly_cap,
            before,
            after,
        }
    }

    /// True where a day lies in it.
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.month.from..=self.month.to).contains(&day)
    }

    /// The month of a day of a book with nothing in it.
    pub fn empty(day: NaiveDate) -> Self {
        let (book, calendar) = (Book::default(), WorkingCalendar::weekends_only());
        let position = Position::of(&book, &calendar, day);
        Self::of((&book, &position), &ByDay::default(), &calendar, day)
    }

    /// The days on which something is due, and the selected one.
    pub fn listed(&self) -> impl Iterator<Item = &Day> {
        let is_listed = |day: &&Day| day.due.is_some() || day.date == self.day;
        self.days.iter().filter(is_listed)
    }
}

impl Span {
    fn of(
        by_day: &ByDay,
        whole @ (_, position): (&Book, &Position),
        (from, to): (NaiveDate, NaiveDate),
    ) -> Self {
        let days = by_day.sums(from..=to, whole);
        let mut span = Self {
            from,
            to,
            due: days.iter().map(|sum| sum.due).sum(),
            left: days.iter().map(|sum| sum.left).sum(),
        };
        if (from..=to).contains(&position.today) {
            for old in by_day.sums(..from, whole) {
                span.due += old.due_of_open;
                span.left += old.left;
            }
        }
        span
    }
}

/// The first and the last day of the month of a day.
fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    let last = next.and_then(|next| next.checked_sub_days(Days::new(1)));
    (first, last.unwrap_or(day))
}

fn days(
    whole @ (book, _): (&Book, &Position),
    by_day: &ByDay,
    calendar: &WorkingCalendar,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<Day> {
    let blank = |date: NaiveDate| Day {
        date,
        kind: kind(calendar, date),
        due: None,
    };
    let dates = first.iter_days().take_while(|date| *date <= last);
    let mut days: Vec<_> = dates.map(blank).collect();
    for one in by_day.on(first..=last, whole) {
        if let Some(day) = days.get_mut(one.installment.due().day0() as usize) {
            let due = DayDue::of(one.index, one.standing.currency, one.installment);
            day.due = Some(day.due.map_or(due, |had| had.and(due, book.currency)));
        }
    }
    days
}

/// Where a day is not what its weekday says.
fn kind(calendar: &WorkingCalendar, date: NaiveDate) -> Option<DayKind> {
    let is_weekend = matches!(date.weekday(), Weekday::Sat | Weekday::Sun);
    match (is_weekend, calendar.is_working(date)) {
        (true, true) => Some(DayKind::Work),
        (false, false) => Some(DayKind::Off),
        _ => None,
    }
}

impl DayDue {
    fn of(plan: usize, currency: Currency, one: &InstallmentStanding) -> Self {
        Self {
            state: state_of(one),
            sum: asked(one),
            currency,
            and_others: false,
            count: 1,
            plan,
        }
    }

    /// Both together: what is open hides what is not, and the book's currency any other.
    fn and(self, other: Self, home: Currency) -> Self {
        let (first, second) = if urgency(other.state) < urgency(self.state) {
            (other, self)
        } else {
            (self, other)
        };
        if first.is_open() && !second.is_open() {
            return first;
        }
        let both = Self {
            count: self.count + other.count,
            ..first
        };
        if first.currency == second.currency {
            return Self {
                sum: first.sum + second.sum,
                and_others: first.and_others || second.and_others,
                ..both
            };
        }
        let shown = if second.currency == home {
            second
        } else {
            first
        };
        Self {
            sum: shown.sum,
            currency: shown.currency,
            and_others: true,
            ..both
        }
    }

    /// True while something of it is to be paid.
    pub fn is_open(&self) -> bool {
        urgency(self.state) < CLOSED
    }
}

/// From here on nothing is to be paid.
const CLOSED: u8 = 4;

fn urgency(state: State) -> u8 {
    match state {
        State::Overdue => 0,
        State::Soon => 1,
        State::Partial => 2,
        State::Open => 3,
        _ => CLOSED,
    }
}
