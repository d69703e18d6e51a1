//! Any bytes as a bill: they are refused, or come to a preview whose changes the book takes or refuses.

#![no_main]

use std::sync::LazyLock;

use chrono::NaiveDate;
use fenqi::demo;
use fenqi::document::{Document, calendar, edit::carry_out};
use fenqi::import::{preview::preview, read};
use fenqi::settings::texts::Lang;
use libfuzzer_sys::fuzz_target;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");

static SAMPLE: LazyLock<Document> =
    LazyLock::new(|| Document::parse(demo::book(TODAY, Lang::Zh)).expect("the sample book"));

fuzz_target!(|bytes: &[u8]| {
    let Ok(bill) = read(bytes, None, &[]) else {
        return;
    };
    let calendar = calendar::china();
    let preview = preview(bill, SAMPLE.book(), &calendar, TODAY);
    if let Some(command) = preview.command(|_| true) {
        let _ = carry_out(&SAMPLE, &command, &calendar, TODAY);
    }
});
