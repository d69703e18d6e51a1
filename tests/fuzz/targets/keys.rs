//! Any keys on any window: the dashboard over the sample book goes on, and draws.

#![no_main]

use chrono::NaiveDate;
use fenqi::app::key::{Code, Held, Key, Stroke};
use fenqi::cli::Opening;
use fenqi::runtime::headless;
use fenqi::settings::texts::{Lang, Texts};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, bool, &[u8])| {
    let (width, height, chinese, bytes) = input;
    let texts = Texts::new(if chinese { Lang::Zh } else { Lang::En });
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    let opening = Opening {
        keys: bytes.iter().map(|byte| stroke(*byte)).collect(),
        ..Opening::of_sample(today, texts)
    };
    // Larger ones take all the time and show nothing else.
    let window = (u16::from(width) % 130, u16::from(height) % 50).into();
    headless::print(&opening, window, &mut std::io::sink()).expect("a sink takes everything");
});

fn stroke(byte: u8) -> Stroke {
    let named = [
        Code::Enter, Code::Esc, Code::Tab, Code::BackTab, Code::Backspace, Code::Delete, Code::Up, Code::Down, Code::Left,
        Code::Right, Code::Home, Code::End, Code::PageUp, Code::PageDown,
    ];
    match byte {
        b' '..=b'~' => Stroke::Key(Key::char(char::from(byte))),
        128..=153 => Stroke::Key(Key { code: Code::Char(char::from(byte - 128 + b'a')), held: Held::Ctrl }),
        200..=213 => Stroke::Key(Key::of(named[usize::from(byte - 200)])),
        214 => Stroke::Paste("qy\u{1b}p分期\n1,2.5".to_owned()),
        215..=255 => Stroke::Resize(u16::from(byte - 215) * 4, u16::from(255 - byte)),
        other => Stroke::Key(Key::char(char::from(other.wrapping_add(192)))),
    }
}
