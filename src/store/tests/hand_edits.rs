use std::cell::Cell;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::{Room, appended, note};
use crate::store::log::Kind;
use crate::store::rescue::{is_being_written, late_edit};
use crate::store::save::{Intent, Writer};
use crate::store::{NotSaved, SaveError, read, save, system};

/// How an editor saves.
type Edit = fn(&Path, &str);

fn in_place(path: &Path, text: &str) {
    fs::write(path, text).unwrap();
}

fn by_rename(path: &Path, text: &str) {
    let new = path.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(new, path).unwrap();
}

fn with_backup(path: &Path, text: &str) {
    fs::rename(path, path.with_extension("toml~")).unwrap();
    fs::write(path, text).unwrap();
    fs::remove_file(path.with_extension("toml~")).unwrap();
}

const EDITORS: [(&str, Edit); 3] = [
    ("in place", in_place),
    ("by rename", by_rename),
    ("with backup", with_backup),
];

/// A swap that does something else before its nth call.
fn swap_after(call: u32, edit: impl Fn()) -> impl Fn(&Path, &Path) -> io::Result<()> {
    let calls = Cell::new(0);
    move |one, other| {
        calls.set(calls.get() + 1);
        if calls.get() == call {
            edit();
        }
        system::exchange(one, other)
    }
}

#[test]
fn a_hand_edit_while_planning_is_kept_and_ours_goes_on_top() {
    for (name, edit) in EDITORS {
        let room = Room::with("a\n");
        let mut seen = Vec::new();
        let saved = save(&room.path, &room.history, &note("ours"), |text| {
            if seen.is_empty() {
                edit(&room.path, "a by hand\n");
            }
            seen.push(text.to_owned());
            Ok::<_, ()>(appended(text, "ours"))
        });
        assert_eq!(saved.unwrap().snapshot.text, "a by hand\nours\n", "{name}");
        assert_eq!(room.text(), "a by hand\nours\n", "{name}");
        assert_eq!(seen, ["a\n", "a by hand\n"], "{name}");
        assert_eq!(
            (room.entries().len(), room.others().len()),
            (1, 0),
            "{name}"
        );
    }
}

#[test]
fn a_hand_edit_right_before_the_swap_is_put_back_and_ours_goes_on_top() {
    for (name, edit) in EDITORS {
        let room = Room::with("a\n");
        let saved = room
            .add_with("ours", &swap_after(1, || edit(&room.path, "a by hand\n")))
            .unwrap();
        assert_eq!(
            (room.text().as_str(), saved.kept.len()),
            ("a by hand\nours\n", 0),
            "{name}"
        );
        assert_eq!(
            (room.entries().len(), room.others().len()),
            (1, 0),
            "{name}"
        );
    }
}

#[test]
fn a_hand_edit_seen_in_time_is_not_even_touched() {
    let room = Room::with("a\n");
    let swaps = Cell::new(0);
    let swap = |one: &Path, other: &Path| {
        swaps.set(swaps.get() + 1);
        system::exchange(one, other)
    };
    let writer = Writer {
        swap: &swap,
        ..Writer::new(&room.path, &room.history)
    };
    let mut plans = 0;
    let saved = writer.run::<()>(&mut |base, _| {
        plans += 1;
        if plans == 1 {
            by_rename(&room.path, "by hand\n");
        }
        Ok(Intent {
            kind: Kind::Do,
            note: note("ours"),
            splices: appended(&base.text, "ours"),
        })
    });
    assert_eq!(saved.unwrap().snapshot.text, "by hand\nours\n");
    assert_eq!((plans, swaps.get()), (2, 1));
}

#[test]
fn the_new_file_is_locked_as_long_as_it_may_be_taken_back() {
    let room = Room::with("a\n");
    let calls = Cell::new(0);
    let swap = |one: &Path, other: &Path| {
        calls.set(calls.get() + 1);
        match calls.get() {
            1 => by_rename(&room.path, "by hand\n"),
            2 => assert!(File::open(&room.path).unwrap().try_lock().is_err()),
            _ => {}
        }
        system::exchange(one, other)
    };
    room.add_with("ours", &swap).unwrap();
    assert_eq!(calls.get(), 3);
}

#[test]
fn of_two_hand_edits_around_the_swap_the_newer_stays_and_the_older_is_named() {
    let room = Room::with("a\n");
    let calls = Cell::new(0);
    let swap = |one: &Path, other: &Path| {
        calls.set(calls.get() + 1);
        match calls.get() {
            1 => by_rename(&room.path, "first\n"),
            2 => by_rename(&room.path, "second\n"),
            _ => {}
        }
        system::exchange(one, other)
    };
    let saved = room.add_with("ours", &swap).unwrap();
    assert_eq!(room.text(), "second\nours\n");
    assert_eq!(fs::read_to_string(&saved.kept[0]).unwrap(), "first\n");
    assert_eq!(room.others(), ["book.kept-1.toml"]);
}

