//! Transcripts: what was typed after `$ fenqi`, what came of it, `[n]` for an exit code other
//! than 0, `! ` before what went to stderr. Each file is one home; changes stay for the next
//! command. `FENQI_BLESS=1` writes the transcripts anew.

use std::fs;
use std::path::Path;

use super::{BOOK, Home, Ran};

#[test]
fn questions_are_answered_exactly_so() {
    check("questions");
}

#[test]
fn changes_tell_what_came_of_them() {
    check("changes");
}

#[test]
fn wrong_use_is_refused_with_what_to_write_instead() {
    check("refusals");
}

#[test]
fn what_happens_to_plans_is_tried_noted_or_refused() {
    check_with("plans", include_str!("plans.toml"));
}

#[test]
fn lines_ways_to_pay_and_plans_are_written_down_and_corrected() {
    check("terms");
}

#[test]
fn a_problem_is_followed_up_and_where_to_pay_is_kept() {
    check("follow");
}

#[test]
fn payments_that_arrived_are_told_from_noted_ones() {
    check("proof");
}

#[test]
fn bills_and_messages_are_shown_first_and_noted_then() {
    check_beside("bills", include_str!("../import/book.toml"), "tests/import");
}

fn check(name: &str) {
    check_with(name, BOOK);
}

fn check_with(name: &str, book: &str) {
    check_beside(name, book, "");
}

/// The files of a folder of the project lie in the home.
fn check_beside(name: &str, book: &str, folder: &str) {
    for lang in ["zh", "en"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/cli")
            .join(format!("{name}.{lang}.txt"));
        let expected = fs::read_to_string(&file).unwrap();
        let home = Home::with(book);
        if !folder.is_empty() {
            copy(
                &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
                home.path(),
            );
        }
        let mut actual = String::new();
        for typed in expected
            .lines()
            .filter_map(|line| line.strip_prefix("$ fenqi"))
        {
            actual.extend(["$ fenqi", typed, "\n"]);
            actual += &transcript(&run(&home, typed, lang));
            actual.push('\n');
        }
        if std::env::var_os("FENQI_BLESS").is_some() {
            fs::write(&file, &actual).unwrap();
            continue;
        }
        assert_eq!(actual, expected, "{}", file.display());
    }
}

fn run(home: &Home, typed: &str, lang: &str) -> Ran {
    let mut program = home.program_in(lang);
    let (typed, input) = typed.split_once(" < ").unwrap_or((typed, ""));
    if !input.is_empty() {
        program.stdin(fs::File::open(home.path().join(input)).unwrap());
    }
    Ran::of(&program.args(typed.split_whitespace()).output().unwrap())
}

fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&to).unwrap();
            copy(&entry.path(), &to);
        } else if !to.exists() {
            fs::copy(entry.path(), &to).unwrap();
        }
    }
}

fn transcript(ran: &Ran) -> String {
    let mut lines: Vec<String> = ran.stdout.lines().map(str::to_owned).collect();
    lines.extend(ran.stderr.lines().map(|line| format!("! {line}")));
    lines.extend(
        ran.code
            .filter(|code| *code != 0)
            .map(|code| format!("[{code}]")),
    );
    lines.join("\n") + "\n"
}
