//! G11: what stands in a file or an argument never drives a terminal.

use std::thread::sleep;
use std::time::Duration;

use crate::bench::{Bench, Subject};
use crate::tally::{Scope, Tally};
use crate::terminal::Terminal;

/// What must not reach a terminal, as it may stand in a TOML string.
const HOSTILE: &str = "A\\u001b]52;c;cHduZWQ=\\u0007B\\u001b[31mC\\u001b]0;title\\u0007D\\u009b31mE\\u009d0;x\\u009cF\\u202eG\\u2066H\\u200bI\\u0000J\\rK\\tL\\u007fM\\u001b[6nN\\u001bP1$r\\u001b\\\\O\\ufeffP\\u2028Q\\U000e0041R\\u001b]8;;http://x\\u0007S";

/// A book with such a text in every field that takes one.
fn hostile_book() -> String {
    let book = "version = 1\nodd-HOSTILE-key = \"HOSTILE\"\n[[line]]\nid = \"mi\"\nname = \"HOSTILE\"\naccount = \"HOSTILE\"\nprovider = \"HOSTILE\"\nlimit = 3000\nlimits = [ { on = 2026-01-02, limit = 2000, why = \"HOSTILE\" } ]\nmaintenance = { until = 2026-03-22, note = \"HOSTILE\" }\nseen = [ { on = 2026-02-02, available = 100 } ]\n\
        [[method]]\nid = \"cmb\"\nname = \"HOSTILE\"\nkind = \"debit-card\"\n\
        [[plan]]\nid = \"phone\"\nline = \"mi\"\nitem = \"HOSTILE\"\nmerchant = \"HOSTILE\"\norder = \"HOSTILE\"\nbought = 2025-12-01\nprincipal = 1200\nperiods = 12\nfirst-due = 2026-01-07\nautopay = \"cmb\"\nnote = \"HOSTILE\"\npaused = { until = 2026-04-05, why = \"HOSTILE\" }\npayments = [ { n = 1, on = 2026-01-07, amount = 100, via = \"cmb\", ref = \"HOSTILE\" } ]\nrefunds = [ { on = 2026-02-01, amount = 30, ref = \"HOSTILE\" } ]\n\
        [[case]]\nid = \"c1\"\nkind = \"limit-not-restored\"\nline = \"mi\"\nplan = \"phone\"\nopened = 2026-02-07\nnext = 2026-03-01\nlog = [ { on = 2026-02-08, what = \"HOSTILE\", promise = 2026-03-02 } ]\nproof = [ { path = \"HOSTILE\" } ]\n";
    book.replace("odd-HOSTILE-key", "\"odd-HOSTILE-key\"")
        .replace("HOSTILE", HOSTILE)
}

/// Every command that prints, and some that fail and say why.
const SAYINGS: [&[&str]; 28] = [
    &["due"],
    &["plans"],
    &["plans", "--all"],
    &["show", "phone"],
    &["limit"],
    &["limit", "mi"],
    &["can", "500"],
    &["alerts"],
    &["cost", "phone"],
    &["forecast"],
    &["funds"],
    &["case", "list"],
    &["case", "show", "c1"],
    &["case", "export", "c1"],
    &["doctor"],
    &["rules"],
    &["rules", "\u{1b}]0;x\u{7}"],
    &["way"],
    &["unlock", "mi", "500", "--by", "2026-12-01"],
    &["verify"],
    &["undo", "--list"],
    &["show", "\u{1b}[31mnobody"],
    &["pay", "phone", "--via", "\u{1b}]52;c;eA==\u{7}"],
    &["pay", "phone", "--ref", "\u{1b}[2J"],
    &["note", "phone", "\u{202e}\u{1b}c"],
    &["undo"],
    &["--file", "\u{1b}[31m.toml", "due"],
    &["config"],
];

/// What is wrong with a text for a terminal: control characters, and what hides or turns text around.
fn drives(text: &str) -> Option<char> {
    text.chars().find(|char| {
        (char.is_control() && *char != '\n')
            || matches!(char, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    })
}

pub fn hostile_text(_: Scope) -> Tally {
    let said = |subject| Tally::of(&SAYINGS, move |words| says(subject, words));
    let control = said(Subject::Broken("prints what it read"));
    said(Subject::Fenqi)
        .and(hostile_screens())
        .with_control("prints what it read", &control)
}

fn says(subject: Subject, words: &[&str]) -> Result<(), String> {
    let bench = Bench::with(&hostile_book());
    // A file that cannot be read repeats lines of it in its errors.
    let broken = Bench::with(&format!(
        "# \u{1b}]0;x\u{7}\n{}nope = \u{1b}[31m\n",
        hostile_book()
    ));
    for bench in [&bench, &broken] {
        for json in [false, true] {
            let mut program = bench.program(subject);
            program.args(words);
            if json {
                program.arg("--json");
            }
            let output = program.output().unwrap();
            for said in [&output.stdout, &output.stderr] {
                let text =
                    std::str::from_utf8(said).map_err(|error| format!("{words:?}: {error}"))?;
                if let Some(char) = drives(text) {
                    return Err(format!("{words:?}, JSON {json}: {char:?} is printed"));
                }
            }
        }
    }
    Ok(())
}

/// The dashboard walked through from end to end over the same book.
fn hostile_screens() -> Tally {
    let bench = Bench::with(&hostile_book());
    let Some(mut terminal) = Terminal::open(&bench, &[], Subject::Fenqi) else {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    };
    let keys = [
        "1", "2", "\r", "\x1b", "3", "\r", "\x1b", "4", "5", "j", "\r", "\x1b", "?", "\x1b", "i",
        "\x1b", "P", "\x1b", "a", "\x1b", "V", "\x1b", "/A", "\x1b", "2", "E", "\x1b", "n", "\x1b",
    ];
    let mut tally = Tally {
        points: keys.len(),
        ..Tally::default()
    };
    for key in keys {
        let pressed = terminal.press(key.as_bytes());
        sleep(Duration::from_millis(60));
        if pressed.is_err() || !terminal.is_running() {
            tally.wrong.push(format!("it ended at {key:?}"));
            break;
        }
    }
    let odd = terminal.odd().into_iter();
    tally
        .wrong
        .extend(odd.map(|odd| format!("the dashboard sent {odd}")));
    tally
}
