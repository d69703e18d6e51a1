//! Fees: `"none"`, or a table with a model and what belongs to it.

use super::value::{Fields, Value};
use crate::document::diagnostic::{Kind, Problem};
use crate::document::tree::Node;
use crate::domain::currency::Currency;
use crate::domain::fee::{Fee, FeeAmount, FeeModel, UpfrontDue};

#[derive(Clone, Copy)]
enum Model {
    None,
    Flat,
    Upfront,
    Annuity,
    EqualPrincipal,
    Daily,
}

const MODELS: [(&str, Model); 6] = [
    ("none", Model::None),
    ("flat", Model::Flat),
    ("upfront", Model::Upfront),
    ("annuity", Model::Annuity),
    ("equal-principal", Model::EqualPrincipal),
    ("daily", Model::Daily),
];

const PAID: [(&str, UpfrontDue); 2] = [
    ("first-installment", UpfrontDue::FirstInstallment),
    ("at-purchase", UpfrontDue::AtPurchase),
];

/// Reads a fee.
pub fn fee(value: Value<'_>, currency: Currency) -> Option<Fee> {
    match value.get() {
        Node::String(word) if *word == "none" => Some(Fee::default()),
        Node::Table(_) => fee_table(value, currency),
        _ => value.wrong(Kind::Fee),
    }
}

fn fee_table(value: Value<'_>, currency: Currency) -> Option<Fee> {
    let mut fields = value.table()?;
    let model = fields.need("model").and_then(|model| model.word(&MODELS));
    let subsidy = fields.get("subsidy");
    let subsidised = subsidy.map(|subsidy| subsidy.word(&[("all", true), ("none", false)]));
    let model = model.and_then(|model| terms(model, &mut fields, currency));
    fields.finish();
    Some(Fee {
        model: model?,
        subsidised: subsidised.unwrap_or(Some(false))?,
    })
}

fn terms(model: Model, fields: &mut Fields<'_>, currency: Currency) -> Option<FeeModel> {
    Some(match model {
        Model::None => FeeModel::None,
        Model::Flat => FeeModel::Flat(amount(fields, currency)?),
        Model::Upfront => {
            let paid = fields.get("paid").map(|paid| paid.word(&PAID));
            let amount = amount(fields, currency);
            FeeModel::Upfront(amount?, paid.unwrap_or(Some(UpfrontDue::default()))?)
        }
        Model::Annuity => FeeModel::Annuity(fields.need("annual-rate")?.rate()?),
        Model::EqualPrincipal => FeeModel::EqualPrincipal(fields.need("annual-rate")?.rate()?),
        Model::Daily => FeeModel::Daily(fields.need("daily-rate")?.rate()?),
    })
}

/// A fee by rate or as a sum, exactly one of them.
fn amount(fields: &mut Fields<'_>, currency: Currency) -> Option<FeeAmount> {
    match (fields.get("rate"), fields.get("total")) {
        (Some(rate), None) => rate.rate().map(FeeAmount::Rate),
        (None, Some(total)) => total.money(currency).map(FeeAmount::Total),
        (Some(_), Some(total)) => total.error(Problem::OneOfTwo {
            one: "rate",
            other: "total",
        }),
        (None, None) => {
            fields.miss("rate");
            None
        }
    }
}
