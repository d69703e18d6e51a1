//! The parts of the program by themselves, at each size: `cargo bench --bench parts`, with a
//! word for those alone that have it in their name. All that was ever measured stands in a table
//! at the end.

#[path = "support/bill.rs"]
mod bill;
#[path = "support/book.rs"]
mod book;
#[path = "support/desk.rs"]
mod desk;
#[path = "support/estimates.rs"]
mod estimates;

use std::convert::Infallible;
use std::error::Error;

use criterion::{BenchmarkId, Criterion};
use fenqi::document::edit::carry_out;
use fenqi::document::{Document, calendar};
use fenqi::domain::command::{Command, Pay};
use fenqi::domain::limit_check::{LimitCheck, Purchase};
use fenqi::domain::unlock::{Unlocking, Wish};
use fenqi::domain::{Money, PlanId, Position};
use fenqi::import::preview::preview;
use fenqi::import::read;
use fenqi::store::{History, Note, Splice};

fn main() -> Result<(), Box<dyn Error>> {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    for plans in book::SIZES {
        let text = book::book(plans);
        reading(&mut criterion, plans, &text);
        deriving(&mut criterion, plans, &text)?;
        drawing(&mut criterion, plans, &text)?;
        changing(&mut criterion, plans, &text)?;
        importing(&mut criterion, plans, &text)?;
    }
    criterion.final_summary();
    estimates::tell()
}

/// A text into a book, and beside it into the tables of `toml`.
fn reading(criterion: &mut Criterion, plans: usize, text: &str) {
    let mut group = criterion.benchmark_group("read");
    group.bench_with_input(BenchmarkId::new("book", plans), text, |bencher, text| {
        bencher.iter(|| Document::parse(text.to_owned()));
    });
    group.bench_with_input(BenchmarkId::new("toml", plans), text, |bencher, text| {
        bencher.iter(|| text.parse::<toml::Table>());
    });
    group.finish();
}

/// What a book means on a day; whether a price fits; what to pay early.
fn deriving(criterion: &mut Criterion, plans: usize, text: &str) -> Result<(), Box<dyn Error>> {
    let document = desk::document(text)?;
    let (book, days, today) = (document.book(), calendar::china(), book::today());
    let position = Position::of(book, &days, today);
    let mut group = criterion.benchmark_group("derive");
    group.bench_function(BenchmarkId::new("position", plans), |bencher| {
        bencher.iter(|| Position::of(book, &days, today));
    });
    let purchase = Purchase {
        amount: Money::from(3_000),
        down_payment: Money::ZERO,
        periods: Some(12),
        by: None,
    };
    let lines: Vec<usize> = (0..book.lines.len()).collect();
    group.bench_function(BenchmarkId::new("limit check", plans), |bencher| {
        bencher.iter(|| LimitCheck::of(book, &position, &days, &purchase, &lines));
    });
    let wish = Wish {
        amount: Money::from(3_000),
        by: today,
        cash: None,
    };
    group.bench_function(BenchmarkId::new("planner", plans), |bencher| {
        bencher.iter(|| Unlocking::of(book, &position, &days, 0, wish));
    });
    group.finish();
    Ok(())
}

/// The dashboard: opened, drawn, a key pressed and drawn.
fn drawing(criterion: &mut Criterion, plans: usize, text: &str) -> Result<(), Box<dyn Error>> {
    let mut group = criterion.benchmark_group("dashboard");
    let (mut model, mut window) = (desk::model(text)?, desk::window());
    group.bench_function(BenchmarkId::new("open", plans), |bencher| {
        bencher.iter(|| desk::model(text));
    });
    group.bench_function(BenchmarkId::new("frame", plans), |bencher| {
        bencher.iter(|| desk::draw(&mut window, &model));
    });
    for (view, key) in [("home", "1"), ("plans", "2")] {
        desk::press(&mut model, key);
        let mut keys = ["j", "k"].into_iter().cycle();
        group.bench_function(BenchmarkId::new(format!("key, {view}"), plans), |bencher| {
            bencher.iter(|| {
                desk::press(&mut model, keys.next().unwrap_or_default());
                desk::draw(&mut window, &model);
            });
        });
    }
    group.finish();
    Ok(())
}

/// A payment into the text, and proved.
fn changing(criterion: &mut Criterion, plans: usize, text: &str) -> Result<(), Box<dyn Error>> {
    let document = desk::document(text)?;
    let (days, today) = (calendar::china(), book::today());
    let pay = pay(&document)?;
    let mut group = criterion.benchmark_group("change");
    group.bench_function(BenchmarkId::new("edit", plans), |bencher| {
        bencher.iter(|| carry_out(&document, &pay, &days, today));
    });
    group.finish();
    saving(criterion, plans, text)
}

/// The last line of a book is changed to and fro.
fn saving(criterion: &mut Criterion, plans: usize, text: &str) -> Result<(), Box<dyn Error>> {
    let room = tempfile::tempdir()?;
    let path = room.path().join("book.toml");
    let history = History::new(&room.path().join("state"));
    fenqi::store::create(&path, &format!("{text}# 0\n"))?;
    let note = Note {
        label: serde_json::Value::Null,
        when: String::new(),
    };
    let flip = |text: &str| -> Result<Vec<Splice>, Infallible> {
        let end = text.len() - 1;
        let digit = if text.ends_with("0\n") { "1" } else { "0" };
        Ok(vec![Splice {
            range: end - 1..end,
            text: digit.to_owned(),
        }])
    };
    let mut group = criterion.benchmark_group("change");
    group.bench_function(BenchmarkId::new("save", plans), |bencher| {
        bencher.iter(|| fenqi::store::save(&path, &history, &note, flip));
    });
    group.finish();
    Ok(())
}

/// A bill of as many rows as the book has plans, read and held against it.
fn importing(criterion: &mut Criterion, plans: usize, text: &str) -> Result<(), Box<dyn Error>> {
    let document = desk::document(text)?;
    let (days, bill) = (calendar::china(), bill::bill(plans));
    let mut group = criterion.benchmark_group("import");
    group.bench_function(BenchmarkId::new("read", plans), |bencher| {
        bencher.iter(|| read(bill.as_bytes(), None, &[]));
    });
    let rows = read(bill.as_bytes(), None, &[]).map_err(|why| format!("{why:?}"))?;
    group.bench_function(BenchmarkId::new("preview", plans), |bencher| {
        bencher.iter(|| preview(rows.clone(), document.book(), &days, book::today()));
    });
    group.finish();
    Ok(())
}

/// The first plan that still asks for something is paid.
fn pay(document: &Document) -> Result<Command, Box<dyn Error>> {
    let open = document
        .book()
        .plans
        .iter()
        .find(|plan| plan.payments.len() < plan.periods as usize);
    let plan: PlanId = open.ok_or("nothing is open")?.id.clone();
    Ok(Command::Pay(Pay {
        plan,
        n: None,
        amount: None,
        on: book::today(),
        via: None,
        reference: None,
        prepay: None,
        verified: None,
    }))
}
