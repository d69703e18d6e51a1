//! What wants attention, most urgent first.

mod installment;
mod line;
mod method;
#[cfg(test)]
mod tests;
mod way;

use chrono::{Days, NaiveDate};

use self::installment::{acceleration_risks, due_alerts};
use self::line::{cap_alert, case_alerts, line_alerts, pause_alerts, stale_alerts};
use self::method::{expiring_methods, no_method, short_methods, small_method};
use self::way::{moved_alerts, retry_alerts};
use super::book::Book;
use super::currency::Currency;
use super::money::Money;
use super::position::Position;
use super::working_day::WorkingCalendar;

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

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    /// So much is overdue that the seller may demand everything.
    AccelerationRisk,
    /// An installment is due today.
    DueToday,
    /// Autopay should have paid it; nobody said that it did.
    AutopayUnconfirmed,
    /// Autopay takes it on the day before it is due: the money has to lie there by tonight.
    AutopayCutoff,
    /// The balance of a way to pay, as last looked up, is too small for its autopays.
    AutopayShort,
    /// Freed limit is past its window.
    LimitNotRestored {
        /// Working days since the payment.
        working_days: u32,
        /// Working days past the window.
        late_by: u32,
    },
    /// More is used than the line allows.
    OverLimit,
    /// The line's limit was lowered lately.
    LimitCut,
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
    /// Something is due within days and no way to pay is on file.
    NoMethod,
    /// The temporary limit ends.
    TemporaryExpires,
    /// The identity papers on file expire, or have expired.
    IdentityExpires,
    /// A pause ends.
    PauseEnds,
    /// A month asks for more than the shopper's own ceiling.
    MonthlyCap,
    /// All places to pay of a line are closed, and an installment is due soon.
    EntryMoved,
    /// A refused purchase is worth another try.
    RetryDue,
    /// A rule of the rulebook that a line's figures rest on was not checked for too long.
    RuleStale {
        /// Days since it was.
        days: u32,
    },
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

/// How many days ahead an expiry or the end of something is announced.
const AHEAD_DAYS: u64 = 14;

fn days_ahead(today: NaiveDate) -> NaiveDate {
    today
        .checked_add_days(Days::new(AHEAD_DAYS))
        .unwrap_or(NaiveDate::MAX)
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
    // A debit of today may be for tomorrow, however short "soon" is.
    for item in position.due_within(book.settings.due_soon_days.max(1)) {
        alerts.extend(due_alerts(book, position.today, &item));
        alerts.extend(small_method(book, &item));
    }
    alerts.extend(acceleration_risks(book, position));
    for (k, (line, limit)) in book.lines.iter().zip(&position.limits).enumerate() {
        alerts.extend(line_alerts(k, line, limit, position.today, calendar));
    }
    alerts.extend(expiring_methods(book, position));
    alerts.extend(short_methods(book, position));
    alerts.extend(no_method(book, position));
    alerts.extend(pause_alerts(book, position));
    alerts.extend(case_alerts(book, position.today));
    alerts.extend(moved_alerts(book, position));
    alerts.extend(retry_alerts(book, position.today));
    alerts.extend(cap_alert(book, position));
    alerts.extend(stale_alerts(book, position));
    alerts.sort_by_key(|alert| (alert.severity, alert.kind_rank(), alert.date));
    alerts
}

impl Alert {
    /// Where its kind stands among alerts of one severity, whatever it carries.
    fn kind_rank(&self) -> u8 {
        match self.kind {
            AlertKind::Overdue { .. } => 0,
            AlertKind::GraceEnding { .. } => 1,
            AlertKind::AccelerationRisk => 2,
            AlertKind::DueToday => 3,
            AlertKind::AutopayUnconfirmed | AlertKind::AutopayCutoff | AlertKind::AutopayShort => 4,
            AlertKind::LimitNotRestored { .. } => 5,
            AlertKind::OverLimit | AlertKind::LimitCut => 6,
            AlertKind::LineFrozen => 7,
            AlertKind::CaseDue => 8,
            AlertKind::DueSoon { .. } => 9,
            AlertKind::MethodExpires => 10,
            AlertKind::MethodLimit | AlertKind::NoMethod => 11,
            AlertKind::TemporaryExpires => 12,
            AlertKind::IdentityExpires => 13,
            AlertKind::PauseEnds => 14,
            AlertKind::MonthlyCap => 15,
            AlertKind::RuleStale { .. } => 16,
            AlertKind::EntryMoved => 17,
            AlertKind::RetryDue => 18,
        }
    }
}