#[test]
fn ours_is_not_done_twice_when_a_second_hand_edit_went_into_it() {
    let room = Room::with("a\n");
    let calls = Cell::new(0);
    let swap = |one: &Path, other: &Path| {
        calls.set(calls.get() + 1);
        match calls.get() {
            1 => by_rename(&room.path, "first\n"),
            2 => OpenOptions::new()
                .append(true)
                .open(&room.path)
                .unwrap()
                .write_all(b"second\n")
                .unwrap(),
            _ => {}
        }
        system::exchange(one, other)
    };
    let saved = room.add_with("ours", &swap).unwrap();
    assert_eq!(room.text(), "a\nours\nsecond\n");
    assert_eq!(fs::read_to_string(&saved.kept[0]).unwrap(), "first\n");
}

#[test]
fn a_hand_edit_that_cannot_be_put_back_is_named() {
    let room = Room::with("a\n");
    let calls = Cell::new(0);
    let swap = |one: &Path, other: &Path| {
        calls.set(calls.get() + 1);
        if calls.get() > 1 {
            return Err(ErrorKind::ResourceBusy.into());
        }
        in_place(&room.path, "by hand\n");
        system::exchange(one, other)
    };
    let saved = room.add_with("ours", &swap).unwrap();
    assert_eq!(room.text(), "a\nours\n");
    assert_eq!(fs::read_to_string(&saved.kept[0]).unwrap(), "by hand\n");
}

#[test]
fn a_hand_edit_before_a_plain_rename_is_kept() {
    for (name, edit) in EDITORS {
        let room = Room::with("a\n");
        let calls = Cell::new(0);
        let swap = |_: &Path, _: &Path| {
            calls.set(calls.get() + 1);
            if calls.get() == 1 {
                edit(&room.path, "by hand\n");
            }
            Err(ErrorKind::Unsupported.into())
        };
        room.add_with("ours", &swap).unwrap();
        assert_eq!(
            (room.text().as_str(), room.others().len()),
            ("by hand\nours\n", 0),
            "{name}"
        );
    }
}

#[test]
fn a_link_put_in_the_files_place_is_followed_not_replaced() {
    let room = Room::with("a\n");
    let target = room.directory.path().join("target.toml");
    fs::write(&target, "elsewhere\n").unwrap();
    let edit = || {
        fs::remove_file(&room.path).unwrap();
        std::os::unix::fs::symlink(&target, &room.path).unwrap();
    };
    room.add_with("ours", &swap_after(1, edit)).unwrap();
    assert!(fs::symlink_metadata(&room.path).unwrap().is_symlink());
    assert_eq!(fs::read_to_string(&target).unwrap(), "elsewhere\nours\n");
}

#[test]
fn an_editor_may_leave_the_name_free_for_a_moment() {
    let room = Room::with("a\n");
    let saved = thread::scope(|scope| {
        fs::remove_file(&room.path).unwrap();
        scope.spawn(|| {
            thread::sleep(Duration::from_millis(15));
            by_rename(&room.path, "by hand\n");
        });
        room.add("ours")
    });
    assert_eq!(saved.unwrap().snapshot.text, "by hand\nours\n");
}

#[test]
fn a_file_that_keeps_changing_is_left_to_who_changes_it() {
    let room = Room::with("0\n");
    let mut edits = 0;
    let refused = save(&room.path, &room.history, &note("ours"), |text| {
        edits += 1;
        in_place(&room.path, &format!("{edits}\n"));
        Ok::<_, ()>(appended(text, "ours"))
    });
    assert!(
        matches!(refused, Err(SaveError::NotSaved(NotSaved::KeepsChanging))),
        "{refused:?}"
    );
    assert_eq!(
        (room.text(), room.entries(), room.others()),
        (format!("{edits}\n"), vec![], vec![])
    );
}

#[test]
fn a_write_through_an_old_handle_after_the_swap_is_saved_under_another_name() {
    let room = Room::with("a\n");
    let base = read(&room.path).unwrap();
    let displaced = File::open(&room.path).unwrap();
    let mut old_handle = OpenOptions::new().append(true).open(&room.path).unwrap();
    fs::remove_file(&room.path).unwrap();
    assert_eq!(late_edit(&displaced, &base), None);
    old_handle.write_all(b"late\n").unwrap();
    let kept = late_edit(&displaced, &base).unwrap();
    assert_eq!(fs::read_to_string(kept).unwrap(), "a\nlate\n");
    assert_eq!(room.others(), ["book.kept-1.toml"]);
}

#[test]
fn a_file_in_the_middle_of_being_written_is_waited_for() {
    let room = Room::with("a\n");
    let file = File::open(&room.path).unwrap();
    assert!(!is_being_written(&file), "young but quiet");
    let busy = thread::scope(|scope| {
        let mut editor = OpenOptions::new().append(true).open(&room.path).unwrap();
        scope.spawn(move || {
            for _ in 0..8 {
                editor.write_all(b"more\n").unwrap();
                thread::sleep(Duration::from_millis(5));
            }
        });
        is_being_written(&file)
    });
    assert!(busy);
}
