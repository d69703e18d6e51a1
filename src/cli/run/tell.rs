//! How answers and failures are told.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, IsTerminal, Write};

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
            Printable::json(answer)
        } else {
            let mut page = Page::new(self.ink);
            answer.write(&mut page, self.texts);
            Printable::page(page)
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

/// What may be written to stdout, which may be a terminal.
struct Printable(String);

impl Printable {
    /// A page, which takes safe texts only.
    fn page(page: Page) -> Self {
        Self(page.into_text())
    }

    /// JSON, in which nothing is unfit for a terminal, and nothing is lost.
    fn json(value: &impl Serialize) -> Self {
        let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
        text.push('\n');
        Self(escaped(&text))
    }

    /// A text of a form of its own: to a file or a program as it is, to a terminal line by line made safe.
    fn of_own_form(text: &str, is_terminal: bool) -> Self {
        if !is_terminal {
            return Self(text.to_owned());
        }
        let mut page = Page::new(Ink::Plain);
        page.lines(text);
        Self::page(page)
    }
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

/// Prints a text of a form of its own, which changed nothing.
pub(super) fn print(text: &str, texts: Texts) -> Result<Exit, Failure> {
    match written(&Printable::of_own_form(text, io::stdout().is_terminal())) {
        Ok(()) => Ok(Exit::Done),
        Err(error) => Err(untold(&error, false, texts)),
    }
}

/// Writes to stdout. A reader that has gone away is no failure; a full disk is one.
fn written(text: &Printable) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    let written = stdout
        .write_all(text.0.as_bytes())
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
pub(super) fn failure(failure: &Failure, json: bool) -> Exit {
    let mut page = Page::new(Ink::Plain);
    for problem in &failure.problems {
        page.lines(&problem.report);
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
        // Where it cannot be written, stderr has said it.
        let _ = written(&Printable::json(&Errors { errors }));
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
    use super::Printable;

    #[test]
    fn json_carries_the_exact_text_and_nothing_that_drives_a_terminal() {
        let text = "a\u{1b}\u{7f}\u{9b}\u{202e}\u{e0041}\n期";
        let json = Printable::json(&text).0;
        assert_eq!(
            json,
            "\"a\\u001b\\u007f\\u009b\\u202e\\udb40\\udc41\\n期\"\n"
        );
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
    }

    #[test]
    fn an_export_is_exact_for_a_program_and_safe_on_a_terminal() {
        let text = "a,\u{1b}[31m\nb\n";
        assert_eq!(Printable::of_own_form(text, false).0, text);
        assert_eq!(Printable::of_own_form(text, true).0, "a,␛[31m\nb\n");
    }
}
