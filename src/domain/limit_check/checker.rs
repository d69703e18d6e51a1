//! The check of one line: what stands in the way, until when, and what to pay first.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{LineCheck, Purchase, Reason, Unlock, Verdict};
use crate::domain::book::Book;
use crate::domain::forecast;
use crate::domain::limit::LimitState;
use crate::domain::line::{CreditLine, LineStatus};
use crate::domain::money::{Money, Rounding};
use crate::domain::position::Position;
use crate::domain::restoring::RestoreState;
use crate::domain::rules::{LimitCounts, Rules};
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
        let shortfall = self
            .limit
            .available
            .map_or(Money::ZERO, |available| (needed - available).or_zero());
        let mut reasons = self.blocks();
        let mut until = reasons
            .iter()
            .map(|reason| self.ends(*reason))
            .max()
            .unwrap_or(Until::Day(today));
        let mut unlock = self.overdue_first();
        let (when, shortage) = self.fits_from(needed);
        reasons.extend(shortage);
        match when {
            Some(day) => until = until.max(Until::Day(day)),
            None if shortfall.is_positive() => {
                unlock = self.smallest_unlock(shortfall, unlock);
                until = until.max(self.freed_by(&unlock, shortfall));
            }
            None => until = Until::Never,
        }
        let wanted = self.purchase.by.unwrap_or(today);
        let (verdict, from) = match until {
            Until::Day(day) if day <= wanted && unlock.is_empty() => (Verdict::Yes, None),
            Until::Day(day) => (Verdict::Later, Some(day)),
            Until::Never => (Verdict::No, None),
        };
        if verdict == Verdict::No {
            unlock.clear();
        }
        let left = self
            .limit
            .available
            .filter(|_| verdict == Verdict::Yes)
            .map(|available| available - needed);
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

    /// Everything but the limit itself that stands in the way.
    fn blocks(&self) -> Vec<Reason> {
        let today = self.position.today;
        let status = match self.line.status {
            LineStatus::Active => None,
            LineStatus::Frozen => Some(Reason::LineFrozen),
            LineStatus::Closed => Some(Reason::LineClosed),
        };
        let overdue: Money = self.overdue_first().iter().map(|unlock| unlock.pay).sum();
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
        let expired = self
            .line
            .identity_expires
            .filter(|on| *on < self.purchase.by.unwrap_or(today).max(today));
        status
            .into_iter()
            .chain(overdue)
            .chain(minimum.map(|minimum| Reason::BelowMinimum { minimum }))
            .chain(down.map(|maintenance| Reason::Maintenance {
                until: maintenance.until,
            }))
            .chain(expired.map(|on| Reason::IdentityExpired { on }))
            .chain(self.over_monthly_cap())
            .collect()
    }

    fn ends(&self, reason: Reason) -> Until {
        let today = self.position.today;
        match reason {
            Reason::Maintenance { until } => until.succ_opt().map_or(Until::Never, Until::Day),
            Reason::OverdueOnLine { .. } => Until::Day(today),
            _ => Until::Never,
        }
    }

    /// From when the limit suffices without paying anything, and why not today.
    fn fits_from(&self, needed: Money) -> (Option<NaiveDate>, Option<Reason>) {
        let today = self.position.today;
        let Some(available) = self.limit.available else {
            return (None, Some(Reason::UnknownLimit));
        };
        let wanted = self.purchase.by.unwrap_or(today).max(today);
        let ends = self
            .line
            .temporary
            .filter(|temporary| temporary.until >= today && temporary.until < wanted);
        let available = available - ends.map_or(Money::ZERO, |temporary| temporary.limit);
        if needed <= available {
            return (Some(today), None);
        }
        let reason = match ends {
            Some(temporary) if needed <= available + temporary.limit => Reason::TemporaryExpires {
                until: temporary.until,
            },
            _ => Reason::InsufficientLimit {
                short: needed - available,
            },
        };
        (self.restored_by(needed - available), Some(reason))
    }

    /// The day by which what is restoring has brought back `missing`.
    fn restored_by(&self, missing: Money) -> Option<NaiveDate> {
        if self.line.status != LineStatus::Active {
            return None;
        }
        let today = self.position.today;
        let restoring = self
            .limit
            .out
            .iter()
            .filter(|entry| entry.state_on(today) == RestoreState::Restoring);
        let mut restoring: Vec<_> = restoring
            .map(|entry| (entry.latest.date, entry.amount))
            .collect();
        restoring.sort_unstable();
        let mut back = Money::ZERO;
        restoring.into_iter().find_map(|(day, amount)| {
            back += amount;
            (back >= missing).then_some(day)
        })
    }

    fn overdue_first(&self) -> Vec<Unlock> {
        self.open_on_line()
            .filter(|(_, overdue)| *overdue)
            .map(|(unlock, _)| unlock)
            .collect()
    }

    /// Open installments on the line, each plan's oldest first, with whether they are overdue.
    fn open_on_line(&self) -> impl Iterator<Item = (Unlock, bool)> {
        let plans = self.book.plans.iter().zip(&self.position.plans).enumerate();
        let on_line = plans.filter(|(_, (plan, _))| plan.line.as_ref() == Some(&self.line.id));
        on_line.flat_map(|(k, (_, standing))| {
            standing.open().map(move |(installment, timing)| {
                let (row, n) = (&installment.row, installment.n());
                let pay = row.outstanding();
                let frees = match standing.rules.limit_counts {
                    LimitCounts::Principal => row.open_principal(),
                    LimitCounts::PrincipalAndFee => pay,
                };
                (
                    Unlock {
                        plan: k,
                        n,
                        pay,
                        frees,
                    },
                    timing.is_overdue(),
                )
            })
        })
    }

    /// Installments that together free `shortfall`: the overdue ones, then the plan that gets
    /// there for the least money, each plan in its own order.
    fn smallest_unlock(&self, shortfall: Money, must: Vec<Unlock>) -> Vec<Unlock> {
        let missing = shortfall - must.iter().map(|unlock| unlock.frees).sum();
        if !missing.is_positive() {
            return must;
        }
        let open: Vec<_> = self
            .open_on_line()
            .filter(|(_, overdue)| !overdue)
            .map(|(unlock, _)| unlock)
            .collect();
        let of_one_plan = open
            .chunk_by(|one, next| one.plan == next.plan)
            .filter_map(|plan| reach(plan, missing));
        let cheapest =
            of_one_plan.min_by_key(|unlock| unlock.iter().map(|unlock| unlock.pay).sum::<Money>());
        let chosen = cheapest
            .or_else(|| reach(&open, missing))
            .unwrap_or_default();
        must.into_iter().chain(chosen).collect()
    }

    /// When what is paid today has come back, if it is enough.
    fn freed_by(&self, unlock: &[Unlock], shortfall: Money) -> Until {
        let freed: Money = unlock.iter().map(|unlock| unlock.frees).sum();
        if freed < shortfall || self.line.status != LineStatus::Active {
            return Until::Never;
        }
        let latest = Rules::of_line(Some(self.line)).restore_days.latest;
        Until::Day(
            self.calendar
                .working_days_after(self.position.today, latest)
                .date,
        )
    }

    fn over_monthly_cap(&self) -> Option<Reason> {
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

/// The first installments of the list that together free at least `missing`.
fn reach(open: &[Unlock], missing: Money) -> Option<Vec<Unlock>> {
    let mut freed = Money::ZERO;
    let enough = open.iter().position(|unlock| {
        freed += unlock.frees;
        freed >= missing
    })?;
    open.get(..=enough).map(<[Unlock]>::to_vec)
}
