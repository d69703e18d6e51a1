//! What being late has cost so far.
//!
//! Days late are today − due: the due day is free. Within the grace days nothing is charged; after
//! them a penalty runs from the due date, or from the last day of grace where the rule says so.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::allocation::{Row, Terms};
use super::money::{Money, Rounding};
use super::rules::{DailyLate, LateBase, LateFees, LateRule, PenaltyFrom, Rules};

/// The amounts a late rule may be charged on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateAmounts {
    /// Outstanding of the late installment.
    pub overdue: Money,
    /// Outstanding of the whole plan, future installments included.
    pub all_unpaid: Money,
}

/// `base × daily rate × days`, rounded half up to `decimals`, but not less than the rule's least a
/// day. The due day itself is free, so `days` is today − due (three worked examples published by
/// 白条 confirm it).
pub fn penalty(rule: DailyLate, amounts: LateAmounts, days: u32, decimals: u32) -> Money {
    let base = match rule.base {
        LateBase::Overdue => amounts.overdue,
        LateBase::AllUnpaid => amounts.all_unpaid,
    };
    let a_day = Money::from_decimal(base.as_decimal() * rule.daily_rate.as_decimal());
    let least = rule.least_a_day.filter(|_| a_day.is_positive());
    let a_day = least.map_or(a_day, |least| a_day.max(least));
    Money::from_decimal(a_day.as_decimal() * Decimal::from(days))
        .rounded(decimals, Rounding::HalfUp)
}

/// The fixed fee of each missed payment, oldest first, by how many days each was late. `order` is
/// the order's total: it picks the tier, and all fees together stay below their cap (Afterpay:
/// 10, and 7 more after 7 days, at most a quarter of the order; Klarna: by the order, three times).
pub fn late_fees(rule: &LateFees, order: Money, days_late: &[u32], decimals: u32) -> Vec<Money> {
    let tier = rule.tiers.iter().rev().find(|(from, _)| *from <= order);
    let first = tier.map_or(Money::ZERO, |(_, fee)| *fee);
    let cap = rule
        .cap
        .map(|cap| Money::from_decimal(order.as_decimal() * cap.as_decimal()));
    let cap = cap.map(|cap| cap.rounded(decimals, Rounding::Down));
    let mut room = [cap, rule.most].into_iter().flatten().min();
    let mut times = rule.times.unwrap_or(u32::MAX);
    let mut charge = |days: u32| {
        if days < rule.from_day.max(1) || times == 0 {
            return Money::ZERO;
        }
        times -= 1;
        let again = rule.again.filter(|(after, _)| days > *after);
        let fee = first + again.map_or(Money::ZERO, |(_, fee)| fee);
        let fee = room.map_or(fee, |room| fee.min(room));
        room = room.map(|room| room - fee);
        fee
    };
    days_late.iter().map(|days| charge(*days)).collect()
}

/// What being late with each installment has cost by `today`, less what a refund was taken for;
/// `None` where it is late and nobody stated the rule.
pub fn penalties(terms: Terms<'_>, rows: &[Row], today: NaiveDate) -> Vec<Option<Money>> {
    let is_late = |row: &Row| is_late(terms.rules, row, today);
    let costs: Vec<_> = match &terms.rules.late {
        None => {
            let cost = |row| (!is_late(row)).then_some(Money::ZERO);
            return rows.iter().map(cost).collect();
        }
        Some(LateRule::Daily(rule)) => daily(terms, *rule, rows, today),
        Some(LateRule::Fees(rule)) => {
            // What was paid late counts towards the caps, though it is no cost of today.
            let days = rows.iter().map(|row| days_late(terms.rules, row, today));
            let days: Vec<_> = days.collect();
            let fees = late_fees(rule, terms.order_total(), &days, terms.currency.decimals());
            let still_open =
                |(fee, row): (Money, &Row)| if row.is_open() { fee } else { Money::ZERO };
            fees.into_iter().zip(rows).map(still_open).collect()
        }
    };
    let left = |(cost, row): (Money, &Row)| Some((cost - row.ended().offset_penalty).or_zero());
    costs.into_iter().zip(rows).map(left).collect()
}

/// True where it is late now: past its due date and any grace, and still asked for.
fn is_late(rules: &Rules, row: &Row, today: NaiveDate) -> bool {
    row.is_overdue_on(today, rules.grace_days) && row.is_open()
}

