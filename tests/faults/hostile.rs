//! G11: what stands in a file or an argument never drives a terminal.

use std::fs;
use std::io::Read;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::bench::{Bench, Subject};
use crate::tally::{Scope, Tally};
use crate::terminal::Terminal;

/// What must not reach a terminal, as it may stand in a TOML string.
const HOSTILE: &str = "A\\u001b]52;c;cHduZWQ=\\u0007B\\u001b[31mC\\u001b]0;title\\u0007D\\u009b31mE\\u009d0;x\\u009cF\\u202eG\\u2066H\\u200bI\\u0000J\\rK\\tL\\u007fM\\u001b[6nN\\u001bP1$r\\u001b\\\\O\\ufeffP\\u2028Q\\U000e0041R\\u001b]8;;http://x\\u0007S";

/// A book with such a text in every field that takes one, in the words of the file.
const BOOK: &str = r#"version = 1
"odd-HOSTILE-key" = "HOSTILE"
[[line]]
id = "mi"
name = "HOSTILE"
account = "HOSTILE"
provider = "HOSTILE"
limit = 3000
limits = [ { on = 2026-01-02, limit = 2000, why = "HOSTILE" } ]
maintenance = { until = 2026-03-22, note = "HOSTILE" }
seen = [ { on = 2026-02-02, available = 100 } ]
contact = { hotline = "HOSTILE", service = "HOSTILE" }
ways = [ { path = "HOSTILE", login = "HOSTILE", note = "HOSTILE", confirmed = 2026-01-02 } ]
notices = [ { on = 2026-01-05, text = "HOSTILE", source = "HOSTILE" } ]
"HOSTILE" = 1
[[method]]
id = "cmb"
name = "HOSTILE"
kind = "debit-card"
[[plan]]
id = "phone"
line = "mi"
item = "HOSTILE"
merchant = "HOSTILE"
order = "HOSTILE"
bought = 2025-12-01
principal = 1200
periods = 12
first-due = 2026-01-07
autopay = "cmb"
note = "HOSTILE"
paused = { until = 2026-04-05, why = "HOSTILE" }
payments = [ { n = 1, on = 2026-01-07, amount = 100, via = "cmb", ref = "HOSTILE" } ]
refunds = [ { on = 2026-02-01, amount = 30, ref = "HOSTILE" } ]
[[plan]]
id = "tv"
item = "HOSTILE"
principal = 600
periods = 6
first-due = 2026-01-10
[[case]]
id = "c1"
kind = "limit-not-restored"
line = "mi"
plan = "phone"
opened = 2026-02-07
next = 2026-03-01
log = [ { on = 2026-02-08, what = "HOSTILE", promise = 2026-03-02 } ]
proof = [ { path = "HOSTILE" } ]
[[case]]
id = "c2"
kind = "other"
opened = 2026-02-07
closed = 2026-02-09
outcome = "HOSTILE"
"#;

/// Settings with the same: names of bills, of themes and of keys, and what is not known.
const SETTINGS: &str = r#"theme = "HOSTILE"
date-format = "HOSTILE"
"HOSTILE" = "HOSTILE"
[keys]
"HOSTILE" = "HOSTILE"
[[import]]
name = "HOSTILE"
date = "HOSTILE"
amount = "HOSTILE"
text = "HOSTILE"
"#;

/// Both as they lie on the disk; one that can be read, and one whose errors repeat its lines.
fn hostile_benches() -> [Bench; 2] {
    let readable = BOOK.replace("HOSTILE", HOSTILE);
    let raw = "# \u{1b}]0;x\u{7}\n";
    [
        readable.clone(),
        format!("{raw}{readable}nope = \u{1b}[31m\n"),
    ]
    .map(|book| {
        let bench = Bench::with(&book);
        let settings = bench.home().join(".config/fenqi");
        fs::create_dir_all(&settings).unwrap();
        fs::write(
            settings.join("config.toml"),
            SETTINGS.replace("HOSTILE", HOSTILE),
        )
        .unwrap();
        fs::write(bench.folder().join("bill.csv"), hostile_bill()).unwrap();
        bench
    })
}

