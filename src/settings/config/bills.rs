//! `[[import]]`: bills that the shopper describes.
//!
//! ```toml
//! [[import]]
//! name = "mybank"                 # what --from calls it
//! date = "Booked"                 # the names of the columns
//! date-format = "%d/%m/%Y"        # without it: year, month, day
//! amount = "Sum"
//! text = "What for"
//! order = "Reference"             # optional
//! method = "Account"              # optional
//! line = "card"                   # the line of the book it is all about; optional
//! repayment = ["payment"]         # words that mean a repayment; optional
//! ```

use chrono::format::{Item, StrftimeItems};

use crate::document::diagnostic::{Problem, SettingProblem};
use crate::document::table::Value;
use crate::import::mapping::Mapping;

/// One description.
pub(super) fn mapping(value: Value<'_>) -> Option<Mapping> {
    let mut fields = value.table()?;
    let name = fields.need("name").and_then(Value::some_text);
    let date = fields.need("date").and_then(Value::some_text);
    let amount = fields.need("amount").and_then(Value::some_text);
    let text = fields.need("text").and_then(Value::some_text);
    let date_format = fields.get("date-format").map(date_format);
    let order = fields.get("order").and_then(Value::some_text);
    let method = fields.get("method").and_then(Value::some_text);
    let line = fields.get("line").and_then(Value::some_text);
    let repayment = fields.entries("repayment", Value::some_text);
    fields.finish();
    Some(Mapping {
        name: name?,
        date: date?,
        // Without a sound form of its dates none of it could be read.
        date_format: date_format.map_or(Some(None), |format| format.map(Some))?,
        amount: amount?,
        text: text?,
        order,
        method,
        line,
        repayment,
    })
}

fn date_format(value: Value<'_>) -> Option<String> {
    let found = value.some_text()?;
    let is_odd = |item: Item<'_>| matches!(item, Item::Error);
    if StrftimeItems::new(&found).any(is_odd) {
        return value.error(Problem::Setting(SettingProblem::DateFormat { found }));
    }
    Some(found)
}