/// A cost on everything the plan asks for is charged once a day, however many installments are
/// overdue: it stands at the one that is overdue the longest.
fn daily(terms: Terms<'_>, rule: DailyLate, rows: &[Row], today: NaiveDate) -> Vec<Money> {
    let all_unpaid = rows.iter().map(Row::outstanding).sum();
    let late = rows.iter().filter(|row| is_late(terms.rules, row, today));
    let longest = late
        .min_by_key(|row| row.installment.due)
        .map(|row| row.installment.n);
    let cost = |row: &Row| {
        let is_charged = rule.base == LateBase::Overdue || longest == Some(row.installment.n);
        if !is_charged || !is_late(terms.rules, row, today) {
            return Money::ZERO;
        }
        let amounts = LateAmounts {
            overdue: row.outstanding(),
            all_unpaid,
        };
        let days = days_late(terms.rules, row, today);
        penalty(rule, amounts, days, terms.currency.decimals())
    };
    rows.iter().map(cost).collect()
}

/// For how many days an installment is charged for: those it is late now, or was when it was paid.
fn days_late(rules: &Rules, row: &Row, today: NaiveDate) -> u32 {
    let until = if row.is_open() {
        Some(today)
    } else {
        row.last_paid
    };
    let Some(until) = until.filter(|until| row.is_overdue_on(*until, rules.grace_days)) else {
        return 0;
    };
    let days = u32::try_from((until - row.installment.due).num_days()).unwrap_or_default();
    match rules.penalty_from {
        PenaltyFrom::DueDate => days,
        PenaltyFrom::GraceEnd => days.saturating_sub(rules.grace_days),
    }
}

#[cfg(test)]
mod tests {
    use super::{LateAmounts, late_fees, penalty};
    use crate::domain::money::Money;
    use crate::domain::plan::{Plan, Refund};
    use crate::domain::rate::Rate;
    use crate::domain::rules::{DailyLate, LateBase, LateFees, LateRule, PenaltyFrom, RefundOrder};
    use crate::domain::standing::PlanStanding;
    use crate::domain::test_book::{book, cny, date, line, payment, plan};
    use crate::domain::working_day::WorkingCalendar;

    /// Published by 白条 and 花呗.
    #[test]
    fn published_late_costs() {
        for (base, rate, days, expected) in [
            ("1000", "0.065%", 2, "1.3"),
            ("10000", "0.05%", 1, "5"),
            ("1000", "0.07%", 5, "3.5"),
            ("1015", "0.07%", 5, "3.55"),
        ] {
            let rule = DailyLate {
                daily_rate: Rate::parse(rate).unwrap(),
                base: LateBase::Overdue,
                least_a_day: None,
            };
            let amounts = LateAmounts {
                overdue: cny(base),
                all_unpaid: cny("999999"),
            };
            assert_eq!(
                penalty(rule, amounts, days, 2),
                cny(expected),
                "{base} {rate} {days}"
            );
        }
    }

    /// Published by 白条: a day that costs less than 0.01 counts as 0.01.
    #[test]
    fn a_day_may_have_a_least_cost() {
        let rule = DailyLate {
            daily_rate: rate("0.07%"),
            base: LateBase::Overdue,
            least_a_day: Some(cny("0.01")),
        };
        for (base, days, expected) in [
            ("10", 5, "0.05"),
            ("14.29", 5, "0.05"),
            ("15", 4, "0.04"),
            ("100", 5, "0.35"),
            ("10", 0, "0"),
            ("0", 5, "0"),
        ] {
            let amounts = LateAmounts {
                overdue: cny(base),
                all_unpaid: cny(base),
            };
            assert_eq!(
                penalty(rule, amounts, days, 2),
                cny(expected),
                "{base} {days}"
            );
        }
    }

    #[test]
    fn some_providers_charge_on_everything_unpaid() {
        let rule = DailyLate {
            daily_rate: Rate::parse("0.07%").unwrap(),
            base: LateBase::AllUnpaid,
            least_a_day: None,
        };
        let amounts = LateAmounts {
            overdue: cny("338.33"),
            all_unpaid: cny("1015"),
        };
        assert_eq!(penalty(rule, amounts, 5, 2), cny("3.55"));
    }

    fn rate(text: &str) -> Rate {
        Rate::parse(text).unwrap()
    }

    /// 10, and 7 more after 7 days, at most a quarter of the order or 68.
    fn afterpay() -> LateFees {
        LateFees {
            tiers: vec![(Money::ZERO, cny("10"))],
            from_day: 1,
            again: Some((7, cny("7"))),
            cap: Some(rate("25%")),
            most: Some(cny("68")),
            times: None,
        }
    }

    fn fees(rule: &LateFees, order: &str, days: &[u32]) -> Vec<Money> {
        late_fees(rule, cny(order), days, 2)
    }

