//! A text that was read: the book it holds, or what is wrong with it in words.

use std::sync::Arc;

use crate::app::model::{BookState, FileProblem};
use crate::cli::problem_report::{hint, message};
use crate::document::rulebook::Rulebook;
use crate::document::{Diagnostic, Document, Severity};
use crate::settings::texts::Texts;

/// The book of a text, or every error that keeps it from being read.
pub fn opened(text: String, rulebook: &Arc<Rulebook>, texts: Texts) -> BookState {
    match Document::parse_on(text, rulebook) {
        Ok(document) => BookState::Open(document),
        Err(problems) => BookState::Broken {
            last_good: None,
            problems: in_words(&problems.0, texts),
        },
    }
}

fn in_words(diagnostics: &[Diagnostic], texts: Texts) -> Vec<FileProblem> {
    let errors = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error);
    let told = |diagnostic: &Diagnostic| FileProblem {
        line: diagnostic.line,
        column: diagnostic.column,
        words: message(texts, &diagnostic.problem),
        instead: hint(texts, &diagnostic.problem),
    };
    errors.map(told).collect()
}
