//! Amounts as bills write them. A strict grammar: what is not sure to be an amount is none.

use rust_decimal::Decimal;

use super::table::Cell;
use super::unreadable::Wrong;
use crate::domain::Currency;
use crate::domain::money::Money;

/// A spreadsheet keeps so many digits of a number; further ones are noise of its arithmetic.
const DIGITS_OF_A_SHEET: u32 = 15;

/// An amount of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Figure {
    /// The amount, zero or more.
    pub(super) amount: Money,
    /// True where a minus stood before it.
    pub(super) negative: bool,
    /// What was given back of it, as far as the field says.
    pub(super) back: Option<Back>,
}

/// What was given back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Back {
    /// All of it.
    All,
    /// This much.
    Part(Money),
}

/// Reads `28.16`, `¥1,234.50` and `131.77(已退款89.84)`. A minus is read only where `signed`.
pub(super) fn figure(cell: &Cell, signed: bool, currency: Currency) -> Result<Figure, Wrong> {
    let wrong = || Wrong::Amount(cell.text().to_owned());
    let (written, back) = match cell {
        Cell::Number(number) => (of_sheet(number).ok_or_else(wrong)?, None),
        Cell::Text(text) => {
            let (amount, remark) = split(text);
            let back = match remark {
                Some(remark) => Some(back(remark, currency).ok_or_else(wrong)?),
                None => None,
            };
            (amount.to_owned(), back)
        }
    };
    let bare = written.trim();
    let (negative, bare) = match bare.strip_prefix('-') {
        Some(rest) if signed => (true, rest),
        _ => (false, bare),
    };
    let amount = amount(bare, currency).ok_or_else(wrong)?;
    Ok(Figure {
        amount,
        negative,
        back,
    })
}

/// An amount of zero or more, with or without a sign of its currency and marks between thousands.
pub(super) fn amount(written: &str, currency: Currency) -> Option<Money> {
    let digits = written.trim_start_matches(['¥', '￥']).trim_start();
    if written.chars().filter(|c| matches!(c, '¥' | '￥')).count() > 1 {
        return None;
    }
    let whole = digits.split('.').next().unwrap_or_default();
    if !whole.contains(',') {
        return Money::parse(digits, currency).ok();
    }
    let mut groups = whole.split(',');
    let first = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()));
    if !first || !groups.all(|group| group.len() == 3) {
        return None;
    }
    let cents = digits.get(whole.len()..).unwrap_or_default();
    Money::parse(&format!("{}{cents}", whole.replace(',', "")), currency).ok()
}

/// What a state or a field says of money that was given back: `已全额退款`, `已退款(￥12.00)`.
pub(super) fn back(remark: &str, currency: Currency) -> Option<Back> {
    let remark = remark.trim();
    if remark == "已全额退款" {
        return Some(Back::All);
    }
    let said = remark.strip_prefix("已退款")?;
    let said =
        said.trim_matches(|c| matches!(c, '(' | ')' | '（' | '）') || char::is_whitespace(c));
    Some(Back::Part(amount(said, currency)?))
}

/// The amount and what stands behind it in brackets.
fn split(text: &str) -> (&str, Option<&str>) {
    let at = text.find(['(', '（']).filter(|at| *at > 0);
    let Some((amount, remark)) = at.and_then(|at| text.split_at_checked(at)) else {
        return (text, None);
    };
    let inside = remark.trim_matches(|c| matches!(c, '(' | ')' | '（' | '）'));
    (amount, Some(inside))
}

/// A number as a sheet stores it, to the digits that it shows.
fn of_sheet(number: &str) -> Option<String> {
    let exact = Decimal::from_str_exact(number);
    let value = exact.or_else(|_| Decimal::from_scientific(number)).ok()?;
    let shown = value.round_sf(DIGITS_OF_A_SHEET)?;
    Some(shown.normalize().to_string())
}

#[cfg(test)]
mod tests {
    use super::{Back, Cell, Currency, Money, figure};

    fn read(text: &str, signed: bool) -> Option<(String, bool, Option<Back>)> {
        let read = figure(&Cell::of(text), signed, Currency::CNY).ok()?;
        Some((read.amount.to_string(), read.negative, read.back))
    }

    #[test]
    fn amounts_are_read_by_a_strict_grammar() {
        for (text, expected) in [
            ("28.16", Some("28.16")),
            ("¥28.16", Some("28.16")),
            ("￥ 1,234.50", Some("1234.50")),
            ("12,345,678", Some("12345678")),
            ("¥0.01", Some("0.01")),
            ("(5.00)", None),
            ("5-", None),
            ("-5", None),
            ("+5", None),
            ("１２", None),
            ("--", None),
            ("", None),
            ("¥", None),
            ("¥¥5", None),
            ("1,23.00", None),
            ("1234,567", None),
            (",234", None),
            ("1.234,50", None),
            ("12.345", None),
            ("1e3", None),
            ("12 34", None),
        ] {
            let found = read(text, false);
            let amount = found.map(|found| found.0.parse::<rust_decimal::Decimal>().unwrap());
            let expected = expected.map(|amount| amount.parse().unwrap());
            assert_eq!(amount, expected, "{text:?}");
        }
        assert!(read("-5", true).unwrap().1);
    }

    #[test]
    fn what_was_given_back_stands_behind_the_amount() {
        let part = |text| Back::Part(Money::parse(text, Currency::CNY).unwrap());
        assert_eq!(
            read("131.77(已退款89.84)", false).unwrap().2,
            Some(part("89.84"))
        );
        assert_eq!(
            read("468.32（已全额退款）", false).unwrap().2,
            Some(Back::All)
        );
        assert_eq!(read("468.32(预估)", false), None);
    }

    #[test]
    fn the_noise_of_binary_numbers_in_a_sheet_is_not_money() {
        let sheet = |text: &str| {
            let read = figure(&Cell::Number(text.to_owned()), false, Currency::CNY);
            read.ok()
                .map(|read| read.amount.as_decimal().normalize().to_string())
        };
        assert_eq!(sheet("28.160000000000004").as_deref(), Some("28.16"));
        assert_eq!(sheet("1.2E3").as_deref(), Some("1200"));
        assert_eq!(sheet("28.161"), None);
        assert_eq!(sheet("-5"), None);
    }
}
