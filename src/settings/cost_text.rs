//! What a plan costs in words: how its rates were counted, and what being late costs besides.

use super::format::Amounts;
use super::texts::Texts;
use crate::domain::cost::Counted;
use crate::domain::rules::{LateBase, LateFees, LateRule, Rules};
use crate::domain::{Currency, Money};

impl Texts {
    /// How the time between payments was counted; `None` where all periods are equal.
    pub const fn counted(self, counted: Counted) -> Option<&'static str> {
        match counted {
            Counted::Periods => None,
            Counted::OddFirst => Some(self.cost_counted_odd_first()),
            Counted::Dates => Some(self.cost_counted_dates()),
        }
    }

    /// What being late costs by the rule, and its grace days: never part of a yearly rate.
    pub fn late_rule(self, rules: &Rules, amounts: Amounts, currency: Currency) -> String {
        let late = rules.late.as_ref();
        let mut parts = vec![late.map_or_else(
            || self.late_unknown().to_owned(),
            |late| self.late_cost(late, |amount| amounts.exact(amount, currency)),
        )];
        if rules.grace_days > 0 {
            parts.push(self.late_grace(rules.grace_days));
        }
        parts.join(self.semicolon())
    }

    /// What a late rule charges.
    pub fn late_cost(self, late: &LateRule, sum: impl Fn(Money) -> String) -> String {
        match late {
            LateRule::Daily(daily) => {
                let rate = daily.daily_rate.to_string();
                match daily.base {
                    LateBase::Overdue => self.late_daily_overdue(&rate),
                    LateBase::AllUnpaid => self.late_daily_all_unpaid(&rate),
                }
            }
            LateRule::Fees(fees) => self.late_fees(fees, sum).join(self.semicolon()),
        }
    }

    fn late_fees(self, fees: &LateFees, sum: impl Fn(Money) -> String) -> Vec<String> {
        let tier = |(total, fee): &(Money, Money)| {
            if total.is_zero() {
                self.late_fee(&sum(*fee))
            } else {
                self.late_fee_from(&sum(*fee), &sum(*total))
            }
        };
        let mut parts: Vec<_> = fees.tiers.iter().map(tier).collect();
        parts.extend((fees.from_day > 1).then(|| self.late_from_day(fees.from_day)));
        let again = fees
            .again
            .map(|(days, fee)| self.late_again(&sum(fee), days));
        parts.extend(again);
        parts.extend(fees.cap.map(|cap| self.late_cap(&cap.to_string())));
        parts.extend(fees.most.map(|most| self.late_most(&sum(most))));
        parts.extend(fees.times.map(|times| self.late_times(times)));
        parts
    }
}

#[cfg(test)]
mod tests {
    use super::{Amounts, Currency, LateBase, LateFees, LateRule, Money, Rules, Texts};
    use crate::domain::Rate;
    use crate::domain::rules::DailyLate;
    use crate::settings::texts::Lang;

    fn late(late: Option<LateRule>, grace_days: u32) -> [String; 2] {
        let rules = Rules {
            grace_days,
            late,
            ..Rules::of_line(None)
        };
        [Lang::Zh, Lang::En]
            .map(|lang| Texts::new(lang).late_rule(&rules, Amounts::SHOWN, Currency::CNY))
    }

    #[test]
    fn being_late_costs_what_the_rule_says_in_full() {
        let daily = LateRule::Daily(DailyLate {
            daily_rate: Rate::parse("0.05%").unwrap(),
            base: LateBase::Overdue,
        });
        assert_eq!(
            late(Some(daily), 3),
            [
                "每天 0.05%，按逾期金额；宽限 3 天",
                "0.05% a day of what is overdue; 3 days of grace"
            ]
        );
        let fees = LateRule::Fees(LateFees {
            tiers: vec![(Money::ZERO, 10.into()), (40.into(), 12.into())],
            from_day: 1,
            again: Some((7, 7.into())),
            cap: Some(Rate::parse("25%").unwrap()),
            most: Some(68.into()),
            times: None,
        });
        assert_eq!(
            late(Some(fees), 0)[1],
            "¥10.00 each time; ¥12.00 each time from an order of ¥40.00 on; ¥7.00 more after 7 days; at most 25% of the order in all; at most ¥68.00 in all"
        );
        assert_eq!(late(None, 0), ["规则未知", "rule unknown"]);
    }
}
