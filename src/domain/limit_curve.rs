//! What lines allow over days: as they stood in the past, and ahead if every installment is paid on
//! the day it is due.
//!
//! Freed limit comes back within a window, so a day ahead has two figures: the least, with all of
//! it back as late as expected, and the most, with all of it back as early. What is late counts in
//! neither, because nobody knows when it comes.

use chrono::NaiveDate;

use super::book::Book;
use super::limit::{LimitState, frees, occupied_at_start};
use super::line::{CreditLine, LineStatus};
use super::money::Money;
use super::plan::Plan;
use super::position::Position;
use super::restoring::RestoreState;
use super::standing::PlanStanding;
use super::working_day::WorkingCalendar;

/// What a line allows on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Allowed {
    /// For certain, or with everything back as late as expected.
    pub least: Money,
    /// With everything that is on its way back as early as expected.
    pub most: Money,
}

/// A change of what a line allows, on these days.
struct Turn {
    early: NaiveDate,
    late: NaiveDate,
    amount: Money,
}

/// What each line of the book allows on each of some days; `None` for a line whose limit is not
/// known.
pub fn limit_curve(
    book: &Book,
    calendar: &WorkingCalendar,
    today: NaiveDate,
    days: &[NaiveDate],
) -> Vec<Option<Vec<Allowed>>> {
    let now = Position::of(book, calendar, today);
    let before = days.iter().take_while(|day| **day <= today);
    let before: Vec<_> = before
        .map(|day| Position::of(book, calendar, *day))
        .collect();
    let ahead = days.get(before.len()..).unwrap_or_default();
    let lines = book.lines.iter().zip(&now.limits).enumerate();
    lines
        .map(|(k, (line, limit))| {
            let available = limit.available?;
            let turns = turns(book, &now, calendar, line, limit);
            let past = before
                .iter()
                .filter_map(|position| as_it_stood(position.limits.get(k)?));
            let coming = ahead.iter().map(|day| Allowed {
                least: available + sum(&turns, |turn| turn.late <= *day),
                most: available + sum(&turns, |turn| turn.early <= *day),
            });
            Some(past.chain(coming).collect())
        })
        .collect()
}

fn as_it_stood(limit: &LimitState) -> Option<Allowed> {
    Some(Allowed {
        least: limit.available?,
        most: limit.expected?,
    })
}

fn sum(turns: &[Turn], is_meant: impl Fn(&Turn) -> bool) -> Money {
    let meant = turns.iter().filter(|turn| is_meant(turn));
    meant.map(|turn| turn.amount).sum()
}

/// What changes on a line after today. On a frozen or closed one nothing does.
fn turns(
    book: &Book,
    now: &Position,
    calendar: &WorkingCalendar,
    line: &CreditLine,
    limit: &LimitState,
) -> Vec<Turn> {
    if line.status != LineStatus::Active {
        return Vec::new();
    }
    let today = now.today;
    let on_its_way = limit
        .out
        .iter()
        .filter(|freed| freed.state_on(today) == RestoreState::Restoring);
    let mut turns: Vec<_> = on_its_way
        .map(|freed| {
            let window = freed.window_on(today);
            Turn {
                early: window.earliest.date,
                late: window.latest.date,
                amount: freed.amount,
            }
        })
        .collect();
    let temporary = line.temporary.filter(|_| limit.temporary.is_positive());
    turns.extend(temporary.and_then(|temporary| {
        let ends = temporary.until.succ_opt()?;
        Some(Turn {
            early: ends,
            late: ends,
            amount: -temporary.limit,
        })
    }));
    for (plan, standing) in book.plans.iter().zip(&now.plans) {
        if plan.line.as_ref() == Some(&line.id) && !plan.is_paused_on(today) {
            turns.extend(of_plan(plan, standing, calendar, limit, today));
        }
    }
    turns
}

