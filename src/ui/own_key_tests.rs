//! What is said of keys where people have their own.

use super::view_tests::{self, WINDOWS, today};
use crate::app::Model;
use crate::app::action::Action;
use crate::app::form::Task;
use crate::app::keymap::{KEYMAP, Keymap, Scope, own};
use crate::app::model::BookState;
use crate::app::notice::{Notice, Said, Tone};
use crate::demo;
use crate::domain::PlanId;
use crate::domain::command::Pay;
use crate::settings::config::Config;
use crate::settings::texts::{Lang, Texts};
use crate::ui::test_book::text;

/// Every action on a key that no keyboard has.
fn unusual() -> Keymap {
    let keys = KEYMAP.iter().zip('⠁'..);
    let keys = keys.map(|(row, key)| format!("\"{}\" = \"Alt-{key}\"\n", row.name()));
    let settings = format!("[keys]\n{}", keys.collect::<String>());
    let (config, problems) = Config::read(&settings, &[], own::read);
    assert!(problems.is_empty(), "{problems:?}");
    config.keys.unwrap()
}

/// A book after these keys, which then mean nothing any more.
fn after(book: String, keys: &str) -> Model {
    let mut model = view_tests::of_text(book, keys, Lang::Zh);
    model.keymap = unusual();
    model
}

/// A book without anything in it.
fn empty(keys: &str) -> Model {
    after("version = 1\n".to_owned(), keys)
}

fn with_notice(said: Said) -> Model {
    let mut model = empty("");
    let tone = Tone::Hint;
    model.notice = Some(Notice { tone, said });
    model
}

fn erased(count: usize) -> Said {
    let pay = Pay {
        plan: PlanId::new("mi14").unwrap(),
        n: Some(1),
        amount: None,
        on: today(),
        via: None,
        reference: None,
        verified: None,
        prepay: None,
    };
    Said::Erased(Box::new(pay), count)
}

/// Chinese has no word of one letter: one that stands by itself is a usual key.
#[test]
fn no_frame_names_a_usual_key_where_people_have_their_own() {
    let mut models = Vec::new();
    for keys in ["", "2", "2f", "3", "4", "5", "6", "7", "m", "?", "V", "c"] {
        models.push(empty(keys));
        models.push(after(demo::book(today(), Lang::Zh), keys));
    }
    let said = [
        Said::NoFile,
        Said::AmountsHidden(true),
        erased(1),
        erased(2),
    ];
    models.extend(said.map(with_notice));
    let mut missing = empty("");
    missing.book = BookState::missing();
    models.push(missing);
    for model in models {
        for size in WINDOWS {
            let frame = text(&model, size);
            let is_part = |char: char| char.is_ascii_graphic() || char == '…';
            let mut words = frame.split(|char| !is_part(char));
            let is_key =
                |word: &&str| matches!(word.as_bytes(), [b'*' | b'=' | b'A'..=b'Z' | b'a'..=b'z']);
            assert_eq!(words.find(is_key), None, "{size:?}\n{frame}");
        }
    }
}

#[test]
fn a_sentence_names_the_key_that_holds() {
    let keymap = unusual();
    let key = |scope, action| keymap.row_in(scope, action).unwrap().hint_key();
    let add = key(Scope::View, Action::Add);
    let redo = key(Scope::View, Action::Redo);
    let first = key(Scope::Welcome, Action::Form(Task::Add));
    let hide = key(Scope::View, Action::HideAmounts);
    let texts = Texts::new(Lang::Zh);
    for (model, said) in [
        (empty(""), texts.overview_no_plans(add)),
        (empty("3"), texts.limits_none(add)),
        (with_notice(Said::NoFile), texts.chrome_no_file(first)),
        (
            with_notice(Said::AmountsHidden(true)),
            texts.chrome_amounts_hidden(hide),
        ),
        (with_notice(erased(1)), texts.chrome_erased("mi14", 1, redo)),
        (with_notice(erased(2)), texts.chrome_erased_several(2, redo)),
    ] {
        let frame = text(&model, (120, 36));
        assert!(frame.contains(&said), "{said}\n{frame}");
    }
}
