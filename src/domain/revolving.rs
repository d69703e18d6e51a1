//! Credit that is paid back in part (循环借款): what a month asks for at least.

use rust_decimal::Decimal;

use super::money::{Money, Rounding};
use super::rate::Rate;

/// The terms of such credit. 微信分付 asks for the interest of the month and a tenth of what is
/// used; up to 100 yuan it asks for all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Revolving {
    /// Interest a day on what is used.
    pub daily_rate: Rate,
    /// The share of what is used that has to be paid back.
    pub least_share: Rate,
    /// Up to so much all of it has to be paid back.
    pub all_up_to: Money,
}

impl Revolving {
    /// The interest on what is used, for so many days, rounded half up.
    pub fn interest(self, used: Money, days: u32, decimals: u32) -> Money {
        let exact = used.as_decimal() * self.daily_rate.as_decimal() * Decimal::from(days);
        Money::from_decimal(exact).rounded(decimals, Rounding::HalfUp)
    }

    /// What the month asks for at least: the interest, and a share of what is used or all of it.
    pub fn minimum_due(self, used: Money, days: u32, decimals: u32) -> Money {
        let principal = if used <= self.all_up_to {
            used
        } else {
            used.at_rate(self.least_share, decimals)
        };
        principal + self.interest(used, days, decimals)
    }
}

#[cfg(test)]
mod tests {
    use super::Revolving;
    use crate::domain::rate::Rate;
    use crate::domain::test_book::cny;

    #[test]
    fn a_small_sum_is_due_as_a_whole() {
        let terms = Revolving {
            daily_rate: Rate::parse("0.04%").unwrap(),
            least_share: Rate::parse("10%").unwrap(),
            all_up_to: cny("100"),
        };
        assert_eq!(terms.minimum_due(cny("100"), 30, 2), cny("101.20"));
        assert_eq!(terms.minimum_due(cny("100.01"), 30, 2), cny("11.20"));
    }
}
