//! Problems of a data file in words: where, what is wrong, what to write instead.

mod hint;
mod message;
mod settings;

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use self::hint::hint;
pub use self::message::message;
use crate::document::{Diagnostic, Problem, Severity};
use crate::settings::safe_text::safe;
use crate::settings::texts::Texts;

/// An excerpt is cut to so many cells.
const WIDEST: usize = 120;
/// So many cells of it stand before the place at most.
const BEFORE: usize = 60;

/// One problem as a few lines of plain text:
///
/// ```text
/// fenqi.toml:12:10: error: "1,234.56" is no amount
///    12 | amount = "1,234.56"
///       |          ^^^^^^^^^^
///       = instead: write 1234.56
/// ```
pub fn report(texts: Texts, file: &str, text: &str, diagnostic: &Diagnostic) -> String {
    let severity = match diagnostic.severity {
        Severity::Error => texts.problem_error(),
        Severity::Warning => texts.problem_warning(),
    };
    let Diagnostic {
        line,
        column,
        problem,
        ..
    } = diagnostic;
    let (file, message) = (safe(file), message(texts, problem));
    let (excerpt, marks) = excerpt(text, diagnostic);
    let mut report = format!("{file}:{line}:{column}: {severity}: {message}\n");
    // Writing to a String cannot fail.
    let _ = writeln!(report, "{line:>5} | {excerpt}");
    let _ = writeln!(report, "      | {marks}");
    if let Some(hint) = hint(texts, problem) {
        let _ = writeln!(report, "      = {}: {hint}", texts.problem_instead());
    }
    report
}

/// The line of a problem, made safe and cut, and the carets under its place.
fn excerpt(text: &str, diagnostic: &Diagnostic) -> (String, String) {
    let (start, end) = (diagnostic.span.start, diagnostic.span.end);
    let before = text.get(..start).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let before = before.trim_start_matches('\u{feff}');
    let place = first_line(text.get(start..end).unwrap_or_default());
    let after = first_line(text.get(start + place.len()..).unwrap_or_default());
    if diagnostic.problem == Problem::CardNumber {
        let hidden = |text: &str| text.replace(|char: char| char.is_ascii_digit(), "*");
        return cut(&hidden(before), &hidden(place), &hidden(after));
    }
    cut(before, place, after)
}

fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default()
}

fn cut(before: &str, place: &str, after: &str) -> (String, String) {
    let before = last_cells(&safe(ending(before)), BEFORE);
    let place = first_cells(&safe(beginning(place)), WIDEST - before.width());
    let after = first_cells(
        &safe(beginning(after)),
        WIDEST - before.width() - place.width(),
    );
    let marks = format!(
        "{}{}",
        " ".repeat(before.width()),
        "^".repeat(place.width().max(1))
    );
    (format!("{before}{place}{after}"), marks)
}

