//! G9: what is odd or wrong is told with its place, kept as it is, and never guessed at.
//!
//! The numbers group rows that ask the same.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::process::Output;
use std::time::{Duration, Instant};

use crate::bench::{Bench, Subject, told};
use crate::tally::{Scope, Tally};

/// What has to come of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// It is refused with its problems; nothing is shown, nothing written.
    Refused,
    /// It is read, with a word of warning, and can be changed.
    Warned,
    /// It is read without a word, and can be changed.
    Fine,
    /// It is shown, and nothing is written to it.
    ReadOnly,
}

use Verdict::{Fine, ReadOnly, Refused, Warned};

/// The number, what it is, the file, what comes of it, and a part of what is said.
type Row = (u16, &'static str, Vec<u8>, Verdict, &'static str);

const HEAD: &str = "version = 1\n";
const PLAN: &str =
    "[[plan]]\nid = \"phone\"\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-01-07\n";

/// A good plan with one line more.
fn plan(line: &str) -> Vec<u8> {
    format!("{HEAD}{PLAN}{line}\n").into_bytes()
}

/// A good plan with a line that says something else.
fn instead(old: &str, new: &str) -> Vec<u8> {
    let text = format!("{HEAD}{PLAN}");
    assert!(text.contains(old), "{old}");
    text.replacen(old, new, 1).into_bytes()
}

fn line(line: &str) -> Vec<u8> {
    format!("{HEAD}{line}\n{PLAN}").into_bytes()
}

fn paid(payments: &str) -> Vec<u8> {
    plan(&format!("payments = [\n{payments}\n]"))
}

fn rows() -> Vec<Row> {
    let mut rows = of_text();
    rows.extend(of_toml());
    rows.extend(of_values());
    rows.extend(of_forms());
    rows.extend(of_sense());
    rows
}

/// Rows 18, 19 and 31 to 39: ways of writing the same.
#[rustfmt::skip]
fn of_forms() -> Vec<Row> {
    let other = |id: &str| format!("{HEAD}{PLAN}{}", PLAN.replace("phone", id)).into_bytes();
    let one_line = "plan = [ { id = \"phone\", principal = 1200, periods = 12, first-due = 2026-01-07, \
        payments = [ { n = 1, on = 2026-01-07, amount = 100 } ] } ]";
    vec![
        (18, "a tag character in an id", instead("\"phone\"", "\"ph\u{e0041}one\""), Refused, "U+E0041"),
        (19, "ids that differ in case", other("Phone"), Refused, "Phone"),
        (19, "an id of letters with marks", other("cafe\u{301}"), Refused, "id"),
        (31, "payments as inline tables", paid("  { n = 1, on = 2026-01-07, amount = 100 },"), Fine, ""),
        (32, "payments as tables", plan("[[plan.payments]]\nn = 1\non = 2026-01-07 # c\namount = 100"), Fine, ""),
        (33, "all plans in one line", format!("{HEAD}{one_line}\n").into_bytes(), Fine, ""),
        (35, "dotted keys", plan("fee.model = \"flat\"\nfee.rate = \"0.6%\""), Fine, ""),
        (36, "dotted keys with others between them", plan("fee.model = \"flat\"\nnote = \"x\"\nfee.rate = \"0.6%\""), Fine, ""),
        (37, "a table before the one it belongs to", format!("{HEAD}[settings.a]\n{PLAN}").into_bytes(), Warned, "a is not known"),
        (39, "comments around entries", paid("  # before\n  { n = 1, on = 2026-01-07, amount = 100 }, # after\n  # last"), Fine, ""),
    ]
}

