//! What can be wrong with settings and themes, in words.

use crate::document::diagnostic::{Problem, SettingProblem as P};
use crate::settings::safe_text::safe;
use crate::settings::texts::Texts;

/// What is wrong.
pub(super) fn message(texts: Texts, problem: &Problem) -> String {
    let Problem::Setting(problem) = problem else {
        return String::new();
    };
    match problem {
        P::BadColour { found } => texts.problem_colour(&safe(found)),
        P::LowContrast { ink, ground, ratio } => {
            texts.problem_contrast(ink, ground, &in_units(*ratio))
        }
        P::UnknownTheme { found, .. } => texts.problem_theme(&safe(found)),
        P::UnknownAction { found, .. } => texts.problem_action(&safe(found)),
        P::DateFormat { found } => texts.problem_date_format(&safe(found)),
        P::NotADomain { found } => texts.problem_domain(&safe(found)),
        P::NotAKey { found } => texts.problem_key(&safe(found)),
        P::ReservedKey { key } => texts.problem_key_reserved(key),
        P::LetterKey { key } => texts.problem_key_letter(key),
        P::KeyTwice {
            key,
            other,
            line: Some(line),
        } => texts.problem_key_twice_at(key, other, *line),
        P::KeyTwice {
            key,
            other,
            line: None,
        } => texts.problem_key_twice(key, other),
    }
}

/// What to write instead.
pub(super) fn hint(texts: Texts, problem: &Problem) -> Option<String> {
    let Problem::Setting(problem) = problem else {
        return None;
    };
    Some(match problem {
        P::BadColour { .. } => texts.problem_colour_hint().into(),
        P::LowContrast { .. } => texts.problem_contrast_hint().into(),
        P::UnknownTheme {
            near: Some(near), ..
        }
        | P::UnknownAction {
            near: Some(near), ..
        } => texts.problem_near_hint(near),
        P::UnknownTheme { near: None, .. } => texts.problem_theme_hint().into(),
        P::UnknownAction { near: None, .. } => texts.problem_action_hint().into(),
        P::DateFormat { .. } => texts.problem_date_format_hint().into(),
        P::NotADomain { .. } => texts.problem_domain_hint().into(),
        P::NotAKey { .. } => texts.problem_key_hint().into(),
        P::ReservedKey { .. } => texts.problem_key_reserved_hint().into(),
        P::LetterKey { .. } => texts.problem_key_letter_hint().into(),
        P::KeyTwice { .. } => texts.problem_key_twice_hint().into(),
    })
}

/// Hundredths as people write them.
fn in_units(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
