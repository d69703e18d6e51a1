//! Every problem: what is said about it, and where.

use super::date;
use crate::document::Document;
use crate::document::diagnostic::{
    Diagnostic, Kind, OtherFormat, Problem as P, Reference, Severity, Syntax,
};
use crate::domain::Currency;

fn all(text: &str) -> Vec<Diagnostic> {
    match Document::parse(text.to_owned()) {
        Ok(document) => document.warnings().to_vec(),
        Err(problems) => {
            assert!(problems.first_error().is_some());
            problems.0
        }
    }
}

/// Checks that a text has exactly one problem.
#[track_caller]
fn only(text: &str, severity: Severity, place: (usize, usize), problem: &P) {
    let found = all(text);
    let [one] = found.as_slice() else {
        panic!("{text}\n{found:#?}");
    };
    assert_eq!((one.line, one.column), place, "{text}\n{one:?}");
    assert_eq!((one.severity, &one.problem), (severity, problem), "{text}");
}

#[track_caller]
fn error(text: &str, line: usize, column: usize, problem: &P) {
    only(text, Severity::Error, (line, column), problem);
}

#[track_caller]
fn warning(text: &str, line: usize, column: usize, problem: &P) {
    only(text, Severity::Warning, (line, column), problem);
}

/// A good plan with one more line, which is line 7.
fn plan(line: &str) -> String {
    format!(
        "version = 1\n[[plan]]\nid = \"a\"\nprincipal = 300\nperiods = 3\nfirst-due = 2026-01-26\n{line}\n"
    )
}

/// A good file whose line 2 is `line`.
fn file(line: &str) -> String {
    format!("version = 1\n{line}\n")
}

fn text(text: &str) -> String {
    text.to_owned()
}

#[test]
fn text_that_is_no_toml_is_explained_where_it_breaks() {
    let typographic = |found, instead| P::Typographic { found, instead };
    for (line, column, problem) in [
        ("note ＝ \"x\"", 6, typographic('＝', "=")),
        ("note = “x”", 8, typographic('“', "\"")),
        ("note = ‘x’", 8, typographic('‘', "'")),
        ("note\u{a0}= \"x\"", 5, typographic('\u{a0}', " ")),
        ("fee = { model = \"none\"， }", 23, typographic('，', ",")),
        ("price = １００", 9, typographic('１', "1")),
        (
            "\u{200b}note = \"x\"",
            1,
            P::Invisible { found: '\u{200b}' },
        ),
        (
            "no\u{feff}te = \"x\"",
            3,
            P::Invisible { found: '\u{feff}' },
        ),
        (
            "备注 = \"x\"",
            1,
            P::UnquotedKey {
                key: text("备注")
            },
        ),
        (
            "note = 小米",
            8,
            P::Syntax(Syntax::UnquotedText(text("小米"))),
        ),
        (
            "note = x y",
            8,
            P::Syntax(Syntax::UnquotedText(text("x y"))),
        ),
        ("note: \"x\"", 5, P::Syntax(Syntax::Colon)),
        ("note： \"x\"", 5, typographic('：', "=")),
        ("note = \"x", 10, P::Syntax(Syntax::UnclosedText)),
        ("note = \"a\\q\"", 11, P::Syntax(Syntax::BadEscape)),
        ("price = 01", 9, P::Syntax(Syntax::BadNumber)),
        ("price = 1__0", 10, P::Syntax(Syntax::BadNumber)),
        ("bought = 2026-1-5", 10, P::Syntax(Syntax::BadDate)),
        ("bought = 2026-02-30", 10, P::Syntax(Syntax::BadDate)),
        ("bought = 2026/02/03", 10, P::Syntax(Syntax::BadDate)),
        ("note =", 7, P::Syntax(Syntax::MissingValue)),
        ("note", 5, P::Syntax(Syntax::MissingValue)),
        (
            "refunds = [{ on = 2026-01-01, amount = 1 } { on = 2026-01-02, amount = 1 }]",
            44,
            P::Syntax(Syntax::MissingComma),
        ),
        ("refunds = [,]", 12, P::Syntax(Syntax::ExtraComma)),
        (
            "note = \"a\u{1}b\"",
            10,
            P::Syntax(Syntax::ControlCharacter),
        ),
        ("# \u{1b}[31m", 3, P::Syntax(Syntax::ControlCharacter)),
        (
            "note = \"x\"\rprice = 1",
            12,
            P::Syntax(Syntax::LoneCarriageReturn),
        ),
        (
            "periods = 4",
            1,
            P::DuplicateKey {
                key: text("periods"),
                first: Some(5),
            },
        ),
        (
            "fee = { model = \"none\", model = \"none\" }",
            25,
            P::DuplicateKey {
                key: text("model"),
                first: Some(7),
            },
        ),
    ] {
        error(&plan(line), 7, column, &problem);
    }
}

