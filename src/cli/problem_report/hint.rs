//! Problem → what to write instead, in words.

use super::settings;
use crate::document::diagnostic::{Kind, Problem, Reference, Syntax};
use crate::settings::safe_text::safe;
use crate::settings::texts::Texts;

/// What to write instead, where there is something to say.
pub fn hint(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    Some(match problem {
        P::MergeConflict => texts.problem_merge_conflict_hint().into(),
        P::OtherFormat(_) => texts.problem_other_format_hint().into(),
        P::Typographic { instead: " ", .. } => texts.problem_typographic_space_hint().into(),
        P::Typographic { instead, .. } => texts.problem_typographic_hint(instead),
        P::Invisible { .. } => texts.problem_invisible_hint().into(),
        P::UnquotedKey { key } => texts.problem_unquoted_key_hint(&safe(key)),
        P::DuplicateKey { .. } => texts.problem_duplicate_key_hint().into(),
        P::Syntax(syntax) => return syntax_hint(texts, syntax),
        P::VersionMissing => texts.problem_version_hint().into(),
        P::NewerVersion { .. } => texts.problem_newer_version_hint().into(),
        _ => {
            return shape_hint(texts, problem)
                .or_else(|| value_hint(texts, problem))
                .or_else(|| sense_hint(texts, problem))
                .or_else(|| settings::hint(texts, problem));
        }
    })
}

fn shape_hint(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    Some(match problem {
        P::WrongKind {
            key,
            expected: Kind::Tables,
            ..
        } => texts.problem_tables_hint(&safe(key)),
        P::WrongKind {
            key,
            expected: Kind::Text,
            ..
        } => texts.problem_write_hint(text_example(key)),
        P::WrongKind { expected, .. } => texts.problem_write_hint(example(*expected)),
        P::Missing { key } => texts.problem_missing_hint(&example_of(key)),
        P::UnknownKey {
            near: Some(near), ..
        } => texts.problem_near_hint(near),
        P::OneOfTwo { .. } => texts.problem_one_of_two_hint().into(),
        P::UnknownWord { allowed, near, .. } => {
            let words = allowed.join(" | ");
            match near {
                Some(near) => texts.problem_near_words_hint(near, &words),
                None => texts.problem_words_hint(&words),
            }
        }
        P::QuotedNumber { number } => texts.problem_instead_hint(&number.to_string()),
        P::OddCharacter { .. } => texts.problem_odd_character_hint().into(),
        P::BadId { .. } => texts.problem_bad_id_hint().into(),
        P::DuplicateId { .. } => texts.problem_duplicate_id_hint().into(),
        P::UnknownReference {
            near: Some(near), ..
        }
        | P::UnknownProvider {
            near: Some(near), ..
        } => texts.problem_near_hint(&format!("\"{}\"", safe(near))),
        P::UnknownProvider { .. } => texts.problem_unknown_provider_hint().into(),
        P::UnknownReference { kind, .. } => match kind {
            Reference::Line => texts.problem_unknown_line_hint(),
            Reference::Method => texts.problem_unknown_method_hint(),
            Reference::Plan => texts.problem_unknown_plan_hint(),
        }
        .into(),
        _ => return None,
    })
}

fn value_hint(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    let quoted = |instead: &str| texts.problem_instead_hint(&format!("\"{}\"", safe(instead)));
    Some(match problem {
        P::NotAnAmount {
            instead: Some(instead),
            ..
        } => texts.problem_instead_hint(&safe(instead)),
        P::NotAnAmount { .. } | P::Exponent | P::NotFinite | P::OtherBase => {
            texts.problem_amount_hint().into()
        }
        P::NegativeAmount { .. } => texts.problem_negative_hint().into(),
        P::TooManyDecimals { .. } => texts.problem_decimals_hint().into(),
        P::AmountTooLarge => texts.problem_too_large_hint().into(),
        P::TooManyDigits { .. } => texts.problem_digits_hint().into(),
        P::BadRate {
            instead: Some(instead),
            ..
        }
        | P::BadCurrency {
            instead: Some(instead),
            ..
        } => quoted(instead),
        P::BadRate { .. } => texts.problem_rate_hint().into(),
        P::BadCurrency { .. } => texts.problem_currency_hint().into(),
        P::UnlistedCurrency(_) => texts.problem_unlisted_currency_hint().into(),
        P::BadDate {
            instead: Some(date),
            ..
        }
        | P::QuotedDate { date }
        | P::TimeGiven { date: Some(date) } => texts.problem_instead_hint(&date.to_string()),
        P::BadDate { .. } | P::TimeGiven { .. } => texts.problem_date_hint().into(),
        P::BadEvery { .. } => texts.problem_every_hint().into(),
        _ => return None,
    })
}

