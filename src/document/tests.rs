//! Reading a whole file: the contract's sample, every spelling, and every problem with its place.

use super::{Document, Problem, Severity};

/// The sample of the file-format contract, in this project's own words.
const SAMPLE: &str = include_str!("tests/sample.toml");

#[test]
fn every_key_of_the_format_is_read_without_a_complaint() {
    let document = Document::parse(SAMPLE.to_owned()).unwrap();
    assert_eq!(document.warnings(), []);
    let book = document.book();
    assert_eq!((book.lines.len(), book.plans.len()), (1, 1));
    eprintln!("{book:#?}");
}
