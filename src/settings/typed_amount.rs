//! Amounts as people type them, in a form or on the command line: `3299`, `3,299`, `1.2万`,
//! also with full-width digits. Nothing is guessed and nothing is rounded.

use crate::domain::Currency;
use crate::domain::Money;
use crate::domain::money::NotMoney;

use super::half_width::half_width;

/// How many digits an amount may have before `万`; more is above every limit anyway.
const LONGEST: usize = 40;

/// Reads an amount of zero or more.
///
/// # Errors
/// Signs, exponents, commas that do not group by three, more decimals than the currency has and
/// amounts above [`Money::LARGEST`].
pub fn typed_amount(text: &str, currency: Currency) -> Result<Money, NotMoney> {
    let folded = half_width(text.trim());
    let (number, ten_thousands) = match folded.strip_suffix('万') {
        Some(number) => (number, true),
        None => (folded.as_str(), false),
    };
    if number.len() > LONGEST {
        return Err(NotMoney::NotANumber);
    }
    let plain = without_commas(number).ok_or(NotMoney::NotANumber)?;
    if ten_thousands {
        Money::parse(&times_ten_thousand(&plain)?, currency)
    } else {
        Money::parse(&plain, currency)
    }
}

/// As [`typed_amount`], and below zero with `-` in front: what an app may show as available.
pub fn typed_signed_amount(text: &str, currency: Currency) -> Result<Money, NotMoney> {
    let folded = half_width(text.trim());
    match folded.strip_prefix('-') {
        Some(size) => typed_amount(size, currency).map(|size| -size),
        None => typed_amount(&folded, currency),
    }
}

/// The number without its commas, which must stand before every third digit from the point.
fn without_commas(number: &str) -> Option<String> {
    let whole = number.split('.').next().unwrap_or_default();
    if whole.contains(',') {
        let mut groups = whole.split(',');
        let is_first = |group: &str| (1..=3).contains(&group.len());
        let grouped = groups.next().is_some_and(is_first) && groups.all(|group| group.len() == 3);
        if !grouped {
            return None;
        }
    }
    let rest = number.get(whole.len()..).unwrap_or_default();
    (!rest.contains(',')).then(|| format!("{}{rest}", whole.replace(',', "")))
}

/// Moves the point four places, as text: exact whatever stands behind it.
fn times_ten_thousand(number: &str) -> Result<String, NotMoney> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    if !is_number(whole) || !is_number(part) {
        return Err(NotMoney::NotANumber);
    }
    let padded = format!("{part:0<4}");
    let (units, rest) = padded.split_at_checked(4).unwrap_or((&padded, ""));
    Ok(if rest.is_empty() {
        format!("{whole}{units}")
    } else {
        format!("{whole}{units}.{rest}")
    })
}

#[cfg(test)]
mod tests {
    use super::{Currency, NotMoney, typed_amount, typed_signed_amount};

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (typed, amount) in [
            ("3299", "3299.00"),
            (" 441.58 ", "441.58"),
            ("0", "0.00"),
            ("3,299", "3299.00"),
            ("1,234,567.80", "1234567.80"),
            ("1.2万", "12000.00"),
            ("12万", "120000.00"),
            ("0.00005万", "0.50"),
            ("1.23456万", "12345.60"),
            ("１２", "12.00"),
            ("３，２９９．５", "3299.50"),
            ("１．２万", "12000.00"),
        ] {
            let read = typed_amount(typed, Currency::CNY).map(|money| money.plain(Currency::CNY));
            assert_eq!(read, Ok(amount.to_owned()), "{typed}");
        }
    }

    #[test]
    fn what_could_mean_two_things_or_nothing_is_refused() {
        let long = "9".repeat(500);
        for typed in [
            "", " ", "-5", "+5", "NaN", "inf", "1e9", "1e-400", "1,5", "1,23,456", ",123",
            "1234,567", "1.5,000", "1.", ".5", "1.2.3", "万", ".5万", "1.万", "1..2万", "1-2",
            "¥5", "5元", "0x10", "1 000", &long,
        ] {
            assert_eq!(
                typed_amount(typed, Currency::CNY),
                Err(NotMoney::NotANumber),
                "{typed}"
            );
        }
    }

    #[test]
    fn nothing_is_rounded_and_nothing_is_too_large() {
        let yen = Currency::new("JPY").unwrap();
        for (typed, currency, decimals) in [
            ("1.234", Currency::CNY, 2),
            ("0.0000001万", Currency::CNY, 2),
            ("1.5", yen, 0),
        ] {
            assert_eq!(
                typed_amount(typed, currency),
                Err(NotMoney::TooManyDecimals(decimals))
            );
        }
        assert!(typed_amount("1.5万", yen).is_ok());
        for typed in ["1000000000001", "100000001万"] {
            assert_eq!(typed_amount(typed, Currency::CNY), Err(NotMoney::TooLarge));
        }
    }

    #[test]
    fn only_a_signed_amount_may_be_below_zero() {
        for (typed, amount) in [("-120.50", "-120.50"), ("－１２", "-12.00"), ("7", "7.00")] {
            let read =
                typed_signed_amount(typed, Currency::CNY).map(|money| money.plain(Currency::CNY));
            assert_eq!(read, Ok(amount.to_owned()), "{typed}");
        }
        assert!(typed_signed_amount("--5", Currency::CNY).is_err());
    }
}