fn sense_hint(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    let hint = match problem {
        P::TooEarly { .. } => texts.problem_too_early_hint(),
        P::PrincipalMismatch { .. } => texts.problem_principal_hint(),
        P::DownPaymentAbovePrice => texts.problem_down_payment_hint(),
        P::ScheduleSum { .. } => texts.problem_schedule_sum_hint(),
        P::DuplicateInstallment { .. } => texts.problem_same_installment_hint(),
        P::Overpaid { .. } => texts.problem_overpaid_hint(),
        P::SamePaymentTwice { .. } => texts.problem_same_payment_hint(),
        P::BalloonAbovePrincipal => texts.problem_balloon_hint(),
        P::LateTier => texts.problem_late_tier_hint(),
        P::RestoreDaysOrder | P::RestoreDaysCount => texts.problem_restore_hint(),
        P::BadLast4 => texts.problem_last4_hint(),
        P::CardNumber => texts.problem_card_hint(),
        P::DayTwice { .. } => texts.problem_day_twice_hint(),
        P::DayOfOtherYear { .. } => texts.problem_day_of_other_year_hint(),
        _ => return None,
    };
    Some(hint.into())
}

fn syntax_hint(texts: Texts, syntax: &Syntax) -> Option<String> {
    let hint = match syntax {
        Syntax::UnquotedText(found) if can_be_quoted(found) => {
            return Some(texts.problem_instead_hint(&format!("\"{}\"", safe(found))));
        }
        Syntax::UnquotedText(_) => texts.problem_unquoted_text_hint(),
        Syntax::Colon => texts.problem_colon_hint(),
        Syntax::UnclosedText => texts.problem_unclosed_text_hint(),
        Syntax::Unclosed(open) => {
            let close = if *open == '{' { "}" } else { "]" };
            return Some(texts.problem_unclosed_hint(close));
        }
        Syntax::MissingComma => texts.problem_missing_comma_hint(),
        Syntax::ExtraComma => texts.problem_extra_comma_hint(),
        Syntax::MissingValue => texts.problem_missing_value_hint(),
        Syntax::MissingKey => texts.problem_missing_key_hint(),
        Syntax::BadEscape => texts.problem_bad_escape_hint(),
        Syntax::BadNumber => texts.problem_bad_number_hint(),
        Syntax::BadDate => texts.problem_date_hint(),
        Syntax::ControlCharacter => texts.problem_control_character_hint(),
        Syntax::LoneCarriageReturn => texts.problem_lone_return_hint(),
        Syntax::TooDeep => texts.problem_too_deep_hint(),
        Syntax::Other(_) => return None,
    };
    Some(hint.into())
}

/// Whether quotes around a text are all it needs, and it is short enough to be repeated.
fn can_be_quoted(text: &str) -> bool {
    !text.contains(['"', '\'', '\\']) && text.chars().count() <= 40
}

/// How the text of a key is commonly written; figures such as an order number need quotes too.
fn text_example(key: &str) -> &'static str {
    match key {
        "last4" => "\"1234\"",
        "order" | "ref" => "\"5240526001234567\"",
        "lang" => "\"zh\"",
        "theme" => "\"dark\"",
        "color" | "ascii" => "\"auto\"",
        "file" => "\"~/fenqi.toml\"",
        "name" | "item" | "merchant" | "note" | "account" | "why" => "\"...\"",
        _ => "\"mi14\"",
    }
}

fn example(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "\"mi14\"",
        Kind::Whole => "12",
        Kind::Decimal | Kind::Amount => "446.57",
        Kind::Rate => "\"0.6%\"",
        Kind::Boolean => "true",
        Kind::Date => "2026-07-26",
        Kind::List => "[ 1, 3 ]",
        Kind::Table => "{ limit = 2000, until = 2026-12-31 }",
        Kind::Tables => "[[plan]]",
        Kind::Fee => "{ model = \"flat\", rate = \"0.6%\" }",
    }
}

/// How a missing key is commonly written.
fn example_of(key: &str) -> String {
    let value = match key {
        "periods" => "12",
        "n" => "1",
        "year" => return "[[year]]".into(),
        "id" => "\"mi14\"",
        "model" => "\"flat\"",
        "rate" => "\"0.6%\"",
        "annual-rate" => "\"17.4%\"",
        "daily-rate" => "\"0.05%\"",
        "first-due" | "on" | "until" | "to" | "opened" => "2026-07-26",
        "what" => "\"...\"",
        "path" => "\"proof/1.png\"",
        _ => "446.57",
    };
    format!("{key} = {value}")
}