/// What a plan takes once it is bought, and what each payment gives back.
fn of_plan(
    plan: &Plan,
    standing: &PlanStanding,
    calendar: &WorkingCalendar,
    limit: &LimitState,
    today: NaiveDate,
) -> impl Iterator<Item = Turn> {
    let bought = plan.bought.filter(|_| !plan.is_bought_by(today));
    let taken = bought.map(|bought| Turn {
        early: bought,
        late: bought,
        amount: -occupied_at_start(standing, plan.paid_through),
    });
    let measured = limit.measures.window(plan.usual_method());
    let days = measured.map_or(standing.rules.restore_days, |(days, _)| days);
    let back = standing.open().map(move |(one, _)| {
        let paid = one.due().max(today);
        Turn {
            early: calendar.working_days_after(paid, days.earliest).date,
            late: calendar.working_days_after(paid, days.latest).date,
            amount: frees(plan, standing, one),
        }
    });
    taken.into_iter().chain(back)
}

#[cfg(test)]
mod tests {
    use super::{Allowed, limit_curve};
    use crate::domain::line::{CreditLine, LineStatus, TemporaryLimit};
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    fn curve(line: CreditLine, days: &[&str]) -> Vec<(String, String)> {
        // 1200 over 12 from the 9th of March; the first was paid on its day, a Monday.
        let mut twelve = plan("p", "1200", 12, "2026-03-09");
        twelve.payments = vec![payment("2026-03-09", "100")];
        let book = book(line, vec![twelve]);
        let days: Vec<_> = days.iter().map(|day| date(day)).collect();
        let calendar = WorkingCalendar::weekends_only();
        let all = limit_curve(&book, &calendar, date("2026-03-10"), &days);
        let of_line = all.into_iter().next().flatten().unwrap_or_default();
        let told = |one: Allowed| (one.least.to_string(), one.most.to_string());
        of_line.into_iter().map(told).collect()
    }

    #[test]
    fn what_is_on_its_way_comes_between_the_two_ends_of_its_window() {
        let days = ["2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13"];
        let shown = curve(line("5000"), &days);
        // Paid on Monday: back from Tuesday on, at the latest on Thursday the 12th.
        let of = |least: &str, most: &str| (cny(least).to_string(), cny(most).to_string());
        assert_eq!(
            shown,
            [
                of("3800", "3900"),
                of("3800", "3900"),
                of("3900", "3900"),
                of("3900", "3900")
            ]
        );
    }

    #[test]
    fn ahead_every_installment_is_taken_to_be_paid_when_it_is_due() {
        // The second is due on Thursday, 9 April: the first working day after it is Friday, the
        // third Tuesday the 14th.
        let days = ["2026-04-09", "2026-04-10", "2026-04-13", "2026-04-14"];
        let shown = curve(line("5000"), &days);
        let of = |least: &str, most: &str| (cny(least).to_string(), cny(most).to_string());
        assert_eq!(
            shown,
            [
                of("3900", "3900"),
                of("3900", "4000"),
                of("3900", "4000"),
                of("4000", "4000")
            ]
        );
    }

    #[test]
    fn the_past_is_as_it_stood_and_a_temporary_limit_ends() {
        let mut line = line("5000");
        line.temporary = Some(TemporaryLimit {
            limit: cny("50"),
            until: date("2026-03-20"),
        });
        let of = |least: &str, most: &str| (cny(least).to_string(), cny(most).to_string());
        let shown = curve(line, &["2026-03-08", "2026-03-20", "2026-03-21"]);
        assert_eq!(
            shown,
            [of("3850", "3850"), of("3950", "3950"), of("3900", "3900")]
        );
    }

    #[test]
    fn a_frozen_line_stays_as_it_is_and_an_unknown_limit_has_no_curve() {
        let mut frozen = line("5000");
        frozen.status = LineStatus::Frozen;
        let shown = curve(frozen, &["2026-03-10", "2026-12-31"]);
        assert_eq!(shown[0], shown[1]);
        let mut unknown = line("5000");
        unknown.limit = None;
        assert_eq!(curve(unknown, &["2026-03-10"]), []);
    }
}
