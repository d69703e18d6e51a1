//! Amounts and dates from the arguments, or a failure that names the accepted form.

use chrono::NaiveDate;

use super::failure::Failure;
use crate::domain::money::NotMoney;
use crate::domain::{Currency, Money};
use crate::settings::texts::Texts;
use crate::settings::typed_amount::{typed_amount, typed_signed_amount};
use crate::settings::typed_date::typed_date;

/// The date that was typed, else today.
pub(super) fn day(
    typed: Option<&str>,
    today: NaiveDate,
    texts: Texts,
) -> Result<NaiveDate, Failure> {
    let Some(typed) = typed else { return Ok(today) };
    match typed_date(typed, today) {
        Ok(date) => Ok(date),
        Err(_) => Err(Failure::wrong_use(texts.cli_bad_date(typed))),
    }
}

/// An amount of zero or more.
pub(super) fn amount(typed: &str, currency: Currency, texts: Texts) -> Result<Money, Failure> {
    typed_amount(typed, currency).map_err(|why| not_money(typed, why, texts))
}

/// An amount above zero.
pub(super) fn positive(typed: &str, currency: Currency, texts: Texts) -> Result<Money, Failure> {
    let amount = amount(typed, currency, texts)?;
    if amount.is_positive() {
        Ok(amount)
    } else {
        Err(Failure::wrong_use(texts.cli_amount_zero()))
    }
}

/// An amount that may be below zero.
pub(super) fn signed(typed: &str, currency: Currency, texts: Texts) -> Result<Money, Failure> {
    typed_signed_amount(typed, currency).map_err(|why| not_money(typed, why, texts))
}

fn not_money(typed: &str, why: NotMoney, texts: Texts) -> Failure {
    // Hundreds of digits are not repeated.
    let shown: String = typed.chars().take(40).collect();
    Failure::wrong_use(match why {
        NotMoney::NotANumber => texts.cli_bad_amount(&shown),
        NotMoney::TooManyDecimals(0) => texts.cli_amount_whole(&shown),
        NotMoney::TooManyDecimals(most) => texts.cli_amount_decimals(&shown, most),
        NotMoney::TooLarge => texts.cli_amount_too_large(&shown),
    })
}
