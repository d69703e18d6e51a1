//! A month of the calendar: every day with what is due on it.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::due::{DueRow, asked};
use super::state_of;
use crate::domain::plan::Plan;
use crate::domain::standing::{InstallmentStanding, PlanStanding};
use crate::domain::working_day::{DayKind, WorkingCalendar};
use crate::domain::{Book, Currency, Money, Position};
use crate::settings::symbols::State;

/// A month of the calendar, with one of its days selected. Sums are in the book's currency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The selected day.
    pub day: NaiveDate,
    /// Its days.
    pub days: Vec<Day>,
    /// What is due on the selected day, paid or not, in file order.
    pub rows: Vec<DueRow>,
    /// The first open installment after the selected day.
    pub next: Option<DueRow>,
    /// What is past its day and open, oldest first.
    pub open: Vec<DueRow>,
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

/// An installment with its plan.
type One<'p> = ((usize, &'p Plan), &'p PlanStanding, &'p InstallmentStanding);

impl Month {
    /// The month of a day.
    pub fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        day: NaiveDate,
    ) -> Self {
        let all = || installments(book, position);
        let today = position.today;
        let row = |(plan, standing, one): One<'_>| DueRow::of(plan, standing, one, today);
        let is_open = |one: &One<'_>| one.2.timing().is_some();
        let mut open: Vec<_> = all()
            .filter(|one| is_open(one) && one.2.due() < today)
            .map(row)
            .collect();
        open.sort_by_key(|row| row.due);
        let dues = || all().map(|(.., one)| one.due());
        let (first, last) = month_of(day);
        let span = |(from, to)| Span::of(book, position, from, to);
        let week = day.week(Weekday::Mon);
        Self {
            day,
            days: days(book, position, calendar, (first, last)),
            rows: all().filter(|one| one.2.due() == day).map(row).collect(),
            next: all()
                .filter(|one| is_open(one) && one.2.due() > day)
                .min_by_key(|one| one.2.due())
                .map(row),
            open,
            week: span((week.first_day(), week.last_day())),
            month: span((first, last)),
            following: span(month_of(last.succ_opt().unwrap_or(last))),
            cap: book.settings.monthly_cap,
            before: dues().filter(|due| *due < day).max(),
            after: dues().filter(|due| *due > day).min(),
        }
    }

    /// The month of a day of a book with nothing in it.
    pub fn empty(day: NaiveDate) -> Self {
        let (book, calendar) = (Book::default(), WorkingCalendar::weekends_only());
        Self::of(&book, &Position::of(&book, &calendar, day), &calendar, day)
    }

    /// The days on which something is due, and the selected one.
    pub fn listed(&self) -> impl Iterator<Item = &Day> {
        let is_listed = |day: &&Day| day.due.is_some() || day.date == self.day;
        self.days.iter().filter(is_listed)
    }
}

impl Span {
    fn of(book: &Book, position: &Position, from: NaiveDate, to: NaiveDate) -> Self {
        let days = from..=to;
        let mut span = Self {
            from,
            to,
            due: Money::ZERO,
            left: Money::ZERO,
        };
        let has_today = days.contains(&position.today);
        for (_, standing, one) in installments(book, position) {
            let is_old = has_today && one.due() < from && one.timing().is_some();
            if standing.currency == book.currency && (is_old || days.contains(&one.due())) {
                span.due += one.row.installment.amount();
                span.left += one.row.outstanding();
            }
        }
        span
    }
}

fn installments<'p>(book: &'p Book, position: &'p Position) -> impl Iterator<Item = One<'p>> {
    let plans = book.plans.iter().enumerate().zip(&position.plans);
    plans.flat_map(|(plan, standing)| {
        let ones = standing.installments.iter();
        ones.map(move |one| (plan, standing, one))
    })
}

/// The first and the last day of the month of a day.
fn month_of(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = day.with_day(1).unwrap_or(day);
    let next = first.checked_add_months(Months::new(1));
    let last = next.and_then(|next| next.checked_sub_days(Days::new(1)));
    (first, last.unwrap_or(day))
}

fn days(
    book: &Book,
    position: &Position,
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
    for ((plan, _), standing, one) in installments(book, position) {
        if !(first..=last).contains(&one.due()) {
            continue;
        }
        if let Some(day) = days.get_mut(one.due().day0() as usize) {
            let due = DayDue::of(plan, standing.currency, one);
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
