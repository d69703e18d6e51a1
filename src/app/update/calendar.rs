//! Moving about in the calendar: days, weeks, months, into a day.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{keys, navigate};
use crate::app::action::{Motion, Step};
use crate::app::board::by_day::Dated;
use crate::app::board::due::DueRow;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::notice::{Said, Tone};
use crate::app::screen::{CalendarPane, InstallmentId, List, Screen};

const WEEK: u64 = 7;

/// The day before or after.
pub fn day(model: &mut Model, step: Step) -> Vec<Effect> {
    go(model, moved(model.month.day, step, 1))
}

/// The same day of the month before or after, or that month's last one.
pub fn month(model: &mut Model, step: Step) -> Vec<Effect> {
    if model.screen != Screen::Calendar {
        return keys::hint(model, Said::UnknownKey);
    }
    let (day, one) = (model.month.day, Months::new(1));
    go(
        model,
        match step {
            Step::Next => day.checked_add_months(one),
            Step::Previous => day.checked_sub_months(one),
        },
    )
}

/// Up and down by weeks; in a list of days to the next one on which something is due.
pub fn motion(model: &mut Model, motion: Motion) -> Vec<Effect> {
    let shown = &model.month;
    let by_week = model.has_room_for_weeks();
    let to = match motion {
        Motion::Down if by_week => moved(shown.day, Step::Next, WEEK),
        Motion::Up if by_week => moved(shown.day, Step::Previous, WEEK),
        Motion::Down => shown.after,
        Motion::Up => shown.before,
        Motion::PageDown => return month(model, Step::Next),
        Motion::PageUp => return month(model, Step::Previous),
        Motion::First => shown.days.first().map(|day| day.date),
        Motion::Last => shown.days.last().map(|day| day.date),
    };
    go(model, to)
}

/// Into the day and out again.
pub fn pane(model: &mut Model) -> Vec<Effect> {
    model.calendar_pane = match model.calendar_pane {
        CalendarPane::Month if !model.month.rows.is_empty() => CalendarPane::Day,
        _ => CalendarPane::Month,
    };
    Vec::new()
}

/// Enter: the plan of the day's installment; where there are several, into the day first.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.calendar_pane == CalendarPane::Month && model.month.rows.len() > 1 {
        return pane(model);
    }
    match model.selected_of_day().map(|row| (row.plan, row.id.n)) {
        Some((plan, n)) => model.open_plan(plan, Some(n)),
        None => model.say(Tone::Hint, Said::NothingSelected),
    }
    Vec::new()
}

/// A click on a day selects it, on the selected one opens it.
pub fn click(model: &mut Model, day: NaiveDate) -> Vec<Effect> {
    if model.month.day == day {
        return navigate::open(model);
    }
    go(model, Some(day))
}

/// To the day of an installment.
pub fn go_to(model: &mut Model, id: &InstallmentId) {
    let plan = model.book().and_then(|book| {
        let mut plans = book.plans.iter();
        plans.position(|plan| plan.id == id.plan)
    });
    let standing = plan.and_then(|plan| model.board.position.plans.get(plan));
    let due = standing.and_then(|standing| Some(standing.installment(id.n)?.due()));
    if let Some(due) = due {
        model.go_to_day(due);
        if let Some(row) = model.find_of_day(|one| one.is(id)) {
            model.select(List::Day, row);
        }
    }
}

fn go(model: &mut Model, day: Option<NaiveDate>) -> Vec<Effect> {
    // Further away than people plan, dates have no usual form.
    if let Some(day) = day.filter(|day| (1..=9999).contains(&day.year())) {
        model.calendar_pane = CalendarPane::Month;
        model.go_to_day(day);
    }
    Vec::new()
}

fn moved(day: NaiveDate, step: Step, days: u64) -> Option<NaiveDate> {
    match step {
        Step::Next => day.checked_add_days(Days::new(days)),
        Step::Previous => day.checked_sub_days(Days::new(days)),
    }
}

impl Model {
    /// Whether the window has room for the weeks of a month; else its days stand in a list.
    pub fn has_room_for_weeks(&self) -> bool {
        self.window.width >= 56 && self.window.height >= 15
    }

    /// The selected installment of the calendar's day.
    pub fn selected_of_day(&self) -> Option<DueRow> {
        self.of_day(self.row(List::Day)?)
    }

    /// What is due on the calendar's day, by its row there.
    pub fn of_day(&self, row: usize) -> Option<DueRow> {
        let one = self.month.rows.get(row)?.find(self.whole()?)?;
        Some(one.row(self.today))
    }

    /// The row of the first installment of the day that asks for something.
    pub fn first_open_of_day(&self) -> Option<usize> {
        self.find_of_day(|one| one.installment.timing().is_some())
    }

    /// The row of the first installment of the day that is wanted.
    pub(in crate::app) fn find_of_day(&self, wanted: impl Fn(Dated<'_>) -> bool) -> Option<usize> {
        let whole = self.whole()?;
        let mut rows = self.month.rows.iter();
        rows.position(|place| place.find(whole).is_some_and(&wanted))
    }
}
