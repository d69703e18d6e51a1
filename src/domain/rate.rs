//! Rates: exact fractions, written as percentages.

use std::fmt;

use rust_decimal::Decimal;

/// A rate as a fraction: `0.6%` is 0.006. Per period, day or year, as its owner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rate(Decimal);

/// Why a text is no rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a percentage such as 0.6%")]
pub struct NotARate;

impl Rate {
    /// Reads a percentage of up to 1000 with at most 8 decimals: `0.6%`, `17.4%`, `0.05%`.
    pub fn parse(text: &str) -> Result<Self, NotARate> {
        let number = text.strip_suffix('%').ok_or(NotARate)?;
        let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        };
        if !digits(whole, 4) || !digits(part, 8) {
            return Err(NotARate);
        }
        let percent = Decimal::from_str_exact(number).or(Err(NotARate))?;
        if percent > Decimal::ONE_THOUSAND {
            return Err(NotARate);
        }
        Ok(Self(percent / Decimal::ONE_HUNDRED))
    }

    /// The fraction.
    pub fn as_decimal(self) -> Decimal {
        self.0
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", (self.0 * Decimal::ONE_HUNDRED).normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::Rate;

    #[test]
    fn a_rate_is_a_percentage_and_prints_as_it_was_written() {
        for text in ["0.6%", "0%", "17.4%", "0.05%", "1000%"] {
            assert_eq!(Rate::parse(text).unwrap().to_string(), text);
        }
        for bad in [
            "0.6", "0.006", "%", "-1%", "1e2%", ".5%", "5.%", "1000.1%", "６%", "0.6 %", "",
        ] {
            assert!(Rate::parse(bad).is_err(), "{bad}");
        }
    }
}
