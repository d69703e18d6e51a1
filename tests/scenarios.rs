//! Every file in `tests/scenarios` is a book, a day and what the program must answer. The real
//! program runs each step on the same file.

use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use serde_json::Value;

use crate::folder::check_every_file;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// Which need it shows.
    need: String,
    today: toml::value::Datetime,
    book: String,
    #[serde(default)]
    step: Vec<Step>,
    #[serde(default)]
    day: Vec<Day>,
}

/// What wants attention on one day, in full and in order: `overdue p 1`, `line-frozen mi` are the
/// kind, then the plan and its installment, or else the line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Day {
    on: toml::value::Datetime,
    alerts: Vec<String>,
}

/// One run of the program and what must hold after it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Step {
    /// The arguments, separated by blanks.
    run: String,
    /// What the program reads from its standard input.
    #[serde(default)]
    reads: String,
    /// Another day than the scenario's.
    today: Option<toml::value::Datetime>,
    #[serde(default)]
    exit: i32,
    /// JSON on stdout must hold at least this.
    gives: Option<toml::Value>,
    /// These places of the JSON must be null (TOML cannot say null).
    #[serde(default)]
    lacks: Vec<String>,
    /// Texts on stdout.
    #[serde(default)]
    says: Vec<String>,
    /// Texts on stderr.
    #[serde(default)]
    warns: Vec<String>,
    /// Texts in the file.
    #[serde(default)]
    file_has: Vec<String>,
    /// `as at the start`: the file has its first bytes again.
    file_is: Option<AsAtTheStart>,
}

#[derive(Deserialize)]
enum AsAtTheStart {
    #[serde(rename = "as at the start")]
    AsAtTheStart,
}

#[test]
fn every_scenario_holds() {
    check_every_file("scenarios", 25, check);
}

fn check(file: &Path) -> Result<(), String> {
    let name = file.file_name().unwrap().to_string_lossy();
    let text = std::fs::read_to_string(file).unwrap();
    let scenario: Scenario =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let home = tempfile::tempdir().unwrap();
    let book = home.path().join("book.toml");
    std::fs::write(&book, &scenario.book).unwrap();
    for day in &scenario.day {
        alerts_of(home.path(), &book, day)
            .map_err(|why| format!("{name} ({}): {}: {why}", scenario.need, day.on))?;
    }
    for step in &scenario.step {
        let today = step.today.as_ref().unwrap_or(&scenario.today);
        let output = run(home.path(), &book, (&step.run, &step.reads), today);
        holds(
            step,
            &output,
            &std::fs::read_to_string(&book).unwrap(),
            &scenario.book,
        )
        .map_err(|why| format!("{name} ({}): `{}`: {why}", scenario.need, step.run))?;
    }
    Ok(())
}

/// Every kind of alert that follows from the book and the day has a scenario in which it comes and
/// goes: a day on which it is there, and one on which it is not.
#[test]
fn every_kind_of_alert_comes_and_goes_in_a_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let (mut there, mut gone) = (Vec::new(), Vec::new());
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let scenario: Scenario = toml::from_str(&text).unwrap();
        for kind in KINDS {
            let is_on = |day: &Day| day.alerts.iter().any(|alert| alert.starts_with(kind));
            if scenario.day.iter().any(is_on) {
                there.push(kind);
                gone.extend(scenario.day.iter().any(|day| !is_on(day)).then_some(kind));
            }
        }
    }
    for kind in KINDS {
        assert!(there.contains(&kind), "{kind} is in no scenario");
        // Whether a line is frozen is written down, not worked out from the day.
        assert!(
            gone.contains(&kind) || kind == "line-frozen",
            "{kind} never goes"
        );
    }
}

/// Every need of a shopper that the program is for has a scenario that names it.
#[test]
fn every_need_has_a_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let mut shown = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let scenario: Scenario = toml::from_str(&text).unwrap();
        let rows = scenario.need.split_once(':').map_or("", |(rows, _)| rows);
        shown.extend(rows.split(", ").map(str::to_owned));
    }
    let needs = NEEDS.iter().flat_map(|(area, rows)| {
        let rows = rows.split(' ');
        rows.map(move |row| format!("{area}-{row}"))
    });
    let missing: Vec<_> = needs.filter(|need| !shown.contains(need)).collect();
    assert!(missing.is_empty(), "no scenario for {missing:?}");
}

/// What shoppers need, by the question they came with: the limit does not come back; how to repay;
/// where to repay now; why installments are refused; what at a limit of 0.
const NEEDS: [(&str, &str); 5] = [
    ("S0", "0 1a 1b 1c 2a 2b 3a 3b 3c 4 5 6"),
    ("S1", "1 2 3 4a 4b 4c 4d 5 6a 6b 7 8 9 10 11"),
    ("S2", "1 2 3 4 5 6"),
    ("S3", "1 2a 2b 3 4 5 6 7 8"),
    ("S4", "0 1 2 3 4 5a 5b 5c 6a 7"),
];

