//! What a plan costs in words: how its rates were counted, and what being late costs besides.

use super::format::Amounts;
use super::texts::Texts;
use crate::domain::cost::Counted;
use crate::domain::rules::Rules;
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
        let sum = |amount: Money| amounts.exact(amount, currency);
        let late = rules.late.as_ref().map(|late| self.late(late, sum));
        let mut parts = vec![late.unwrap_or_else(|| self.late_unknown().to_owned())];
        if rules.grace_days > 0 {
            parts.push(self.late_grace(rules.grace_days));
        }
        parts.join(self.semicolon())
    }
}

#[cfg(test)]
mod tests {
    use super::{Amounts, Currency, Rules, Texts};
    use crate::domain::rules::{DailyLate, LateBase, LateRule};
    use crate::domain::{Money, Rate};
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
            least_a_day: None,
        });
        assert_eq!(
            late(Some(daily), 3),
            [
                "逾期金额每天 0.05%；宽限 3 天",
                "0.05% a day of what is overdue; 3 days of grace"
            ]
        );
        let least = LateRule::Daily(DailyLate {
            daily_rate: Rate::parse("0.05%").unwrap(),
            base: LateBase::Overdue,
            least_a_day: Some(Money::from_decimal(rust_decimal::Decimal::new(1, 2))),
        });
        assert_eq!(
            late(Some(least), 0),
            [
                "逾期金额每天 0.05%，每天至少 ¥0.01",
                "0.05% a day of what is overdue, at least ¥0.01 a day"
            ]
        );
        assert_eq!(late(None, 0), ["规则未知", "rule unknown"]);
    }
}
