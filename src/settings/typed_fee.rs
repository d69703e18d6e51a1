//! Fees as they are typed on the command line: `none`, `flat:0.6%`, `flat:359.93`, `upfront:7.2%`,
//! `annuity:17.4%`, `equal-principal:10.5%`, `daily:0.05%`.

use crate::domain::Currency;
use crate::domain::Rate;
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};

use super::half_width::half_width;
use super::typed_amount::typed_amount;

/// Why a text is no fee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a fee such as none, flat:0.6%, flat:359.93, upfront:7.2% or annuity:17.4%")]
pub struct NotAFee;

/// Reads a fee. A flat or upfront fee is a rate or the whole sum in `currency`.
pub fn typed_fee(text: &str, currency: Currency) -> Result<Fee, NotAFee> {
    let folded = half_width(text.trim());
    if folded == "none" {
        return Ok(Fee::default());
    }
    let (model, size) = folded.split_once(':').ok_or(NotAFee)?;
    let rate = || Rate::parse(size).or(Err(NotAFee));
    let amount = || match rate() {
        Ok(rate) => Ok(FeeAmount::Rate(rate)),
        Err(_) => typed_amount(size, currency)
            .map(FeeAmount::Total)
            .or(Err(NotAFee)),
    };
    let model = match model {
        "flat" => FeeModel::Flat(amount()?),
        "upfront" => FeeModel::Upfront(amount()?, UpfrontDue::FirstInstallment),
        "annuity" => FeeModel::Annuity(rate()?),
        "equal-principal" => FeeModel::EqualPrincipal(rate()?),
        "daily" => FeeModel::Daily(rate()?),
        _ => return Err(NotAFee),
    };
    Ok(Fee {
        model,
        subsidised: false,
    })
}

/// A fee as it would be typed.
pub fn written_fee(model: FeeModel, currency: Currency) -> String {
    let size = |amount| match amount {
        FeeAmount::Rate(rate) => rate.to_string(),
        FeeAmount::Total(total) => total.plain(currency),
    };
    let (model, size) = match model {
        FeeModel::None => return "none".to_owned(),
        FeeModel::Flat(amount) => ("flat", size(amount)),
        FeeModel::Upfront(amount, _) => ("upfront", size(amount)),
        FeeModel::Annuity(rate) => ("annuity", rate.to_string()),
        FeeModel::EqualPrincipal(rate) => ("equal-principal", rate.to_string()),
        FeeModel::Daily(rate) => ("daily", rate.to_string()),
    };
    format!("{model}:{size}")
}

#[cfg(test)]
mod tests {
    use super::{
        Currency, Fee, FeeAmount, FeeModel, NotAFee, Rate, UpfrontDue, typed_fee, written_fee,
    };
    use crate::domain::Money;

    #[test]
    fn every_model_is_read_with_its_rate_or_sum() {
        let rate = |text| Rate::parse(text).unwrap();
        let sum = Money::parse("359.93", Currency::CNY).unwrap();
        let upfront = |amount| FeeModel::Upfront(amount, UpfrontDue::FirstInstallment);
        for (typed, model) in [
            ("none", FeeModel::None),
            ("flat:0.6%", FeeModel::Flat(FeeAmount::Rate(rate("0.6%")))),
            ("flat:359.93", FeeModel::Flat(FeeAmount::Total(sum))),
            ("upfront:7.2%", upfront(FeeAmount::Rate(rate("7.2%")))),
            ("upfront:359.93", upfront(FeeAmount::Total(sum))),
            ("annuity:17.4%", FeeModel::Annuity(rate("17.4%"))),
            (
                "equal-principal:10.5%",
                FeeModel::EqualPrincipal(rate("10.5%")),
            ),
            ("daily:0.05%", FeeModel::Daily(rate("0.05%"))),
            (
                "ｆｌａｔ：０．６％",
                FeeModel::Flat(FeeAmount::Rate(rate("0.6%"))),
            ),
        ] {
            let fee = Fee {
                model,
                subsidised: false,
            };
            assert_eq!(typed_fee(typed, Currency::CNY), Ok(fee), "{typed}");
            assert_eq!(
                written_fee(model, Currency::CNY),
                super::half_width(typed),
                "{typed}"
            );
        }
    }

    #[test]
    fn models_without_a_rate_and_rates_without_a_model_are_refused() {
        for typed in [
            "",
            "flat",
            "flat:",
            "0.6%",
            "flat:-1",
            "annuity:17.4",
            "daily:3",
            "loan:1%",
            "none:1%",
        ] {
            assert_eq!(typed_fee(typed, Currency::CNY), Err(NotAFee), "{typed}");
        }
    }
}
