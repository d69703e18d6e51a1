//! What being late has cost so far.

use rust_decimal::Decimal;

use super::money::{Money, Rounding};
use super::rules::{DailyLate, LateBase};

/// The amounts a late rule may be charged on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LateAmounts {
    /// Outstanding of the late installment.
    pub overdue: Money,
    /// Outstanding of the whole plan, future installments included.
    pub all_unpaid: Money,
}

/// `base × daily rate × days`, rounded half up to `decimals`. The due day itself is free, so
/// `days` is today − due (three worked examples published by 白条 confirm it).
pub fn penalty(rule: DailyLate, amounts: LateAmounts, days: u32, decimals: u32) -> Money {
    let base = match rule.base {
        LateBase::Overdue => amounts.overdue,
        LateBase::AllUnpaid => amounts.all_unpaid,
    };
    let exact = base.as_decimal() * rule.daily_rate.as_decimal() * Decimal::from(days);
    Money::from_decimal(exact).rounded(decimals, Rounding::HalfUp)
}

#[cfg(test)]
mod tests {
    use super::{LateAmounts, penalty};
    use crate::domain::rate::Rate;
    use crate::domain::rules::{DailyLate, LateBase};
    use crate::domain::test_book::cny;

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

    #[test]
    fn some_providers_charge_on_everything_unpaid() {
        let rule = DailyLate {
            daily_rate: Rate::parse("0.07%").unwrap(),
            base: LateBase::AllUnpaid,
        };
        let amounts = LateAmounts {
            overdue: cny("338.33"),
            all_unpaid: cny("1015"),
        };
        assert_eq!(penalty(rule, amounts, 5, 2), cny("3.55"));
    }
}
