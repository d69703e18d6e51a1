//! Settings: one file, four places that may speak, and no mistake that prevents anything.

use std::fs;

use super::{BOOK, Home};

/// A home with a book and a settings file.
fn home_of(settings: &str) -> Home {
    let home = Home::with(BOOK);
    let folder = home.path().join(".config/fenqi");
    fs::create_dir_all(folder.join("themes")).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    home
}

#[test]
fn the_arguments_go_before_the_environment_before_the_file_before_the_default() {
    let home = home_of("theme = \"light\"\nmouse = false\ncolor = \"never\"\n");
    let mut program = home.program();
    program
        .env("FENQI_THEME", "mono")
        .env("FENQI_COLOR", "auto");
    let output = program
        .args(["config", "--color", "always", "--json"])
        .output()
        .unwrap();
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let row = |key: &str| {
        let rows = told["settings"].as_array().unwrap();
        let row = rows.iter().find(|row| row["key"] == key).unwrap();
        (
            row["value"].as_str().unwrap().to_owned(),
            row["from"].as_str().unwrap().to_owned(),
        )
    };
    for (key, value, from) in [
        ("color", "always", "flag"),
        ("theme", "mono", "environment"),
        ("mouse", "false", "file"),
        ("hide-amounts", "false", "default"),
        ("file", "book.toml", "environment"),
    ] {
        assert_eq!(row(key), (value.to_owned(), from.to_owned()), "{key}");
    }
}

#[test]
fn a_broken_file_is_told_with_its_line_and_the_answer_comes_all_the_same() {
    let home = home_of("theme = \"drak\"\n[keys]\npay = \"u\"\n");
    let due = home.run(&["due"]);
    assert_eq!(due.code, Some(0));
    assert!(!due.stdout.is_empty());
    assert!(
        due.stderr.contains("config.toml:1:9:") && due.stderr.contains("config.toml:3:7:"),
        "{}",
        due.stderr
    );
    let doctor = home.run(&["doctor"]);
    assert_eq!(doctor.code, Some(0), "no fault of the book");
    assert!(
        doctor.stdout.contains("did you mean dark?"),
        "{}",
        doctor.stdout
    );
    let syntax = home_of("lang = zh");
    let due = syntax.run(&["due"]);
    assert_eq!(
        (due.code, due.stderr.lines().count()),
        (Some(0), 1),
        "{}",
        due.stderr
    );
}

#[test]
fn the_file_sets_the_language_the_book_and_the_amounts() {
    let home = home_of("lang = \"zh\"\nhide-amounts = true\nfile = \"../../other.toml\"\n");
    fs::rename(home.book(), home.path().join("other.toml")).unwrap();
    let mut program = home.program();
    let output = program
        .env_remove("FENQI_FILE")
        .args(["--print"])
        .output()
        .unwrap();
    let screen = String::from_utf8(output.stdout).unwrap();
    assert!(
        screen.contains("总览") && screen.contains("****"),
        "{screen}"
    );
}

#[test]
fn own_keys_work_and_stand_in_the_footer_and_in_the_table() {
    let home = home_of("[keys]\nhide = [\"x\"]\nhelp = \"F1\"\n");
    let screen = home.run(&["--print", "--keys", "x"]).stdout;
    assert!(screen.contains("****"), "{screen}");
    let screen = home.run(&["--print"]).stdout;
    assert!(
        screen.lines().last().unwrap().contains("F1 help"),
        "{screen}"
    );
    let keys = home.run(&["keys"]).stdout;
    assert!(keys.contains("x  ") && !keys.contains("  *"), "{keys}");
}

#[test]
fn a_theme_of_ones_own_is_known_by_name_and_an_unknown_one_is_wrong_use() {
    let home = home_of("theme = \"nord\"\n");
    let file = home.path().join(".config/fenqi/themes/nord.toml");
    fs::write(&file, "accent = \"#88c0d0\"\n").unwrap();
    let ran = home.run(&["config"]);
    assert!(!ran.stdout.contains("error"), "{}", ran.stdout);
    fs::write(&file, "accent = \"blue\"\n").unwrap();
    let ran = home.run(&["due"]);
    assert!(ran.stderr.contains("nord.toml:1:10:"), "{}", ran.stderr);
    let ran = home.run(&["--print", "--theme", "nrod"]);
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("nord"), "{}", ran.stderr);
}

#[test]
fn another_settings_file_can_be_named_and_must_then_be_there() {
    let home = home_of("lang = \"zh\"\n");
    fs::write(home.path().join("own.toml"), "mouse = false\n").unwrap();
    let named = home.run(&["config", "--config", "own.toml"]);
    assert!(
        named.stdout.starts_with("settings file: own.toml\n"),
        "{}",
        named.stdout
    );
    let missing = home.run(&["due", "--config=none.toml"]);
    assert_eq!(missing.code, Some(0));
    assert!(missing.stderr.contains("none.toml"), "{}", missing.stderr);
}