/// A bill with the bytes themselves.
fn hostile_bill() -> String {
    let raw = "a\u{1b}]52;c;eA==\u{7}\u{1b}[31m\u{9b}1m\u{202e}b\u{200b}\0";
    let header = "交易时间,商户名称,交易说明,金额,收/付款方式,交易状态,收/支,交易分类,交易订单号,商家订单号,备注";
    let row = |item: &str, amount: &str, state: &str| {
        format!(
            "2026-03-09,{raw},{item}{raw},{amount},{raw}(1234),{state},不计收支,白条,9{raw},{raw},{raw}\n"
        )
    };
    let rows = [
        row("白条主动还款", "100.00", "交易成功"),
        row("白条主动还款", raw, "交易成功"),
        row("分期 12 期", "1200.00", "交易成功"),
        row("白条", "5.00", raw),
    ];
    format!("{header}\n{}", rows.concat())
}

/// Every command that prints, and some that fail and say why.
const SAYINGS: [&[&str]; 48] = [
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
    &["offers", "500"],
    &["settle", "phone", "--quote"],
    &["keys"],
    &["status"],
    &["status", "--format", "waybar"],
    &["remind"],
    &["way", "mi"],
    &["case", "show", "c2"],
    &["import", "bill.csv"],
    &["import", "bill.csv", "--partial", "--yes"],
    &["import", "\u{1b}[31m.csv"],
    &["import", "bill.csv", "--from", "\u{1b}]0;x\u{7}"],
    &["export", "csv"],
    &["export", "json"],
    &["export", "ics"],
    &["export", "hledger"],
    &["export", "beancount"],
    &["refused", "mi", "--amount", "\u{1b}[31m"],
    &["--theme", "\u{1b}[31m", "--lang", "\u{9b}31m", "due"],
    &["\u{1b}]52;c;eA==\u{7}", "--\u{202e}", "-\u{1b}"],
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
    for bench in hostile_benches() {
        for json in [false, true] {
            let mut program = bench.program(subject);
            program.args(words).env("FENQI_THEME", "\u{1b}[31m");
            if json {
                program.arg("--json");
            }
            // Exports are exact for a program; what a terminal gets is another matter.
            let said = if words[0] == "export" {
                let Some(shown) = on_terminal(&mut program) else {
                    continue;
                };
                vec![shown]
            } else {
                let output = program.output().unwrap();
                vec![output.stdout, output.stderr]
            };
            for said in &said {
                let text =
                    std::str::from_utf8(said).map_err(|error| format!("{words:?}: {error}"))?;
                // So a terminal ends its lines.
                let text = text.replace("\r\n", "\n");
                if let Some(char) = drives(&text) {
                    return Err(format!("{words:?}, JSON {json}: {char:?} is printed"));
                }
            }
        }
    }
    Ok(())
}

/// What a program writes to a terminal; `None` where there is none.
fn on_terminal(program: &mut Command) -> Option<Vec<u8>> {
    let (mut master, slave) = crate::pty::open(80, 24)?;
    let mut child = program.stdout(slave.try_clone().ok()?).spawn().ok()?;
    // The program's own copy is the last one, so that the end is seen.
    program.stdout(Stdio::null());
    drop(slave);
    let mut shown = Vec::new();
    // A terminal that nobody has open any more is an error to its reader.
    let _ = master.read_to_end(&mut shown);
    child.wait().ok()?;
    Some(shown)
}

/// The dashboard walked through from end to end over the same book.
fn hostile_screens() -> Tally {
    let [bench, _] = hostile_benches();
    let Some(mut terminal) = Terminal::open(&bench, &[], Subject::Fenqi) else {
        return Tally::skipped("no terminal can be opened here (a pty, setsid)");
    };
    let keys = [
        "1",
        "2",
        "\r",
        "\x1b",
        "3",
        "\r",
        "\x1b",
        "4",
        "5",
        "j",
        "\r",
        "\x1b",
        "?",
        "\x1b",
        "i",
        "\x1b",
        "P",
        "\x1b",
        "a",
        "\x1b",
        "V",
        "\x1b",
        "/A",
        "\x1b",
        "2",
        "E",
        "\x1b",
        "n",
        "\x1b",
        "6",
        "j",
        "\r",
        "\x1b",
        "n",
        "\x1b",
        "7",
        "\x1b",
        "3",
        "v",
        "\x1b",
        "b",
        "\x1b",
        "e",
        "\x1b",
        "m",
        "\r",
        "\x1b",
        "\x1b",
        "1",
        "=",
        "\x1b",
        "c",
        "500",
        "\x1b",
        "y",
        "p",
        "u",
        "D",
        "n",
        "i",
        "bill.csv\r",
        "\r",
        "\x1b",
        "\x1b",
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