const KINDS: [&str; 19] = [
    "overdue",
    "grace-ending",
    "due-today",
    "due-soon",
    "autopay-unconfirmed",
    "autopay-cutoff",
    "autopay-short",
    "method-expires",
    "method-limit",
    "limit-not-restored",
    "limit-cut",
    "line-frozen",
    "over-limit",
    "temporary-expires",
    "no-method",
    "identity-expires",
    "case-due",
    "pause-ends",
    "monthly-cap",
];

fn alerts_of(home: &Path, book: &Path, day: &Day) -> Result<(), String> {
    let output = run(home, book, ("alerts --json", ""), &day.on);
    let json: Value = serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())?;
    let named = |alert: &Value| {
        let about = ["plan", "n", "line"].map(|key| match &alert[key] {
            Value::Null => String::new(),
            Value::String(id) => format!(" {id}"),
            other => format!(" {other}"),
        });
        let [plan, n, line] = about;
        let about = if plan.is_empty() { line } else { plan + &n };
        format!("{}{about}", alert["kind"].as_str().unwrap())
    };
    let found: Vec<_> = json["alerts"]
        .as_array()
        .unwrap()
        .iter()
        .map(named)
        .collect();
    if found == day.alerts {
        return Ok(());
    }
    Err(format!("{found:?}, not {:?}", day.alerts))
}

fn run(
    home: &Path,
    book: &Path,
    (typed, reads): (&str, &str),
    today: &toml::value::Datetime,
) -> Output {
    let input = home.join("input");
    std::fs::write(&input, reads).unwrap();
    Command::new(env!("CARGO_BIN_EXE_fenqi"))
        .args(typed.split_whitespace())
        .args(["--lang", "en", "--today", &today.to_string()])
        .arg("--file")
        .arg(book)
        .stdin(std::fs::File::open(input).unwrap())
        .env_clear()
        .env("HOME", home)
        .output()
        .unwrap()
}

fn holds(step: &Step, output: &Output, file: &str, first: &str) -> Result<(), String> {
    let (stdout, stderr) = (
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr),
    );
    if output.status.code() != Some(step.exit) {
        return Err(format!(
            "exit {:?}, not {}\n{stdout}{stderr}",
            output.status.code(),
            step.exit
        ));
    }
    if step.gives.is_some() || !step.lacks.is_empty() {
        let json: Value =
            serde_json::from_str(&stdout).map_err(|error| format!("{error}: {stdout}"))?;
        let wanted = step
            .gives
            .as_ref()
            .map(|gives| serde_json::to_value(gives).unwrap());
        wanted
            .map_or(Ok(()), |wanted| contains(&json, &wanted, ""))
            .map_err(|why| format!("{why}\n{json:#}"))?;
        for place in &step.lacks {
            let pointer = format!("/{}", place.replace('.', "/"));
            if json.pointer(&pointer) != Some(&Value::Null) {
                return Err(format!("{place} is {:?}, not null", json.pointer(&pointer)));
            }
        }
    }
    for (texts, place, what) in [
        (&step.says, stdout.as_ref(), "stdout"),
        (&step.warns, stderr.as_ref(), "stderr"),
        (&step.file_has, file, "the file"),
    ] {
        if let Some(missing) = texts.iter().find(|text| !place.contains(text.as_str())) {
            return Err(format!("{what} lacks `{missing}`:\n{place}"));
        }
    }
    match step.file_is {
        Some(AsAtTheStart::AsAtTheStart) if file != first => {
            Err(format!("the file is not as at the start:\n{file}"))
        }
        _ => Ok(()),
    }
}

/// Objects must hold at least the wanted keys; lists must be as long, anything else equal.
fn contains(found: &Value, wanted: &Value, place: &str) -> Result<(), String> {
    match (found, wanted) {
        (Value::Object(found), Value::Object(wanted)) => {
            wanted.iter().try_for_each(|(key, value)| {
                contains(
                    found.get(key).unwrap_or(&Value::Null),
                    value,
                    &format!("{place}.{key}"),
                )
            })
        }
        (Value::Array(found), Value::Array(wanted)) if found.len() == wanted.len() => (0..)
            .zip(found.iter().zip(wanted))
            .try_for_each(|(k, (found, wanted)): (u32, _)| {
                contains(found, wanted, &format!("{place}[{k}]"))
            }),
        _ if found == wanted => Ok(()),
        _ => Err(format!("{place} is {found}, not {wanted}")),
    }
}
