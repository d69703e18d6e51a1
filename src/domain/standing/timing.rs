//! Where a due date lies, seen from a day.

use chrono::{Datelike, NaiveDate};

/// Where an open installment's due date lies, seen from a day. Days are calendar days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// Past its due date and any grace.
    Overdue {
        /// today − due.
        days: u32,
    },
    /// Past its due date, within the grace days.
    Grace {
        /// today − due.
        days: u32,
        /// The last day of grace.
        until: NaiveDate,
    },
    /// Due today.
    DueToday,
    /// Due within the "soon" window of the settings.
    DueSoon {
        /// due − today.
        days: u32,
    },
    /// Due later.
    Upcoming {
        /// due − today.
        days: u32,
    },
}

impl Timing {
    /// The timing of a due date: due < today ≤ due + grace is grace, later is overdue.
    pub fn of(due: NaiveDate, today: NaiveDate, grace_days: u32, due_soon_days: u32) -> Self {
        let apart = due.num_days_from_ce().abs_diff(today.num_days_from_ce());
        if due < today {
            return match due.checked_add_days(chrono::Days::new(grace_days.into())) {
                Some(until) if today <= until => Self::Grace { days: apart, until },
                _ => Self::Overdue { days: apart },
            };
        }
        match apart {
            0 => Self::DueToday,
            days if days <= due_soon_days => Self::DueSoon { days },
            days => Self::Upcoming { days },
        }
    }

    /// Calendar days past the due date; 0 until then.
    pub fn days_late(self) -> u32 {
        match self {
            Self::Overdue { days } | Self::Grace { days, .. } => days,
            Self::DueToday | Self::DueSoon { .. } | Self::Upcoming { .. } => 0,
        }
    }

    /// True past the due date and the grace.
    pub fn is_overdue(self) -> bool {
        matches!(self, Self::Overdue { .. })
    }
}
