//! A purchase as it is typed.

use crate::cli::answer::View;
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::typed::{amount, day, positive};
use crate::domain::limit_check::Purchase;
use crate::domain::{Currency, Money};

/// The price, what is paid down, in how many installments, by when.
pub(super) fn purchase(
    view: &View<'_>,
    args: &args::Can,
    currency: Currency,
) -> Result<Purchase, Failure> {
    let texts = view.texts;
    let by = match &args.by {
        Some(typed) => Some(day(Some(typed), view.today(), texts)?),
        None => None,
    };
    if by.is_some_and(|by| by < view.today()) {
        return Err(Failure::wrong_use(texts.cli_by_in_past()));
    }
    Ok(Purchase {
        periods: args.periods,
        by,
        ..priced(view, &args.amount, args.down.as_deref(), currency)?
    })
}

/// A price and what is paid down at once.
pub(in crate::cli) fn priced(
    view: &View<'_>,
    price: &str,
    down: Option<&str>,
    currency: Currency,
) -> Result<Purchase, Failure> {
    let price = positive(price, currency, view.texts)?;
    let down_payment = match down {
        Some(typed) => amount(typed, currency, view.texts)?,
        None => Money::ZERO,
    };
    if down_payment >= price {
        return Err(Failure::wrong_use(view.texts.cli_down_too_large()));
    }
    Ok(Purchase {
        amount: price,
        down_payment,
        periods: None,
        by: None,
    })
}
