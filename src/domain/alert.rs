//! What wants attention, most urgent first.

use chrono::{Days, Months, NaiveDate};

use super::book::Book;
use super::currency::Currency;
use super::forecast;
use super::limit::LimitState;
use super::line::{CreditLine, LineStatus};
use super::money::Money;
use super::position::{DueItem, Position};
use super::restoring::RestoreState;
use super::rules::AutopayDebits;
use super::standing::Timing;
use super::working_day::WorkingCalendar;

/// How many days ahead an expiry or the end of something is announced.
const AHEAD_DAYS: u64 = 14;

/// How urgent an alert is. Ordered from the most urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It costs money or credit now.
    Critical,
    /// Something has to be done.
    Warning,
    /// Good to know.
    Info,
}

/// What an alert is about. Ordered as they are listed among alerts of one severity and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AlertKind {
    /// An installment is overdue by so many days.
    Overdue {
        /// today − due.
        days: u32,
    },
    /// An installment is in its grace days.
    GraceEnding {
        /// The last of them.
        until: NaiveDate,
    },
    /// An installment is due today.
    DueToday,
    /// Autopay should have paid it; nobody said that it did.
    AutopayUnconfirmed,
    /// Freed limit is past its window.
    LimitNotRestored {
        /// Working days since the payment.
        working_days: u32,
        /// Working days past the window.
        late_by: u32,
    },
    /// More is used than the line allows.
    OverLimit,
    /// The provider has frozen the line.
    LineFrozen,
    /// A case has a step due.
    CaseDue,
    /// An installment is due soon.
    DueSoon {
        /// due − today.
        days: u32,
    },
    /// A way to pay expires before an autopay needs it.
    MethodExpires,
    /// An autopay is larger than its way to pay allows at once.
    MethodLimit,
    /// The temporary limit ends.
    TemporaryExpires,
    /// The identity papers on file expire, or have expired.
    IdentityExpires,
    /// A pause ends.
    PauseEnds,
    /// A month asks for more than the shopper's own ceiling.
    MonthlyCap,
}

/// Something that wants attention. Indexes are those of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    /// What it is about.
    pub kind: AlertKind,
    /// How urgent it is.
    pub severity: Severity,
    /// The line it concerns.
    pub line: Option<usize>,
    /// The plan it concerns.
    pub plan: Option<usize>,
    /// The installment it concerns.
    pub n: Option<u32>,
    /// The case it concerns.
    pub case: Option<usize>,
    /// The way to pay it concerns.
    pub method: Option<usize>,
    /// The day it is about: a due date, the last day of something, the day of a payment.
    pub date: Option<NaiveDate>,
    /// The amount it is about.
    pub amount: Option<Money>,
    /// The currency of that amount.
    pub currency: Currency,
}

impl Alert {
    fn new(kind: AlertKind, severity: Severity, currency: Currency) -> Self {
        Self {
            kind,
            severity,
            line: None,
            plan: None,
            n: None,
            case: None,
            method: None,
            date: None,
            amount: None,
            currency,
        }
    }
}

/// All alerts of a position, most urgent first, oldest date first among equals.
pub fn alerts(book: &Book, position: &Position, calendar: &WorkingCalendar) -> Vec<Alert> {
    let mut alerts = Vec::new();
    for item in position.due_within(book.settings.due_soon_days) {
        alerts.extend(due_alert(book, position.today, &item));
        alerts.extend(method_alerts(book, &item));
    }
    for (k, (line, limit)) in book.lines.iter().zip(&position.limits).enumerate() {
        alerts.extend(line_alerts(k, line, limit, position.today, calendar));
    }
    alerts.extend(pause_alerts(book, position));
    alerts.extend(case_alerts(book, position.today));
    alerts.extend(cap_alert(book, position));
    alerts.sort_by_key(|alert| (alert.severity, alert.kind_rank(), alert.date));
    alerts
}

