//! Whatever is pressed: nothing panics, and the file changes only through the keys that say so.

use super::{BOOK, model, press, reload};
use crate::app::key::Key;
use crate::app::keymap::{KEYMAP, hints, is_guarded};

/// A plain generator; the walk must be the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

#[test]
fn five_thousand_keys_do_no_harm() {
    let mut model = model();
    let mut dice = Dice(7);
    let mut keys: Vec<String> = KEYMAP
        .iter()
        .flat_map(|row| row.keys.iter().map(Key::to_string))
        .collect();
    let odd = [
        "9",
        "小",
        "。",
        "<paste:-1>",
        "<type:12>",
        "<type:+7>",
        "<type:0.6%>",
        "<type:2026-3-1>",
        "<tab>",
        "<enter>",
        "y",
        "<resize:1x1>",
        "<resize:40x10>",
        "<resize:200x60>",
    ];
    keys.extend(odd.map(str::to_owned));
    for step in 0..5_000 {
        let key = &keys[dice.roll(keys.len())];
        press(&mut model, key);
        if let Some(list) = model.list() {
            let (row, count) = (model.row(list), model.count(list));
            assert!(row.is_none_or(|row| row < count), "{step} {key}");
            assert_eq!(
                row.is_none(),
                count == 0,
                "{step} {key}: {list:?} {:?}",
                model.selection
            );
        }
        assert!(hints(&model).len() < 20);
        if step % 500 == 499 {
            reload(&mut model, BOOK);
        }
    }
}

#[test]
fn only_keys_that_change_the_book_are_guarded() {
    let model = model();
    let guarded: String = ('!'..='~')
        .filter(|char| is_guarded(&model, Key::char(*char)))
        .collect();
    assert_eq!(guarded, "Upru");
}