/// Rows 53 to 72: what does not fit together.
#[rustfmt::skip]
fn of_sense() -> Vec<Row> {
    let short = |payments: &str| {
        let text = format!("{HEAD}{PLAN}payments = [ {payments} ]\n");
        text.replace("periods = 12", "periods = 3").into_bytes()
    };
    let of_yen = format!("{HEAD}[[line]]\nid = \"k\"\ncurrency = \"JPY\"\nlimit = 5000\n{PLAN}line = \"k\"\nprice = 1200.50\n");
    vec![
        (53, "a fee of nothing", plan("fee = { model = \"flat\", total = 0 }"), Fine, ""),
        (55, "parts that do not add up", plan("schedule = [ { n = 1, principal = 50 } ]"), Warned, "apart"),
        (60, "more payments than periods", short("{ n = 4, on = 2026-01-07, amount = 400 }"), Refused, "1 to 3"),
        (61, "a payment twice", paid("{ n = 1, on = 2026-01-07, amount = 50 },\n{ n = 1, on = 2026-01-07, amount = 50 }"), Warned, "the same payment"),
        (62, "cents in a plan of yen", of_yen.into_bytes(), Refused, "JPY"),
        (63, "a code that is no currency's", [b"currency = \"XQZ\"\n", &plan("")[..]].concat(), Warned, "XQZ"),
        (65, "due on the 31st", instead("2026-01-07", "2026-01-31"), Fine, ""),
        (68, "a date in quotes", instead("2026-01-07", "\"2026-01-07\""), Warned, "quotes"),
        (71, "paid before it was bought", plan("bought = 2025-12-20\npayments = [ { n = 1, on = 2025-01-07, amount = 100 } ]"), Warned, "before bought"),
        (72, "due before it was bought", plan("bought = 2026-02-20"), Warned, "before bought"),
    ]
}

/// Rows that trials of their own are about.
const ELSEWHERE: [(u16, &str); 7] = [
    (84, "g8::protected"),
    (85, "g8::protected"),
    (87, "g1::full_disk"),
    (102, "g8::protected"),
    (111, "g9::of_the_keys"),
    (83, "g8::links_mode_and_owner"),
    (110, "g13::for_one_persons_eyes"),
];

/// How many kinds of odd input there are.
const KINDS: u16 = 144;

/// Each kind has a case, and each case is of a kind.
pub fn every_row(_: Scope) -> Tally {
    let mut found: BTreeSet<u16> = rows().iter().map(|row| row.0).collect();
    found.extend(TYPED.iter().map(|row| row.0));
    found.extend(SURROUNDINGS.iter().map(|row| row.0));
    found.extend(crate::keys::ROWS.iter().map(|row| row.0));
    found.extend(crate::clock::ROWS.iter().map(|row| row.0));
    found.extend(crate::bills::numbers());
    let is_there = |trial: &str| crate::TRIALS.iter().any(|own| own.name == trial);
    let elsewhere = ELSEWHERE.iter().filter(|(_, trial)| is_there(trial));
    found.extend(elsewhere.map(|(row, _)| *row));
    let kinds: BTreeSet<u16> = (1..=KINDS).collect();
    let odd = found.symmetric_difference(&kinds);
    Tally {
        points: found.len(),
        wrong: odd
            .map(|row| format!("row {row} has no case, or is no row"))
            .collect(),
        ..Tally::default()
    }
}

/// Rows 1 to 19: bytes.
#[expect(clippy::too_many_lines, reason = "a table")]
fn of_text() -> Vec<Row> {
    let good = plan("");
    let utf16 = |text: &[u8]| -> Vec<u8> {
        [0xff, 0xfe]
            .into_iter()
            .chain(text.iter().flat_map(|byte| [*byte, 0]))
            .collect()
    };
    vec![
        (
            5,
            "byte-order mark",
            ["\u{feff}".as_bytes(), &good].concat(),
            Fine,
            "",
        ),
        (
            6,
            "two byte-order marks",
            ["\u{feff}\u{feff}".as_bytes(), &good].concat(),
            Refused,
            "U+FEFF",
        ),
        (
            6,
            "one in the middle",
            line("no\u{feff}te = 1"),
            Refused,
            "U+FEFF",
        ),
        (
            7,
            "CRLF",
            String::from_utf8(good.clone())
                .unwrap()
                .replace('\n', "\r\n")
                .into_bytes(),
            Fine,
            "",
        ),
        (
            8,
            "mixed line ends",
            [&good[..], b"note = \"x\"\r\n"].concat(),
            Fine,
            "",
        ),
        (
            9,
            "a bare carriage return",
            line("note = \"x\"\rprice = 1"),
            Refused,
            "carriage return",
        ),
        (
            10,
            "no final newline",
            good[..good.len() - 1].to_vec(),
            Fine,
            "",
        ),
        (
            11,
            "blanks at the end of lines",
            plan("note = \"x\" \t  "),
            Fine,
            "",
        ),
        (12, "UTF-16", utf16(&good), Refused, "UTF-16"),
        (
            13,
            "GBK",
            [&good[..], b"note = \"\xd0\xa1\xc3\xd7\"\n"].concat(),
            Refused,
            "UTF-8",
        ),
        (
            13,
            "Latin-1",
            [&good[..], b"note = \"caf\xe9\"\n"].concat(),
            Refused,
            "UTF-8",
        ),
        (14, "NUL in a comment", plan("# a\0b"), Refused, ":7:"),
        (15, "ESC in a comment", plan("# \u{1b}[31m"), Refused, ":7:"),
        (
            16,
            "ESC in a value",
            plan("item = \"\\u001b[31m\""),
            Warned,
            "U+001B",
        ),
        (
            17,
            "bidi override in a value",
            plan("item = \"a\u{202e}b\""),
            Warned,
            "U+202E",
        ),
        (
            18,
            "a zero-width joiner in an id",
            instead("\"phone\"", "\"ph\u{200d}one\""),
            Refused,
            "U+200D",
        ),
    ]
}