/// As much of a very long line as can matter: no cell needs more than 16 characters.
fn beginning(text: &str) -> &str {
    let end = text.char_indices().nth(WIDEST * 16);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn ending(text: &str) -> &str {
    let start = text.char_indices().nth_back(BEFORE * 16);
    start
        .and_then(|(start, _)| text.get(start..))
        .unwrap_or(text)
}

fn first_cells(text: &str, cells: usize) -> String {
    let mut width = 0;
    let fitting = text.graphemes(true).take_while(|grapheme| {
        width += grapheme.width();
        width <= cells
    });
    fitting.collect()
}

fn last_cells(text: &str, cells: usize) -> String {
    let mut width = 0;
    let fitting = text.graphemes(true).rev().take_while(|grapheme| {
        width += grapheme.width();
        width <= cells
    });
    let mut fitting: Vec<_> = fitting.collect();
    fitting.reverse();
    fitting.concat()
}

#[cfg(test)]
mod tests {
    use super::{hint, message, report};
    use crate::document::diagnostic::Problem;
    use crate::document::{Diagnostic, Document};
    use crate::settings::texts::{Lang, Texts};
    use unicode_width::UnicodeWidthStr;

    fn first(text: &str) -> Diagnostic {
        match Document::parse(text.to_owned()) {
            Ok(document) => document.warnings()[0].clone(),
            Err(problems) => problems.0[0].clone(),
        }
    }

    fn english(text: &str) -> String {
        report(Texts::new(Lang::En), "book.toml", text, &first(text))
    }

    #[test]
    fn the_caret_stands_under_the_cells_of_the_place() {
        let text =
            "version = 1\n[settings]\nregion = \"中国\"\nmonthly-cap = \"1,234.56\" # 每月\n";
        assert_eq!(
            english(text),
            "book.toml:4:15: error: \"1,234.56\" is no amount\n    4 | monthly-cap = \"1,234.56\" # 每月\n      |               ^^^^^^^^^^\n      = instead: write 1234.56\n"
        );
        let wide = "version = 1\n\"备注备注\" = “x”\n";
        let report = english(wide);
        let caret = report.lines().nth(2).unwrap();
        assert_eq!(caret.width(), "      | ".len() + 13 + 1, "{report}");
    }

    #[test]
    fn a_long_or_hostile_line_is_cut_and_made_harmless() {
        let long = format!(
            "version = 1\nx = \"{}\" \u{1b}[31m{}",
            "字".repeat(50_000),
            "y".repeat(50_000)
        );
        let report = english(&long);
        assert!(report.lines().all(|line| line.width() <= 130), "{report}");
        assert!(!report.contains('\u{1b}') && report.contains('␛'));
    }

    #[test]
    fn a_card_number_is_never_shown() {
        let text = "version = 1\n[[method]]\nid = \"m\"\nname = \"6222 0202 1234 5678\"\n";
        let report = english(text);
        assert!(
            report.contains("**** ****") && !report.contains("6222"),
            "{report}"
        );
    }

    #[test]
    fn an_error_at_the_end_of_the_file_has_an_excerpt_too() {
        let report = english("version =");
        assert!(
            report.contains("    1 | version =\n      |          ^\n"),
            "{report}"
        );
    }

    #[test]
    fn every_error_says_what_to_write_instead_in_both_languages() {
        for text in [
            "a = 1 = 2",
            "version = 1\n[plan]",
            "version = 1\n[[plan]]",
            "version = 1\n[[plan]]\nid = \"A\"\nprincipal = -1\nperiods = 0\nfirst-due = 2026-01-01T00:00:00\nevery = \"x\"\nfee = 1\nline = \"q\"",
            "version = 1\ncurrency = \"RMB\"\n[settings]\nmonthly-cap = 1e5",
        ] {
            let problems = Document::parse(text.to_owned()).unwrap_err().0;
            for Diagnostic { problem, .. } in &problems {
                for texts in [Texts::new(Lang::Zh), Texts::new(Lang::En)] {
                    assert!(!message(texts, problem).is_empty(), "{problem:?}");
                    let other = matches!(problem, Problem::Syntax(_) | Problem::OutOfRange { .. });
                    assert!(other || hint(texts, problem).is_some(), "{problem:?}");
                }
            }
        }
    }

    #[test]
    fn what_to_write_instead_repeats_what_stands_there_where_that_is_possible() {
        for (line, instead) in [
            ("item = MacBook Air", "write \"MacBook Air\""),
            ("item = \"C:\\dir\"", "write a backslash as \\\\,"),
            ("item = it's", "write \"text\""),
            ("item = iPhone 17", "write \"iPhone 17\""),
            ("item: \"x\"", "write an equals sign, key = value"),
            (
                "order = 5240526001234567",
                "for example \"5240526001234567\"",
            ),
            ("merchant = 1", "for example \"...\""),
        ] {
            let plan = "version = 1\n[[plan]]\nid = \"a\"\nprincipal = 3\nperiods = 3\nfirst-due = 2026-01-26\n";
            let report = english(&format!("{plan}{line}\n"));
            assert!(report.contains(instead), "{report}");
        }
    }
}
