//! The words of both languages, as they stand in `assets/texts`.

use std::fs;
use std::path::Path;

/// A text, and which of its arguments are numbers and have a form for one.
struct Text {
    name: String,
    zh: String,
    en: String,
    ones: Vec<String>,
    /// The arguments that are numbers.
    counts: Vec<String>,
}

/// Counts that are never one where they are said: a whole number of words stands for several.
const NEVER_ONE: [&str; 25] = [
    "alert_rule_stale",
    "change_paid_several",
    "change_several_first",
    "chrome_erased_several",
    "cli_amount_decimals",
    "cli_notice_stale",
    "cli_progress_ended",
    "cli_way_stale",
    "dossier_freed",
    "doubt_stale",
    "explain_ahead",
    "import_exact",
    "import_same_amount",
    "import_some_of_bill",
    "import_whole_bill",
    "happen_deferrals_exceeded",
    "line_stated_days",
    "overview_next_days",
    "problem_digits",
    "problem_same_installment",
    "overview_next_months",
    "overview_nothing_due",
    "refusal_periods",
    "sms_several",
    "trial_months",
];

impl Text {
    fn of(entry: &str) -> Self {
        let said = |key: &str| {
            let from = entry.split_once(key).map(|(_, from)| from);
            from.and_then(quoted).unwrap_or_default()
        };
        let ones = entry.split("one(").skip(1);
        let ones = ones.map(|one| one.split(')').next().unwrap().to_owned());
        let head = entry.split("zh:").next().unwrap();
        let counts = head
            .split([',', '('])
            .filter(|argument| !argument.contains("&str"));
        let counts = counts.filter_map(|argument| argument.split_once(':'));
        Self {
            name: entry.split(['(', ' ']).next().unwrap().to_owned(),
            zh: said("zh: "),
            en: said("en: "),
            ones: ones.collect(),
            counts: counts.map(|(count, _)| count.trim().to_owned()).collect(),
        }
    }
}

fn texts() -> Vec<Text> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/texts");
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut entries: Vec<String> = Vec::new();
        for line in source.lines() {
            let begins = line
                .strip_prefix("    ")
                .filter(|rest| rest.starts_with(char::is_alphabetic));
            match (begins, entries.last_mut()) {
                (Some(first), _) => entries.push(first.to_owned()),
                (None, Some(entry)) => entry.push_str(line),
                (None, None) => {}
            }
        }
        let entries = entries.iter().filter(|entry| entry.contains("zh: \""));
        all.extend(entries.map(|entry| Text::of(entry)));
    }
    assert!(all.len() > 900, "{}", all.len());
    all
}

/// The text between the first quotation mark and the next that is not escaped.
fn quoted(source: &str) -> Option<String> {
    let mut text = String::new();
    let mut chars = source.strip_prefix('"')?.chars();
    loop {
        match chars.next()? {
            '"' => return Some(text),
            '\\' => match chars.next()? {
                'n' => text.push('\n'),
                char => text.push(char),
            },
            char => text.push(char),
        }
    }
}

/// `3 days` but `1 day`: what is counted has a form for one.
#[test]
fn what_is_counted_in_english_has_a_form_for_one() {
    let mut missing = Vec::new();
    for text in texts() {
        for hole in text.en.split('{').skip(1) {
            let Some((count, after)) = hole.split_once("} ") else {
                continue;
            };
            let is_count = text.counts.iter().any(|one| one == count);
            let mut words = after.split(|char: char| !char.is_ascii_alphabetic());
            let noun = words.next().unwrap_or_default();
            let noun = if matches!(noun, "more" | "working" | "other") {
                words.next().unwrap_or_default()
            } else {
                noun
            };
            let is_plural = noun.len() > 3
                && noun.ends_with('s')
                && !noun.ends_with("ss")
                && !["times", "this", "fits", "does", "asks"].contains(&noun);
            let has_one = text.ones.iter().any(|one| one == count);
            if is_count && is_plural && !has_one && !NEVER_ONE.contains(&text.name.as_str()) {
                missing.push(format!("{}: {}", text.name, text.en));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// Texts with a single letter that is no key of the dashboard: an argument of a command, how keys
/// are written in one, a variable.
const LETTERS: [&str; 8] = [
    "cli_not_a_key",
    "help_amend",
    "help_arg_keys",
    "help_defer",
    "help_due",
    "help_pay",
    "help_unpay",
    "how_yearly",
];

/// Whether something stands by itself in a Chinese text that could be a key: a letter, or the star.
fn has_lone_sign(zh: &str) -> bool {
    let between = zh.split('{').filter_map(|part| part.split('}').next_back());
    let told = between.collect::<Vec<_>>().join("00");
    let mut words = told.split(|char: char| char.is_whitespace() || !char.is_ascii());
    words.any(|word| matches!(word.as_bytes(), [b'*' | b'A'..=b'Z' | b'a'..=b'z']))
}

/// People have keys of their own: a sentence gets the key that holds as its argument. Chinese has
/// no word of one letter, so there a key stands out; that English uses the same arguments is checked
/// where the texts are compiled.
#[test]
fn no_sentence_has_a_key_written_into_it() {
    assert!(has_lone_sign("按 a 记") && has_lone_sign("{n}：再按 * 显示"));
    assert!(!has_lone_sign("按 {key} 记 {n}x{n}"));
    for Text { name, zh, .. } in texts() {
        let is_known = LETTERS.contains(&name.as_str());
        assert_eq!(has_lone_sign(&zh), is_known, "{name}: {zh}");
    }
}
