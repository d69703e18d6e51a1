//! Amounts of money: exact decimals, never binary floating point.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};

use rust_decimal::{Decimal, RoundingStrategy};

use super::currency::Currency;
use super::rate::Rate;

/// An amount in the major unit of some currency (yuan, not fen). Which currency is said by
/// the line or book it belongs to; amounts of different currencies are never added.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(Decimal);

/// Why a text is no amount of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotMoney {
    /// It is no plain decimal number.
    #[error("not a plain decimal number")]
    NotANumber,
    /// It has more decimals than the currency's smallest unit.
    #[error("more than {0} decimals")]
    TooManyDecimals(u32),
    /// It is larger than [`Money::LARGEST`].
    #[error("larger than 1,000,000,000,000")]
    TooLarge,
}

/// Which way a share that does not come out even is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// Cut off: the rest goes to one installment.
    Down,
    /// Half a unit or more goes up (四舍五入).
    HalfUp,
    /// Any rest goes up; the odd installment is then the smaller one.
    Up,
}

/// Which installment takes what is left over after an even split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Remainder {
    /// The first installment.
    First,
    /// The last installment (the default).
    #[default]
    Last,
    /// One smallest unit each from the first installment on; what is less than a unit comes last.
    Spread,
}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The largest amount a book may hold: 10^12. Sums of many stay far from any overflow.
    pub const LARGEST: Self = Self(Decimal::from_parts(3_567_587_328, 232, 0, false, 0));

    /// An amount from an exact decimal.
    pub const fn from_decimal(amount: Decimal) -> Self {
        Self(amount)
    }

    /// Reads `1234`, `1234.5` or `1234.50`, exact to the currency's smallest unit.
    ///
    /// # Errors
    /// Signs, exponents, separators, blanks, too many decimals and amounts above
    /// [`Money::LARGEST`] are refused; nothing is rounded.
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NotMoney> {
        let (whole, cents) = text.split_once('.').unwrap_or((text, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(cents) {
            return Err(NotMoney::NotANumber);
        }
        let (whole, cents) = (whole.trim_start_matches('0'), cents.trim_end_matches('0'));
        if cents.len() > currency.decimals() as usize {
            return Err(NotMoney::TooManyDecimals(currency.decimals()));
        }
        if whole.len() > 13 {
            return Err(NotMoney::TooLarge);
        }
        // At most 13 digits and those of the smallest unit: no overflow.
        let digits = whole.bytes().chain(cents.bytes());
        let units = digits.fold(0, |units, digit| units * 10 + i64::from(digit - b'0'));
        let scale = u32::try_from(cents.len()).or(Err(NotMoney::NotANumber))?;
        let amount = Decimal::new(units, scale);
        if whole.len() == 13 && amount > Self::LARGEST.0 {
            return Err(NotMoney::TooLarge);
        }
        Ok(Self(amount))
    }

    /// The amount as a decimal.
    pub fn as_decimal(self) -> Decimal {
        self.0
    }

    /// True for amounts above zero.
    #[inline]
    pub fn is_positive(self) -> bool {
        self.0.is_sign_positive() && !self.0.is_zero()
    }

    /// True for exactly nothing.
    #[inline]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// The amount, or zero where it would be negative.
    #[must_use]
    #[inline]
    pub fn or_zero(self) -> Self {
        if self.0.is_sign_negative() {
            Self::ZERO
        } else {
            self
        }
    }

    /// The amount times a rate, rounded half up to `decimals` places.
    #[must_use]
    pub fn at_rate(self, rate: Rate, decimals: u32) -> Self {
        Self(self.0 * rate.as_decimal()).rounded(decimals, Rounding::HalfUp)
    }

    /// Rounded to `decimals` places.
    #[must_use]
    pub fn rounded(self, decimals: u32, rounding: Rounding) -> Self {
        let strategy = match rounding {
            Rounding::Down => RoundingStrategy::ToZero,
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::Up => RoundingStrategy::AwayFromZero,
        };
        Self(self.0.round_dp_with_strategy(decimals, strategy))
    }

    /// Splits into `parts` shares that add up exactly. Each share is rounded to `decimals`
    /// places; what is left over (it may be a shortage with [`Rounding::Up`] or
    /// [`Rounding::HalfUp`]) falls on the first or last share, or is spread; only shares cut off
    /// leave something to spread.
    pub fn split(self, parts: u32, decimals: u32, rounding: Rounding, odd: Remainder) -> Vec<Self> {
        if parts == 0 {
            return Vec::new();
        }
        if odd == Remainder::Spread {
            return self.spread(parts, decimals);
        }
        let share = Self(self.0 / Decimal::from(parts)).rounded(decimals, rounding);
        let rest = self - Self(share.0 * Decimal::from(parts - 1));
        let mut shares = vec![share; parts as usize];
        let odd_one = match odd {
            Remainder::First => shares.first_mut(),
            Remainder::Last | Remainder::Spread => shares.last_mut(),
        };
        if let Some(odd_one) = odd_one {
            *odd_one = rest;
        }
        shares
    }

    /// Shares of which the first ones are a unit larger, as far as the rest goes.
    fn spread(self, parts: u32, decimals: u32) -> Vec<Self> {
        let unit = Self(Decimal::new(1, decimals));
        let mut shares = self.split(parts, decimals, Rounding::Down, Remainder::Last);
        let Some((last, before)) = shares.split_last_mut() else {
            return shares;
        };
        let share = before.first().copied().unwrap_or(*last);
        for earlier in before {
            if *last - share < unit {
                break;
            }
            *earlier += unit;
            *last -= unit;
        }
        shares
    }

    /// As it stands in files and JSON: all of the currency's decimals, no separators.
    pub fn plain(self, currency: Currency) -> String {
        format!("{:.*}", currency.decimals() as usize, self.0)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<u32> for Money {
    fn from(amount: u32) -> Self {
        Self(amount.into())
    }
}

impl Add for Money {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        let mut sum = self;
        sum += other;
        sum
    }
}

impl Sub for Money {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        let mut rest = self;
        rest -= other;
        rest
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl AddAssign for Money {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        // Most amounts that are added to others are nothing.
        if !other.is_zero() {
            self.0 += other.0;
        }
    }
}

impl SubAssign for Money {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        if !other.is_zero() {
            self.0 -= other.0;
        }
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::{Currency, Money, NotMoney, Remainder, Rounding};
    use proptest::prelude::*;

    fn cny(text: &str) -> Money {
        Money::parse(text, Currency::CNY).unwrap()
    }

    #[test]
    fn the_largest_amount_is_ten_to_the_twelve() {
        assert_eq!(Money::LARGEST.to_string(), "1000000000000");
    }

    #[test]
    fn only_plain_exact_decimals_are_money() {
        for (text, why) in [
            ("", NotMoney::NotANumber),
            ("-1", NotMoney::NotANumber),
            ("+1", NotMoney::NotANumber),
            ("1e3", NotMoney::NotANumber),
            ("1,000", NotMoney::NotANumber),
            ("1.", NotMoney::NotANumber),
            (".5", NotMoney::NotANumber),
            ("NaN", NotMoney::NotANumber),
            ("１２", NotMoney::NotANumber),
            ("12.345", NotMoney::TooManyDecimals(2)),
            ("1000000000000.01", NotMoney::TooLarge),
            ("99999999999999999999999999999999", NotMoney::TooLarge),
        ] {
            assert_eq!(Money::parse(text, Currency::CNY), Err(why), "{text}");
        }
        assert_eq!(cny("446.57").plain(Currency::CNY), "446.57");
        assert_eq!(cny("5.100"), cny("5.1"));
        assert_eq!(cny("1000000000000"), Money::LARGEST);
    }

    #[test]
    fn a_currency_without_minor_unit_takes_no_decimals() {
        let yen = Currency::new("JPY").unwrap();
        assert_eq!(Money::parse("1.5", yen), Err(NotMoney::TooManyDecimals(0)));
        assert_eq!(Money::parse("1500", yen).unwrap().plain(yen), "1500");
    }

    #[test]
    fn what_is_left_over_falls_on_the_chosen_installment() {
        let shares = |total: &str, parts, rounding, odd| -> Vec<String> {
            let shares = cny(total).split(parts, 2, rounding, odd);
            shares.iter().map(|s| s.plain(Currency::CNY)).collect()
        };
        assert_eq!(
            shares("1000", 3, Rounding::Down, Remainder::Last),
            ["333.33", "333.33", "333.34"]
        );
        assert_eq!(
            shares("1000", 3, Rounding::Down, Remainder::First),
            ["333.34", "333.33", "333.33"]
        );
        assert_eq!(
            shares("320.49", 4, Rounding::Up, Remainder::Last),
            ["80.13", "80.13", "80.13", "80.10"]
        );
        assert_eq!(
            shares("1000.01", 3, Rounding::HalfUp, Remainder::Spread),
            ["333.34", "333.34", "333.33"]
        );
        assert!(shares("1", 0, Rounding::Down, Remainder::Last).is_empty());
    }

    proptest! {
        #[test]
        fn a_split_adds_up_and_its_odd_share_differs_by_less_than_one_unit_a_part(
            cents in 0u64..100_000_000_000_000, parts in 1u32..=600,
            odd in proptest::sample::select(&[Remainder::First, Remainder::Last, Remainder::Spread]),
        ) {
            let total = Money::from_decimal(rust_decimal::Decimal::new(i64::try_from(cents).unwrap(), 2));
            let shares = total.split(parts, 2, Rounding::Down, odd);
            prop_assert_eq!(shares.iter().copied().sum::<Money>(), total);
            let (low, high) = (shares.iter().min().unwrap(), shares.iter().max().unwrap());
            prop_assert!(*low >= Money::ZERO);
            let spread = (*high - *low).as_decimal() * rust_decimal::Decimal::ONE_HUNDRED;
            prop_assert!(spread < parts.into());
            prop_assert!(odd != Remainder::Spread || spread <= rust_decimal::Decimal::ONE);
        }
    }
}
