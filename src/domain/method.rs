//! Ways to pay.

use chrono::NaiveDate;

use super::id::MethodId;
use super::money::Money;

/// A card, wallet or account that installments are paid from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    /// Its id.
    pub id: MethodId,
    /// Its name for people.
    pub name: String,
    /// What it is.
    pub kind: MethodKind,
    /// The last four digits; never the whole number.
    pub last4: Option<String>,
    /// The most one payment may be, in the currency of the book.
    pub per_payment_limit: Option<Money>,
    /// Its last valid day.
    pub expires: Option<NaiveDate>,
    /// What was on it, as last looked up.
    pub balance: Option<Balance>,
}

/// What was on an account or card, in the currency of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Balance {
    /// On which day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
}

/// What a way to pay is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MethodKind {
    /// 储蓄卡.
    DebitCard,
    /// 信用卡.
    CreditCard,
    /// 支付宝, 微信.
    Wallet,
    /// 转账.
    BankTransfer,
    /// Anything else.
    #[default]
    Other,
}

impl Method {
    /// A way to pay of which only the name is known.
    pub fn new(id: MethodId, name: String) -> Self {
        Self {
            id,
            name,
            kind: MethodKind::default(),
            last4: None,
            per_payment_limit: None,
            expires: None,
            balance: None,
        }
    }
}

/// How many digits the whole number of a card has.
const CARD_DIGITS: std::ops::RangeInclusive<usize> = 12..=19;

/// Whether a text holds what may be the whole number of a card, which no book keeps: 12 to 19
/// digits in a row, or in groups of four with blanks or dashes between them, as they are embossed.
pub fn has_card_number(text: &str) -> bool {
    let mut run = 0;
    let mut group = 0;
    let mut before = ' ';
    for char in text.chars().chain([' ']) {
        if char.is_ascii_digit() {
            run += 1;
            group += 1;
        } else {
            let grouped = matches!(char, ' ' | '-') && before.is_ascii_digit() && group == 4;
            if CARD_DIGITS.contains(&run) {
                return true;
            }
            run = if grouped { run } else { 0 };
            group = 0;
        }
        before = char;
    }
    CARD_DIGITS.contains(&run)
}

/// Whether a text is the last four digits of a number.
pub fn is_last4(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::has_card_number;

    #[test]
    fn twelve_to_nineteen_digits_are_a_card_number_also_in_groups_of_four() {
        for number in [
            "622202021234",
            "6222020212345678901",
            "card 6222020212345678",
            "6222 0202 1234 5678",
            "6222-0202-1234-5678 901",
        ] {
            assert!(has_card_number(number), "{number}");
        }
        for other in [
            "1234",
            "13800138000",
            "+86 138 0013 8000",
            "62220202123456789012",
            "2027-08-31 2028-08-31",
            "",
        ] {
            assert!(!has_card_number(other), "{other}");
        }
    }
}