#[test]
fn what_is_wrong_with_the_text_as_a_whole_is_said_once() {
    let conflict = plan("<<<<<<< HEAD\nnote = \"a\"\n=======\nnote = \"b\"\n>>>>>>> other");
    error(&conflict, 7, 1, &P::MergeConflict);
    for json in [
        "{\n  \"plan\": [\n    { \"id\": \"a\" }\n  ]\n}\n",
        "[\n  { \"id\": \"a\" }\n]",
    ] {
        error(json, 1, 1, &P::OtherFormat(OtherFormat::Json));
    }
    for yaml in [
        "plan:\n  - id: a\n    periods: 3\n",
        "---\nplan:\n  - id: a\n",
    ] {
        let found = all(yaml);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].problem, P::OtherFormat(OtherFormat::Yaml));
    }
    let headers = "version = 1\n[settings]\nregion = \"CN\"\n[settings]\n";
    error(
        headers,
        4,
        2,
        &P::DuplicateKey {
            key: text("settings"),
            first: Some(2),
        },
    );
    let deep = format!("version = 1\nx = {}{}", "[".repeat(90), "]".repeat(90));
    assert!(
        all(&deep)
            .iter()
            .any(|found| found.problem == P::Syntax(Syntax::TooDeep))
    );
    let open = "version = 1\nplan = [ { id = \"a\"";
    let found = all(open);
    assert!(
        matches!(found[0].problem, P::Syntax(Syntax::Unclosed(_))),
        "{found:?}"
    );
}

#[test]
fn all_problems_of_a_file_are_reported_at_once() {
    let text = plan("note = x\nprice = -1\nbought = \"2026-02-30\"\nevery = \"1 moon\"");
    let lines: Vec<_> = all(&text).iter().map(|found| found.line).collect();
    assert_eq!(lines, [7, 8, 9, 10]);
}

#[test]
fn values_of_the_wrong_kind_say_which_kind_belongs_there() {
    let wrong = |key: &str, expected, found| P::WrongKind {
        key: key.to_owned(),
        expected,
        found,
    };
    for (line, column, problem) in [
        ("note = 1", 8, wrong("note", Kind::Text, Kind::Whole)),
        (
            "bought = 1.5",
            10,
            wrong("bought", Kind::Date, Kind::Decimal),
        ),
        (
            "price = true",
            9,
            wrong("price", Kind::Amount, Kind::Boolean),
        ),
        (
            "due-day = 2026-01-01",
            11,
            wrong("due-day", Kind::Whole, Kind::Date),
        ),
        (
            "payments = { on = 2026-01-01 }",
            12,
            wrong("payments", Kind::List, Kind::Table),
        ),
        (
            "refunds = [1]",
            12,
            wrong("refunds", Kind::Table, Kind::Whole),
        ),
        (
            "fee = \"flat:0.6%\"",
            7,
            wrong("fee", Kind::Fee, Kind::Text),
        ),
        (
            "fee = { model = \"flat\", rate = 0.006 }",
            32,
            wrong("rate", Kind::Rate, Kind::Decimal),
        ),
        ("due-day = \"26\"", 11, P::QuotedNumber { number: 26 }),
    ] {
        error(&plan(line), 7, column, &problem);
    }
    error(
        "version = 1\n[plan]\nid = \"a\"\n",
        2,
        1,
        &wrong("plan", Kind::Tables, Kind::Table),
    );
    error("version = \"1\"\n", 1, 11, &P::QuotedNumber { number: 1 });
}

