//! Why a text is no TOML, in terms of what its writer probably meant.
//!
//! The reader recovers from an error and goes on, so one slip gives several messages: only the
//! first of a line is kept.

use std::ops::Range;

use toml::de::Error;

use super::diagnostic::{OtherFormat, Problem, Syntax};
use super::locate::{line_end, line_start, next_line};
use super::position::char_boundary;
use super::written_amount;

/// The problems behind the parser's errors, one a line at most.
pub(super) fn problems(text: &str, errors: &[Error]) -> Vec<(Range<usize>, Problem)> {
    if let Some(whole) = whole_text(text).filter(|_| !errors.is_empty()) {
        return whole;
    }
    let mut spans: Vec<_> = errors
        .iter()
        .map(|error| (span(text, error), error))
        .collect();
    spans.sort_by_key(|(span, _)| span.start);
    let mut read_to = 0;
    let mut found = Vec::new();
    for (span, error) in spans {
        if span.start >= read_to {
            read_to = next_line(text, span.start).max(span.start + 1);
            found.push(problem(text, span, error.message()));
        }
    }
    found
}

/// The place of an error, on the boundaries of characters.
fn span(text: &str, error: &Error) -> Range<usize> {
    let span = error.span().unwrap_or_default();
    let start = char_boundary(text, span.start);
    start..char_boundary(text, span.end).max(start)
}

/// Problems of the text as a whole, which make every other message noise.
fn whole_text(text: &str) -> Option<Vec<(Range<usize>, Problem)>> {
    let conflicts = conflicts(text);
    if !conflicts.is_empty() {
        return Some(conflicts);
    }
    let (place, format) = other_format(text)?;
    Some(vec![(place..place, Problem::OtherFormat(format))])
}

/// The beginnings of conflicts that a merge left.
fn conflicts(text: &str) -> Vec<(Range<usize>, Problem)> {
    let mut place = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("<<<<<<< ") {
            found.push((place..place + 7, Problem::MergeConflict));
        }
        place += line.len();
    }
    found
}

/// The format of the first line that says something, and where it begins.
fn other_format(text: &str) -> Option<(usize, OtherFormat)> {
    let mut place = 0;
    let first = text.split_inclusive('\n').find_map(|line| {
        let says = line.trim_start_matches(|char: char| char.is_whitespace() || char == '\u{feff}');
        let start = place + line.len() - says.len();
        place += line.len();
        (!says.is_empty() && !says.starts_with('#')).then_some((start, says.trim_end()))
    });
    let (start, line) = first?;
    let opened = line.strip_prefix('[').map(str::trim_start);
    if line.starts_with('{') || opened.is_some_and(|rest| rest.is_empty() || rest.starts_with('{'))
    {
        Some((start, OtherFormat::Json))
    } else if line == "---" || is_yaml_pair(line) {
        Some((start, OtherFormat::Yaml))
    } else {
        None
    }
}

fn is_yaml_pair(line: &str) -> bool {
    let pair = line.trim_start_matches("- ").split_once(':');
    pair.is_some_and(|(key, value)| {
        !key.contains(['=', '"', '[']) && (value.is_empty() || value.starts_with(' '))
    })
}

fn problem(text: &str, span: Range<usize>, message: &str) -> (Range<usize>, Problem) {
    if message == "duplicate key" {
        let key = text.get(span.clone()).unwrap_or_default();
        let key = key.trim_matches(['"', '\'']).to_owned();
        return (span, Problem::DuplicateKey { key, first: None });
    }
    if let Some(amount) = written_amount::near(text, span.start) {
        return amount;
    }
    if let Some((at, found, problem)) = strange_character(text, &span) {
        return (at..at + found.len_utf8(), problem);
    }
    let rest = text.get(span.start..).unwrap_or_default();
    if message.contains("unquoted key") && rest.starts_with(|char: char| char.is_alphabetic()) {
        return unquoted_key(text, span.start);
    }
    let syntax = syntax(text, &span, message);
    (span, Problem::Syntax(syntax))
}

/// The whole key around a letter that may not stand in it.
fn unquoted_key(text: &str, at: usize) -> (Range<usize>, Problem) {
    let is_key = |char: char| char.is_alphanumeric() || char == '-' || char == '_';
    let before = text.get(..at).unwrap_or_default();
    let start = before.trim_end_matches(is_key).len();
    let rest = text.get(start..).unwrap_or_default();
    let length = rest.len() - rest.trim_start_matches(is_key).len();
    let key = rest.get(..length).unwrap_or_default().to_owned();
    (start..start + length, Problem::UnquotedKey { key })
}

