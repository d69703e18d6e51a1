//! `[domains]`: where links in the provider's messages lead.
//!
//! ```toml
//! [domains]
//! names = ["shop.example"]        # hosts below them are meant too
//! source = "its help page"
//! checked = 2026-11-26
//! confidence = "published"
//! ```

use super::{CONFIDENCE, Value, words};
use crate::document::diagnostic::{Problem, SettingProblem};
use crate::domain::rulebook::Domains;

/// The domains of a provider.
pub(super) fn domains(value: Value<'_>) -> Option<Domains> {
    let mut fields = value.table()?;
    let names = fields.entries("names", name);
    let source = fields.need("source").and_then(words);
    let checked_on = fields.need("checked").and_then(Value::date);
    let confidence = fields.need("confidence");
    let confidence = confidence.and_then(|word| word.word(&CONFIDENCE));
    fields.finish();
    Some(Domains {
        names,
        source: source?,
        checked_on: checked_on?,
        confidence: confidence?,
    })
}

/// A domain in small letters, without anything before or behind it.
fn name(value: Value<'_>) -> Option<String> {
    let found = value.some_text()?;
    let is_label = |label: &str| {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        !label.is_empty() && label.chars().all(plain)
    };
    if found.contains('.') && found.split('.').all(is_label) {
        Some(found)
    } else {
        value.error(Problem::Setting(SettingProblem::NotADomain { found }))
    }
}