#[test]
fn missing_and_unknown_keys_are_named_with_what_was_probably_meant() {
    error(
        "version = 1\n[[plan]]\nid = \"a\"\nprincipal = 1\nfirst-due = 2026-01-01",
        2,
        1,
        &P::Missing { key: "periods" },
    );
    error(
        "version = 1\n[[plan]]\nid = \"a\"\nperiods = 1\nfirst-due = 2026-01-01",
        2,
        1,
        &P::Missing { key: "principal" },
    );
    error(
        &plan("payments = [{ n = 1, amount = 1 }]"),
        7,
        13,
        &P::Missing { key: "on" },
    );
    error(
        &plan("fee = { model = \"flat\" }"),
        7,
        7,
        &P::Missing { key: "rate" },
    );
    let unknown = |key: &str, near| P::UnknownKey {
        key: key.to_owned(),
        near,
    };
    for (line, column, problem) in [
        (
            "first_due = 2026-01-26",
            1,
            unknown("first_due", Some("first-due")),
        ),
        ("\"__proto__\" = 1", 1, unknown("__proto__", None)),
        (
            "payments = [{ on = 2026-01-25, amount = 1, rf = \"1\" }]",
            44,
            unknown("rf", Some("ref")),
        ),
    ] {
        warning(&plan(line), 7, column, &problem);
    }
    warning(
        "version = 1\n[[plans]]\nid = 1\n",
        2,
        3,
        &unknown("plans", Some("plan")),
    );
}

#[test]
fn ids_are_well_formed_single_and_refer_to_something() {
    error(
        &file("[[line]]\nid = \"Mi 14\""),
        3,
        6,
        &P::BadId {
            found: text("Mi 14"),
        },
    );
    error(
        &file("[[line]]\nid = \"\""),
        3,
        6,
        &P::BadId { found: text("") },
    );
    error(
        &file("[[line]]\nid = \"a\"\n[[line]]\nid = \"a\""),
        5,
        6,
        &P::DuplicateId {
            id: text("a"),
            first: 3,
        },
    );
    let unknown = |kind, id: &str, near: Option<&str>| P::UnknownReference {
        kind,
        id: id.to_owned(),
        near: near.map(str::to_owned),
    };
    error(
        &plan("line = \"mi\""),
        7,
        8,
        &unknown(Reference::Line, "mi", None),
    );
    error(
        &plan("autopay = \"cmb\""),
        7,
        11,
        &unknown(Reference::Method, "cmb", None),
    );
    error(
        &plan("payments = [{ on = 2026-01-25, amount = 1, via = \"cmb\" }]"),
        7,
        50,
        &unknown(Reference::Method, "cmb", None),
    );
    error(
        &plan("line = \"huabie\"\n[[line]]\nid = \"huabei\""),
        7,
        8,
        &unknown(Reference::Line, "huabie", Some("huabei")),
    );
    let case = "[[case]]\nid = \"c\"\nopened = 2026-01-01\n";
    error(
        &file(&format!("{case}line = \"x\"")),
        5,
        8,
        &unknown(Reference::Line, "x", None),
    );
    error(
        &file(&format!("{case}plan = \"x\"")),
        5,
        8,
        &unknown(Reference::Plan, "x", None),
    );
    let broken = plan(
        "[[plan]]\nid = \"b\"\nline = \"l\"\nprincipal = 1\nperiods = 1\nfirst-due = 2026-01-26\n[[line]]\nid = \"l\"\nlimit = -1",
    );
    error(&broken, 15, 9, &P::NegativeAmount { key: text("limit") });
}

