//! One line for bars and prompts, reminders, and the files that exports write.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use serde_json::Value;

use super::{BOOK, Home, Ran};

fn status(home: &Home, format: &str) -> String {
    let ran = home.run(&["status", "--format", format]);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
    ran.stdout
}

#[test]
fn how_things_stand_fits_in_one_line_of_each_form() {
    let home = Home::with(BOOK);
    assert_eq!(
        status(&home, "plain"),
        "2 overdue, ¥206.00 · 2 due soon, ¥263.00 · next tomorrow ¥30.00 · ¥3,001 free\n"
    );
    assert_eq!(
        status(&home, "tmux"),
        "#[fg=red,bold]! ¥206.00#[default] · #[fg=yellow]tomorrow ¥30.00#[default]\n"
    );
    assert_eq!(status(&home, "starship"), "! ¥206.00 · tomorrow ¥30.00\n");
    let waybar: Value = serde_json::from_str(&status(&home, "waybar")).unwrap();
    assert_eq!(waybar["text"], "! ¥206.00 · tomorrow ¥30.00");
    assert_eq!(
        (&waybar["class"], &waybar["alt"]),
        (&"overdue".into(), &"overdue".into())
    );
    assert_eq!(
        waybar["tooltip"].as_str().unwrap().lines().count(),
        5,
        "{waybar}"
    );
    let json: Value = serde_json::from_str(&status(&home, "json")).unwrap();
    assert_eq!(json["overdue"]["totals"][0]["amount"], "206.00");
    assert_eq!(json["next"]["plan"], "phone-case");
    assert_eq!(
        home.run(&["status", "--json"]).stdout,
        status(&home, "json")
    );
}

#[test]
fn a_bar_shows_nothing_where_there_is_nothing_and_no_amounts_where_they_are_hidden() {
    let paid = "version = 1\n[[plan]]\nid = \"p\"\nitem = \"p\"\nprincipal = 10\nperiods = 1\nfirst-due = 2026-01-01\npaid-through = 1\n";
    let home = Home::with(paid);
    for (format, line) in [
        ("tmux", ""),
        ("starship", ""),
        ("plain", "nothing is left to pay\n"),
    ] {
        assert_eq!(status(&home, format), line);
    }
    let waybar: Value = serde_json::from_str(&status(&home, "waybar")).unwrap();
    assert_eq!(
        (&waybar["text"], &waybar["class"]),
        (&"".into(), &"fine".into())
    );
    let home = Home::with(BOOK);
    for format in ["plain", "waybar", "tmux", "starship"] {
        let mut program = home.program();
        program
            .env("FENQI_HIDE_AMOUNTS", "true")
            .args(["status", "--format", format]);
        let hidden = Ran::of(&program.output().unwrap()).stdout;
        assert!(
            hidden.contains("****") && !hidden.contains("206"),
            "{hidden}"
        );
        let flag = home.run(&["status", "--format", format, "--hide-amounts"]);
        assert_eq!(flag.stdout, hidden);
    }
}

#[test]
fn a_name_is_no_markup_of_a_bar() {
    let hostile = "<span size='99999'>&amp;#(reboot)\\u001b[31m\\n\\u202e";
    let home = Home::with(&BOOK.replace("小米手机", hostile));
    let text = status(&home, "waybar");
    let waybar: Value = serde_json::from_str(&text).unwrap();
    let tooltip = waybar["tooltip"].as_str().unwrap();
    assert!(
        tooltip.contains("&lt;span size='99999'&gt;&amp;amp;#(reboot)␛[31m ⟨U+202E⟩"),
        "{tooltip}"
    );
    assert_eq!(text.lines().count(), 1);
    assert!(!status(&home, "tmux").contains("#("));
}

#[test]
fn a_thing_is_said_once_a_day_and_again_the_next() {
    let home = Home::with(BOOK);
    let first = home.run(&["remind"]);
    assert!(
        first.stdout.contains("小米手机") && !first.stdout.contains("frozen"),
        "{first:?}"
    );
    let again = home.run(&["remind"]);
    assert_eq!(
        (again.stdout.as_str(), again.stderr.as_str(), again.code),
        ("", "", Some(0))
    );
    let longer = home.run(&["remind", "--days", "20"]).stdout;
    assert_eq!(longer.lines().count(), 1, "{longer}");
    assert!(longer.contains("E-reader"), "{longer}");
    let tomorrow = home.run(&["remind", "--today", "2026-03-11"]).stdout;
    assert!(
        tomorrow.contains("小米手机") && tomorrow.contains("Phone case"),
        "{tomorrow}"
    );
    let json: Value = serde_json::from_str(&home.run(&["remind", "--json"]).stdout).unwrap();
    assert!(
        json["alerts"].as_array().unwrap().len() > 2,
        "another day was said since: {json}"
    );
    let said = home.path().join(".local/state/fenqi/said");
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let file = fs::read_dir(&said).unwrap().next().unwrap().unwrap().path();
    assert_eq!((mode(&said), mode(&file)), (0o700, 0o600));
}