/// Rows 20 to 42 and 73 to 82: syntax.
#[expect(clippy::too_many_lines, reason = "a table")]
fn of_toml() -> Vec<Row> {
    let deep = format!("x = {}{}", "[".repeat(100), "]".repeat(100));
    vec![
        (20, "a key twice", plan("periods = 3"), Refused, ":7:"),
        (
            21,
            "a list, then a table of its name",
            line("[[x]]\n[x]"),
            Refused,
            ":3:",
        ),
        (22, "an id twice", plan(PLAN), Refused, "phone"),
        (23, "no id", instead("id = \"phone\"\n", ""), Refused, "id"),
        (
            24,
            "an empty id",
            instead("\"phone\"", "\"\""),
            Refused,
            "id",
        ),
        (
            24,
            "an id of 10 KB",
            instead("\"phone\"", &format!("\"{}\"", "a".repeat(10_000))),
            Refused,
            "id",
        ),
        (
            25,
            "an unresolved conflict",
            line("<<<<<<< HEAD\n=======\n>>>>>>> x"),
            Refused,
            "conflict",
        ),
        (
            27,
            "an unknown table",
            plan("[extra]\nx = 1"),
            Warned,
            "extra",
        ),
        (
            28,
            "an unknown key, nearly a known one",
            plan("merchnat = \"x\""),
            Warned,
            "merchant",
        ),
        (
            29,
            "a newer version",
            instead("version = 1", "version = 99"),
            ReadOnly,
            "",
        ),
        (
            30,
            "no version",
            instead("version = 1\n", ""),
            Warned,
            "version",
        ),
        (
            30,
            "a version in quotes",
            instead("version = 1", "version = \"1\""),
            Refused,
            "version",
        ),
        (
            30,
            "a negative version",
            instead("version = 1", "version = -1"),
            Refused,
            "version",
        ),
        (
            34,
            "inline table on several lines",
            plan("refunds = [ {\n on = 2026-01-01,\n amount = 1,\n} ]"),
            Fine,
            "",
        ),
        (38, "keys in quotes", instead("id =", "\"id\" ="), Fine, ""),
        (
            40,
            "a payment in a comment",
            paid("# { n = 1, on = 2026-01-07, amount = 100 },"),
            Fine,
            "",
        ),
        (
            41,
            "text of several lines",
            plan("note = \"\"\"\na\nb\"\"\""),
            Fine,
            "",
        ),
        (
            42,
            "text that looks like TOML",
            plan("note = '[[plan]]'"),
            Fine,
            "",
        ),
        (73, "nested too deep", line(&deep), Refused, ":2:"),
        (
            74,
            "a million brackets",
            line(&format!("x = {}", "[".repeat(1_000_000))),
            Refused,
            ":2:",
        ),
        (75, "more than 8 MB", vec![b'#'; 9 << 20], Refused, "MB"),
        (76, "16,000 plans", many_plans(), Fine, ""),
        (
            77,
            "one line of 5 MB",
            plan(&format!("note = \"{}\"\nperiods = 3", "x".repeat(5 << 20))),
            Refused,
            ":8:",
        ),
        (78, "JSON", b"{\"version\": 1}\n".to_vec(), Refused, "JSON"),
        (
            78,
            "YAML",
            b"version: 1\nplans:\n  - id: a\n".to_vec(),
            Refused,
            "=",
        ),
        (
            79,
            "fullwidth equals sign",
            plan("price ＝ 1"),
            Refused,
            "＝",
        ),
        (
            79,
            "fullwidth comma",
            plan("fee = { model = \"flat\"， total = 1 }"),
            Refused,
            "，",
        ),
        (79, "typographic quotes", plan("note = “x”"), Refused, "“"),
        (
            80,
            "a Chinese key without quotes",
            plan("备注 = \"x\""),
            Refused,
            "备注",
        ),
        (
            81,
            "odd keys",
            plan("\"\" = 1\n\"__proto__\" = 2\n\"a.b\" = 3"),
            Warned,
            "__proto__",
        ),
        (
            82,
            "a card number in a way to pay",
            line("[[method]]\nid = \"c\"\nname = \"4111 1111 1111 1111\"\nkind = \"debit-card\""),
            Refused,
            "card",
        ),
    ]
}

