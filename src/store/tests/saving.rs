use std::fs::{self, File, Permissions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::thread;

use rustix::fs::{XattrFlags, getxattr, setxattr};

use super::{Room, appended, note, skipped};
use crate::store::siblings::working_stem;
use crate::store::{
    BadSplice, History, NotSaved, Outcome, Protection, ReadError, SaveError, Splice, Step,
};
use crate::store::{create, read, save};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_save_changes_the_spliced_bytes_and_leaves_nothing_beside_the_file() {
    let room = Room::with("\u{feff}a = 1\r\nb = 2 # 分期\r\nc");
    let saved = save(&room.path, &room.history, &note("b"), |text| {
        let start = text.find('2').unwrap();
        Ok::<_, ()>(vec![Splice {
            range: start..start + 1,
            text: "22".to_owned(),
        }])
    });
    let saved = saved.unwrap();
    assert_eq!(room.text(), "\u{feff}a = 1\r\nb = 22 # 分期\r\nc");
    assert_eq!(saved.outcome, Outcome::Written);
    assert_eq!(saved.snapshot, read(&room.path).unwrap());
    assert_eq!(room.others(), [""; 0]);
}

#[test]
fn the_mode_stays() {
    for kept in [0o600, 0o640, 0o664, 0o604, 0o755] {
        let room = Room::with("a\n");
        set_mode(&room.path, kept);
        room.add("b").unwrap();
        assert_eq!(mode(&room.path), kept);
    }
}

#[test]
fn the_owner_and_group_stay_when_root_saves() {
    let room = Room::with("a\n");
    if chown(&room.path, Some(12345), Some(12346)).is_err() {
        return skipped("only root can give files away");
    }
    room.add("b").unwrap();
    let metadata = fs::metadata(&room.path).unwrap();
    assert_eq!((metadata.uid(), metadata.gid()), (12345, 12346));
}

#[test]
fn extended_attributes_stay() {
    let room = Room::with("a\n");
    if setxattr(&room.path, "user.note", b"mine", XattrFlags::empty()).is_err() {
        return skipped("no extended attributes on this file system");
    }
    room.add("b").unwrap();
    let mut value = [0; 16];
    let length = getxattr(&room.path, "user.note", &mut value[..]).unwrap();
    assert_eq!(&value[..length], b"mine");
}

#[test]
fn a_save_goes_through_links_and_they_stay_links() {
    let room = Room::with("a\n");
    let desk = room.path.parent().unwrap();
    symlink("book.toml", desk.join("relative")).unwrap();
    symlink(desk.join("relative"), desk.join("chain")).unwrap();
    for link in ["relative", "chain"] {
        let path = desk.join(link);
        save(&path, &room.history, &note(link), |text| {
            Ok::<_, ()>(appended(text, link))
        })
        .unwrap();
        assert!(fs::symlink_metadata(&path).unwrap().is_symlink());
    }
    assert_eq!(room.text(), "a\nrelative\nchain\n");
    assert!(fs::symlink_metadata(&room.path).unwrap().is_file());
    assert_eq!(
        room.entries().len(),
        2,
        "one history, whatever name was used"
    );
}

#[test]
fn a_protected_file_is_refused_with_the_reason() {
    let read_only: fn(&Path) = |path| set_mode(path, 0o444);
    let hard_link: fn(&Path) = |path| fs::hard_link(path, path.with_extension("other")).unwrap();
    for (protect, reason) in [
        (read_only, Protection::ReadOnly),
        (hard_link, Protection::HardLinks),
    ] {
        let room = Room::with("a\n");
        protect(&room.path);
        let refused = room.add("b");
        assert!(
            matches!(refused, Err(SaveError::NotSaved(NotSaved::Protected(found))) if found == reason),
            "{refused:?}"
        );
        assert_eq!(room.text(), "a\n");
        assert!(!room.log().exists());
    }
}

#[test]
fn a_missing_file_is_never_made_by_a_save() {
    let room = Room::with("a\n");
    fs::remove_file(&room.path).unwrap();
    let refused = room.add("b");
    assert!(
        matches!(
            refused,
            Err(SaveError::NotSaved(NotSaved::Unreadable(
                ReadError::Missing
            )))
        ),
        "{refused:?}"
    );
    assert!(!room.path.exists());
}

#[test]
fn a_save_that_changes_nothing_writes_nothing() {
    let room = Room::with("a\n");
    let before = fs::metadata(&room.path).unwrap();
    let same = |text: &str| {
        Ok::<_, ()>(vec![Splice {
            range: 0..1,
            text: text.get(..1).unwrap().to_owned(),
        }])
    };
    let saved = save(&room.path, &room.history, &note("same"), same).unwrap();
    let after = fs::metadata(&room.path).unwrap();
    assert_eq!(saved.outcome, Outcome::Unchanged);
    assert_eq!(
        (before.ino(), before.modified().unwrap()),
        (after.ino(), after.modified().unwrap())
    );
    assert_eq!(room.entries(), []);
}

#[test]
fn a_refused_or_impossible_plan_writes_nothing() {
    let room = Room::with("a\n");
    let refused = save(&room.path, &room.history, &note("b"), |_| Err("no"));
    assert!(matches!(refused, Err(SaveError::Refused("no"))));
    let far = vec![Splice {
        range: 5..6,
        text: String::new(),
    }];
    let impossible = save(&room.path, &room.history, &note("b"), |_| {
        Ok::<_, ()>(far.clone())
    });
    assert!(matches!(
        impossible,
        Err(SaveError::NotSaved(NotSaved::BadSplice(BadSplice(0))))
    ));
    assert_eq!((room.text().as_str(), room.entries()), ("a\n", vec![]));
}

#[test]
fn a_failing_swap_leaves_the_old_file_and_no_record() {
    let room = Room::with("a\n");
    let failed = room.add_with("b", &|_, _| Err(io::Error::from(ErrorKind::ResourceBusy)));
    let Err(SaveError::NotSaved(NotSaved::Disk {
        step: Step::Replace,
        source,
    })) = failed
    else {
        panic!("{failed:?}");
    };
    assert_eq!(source.kind(), ErrorKind::ResourceBusy);
    assert_eq!(
        (room.text().as_str(), room.entries(), room.others()),
        ("a\n", vec![], vec![])
    );
    assert_eq!(fs::read_to_string(room.log()).unwrap(), "");
}

#[test]
fn where_the_file_system_cannot_swap_a_rename_does() {
    let room = Room::with("a\n");
    set_mode(&room.path, 0o640);
    let saved = room
        .add_with("b", &|_, _| Err(ErrorKind::InvalidInput.into()))
        .unwrap();
    assert_eq!(
        (room.text().as_str(), mode(&room.path), room.others()),
        ("a\nb\n", 0o640, vec![])
    );
    assert_eq!(saved.snapshot, read(&room.path).unwrap());
}

/// Saves `each` lines from each of four threads and counts the different lines in the end.
fn lines_of_four_writers(
    room: &Room,
    each: usize,
    history: impl Fn(usize) -> History + Sync,
) -> usize {
    let write = |writer: usize| {
        for number in 0..each {
            let line = format!("{writer}-{number}");
            let plan = |text: &str| Ok::<_, ()>(appended(text, &line));
            save(&room.path, &history(writer), &note(&line), plan).unwrap();
        }
    };
    thread::scope(|scope| {
        for writer in 0..4 {
            let write = &write;
            scope.spawn(move || write(writer));
        }
    });
    let mut lines: Vec<_> = room.text().lines().map(str::to_owned).collect();
    lines.sort();
    lines.dedup();
    lines.len()
}

#[test]
fn four_writers_lose_nothing() {
    let room = Room::with("");
    assert_eq!(
        lines_of_four_writers(&room, 25, |_| room.history.clone()),
        100
    );
    assert_eq!(room.entries().len(), 100);
    assert_eq!(room.others(), [""; 0]);
}

#[test]
fn writers_with_histories_of_their_own_lose_nothing_either() {
    let room = Room::with("");
    let own = |writer: usize| History::new(&room.state.join(writer.to_string()));
    assert_eq!(lines_of_four_writers(&room, 5, own), 20);
    assert_eq!(room.others(), [""; 0]);
}

#[test]
fn a_locked_file_is_reported_and_left_alone() {
    let room = Room::with("a\n");
    let holder = File::open(&room.path).unwrap();
    holder.lock().unwrap();
    let refused = room.add_at_once("b");
    assert!(
        matches!(refused, Err(SaveError::NotSaved(NotSaved::Locked(_)))),
        "{refused:?}"
    );
    assert_eq!(room.text(), "a\n");
}

#[test]
fn what_a_crash_left_behind_is_cleared_away_and_a_strangers_edit_is_shown() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    let stem = working_stem(&room.path)
        .into_os_string()
        .into_string()
        .unwrap();
    let write = |end: &str, text: &str| fs::write(format!("{stem}-{end}"), text).unwrap();
    write("1-0", "a\n");
    write("2-0", "a\nb\n");
    write("3-0", "by hand\n");
    write("4-0", "in use");
    let in_use = File::open(format!("{stem}-4-0")).unwrap();
    in_use.lock().unwrap();
    let saved = room.add("c").unwrap();
    assert_eq!(saved.kept, [room.path.with_file_name("book.kept-1.toml")]);
    assert_eq!(fs::read_to_string(&saved.kept[0]).unwrap(), "by hand\n");
    assert_eq!(
        room.others().len(),
        2,
        "the kept one and the one in use: {:?}",
        room.others()
    );
}