impl Alert {
    /// Kinds in their order, whatever they carry.
    fn kind_rank(&self) -> u8 {
        match self.kind {
            AlertKind::Overdue { .. } => 0,
            AlertKind::GraceEnding { .. } => 1,
            AlertKind::DueToday => 2,
            AlertKind::AutopayUnconfirmed => 3,
            AlertKind::LimitNotRestored { .. } => 4,
            AlertKind::OverLimit => 5,
            AlertKind::LineFrozen => 6,
            AlertKind::CaseDue => 7,
            AlertKind::DueSoon { .. } => 8,
            AlertKind::MethodExpires => 9,
            AlertKind::MethodLimit => 10,
            AlertKind::TemporaryExpires => 11,
            AlertKind::IdentityExpires => 12,
            AlertKind::PauseEnds => 13,
            AlertKind::MonthlyCap => 14,
        }
    }
}

fn due_alert(book: &Book, today: NaiveDate, item: &DueItem<'_>) -> Option<Alert> {
    let (kind, severity) = match item.timing {
        Timing::Overdue { days } => (AlertKind::Overdue { days }, Severity::Critical),
        _ if autopay_was_due(book, today, item) => {
            (AlertKind::AutopayUnconfirmed, Severity::Warning)
        }
        Timing::Grace { until, .. } => (AlertKind::GraceEnding { until }, Severity::Critical),
        Timing::DueToday => (AlertKind::DueToday, Severity::Warning),
        Timing::DueSoon { days } => (AlertKind::DueSoon { days }, Severity::Info),
        Timing::Upcoming { .. } => return None,
    };
    Some(Alert {
        date: Some(item.installment.due()),
        amount: Some(item.outstanding()),
        ..of_item(book, item, kind, severity)
    })
}

fn of_item(book: &Book, item: &DueItem<'_>, kind: AlertKind, severity: Severity) -> Alert {
    let line = book
        .plans
        .get(item.plan)
        .and_then(|plan| plan.line.as_ref());
    Alert {
        plan: Some(item.plan),
        n: Some(item.installment.n()),
        line: line.and_then(|id| book.lines.iter().position(|line| line.id == *id)),
        ..Alert::new(kind, severity, item.plan_standing.currency)
    }
}

fn autopay_was_due(book: &Book, today: NaiveDate, item: &DueItem<'_>) -> bool {
    let due = item.installment.due();
    let debit = match item.plan_standing.rules.autopay_debits {
        AutopayDebits::DueDay => Some(due),
        AutopayDebits::DayBefore => due.pred_opt(),
    };
    book.plans
        .get(item.plan)
        .is_some_and(|plan| plan.autopay.is_some())
        && debit.is_some_and(|debit| debit <= today)
}

/// What is wrong with the way an autopay is going to be paid.
fn method_alerts(book: &Book, item: &DueItem<'_>) -> Vec<Alert> {
    let autopay = book
        .plans
        .get(item.plan)
        .and_then(|plan| plan.autopay.as_ref());
    let Some(k) = autopay.and_then(|id| book.methods.iter().position(|method| method.id == *id))
    else {
        return Vec::new();
    };
    let method = &book.methods[k];
    let alert = |kind| Alert {
        method: Some(k),
        amount: Some(item.outstanding()),
        ..of_item(book, item, kind, Severity::Warning)
    };
    let expires = method
        .expires
        .filter(|expires| *expires < item.installment.due());
    let limit = method
        .per_payment_limit
        .filter(|limit| *limit < item.outstanding());
    let expires = expires.map(|expires| Alert {
        date: Some(expires),
        ..alert(AlertKind::MethodExpires)
    });
    let limit = limit.map(|_| Alert {
        date: Some(item.installment.due()),
        ..alert(AlertKind::MethodLimit)
    });
    expires.into_iter().chain(limit).collect()
}

