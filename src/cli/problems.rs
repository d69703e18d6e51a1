//! The problems of a data file as a command tells them.

use serde::Serialize;

use super::problem_report::{hint, message, report};
use crate::document::{Diagnostic, Problems, Severity};
use crate::settings::texts::Texts;

/// A problem as it is told: in JSON by its parts, to people by the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub text: String,
    /// What to write instead.
    pub instead: Option<String>,
    /// Place, words and excerpt, a few lines.
    #[serde(skip)]
    pub report: String,
    /// True where the file can be read all the same.
    #[serde(skip)]
    pub is_warning: bool,
}

impl Told {
    /// A problem of the text of this file in words.
    pub fn of(texts: Texts, file: &str, text: &str, diagnostic: &Diagnostic) -> Self {
        Self {
            line: diagnostic.line,
            column: diagnostic.column,
            text: message(texts, &diagnostic.problem),
            instead: hint(texts, &diagnostic.problem),
            report: report(texts, file, text, diagnostic),
            is_warning: diagnostic.severity == Severity::Warning,
        }
    }

    /// A problem of a whole file or of none, in words.
    pub fn whole(text: String) -> Self {
        Self {
            line: 1,
            column: 1,
            report: format!("{text}\n"),
            text,
            instead: None,
            is_warning: false,
        }
    }

    /// The first line of the report: place and words.
    pub fn line_of_report(&self) -> String {
        self.report.lines().next().unwrap_or_default().to_owned()
    }

    /// All problems of a text that could not be read.
    pub fn all(texts: Texts, file: &str, text: &str, problems: &Problems) -> Vec<Self> {
        let told = |diagnostic: &Diagnostic| Self::of(texts, file, text, diagnostic);
        problems.0.iter().map(told).collect()
    }
}