fn syntax(text: &str, span: &Range<usize>, message: &str) -> Syntax {
    let stands = text.get(span.clone()).unwrap_or_default();
    let looks_like_date = looks_like_date(text, span.start);
    let is_missing = text.get(span.start..line_end(text, span.start));
    let is_missing = is_missing.is_none_or(|rest| rest.trim().is_empty() || rest.starts_with('#'));
    let starts = |prefix: &str| message.starts_with(prefix);
    match message {
        _ if looks_like_date && !starts("unclosed") => Syntax::BadDate,
        _ if starts("string values must be quoted") && is_missing => Syntax::MissingValue,
        _ if starts("string values must be quoted") => Syntax::UnquotedText(stands.to_owned()),
        // `iPhone` and `nano` begin like inf and nan.
        _ if starts("invalid float") && stands.starts_with(char::is_alphabetic) => {
            Syntax::UnquotedText(stands.to_owned())
        }
        _ if stands.starts_with(':') => Syntax::Colon,
        _ if starts("unclosed array table") || starts("unclosed table") => Syntax::Unclosed('['),
        _ if starts("unclosed array") => Syntax::Unclosed('['),
        _ if starts("unclosed inline table") => Syntax::Unclosed('{'),
        _ if starts("missing comma") => Syntax::MissingComma,
        _ if starts("extra comma") => Syntax::ExtraComma,
        _ if starts("key with no value") || starts("missing value") => Syntax::MissingValue,
        _ if starts("missing key") || starts("unexpected key or value") => Syntax::MissingKey,
        _ if starts("unexpected content") || message.contains("`=`") => Syntax::MissingKey,
        _ if starts("missing escaped value") || starts("too few unicode") => Syntax::BadEscape,
        _ if starts("invalid date-time") => Syntax::BadDate,
        _ if starts("unexpected leading zero") || starts("`_` may only") => Syntax::BadNumber,
        _ if starts("invalid float") || starts("invalid integer") => Syntax::BadNumber,
        _ if starts("redundant numeric sign") || message.contains("radix") => Syntax::BadNumber,
        _ if starts("redundant integer number prefix") => Syntax::BadNumber,
        _ if starts("carriage return") => Syntax::LoneCarriageReturn,
        _ if starts("cannot recurse") => Syntax::TooDeep,
        _ if starts("invalid comment character") => Syntax::ControlCharacter,
        _ if stands.chars().any(char::is_control) => Syntax::ControlCharacter,
        _ if message.contains("basic string") || message.contains("literal string") => {
            Syntax::UnclosedText
        }
        _ => Syntax::Other(message.to_owned()),
    }
}

/// Whether the value around a byte begins like `2024-1-5` or `2024/01/05`.
fn looks_like_date(text: &str, at: usize) -> bool {
    let is_part = |char: char| char.is_ascii_digit() || matches!(char, '-' | '/' | '.' | ':');
    let before = text.get(..at).unwrap_or_default();
    let start = before.trim_end_matches(is_part).len();
    let value = text.get(start..).unwrap_or_default();
    let mut parts = value.splitn(3, ['-', '/']);
    let is_number = |part: Option<&str>, most: usize| {
        part.is_some_and(|part| {
            (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
        })
    };
    is_number(parts.next(), 5) && is_number(parts.next(), 2) && parts.next().is_some()
}

/// The first character of the error's line, outside quotes and comments, that only looks like
/// the one TOML wants.
fn strange_character(text: &str, span: &Range<usize>) -> Option<(usize, char, Problem)> {
    let start = line_start(text, span.start);
    let line = text.get(start..)?.lines().next()?;
    let mut quote = None;
    let mut escaped = false;
    for (at, char) in line.char_indices() {
        if let Some(open) = quote {
            if escaped {
                escaped = false;
            } else if char == '\\' && open == '"' {
                escaped = true;
            } else if char == open {
                quote = None;
            }
            continue;
        }
        match char {
            '"' | '\'' => quote = Some(char),
            '#' => return None,
            '\u{feff}' if start + at == 0 => {}
            _ => {
                if let Some(problem) = strange(char) {
                    return Some((start + at, char, problem));
                }
            }
        }
    }
    None
}

fn strange(found: char) -> Option<Problem> {
    let instead = match found {
        // A colon is wanted nowhere but in times; who writes it means the `=` after a key.
        '＝' | '：' => "=",
        '，' | '、' => ",",
        '。' | '．' => ".",
        '“' | '”' | '„' | '«' | '»' | '＂' | '「' | '」' => "\"",
        '‘' | '’' | '＇' => "'",
        '【' | '［' => "[",
        '】' | '］' => "]",
        '｛' => "{",
        '｝' => "}",
        '＃' => "#",
        '－' | '—' | '–' | '−' => "-",
        '＿' => "_",
        '％' => "%",
        '０' => "0",
        '１' => "1",
        '２' => "2",
        '３' => "3",
        '４' => "4",
        '５' => "5",
        '６' => "6",
        '７' => "7",
        '８' => "8",
        '９' => "9",
        '\u{a0}' | '\u{3000}' | '\u{2002}'..='\u{200a}' | '\u{202f}' => " ",
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' => {
            return Some(Problem::Invisible { found });
        }
        _ => return None,
    };
    Some(Problem::Typographic { found, instead })
}