fn many_plans() -> Vec<u8> {
    let one = |k| {
        format!("[[plan]]\nid = \"p{k}\"\nprincipal = 3\nperiods = 3\nfirst-due = 2030-01-01\n")
    };
    let plans: Vec<String> = (0..16_000).map(one).collect();
    [plan(""), plans.concat().into_bytes()].concat()
}

/// Rows 43 to 72: values.
#[expect(clippy::too_many_lines, reason = "a table")]
fn of_values() -> Vec<Row> {
    let money = |text: &str| instead("1200", text);
    let due = |text: &str| instead("2026-01-07", text);
    let periods = |text: &str| instead("periods = 12", &format!("periods = {text}"));
    vec![
        (
            43,
            "thousands separators",
            money("\"1,234.56\""),
            Refused,
            "1234.56",
        ),
        (44, "decimals to the cent", money("1_200.50"), Fine, ""),
        (
            44,
            "16 digits without quotes",
            money("99999999999999.99"),
            Refused,
            "1,000,000,000,000",
        ),
        (45, "an exponent", money("1e3"), Refused, ":4:"),
        (
            45,
            "an exponent with separators",
            money("1e1_0"),
            Refused,
            ":4:",
        ),
        (46, "a float that overflows", money("1e400"), Refused, ":4:"),
        (47, "nan", money("nan"), Refused, ":4:"),
        (47, "inf", money("inf"), Refused, ":4:"),
        (47, "-nan", money("-nan"), Refused, ":4:"),
        (
            48,
            "an integer that overflows",
            money("9223372036854775808"),
            Refused,
            ":4:",
        ),
        (
            48,
            "the largest integer",
            money("9223372036854775807"),
            Refused,
            ":4:",
        ),
        (49, "hexadecimal", money("0x10"), Refused, ":4:"),
        (49, "octal", money("0o7"), Refused, ":4:"),
        (49, "binary", money("0b1"), Refused, ":4:"),
        (50, "a leading zero", money("01"), Refused, ":4:"),
        (
            50,
            "no digits behind the point",
            money("1."),
            Refused,
            ":4:",
        ),
        (
            50,
            "no digits before the point",
            money(".5"),
            Refused,
            ":4:",
        ),
        (50, "two underscores", money("1__0"), Refused, ":4:"),
        (50, "True", plan("x = True"), Refused, ":7:"),
        (51, "minus nothing", plan("down-payment = -0"), Fine, ""),
        (52, "a negative sum", money("-1200"), Refused, ":4:"),
        (54, "three decimals", money("12.345"), Refused, ":4:"),
        (
            54,
            "half a yen",
            [b"currency = \"JPY\"\n", &instead("1200", "1200.5")[..]].concat(),
            Refused,
            "decimal",
        ),
        (57, "no periods", periods("0"), Refused, ":5:"),
        (57, "negative periods", periods("-3"), Refused, ":5:"),
        (58, "100,000 periods", periods("100000"), Refused, "600"),
        (59, "periods in quotes", periods("\"12\""), Refused, ":5:"),
        (
            63,
            "a currency that is none",
            [b"currency = \"RMB\"\n", &plan("")[..]].concat(),
            Refused,
            "CNY",
        ),
        (
            63,
            "a currency in small letters",
            [b"currency = \"cny\"\n", &plan("")[..]].concat(),
            Refused,
            "CNY",
        ),
        (
            63,
            "a currency sign",
            ["currency = \"￥\"\n".as_bytes(), &plan("")[..]].concat(),
            Refused,
            "CNY",
        ),
        (
            63,
            "an empty currency",
            [b"currency = \"\"\n", &plan("")[..]].concat(),
            Refused,
            ":1:",
        ),
        (64, "30 February", due("2024-02-30"), Refused, ":6:"),
        (
            64,
            "29 February of a common year",
            due("2023-02-29"),
            Refused,
            ":6:",
        ),
        (64, "month 13", due("2024-13-01"), Refused, ":6:"),
        (66, "the year 1", due("0001-01-01"), Refused, ":6:"),
        (66, "the year 9999", due("9999-12-31"), Refused, ":6:"),
        (
            67,
            "a year of five digits",
            due("10000-01-01"),
            Refused,
            ":6:",
        ),
        (
            67,
            "a date without its zeros",
            due("2024-1-5"),
            Refused,
            "2024",
        ),
        (
            69,
            "a moment with its zone",
            due("2026-01-07T23:59:59+08:00"),
            Refused,
            ":6:",
        ),
        (
            70,
            "a time without seconds",
            due("2026-01-07T23:59"),
            Refused,
            ":6:",
        ),
    ]
}

