//! The words and forms of the JSON answers. They are a contract: scripts read them.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::domain::alert::{AlertKind, Severity};
use crate::domain::doubt::{Doubt, Figure, Origin};
use crate::domain::gap::GapCause;
use crate::domain::limit_check::{Reason, Verdict};
use crate::domain::line::LineStatus;
use crate::domain::measured::Estimate;
use crate::domain::restoring::RestoreState;
use crate::domain::rulebook::Confidence;
use crate::domain::rules::LimitCounts;
use crate::domain::standing::{InstallmentStanding, InstallmentStatus, PlanStatus, Timing};
use crate::domain::{Currency, Money};

mod follow;

pub(super) use follow::{case_kind, missing, refusal_cause, reply, step};

/// An amount: a string with all of its currency's decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Amount(pub(super) Money, pub(super) Currency);

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.plain(self.1))
    }
}

/// A date: `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub(super) NaiveDate);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// The word for who states a rule.
pub(super) const fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Plan => "plan",
        Origin::Line => "line",
        Origin::Preset => "rulebook",
        Origin::Default => "default",
    }
}

/// The word for how far a rule can be trusted.
pub(super) const fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Published => "published",
        Confidence::Reported => "reported",
        Confidence::Conflicting => "conflicting",
        Confidence::Assumed => "assumed",
    }
}

/// The word for a figure that rests on rules.
pub(super) const fn figure(figure: Figure) -> &'static str {
    match figure {
        Figure::Schedule => "schedule",
        Figure::Penalty => "penalty",
        Figure::Early => "early",
        Figure::Refund => "refund",
        Figure::Restoring => "restoring",
        Figure::Used => "used",
    }
}

/// The word for why a figure is to be doubted.
pub(super) const fn doubt(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::Conflicting => "conflicting",
        Doubt::Stale { .. } => "stale",
    }
}

/// The word for the timing of an open installment.
pub(super) const fn timing(timing: Timing) -> &'static str {
    match timing {
        Timing::Overdue { .. } => "overdue",
        Timing::Grace { .. } => "grace",
        Timing::DueToday => "due-today",
        Timing::DueSoon { .. } => "due-soon",
        Timing::Upcoming { .. } => "upcoming",
    }
}

/// The word for how an installment stands. Being late goes before being partly paid, and that
/// before being deferred.
pub(super) fn installment(installment: &InstallmentStanding) -> &'static str {
    match installment.status {
        InstallmentStatus::Paid => "paid",
        InstallmentStatus::Refunded => "refunded",
        InstallmentStatus::Settled => "settled",
        InstallmentStatus::Restructured => "restructured",
        InstallmentStatus::Open(Timing::Overdue { .. }) => "overdue",
        InstallmentStatus::Open(Timing::Grace { .. }) => "grace",
        InstallmentStatus::Open(_) if installment.is_partly_paid() => "partial",
        InstallmentStatus::Open(_) if installment.row.installment.deferred_from.is_some() => {
            "deferred"
        }
        InstallmentStatus::Open(open) => timing(open),
    }
}

/// The word for how a plan stands.
pub(super) const fn plan(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Active => "active",
        PlanStatus::Overdue => "overdue",
        PlanStatus::Paused => "paused",
        PlanStatus::Settled => "settled",
        PlanStatus::SettledEarly => "settled-early",
        PlanStatus::Refunded => "refunded",
        PlanStatus::Restructured => "restructured",
    }
}

/// The word for whether a line can be used, as in the file.
pub(super) const fn line(status: LineStatus) -> &'static str {
    match status {
        LineStatus::Active => "active",
        LineStatus::Frozen => "frozen",
        LineStatus::Closed => "closed",
    }
}

/// The word for where freed limit is.
pub(super) const fn restore(state: RestoreState) -> &'static str {
    match state {
        RestoreState::Restoring => "restoring",
        RestoreState::Late => "late",
        RestoreState::Back => "back",
    }
}

/// The word for what the window of restoring limit rests on.
pub(super) const fn estimate(estimate: Estimate) -> &'static str {
    match estimate {
        Estimate::Stated => "stated",
        Estimate::OfChannel { .. } => "measured",
        Estimate::OfLine { .. } => "measured-on-line",
    }
}

/// The word for what may explain a gap.
pub(super) const fn gap_cause(cause: &GapCause) -> &'static str {
    match cause {
        GapCause::Back(_) => "back",
        GapCause::NotBack(_) => "not-back",
        GapCause::Paid { .. } => "payment-not-noted",
        GapCause::Refunded { .. } => "refund-not-noted",
        GapCause::Unfrozen(_) => "unfrozen",
        GapCause::TemporaryStillCounts(_) => "temporary-still-counts",
        GapCause::TemporaryNotCounted(_) => "temporary-not-counted",
        GapCause::Counts(LimitCounts::Principal) => "counts-principal",
        GapCause::Counts(LimitCounts::PrincipalAndFee) => "counts-fees",
    }
}

/// The word for a limit check's answer.
pub(super) const fn verdict(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes => "yes",
        Verdict::Later => "later",
        Verdict::No => "no",
    }
}

/// The word for a reason of a limit check.
pub(super) const fn reason(reason: &Reason) -> &'static str {
    match reason {
        Reason::InsufficientLimit { .. } => "insufficient-limit",
        Reason::UnknownLimit => "unknown-limit",
        Reason::LineFrozen => "line-frozen",
        Reason::LineClosed => "line-closed",
        Reason::OverdueOnLine { .. } => "overdue-on-line",
        Reason::BelowMinimum { .. } => "below-minimum",
        Reason::Maintenance { .. } => "maintenance",
        Reason::IdentityExpired { .. } => "identity-expired",
        Reason::OutsideRegion => "region",
        Reason::MonthlyCap { .. } => "monthly-cap",
        Reason::TemporaryExpires { .. } => "temporary-expires",
    }
}

/// The word for what an alert is about.
pub(super) const fn alert(kind: &AlertKind) -> &'static str {
    match kind {
        AlertKind::Overdue { .. } => "overdue",
        AlertKind::GraceEnding { .. } => "grace-ending",
        AlertKind::DueToday => "due-today",
        AlertKind::AutopayUnconfirmed => "autopay-unconfirmed",
        AlertKind::AccelerationRisk => "acceleration-risk",
        AlertKind::AutopayCutoff => "autopay-cutoff",
        AlertKind::AutopayShort => "autopay-short",
        AlertKind::LimitNotRestored { .. } => "limit-not-restored",
        AlertKind::OverLimit => "over-limit",
        AlertKind::LimitCut => "limit-cut",
        AlertKind::LineFrozen => "line-frozen",
        AlertKind::CaseDue => "case-due",
        AlertKind::DueSoon { .. } => "due-soon",
        AlertKind::MethodExpires => "method-expires",
        AlertKind::MethodLimit => "method-limit",
        AlertKind::NoMethod => "no-method",
        AlertKind::TemporaryExpires => "temporary-expires",
        AlertKind::IdentityExpires => "identity-expires",
        AlertKind::PauseEnds => "pause-ends",
        AlertKind::MonthlyCap => "monthly-cap",
        AlertKind::RuleStale { .. } => "rule-stale",
        AlertKind::EntryMoved => "entry-moved",
        AlertKind::RetryDue => "retry-due",
    }
}

/// The word for how urgent an alert is.
pub(super) const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Critical => "critical",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
