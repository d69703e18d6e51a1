//! The check of one line: what stands in the way, until when, and what to pay first.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::unlock::cheapest;
use super::{LineCheck, Purchase, Reason, Unlock, Verdict};
use crate::domain::book::Book;
use crate::domain::forecast;
use crate::domain::limit::{LimitState, frees};
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::money::{Money, Rounding};
use crate::domain::plan::Plan;
use crate::domain::position::Position;
use crate::domain::restoring::RestoreState;
use crate::domain::rules::Rules;
use crate::domain::standing::{PlanStanding, PlanStatus};
use crate::domain::working_day::WorkingCalendar;

/// One line and the purchase it is asked for.
pub(super) struct Checker<'c> {
    pub(super) book: &'c Book,
    pub(super) position: &'c Position,
    pub(super) calendar: &'c WorkingCalendar,
    pub(super) purchase: &'c Purchase,
    pub(super) index: usize,
    pub(super) line: &'c CreditLine,
    pub(super) limit: &'c LimitState,
    /// The plans of the line, by their places in the book.
    pub(super) plans: &'c [usize],
}

/// When a blocking reason ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Day(NaiveDate),
    Never,
}

impl Checker<'_> {
    /// The answer for the line.
    pub(super) fn check(&self) -> LineCheck {
        let today = self.position.today;
        let needed = self.purchase.amount - self.purchase.down_payment;
        let shortage = self.shortage(needed);
        let shortfall = match shortage {
            Some(Reason::InsufficientLimit { short }) => short,
            _ => Money::ZERO,
        };
        let mut unlock = self.open_on_line(true);
        let mut reasons = self.blocks(unlock.iter().map(|unlock| unlock.pay).sum());
        let mut until = reasons
            .iter()
            .map(|reason| self.ends(*reason))
            .max()
            .unwrap_or(Until::Day(today));
        reasons.extend(shortage);
        let enough = if let Some(day) = self.fits_from(needed) {
            Until::Day(day)
        } else {
            let (first, back) = self.unlocked(needed, unlock);
            unlock = first;
            back
        };
        until = until.max(enough);
        let wanted = self.wanted();
        let (verdict, from) = match until {
            Until::Day(day) if day <= wanted && unlock.is_empty() => (Verdict::Yes, None),
            Until::Day(day) => (Verdict::Later, Some(day)),
            Until::Never => (Verdict::No, None),
        };
        if verdict == Verdict::No {
            unlock.clear();
        }
        let left = self
            .usable_on(wanted)
            .filter(|_| verdict == Verdict::Yes)
            .map(|usable| usable - needed);
        LineCheck {
            line: self.index,
            verdict,
            available: self.limit.available,
            shortfall,
            left,
            reasons,
            from,
            unlock,
        }
    }

    /// The day the limit is needed on.
    fn wanted(&self) -> NaiveDate {
        let today = self.position.today;
        self.purchase.by.unwrap_or(today).max(today)
    }

    /// Everything but the limit itself that stands in the way, with so much overdue on the line.
    fn blocks(&self, overdue: Money) -> Vec<Reason> {
        let today = self.position.today;
        let status = match self.line.status {
            LineStatus::Active => None,
            LineStatus::Frozen => Some(Reason::LineFrozen),
            LineStatus::Closed => Some(Reason::LineClosed),
        };
        let overdue = overdue
            .is_positive()
            .then_some(Reason::OverdueOnLine { amount: overdue });
        let minimum = Rules::of_line(Some(self.line))
            .min_purchase
            .filter(|minimum| self.purchase.amount < *minimum);
        let down = self
            .line
            .maintenance
            .as_ref()
            .filter(|maintenance| today <= maintenance.until);
        let expired = self.line.identity_expires.filter(|on| *on < self.wanted());
        status
            .into_iter()
            .chain(overdue)
            .chain(minimum.map(|minimum| Reason::BelowMinimum { minimum }))
            .chain(down.map(|maintenance| Reason::Maintenance {
                until: maintenance.until,
            }))
            .chain(expired.map(|on| Reason::IdentityExpired { on }))
            .chain(self.is_outside().then_some(Reason::OutsideRegion))
            .chain(self.over_monthly_cap())
            .collect()
    }

    /// True where shopper and line name different regions.
    fn is_outside(&self) -> bool {
        let at = self.book.settings.region.as_ref();
        at.zip(self.line.region.as_ref())
            .is_some_and(|(at, sold)| !at.eq_ignore_ascii_case(sold))
    }

    fn ends(&self, reason: Reason) -> Until {
        let today = self.position.today;
        match reason {
            Reason::Maintenance { until } => until.succ_opt().map_or(Until::Never, Until::Day),
            Reason::OverdueOnLine { .. } => Until::Day(today),
            _ => Until::Never,
        }
    }

    /// Why the limit does not suffice as it is now, or will not without a temporary limit that
    /// ends before the day asked for.
    fn shortage(&self, needed: Money) -> Option<Reason> {
        let Some(available) = self.limit.available else {
            return Some(Reason::UnknownLimit);
        };
        let ended = self.temporary_ended_by(self.wanted());
        let short = needed - (available - ended);
        if !short.is_positive() {
            return None;
        }
        match self.line.temporary {
            Some(temporary) if needed <= available => Some(Reason::TemporaryExpires {
                until: temporary.until,
            }),
            _ => Some(Reason::InsufficientLimit { short }),
        }
    }

    /// The part of today's temporary limit that is gone on a later day.
    fn temporary_ended_by(&self, day: NaiveDate) -> Money {
        match self.line.temporary {
            Some(temporary) if temporary.until < day => self.limit.temporary,
            _ => Money::ZERO,
        }
    }

    /// What is restoring now: by when it is back, and how much.
    fn restoring(&self) -> impl Iterator<Item = (NaiveDate, Money)> {
        let today = self.position.today;
        let out = self.limit.out.iter();
        out.filter(move |entry| entry.state_on(today) == RestoreState::Restoring)
            .map(move |entry| (entry.window_on(today).latest.date, entry.amount))
    }

    /// What can be used on a day from today on, if nothing is paid until then.
    fn usable_on(&self, day: NaiveDate) -> Option<Money> {
        let back = self.restoring().filter(|(by, _)| *by <= day);
        let back: Money = back.map(|(_, amount)| amount).sum();
        Some(self.limit.available? + back - self.temporary_ended_by(day))
    }

    /// From when the limit suffices on the day asked for, or else after it, if nothing is paid.
    fn fits_from(&self, needed: Money) -> Option<NaiveDate> {
        let wanted = self.wanted();
        let fits_in_time = self
            .usable_on(wanted)
            .is_some_and(|usable| needed <= usable);
        let mut back = BTreeMap::from([(self.position.today, Money::ZERO)]);
        for (day, amount) in self.restoring() {
            *back.entry(day).or_default() += amount;
        }
        let mut usable = self.limit.available?;
        let mut fits = back.into_iter().filter(|(day, amount)| {
            usable += *amount;
            needed <= usable - self.temporary_ended_by(*day)
        });
        let day = fits.find(|(day, _)| fits_in_time || *day > wanted);
        day.map(|(day, _)| day)
    }

    /// The plans of the line, and how each stands.
    fn plans(&self) -> impl Iterator<Item = (usize, &Plan, &PlanStanding)> {
        self.plans.iter().filter_map(|k| {
            let plan = self.book.plans.get(*k)?;
            Some((*k, plan, self.position.plans.get(*k)?))
        })
    }

    /// Open installments on the line, each plan's oldest first: those that are overdue, or the
    /// others. A paused plan stands in nobody's way, and nobody should pay it now.
    fn open_on_line(&self, overdue: bool) -> Vec<Unlock> {
        let plans = self.plans();
        let unpaused = plans.filter(|(_, _, standing)| standing.status != PlanStatus::Paused);
        let open = unpaused.flat_map(|(k, plan, standing)| {
            let open = standing.open();
            let meant = open.filter(move |(_, timing)| timing.is_overdue() == overdue);
            meant.map(move |(installment, _)| Unlock {
                plan: k,
                n: installment.n(),
                pay: installment.row.outstanding(),
                frees: frees(plan, standing, installment),
            })
        });
        open.collect()
    }

    /// By when what is paid today on any plan of the line is expected back.
    fn back_if_paid_today(&self) -> NaiveDate {
        let open = self
            .plans()
            .filter(|(_, _, standing)| standing.status.is_open());
        let days = open
            .map(|(_, plan, standing)| self.limit.measures.latest_days(plan, &standing.rules))
            .max();
        let today = self.position.today;
        let days = days.unwrap_or_default();
        self.calendar.working_days_after(today, days).date
    }

    /// What to pay today beside the installments that `must` be paid, and when that has made
    /// enough limit usable.
    fn unlocked(&self, needed: Money, must: Vec<Unlock>) -> (Vec<Unlock>, Until) {
        let back = self.back_if_paid_today();
        let Some(usable) = self.usable_on(back.max(self.wanted())) else {
            return (must, Until::Never);
        };
        let missing = needed - usable - must.iter().map(|unlock| unlock.frees).sum();
        if !missing.is_positive() {
            return (must, Until::Day(back));
        }
        let open = self.open_on_line(false);
        match cheapest(&open, missing) {
            Some(chosen) => (must.into_iter().chain(chosen).collect(), Until::Day(back)),
            None => (must, Until::Never),
        }
    }

    /// The ceiling is in the currency of the book; other money is not measured by it.
    fn over_monthly_cap(&self) -> Option<Reason> {
        if self.line.currency != self.book.currency {
            return None;
        }
        let (cap, periods) = (
            self.book.settings.monthly_cap?,
            self.purchase.periods?.max(1),
        );
        let financed = self.purchase.amount - self.purchase.down_payment;
        let monthly = financed.as_decimal() / Decimal::from(periods);
        let monthly =
            Money::from_decimal(monthly).rounded(self.line.currency.decimals(), Rounding::Up);
        // The first installment of a new plan falls in the month after the purchase.
        let months = forecast::months(self.position, self.line.currency, periods.saturating_add(1));
        let over = months
            .into_iter()
            .skip(1)
            .find(|month| month.total + monthly > cap)?;
        Some(Reason::MonthlyCap {
            month: over.month,
            total: over.total + monthly,
            cap,
        })
    }
}
