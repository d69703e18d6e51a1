//! The data file as JSON: key by key as it is, so that nothing is left out, and nothing has to be
//! described twice.
//!
//! Money and every other number that is no count is a string, as it was written: no reader may
//! turn it into a binary fraction on the way. Dates are strings. Counts (`periods`, `n`, …) are numbers.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use toml::de::{DeTable, DeValue};

/// Keys whose numbers count something.
const COUNTS: [&str; 15] = [
    "version",
    "due-soon-days",
    "n",
    "periods",
    "due-day",
    "paid-through",
    "restore-days",
    "grace-days",
    "deferrals-a-year",
    "full-within-days",
    "from-day",
    "again-after",
    "times",
    "day",
    "due-after",
];

/// The text of a data file, to be written as JSON.
#[derive(Debug)]
pub struct Source<'t>(DeTable<'t>);

impl<'t> Source<'t> {
    /// Takes a text that is known to be a book; `None` where it is no TOML.
    pub fn new(text: &'t str) -> Option<Self> {
        let table = DeTable::parse(text.trim_start_matches('\u{feff}')).ok()?;
        Some(Self(table.into_inner()))
    }
}

impl Serialize for Source<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        table(&self.0, serializer)
    }
}

/// A value, and whether its numbers count something.
struct Value<'v, 't>(&'v DeValue<'t>, bool);

impl Serialize for Value<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            DeValue::String(text) => serializer.serialize_str(text),
            DeValue::Integer(number) => match number.as_str().parse::<u64>() {
                Ok(count) if self.1 => serializer.serialize_u64(count),
                _ => serializer.serialize_str(number.as_str()),
            },
            DeValue::Float(number) => serializer.serialize_str(number.as_str()),
            DeValue::Boolean(is_so) => serializer.serialize_bool(*is_so),
            DeValue::Datetime(date) => serializer.collect_str(date),
            DeValue::Array(entries) => {
                let mut list = serializer.serialize_seq(Some(entries.len()))?;
                for entry in entries {
                    list.serialize_element(&Value(entry.get_ref(), self.1))?;
                }
                list.end()
            }
            DeValue::Table(fields) => table(fields, serializer),
        }
    }
}

fn table<S: Serializer>(fields: &DeTable<'_>, serializer: S) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(fields.len()))?;
    for (key, value) in fields {
        let key: &str = key.get_ref();
        map.serialize_entry(key, &Value(value.get_ref(), COUNTS.contains(&key)))?;
    }
    map.end()
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn numbers_are_the_text_that_was_written_and_only_counts_are_numbers() {
        let text = "\u{feff}version = 1\nlimit = 99_999_999.10\nperiods = 12\n\
            [[plan]]\nfirst-due = 2026-03-10\nitem = \"a\\u001b\"\nown = 1.50\n\
            rules = { restore-days = [1, 3], late = { fee = 10, tiers = [[25, 2]] } }\n";
        let json = serde_json::to_string(&Source::new(text).unwrap()).unwrap();
        let expected = "{\"limit\":\"99999999.10\",\"periods\":12,\"plan\":[{\
            \"first-due\":\"2026-03-10\",\"item\":\"a\\u001b\",\"own\":\"1.50\",\
            \"rules\":{\"late\":{\"fee\":\"10\",\"tiers\":[[\"25\",\"2\"]]},\"restore-days\":[1,3]}}],\
            \"version\":1}";
        assert_eq!(json, expected);
        assert!(Source::new("a = ").is_none());
    }
}
