//! The log of what is wrong with a text.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use crate::document::diagnostic::{Diagnostic, Problem, Severity};
use crate::document::position::{Lines, Places, char_boundary};

/// What is wrong, and where.
pub type Found = Vec<(Severity, Range<usize>, Problem)>;

/// What was found wrong with a text so far.
pub struct Log<'t> {
    text: &'t str,
    lines: OnceCell<Lines>,
    found: RefCell<Found>,
}

impl<'t> Log<'t> {
    pub fn of(text: &'t str) -> Self {
        Self {
            text,
            lines: OnceCell::new(),
            found: RefCell::default(),
        }
    }

    pub fn error(&self, span: Range<usize>, problem: Problem) {
        self.found
            .borrow_mut()
            .push((Severity::Error, span, problem));
    }

    pub fn warn(&self, span: Range<usize>, problem: Problem) {
        self.found
            .borrow_mut()
            .push((Severity::Warning, span, problem));
    }

    /// The line of a byte, from 1.
    pub fn line(&self, offset: usize) -> usize {
        self.lines().line(offset)
    }

    fn lines(&self) -> &Lines {
        self.lines.get_or_init(|| Lines::of(self.text))
    }

    pub fn text(&self) -> &'t str {
        self.text
    }

    /// What was found, to be taken over by another log of the same text.
    pub fn found(self) -> Found {
        self.found.take()
    }

    pub fn take(&self, found: Found) {
        self.found.borrow_mut().extend(found);
    }

    /// Everything found, in the order of the text.
    pub fn finish(self) -> Vec<Diagnostic> {
        let mut found = self.found.take();
        if found.is_empty() {
            return Vec::new();
        }
        found.sort_by_key(|(severity, span, _)| (span.start, *severity));
        let mut places = Places::of(self.text, self.lines());
        let place = |(severity, span, problem): (Severity, Range<usize>, Problem)| {
            let start = char_boundary(self.text, span.start);
            let (line, column) = places.place(start);
            Diagnostic {
                severity,
                span: start..char_boundary(self.text, span.end).max(start),
                line,
                column,
                problem,
            }
        };
        found.into_iter().map(place).collect()
    }
}
