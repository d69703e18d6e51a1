//! The JSON answers: the keys of the contract, amounts as strings, absent as null.

use std::slice::from_ref;

use serde_json::Value;

use super::{BOOK, Home};

fn ask(home: &Home, arguments: &[&str]) -> Value {
    let ran = home.run(&[arguments, &["--json"]].concat());
    serde_json::from_str(&ran.stdout)
        .unwrap_or_else(|error| panic!("{arguments:?} {error}: {ran:?}"))
}

/// Every key stands in every one of the values.
fn has_keys(values: &[Value], keys: &str) {
    assert!(!values.is_empty());
    for value in values {
        for key in keys.split_whitespace() {
            assert!(value.get(key).is_some(), "{key} is missing in {value}");
        }
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap()
}

#[test]
fn every_answer_has_the_keys_of_the_contract() {
    let home = Home::with(BOOK);
    let due = ask(&home, &["due"]);
    has_keys(from_ref(&due), "today currency items total overdue_total");
    has_keys(
        list(&due, "items"),
        "plan item line n of due expected paid outstanding status days_overdue penalty autopay",
    );
    let plans = ask(&home, &["plans"]);
    has_keys(from_ref(&plans), "today plans");
    has_keys(
        list(&plans, "plans"),
        "plan item line status periods paid_periods outstanding next_due",
    );
    let show = ask(&home, &["show", "phone"]);
    has_keys(
        from_ref(&show),
        "plan item line status principal fee_total total paid outstanding installments payments cost",
    );
    has_keys(
        list(&show, "installments"),
        "n due principal fee amount paid outstanding status",
    );
    has_keys(&[show["cost"].clone()], "nominal effective");
    let limit = ask(&home, &["limit"]);
    has_keys(
        list(&limit, "lines"),
        "line name currency status total temporary used restoring late frozen available expected expected_on items",
    );
    has_keys(
        list(&limit["lines"][0], "items"),
        "plan n amount paid_on earliest latest state estimated",
    );
    let can = ask(&home, &["can", "3800"]);
    has_keys(from_ref(&can), "today amount verdict lines");
    has_keys(
        list(&can, "lines"),
        "line verdict available shortfall reasons from unlock",
    );
    has_keys(list(&can["lines"][0], "unlock"), "plan n pay frees");
    has_keys(list(&can["lines"][0], "reasons"), "code detail");
    let unlock = ask(&home, &["unlock", "mi", "3300", "--by", "2026-03-13"]);
    has_keys(
        from_ref(&unlock),
        "today line amount by verdict from short usable dues unlock cash extra exact cash_needed",
    );
    has_keys(list(&unlock, "unlock"), "plan n what pay frees on back");
    let alerts = ask(&home, &["alerts"]);
    has_keys(
        list(&alerts, "alerts"),
        "kind severity line plan n date amount text",
    );
    let cost = ask(&home, &["cost", "phone"]);
    has_keys(
        &[cost],
        "amount_financed total_paid total_cost nominal effective",
    );
    let forecast = ask(&home, &["forecast"]);
    has_keys(from_ref(&forecast), "months free_on peak");
    has_keys(list(&forecast, "months"), "month total by_line");
    let funds = ask(&home, &["funds"]);
    has_keys(list(&funds, "methods"), "method name balance needs");
}

#[test]
fn figures_are_exact_strings_and_the_unknown_is_null() {
    let home = Home::with(BOOK);
    let due = ask(&home, &["due"]);
    let items = list(&due, "items");
    assert_eq!(due["total"], "675.00");
    assert_eq!(due["other_totals"][0]["total"], "50.00");
    assert_eq!(
        (&items[0]["penalty"], &items[1]["penalty"]),
        (&Value::Null, &Value::from("0.16"))
    );
    assert_eq!(
        (&items[0]["status"], &items[0]["days_overdue"]),
        (&"overdue".into(), &5.into())
    );
    assert_eq!(
        (&items[2]["autopay"], &items[0]["autopay"]),
        (&true.into(), &false.into())
    );
    let limit = ask(&home, &["limit"]);
    let [mi, hb, hw, _] = list(&limit, "lines") else {
        panic!()
    };
    assert_eq!(
        (&mi["available"], &mi["expected"], &mi["expected_on"]),
        (&"3001.00".into(), &"3101.00".into(), &"2026-03-12".into())
    );
    assert_eq!(
        (&hb["total"], &hb["available"]),
        (&Value::Null, &Value::Null)
    );
    assert_eq!(
        (&hw["status"], &hw["available"]),
        (&"frozen".into(), &"0.00".into())
    );
    let show = ask(&home, &["show", "chair"]);
    assert_eq!(show["installments"][0]["status"], "partial");
    let cost = ask(
        &home,
        &[
            "cost",
            "--principal",
            "3299",
            "--periods",
            "12",
            "--fee",
            "flat:0.6%",
        ],
    );
    assert_eq!(
        (&cost["nominal"], &cost["total_cost"]),
        (&"13.03".into(), &"237.48".into())
    );
}

#[test]
fn without_a_calendar_for_the_year_a_date_is_estimated() {
    let home = Home::with(&BOOK.replace("[settings]", "[settings]\nholidays = \"none\""));
    let limit = ask(&home, &["limit", "mi"]);
    assert_eq!(limit["lines"][0]["items"][0]["estimated"], true);
    assert!(home.run(&["limit", "mi"]).stdout.contains("estimated"));
}

#[test]
fn a_broken_file_gives_valid_json_with_every_error() {
    let home = Home::with("version = 1\n[[plan]]\nid = \"P\"\nprincipal = -1\n");
    let ran = home.run(&["due", "--json"]);
    assert_eq!(ran.code, Some(3));
    let errors: Value = serde_json::from_str(&ran.stdout).unwrap();
    has_keys(list(&errors, "errors"), "line column text");
    assert!(list(&errors, "errors").len() >= 4, "{errors}");
    assert!(ran.stderr.contains("book.toml:3:6"), "{ran:?}");
    for arguments in [
        &["due", "--json"][..],
        &["pay", "phone", "--json", "--amount", "x"],
    ] {
        let ran = Home::empty().run(arguments);
        let errors: Value = serde_json::from_str(&ran.stdout).unwrap();
        assert_eq!(
            (ran.code, list(&errors, "errors").len()),
            (Some(3), 1),
            "{errors}"
        );
    }
}

#[test]
fn doctor_lists_errors_and_warnings_and_ends_with_3_only_for_errors() {
    let home = Home::with("version = 1\ncurrrency = \"CNY\"\n");
    let ran = home.run(&["doctor"]);
    assert_eq!(ran.code, Some(0));
    assert!(ran.stdout.contains("book.toml:2:1: warning"), "{ran:?}");
    let home = Home::with(
        "version = 1\ncurrrency = \"CNY\"\n[[line]]\nid = \"mi\"\n[[line]]\nid = \"mi\"\n",
    );
    let health = ask(&home, &["doctor"]);
    assert!(
        list(&health, "errors").len() == 1 && list(&health, "warnings").len() == 1,
        "{health}"
    );
    assert_eq!(home.run(&["doctor"]).code, Some(3));
    assert_eq!(home.run(&["due"]).stdout, "");
}

#[test]
fn a_dry_run_and_a_quote_are_told_as_data() {
    let home = Home::with(include_str!("plans.toml"));
    let quote = ask(&home, &["settle", "phone", "--quote"]);
    has_keys(
        from_ref(&quote),
        "plan on principal fees penalty amount to_the_end saves frees frees_by",
    );
    assert_eq!(
        (&quote["amount"], &quote["saves"], &quote["frees_by"]),
        (&"1012.00".into(), &"48.00".into(), &"2026-03-13".into())
    );
    let tried = ask(&home, &["refund", "chair", "300", "--dry-run"]);
    has_keys(
        from_ref(&tried),
        "changed text plan outstanding installments limit back",
    );
    has_keys(list(&tried, "installments"), "n before after");
    assert_eq!(
        (&tried["changed"], &tried["limit"]["expected"]["after"]),
        (&false.into(), &"2301.00".into())
    );
    let added = ask(
        &home,
        &["add", "--item=x", "--price=9", "--periods=3", "--dry-run"],
    );
    assert_eq!(
        (&added["outstanding"]["before"], &added["limit"]),
        (&Value::Null, &Value::Null)
    );
}