#[test]
fn a_plan_may_replace_one_that_stands_further_down() {
    let plan = |id: &str, more: &str| {
        format!(
            "[[plan]]\nid = \"{id}\"\nprincipal = 100\nperiods = 1\nfirst-due = 2026-01-25\n{more}"
        )
    };
    let text = [plan("new", "replaces = \"old\"\n"), plan("old", "")].concat();
    assert_eq!(all(&file(&text)), []);
    let twice = [plan("p", ""), plan("p", "")].concat();
    assert_eq!(all(&file(&twice)).len(), 1);
}

#[test]
fn amounts_are_never_guessed() {
    let not = |found: &str, instead: Option<&str>| P::NotAnAmount {
        found: found.to_owned(),
        instead: instead.map(str::to_owned),
    };
    let decimals = |key: &str, currency: &str, decimals| P::TooManyDecimals {
        key: key.to_owned(),
        currency: currency.to_owned(),
        decimals,
    };
    for (amount, problem) in [
        ("\"1,234.56\"", not("1,234.56", Some("1234.56"))),
        ("\"¥ 1２3元\"", not("¥ 1２3元", Some("123"))),
        ("\"\"", not("", None)),
        ("\"about 5\"", not("about 5", None)),
        ("\"1e3\"", not("1e3", None)),
        ("-0.01", P::NegativeAmount { key: text("price") }),
        ("12.345", decimals("price", "CNY", 2)),
        ("1e3", P::Exponent),
        ("1e400", P::Exponent),
        ("nan", P::NotFinite),
        ("-inf", P::NotFinite),
        ("0x10", P::OtherBase),
        ("0b1", P::OtherBase),
        ("1000000000000.01", P::AmountTooLarge),
        ("9223372036854775808", P::AmountTooLarge),
        ("99999999999.9900000", P::TooManyDigits { most: 15 }),
    ] {
        error(&plan(&format!("price = {amount}")), 7, 9, &problem);
    }
    error(
        &file("currency = \"JPY\"\n[[line]]\nid = \"l\"\nlimit = 1.5"),
        5,
        9,
        &decimals("limit", "JPY", 0),
    );
    for (code, meant) in [
        ("RMB", Some("CNY")),
        ("cny", Some("CNY")),
        ("￥", Some("CNY")),
        ("", None),
        ("yuán", None),
    ] {
        let problem = P::BadCurrency {
            found: code.to_owned(),
            instead: meant.map(str::to_owned),
        };
        error(&file(&format!("currency = \"{code}\"")), 2, 12, &problem);
    }
}

#[test]
fn a_currency_that_iso_4217_does_not_list_is_told_and_read() {
    let found = Currency::new("XQZ").unwrap();
    warning(
        &file("currency = \"XQZ\""),
        2,
        12,
        &P::UnlistedCurrency(found),
    );
}

#[test]
fn rates_dates_and_distances_are_as_strict() {
    let rate = |found: &str, instead: Option<&str>| P::BadRate {
        found: found.to_owned(),
        instead: instead.map(str::to_owned),
    };
    for (written, problem) in [
        ("0.6", rate("0.6", Some("0.6%"))),
        ("0.6 ％", rate("0.6 ％", Some("0.6%"))),
        ("much", rate("much", None)),
    ] {
        error(
            &plan(&format!(
                "fee = {{ model = \"flat\", rate = \"{written}\" }}"
            )),
            7,
            32,
            &problem,
        );
    }
    let bad = |found: &str, instead: Option<&str>| P::BadDate {
        found: found.to_owned(),
        instead: instead.map(date),
    };
    for (written, problem) in [
        (
            "2026-01-05T10:00:00",
            P::TimeGiven {
                date: Some(date("2026-01-05")),
            },
        ),
        (
            "2026-01-05 10:00:00+08:00",
            P::TimeGiven {
                date: Some(date("2026-01-05")),
            },
        ),
        ("10:00:00", P::TimeGiven { date: None }),
        ("1969-12-31", P::DateOutOfRange),
        ("9999-12-31", P::DateOutOfRange),
        ("\"2026年1月5日\"", bad("2026年1月5日", Some("2026-01-05"))),
        ("\"2026/1/5\"", bad("2026/1/5", Some("2026-01-05"))),
        ("\"20260105\"", bad("20260105", Some("2026-01-05"))),
        ("\"1/2/2026\"", bad("1/2/2026", None)),
        ("\"2026-02-30\"", bad("2026-02-30", None)),
    ] {
        error(&plan(&format!("posted = {written}")), 7, 10, &problem);
    }
    warning(
        &plan("posted = \"2026-01-05\""),
        7,
        10,
        &P::QuotedDate {
            date: date("2026-01-05"),
        },
    );
    error(
        &plan("every = \"monthly\""),
        7,
        9,
        &P::BadEvery {
            found: text("monthly"),
        },
    );
}

