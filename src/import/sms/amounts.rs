//! The amounts in a message.

use super::super::figure::amount;
use crate::domain::{Currency, Money};

/// What stands before an amount.
const BEFORE: [&str; 9] = ["¥", "￥", "$", "£", "€", "rmb", "cny", "usd", "人民币"];
/// What stands behind one.
const BEHIND: [&str; 5] = ["元", "块", "rmb", "cny", "usd"];

/// Every amount in a text of small letters: a number with a currency at its side, or with two
/// decimals.
pub(super) fn amounts(text: &str) -> Vec<Money> {
    let mut amounts: Vec<Money> = Vec::new();
    let mut from = 0;
    while let Some(start) = next_digit(text, from) {
        let run = text.get(start..).unwrap_or_default();
        let length = run
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, ',' | '.'))
            .unwrap_or(run.len());
        let number = run.get(..length).unwrap_or_default();
        from = start + length.max(1);
        let number = number.trim_end_matches([',', '.']);
        let before = text.get(..start).unwrap_or_default();
        let behind = run.get(number.len()..).unwrap_or_default();
        if !is_amount(before, number, behind) {
            continue;
        }
        let read = amount(number, Currency::CNY).filter(|amount| amount.is_positive());
        if let Some(amount) = read.filter(|amount| !amounts.contains(amount)) {
            amounts.push(amount);
        }
    }
    amounts
}

fn next_digit(text: &str, from: usize) -> Option<usize> {
    let at = text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
    Some(from + at)
}

fn is_amount(before: &str, number: &str, behind: &str) -> bool {
    let is_in_word = before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-/_.".contains(c))
        && !BEFORE.iter().any(|sign| before.ends_with(sign));
    let goes_on = behind.starts_with(['-', '/', '%', ':', '_', '@']);
    if is_in_word || goes_on {
        return false;
    }
    let (before, behind) = (before.trim_end(), behind.trim_start());
    let has_currency = BEFORE.iter().any(|sign| before.ends_with(sign))
        || BEHIND.iter().any(|word| behind.starts_with(word));
    let cents = number.rsplit_once('.').map(|(_, cents)| cents);
    let has_cents = cents.is_some_and(|cents| cents.len() == 2);
    let in_letters = behind.starts_with(|c: char| c.is_ascii_alphabetic());
    has_currency || (has_cents && !in_letters) || (has_cents && behind.starts_with("is "))
}

#[cfg(test)]
mod tests {
    use super::amounts;

    #[test]
    fn amounts_are_told_from_dates_cards_and_links() {
        for (text, expected) in [
            ("应还338.33元，请于3月5日前", vec!["338.33"]),
            ("本期应还 ¥1,234.50 ，最低 123元", vec!["1234.5", "123"]),
            ("rmb500已扣款", vec!["500"]),
            ("账单338.33，2026.03.05 到期", vec!["338.33"]),
            ("尾号1234 的卡 2026-03-05 12:30", vec![]),
            ("your payment of $29.99 is due mar 5", vec!["29.99"]),
            ("费率0.50% 400-100-5678", vec![]),
            ("https://x.example/99.99元", vec![]),
            ("0.00元", vec![]),
        ] {
            let found: Vec<_> = amounts(text)
                .into_iter()
                .map(|one| one.as_decimal().normalize().to_string())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