pub fn of_the_file(_: Scope) -> Tally {
    let rows = rows();
    let tried = |subject| {
        Tally::of(&rows, move |row| {
            of_row(subject, row).map_err(|why| format!("row {}, {}: {why}", row.0, row.1))
        })
    };
    tried(Subject::Fenqi).with_control(
        "writes whatever it finds",
        &tried(Subject::Broken("plain rename")),
    )
}

fn of_row(subject: Subject, (_, _, bytes, verdict, said): &Row) -> Result<(), String> {
    let bench = Bench::with("");
    fs::write(bench.book(), bytes).unwrap();
    let began = Instant::now();
    let doctor = bench.run(subject, &["doctor"]);
    if subject == Subject::Fenqi {
        let expected = match verdict {
            Refused => 3,
            _ => 0,
        };
        let told_all = [&doctor.stdout[..], &doctor.stderr[..]].concat();
        let told_all = String::from_utf8(told_all).unwrap();
        if doctor.status.code() != Some(expected) || !told_all.contains(said) {
            return Err(format!(
                "expected {expected} with {said:?}: {}",
                shortened(&doctor)
            ));
        }
        let warns = told_all.contains("book.toml:");
        if (*verdict == Fine && warns) || (*verdict == Warned && !warns) || told_all.len() > 20_000
        {
            return Err(format!("{verdict:?}: {}", shortened(&doctor)));
        }
    }
    let pay = bench.run(subject, &["pay", "phone", "--n", "3"]);
    let expected = match verdict {
        Refused => 3,
        ReadOnly => 4,
        Fine | Warned => 0,
    };
    let same = fs::read(bench.book()).unwrap() == *bytes;
    if pay.status.code() != Some(expected) || same == (expected == 0) {
        return Err(format!(
            "{verdict:?}, the file stays: {same}, pay: {}",
            shortened(&pay)
        ));
    }
    if began.elapsed() > Duration::from_secs(20) {
        return Err(format!("it took {:?}", began.elapsed()));
    }
    Ok(())
}

fn shortened(output: &Output) -> String {
    told(output).chars().take(400).collect()
}

/// The number, what is typed, how it ends, a part of what is said. Nothing of it changes the book.
type Typed = (u16, &'static [&'static str], i32, &'static str);

