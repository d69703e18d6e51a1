//! May this be bought in installments (额度试算): yes, later, or no, and why.

use chrono::NaiveDate;

use super::book::Book;
use super::forecast;
use super::limit::LimitState;
use super::line::{CreditLine, LineStatus};
use super::money::{Money, Rounding};
use super::position::Position;
use super::restoring::RestoreState;
use super::rules::Rules;
use super::working_day::WorkingCalendar;

/// The answer. Ordered from the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It fits now.
    Yes,
    /// It fits from a known day on, or after paying something first.
    Later,
    /// It does not fit.
    No,
}

/// A purchase to be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purchase {
    /// The price.
    pub amount: Money,
    /// What is paid at once.
    pub down_payment: Money,
    /// How many installments; `None` where that is open.
    pub periods: Option<u32>,
    /// By when it should fit; `None`: today.
    pub by: Option<NaiveDate>,
}

/// Why it does not fit now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// So much is missing.
    InsufficientLimit {
        /// The amount missing.
        short: Money,
    },
    /// The line's limit is not known.
    UnknownLimit,
    /// The line is frozen.
    LineFrozen,
    /// The line is closed.
    LineClosed,
    /// Installments on the line are overdue.
    OverdueOnLine {
        /// How much of them.
        amount: Money,
    },
    /// Prices below this are not split.
    BelowMinimum {
        /// The smallest price.
        minimum: Money,
    },
    /// The provider is down.
    Maintenance {
        /// Its last day.
        until: NaiveDate,
    },
    /// The identity papers on file are no longer valid.
    IdentityExpired {
        /// Their last valid day.
        on: NaiveDate,
    },
    /// A month would exceed the shopper's own ceiling.
    MonthlyCap {
        /// The first such month.
        month: NaiveDate,
        /// What it would ask for.
        total: Money,
        /// The ceiling.
        cap: Money,
    },
    /// It only fits with the temporary limit, which ends before it is needed.
    TemporaryExpires {
        /// Its last day.
        until: NaiveDate,
    },
}

/// An installment to pay first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unlock {
    /// Which plan of the book.
    pub plan: usize,
    /// Which installment.
    pub n: u32,
    /// What to pay.
    pub pay: Money,
    /// What limit that frees.
    pub frees: Money,
}

/// The answer for one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineCheck {
    /// Which line of the book.
    pub line: usize,
    /// The answer.
    pub verdict: Verdict,
    /// What is available now; `None` while the limit is unknown.
    pub available: Option<Money>,
    /// What is missing now; zero where nothing is.
    pub shortfall: Money,
    /// What would be left after the purchase, where it fits now.
    pub left: Option<Money>,
    /// Why not now.
    pub reasons: Vec<Reason>,
    /// From when it fits, for [`Verdict::Later`].
    pub from: Option<NaiveDate>,
    /// What to pay first, for [`Verdict::Later`].
    pub unlock: Vec<Unlock>,
}

/// The answer for all lines asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitCheck {
    /// The best answer of any line; `No` where there is no line.
    pub verdict: Verdict,
    /// Each line, in file order.
    pub lines: Vec<LineCheck>,
}

impl LimitCheck {
    /// Checks a purchase on the lines of these indexes.
    pub fn of(
        book: &Book,
        position: &Position,
        calendar: &WorkingCalendar,
        purchase: &Purchase,
        lines: &[usize],
    ) -> Self {
        let check = |line: &usize| {
            let (credit_line, limit) = (book.lines.get(*line)?, position.limits.get(*line)?);
            Some(
                Checker {
                    book,
                    position,
                    calendar,
                    purchase,
                    index: *line,
                    line: credit_line,
                    limit,
                }
                .check(),
            )
        };
        let lines: Vec<_> = lines.iter().filter_map(check).collect();
        let verdict = lines
            .iter()
            .map(|line| line.verdict)
            .min()
            .unwrap_or(Verdict::No);
        Self { verdict, lines }
    }
}

struct Checker<'c> {
    book: &'c Book,
    position: &'c Position,
    calendar: &'c WorkingCalendar,
    purchase: &'c Purchase,
    index: usize,
    line: &'c CreditLine,
    limit: &'c LimitState,
}

/// When a blocking reason ends.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Day(NaiveDate),
    Never,
}

