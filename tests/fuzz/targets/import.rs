//! Any bytes as a bill: they are refused, or come to a preview whose commands the book takes or refuses.

#![no_main]

use chrono::NaiveDate;
use fenqi::document::{Document, calendar};
use fenqi::{demo, import};
use fenqi::settings::texts::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(bill) = import::read(bytes, None, &[]) else {
        return;
    };
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    let document = Document::parse(demo::book(today, Lang::Zh)).expect("the sample book");
    let calendar = calendar::china();
    let preview = import::preview(bill, document.book(), &calendar, today);
    for command in preview.commands() {
        let _ = command.check(document.book(), &calendar, today);
    }
});
