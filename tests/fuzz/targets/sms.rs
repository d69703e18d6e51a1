//! Any text as a provider's message, and what it proposes for the sample book.

#![no_main]

use std::sync::LazyLock;

use chrono::NaiveDate;
use fenqi::demo;
use fenqi::document::{Document, calendar, edit::carry_out};
use fenqi::domain::Position;
use fenqi::import::sms::{Message, Next, compare};
use fenqi::settings::texts::Lang;
use libfuzzer_sys::fuzz_target;

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");

static SAMPLE: LazyLock<Document> =
    LazyLock::new(|| Document::parse(demo::book(TODAY, Lang::Zh)).expect("the sample book"));
static POSITION: LazyLock<Position> = LazyLock::new(|| Position::of(SAMPLE.book(), &calendar::china(), TODAY));

fuzz_target!(|text: &str| {
    let Some(message) = Message::read(text, TODAY) else {
        return;
    };
    let rulebook = SAMPLE.rulebook();
    let reading = compare(message, text, SAMPLE.book(), &POSITION, |id| rulebook.provider(id));
    assert!(reading.found.iter().all(|about| SAMPLE.book().plans.iter().any(|plan| plan.id == about.plan)));
    if let Next::Note(command) = reading.next {
        carry_out(&SAMPLE, &command, &calendar::china(), TODAY).expect("what is proposed can be done");
    }
});