fn line_alerts(
    k: usize,
    line: &CreditLine,
    limit: &LimitState,
    today: NaiveDate,
    calendar: &WorkingCalendar,
) -> Vec<Alert> {
    let soon = today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(NaiveDate::MAX);
    let alert = |kind, severity| Alert {
        line: Some(k),
        ..Alert::new(kind, severity, line.currency)
    };
    let late = limit
        .out
        .iter()
        .filter(|entry| entry.state_on(today) == RestoreState::Late)
        .map(|entry| Alert {
            plan: Some(entry.plan),
            n: Some(entry.n),
            date: Some(entry.paid_on),
            amount: Some(entry.amount),
            ..alert(
                AlertKind::LimitNotRestored {
                    working_days: calendar.working_days_between(entry.paid_on, today),
                    late_by: calendar
                        .working_days_between(entry.latest.date, today)
                        .max(1),
                },
                Severity::Warning,
            )
        });
    let over = limit
        .available
        .filter(|available| *available < Money::ZERO && line.status == LineStatus::Active);
    let over = over.map(|available| Alert {
        amount: Some(-available),
        ..alert(AlertKind::OverLimit, Severity::Warning)
    });
    let frozen = (line.status == LineStatus::Frozen).then(|| Alert {
        amount: Some(limit.frozen),
        ..alert(AlertKind::LineFrozen, Severity::Warning)
    });
    let temporary = line
        .temporary
        .filter(|temporary| (today..=soon).contains(&temporary.until))
        .map(|temporary| Alert {
            date: Some(temporary.until),
            amount: Some(temporary.limit),
            ..alert(AlertKind::TemporaryExpires, Severity::Info)
        });
    let identity = line
        .identity_expires
        .filter(|expires| *expires <= soon)
        .map(|expires| {
            let severity = if expires < today {
                Severity::Warning
            } else {
                Severity::Info
            };
            Alert {
                date: Some(expires),
                ..alert(AlertKind::IdentityExpires, severity)
            }
        });
    late.chain(over)
        .chain(frozen)
        .chain(temporary)
        .chain(identity)
        .collect()
}

fn pause_alerts(book: &Book, position: &Position) -> Vec<Alert> {
    let today = position.today;
    let soon = today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(NaiveDate::MAX);
    let plans = book.plans.iter().zip(&position.plans).enumerate();
    let ending = plans.filter_map(|(k, (plan, standing))| {
        let until = plan.paused.as_ref()?.until;
        let alert = Alert::new(AlertKind::PauseEnds, Severity::Info, standing.currency);
        (today..=soon).contains(&until).then_some(Alert {
            plan: Some(k),
            date: Some(until),
            ..alert
        })
    });
    ending.collect()
}

fn case_alerts(book: &Book, today: NaiveDate) -> Vec<Alert> {
    let due = |(k, case): (usize, &super::case::Case)| {
        let next = case.next.filter(|next| case.is_open() && *next <= today)?;
        let plan = case
            .plan
            .as_ref()
            .and_then(|id| book.plans.iter().position(|plan| plan.id == *id));
        let line = case
            .line
            .as_ref()
            .and_then(|id| book.lines.iter().position(|line| line.id == *id));
        let alert = Alert::new(AlertKind::CaseDue, Severity::Warning, book.currency);
        Some(Alert {
            case: Some(k),
            plan,
            line,
            date: Some(next),
            ..alert
        })
    };
    book.cases.iter().enumerate().filter_map(due).collect()
}

fn cap_alert(book: &Book, position: &Position) -> Option<Alert> {
    let cap = book.settings.monthly_cap?;
    let months = forecast::months(position, book.currency, 12);
    let over = months.into_iter().find(|month| month.total > cap)?;
    let last_day = over
        .month
        .checked_add_months(Months::new(1))
        .and_then(|next| next.pred_opt());
    let alert = Alert::new(AlertKind::MonthlyCap, Severity::Info, book.currency);
    Some(Alert {
        date: last_day.map(|_| over.month),
        amount: Some(over.total),
        ..alert
    })
}

#[cfg(test)]
mod tests;
