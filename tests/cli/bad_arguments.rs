//! Arguments that make no sense, and surroundings that do not: one message, and nothing changes.

use std::ffi::OsStr;
use std::os::unix::ffi::OsStrExt;

use super::{BOOK, Home, Ran};

#[test]
fn refused_arguments_change_nothing_and_print_nothing_on_stdout() {
    let home = Home::with(BOOK);
    let long = "9".repeat(500);
    for arguments in [
        &["pay"][..],
        &["pay", "ph"],
        &["pay", "nobody"],
        &["pay", "phone", "--amount", ""],
        &["pay", "phone", "--amount", &long],
        &["pay", "phone", "--amount", "1e-400"],
        &["pay", "phone", "--on", "2024-02-30"],
        &["pay", "phone", "--ref"],
        &["unpay", "phone", "--n", "99"],
        &["seen", "mi"],
        &["can", "１，５"],
        &["frobnicate"],
        &["due", "extra"],
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(2), "{arguments:?} {ran:?}");
        assert!(
            ran.stdout.is_empty() && ran.stderr.starts_with("fenqi: "),
            "{ran:?}"
        );
        assert!(ran.stderr.len() < 1000, "{}", ran.stderr.len());
    }
    assert_eq!(home.text(), BOOK);
}

#[test]
fn full_width_digits_are_digits() {
    let home = Home::with(BOOK);
    assert_eq!(home.run(&["can", "１００", "--line", "us"]).code, Some(0));
}

#[test]
fn odd_files_are_named_with_what_is_wrong() {
    let home = Home::with(BOOK);
    for (file, said) in [
        ("", "the path of the file is empty"),
        (".", "is not a file"),
        ("missing.toml", "there is no book at missing.toml"),
        ("missing\u{1b}[31m\n.toml", "missing␛[31m .toml"),
    ] {
        assert_eq!(home.run(&["doctor", file]).code, Some(3), "{file:?}");
        let ran = home.run(&["--file", file, "due"]);
        assert_eq!(ran.code, Some(3), "{file:?} {ran:?}");
        assert!(ran.stderr.contains(said), "{ran:?}");
        assert!(!ran.stderr.contains('\u{1b}'));
    }
}

#[test]
fn a_path_need_not_be_utf_8_but_other_arguments_must() {
    let home = Home::with(BOOK);
    let odd = OsStr::from_bytes(b"b\xffk.toml");
    std::fs::copy(home.book(), home.path().join(odd)).unwrap();
    let run = |program: &mut std::process::Command| Ran::of(&program.output().unwrap());
    let read = run(home.program().arg("--file").arg(odd).arg("due"));
    assert_eq!(read.code, Some(0), "{read:?}");
    let refused = run(home.program().arg("pay").arg(OsStr::from_bytes(b"\xff")));
    assert_eq!(refused.code, Some(2), "{refused:?}");
}

#[test]
fn the_dashboard_needs_a_terminal() {
    let ran = Home::with(BOOK).run(&[]);
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("fenqi due"), "{ran:?}");
}

#[test]
fn help_and_version_are_answers_in_the_language_of_the_locale() {
    let home = Home::empty();
    for (lang, word) in [("zh", "用法："), ("en", "Usage:")] {
        let ran = Ran::of(&home.program_in(lang).arg("--help").output().unwrap());
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        assert!(
            ran.stdout.contains(word) && ran.stdout.contains("restored"),
            "{ran:?}"
        );
        let pay = Ran::of(
            &home
                .program_in(lang)
                .args(["pay", "--help"])
                .output()
                .unwrap(),
        );
        assert!(pay.stdout.contains("--via <METHOD>"), "{pay:?}");
    }
    let version = home.run(&["--version"]);
    assert_eq!(
        version.stdout,
        format!("fenqi {}\n", env!("CARGO_PKG_VERSION"))
    );
}