#[test]
fn a_new_file_and_its_directories_are_private() {
    let room = Room::with("");
    let path = room.directory.path().join("new/deep/fenqi.toml");
    let snapshot = create(&path, "version = 1\n").unwrap();
    assert_eq!(snapshot, read(&path).unwrap());
    let deep = path.parent().unwrap();
    assert_eq!(
        [mode(&path), mode(deep), mode(deep.parent().unwrap())],
        [0o600, 0o700, 0o700]
    );
    assert_eq!(fs::read_dir(deep).unwrap().count(), 1);
}

#[test]
fn a_new_file_never_takes_the_place_of_anything() {
    let room = Room::with("a\n");
    let dangling = room.path.with_file_name("dangling");
    symlink("gone", &dangling).unwrap();
    for path in [&room.path, &dangling, room.path.parent().unwrap()] {
        let refused = create(path, "new");
        assert!(
            matches!(refused, Err(SaveError::NotSaved(NotSaved::Exists))),
            "{path:?} {refused:?}"
        );
    }
    assert_eq!(room.text(), "a\n");
    assert!(fs::symlink_metadata(&dangling).unwrap().is_symlink());
}

#[test]
fn the_history_is_private() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    let log = room.log();
    assert_eq!(
        [mode(&log), mode(log.parent().unwrap()), mode(&room.state)],
        [0o600, 0o700, 0o700]
    );
}
