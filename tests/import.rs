//! Bills as providers export them, in their encodings, against one book: what each row means.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use fenqi::document::Document;
use fenqi::domain::Command;
use fenqi::domain::command::{Pay, apply};
use fenqi::domain::working_day::WorkingCalendar;
use fenqi::import::mapping::Mapping;
use fenqi::import::preview::{Item, Preview, Proposal, Reason, preview};
use fenqi::import::unreadable::{Content, Unreadable, Wrong};
use fenqi::import::{Bill, read};

const BOOK: &str = include_str!("import/book.toml");

fn file(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import");
    fs::read(folder.join(name)).unwrap()
}

fn bill(name: &str) -> Bill {
    read(&file(name), None, &[]).unwrap()
}

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

fn book() -> Document {
    Document::parse(BOOK.to_owned()).unwrap()
}

fn against_the_book(bill: Bill) -> Preview {
    let calendar = WorkingCalendar::weekends_only();
    preview(bill, book().book(), &calendar, date("2026-03-10"))
}

/// `line verdict what: why`.
fn told(preview: &Preview) -> Vec<String> {
    preview.items.iter().map(line).collect()
}

fn line(item: &Item) -> String {
    let what = match &item.proposal {
        None => String::new(),
        Some(Proposal::Change(commands)) => commands.iter().map(command).collect::<String>(),
        Some(Proposal::Plan(draft)) => format!(
            " plan {:?} {} of {} in {}",
            draft.line.as_ref().map_or("?", |line| line.as_str()),
            draft.item,
            draft
                .price
                .map_or("?".to_owned(), |price| price.to_string()),
            draft.periods.map_or("?".to_owned(), |n| n.to_string()),
        ),
    };
    let why: Vec<_> = item.reasons.iter().map(why).collect();
    let verdict = &item.verdict;
    format!("{} {verdict:?}{what}: {}", item.entry.line, why.join(", "))
}

fn command(command: &Command) -> String {
    match command {
        Command::Pay(Pay {
            plan,
            n: Some(n),
            amount: Some(amount),
            via,
            ..
        }) => {
            let via = via.as_ref().map(|via| format!(" via {via}"));
            format!(" pay {plan} {n} {amount}{}", via.unwrap_or_default())
        }
        Command::Refund { plan, amount, .. } => format!(" refund {plan} {amount}"),
        other => format!("{other:?}"),
    }
}

fn why(reason: &Reason) -> String {
    match reason {
        Reason::Exact { plan, n, due } => format!("{plan} {n} due {due}"),
        Reason::Month(month) => format!("bill {}-{}", month.year, month.month),
        other => format!("{other:?}"),
    }
}

#[test]
fn the_alipay_app_in_gb18030() {
    for line in told(&against_the_book(bill("alipay.csv"))) {
        println!("{line}");
    }
}

#[test]
fn others() {
    for name in [
        "alipay-web.csv",
        "wechat.csv",
        "wechat.xlsx",
        "jd.csv",
        "meituan.csv",
        "card.csv",
        "order-twice.csv",
        "wrong-rows.csv",
    ] {
        let p = against_the_book(bill(name));
        println!("== {name} {} others", p.others);
        for line in told(&p) {
            println!("{line}");
        }
        for w in &p.wrong {
            println!("{w:?}");
        }
    }
}
