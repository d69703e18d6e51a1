//! Faults that take a file system of one's own: the test runs itself again in a private mount namespace.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use super::{Room, appended, note, skipped};
use crate::store::{History, NotSaved, SaveError, Step, save};

const DESK: &str = "FENQI_TEST_DESK";

/// Runs `inner`, an ignored test, after `mount`, a shell command that may use `$FENQI_TEST_DESK`.
fn with_mount(mount: &str, inner: &str) {
    let room = Room::with("a\n");
    let script =
        format!("{mount} || exit 77; exec \"$0\" --exact store::tests::mounts::{inner} --ignored");
    let mut command = Command::new("unshare");
    command
        .args(["-Urm", "sh", "-c", &script])
        .arg(env::current_exe().unwrap());
    command.env(DESK, room.path.parent().unwrap());
    match command.output() {
        Ok(output) if output.status.code() == Some(77) => skipped("mounting is not allowed here"),
        Ok(output) if output.stderr.starts_with(b"unshare") => skipped("no private mounts here"),
        Err(_) => skipped("no unshare(1) here"),
        Ok(output) => assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stdout)
        ),
    }
}

fn refusal(desk: &Path, line: &str) -> (Step, ErrorKind) {
    let state = tempfile::tempdir().unwrap();
    let history = History::new(state.path());
    let path = desk.join("book.toml");
    let before = fs::read(&path).unwrap();
    let refused = save(&path, &history, &note("b"), |text| {
        Ok::<_, ()>(appended(text, line))
    });
    let Err(SaveError::NotSaved(NotSaved::Disk { step, source })) = refused else {
        panic!("{refused:?}");
    };
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(fs::read_dir(desk).unwrap().count(), 1);
    assert!(history.entries(&path).unwrap().entries.is_empty());
    (step, source.kind())
}

#[test]
fn a_full_disk_leaves_the_old_file_alone() {
    let mount = "mount -t tmpfs -o size=64k none \"$FENQI_TEST_DESK\" && echo a > \"$FENQI_TEST_DESK/book.toml\"";
    with_mount(mount, "on_a_full_disk");
}

#[test]
#[ignore = "runs inside the test above"]
fn on_a_full_disk() {
    let desk = env::var_os(DESK).unwrap();
    assert_eq!(
        refusal(Path::new(&desk), &"b".repeat(100_000)),
        (Step::NewFile, ErrorKind::StorageFull)
    );
}

#[test]
fn a_read_only_file_system_is_named() {
    let mount = "mount --bind \"$FENQI_TEST_DESK\" \"$FENQI_TEST_DESK\" && mount -o remount,bind,ro \"$FENQI_TEST_DESK\"";
    with_mount(mount, "on_a_read_only_file_system");
}

#[test]
#[ignore = "runs inside the test above"]
fn on_a_read_only_file_system() {
    let desk = env::var_os(DESK).unwrap();
    assert_eq!(
        refusal(Path::new(&desk), "b"),
        (Step::Lock, ErrorKind::ReadOnlyFilesystem)
    );
}

#[test]
fn a_file_mounted_alone_cannot_be_replaced_and_says_so() {
    let mount = "mount --bind \"$FENQI_TEST_DESK/book.toml\" \"$FENQI_TEST_DESK/book.toml\"";
    with_mount(mount, "on_a_file_mounted_alone");
}

#[test]
#[ignore = "runs inside the test above"]
fn on_a_file_mounted_alone() {
    let desk = env::var_os(DESK).unwrap();
    assert_eq!(
        refusal(Path::new(&desk), "b"),
        (Step::Replace, ErrorKind::ResourceBusy)
    );
}
