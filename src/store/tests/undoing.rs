use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::PathBuf;

use proptest::prelude::{ProptestConfig, prop, proptest};
use serde_json::Value;

use super::{Room, note};
use crate::store::siblings::working_stem;
use crate::store::{History, NotSaved, Outcome, SaveError, Saved, Splice, go_to, redo, save, undo};

type Answer = Result<Saved, SaveError<&'static str>>;

impl Room {
    fn undo(&self) -> Answer {
        undo(&self.path, &self.history, "later", |_| Ok(()))
    }

    fn redo(&self) -> Answer {
        redo(&self.path, &self.history, "later", |_| Ok(()))
    }

    fn write_to_log(&self, text: &str) {
        OpenOptions::new()
            .append(true)
            .open(self.log())
            .unwrap()
            .write_all(text.as_bytes())
            .unwrap();
    }
}

fn entries(expected: &[(&str, bool)]) -> Vec<(String, bool)> {
    expected
        .iter()
        .map(|(label, applied)| ((*label).to_owned(), *applied))
        .collect()
}

#[test]
fn undo_and_redo_walk_through_the_history() {
    let room = Room::with("0\n");
    for line in ["1", "2", "3"] {
        room.add(line).unwrap();
    }
    assert_eq!(room.undo().unwrap().label, "3");
    assert_eq!(room.undo().unwrap().label, "2");
    assert_eq!(room.text(), "0\n1\n");
    assert_eq!(
        room.entries(),
        entries(&[("1", true), ("2", false), ("3", false)])
    );
    assert_eq!(room.redo().unwrap().label, "2");
    assert_eq!(room.text(), "0\n1\n2\n");
    room.add("4").unwrap();
    assert_eq!(
        room.entries(),
        entries(&[("1", true), ("2", true), ("4", true)])
    );
    assert!(matches!(
        room.redo(),
        Err(SaveError::NotSaved(NotSaved::NothingToRedo))
    ));
    for _ in 0..3 {
        room.undo().unwrap();
    }
    assert_eq!(room.text(), "0\n");
    assert!(matches!(
        room.undo(),
        Err(SaveError::NotSaved(NotSaved::NothingToUndo))
    ));
    for _ in 0..3 {
        room.redo().unwrap();
    }
    assert_eq!(room.text(), "0\n1\n2\n4\n");
}

#[test]
fn the_history_survives_a_restart_and_keeps_the_time_of_the_change() {
    let mut room = Room::with("0\n");
    room.add("1").unwrap();
    room.undo().unwrap();
    room.history = History::new(&room.state);
    room.redo().unwrap();
    let listed = room.history.entries(&room.path).unwrap().entries;
    assert_eq!(
        (listed.len(), listed[0].when.as_str(), listed[0].applied),
        (1, "2026-11-22", true)
    );
    room.undo().unwrap();
    assert_eq!(room.text(), "0\n");
}

#[test]
fn undo_after_other_lines_changed_takes_back_only_ours() {
    let room = Room::with("# top\na = 1\n# end\n");
    save(&room.path, &room.history, &note("b"), |text| {
        let place = text.find("# end").unwrap();
        Ok::<_, ()>(vec![Splice {
            range: place..place,
            text: "b = 2\n".to_owned(),
        }])
    })
    .unwrap();
    fs::write(&room.path, "# top\na = 1\nb = 2\n# end\nlast = 9\n").unwrap();
    room.undo().unwrap();
    assert_eq!(room.text(), "# top\na = 1\n# end\nlast = 9\n");
    room.redo().unwrap();
    assert_eq!(room.text(), "# top\na = 1\nb = 2\n# end\nlast = 9\n");
}

#[test]
fn undo_after_our_own_line_changed_is_refused_with_its_label() {
    let room = Room::with("a\n");
    room.add("paid = 1").unwrap();
    fs::write(&room.path, "a\npaid = 2\n").unwrap();
    let Err(SaveError::NotSaved(NotSaved::ChangedSince { label })) = room.undo() else {
        panic!("must be refused");
    };
    assert_eq!(label, "paid = 1");
    assert_eq!(room.text(), "a\npaid = 2\n");
}

