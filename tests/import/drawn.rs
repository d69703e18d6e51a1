//! Many rows against many plans, drawn so that days and amounts often meet: what each row means
//! stands in `drawn.txt`. `FENQI_BLESS=1` writes it anew; look at the difference before you keep it.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use fenqi::document::Document;
use fenqi::domain::working_day::WorkingCalendar;
use fenqi::domain::{Currency, Money};
use fenqi::import::Bill;
use fenqi::import::entry::{Back, BillMonth, Entry, Kind, Nth, State};
use fenqi::import::preview::preview;
use fenqi::import::service::Service;

use super::{date, told};

/// Numbers that look drawn, the same ones every time.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(end)).unwrap()
    }

    fn one_in(&mut self, of: u32) -> bool {
        self.below(of) == 0
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(u32::try_from(all.len()).unwrap()) as usize].clone()
    }

    fn sometimes<T>(&mut self, of: u32, one: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.one_in(of).then(|| one(self))
    }

    /// A day of the half year before the day of the preview.
    fn day(&mut self) -> NaiveDate {
        date("2025-09-10") + Days::new(self.below(182).into())
    }
}

const HUABEI: Service = Service {
    id: "huabei",
    words: &["花呗"],
    is_card: false,
};
const BAITIAO: Service = Service {
    id: "baitiao",
    words: &["白条"],
    is_card: false,
};
const CMB: Service = Service {
    id: "cmb",
    words: &["招商银行"],
    is_card: true,
};

const LINES: &str = "version = 1\n\
    [[line]]\nid = \"huabei\"\nname = \"花呗\"\nprovider = \"huabei\"\n\
    [[line]]\nid = \"cmb-1\"\nname = \"招商银行 1\"\nprovider = \"cmb\"\naccount = \"1111\"\n\
    [[line]]\nid = \"cmb-2\"\nname = \"招商银行 2\"\nprovider = \"cmb\"\naccount = \"2222\"\n";

fn book(draw: &mut Draw, plans: u32) -> Document {
    let mut text = LINES.to_owned();
    for k in 0..plans {
        plan(&mut text, k, draw);
    }
    Document::parse(text).unwrap()
}

fn plan(text: &mut String, k: u32, draw: &mut Draw) {
    let periods = draw.of(&[2, 3, 6]);
    let month = draw.of(&[100, 100, 150, 200]);
    let first = draw.day();
    let _ = writeln!(
        text,
        "[[plan]]\nid = \"p{k}\"\nitem = \"I\"\nprincipal = {}\nperiods = {periods}\nfirst-due = {first}",
        month * periods
    );
    if !draw.one_in(9) {
        let _ = writeln!(
            text,
            "line = \"{}\"",
            draw.of(&["huabei", "cmb-1", "cmb-2"])
        );
    }
    if draw.one_in(2) {
        let _ = writeln!(
            text,
            "bought = {}",
            first - Days::new(draw.of(&[0, 20, 60]))
        );
    }
    if draw.one_in(3) {
        let _ = writeln!(text, "order = \"{}\"", order(draw));
    }
    if draw.one_in(3) {
        let _ = writeln!(text, "fee = {{ model = \"flat\", total = {periods} }}");
    }
    if draw.one_in(4) {
        let _ = writeln!(text, "paid-through = {}", draw.below(periods) + 1);
    }
    if draw.one_in(9) {
        let _ = writeln!(text, "paused = {{ until = 2026-04-01 }}");
    }
    let _ = writeln!(text, "payments = [");
    for n in 1..=draw.below(periods) {
        let on = first + Days::new(u64::from(draw.below(34) * n));
        let reference = draw.sometimes(4, |draw| format!(", ref = \"R{}\"", draw.below(90)));
        let _ = writeln!(
            text,
            "{{ n = {n}, on = {}, amount = {}{} }},",
            on.min(date("2026-03-10")),
            draw.of(&[month, month, 50]),
            reference.unwrap_or_default()
        );
    }
    let _ = writeln!(text, "]");
}

fn order(draw: &mut Draw) -> String {
    draw.of(&["T1", "T2", "T2*3", "T4_5", "T6"]).to_owned()
}

fn entry(line: usize, draw: &mut Draw) -> Entry {
    let kind = draw.of(&[
        Kind::Repayment,
        Kind::Repayment,
        Kind::Repayment,
        Kind::Purchase,
        Kind::Posted,
        Kind::Refund,
    ]);
    let on = draw.day();
    let amount = draw.of(&[
        100, 100, 101, 150, 151, 200, 250, 300, 301, 350, 400, 450, 600, 700, 1200,
    ]);
    let has_orders = kind != Kind::Repayment && !draw.one_in(3);
    Entry {
        line,
        on,
        amount: Money::from(amount),
        currency: Currency::CNY,
        kind,
        state: State::Done,
        service: draw.of(&[Some(HUABEI), Some(HUABEI), Some(CMB), Some(BAITIAO), None]),
        of_line: draw.sometimes(9, |_| "huabei".to_owned()),
        item: "一件".to_owned(),
        merchant: None,
        from: None,
        card: draw.sometimes(3, |draw| draw.of(&["1111", "2222"]).to_owned()),
        reference: format!("R{}", draw.below(900)),
        orders: if has_orders {
            vec![format!("{}_1", order(draw)), order(draw)]
        } else {
            Vec::new()
        },
        month: draw.sometimes(3, |_| BillMonth::of(on)),
        nth: draw.sometimes(3, |draw| Nth {
            n: draw.below(4) + 1,
            of: draw.of(&[0, 3, 6]),
        }),
        periods: None,
        is_proof: draw.one_in(3),
        back: draw.sometimes(6, |draw| draw.of(&[Back::All, Back::Part(Money::from(40))])),
    }
}

/// What the rows of a drawn bill mean for a drawn book of so many plans.
fn outcome(seed: u64, plans: u32, rows: usize) -> Vec<String> {
    let mut draw = Draw(seed);
    let document = book(&mut draw, plans);
    let entries = (1..=rows).map(|line| entry(line, &mut draw)).collect();
    let bill = Bill {
        entries,
        ..Bill::default()
    };
    let calendar = WorkingCalendar::weekends_only();
    told(&preview(
        bill,
        document.book(),
        &calendar,
        date("2026-03-10"),
    ))
}

#[test]
fn each_of_many_rows_means_what_it_meant() {
    let sizes = [(1, 3, 30), (2, 8, 60), (3, 30, 90), (4, 90, 60)];
    let drawn = sizes.map(|(seed, plans, rows)| {
        format!("{plans} plans\n{}\n", outcome(seed, plans, rows).join("\n"))
    });
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/drawn.txt");
    if std::env::var_os("FENQI_BLESS").is_some() {
        fs::write(&path, drawn.concat()).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(drawn.concat() == expected, "drawn.txt differs");
}
