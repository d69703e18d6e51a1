//! The board of another day than today.

use super::{model, press, today};
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::KEYMAP;
use crate::app::model::Model;
use crate::app::msg::Msg;
use crate::app::notice::Said;
use crate::app::update::update;

fn shown(keys: &str) -> String {
    let mut model = model();
    press(&mut model, keys);
    assert_eq!(model.board.today, model.today, "{keys}");
    assert_eq!(model.scrubber.is_some(), model.is_another_day(), "{keys}");
    model.today.to_string()
}

#[test]
fn any_day_can_be_looked_at_and_today_is_one_key_away() {
    for (keys, day) in [
        (">", "2026-03-11"),
        ("> > <lt>", "2026-03-11"),
        ("《", "2026-03-09"),
        ("}", "2026-04-10"),
        ("{ {", "2026-01-10"),
        ("> > t", "2026-03-10"),
        ("d <type:5-20> <enter>", "2026-05-20"),
        ("d + 3 0 <enter>", "2026-04-09"),
        ("d <type:昨天> <enter>", "2026-03-09"),
        // Seen from today, not from the day that is shown.
        ("} d - 1 <enter>", "2026-03-09"),
        ("d <type:2100-1-1> <enter>", "2026-03-10"),
        ("d <type:5-20> <esc>", "2026-03-10"),
        ("} <esc>", "2026-03-10"),
        ("} 2 <enter> <esc> <esc> <esc>", "2026-03-10"),
        ("} 4 t", "2026-03-10"),
        ("} > 3 5", "2026-04-11"),
    ] {
        assert_eq!(shown(keys), day, "{keys}");
    }
}

#[test]
fn the_board_of_a_day_is_what_the_file_says_for_it() {
    let mut model = model();
    let overdue = |model: &Model| model.board.cards.overdue.count;
    let now = overdue(&model);
    press(&mut model, "} }");
    assert!(overdue(&model) > now, "nothing was paid in between");
    press(&mut model, "d <type:2026-02-26> <enter>");
    assert_eq!(overdue(&model), 0);
}

#[test]
fn while_another_day_is_shown_nothing_changes_the_book() {
    let keys = KEYMAP.iter().flat_map(|row| row.keys);
    for key in keys.map(Key::to_string) {
        for view in 1..=7 {
            let mut model = model();
            press(&mut model, &format!("> {view}"));
            let text = model.book.document().unwrap().text().to_owned();
            for effect in press(&mut model, &format!("{key} <enter> <enter>")) {
                let is_harmless = matches!(
                    effect,
                    Effect::Redraw
                        | Effect::Suspend
                        | Effect::Quit
                        | Effect::Copy(_)
                        | Effect::OpenEditor { .. }
                );
                // `t` and what follows it are about today again.
                assert!(
                    is_harmless || !model.is_another_day(),
                    "{view} {key}: {effect:?}"
                );
            }
            let same = model.book.document().unwrap().text() == text;
            assert!(same || !model.is_another_day(), "{view} {key}");
        }
    }
    let mut model = model();
    press(&mut model, "> p");
    let said = model.notice.map(|notice| notice.said);
    assert_eq!(said, Some(Said::AnotherDay));
}

#[test]
fn a_day_that_begins_does_not_take_away_the_one_that_is_looked_at() {
    let tomorrow = today().succ_opt().unwrap();
    let mut model = model();
    update(&mut model, Msg::Day(tomorrow));
    assert_eq!((model.today, model.now), (tomorrow, tomorrow));
    press(&mut model, "}");
    let shown = model.today;
    update(&mut model, Msg::Day(tomorrow.succ_opt().unwrap()));
    assert_eq!(model.today, shown);
    press(&mut model, "t");
    assert_eq!(model.today, tomorrow.succ_opt().unwrap());
}

#[test]
fn the_strip_is_sampled_once_for_the_months_around() {
    let mut model = model();
    press(&mut model, ">");
    let first = model.scrubber.clone();
    press(&mut model, "> > }");
    assert_eq!(model.scrubber, first);
    press(&mut model, "} } } } } }");
    assert_ne!(model.scrubber, first);
    let scrubber = model.scrubber.as_ref().unwrap();
    assert!(scrubber.covers(model.today));
    let place = scrubber.place(model.today);
    assert!(scrubber.days[place] <= model.today && model.today < scrubber.days[place + 1]);
}
