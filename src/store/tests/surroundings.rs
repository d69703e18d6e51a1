//! Surroundings that must not reach the other tests: each test here runs itself again in a shell of its own.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use super::{Room, appended, note, skipped};
use crate::store::{History, NotSaved, SaveError, Step, create, save};

const DESK: &str = "FENQI_TEST_DESK";

/// Runs `inner`, an ignored test, in a private mount namespace after `mount`, which may use `$FENQI_TEST_DESK`.
fn with_mount(mount: &str, inner: &str) {
    let room = Room::with("a\n");
    let mut unshare = Command::new("unshare");
    unshare.args(["-Urm", "sh"]);
    match again(unshare, mount, inner, &room).output() {
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

/// `shell` to run `inner` after `before`.
fn again(mut shell: Command, before: &str, inner: &str, room: &Room) -> Command {
    let script = format!(
        "{before} || exit 77; exec \"$0\" --exact store::tests::surroundings::{inner} --ignored"
    );
    shell.args(["-c", &script]).arg(env::current_exe().unwrap());
    shell.env(DESK, room.path.parent().unwrap());
    shell
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

#[test]
fn new_files_are_private_and_saved_whatever_the_umask() {
    for umask in ["umask 000", "umask 777"] {
        let room = Room::with("");
        let output = again(Command::new("sh"), umask, "under_an_odd_umask", &room)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{umask}: {}",
            String::from_utf8_lossy(&output.stdout)
        );
    }
}

#[test]
#[ignore = "runs inside the test above"]
fn under_an_odd_umask() {
    let desk = env::var_os(DESK).unwrap();
    let (path, state) = (
        Path::new(&desk).join("new/deep/book.toml"),
        Path::new(&desk).join("state/deep"),
    );
    let history = History::new(&state);
    create(&path, "a\n").unwrap();
    save(&path, &history, &note("b"), |text| {
        Ok::<_, ()>(appended(text, "b"))
    })
    .unwrap();
    let log = history.log_path(&path);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!([mode(&path), mode(&log)], [0o600; 2]);
    assert_eq!(
        [
            mode(path.parent().unwrap()),
            mode(log.parent().unwrap()),
            mode(&state)
        ],
        [0o700; 3]
    );
}
