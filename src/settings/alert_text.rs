//! Alerts in words: what is the matter, and what to do about it.

use chrono::NaiveDate;

use crate::domain::Book;
use crate::domain::alert::{Alert, AlertKind, Severity};

use super::format::Amounts;
use super::texts::Texts;

impl Texts {
    /// What is the matter, in one line. Names come from the book as they are; make them safe
    /// before they reach a terminal.
    pub fn alert(self, alert: &Alert, book: &Book, today: NaiveDate, amounts: Amounts) -> String {
        let named = Named::of(alert, book, amounts);
        let Named {
            item,
            line,
            method,
            n,
            amount,
            date,
        } = &named;
        match alert.kind {
            AlertKind::Overdue { days } => self.alert_overdue(item, *n, amount, days),
            AlertKind::GraceEnding { until } => {
                self.alert_grace(item, *n, amount, &until.to_string())
            }
            AlertKind::DueToday => self.alert_due_today(item, *n, amount),
            AlertKind::AutopayUnconfirmed => self.alert_autopay_unconfirmed(item, *n, amount),
            AlertKind::AccelerationRisk => self.alert_acceleration(item, amount),
            AlertKind::AutopayCutoff => self.alert_autopay_cutoff(item, *n, amount),
            AlertKind::AutopayShort => self.alert_autopay_short(method, amount, date),
            AlertKind::LimitCut => self.alert_limit_cut(line, amount),
            AlertKind::NoMethod => self.alert_no_method(item, *n, amount),
            AlertKind::LimitNotRestored { working_days, .. } => {
                self.alert_not_restored(line, amount, working_days)
            }
            AlertKind::OverLimit => self.alert_over_limit(line, amount),
            AlertKind::LineFrozen => self.alert_line_frozen(line),
            AlertKind::CaseDue => self.case_alert(alert, book, today, &named),
            AlertKind::DueSoon { .. } => self.due_soon_alert(alert, book, today, &named),
            AlertKind::MethodExpires => self.alert_method_expires(method, date, item),
            AlertKind::MethodLimit => self.alert_method_limit(item, *n, amount, method),
            AlertKind::TemporaryExpires => self.alert_temporary_expires(line, amount, date),
            AlertKind::IdentityExpires if alert.date.is_some_and(|on| on < today) => {
                self.alert_identity_expired(line, date)
            }
            AlertKind::IdentityExpires => self.alert_identity_expires(line, date),
            AlertKind::PauseEnds => self.alert_pause_ends(item, date),
            AlertKind::MonthlyCap => {
                let month = alert.date.map(|month| self.month_of_year(month));
                self.alert_monthly_cap(&month.unwrap_or_default(), amount)
            }
            AlertKind::RuleStale { days } => self.alert_rule_stale(line, days),
            AlertKind::EntryMoved => self.alert_entry_moved(line, item, *n, amount, date),
            AlertKind::RetryDue => self.retry_alert(alert, book, line),
        }
    }