    /// Published by Afterpay.
    #[test]
    fn a_second_fee_comes_after_so_many_days_and_all_of_them_stay_below_their_caps() {
        let rule = afterpay();
        assert_eq!(
            fees(&rule, "200", &[0, 1, 7, 8]),
            ["0", "10", "10", "17"].map(cny)
        );
        assert_eq!(fees(&rule, "60", &[8]), [cny("15")]);
        assert_eq!(fees(&rule, "100", &[8, 8]), [cny("17"), cny("8")]);
        assert_eq!(
            fees(&rule, "1000", &[8; 5]),
            ["17", "17", "17", "17", "0"].map(cny)
        );
        // A share of an odd order is cut off, not rounded up.
        assert_eq!(fees(&rule, "39.99", &[8]), [cny("9.99")]);
    }

    /// Published by Klarna for Australia and, from the tenth day on, the United States.
    #[test]
    fn the_orders_total_picks_the_fee_and_only_so_many_are_charged() {
        let tiers = [("25", "2"), ("60", "4"), ("100", "6"), ("200", "8")];
        let rule = LateFees {
            tiers: tiers.map(|(from, fee)| (cny(from), cny(fee))).to_vec(),
            again: None,
            cap: None,
            most: None,
            times: Some(3),
            ..afterpay()
        };
        assert_eq!(fees(&rule, "24.99", &[1]), [cny("0")]);
        assert_eq!(
            fees(&rule, "25", &[1, 1, 1, 1]),
            ["2", "2", "2", "0"].map(cny)
        );
        assert_eq!(
            fees(&rule, "200", &[0, 3, 9, 1]),
            ["0", "8", "8", "8"].map(cny)
        );
        let from_the_tenth = LateFees {
            from_day: 10,
            ..rule
        };
        assert_eq!(fees(&from_the_tenth, "100", &[9, 10]), [cny("0"), cny("6")]);
    }

    fn penalties(plan: Plan, today: &str) -> Vec<Option<Money>> {
        let book = book(line("10000"), vec![plan]);
        let calendar = WorkingCalendar::weekends_only();
        let standing = PlanStanding::of(&book, &book.plans[0], &calendar, date(today));
        standing
            .installments
            .iter()
            .map(|one| one.penalty)
            .collect()
    }

    #[test]
    fn fees_go_by_the_price_and_count_what_was_paid_late_before() {
        let mut plan = plan("p", "90", 3, "2026-01-10");
        plan.price = Some(cny("100"));
        plan.rules.late = Some(LateRule::Fees(afterpay()));
        plan.payments = vec![payment("2026-01-20", "30")];
        // 17 for the first, paid ten days late, leave 8 of the 25 for the second.
        assert_eq!(
            penalties(plan, "2026-02-20"),
            ["0", "8", "0"].map(|fee| Some(cny(fee)))
        );
    }

    #[test]
    fn what_a_refund_was_taken_for_is_not_asked_for_again() {
        let mut plan = plan("p", "1000", 1, "2026-01-10");
        plan.rules.late = Some(LateRule::Daily(DailyLate {
            daily_rate: rate("0.1%"),
            base: LateBase::Overdue,
            least_a_day: None,
        }));
        plan.rules.refund = Some(RefundOrder::Huabei);
        plan.refunds = vec![Refund {
            on: date("2026-01-20"),
            amount: cny("8"),
            reference: None,
        }];
        // Ten days cost 10; the refund takes 8 of them, and the next day costs 1 again.
        for (today, cost) in [("2026-01-20", "2"), ("2026-01-21", "3")] {
            assert_eq!(penalties(plan.clone(), today), [Some(cny(cost))], "{today}");
        }
    }

    #[test]
    fn a_penalty_runs_from_the_due_date_or_from_the_end_of_the_grace() {
        let mut plan = plan("p", "1000", 1, "2026-01-10");
        plan.rules.grace_days = Some(3);
        plan.rules.late = Some(LateRule::Daily(DailyLate {
            daily_rate: rate("0.1%"),
            base: LateBase::Overdue,
            least_a_day: None,
        }));
        for (from, today, cost) in [
            (PenaltyFrom::DueDate, "2026-01-13", "0"),
            (PenaltyFrom::DueDate, "2026-01-14", "4"),
            (PenaltyFrom::GraceEnd, "2026-01-13", "0"),
            (PenaltyFrom::GraceEnd, "2026-01-14", "1"),
        ] {
            plan.rules.penalty_from = Some(from);
            assert_eq!(
                penalties(plan.clone(), today),
                [Some(cny(cost))],
                "{from:?} {today}"
            );
        }
    }
}
