//! Any text as a book: it is read or refused with places that lie in it, and what is read can be asked everything.

#![no_main]

use chrono::NaiveDate;
use fenqi::document::{Document, calendar};
use fenqi::domain::Position;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let lines = text.split('\n').count();
    match Document::parse(text.to_owned()) {
        Ok(document) => {
            assert_eq!(document.text(), text);
            let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
            let position = Position::of(document.book(), &calendar::china(), today);
            assert_eq!(position.plans.len(), document.book().plans.len());
        }
        Err(problems) => {
            assert!(problems.first_error().is_some(), "refused without a reason");
            assert!(problems.0.iter().all(|problem| (1..=lines).contains(&problem.line)));
        }
    }
});
