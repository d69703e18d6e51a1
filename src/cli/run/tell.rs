//! How answers and failures are told.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write};

use serde::Serialize;

use crate::cli::answer::Answer;
use crate::cli::failure::{Exit, Failure};
use crate::cli::file::system;
use crate::cli::print::{Ink, Page};
use crate::cli::problems::Told;
use crate::settings::safe_text::is_unfit;
use crate::settings::texts::Texts;

/// How answers are printed.
pub(in crate::cli) struct Teller {
    pub(super) json: bool,
    pub(super) ink: Ink,
    pub(super) texts: Texts,
}

impl Teller {
    /// Prints an answer; the exit is the answer's own.
    pub(in crate::cli) fn tell(&self, answer: &impl Answer) -> Result<Exit, Failure> {
        let text = if self.json {
            in_json(answer)
        } else {
            let mut page = Page::new(self.ink);
            answer.write(&mut page, self.texts);
            page.into_text()
        };
        if let Err(error) = written(&text) {
            return Err(untold(&error, answer.is_saved(), self.texts));
        }
        warn(answer.warnings());
        Ok(answer.exit())
    }

    /// The language.
    pub(in crate::cli) fn texts(&self) -> Texts {
        self.texts
    }

    /// Whether answers are told as JSON.
    pub(in crate::cli) fn is_json(&self) -> bool {
        self.json
    }

    /// The same, as JSON where that is asked for in another way.
    pub(in crate::cli) fn with_json(&self, asked: bool) -> Self {
        Self {
            json: self.json || asked,
            ..*self
        }
    }

    /// Prints a text of a form of its own.
    pub(in crate::cli) fn print(&self, text: &str) -> Result<Exit, Failure> {
        print(text, self.texts)
    }
}

fn in_json(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    escaped(&text)
}

/// JSON as it may be printed on a terminal as well. What is unfit for one stands inside strings only (JSON's own
/// blanks are line feeds here), where an escape says exactly the same.
fn escaped(json: &str) -> String {
    let mut text = String::with_capacity(json.len());
    for char in json.chars() {
        if char == '\n' || !is_unfit(char) {
            text.push(char);
        } else {
            for unit in char.encode_utf16(&mut [0; 2]) {
                // Writing to a String cannot fail.
                let _ = write!(text, "\\u{unit:04x}");
            }
        }
    }
    text
}

/// Prints something that changed nothing.
pub(super) fn print(text: &str, texts: Texts) -> Result<Exit, Failure> {
    match written(text) {
        Ok(()) => Ok(Exit::Done),
        Err(error) => Err(untold(&error, false, texts)),
    }
}

/// Writes to stdout. A reader that has gone away is no failure; a full disk is one.
fn written(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let written = stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush());
    match written {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written,
    }
}

/// An answer that could not be written. Whoever reads "not saved" tries again, so a change that
/// stands in the file must not say so.
fn untold(error: &io::Error, is_saved: bool, texts: Texts) -> Failure {
    let why = system(error, texts);
    if is_saved {
        Failure::new(Exit::Unconfirmed, texts.failure_output_after_saving(&why))
    } else {
        Failure::new(Exit::NotSaved, texts.failure_output(&why))
    }
}

#[derive(Serialize)]
struct Errors<'f> {
    errors: Vec<ErrorEntry<'f>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ErrorEntry<'f> {
    Problem(&'f Told),
    Other { line: Option<usize>, text: &'f str },
}

/// Tells a failure: to people on stderr, and with `--json` also as JSON on stdout.
pub(super) fn failure(failure: &Failure, json: bool, texts: Texts) -> Exit {
    let mut page = Page::new(Ink::Plain);
    for problem in &failure.problems {
        page.report(&problem.report);
    }
    page.line(format!("fenqi: {}", failure.message));
    for hint in &failure.hints {
        page.line(format!("  {hint}"));
    }
    on_stderr(page);
    if json {
        let errors = failure
            .problems
            .iter()
            .filter(|problem| !problem.is_warning);
        let mut errors: Vec<_> = errors.map(ErrorEntry::Problem).collect();
        if errors.is_empty() {
            errors.push(ErrorEntry::Other {
                line: None,
                text: &failure.message,
            });
        }
        let _ = print(&in_json(&Errors { errors }), texts);
    }
    failure.exit
}

/// What people should know besides an answer.
pub(in crate::cli) fn warn(warnings: &[String]) {
    let mut page = Page::new(Ink::Plain);
    for warning in warnings {
        page.line(format!("fenqi: {warning}"));
    }
    on_stderr(page);
}

fn on_stderr(page: Page) {
    // Nowhere is left to tell that stderr cannot be written to.
    let _ = io::stderr().lock().write_all(page.into_text().as_bytes());
}

#[cfg(test)]
mod tests {
    use super::in_json;

    #[test]
    fn json_carries_the_exact_text_and_nothing_that_drives_a_terminal() {
        let text = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\n期";
        let json = in_json(&text);
        assert_eq!(
            json,
            "\"a\\u001b\\u007f\\u009b\\u202e\\udb40\\udc41\\n期\"\n"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }
}
