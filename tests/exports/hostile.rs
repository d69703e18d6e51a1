//! Names that try to be something else: each format keeps them text.

use fenqi::export::csv::{self, Form};
use fenqi::export::ics;
use fenqi::export::journal::Journal;
use proptest::prelude::*;

use super::{EN, OnDay, day, stamp};

/// Pieces that mean something to a terminal, a sheet, a calendar or a ledger.
const PIECES: [&str; 34] = [
    "\x1b[31m",
    "\x1b]8;;http://x\x07",
    "\n",
    "\r\n",
    "\t",
    "\u{2028}",
    "\u{202e}",
    "\u{200b}",
    "\0",
    "=1+1",
    "+1",
    "-1",
    "@x",
    "＝1",
    "＠x",
    "\"",
    "\\",
    ";",
    "|",
    "  ",
    "(a)",
    "*",
    "!",
    ":",
    "2026-01-01 * x",
    "    Assets:Cash  -100 CNY",
    "include /etc/passwd",
    "END:VEVENT",
    ",",
    "#",
    "https://pay.example",
    " 6222021234567890128 ",
    "手机",
    "option \"title\" \"x\"",
];

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => any::<String>()];
    let text = proptest::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat());
    // An empty text is refused by the book itself.
    text.prop_filter("must say something", |text| !text.trim().is_empty())
}

/// A text as TOML has it.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|char| match char {
            '"' | '\\' => format!("\\{char}"),
            char if char.is_control() => format!("\\u{:04x}", u32::from(char)),
            char => char.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A book in which every text of the user's is this one.
fn book_of(text: &str) -> Option<OnDay> {
    let text = quoted(text);
    let book = format!(
        "version = 1\n[[line]]\nid = \"l\"\nname = {text}\nlimit = 9000\nidentity-expires = 2026-05-01\n\
         temporary = {{ limit = 100, until = 2026-06-01 }}\nways = [{{ path = {text} }}]\n\
         [[method]]\nid = \"m\"\nname = \"m\"\nexpires = 2027-01-01\n\
         [[plan]]\nid = \"p\"\nline = \"l\"\nitem = {text}\nmerchant = {text}\norder = {text}\nnote = {text}\n\
         bought = 2026-01-01\nprincipal = 300\nperiods = 3\nfirst-due = 2026-02-01\n\
         fee = {{ model = \"flat\", total = 9 }}\nrefunds = [{{ on = 2026-03-02, amount = 10, ref = {text} }}]\n\
         payments = [{{ on = 2026-03-01, amount = 103, ref = {text} }}]\n\
         [[case]]\nid = \"c\"\nkind = \"other\"\nplan = \"p\"\nopened = 2026-03-01\nclosed = 2026-03-02\noutcome = {text}\n"
    );
    OnDay::of("hostile", &book, day("2026-03-10"))
}

/// Whether a character could steer, hide or reorder.
fn is_dangerous(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Checks what holds for every calendar; `events` of them are in it.
pub fn read_calendar(text: &str, events: usize) {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains(is_dangerous), "{line:?}");
    }
    let unfolded = icalendar::parser::unfold(text);
    let calendar = icalendar::parser::read_calendar(&unfolded).unwrap();
    assert_eq!(calendar.components.len(), events);
    for event in &calendar.components {
        let value = |name: &str| event.find_prop(name).unwrap().val.to_string();
        let date = |name: &str| chrono::NaiveDate::parse_from_str(&value(name), "%Y%m%d").unwrap();
        assert_eq!(date("DTEND"), date("DTSTART").succ_opt().unwrap());
        assert!(value("UID").contains('@'));
    }
}

/// The forms a line of a journal for hledger may have.
fn is_of_journal(line: &str) -> bool {
    let is_posting = || {
        let rest = line.strip_prefix("    ");
        rest.is_some_and(|rest| {
            let account = rest.split("  ").next().unwrap_or_default();
            let amount = rest[account.len()..].trim();
            account.contains(':')
                && account
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == ':' || c == '-')
                && amount.chars().all(|c| "0123456789.-= CNY".contains(c))
        })
    };
    let is_entry = || {
        let marked = line
            .get(10..13)
            .is_some_and(|mark| [" * ", " ! "].contains(&mark));
        marked
            && line[..10].parse::<chrono::NaiveDate>().is_ok()
            && !line.contains(';')
            && !line.contains("  ")
            && line.matches('|').count() <= 1
            && !line[13..].starts_with(['(', '*', '!', '='])
    };
    line.is_empty()
        || line.starts_with("; ")
        || line.starts_with("    ; plan: ")
        || line.starts_with("    ; ref: ") && !line.contains(',')
        || line.starts_with("commodity ")
        || line.starts_with("    format ")
        || line.starts_with("tag ")
        || line.starts_with("account ")
        || is_posting()
        || is_entry()
}

/// The texts in quotes of a line, taken out; `None` where a quote is left open.
fn without_quoted(line: &str) -> Option<String> {
    let (mut outside, mut inside, mut escaped) = (String::new(), false, false);
    for char in line.chars() {
        match char {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            char if !inside => outside.push(char),
            _ => {}
        }
    }
    (!inside).then_some(outside)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn hostile_names_stay_text_in_every_format(text in hostile()) {
        let Some(one) = book_of(&text) else { return Ok(()) };
        let (book, position) = (one.document.book(), &one.position);
        let status = || |_: &fenqi::domain::standing::InstallmentStanding| "open".to_owned();
        let plan_status = |_| "active".to_owned();

        for table in [
            csv::installments(book, position, status()),
            csv::payments(book, position),
            csv::plans(book, position, plan_status),
        ] {
            let sheet = table.write(Form::Sheet(EN)).unwrap();
            let mut reader = ::csv::Reader::from_reader(sheet.as_bytes());
            for row in reader.records() {
                for cell in &row.unwrap() {
                    let is_amount = cell.parse::<rust_decimal::Decimal>().is_ok();
                    let starts = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
                    prop_assert!(is_amount || !starts, "{cell:?}");
                    prop_assert!(!cell.contains(is_dangerous) && !cell.contains("://"), "{cell:?}");
                    prop_assert!(!cell.contains("6222021234567890128"), "{cell:?}");
                }
            }
            // For programs the very text comes back.
            let raw = table.write(Form::Raw).unwrap();
            let mut reader = ::csv::Reader::from_reader(raw.as_bytes());
            let item = &book.plans[0].item;
            for row in reader.records() {
                prop_assert!(row.unwrap().iter().any(|cell| cell == item));
            }
        }

        let events = ics::events(book, position, 1, EN);
        let calendar = ics::write(&events, stamp(), EN);
        read_calendar(&calendar, events.len());
        prop_assert!(!calendar.replace("\r\n ", "").contains("://"));

        let journal = Journal::of(book, position, true, EN);
        for line in journal.hledger(EN).lines() {
            prop_assert!(is_of_journal(line) && !line.contains(is_dangerous), "{line:?}");
            prop_assert!(!line.contains("://") && !line.contains("6222021234567890128"), "{line:?}");
        }
        for line in journal.beancount(EN).lines() {
            let outside = without_quoted(line);
            prop_assert!(line.starts_with("; ") || outside.is_some(), "{line:?}");
            prop_assert!(!line.contains(is_dangerous) && !line.contains("://"), "{line:?}");
        }
    }
}