const TYPED: [Typed; 33] = [
    (89, &["pay"], 2, "PLAN"),
    (90, &["pay", "p"], 2, "phone"),
    (91, &["pay", "phnoe"], 2, "phone"),
    (92, &["pay", "phone", "--n", "1"], 0, "nothing to do"),
    (94, &["pay", "phone", "--amount", "-5"], 2, "amount"),
    (94, &["pay", "phone", "--amount", "NaN"], 2, "NaN"),
    (94, &["pay", "phone", "--amount", "1e9"], 2, "1e9"),
    (94, &["pay", "phone", "--amount", "1,5"], 2, "1,5"),
    (94, &["pay", "phone", "--amount", ""], 2, "amount"),
    (94, &["pay", "phone", "--amount", "0"], 2, "zero"),
    (94, &["pay", "phone", "--amount", "1.234"], 2, "decimal"),
    (95, &["pay", "phone", "--amount", "1e-400"], 2, "1e-400"),
    (
        95,
        &[
            "pay",
            "phone",
            "--amount",
            "99999999999999999999999999999999999999999999",
        ],
        2,
        "9999",
    ),
    (96, &["pay", "phone", "--on", "31.02."], 2, "31.02."),
    (96, &["pay", "phone", "--on", "2024-02-30"], 2, "2024-02-30"),
    (96, &["pay", "phone", "--on", "someday"], 2, "someday"),
    (97, &["pay", "phone", "--on", "2030-01-01"], 2, "2030-01-01"),
    (98, &["--file", "", "pay", "phone"], 3, "empty"),
    (98, &["--file", "desk", "pay", "phone"], 3, "not a file"),
    (
        98,
        &["--file", "/dev/null", "pay", "phone"],
        3,
        "not a file",
    ),
    (
        98,
        &["--file", "nowhere/book.toml", "pay", "phone"],
        3,
        "nowhere",
    ),
    (100, &["--file", "a\nb\u{1b}[31m", "due"], 3, "␛"),
    (91, &["show", "nobody"], 2, "nobody"),
    (91, &["limit", "nobody"], 2, "nobody"),
    (94, &["can", "１２，"], 2, "１２，"),
    (94, &["seen", "mi", "abc"], 2, "abc"),
    (96, &["due", "--days", "-1"], 2, "-1"),
    (96, &["forecast", "--months", "many"], 2, "many"),
    (89, &["frobnicate"], 2, "frobnicate"),
    (89, &["pay", "phone", "--frobnicate"], 2, "--frobnicate"),
    (91, &["unpay", "phone", "--n", "99"], 2, "99"),
    (89, &["refund", "phone"], 2, "AMOUNT"),
    (91, &["restored", "nobody"], 2, "nobody"),
];

pub fn of_the_command_line(_: Scope) -> Tally {
    let typed = Tally::of(&TYPED, |(row, words, code, said)| {
        let output = of_words(words)?;
        let all = [&output.stdout[..], &output.stderr[..]].concat();
        if output.status.code() == Some(*code) && String::from_utf8_lossy(&all).contains(said) {
            return Ok(());
        }
        Err(format!("row {row}, {words:?}: {}", shortened(&output)))
    });
    let around = Tally::of(&SURROUNDINGS, |(row, what, attempt)| {
        attempt().map_err(|why| format!("row {row}, {what}: {why}"))
    });
    // A program that takes whatever it is given.
    let bench = Bench::new();
    bench.run(
        Subject::Broken("plain rename"),
        &["pay", "phone", "--n", "99"],
    );
    let control = Tally {
        wrong: (bench.text() != crate::bench::BOOK)
            .then(String::new)
            .into_iter()
            .collect(),
        ..Tally::default()
    };
    typed
        .and(around)
        .with_control("writes whatever it is told", &control)
}

fn of_words(words: &[&str]) -> Result<Output, String> {
    let two = format!(
        "{}\n[[plan]]\nid = \"phone-case\"\nprincipal = 90\nperiods = 3\nfirst-due = 2026-03-11\n",
        crate::bench::BOOK
    );
    let bench = Bench::with(&two);
    let output = bench.run(Subject::Fenqi, words);
    if bench.text() != two {
        return Err(format!("{words:?} changed the book"));
    }
    Ok(output)
}

