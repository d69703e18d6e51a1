//! Exports: the same figures as everywhere else, every byte as expected for the sample book, and
//! nothing hostile in any of them.

use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use fenqi::demo;
use fenqi::document::{Document, calendar};
use fenqi::domain::rules::{LimitCounts, LimitReturns};
use fenqi::domain::{Book, Money, Position};
use fenqi::export::csv::{self, Form};
use fenqi::export::ics::{self, State};
use fenqi::export::journal::Journal;
use fenqi::export::json::Source;
use fenqi::settings::texts::{Lang, Texts};

mod hostile;

const EN: Texts = Texts::new(Lang::En);

/// A book on a day.
pub struct OnDay {
    pub name: String,
    pub document: Document,
    pub position: Position,
}

impl OnDay {
    pub fn of(name: &str, text: &str, today: NaiveDate) -> Option<Self> {
        let document = Document::parse(text.to_owned()).ok()?;
        let position = Position::of(document.book(), &calendar::china(), today);
        Some(Self {
            name: format!("{name} {today}"),
            document,
            position,
        })
    }

    fn book(&self) -> &Book {
        self.document.book()
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The sample book, the books of the transcripts, and the book of every scenario, each on its day
/// and half a year later.
pub fn books() -> Vec<OnDay> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let today = day("2026-03-10");
    let mut texts = vec![("demo".to_owned(), demo::book(today, Lang::Zh), today)];
    for name in ["cli/book.toml", "cli/plans.toml"] {
        texts.push((
            name.to_owned(),
            fs::read_to_string(tests.join(name)).unwrap(),
            today,
        ));
    }
    for entry in fs::read_dir(tests.join("scenarios")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let scenario: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
        let today = day(&scenario["today"].as_datetime().unwrap().to_string());
        texts.push((name, scenario["book"].as_str().unwrap().to_owned(), today));
    }
    let later = |today: NaiveDate| today + chrono::Days::new(183);
    let on_both = |(name, text, today): &(String, String, NaiveDate)| {
        [*today, later(*today)]
            .into_iter()
            .filter_map(|day| OnDay::of(name, text, day))
            .collect::<Vec<_>>()
    };
    let books: Vec<_> = texts.iter().flat_map(on_both).collect();
    assert!(books.len() > 80, "{}", books.len());
    books
}

#[test]
fn the_ledger_owes_what_show_has_open_and_limit_has_as_used() {
    let mut lines_compared = 0;
    for one in books() {
        let (book, position) = (one.book(), &one.position);
        let journal = Journal::of(book, position, false, EN);
        let held = |account: &str| -> Money {
            let postings = journal.entries.iter().flat_map(|entry| &entry.postings);
            let below = postings.filter(|(posted, _)| posted.to_string().starts_with(account));
            below.map(|(_, amount)| *amount).sum()
        };
        for entry in &journal.entries {
            let sum: Money = entry.postings.iter().map(|(_, amount)| *amount).sum();
            assert!(
                sum.is_zero() && entry.on <= position.today,
                "{} {entry:?}",
                one.name
            );
        }
        for balance in &journal.balances {
            assert_eq!(
                held(&balance.account.to_string()),
                balance.amount,
                "{}",
                one.name
            );
        }
        for ((line, limit), (account, _)) in
            book.lines.iter().zip(&position.limits).zip(&journal.lines)
        {
            let plans = book.plans.iter().zip(&position.plans);
            let mut own = plans.filter(|(plan, _)| plan.line.as_ref() == Some(&line.id));
            let frees_at_once = own.all(|(_, standing)| {
                standing.rules.limit_counts == LimitCounts::Principal
                    && standing.rules.limit_returns == LimitReturns::EachPayment
            });
            if frees_at_once {
                assert_eq!(
                    -held(&format!("{account}:")),
                    limit.used,
                    "{} {}",
                    one.name,
                    line.id
                );
                lines_compared += 1;
            }
        }
    }
    assert!(lines_compared > 50, "{lines_compared}");
}

#[test]
fn what_the_ledger_expects_adds_up_to_what_show_has_left_and_ends_every_debt() {
    for one in books() {
        let journal = Journal::of(one.book(), &one.position, true, EN);
        for (plan, standing) in one.book().plans.iter().zip(&one.position.plans) {
            let own = journal
                .entries
                .iter()
                .filter(|entry| entry.plan == plan.id.as_str());
            let debt = |entry: &&fenqi::export::journal::Entry| {
                let owed = |(account, _): &&(fenqi::export::journal::Account, Money)| {
                    account.to_string().starts_with("Liabilities:Installments:")
                };
                entry
                    .postings
                    .iter()
                    .filter(owed)
                    .map(|(_, amount)| *amount)
                    .sum::<Money>()
            };
            assert_eq!(
                own.clone().map(|entry| debt(&entry)).sum::<Money>(),
                Money::ZERO,
                "{} {}",
                one.name,
                plan.id
            );
            let to_come = own.filter(|entry| entry.is_expected && debt(entry) >= Money::ZERO);
            let paid: Money = to_come
                .flat_map(|entry| &entry.postings)
                .filter(|(_, amount)| *amount < Money::ZERO)
                .map(|(_, amount)| -*amount)
                .sum();
            assert_eq!(paid, standing.outstanding, "{} {}", one.name, plan.id);
        }
    }
}

#[test]
fn the_json_of_a_book_is_that_book() {
    for one in books() {
        let json = serde_json::to_value(Source::new(one.document.text()).unwrap()).unwrap();
        let mut text = String::new();
        for (key, value) in json.as_object().unwrap() {
            text.extend([key, " = ", &in_toml(value), "\n"]);
        }
        let again = Document::parse_on(text.clone(), one.document.rulebook());
        let again = again.unwrap_or_else(|why| panic!("{}: {why:?}\n{text}", one.name));
        assert_eq!(again.book(), one.book(), "{}", one.name);
    }
}

/// JSON as an inline value of TOML; texts are written the same way in both.
fn in_toml(value: &serde_json::Value) -> String {
    use serde_json::Value;
    match value {
        Value::Array(list) => {
            let list: Vec<_> = list.iter().map(in_toml).collect();
            format!("[{}]", list.join(", "))
        }
        Value::Object(map) => {
            let field = |(key, value): (&String, &Value)| format!("{key:?} = {}", in_toml(value));
            let fields: Vec<_> = map.iter().map(field).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        other => other.to_string().replace('\u{7f}', "\\u007f"),
    }
}

#[test]
fn a_sheet_read_back_has_every_figure() {
    for one in books() {
        let (book, position) = (one.book(), &one.position);
        let table = csv::installments(book, position, |_| "-".to_owned());
        for form in [Form::Raw, Form::Sheet(EN)] {
            let text = table.write(form).unwrap();
            let mut reader =
                ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
            let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
            let mut expected = Vec::new();
            for (plan, standing) in book.plans.iter().zip(&position.plans) {
                for one in &standing.installments {
                    let plain = |money: Money| money.plain(standing.currency);
                    let row = &one.row;
                    expected.push([
                        plan.id.to_string(),
                        one.n().to_string(),
                        one.due().to_string(),
                        plain(row.installment.amount()),
                        plain(row.paid()),
                        plain(row.outstanding()),
                    ]);
                }
            }
            let read = |row: &::csv::StringRecord| [0, 4, 6, 9, 10, 11].map(|k| row[k].to_owned());
            assert_eq!(
                rows.iter().map(read).collect::<Vec<_>>(),
                expected,
                "{}",
                one.name
            );
        }
        let paid = csv::payments(book, position).write(Form::Raw).unwrap();
        let happened = book.plans.iter().map(|plan| {
            plan.payments.len() + plan.refunds.len() + usize::from(plan.settled.is_some())
        });
        assert_eq!(
            paid.lines().count(),
            1 + happened.sum::<usize>(),
            "{}",
            one.name
        );
    }
}

#[test]
fn a_calendar_names_each_day_once_and_another_parser_reads_it() {
    for one in books() {
        let events = ics::events(one.book(), &one.position, 1, EN);
        let mut uids: Vec<_> = events.iter().map(|event| &event.uid).collect();
        uids.sort_unstable();
        uids.dedup();
        assert_eq!(uids.len(), events.len(), "{}", one.name);
        let open = events.iter().filter(|event| {
            event.state == State::Open && event.uid.ends_with("@installment.fenqi")
        });
        let standings = one.position.plans.iter();
        assert_eq!(
            open.count(),
            standings.map(|plan| plan.open().count()).sum::<usize>()
        );
        hostile::read_calendar(&ics::write(&events, stamp(), EN), events.len());
    }
}

fn stamp() -> chrono::NaiveDateTime {
    "2026-03-10T08:00:00".parse().unwrap()
}

#[test]
fn the_same_book_gives_the_same_bytes_and_a_paid_installment_keeps_its_name() {
    let today = day("2026-03-10");
    let text = demo::book(today, Lang::En);
    let entry = |text: &str| {
        let one = OnDay::of("demo", text, today).unwrap();
        let events = ics::events(one.book(), &one.position, 1, EN);
        let found = events
            .into_iter()
            .find(|event| event.uid.starts_with("mi15-6@"));
        found.unwrap()
    };
    let paid = text.replace(
        "  { n = 5, on = 2026-02-07, amount = 441.58, via = \"wechat\"",
        "  { n = 6, on = 2026-03-10, amount = 441.58 },\n  { n = 5, on = 2026-02-07, amount = 441.58, via = \"wechat\"",
    );
    let (before, after) = (entry(&text), entry(&paid));
    assert_eq!(entry(&text), before);
    assert_eq!((before.state, after.state), (State::Open, State::Done));
    assert_eq!(before.uid, after.uid);
    assert!(
        after.alarms.is_empty() && after.summary.starts_with('✓'),
        "{after:?}"
    );
}

/// `FENQI_BLESS=1` writes the files anew; look at the difference before you keep it.
#[test]
fn the_exports_of_the_sample_book_are_exactly_so() {
    for (arguments, file) in [
        ("--lang en export ics", "demo.en.ics"),
        ("--lang zh export ics --alarm 3", "demo.zh.ics"),
        ("--lang zh export csv", "demo.zh.csv"),
        ("--lang en export csv --table plans", "plans.en.csv"),
        (
            "--lang en export csv --table payments --raw",
            "payments.raw.csv",
        ),
        ("--lang en export csv --raw", "demo.raw.csv"),
        ("--lang en export json", "demo.en.json"),
        ("--lang en export hledger", "demo.en.journal"),
        ("--lang zh export ledger --future", "demo.zh.journal"),
        ("--lang zh export beancount --future", "demo.zh.beancount"),
    ] {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_fenqi"))
            .args(["--demo", "--today", "2026-03-10"])
            .args(arguments.split_whitespace())
            .output()
            .unwrap();
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{output:?}"
        );
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/exports")
            .join(file);
        if std::env::var_os("FENQI_BLESS").is_some() {
            fs::write(&path, &output.stdout).unwrap();
            continue;
        }
        let expected = fs::read(&path).unwrap_or_default();
        assert!(
            expected == output.stdout,
            "{file}:\n{}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}
