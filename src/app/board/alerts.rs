//! What wants attention, with what each row offers to do about it.

use chrono::{Days, NaiveDate};

use crate::app::action::Action;
use crate::app::screen::AlertId;
use crate::domain::alert::{self, Alert, AlertKind, Severity};
use crate::domain::working_day::WorkingCalendar;
use crate::domain::{Book, Money, Position};

/// For so many days a limit that came back is still told.
const TOLD_DAYS: u64 = 7;

/// An alert and what can be done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlertRow {
    /// The alert.
    pub alert: Alert,
    /// What it is about.
    pub id: AlertId,
    /// What its row offers: its key stands at the end of the row.
    pub offers: Action,
}

/// A limit that came back lately.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RestoredRow {
    /// Which line of the book.
    pub line: usize,
    /// Which plan of the book.
    pub plan: usize,
    /// Which installment had freed it.
    pub n: u32,
    /// How much.
    pub amount: Money,
    /// Since when it is back.
    pub on: NaiveDate,
    /// How many working days it took.
    pub working_days: u32,
}

impl AlertRow {
    /// All alerts of a position, most urgent first.
    pub fn all(book: &Book, position: &Position, calendar: &WorkingCalendar) -> Vec<Self> {
        let row = |alert: Alert| Self {
            id: AlertId::of(&alert, book),
            offers: offer(&alert),
            alert,
        };
        let alerts = alert::alerts(book, position, calendar);
        alerts.into_iter().map(row).collect()
    }

    /// True where something has to be done; otherwise it is good to know.
    pub fn is_to_do(&self) -> bool {
        self.alert.severity != Severity::Info
    }
}

fn offer(alert: &Alert) -> Action {
    match alert.kind {
        AlertKind::Overdue { .. }
        | AlertKind::GraceEnding { .. }
        | AlertKind::DueToday
        | AlertKind::AutopayUnconfirmed
        | AlertKind::AccelerationRisk
        | AlertKind::DueSoon { .. } => Action::Pay,
        AlertKind::LimitNotRestored { .. } | AlertKind::CaseDue => Action::OpenCase,
        AlertKind::AutopayCutoff
        | AlertKind::AutopayShort
        | AlertKind::NoMethod
        | AlertKind::MethodExpires
        | AlertKind::MethodLimit
        | AlertKind::LimitCut
        | AlertKind::OverLimit
        | AlertKind::LineFrozen
        | AlertKind::TemporaryExpires
        | AlertKind::IdentityExpires
        | AlertKind::PauseEnds
        | AlertKind::MonthlyCap
        | AlertKind::EntryMoved
        | AlertKind::RetryDue
        | AlertKind::RuleStale { .. } => Action::Open,
    }
}

impl RestoredRow {
    /// What came back within the last week, newest first.
    pub fn all(position: &Position, calendar: &WorkingCalendar) -> Vec<Self> {
        let today = position.today;
        let since = today
            .checked_sub_days(Days::new(TOLD_DAYS))
            .unwrap_or(NaiveDate::MIN);
        let mut rows = Vec::new();
        for (line, limit) in position.limits.iter().enumerate() {
            let row = |freed: &crate::domain::restoring::FreedLimit| {
                let on = freed.confirmed.filter(|on| (since..=today).contains(on))?;
                Some(Self {
                    line,
                    plan: freed.plan,
                    n: freed.n,
                    amount: freed.amount,
                    on,
                    working_days: calendar.working_days_between(freed.paid_on, on),
                })
            };
            rows.extend(limit.back.iter().filter_map(row));
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.on));
        rows
    }
}