impl Checker<'_> {
    fn check(&self) -> LineCheck {
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
                    super::rules::LimitCounts::Principal => row.open_principal(),
                    super::rules::LimitCounts::PrincipalAndFee => pay,
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
        let monthly = financed.as_decimal() / rust_decimal::Decimal::from(periods);
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

#[cfg(test)]
mod tests {
    use super::{LimitCheck, LineCheck, Purchase, Reason, Verdict};
    use crate::domain::book::Book;
    use crate::domain::line::{CreditLine, LineStatus, Maintenance};
    use crate::domain::money::Money;
    use crate::domain::plan::Plan;
    use crate::domain::position::Position;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn buy(amount: &str) -> Purchase {
        Purchase {
            amount: cny(amount),
            down_payment: Money::ZERO,
            periods: None,
            by: None,
        }
    }

    /// On Monday 9 March 2026.
    fn check(book: &Book, purchase: Purchase) -> LineCheck {
        let calendar = WorkingCalendar::weekends_only();
        let position = Position::of(book, &calendar, date("2026-03-09"));
        LimitCheck::of(book, &position, &calendar, &purchase, &[0])
            .lines
            .remove(0)
    }

    #[test]
    fn a_price_within_the_available_limit_fits() {
        let check = check(&book(line("2000"), vec![]), buy("2000"));
        assert_eq!((check.verdict, check.left), (Verdict::Yes, Some(cny("0"))));
    }

    #[test]
    fn without_anything_to_wait_or_pay_for_the_answer_is_no_and_how_much_is_short() {
        let check = check(&book(line("2000"), vec![]), buy("2999"));
        assert_eq!((check.verdict, check.shortfall), (Verdict::No, cny("999")));
        assert_eq!(
            check.reasons,
            [Reason::InsufficientLimit { short: cny("999") }]
        );
    }

    #[test]
    fn what_is_restoring_makes_it_later() {
        let paid = Plan {
            payments: vec![payment("2026-03-09", "100")],
            ..plan("p", "1200", 12, "2026-03-09")
        };
        let check = check(&book(line("5000"), vec![paid]), buy("3850"));
        assert_eq!(
            (check.verdict, check.from),
            (Verdict::Later, Some(date("2026-03-12")))
        );
        assert!(check.unlock.is_empty());
    }

    #[test]
    fn a_later_day_asked_for_may_turn_later_into_yes() {
        let paid = Plan {
            payments: vec![payment("2026-03-09", "100")],
            ..plan("p", "1200", 12, "2026-03-09")
        };
        let purchase = Purchase {
            by: Some(date("2026-03-12")),
            ..buy("3850")
        };
        assert_eq!(
            check(&book(line("5000"), vec![paid]), purchase).verdict,
            Verdict::Yes
        );
    }

    #[test]
    fn the_cheapest_plan_is_paid_first_to_free_what_is_short() {
        let plans = vec![
            plan("a", "1200", 2, "2026-03-20"),
            plan("b", "1200", 12, "2026-04-20"),
        ];
        let check = check(&book(line("3000"), plans), buy("750"));
        assert_eq!(
            (check.verdict, check.shortfall),
            (Verdict::Later, cny("150"))
        );
        let pay: Vec<_> = check
            .unlock
            .iter()
            .map(|unlock| (unlock.plan, unlock.n, unlock.pay))
            .collect();
        assert_eq!(pay, [(1, 1, cny("100")), (1, 2, cny("100"))]);
        assert_eq!(check.from, Some(date("2026-03-12")));
    }

    #[test]
    fn a_frozen_or_closed_line_is_no_whatever_its_limit() {
        for (status, reason) in [
            (LineStatus::Frozen, Reason::LineFrozen),
            (LineStatus::Closed, Reason::LineClosed),
        ] {
            let check = check(
                &book(
                    CreditLine {
                        status,
                        ..line("9000")
                    },
                    vec![],
                ),
                buy("1"),
            );
            assert_eq!((check.verdict, check.reasons[0]), (Verdict::No, reason));
        }
    }

    #[test]
    fn overdue_installments_are_to_be_paid_first() {
        let check = check(
            &book(line("9000"), vec![plan("a", "200", 2, "2026-03-01")]),
            buy("10"),
        );
        assert_eq!(check.verdict, Verdict::Later);
        assert_eq!(
            check.reasons,
            [Reason::OverdueOnLine { amount: cny("100") }]
        );
        assert_eq!(check.unlock.len(), 1);
    }

    #[test]
    fn maintenance_ends_a_minimum_and_an_expired_paper_do_not() {
        let maintenance = Some(Maintenance {
            until: date("2026-03-10"),
            note: None,
        });
        let down = check(
            &book(
                CreditLine {
                    maintenance,
                    ..line("9000")
                },
                vec![],
            ),
            buy("10"),
        );
        assert_eq!(
            (down.verdict, down.from),
            (Verdict::Later, Some(date("2026-03-11")))
        );
        let expired = CreditLine {
            identity_expires: Some(date("2026-03-08")),
            ..line("9000")
        };
        assert_eq!(
            check(&book(expired, vec![]), buy("10")).verdict,
            Verdict::No
        );
        let mut minimum = line("9000");
        minimum.rules.min_purchase = Some(cny("100"));
        assert_eq!(
            check(&book(minimum, vec![]), buy("99.99")).verdict,
            Verdict::No
        );
    }

    #[test]
    fn the_shoppers_own_cap_holds_for_every_month_of_the_new_plan() {
        let mut book = book(line("9000"), vec![plan("a", "900", 3, "2026-03-20")]);
        book.settings.monthly_cap = Some(cny("400"));
        let purchase = |periods| Purchase {
            periods: Some(periods),
            ..buy("1200")
        };
        assert_eq!(check(&book, purchase(12)).verdict, Verdict::Yes);
        let over = check(&book, purchase(6));
        assert_eq!(
            over.reasons,
            [Reason::MonthlyCap {
                month: date("2026-04-01"),
                total: cny("500"),
                cap: cny("400")
            }]
        );
    }

    #[test]
    fn an_unknown_limit_is_never_taken_for_enough() {
        let check = check(
            &book(
                CreditLine {
                    limit: None,
                    ..line("1")
                },
                vec![],
            ),
            buy("10"),
        );
        assert_eq!((check.verdict, check.available), (Verdict::No, None));
        assert_eq!(check.reasons, [Reason::UnknownLimit]);
    }
}
