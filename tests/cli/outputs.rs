//! Where the output goes: pipes that close, disks that are full, terminals without colour.

use std::fs::OpenOptions;
use std::io::Read;
use std::process::Stdio;

use super::{BOOK, Home, Ran};

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let home = Home::with(BOOK);
    let mut child = home
        .program()
        .args(["show", "phone"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    assert_eq!(
        (child.wait().unwrap().code(), stderr.as_str()),
        (Some(0), "")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_under_the_output_is_a_failure() {
    let home = Home::with(BOOK);
    for arguments in [&["due"][..], &["due", "--json"], &["--help"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = home
            .program()
            .args(arguments)
            .stdout(full)
            .output()
            .unwrap();
        let ran = Ran::of(&output);
        assert_eq!(ran.code, Some(4), "{ran:?}");
        assert!(ran.stderr.contains("the disk is full"), "{ran:?}");
    }
}

/// Whoever is told "not saved" pays again.
#[cfg(target_os = "linux")]
#[test]
fn a_change_that_is_saved_never_ends_as_not_saved() {
    let home = Home::with(BOOK);
    for arguments in [
        &["pay", "phone"][..],
        &["undo"],
        &["--file", "new.toml", "init"],
    ] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = home.program().args(arguments).stdout(full).output();
        let ran = Ran::of(&output.unwrap());
        assert_eq!(ran.code, Some(5), "{arguments:?} {ran:?}");
        assert!(ran.stderr.contains("saved, but cannot write"), "{ran:?}");
    }
    assert_eq!(home.text(), BOOK);
    assert!(home.path().join("new.toml").exists());
}

#[test]
fn colour_comes_only_when_it_is_asked_for() {
    let home = Home::with(BOOK);
    assert!(!home.run(&["due"]).stdout.contains('\u{1b}'));
    let always = home.run(&["due", "--color", "always"]).stdout;
    assert!(always.contains("\u{1b}[31m5d late\u{1b}[0m"), "{always:?}");
}

#[test]
fn names_from_the_file_cannot_drive_the_terminal() {
    let book = BOOK.replace("E-reader", "E\\u001b]52;c;eHg=\\u0007\\u202ereader");
    let home = Home::with(&book);
    for arguments in [
        &["due"][..],
        &["plans"],
        &["show", "book"],
        &["pay", "book"],
        &["undo", "--list"],
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let odd = |char: char| char == '\u{1b}' || char == '\u{202e}' || char == '\u{7}';
        assert!(!ran.stdout.contains(odd), "{arguments:?} {ran:?}");
    }
    let exact: serde_json::Value =
        serde_json::from_str(&home.run(&["show", "book", "--json"]).stdout).unwrap();
    assert_eq!(exact["item"], "E\u{1b}]52;c;eHg=\u{7}\u{202e}reader");
}