/// What is odd around the program.
type Around = (u16, &'static str, fn() -> Result<(), String>);

const SURROUNDINGS: [Around; 15] = [
    (1, "an empty file, comments only, blanks only", || {
        for text in ["", "# nothing\n", " \n\t\n", "version = 1\n# mine\n"] {
            let bench = Bench::with(text);
            ends(&bench.run(Subject::Fenqi, &["pay", "phone"]), 2, "no plan")?;
            same(&bench.text(), text)?;
            let add = ["add", "--item=x", "--principal=90", "--periods=3"];
            ends(&bench.run(Subject::Fenqi, &add), 0, "")?;
            if !bench.text().starts_with(text) {
                return Err(bench.text());
            }
        }
        Ok(())
    }),
    (2, "no file", || {
        let bench = Bench::new();
        fs::remove_file(bench.book()).unwrap();
        ends(&bench.run(Subject::Fenqi, &["pay", "phone"]), 3, "no book")?;
        if bench.book().exists() {
            Err("it was made".to_owned())
        } else {
            Ok(())
        }
    }),
    (26, "a version that a synchronising program left", || {
        let bench = Bench::new();
        let other = bench
            .desk()
            .join("book.sync-conflict-20261101-120000-ABCDEFG.toml");
        fs::write(&other, "x").unwrap();
        ends(&bench.run(Subject::Fenqi, &["doctor"]), 0, "sync-conflict")?;
        if other.exists() {
            Ok(())
        } else {
            Err("it was removed".to_owned())
        }
    }),
    (56, "more paid than owed", || {
        let text =
            format!("{HEAD}{PLAN}payments = [ {{ n = 1, on = 2026-01-07, amount = 1250 }} ]\n");
        let bench = Bench::with(&text);
        ends(
            &bench.run(Subject::Fenqi, &["doctor"]),
            0,
            "50.00 more was paid",
        )?;
        ends(
            &bench.run(Subject::Fenqi, &["pay", "phone", "--n", "3"]),
            0,
            "nothing to do",
        )?;
        same(&bench.text(), &text)
    }),
    (83, "links in a circle, and one that leads nowhere", || {
        for target in ["book.toml", "nothing.toml"] {
            let bench = Bench::new();
            fs::remove_file(bench.book()).unwrap();
            symlink(target, bench.book()).unwrap();
            ends(&bench.run(Subject::Fenqi, &["pay", "phone"]), 3, "link")?;
        }
        Ok(())
    }),
    (86, "a pipe, a device, a socket, a directory", || {
        let bench = Bench::new();
        fs::remove_file(bench.book()).unwrap();
        let made = std::process::Command::new("mkfifo")
            .arg(bench.book())
            .status();
        if made.is_ok_and(|status| status.success()) {
            let began = Instant::now();
            ends(
                &bench.run(Subject::Fenqi, &["pay", "phone"]),
                3,
                "not a file",
            )?;
            if began.elapsed() > Duration::from_secs(2) {
                return Err("it waited for the pipe".to_owned());
            }
            fs::remove_file(bench.book()).unwrap();
        }
        let _socket = std::os::unix::net::UnixListener::bind(bench.book()).unwrap();
        ends(
            &bench.run(Subject::Fenqi, &["pay", "phone"]),
            3,
            "not a file",
        )
    }),
    (93, "the same line of cron twice at once", || {
        let bench = Bench::new();
        let start = || {
            bench
                .program(Subject::Fenqi)
                .args(crate::bench::PAY)
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap()
        };
        for mut child in [start(), start(), start()] {
            child.wait().unwrap();
        }
        same(&bench.text(), &crate::bench::paid())
    }),
    (
        99,
        "a path that is no UTF-8, an argument that is none",
        || {
            let bench = Bench::new();
            let odd = bench
                .desk()
                .join(std::ffi::OsStr::from_bytes(b"b\xff.toml"));
            fs::copy(bench.book(), &odd).unwrap();
            let output = bench
                .program(Subject::Fenqi)
                .arg("--file")
                .arg(&odd)
                .args(crate::bench::PAY)
                .output()
                .unwrap();
            ends(&output, 0, "")?;
            let output = bench
                .program(Subject::Fenqi)
                .arg("pay")
                .arg(std::ffi::OsStr::from_bytes(b"\xff"))
                .output()
                .unwrap();
            ends(&output, 2, "")
        },
    ),
    (101, "no home", || {
        let bench = Bench::new();
        let output = bench
            .program(Subject::Fenqi)
            .env_remove("HOME")
            .env("HOME", "")
            .args(crate::bench::PAY)
            .output()
            .unwrap();
        // Where the system knows the home of the user it is used; else nothing is changed without a history.
        if output.status.success() {
            same(&bench.text(), &crate::bench::paid())
        } else {
            same(&bench.text(), crate::bench::BOOK)
        }
    }),
    (101, "a working directory that is gone", || {
        let bench = Bench::new();
        let gone = bench.folder().join("gone");
        let script = format!(
            "mkdir '{0}' && cd '{0}' && rmdir '{0}' && exec \"$0\" \"$@\"",
            gone.display()
        );
        let wrapper = ["sh", "-c", &script].map(str::to_owned);
        let output = bench
            .program_behind(&wrapper, Subject::Fenqi)
            .args(crate::bench::PAY)
            .output()
            .unwrap();
        ends(&output, 0, "")?;
        same(&bench.text(), &crate::bench::paid())
    }),
    (103, "a terminal that can do nothing", || {
        let bench = Bench::new();
        let output = bench
            .program(Subject::Fenqi)
            .env("TERM", "dumb")
            .env("COLUMNS", "0")
            .env("LC_ALL", "C")
            .arg("due")
            .output()
            .unwrap();
        ends(&output, 0, "")?;
        if output.stdout.contains(&0x1b) {
            Err("it sent an escape".to_owned())
        } else {
            Ok(())
        }
    }),
    (104, "a reader that goes away", || {
        let bench = Bench::new();
        let wrapper =
            ["sh", "-c", "\"$0\" \"$@\" | head -c 1 > /dev/null; exit 0"].map(str::to_owned);
        let output = bench
            .program_behind(&wrapper, Subject::Fenqi)
            .args(["show", "phone"])
            .output()
            .unwrap();
        ends(&output, 0, "")?;
        if output.stderr.is_empty() {
            Ok(())
        } else {
            Err(shortened(&output))
        }
    }),
    (105, "an answer that cannot be written", || {
        let bench = Bench::new();
        let full = || fs::File::options().write(true).open("/dev/full").unwrap();
        let due = bench
            .program(Subject::Fenqi)
            .arg("due")
            .stdout(full())
            .output()
            .unwrap();
        ends(&due, 4, "")?;
        let pay = bench
            .program(Subject::Fenqi)
            .args(crate::bench::PAY)
            .stdout(full())
            .output()
            .unwrap();
        ends(&pay, 5, "")?;
        same(&bench.text(), &crate::bench::paid())
    }),
    (108, "JSON of a file with problems", || {
        let bench = Bench::with("version = 1\nnope\n");
        let output = bench.run(Subject::Fenqi, &["due", "--json"]);
        ends(&output, 3, "")?;
        let json: serde_json::Value =
            serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
        if json["errors"][0]["line"] == 2 {
            Ok(())
        } else {
            Err(json.to_string())
        }
    }),
    (110, "a mask that hides everything", || {
        let bench = Bench::new();
        let wrapper = ["sh", "-c", "umask 0777; exec \"$0\" \"$@\""].map(str::to_owned);
        let before = fs::metadata(bench.book()).unwrap().permissions().mode();
        let output = bench
            .program_behind(&wrapper, Subject::Fenqi)
            .args(crate::bench::PAY)
            .output()
            .unwrap();
        ends(&output, 0, "")?;
        let after = fs::metadata(bench.book()).unwrap().permissions().mode();
        if before == after {
            same(&bench.text(), &crate::bench::paid())
        } else {
            Err(format!("mode {after:o}"))
        }
    }),
];

fn ends(output: &Output, code: i32, said: &str) -> Result<(), String> {
    let all = [&output.stdout[..], &output.stderr[..]].concat();
    if output.status.code() == Some(code) && String::from_utf8_lossy(&all).contains(said) {
        Ok(())
    } else {
        Err(format!(
            "expected {code} with {said:?}: {}",
            shortened(output)
        ))
    }
}

fn same(found: &str, expected: &str) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{found:?} is not {expected:?}"))
    }
}