#[test]
fn the_caller_may_refuse_what_an_undo_leads_to() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    let refuse = |text: &str| {
        if text == "a\n" {
            Err("not this")
        } else {
            Ok(())
        }
    };
    let refused = undo(&room.path, &room.history, "later", refuse);
    assert!(matches!(refused, Err(SaveError::Refused("not this"))));
    assert_eq!(
        (room.text().as_str(), room.entries()),
        ("a\nb\n", entries(&[("b", true)]))
    );
}

#[test]
fn a_record_whose_change_never_reached_the_file_does_not_count() {
    let room = Room::with("a\n");
    let lost = "lost".repeat(99);
    room.add(&lost).unwrap();
    fs::write(&room.path, "a\n").unwrap();
    let working = working_stem(&room.path).with_extension("1-0");
    fs::write(&working, format!("a\n{lost}\n")).unwrap();
    assert_eq!(room.entries(), []);
    assert!(matches!(
        room.undo(),
        Err(SaveError::NotSaved(NotSaved::NothingToUndo))
    ));
    assert!(
        !working.exists(),
        "the text that was about to be put in place"
    );
    assert_eq!(room.add("b").unwrap().kept, Vec::<PathBuf>::new());
    assert_eq!(room.entries(), entries(&[("b", true)]));
    assert_eq!(room.undo().unwrap().damaged_history, [0; 0]);
    assert_eq!(room.text(), "a\n");
}

#[test]
fn an_undo_that_never_reached_the_file_can_be_done_again() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    room.undo().unwrap();
    fs::write(&room.path, "a\nb\n").unwrap();
    assert_eq!(room.entries(), entries(&[("b", true)]));
    room.undo().unwrap();
    assert_eq!(
        (room.text().as_str(), room.entries()),
        ("a\n", entries(&[("b", false)]))
    );
}

#[test]
fn damaged_lines_are_passed_over_and_reported() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    room.write_to_log("garbage \u{1b}\n\n{\"kind\":\"do\"}\n");
    let saved = room.add("c").unwrap();
    assert_eq!(saved.damaged_history, [2, 3, 4]);
    assert_eq!(room.history.entries(&room.path).unwrap().damaged, [2, 3, 4]);
    room.undo().unwrap();
    room.undo().unwrap();
    assert_eq!(room.text(), "a\n");
}

#[test]
fn a_line_cut_short_by_a_crash_is_no_damage() {
    let room = Room::with("a\n");
    room.add("b").unwrap();
    room.write_to_log(&"{\"program\":\"fenqi\"".repeat(99));
    assert_eq!(room.entries(), entries(&[("b", true)]));
    assert_eq!(room.add("c").unwrap().damaged_history, [0; 0]);
    assert_eq!(room.entries(), entries(&[("b", true), ("c", true)]));
}

#[test]
fn a_history_somebody_edited_cannot_make_undo_write_what_never_was() {
    let room = Room::with("a = 1\n");
    let plan = |_: &str| {
        Ok::<_, ()>(vec![Splice {
            range: 4..5,
            text: "2".to_owned(),
        }])
    };
    save(&room.path, &room.history, &note("two"), plan).unwrap();
    let log = fs::read_to_string(room.log()).unwrap();
    fs::write(
        room.log(),
        log.replace("\"removed\":\"1\"", "\"removed\":\"9\""),
    )
    .unwrap();
    assert!(matches!(
        room.undo(),
        Err(SaveError::NotSaved(NotSaved::ChangedSince { .. }))
    ));
    assert_eq!(room.text(), "a = 2\n");
}