#[test]
fn a_reminder_goes_out_where_it_cannot_be_noted() {
    let home = Home::with(BOOK);
    fs::create_dir_all(home.path().join(".local")).unwrap();
    fs::write(home.path().join(".local/state"), "no directory").unwrap();
    let ran = home.run(&["remind"]);
    assert_eq!(ran.code, Some(0));
    assert!(
        ran.stdout.contains("小米手机") && ran.stderr.contains("cannot be noted"),
        "{ran:?}"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn what_could_not_be_printed_is_not_taken_for_said() {
    let home = Home::with(BOOK);
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = home.program().arg("remind").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(4));
    assert!(home.run(&["remind"]).stdout.contains("小米手机"));
}

/// A home with a program that writes down how it was called.
#[cfg(target_os = "linux")]
fn home_with_notifications(exit: u8) -> Home {
    let home = Home::with(&BOOK.replace("小米手机", "<b>$(reboot) -x"));
    let program = home.path().join("notify-send");
    let script =
        format!("#!/bin/sh\nprintf '%s\\n' \"$@\" >> called\necho broken >&2\nexit {exit}\n");
    fs::write(&program, script).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    home
}

#[cfg(target_os = "linux")]
fn notified(home: &Home) -> (Ran, String) {
    let mut program = home.program();
    program
        .env("PATH", home.path())
        .args(["remind", "--notify"]);
    let ran = Ran::of(&program.output().unwrap());
    (
        ran,
        fs::read_to_string(home.path().join("called")).unwrap_or_default(),
    )
}

#[cfg(target_os = "linux")]
#[test]
fn a_notification_is_one_call_without_a_shell_and_quiet_afterwards() {
    let home = home_with_notifications(0);
    let (ran, called) = notified(&home);
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str(), ran.code),
        ("", "", Some(0))
    );
    let mut lines = called.lines();
    let head: Vec<_> = lines.by_ref().take(4).collect();
    assert_eq!(head[..3], ["--app-name=fenqi", "--urgency=critical", "--"]);
    assert!(head[3].starts_with("Installments: "), "{called}");
    assert!(called.contains("&lt;b&gt;$(reboot) -x no. 3"), "{called}");
    assert_eq!(notified(&home).1, called, "nothing was called again");
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_not_shown_is_not_taken_for_said() {
    let home = home_with_notifications(1);
    let (ran, called) = notified(&home);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(ran.stderr.contains("notify-send: broken"), "{ran:?}");
    assert_eq!(notified(&home).1, called.repeat(2), "it is tried again");
    fs::remove_file(home.path().join("notify-send")).unwrap();
    assert_eq!(notified(&home).0.code, Some(4));
    assert!(home.run(&["remind"]).stdout.contains("reboot"));
}

#[test]
fn an_export_never_replaces_what_it_was_not_told_to_and_never_the_book() {
    let home = Home::with(BOOK);
    symlink("book.toml", home.path().join("link.toml")).unwrap();
    fs::hard_link(home.book(), home.path().join("hard.toml")).unwrap();
    for out in ["book.toml", "link.toml", "hard.toml", "./book.toml"] {
        let ran = home.run(&["export", "csv", "--out", out, "--force"]);
        assert_eq!(ran.code, Some(4), "{out} {ran:?}");
        assert!(ran.stderr.contains("is the book itself"), "{ran:?}");
    }
    let demo = home.run(&["--demo", "export", "csv", "--out", "book.toml", "--force"]);
    assert_eq!(demo.code, Some(4), "{demo:?}");
    fs::create_dir(home.path().join("man")).unwrap();
    symlink("../book.toml", home.path().join("man/fenqi.1")).unwrap();
    assert_eq!(home.run(&["man", "--out", "man", "--force"]).code, Some(4));
    assert_eq!(home.text(), BOOK);
    let out = home.path().join("out.csv");
    let ran = home.run(&["export", "csv", "--out", "out.csv"]);
    assert_eq!(
        (ran.code, ran.stdout.as_str()),
        (Some(0), "written to out.csv\n")
    );
    assert_eq!(
        fs::metadata(&out).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let written = fs::read_to_string(&out).unwrap();
    assert_eq!(written, home.run(&["export", "csv"]).stdout);
    let ran = home.run(&["export", "ics", "--out", "out.csv"]);
    assert_eq!(ran.code, Some(4));
    assert!(ran.stderr.contains("--force replaces it"), "{ran:?}");
    assert_eq!(fs::read_to_string(&out).unwrap(), written);
    let ran = home.run(&["export", "ics", "--out", "out.csv", "--force", "--json"]);
    let told: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(told["bytes"], fs::metadata(&out).unwrap().len());
}