    /// What to do about it; `None` where the alert says it all.
    pub fn advice(self, alert: &Alert, book: &Book) -> Option<&'static str> {
        match alert.kind {
            AlertKind::Overdue { .. } | AlertKind::GraceEnding { .. }
                if alert.severity == Severity::Info =>
            {
                Some(self.advice_paused())
            }
            AlertKind::Overdue { .. } | AlertKind::GraceEnding { .. } => {
                Some(self.advice_overdue())
            }
            AlertKind::DueToday => Some(self.advice_due()),
            AlertKind::DueSoon { .. } if is_autopay(alert, book) => {
                Some(self.advice_keep_balance())
            }
            AlertKind::AutopayUnconfirmed => Some(self.advice_autopay()),
            AlertKind::AccelerationRisk => Some(self.advice_acceleration()),
            AlertKind::AutopayCutoff => Some(self.advice_keep_balance()),
            AlertKind::AutopayShort => Some(self.advice_short()),
            AlertKind::LimitCut => Some(self.advice_limit_cut()),
            AlertKind::NoMethod => Some(self.advice_no_method()),
            AlertKind::LimitNotRestored { .. } => Some(self.advice_not_restored()),
            AlertKind::OverLimit => Some(self.advice_over_limit()),
            AlertKind::LineFrozen => Some(self.advice_frozen()),
            AlertKind::MethodExpires | AlertKind::MethodLimit => Some(self.advice_method()),
            AlertKind::IdentityExpires => Some(self.advice_identity()),
            AlertKind::RuleStale { .. } => Some(self.advice_rule_stale()),
            AlertKind::EntryMoved => Some(self.advice_entry_moved()),
            AlertKind::RetryDue
            | AlertKind::CaseDue
            | AlertKind::DueSoon { .. }
            | AlertKind::TemporaryExpires
            | AlertKind::PauseEnds
            | AlertKind::MonthlyCap => None,
        }
    }

    /// How urgent, in a word.
    pub const fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Critical => self.severity_critical(),
            Severity::Warning => self.severity_warning(),
            Severity::Info => self.severity_info(),
        }
    }

    fn due_soon_alert(self, alert: &Alert, book: &Book, today: NaiveDate, at: &Named) -> String {
        let when = self.relative_said(today, alert.date.unwrap_or(today));
        if is_autopay(alert, book) {
            self.alert_due_soon_autopay(at.item, at.n, &at.amount, &when)
        } else {
            self.alert_due_soon(at.item, at.n, &at.amount, &when)
        }
    }

    fn case_alert(self, alert: &Alert, book: &Book, today: NaiveDate, at: &Named) -> String {
        let Some(case) = alert.case.and_then(|k| book.cases.get(k)) else {
            return String::new();
        };
        let subject = [at.line, at.item].into_iter().find(|name| !name.is_empty());
        let about = [subject.unwrap_or_default(), self.case_kind(case.kind)].join(" ");
        let due = self.alert_case_due(case.id.as_str(), about.trim());
        let Some(by) = case.missed_promise(today) else {
            return due;
        };
        let days = u32::try_from((today - by).num_days()).unwrap_or_default();
        let missed = self.promise_missed(&by.to_string(), days);
        [due, missed].join(self.semicolon())
    }

    /// What may be tried again, and where.
    fn retry_alert(self, alert: &Alert, book: &Book, line: &str) -> String {
        let refused = alert.line.and_then(|k| book.lines.get(k));
        let mut attempts = refused.iter().flat_map(|line| line.refused.iter().rev());
        let attempt = attempts.find(|attempt| attempt.retry == alert.date);
        let item = attempt.and_then(|attempt| attempt.item.as_deref());
        match item {
            Some(item) => self.alert_retry(line, item),
            None => self.alert_retry_any(line),
        }
    }
}

/// What an alert's indexes stand for; empty where it names nothing.
struct Named<'b> {
    item: &'b str,
    line: &'b str,
    method: &'b str,
    n: u32,
    amount: String,
    date: String,
}

impl<'b> Named<'b> {
    fn of(alert: &Alert, book: &'b Book, amounts: Amounts) -> Self {
        let plan = alert.plan.and_then(|k| book.plans.get(k));
        let line = alert.line.and_then(|k| book.lines.get(k));
        let method = alert.method.and_then(|k| book.methods.get(k));
        let amount = alert
            .amount
            .map(|amount| amounts.exact(amount, alert.currency));
        Self {
            item: plan.map_or("", |plan| &plan.item),
            line: line.map_or("", |line| &line.name),
            method: method.map_or("", |method| &method.name),
            n: alert.n.unwrap_or_default(),
            amount: amount.unwrap_or_default(),
            date: alert.date.map(|date| date.to_string()).unwrap_or_default(),
        }
    }
}

fn is_autopay(alert: &Alert, book: &Book) -> bool {
    let plan = alert.plan.and_then(|k| book.plans.get(k));
    plan.is_some_and(|plan| plan.autopay.is_some())
}