#[test]
fn numbers_stay_within_their_range() {
    let range = |key: &str, least, most| P::OutOfRange {
        key: key.to_owned(),
        least,
        most,
    };
    for periods in [
        "0",
        "-3",
        "601",
        "100000",
        "99999999999999999999999999999999999999999",
    ] {
        let text = plan("").replace("periods = 3", &format!("periods = {periods}"));
        error(&text, 5, 11, &range("periods", 1, 600));
    }
    for (line, column, problem) in [
        ("due-day = 32", 11, range("due-day", 1, 31)),
        ("due-day = 0", 11, range("due-day", 1, 31)),
        ("paid-through = 4", 16, range("paid-through", 0, 3)),
        (
            "payments = [{ n = 4, on = 2026-01-25, amount = 1 }]",
            19,
            range("n", 1, 3),
        ),
        ("schedule = [{ n = 0 }]", 19, range("n", 1, 3)),
        (
            "deferred = [{ n = 9, to = 2026-02-01 }]",
            19,
            range("n", 1, 3),
        ),
    ] {
        error(&plan(line), 7, column, &problem);
    }
    for version in ["0", "-1"] {
        error(
            &format!("version = {version}\n"),
            1,
            11,
            &range("version", 1, u32::MAX),
        );
    }
    warning("currency = \"CNY\"\n", 1, 1, &P::VersionMissing);
    warning(
        "version = 99\nnew = 1\n",
        1,
        11,
        &P::NewerVersion { version: 99 },
    );
}

#[test]
fn words_are_listed_where_one_is_not_known() {
    let found = all(&file("[[line]]\nid = \"l\"\nstatus = \"activ\""));
    let P::UnknownWord { allowed, near, .. } = &found[0].problem else {
        panic!("{found:?}");
    };
    assert_eq!(
        (allowed.as_slice(), *near),
        (["active", "frozen", "closed"].as_slice(), Some("active"))
    );
    assert_eq!((found[0].line, found[0].column), (4, 10));
    let rules = |line: &str| file(&format!("[[line]]\nid = \"l\"\n[line.rules]\n{line}"));
    error(&rules("restore-days = [3, 1]"), 5, 16, &P::RestoreDaysOrder);
    error(&rules("restore-days = [3]"), 5, 16, &P::RestoreDaysCount);
    let both = P::OneOfTwo {
        one: "rate",
        other: "total",
    };
    error(
        &plan("fee = { model = \"flat\", rate = \"1%\", total = 5 }"),
        7,
        46,
        &both,
    );
}

