//! Surroundings that must not reach the other tests: each test here runs itself again in a shell of its own.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use super::{Room, appended, note, skipped};
use crate::store::{History, NotSaved, SaveError, Step, create, save};

/// Names the data file's directory to the inner run, and tells it that it is the inner one.
const DESK: &str = "FENQI_TEST_DESK";

/// Runs `inner` in a private mount namespace after `mount`, which may use `$FENQI_TEST_DESK`.
fn with_mount(test: &str, mount: &str, inner: impl FnOnce(&Path)) {
    if let Some(desk) = env::var_os(DESK) {
        return inner(Path::new(&desk));
    }
    let mut unshare = Command::new("unshare");
    unshare.args(["-Urm", "sh"]);
    match again(unshare, test, mount) {
        Ok(output) if output.status.code() == Some(77) => skipped("mounting is not allowed here"),
        Ok(output) if output.stderr.starts_with(b"unshare") => skipped("no private mounts here"),
        Ok(output) => assert_passed(&output),
        Err(_) => skipped("no unshare(1) here"),
    }
}

/// Has `shell` run `test` after `before`, with a fresh data file.
fn again(mut shell: Command, test: &str, before: &str) -> std::io::Result<Output> {
    let room = Room::with("a\n");
    let script = format!("{before} || exit 77; exec \"$0\" --exact {test}");
    shell.args(["-c", &script]).arg(env::current_exe()?);
    shell.env(DESK, room.path.parent().unwrap()).output()
}

fn assert_passed(output: &Output) {
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && told.contains("1 passed"),
        "{told}"
    );
}

/// The full name of a test of this file.
fn name(test: &str) -> String {
    let (_, module) = module_path!().split_once("::").unwrap();
    format!("{module}::{test}")
}

/// Saves, expects to be refused by the system without a trace, and tells how.
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
    let test = name("a_full_disk_leaves_the_old_file_alone");
    let mount = "mount -t tmpfs -o size=64k none \"$FENQI_TEST_DESK\" && echo a > \"$FENQI_TEST_DESK/book.toml\"";
    with_mount(&test, mount, |desk| {
        assert_eq!(
            refusal(desk, &"b".repeat(100_000)),
            (Step::NewFile, ErrorKind::StorageFull)
        );
    });
}

#[test]
fn a_read_only_file_system_is_named() {
    let test = name("a_read_only_file_system_is_named");
    let mount = "cd / && mount --bind \"$FENQI_TEST_DESK\" \"$FENQI_TEST_DESK\" \
                 && mount -o remount,bind,ro \"$FENQI_TEST_DESK\"";
    with_mount(&test, mount, |desk| {
        assert_eq!(
            refusal(desk, "b"),
            (Step::Lock, ErrorKind::ReadOnlyFilesystem)
        );
    });
}

#[test]
fn a_file_mounted_alone_cannot_be_replaced_and_says_so() {
    let test = name("a_file_mounted_alone_cannot_be_replaced_and_says_so");
    let mount = "mount --bind \"$FENQI_TEST_DESK/book.toml\" \"$FENQI_TEST_DESK/book.toml\"";
    with_mount(&test, mount, |desk| {
        assert_eq!(refusal(desk, "b"), (Step::Replace, ErrorKind::ResourceBusy));
    });
}

#[test]
fn new_files_are_private_and_can_be_saved_whatever_the_umask() {
    let test = name("new_files_are_private_and_can_be_saved_whatever_the_umask");
    let Some(desk) = env::var_os(DESK) else {
        for umask in ["umask 000", "umask 777"] {
            assert_passed(&again(Command::new("sh"), &test, umask).unwrap());
        }
        return;
    };
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

/// Root may write into any directory, so this one says more when run by somebody else.
#[test]
fn a_directory_without_write_permission_is_named() {
    if rustix::process::geteuid().is_root() {
        return skipped("root may write everywhere");
    }
    let room = Room::with("a\n");
    let desk = room.path.parent().unwrap();
    let set_mode = |mode| fs::set_permissions(desk, fs::Permissions::from_mode(mode)).unwrap();
    set_mode(0o555);
    let refused = refusal(desk, "b");
    set_mode(0o755);
    assert_eq!(refused, (Step::NewFile, ErrorKind::PermissionDenied));
}
