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

/// Whether a text is the last four digits of a number.
pub fn is_last4(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}
