//! Any change of any book: only the planned bytes change, and the new text says exactly what the changed book says.
//!
//! The input's first bytes choose the command, the rest is the book.

#![no_main]

use chrono::{Days, NaiveDate};
use fenqi::document::{Document, calendar, edit::carry_out};
use fenqi::domain::command::Pay;
use fenqi::domain::{Book, Command, Money, PlanId};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, u8, u16, &str)| {
    let (kind, which, number, text) = input;
    let Ok(document) = Document::parse(text.to_owned()) else {
        return;
    };
    let today = NaiveDate::from_ymd_opt(2026, 3, 10).expect("a day");
    let calendar = calendar::china();
    let Some(command) = command(document.book(), kind, which, number, today) else {
        return;
    };
    let Ok(edited) = carry_out(&document, &command, &calendar, today) else {
        return;
    };
    let mut rest = text;
    let mut rebuilt = String::new();
    let mut from = 0;
    for splice in &edited.splices {
        assert!(splice.range.start >= from && splice.range.end <= text.len());
        rebuilt.push_str(&text[from..splice.range.start]);
        rebuilt.push_str(&splice.text);
        from = splice.range.end;
        rest = &text[from..];
    }
    rebuilt.push_str(rest);
    assert_eq!(rebuilt, edited.document.text(), "bytes outside the plan changed");
    let again = Document::parse(rebuilt).expect("what was written can be read");
    assert!(again.book() == edited.document.book());
    let changed = fenqi::domain::command::apply(document.book(), &command, &calendar, today);
    assert!(changed.is_ok_and(|changed| changed == *again.book()), "the text says something else than the book");
});

fn command(book: &Book, kind: u8, which: u8, number: u16, today: NaiveDate) -> Option<Command> {
    let plan: PlanId = book.plans.get(usize::from(which) % book.plans.len().max(1))?.id.clone();
    let n = u32::from(number % 40);
    let amount = Money::parse(&format!("{}.{:02}", number / 100, number % 100), book.currency).ok()?;
    let on = today - Days::new(u64::from(number % 60));
    Some(match kind % 9 {
        0 => Command::Pay(Pay { n: Some(n), ..Pay::oldest(plan, on) }),
        1 => Command::Pay(Pay { amount: Some(amount), ..Pay::oldest(plan, on) }),
        2 => Command::Unpay { plan, n },
        3 => Command::Restored { plan, n, on },
        4 => Command::Note { plan, note: (number % 3 > 0).then(|| format!("n \"{number}\" \\ # 分期")) },
        5 => Command::Refund { plan, on, amount, reference: Some("R".to_owned()) },
        6 => Command::Defer { plan, n, to: today + Days::new(u64::from(number % 90)), fee: amount },
        7 => Command::Pause { plan, until: today + Days::new(9), why: Some("x".to_owned()) },
        _ => Command::Remove { plan },
    })
}
