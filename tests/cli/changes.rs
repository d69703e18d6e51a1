//! What changes in the file, and what does not.

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::process::Stdio;

use super::{BOOK, Home};

#[test]
fn a_payment_adds_one_line_and_undo_and_redo_are_exact() {
    let home = Home::with(BOOK);
    assert_eq!(home.run(&["pay", "phone"]).code, Some(0));
    let paid = home.text();
    let line = "  { n = 3, on = 2026-03-10, amount = 106 },\n";
    assert!(paid.contains(line), "{paid}");
    assert_eq!(paid.replacen(line, "", 1), BOOK);
    assert_eq!(home.run(&["undo"]).code, Some(0));
    assert_eq!(home.text(), BOOK);
    assert_eq!(home.run(&["redo"]).code, Some(0));
    assert_eq!(home.text(), paid);
}

#[test]
fn the_history_lists_what_was_done_newest_first() {
    let home = Home::with(BOOK);
    home.run(&["pay", "phone"]);
    home.run(&["seen", "mi", "3000"]);
    home.run(&["undo"]);
    let list = home.run(&["undo", "--list", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&list.stdout).unwrap();
    let entries: Vec<_> = list["entries"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| {
            (
                entry["text"].as_str().unwrap(),
                entry["applied"].as_bool().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        entries,
        [
            ("小米分期 showed ¥3,000.00 available on 2026-03-10", false),
            ("payment of ¥106.00 for 小米手机 no. 3", true),
        ]
    );
    let when = list["entries"][0]["when"].as_str().unwrap();
    assert!(when.len() >= 20 && when.contains('T'), "{when}");
}

#[test]
fn what_is_already_so_leaves_the_file_alone() {
    let home = Home::with(BOOK);
    let before = fs::metadata(home.book()).unwrap().modified().unwrap();
    for arguments in [
        &["pay", "phone", "--n", "2"][..],
        &["pay", "lamp"],
        &["restored", "phone", "--n", "1"],
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(0), "{arguments:?}");
        assert!(ran.stdout.starts_with("nothing to do: "), "{ran:?}");
    }
    assert_eq!(home.text(), BOOK);
    assert_eq!(
        fs::metadata(home.book()).unwrap().modified().unwrap(),
        before
    );
}

#[test]
fn the_same_payment_at_the_same_moment_is_made_once() {
    let home = Home::with(BOOK);
    let start = || {
        home.program()
            .args(["pay", "phone", "--n", "3"])
            .stdout(Stdio::null())
            .spawn()
            .unwrap()
    };
    let mut both = [start(), start()];
    for child in &mut both {
        assert!(child.wait().unwrap().success());
    }
    assert_eq!(home.text().matches("n = 3, on").count(), 1);
}

#[test]
fn a_file_that_must_not_be_written_stays_and_the_exit_says_so() {
    let home = Home::with(BOOK);
    fs::set_permissions(home.book(), Permissions::from_mode(0o444)).unwrap();
    let ran = home.run(&["pay", "phone"]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert!(ran.stderr.contains("chmod u+w"), "{ran:?}");
    assert!(ran.stdout.is_empty());
    assert_eq!(home.text(), BOOK);
}

#[test]
fn a_book_of_a_newer_program_can_be_read_but_not_changed() {
    let newer = BOOK.replace("version = 1", "version = 2");
    let home = Home::with(&newer);
    assert_eq!(home.run(&["due"]).code, Some(0));
    let ran = home.run(&["pay", "phone"]);
    assert_eq!(ran.code, Some(4), "{ran:?}");
    assert_eq!(home.text(), newer);
}

#[test]
fn the_demo_touches_nothing() {
    let home = Home::with(BOOK);
    let ran = home.run(&["--demo", "pay", "mi15"]);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (Some(0), "fenqi: demo, nothing is saved\n")
    );
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert_eq!(home.text(), BOOK);
}

#[test]
fn init_makes_a_private_book_that_is_fine() {
    let home = Home::empty();
    let ran = home.run(&["init"]);
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert_eq!(
        fs::metadata(home.book()).unwrap().permissions().mode() & 0o777,
        0o600
    );
    let doctor = home.run(&["doctor"]);
    assert_eq!(
        (doctor.code, doctor.stdout.as_str()),
        (Some(0), "book.toml is fine\n")
    );
    let first = home.text();
    assert_eq!(home.run(&["init"]).code, Some(4));
    assert_eq!(home.text(), first);
}

#[test]
fn without_a_name_the_book_lies_in_the_data_directory() {
    let home = Home::empty();
    let run = |arguments: &[&str]| {
        let mut program = home.program();
        program
            .env_remove("FENQI_FILE")
            .env("XDG_DATA_HOME", home.path().join("data"));
        program.args(arguments).output().unwrap()
    };
    assert_eq!(run(&["due"]).status.code(), Some(3));
    assert!(run(&["init"]).status.success());
    assert!(home.path().join("data/fenqi/fenqi.toml").is_file());
    assert!(run(&["due"]).status.success());
}

#[test]
fn what_happens_to_a_plan_is_undone_byte_for_byte() {
    let home = Home::with(BOOK);
    let added = [
        "add",
        "--item=灯",
        "--principal=90",
        "--periods=3",
        "--line=mi",
    ];
    for arguments in [
        &added[..],
        &["settle", "deng", "--amount=80.5"],
        &["refund", "phone", "30", "--ref=R1"],
        &["defer", "phone", "--n=3", "--to=2026-03-20", "--fee=2"],
        &["pause", "phone", "--until=+9", "--why=退货"],
        &["pause", "phone", "--resume"],
        &["amend", "phone", "--n=12", "--principal=99", "--and-later"],
        &["note", "phone", "三包", "到", "年底"],
        &["note", "phone"],
        &["remove", "lamp"],
    ] {
        let before = home.text();
        let ran = home.run(arguments);
        if arguments[0] == "amend" {
            // The last installment takes all that is left.
            assert_eq!(ran.code, Some(2), "{ran:?}");
            continue;
        }
        assert_eq!(ran.code, Some(0), "{ran:?}");
        let after = home.text();
        assert_ne!(after, before, "{arguments:?}");
        assert_eq!(home.run(&["undo"]).code, Some(0));
        assert_eq!(home.text(), before, "{arguments:?}");
        assert_eq!(home.run(&["redo"]).code, Some(0));
        assert_eq!(home.text(), after, "{arguments:?}");
    }
}

#[test]
fn a_dry_run_leaves_no_trace() {
    let home = Home::with(BOOK);
    for arguments in [
        &["pay", "phone", "--dry-run"][..],
        &["add", "--item=x", "--price=9", "--periods=3", "--dry-run"],
        &["settle", "phone", "--amount=9", "--dry-run"],
        &["refund", "phone", "9", "--dry-run", "--json"],
        &["remove", "pad", "--dry-run"],
        &["--demo", "note", "mi15", "x"],
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
    assert_eq!(home.text(), BOOK);
    let left: Vec<_> = fs::read_dir(home.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "{left:?}");
}