#[test]
fn figures_that_do_not_fit_together_are_shown_not_put_right() {
    let mismatch = P::PrincipalMismatch {
        financed: text("350.00"),
        principal: text("300.00"),
    };
    error(&plan("price = 400\ndown-payment = 50"), 4, 13, &mismatch);
    error(
        &plan("price = 40\ndown-payment = 50"),
        8,
        16,
        &P::DownPaymentAbovePrice,
    );
    let sum = P::ScheduleSum {
        sum: text("301.00"),
        principal: text("300.00"),
        difference: text("1.00"),
    };
    warning(
        &plan("schedule = [\n  { n = 3, principal = 101 },\n]"),
        8,
        3,
        &sum,
    );
    error(
        &plan("schedule = [\n  { n = 3 },\n  { n = 3 },\n]"),
        9,
        3,
        &P::DuplicateInstallment { n: 3, first: 8 },
    );
    warning(
        &plan("payments = [{ on = 2026-01-25, amount = 300.01 }]"),
        7,
        13,
        &P::Overpaid { by: text("0.01") },
    );
    let same = "{ n = 1, on = 2026-01-25, amount = 50 }";
    warning(
        &plan(&format!("payments = [\n  {same},\n  {same},\n]")),
        9,
        3,
        &P::SamePaymentTwice { first: 8 },
    );
    let early = |key, than, day| P::TooEarly {
        key,
        than,
        day: date(day),
    };
    warning(
        &plan("bought = 2026-01-27"),
        6,
        13,
        &early("first-due", "bought", "2026-01-27"),
    );
    warning(
        &plan("bought = 2026-01-10\npayments = [{ on = 2026-01-09, amount = 1 }]"),
        8,
        20,
        &early("on", "bought", "2026-01-10"),
    );
    warning(
        &plan("payments = [{ on = 2026-01-09, amount = 1, restored = 2026-01-08 }]"),
        7,
        55,
        &early("restored", "on", "2026-01-09"),
    );
    warning(
        &plan("payments = [{ on = 2026-01-09, amount = 1, verified = 2026-01-08 }]"),
        7,
        55,
        &early("verified", "on", "2026-01-09"),
    );
    warning(
        &file("[[case]]\nid = \"c\"\nopened = 2026-01-02\nclosed = 2026-01-01"),
        5,
        10,
        &early("closed", "opened", "2026-01-02"),
    );
}

#[test]
fn a_whole_card_number_is_refused_anywhere_in_a_method() {
    let method = |line: &str| file(&format!("[[method]]\nid = \"m\"\n{line}"));
    error(
        &method("name = \"招行 6222 0202 1234 5678\""),
        4,
        8,
        &P::CardNumber,
    );
    let found = all(&method("number = 6222020212345678"));
    assert!(found.iter().any(|found| found.problem == P::CardNumber));
    error(&method("last4 = \"12345\""), 4, 9, &P::BadLast4);
    warning(
        &plan("note = \"a\u{202e}b\""),
        7,
        8,
        &P::OddCharacter { found: '\u{202e}' },
    );
    warning(
        &plan("note = \"\\u001b[31m\""),
        7,
        8,
        &P::OddCharacter { found: '\u{1b}' },
    );
}

#[test]
fn amounts_as_bills_print_them_are_told_as_amounts() {
    for (line, column, found, instead) in [
        ("price = 1,299", 9, "1,299", "1299"),
        ("price = 1,234,567.80 # x", 9, "1,234,567.80", "1234567.80"),
        ("price = 1，299", 9, "1，299", "1299"),
        ("price = ¥1299", 9, "¥1299", "1299"),
        ("price = 1299.5元", 9, "1299.5元", "1299.5"),
        ("price = €1,299", 9, "€1,299", "1299"),
        (
            "refunds = [{ on = 2026-01-01, amount = 1,299 }]",
            40,
            "1,299",
            "1299",
        ),
    ] {
        let problem = P::NotAnAmount {
            found: text(found),
            instead: Some(text(instead)),
        };
        error(&plan(line), 7, column, &problem);
    }
    for line in ["price = 1,29", "price = 1,2990", "price = ¥", "price = ¥."] {
        let found = all(&plan(line));
        let is_amount = |found: &Diagnostic| matches!(found.problem, P::NotAnAmount { .. });
        assert!(
            !found.is_empty() && !found.iter().any(is_amount),
            "{found:?}"
        );
    }
}

#[test]
fn a_header_in_single_brackets_is_named_as_the_first_of_its_name() {
    let found =
        all("version = 1\n[plan]\nid = \"a\"\n[[plan]]\nid = \"b\"\n[[plan]]\nid = \"c\"\n");
    let duplicate = P::DuplicateKey {
        key: text("plan"),
        first: Some(2),
    };
    let lines: Vec<_> = found.iter().map(|one| (one.line, &one.problem)).collect();
    assert_eq!(lines, [(4, &duplicate), (6, &duplicate)]);
}
