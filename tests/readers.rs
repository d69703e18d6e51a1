//! The programs the exports are for read them. Where one is not there its part is passed over, and
//! a line on stderr says so; `.ci/run` sees to it that they are.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::exports::books;

/// Where a program is: on the path, or where `.ci/run` puts those of Python.
fn find(name: &str) -> Option<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/readers/bin");
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = std::iter::once(own).chain(std::env::split_paths(&path));
    places
        .map(|place| place.join(name))
        .find(|place| place.is_file())
}

/// Runs a check with each of the programs that is there, and tells which are not.
pub fn with(programs: &[&str], check: impl Fn(&str, &Path)) {
    let mut missing = Vec::new();
    for name in programs {
        match find(name) {
            Some(program) => check(name, &program),
            None => missing.push(*name),
        }
    }
    if !missing.is_empty() {
        // Past the test harness, which keeps what a passing test prints.
        let (gone, all) = (missing.len(), programs.len());
        let told = format!(
            "\nskipped {gone} of {all} readers, not installed: {}\n",
            missing.join(", ")
        );
        std::io::stderr().write_all(told.as_bytes()).unwrap();
    }
}

fn export(book: &Path, today: &str, arguments: &str, out: &Path) {
    let output = Command::new(env!("CARGO_BIN_EXE_fenqi"))
        .args(["--today", today, "--lang", "zh", "--file"])
        .arg(book)
        .args(arguments.split_whitespace())
        .args(["--force", "--out"])
        .arg(out)
        .output()
        .unwrap();
    assert!(output.status.success(), "{arguments}: {output:?}");
}

fn run(program: &Path, arguments: &[&str], file: &Path) -> Output {
    let mut command = Command::new(program);
    command
        .env("LC_ALL", "C.UTF-8")
        .env("HOME", file.parent().unwrap());
    command.args(arguments).arg(file).output().unwrap()
}

/// The books whose every day is read, a file each: the sample book and what happens to plans.
fn chosen() -> Vec<(String, String)> {
    let some = [
        "demo",
        "cli/book.toml",
        "cli/plans.toml",
        "published-refunds",
        "early-settlement",
        "peculiar",
        "fee-models",
        "s1-2",
    ];
    let books = books().into_iter();
    let books = books.filter(|book| some.iter().any(|name| book.name.starts_with(name)));
    books
        .map(|book| {
            (
                book.document.text().to_owned(),
                book.position.today.to_string(),
            )
        })
        .collect()
}

#[test]
fn ledgers_are_read_and_their_balances_hold() {
    let room = tempfile::tempdir().unwrap();
    let (book, journal) = (room.path().join("book.toml"), room.path().join("x.journal"));
    let beancount = room.path().join("x.beancount");
    with(&["hledger", "ledger", "bean-check"], |name, program| {
        for (text, today) in chosen() {
            fs::write(&book, text).unwrap();
            // What is to come follows what was, so one reading proves both.
            let output = if name == "bean-check" {
                export(&book, &today, "export beancount --future", &beancount);
                run(program, &[], &beancount)
            } else {
                export(&book, &today, "export hledger --future", &journal);
                let check: &[&str] = match name {
                    "hledger" => &["check", "--strict", "-f"],
                    _ => &["--strict", "balance", "-f"],
                };
                run(program, check, &journal)
            };
            let told = String::from_utf8_lossy(&output.stderr);
            let is_fine = output.status.success() && told.is_empty();
            assert!(is_fine, "{name} {today}: {output:?}");
        }
    });
}

/// The assertions are what makes the test above mean something.
#[test]
fn a_ledger_with_a_wrong_balance_is_refused() {
    let room = tempfile::tempdir().unwrap();
    let (book, journal) = (room.path().join("book.toml"), room.path().join("x.journal"));
    fs::write(&book, include_str!("cli/book.toml")).unwrap();
    export(&book, "2026-03-10", "export hledger", &journal);
    let text = fs::read_to_string(&journal).unwrap();
    assert!(text.contains("= -1000.00 CNY"), "{text}");
    fs::write(&journal, text.replace("= -1000.00 CNY", "= -1000.01 CNY")).unwrap();
    with(&["hledger", "ledger"], |name, program| {
        let output = run(program, &["balance", "-f"], &journal);
        assert!(!output.status.success(), "{name}: {output:?}");
    });
}

