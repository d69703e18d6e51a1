//! Every figure the views show, derived in one place. Plain values: amounts, dates, states; the
//! views write them. Indexes are those of the book it was derived from.

pub mod alerts;
pub mod by_day;
pub mod calendar;
pub mod cards;
pub mod cases;
pub mod due;
pub mod limit_past;
pub mod line_rules;
pub mod lines;
pub mod plans;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use alerts::{AlertRow, RestoredRow};
use by_day::ByDay;
use cards::Cards;
use cases::CaseRow;
use due::{DueList, RulerDay};
use lines::LineRow;
use plans::{PlanFilter, PlanRow, PlanSort};

use crate::domain::forecast::{self, MonthDue};
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, Timing};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Currency, Money, PlanId, Position};
use crate::settings::symbols::State;

/// How many days ahead the overview looks.
pub const AHEAD_DAYS: u32 = 30;
/// How many months ahead the chart looks.
pub const AHEAD_MONTHS: u32 = 12;
/// Up to so many days before its due date an installment is shown as coming soon.
const SOON_DAYS: u32 = 3;

/// Every figure the views show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// As of this day.
    pub today: NaiveDate,
    /// The book's currency; sums are in it alone.
    pub currency: Currency,
    /// How every plan and limit stands.
    pub position: Position,
    /// Every installment by its day.
    pub by_day: ByDay,
    /// The four figures on top.
    pub cards: Cards,
    /// What is due in the next 30 days.
    pub due: DueList,
    /// Each of the next 30 days on which something is due, oldest first; what is overdue stands
    /// on its own past day.
    pub ruler: Vec<RulerDay>,
    /// Each line of the book, in file order.
    pub lines: Vec<LineRow>,
    /// What wants attention, most urgent first.
    pub alerts: Vec<AlertRow>,
    /// Limits that came back within the last week, newest first.
    pub restored: Vec<RestoredRow>,
    /// What is followed up, the open ones first.
    pub cases: Vec<CaseRow>,
    /// The plans that the filter lets through, sorted.
    pub plans: Vec<PlanRow>,
    /// Which plan of the book says that it replaces the one of this id.
    pub replaced_by: BTreeMap<PlanId, usize>,
    /// What the next 12 months ask for, in the book's currency; what is overdue is in the first.
    pub months: Vec<MonthDue>,
    /// When everything is paid off, in the book's currency, and all that is open until then.
    pub paid_off: Option<(NaiveDate, Money)>,
}

impl Board {
    /// Derives all of it.
    pub fn derive(
        book: &Book,
        calendar: &WorkingCalendar,
        today: NaiveDate,
        sort: PlanSort,
        filter: PlanFilter,
    ) -> Self {
        let position = Position::of(book, calendar, today);
        let due = DueList::of(book, &position);
        Self {
            today,
            currency: book.currency,
            by_day: ByDay::default(),
            cards: Cards::of(book, &position),
            ruler: RulerDay::all(&due),
            due,
            lines: LineRow::all(book, &position, calendar),
            alerts: AlertRow::all(book, &position, calendar),
            restored: RestoredRow::all(&position, calendar),
            cases: CaseRow::all(book, &position, calendar),
            plans: PlanRow::all(book, &position, sort, filter),
            replaced_by: replaced_by(book),
            months: forecast::months(&position, book.currency, AHEAD_MONTHS),
            paid_off: forecast::paid_off(&position, book.currency),
            position,
        }
    }

    /// The board of a book with nothing in it.
    pub fn empty(today: NaiveDate) -> Self {
        Self::derive(
            &Book::default(),
            &WorkingCalendar::weekends_only(),
            today,
            PlanSort::default(),
            PlanFilter::default(),
        )
    }

    /// How many alerts want something done: they come first.
    pub fn to_do(&self) -> usize {
        self.alerts.partition_point(AlertRow::is_to_do)
    }
}

/// Of several that say so the first of the book.
fn replaced_by(book: &Book) -> BTreeMap<PlanId, usize> {
    let plans = book.plans.iter().enumerate().rev();
    let replaces = plans.filter_map(|(k, plan)| Some((plan.replaces.clone()?, k)));
    replaces.collect()
}

/// The glyph of an installment: late before partly paid before soon.
pub fn state_of(installment: &InstallmentStanding) -> State {
    match installment.status {
        InstallmentStatus::Paid | InstallmentStatus::Settled => State::Paid,
        InstallmentStatus::Refunded | InstallmentStatus::Restructured => State::Refunded,
        InstallmentStatus::Open(Timing::Overdue { .. } | Timing::Grace { .. }) => State::Overdue,
        InstallmentStatus::Open(_) if installment.is_partly_paid() => State::Partial,
        InstallmentStatus::Open(Timing::DueToday) => State::Soon,
        InstallmentStatus::Open(Timing::DueSoon { days } | Timing::Upcoming { days })
            if days <= SOON_DAYS =>
        {
            State::Soon
        }
        InstallmentStatus::Open(_) => State::Open,
    }
}
