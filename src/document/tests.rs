//! Reading a whole file: every key, every spelling, and every problem with its place.

mod problems;
mod properties;
mod spellings;

use super::Document;
use crate::domain::book::Holidays;
use crate::domain::currency::Currency;
use crate::domain::fee::{FeeAmount, FeeModel};
use crate::domain::line::LineStatus;
use crate::domain::money::{Money, Remainder};
use crate::domain::rate::Rate;
use crate::domain::rules::{BusinessDay, EarlyPolicy, LateBase, LateRule, RestoreDays};

/// A file with every key of the format.
const SAMPLE: &str = include_str!("tests/sample.toml");

fn read(text: &str) -> Document {
    Document::parse(text.to_owned()).unwrap()
}

fn cny(text: &str) -> Money {
    Money::parse(text, Currency::CNY).unwrap()
}

fn date(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_file_with_every_key_has_no_warnings_and_keeps_its_text() {
    let document = read(SAMPLE);
    assert_eq!(document.warnings(), []);
    assert_eq!(document.text(), SAMPLE);
    assert_eq!(document.line_of_plan(0), 51);
}

#[test]
fn settings_lines_rules_and_methods_are_read_as_they_stand() {
    let book = read(SAMPLE).book().clone();
    let settings = &book.settings;
    assert_eq!(settings.due_soon_days, 5);
    assert_eq!(settings.monthly_cap, Some(cny("3000")));
    assert_eq!(settings.holidays, Holidays::WeekendsOnly);
    let line = &book.lines[0];
    assert_eq!((line.limit, line.frozen), (Some(cny("8000")), cny("10.5")));
    assert_eq!(line.status, LineStatus::Frozen);
    assert_eq!(line.seen[0].available, -cny("3.80"));
    assert_eq!(line.limits[0].why.as_deref(), Some("开户"));
    assert_eq!(line.temporary.map(|it| it.until), Some(date("2026-12-31")));
    let rules = &line.rules;
    let days = RestoreDays {
        earliest: 1,
        latest: 5,
    };
    assert_eq!(rules.restore_days, Some(days));
    let Some(LateRule::Daily(late)) = &rules.late else {
        panic!("no daily rule");
    };
    assert_eq!(late.base, LateBase::AllUnpaid);
    assert_eq!(rules.early, Some(EarlyPolicy::NextFee));
    assert_eq!(rules.business_day, Some(BusinessDay::Next));
    assert_eq!(rules.min_purchase, Some(cny("100")));
    assert_eq!(book.methods[0].last4.as_deref(), Some("1234"));
    let balance = book.methods[0].balance.unwrap();
    assert_eq!(balance.amount.plain(Currency::CNY), "-12.50");
}

#[test]
fn a_plan_and_what_happened_to_it_are_read_as_they_stand() {
    let book = read(SAMPLE).book().clone();
    let plan = &book.plans[0];
    assert_eq!((plan.principal, plan.periods), (cny("4999"), 12));
    assert_eq!((plan.anchor.day(), plan.paid_through), (31, 1));
    let rate = Rate::parse("0.6%").unwrap();
    assert_eq!(plan.fee.model, FeeModel::Flat(FeeAmount::Rate(rate)));
    assert!(plan.fee.subsidised);
    assert_eq!(plan.note, None);
    assert_eq!(plan.rules.remainder, Some(Remainder::Last));
    assert_eq!(plan.payments[0].restored, Some(date("2026-07-28")));
    assert_eq!(plan.payments[0].reference.as_deref(), Some("P1"));
    assert_eq!(plan.refunds[0].amount, cny("300"));
    assert_eq!(plan.settled.map(|it| it.amount), Some(cny("3800")));
    assert_eq!(plan.deferred[0].to, date("2026-12-10"));
    assert_eq!(plan.schedule[0].fee, Some(cny("29.99")));
    let case = &book.cases[0];
    assert_eq!(case.log[0].promise, Some(date("2026-08-02")));
    assert_eq!(case.proof[0].path, "proof/p1.png");
}

#[test]
fn an_empty_file_is_an_empty_book_and_the_principal_may_follow_from_the_price() {
    for empty in ["", "\u{feff}", "\n\n", "# nothing yet\r\n"] {
        let document = read(empty);
        assert_eq!(
            document.book(),
            &crate::domain::Book::default(),
            "{empty:?}"
        );
        assert_eq!(document.warnings(), []);
    }
    let text = "version = 1\n[[plan]]\nid = \"a\"\nprice = 100.50\ndown-payment = 0.50\nperiods = 2\nfirst-due = 2026-01-31";
    assert_eq!(read(text).book().plans[0].principal, cny("100"));
}

#[test]
fn amounts_are_exact_in_the_currency_of_their_line() {
    let text = |amount: &str| {
        format!("version = 1\n[[line]]\nid = \"l\"\ncurrency = \"KWD\"\nlimit = {amount}\n")
    };
    for (written, exact) in [
        ("1_000.505", "1000.505"),
        ("\"99999999999.999\"", "99999999999.999"),
        ("+5", "5"),
        ("-0.0", "0"),
        ("1.5000", "1.5"),
    ] {
        let kwd = Currency::new("KWD").unwrap();
        let limit = read(&text(written)).book().lines[0].limit;
        assert_eq!(limit, Some(Money::parse(exact, kwd).unwrap()), "{written}");
    }
}

#[test]
fn a_newer_file_is_shown_as_far_as_it_is_understood() {
    let text = "version = 2\nnew = 1\n[[plan]]\nid = \"a\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\nfee = { model = \"moon\" }\n[[plan]]\nid = \"b\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\n";
    let document = read(text);
    assert!(document.book().is_read_only());
    assert_eq!(document.book().plans.len(), 1);
    assert_eq!(document.line_of_plan(0), 9);
    assert_eq!(document.warnings().len(), 2);
}
