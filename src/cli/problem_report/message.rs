//! Problem → what is wrong, in words.

use super::settings;
use crate::document::diagnostic::{Kind, OtherFormat, Problem, Reference, Syntax};
use crate::settings::safe_text::safe;
use crate::settings::texts::Texts;

/// What is wrong, in one short sentence.
pub fn message(texts: Texts, problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::MergeConflict => texts.problem_merge_conflict().into(),
        P::OtherFormat(OtherFormat::Json) => texts.problem_json().into(),
        P::OtherFormat(OtherFormat::Yaml) => texts.problem_yaml().into(),
        P::Typographic { found, .. } => texts.problem_typographic(*found, &code(*found)),
        P::Invisible { found } => texts.problem_invisible(&code(*found)),
        P::UnquotedKey { key } => texts.problem_unquoted_key(&safe(key)),
        P::DuplicateKey { key, first: None } => texts.problem_duplicate_key(&safe(key)),
        P::DuplicateKey {
            key,
            first: Some(first),
        } => texts.problem_duplicate_key_of(&safe(key), *first),
        P::Syntax(syntax) => syntax_message(texts, syntax),
        P::VersionMissing => texts.problem_version_missing().into(),
        P::NewerVersion { version } => texts.problem_newer_version(*version),
        _ => shape_message(texts, problem)
            .or_else(|| value_message(texts, problem))
            .unwrap_or_else(|| sense_message(texts, problem)),
    }
}

fn shape_message(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    Some(match problem {
        P::WrongKind {
            key,
            expected,
            found,
        } => texts.problem_wrong_kind(&safe(key), kind(texts, *expected), kind(texts, *found)),
        P::Missing { key } => texts.problem_missing(key),
        P::UnknownKey { key, .. } => texts.problem_unknown_key(&safe(key)),
        P::OneOfTwo { one, other } => texts.problem_one_of_two(one, other),
        P::UnknownWord { found, .. } => texts.problem_unknown_word(&safe(found)),
        P::QuotedNumber { .. } => texts.problem_quoted_number().into(),
        P::OutOfRange { key, least, most } => texts.problem_out_of_range(&safe(key), *least, *most),
        P::OddCharacter { found } => texts.problem_odd_character(&code(*found)),
        P::BadId { found } => texts.problem_bad_id(&safe(found)),
        P::DuplicateId { id, first } => texts.problem_duplicate_id(&safe(id), *first),
        P::UnknownReference { kind, id, .. } => {
            let id = safe(id);
            match kind {
                Reference::Line => texts.problem_unknown_line(&id),
                Reference::Method => texts.problem_unknown_method(&id),
                Reference::Plan => texts.problem_unknown_plan(&id),
            }
        }
        P::UnknownProvider { id, .. } => texts.problem_unknown_provider(&safe(id)),
        _ => return None,
    })
}

fn value_message(texts: Texts, problem: &Problem) -> Option<String> {
    use Problem as P;
    Some(match problem {
        P::NotAnAmount { found, .. } => texts.problem_not_an_amount(&safe(found)),
        P::NegativeAmount { key } => texts.problem_negative(&safe(key)),
        P::TooManyDecimals {
            key,
            currency,
            decimals,
        } => texts.problem_decimals(&safe(key), currency, *decimals),
        P::AmountTooLarge => texts.problem_too_large().into(),
        P::TooManyDigits { most } => texts.problem_digits(*most),
        P::Exponent => texts.problem_exponent().into(),
        P::NotFinite => texts.problem_not_finite().into(),
        P::OtherBase => texts.problem_other_base().into(),
        P::BadRate { found, .. } => texts.problem_bad_rate(&safe(found)),
        P::BadCurrency { found, .. } => texts.problem_bad_currency(&safe(found)),
        P::UnlistedCurrency(found) => texts.problem_unlisted_currency(found.code()),
        P::BadDate { found, .. } => texts.problem_bad_date(&safe(found)),
        P::TimeGiven { .. } => texts.problem_time_given().into(),
        P::DateOutOfRange => texts.problem_date_range().into(),
        P::QuotedDate { .. } => texts.problem_quoted_date().into(),
        P::BadEvery { found } => texts.problem_bad_every(&safe(found)),
        _ => return None,
    })
}

/// What is left: parts that do not fit together.
fn sense_message(texts: Texts, problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::TooEarly { key, than, day } => texts.problem_too_early(key, than, &day.to_string()),
        P::PrincipalMismatch {
            financed,
            principal,
        } => texts.problem_principal(financed, principal),
        P::DownPaymentAbovePrice => texts.problem_down_payment().into(),
        P::ScheduleSum {
            sum,
            principal,
            difference,
        } => texts.problem_schedule_sum(sum, principal, difference),
        P::DuplicateInstallment { n, first } => texts.problem_same_installment(*n, *first),
        P::Overpaid { by } => texts.problem_overpaid(by),
        P::SamePaymentTwice { first } => texts.problem_same_payment(*first),
        P::RestoreDaysOrder => texts.problem_restore_order().into(),
        P::BalloonAbovePrincipal => texts.problem_balloon().into(),
        P::LateTier => texts.problem_late_tier().into(),
        P::RestoreDaysCount => texts.problem_restore_count().into(),
        P::BadLast4 => texts.problem_last4().into(),
        P::CardNumber => texts.problem_card().into(),
        P::DayTwice { day } => texts.problem_day_twice(&day.to_string()),
        P::DayOfOtherYear { year } => texts.problem_day_of_other_year(*year),
        _ => settings::message(texts, problem),
    }
}

fn syntax_message(texts: Texts, syntax: &Syntax) -> String {
    match syntax {
        Syntax::UnquotedText(_) => texts.problem_unquoted_text().into(),
        Syntax::UnclosedText => texts.problem_unclosed_text().into(),
        Syntax::Unclosed(open) => texts.problem_unclosed(*open),
        Syntax::MissingComma => texts.problem_missing_comma().into(),
        Syntax::ExtraComma => texts.problem_extra_comma().into(),
        Syntax::Colon => texts.problem_colon().into(),
        Syntax::MissingValue => texts.problem_missing_value().into(),
        Syntax::MissingKey => texts.problem_missing_key().into(),
        Syntax::BadEscape => texts.problem_bad_escape().into(),
        Syntax::BadNumber => texts.problem_bad_number().into(),
        Syntax::BadDate => texts.problem_bad_date_literal().into(),
        Syntax::ControlCharacter => texts.problem_control_character().into(),
        Syntax::LoneCarriageReturn => texts.problem_lone_return().into(),
        Syntax::TooDeep => texts.problem_too_deep().into(),
        Syntax::Other(message) => texts.problem_syntax(&safe(message)),
    }
}

fn kind(texts: Texts, kind: Kind) -> &'static str {
    match kind {
        Kind::Text => texts.problem_kind_text(),
        Kind::Whole => texts.problem_kind_whole(),
        Kind::Decimal => texts.problem_kind_decimal(),
        Kind::Amount => texts.problem_kind_amount(),
        Kind::Rate => texts.problem_kind_rate(),
        Kind::Boolean => texts.problem_kind_boolean(),
        Kind::Date => texts.problem_kind_date(),
        Kind::List => texts.problem_kind_list(),
        Kind::Table => texts.problem_kind_table(),
        Kind::Tables => texts.problem_kind_tables(),
        Kind::Fee => texts.problem_kind_fee(),
    }
}

fn code(char: char) -> String {
    format!("U+{:04X}", u32::from(char))
}
