//! TOML text ⇄ book. Reads the data file, says everything that is wrong with it, and turns a
//! change of the book into the smallest change of the text.
//!
//! | question | file |
//! |---|---|
//! | text → book | `read`, `read/*` |
//! | change of the book → splices, and the proof that they say it | `edit`, `edit/*` |
//! | how is a table or an array written, where are its parts | `locate` |
//! | which days are worked | `calendar`, `assets/holidays/*.toml` |
//! | what is known of providers | `provider`, `rulebook`, `assets/providers/*.toml` |
//! | settings and themes, read in the same way | `table` |
//! | what can be wrong, as values | `diagnostic`, `diagnostic/problem` |
//! | why is it no TOML, where is the other of two equal keys | `syntax`, `duplicate` |
//! | on which line and column | `position` |
//! | which word was probably meant, which characters are odd | `near`, `odd` |
//! | the text as a tree, with the place of every value | `tree`, `tree/*` |
//! | splices of a text | `text_edit` |

pub mod calendar;
pub mod diagnostic;
mod duplicate;
pub mod edit;
mod locate;
pub mod near;
mod odd;
mod position;
pub mod provider;
mod read;
pub mod rulebook;
mod syntax;
pub(crate) mod table;
#[cfg(test)]
mod tests;
pub mod text_edit;
mod tree;
pub mod whereabouts;
mod written_amount;

pub use diagnostic::{Diagnostic, Problem, Problems, Severity};
pub use read::case::KINDS as CASE_KINDS;
pub use read::line::{KINDS as METHOD_KINDS, STATUS as LINE_STATUS};
pub use read::way::{QUESTIONS, REPLIES};
pub use text_edit::Splice;

use std::collections::BTreeSet;
use std::sync::Arc;

use toml::de::Error;

use self::read::log::Log;
use self::rulebook::Rulebook;
use self::tree::Table;
use crate::domain::book::{Book, VERSION};

/// A data file: its text, and the book it says.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    book: Book,
    warnings: Vec<Diagnostic>,
    line_starts: Vec<usize>,
    plan_starts: Vec<usize>,
    rulebook: Arc<Rulebook>,
}

/// A book in which nothing is written down.
const BLANK: &str = "\
# 分期账本，随便改：注释和顺序都会保留。Your installment plans: edit freely, comments and order stay.
version = 1
currency = \"CNY\"
";

impl Document {
    /// Reads a data file on the rulebook that comes along.
    ///
    /// # Errors
    /// As [`Self::parse_on`].
    pub fn parse(text: String) -> Result<Self, Problems> {
        Self::parse_on(text, &Arc::default())
    }

    /// Reads a data file. Its lines get what the rulebook knows of their providers.
    ///
    /// # Errors
    /// All problems of the text at once, if one of them keeps it from being read. A file of a
    /// newer format version is read as far as it is understood.
    pub fn parse_on(text: String, rulebook: &Arc<Rulebook>) -> Result<Self, Problems> {
        let (read, diagnostics) = {
            let (root, errors) = tree::parse(&text);
            let log = Log::of(&text);
            let read = read::book(&root, rulebook, &log);
            let mut diagnostics = log.finish();
            if !errors.is_empty() {
                return Err(Problems(with_syntax(&text, &root, &errors, diagnostics)));
            }
            if read.book.version > VERSION {
                tolerate(&mut diagnostics);
            }
            (read, diagnostics)
        };
        let failed = |diagnostic: &Diagnostic| diagnostic.severity == Severity::Error;
        if diagnostics.iter().any(failed) {
            return Err(Problems(diagnostics));
        }
        Ok(Self {
            text,
            book: read.book,
            warnings: diagnostics,
            line_starts: read.line_starts,
            plan_starts: read.plan_starts,
            rulebook: Arc::clone(rulebook),
        })
    }

    /// The document that the first change of all begins with, on a rulebook.
    pub fn blank(rulebook: &Arc<Rulebook>) -> Self {
        Self {
            text: BLANK.to_owned(),
            book: Book::default(),
            warnings: Vec::new(),
            line_starts: Vec::new(),
            plan_starts: Vec::new(),
            rulebook: Arc::clone(rulebook),
        }
    }

    /// The book.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The text, exactly as it was read.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What it was read on.
    pub fn rulebook(&self) -> &Arc<Rulebook> {
        &self.rulebook
    }

    /// What is probably not meant as it stands, in the order of the file.
    pub fn warnings(&self) -> &[Diagnostic] {
        &self.warnings
    }

    /// The line of the file, from 1, on which a plan of the book begins.
    pub fn line_of_plan(&self, plan: usize) -> usize {
        self.line_at(self.plan_starts.get(plan))
    }

    /// The line of the file, from 1, on which a credit line of the book begins.
    pub fn line_of_credit_line(&self, line: usize) -> usize {
        self.line_at(self.line_starts.get(line))
    }

    fn line_at(&self, start: Option<&usize>) -> usize {
        let start = start.copied().unwrap_or_default();
        let before = self.text.get(..start).unwrap_or_default();
        1 + before.matches('\n').count()
    }
}

/// For so many duplicate keys of a broken file the first one is looked up.
const MOST_LOOKED_UP: usize = 100;

/// Adds what is no TOML. Of the rest only what is certain stays: a value that stands alone, on a
/// line that could be read.
fn with_syntax(
    text: &str,
    root: &Table<'_>,
    errors: &[Error],
    read: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let log = Log::of(text);
    for (k, (span, mut problem)) in syntax::problems(text, errors).into_iter().enumerate() {
        if let (Problem::DuplicateKey { first, .. }, 0..MOST_LOOKED_UP) = (&mut problem, k) {
            *first = duplicate::first_place(text, root, &span).map(|place| log.line(place));
        }
        log.error(span, problem);
    }
    let mut all = log.finish();
    let is_whole = |diagnostic: &Diagnostic| {
        matches!(
            diagnostic.problem,
            Problem::MergeConflict | Problem::OtherFormat(_)
        )
    };
    if all.iter().any(is_whole) {
        return all;
    }
    let broken: BTreeSet<usize> = all.iter().map(|diagnostic| diagnostic.line).collect();
    let certain = read.into_iter().filter(|diagnostic| {
        diagnostic.problem.is_local()
            && !diagnostic.span.is_empty()
            && !broken.contains(&diagnostic.line)
    });
    all.extend(certain);
    all.sort_by_key(|diagnostic| diagnostic.span.start);
    all
}

/// What a newer format says may be unknown here without being wrong.
fn tolerate(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.retain(|diagnostic| !matches!(diagnostic.problem, Problem::UnknownKey { .. }));
    for diagnostic in diagnostics {
        diagnostic.severity = Severity::Warning;
    }
}
