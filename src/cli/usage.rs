//! What is wrong with the arguments, in words, with what to write instead.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, CommandFactory};

use super::args::Cli;
use super::failure::Failure;
use crate::document::near::near;
use crate::settings::texts::Texts;

/// The parser's error as a failure of the user's language.
pub(super) fn failure(error: &clap::Error, texts: Texts) -> Failure {
    let text = |kind| text(error, kind);
    let flag = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            texts.usage_unknown_command(&text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => texts.usage_missing(&flag),
        ErrorKind::InvalidValue if value.is_empty() => texts.usage_no_value(&flag),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            texts.usage_bad_value(&flag, &value)
        }
        ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => texts.usage_no_value(&flag),
        ErrorKind::ArgumentConflict if flag == text(ContextKind::PriorArg) => {
            texts.usage_twice(&flag)
        }
        ErrorKind::ArgumentConflict => texts.usage_conflict(&flag, &text(ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => texts.usage_not_utf8().to_owned(),
        _ => texts.usage_unknown_flag(&flag),
    };
    let suggested = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ];
    let suggested = suggested
        .into_iter()
        .map(text)
        .find(|near| !near.is_empty());
    let suggested = suggested.or_else(|| near_command(error));
    let possible = Some(text(ContextKind::ValidValue)).filter(|values| !values.is_empty());
    // Only numbers are checked by more than a list of words.
    let number = (error.kind() == ErrorKind::ValueValidation).then(|| texts.usage_whole_number());
    let hints = suggested
        .map(|near| texts.cli_did_you_mean(&near))
        .into_iter()
        .chain(possible.map(|values| texts.usage_possible(&values)))
        .chain(number.map(str::to_owned))
        .chain(forms(error, texts))
        .chain([texts.usage_help().to_owned()]);
    hints.fold(Failure::wrong_use(message), Failure::hint)
}

/// The command that was probably meant, where the parser finds none: it does not know short words.
fn near_command(error: &clap::Error) -> Option<String> {
    let typed = text(error, ContextKind::InvalidSubcommand);
    let whole = Cli::command();
    let known = whole.get_subcommands().map(Command::get_name);
    near(&typed, known).map(str::to_owned)
}

/// How the command is used, a line each.
fn forms(error: &clap::Error, texts: Texts) -> Vec<String> {
    let is_flag = text(error, ContextKind::InvalidArg).starts_with('-');
    if error.kind() == ErrorKind::UnknownArgument && is_flag {
        // The parser's form would repeat what was typed, not what is possible.
        return Vec::new();
    }
    text(error, ContextKind::Usage)
        .trim_start_matches("Usage:")
        .lines()
        .map(str::trim)
        .filter(|form| !form.is_empty())
        .map(|form| texts.usage_form(form))
        .collect()
}

/// What the error says about something; empty where it does not.
fn text(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(" "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join(" ")
        }
        _ => String::new(),
    }
}