#[test]
fn a_long_history_keeps_its_newest_records() {
    let room = Room::with("a\n");
    let long = "x".repeat(4096);
    let write = |number: usize| {
        let label = Value::from(vec![long.clone(); 30]);
        let note = crate::store::Note {
            label,
            when: number.to_string(),
        };
        save(&room.path, &room.history, &note, |text| {
            Ok::<_, ()>(super::appended(text, &number.to_string()))
        })
        .unwrap();
    };
    (0..12).for_each(write);
    let size = fs::metadata(room.log()).unwrap().len();
    assert!(size < 1 << 20, "{size}");
    let listed = room.history.entries(&room.path).unwrap();
    assert_eq!(
        (
            listed.entries.last().unwrap().when.as_str(),
            listed.damaged.len()
        ),
        ("11", 0)
    );
    assert!(
        (2..12).contains(&listed.entries.len()),
        "{}",
        listed.entries.len()
    );
    let log_directory = room.log().parent().unwrap().to_owned();
    assert_eq!(fs::read_dir(log_directory).unwrap().count(), 1);
    for _ in 0..3 {
        room.undo().unwrap();
    }
    assert!(room.text().ends_with("\n8\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn undo_gives_back_every_byte_and_redo_does_it_again(
        lines in prop::collection::vec("\u{feff}?[a-z分期😀]{0,3}(\r\n|\n|\r)?", 0..8),
        marks in prop::collection::vec((0_usize..200, 0_usize..9, "[x期]{0,3}(\r\n)?"), 1..4),
    ) {
        let before = lines.concat();
        let room = Room::with(&before);
        let places: Vec<usize> = (0..=before.len()).filter(|place| before.is_char_boundary(*place)).collect();
        let mut texts = vec![before.clone()];
        for (place, length, new) in marks {
            let saved = save(&room.path, &room.history, &note("edit"), |text| {
                let fits = |place: usize| (place..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
                let start = fits(places[place % places.len()].min(text.len()));
                let end = fits((start + length).min(text.len()));
                Ok::<_, ()>(vec![Splice { range: start..end, text: new.clone() }])
            }).unwrap();
            if saved.outcome == Outcome::Written {
                texts.push(saved.snapshot.text);
            }
        }
        for text in texts.iter().rev().skip(1) {
            room.undo().unwrap();
            assert_eq!(&room.text(), text);
        }
        for text in texts.iter().skip(1) {
            room.redo().unwrap();
            assert_eq!(&room.text(), text);
        }
    }
}

#[test]
fn a_jump_is_a_row_of_steps_and_loses_nothing() {
    let room = Room::with("0\n");
    for line in ["1", "2", "3", "4"] {
        room.add(line).unwrap();
    }
    let jump = |applied| {
        let seen = room.history.entries(&room.path).unwrap();
        go_to(&room.path, &room.history, (&seen, applied), "later", |_| {
            Ok::<_, &str>(())
        })
    };
    assert_eq!(jump(1).unwrap().label, "2");
    assert_eq!(room.text(), "0\n1\n");
    jump(0).unwrap();
    assert_eq!(room.text(), "0\n");
    jump(3).unwrap();
    assert_eq!(room.text(), "0\n1\n2\n3\n");
    room.redo().unwrap();
    assert_eq!(room.text(), "0\n1\n2\n3\n4\n");
    assert!(matches!(
        jump(4),
        Err(SaveError::NotSaved(NotSaved::NothingToUndo))
    ));
}

#[test]
fn a_jump_over_a_history_that_has_grown_since_does_nothing() {
    let room = Room::with("0\n");
    room.add("1").unwrap();
    let seen = room.history.entries(&room.path).unwrap();
    room.add("2").unwrap();
    let jumped = go_to(&room.path, &room.history, (&seen, 0), "later", |_| {
        Ok::<_, &str>(())
    });
    assert!(matches!(
        jumped,
        Err(SaveError::NotSaved(NotSaved::KeepsChanging))
    ));
    assert_eq!(room.text(), "0\n1\n2\n");
}
