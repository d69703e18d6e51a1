//! Any text as a provider's message.

#![no_main]

use chrono::NaiveDate;
use fenqi::import::{link, sms::Message};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    let _ = Message::read(text, today);
    let _ = link::links(text);
});