#[test]
fn hostile_names_are_read_as_names() {
    let room = tempfile::tempdir().unwrap();
    let (book, out) = (room.path().join("book.toml"), room.path().join("out"));
    let text = include_str!("cli/book.toml").replace(
        "小米手机",
        "(x) ; | =1+1 \\\"q\\\" \\\\ \\n2026-01-01 * y\\n    Assets:Cash  1 CNY\\u001b[31m  two",
    );
    fs::write(&book, text).unwrap();
    with(&["hledger", "ledger", "bean-check"], |name, program| {
        let format = if name == "bean-check" {
            "beancount"
        } else {
            "hledger"
        };
        export(&book, "2026-03-10", &format!("export {format}"), &out);
        let arguments: &[&str] = match name {
            "hledger" => &["check", "--strict", "-f"],
            "ledger" => &["--strict", "balance", "-f"],
            _ => &[],
        };
        let output = run(program, arguments, &out);
        assert!(
            output.status.success() && output.stderr.is_empty(),
            "{name}: {output:?}"
        );
        assert!(
            !String::from_utf8_lossy(&output.stdout).contains("Cash"),
            "{name}: {output:?}"
        );
    });
}

const READ_CALENDAR: &str = "
import sys, icalendar
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
for event in calendar.walk('VEVENT'):
    start, end = event.decoded('DTSTART'), event.decoded('DTEND')
    assert (end - start).days == 1, event
    assert not event.errors, event.errors
    print(event['UID'], event['SUMMARY'])
";

#[test]
fn the_calendar_library_of_python_reads_every_event() {
    let room = tempfile::tempdir().unwrap();
    let (book, out) = (room.path().join("book.toml"), room.path().join("x.ics"));
    fs::write(&book, include_str!("cli/book.toml")).unwrap();
    export(&book, "2026-03-10", "export ics", &out);
    let events = fs::read_to_string(&out)
        .unwrap()
        .matches("BEGIN:VEVENT")
        .count();
    // The library's own command stands beside the Python that has it.
    with(&["icalendar"], |_, command| {
        let python = command.with_file_name("python3");
        let output = run(&python, &["-c", READ_CALENDAR], &out);
        assert!(output.status.success(), "{output:?}");
        let read = String::from_utf8(output.stdout).unwrap();
        assert_eq!(read.lines().count(), events);
        assert!(
            read.contains("phone-3@installment.fenqi 小米手机 ¥106.00 第 3/12 期"),
            "{read}"
        );
    });
}

#[test]
fn khal_updates_what_it_has_when_a_calendar_comes_again() {
    let room = tempfile::tempdir().unwrap();
    let name = |name: &str| room.path().join(name);
    fs::create_dir(name("calendar")).unwrap();
    let config = format!(
        "[calendars]\n[[f]]\npath = {0}/calendar\n[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n\
         [sqlite]\npath = {0}/db\n[default]\ndefault_calendar = f\n",
        room.path().display()
    );
    fs::write(name("khal.conf"), config).unwrap();
    with(&["khal"], |_, khal| {
        let config = name("khal.conf");
        let config = config.to_str().unwrap();
        let import = |payment: &str| {
            let text = include_str!("cli/book.toml").replace("payments = [\n", payment);
            fs::write(name("book.toml"), text).unwrap();
            export(
                &name("book.toml"),
                "2026-03-10",
                "export ics",
                &name("x.ics"),
            );
            let output = run(
                khal,
                &["-c", config, "import", "--batch", "-a", "f"],
                &name("x.ics"),
            );
            assert!(output.status.success(), "{output:?}");
        };
        let listed = || {
            let list = [
                "-c",
                config,
                "list",
                "--format",
                "{title}",
                "2026-03-07",
                "1d",
            ];
            let output = Command::new(khal)
                .env("HOME", room.path())
                .env("LC_ALL", "C.UTF-8")
                .args(list)
                .output()
                .unwrap();
            String::from_utf8(output.stdout).unwrap()
        };
        import("payments = [\n");
        assert_eq!(listed().matches("小米手机").count(), 1, "{}", listed());
        assert!(!listed().contains('✓'), "{}", listed());
        import("payments = [\n  { n = 3, on = 2026-03-09, amount = 106 },\n");
        assert_eq!(listed().matches("✓ 小米手机").count(), 1, "{}", listed());
    });
}
